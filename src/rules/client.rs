//! The rules for a client certificate: a REST API's stage can send one from ACM to the backend.
//!
//! **What they check.** The leaf has the extendedKeyUsage clientAuth, an RSA key of 2048 to 4096
//! bits or a key on P-256, P-384 or P-521, and ACM did not issue it as a public certificate. The
//! chain has at most five certificates. The path is valid at the checked time. **Why API Gateway
//! cares.** The Developer Guide requires this of the certificate whose ARN a stage has. **What they
//! do not check.** AWS's list of CAs and Java's checks: those are for servers. Whether the backend
//! trusts the issuer.
//!
//! The findings belong to the requirement about the same property. A requirement without findings
//! is met.

use super::context::Context;
use super::rule::{Citation, Source};
use super::{outcome_of, validity};
use crate::cert::{Certificate, Curve, KeyKind};
use crate::handshake::usage_name;
use crate::order;
use crate::report::{Detail, Finding, Outcome, RuleId, RuleReport, Severity, Verdict};

/// The most certificates of a client certificate's chain, itself included.
pub const MAX_CLIENT_CHAIN: u32 = 5;

/// The sources of these rules.
pub const CLIENT_CITATIONS: &[Citation] = &[Citation {
    source: Source::AwsDeveloperGuide,
    url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-acm-client-certificates.html",
    read: "2026-11-29",
}];

/// id-kp-clientAuth (RFC 5280 section 4.2.1.12).
const CLIENT_AUTH: &str = "1.3.6.1.5.5.7.3.2";

/// Checks a client certificate.
#[must_use]
pub fn run_client(context: &Context<'_>) -> Vec<RuleReport> {
    let report = |rule: RuleId| {
        let mut findings = check(rule, context);
        order::by_key(&mut findings, |finding| std::cmp::Reverse(finding.detail.severity()));
        let outcome = if findings.is_empty() {
            Outcome::Pass
        } else {
            outcome_of(&findings)
        };
        RuleReport {
            rule,
            outcome,
            findings,
        }
    };
    RuleId::ALL.iter().map(|rule| report(*rule)).collect()
}

/// The verdict on a client certificate.
#[must_use]
pub fn client_verdict(rules: &[RuleReport]) -> Verdict {
    let mut findings = rules.iter().flat_map(|rule| &rule.findings);
    if findings.any(|finding| finding.detail.severity() == Severity::Error) {
        Verdict::Fail
    } else {
        Verdict::Pass
    }
}

fn check(rule: RuleId, context: &Context<'_>) -> Vec<Finding> {
    let Some(leaf) = context.chain.leaf() else {
        return Vec::new();
    };
    let on_leaf = |detail: Detail| context.finding(context.chain.leaf, detail);
    match rule {
        RuleId::SupportedCa => public_issuer(leaf)
            .map(|issuer| on_leaf(Detail::ClientPublicCertificate { issuer }))
            .into_iter()
            .collect(),
        RuleId::Validity => (validity::RULE.check)(context),
        RuleId::Chain => {
            let length = u32::try_from(context.chain.certificates.len()).unwrap_or(u32::MAX);
            let limit = MAX_CLIENT_CHAIN;
            let too_long = (length > limit).then(|| Finding::overall(Detail::ClientChainTooLong { length, limit }));
            let usages = leaf.extensions.extended_key_usage.clone().unwrap_or_default();
            let has = usages.iter().any(|usage| usage == CLIENT_AUTH);
            let usages = usages.iter().map(|usage| usage_name(usage)).collect();
            let missing = (!has).then(|| on_leaf(Detail::ClientUsageMissing { usages }));
            too_long.into_iter().chain(missing).collect()
        }
        RuleId::KeySize => unsupported_key(leaf).map(on_leaf).into_iter().collect(),
    }
}

/// The issuer, if it is one of Amazon's public CAs, such as `Amazon RSA 2048 M02`.
fn public_issuer(leaf: &Certificate) -> Option<String> {
    let label = leaf.issuer.label();
    let of_amazon = leaf.issuer.rfc4514().split(',').any(|part| part == "O=Amazon");
    (of_amazon && label.starts_with("Amazon ")).then_some(label)
}

fn unsupported_key(leaf: &Certificate) -> Option<Detail> {
    let key = leaf.key.as_ref();
    let fits = match key.map(|key| &key.kind) {
        Some(KeyKind::Rsa(size)) => (2048..=4096).contains(&size.bits),
        Some(KeyKind::Ec { curve }) => matches!(curve, Curve::P256 | Curve::P384 | Curve::P521),
        _ => false,
    };
    (!fits).then(|| Detail::ClientKeyUnsupported {
        algorithm: key.map_or("unknown", crate::cert::KeyInfo::name).to_owned(),
        bits: key.and_then(crate::cert::KeyInfo::bits).unwrap_or(0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cert::{KeyInfo, made};

    #[test]
    fn keys_outside_awss_list_are_unsupported() {
        let mut leaf = made::leaf();
        let rsa = |bits| KeyKind::Rsa(made::rsa(bits));
        for (kind, supported) in [
            (rsa(2047), false),
            (rsa(2048), true),
            (rsa(4096), true),
            (rsa(4097), false),
            (KeyKind::Ec { curve: Curve::P256 }, true),
            (KeyKind::Ec { curve: Curve::P384 }, true),
            (KeyKind::Ec { curve: Curve::P521 }, true),
            (KeyKind::Ed25519, false),
        ] {
            leaf.key = Some(KeyInfo { kind });
            assert_eq!(unsupported_key(&leaf).is_none(), supported, "{:?}", leaf.key);
        }
        leaf.key = None;
        assert!(unsupported_key(&leaf).is_some());
    }

    #[test]
    fn only_errors_fail() {
        let finding = |length, limit| Finding::overall(Detail::ClientChainTooLong { length, limit });
        let report = |findings: Vec<Finding>| RuleReport {
            rule: RuleId::Chain,
            outcome: Outcome::Fail,
            findings,
        };
        let error = finding(6, 5);
        assert_eq!(error.detail.severity(), Severity::Error);
        let remark = Finding::overall(Detail::KeyLimitNotApplicable {});
        assert_eq!(client_verdict(&[report(vec![error])]), Verdict::Fail);
        assert_eq!(client_verdict(&[report(Vec::new())]), Verdict::Pass);
        assert_eq!(client_verdict(&[report(vec![remark])]), Verdict::Pass);
    }

    #[test]
    fn only_amazons_own_cas_are_public_issuers() {
        let mut leaf = made::leaf();
        for (organization, common_name, public) in [
            ("Amazon", "Amazon RSA 2048 M02", true),
            ("Amazon", "Example CA", false),
            ("Example", "Amazon RSA 2048 M02", false),
            ("Amazon Example", "Amazon RSA 2048 M02", false),
        ] {
            leaf.issuer = made::name(&[("O", organization), ("CN", common_name)]);
            let issuer = public_issuer(&leaf);
            assert_eq!(issuer.as_deref(), public.then_some(common_name), "{organization}");
        }
    }
}
