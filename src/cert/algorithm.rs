//! Signature algorithms: reads an `AlgorithmIdentifier` and names the algorithm.
//!
//! One table holds every known identifier with the names that Java and OpenSSL print. Any other
//! identifier is [`SignatureAlgorithm::Unknown`], with its dotted form. No input makes this module
//! panic.
//!
//! # References
//! - [RFC 3279 §2.2](https://www.rfc-editor.org/rfc/rfc3279#section-2.2), [RFC 5758
//!   §3](https://www.rfc-editor.org/rfc/rfc5758#section-3)
//! - [RFC 4055 §3.1](https://www.rfc-editor.org/rfc/rfc4055#section-3.1) (RSASSA-PSS parameters),
//!   [RFC 8410 §3](https://www.rfc-editor.org/rfc/rfc8410#section-3)

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

pub use super::hash::HashAlgorithm;
use crate::der::oid::dotted;
use crate::der::strict::{Reader, small};
use crate::der::tag::{INTEGER, OID, SEQUENCE, context};
use HashAlgorithm::{Md2, Md5, Sha1, Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use HashAlgorithm::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};
use SignatureAlgorithm::{Dsa, Ecdsa, Ed448, Ed25519, RsaPkcs1};

/// MGF1, the only mask generation function in use ([RFC 4055
/// §2.2](https://www.rfc-editor.org/rfc/rfc4055#section-2.2)).
pub(crate) const MGF1: &str = "1.2.840.113549.1.1.8";

/// `ecdsa-with-Specified`: the hash is its parameter (X9.62 §E.8), as Java reads it.
pub(crate) const ECDSA_SPECIFIED: &str = "1.2.840.10045.4.3";

/// RSASSA-PSS, as a signature algorithm and as a kind of key.
pub(crate) const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";

/// A signature algorithm with all its parameters.
///
/// Its serde form is one string: Java's standard name (`SHA256withRSA`). RSASSA-PSS includes its
/// parameters: `RSASSA-PSS(SHA256,MGF1-SHA256,32)`, and the trailer field if it is not 1.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "String")]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    RsaPkcs1(HashAlgorithm),
    /// RSASSA-PSS with MGF1 (RFC 8017 §8.1).
    RsaPss {
        /// The hash of the message.
        hash: HashAlgorithm,
        /// The hash inside MGF1.
        mgf_hash: HashAlgorithm,
        /// Length of the salt in bytes.
        salt_length: u32,
        /// 1 for `0xbc`, the only trailer that the standard defines.
        trailer_field: u32,
    },
    /// ECDSA (FIPS 186-5 §6); the curve is the key's.
    Ecdsa(HashAlgorithm),
    /// DSA (FIPS 186-4 §4).
    Dsa(HashAlgorithm),
    /// Pure Ed25519 (RFC 8032 §5.1).
    Ed25519,
    /// Pure Ed448 (RFC 8032 §5.2).
    Ed448,
    /// An identifier that is not in the table, or parameters that could not be read.
    Unknown,
}

type Row = (&'static str, SignatureAlgorithm, &'static str, &'static str);

/// Known algorithms: dotted identifier, algorithm, Java's name, OpenSSL's name. If an algorithm has
/// two identifiers, the usual one comes first.
const ALGORITHMS: [Row; 34] = [
    (
        "1.2.840.113549.1.1.2",
        RsaPkcs1(Md2),
        "MD2withRSA",
        "md2WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.4",
        RsaPkcs1(Md5),
        "MD5withRSA",
        "md5WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.5",
        RsaPkcs1(Sha1),
        "SHA1withRSA",
        "sha1WithRSAEncryption",
    ),
    ("1.3.14.3.2.29", RsaPkcs1(Sha1), "SHA1withRSA", "sha1WithRSA"),
    (
        "1.2.840.113549.1.1.14",
        RsaPkcs1(Sha224),
        "SHA224withRSA",
        "sha224WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.11",
        RsaPkcs1(Sha256),
        "SHA256withRSA",
        "sha256WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.12",
        RsaPkcs1(Sha384),
        "SHA384withRSA",
        "sha384WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.13",
        RsaPkcs1(Sha512),
        "SHA512withRSA",
        "sha512WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.15",
        RsaPkcs1(Sha512_224),
        "SHA512/224withRSA",
        "sha512-224WithRSAEncryption",
    ),
    (
        "1.2.840.113549.1.1.16",
        RsaPkcs1(Sha512_256),
        "SHA512/256withRSA",
        "sha512-256WithRSAEncryption",
    ),
    (
        "2.16.840.1.101.3.4.3.13",
        RsaPkcs1(Sha3_224),
        "SHA3-224withRSA",
        "RSA-SHA3-224",
    ),
    (
        "2.16.840.1.101.3.4.3.14",
        RsaPkcs1(Sha3_256),
        "SHA3-256withRSA",
        "RSA-SHA3-256",
    ),
    (
        "2.16.840.1.101.3.4.3.15",
        RsaPkcs1(Sha3_384),
        "SHA3-384withRSA",
        "RSA-SHA3-384",
    ),
    (
        "2.16.840.1.101.3.4.3.16",
        RsaPkcs1(Sha3_512),
        "SHA3-512withRSA",
        "RSA-SHA3-512",
    ),
    ("1.2.840.10045.4.1", Ecdsa(Sha1), "SHA1withECDSA", "ecdsa-with-SHA1"),
    (
        "1.2.840.10045.4.3.1",
        Ecdsa(Sha224),
        "SHA224withECDSA",
        "ecdsa-with-SHA224",
    ),
    (
        "1.2.840.10045.4.3.2",
        Ecdsa(Sha256),
        "SHA256withECDSA",
        "ecdsa-with-SHA256",
    ),
    (
        "1.2.840.10045.4.3.3",
        Ecdsa(Sha384),
        "SHA384withECDSA",
        "ecdsa-with-SHA384",
    ),
    (
        "1.2.840.10045.4.3.4",
        Ecdsa(Sha512),
        "SHA512withECDSA",
        "ecdsa-with-SHA512",
    ),
    (
        "2.16.840.1.101.3.4.3.9",
        Ecdsa(Sha3_224),
        "SHA3-224withECDSA",
        "ecdsa_with_SHA3-224",
    ),
    (
        "2.16.840.1.101.3.4.3.10",
        Ecdsa(Sha3_256),
        "SHA3-256withECDSA",
        "ecdsa_with_SHA3-256",
    ),
    (
        "2.16.840.1.101.3.4.3.11",
        Ecdsa(Sha3_384),
        "SHA3-384withECDSA",
        "ecdsa_with_SHA3-384",
    ),
    (
        "2.16.840.1.101.3.4.3.12",
        Ecdsa(Sha3_512),
        "SHA3-512withECDSA",
        "ecdsa_with_SHA3-512",
    ),
    ("1.2.840.10040.4.3", Dsa(Sha1), "SHA1withDSA", "dsaWithSHA1"),
    ("1.3.14.3.2.27", Dsa(Sha1), "SHA1withDSA", "dsaWithSHA1-old"),
    (
        "2.16.840.1.101.3.4.3.1",
        Dsa(Sha224),
        "SHA224withDSA",
        "dsa_with_SHA224",
    ),
    (
        "2.16.840.1.101.3.4.3.2",
        Dsa(Sha256),
        "SHA256withDSA",
        "dsa_with_SHA256",
    ),
    (
        "2.16.840.1.101.3.4.3.3",
        Dsa(Sha384),
        "SHA384withDSA",
        "dsa_with_SHA384",
    ),
    (
        "2.16.840.1.101.3.4.3.4",
        Dsa(Sha512),
        "SHA512withDSA",
        "dsa_with_SHA512",
    ),
    (
        "2.16.840.1.101.3.4.3.6",
        Dsa(Sha3_256),
        "SHA3-256withDSA",
        "dsa_with_SHA3-256",
    ),
    (
        "2.16.840.1.101.3.4.3.7",
        Dsa(Sha3_384),
        "SHA3-384withDSA",
        "dsa_with_SHA3-384",
    ),
    (
        "2.16.840.1.101.3.4.3.8",
        Dsa(Sha3_512),
        "SHA3-512withDSA",
        "dsa_with_SHA3-512",
    ),
    ("1.3.101.112", Ed25519, "Ed25519", "ED25519"),
    ("1.3.101.113", Ed448, "Ed448", "ED448"),
];

impl SignatureAlgorithm {
    /// Reads a DER `AlgorithmIdentifier` (the whole SEQUENCE); also returns its dotted identifier
    /// if it can be read.
    ///
    /// RSASSA-PSS requires parameters (RFC 4055 §3.1); each field that is left out has its default.
    /// `ecdsa-with-Specified` requires its hash. Other algorithms may have any parameters, as in
    /// Java.
    pub fn from_der(algorithm_identifier: &[u8]) -> (Self, Option<String>) {
        let oid = Reader::sequence(algorithm_identifier).and_then(|mut fields| {
            let oid = dotted(fields.read(OID)?)?;
            Some((oid, fields))
        });
        let Some((oid, mut fields)) = oid else {
            return (Self::Unknown, None);
        };
        let algorithm = if oid == ECDSA_SPECIFIED {
            fields.peek_element().and_then(HashAlgorithm::read).map(Ecdsa)
        } else if oid == RSASSA_PSS {
            fields
                .read_sequence()
                .filter(|_| fields.is_empty())
                .and_then(Self::pss_from_parameters)
        } else {
            ALGORITHMS.iter().find(|row| row.0 == oid).map(|row| row.1.clone())
        };
        (algorithm.unwrap_or(Self::Unknown), Some(oid))
    }

    /// Reads the fields of `RSASSA-PSS-params`.
    ///
    /// ```text
    /// RSASSA-PSS-params ::= SEQUENCE {
    ///   hashAlgorithm    [0] HashAlgorithm    DEFAULT sha1Identifier,
    ///   maskGenAlgorithm [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
    ///   saltLength       [2] INTEGER          DEFAULT 20,
    ///   trailerField     [3] INTEGER          DEFAULT 1 }
    /// ```
    pub(crate) fn pss_from_parameters(mut fields: Reader<'_>) -> Option<Self> {
        let hash = fields
            .read_optional(context(0))?
            .map_or(Some(Sha1), HashAlgorithm::read)?;
        let mgf_hash = fields.read_optional(context(1))?.map_or(Some(Sha1), mgf1_hash)?;
        let salt_length = fields.read_optional(context(2))?.map_or(Some(20), whole_integer)?;
        let trailer_field = fields.read_optional(context(3))?.map_or(Some(1), whole_integer)?;
        fields.is_empty().then_some(Self::RsaPss {
            hash,
            mgf_hash,
            salt_length,
            trailer_field,
        })
    }

    /// Returns Java's standard name, such as `SHA256withRSA`. RSASSA-PSS comes without its
    /// parameters; an unknown algorithm is `Unknown`.
    pub fn java_name(&self) -> &'static str {
        self.names().0
    }

    /// Returns the name that OpenSSL prints, such as `sha256WithRSAEncryption`.
    pub fn openssl_name(&self) -> &'static str {
        self.names().1
    }

    /// Returns the hash of the signed bytes; `None` if the algorithm fixes its own or is unknown.
    pub fn hash(&self) -> Option<HashAlgorithm> {
        match self {
            Self::RsaPkcs1(hash) | Self::RsaPss { hash, .. } | Self::Ecdsa(hash) | Self::Dsa(hash) => Some(*hash),
            Self::Ed25519 | Self::Ed448 | Self::Unknown => None,
        }
    }

    fn names(&self) -> (&'static str, &'static str) {
        if let Self::RsaPss { .. } = self {
            return ("RSASSA-PSS", "rsassaPss");
        }
        ALGORITHMS
            .iter()
            .find(|row| row.1 == *self)
            .map_or(("Unknown", "unknown"), |row| (row.2, row.3))
    }
}

fn mgf1_hash(content: &[u8]) -> Option<HashAlgorithm> {
    let mut fields = Reader::sequence(content)?;
    let oid = dotted(fields.read(OID)?)?;
    let hash = HashAlgorithm::read(fields.peek_element()?)?;
    fields.read(SEQUENCE)?;
    (oid == MGF1 && fields.is_empty()).then_some(hash)
}

fn whole_integer(content: &[u8]) -> Option<u32> {
    let mut fields = Reader::new(content);
    let value = small(fields.read(INTEGER)?)?;
    fields.is_empty().then_some(value)
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::RsaPss {
            hash,
            mgf_hash,
            salt_length,
            trailer_field,
        } = self
        else {
            return out.write_str(self.java_name());
        };
        write!(out, "RSASSA-PSS({},MGF1-{},{salt_length}", hash.name(), mgf_hash.name())?;
        if *trailer_field != 1 {
            write!(out, ",{trailer_field}")?;
        }
        out.write_str(")")
    }
}

/// A text that is not the name of a signature algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a signature algorithm")]
pub struct UnknownName;

impl FromStr for SignatureAlgorithm {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        if let Some(parameters) = name.strip_prefix("RSASSA-PSS(").and_then(|rest| rest.strip_suffix(')')) {
            return pss_from_text(parameters).ok_or(UnknownName);
        }
        match ALGORITHMS.iter().find(|row| row.2 == name) {
            Some(row) => Ok(row.1.clone()),
            None if name == "Unknown" => Ok(Self::Unknown),
            None => Err(UnknownName),
        }
    }
}

fn pss_from_text(parameters: &str) -> Option<SignatureAlgorithm> {
    let mut fields = parameters.split(',');
    let hash = HashAlgorithm::from_name(fields.next()?)?;
    let mgf_hash = HashAlgorithm::from_name(fields.next()?.strip_prefix("MGF1-")?)?;
    let salt_length = fields.next()?.parse().ok()?;
    let trailer_field = fields.next().map_or(Some(1), |field| field.parse().ok())?;
    let whole = fields.next().is_none();
    whole.then_some(SignatureAlgorithm::RsaPss {
        hash,
        mgf_hash,
        salt_length,
        trailer_field,
    })
}

impl From<SignatureAlgorithm> for String {
    fn from(algorithm: SignatureAlgorithm) -> Self {
        algorithm.to_string()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::der::strict::encode;

    const RSA_SHA256: [u8; 15] = [0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11, 5, 0];
    const PSS: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10];

    fn pss(parameters: &[u8]) -> SignatureAlgorithm {
        SignatureAlgorithm::from_der(&encode(SEQUENCE, &[&PSS, parameters])).0
    }

    #[test]
    fn identifiers() {
        let (algorithm, oid) = SignatureAlgorithm::from_der(&RSA_SHA256);
        assert_eq!(
            (algorithm, oid.as_deref()),
            (RsaPkcs1(Sha256), Some("1.2.840.113549.1.1.11"))
        );
        let unknown = [0x30, 5, 6, 3, 0x88, 0x37, 3];
        assert_eq!(
            SignatureAlgorithm::from_der(&unknown),
            (SignatureAlgorithm::Unknown, Some("2.999.3".into()))
        );
        for cut in 0..RSA_SHA256.len() {
            let whole = RSA_SHA256.get(..cut).unwrap();
            assert_eq!(SignatureAlgorithm::from_der(whole), (SignatureAlgorithm::Unknown, None));
        }
    }

    #[test]
    fn pss_parameters_are_required_and_have_defaults() {
        let default = SignatureAlgorithm::RsaPss {
            hash: Sha1,
            mgf_hash: Sha1,
            salt_length: 20,
            trailer_field: 1,
        };
        assert_eq!(pss(&[0x30, 0]), default);
        assert_eq!(pss(&[]), SignatureAlgorithm::Unknown);
        assert_eq!(pss(&[5, 0]), SignatureAlgorithm::Unknown);
        let salted = SignatureAlgorithm::RsaPss {
            hash: Sha1,
            mgf_hash: Sha1,
            salt_length: 32,
            trailer_field: 2,
        };
        assert_eq!(pss(&[0x30, 10, 0xa2, 3, 2, 1, 32, 0xa3, 3, 2, 1, 2]), salted);
        let out_of_order = [0x30, 10, 0xa3, 3, 2, 1, 1, 0xa2, 3, 2, 1, 32];
        let negative = [0x30, 5, 0xa2, 3, 2, 1, 0xff];
        assert_eq!(pss(&out_of_order), SignatureAlgorithm::Unknown);
        assert_eq!(pss(&negative), SignatureAlgorithm::Unknown);
    }

    #[test]
    fn names_round_trip() {
        let pss = SignatureAlgorithm::RsaPss {
            hash: Sha512_256,
            mgf_hash: Sha1,
            salt_length: 0,
            trailer_field: 3,
        };
        assert_eq!(pss.to_string(), "RSASSA-PSS(SHA512/256,MGF1-SHA1,0,3)");
        let all = ALGORITHMS
            .iter()
            .map(|row| row.1.clone())
            .chain([pss, SignatureAlgorithm::Unknown]);
        for algorithm in all {
            let name = algorithm.to_string();
            assert_eq!(name.parse(), Ok(algorithm), "{name}");
        }
        assert_eq!(RsaPkcs1(Sha256).to_string(), "SHA256withRSA");
        assert_eq!(RsaPkcs1(Sha256).openssl_name(), "sha256WithRSAEncryption");
        for bad in [
            "",
            "sha256withrsa",
            "RSASSA-PSS",
            "RSASSA-PSS(SHA1,SHA1,20)",
            "RSASSA-PSS(SHA1,MGF1-SHA1,20,1,1)",
        ] {
            assert_eq!(bad.parse::<SignatureAlgorithm>(), Err(UnknownName), "{bad}");
        }
    }
}
