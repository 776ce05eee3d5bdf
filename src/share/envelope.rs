//! The outer format of a link: kind, length, checksum, then the deflated fields, all in base64url.
//!
//! | bytes | |
//! |---|---|
//! | 1 | kind |
//! | 3 | length of the body, big endian: detects a link that is cut off |
//! | 4 | first bytes of the SHA-256 of kind, length and body: detects changes before inflating |
//! | … | body: the fields as raw deflate (RFC 1951) |

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use sha2::{Digest as _, Sha256};

use super::{EncodeError, LinkError, MAX_CHARACTERS, MAX_INFLATED};
use crate::ingest::{ENVELOPE, Fragment};
use crate::num::small;

/// The kind of a link with certificates.
pub(super) const CERTIFICATES: u8 = 1;
/// The kind of a link with only the verdict.
pub(super) const VERDICT: u8 = 2;

/// The deflate level with the smallest output. It is slow, but a link has only a few kilobytes.
const LEVEL: u8 = 10;

/// Base64url without padding. The spare bits of the last character are ignored; the checksum covers
/// all others.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new()
        .with_encode_padding(false)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// Encodes the fields `content` as a fragment.
pub(super) fn seal(kind: u8, content: &[u8]) -> Result<String, EncodeError> {
    const TOO_LARGE: EncodeError = EncodeError::TooLarge {
        max: small(MAX_CHARACTERS),
    };
    if content.len() > MAX_INFLATED {
        return Err(TOO_LARGE);
    }
    let body = compress_to_vec(content, LEVEL);
    let [0, length @ ..] = u32::try_from(body.len()).map_err(|_| TOO_LARGE)?.to_be_bytes() else {
        return Err(TOO_LARGE);
    };
    let mut bytes = vec![kind];
    bytes.extend(length);
    bytes.extend(checksum(kind, length, &body));
    bytes.extend(body);
    let text = BASE64.encode(bytes);
    if text.len() > MAX_CHARACTERS {
        return Err(TOO_LARGE);
    }
    Ok(format!("v1.{text}"))
}

/// Decodes a fragment into its kind and fields.
pub(super) fn open(fragment: &Fragment) -> Result<(u8, Vec<u8>), LinkError> {
    if fragment.version != 1 {
        return Err(LinkError::Newer {
            version: fragment.version,
        });
    }
    let characters = fragment.payload.len();
    if characters > MAX_CHARACTERS {
        return Err(LinkError::TooLong {
            max: small(MAX_CHARACTERS),
        });
    }
    let wanted = match fragment.announced() {
        Some(wanted) => wanted,
        // Six characters contain the length: it is not a possible one.
        None if characters >= 6 => return Err(LinkError::Damaged),
        None => 0,
    };
    let Some(text) = fragment.payload.get(..wanted).filter(|text| !text.is_empty()) else {
        return Err(LinkError::Truncated {
            characters: small(characters),
            expected: small(wanted),
        });
    };
    let bytes = BASE64.decode(text).map_err(|_| LinkError::Damaged)?;
    let (head, body) = bytes.split_first_chunk::<ENVELOPE>().ok_or(LinkError::Damaged)?;
    let [kind, a, b, c, sum @ ..] = *head;
    if checksum(kind, [a, b, c], body) != sum {
        return Err(LinkError::Damaged);
    }
    let content = decompress_to_vec_with_limit(body, MAX_INFLATED).map_err(|why| match why.status {
        TINFLStatus::HasMoreOutput => LinkError::TooLarge {
            max: small(MAX_INFLATED),
        },
        _ => LinkError::Malformed,
    })?;
    Ok((kind, content))
}

fn checksum(kind: u8, length: [u8; 3], body: &[u8]) -> [u8; 4] {
    let digest = Sha256::new()
        .chain_update([kind])
        .chain_update(length)
        .chain_update(body)
        .finalize();
    digest.first_chunk().copied().unwrap_or_default()
}
