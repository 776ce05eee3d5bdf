//! What can be wrong with a link, as codes; the words are elsewhere.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::TryGetError;
use serde::Serialize;
use thiserror::Error;

/// Why a text is not a readable link.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum LinkError {
    /// It has no share link.
    #[error("no share link in the text")]
    NoLink,
    /// A newer version of this program made it: its version is unknown, or it has an unknown field
    /// that a reader must understand.
    #[error("a newer version of the page made this link (v{version})")]
    Newer {
        /// The link's version.
        version: u32,
    },
    /// It is cut off, as mail and chat programs often do.
    #[error("the link is cut off: {characters} of {expected} characters")]
    Truncated {
        /// How many characters there are, without `#v1.`.
        characters: u32,
        /// How many it should have; 0 if it is too short to say.
        expected: u32,
    },
    /// Its checksum does not match: a character was changed.
    #[error("the link is damaged")]
    Damaged,
    /// It is longer than a link may be.
    #[error("the link is longer than {max} characters")]
    TooLong {
        /// The limit, in characters.
        max: u32,
    },
    /// It inflates beyond the limit.
    #[error("the link inflates beyond {max} bytes")]
    TooLarge {
        /// The limit, in bytes.
        max: u32,
    },
    /// It has more certificates than a link may.
    #[error("the link has more than {max} certificates")]
    TooManyCertificates {
        /// The limit.
        max: u32,
    },
    /// Its checksum matches, but its content does not have the form: this program did not make it.
    #[error("the link's content breaks the form")]
    Malformed,
    /// One of its certificates cannot be read.
    #[error("certificate {index} of the link cannot be read")]
    NotACertificate {
        /// Its place, from 0.
        index: u32,
    },
}

impl From<TryGetError> for LinkError {
    fn from(_: TryGetError) -> Self {
        Self::Malformed
    }
}

/// Why a link cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum EncodeError {
    /// There is nothing to share.
    #[error("no certificate to share")]
    NoCertificate,
    /// One of the certificates cannot be read.
    #[error("certificate {index} cannot be read")]
    NotACertificate {
        /// Its place, from 0.
        index: u32,
    },
    /// More certificates than a link may have.
    #[error("more than {max} certificates")]
    TooManyCertificates {
        /// The limit.
        max: u32,
    },
    /// A host name, a language tag or a version that is too long.
    #[error("a text is longer than {max} bytes")]
    TextTooLong {
        /// The limit, in bytes.
        max: u32,
    },
    /// More than a link may hold.
    #[error("more than a link may hold ({max} characters)")]
    TooLarge {
        /// The limit, in characters.
        max: u32,
    },
}

/// Why a referenced certificate is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingReason {
    /// The file that should hold the certificate was not given.
    NotLoaded,
    /// The file does not hold it.
    NotFound,
}

/// A certificate that a link refers to and that is not available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingCertificate {
    /// Its place among the link's certificates, from 0.
    pub index: u32,
    /// The number of the file that should hold it.
    pub shard: u8,
    /// The first eight bytes of its SHA-256.
    pub sha256_start: [u8; 8],
    /// Why.
    pub reason: MissingReason,
}

/// A link some of whose certificates are not available.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[error("{} of the link's certificates cannot be found", missing.len())]
#[serde(rename_all = "camelCase")]
pub struct Unresolved {
    /// The missing ones; never empty.
    pub missing: Vec<MissingCertificate>,
    /// How many certificates the link has.
    pub total: u32,
}

/// Why a code to scan cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum QrError {
    /// The code would be too fine for a phone's camera.
    #[error("{characters} characters are too many to scan, {max} are the limit")]
    TooLong {
        /// How many there are.
        characters: u32,
        /// The limit.
        max: u32,
    },
}
