//! What a language says about clients, and how a text about API Gateway reads for another one.

use super::{ClientPageText, ClientText};
use crate::i18n::format::Explanation;
use crate::i18n::{Locale, UiPhrase, verdict};
use crate::report::{ClientAnswer, Report, Verdict};
use crate::trust::{ClientId, ListVersion};

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

    /// A label of the page about clients.
    #[must_use]
    pub fn client_page(self, text: ClientPageText) -> &'static str {
        self.client_words().page_text(text)
    }

    /// A text about API Gateway as it reads for a client.
    #[must_use]
    pub fn text_for(self, client: ClientId, text: &str) -> String {
        self.text_with(client, text, "Java")
    }

    /// Does the same as [`Locale::text_for`], with the client's whole name.
    #[must_use]
    pub fn text_for_named(self, client: ClientId, text: &str) -> String {
        self.text_with(client, text, &self.client_name(client))
    }

    fn text_with(self, client: ClientId, text: &str, name: &str) -> String {
        if client == ClientId::API_GATEWAY {
            text.to_owned()
        } else {
            adapt(self, text.to_owned(), name)
        }
    }

    /// What a client trusts.
    #[must_use]
    pub fn client_trusts(self, trusts: &ListVersion) -> String {
        self.page_words().phrase(&UiPhrase::ListVersion(trusts))
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

    /// The reason for the answer of a client, as a clause; empty if there is none. `report` is that
    /// of any client about the same chain.
    #[must_use]
    pub fn client_reason(self, report: &Report, answer: &ClientAnswer) -> String {
        let text = match (&answer.reason, &report.hostname) {
            (_, Some(host)) if answer.wrong_host => self.host_reason(report, host),
            (Some(reason), _) if answer.verdict != Verdict::Pass => verdict::reason(report, self, reason),
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

    /// Does the same as [`Locale::text_for_named`] for an explanation.
    pub(in crate::i18n) fn explanation_for_named(self, client: ClientId, words: Explanation) -> Explanation {
        if client == ClientId::API_GATEWAY {
            return words;
        }
        let adapted = |text: &str| self.text_for_named(client, text);
        Explanation::new(adapted(words.clause()), adapted(words.explanation()))
    }

    pub(in crate::i18n) fn explanation_for(self, report: &Report, words: Explanation) -> Explanation {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{AnswerPhrase, AnswerText};

    /// The labels that the page draws next to the texts of a report.
    const LABELS: [AnswerText; 9] = [
        AnswerText::BadgeAccepted,
        AnswerText::BadgeRejected,
        AnswerText::BadgeOpen,
        AnswerText::OnList,
        AnswerText::NotOnList,
        AnswerText::GistCa,
        AnswerText::GistAllSent,
        AnswerText::MetOnceSent,
        AnswerText::NeedNotSend,
    ];

    #[test]
    fn the_labels_of_the_page_name_the_client_and_its_truststore() {
        let client = ClientId::parse("debian-12").unwrap_or_default();
        for locale in Locale::ALL {
            let phrases = [AnswerPhrase::RootListed("X"), AnswerPhrase::RootNotListed("X")];
            let phrases = phrases.map(|phrase| locale.answer_phrase(&phrase));
            let labels = LABELS.map(|label| locale.answer(label).to_owned());
            for text in labels.iter().chain(&phrases) {
                let other = locale.text_for_named(client, text);
                for word in ["API Gateway", "AWS", "the list", "la liste", "la lista"] {
                    assert!(!other.contains(word), "{locale:?}: {other}");
                }
                assert_eq!(&locale.text_for(ClientId::API_GATEWAY, text), text);
            }
            let badge = locale.text_for_named(client, locale.answer(AnswerText::BadgeRejected));
            assert!(badge.starts_with("Java 17 (Debian 12) "), "{badge}");
        }
    }
}
