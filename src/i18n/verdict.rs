//! The one sentence at the top: what API Gateway would do, and the reason that decides.

use super::findings::{Sentence, finding};
use super::format::Words;
use super::locale::Locale;
use super::names::Teller;
use crate::report::{Detail, Finding, Outcome, Report, RuleId, Severity, Verdict};

/// The verdict as a sentence that names the certificate and the reason.
#[must_use]
pub fn verdict_sentence(report: &Report, locale: Locale) -> String {
    let teller = Teller::without_places(locale.grammar(), report);
    let words = locale.finding_words();
    let hostname = report.hostname.as_ref();
    if report.verdict == Verdict::Pass {
        let why = undecided(report).map(|f| finding(words, &teller, f));
        if let Some(why) = why {
            return words.sentence(&Sentence::Undecided { why: why.clause() });
        }
        let mind = first(report, |f| f.detail.severity() == Severity::Warning).map(|f| finding(words, &teller, f));
        return words.sentence(&Sentence::Accepted {
            hostname: hostname.filter(|h| h.accepted).map(|h| h.asked.as_str()),
            mind: mind.as_ref().map(Words::clause),
        });
    }

    let wrong_host = hostname.filter(|h| !h.accepted);
    let wrong_name = wrong_host.map(|h| words.hostname(&teller, h));
    let Some(decisive) = decisive(report) else {
        return match wrong_name {
            Some(why) => words.sentence(&Sentence::WrongHost { why: why.clause() }),
            None => words.sentence(&Sentence::RefusedPlainly),
        };
    };
    let unmet = |besides: Option<RuleId>| -> Vec<String> {
        let failed = report
            .rules
            .iter()
            .filter(|r| r.outcome == Outcome::Fail && Some(r.rule) != besides);
        failed.map(|r| words.rule_name(r.rule).to_owned()).collect()
    };
    let why = finding(words, &teller, decisive);
    let also = unmet(Some(decisive.detail.rule()));
    match (accepts_chain(report), &wrong_name) {
        // Java refuses the name and only the name: that is what stops the connection.
        (true, Some(name)) => words.sentence(&Sentence::Refused {
            why: name.clause(),
            also: &unmet(None),
            hostname: None,
        }),
        (true, None) => words.sentence(&Sentence::AgainstRequirement {
            why: why.clause(),
            also: &also,
        }),
        (false, _) => {
            let hostname = wrong_host.map(|h| h.asked.as_str());
            words.sentence(&Sentence::Refused {
                why: why.clause(),
                also: &also,
                hostname,
            })
        }
    }
}

/// Whether Java accepts the chain, whatever it says of the host name.
fn accepts_chain(report: &Report) -> bool {
    let wrong_name = report.hostname.as_ref().is_some_and(|h| !h.accepted);
    report.handshake.accepted || (wrong_name && report.handshake.reason.is_none())
}

/// The finding that says most: of all errors the one that ranks first, the handshake's own reason
/// before its equals.
#[must_use]
pub(crate) fn decisive(report: &Report) -> Option<&Finding> {
    let errors = report
        .rules
        .iter()
        .flat_map(|r| &r.findings)
        .filter(|f| f.detail.severity() == Severity::Error);
    report
        .handshake
        .reason
        .iter()
        .filter(|f| f.detail.severity() == Severity::Error)
        .chain(errors)
        .min_by_key(|f| rank(&f.detail, accepts_chain(report)))
}

/// How much a reason explains; less is better. What merely follows from another cause comes last.
fn rank(detail: &Detail, handshake_accepted: bool) -> u8 {
    match detail {
        // Ends the handshake before any check.
        Detail::Malformed { .. } | Detail::TooManyCertificates { .. } | Detail::MessageTooLarge { .. } => 0,
        Detail::SelfSignedLeaf { .. } | Detail::LeafMissing {} => 1,
        // The key size alone stops nothing: it decides only where nothing else does.
        Detail::KeyTooLarge { .. } if !handshake_accepted => 6,
        Detail::IssuerMissing { known: true, .. } => 2,
        // That nobody knows the issuer says more than that it was not sent.
        Detail::IssuerMissing { known: false, .. } => 4,
        Detail::NoPath {} => 7,
        _ => 3,
    }
}

/// What keeps an accepted chain from being known to be good.
fn undecided(report: &Report) -> Option<&Finding> {
    first(report, |f| {
        matches!(
            f.detail,
            Detail::IssuerUnknown { .. } | Detail::SupportedOnceSent { .. } | Detail::SignatureUnchecked { .. }
        )
    })
}

/// The first finding of this kind, in the rules' order.
fn first(report: &Report, wanted: impl Fn(&&Finding) -> bool) -> Option<&Finding> {
    report.rules.iter().flat_map(|r| &r.findings).find(wanted)
}
