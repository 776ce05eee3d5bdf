//! The headline of an answer.

use super::{Reason, Tone};
use crate::i18n::{AnswerText, HeadlineWords};
use crate::report::Report;

/// What the badge of an answer says.
#[must_use]
pub fn badge_text(tone: Tone) -> AnswerText {
    match tone {
        Tone::Accepted => AnswerText::BadgeAccepted,
        Tone::Rejected => AnswerText::BadgeRejected,
        Tone::OutsideLimits => AnswerText::BadgeOutsideLimits,
        Tone::Open => AnswerText::BadgeOpen,
    }
}

/// The reason as a sentence about API Gateway.
#[must_use]
pub fn reason_sentence(words: &HeadlineWords, report: &Report, reason: Reason<'_>) -> String {
    match reason {
        Reason::Finding(finding) => words.finding(report, finding),
        Reason::HostName(host) => words.host(report, host),
        Reason::Undecided(finding) => words.undecided(report, finding),
        Reason::ValidFor(days) => words.valid_for(report, days),
        Reason::JavaMessage => crate::i18n::as_sentence(words.label(AnswerText::SeeJavaMessage)),
    }
}
