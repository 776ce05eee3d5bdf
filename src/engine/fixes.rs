//! The fixes for the findings, the most urgent first.

use super::host_owner::owner_of;
use crate::order;
use crate::report::{CertIndex, DefaultProduct, Detail, Finding, Fix, RuleId, RuleReport, Severity};
use crate::rules::Context;

/// The fixes for these rules' findings, each once.
pub(super) fn fixes(context: &Context<'_>, rules: &[RuleReport]) -> Vec<Fix> {
    let mut out: Vec<Fix> = Vec::new();
    let all = || rules.iter().flat_map(|r| &r.findings);
    let facts = Facts {
        leaf: context.index(context.chain.leaf),
        self_issued_top: context.top().is_some_and(|(at, top)| context.is_root(at, top)),
        // Another CA does not help if the product or another version of a certificate is the cause.
        other_cause: all().any(|f| {
            matches!(
                f.detail,
                Detail::DefaultCertificate { .. }
                    | Detail::SupportedOnceSent { .. }
                    | Detail::CaMoved { instead: Some(_), .. }
            )
        }),
        wrong_intermediates: all()
            .filter(|f| matches!(f.detail, Detail::WrongIntermediate { .. }))
            .filter_map(|f| f.certificate)
            .collect(),
        path: context
            .path()
            .map(|(at, _)| at)
            .chain(context.sent_root().filter(|_| context.skip_verification))
            .map(|at| context.index(at))
            .collect(),
        replaced_leaf: all().any(|f| matches!(f.detail, Detail::DefaultCertificate { .. })),
    };
    let wrong_host = context.handshake.hostname.as_ref().filter(|h| !h.accepted);
    // A product's certificate is replaced, so its names do not matter.
    let mut replaced = facts.replaced_leaf;
    for finding in all() {
        let fix = match &finding.detail {
            Detail::DefaultCertificate { product, vendor, .. } => Some(product_fix(context, *product, vendor.as_ref())),
            Detail::ProductCertificate { product, vendor, .. } => {
                let wanted = match product {
                    DefaultProduct::InspectionProxy => true,
                    // A platform's certificate is in the way only if it is not valid for the host.
                    DefaultProduct::Platform => wrong_host.is_some(),
                    // insecureSkipVerification allows private CAs.
                    DefaultProduct::AcmPrivateCa | DefaultProduct::PrivateCa => false,
                    _ => wrong_host.is_some() || !context.handshake.accepted,
                };
                replaced |= wanted;
                wanted.then(|| product_fix(context, *product, vendor.as_ref()))
            }
            _ => facts.fix(finding),
        };
        let fix = fix.map(|fix| for_client(context, finding, fix));
        if let Some(fix) = fix.filter(|fix| !out.contains(fix)) {
            out.push(fix);
        }
    }
    // A proxy's certificate says nothing about the server's names.
    let proxy = out.iter().any(|fix| matches!(fix, Fix::BypassProxy { .. }));
    if let Some(host) = wrong_host.filter(|_| !proxy) {
        let hostname = host.asked.clone();
        match owner_of(&hostname) {
            Some(owner) => out.push(Fix::UseOwnName { hostname, owner }),
            None if !replaced => out.push(Fix::MatchHostname { hostname }),
            None => {}
        }
    }
    // Leaving certificates out and reordering come last if anything else is wrong.
    order::by_key(&mut out, |fix| match fix {
        Fix::Remove { .. } => 1,
        Fix::Reorder { .. } => 2,
        _ => 0,
    });
    let first = out.iter().position(|f| matches!(f, Fix::Reorder { .. }));
    if let Some(first) = first {
        // A new order says which certificates to send, so it includes leaving others out.
        out.truncate(first + 1);
        out.retain(|fix| !matches!(fix, Fix::Remove { .. }));
    }
    out
}

/// The fix for the client: another client than API Gateway can import a CA into its truststore.
/// That does not help if Java distrusts the CA.
fn for_client(context: &Context<'_>, finding: &Finding, fix: Fix) -> Fix {
    let wants_ca = matches!(fix, Fix::UseSupportedCa {} | Fix::ReplacePrivateCa { .. });
    if context.client.is_api_gateway() || !wants_ca {
        return fix;
    }
    let top = context.top().map(|(_, top)| top);
    let label = match &finding.detail {
        Detail::RootNotListed { label, .. } | Detail::IssuerNotListed { label, .. } => label.clone(),
        Detail::SelfSignedLeaf { .. } => top.map(|leaf| leaf.subject.label()).unwrap_or_default(),
        Detail::DefaultCertificate { .. } | Detail::ProductCertificate { .. } => {
            top.map(|top| top.issuer.label()).unwrap_or_default()
        }
        _ => return fix,
    };
    Fix::ImportCa { label }
}

/// The fix for the certificate of a product, or of a CA that is not for the public.
fn product_fix(context: &Context<'_>, product: DefaultProduct, vendor: Option<&String>) -> Fix {
    let vendor = vendor.cloned();
    match product {
        DefaultProduct::InspectionProxy => Fix::BypassProxy { vendor },
        DefaultProduct::CloudflareOrigin => Fix::UseCloudflare {},
        DefaultProduct::LetsEncryptStaging => Fix::RequestProduction {},
        DefaultProduct::AcmPrivateCa => Fix::ReplacePrivateCa { acm: true },
        DefaultProduct::PrivateCa => Fix::ReplacePrivateCa { acm: false },
        _ => Fix::ConfigureCertificate {
            product,
            vendor,
            setting: context.product().and_then(|p| p.setting).map(str::to_owned),
        },
    }
}

/// What the fixes depend on besides their finding.
struct Facts {
    leaf: CertIndex,
    self_issued_top: bool,
    other_cause: bool,
    wrong_intermediates: Vec<CertIndex>,
    /// What the server has to send, in order; with `insecureSkipVerification` that includes the
    /// root.
    path: Vec<CertIndex>,
    /// Whether the leaf has to be replaced by another certificate anyway.
    replaced_leaf: bool,
}

impl Facts {
    fn fix(&self, finding: &Finding) -> Option<Fix> {
        let on_leaf = finding.certificate == Some(self.leaf);
        Some(match (&finding.detail, finding.certificate) {
            (
                Detail::IssuerMissing {
                    issuer,
                    label,
                    locations,
                    useful: true,
                    ..
                },
                _,
            ) => Fix::SendIssuer {
                issuer: issuer.clone(),
                label: label.clone(),
                locations: locations.clone(),
                instead_of: self.wrong_intermediates.clone(),
            },
            (Detail::RootNotSent { label, .. }, _) => Fix::SendRoot { label: label.clone() },
            (Detail::ListedRootNotSent { .. }, _) => Fix::TurnOffSkipVerification {},
            (Detail::SupportedOnceSent { label, .. }, Some(certificate)) if self.self_issued_top => {
                let label = label.clone();
                Fix::ReplaceRoot { certificate, label }
            }
            // Another version of an intermediate, not of the root.
            (
                Detail::CaMoved {
                    instead: Some(one),
                    root,
                    ..
                },
                Some(certificate),
            ) if one.label != *root => Fix::ReplaceIntermediate { certificate },
            // A new certificate has new dates and a new key.
            (Detail::Expired { .. } | Detail::NotYetValid { .. } | Detail::KeyTooLarge { .. }, _)
                if self.replaced_leaf =>
            {
                return None;
            }
            (Detail::Expired { .. } | Detail::NotYetValid { .. }, Some(certificate)) if on_leaf => {
                Fix::Renew { certificate }
            }
            (Detail::Expired { .. } | Detail::NotYetValid { .. }, Some(certificate)) => {
                Fix::ReplaceIntermediate { certificate }
            }
            (Detail::RootVersionOutOfDate { .. } | Detail::SelfIssuedPair { .. }, Some(certificate)) => {
                Fix::Remove { certificate }
            }
            (Detail::KeyTooLarge { .. }, _) => Fix::SmallerKey {},
            (Detail::WrongOrder { order }, _) => Fix::Reorder { order: order.clone() },
            (Detail::LeafNotFirst { .. } | Detail::Duplicate { .. }, _) => Fix::Reorder {
                order: self.path.clone(),
            },
            (
                Detail::RootNotListed { .. }
                | Detail::SelfSignedLeaf { .. }
                | Detail::IssuerNotListed { .. }
                | Detail::AnchorKeyMismatch { .. }
                | Detail::AnchorDistrusted { .. }
                | Detail::AnchorDistrustedHere { .. }
                | Detail::RootNotCa {}
                | Detail::RootWithoutKeyCertSign { .. },
                _,
            ) if !self.other_cause => Fix::UseSupportedCa {},
            (Detail::IssuerMissing { .. }, _) => return None,
            (detail, Some(certificate)) if detail.rule() == RuleId::Chain && detail.severity() == Severity::Error => {
                if on_leaf {
                    Fix::Reissue { certificate }
                } else {
                    Fix::ReplaceIntermediate { certificate }
                }
            }
            _ => return None,
        })
    }
}
