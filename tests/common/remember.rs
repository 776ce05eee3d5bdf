//! A verifier for tests that ask for the same signatures.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use sslengine_doctor::cert::Fingerprint;
use sslengine_doctor::verify::native::NativeVerifier;
use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier};

type Answers = HashMap<[u8; 32], SignatureAnswer>;

static ANSWERS: LazyLock<Mutex<Answers>> = LazyLock::new(Mutex::default);

/// Verifies each signature once per process.
pub struct Remembering;

impl Verifier for Remembering {
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer {
        let known = || ANSWERS.lock().unwrap_or_else(PoisonError::into_inner);
        let key = key(check);
        let answer = known().get(&key).copied();
        answer.unwrap_or_else(|| {
            let answer = NativeVerifier.verify(check);
            known().insert(key, answer);
            answer
        })
    }
}

/// The hash of everything that is asked.
fn key(check: &SignatureCheck) -> [u8; 32] {
    let mut asked = format!("{:?}", check.algorithm).into_bytes();
    for part in [&check.spki, &check.message, &check.signature] {
        asked.extend((part.len() as u64).to_be_bytes());
        asked.extend_from_slice(part);
    }
    Fingerprint::of(&asked).0
}
