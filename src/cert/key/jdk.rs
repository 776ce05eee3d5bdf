//! Checks whether the JDK can read a public key. If not, it cannot read the certificate either.
//!
//! A kind that the JDK does not know is no error: the JDK reads the key but cannot verify with it.
//!
//! # References
//! - JDK 17, `X509Key.parse`, `RSAKeyFactory.checkKeyLengths`,
//!   `RSAPublicKeyImpl.checkExponentRange`, `ECUtil.decodePoint`, `CurveDB`.

use bytes::Bytes;

use super::curve::field_bits;
use super::spki::{PublicKey, RsaNumbers, bit_length};
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::oid::dotted;
use crate::der::strict::{encode, trim_zeros};
use crate::der::tag::{BIT_STRING, INTEGER, NULL, OID, SEQUENCE};

/// Accepted length of an RSA modulus in bytes (`RSAKeyFactory.MIN_MODLEN`, `MAX_MODLEN`).
const MODULUS_BYTES: std::ops::RangeInclusive<usize> = 64..=2048;
/// Modulus length in bytes above which the exponent is limited (`MAX_MODLEN_RESTRICT_EXP`), and
/// that limit in bits.
const LIMITED_EXPONENT: (usize, u32) = (384, 64);

/// Identifiers of Diffie-Hellman keys: ANSI X9.42 and PKCS#3.
const DH: [&str; 2] = ["1.2.840.10046.2.1", "1.2.840.113549.1.3.1"];

/// Kinds that releases before 15 do not know, so that they do not read the key itself: Ed25519,
/// Ed448, Diffie-Hellman.
const UNKNOWN_TO_OLD: [&str; 4] = ["1.3.101.112", "1.3.101.113", DH[0], DH[1]];

/// Returns the key as the JDK stores it: no unused bits, and definite, minimal lengths outside the
/// key itself; `None` if the JDK cannot parse it. A key already in that form, as in every
/// certificate that follows the standard, is not copied.
pub(crate) fn normal_form(raw: &Bytes) -> Option<Bytes> {
    let parts = lenient::sequence(raw)?;
    let [algorithm, key] = parts.as_slice() else {
        return None;
    };
    if algorithm.tag != SEQUENCE || key.tag != BIT_STRING {
        return None;
    }
    let bits = lenient::bits(&key.content)?;
    let elements = lenient::elements(&algorithm.content)?;
    // `AlgorithmId.parse`: at most one parameter, and no content in a NULL.
    match elements.as_slice() {
        [_] | [] => {}
        [_, one] if one.tag != NULL || one.content.is_empty() => {}
        _ => return None,
    }
    let inside: Vec<Bytes> = elements.iter().map(Tlv::with_minimal_header).collect();
    let inside: Vec<&[u8]> = inside.iter().map(Bytes::as_ref).collect();
    let normal = encode(
        SEQUENCE,
        &[&encode(SEQUENCE, &inside), &encode(BIT_STRING, &[&[0], &bits])],
    );
    Some(if raw == &normal { raw.clone() } else { normal.into() })
}

/// Whether the JDK can read the key; `spki` must be in normal form.
pub(crate) fn is_readable(spki: &Bytes) -> bool {
    match PublicKey::from_spki(spki) {
        Ok(PublicKey::Rsa(numbers) | PublicKey::RsaPss(numbers, _)) => rsa_in_range(numbers),
        Ok(PublicKey::Ec(curve, point)) => {
            let field = field_bits(curve.oid()).and_then(|bits| usize::try_from(bits.div_ceil(8)).ok());
            point.first() == Some(&4) && field.is_some_and(|bytes| (point.len() - 1) / 2 == bytes)
        }
        Ok(PublicKey::Unknown(oid)) => other_kind(&oid, spki).unwrap_or(false),
        Ok(_) => true,
        Err(_) => false,
    }
}

fn rsa_in_range(RsaNumbers { modulus, exponent }: RsaNumbers<'_>) -> bool {
    let smaller_than_three = matches!(exponent, [] | [0..=2]);
    let over_modulus = (exponent.len(), exponent) >= (modulus.len(), modulus);
    let limited = modulus.len() > LIMITED_EXPONENT.0 && bit_length(exponent) > LIMITED_EXPONENT.1;
    MODULUS_BYTES.contains(&modulus.len()) && !smaller_than_three && !over_modulus && !limited
}

/// Whether the JDK cannot read a Diffie-Hellman key because the third number of its parameters does
/// not fit into an `int` ("Integer exceeds maximum valid value").
pub(crate) fn has_large_number(spki: &Bytes) -> bool {
    dh_numbers(spki).is_some_and(|numbers| {
        let third = numbers.get(2);
        third.is_some_and(|n| n.tag == INTEGER && !n.content.is_empty() && lenient::int(&n.content).is_none())
    })
}

/// Returns the parameters of a Diffie-Hellman key; `None` if it is another key.
fn dh_numbers(spki: &Bytes) -> Option<Vec<Tlv>> {
    let mut parts = Reader::new(lenient::only(spki)?.content);
    let mut algorithm = Reader::new(parts.take()?.content);
    let oid = dotted(&algorithm.take_tag(OID)?.content)?;
    if !DH.contains(&oid.as_str()) {
        return None;
    }
    lenient::elements(&algorithm.take_tag(SEQUENCE)?.content)
}

/// Whether the JDK can read a key-agreement key: it checks the length of X25519 and X448 keys and
/// parses the numbers of Diffie-Hellman keys. Any other kind is readable.
fn other_kind(oid: &str, spki: &Bytes) -> Option<bool> {
    let mut parts = Reader::new(lenient::only(spki)?.content);
    let mut algorithm = Reader::new(parts.take()?.content);
    let key = parts.take()?.content.slice(1..);
    algorithm.take_tag(OID)?;
    Some(match oid {
        "1.3.101.110" => key.len() == 32,
        "1.3.101.111" => key.len() == 56,
        _ if DH.contains(&oid) => {
            let numbers = algorithm.take_tag(SEQUENCE).and_then(|p| lenient::elements(&p.content));
            // The third number is the length of the private value, which the JDK reads as an `int`.
            // A key of ANSI X9.42 has the order of the group there.
            let length = |n: &[Tlv]| n.get(2).is_none_or(|l| lenient::int(&l.content).is_some());
            let whole =
                numbers.is_some_and(|n| (2..=3).contains(&n.len()) && n.iter().all(|i| i.tag == INTEGER) && length(&n));
            let value = Reader::new(key).take_tag(INTEGER);
            whole && value.is_some_and(|y| !y.content.is_empty())
        }
        _ => true,
    })
}

/// Whether a release that reads more keys can read this one (`JavaTraits::reads_odd_keys`). Such a
/// release parses the outer structure as the others do.
pub(crate) fn is_readable_as_odd(spki: &Bytes) -> bool {
    let read = || {
        let spki = normal_form(spki)?;
        let parts = lenient::sequence(&spki)?;
        let [algorithm, key] = parts.as_slice() else {
            return None;
        };
        let oid = dotted(&Reader::new(algorithm.content.clone()).take_tag(OID)?.content)?;
        if UNKNOWN_TO_OLD.contains(&oid.as_str()) {
            return Some(true);
        }
        // RSA: without the bytes after the key.
        let rsa = Reader::new(lenient::bits(&key.content)?).take()?.raw;
        let trimmed = encode(SEQUENCE, &[&algorithm.raw, &encode(BIT_STRING, &[&[0], &rsa])]);
        Some(is_readable(&trimmed.into()))
    };
    read().unwrap_or(false)
}

/// Returns the size in bits of the prime of a Diffie-Hellman key; `None` if it is another key.
pub(crate) fn dh_bits(spki: &Bytes) -> Option<u32> {
    let numbers = dh_numbers(spki)?;
    let prime = &numbers.first()?.content;
    let sign = if prime.first()? & 0x80 == 0 { 0 } else { 0xff };
    let magnitude: Vec<u8> = prime.iter().map(|b| b ^ sign).collect();
    Some(bit_length(trim_zeros(&magnitude)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_releases_do_not_read_keys_that_they_do_not_know() {
        let key = |oid: &[u8], parameters: &[u8]| {
            let algorithm = encode(SEQUENCE, &[&encode(OID, &[oid]), parameters]);
            Bytes::from(encode(SEQUENCE, &[&algorithm, &encode(BIT_STRING, &[&[0, 1]])]))
        };
        let (ed448, pkcs3) = (
            &[0x2b, 0x65, 0x71][..],
            &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 3, 1][..],
        );
        for oid in [ed448, pkcs3] {
            assert!(is_readable_as_odd(&key(oid, &[])));
            assert!(is_readable_as_odd(&key(oid, &encode(SEQUENCE, &[]))));
            assert!(is_readable_as_odd(&key(oid, &encode(NULL, &[]))));
            let two = [encode(NULL, &[]), encode(NULL, &[])].concat();
            assert!(!is_readable_as_odd(&key(oid, &two)), "two parameters");
            assert!(
                !is_readable_as_odd(&key(oid, &encode(NULL, &[&[0]]))),
                "a NULL with content"
            );
        }
    }

    #[test]
    fn the_third_number_of_a_diffie_hellman_key_is_an_int() {
        let key = |third: &[u8]| {
            let number = |content: &[u8]| encode(INTEGER, &[content]);
            let parameters = encode(SEQUENCE, &[&number(&[23]), &number(&[5]), third]);
            let oid = encode(OID, &[&[0x2a, 0x86, 0x48, 0xce, 0x3e, 2, 1]]);
            let algorithm = encode(SEQUENCE, &[&oid, &parameters]);
            let bits = encode(BIT_STRING, &[&[0], &number(&[8])]);
            Bytes::from(encode(SEQUENCE, &[&algorithm, &bits]))
        };
        let length = encode(INTEGER, &[&[0x7f, 0xff, 0xff, 0xff]]);
        let order = encode(INTEGER, &[&[0, 0x80, 0, 0, 0]]);
        assert!(is_readable(&key(&[])) && is_readable(&key(&length)));
        assert!(!is_readable(&key(&order)) && has_large_number(&key(&order)));
        assert!(!has_large_number(&key(&length)) && !has_large_number(&key(&[])));
        assert_eq!(dh_bits(&key(&[])), Some(5));
    }
}
