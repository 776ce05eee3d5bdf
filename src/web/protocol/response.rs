//! The responses of an engine.

use borsh::{BorshDeserialize, BorshSerialize};
use web_sys::Blob;

use super::data_file::DataFile;
use crate::engine::{InputError, TruststoreError};
use crate::ingest::Dropped;
use crate::report::{IgnoredEntry, InputReport, Report};
use crate::trust::ListVersion;

/// The response to a [`super::request::Request`]. `T` is the answer type for the kind of request.
///
/// The type is a parameter, not an enum of all answers: each file of the page's code then needs
/// only the code to read its own answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Response<T> {
    /// The number of the request.
    pub id: u32,
    /// The answer, or the data that the engine needs first.
    pub body: ResponseBody<T>,
    /// Large parts of the answer, kept outside the page's memory.
    pub blobs: Vec<Blob>,
}

/// The content of a response.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum ResponseBody<T> {
    /// The engine does not have this input or request: send all of it.
    NeedsInput,
    /// The engine waits for these data files.
    NeedsFiles(Vec<DataFile>),
    /// The input holds nothing that the request applies to.
    Nothing,
    /// The answer.
    Answer(T),
}

impl<T> Response<T> {
    /// A response without blobs.
    #[must_use]
    pub fn new(id: u32, body: ResponseBody<T>) -> Self {
        Self {
            id,
            body,
            blobs: Vec::new(),
        }
    }

    /// The answer; `None` if there is none.
    #[must_use]
    pub fn answer(self) -> Option<T> {
        match self.body {
            ResponseBody::Answer(answer) => Some(answer),
            _ => None,
        }
    }
}

/// The answer to a check.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Checked {
    /// The report, or the reason why there is none.
    pub outcome: Outcome,
    /// Whether the full engine may check a signature or open a container that this engine could
    /// not.
    pub incomplete: bool,
    /// The input as text without its private keys, which replaces the text of the box; `None` if it
    /// had no private key.
    pub redacted: Option<String>,
}

/// The outcome of a check.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Outcome {
    /// One chain was checked.
    Report(Box<Report>),
    /// There is no certificate to check.
    InputError(InputError),
    /// The user's truststore cannot be used.
    Truststore(TruststoreError),
    /// The input holds this many servers, and was not checked as one chain.
    Servers(u32),
}

impl Checked {
    /// A complete outcome of an input without private keys.
    #[must_use]
    pub fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            incomplete: false,
            redacted: None,
        }
    }

    /// The items that were dropped from the input.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        match &self.outcome {
            Outcome::Report(report) => &report.input.dropped,
            Outcome::InputError(why) => dropped_of(why),
            Outcome::Truststore(TruststoreError::Unreadable { why }) => dropped_of(why),
            Outcome::Truststore(TruststoreError::NothingTrusted { .. }) | Outcome::Servers(_) => &[],
        }
    }

    /// Whether a private key was found and removed.
    #[must_use]
    pub fn has_private_key(&self) -> bool {
        self.dropped().iter().any(Dropped::is_private_key)
    }
}

/// The items that were dropped from an input without a certificate.
pub(crate) fn dropped_of(why: &InputError) -> &[Dropped] {
    match why {
        InputError::Empty => &[],
        InputError::NoCertificate { input } => &input.dropped,
    }
}

/// Share links to a report.
#[cfg(feature = "share")]
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MadeLink {
    /// The part after the `#` of the link to the chain, with the options of its check.
    pub chain: Result<String, crate::share::EncodeError>,
    /// The part after the `#` of the link to the verdict alone.
    pub verdict: String,
    /// The QR code of the link to the chain.
    pub chain_code: Option<crate::share::Qr>,
    /// The QR code of the link to the verdict.
    pub verdict_code: Option<crate::share::Qr>,
}

/// The content of a share link.
#[cfg(feature = "share")]
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum OpenedLink {
    /// A chain, to be checked again.
    Chain {
        /// The certificates as PEM.
        pem: String,
        /// The options of the shared check.
        asked: crate::share::SharedOptions,
        /// The shared answer.
        answer: crate::share::Summary,
    },
    /// A verdict without certificates.
    Verdict(crate::share::VerdictLink),
    /// The link cannot be read.
    Unreadable(crate::share::LinkError),
    /// Some certificates of the chain are not available.
    Unresolved(crate::share::Unresolved),
}

/// What Java ignores in the user's truststore.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct IgnoredEntries {
    /// The certificates that Java does not trust.
    pub certificates: Vec<IgnoredEntry>,
    /// How the file was read: what else it contains, such as private keys.
    pub input: InputReport,
}

/// The supported CAs of one version of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Authorities {
    /// The version of the list.
    pub edition: ListVersion,
    /// How many aliases it has.
    pub aliases: usize,
    /// One row for each certificate.
    pub rows: Vec<Authority>,
    /// Lines of a pasted list that could not be read.
    pub problems: Vec<u32>,
}

/// A certificate of the list.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Authority {
    /// All its aliases on the list.
    pub aliases: Vec<String>,
    /// Its short name; empty if only the fingerprint is known.
    pub label: String,
    /// Its subject as in RFC 4514; empty if only the fingerprint is known.
    pub subject: String,
    /// Its key, such as `RSA 2048` or `EC 384`; empty if only the fingerprint is known.
    pub key: String,
    /// The last second of its validity.
    pub not_after: Option<crate::cert::UnixTime>,
    /// SHA-256 with colons.
    pub sha256: String,
    /// SHA-1 with colons, if known.
    pub sha1: Option<String>,
}
