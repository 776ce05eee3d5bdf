//! Share links: a chain with what was asked and answered, or the verdict alone, in a URL's
//! fragment, which no browser sends to any server.
//!
//! [`encode`] and [`encode_verdict`] make them, [`decode`] reads them out of whatever a person
//! pasted. Contract: pure, deterministic, never panics; inflating is capped. A link of version 1 is
//! read for ever: fields may be added under numbers that older readers skip, none may change.
//! `docs/share-links.md` has the binary form.
//!
//! # Privacy
//! A link holds only what [`crate::cert::decode`] accepts as a certificate, from its first byte to
//! its last: no private key, no other text of the paste. One of the verdict's kind holds no
//! certificate, no name and no host.
//!
//! # Example
//! ```no_run
//! use sslengine_doctor::share::{Link, Shards, decode};
//!
//! if let Ok(Link::Certificates(part)) = decode("https://example.com/#v1.…") {
//!     let mut shards = Shards::default();
//!     for number in part.wanted_shards() {
//!         let bytes = std::fs::read(sslengine_doctor::trust::PoolFile::Certificates(number).name()).unwrap();
//!         shards.insert(number, &bytes.into()).unwrap();
//!     }
//!     let shared = part.resolve(&shards).unwrap();
//!     println!("{}", shared.pem());
//! }
//! ```

mod envelope;
mod error;
mod fields;
mod part;
mod qr;
mod shards;
mod summary;
mod verdict;

pub use error::{EncodeError, LinkError, MissingCertificate, MissingReason, QrError, Unresolved};
pub use part::{Entry, PartLink, Shared, SharedOptions};
pub use qr::{MAX_QR_CHARACTERS, Qr, qr};
pub use shards::{Reference, Shards, wanted};
pub use summary::{Change, Changes, Summary};
pub use verdict::{MAX_PRINTS, Print, RuleVerdict, VerdictLink};

use crate::ingest::find_fragment;
use crate::report::Report;

/// The most certificates that a link carries.
pub const MAX_CERTIFICATES: usize = 100;

/// The most bytes that a link's content has when it is inflated.
pub const MAX_INFLATED: usize = 1_000_000;

/// The most characters that a link's fragment has, without `#v1.`.
pub const MAX_CHARACTERS: usize = crate::ingest::MAX_PAYLOAD;

/// A link, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Certificates, some of them perhaps references to known ones, with what was asked and
    /// answered.
    Certificates(PartLink),
    /// The verdict alone.
    Verdict(VerdictLink),
}

/// The fragment of a link that carries the certificates, such as `v1.AQ…`, to be put behind a `#`.
///
/// A certificate that `shards` holds (load those of [`wanted`]) is written as a reference to it.
///
/// # Errors
/// [`EncodeError`] where something is no certificate, or is more than a link carries.
pub fn encode(shared: &Shared, shards: &Shards) -> Result<String, EncodeError> {
    envelope::seal(envelope::CERTIFICATES, &part::write(shared, shards)?)
}

/// The fragment of a link that carries the verdict alone, such as `v1.Ag…`: under 600 characters.
#[must_use]
pub fn encode_verdict(report: &Report) -> String {
    // Its size is bounded far below the envelope's limit, so that there is no error to hand on.
    envelope::seal(envelope::VERDICT, &verdict::write(&VerdictLink::of(report))).unwrap_or_default()
}

/// Reads the first whole link in `text`: a fragment, an address, or a mail with one in it, wrapped,
/// quoted or percent-encoded as such texts are.
///
/// # Errors
/// [`LinkError`]; [`LinkError::NoLink`] where there is none at all.
pub fn decode(text: &str) -> Result<Link, LinkError> {
    let fragment = find_fragment(text.as_bytes()).ok_or(LinkError::NoLink)?;
    let (kind, content) = envelope::open(&fragment)?;
    match kind {
        envelope::CERTIFICATES => part::read(&content).map(Link::Certificates),
        envelope::VERDICT => verdict::read(&content).map(Link::Verdict),
        _ => Err(LinkError::Newer { version: 1 }),
    }
}
