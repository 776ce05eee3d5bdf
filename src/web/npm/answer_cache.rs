//! Answers of one call of `validateAll`: servers of one owner have their authorities in common, and each link is verified once.

use std::collections::HashMap;

use crate::engine::Plan;
use crate::verify::{SignatureAnswer, SignatureCheck};
use crate::web::webcrypto;

/// Answers kept; beyond that all are forgotten, so that a million servers take no more memory than this many links.
const KEPT: usize = 4096;

/// What was answered so far.
#[derive(Default)]
pub(super) struct Answered(HashMap<SignatureCheck, SignatureAnswer>);

impl Answered {
    /// Asks for what the plans need and nobody asked for yet, all of it together.
    pub(super) async fn ask<'a, 't: 'a>(&mut self, plans: impl Iterator<Item = &'a Plan<'t>>) {
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

    /// The answers that a plan needs, in its order.
    pub(super) fn answers(&self, plan: &Plan<'_>) -> Vec<SignatureAnswer> {
        let answer = |check| self.0.get(check).copied().unwrap_or(SignatureAnswer::Unsupported);
        plan.checks().iter().map(answer).collect()
    }
}
