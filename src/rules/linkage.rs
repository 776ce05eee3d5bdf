//! Requirement 3: a complete chain whose issuers and subjects link up to a self-signed root.
//!
//! **What it checks.** Leaf first; each issuer's name and signature; up to a self-signed root, sent or listed; and what
//! Java checks on the way (basicConstraints, keyUsage, name constraints, policies, critical extensions, algorithms).
//! **Why API Gateway cares.** It fetches nothing: an issuer that the server does not send is missing.
//! **What it does not check.** Whether the root is supported (requirement 1), dates (requirement 2). Wrong order,
//! duplicates, strays and a root sent along are remarks, for Java copes; other clients may not.

use super::meta::{ARTICLE, Citation, RuleMeta, Source};
use super::{Context, Rule};
use crate::num::colon_hex;
use crate::report::{Detail, Finding, IssuerRef, RuleId, Severity};
use crate::verify::SignatureAnswer;

pub(super) struct Linkage;

const META: RuleMeta = RuleMeta {
    id: RuleId::Chain,
    citations: &[
        ARTICLE,
        Citation {
            source: Source::Rfc5280 { section: "6.1" },
            url: "https://www.rfc-editor.org/rfc/rfc5280#section-6.1",
            read: "2026-11-23",
        },
    ],
};

impl Rule for Linkage {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, context: &Context<'_>) -> Vec<Finding> {
        let mut findings: Vec<Finding> = context
            .handshake
            .problems
            .iter()
            .filter(|f| f.detail.rule() == RuleId::Chain)
            .cloned()
            .collect();
        findings.extend(issuer_missing(context));
        if context.chain.leaf_missing {
            findings.push(Finding::overall(Detail::LeafMissing {}));
        }
        if context.signatures.is_truncated() && !context.handshake.accepted {
            let limit = u32::try_from(crate::chain::MAX_ISSUERS).unwrap_or(u32::MAX);
            findings.push(Finding::overall(Detail::SearchEnded { limit }));
        }
        // "No path" says nothing where something else tells why: another finding here, or an unsupported root.
        let explained = findings
            .iter()
            .any(|f| !is_no_path(f) && f.detail.severity() == Severity::Error);
        if explained || context.anchor().is_none() {
            findings.retain(|f| !is_no_path(f));
        }
        links(context, &mut findings);
        remarks(context, &mut findings);
        if !findings.iter().any(|f| f.detail.severity() == Severity::Error) {
            let length =
                context.handshake.path.len() + usize::from(context.anchor().is_some() && !ends_in_itself(context));
            let detail = Detail::ChainComplete {
                length: u32::try_from(length).unwrap_or(u32::MAX),
                root_sent: context.sent_root().is_some() || context.anchor().is_none(),
            };
            // Before the remarks: that the chain holds is what the card says first.
            findings.insert(0, Finding::overall(detail));
        }
        findings
    }
}

fn is_no_path(finding: &Finding) -> bool {
    matches!(finding.detail, Detail::NoPath {})
}

/// True where the path's topmost certificate is the anchor itself.
fn ends_in_itself(context: &Context<'_>) -> bool {
    context
        .anchor()
        .zip(context.top())
        .is_some_and(|(anchor, (_, top))| anchor.is(top))
}

fn issuer_missing(context: &Context<'_>) -> Option<Finding> {
    let (at, top) = context.top()?;
    if context.anchor().is_some() || top.is_self_issued() {
        return None;
    }
    let key_id = top.extensions.aki.as_ref().and_then(|a| a.key_id.as_deref());
    let leads = context.trust.leads(top.issuer.canonical(), key_id, context.files);
    let detail = Detail::IssuerMissing {
        issuer: top.issuer.rfc4514(),
        label: top.issuer.label(),
        authority_key_id: key_id.map(colon_hex),
        locations: top.extensions.ca_issuers.clone(),
        known: !leads.is_empty(),
    };
    Some(Finding::on(context.index(at), detail))
}

/// Each link of the path: key identifiers that differ, signatures that could not be checked.
fn links(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let path = &context.handshake.path;
    for (position, &at) in path.iter().enumerate() {
        let Some(child) = context.chain.certificates.get(at) else {
            continue;
        };
        let parent = path
            .get(position + 1)
            .and_then(|d| Some((*d, context.chain.certificates.get(*d)?)));
        let (issuer, label, spki, ski) = match (parent, context.anchor()) {
            (Some((d, c)), _) => (
                IssuerRef::Certificate(context.index(d)),
                c.subject.label(),
                &c.spki,
                c.extensions.ski.as_ref(),
            ),
            (None, Some(anchor)) if !anchor.is(child) => (
                anchor.issuer_ref(),
                anchor.subject.label(),
                &anchor.spki,
                anchor.ski.as_ref(),
            ),
            _ => continue,
        };
        let expected = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref());
        if let (Some(expected), Some(found)) = (expected, ski) {
            let told = findings
                .iter()
                .any(|f| matches!(f.detail, Detail::AnchorIdentifierMismatch { .. }));
            if expected != found && !told {
                let (expected, found) = (colon_hex(expected), colon_hex(found));
                let detail = Detail::KeyIdentifierMismatch {
                    issuer: issuer.clone(),
                    expected,
                    found,
                };
                findings.push(Finding::on(context.index(at), detail));
            }
        }
        if context.signatures.of(at, spki) == SignatureAnswer::Unsupported {
            let algorithm = child.algorithm.java_name().to_owned();
            let told = findings.iter().any(|f| {
                f.certificate == Some(context.index(at))
                    && matches!(
                        f.detail,
                        Detail::SignatureInvalid { .. }
                            | Detail::CurveUnsupported { .. }
                            | Detail::WeakSignature { .. }
                    )
            });
            if !told {
                findings.push(Finding::on(
                    context.index(at),
                    Detail::SignatureUnchecked {
                        issuer,
                        label,
                        algorithm,
                    },
                ));
            }
        }
    }
}

/// Order, duplicates, strays, a root sent along.
fn remarks(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let chain = context.chain;
    let leaf = context.index(chain.leaf);
    let leaf_first = chain.entries.first().is_none_or(|e| e.distinct == chain.leaf);
    if !leaf_first && !chain.leaf_missing {
        findings.push(Finding::on(leaf, Detail::LeafNotFirst { leaf }));
    }
    let root = context.sent_root();
    let order: Vec<usize> = context.handshake.path.iter().copied().chain(root).collect();
    let in_path: Vec<usize> = chain.sent().into_iter().filter(|d| order.contains(d)).collect();
    let mut once: Vec<usize> = Vec::new();
    for d in in_path {
        if !once.contains(&d) {
            once.push(d);
        }
    }
    if once != order && once.len() == order.len() {
        let order = order.iter().map(|d| context.index(*d)).collect();
        findings.push(Finding::overall(Detail::WrongOrder { order }));
    }
    for (position, entry) in chain.entries.iter().enumerate() {
        let index = crate::report::CertIndex::from_position(position);
        if let Some(of) = entry.duplicate_of {
            findings.push(Finding::on(index, Detail::Duplicate { of }));
        } else if Some(entry.distinct) == root && !context.skip_verification {
            findings.push(Finding::on(index, Detail::RootSent {}));
        } else if !order.contains(&entry.distinct) {
            let label = chain
                .certificates
                .get(entry.distinct)
                .map(|c| c.subject.label())
                .unwrap_or_default();
            findings.push(Finding::on(index, Detail::Stray { label }));
        }
    }
}
