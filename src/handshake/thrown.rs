//! Exceptions that the JDK's checks throw and do not catch, with their texts.

use crate::trust::java::{JavaTraits, NullText};

/// An exception that the JDK does not catch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thrown {
    /// It reads the first character of an empty name.
    EmptyName,
    /// It calls a method of a variable that is null: the text before and the variable's name, and
    /// its number.
    Null(&'static str, &'static str, &'static str),
    /// The same text in all releases.
    Text(&'static str),
}

/// A URI without a host, compared with a name constraint.
pub(super) const NO_URI_HOST: Thrown = Thrown::Null(
    "Cannot invoke \"String.equalsIgnoreCase(String)\"",
    "otherHost",
    "<local3>",
);
/// An address that permits every address, which the JDK cannot create.
pub(super) const NO_ADDRESS: Thrown = Thrown::Null("Cannot read the array length", "address", "<parameter1>");
/// A common name that is not a text.
pub(super) const NO_COMMON_NAME: Thrown = Thrown::Null(
    "Cannot invoke \"java.lang.CharSequence.toString()\"",
    "src",
    "<parameter1>",
);
/// Kinds of names that the JDK cannot compare. The handshake reports this text.
pub(super) const UNSUPPORTED: Thrown = Thrown::Text("Unsupported handshake message: certificate");

impl Thrown {
    /// Returns the text of the exception in a release; empty if it has none.
    pub(super) fn text(self, traits: &JavaTraits) -> String {
        match self {
            Self::EmptyName => traits.index_text.to_owned(),
            Self::Text(text) => text.to_owned(),
            Self::Null(before, name, number) => {
                let variable = match traits.null_text {
                    NullText::None => return String::new(),
                    NullText::Named => name,
                    NullText::Numbered => number,
                };
                [before, " because \"", variable, "\" is null"].concat()
            }
        }
    }
}
