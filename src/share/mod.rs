//! Share links: encode a chain with the options and the result, or the verdict alone, in the
//! fragment of a URL. Browsers do not send the fragment to any server.
//!
//! [`encode`] and [`encode_verdict`] make links; [`decode`] finds and reads a link in any pasted
//! text. The functions are pure and deterministic and never panic; inflation is limited. Links of
//! version 1 stay readable permanently: fields may be added with numbers that older readers skip,
//! and no existing field may change. `docs/share-links.md` describes the binary format.
//!
//! # Privacy
//! A link with certificates holds exactly the bytes that [`crate::cert::decode`] accepts as
//! certificates: no private key and no other text of the paste. A link with only the verdict holds
//! no certificate, no name and no host.
//!
//! # Example
//! ```no_run
//! use sslengine_doctor::share::{Link, Shards, decode};
//!
//! if let Ok(Link::Certificates(part)) = decode("https://example.com/#v1.…") {
//!     let mut shards = Shards::default();
//!     for number in part.wanted_shards() {
//!         let file = sslengine_doctor::trust::PoolFile::Certificates(number);
//!         let bytes = std::fs::read(file.name()).unwrap();
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

/// The most certificates in a link.
pub const MAX_CERTIFICATES: usize = 100;

/// The largest size in bytes of a link's inflated content.
pub const MAX_INFLATED: usize = 1_000_000;

/// The most characters of a link's fragment, without `#v1.`.
pub const MAX_CHARACTERS: usize = crate::ingest::MAX_PAYLOAD;

/// A decoded link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Certificates or references to known ones, with the options and the result.
    Certificates(PartLink),
    /// Only the verdict.
    Verdict(VerdictLink),
}

/// Encodes certificates as the fragment of a link, such as `v1.AQ…`, without the `#`.
///
/// A certificate that `shards` holds is written as a reference. Load the shards that [`wanted`]
/// returns first.
///
/// # Errors
/// [`EncodeError`] if there is no certificate, one cannot be read, or the link would be too large.
pub fn encode(shared: &Shared, shards: &Shards) -> Result<String, EncodeError> {
    envelope::seal(envelope::CERTIFICATES, &part::write(shared, shards)?)
}

/// Encodes only the verdict as the fragment of a link, such as `v1.Ag…`: under 600 characters.
#[must_use]
pub fn encode_verdict(report: &Report) -> String {
    // The content is always far smaller than the envelope's limit, so there is no error to return.
    envelope::seal(envelope::VERDICT, &verdict::write(&VerdictLink::of(report))).unwrap_or_default()
}

/// Decodes the first whole link in `text`: a fragment, an address, or an email that contains one.
/// The link may be wrapped, quoted or percent-encoded.
///
/// # Errors
/// [`LinkError`]; [`LinkError::NoLink`] if the text has no link.
pub fn decode(text: &str) -> Result<Link, LinkError> {
    let fragment = find_fragment(text.as_bytes()).ok_or(LinkError::NoLink)?;
    let (kind, content) = envelope::open(&fragment)?;
    match kind {
        envelope::CERTIFICATES => part::read(&content).map(Link::Certificates),
        envelope::VERDICT => verdict::read(&content).map(Link::Verdict),
        _ => Err(LinkError::Newer { version: 1 }),
    }
}
