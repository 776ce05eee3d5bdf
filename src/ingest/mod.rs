//! Finds certificates in whatever a person pastes or drops. Contract: bytes in, [`Ingested`] out: candidate
//! certificates as DER with their place in the input, what was repaired, what was dropped and why, and the hints that
//! stand around them. Any bytes are taken; nothing panics; time is linear in the input; memory stays within four times
//! the input and 16 MB; there is no clock, no I/O and no prose. Certificates are told from other things by their
//! outline only: decoding them is the work of [`crate::cert`].
//!
//! The way of an input: [`redact`] (private keys go first) · `sniff` (binary kinds) · `scan` (blocks in text, and bare
//! base64, hex and links between them) · `openssl`, `logs` (hints in what is left). Most of them search only where `sieve`, which
//! reads a text once, saw characters of what they look for; most hints are found by `phrases`, all at once.
//!
//! # Example
//! ```
//! use sslengine_doctor::ingest::{DropReason, Limits, ingest};
//! let found = ingest(bytes::Bytes::from_static(b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"), &Limits::default());
//! assert!(found.blocks.is_empty());
//! assert_eq!(found.dropped[0].reason, DropReason::Empty);
//! ```

mod base64;
mod der;
mod dropped;
mod encoding;
mod fragment;
mod gap;
mod hex;
mod hint;
mod key;
mod layout;
mod limits;
mod lines;
mod links;
mod logs;
mod marker;
mod note;
#[cfg(feature = "containers")]
mod open;
mod openssl;
mod pem;
mod phrases;
mod pkcs7;
mod redact;
mod run;
mod scan;
mod seen;
mod sieve;
mod sniff;

use ::bytes::Bytes;
use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use crate::containers::Passwords;

pub use dropped::{DropReason, Dropped};
pub use fragment::{ENVELOPE, Fragment, MAX_PAYLOAD, find_fragment};
pub use hint::{Hints, Host, LogKind, LogMessage};
pub use key::PrivateKeyKind;
pub use limits::{INPUT_BYTES, LimitKind, Limits};
pub use note::{InputNote, LinkTool, NoiseKind, Repair};
pub use redact::{Redacted, redact};

/// A place in the input: which file, and which line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct At {
    /// Index into [`Ingested::files`], or `None` for a paste.
    pub file: Option<u32>,
    /// Line, from 1; CR, LF and CRLF each end one.
    pub line: u32,
}

/// The form a certificate was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Container {
    /// Between PEM markers.
    Pem,
    /// As binary DER.
    Der,
    /// As base64 without markers, or as PEM that was encoded once more.
    Base64,
    /// As hex digits.
    Hex,
    /// In a PKCS#7 object, itself in whatever form.
    Pkcs7,
    /// In a PKCS#12 file.
    Pkcs12,
    /// In a Java key store of the kinds JKS and JCEKS.
    JavaKeyStore,
}

/// Where a candidate certificate was found.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockSource {
    /// File and line.
    pub at: At,
    /// Offset in bytes (not characters) from the start of the input, or of its UTF-8 form where it was UTF-16.
    /// For PEM it is the BEGIN marker's; inside encoded text it is the encoded text's.
    pub offset: u32,
    /// The PEM label, where there was one.
    pub label: Option<String>,
    /// The form; what came out of an archive has that of the file there.
    pub container: Container,
    /// The path of the file it was in, in an archive; cut at 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// Its alias or friendly name in a key store, cut at 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
}

/// One candidate certificate: a whole DER SEQUENCE with a certificate's outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// The DER; shares memory with the input where that was binary.
    #[serde(skip)]
    pub der: Bytes,
    /// Where it was found.
    pub source: BlockSource,
}

/// What an input holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ingested {
    /// Names of the files given, then of the files read out of archives (`bundle.zip/leaf.crt`); indexed by [`At::file`].
    pub files: Vec<String>,
    /// Candidate certificates in the order in which they stand.
    pub blocks: Vec<Block>,
    /// Repairs and remarks.
    pub notes: Vec<InputNote>,
    /// What is not handed on, and why.
    pub dropped: Vec<Dropped>,
    /// Host, log messages and other leads.
    pub hints: Hints,
}

/// Reads one pasted text or one file.
pub fn ingest(input: Bytes, limits: &Limits) -> Ingested {
    ingest_with(input, limits, &Passwords::none())
}

/// As [`ingest`], with passwords to try on key stores.
///
/// Key stores and archives are opened where the feature `containers` is on. Where it is off they are named
/// ([`DropReason::Pkcs12`], [`DropReason::JavaKeyStore`], [`DropReason::Zip`]): the page then loads the engine that opens them.
pub fn ingest_with(input: Bytes, limits: &Limits, passwords: &Passwords) -> Ingested {
    let mut sink = scan::Sink::new(limits, passwords, 0);
    sink.input(input, None);
    sink.finish(Vec::new())
}

/// Reads several files as one input; [`At::file`] tells them apart. The limits hold for all of them together.
pub fn ingest_files(files: &[(String, Bytes)], limits: &Limits) -> Ingested {
    ingest_files_with(files, limits, &Passwords::none())
}

/// As [`ingest_files`], with passwords to try on key stores.
pub fn ingest_files_with(files: &[(String, Bytes)], limits: &Limits, passwords: &Passwords) -> Ingested {
    let mut sink = scan::Sink::new(limits, passwords, files.len());
    for (index, (_, data)) in files.iter().enumerate() {
        sink.input(data.clone(), u32::try_from(index).ok());
    }
    sink.finish(files.iter().map(|(name, _)| name.clone()).collect())
}
