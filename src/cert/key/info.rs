//! The kind, size and curve of a certificate's public key.
//!
//! Input: the DER of a `SubjectPublicKeyInfo`. Output: a [`KeyInfo`]. A size is the position of the
//! highest bit that is set, not the length of the encoding. No input makes this module panic.

use super::curve::Curve;
use super::spki::{KeyError, PublicKey, RsaNumbers, bit_length};
use crate::cert::algorithm::SignatureAlgorithm;

/// The properties of a public key that the rules check and the report shows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyInfo {
    /// The kind of the key, with the properties of that kind.
    pub kind: KeyKind,
}

/// The kinds of public keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// `rsaEncryption`, for every use.
    Rsa(RsaSize),
    /// `id-RSASSA-PSS`, for PSS signatures only.
    RsaPss {
        /// The sizes of its numbers.
        size: RsaSize,
        /// The parameters that the key requires of a signature, if it states any.
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
        /// Bits of the prime `p`; `None` if the parameters are inherited.
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
    /// The public exponent, if it fits; 65537 for almost every key.
    pub exponent: Option<u64>,
}

impl KeyInfo {
    /// Reads a DER `SubjectPublicKeyInfo`.
    ///
    /// # Errors
    /// [`KeyError`] says whether the envelope or the key in it cannot be read. An unknown kind is
    /// no error.
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

    /// Returns the key size in bits; `None` if it is not known.
    ///
    /// It is the size of the modulus, the field or the prime; 256 for Ed25519 and 456 for Ed448
    /// ([RFC 8032 §5](https://www.rfc-editor.org/rfc/rfc8032#section-5), `b`).
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

    /// Returns Java's name of the kind: `RSA`, `RSASSA-PSS`, `EC`, `Ed25519`, `Ed448`, `DSA`; else
    /// the dotted identifier.
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
