//! The verdict sentence: the decisive reason, and what API Gateway would do.

use super::findings::{Sentence, finding};
use super::format::Explanation;
use super::locale::Locale;
use super::names::Renderer;
use super::page::UiText;
use crate::i18n::findings::FindingWords;
use crate::report::{Detail, Finding, Handshake, Outcome, Report, RuleId, Severity, Verdict};

/// The verdict as text: the problem with its certificate first, then the consequence.
#[must_use]
pub fn verdict_sentence(report: &Report, locale: Locale) -> String {
    locale.for_named_client(report, sentence(report, locale))
}

fn sentence(report: &Report, locale: Locale) -> String {
    let renderer = Renderer::without_places(locale.grammar(), report);
    let words = locale.finding_words();
    if report.asked.client_certificate {
        return client_sentence(report, words, &renderer);
    }
    let hostname = report.hostname.as_ref();
    if report.verdict == Verdict::Inconclusive {
        if let Some(why) = distrusted(report).map(|f| finding(words, &renderer, f)) {
            return words.sentence(&Sentence::DependsOnRelease { why: why.clause() });
        }
        if let Some(why) = first(report, |f| f.detail.kind().undecided).map(|f| finding(words, &renderer, f)) {
            return words.sentence(&Sentence::Undecided { why: why.clause() });
        }
    }
    if report.verdict != Verdict::Fail {
        let warning = first(report, |f| f.detail.severity() == Severity::Warning).map(|f| finding(words, &renderer, f));
        return words.sentence(&Sentence::Accepted {
            hostname: hostname.filter(|h| h.accepted).map(|h| h.asked.as_str()),
            warning: warning.as_ref().map(Explanation::clause),
        });
    }

    let wrong_host = hostname.filter(|h| !h.accepted);
    let wrong_name = wrong_host.map(|h| words.hostname(&renderer, h));
    let Some(decisive) = decisive(report) else {
        return match wrong_name {
            Some(why) if distrusted(report).is_some() => words.sentence(&Sentence::Rejected {
                why: why.clause(),
                also: &[],
                hostname: None,
            }),
            Some(why) => words.sentence(&Sentence::WrongHost { why: why.clause() }),
            None => words.sentence(&Sentence::RejectedWithoutCode),
        };
    };
    let unmet = |except: Option<RuleId>| -> Vec<String> {
        let failed = report
            .rules
            .iter()
            .filter(|r| r.outcome == Outcome::Fail && Some(r.rule) != except);
        failed
            .map(|r| locale.rule_name_for(report.client.id, r.rule).to_owned())
            .collect()
    };
    let why = finding(words, &renderer, decisive);
    let also = unmet(Some(decisive.detail.rule()));
    match (accepts_chain(report), &wrong_name) {
        // Java rejects only the host name, so the host name is the reason.
        (true, Some(name)) => words.sentence(&Sentence::Rejected {
            why: name.clause(),
            also: &unmet(None),
            hostname: None,
        }),
        (true, None) if matches!(decisive.detail, Detail::KeyCompromised { .. }) => {
            words.sentence(&Sentence::Compromised {
                why: why.clause(),
                also: &also,
            })
        }
        (true, None) => words.sentence(&Sentence::AgainstRequirement {
            why: why.clause(),
            also: &also,
        }),
        (false, _) => {
            let hostname = wrong_host.map(|h| h.asked.as_str());
            words.sentence(&Sentence::Rejected {
                why: why.clause(),
                also: &also,
                hostname,
            })
        }
    }
}

/// The sentence about a client certificate.
fn client_sentence(report: &Report, words: &dyn FindingWords, renderer: &Renderer<'_>) -> String {
    let first = |severity| first(report, |f| f.detail.severity() == severity).map(|f| finding(words, renderer, f));
    match first(Severity::Error) {
        Some(why) => words.sentence(&Sentence::ClientRejected { why: why.clause() }),
        None => words.sentence(&Sentence::ClientAccepted {
            warning: first(Severity::Warning).as_ref().map(Explanation::clause),
        }),
    }
}

impl Locale {
    /// What Java answers if it has no message.
    #[must_use]
    pub fn java(self, handshake: &Handshake) -> &'static str {
        self.ui(if handshake.accepted {
            UiText::JavaAccepts
        } else {
            UiText::JavaRejects
        })
    }
}

/// Whether Java accepts the chain, regardless of the host name.
fn accepts_chain(report: &Report) -> bool {
    let wrong_name = report.hostname.as_ref().is_some_and(|h| !h.accepted);
    report.handshake.accepted || (wrong_name && report.handshake.reason.is_none())
}

/// A finding as a clause that does not give the places of certificates.
pub(super) fn reason(report: &Report, locale: Locale, of: &Finding) -> String {
    let renderer = Renderer::without_places(locale.grammar(), report);
    finding(locale.finding_words(), &renderer, of).clause().to_owned()
}

/// The error that explains the failure best, by `rank`. The handshake's own reason comes before
/// errors of the same rank.
#[must_use]
pub(crate) fn decisive(report: &Report) -> Option<&Finding> {
    decisive_of(report, &|_| true)
}

/// The error that explains the failure best among those that `wanted` accepts.
#[must_use]
pub(crate) fn decisive_of<'a>(report: &'a Report, wanted: &dyn Fn(&Finding) -> bool) -> Option<&'a Finding> {
    let errors = report.rules.iter().flat_map(|r| &r.findings);
    let reason = report.handshake.reason.iter();
    reason
        .chain(errors)
        .filter(|f| f.detail.severity() == Severity::Error && wanted(f))
        .min_by_key(|f| rank(&f.detail, accepts_chain(report)))
}

/// Rank of an error as an explanation, best first. Consequences of another cause come last.
fn rank(detail: &Detail, handshake_accepted: bool) -> u8 {
    match detail {
        // Ends the handshake before any check.
        Detail::Malformed { .. } | Detail::TooManyCertificates { .. } | Detail::MessageTooLarge { .. } => 0,
        // A product's certificate is the cause of everything else.
        Detail::DefaultCertificate { .. } | Detail::LeafMissing {} | Detail::CertificateBlocked { .. } => 1,
        Detail::SelfSignedLeaf { .. } | Detail::SelfIssuedPair { .. } => 2,
        // Java has no upper limit for key sizes, so another error explains a failed handshake.
        Detail::KeyTooLarge { .. } if !handshake_accepted => 7,
        Detail::IssuerMissing { known: true, .. } => 3,
        // An unknown issuer explains more than the missing certificate.
        Detail::IssuerMissing { known: false, .. } => 5,
        Detail::NoPath {} => 8,
        _ => 4,
    }
}

/// The finding about a root that a release of Java distrusts.
fn distrusted(report: &Report) -> Option<&Finding> {
    first(report, |f| matches!(f.detail, Detail::AnchorDistrusted { .. }))
}

/// The first finding that `wanted` accepts, in the order of the rules.
fn first(report: &Report, wanted: impl Fn(&&Finding) -> bool) -> Option<&Finding> {
    report.rules.iter().flat_map(|r| &r.findings).find(wanted)
}
