//! The view, the colours, and the requirement that is explained.

use crate::report::RuleId;

/// The view that the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The check.
    #[default]
    Check,
    /// The list of supported CAs.
    Authorities,
    /// "How can I trust this page?"
    Trust,
}

/// The requirement that is explained below the row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OpenRule {
    /// The user has not chosen one.
    #[default]
    Default,
    /// The one that the user chose; `None` if the user closed it.
    Chosen(Option<RuleId>),
}

/// The colours that the user chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The colours of the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The value in storage and in the attribute `data-theme`; `None` for the system's colours.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The colours after these when the user switches.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// The colours for a value in storage.
    #[must_use]
    pub fn from_word(word: Option<&str>) -> Self {
        match word {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }
}
