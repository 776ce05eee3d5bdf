//! The kind, size and curve of a certificate's public key.
//!
//! Input: the DER of a `SubjectPublicKeyInfo`. Output: a [`KeyInfo`]. A size is the position of the
//! highest bit that is set, not the length of the encoding. No input makes this module panic.

use super::curve::Curve;
use super::spki::{DSA, EC, ED25519, KeyError, PublicKey, RSA, RSA_X500, RsaNumbers, bit_length};
use crate::cert::algorithm::{RSASSA_PSS, SignatureAlgorithm};

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
    /// A key of a kind in this list that cannot be read.
    Unreadable {
        /// The dotted identifier of the kind.
        oid: String,
    },
}

/// Names of other kinds: dotted identifier, name.
const OTHER_KINDS: [(&str, &str); 35] = [
    ("2.16.840.1.101.3.4.3.17", "ML-DSA-44"),
    ("2.16.840.1.101.3.4.3.18", "ML-DSA-65"),
    ("2.16.840.1.101.3.4.3.19", "ML-DSA-87"),
    ("2.16.840.1.101.3.4.3.20", "SLH-DSA-SHA2-128s"),
    ("2.16.840.1.101.3.4.3.21", "SLH-DSA-SHA2-128f"),
    ("2.16.840.1.101.3.4.3.22", "SLH-DSA-SHA2-192s"),
    ("2.16.840.1.101.3.4.3.23", "SLH-DSA-SHA2-192f"),
    ("2.16.840.1.101.3.4.3.24", "SLH-DSA-SHA2-256s"),
    ("2.16.840.1.101.3.4.3.25", "SLH-DSA-SHA2-256f"),
    ("2.16.840.1.101.3.4.3.26", "SLH-DSA-SHAKE-128s"),
    ("2.16.840.1.101.3.4.3.27", "SLH-DSA-SHAKE-128f"),
    ("2.16.840.1.101.3.4.3.28", "SLH-DSA-SHAKE-192s"),
    ("2.16.840.1.101.3.4.3.29", "SLH-DSA-SHAKE-192f"),
    ("2.16.840.1.101.3.4.3.30", "SLH-DSA-SHAKE-256s"),
    ("2.16.840.1.101.3.4.3.31", "SLH-DSA-SHAKE-256f"),
    ("2.16.840.1.101.3.4.4.1", "ML-KEM-512"),
    ("2.16.840.1.101.3.4.4.2", "ML-KEM-768"),
    ("2.16.840.1.101.3.4.4.3", "ML-KEM-1024"),
    ("1.2.840.113549.1.9.16.3.17", "HSS/LMS"),
    ("1.3.6.1.5.5.7.6.34", "XMSS"),
    ("1.3.6.1.5.5.7.6.35", "XMSS^MT"),
    ("1.2.643.2.2.20", "GOST R 34.10-94"),
    ("1.2.643.2.2.19", "GOST R 34.10-2001"),
    ("1.2.643.7.1.1.1.1", "GOST R 34.10-2012 (256)"),
    ("1.2.643.7.1.1.1.2", "GOST R 34.10-2012 (512)"),
    ("1.2.804.2.1.1.1.1.3.1.1", "DSTU 4145"),
    ("1.2.410.200004.1.1", "KCDSA"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.111", "X448"),
    ("1.2.840.10046.2.1", "DH"),
    ("1.2.840.113549.1.3.1", "DH"),
    ("1.3.132.1.12", "ECDH"),
    ("1.3.132.1.13", "ECMQV"),
    ("1.2.840.113549.1.1.7", "RSAES-OAEP"),
    ("2.16.840.1.101.2.1.1.22", "KEA"),
];

/// Kinds that cannot sign.
const WITHOUT_SIGNATURE: [&str; 10] = [
    "X25519",
    "X448",
    "DH",
    "ECDH",
    "ECMQV",
    "RSAES-OAEP",
    "KEA",
    "ML-KEM-512",
    "ML-KEM-768",
    "ML-KEM-1024",
];

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

    /// Describes a DER `SubjectPublicKeyInfo`, even if the key in it cannot be read; `None` if the
    /// envelope cannot be read.
    #[must_use]
    pub fn describe(spki: &[u8]) -> Option<Self> {
        match Self::from_spki(spki) {
            Ok(info) => Some(info),
            Err(KeyError::BadKey { oid }) => Some(Self {
                kind: KeyKind::Unreadable { oid },
            }),
            Err(KeyError::Malformed) => None,
        }
    }

    /// Whether the kind cannot sign, so no TLS server can use the key.
    #[must_use]
    pub fn cannot_sign(&self) -> bool {
        WITHOUT_SIGNATURE.contains(&self.name())
    }

    /// Whether it is of a kind that this program knows, but cannot be read.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self.kind, KeyKind::Unreadable { .. })
    }

    /// Whether it is an elliptic curve key that states its curve by parameters instead of a name.
    #[must_use]
    pub fn has_explicit_curve(&self) -> bool {
        matches!(&self.kind, KeyKind::Unreadable { oid } if oid == EC)
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
            KeyKind::Unknown { .. } | KeyKind::Unreadable { .. } => None,
        }
    }

    /// Returns Java's name of the kind: `RSA`, `RSASSA-PSS`, `EC`, `Ed25519`, `Ed448`, `DSA`; else
    /// the usual name, such as `ML-DSA-65`; else the dotted identifier.
    pub fn name(&self) -> &str {
        match &self.kind {
            KeyKind::Rsa(_) => "RSA",
            KeyKind::RsaPss { .. } => "RSASSA-PSS",
            KeyKind::Ec { .. } => "EC",
            KeyKind::Ed25519 => "Ed25519",
            KeyKind::Ed448 => "Ed448",
            KeyKind::Dsa { .. } => "DSA",
            KeyKind::Unknown { oid } => other_name(oid),
            KeyKind::Unreadable { oid } => match oid.as_str() {
                RSA | RSA_X500 => "RSA",
                EC => "EC",
                DSA => "DSA",
                RSASSA_PSS => "RSASSA-PSS",
                ED25519 => "Ed25519",
                oid => other_name(oid),
            },
        }
    }
}

fn other_name(oid: &str) -> &str {
    OTHER_KINDS.iter().find(|row| row.0 == oid).map_or(oid, |row| row.1)
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::der::strict::encode;
    use crate::der::tag::{BIT_STRING, INTEGER, OID, SEQUENCE};

    fn spki(oid: &[u8], parameters: &[u8], key: &[u8]) -> Vec<u8> {
        let algorithm = encode(SEQUENCE, &[&encode(OID, &[oid]), parameters]);
        encode(SEQUENCE, &[&algorithm, &encode(BIT_STRING, &[&[0], key])])
    }

    #[test]
    fn rsa_has_two_identifiers() {
        let key = encode(
            SEQUENCE,
            &[&encode(INTEGER, &[&[0], &[0xff; 256]]), &encode(INTEGER, &[&[3]])],
        );
        for oid in [&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1][..], &[0x55, 8, 1, 1]] {
            let info = KeyInfo::describe(&spki(oid, &[], &key)).unwrap();
            assert_eq!((info.name(), info.bits()), ("RSA", Some(2048)));
        }
    }

    #[test]
    fn keys_that_cannot_be_read_have_a_name() {
        let ec = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1][..];
        let explicit = KeyInfo::describe(&spki(ec, &encode(SEQUENCE, &[]), &[4])).unwrap();
        assert_eq!((explicit.name(), explicit.bits()), ("EC", None));
        assert!(explicit.has_explicit_curve() && !explicit.cannot_sign());
        for (oid, name, signs) in [
            (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 19][..], "ML-DSA-87", true),
            (&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, 20], "SLH-DSA-SHA2-128s", true),
            (&[0x2a, 0x85, 3, 7, 1, 1, 1, 1], "GOST R 34.10-2012 (256)", true),
            (&[0x2b, 0x65, 0x6e], "X25519", false),
            (&[0x2a, 3, 4], "1.2.3.4", true),
        ] {
            let info = KeyInfo::describe(&spki(oid, &[], &[1])).unwrap();
            assert_eq!((info.name(), info.bits(), info.cannot_sign()), (name, None, !signs));
        }
        assert_eq!(KeyInfo::describe(&[0x30, 0]), None);
    }
}
