//! Parses a signature check, and answers it if that needs no arithmetic.
//!
//! Input: a check. Output: either the numbers that a verifier needs, or the answer. The rules:
//!
//! - If the algorithm does not belong to the key's kind, the signature is invalid: for example RSA
//!   with an EC key, or any known algorithm with an unknown kind of key.
//! - An `id-RSASSA-PSS` key verifies PSS signatures with the parameters that it requires (RFC 4055
//!   §3.3). Without parameters it also verifies PKCS#1 v1.5 signatures: RFC 4055 §1.2 forbids that,
//!   but Java allows it.
//! - ECDSA signatures must be strict DER with minimal, positive numbers, as Wycheproof requires.
//!   Java is strict too, but reads negative numbers as positive.
//! - Points must be uncompressed: Java reads no other form ("Only uncompressed point format
//!   supported").
//! - An RSA signature must have exactly the length of the modulus (RFC 8017 §8.1.2, §8.2.2; Java:
//!   "Bad signature length").
//! - Everything else is unsupported: unreadable keys, MD2, MD5 and SHA-3, Ed448, other curves, PSS
//!   trailers other than 1, RSA keys beyond the limits below.

use super::{SignatureAnswer, SignatureCheck};
use crate::cert::algorithm::{HashAlgorithm, SignatureAlgorithm};
use crate::cert::key::{Curve, DsaNumbers, PublicKey, RsaNumbers, bit_length};
use crate::der::strict::{self, Reader};
use crate::der::tag::INTEGER;
use SignatureAnswer::{Invalid, Unsupported};

/// Accepted size of an RSA modulus in bits: Java's range (`RSAKeyFactory.MIN_MODLEN`,
/// `MAX_MODLEN`).
const MODULUS_BITS: std::ops::RangeInclusive<u32> = 512..=16_384;
/// The largest RSA exponent in bits.
///
/// It is Java's limit for moduli above 3072 bits (`RSAKeyFactory.MAX_RESTRICTED_EXPLEN`), applied
/// to all moduli because the work grows with the exponent. WebCrypto rejects most exponents above
/// 33 bits.
const MAX_EXPONENT_BITS: u32 = 64;

/// The arithmetic that a check needs, with its numbers.
pub(crate) enum Question<'a> {
    /// RSA; the signature is as long as the modulus.
    Rsa {
        key: RsaNumbers<'a>,
        padding: RsaPadding,
        signature: &'a [u8],
    },
    /// ECDSA; the signature is `r` and `s`, each as long as the field.
    Ecdsa {
        curve: NistCurve,
        hash: HashAlgorithm,
        point: &'a [u8],
        signature: Vec<u8>,
    },
    /// DSA; `r` and `s` are without leading zeros. WebCrypto has no DSA.
    #[cfg_attr(
        not(feature = "rust-verifier"),
        allow(dead_code, reason = "only the Rust verifier reads it")
    )]
    Dsa {
        key: DsaNumbers<'a>,
        hash: HashAlgorithm,
        r: &'a [u8],
        s: &'a [u8],
    },
    /// Ed25519.
    Ed25519 { key: &'a [u8; 32], signature: &'a [u8; 64] },
}

/// The padding of an RSA signature.
#[derive(Clone, Copy)]
pub(crate) enum RsaPadding {
    /// EMSA-PKCS1-v1_5.
    Pkcs1(HashAlgorithm),
    /// EMSA-PSS; the salt length is in bytes.
    Pss {
        hash: HashAlgorithm,
        mgf_hash: HashAlgorithm,
        salt_length: u32,
    },
}

impl RsaPadding {
    /// Whether a modulus of `bits` bits has room for a PSS hash and salt
    /// ([RFC 8017 §9.1.2](https://www.rfc-editor.org/rfc/rfc8017#section-9.1.2), step 3).
    ///
    /// WebCrypto throws if it does not. The verifiers check this themselves for PKCS#1.
    fn fits(self, bits: u32) -> bool {
        match self {
            Self::Pkcs1(_) => true,
            Self::Pss { hash, salt_length, .. } => {
                let needed = usize::try_from(salt_length)
                    .ok()
                    .and_then(|salt| salt.checked_add(hash.output_len() + 2));
                let room = usize::try_from(bits.saturating_sub(1).div_ceil(8)).ok();
                needed.zip(room).is_some_and(|(needed, room)| needed <= room)
            }
        }
    }
}

/// The curves that the verifiers support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NistCurve {
    P256,
    P384,
    P521,
}

impl NistCurve {
    /// Returns the length in bytes of one coordinate, and of `r` and `s`.
    pub(crate) const fn field_len(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

impl<'a> Question<'a> {
    /// Parses `check`.
    ///
    /// # Errors
    /// The answer, if the check needs no arithmetic.
    pub(crate) fn of(check: &'a SignatureCheck) -> Result<Self, SignatureAnswer> {
        let key = PublicKey::from_spki(&check.spki).map_err(|_| Unsupported)?;
        let signature = check.signature.as_ref();
        match (&check.algorithm, key) {
            (SignatureAlgorithm::Unknown, _) => Err(Unsupported),
            (SignatureAlgorithm::RsaPkcs1(hash), PublicKey::Rsa(key) | PublicKey::RsaPss(key, None)) => {
                rsa(key, RsaPadding::Pkcs1(supported(*hash)?), signature)
            }
            (algorithm @ SignatureAlgorithm::RsaPss { .. }, PublicKey::Rsa(key)) => {
                rsa(key, pss_padding(algorithm, None)?, signature)
            }
            (algorithm @ SignatureAlgorithm::RsaPss { .. }, PublicKey::RsaPss(key, restriction)) => {
                rsa(key, pss_padding(algorithm, restriction.as_ref())?, signature)
            }
            (SignatureAlgorithm::Ecdsa(hash), PublicKey::Ec(curve, point)) => {
                ecdsa(&curve, supported(*hash)?, point, signature)
            }
            (SignatureAlgorithm::Ed25519, PublicKey::Ed25519(key)) => Ok(Self::Ed25519 {
                key,
                signature: signature.try_into().map_err(|_| Invalid)?,
            }),
            (SignatureAlgorithm::Ed448, PublicKey::Ed448) if is_ed448_signature(signature) => Err(Unsupported),
            (SignatureAlgorithm::Dsa(hash), PublicKey::Dsa(Some(key))) => dsa(key, supported(*hash)?, signature),
            (SignatureAlgorithm::Dsa(_), PublicKey::Dsa(None)) => Err(Unsupported),
            _ => Err(Invalid),
        }
    }
}

/// Returns `hash` if it is SHA-1 or SHA-2. Java's path checks reject MD2 and MD5 before they verify
/// any signature.
fn supported(hash: HashAlgorithm) -> Result<HashAlgorithm, SignatureAnswer> {
    use HashAlgorithm::{Md2, Md5, Sha3_224, Sha3_256, Sha3_384, Sha3_512};
    match hash {
        Md2 | Md5 | Sha3_224 | Sha3_256 | Sha3_384 | Sha3_512 => Err(Unsupported),
        sha => Ok(sha),
    }
}

fn pss_padding(
    algorithm: &SignatureAlgorithm,
    required: Option<&SignatureAlgorithm>,
) -> Result<RsaPadding, SignatureAnswer> {
    let SignatureAlgorithm::RsaPss {
        hash,
        mgf_hash,
        salt_length,
        trailer_field,
    } = algorithm
    else {
        return Err(Invalid);
    };
    if let Some(SignatureAlgorithm::RsaPss {
        hash: key_hash,
        mgf_hash: key_mgf,
        salt_length: least,
        ..
    }) = required
        && ((hash, mgf_hash) != (key_hash, key_mgf) || salt_length < least)
    {
        return Err(Invalid);
    }
    if *trailer_field != 1 {
        return Err(Unsupported);
    }
    let (hash, mgf_hash) = (supported(*hash)?, supported(*mgf_hash)?);
    Ok(RsaPadding::Pss {
        hash,
        mgf_hash,
        salt_length: *salt_length,
    })
}

fn rsa<'a>(key: RsaNumbers<'a>, padding: RsaPadding, signature: &'a [u8]) -> Result<Question<'a>, SignatureAnswer> {
    let odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);
    let usable = MODULUS_BITS.contains(&bit_length(key.modulus))
        && (2..=MAX_EXPONENT_BITS).contains(&bit_length(key.exponent))
        && odd(key.modulus)
        && odd(key.exponent);
    if !usable {
        // No signature is possible with an even exponent, because it has no inverse.
        return Err(if odd(key.exponent) { Unsupported } else { Invalid });
    }
    if signature.len() != key.modulus.len() || !padding.fits(bit_length(key.modulus)) {
        return Err(Invalid);
    }
    Ok(Question::Rsa {
        key,
        padding,
        signature,
    })
}

/// Whether a signature may be Ed448: it has 114 bytes, and the last 57 are a number below 2^446,
/// which is above the group's order
/// ([RFC 8032 §5.2.7](https://www.rfc-editor.org/rfc/rfc8032#section-5.2.7)).
fn is_ed448_signature(signature: &[u8]) -> bool {
    signature.len() == 114 && matches!(signature, [.., 0..=0x3f, 0])
}

fn dsa<'a>(key: DsaNumbers<'a>, hash: HashAlgorithm, signature: &'a [u8]) -> Result<Question<'a>, SignatureAnswer> {
    let numbers = || {
        let mut fields = Reader::sequence(signature)?;
        let r = strict::unsigned(fields.read(INTEGER)?)?;
        let s = strict::unsigned(fields.read(INTEGER)?)?;
        fields.is_empty().then_some((r, s))
    };
    let (r, s) = numbers().ok_or(Invalid)?;
    Ok(Question::Dsa { key, hash, r, s })
}

fn ecdsa<'a>(
    curve: &Curve,
    hash: HashAlgorithm,
    point: &'a [u8],
    signature: &[u8],
) -> Result<Question<'a>, SignatureAnswer> {
    let curve = match curve {
        Curve::P256 => NistCurve::P256,
        Curve::P384 => NistCurve::P384,
        Curve::P521 => NistCurve::P521,
        _ => return Err(Unsupported),
    };
    if point.first() != Some(&4) || point.len() != 1 + 2 * curve.field_len() {
        return Err(Unsupported);
    }
    let signature = fixed_width(signature, curve.field_len()).ok_or(Invalid)?;
    Ok(Question::Ecdsa {
        curve,
        hash,
        point,
        signature,
    })
}

/// Converts `SEQUENCE { r INTEGER, s INTEGER }` to `r` and `s` of `width` bytes each.
fn fixed_width(signature: &[u8], width: usize) -> Option<Vec<u8>> {
    let mut fields = Reader::sequence(signature)?;
    let mut fixed = Vec::with_capacity(2 * width);
    for _ in 0..2 {
        let number = strict::unsigned(fields.read(INTEGER)?)?;
        fixed.resize(fixed.len() + width.checked_sub(number.len())?, 0);
        fixed.extend_from_slice(number);
    }
    fields.is_empty().then_some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_modulus_needs_room_for_hash_and_salt() {
        let pss = |salt_length| RsaPadding::Pss {
            hash: HashAlgorithm::Sha512,
            mgf_hash: HashAlgorithm::Sha512,
            salt_length,
        };
        // 64 bytes of hash, 64 of salt and 2 more: 130.
        assert!(pss(64).fits(130 * 8 - 6) && !pss(64).fits(129 * 8 + 1));
        assert!(pss(0).fits(66 * 8) && !pss(u32::MAX).fits(4096));
        assert!(RsaPadding::Pkcs1(HashAlgorithm::Sha512).fits(1));
    }

    #[test]
    fn a_dsa_key_without_parameters_cannot_be_used() {
        let spki = [
            &[0x30, 17, 0x30, 9, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x38, 4, 1][..],
            &[3, 4, 0, 2, 1, 5],
        ];
        let check = SignatureCheck {
            spki: bytes::Bytes::from(spki.concat()),
            algorithm: SignatureAlgorithm::Dsa(HashAlgorithm::Sha256),
            message: bytes::Bytes::new(),
            signature: bytes::Bytes::from_static(&[0x30, 6, 2, 1, 1, 2, 1, 1]),
        };
        assert_eq!(check.known_answer(), Some(Unsupported));
    }

    #[test]
    fn ecdsa_signatures_are_strict_der() {
        assert_eq!(fixed_width(&[0x30, 6, 2, 1, 1, 2, 1, 2], 2), Some(vec![0, 1, 0, 2]));
        assert_eq!(fixed_width(&[0x30, 7, 2, 2, 0, 0x80, 2, 1, 0], 1), Some(vec![0x80, 0]));
        let bad: [&[u8]; 9] = [
            &[],
            &[0x30, 0],
            &[0x30, 3, 2, 1, 1],
            &[0x30, 6, 2, 1, 1, 2, 1],
            &[0x30, 6, 2, 1, 1, 2, 1, 2, 0],
            &[0x30, 9, 2, 1, 1, 2, 1, 2, 2, 1, 3],
            &[0x30, 7, 2, 2, 0, 1, 2, 1, 2],
            &[0x30, 6, 2, 1, 0xff, 2, 1, 2],
            &[0x30, 0x81, 6, 2, 1, 1, 2, 1, 2],
        ];
        for signature in bad {
            assert_eq!(fixed_width(signature, 2), None, "{signature:?}");
        }
        assert_eq!(fixed_width(&[0x30, 8, 2, 3, 1, 0, 0, 2, 1, 2], 2), None);
    }
}
