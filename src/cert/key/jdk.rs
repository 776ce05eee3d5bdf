//! Which public keys the JDK's reader takes; any other makes the whole certificate unreadable to
//! it.
//!
//! A kind that the JDK does not know is no error: it verifies nothing, but can be read.
//!
//! # References
//! - JDK 17, `X509Key.parse`, `RSAKeyFactory.checkKeyLengths`, `RSAPublicKeyImpl.checkExponentRange`,
//!   `ECUtil.decodePoint`, `CurveDB`.

use bytes::Bytes;

use super::curve::field_bits;
use super::spki::{PublicKey, RsaNumbers, bit_length};
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::strict::encode;
use crate::der::tag::{BIT_STRING, INTEGER, OID, SEQUENCE};

/// Bytes of an RSA modulus (`RSAKeyFactory.MIN_MODLEN`, `MAX_MODLEN`).
const MODULUS_OCTETS: std::ops::RangeInclusive<usize> = 64..=2048;
/// Octets of a modulus above which exponents are limited (`MAX_MODLEN_RESTRICT_EXP`), and the limit
/// in bits.
const LIMITED_EXPONENT: (usize, u32) = (384, 64);

/// The key as the JDK keeps it: no unused bits, definite and shortest lengths outside of the key
/// itself. Bytes that are so already, as in every certificate that keeps to the standard, are not
/// copied.
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
    let inside: Vec<Bytes> = elements.iter().map(Tlv::with_minimal_header).collect();
    let inside: Vec<&[u8]> = inside.iter().map(Bytes::as_ref).collect();
    let normal = encode(
        SEQUENCE,
        &[&encode(SEQUENCE, &inside), &encode(BIT_STRING, &[&[0], &bits])],
    );
    Some(if raw == &normal { raw.clone() } else { normal.into() })
}

/// Whether the JDK's reader accepts the key; `spki` is in normal form.
pub(crate) fn is_readable(spki: &Bytes) -> bool {
    match PublicKey::from_spki(spki) {
        Ok(PublicKey::Rsa(numbers) | PublicKey::RsaPss(numbers, _)) => rsa_in_range(numbers),
        Ok(PublicKey::Ec(curve, point)) => {
            let field = field_bits(curve.oid()).and_then(|bits| usize::try_from(bits.div_ceil(8)).ok());
            point.first() == Some(&4) && field.is_some_and(|octets| (point.len() - 1) / 2 == octets)
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
    MODULUS_OCTETS.contains(&modulus.len()) && !smaller_than_three && !over_modulus && !limited
}

/// Kinds that only agree on keys, which the JDK reads too: X25519, X448 by their lengths,
/// Diffie-Hellman with its numbers.
fn other_kind(oid: &str, spki: &Bytes) -> Option<bool> {
    let mut parts = Reader::new(lenient::only(spki)?.content);
    let mut algorithm = Reader::new(parts.take()?.content);
    let key = parts.take()?.content.slice(1..);
    algorithm.take_tag(OID)?;
    Some(match oid {
        "1.3.101.110" => key.len() == 32,
        "1.3.101.111" => key.len() == 56,
        "1.2.840.10046.2.1" | "1.2.840.113549.1.3.1" => {
            let numbers = algorithm.take_tag(SEQUENCE).and_then(|p| lenient::elements(&p.content));
            let whole = numbers.is_some_and(|n| (2..=3).contains(&n.len()) && n.iter().all(|i| i.tag == INTEGER));
            whole && lenient::only(&key).is_some_and(|y| y.tag == INTEGER && !y.content.is_empty())
        }
        _ => true,
    })
}
