//! Requirement 3: a complete chain whose issuers and subjects link up to a self-signed root.
//!
//! **What it checks.** Whether the leaf comes first, whether each issuer's name and signature
//! match, and whether the chain ends in a self-signed root, sent or listed. Also what Java checks
//! on the path: basicConstraints, keyUsage, name constraints, policies, critical extensions,
//! algorithms. **Why API Gateway cares.** It fetches nothing: an issuer that the server does not
//! send is missing. **What it does not check.** Whether the root is supported (requirement 1), and
//! dates (requirement 2). Wrong order, duplicates, strays and a sent root are remarks: Java accepts
//! them, but other clients may not.

use super::context::Context;
use super::rule::{ARTICLE, Citation, Rule, Source};
use crate::cert::HashAlgorithm;
use crate::chain::MAX_ISSUERS;
use crate::num::colon_hex;
use crate::report::{CertIndex, Detail, Finding, IssuerRef, RuleId, Severity};
use crate::trust::java::is_compromised;
use crate::verify::SignatureAnswer;

pub(super) const RULE: Rule = Rule {
    id: RuleId::Chain,
    citations: &[
        ARTICLE,
        Citation {
            source: Source::Rfc5280 { section: "6.1" },
            url: "https://www.rfc-editor.org/rfc/rfc5280#section-6.1",
            read: "2026-11-23",
        },
    ],
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let is_error = |f: &Finding| f.detail.severity() == Severity::Error;
    let is_no_path = |f: &Finding| matches!(f.detail, Detail::NoPath {});
    let problems = context.handshake.problems.iter();
    let mut findings: Vec<Finding> = problems.filter(|f| f.detail.rule() == RuleId::Chain).cloned().collect();
    findings.extend(issuer_missing(context));
    findings.extend(compromised(context));
    if context.chain.leaf_missing {
        findings.push(Finding::overall(Detail::LeafMissing {}));
    }
    if context.signatures.is_truncated() && !context.handshake.accepted {
        let limit = u32::try_from(MAX_ISSUERS).unwrap_or(u32::MAX);
        findings.push(Finding::overall(Detail::SearchEnded { limit }));
    }
    // "No path" is redundant if another finding here, or an unsupported root, gives the reason.
    if context.anchor().is_none() || findings.iter().any(|f| is_error(f) && !is_no_path(f)) {
        findings.retain(|f| !is_no_path(f));
    }
    links(context, &mut findings);
    findings.extend(own_signature(context));
    sha1(context, &mut findings);
    remarks(context, &mut findings);
    if !findings.iter().any(is_error) {
        // The first finding of a good chain says that it is complete.
        findings.insert(0, chain_complete(context));
    }
    findings.extend(wrong_intermediates(context));
    findings
}

/// Reports CA certificates that were sent in place of the missing issuer.
fn wrong_intermediates(context: &Context<'_>) -> Vec<Finding> {
    let missing = context
        .top()
        .filter(|(at, top)| context.anchor().is_none() && !context.is_root(*at, top));
    let Some((_, top)) = missing.filter(|_| !context.chain.leaf_missing) else {
        return Vec::new();
    };
    let needed = top.issuer.label();
    let mut findings = Vec::new();
    for (position, entry) in context.chain.entries.iter().enumerate() {
        let Some(sent) = context.chain.certificates.get(entry.distinct) else {
            continue;
        };
        let other = !context.handshake.path.contains(&entry.distinct) && entry.duplicate_of.is_none();
        if other && sent.is_ca() {
            let detail = Detail::WrongIntermediate {
                label: sent.subject.label(),
                needed: needed.clone(),
            };
            findings.push(Finding::on(CertIndex::from_position(position), detail));
        }
    }
    findings
}

fn chain_complete(context: &Context<'_>) -> Finding {
    let anchor = context.anchor();
    let beyond_path = anchor.is_some_and(|anchor| !context.top().is_some_and(|(_, top)| anchor.is(top)));
    let length = context.handshake.path.len() + usize::from(beyond_path);
    Finding::overall(Detail::ChainComplete {
        length: u32::try_from(length).unwrap_or(u32::MAX),
        root_sent: context.sent_root().is_some() || anchor.is_none(),
    })
}

fn issuer_missing(context: &Context<'_>) -> Option<Finding> {
    let (at, top) = context.top()?;
    if context.anchor().is_some() || context.is_root(at, top) {
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
        useful: context.skip_verification
            || !leads.is_empty()
            || (context.handshake.path.len() == 1 && context.product().is_none()),
    };
    Some(context.finding(at, detail))
}

/// Reports certificates of the path whose private key is public. The anchor counts if it was sent.
fn compromised(context: &Context<'_>) -> Vec<Finding> {
    let root = context.sent_root();
    let root = root.and_then(|at| Some((at, context.chain.certificates.get(at)?)));
    let path = context.path().chain(root).filter(|(_, c)| is_compromised(&c.spki));
    path.map(|(at, c)| {
        context.finding(
            at,
            Detail::KeyCompromised {
                label: c.subject.label(),
            },
        )
    })
    .collect()
}

/// Reports links of the path whose key identifiers differ or whose signature could not be checked.
fn links(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut parents = context.path().skip(1);
    for (at, child) in context.path() {
        let (issuer, label, spki, ski) = match (parents.next(), context.anchor()) {
            (Some((place, parent)), _) => (
                IssuerRef::Certificate(context.index(place)),
                parent.subject.label(),
                &parent.spki,
                parent.extensions.ski.as_ref(),
            ),
            (None, Some(anchor)) if !anchor.is(child) => (
                anchor.issuer_ref(),
                anchor.subject.label(),
                &anchor.spki,
                anchor.ski.as_ref(),
            ),
            _ => continue,
        };
        let reported = |findings: &[Finding], by: fn(&Detail) -> bool| findings.iter().any(|f| by(&f.detail));
        let expected = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref());
        if let (Some(expected), Some(found)) = (expected, ski)
            && expected != found
            && !reported(findings, |d| matches!(d, Detail::AnchorIdentifierMismatch { .. }))
        {
            let detail = Detail::KeyIdentifierMismatch {
                issuer: issuer.clone(),
                expected: colon_hex(expected),
                found: colon_hex(found),
            };
            findings.push(context.finding(at, detail));
        }
        if context.signatures.of(at, spki) == SignatureAnswer::Unsupported
            && !findings
                .iter()
                .any(|f| f.certificate == Some(context.index(at)) && is_signature_problem(&f.detail))
        {
            let algorithm = child.algorithm.java_name().to_owned();
            let detail = Detail::SignatureUnchecked {
                issuer,
                label,
                algorithm,
            };
            findings.push(context.finding(at, detail));
        }
    }
}

/// Reports a sent root whose signature by its own key could not be checked: whether it is a root is
/// then unknown.
fn own_signature(context: &Context<'_>) -> Option<Finding> {
    let at = context.anchor()?.sent?;
    let root = context.chain.certificates.get(at)?;
    (context.signatures.of(at, &root.spki) == SignatureAnswer::Unsupported).then(|| {
        let detail = Detail::SignatureUnchecked {
            issuer: IssuerRef::Certificate(context.index(at)),
            label: root.subject.label(),
            algorithm: root.algorithm.java_name().to_owned(),
        };
        context.finding(at, detail)
    })
}

/// Reports signatures with SHA-1 below the root.
fn sha1(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.client.jdk_roots {
        // Java's own check rejects them.
        return;
    }
    for (at, certificate) in context.path() {
        let is_anchor = context.anchor().is_some_and(|anchor| anchor.is(certificate));
        if certificate.algorithm.hash() == Some(HashAlgorithm::Sha1) && !is_anchor && !context.is_root(at, certificate)
        {
            let algorithm = certificate.algorithm.java_name().to_owned();
            findings.push(context.finding(at, Detail::Sha1Signature { algorithm }));
        }
    }
}

fn is_signature_problem(detail: &Detail) -> bool {
    matches!(
        detail,
        Detail::SignatureInvalid { .. } | Detail::CurveUnsupported { .. } | Detail::WeakSignature { .. }
    )
}

/// Reports a wrong order, duplicates, strays and a sent root.
fn remarks(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let chain = context.chain;
    let leaf = context.index(chain.leaf);
    let leaf_first = chain.entries.first().is_none_or(|e| e.distinct == chain.leaf);
    if !leaf_first && !chain.leaf_missing {
        findings.push(Finding::on(leaf, Detail::LeafNotFirst { leaf }));
    }
    let root = context.sent_root();
    let order: Vec<usize> = context.handshake.path.iter().copied().chain(root).collect();
    let mut sent: Vec<usize> = Vec::new();
    for at in chain.sent() {
        if order.contains(&at) && !sent.contains(&at) {
            sent.push(at);
        }
    }
    if sent != order && sent.len() == order.len() {
        let order = order.iter().map(|at| context.index(*at)).collect();
        findings.push(Finding::overall(Detail::WrongOrder { order }));
    }
    for (position, entry) in chain.entries.iter().enumerate() {
        let detail = if let Some(of) = entry.duplicate_of {
            Detail::Duplicate { of }
        } else if Some(entry.distinct) == root && !context.skip_verification {
            Detail::RootSent {}
        } else if !order.contains(&entry.distinct) {
            let certificate = chain.certificates.get(entry.distinct);
            let label = certificate.map(|c| c.subject.label()).unwrap_or_default();
            Detail::Stray { label }
        } else {
            continue;
        };
        findings.push(Finding::on(CertIndex::from_position(position), detail));
    }
}
