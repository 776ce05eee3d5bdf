//! The version of the list that a chain is checked against.

use std::borrow::Cow;
use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::dates::{UNCHANGED_ON, VERSION};

/// The prefix before the number of entries of a user's list.
const SUPPLIED: &str = "supplied:";

/// The version of a list.
///
/// In JSON and in links it is one word that identifies the list: `2022-01-24` for AWS's own,
/// `supplied:398` for one that was pasted or read from a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(into = "String")]
pub enum ListVersion {
    /// AWS's list, as embedded.
    Published {
        /// The date of the version, `YYYY-MM-DD`; in a link it can be any text.
        date: Cow<'static, str>,
    },
    /// A list from the user.
    Supplied {
        /// The number of aliases.
        entries: u32,
    },
}

impl ListVersion {
    /// The last day on which AWS's page was seen with this version, `YYYY-MM-DD`; `None` if that is
    /// the day of the version, or if it is another list.
    #[must_use]
    pub fn unchanged_on(&self) -> Option<&'static str> {
        match self {
            Self::Published { date } if date == VERSION && UNCHANGED_ON != VERSION => Some(UNCHANGED_ON),
            _ => None,
        }
    }
}

impl Default for ListVersion {
    fn default() -> Self {
        Self::Published {
            date: Cow::Borrowed(""),
        }
    }
}

impl fmt::Display for ListVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Published { date } => f.write_str(date),
            Self::Supplied { entries } => write!(f, "{SUPPLIED}{entries}"),
        }
    }
}

impl From<ListVersion> for String {
    fn from(edition: ListVersion) -> Self {
        edition.to_string()
    }
}

impl From<String> for ListVersion {
    fn from(text: String) -> Self {
        match text.strip_prefix(SUPPLIED).and_then(|entries| entries.parse().ok()) {
            Some(entries) => Self::Supplied { entries },
            None => Self::Published { date: Cow::Owned(text) },
        }
    }
}

impl From<&str> for ListVersion {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_version_convert_both_ways() {
        for (word, edition) in [
            (
                "2022-01-24",
                ListVersion::Published {
                    date: "2022-01-24".into(),
                },
            ),
            ("supplied:398", ListVersion::Supplied { entries: 398 }),
        ] {
            assert_eq!(ListVersion::from(word), edition);
            assert_eq!(edition.to_string(), word);
        }
        // A link can contain any text.
        for odd in ["", "supplied:", "supplied:-1", "supplied:99999999999"] {
            assert_eq!(ListVersion::from(odd).to_string(), odd);
            assert!(matches!(ListVersion::from(odd), ListVersion::Published { .. }), "{odd}");
        }
    }
}
