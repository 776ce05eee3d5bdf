//! Recognizes binary files by their first bytes.

use crate::der::header::header;
use crate::der::tag::{INTEGER, SEQUENCE};
use crate::ingest::report::dropped::DropReason;

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
        _ => return None,
    })
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
        Some(DropReason::JavaKeyStore { .. } | DropReason::Pkcs12)
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
