//! Answering whether a signature is valid: the step between `plan` and `judge`.
//!
//! A plan lists [`SignatureCheck`]s; a verifier answers each with a [`SignatureAnswer`]. Two
//! verifiers exist: Rust crates (`native`, feature `rust-verifier`), and the browser's own crypto
//! (`web::webcrypto`). What a check *is* (which key, which numbers, what cannot be tried) is
//! settled once, in `question`, so that the verifiers can differ in arithmetic only; the same test
//! vectors hold them to that. Work is bounded by the limits on RSA keys stated there.
//!
//! No verifier looks at anything but the four fields of a check: no clock, no trust, no policy on
//! weak algorithms.

pub(crate) mod question;
pub mod subtle;

#[cfg(feature = "rust-verifier")]
mod digest;
#[cfg(feature = "rust-verifier")]
mod dsa;
#[cfg(feature = "rust-verifier")]
pub mod native;
#[cfg(feature = "rust-verifier")]
mod rsa_padding;

use bytes::Bytes;

use crate::cert::algorithm::SignatureAlgorithm;

/// One signature to verify.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SignatureCheck {
    /// The signer's `SubjectPublicKeyInfo`, DER.
    pub spki: Bytes,
    /// The algorithm that the signed object names.
    pub algorithm: SignatureAlgorithm,
    /// The signed bytes: of a certificate, the DER of its `tbsCertificate`.
    pub message: Bytes,
    /// The signature's bytes: of a certificate, the content of its `signatureValue` without the
    /// count of unused bits.
    pub signature: Bytes,
}

impl SignatureCheck {
    /// The answer that every verifier gives without any arithmetic, where there is one:
    /// [`SignatureAnswer::Invalid`] for a signature that cannot belong to the key,
    /// [`SignatureAnswer::Unsupported`] for what no verifier here can do.
    ///
    /// Where WebCrypto said `Unsupported` and this is `None`, the Rust verifier knows the answer.
    pub fn settled(&self) -> Option<SignatureAnswer> {
        question::Question::of(self).err()
    }
}

/// What a verifier knows of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureAnswer {
    /// The key's owner signed these bytes.
    Valid,
    /// The key's owner did not make this signature over these bytes.
    Invalid,
    /// This verifier cannot tell; another one might.
    Unsupported,
}

/// A verifier that answers at once.
///
/// The browser's verifier is asynchronous: `web::webcrypto::WebCrypto::verify_all` takes all checks
/// and keeps many in flight. Its answers are in the same order as those of
/// [`Verifier::verify_all`].
pub trait Verifier {
    /// Answers one check.
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer;

    /// Answers all checks, in their order.
    fn verify_all(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        checks.iter().map(|check| self.verify(check)).collect()
    }
}
