//! The version of the list that a chain is checked against.

use std::borrow::Cow;
use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::dates::{UNCHANGED_ON, VERSION};

/// The prefix before the number of entries of a user's list.
const SUPPLIED: &str = "supplied:";
/// The prefix before the name of a client's list.
const CLIENT: &str = "client:";
/// The prefix before the number of entries of a user's truststore.
const TRUSTSTORE: &str = "truststore:";

/// The version of a list.
///
/// In JSON and in links it is one word that identifies the list: `2022-01-24` for AWS's own,
/// `supplied:398` for one that was pasted or read from a file, `client:debian-12` for that of
/// another client, `truststore:3` for a truststore.
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
    /// The list of a client other than API Gateway.
    Client {
        /// Its name; in a link it can be any text.
        list: Cow<'static, str>,
    },
    /// A truststore from the user.
    Truststore {
        /// The number of trusted certificates.
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
            Self::Client { list } => write!(f, "{CLIENT}{list}"),
            Self::Truststore { entries } => write!(f, "{TRUSTSTORE}{entries}"),
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
        let number = |prefix: &str| text.strip_prefix(prefix).and_then(|entries| entries.parse().ok());
        if let Some(entries) = number(SUPPLIED) {
            Self::Supplied { entries }
        } else if let Some(entries) = number(TRUSTSTORE) {
            Self::Truststore { entries }
        } else if let Some(list) = text.strip_prefix(CLIENT) {
            let list = Cow::Owned(list.to_owned());
            Self::Client { list }
        } else {
            Self::Published { date: Cow::Owned(text) }
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
            (
                "client:debian-12",
                ListVersion::Client {
                    list: "debian-12".into(),
                },
            ),
            ("truststore:3", ListVersion::Truststore { entries: 3 }),
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
