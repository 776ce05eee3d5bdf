//! AWS's four requirements, each judged on its own evidence, also when another has failed.
//!
//! In: [`Context`], what is known of one chain. Out: findings; the outcome follows from their severities
//! ([`outcome_of`]). A rule is one file: what it checks, why API Gateway cares, what it leaves out. The
//! rules do not know one another.
//!
//! # References
//! - [AWS re:Post, "How do I resolve the error 'General SSLEngine problem'"](https://repost.aws/knowledge-center/api-gateway-ssl-error).

mod default_certificates;
mod key_size;
mod linkage;
mod meta;
mod supported_ca;
mod validity;
mod verdict;

pub use key_size::MAX_BITS;
pub use meta::{Citation, RuleMeta, Source};
pub use validity::SOON_DAYS;
pub use verdict::{outcome_of, verdict};

use crate::chain::{Anchor, Chain, Signatures};
use crate::handshake::{HandshakeResult, PathEnd};
use crate::order;
use crate::report::{CertIndex, Finding, RuleReport};
use crate::trust::{PoolFiles, TrustStore};

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The certificates.
    pub chain: &'a Chain,
    /// What Java would do with them, with the path it would take.
    pub handshake: &'a HandshakeResult,
    /// The anchors that could matter.
    pub anchors: &'a [Anchor],
    /// The answers to the signature checks.
    pub signatures: Signatures<'a>,
    /// The list.
    pub trust: &'a TrustStore,
    /// The files of the pool that were loaded for this chain.
    pub files: &'a PoolFiles,
    /// The moment.
    pub at: crate::cert::UnixTime,
    /// `tlsConfig.insecureSkipVerification`.
    pub skip_verification: bool,
}

impl<'a> Context<'a> {
    /// The anchor in which the path ends.
    #[must_use]
    pub fn anchor(&self) -> Option<&'a Anchor> {
        match self.handshake.end {
            PathEnd::Anchor(place) => self.anchors.get(place),
            PathEnd::Open => None,
        }
    }

    /// The sent certificate that is the anchor or has its name and key, and is not on the path already.
    #[must_use]
    pub fn sent_root(&self) -> Option<usize> {
        let anchor = self.anchor()?;
        let beyond = |d: &usize| !self.handshake.path.contains(d);
        let find = |test: &dyn Fn(&crate::cert::Certificate) -> bool| {
            self.chain
                .certificates
                .iter()
                .enumerate()
                .filter(|(_, c)| test(c))
                .map(|(d, _)| d)
                .find(beyond)
        };
        find(&|c| anchor.is(c)).or_else(|| find(&|c| anchor.has_name_and_key_of(c)))
    }

    /// The topmost certificate of the path.
    #[must_use]
    pub fn top(&self) -> Option<(usize, &'a crate::cert::Certificate)> {
        let at = *self.handshake.path.last()?;
        Some((at, self.chain.certificates.get(at)?))
    }

    /// Where a distinct certificate first stood.
    #[must_use]
    pub fn index(&self, distinct: usize) -> CertIndex {
        self.chain.index(distinct)
    }
}

/// One of the four requirements.
pub trait Rule {
    /// What the rule is and where it comes from.
    fn meta(&self) -> &'static RuleMeta;
    /// What it sees, in any order.
    fn check(&self, context: &Context<'_>) -> Vec<Finding>;
}

/// The rules, in the order of AWS's article.
pub const RULES: [&dyn Rule; 4] = [
    &supported_ca::SupportedCa,
    &validity::Validity,
    &linkage::Linkage,
    &key_size::KeySize,
];

/// Runs all rules. Within a rule the decisive finding stands first, then the others by weight.
#[must_use]
pub fn run(context: &Context<'_>) -> Vec<RuleReport> {
    RULES
        .iter()
        .map(|rule| {
            let mut findings = rule.check(context);
            order::by_key(&mut findings, |f| {
                let decides = context.handshake.reason.as_ref() == Some(f);
                std::cmp::Reverse((decides, f.detail.severity()))
            });
            RuleReport {
                rule: rule.meta().id,
                outcome: outcome_of(&findings),
                findings,
            }
        })
        .collect()
}
