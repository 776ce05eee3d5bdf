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

#[cfg(test)]
mod forms_test;
mod hints;
#[cfg(test)]
mod linear_test;
mod object;
mod read;
mod readers;
mod redact;
mod report;
mod scan;
mod text;

use bytes::Bytes;

use crate::containers::Passwords;

pub use readers::share_link::{ENVELOPE, Fragment, MAX_PAYLOAD, find_fragment};
pub use redact::{Redacted, redact};
pub use report::dropped::{DropReason, Dropped, PrivateKeyKind};
pub use report::found::{Block, BlockSource, Container, Ingested};
pub use report::hint::{Hints, Host, LogKind, LogMessage};
pub use report::limits::{INPUT_BYTES, LimitKind, Limits};
pub use report::location::At;
pub use report::note::{InputNote, LinkTool, NoiseKind, Repair};

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
    read::read(&mut sink, input, None);
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
        read::read(&mut sink, data.clone(), u32::try_from(index).ok());
    }
    sink.finish(files.iter().map(|(name, _)| name.clone()).collect())
}
