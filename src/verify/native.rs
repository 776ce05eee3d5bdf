//! The verifier in Rust: for tests and the command, and for browsers if WebCrypto is missing or
//! does not support a check.
//!
//! RustCrypto does the arithmetic (`rsa`'s public key operation, `p256`, `p384`, `p521`,
//! `ed25519-dalek`); `rsa_padding` checks the padding. Nothing here is secret, so constant time is
//! not needed. One check costs at most the public key operation of a 16384-bit RSA key with a
//! 64-bit exponent.

use rsa::{BoxedUint, RsaPublicKey, hazmat};
use signature::Verifier as _;
use signature::hazmat::PrehashVerifier as _;

use super::digest::digest;
use super::dsa;
use super::question::{NistCurve, Question, RsaPadding};
use super::rsa_padding;
use super::{SignatureAnswer, SignatureCheck, Verifier};
use crate::cert::algorithm::HashAlgorithm;
use crate::cert::key::{RsaNumbers, bit_length};
use SignatureAnswer::{Invalid, Unsupported, Valid};

/// Verifies with Rust crates: RSA PKCS#1 v1.5 and PSS, ECDSA on P-256, P-384 and P-521, and DSA,
/// all with SHA-1 or SHA-2; Ed25519.
#[derive(Clone, Copy, Debug, Default)]
pub struct NativeVerifier;

impl Verifier for NativeVerifier {
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer {
        let message = check.message.as_ref();
        let valid = match Question::of(check) {
            Err(answer) => return answer,
            Ok(Question::Rsa {
                key,
                padding,
                signature,
            }) => rsa(key, padding, signature, message),
            Ok(Question::Ecdsa {
                curve,
                hash,
                point,
                signature,
            }) => ecdsa(curve, hash, point, &signature, message),
            Ok(Question::Dsa { key, hash, r, s }) => {
                digest(hash, &[message]).and_then(|digest| dsa::verify(key, r, s, &digest))
            }
            Ok(Question::Ed25519 { key, signature }) => Some(ed25519(key, signature, message)),
        };
        match valid {
            Some(true) => Valid,
            Some(false) => Invalid,
            None => Unsupported,
        }
    }
}

fn rsa(key: RsaNumbers<'_>, padding: RsaPadding, signature: &[u8], message: &[u8]) -> Option<bool> {
    let Some(em) = recover(key, signature)? else {
        return Some(false);
    };
    match padding {
        RsaPadding::Pkcs1(hash) => rsa_padding::is_pkcs1(&em, hash, message),
        RsaPadding::Pss {
            hash,
            mgf_hash,
            salt_length,
        } => rsa_padding::is_pss(&em, bit_length(key.modulus), (hash, mgf_hash, salt_length), message),
    }
}

/// Computes RSAVP1 ([RFC 8017 §5.2.2](https://www.rfc-editor.org/rfc/rfc8017#section-5.2.2)).
///
/// Returns the encoded message, as long as the modulus; `Some(None)` if the signature is not below
/// the modulus.
fn recover(key: RsaNumbers<'_>, signature: &[u8]) -> Option<Option<Vec<u8>>> {
    let length = key.modulus.len();
    let precision = u32::try_from(length).ok()?.checked_mul(8)?;
    let number = |bytes| BoxedUint::from_be_slice(bytes, precision).ok();
    let (modulus, signature) = (number(key.modulus)?, number(signature)?);
    if signature >= modulus {
        return Some(None);
    }
    // `new_unchecked` panics on an even modulus. `question` limits both numbers and rejects those.
    let key = RsaPublicKey::new_unchecked(modulus, BoxedUint::from_be_slice_vartime(key.exponent));
    let em = hazmat::rsa_encrypt(&key, &signature).ok()?.to_be_bytes();
    em.get(em.len().checked_sub(length)?..).map(|em| Some(em.to_vec()))
}

/// Verifies an ECDSA signature. If the point is not on the curve, no signature is valid.
fn ecdsa(curve: NistCurve, hash: HashAlgorithm, point: &[u8], signature: &[u8], message: &[u8]) -> Option<bool> {
    let digest = digest(hash, &[message])?;
    macro_rules! verify {
        ($curve:ident) => {{
            let key = $curve::ecdsa::VerifyingKey::from_sec1_bytes(point);
            let signature = $curve::ecdsa::Signature::from_slice(signature);
            key.and_then(|key| key.verify_prehash(&digest, &signature?)).is_ok()
        }};
    }
    Some(match curve {
        NistCurve::P256 => verify!(p256),
        NistCurve::P384 => verify!(p384),
        NistCurve::P521 => verify!(p521),
    })
}

/// Verifies an Ed25519 signature. It does not reject small-order points (`verify_strict`), because
/// neither RFC 8032 §5.1.7 nor Java does.
fn ed25519(key: &[u8; 32], signature: &[u8; 64], message: &[u8]) -> bool {
    let signature = ed25519_dalek::Signature::from_bytes(signature);
    ed25519_dalek::VerifyingKey::from_bytes(key).is_ok_and(|key| key.verify(message, &signature).is_ok())
}
