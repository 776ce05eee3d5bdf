//! Recognizes binary files by their first bytes.

use crate::der::header::header;
use crate::der::tag::{INTEGER, OID, SEQUENCE};
use crate::ingest::report::dropped::{BouncyCastle, DropReason};

/// Returns the kind of a file that is neither text nor a certificate object, by its first bytes.
pub(crate) fn foreign(data: &[u8]) -> Option<DropReason> {
    Some(match data {
        [0xfe, 0xed, 0xfe, 0xed, ..] => DropReason::JavaKeyStore { jceks: false },
        [0xce, 0xce, 0xce, 0xce, ..] => DropReason::JavaKeyStore { jceks: true },
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => DropReason::Zip,
        [0x1f, 0x8b, ..] | [b'B', b'Z', b'h', b'1'..=b'9', ..] | [0xfd, b'7', b'z', b'X', b'Z', ..] => {
            DropReason::Compressed
        }
        [b'7', b'z', 0xbc, 0xaf, ..] | [0x28, 0xb5, 0x2f, 0xfd, ..] => DropReason::Compressed,
        [b'%', b'P', b'D', b'F', b'-', ..] => DropReason::Pdf,
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => DropReason::Image,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => DropReason::Image,
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => DropReason::Image,
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => DropReason::Image,
        _ if is_pkcs12(data) => DropReason::Pkcs12,
        _ => match bouncy_castle(data) {
            Some(format @ (BouncyCastle::Bcfks | BouncyCastle::Uber)) => DropReason::BouncyCastleKeyStore { format },
            // The certificates in BKS are not encrypted.
            Some(BouncyCastle::Bks) | None => return None,
        },
    })
}

/// Returns the format of a Bouncy Castle keystore.
pub(crate) fn bouncy_castle(data: &[u8]) -> Option<BouncyCastle> {
    match data {
        [SEQUENCE, ..] => is_bcfks(data).then_some(BouncyCastle::Bcfks),
        // Version, salt, iterations, entries.
        [0, 0, 0, 1 | 2, 0, 0, 0, salt @ 8..=64, rest @ ..] => match rest.get(usize::from(*salt)..)? {
            [0, iterations @ ..] if iterations.get(..3)? == [0; 3] => None,
            [0, _, _, _, entries @ ..] => Some(if is_bks(entries) {
                BouncyCastle::Bks
            } else {
                BouncyCastle::Uber
            }),
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether the entries of a keystore begin here: a type, a name, a date in milliseconds.
fn is_bks(entries: &[u8]) -> bool {
    match entries {
        [1..=4, high, low, rest @ ..] => {
            let date = rest
                .get(usize::from(u16::from_be_bytes([*high, *low]))..)
                .unwrap_or_default();
            date.starts_with(&[0, 0])
        }
        // No entries, only a checksum.
        [0, checksum @ ..] => checksum.len() <= 32,
        _ => false,
    }
}

/// ObjectStore of BCFKS: SEQUENCE { SEQUENCE { SEQUENCE { OID of PKCS#5 … } … } … }.
fn is_bcfks(data: &[u8]) -> bool {
    const PKCS5: &[u8] = &[OID, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05];
    let mut rest = data;
    for _ in 0..3 {
        let Some(inside) = header(rest)
            .ok()
            .filter(|head| head.tag == SEQUENCE)
            .and_then(|head| rest.get(head.size..))
        else {
            return false;
        };
        rest = inside;
    }
    rest.starts_with(PKCS5)
}

/// PFX: SEQUENCE { INTEGER 3, SEQUENCE … } ([RFC 7292
/// §4](https://www.rfc-editor.org/rfc/rfc7292#section-4)).
fn is_pkcs12(data: &[u8]) -> bool {
    let Ok(outer) = header(data) else { return false };
    outer.tag == SEQUENCE
        && data
            .get(outer.size..)
            .is_some_and(|content| content.starts_with(&[INTEGER, 1, 3, SEQUENCE]))
}

/// Returns whether a file is a keystore, whose keys are not redacted one by one.
pub(crate) fn is_key_store(data: &[u8]) -> bool {
    matches!(
        foreign(data),
        Some(DropReason::JavaKeyStore { .. } | DropReason::Pkcs12 | DropReason::BouncyCastleKeyStore { .. })
    )
}

/// Returns whether [`crate::ingest::redact`] skips the file: a keystore, which is dropped as a
/// whole or opened, or an archive in a build that opens archives, since each of its files is
/// redacted after unpacking.
pub(crate) fn is_closed(data: &[u8]) -> bool {
    is_key_store(data) || cfg!(feature = "containers") && foreign(data) == Some(DropReason::Zip)
}

/// Whether `data` is binary: more than 5% of the first 4096 bytes are control characters.
pub(crate) fn is_binary(data: &[u8]) -> bool {
    let sample = data.get(..data.len().min(4096)).unwrap_or_default();
    let control = sample
        .iter()
        .filter(|byte| **byte < 0x20 && !b"\t\n\r\x0c\x1b".contains(byte))
        .count();
    control * 20 > sample.len()
}
