//! Compares public keys as Java does.
//!
//! Java compares `PublicKey` objects, which means the key itself. Comparing the DER of the
//! SubjectPublicKeyInfo gives the same result, except for an rsaEncryption key whose
//! AlgorithmIdentifier lacks the NULL that [RFC 3279
//! §2.3.1](https://www.rfc-editor.org/rfc/rfc3279#section-2.3.1) requires.

use crate::der::strict::Reader;
use crate::der::tag::{BIT_STRING, OID, SEQUENCE};

/// The content of the object identifier rsaEncryption, 1.2.840.113549.1.1.1.
const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// The DER of the NULL parameters.
const NULL: &[u8] = &[5, 0];

/// Whether two DER SubjectPublicKeyInfo contain the same key.
#[must_use]
pub fn same_key(a: &[u8], b: &[u8]) -> bool {
    a == b || rsa_key(a).is_some_and(|key| rsa_key(b) == Some(key))
}

/// The BIT STRING of an rsaEncryption key, with or without the NULL parameters.
fn rsa_key(spki: &[u8]) -> Option<&[u8]> {
    let mut info = Reader::sequence(spki)?;
    let mut algorithm = info.read_sequence()?;
    let is_rsa = algorithm.read(OID)? == RSA_ENCRYPTION;
    let usual = algorithm.is_empty() || algorithm.peek_element() == Some(NULL);
    (is_rsa && usual).then(|| info.read(BIT_STRING)).flatten()
}

/// The bytes of the key in a SubjectPublicKeyInfo: its BIT STRING without the count of unused bits.
/// Their SHA-1 is the usual key identifier ([RFC 5280
/// §4.2.1.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.2), method 1).
#[must_use]
pub fn key_bits(spki: &[u8]) -> Option<&[u8]> {
    let mut info = Reader::sequence(spki)?;
    info.read(SEQUENCE)?;
    info.read(BIT_STRING)?.strip_prefix(&[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spki(parameters: &[u8], key: &[u8]) -> Vec<u8> {
        let tlv = |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap_or(0)], content].concat();
        let algorithm = tlv(0x30, &[&[6, 9], RSA_ENCRYPTION, parameters].concat());
        tlv(0x30, &[algorithm, tlv(3, &[&[0], key].concat())].concat())
    }

    #[test]
    fn the_null_of_an_rsa_key_may_be_missing() {
        assert!(same_key(&spki(&[5, 0], b"key"), &spki(&[], b"key")));
        assert!(!same_key(&spki(&[5, 0], b"key"), &spki(&[], b"kez")));
        assert!(!same_key(&spki(&[4, 0], b"key"), &spki(&[], b"key")));
        assert!(same_key(b"no DER", b"no DER"), "equal bytes are equal");
        assert!(!same_key(b"", b"\x30\x82\xff"));
        assert_eq!(key_bits(&spki(&[5, 0], b"key")), Some(&b"key"[..]));
    }
}
