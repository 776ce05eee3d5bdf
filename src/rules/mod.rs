//! AWS's four requirements. Each is checked independently, even if another is not met.
//!
//! Input: [`Context`], what is known about one chain. Output: findings; their severities decide the
//! outcome ([`outcome_of`]). Each rule is one file, which documents what it checks, why API Gateway
//! cares, and what it does not check. Rules do not import one another.
//!
//! # References
//! - [AWS re:Post, "How do I resolve the error 'General SSLEngine
//!   problem'"](https://repost.aws/knowledge-center/api-gateway-ssl-error).

mod context;
mod key_size;
mod linkage;
mod products;
mod rule;
mod supported_ca;
mod validity;
mod verdict;

pub use context::Context;
pub use key_size::MAX_BITS;
pub use products::{Product, platform_of, product};
pub use rule::{Citation, Rule, Source};
pub use validity::SOON_DAYS;
pub use verdict::{outcome_of, verdict};

use std::cmp::Reverse;

use crate::order;
use crate::report::{Outcome, RuleId, RuleReport};

/// The rules, in the order of AWS's article.
pub const RULES: [Rule; 4] = [supported_ca::RULE, validity::RULE, linkage::RULE, key_size::RULE];

/// Runs all rules. A rule's deciding finding comes first, then the others by severity.
#[must_use]
pub fn run(context: &Context<'_>) -> Vec<RuleReport> {
    let report = |rule: &Rule| {
        let mut findings = (rule.check)(context);
        order::by_key(&mut findings, |f| {
            let decides = context.handshake.reason.as_ref() == Some(f);
            Reverse((decides, f.detail.severity()))
        });
        let outcome = if applies(rule.id, context) {
            outcome_of(&findings)
        } else {
            Outcome::NotApplicable
        };
        RuleReport {
            rule: rule.id,
            outcome,
            findings,
        }
    };
    RULES.iter().map(report).collect()
}

/// Whether a rule applies to the client. The limit for the key is AWS's.
fn applies(rule: RuleId, context: &Context<'_>) -> bool {
    context.client.is_api_gateway() || rule != RuleId::KeySize
}
