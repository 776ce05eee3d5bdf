//! Translates a check into calls of `crypto.subtle`. Native tests cover it: it uses no browser API.
//!
//! Input: a check. Output: the key, the parameters of `importKey` and `verify`, and the signature
//! in WebCrypto's form. If WebCrypto is not needed or does not support the check (SHA-224,
//! SHA-512/256, a PSS mask with another hash), the output is the answer. Keys are encoded again, so
//! that WebCrypto can import `id-RSASSA-PSS` keys and keys with missing NULLs or padded INTEGERs.
//!
//! # References
//! - [Web Cryptography API](https://www.w3.org/TR/WebCryptoAPI/) §20, §21, §23 (RSA and ECDSA), and
//!   its Ed25519

use std::borrow::Cow;

use super::question::{NistCurve, Question, RsaPadding};
use super::{SignatureAnswer, SignatureCheck};
use crate::cert::algorithm::HashAlgorithm;
use crate::cert::key::RsaNumbers;
use crate::der::strict;
use crate::der::tag::{BIT_STRING, NULL, SEQUENCE};

/// One call of `crypto.subtle.verify`, with the import of its key.
pub struct SubtleRequest<'a> {
    /// The member `name` of the key and of the parameters.
    pub name: &'static str,
    /// The parameters of `verify`.
    pub verify: VerifyParameters,
    /// The signature: for ECDSA, `r` and `s` at fixed width; otherwise unchanged.
    pub signature: Cow<'a, [u8]>,
    key: Key<'a>,
}

/// The numbers of a key.
enum Key<'a> {
    /// With the hash that WebCrypto binds the key to.
    Rsa(RsaNumbers<'a>, &'static str),
    Ec(NistCurve, &'a [u8]),
    Ed25519(&'a [u8; 32]),
}

/// The arguments of `crypto.subtle.importKey`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SubtleKey {
    /// The key's `SubjectPublicKeyInfo` in DER, for the format `spki`.
    pub spki: Vec<u8>,
    /// The member `name`.
    pub name: &'static str,
    /// The member `hash`, for RSA.
    pub hash: Option<&'static str>,
    /// The member `namedCurve`, for ECDSA.
    pub named_curve: Option<&'static str>,
}

/// The members of the first argument of `crypto.subtle.verify`, without `name`, which is the key's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerifyParameters {
    /// No members besides `name`.
    Plain,
    /// The member `saltLength`, in bytes.
    Pss(u32),
    /// The member `hash`.
    Ecdsa(&'static str),
}

impl<'a> SubtleRequest<'a> {
    /// Translates `check`.
    ///
    /// # Errors
    /// The answer, if WebCrypto is not needed or does not support the check.
    pub fn of(check: &'a SignatureCheck) -> Result<Self, SignatureAnswer> {
        match Question::of(check)? {
            Question::Rsa {
                key,
                padding,
                signature,
            } => rsa(key, padding, signature),
            Question::Ecdsa {
                curve,
                hash,
                point,
                signature,
            } => Ok(Self {
                name: "ECDSA",
                verify: VerifyParameters::Ecdsa(hash_name(hash)?),
                signature: Cow::Owned(signature),
                key: Key::Ec(curve, point),
            }),
            Question::Dsa { .. } => Err(SignatureAnswer::Unsupported),
            Question::Ed25519 { key, signature } => Ok(Self {
                name: "Ed25519",
                verify: VerifyParameters::Plain,
                signature: Cow::Borrowed(signature),
                key: Key::Ed25519(key),
            }),
        }
    }

    /// Returns the key. Checks with the same [`SignatureCheck::spki`] and algorithm have equal
    /// keys, which need only one import.
    #[must_use]
    pub fn key(&self) -> SubtleKey {
        let (spki, hash, named_curve) = match self.key {
            Key::Rsa(RsaNumbers { modulus, exponent }, hash) => {
                let (modulus, exponent) = (strict::encode_unsigned(modulus), strict::encode_unsigned(exponent));
                let numbers = strict::encode(SEQUENCE, &[&modulus, &exponent]);
                (spki(&[&RSA, &[NULL, 0]], &numbers), Some(hash), None)
            }
            Key::Ec(curve, point) => (spki(&[&EC, curve_oid(curve)], point), None, Some(curve_name(curve))),
            Key::Ed25519(key) => (spki(&[&ED25519], key), None, None),
        };
        SubtleKey {
            spki,
            name: self.name,
            hash,
            named_curve,
        }
    }
}

fn rsa<'a>(
    numbers: RsaNumbers<'a>,
    padding: RsaPadding,
    signature: &'a [u8],
) -> Result<SubtleRequest<'a>, SignatureAnswer> {
    let (name, hash, verify) = match padding {
        RsaPadding::Pkcs1(hash) => ("RSASSA-PKCS1-v1_5", hash, VerifyParameters::Plain),
        RsaPadding::Pss {
            hash,
            mgf_hash,
            salt_length,
        } if hash == mgf_hash => ("RSA-PSS", hash, VerifyParameters::Pss(salt_length)),
        RsaPadding::Pss { .. } => return Err(SignatureAnswer::Unsupported),
    };
    Ok(SubtleRequest {
        name,
        verify,
        signature: Cow::Borrowed(signature),
        key: Key::Rsa(numbers, hash_name(hash)?),
    })
}

/// `rsaEncryption` as an element.
const RSA: [u8; 11] = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
/// `id-ecPublicKey` as an element.
const EC: [u8; 9] = [6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
/// `id-Ed25519` as an element.
const ED25519: [u8; 5] = [6, 3, 0x2b, 0x65, 0x70];

fn spki(algorithm: &[&[u8]], key: &[u8]) -> Vec<u8> {
    let algorithm = strict::encode(SEQUENCE, algorithm);
    strict::encode(SEQUENCE, &[&algorithm, &strict::encode(BIT_STRING, &[&[0], key])])
}

const fn curve_oid(curve: NistCurve) -> &'static [u8] {
    match curve {
        NistCurve::P256 => &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7],
        NistCurve::P384 => &[6, 5, 0x2b, 0x81, 4, 0, 34],
        NistCurve::P521 => &[6, 5, 0x2b, 0x81, 4, 0, 35],
    }
}

const fn curve_name(curve: NistCurve) -> &'static str {
    match curve {
        NistCurve::P256 => "P-256",
        NistCurve::P384 => "P-384",
        NistCurve::P521 => "P-521",
    }
}

fn hash_name(hash: HashAlgorithm) -> Result<&'static str, SignatureAnswer> {
    match hash {
        HashAlgorithm::Sha1 => Ok("SHA-1"),
        HashAlgorithm::Sha256 => Ok("SHA-256"),
        HashAlgorithm::Sha384 => Ok("SHA-384"),
        HashAlgorithm::Sha512 => Ok("SHA-512"),
        _ => Err(SignatureAnswer::Unsupported),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::cert::algorithm::SignatureAlgorithm;
    use bytes::Bytes;

    fn check(spki: Vec<u8>, algorithm: &str, signature: &[u8]) -> SignatureCheck {
        let signature = Bytes::copy_from_slice(signature);
        let algorithm = algorithm.parse::<SignatureAlgorithm>().unwrap();
        SignatureCheck {
            spki: spki.into(),
            algorithm,
            message: Bytes::new(),
            signature,
        }
    }

    /// An RSA key with a modulus of 1024 ones and exponent 65537.
    fn rsa_key(algorithm: &[&[u8]]) -> Vec<u8> {
        let numbers = [
            strict::encode_unsigned(&[0xff; 128]),
            strict::encode_unsigned(&[1, 0, 1]),
        ]
        .concat();
        spki(algorithm, &strict::encode(SEQUENCE, &[&numbers]))
    }

    #[test]
    fn rsa_keys_are_re_encoded() {
        let usual = rsa_key(&[&RSA, &[NULL, 0]]);
        let pss_oid = [&RSA[..RSA.len() - 1], &[10]].concat();
        let pss = "RSASSA-PSS(SHA256,MGF1-SHA256,32)";
        for (key, algorithm, verify) in [
            (usual.clone(), "SHA256withRSA", VerifyParameters::Plain),
            (rsa_key(&[&RSA]), "SHA256withRSA", VerifyParameters::Plain),
            (rsa_key(&[&pss_oid]), pss, VerifyParameters::Pss(32)),
        ] {
            let check = check(key, algorithm, &[1; 128]);
            let request = SubtleRequest::of(&check).ok().unwrap();
            let key = request.key();
            assert_eq!((&key.spki, key.hash, request.verify), (&usual, Some("SHA-256"), verify));
        }
    }

    #[test]
    fn ecdsa_signatures_become_fixed_width() {
        let key = spki(&[&EC, curve_oid(NistCurve::P521)], &[&[4][..], &[7; 132]].concat());
        let check = check(key.clone(), "SHA1withECDSA", &[0x30, 6, 2, 1, 3, 2, 1, 5]);
        let request = SubtleRequest::of(&check).ok().unwrap();
        let imported = request.key();
        assert_eq!((imported.spki, imported.named_curve), (key, Some("P-521")));
        assert_eq!(request.verify, VerifyParameters::Ecdsa("SHA-1"));
        assert_eq!(request.signature, [&[0; 65][..], &[3], &[0; 65], &[5]].concat());
    }

    #[test]
    fn curves_and_hashes_have_the_names_of_webcrypto() {
        let curves = [NistCurve::P256, NistCurve::P384, NistCurve::P521];
        assert_eq!(curves.map(curve_name), ["P-256", "P-384", "P-521"]);
        use HashAlgorithm::{Sha1, Sha224, Sha256, Sha384, Sha512};
        let names = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"].map(Ok);
        assert_eq!([Sha1, Sha256, Sha384, Sha512].map(hash_name), names);
        assert_eq!(hash_name(Sha224), Err(SignatureAnswer::Unsupported));
    }

    #[test]
    fn webcrypto_does_not_support_every_check() {
        let key = rsa_key(&[&RSA, &[NULL, 0]]);
        for algorithm in ["SHA224withRSA", "SHA512/256withRSA", "RSASSA-PSS(SHA256,MGF1-SHA1,20)"] {
            let check = check(key.clone(), algorithm, &[1; 128]);
            let answer = SubtleRequest::of(&check).err();
            assert_eq!(answer, Some(SignatureAnswer::Unsupported), "{algorithm}");
            assert_eq!(check.known_answer(), None, "{algorithm}: the Rust verifier supports it");
        }
        let other_family = check(key, "SHA256withECDSA", &[]);
        assert_eq!(SubtleRequest::of(&other_family).err(), Some(SignatureAnswer::Invalid));
    }
}
