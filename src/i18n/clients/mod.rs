//! Texts for clients other than API Gateway: their names, and how a text about API Gateway reads for
//! them.
//!
//! Most texts of a report say what API Gateway does. Another client does the same with its own
//! truststore, so its texts are the same sentences in other words. Each language has a table of
//! those words ([`ClientWords::other_words`]). `tests/native/clients.rs` checks that no text of a
//! report for another client is about AWS.

mod en;
mod es;
mod fr;

use super::Locale;
use super::format::Explanation;
use crate::report::{ClientAnswer, Report, Verdict};
use crate::trust::client::ClientKind;
use crate::trust::{ClientId, ListVersion};

/// A label about clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClientText {
    /// The heading of the choice of a client.
    Client,
    /// Requirement 1 for other clients.
    TrustedCa,
    /// Requirement 1 for other clients, as a requirement.
    TrustedCaTitle,
    /// Why other clients require a trusted CA.
    TrustedCaWhy,
    /// Why AWS's limit does not apply.
    KeyLimitWhy,
    /// The heading of the table of clients.
    SideBySide,
    /// The column of the answer.
    Answer,
    /// The column of the reason.
    Reason,
    /// The client accepts the chain.
    Accepts,
    /// The client rejects the chain.
    Rejects,
    /// The client accepts the chain, but it is outside AWS's limits.
    OutsideLimits,
    /// The user's truststore is not in a link.
    NeedsTruststore,
    /// A stack trace of another Java program.
    WhichJava,
}

/// A language's texts about clients.
pub(crate) trait ClientWords: Sync {
    /// The name of a client.
    fn name(&self, kind: &ClientKind) -> String;
    /// A label.
    fn text(&self, text: ClientText) -> &'static str;
    /// Phrases about API Gateway, and what they are for another client: longer ones first. `{0}` is
    /// the client.
    fn other_words(&self) -> &'static [(&'static str, &'static str)];
}

impl Locale {
    /// The name of a client.
    #[must_use]
    pub fn client_name(self, client: ClientId) -> String {
        self.client_words().name(&client.client().kind)
    }

    /// A label about clients.
    #[must_use]
    pub fn client_text(self, text: ClientText) -> &'static str {
        self.client_words().text(text)
    }

    /// What a client trusts.
    #[must_use]
    pub fn client_trusts(self, trusts: &ListVersion) -> String {
        self.page_words().phrase(&super::UiPhrase::ListVersion(trusts))
    }

    /// The answer of a client, in a word or two.
    #[must_use]
    pub fn client_answer(self, answer: &ClientAnswer) -> &'static str {
        match (answer.verdict, answer.accepted) {
            (Verdict::Pass, _) => self.client_text(ClientText::Accepts),
            (Verdict::Inconclusive, _) => self.verdict(Verdict::Inconclusive),
            (Verdict::Fail, true) => self.client_text(ClientText::OutsideLimits),
            (Verdict::Fail, false) => self.client_text(ClientText::Rejects),
        }
    }

    /// The reason for the answer of a client, as a clause; empty if there is none. `report` is that of
    /// any client about the same chain.
    #[must_use]
    pub fn client_reason(self, report: &Report, answer: &ClientAnswer) -> String {
        let text = match (&answer.reason, &report.hostname) {
            (_, Some(host)) if answer.wrong_host => self.host_reason(report, host),
            (Some(reason), _) if answer.verdict != Verdict::Pass => super::verdict::reason(report, self, reason),
            _ => return String::new(),
        };
        if answer.client == ClientId::API_GATEWAY {
            text
        } else {
            adapt(self, text, "Java")
        }
    }

    /// A text about API Gateway as it reads for the client of a report.
    #[must_use]
    pub fn for_client(self, report: &Report, text: String) -> String {
        if report.is_for_api_gateway() {
            return text;
        }
        adapt(self, text, "Java")
    }

    /// Does the same as [`Locale::for_client`], with the client's whole name.
    #[must_use]
    pub fn for_named_client(self, report: &Report, text: String) -> String {
        if report.is_for_api_gateway() {
            return text;
        }
        adapt(self, text, &self.client_name(report.client.id))
    }

    pub(super) fn explanation_for(self, report: &Report, words: Explanation) -> Explanation {
        if report.is_for_api_gateway() {
            return words;
        }
        let clause = adapt(self, words.clause().to_owned(), "Java");
        Explanation::new(clause, adapt(self, words.explanation().to_owned(), "Java"))
    }
}

fn adapt(locale: Locale, text: String, name: &str) -> String {
    let words = locale.client_words().other_words();
    words.iter().fold(text, |text, (of_aws, of_others)| {
        if text.contains(of_aws) {
            text.replace(of_aws, &of_others.replace("{0}", name))
        } else {
            text
        }
    })
}
