//! The phrases that [`super::log_messages`] and [`super::openssl_session`] ask for, looked for once for all of them. Contract: one pass; of
//! each message what it says, of each lead the first places.

use std::sync::LazyLock;

use super::message_table::{MAX_MESSAGES, PHRASES};
use crate::ingest::report::hint::LogKind;
use crate::ingest::text::phrase_search::Phrases;

/// Places kept of each lead.
const PLACES: usize = 8;

/// What says something by standing there, or has a host behind it. Shorter ones are looked for one by one.
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
static ALL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(PHRASES.iter().map(|(phrase, _)| *phrase).chain(LEADS)));

/// What was seen in one text.
pub(crate) struct Seen {
    /// The messages and where they stand, [`MAX_MESSAGES`] of each phrase.
    pub messages: Vec<(usize, LogKind)>,
    /// Which lead, and where it stands.
    leads: Vec<(&'static str, usize)>,
}

impl Seen {
    pub fn of(text: &[u8]) -> Self {
        let (mut messages, mut leads) = (Vec::new(), Vec::new());
        let mut counts = [0usize; PHRASES.len() + LEADS.len()];
        ALL.each(text, |number, at| {
            let Some(count) = counts.get_mut(number) else { return };
            match PHRASES.get(number) {
                Some((phrase, build)) if *count < MAX_MESSAGES => {
                    let after = text.get(at + phrase.len()..).unwrap_or_default();
                    let before = text.get(at.saturating_sub(1024)..at).unwrap_or_default();
                    let Some(kind) = build(after, before) else { return };
                    messages.push((at, kind));
                }
                None if *count < PLACES => {
                    leads.extend(LEADS.get(number - PHRASES.len()).map(|lead| (*lead, at)));
                }
                _ => return,
            }
            *count += 1;
        });
        Self { messages, leads }
    }

    /// The first places of a lead.
    pub fn places(&self, lead: &str) -> impl Iterator<Item = usize> {
        debug_assert!(LEADS.contains(&lead), "{lead} is not looked for");
        self.leads
            .iter()
            .filter(move |(other, _)| *other == lead)
            .map(|(_, at)| *at)
    }

    /// Whether a lead stands anywhere.
    pub fn has(&self, lead: &str) -> bool {
        self.places(lead).next().is_some()
    }
}
