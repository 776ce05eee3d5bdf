//! Finds certificates in anything that a user pastes or drops.
//!
//! Input: any bytes. Output: [`Ingested`], which has the candidate certificates as DER with their
//! place in the input, the repairs, what was dropped and why, and the hints in the text around
//! them. It never panics, takes linear time, and keeps memory within four times the input and 16
//! MB. It has no clock, no I/O and no prose. It recognizes certificates by their outline only;
//! [`crate::cert`] decodes them.
//!
//! [`ingest_plain`] reads files that are only certificates in PEM, with little code. For all others
//! `read` has the order of steps: `redact` removes private keys first; then each of `readers`
//! collects objects; then `hints` reads log messages and host names. The first two search the same
//! table of forms, `text::objects::FORMS`, in the text or in a `text::view` of it. They search only
//! the parts of the text that `text::prefilter` marked.
//!
//! # Example
//! ```
//! use sslengine_doctor::ingest::{DropReason, Limits, ingest};
//! let text = b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----";
//! let found = ingest(bytes::Bytes::from_static(text), &Limits::default());
//! assert!(found.blocks.is_empty());
//! assert_eq!(found.dropped[0].reason, DropReason::Empty);
//! ```

mod described;
#[cfg(test)]
mod forms_test;
mod hints;
#[cfg(test)]
mod linear_test;
mod object;
mod plain;
mod read;
mod readers;
mod redact;
mod report;
mod scan;
mod text;

use bytes::Bytes;

use crate::containers::Passwords;

pub use plain::ingest_plain;
pub use readers::share_link::{ENVELOPE, Fragment, MAX_PAYLOAD, find_fragment};
pub use redact::{Redacted, redact};
pub use report::about::About;
pub use report::described::{Described, DescribedBy, DescribedSource};
pub use report::dropped::{BouncyCastle, CmsContent, DropReason, Dropped, PrivateKeyKind};
pub use report::found::{Block, BlockSource, Container, Ingested};
pub use report::hint::{Accepted, AcceptedBy, Hints, Host, HostFrom, HostOrigin, LogKind, LogMessage};
pub use report::limits::{INPUT_BYTES, LimitKind, Limits};
pub use report::location::Location;
pub use report::meaning::{Alert, Meaning, Relevance, Side, Tool};
pub use report::note::{InputNote, LinkTool, NoiseKind, Repair};

/// Reads one pasted text or one file.
pub fn ingest(input: Bytes, limits: &Limits) -> Ingested {
    ingest_with(input, limits, &Passwords::none())
}

/// Reads one input as [`ingest`] does, and tries passwords on keystores.
///
/// With the feature `containers` it opens keystores and archives. Without it, it only reports them
/// ([`DropReason::Pkcs12`], [`DropReason::JavaKeyStore`], [`DropReason::Zip`]), and the page loads
/// the engine that opens them.
pub fn ingest_with(input: Bytes, limits: &Limits, passwords: &Passwords) -> Ingested {
    ingest_files_with(&[(String::new(), input)], limits, passwords)
}

/// Reads several files as one input; [`Location::file`] says which. The limits apply to all of them
/// together.
pub fn ingest_files(files: &[(String, Bytes)], limits: &Limits) -> Ingested {
    ingest_files_with(files, limits, &Passwords::none())
}

/// Reads several files as [`ingest_files`] does, and tries passwords on keystores. A single file
/// without a name is a paste.
pub fn ingest_files_with(files: &[(String, Bytes)], limits: &Limits, passwords: &Passwords) -> Ingested {
    if let [(name, data)] = files
        && name.is_empty()
    {
        let mut sink = scan::Sink::new(limits, passwords, 0);
        read::read(&mut sink, data.clone(), None);
        return sink.finish(Vec::new());
    }
    let mut sink = scan::Sink::new(limits, passwords, files.len());
    for (index, (_, data)) in files.iter().enumerate() {
        read::read(&mut sink, data.clone(), u32::try_from(index).ok());
    }
    sink.finish(files.iter().map(|(name, _)| name.clone()).collect())
}
