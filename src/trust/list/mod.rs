//! Parses AWS's list of supported certificate authorities, as copied from the web page.
//!
//! Input: text. Output: the entries in order, and what could not be read, each with its line. A
//! broken entry does not affect the others. A list with problems is not the whole list, and every
//! report that uses it says so. It reads all forms that AWS has published: one field a line,
//! everything on one line (as in browsers' text views and search results), fields split by a PDF's
//! page footer, SHA-1 with SHA-256 (since 2022) and MD5 with SHA-256 (before). It reads at most
//! [`MAX_BYTES`] and reports at most [`MAX_PROBLEMS`] problems.

mod parse;

use crate::cert::{Fingerprint, Sha1Fingerprint};

/// The longest text that is read, in bytes. AWS's page of 2022-01-24 has 70,000.
pub const MAX_BYTES: usize = 4 << 20;

/// The most problems that are reported. A text with more is not a list.
pub const MAX_PROBLEMS: usize = 100;

/// The most characters of an alias or of a broken fingerprint that are kept. The longest alias has
/// 37.
pub const MAX_SHOWN: usize = 200;

/// One alias of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListEntry {
    /// The name that AWS gives it.
    pub alias: String,
    /// SHA-1 of the certificate; `None` in versions of the list that have MD5 instead.
    pub sha1: Option<Sha1Fingerprint>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
    /// The line of the alias, counted from 1.
    pub line: u32,
}

/// What is wrong with one line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListProblemKind {
    /// The text is longer than [`MAX_BYTES`] and was not read.
    TooLong,
    /// A fingerprint without an alias.
    NoAlias,
    /// `Alias name:` with nothing after it.
    EmptyAlias,
    /// An alias without a SHA-256 fingerprint.
    NoSha256 {
        /// The alias in question.
        alias: String,
    },
    /// A fingerprint with a wrong length or with characters that are not hex digits.
    BadFingerprint {
        /// The label before it.
        algorithm: ListedHash,
        /// The part of the text that looked like a fingerprint.
        text: String,
    },
    /// The same alias with two different certificates.
    AliasTwice {
        /// The alias in question.
        alias: String,
        /// The line of its first entry.
        first_line: u32,
    },
    /// The same SHA-256 with two different SHA-1.
    Sha1Differs {
        /// The alias whose SHA-1 differs.
        alias: String,
        /// The line of the entry from which it differs.
        first_line: u32,
    },
}

/// The hashes that AWS prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListedHash {
    /// In versions before 2022; only its length is checked.
    Md5,
    /// Since 2022.
    Sha1,
    /// In all versions.
    Sha256,
}

impl ListedHash {
    /// The length of the hash in bytes.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }
}

/// A problem and its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListProblem {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub kind: ListProblemKind,
}

/// A pasted list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AwsList {
    /// Its entries in order, each alias once.
    pub entries: Vec<ListEntry>,
    /// What could not be read, by line.
    pub problems: Vec<ListProblem>,
}

impl AwsList {
    /// Whether the list has entries and no problems.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && !self.entries.is_empty()
    }

    /// Parses a pasted list. Text without entries gives an empty list, with problems only if it
    /// looks like a list.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        parse::parse(text)
    }
}
