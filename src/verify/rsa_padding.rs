//! Checks the two paddings of RSA signatures.
//!
//! Input: the encoded message `em`, the result of the public key operation, as long as the modulus.
//! Output: whether it is the padding of the message's hash. Both checks follow RFC 8017. The check
//! of version 1.5 encodes the hash and compares (§8.2.2), so it parses nothing leniently.
//!
//! Java checks version 1.5 a second time without the NULL in `DigestInfo`
//! (`RSAUtil.encodeSignatureWithoutNULL`). This module rejects that form to agree with WebCrypto.
//! RFC 8017 §9.2 allows this, Wycheproof calls the form "acceptable", and no known certificate has
//! it.

use super::digest::digest;
use crate::cert::algorithm::HashAlgorithm;
use crate::der::strict;
use crate::der::tag::{NULL, OCTET_STRING, OID, SEQUENCE};

/// Checks EMSA-PKCS1-v1_5 ([RFC 8017 §9.2](https://www.rfc-editor.org/rfc/rfc8017#section-9.2));
/// `None` if the hash is not implemented.
pub(super) fn is_pkcs1(em: &[u8], hash: HashAlgorithm, message: &[u8]) -> Option<bool> {
    let value = digest(hash, &[message])?;
    let identifier = strict::encode(SEQUENCE, &[&strict::encode(OID, &[oid(hash)?]), &[NULL, 0]]);
    let info = strict::encode(SEQUENCE, &[&identifier, &strict::encode(OCTET_STRING, &[&value])]);
    let Some(fill) = em.len().checked_sub(info.len() + 3).filter(|&fill| fill >= 8) else {
        return Some(false);
    };
    let expected = [&[0, 1][..], &vec![0xff; fill], &[0], &info].concat();
    Some(em == expected)
}

/// Checks EMSA-PSS ([RFC 8017 §9.1.2](https://www.rfc-editor.org/rfc/rfc8017#section-9.1.2)) for a
/// modulus of `bits` bits and a salt of `salt_length` bytes; `None` if a hash is not implemented.
pub(super) fn is_pss(
    em: &[u8],
    bits: u32,
    (hash, mgf_hash, salt_length): (HashAlgorithm, HashAlgorithm, u32),
    message: &[u8],
) -> Option<bool> {
    let message_hash = digest(hash, &[message])?;
    let Some(parts) = PssParts::split(em, bits, message_hash.len()) else {
        return Some(false);
    };
    let mut db = mgf1(mgf_hash, parts.hash, parts.masked.len())?;
    for (byte, masked) in db.iter_mut().zip(parts.masked) {
        *byte ^= masked;
    }
    if let Some(first) = db.first_mut() {
        *first &= parts.keep;
    }
    let zeros = usize::try_from(salt_length)
        .ok()
        .and_then(|salt| db.len().checked_sub(salt)?.checked_sub(1));
    let Some((zeros, rest)) = zeros.and_then(|zeros| db.split_at_checked(zeros)) else {
        return Some(false);
    };
    let Some((1, salt)) = rest.split_first() else {
        return Some(false);
    };
    let again = digest(hash, &[&[0; 8], &message_hash, salt])?;
    Some(zeros.iter().all(|&byte| byte == 0) && again == parts.hash)
}

/// The parts of a PSS encoded message.
struct PssParts<'a> {
    masked: &'a [u8],
    hash: &'a [u8],
    /// The bits of the first byte that belong to the encoding.
    keep: u8,
}

impl<'a> PssParts<'a> {
    fn split(em: &'a [u8], bits: u32, hash_len: usize) -> Option<Self> {
        // The encoding has one bit less than the modulus. It may therefore have one byte less; the
        // first byte of `em` is zero then.
        let em_bits = bits.checked_sub(1)?;
        let (em, keep) = match em_bits % 8 {
            0 => (em.strip_prefix(&[0])?, 0xff),
            odd => (em, 0xff_u8 >> (8 - odd)),
        };
        let em = em.strip_suffix(&[0xbc])?;
        let (masked, hash) = em.split_at_checked(em.len().checked_sub(hash_len)?)?;
        (masked.first()? & !keep == 0).then_some(Self { masked, hash, keep })
    }
}

/// Generates `length` bytes from `seed` with MGF1
/// ([RFC 8017 appendix B.2.1](https://www.rfc-editor.org/rfc/rfc8017#appendix-B.2.1)).
fn mgf1(hash: HashAlgorithm, seed: &[u8], length: usize) -> Option<Vec<u8>> {
    let mut mask = Vec::with_capacity(length + hash.output_len());
    let mut counter = 0u32;
    while mask.len() < length {
        mask.extend(digest(hash, &[seed, &counter.to_be_bytes()])?);
        counter = counter.checked_add(1)?;
    }
    mask.truncate(length);
    Some(mask)
}

/// Returns the content of the hash's OBJECT IDENTIFIER
/// ([RFC 8017 appendix B.1](https://www.rfc-editor.org/rfc/rfc8017#appendix-B.1)).
fn oid(hash: HashAlgorithm) -> Option<&'static [u8]> {
    match hash {
        HashAlgorithm::Sha1 => Some(&[0x2b, 14, 3, 2, 26]),
        HashAlgorithm::Sha224 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 4]),
        HashAlgorithm::Sha256 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]),
        HashAlgorithm::Sha384 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 2]),
        HashAlgorithm::Sha512 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 3]),
        HashAlgorithm::Sha512_224 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 5]),
        HashAlgorithm::Sha512_256 => Some(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 6]),
        _ => None,
    }
}
