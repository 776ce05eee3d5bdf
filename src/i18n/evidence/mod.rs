//! The texts about what an input shows besides its certificates: descriptions of certificates, and
//! logs that contradict the check.

mod en;
mod es;
mod fr;
mod locale;

use super::format::{append, listed, shown};
use super::grammar::Grammar;
use crate::evidence::DescriptionNote;
use crate::ingest::{DescribedBy, Location};
use crate::report::{Instead, LogConflict, Observation};

/// The facts of a description.
pub(crate) enum Fact<'a> {
    Subject(&'a str),
    Issuer(&'a str),
    Validity(Option<&'a str>, Option<&'a str>),
    Key(&'a str, Option<&'a str>),
    Names(&'a str),
}

/// The texts about evidence in one language.
pub(crate) trait EvidenceWords: Sync {
    /// The heading above descriptions.
    fn heading(&self) -> &'static str;
    /// What a description is, and that it contains no certificate. `place` begins the sentence.
    fn described(&self, place: &str, tool: DescribedBy) -> String;
    /// One fact, as a sentence.
    fn fact(&self, fact: &Fact<'_>) -> String;
    /// What a description shows, as sentences.
    fn observation(&self, observation: &Observation, grammar: &dyn Grammar) -> String;
    /// How to get the certificate itself.
    fn print(&self, command: &str) -> String;
    /// How a log contradicts the check, why, and what to do.
    fn conflict(&self, place: &str, conflict: &LogConflict) -> String;
    /// How a log contradicts an accepted chain, and what to do, next to a button for the command.
    fn compare(&self, place: &str, instead: Instead, by_api_gateway: bool) -> String;
    /// That there is no certificate, but messages or descriptions.
    fn only_evidence(&self, command: Option<&str>) -> String;
    /// A place in the input.
    fn place(&self, files: &[String], at: &Location) -> String;
}

/// A description: what it is, its facts, and what they show. `print` adds how to get the
/// certificate.
fn described(
    words: &dyn EvidenceWords,
    grammar: &dyn Grammar,
    files: &[String],
    note: &DescriptionNote<'_>,
    print: bool,
) -> String {
    let described = note.described;
    let place = super::format::capitalised(&words.place(files, &described.at));
    let mut text = words.described(&place, described.tool);
    let mut add = |fact: Fact<'_>| append(&mut text, &words.fact(&fact));
    if let Some(subject) = &described.subject {
        add(Fact::Subject(&shown(subject)));
    }
    if let Some(issuer) = &described.issuer {
        add(Fact::Issuer(&shown(issuer)));
    }
    let dates = [described.not_before, described.not_after].map(|date| date.map(|date| grammar.date(date)));
    if let [from, until] = &dates
        && (from.is_some() || until.is_some())
    {
        add(Fact::Validity(from.as_deref(), until.as_deref()));
    }
    if let Some(algorithm) = &described.key_algorithm {
        let bits = described.key_bits.map(|bits| grammar.number(i64::from(bits)));
        add(Fact::Key(&shown(algorithm), bits.as_deref()));
    }
    if !described.names.is_empty() {
        let some: Vec<String> = described.names.iter().take(5).map(|name| shown(name)).collect();
        let mut names = listed(&some, ", ");
        if described.names.len() > some.len() || !described.all_names {
            names.push_str(", …");
        }
        add(Fact::Names(&names));
    }
    for observation in &note.observations {
        append(&mut text, &words.observation(observation, grammar));
    }
    if print {
        append(&mut text, &words.print(&note.command));
    }
    text
}
