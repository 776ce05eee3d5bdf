//! Wycheproof's signature vectors as this project's checks, for the native and the browser tests.
//!
//! Contains every set of the three families, including those that no verifier supports: their
//! expected answer is `Unsupported`. Excluded are signatures of fixed width (P1363), which
//! certificates do not use, and PSS with a SHAKE mask, which has no name in `SignatureAlgorithm`.

pub mod edges;

use bytes::Bytes;
use sslengine_doctor::cert::algorithm::{HashAlgorithm, SignatureAlgorithm};
use sslengine_doctor::verify::SignatureCheck;
use wycheproof::{
    EdwardsCurve, EllipticCurve, HashFunction, TestResult, ecdsa, eddsa, rsa_pkcs1_verify, rsa_pss_verify,
};

/// The answer that a vector requires from a verifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    Valid,
    Invalid,
    /// Wycheproof's "acceptable": only the missing NULL in PKCS#1 v1.5.
    Either,
    Unsupported,
}

/// One vector.
pub struct Vector {
    pub name: String,
    pub check: SignatureCheck,
    pub expected: Expected,
}

impl From<TestResult> for Expected {
    fn from(result: TestResult) -> Self {
        match result {
            TestResult::Valid => Self::Valid,
            TestResult::Invalid => Self::Invalid,
            TestResult::Acceptable => Self::Either,
        }
    }
}

/// The hash, and whether the verifiers support it.
fn hash(function: HashFunction) -> Option<(HashAlgorithm, bool)> {
    Some(match function {
        HashFunction::Sha1 => (HashAlgorithm::Sha1, true),
        HashFunction::Sha2_224 => (HashAlgorithm::Sha224, true),
        HashFunction::Sha2_256 => (HashAlgorithm::Sha256, true),
        HashFunction::Sha2_384 => (HashAlgorithm::Sha384, true),
        HashFunction::Sha2_512 => (HashAlgorithm::Sha512, true),
        HashFunction::Sha2_512_224 => (HashAlgorithm::Sha512_224, true),
        HashFunction::Sha2_512_256 => (HashAlgorithm::Sha512_256, true),
        HashFunction::Sha3_224 => (HashAlgorithm::Sha3_224, false),
        HashFunction::Sha3_256 => (HashAlgorithm::Sha3_256, false),
        HashFunction::Sha3_384 => (HashAlgorithm::Sha3_384, false),
        HashFunction::Sha3_512 => (HashAlgorithm::Sha3_512, false),
        HashFunction::Shake128 | HashFunction::Shake256 => return None,
    })
}

macro_rules! push {
    ($out:ident, $set:expr, $group:expr, $algorithm:expr, $supported:expr) => {
        for test in &$group.tests {
            $out.push(Vector {
                name: format!("{:?} {} ({}; {:?})", $set, test.tc_id, test.comment, test.flags),
                check: SignatureCheck {
                    spki: Bytes::copy_from_slice(&$group.der),
                    algorithm: $algorithm.clone(),
                    message: Bytes::copy_from_slice(&test.msg),
                    signature: Bytes::copy_from_slice(&test.sig),
                },
                expected: if $supported {
                    test.result.into()
                } else {
                    Expected::Unsupported
                },
            });
        }
    };
}

/// RSASSA-PKCS1-v1_5.
pub fn rsa_pkcs1() -> Vec<Vector> {
    let mut out = Vec::new();
    for set in rsa_pkcs1_verify::TestName::all() {
        for group in rsa_pkcs1_verify::TestSet::load(set).unwrap().test_groups {
            let (hash, supported) = hash(group.hash).unwrap();
            push!(out, set, group, SignatureAlgorithm::RsaPkcs1(hash), supported);
        }
    }
    out
}

/// RSASSA-PSS, keys with and without parameters.
pub fn rsa_pss() -> Vec<Vector> {
    let mut out = Vec::new();
    for set in rsa_pss_verify::TestName::all() {
        for group in rsa_pss_verify::TestSet::load(set).unwrap().test_groups {
            let (Some((hash, true)), Some(mgf)) = (hash(group.hash), group.mgf_hash) else {
                continue;
            };
            let (mgf_hash, _) = self::hash(mgf).unwrap();
            let salt_length = u32::try_from(group.salt_size).unwrap();
            let algorithm = SignatureAlgorithm::RsaPss {
                hash,
                mgf_hash,
                salt_length,
                trailer_field: 1,
            };
            push!(out, set, group, algorithm, true);
        }
    }
    out
}

/// ECDSA with DER signatures.
pub fn ecdsa() -> Vec<Vector> {
    let mut out = Vec::new();
    for set in ecdsa::TestName::all() {
        for group in ecdsa::TestSet::load(set).unwrap().test_groups {
            if group.test_type == ecdsa::TestGroupTypeId::EcdsaP1363 {
                continue;
            }
            let Some((hash, supported)) = hash(group.hash) else {
                continue;
            };
            use EllipticCurve::{Secp256r1, Secp384r1, Secp521r1};
            let supported = supported && matches!(group.key.curve, Secp256r1 | Secp384r1 | Secp521r1);
            push!(out, set, group, SignatureAlgorithm::Ecdsa(hash), supported);
        }
    }
    out
}

/// Ed25519 and Ed448.
pub fn eddsa() -> Vec<Vector> {
    let mut out = Vec::new();
    for set in eddsa::TestName::all() {
        for group in eddsa::TestSet::load(set).unwrap().test_groups {
            let (algorithm, supported) = match group.key.curve {
                EdwardsCurve::Ed25519 => (SignatureAlgorithm::Ed25519, true),
                EdwardsCurve::Ed448 => (SignatureAlgorithm::Ed448, false),
            };
            push!(out, set, group, algorithm, supported);
        }
    }
    for vector in out
        .iter_mut()
        .filter(|v| v.check.algorithm == SignatureAlgorithm::Ed448)
    {
        if !has_ed448_form(&vector.check.signature) {
            vector.expected = Expected::Invalid;
        }
    }
    out
}

/// Whether a signature has the form of Ed448: 114 bytes, the last 57 of them a number below 2^446.
pub fn has_ed448_form(signature: &[u8]) -> bool {
    signature.len() == 114 && matches!(signature, [.., 0..=0x3f, 0])
}
