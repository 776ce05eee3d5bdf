//! Requirement 1: a certificate authority that API Gateway supports.
//!
//! **What it checks.** That the path ends in a listed root by subject name *and* public key, the topmost certificate's
//! signature verified with that key. A certificate with name and key of a listed root is as good as the root, as in Java.
//! **Why API Gateway cares.** Its trust store is that list and nothing else.
//! **With `insecureSkipVerification`** the list is waived, but a root must be sent that has basicConstraints CA:TRUE and
//! keyUsage keyCertSign, as AWS words it; the JDK itself takes a root without keyUsage or a v1 root.
//! **What it does not check.** Whether AWS has changed its list since the edition that the finding names.

use super::default_certificates::default_product;
use super::meta::{ARTICLE, Citation, RuleMeta, Source};
use super::{Context, Rule};
use crate::report::{Detail, Finding, RuleId};

pub(super) struct SupportedCa;

const META: RuleMeta = RuleMeta {
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
};

impl Rule for SupportedCa {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, context: &Context<'_>) -> Vec<Finding> {
        let mut findings = if context.skip_verification {
            private_root(context)
        } else {
            listed(context)
        };
        let default = context
            .chain
            .leaf()
            .and_then(|leaf| Some((leaf, default_product(leaf)?)));
        findings.extend(default.map(|(leaf, product)| {
            let detail = Detail::DefaultCertificate {
                product,
                label: leaf.subject.label(),
            };
            Finding::on(context.index(context.chain.leaf), detail)
        }));
        findings
    }
}

fn listed(context: &Context<'_>) -> Vec<Finding> {
    let Some((at, top)) = context.top() else {
        return Vec::new();
    };
    let index = context.index(at);
    let Some(anchor) = context.anchor() else {
        return unlisted(context);
    };
    if !anchor.is(top) && context.signatures.refuted(at, &anchor.spki) {
        let subject = anchor.subject.rfc4514();
        let detail = Detail::AnchorKeyMismatch {
            aliases: anchor.aliases.clone(),
            subject,
            label: anchor.subject.label(),
        };
        return vec![Finding::on(index, detail)];
    }
    let sent = context.sent_root().or_else(|| anchor.is(top).then_some(at));
    let mut findings = vec![Finding {
        certificate: sent.map(|d| context.index(d)),
        detail: Detail::AnchorListed {
            aliases: anchor.aliases.clone(),
            subject: anchor.subject.rfc4514(),
            label: anchor.subject.label(),
            sha256: anchor.sha256.to_string(),
            sent: sent.is_some(),
        },
    }];
    let reissued = sent.filter(|d| context.chain.certificates.get(*d).is_some_and(|c| !anchor.is(c)));
    findings.extend(reissued.map(|d| {
        let listed_sha256 = anchor.sha256.to_string();
        Finding::on(
            context.index(d),
            Detail::AnchorReissued {
                aliases: anchor.aliases.clone(),
                listed_sha256,
            },
        )
    }));
    findings
}

/// The path ends outside the list: in a root that is not on it, or in the air.
fn unlisted(context: &Context<'_>) -> Vec<Finding> {
    let Some((at, top)) = context.top() else {
        return Vec::new();
    };
    let index = context.index(at);
    let edition = context.trust.edition().clone();
    let mut findings = Vec::new();
    let key_id = |c: &crate::cert::Certificate| c.extensions.aki.as_ref().and_then(|a| a.key_id.clone());
    let (issuer, label) = (top.issuer.rfc4514(), top.issuer.label());
    if top.is_self_issued() {
        let (subject, label, sha256) = (top.subject.rfc4514(), top.subject.label(), top.sha256.to_string());
        let same_name: Vec<String> = context
            .trust
            .find_by_subject(top.subject.canonical(), context.files)
            .flat_map(|(entry, _)| entry.aliases().map(str::to_owned))
            .collect();
        let detail = if !same_name.is_empty() {
            Detail::AnchorKeyMismatch {
                aliases: same_name,
                subject,
                label,
            }
        } else if context.handshake.path.len() == 1 && !context.chain.leaf_missing {
            Detail::SelfSignedLeaf {
                sha256,
                edition: edition.clone(),
            }
        } else {
            Detail::RootNotListed {
                subject,
                label,
                sha256,
                edition: edition.clone(),
            }
        };
        findings.push(Finding::on(index, detail));
    }
    // For a root not on the list, another certificate of the same name may lead to one that is.
    let key = if top.is_self_issued() {
        top.extensions.ski.clone()
    } else {
        key_id(top)
    };
    let leads = context
        .trust
        .leads(top.issuer.canonical(), key.as_deref(), context.files);
    match leads.first() {
        Some(lead) => {
            let aliases = lead.entry.aliases().map(str::to_owned).collect();
            findings.push(Finding::on(index, Detail::SupportedOnceSent { issuer, label, aliases }));
        }
        None if top.is_self_issued() => {}
        None if context.handshake.path.len() == 1 => {
            findings.push(Finding::on(index, Detail::IssuerUnknown { issuer, label }));
        }
        None => findings.push(Finding::on(index, Detail::IssuerNotListed { issuer, label, edition })),
    }
    findings
}

fn private_root(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = vec![Finding::overall(Detail::ListWaived {})];
    let root = context
        .sent_root()
        .or_else(|| context.top().filter(|(_, c)| c.is_self_issued()).map(|(at, _)| at));
    let Some((at, root)) = root.and_then(|at| Some((at, context.chain.certificates.get(at)?))) else {
        if let Some((at, top)) = context.top() {
            let detail = Detail::RootNotSent {
                issuer: top.issuer.rfc4514(),
                label: top.issuer.label(),
            };
            findings.push(Finding::on(context.index(at), detail));
        }
        return findings;
    };
    let index = context.index(at);
    let key_usage = root.extensions.key_usage;
    if !root.is_ca() {
        findings.push(Finding::on(index, Detail::RootNotCa {}));
    }
    if !key_usage.is_some_and(crate::cert::KeyUsage::key_cert_sign) {
        let key_usage = key_usage.map(crate::cert::KeyUsage::names);
        findings.push(Finding::on(index, Detail::RootWithoutKeyCertSign { key_usage }));
    }
    if findings.len() == 1 {
        let (subject, label) = (root.subject.rfc4514(), root.subject.label());
        findings.push(Finding::on(
            index,
            Detail::PrivateRootSent {
                subject,
                label,
                sha256: root.sha256.to_string(),
            },
        ));
    }
    findings
}
