//! Requirement 1: a certificate authority that API Gateway supports.
//!
//! **What it checks.** Whether the path ends in a listed root by subject name *and* public key, and
//! whether that key verifies the topmost certificate's signature. A certificate with the name and
//! key of a listed root counts as the root, as in Java. **Why API Gateway cares.** Its trust store
//! is that list and nothing else. **With `insecureSkipVerification`** every root of the input is an
//! anchor, too. AWS asks for a root in the chain, with basicConstraints CA:TRUE and keyUsage
//! keyCertSign; the JDK itself accepts a root without keyUsage or a v1 root. AWS does not say
//! whether its list counts in this mode, so a listed root that was not sent is a warning. **What it
//! does not check.** Whether AWS has changed its list since the version in the finding.

use super::context::Context;
use super::products::platform_certificate;
use super::rule::{ARTICLE, Citation, Rule, Source};
use crate::cert::{Certificate, KeyUsage};
use crate::handshake;
use crate::report::{DefaultProduct, Detail, Finding, InsteadOfRoot, RuleId};

pub(super) const RULE: Rule = Rule {
    id: RuleId::SupportedCa,
    citations: &[
        ARTICLE,
        Citation {
            source: Source::AwsDeveloperGuide,
            url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-supported-certificate-authorities-for-http-endpoints.html",
            read: "2026-11-23",
        },
        Citation {
            source: Source::AwsDeveloperGuide,
            url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html",
            read: "2026-11-23",
        },
    ],
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = if context.skip_verification {
        waived(context)
    } else {
        listed(context)
    };
    if context.skip_verification_ignored {
        findings.push(Finding::overall(Detail::SkipVerificationNotApplicable {}));
    }
    findings.extend(distrusted(context));
    if let Some(finding) = product_finding(context) {
        // The product explains the other findings, so it comes first.
        findings.insert(0, finding);
    }
    findings
}

/// The finding about the product that made the leaf: the reason for the rejection, or a remark if
/// the list is waived or the leaf is the general certificate of a platform.
fn product_finding(context: &Context<'_>) -> Option<Finding> {
    let leaf = context.chain.leaf().filter(|_| !context.chain.leaf_missing)?;
    let label = leaf.subject.label();
    let vendor = |name: Option<&'static str>| name.map(str::to_owned);
    let detail = match context.product() {
        Some(found) if context.skip_verification => Detail::ProductCertificate {
            product: found.kind,
            vendor: vendor(found.vendor),
            label,
        },
        Some(found) => Detail::DefaultCertificate {
            product: found.kind,
            vendor: vendor(found.vendor),
            label,
        },
        None => {
            let own_host = context.handshake.hostname.as_ref().is_some_and(|h| h.accepted);
            let platform = platform_certificate(leaf).filter(|_| !own_host)?;
            Detail::ProductCertificate {
                product: DefaultProduct::Platform,
                vendor: vendor(Some(platform)),
                label,
            }
        }
    };
    Some(context.finding(context.chain.leaf, detail))
}

fn listed(context: &Context<'_>) -> Vec<Finding> {
    let Some((at, top)) = context.top() else {
        return Vec::new();
    };
    let Some(anchor) = context.anchor() else {
        let mut findings = unlisted(context, at, top);
        findings.extend(moved(context, at, top));
        return findings;
    };
    let (aliases, subject, label) = (anchor.aliases.clone(), anchor.subject.rfc4514(), anchor.subject.label());
    if !anchor.is(top) && context.signatures.refuted(at, &anchor.spki) {
        let detail = Detail::AnchorKeyMismatch {
            aliases,
            subject,
            label,
        };
        return vec![context.finding(at, detail)];
    }
    let sent = context.sent_root().or_else(|| anchor.is(top).then_some(at));
    let mut findings = vec![Finding {
        certificate: sent.map(|at| context.index(at)),
        detail: Detail::AnchorListed {
            aliases: aliases.clone(),
            subject,
            label,
            sha256: anchor.sha256.to_string(),
            sent: sent.is_some(),
        },
    }];
    let other = |at: &usize| context.chain.certificates.get(*at).is_some_and(|c| !anchor.is(c));
    if let Some(at) = sent.filter(other) {
        let listed_sha256 = anchor.sha256.to_string();
        findings.push(context.finding(at, Detail::AnchorReissued { aliases, listed_sha256 }));
    }
    findings
}

/// The finding if the client's release of Java, or for API Gateway any release, rejects server
/// certificates under the anchor. Java checks none if the server certificate is itself the anchor.
fn distrusted(context: &Context<'_>) -> Option<Finding> {
    let (anchor, (at, leaf)) = (context.anchor()?, context.path().next()?);
    let release = context.client.release();
    let detail = if context.client.is_api_gateway() {
        handshake::distrusted(anchor, leaf, context.at, release)
    } else {
        handshake::distrusted_by(anchor, leaf, context.at, release)
    };
    let detail = detail.filter(|_| !anchor.is(leaf))?;
    Some(context.finding(at, detail))
}

/// The findings for a path without a listed root; `top` at place `at` is its topmost certificate.
fn unlisted(context: &Context<'_>, at: usize, top: &Certificate) -> Vec<Finding> {
    let edition = context.trust.list_version().clone();
    let mut findings = Vec::new();
    let (issuer, label) = (top.issuer.rfc4514(), top.issuer.label());
    let is_root = context.is_root(at, top);
    let alone = context.handshake.path.len() == 1;
    if is_root {
        let (subject, label, sha256) = (top.subject.rfc4514(), top.subject.label(), top.sha256.to_string());
        let same_name = context.trust.find_by_subject(top.subject.canonical(), context.files);
        let aliases: Vec<String> = same_name
            .flat_map(|(entry, _)| entry.aliases().map(str::to_owned))
            .collect();
        let edition = edition.clone();
        let detail = if !aliases.is_empty() {
            Detail::AnchorKeyMismatch {
                aliases,
                subject,
                label,
            }
        } else if alone && !context.chain.leaf_missing {
            Detail::SelfSignedLeaf { sha256, edition }
        } else {
            Detail::RootNotListed {
                subject,
                label,
                sha256,
                edition,
                cross_signed: context.leads_to_listed(),
            }
        };
        findings.push(context.finding(at, detail));
    }
    // For a root that is not on the list, another certificate with the same name may lead to one
    // that is.
    let key_id = context.issuer_key_id(at, top);
    let leads = context.trust.leads(top.issuer.canonical(), key_id, context.files);
    let detail = match leads.first() {
        Some(lead) => {
            let aliases = lead.entry.aliases().map(str::to_owned).collect();
            Detail::SupportedOnceSent {
                issuer,
                label,
                aliases,
                cross_signed: is_root,
            }
        }
        None if is_root => return findings,
        // A product or a private CA is known to be no public one.
        None if alone && context.product().is_none() => Detail::IssuerUnknown { issuer, label },
        None => Detail::IssuerNotListed { issuer, label, edition },
    };
    findings.push(context.finding(at, detail));
    findings
}

/// The finding if the CA is known to issue under a root that this client does not have. A version
/// of an intermediate helps only a chain that has this intermediate.
fn moved(context: &Context<'_>, at: usize, top: &Certificate) -> Option<Finding> {
    let (name, key_id) = (top.issuer.canonical(), context.issuer_key_id(at, top));
    let (ca, version) = context.trust.moved(name, key_id, context.at, context.files)?;
    let root = top.issuer.label();
    let place = |label: &str| {
        let mut path = context.path().filter(|(_, one)| one.subject.label() == label);
        path.next().map(|(place, _)| place)
    };
    let version = version.filter(|one| one.label == root || place(&one.label).is_some());
    let at = version.and_then(|one| place(&one.label)).unwrap_or(at);
    let instead = version.map(|one| InsteadOfRoot {
        label: one.label.clone(),
        signed_by: one.signed_by.clone(),
        root: one.root_name.clone(),
    });
    let (ca, acme) = (ca.name.clone(), ca.acme);
    let detail = Detail::CaMoved {
        ca,
        root,
        instead,
        acme,
    };
    Some(context.finding(at, detail))
}

/// The findings with `insecureSkipVerification`.
fn waived(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = vec![Finding::overall(Detail::ListWaived {})];
    match context.anchor().filter(|anchor| anchor.is_listed()) {
        Some(anchor) => {
            findings.extend(listed(context));
            let mut sent = context.chain.certificates.iter().enumerate();
            if !sent.any(|(at, c)| anchor.is(c) || (anchor.has_name_and_key_of(c) && context.is_root(at, c))) {
                let (aliases, label) = (anchor.aliases.clone(), anchor.subject.label());
                findings.push(Finding::overall(Detail::ListedRootNotSent { aliases, label }));
            }
        }
        None => findings.extend(private_root(context)),
    }
    findings
}

/// The findings about the root of a private CA, which has to be sent.
fn private_root(context: &Context<'_>) -> Vec<Finding> {
    let Some((top_at, top)) = context.top() else {
        return Vec::new();
    };
    let sent = context.anchor().and_then(|anchor| anchor.sent);
    let root = sent.or_else(|| context.is_root(top_at, top).then_some(top_at));
    let Some((at, root)) = root.and_then(|at| Some((at, context.chain.certificates.get(at)?))) else {
        let (issuer, label) = (top.issuer.rfc4514(), top.issuer.label());
        return vec![context.finding(top_at, Detail::RootNotSent { issuer, label })];
    };
    let mut findings = Vec::new();
    let key_usage = root.extensions.key_usage;
    if !root.is_ca() {
        findings.push(context.finding(at, Detail::RootNotCa {}));
    }
    if !key_usage.is_some_and(KeyUsage::key_cert_sign) {
        let key_usage = key_usage.map(KeyUsage::names);
        findings.push(context.finding(at, Detail::RootWithoutKeyCertSign { key_usage }));
    }
    if findings.is_empty() {
        let detail = Detail::PrivateRootSent {
            subject: root.subject.rfc4514(),
            label: root.subject.label(),
            sha256: root.sha256.to_string(),
        };
        findings.push(context.finding(at, detail));
    }
    findings
}
