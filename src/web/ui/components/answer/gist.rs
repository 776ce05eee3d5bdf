//! One line for each requirement: what was found.

use crate::guide::days_valid;
use crate::i18n::{AnswerPhrase, AnswerText, Locale, as_sentence};
use crate::report::{Detail, Finding, FindingCode, Outcome, Repair, Report, RuleId, RuleReport};
use crate::share::RuleVerdict;
use crate::web::ui::text::curve;

/// The requirement without a chain.
pub(super) fn at_start(locale: Locale, rule: RuleId) -> &'static str {
    locale.answer(match rule {
        RuleId::SupportedCa => AnswerText::GistCa,
        RuleId::Validity => AnswerText::GistValidity,
        RuleId::Chain => AnswerText::GistChain,
        RuleId::KeySize => AnswerText::GistKey,
    })
}

/// What was found, for a code without its values.
pub(super) fn of_code(locale: Locale, code: FindingCode) -> String {
    match locale.code(code) {
        "" => code.to_string(),
        words => words.to_owned(),
    }
}

/// [`met_once_sent`] for a rule of a link without certificates.
pub(super) fn link_met_once_sent(rule: &RuleVerdict) -> bool {
    let once_sent = |code: &FindingCode| code.kind().is_some_and(|kind| kind.code == "supported-once-sent");
    rule.outcome == Outcome::Unknown && rule.codes.iter().any(once_sent)
}

/// Whether the requirement is unknown only because a known intermediate was not sent.
pub(super) fn met_once_sent(rule: &RuleReport) -> bool {
    let once_sent = |finding: &Finding| matches!(finding.detail, Detail::SupportedOnceSent { .. });
    rule.outcome == Outcome::Unknown && rule.findings.iter().any(once_sent)
}

/// The outcome as the row shows it.
pub(super) fn shown_outcome(rule: &RuleReport) -> Outcome {
    if met_once_sent(rule) {
        Outcome::Pass
    } else {
        rule.outcome
    }
}

/// What was found, for the client of the report.
pub(super) fn gist(locale: Locale, report: &Report, repair: Option<&Repair>, rule: &RuleReport) -> String {
    locale.for_client(report, found(locale, report, repair, rule))
}

fn found(locale: Locale, report: &Report, repair: Option<&Repair>, rule: &RuleReport) -> String {
    let first = rule.findings.first();
    let phrase = |phrase: AnswerPhrase<'_>| locale.answer_phrase(&phrase);
    if met_once_sent(rule) {
        let root = repair.and_then(|repair| repair.root.as_ref());
        return match root {
            Some(root) => phrase(AnswerPhrase::RootListed(&root.label)),
            None => locale.answer(AnswerText::GistCa).to_owned(),
        };
    }
    match (rule.rule, first.map(|finding| &finding.detail)) {
        (RuleId::SupportedCa, Some(Detail::AnchorListed { label, .. })) => phrase(AnswerPhrase::RootListed(label)),
        (RuleId::SupportedCa, Some(Detail::AnchorReissued { .. } | Detail::ListedByFingerprint { .. })) => {
            let index = first.and_then(|finding| finding.certificate);
            let root = index.and_then(|index| report.certificates.get(index.get()));
            let name = root.map(|root| root.subject_label.as_str()).unwrap_or_default();
            phrase(AnswerPhrase::RootListed(name))
        }
        (RuleId::SupportedCa, Some(Detail::RootNotListed { label, .. })) => phrase(AnswerPhrase::RootNotListed(label)),
        (
            RuleId::Validity,
            Some(Detail::Expired {
                not_after, days_ago, ..
            }),
        ) => {
            let days = (*days_ago).max(1).saturating_neg();
            headline(&phrase(AnswerPhrase::Until {
                not_after: *not_after,
                days,
            }))
        }
        (RuleId::Validity, Some(Detail::NotYetValid { not_before, .. })) => {
            headline(&phrase(AnswerPhrase::From(*not_before)))
        }
        (RuleId::Validity, Some(Detail::InDate { .. })) => phrase(AnswerPhrase::TimeLeft(days_valid(report))),
        (RuleId::Chain, Some(Detail::IssuerMissing { label, .. })) => phrase(AnswerPhrase::WasNotSent(label)),
        (RuleId::Chain, Some(Detail::ChainComplete { .. })) => locale.answer(AnswerText::GistAllSent).to_owned(),
        (RuleId::KeySize, Some(Detail::KeyWithinLimit { bits, max, .. })) => phrase(AnswerPhrase::KeyBits {
            bits: *bits,
            most: bits == max,
        }),
        (RuleId::KeySize, Some(Detail::KeyTooLarge { bits, .. })) => phrase(AnswerPhrase::KeyBits {
            bits: *bits,
            most: false,
        }),
        (RuleId::KeySize, Some(Detail::EllipticKey { curve: name, .. })) => phrase(AnswerPhrase::Key {
            algorithm: "EC",
            size: curve(name),
        }),
        _ => first.map_or_else(String::new, |finding| headline(&locale.reason(report, finding))),
    }
}

/// A clause with a capital at the start.
fn headline(clause: &str) -> String {
    let mut text = as_sentence(clause);
    text.pop();
    text
}
