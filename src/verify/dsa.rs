//! Verifies DSA signatures, which some private CAs still use. Java 17 supports them, WebCrypto does
//! not.
//!
//! Input: the numbers of a key and of a signature. Output: whether the signature is valid. Nothing
//! is secret. One check costs two powers modulo `p`, of at most [`MAX_PRIME_BITS`] bits, with
//! exponents as long as `q`.
//!
//! # References
//! - FIPS 186-4 §4.7.

use rsa::{BoxedUint, RsaPublicKey, hazmat};

use crate::cert::key::{DsaNumbers, bit_length};

/// The largest size of the prime `p` in bits; FIPS 186-4 §4.2 ends at 3072.
const MAX_PRIME_BITS: u32 = 4096;

/// Whether `r` and `s`, big endian without leading zeros, are a signature of `digest`; `None` if
/// the key's numbers cannot be used.
pub(super) fn verify(key: DsaNumbers<'_>, r: &[u8], s: &[u8], digest: &[u8]) -> Option<bool> {
    let DsaNumbers { p, q, g, y } = key;
    let odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);
    if bit_length(p) > MAX_PRIME_BITS || bit_length(q) >= bit_length(p) || !odd(p) || !odd(q) || bit_length(q) < 2 {
        return None;
    }
    let (prime, group) = (Modulus::new(p)?, Modulus::new(q)?);
    let below_group = |number: &[u8]| !number.is_empty() && (number.len(), number) < (q.len(), q);
    if !below_group(r) || !below_group(s) {
        return Some(false);
    }
    // Use the leftmost bytes of the digest, as many as `q` has.
    let digest = digest.get(..q.len().min(digest.len()))?;
    let inverse = group.power(&group.number(s)?, &minus_two(q))?;
    let exponent = |factor: &BoxedUint| group.product(factor, &inverse).map(|u| u.to_be_bytes().to_vec());
    let (u1, u2) = (exponent(&group.number(digest)?)?, exponent(&group.number(r)?)?);
    let v = prime.product(
        &prime.power(&prime.number(g)?, &u1)?,
        &prime.power(&prime.number(y)?, &u2)?,
    )?;
    Some(group.reduce(&v)?.to_be_bytes() == group.number(r)?.to_be_bytes())
}

/// An odd modulus, with arithmetic modulo it.
struct Modulus {
    number: BoxedUint,
    precision: u32,
}

impl Modulus {
    fn new(magnitude: &[u8]) -> Option<Self> {
        let precision = u32::try_from(magnitude.len()).ok()?.checked_mul(8)?;
        Some(Self {
            number: BoxedUint::from_be_slice(magnitude, precision).ok()?,
            precision,
        })
    }

    /// Returns `magnitude` modulo this.
    fn number(&self, magnitude: &[u8]) -> Option<BoxedUint> {
        self.reduce(&BoxedUint::from_be_slice_vartime(magnitude))
    }

    fn reduce(&self, number: &BoxedUint) -> Option<BoxedUint> {
        let rest = number.rem_vartime(self.number.as_nz_vartime()?);
        let bytes = rest.to_be_bytes();
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        BoxedUint::from_be_slice(bytes.get(zeros..)?, self.precision).ok()
    }

    fn product(&self, a: &BoxedUint, b: &BoxedUint) -> Option<BoxedUint> {
        self.reduce(&a.mul_mod(b, self.number.as_nz_vartime()?))
    }

    /// Raises `base` to a power. An RSA public key operation does exactly that.
    fn power(&self, base: &BoxedUint, exponent: &[u8]) -> Option<BoxedUint> {
        let key = RsaPublicKey::new_unchecked(self.number.clone(), BoxedUint::from_be_slice_vartime(exponent));
        hazmat::rsa_encrypt(&key, base).ok()
    }
}

/// Subtracts two from an odd number above two. By Fermat, the result is the exponent that computes
/// an inverse modulo a prime.
fn minus_two(number: &[u8]) -> Vec<u8> {
    let mut out = number.to_vec();
    let mut take = 2;
    for byte in out.iter_mut().rev() {
        let (less, borrowed) = byte.overflowing_sub(take);
        *byte = less;
        if !borrowed {
            break;
        }
        take = 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// p = 23, q = 11, g = 4, x = 3, so y = 4^3 mod 23 = 18; k = 7: r = (4^7 mod 23) mod 11 = 8; h
    /// = 5: s = (5 + 3·8) / 7 mod 11 = 7·8 mod 11 = 1.
    #[test]
    fn verifies_a_small_signature() {
        let key = DsaNumbers {
            p: &[23],
            q: &[11],
            g: &[4],
            y: &[18],
        };
        assert_eq!(verify(key, &[8], &[1], &[5]), Some(true));
        assert_eq!(verify(key, &[8], &[1], &[6]), Some(false));
        for (r, s) in [([8], [11]), ([1], [11]), ([8], [12]), ([19], [1])] {
            assert_eq!(verify(key, &r, &s, &[5]), Some(false), "not below q: {r:?} {s:?}");
        }
        // The largest prime that is used, and one that is longer. Any odd numbers will do.
        for (bytes, used) in [(MAX_PRIME_BITS / 8, true), (MAX_PRIME_BITS / 8 + 1, false)] {
            let p = vec![0xff; bytes as usize];
            let long = DsaNumbers { p: &p, ..key };
            assert_eq!(verify(long, &[8], &[1], &[5]).is_some(), used, "{bytes} bytes");
        }
        for (p, q, why) in [
            (23, 10, "an even q"),
            (22, 11, "an even p"),
            (23, 37, "q is longer than p"),
            (23, 1, "no group"),
        ] {
            let other = DsaNumbers {
                p: &[p],
                q: &[q],
                ..key
            };
            assert_eq!(verify(other, &[8], &[1], &[5]), None, "{why}");
        }
        assert_eq!(minus_two(&[1, 1]), [0, 0xff]);
    }
}
