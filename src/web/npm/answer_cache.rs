//! Caches the signature answers of one `validateAll` call.
//!
//! Servers of one owner usually have the same CAs, whose signatures are then verified only once.

use std::collections::HashMap;

use crate::engine::Plan;
use crate::verify::{SignatureAnswer, SignatureCheck};
use crate::web::webcrypto;

/// The most answers in the cache. A full cache is cleared: this bounds the memory for any number of
/// servers.
const KEPT: usize = 4096;

/// The answers so far.
#[derive(Default)]
pub(super) struct AnswerCache(HashMap<SignatureCheck, SignatureAnswer>);

impl AnswerCache {
    /// Verifies the signatures of the plans that are not in the cache, all together.
    pub(super) async fn verify<'a, 't: 'a>(&mut self, plans: impl Iterator<Item = &'a Plan<'t>>) {
        if self.0.len() > KEPT {
            self.0.clear();
        }
        let mut open = Vec::new();
        for check in plans.flat_map(Plan::checks) {
            if !self.0.contains_key(check) {
                self.0.insert(check.clone(), SignatureAnswer::Unsupported);
                open.push(check.clone());
            }
        }
        let answers = webcrypto::answers(&open).await;
        self.0.extend(open.into_iter().zip(answers));
    }

    /// The answers to a plan's checks, in the same order.
    pub(super) fn answers(&self, plan: &Plan<'_>) -> Vec<SignatureAnswer> {
        let answer = |check| self.0.get(check).copied().unwrap_or(SignatureAnswer::Unsupported);
        plan.checks().iter().map(answer).collect()
    }
}
