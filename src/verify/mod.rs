//! Verifies signatures: the step between `plan` and `judge`.
//!
//! A plan lists [`SignatureCheck`]s; a verifier answers each with a [`SignatureAnswer`]. There are
//! two verifiers: Rust crates (`native`, feature `rust-verifier`), and the browser's own crypto
//! (`web::webcrypto`). Both use `question`, which parses a check and answers it if no arithmetic is
//! needed. They can therefore differ in arithmetic only, and the same test vectors check both.
//! `question` limits the size of RSA keys, which bounds the work.
//!
//! Verifiers use only the four fields of a check: no clock, no trust, no policy on weak algorithms.

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
    /// The signer's `SubjectPublicKeyInfo`, in DER.
    pub spki: Bytes,
    /// The algorithm that the signed object names.
    pub algorithm: SignatureAlgorithm,
    /// The signed bytes: for a certificate, the DER of its `tbsCertificate`.
    pub message: Bytes,
    /// The signature's bytes: for a certificate, the content of its `signatureValue` without the
    /// count of unused bits.
    pub signature: Bytes,
}

impl SignatureCheck {
    /// Returns the answer that every verifier gives without arithmetic; `None` if arithmetic is
    /// needed.
    ///
    /// It is [`SignatureAnswer::Invalid`] if the signature cannot belong to the key, and
    /// [`SignatureAnswer::Unsupported`] if no verifier supports the check. If WebCrypto answers
    /// `Unsupported` but this is `None`, the Rust verifier can answer.
    pub fn known_answer(&self) -> Option<SignatureAnswer> {
        question::Question::of(self).err()
    }
}

/// The result of a signature check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureAnswer {
    /// The key signed these bytes.
    Valid,
    /// The key did not make this signature over these bytes.
    Invalid,
    /// This verifier does not support the check; another one might.
    Unsupported,
}

/// A synchronous verifier.
///
/// The browser's verifier is asynchronous: `web::webcrypto::WebCrypto::verify_all` takes all checks
/// and runs many at a time. It returns answers in the same order as [`Verifier::verify_all`].
pub trait Verifier {
    /// Answers one check.
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer;

    /// Answers all checks, in their order.
    fn verify_all(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        checks.iter().map(|check| self.verify(check)).collect()
    }
}
