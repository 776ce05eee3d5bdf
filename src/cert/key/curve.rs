//! Named elliptic curves: identifiers, names and field sizes.
//!
//! # References
//! - [RFC 5480 §2.1.1](https://www.rfc-editor.org/rfc/rfc5480#section-2.1.1); JDK 17, `CurveDB`

use std::fmt;

/// A named elliptic curve.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The variants are the curves' names.
pub enum Curve {
    P192,
    P224,
    P256,
    P384,
    P521,
    Secp256k1,
    BrainpoolP224r1,
    BrainpoolP256r1,
    BrainpoolP320r1,
    BrainpoolP384r1,
    BrainpoolP512r1,
    /// Another curve, by its dotted identifier.
    Other(String),
}

/// Known curves: dotted identifier, curve, the name that OpenSSL and Java use.
const CURVES: [(&str, Curve, &str); 11] = [
    ("1.2.840.10045.3.1.1", Curve::P192, "secp192r1"),
    ("1.3.132.0.33", Curve::P224, "secp224r1"),
    ("1.2.840.10045.3.1.7", Curve::P256, "secp256r1"),
    ("1.3.132.0.34", Curve::P384, "secp384r1"),
    ("1.3.132.0.35", Curve::P521, "secp521r1"),
    ("1.3.132.0.10", Curve::Secp256k1, "secp256k1"),
    ("1.3.36.3.3.2.8.1.1.5", Curve::BrainpoolP224r1, "brainpoolP224r1"),
    ("1.3.36.3.3.2.8.1.1.7", Curve::BrainpoolP256r1, "brainpoolP256r1"),
    ("1.3.36.3.3.2.8.1.1.9", Curve::BrainpoolP320r1, "brainpoolP320r1"),
    ("1.3.36.3.3.2.8.1.1.11", Curve::BrainpoolP384r1, "brainpoolP384r1"),
    ("1.3.36.3.3.2.8.1.1.13", Curve::BrainpoolP512r1, "brainpoolP512r1"),
];

impl Curve {
    pub(super) fn from_oid(oid: String) -> Self {
        CURVES
            .iter()
            .find(|row| row.0 == oid)
            .map_or(Self::Other(oid), |row| row.1.clone())
    }

    /// Returns the name, such as `secp256r1`; the dotted identifier if the curve is not known.
    pub fn name(&self) -> &str {
        match self {
            Self::Other(oid) => oid,
            known => CURVES.iter().find(|row| row.1 == *known).map_or("", |row| row.2),
        }
    }

    /// Returns the field size in bits; `None` if the JDK does not have the curve.
    pub fn bits(&self) -> Option<u32> {
        field_bits(self.oid())
    }

    /// Returns the dotted identifier.
    pub fn oid(&self) -> &str {
        match self {
            Self::Other(oid) => oid,
            known => CURVES.iter().find(|row| row.1 == *known).map_or("", |row| row.0),
        }
    }
}

impl fmt::Display for Curve {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// The elliptic curves that the JDK has parameters for: dotted identifier, field size in bits.
const JDK_CURVES: [(&str, u32); 57] = [
    ("1.2.840.10045.3.1.1", 192),
    ("1.2.840.10045.3.1.2", 192),
    ("1.2.840.10045.3.1.3", 192),
    ("1.2.840.10045.3.1.4", 239),
    ("1.2.840.10045.3.1.5", 239),
    ("1.2.840.10045.3.1.6", 239),
    ("1.2.840.10045.3.1.7", 256),
    ("1.3.132.0.1", 163),
    ("1.3.132.0.2", 163),
    ("1.3.132.0.3", 239),
    ("1.3.132.0.4", 113),
    ("1.3.132.0.5", 113),
    ("1.3.132.0.6", 112),
    ("1.3.132.0.7", 112),
    ("1.3.132.0.8", 160),
    ("1.3.132.0.9", 160),
    ("1.3.132.0.10", 256),
    ("1.3.132.0.15", 163),
    ("1.3.132.0.16", 283),
    ("1.3.132.0.17", 283),
    ("1.3.132.0.22", 131),
    ("1.3.132.0.23", 131),
    ("1.3.132.0.24", 193),
    ("1.3.132.0.25", 193),
    ("1.3.132.0.26", 233),
    ("1.3.132.0.27", 233),
    ("1.3.132.0.28", 128),
    ("1.3.132.0.29", 128),
    ("1.3.132.0.30", 160),
    ("1.3.132.0.31", 192),
    ("1.3.132.0.32", 224),
    ("1.3.132.0.33", 224),
    ("1.3.132.0.34", 384),
    ("1.3.132.0.35", 521),
    ("1.3.132.0.36", 409),
    ("1.3.132.0.37", 409),
    ("1.3.132.0.38", 571),
    ("1.3.132.0.39", 571),
    ("1.2.840.10045.3.0.1", 163),
    ("1.2.840.10045.3.0.2", 163),
    ("1.2.840.10045.3.0.3", 163),
    ("1.2.840.10045.3.0.4", 176),
    ("1.2.840.10045.3.0.5", 191),
    ("1.2.840.10045.3.0.6", 191),
    ("1.2.840.10045.3.0.7", 191),
    ("1.2.840.10045.3.0.10", 208),
    ("1.2.840.10045.3.0.11", 239),
    ("1.2.840.10045.3.0.12", 239),
    ("1.2.840.10045.3.0.13", 239),
    ("1.3.36.3.3.2.8.1.1.1", 160),
    ("1.3.36.3.3.2.8.1.1.3", 192),
    ("1.3.36.3.3.2.8.1.1.5", 224),
    ("1.3.36.3.3.2.8.1.1.7", 256),
    ("1.3.36.3.3.2.8.1.1.9", 320),
    ("1.3.36.3.3.2.8.1.1.11", 384),
    ("1.3.36.3.3.2.8.1.1.13", 512),
    ("1.2.840.10045.3.0.16", 272),
];

/// Returns the field size in bits of a curve, by its dotted identifier; `None` if the JDK does not
/// have the curve.
pub(crate) fn field_bits(curve: &str) -> Option<u32> {
    JDK_CURVES.iter().find(|(oid, _)| *oid == curve).map(|(_, bits)| *bits)
}
