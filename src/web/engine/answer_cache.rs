//! Caches signature checks, so that each is made only once for many chains.
//!
//! Ten thousand servers share a few intermediates. Without the cache, the roots' signatures on
//! those would be verified ten thousand times.

use std::cell::RefCell;
use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::cert::algorithm::SignatureAlgorithm;
use crate::verify::{SignatureAnswer, SignatureCheck};
use crate::web::webcrypto;

/// The most answers in the cache: a few megabytes. A full cache is cleared.
const KEPT: usize = 32_768;

/// Identifies a check: its algorithm, and a digest of the rest.
type Key = (SignatureAlgorithm, [u8; 32]);

thread_local! {
    static ANSWERS: RefCell<HashMap<Key, SignatureAnswer>> = RefCell::new(HashMap::new());
}

/// Answers `checks`, in the same order.
pub(super) async fn answers(checks: Vec<SignatureCheck>) -> Vec<SignatureAnswer> {
    let keys: Vec<Key> = checks.iter().map(key).collect();
    let mut new = HashMap::new();
    let mut requested = Vec::new();
    ANSWERS.with_borrow(|known| {
        for (key, check) in keys.iter().zip(checks) {
            if !known.contains_key(key) && !new.contains_key(key) {
                new.insert(key.clone(), requested.len());
                requested.push(check);
            }
        }
    });
    let answered = webcrypto::answers(&requested).await;
    ANSWERS.with_borrow_mut(|known| {
        let find = |key: &Key| {
            let fresh = new.get(key).and_then(|place| answered.get(*place));
            fresh.or_else(|| known.get(key)).copied()
        };
        let found = keys
            .iter()
            .map(|key| find(key).unwrap_or(SignatureAnswer::Unsupported))
            .collect();
        if known.len().saturating_add(new.len()) > KEPT {
            known.clear();
        }
        let fresh = new
            .into_iter()
            .filter_map(|(key, place)| Some((key, *answered.get(place)?)));
        known.extend(fresh.take(KEPT));
        found
    })
}

fn key(check: &SignatureCheck) -> Key {
    let mut digest = Sha256::new();
    for part in [&check.spki, &check.message, &check.signature] {
        // Hash the lengths too, so that other boundaries give another digest.
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    (check.algorithm.clone(), digest.finalize().into())
}
