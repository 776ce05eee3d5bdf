//! Verifies whether one certificate was signed with the key of another.

use sslengine_doctor::verify::native::NativeVerifier;
use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier as _};

use super::certificate::Certificate;

/// Whether the signature of `certificate` verifies with the key of `issuer`.
pub fn signed_by(certificate: &Certificate, issuer: &Certificate) -> bool {
    let check = SignatureCheck {
        spki: issuer.spki.clone().into(),
        algorithm: certificate.signature_algorithm.clone(),
        message: certificate.tbs.clone().into(),
        signature: certificate.signature.clone().into(),
    };
    NativeVerifier.verify(&check) == SignatureAnswer::Valid
}
