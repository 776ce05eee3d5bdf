//! The fixes for the findings, the most urgent first.

use crate::order;
use crate::report::{Detail, Fix, RuleReport, Severity};
use crate::rules::Context;

/// The fixes for these rules' findings, each once.
pub(super) fn fixes(context: &Context<'_>, rules: &[RuleReport]) -> Vec<Fix> {
    let mut out: Vec<Fix> = Vec::new();
    let mut add = |fix: Fix| {
        if !out.contains(&fix) {
            out.push(fix);
        }
    };
    let leaf = context.index(context.chain.leaf);
    let findings = || rules.iter().flat_map(|r| &r.findings);
    for finding in findings() {
        match (&finding.detail, finding.certificate) {
            (Detail::DefaultCertificate { .. }, _) => add(Fix::ConfigureCertificate {}),
            (
                Detail::IssuerMissing {
                    issuer,
                    label,
                    locations,
                    ..
                },
                _,
            ) => {
                add(Fix::SendIssuer {
                    issuer: issuer.clone(),
                    label: label.clone(),
                    locations: locations.clone(),
                });
            }
            (Detail::RootNotSent { label, .. }, _) => add(Fix::SendRoot { label: label.clone() }),
            (Detail::SupportedOnceSent { issuer, label, .. }, Some(_)) if self_issued_top(context) => {
                add(Fix::SendIssuer {
                    issuer: issuer.clone(),
                    label: label.clone(),
                    locations: Vec::new(),
                });
            }
            (Detail::Expired { .. } | Detail::NotYetValid { .. }, Some(at)) if at == leaf => {
                add(Fix::Renew { certificate: at })
            }
            (Detail::Expired { .. } | Detail::NotYetValid { .. }, Some(at)) => {
                add(Fix::ReplaceIntermediate { certificate: at });
            }
            (Detail::KeyTooLarge { .. }, _) => add(Fix::SmallerKey {}),
            (Detail::WrongOrder { order }, _) => add(Fix::Reorder { order: order.clone() }),
            (Detail::LeafNotFirst { .. } | Detail::Duplicate { .. }, _) => {
                add(Fix::Reorder {
                    order: context.handshake.path.iter().map(|d| context.index(*d)).collect(),
                });
            }
            (
                Detail::RootNotListed { .. }
                | Detail::SelfSignedLeaf { .. }
                | Detail::IssuerNotListed { .. }
                | Detail::AnchorKeyMismatch { .. }
                | Detail::AnchorDistrusted { .. }
                | Detail::RootNotCa {}
                | Detail::RootWithoutKeyCertSign { .. },
                _,
            ) => add(Fix::UseSupportedCa {}),
            (detail, Some(at))
                if detail.rule() == crate::report::RuleId::Chain && detail.severity() == Severity::Error =>
            {
                add(if at == leaf {
                    Fix::Reissue { certificate: at }
                } else {
                    Fix::ReplaceIntermediate { certificate: at }
                });
            }
            _ => {}
        }
    }
    if let Some(hostname) = context.handshake.hostname.as_ref().filter(|h| !h.accepted) {
        add(Fix::MatchHostname {
            hostname: hostname.asked.clone(),
        });
    }
    // Reordering comes last if anything else is wrong.
    order::by_key(&mut out, |fix| matches!(fix, Fix::Reorder { .. }));
    let reorders = out.iter().filter(|f| matches!(f, Fix::Reorder { .. })).count();
    if reorders > 1 {
        let first = out.iter().position(|f| matches!(f, Fix::Reorder { .. })).unwrap_or(0);
        out.truncate(first + 1);
    }
    out
}

fn self_issued_top(context: &Context<'_>) -> bool {
    context.top().is_some_and(|(_, top)| top.is_self_issued())
}
