//! Errors of share links, as codes. [`crate::i18n`] has the texts.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::TryGetError;
use serde::Serialize;
use thiserror::Error;

/// Why a link cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum LinkError {
    /// The text has no share link.
    #[error("no share link in the text")]
    NoLink,
    /// A newer version of this program made the link: its version is unknown, or it has an unknown
    /// field that readers must not skip.
    #[error("a newer version of the page made this link (v{version})")]
    Newer {
        /// The link's version.
        version: u32,
    },
    /// The link is cut off, as mail and chat programs often do.
    #[error("the link is cut off: {characters} of {expected} characters")]
    Truncated {
        /// How many characters there are, without `#v1.`.
        characters: u32,
        /// How many it should have; 0 if it is too short to contain its length.
        expected: u32,
    },
    /// Its checksum does not match: a character was changed.
    #[error("the link is damaged")]
    Damaged,
    /// The link is longer than allowed.
    #[error("the link is longer than {max} characters")]
    TooLong {
        /// The limit, in characters.
        max: u32,
    },
    /// Its content inflates beyond the limit.
    #[error("the link inflates beyond {max} bytes")]
    TooLarge {
        /// The limit, in bytes.
        max: u32,
    },
    /// It has more certificates than allowed.
    #[error("the link has more than {max} certificates")]
    TooManyCertificates {
        /// The limit.
        max: u32,
    },
    /// Its checksum matches, but its content is malformed: this program did not make it.
    #[error("the link's content is malformed")]
    Malformed,
    /// One of its certificates cannot be read.
    #[error("certificate {index} of the link cannot be read")]
    NotACertificate {
        /// Its index, from 0.
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
        /// Its index, from 0.
        index: u32,
    },
    /// There are more certificates than allowed.
    #[error("more than {max} certificates")]
    TooManyCertificates {
        /// The limit.
        max: u32,
    },
    /// A host name, a language tag or a version is too long.
    #[error("a text is longer than {max} bytes")]
    TextTooLong {
        /// The limit, in bytes.
        max: u32,
    },
    /// The link would be longer than allowed.
    #[error("the link would be longer than {max} characters")]
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

/// A certificate that a link refers to but that is not available.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingCertificate {
    /// Its index among the link's certificates, from 0.
    pub index: u32,
    /// The number of the file that should hold it.
    pub shard: u8,
    /// The first eight bytes of its SHA-256.
    pub sha256_start: [u8; 8],
    /// Why it is not available.
    pub reason: MissingReason,
}

/// Some certificates of a link are not available.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[error("{} of the link's certificates cannot be found", missing.len())]
#[serde(rename_all = "camelCase")]
pub struct Unresolved {
    /// The missing certificates; never empty.
    pub missing: Vec<MissingCertificate>,
    /// How many certificates the link has.
    pub total: u32,
}

/// Why a QR code cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum QrError {
    /// The modules of the code would be too small for a phone's camera.
    #[error("{characters} characters are too many for a QR code; the limit is {max}")]
    TooLong {
        /// How many characters the link has.
        characters: u32,
        /// The limit.
        max: u32,
    },
}
