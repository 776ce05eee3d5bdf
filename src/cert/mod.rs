//! Decodes certificates once, into plain values that all other modules use.
//!
//! Only this module uses the X.509 parser crate; none of its types leaves the module.

pub mod algorithm;
mod certificate;
mod decode;
mod defect;
pub mod details;
pub mod extensions;
mod fingerprint;
mod hash;
mod identifier;
pub mod key;
#[cfg(test)]
pub(crate) mod made;
mod name;
mod owner;
mod time;

pub use algorithm::SignatureAlgorithm;
pub use certificate::{Certificate, SerialNumber};
pub use decode::{DecodeError, decode};
pub use defect::Defect;
pub use extensions::{AuthorityKeyId, BasicConstraints, Extensions, GeneralName, KeyUsage};
pub use fingerprint::{Fingerprint, Sha1Fingerprint};
pub use hash::HashAlgorithm;
pub use identifier::SignatureParameters;
pub(crate) use key::is_readable_as_odd;
pub use key::{Curve, KeyInfo, KeyKind};
pub use name::{Attribute, Name, NameError};
pub(crate) use name::{compose, is_nfkc};
pub use owner::{list_issuer, request_subject};
pub use time::{TimeError, UnixTime};

pub use crate::num::colon_hex;
