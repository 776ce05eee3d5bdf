//! What an engine answers to a request.

use borsh::{BorshDeserialize, BorshSerialize};
use web_sys::Blob;

use super::data_file::DataFile;
use crate::engine::InputError;
use crate::ingest::Dropped;
use crate::report::Report;
use crate::trust::Edition;

/// The response to a [`super::request::Request`]; `T` is the type of answer to its kind.
///
/// The type is a parameter rather than one enum of all answers: each file of the page's code then holds the code to read
/// only the answers that it asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Response<T> {
    /// The number of the request.
    pub id: u32,
    /// The answer, or what the engine needs first.
    pub body: ResponseBody<T>,
    /// Large parts of the answer, which do not enter the page's memory.
    pub blobs: Vec<Blob>,
}

/// The content of a response.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum ResponseBody<T> {
    /// The engine has not read this input, or does not know this request: send all of it.
    NeedsInput,
    /// The engine waits for these data files.
    NeedsFiles(Vec<DataFile>),
    /// The input holds nothing that the request could be about.
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
    /// The report, or what there is instead.
    pub outcome: Outcome,
    /// Whether this engine could not check a signature or open a container that the full engine may.
    pub incomplete: bool,
    /// The input as text without its private keys, if it had some: replaces the text of the box.
    pub redacted: Option<String>,
}

/// The outcome of a check.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Outcome {
    /// One chain was checked.
    Report(Box<Report>),
    /// There is no certificate to check.
    InputError(InputError),
    /// The input holds this many servers, and was not checked as one chain.
    Servers(u32),
}

impl Checked {
    /// An outcome to which nothing needs to be added.
    #[must_use]
    pub fn new(outcome: Outcome) -> Self {
        Self {
            outcome,
            incomplete: false,
            redacted: None,
        }
    }

    /// What was dropped from the input.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        match &self.outcome {
            Outcome::Report(report) => &report.input.dropped,
            Outcome::InputError(why) => dropped_of(why),
            Outcome::Servers(_) => &[],
        }
    }

    /// Whether a private key was found, and cleared.
    #[must_use]
    pub fn has_private_key(&self) -> bool {
        self.dropped().iter().any(Dropped::is_private_key)
    }
}

/// What was dropped from an input without a certificate.
pub(crate) fn dropped_of(why: &InputError) -> &[Dropped] {
    match why {
        InputError::Empty => &[],
        InputError::NoCertificate { input } => &input.dropped,
    }
}

/// Share links to a report, or why there is none to the chain.
#[cfg(feature = "share")]
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MadeLink {
    /// The part after the `#`: the chain with the options of its check.
    pub chain: Result<String, crate::share::EncodeError>,
    /// The part after the `#` of a link to the verdict alone.
    pub verdict: String,
    /// The address of the chain's link as a code to scan.
    pub chain_code: Option<crate::share::Qr>,
    /// The address of the verdict's link as a code to scan.
    pub verdict_code: Option<crate::share::Qr>,
}

/// What a share link holds.
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
    /// Nothing: it cannot be read.
    Unreadable(crate::share::LinkError),
    /// A chain some of whose certificates are not available.
    Unresolved(crate::share::Unresolved),
}

/// The supported authorities of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Authorities {
    /// The edition.
    pub edition: Edition,
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
    /// Every alias that it has there.
    pub aliases: Vec<String>,
    /// What a person would call it; empty if only the fingerprint is known.
    pub label: String,
    /// Its subject as RFC 4514 writes it; empty likewise.
    pub subject: String,
    /// `RSA 2048`, `EC 384`; empty likewise.
    pub key: String,
    /// Last second of its validity.
    pub not_after: Option<crate::cert::UnixTime>,
    /// SHA-256 with colons.
    pub sha256: String,
    /// SHA-1 with colons, if known.
    pub sha1: Option<String>,
}
