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
    /// Formats the number in hexadecimal with colons, without leading zeros; a negative number
    /// begins with a minus sign.
    #[must_use]
    pub fn text(&self) -> String {
        let negative = self.0.first().is_some_and(|byte| byte & 0x80 != 0);
        let mut magnitude = self.0.clone();
        if negative {
            // Two's complement: invert all bits, then add one.
            let mut carry = true;
            for byte in magnitude.iter_mut().rev() {
                (*byte, carry) = (!*byte).overflowing_add(u8::from(carry));
            }
        }
        let zeros = magnitude.iter().take_while(|byte| **byte == 0).count();
        let kept = zeros.min(magnitude.len().saturating_sub(1));
        let digits = colon_hex(magnitude.get(kept..).unwrap_or_default());
        if negative { ["-", &digits].concat() } else { digits }
    }
}

/// A decoded certificate; byte fields share the input's buffer.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// The whole certificate; its outermost length is definite.
    pub der: Bytes,
    /// The signed part. Its outermost length is minimal, because the JDK rewrites that header.
    pub tbs: Bytes,
    /// SubjectPublicKeyInfo as the JDK stores it: no unused bits, minimal lengths.
    pub spki: Bytes,
    /// The signature's bytes, without the count of unused bits. Those bits are set to zero.
    pub signature: Bytes,
    /// X.509 version, 1 to 3 in certificates that follow the standard.
    pub version: u32,
    /// Serial number.
    pub serial: SerialNumber,
    /// Subject.
    pub subject: Name,
    /// Issuer.
    pub issuer: Name,
    /// First whole second of validity.
    pub not_before: UnixTime,
    /// Last second of validity, inclusive.
    pub not_after: UnixTime,
    /// The public key; `None` if it cannot be read.
    pub key: Option<KeyInfo>,
    /// The algorithm of its signature.
    pub algorithm: SignatureAlgorithm,
    /// The dotted identifier of that algorithm; `None` if it cannot be read.
    pub algorithm_oid: Option<String>,
    /// How Java's verifier treats the parameters of that algorithm.
    pub parameters: SignatureParameters,
    /// Its extensions.
    pub extensions: Extensions,
    /// Reasons why Java cannot read the certificate.
    pub defects: Vec<Defect>,
    /// SHA-1 of the whole certificate, as received.
    pub sha1: Sha1Fingerprint,
    /// SHA-256 of the whole certificate, as received.
    pub sha256: Fingerprint,
}

impl Certificate {
    /// Whether the JDK considers subject and issuer the same name.
    #[must_use]
    pub fn is_self_issued(&self) -> bool {
        self.subject == self.issuer
    }

    /// Whether the JDK treats it as a CA: it has CA:TRUE and no pathLenConstraint of −1.
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.path_len_room().is_some()
    }

    /// Returns how many CA certificates the JDK allows below this one; `None` if it is not a CA.
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

    /// Whether `at` is within the validity period, both ends included (RFC 5280 §4.1.2.5).
    #[must_use]
    pub fn in_date(&self, at: UnixTime) -> bool {
        self.not_before <= at && at <= self.not_after
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_numbers_are_numbers() {
        let text = |bytes: &[u8]| SerialNumber(bytes.to_vec()).text();
        assert_eq!(text(&[0x7f, 0x01]), "7F:01");
        assert_eq!(text(&[0, 0xab]), "AB");
        assert_eq!(text(&[0, 0, 0, 1]), "01");
        assert_eq!((text(&[0]), text(&[0, 0])), ("00".to_owned(), "00".to_owned()));
        assert_eq!((text(&[0xff]), text(&[0x80])), ("-01".to_owned(), "-80".to_owned()));
        assert_eq!(text(&[0xff, 0xff, 0x00]), "-01:00");
        assert_eq!(text(&[0x80, 0, 0]), "-80:00:00");
        assert_eq!(text(&[]), "");
    }
}
