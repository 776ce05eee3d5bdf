//! The headline of an answer: the result in a few words, and the reason as a sentence.
//!
//! It has its own access to the texts, because the page's engine says the headline before the
//! interface is loaded: the engine then loads the texts of these subjects in one language, not all
//! texts of the language.

use super::answer::{AnswerPhrase, AnswerText, AnswerWords, as_sentence};
use super::findings::{FindingWords, finding};
use super::grammar::Grammar;
use super::grammar::en::English;
use super::grammar::es::Spanish;
use super::grammar::fr::French;
use super::locale::Locale;
use super::names::Renderer;
use crate::report::{Finding, HostnameReport, Report};

/// The texts of a headline in one language, for API Gateway.
#[derive(Clone, Copy)]
pub struct HeadlineWords {
    grammar: &'static dyn Grammar,
    findings: &'static dyn FindingWords,
    answer: &'static dyn AnswerWords,
}

impl HeadlineWords {
    fn of<L: Grammar + FindingWords + AnswerWords>(language: &'static L) -> Self {
        Self {
            grammar: language,
            findings: language,
            answer: language,
        }
    }

    /// In English.
    #[must_use]
    pub fn english() -> Self {
        Self::of(&English)
    }

    /// In French.
    #[must_use]
    pub fn french() -> Self {
        Self::of(&French)
    }

    /// In Spanish.
    #[must_use]
    pub fn spanish() -> Self {
        Self::of(&Spanish)
    }

    /// A label of the answer.
    #[must_use]
    pub fn label(&self, text: AnswerText) -> &'static str {
        self.answer.text(text)
    }

    /// A finding as a sentence.
    #[must_use]
    pub fn finding(&self, report: &Report, finding: &Finding) -> String {
        as_sentence(&self.clause(report, finding))
    }

    /// A finding about a check that could not be completed, as a sentence.
    #[must_use]
    pub fn undecided(&self, report: &Report, finding: &Finding) -> String {
        self.answer
            .phrase(&AnswerPhrase::NotCompleted(&self.clause(report, finding)))
    }

    /// The problem with the host name as a sentence.
    #[must_use]
    pub fn host(&self, report: &Report, host: &HostnameReport) -> String {
        let renderer = Renderer::without_places(self.grammar, report);
        as_sentence(self.findings.hostname(&renderer, host).clause())
    }

    /// For how many days the chain is accepted.
    #[must_use]
    pub fn valid_for(&self, report: &Report, days: i64) -> String {
        let hostname = report.hostname.as_ref().map(|host| host.asked.as_str());
        self.answer.phrase(&AnswerPhrase::ValidFor { days, hostname })
    }

    fn clause(&self, report: &Report, of: &Finding) -> String {
        let renderer = Renderer::without_places(self.grammar, report);
        finding(self.findings, &renderer, of).clause().to_owned()
    }
}

impl Locale {
    /// The texts of a headline in this language.
    #[must_use]
    pub fn headline_words(self) -> HeadlineWords {
        HeadlineWords {
            grammar: self.grammar(),
            findings: self.finding_words(),
            answer: self.answer_words(),
        }
    }
}
