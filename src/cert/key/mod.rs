//! Public keys: their properties, their `SubjectPublicKeyInfo`, and whether the JDK can read them.

mod curve;
mod info;
mod jdk;
mod spki;

pub use curve::Curve;
pub(crate) use curve::field_bits;
pub use info::{KeyInfo, KeyKind, RsaSize};
pub(crate) use jdk::{dh_bits, is_readable_as_odd};
pub(super) use jdk::{has_large_number, is_readable, normal_form};
pub use spki::KeyError;
pub(crate) use spki::{DsaNumbers, PublicKey, RsaNumbers, bit_length};
