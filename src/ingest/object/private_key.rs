//! Recognizes private keys by label and by first bytes.
//!
//! It looks at headers only, and returns a kind and a length, never a byte of the key.

use crate::ingest::report::dropped::PrivateKeyKind;

use crate::der::header::header;
use crate::der::tag::{INTEGER, OCTET_STRING, OID, SEQUENCE};

/// Returns the kind that a PEM label names, if it names a private key; a mistyped label counts.
pub(crate) fn of_label(label: &str) -> Option<PrivateKeyKind> {
    if !(label.contains("PRIV") || label.contains("SECRET KEY") || label.contains("VATE KEY")) {
        return None;
    }
    Some(match label {
        "PRIVATE KEY" => PrivateKeyKind::Pkcs8,
        "ENCRYPTED PRIVATE KEY" => PrivateKeyKind::EncryptedPkcs8,
        "RSA PRIVATE KEY" => PrivateKeyKind::Rsa,
        "EC PRIVATE KEY" => PrivateKeyKind::Ec,
        "DSA PRIVATE KEY" => PrivateKeyKind::Dsa,
        "OPENSSH PRIVATE KEY" => PrivateKeyKind::OpenSsh,
        _ if label.starts_with("PGP") => PrivateKeyKind::Pgp,
        _ if label.starts_with("SSH") => PrivateKeyKind::OpenSsh,
        _ => PrivateKeyKind::Other,
    })
}

/// First bytes of OpenSSH's private key format.
pub(crate) const OPENSSH_MAGIC: &[u8] = b"openssh-key-v1\0";

/// Password-based encryption: 1.2.840.113549.1.5 (PKCS#5) and 1.2.840.113549.1.12.1 (PKCS#12).
const PBE: [&[u8]; 2] = [
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01],
];

/// The beginnings of OIDs that are not a private key's algorithm: the field of explicit curve
/// parameters (1.2.840.10045.1), and the content types of CMS (1.2.840.113549.1.7 and
/// 1.2.840.113549.1.9.16.1).
const OTHERS: [&[u8]; 3] = [
    &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01],
];

/// Returns the kind and the whole length of the private key at the start of `data`; a few dozen
/// bytes are enough.
///
/// # References
/// - [RFC 5958 §2](https://www.rfc-editor.org/rfc/rfc5958#section-2),
///   [RFC 8017 A.1.2](https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2),
///   [RFC 5915 §3](https://www.rfc-editor.org/rfc/rfc5915#section-3)
pub(crate) fn private_key(data: &[u8]) -> Option<(PrivateKeyKind, usize)> {
    if data.starts_with(OPENSSH_MAGIC) {
        return Some((PrivateKeyKind::OpenSsh, usize::MAX));
    }
    let outer = header(data).ok().filter(|head| head.tag == SEQUENCE)?;
    let total = outer.total().unwrap_or(usize::MAX);
    let content = data.get(outer.size..)?;
    let kind = match content {
        [INTEGER, 1, 0 | 1, rest @ ..] if rest.first() == Some(&SEQUENCE) => {
            let algorithm = header(rest).ok()?;
            let oid = rest.get(algorithm.size..)?;
            let after = algorithm.total().and_then(|end| rest.get(end));
            match (oid, after) {
                ([OID, _, oid @ ..], _) if OTHERS.iter().any(|other| oid.starts_with(other)) => return None,
                ([OID, ..], None | Some(&OCTET_STRING)) => PrivateKeyKind::Pkcs8,
                _ => return None,
            }
        }
        [INTEGER, 1, 0 | 1, rest @ ..] if rest.first() == Some(&INTEGER) => {
            header(rest).ok()?.len.filter(|len| *len >= 32)?;
            PrivateKeyKind::Rsa
        }
        [INTEGER, 1, 1, OCTET_STRING, 14..=0x7f, ..] => PrivateKeyKind::Ec,
        [SEQUENCE, ..] => {
            let algorithm = header(content).ok()?;
            let after = algorithm.total().and_then(|end| content.get(end));
            match content.get(algorithm.size..)? {
                [OID, _, oid @ ..] if PBE.iter().any(|pbe| oid.starts_with(pbe)) => match after {
                    None | Some(&OCTET_STRING) => PrivateKeyKind::EncryptedPkcs8,
                    Some(_) => return None,
                },
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((kind, total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_first_bytes() {
        let ed25519 = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
        assert_eq!(private_key(&ed25519), Some((PrivateKeyKind::Pkcs8, 48)));
        assert_eq!(
            private_key(&[0x30, 0x77, 2, 1, 1, 4, 0x20, 1]),
            Some((PrivateKeyKind::Ec, 0x79))
        );
        let rsa = [0x30, 0x82, 4, 0xa4, 2, 1, 0, 2, 0x82, 1, 1, 0];
        assert_eq!(private_key(&rsa), Some((PrivateKeyKind::Rsa, 0x4a8)));
    }

    #[test]
    fn certificates_and_v1_to_be_signed_parts_are_not_keys() {
        assert_eq!(
            private_key(&[0x30, 0x82, 3, 0, 0x30, 0x82, 2, 0, 0xa0, 3, 2, 1, 2]),
            None
        );
        // The inner part of a v1 certificate with serial number 0: a Name follows the algorithm,
        // not an OCTET STRING.
        assert_eq!(private_key(&[0x30, 0x20, 2, 1, 0, 0x30, 3, 6, 1, 0x2a, 0x30, 0]), None);
    }

    #[test]
    fn curve_parameters_and_cms_are_not_keys() {
        // SEQUENCE { INTEGER 1, SEQUENCE { OID prime-field, INTEGER … } … }
        let curve = [
            0x30, 0x81, 0xf7, 2, 1, 1, 0x30, 0x2c, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 1, 1, 2, 0x21, 0,
        ];
        assert_eq!(private_key(&curve), None);
        // The inner part of EncryptedData.
        let encrypted = [
            0x30, 0x6c, 2, 1, 0, 0x30, 0x67, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 7, 1,
        ];
        assert_eq!(private_key(&encrypted), None);
        // With the OID of RSA it is a key.
        let key = [
            0x30, 0x6c, 2, 1, 0, 0x30, 0x67, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0xd, 1, 1, 1,
        ];
        assert!(private_key(&key).is_some());
    }

    #[test]
    fn labels() {
        assert_eq!(of_label("PRIVATE KEY"), Some(PrivateKeyKind::Pkcs8));
        assert_eq!(of_label("RSA PRIVATXKEY"), Some(PrivateKeyKind::Other));
        assert_eq!(of_label("PUBLIC KEY"), None);
    }
}
