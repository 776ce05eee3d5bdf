//! What a certificate's public key is: its kind, its size, its curve.
//!
//! In goes the DER of a `SubjectPublicKeyInfo`; out comes a [`KeyInfo`]. Sizes are true sizes: the position of the
//! highest bit that is set, not the length of the encoding. No input makes this module panic.

use std::fmt;

use super::algorithm::SignatureAlgorithm;
use super::spki::{PublicKey, RsaNumbers};

/// A public key in so far as rules and people look at it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyInfo {
    /// The kind of the key, with what is particular to it.
    pub kind: KeyKind,
}

/// The kinds of public keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// `rsaEncryption`: for every use.
    Rsa(RsaSize),
    /// `id-RSASSA-PSS`: for PSS signatures only.
    RsaPss {
        /// Its numbers' sizes.
        size: RsaSize,
        /// The parameters that the key demands of a signature, where it states any.
        restriction: Option<SignatureAlgorithm>,
    },
    /// An elliptic curve key.
    Ec {
        /// The named curve.
        curve: Curve,
    },
    /// Ed25519 (RFC 8410).
    Ed25519,
    /// Ed448 (RFC 8410).
    Ed448,
    /// DSA.
    Dsa {
        /// Bits of the prime `p`; none where the parameters are inherited.
        bits: Option<u32>,
    },
    /// A kind that is not in this list.
    Unknown {
        /// Its dotted identifier.
        oid: String,
    },
}

/// The sizes of an RSA key's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RsaSize {
    /// Bits of the modulus.
    pub bits: u32,
    /// Bits of the public exponent.
    pub exponent_bits: u32,
    /// The public exponent, where it fits; 65537 for almost every key.
    pub exponent: Option<u64>,
}

/// A named elliptic curve.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the variants are the curves' names
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

/// A curve's identifier, itself, the name that OpenSSL and Java use.
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

    /// The name, as `secp256r1`; the dotted identifier where the curve is not known.
    pub fn name(&self) -> &str {
        match self {
            Self::Other(oid) => oid,
            known => CURVES.iter().find(|row| row.1 == *known).map_or("", |row| row.2),
        }
    }

    /// Bits of the curve's field.
    pub fn bits(&self) -> Option<u32> {
        super::java_key::field_bits(self.oid())
    }

    /// The dotted identifier.
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

/// Why a public key could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The bytes are no DER `SubjectPublicKeyInfo`.
    #[error("not a SubjectPublicKeyInfo")]
    Malformed,
    /// The envelope is sound, but not the key in it.
    #[error("a key of kind {oid} that cannot be read")]
    BadKey {
        /// The dotted identifier of the kind that the envelope states.
        oid: String,
    },
}

impl KeyInfo {
    /// Reads a DER `SubjectPublicKeyInfo`.
    ///
    /// # Errors
    /// [`KeyError`] says whether the envelope or the key in it was unreadable. A kind that is not known is no error.
    pub fn from_spki(spki: &[u8]) -> Result<Self, KeyError> {
        let kind = match PublicKey::from_spki(spki)? {
            PublicKey::Rsa(numbers) => KeyKind::Rsa(rsa_size(numbers)),
            PublicKey::RsaPss(numbers, restriction) => KeyKind::RsaPss {
                size: rsa_size(numbers),
                restriction,
            },
            PublicKey::Ec(curve, _) => KeyKind::Ec { curve },
            PublicKey::Ed25519(_) => KeyKind::Ed25519,
            PublicKey::Ed448 => KeyKind::Ed448,
            PublicKey::Dsa(numbers) => KeyKind::Dsa {
                bits: numbers.map(|n| bit_length(n.p)),
            },
            PublicKey::Unknown(oid) => KeyKind::Unknown { oid },
        };
        Ok(Self { kind })
    }

    /// The size in bits by which the kind is usually named: the modulus, the field, the prime; 256 and 456 for Ed25519
    /// and Ed448 ([RFC 8032 §5](https://www.rfc-editor.org/rfc/rfc8032#section-5), `b`). None where it is not known.
    pub fn bits(&self) -> Option<u32> {
        match &self.kind {
            KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. } => Some(size.bits),
            KeyKind::Ec { curve } => curve.bits(),
            KeyKind::Ed25519 => Some(256),
            KeyKind::Ed448 => Some(456),
            KeyKind::Dsa { bits } => *bits,
            KeyKind::Unknown { .. } => None,
        }
    }

    /// Java's name of the kind: `RSA`, `RSASSA-PSS`, `EC`, `Ed25519`, `Ed448`, `DSA`; else the dotted identifier.
    pub fn name(&self) -> &str {
        match &self.kind {
            KeyKind::Rsa(_) => "RSA",
            KeyKind::RsaPss { .. } => "RSASSA-PSS",
            KeyKind::Ec { .. } => "EC",
            KeyKind::Ed25519 => "Ed25519",
            KeyKind::Ed448 => "Ed448",
            KeyKind::Dsa { .. } => "DSA",
            KeyKind::Unknown { oid } => oid,
        }
    }
}

fn rsa_size(numbers: RsaNumbers<'_>) -> RsaSize {
    let digits = numbers.exponent.iter();
    let exponent = digits
        .into_iter()
        .try_fold(0u64, |n, &d| n.checked_mul(256)?.checked_add(u64::from(d)));
    RsaSize {
        bits: bit_length(numbers.modulus),
        exponent_bits: bit_length(numbers.exponent),
        exponent,
    }
}

/// The position of the highest bit that is set in a big-endian number without leading zeros.
pub(crate) fn bit_length(magnitude: &[u8]) -> u32 {
    let leading = magnitude.first().map_or(0, |byte| byte.leading_zeros());
    u32::try_from(magnitude.len())
        .unwrap_or(u32::MAX)
        .saturating_mul(8)
        .saturating_sub(leading)
}
