//! A decoded certificate.

use bytes::Bytes;

use super::algorithm::SignatureAlgorithm;
use super::defect::Defect;
use super::extensions::{BasicConstraints, Extensions};
use super::fingerprint::{Fingerprint, Sha1Fingerprint};
use super::identifier::SignatureParameters;
use super::key::KeyInfo;
use super::name::Name;
use super::time::UnixTime;
use crate::num::colon_hex;

/// A serial number: the content of its INTEGER, sign and leading zeros unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerialNumber(pub Vec<u8>);

impl SerialNumber {
    /// Returns hexadecimal with colons, without the zero byte that only keeps the number positive.
    #[must_use]
    pub fn text(&self) -> String {
        match self.0.as_slice() {
            [0, rest @ ..] if !rest.is_empty() => colon_hex(rest),
            all => colon_hex(all),
        }
    }
}

/// A decoded certificate; byte fields share the input's buffer.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The whole certificate, with definite lengths outside.
    pub der: Bytes,
    /// The signed part, its outermost length as short as can be: the JDK rewrites that header.
    pub tbs: Bytes,
    /// SubjectPublicKeyInfo, as the JDK keeps it: no unused bits, the shortest lengths.
    pub spki: Bytes,
    /// The signature's bytes, without the count of unused bits; those bits are zeros.
    pub signature: Bytes,
    /// X.509 version, 1 to 3 in certificates that keep to the standard.
    pub version: u32,
    /// Serial number.
    pub serial: SerialNumber,
    /// Subject.
    pub subject: Name,
    /// Issuer.
    pub issuer: Name,
    /// First whole second of validity.
    pub not_before: UnixTime,
    /// Last second of validity, itself included.
    pub not_after: UnixTime,
    /// The public key; `None` if it cannot be read.
    pub key: Option<KeyInfo>,
    /// The algorithm of the signature on it.
    pub algorithm: SignatureAlgorithm,
    /// That algorithm's identifier, dotted, if it was readable.
    pub algorithm_oid: Option<String>,
    /// What that identifier's parameters mean to Java's verifier.
    pub parameters: SignatureParameters,
    /// Its extensions.
    pub extensions: Extensions,
    /// What Java's reader would refuse.
    pub defects: Vec<Defect>,
    /// SHA-1 of the whole.
    pub sha1: Sha1Fingerprint,
    /// SHA-256 of the whole.
    pub sha256: Fingerprint,
}

impl Certificate {
    /// Whether subject and issuer are the same name, by the JDK's comparison.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    /// Whether it has basicConstraints CA:TRUE and a pathLenConstraint that is not −1, as the JDK
    /// reads it.
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.path_len_room().is_some()
    }

    /// How many CA certificates may follow, as the JDK reads basicConstraints: `None` if it is no
    /// CA.
    #[must_use]
    pub fn path_len_room(&self) -> Option<i64> {
        match self.extensions.basic_constraints {
            Some(BasicConstraints { ca: true, path_len }) => {
                let room = path_len.unwrap_or(i64::from(i32::MAX));
                (room != -1).then_some(room)
            }
            _ => None,
        }
    }

    /// Whether `at` is within validity, both ends included (RFC 5280 §4.1.2.5).
    #[must_use]
    pub fn in_date(&self, at: UnixTime) -> bool {
        self.not_before <= at && at <= self.not_after
    }
}
