//! Which public keys the JDK's reader takes; any other makes the whole certificate unreadable to it.
//!
//! A kind that the JDK does not know is no error: it verifies nothing, but can be read.
//!
//! # References
//! - JDK 17, `X509Key.parse`, `RSAKeyFactory.checkKeyLengths`, `RSAPublicKeyImpl.checkExponentRange`,
//!   `ECUtil.decodePoint`, `CurveDB`.

use bytes::Bytes;

use super::der::{self, encode};
use super::key::bit_length;
use super::spki::{PublicKey, RsaNumbers};
use super::tlv::{self, BIT_STRING, INTEGER, OID, Reader, SEQUENCE};

/// Bits of an RSA modulus, counted in whole octets (`RSAKeyFactory.MIN_MODLEN`, `MAX_MODLEN`).
const MODULUS_OCTETS: std::ops::RangeInclusive<usize> = 64..=2048;
/// Octets of a modulus above which exponents are limited (`MAX_MODLEN_RESTRICT_EXP`), and the limit in bits.
const LIMITED_EXPONENT: (usize, u32) = (384, 64);

/// Identifiers of elliptic curves that the JDK has parameters for, with the bits of their fields.
const CURVES: [(&str, u32); 57] = [
    ("1.2.840.10045.3.1.1", 192),
    ("1.2.840.10045.3.1.2", 192),
    ("1.2.840.10045.3.1.3", 192),
    ("1.2.840.10045.3.1.4", 239),
    ("1.2.840.10045.3.1.5", 239),
    ("1.2.840.10045.3.1.6", 239),
    ("1.2.840.10045.3.1.7", 256),
    ("1.3.132.0.1", 163),
    ("1.3.132.0.2", 163),
    ("1.3.132.0.3", 239),
    ("1.3.132.0.4", 113),
    ("1.3.132.0.5", 113),
    ("1.3.132.0.6", 112),
    ("1.3.132.0.7", 112),
    ("1.3.132.0.8", 160),
    ("1.3.132.0.9", 160),
    ("1.3.132.0.10", 256),
    ("1.3.132.0.15", 163),
    ("1.3.132.0.16", 283),
    ("1.3.132.0.17", 283),
    ("1.3.132.0.22", 131),
    ("1.3.132.0.23", 131),
    ("1.3.132.0.24", 193),
    ("1.3.132.0.25", 193),
    ("1.3.132.0.26", 233),
    ("1.3.132.0.27", 233),
    ("1.3.132.0.28", 128),
    ("1.3.132.0.29", 128),
    ("1.3.132.0.30", 160),
    ("1.3.132.0.31", 192),
    ("1.3.132.0.32", 224),
    ("1.3.132.0.33", 224),
    ("1.3.132.0.34", 384),
    ("1.3.132.0.35", 521),
    ("1.3.132.0.36", 409),
    ("1.3.132.0.37", 409),
    ("1.3.132.0.38", 571),
    ("1.3.132.0.39", 571),
    ("1.2.840.10045.3.0.1", 163),
    ("1.2.840.10045.3.0.2", 163),
    ("1.2.840.10045.3.0.3", 163),
    ("1.2.840.10045.3.0.4", 176),
    ("1.2.840.10045.3.0.5", 191),
    ("1.2.840.10045.3.0.6", 191),
    ("1.2.840.10045.3.0.7", 191),
    ("1.2.840.10045.3.0.10", 208),
    ("1.2.840.10045.3.0.11", 239),
    ("1.2.840.10045.3.0.12", 239),
    ("1.2.840.10045.3.0.13", 239),
    ("1.3.36.3.3.2.8.1.1.1", 160),
    ("1.3.36.3.3.2.8.1.1.3", 192),
    ("1.3.36.3.3.2.8.1.1.5", 224),
    ("1.3.36.3.3.2.8.1.1.7", 256),
    ("1.3.36.3.3.2.8.1.1.9", 320),
    ("1.3.36.3.3.2.8.1.1.11", 384),
    ("1.3.36.3.3.2.8.1.1.13", 512),
    ("1.2.840.10045.3.0.16", 272),
];

/// Bits of the field of a curve by its dotted identifier; none where the JDK does not have it.
pub(super) fn field_bits(curve: &str) -> Option<u32> {
    CURVES.iter().find(|(oid, _)| *oid == curve).map(|(_, bits)| *bits)
}

/// The key as the JDK keeps it: no unused bits, definite and shortest lengths outside of the key itself. Bytes that are
/// so already, as in every certificate that keeps to the standard, are not copied.
pub(super) fn normal_form(raw: &Bytes) -> Option<Bytes> {
    let parts = tlv::sequence(raw)?;
    let [algorithm, key] = parts.as_slice() else {
        return None;
    };
    if algorithm.tag != SEQUENCE || key.tag != BIT_STRING {
        return None;
    }
    let bits = tlv::bits(&key.content)?;
    let elements = tlv::elements(&algorithm.content)?;
    let inside: Vec<Bytes> = elements.iter().map(tlv::Tlv::with_minimal_header).collect();
    let inside: Vec<&[u8]> = inside.iter().map(Bytes::as_ref).collect();
    let normal = encode(
        der::SEQUENCE,
        &[
            &encode(der::SEQUENCE, &inside),
            &encode(der::BIT_STRING, &[&[0], &bits]),
        ],
    );
    Some(if raw == &normal { raw.clone() } else { normal.into() })
}

/// True where the JDK's reader takes the key; `spki` is in normal form.
pub(super) fn is_readable(spki: &Bytes) -> bool {
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

/// Kinds that only agree on keys, which the JDK reads too: X25519, X448 by their lengths, Diffie-Hellman with its numbers.
fn other_kind(oid: &str, spki: &Bytes) -> Option<bool> {
    let mut parts = Reader::new(tlv::only(spki)?.content);
    let mut algorithm = Reader::new(parts.take()?.content);
    let key = parts.take()?.content.slice(1..);
    algorithm.take_tag(OID)?;
    Some(match oid {
        "1.3.101.110" => key.len() == 32,
        "1.3.101.111" => key.len() == 56,
        "1.2.840.10046.2.1" | "1.2.840.113549.1.3.1" => {
            let numbers = algorithm.take_tag(SEQUENCE).and_then(|p| tlv::elements(&p.content));
            let whole = numbers.is_some_and(|n| (2..=3).contains(&n.len()) && n.iter().all(|i| i.tag == INTEGER));
            whole && tlv::only(&key).is_some_and(|y| y.tag == INTEGER && !y.content.is_empty())
        }
        _ => true,
    })
}
