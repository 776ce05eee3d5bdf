//! Requirement 4: a key of at most 2048 bits.
//!
//! **What it checks.** The leaf's key: the article speaks of the "device certificate" and reads `Public-Key` of it.
//! **Why API Gateway cares.** AWS's article says so; a stock JDK sets no upper limit, and no report of a backend
//! refused for it is known. The finding says both.
//! **What it does not check.** CA certificates: more than a third of the listed roots have 4096 bits, so the limit cannot
//! be meant for them. They are shown. Keys on elliptic curves: the limit is written in RSA terms.

use super::meta::{ARTICLE, RuleMeta};
use super::{Context, Rule};
use crate::cert::{KeyInfo, KeyKind};
use crate::report::{Detail, Finding, RuleId};

/// The greatest RSA key of a leaf, in bits of the modulus.
pub const MAX_BITS: u32 = 2048;

pub(super) struct KeySize;

const META: RuleMeta = RuleMeta {
    id: RuleId::KeySize,
    citations: &[ARTICLE],
};

impl Rule for KeySize {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, context: &Context<'_>) -> Vec<Finding> {
        let chain = context.chain;
        let mut findings = Vec::new();
        let cas = context
            .handshake
            .path
            .iter()
            .skip(1)
            .copied()
            .chain(context.sent_root());
        if chain.leaf_missing {
            return findings;
        }
        if let Some(leaf) = chain.leaf() {
            findings.push(Finding::on(context.index(chain.leaf), judge(leaf.key.as_ref())));
        }
        for at in cas {
            if let Some(key) = chain.certificates.get(at).and_then(|c| c.key.as_ref()) {
                let detail = Detail::CaKey {
                    algorithm: key.name().to_owned(),
                    bits: key.bits().unwrap_or(0),
                };
                findings.push(Finding::on(context.index(at), detail));
            }
        }
        findings
    }
}

fn judge(key: Option<&KeyInfo>) -> Detail {
    let Some(key) = key else {
        return Detail::OtherKey {
            algorithm: String::new(),
        };
    };
    let algorithm = key.name().to_owned();
    match &key.kind {
        KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. } if size.bits > MAX_BITS => Detail::KeyTooLarge {
            algorithm,
            bits: size.bits,
            max: MAX_BITS,
        },
        KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. } => Detail::KeyWithinLimit {
            algorithm,
            bits: size.bits,
            max: MAX_BITS,
        },
        KeyKind::Ec { curve } => Detail::EllipticKey {
            curve: curve.name().to_owned(),
            bits: curve.bits().unwrap_or(0),
        },
        KeyKind::Dsa { bits: Some(bits) } if *bits > MAX_BITS => Detail::KeyTooLarge {
            algorithm,
            bits: *bits,
            max: MAX_BITS,
        },
        _ => Detail::OtherKey { algorithm },
    }
}
