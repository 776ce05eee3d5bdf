//! Searches once for all phrases that the other files here need. For a message it keeps the
//! meaning, for a lead the places.

use std::sync::LazyLock;

use super::acceptance;
use super::message_table::{MAX_MESSAGES, MESSAGES};
use crate::ingest::described;
use crate::ingest::report::hint::LogKind;
use crate::ingest::text::phrase_search::Phrases;

/// The most places that are kept of each lead.
const PLACES: usize = 8;

/// Phrases that identify a tool or precede a host. Shorter phrases are searched separately.
const LEADS: [&str; 22] = [
    "-connect ",
    "-connect=",
    "-sslserver ",
    "-servername ",
    "s_client ",
    "Sending request to https://",
    "Endpoint request URI: https://",
    "* Connected to ",
    "Host name '",
    "CONNECTED(",
    "Certificate chain",
    "SSL-Session:",
    "s_client",
    "Alias name:",
    "SHA256:",
    "Certificate[1]:",
    "Your keystore contains",
    "Bag Attributes",
    "Signature Algorithm:",
    "Execution failed due to",
    "Exception",
    "<!DOCTYPE",
];

/// The messages, then the leads.
static ALL: LazyLock<Phrases> =
    LazyLock::new(|| Phrases::new(MESSAGES.iter().map(|(phrase, _)| *phrase).chain(leads())));

/// The leads of the other files here, then those of descriptions.
fn leads() -> impl Iterator<Item = &'static str> {
    LEADS.into_iter().chain(described::LEADS).chain(acceptance::LEADS)
}

/// The phrases found in one text.
pub(crate) struct Seen {
    /// The messages and their places, at most [`MAX_MESSAGES`] of each phrase.
    pub messages: Vec<(usize, LogKind)>,
    /// The leads and their places.
    leads: Vec<(&'static str, usize)>,
}

impl Seen {
    pub fn of(text: &[u8]) -> Self {
        let (mut messages, mut leads) = (Vec::new(), Vec::new());
        let mut counts = [0usize; MESSAGES.len() + LEADS.len() + described::LEADS.len() + acceptance::LEADS.len()];
        ALL.each(text, |number, at| {
            let Some(count) = counts.get_mut(number) else { return };
            match MESSAGES.get(number) {
                Some((phrase, meaning)) if *count < MAX_MESSAGES => {
                    let after = text.get(at + phrase.len()..).unwrap_or_default();
                    let before = text.get(at.saturating_sub(1024)..at).unwrap_or_default();
                    let Some(kind) = meaning.message(after, before) else {
                        return;
                    };
                    messages.push((at, kind));
                }
                None if *count < PLACES => {
                    leads.extend(self::leads().nth(number - MESSAGES.len()).map(|lead| (lead, at)));
                }
                _ => return,
            }
            *count += 1;
        });
        Self { messages, leads }
    }

    /// Returns the first places of a lead.
    pub fn places(&self, lead: &str) -> impl Iterator<Item = usize> {
        debug_assert!(leads().any(|other| other == lead), "{lead} is not searched for");
        self.leads
            .iter()
            .filter(move |(other, _)| *other == lead)
            .map(|(_, at)| *at)
    }

    /// Returns whether the text contains a lead.
    pub fn has(&self, lead: &str) -> bool {
        self.places(lead).next().is_some()
    }
}
