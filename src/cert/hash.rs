//! Hash functions that signature algorithms use: identifiers, names and lengths.
//!
//! # References
//! - [RFC 3279 §2.1](https://www.rfc-editor.org/rfc/rfc3279#section-2.1), [RFC 8017 appendix
//!   B.1](https://www.rfc-editor.org/rfc/rfc8017#appendix-B.1)
//! - NIST's register of [hash
//!   identifiers](https://csrc.nist.gov/projects/computer-security-objects-register/algorithm-registration)

use crate::der::oid::dotted;
use crate::der::strict::Reader;
use crate::der::tag::{NULL, OID};
use HashAlgorithm::{Md2, Md5, Sha1, Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use HashAlgorithm::{Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};

/// A hash function that a signature algorithm can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The variants are the functions' names.
pub enum HashAlgorithm {
    Md2,
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512_224,
    Sha512_256,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
}

/// Every hash: dotted identifier, hash, name in Java's signature names, length in bytes.
const HASHES: [(&str, HashAlgorithm, &str, usize); 13] = [
    ("1.2.840.113549.2.2", Md2, "MD2", 16),
    ("1.2.840.113549.2.5", Md5, "MD5", 16),
    ("1.3.14.3.2.26", Sha1, "SHA1", 20),
    ("2.16.840.1.101.3.4.2.4", Sha224, "SHA224", 28),
    ("2.16.840.1.101.3.4.2.1", Sha256, "SHA256", 32),
    ("2.16.840.1.101.3.4.2.2", Sha384, "SHA384", 48),
    ("2.16.840.1.101.3.4.2.3", Sha512, "SHA512", 64),
    ("2.16.840.1.101.3.4.2.5", Sha512_224, "SHA512/224", 28),
    ("2.16.840.1.101.3.4.2.6", Sha512_256, "SHA512/256", 32),
    ("2.16.840.1.101.3.4.2.7", Sha3_224, "SHA3-224", 28),
    ("2.16.840.1.101.3.4.2.8", Sha3_256, "SHA3-256", 32),
    ("2.16.840.1.101.3.4.2.9", Sha3_384, "SHA3-384", 48),
    ("2.16.840.1.101.3.4.2.10", Sha3_512, "SHA3-512", 64),
];

impl HashAlgorithm {
    /// Returns the name used in Java's signature names: `SHA256`, `SHA512/256`, `SHA3-256`.
    pub fn name(self) -> &'static str {
        HASHES.iter().find(|row| row.1 == self).map_or("", |row| row.2)
    }

    /// Returns the length of a digest in bytes.
    pub fn output_len(self) -> usize {
        HASHES.iter().find(|row| row.1 == self).map_or(0, |row| row.3)
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        HASHES.iter().find(|row| row.2 == name).map(|row| row.1)
    }

    pub(super) fn from_oid(oid: &str) -> Option<Self> {
        HASHES.iter().find(|row| row.0 == oid).map(|row| row.1)
    }

    /// Reads the `AlgorithmIdentifier` of a hash. Its parameters must be NULL or absent.
    pub(super) fn read(content: &[u8]) -> Option<Self> {
        let mut fields = Reader::sequence(content)?;
        let oid = dotted(fields.read(OID)?)?;
        let parameters = fields.read_optional(NULL)?;
        let well_formed = fields.is_empty() && parameters.unwrap_or_default().is_empty();
        HASHES.iter().find(|row| row.0 == oid && well_formed).map(|row| row.1)
    }
}
