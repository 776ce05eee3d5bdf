//! Makes the report from a plan and the results of its signature checks.

use super::plan::Plan;
use super::{fixes, present};
use crate::chain::Signatures;
use crate::evidence;
use crate::handshake::{self, HandshakeInput, HandshakeResult, PathEnd};
use crate::report::{
    CheckedFor, ClientReport, Detail, Finding, Handshake, Report, RuleReport, SCHEMA_VERSION, Severity, Tool,
};
use crate::rules;
use crate::trust::{PoolFile, pool};
use crate::verify::SignatureAnswer;

/// What Java answers to a client certificate: it does not check it.
const NO_SERVER: Handshake = Handshake {
    accepted: true,
    message: None,
    legacy_message: None,
    reason: None,
};

/// Makes the report for a plan, given the results of its signature checks. A missing result counts
/// as unsupported.
#[must_use]
pub fn judge(plan: &Plan<'_>, answers: &[SignatureAnswer]) -> Report {
    judge_with_missing(plan, answers).0
}

/// Does the same as [`judge`], and returns the data files that would complete the report, if any
/// are missing.
///
/// These are the heads of the bucket of the topmost certificate's issuer, if that issuer was not
/// sent: they say to which roots the issuer leads. Load the files, pass them to [`Plan::add_file`],
/// and call this again.
#[must_use]
pub fn judge_with_missing(plan: &Plan<'_>, answers: &[SignatureAnswer]) -> (Report, Vec<PoolFile>) {
    let client = plan.options.client.client();
    let signatures = Signatures::new(&plan.links, answers);
    let sent = plan.chain.sent();
    let anchors = plan.anchors(signatures);
    let handshake = HandshakeInput {
        certificates: &plan.chain.certificates,
        first_seen: &plan.chain.first_seen,
        sent: &sent,
        unreadable: plan.unreadable,
        anchors: &anchors,
        signatures,
        at: plan.options.at,
        release: client.release(),
        release_is_known: !client.is_api_gateway(),
        jdk_roots: client.jdk_roots,
    };
    let handshake = handshake::check(&handshake, plan.options.hostname.as_deref());
    let context = rules::Context {
        chain: &plan.chain,
        handshake: &handshake,
        anchors: &anchors,
        signatures,
        trust: plan.trust,
        files: &plan.files,
        at: plan.options.at,
        skip_verification: plan.options.skips_verification(),
        skip_verification_ignored: plan.options.insecure_skip_verification && !plan.options.skips_verification(),
        client,
    };
    let for_client = plan.options.client_certificate;
    let rules = if for_client {
        rules::run_client(&context)
    } else {
        rules::run(&context)
    };
    let fixes = if for_client {
        Vec::new()
    } else {
        fixes::fixes(&context, &rules)
    };
    // If the list is waived, only an issuer that was not sent needs a lookup.
    let open_top = context.top().filter(|(at, top)| {
        !for_client && context.anchor().is_none() && !(context.skip_verification && context.is_root(*at, top))
    });
    let missing = open_top
        .map(|(_, top)| pool::bucket(top.issuer.canonical()))
        .map_or(Vec::new(), |bucket| plan.trust.missing_heads(bucket, &plan.files));
    let mut report = Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            trust_list_version: plan.trust.list_version().clone(),
        },
        client: ClientReport {
            id: plan.options.client,
            trusts: plan.trust.list_version().clone(),
        },
        java: client.java.to_owned(),
        at: plan.options.at,
        asked: CheckedFor {
            hostname: plan.options.hostname.clone(),
            insecure_skip_verification: plan.options.insecure_skip_verification,
            client_certificate: for_client,
        },
        verdict: if for_client {
            rules::client_verdict(&rules)
        } else {
            rules::verdict(&rules, &handshake)
        },
        handshake: if for_client {
            NO_SERVER
        } else {
            handshake_report(&handshake, &rules)
        },
        rules,
        path: present::path(&context),
        certificates: present::certificates(&context, &plan.sources),
        hostname: handshake.hostname.filter(|_| !for_client),
        input: plan.input.clone(),
        log_conflict: None,
        fixes,
    };
    report.log_conflict = evidence::conflict(&report);
    (report, missing)
}

/// Returns Java's answer, including the host name check. If Java only says that it found no path,
/// the reason comes from the rules.
fn handshake_report(result: &HandshakeResult, rules: &[RuleReport]) -> Handshake {
    let name_refused = result.hostname.as_ref().filter(|h| result.accepted && !h.accepted);
    let accepted = result.accepted && name_refused.is_none();
    let message = result
        .message
        .clone()
        .or_else(|| name_refused.and_then(|h| h.message.clone()));
    // If the path has no anchor, report that before any other problem.
    let vague = result.end == PathEnd::Open
        || result
            .reason
            .as_ref()
            .is_none_or(|f| matches!(f.detail, Detail::NoPath {}));
    let before_any_path = result.reason.as_ref().is_some_and(|f| {
        matches!(
            f.detail,
            Detail::Malformed { .. } | Detail::TooManyCertificates { .. } | Detail::MessageTooLarge { .. }
        )
    });
    let vague = vague && !before_any_path;
    let from_rules = || {
        let first = |f: &&Finding| f.detail.severity() == Severity::Error;
        let cause = |f: &&Finding| matches!(f.detail, Detail::DefaultCertificate { .. });
        let missing = |f: &&Finding| matches!(f.detail, Detail::IssuerMissing { .. } | Detail::IssuerUnknown { .. });
        let all = || rules.iter().flat_map(|r| &r.findings);
        let known = all().find(cause).or_else(|| all().find(missing));
        known.or_else(|| all().find(first)).cloned()
    };
    let reason = match (result.accepted, vague) {
        (true, _) => None,
        (false, true) => from_rules().or_else(|| result.reason.clone()),
        (false, false) => result.reason.clone(),
    };
    Handshake {
        accepted,
        legacy_message: (!accepted).then(|| handshake::LEGACY_MESSAGE.to_owned()),
        message,
        reason,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::cert::UnixTime;
    use crate::report::{DefaultProduct, Outcome, RuleId};

    /// A rejected result without a message, as after a `NullPointerException` in Java 11.
    fn rejected(detail: Detail, end: PathEnd) -> HandshakeResult {
        HandshakeResult {
            accepted: false,
            message: None,
            reason: Some(Finding::overall(detail)),
            path: Vec::new(),
            end,
            problems: Vec::new(),
            hostname: None,
        }
    }

    fn rule(findings: Vec<Detail>) -> RuleReport {
        RuleReport {
            rule: RuleId::Chain,
            outcome: Outcome::Fail,
            findings: findings.into_iter().map(Finding::overall).collect(),
        }
    }

    #[test]
    fn a_rejection_without_a_message_is_a_rejection() {
        let result = rejected(Detail::NoPath {}, PathEnd::Anchor(0));
        let handshake = handshake_report(&result, &[]);
        assert!(!handshake.accepted);
        assert_eq!(handshake.message, None);
        assert_eq!(handshake.legacy_message.as_deref(), Some(handshake::LEGACY_MESSAGE));
    }

    #[test]
    fn the_reason_of_a_vague_answer_comes_from_the_rules() {
        let expired = || Detail::Expired {
            not_after: UnixTime::from_seconds(0),
            at: UnixTime::from_seconds(86_400),
            days_ago: 1,
        };
        let product = || Detail::DefaultCertificate {
            product: DefaultProduct::InspectionProxy,
            vendor: None,
            label: "proxy".to_owned(),
        };
        let remark = || Detail::ListWaived {};
        let many = Detail::TooManyCertificates { count: 12, limit: 10 };
        let (anchored, open) = (PathEnd::Anchor(0), PathEnd::Open);
        let both = || vec![rule(vec![expired()]), rule(vec![product()])];
        for (detail, end, rules, expected) in [
            // An error, not a remark; a product's certificate rather than what follows from it.
            (
                Detail::NoPath {},
                anchored,
                vec![rule(vec![remark(), expired()])],
                "expired",
            ),
            (Detail::NoPath {}, anchored, both(), "default-certificate"),
            // A path without an anchor has no root that could decide.
            (expired(), open, both(), "default-certificate"),
            // Java's own reason: it has one, the rules have none, or Java reads no path.
            (expired(), anchored, both(), "expired"),
            (Detail::NoPath {}, anchored, vec![rule(vec![remark()])], "no-path"),
            (many, open, both(), "too-many-certificates"),
        ] {
            let reason = handshake_report(&rejected(detail, end), &rules).reason;
            assert_eq!(reason.unwrap().detail.code(), expected);
        }
    }
}
