//! Certificates as this project sees them: decoded once, at the border, into values that the rest understands.
//!
//! The parser crates are used here and nowhere else; none of their types leaves this module.

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
pub use key::{Curve, KeyInfo, KeyKind};
pub use name::{Attribute, Name, NameError};
pub(crate) use name::{compose, is_formal};
pub use owner::{list_issuer, request_subject};
pub use time::{TimeError, UnixTime};

pub use crate::num::colon_hex;
