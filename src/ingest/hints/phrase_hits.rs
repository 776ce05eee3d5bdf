//! Searches a text once for the words that the other files here need: leads, of which it keeps the
//! places, and words of messages, of which it keeps the parts of the text around them.

use std::sync::LazyLock;

use super::leads::{ACCEPTED, CHAIN, COLUMNS, DESCRIBED, DIGEST, OWN_OUTPUT};
use super::messages::ANCHORS;
use super::normal_text::Parts;
use crate::ingest::text::phrase_search::Phrases;

/// The most places that are kept of each lead.
const PLACES: usize = 8;

/// Bytes before and after a lead of a description that may belong to it.
const BEFORE: usize = 4 * 1024;
const AFTER: usize = 32 * 1024;

/// The most bytes of a PEM label before the word in question.
const MAX_LABEL: usize = 32;

/// Phrases that identify a tool or precede a host. Shorter phrases are searched separately.
const LEADS: [&str; 23] = [
    OWN_OUTPUT,
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
    CHAIN,
    "SSL-Session:",
    "s_client",
    "Alias name:",
    DIGEST,
    "Certificate[1]:",
    "Your keystore contains",
    "Bag Attributes",
    "Signature Algorithm:",
    "Execution failed due to",
    "Exception",
    "<!DOCTYPE",
];

/// The number of all leads.
const ALL_LEADS: usize = LEADS.len() + DESCRIBED.len() + COLUMNS.len() + ACCEPTED.len();

/// The leads, then the words of messages.
static ALL: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(leads().chain(ANCHORS.iter().copied())));

/// The leads of the other files here, then those of descriptions.
fn leads() -> impl Iterator<Item = &'static str> {
    LEADS.into_iter().chain(DESCRIBED).chain(COLUMNS).chain(ACCEPTED)
}

/// The phrases found in one text.
pub(crate) struct Seen {
    /// The parts of the text that may contain messages.
    pub parts: Parts,
    /// The parts that may contain descriptions of certificates.
    pub described: Parts,
    /// The leads and their places.
    leads: Vec<(&'static str, usize)>,
}

impl Seen {
    pub fn of(text: &[u8]) -> Self {
        let (mut parts, mut described, mut leads) = (Parts::default(), Parts::default(), Vec::new());
        let mut counts = [0usize; ALL_LEADS];
        ALL.each(text, |number, at| {
            match (counts.get_mut(number), self::leads().nth(number)) {
                (Some(count), Some(lead)) => {
                    if DESCRIBED.contains(&lead) || COLUMNS.contains(&lead) || [CHAIN, DIGEST].contains(&lead) {
                        described.add_range(at.saturating_sub(BEFORE), at.saturating_add(AFTER));
                    }
                    if *count < PLACES {
                        leads.push((lead, at));
                        *count += 1;
                    }
                }
                // The label of a PEM block is not a message.
                _ if is_label(text, at) => {}
                _ => parts.add(at),
            }
        });
        // A message may be cut off at the end, but not after a PEM block.
        if !text.trim_ascii_end().ends_with(b"-----") {
            parts.add_end(text.len());
        }
        Self {
            parts,
            described,
            leads,
        }
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

/// Returns whether a place is in the BEGIN or END line of a PEM block.
fn is_label(text: &[u8], at: usize) -> bool {
    let before = text.get(at.saturating_sub(MAX_LABEL)..at).unwrap_or_default();
    let dash = memchr::memrchr(b'-', before).and_then(|dash| before.get(dash + 1..));
    dash.is_some_and(|label| label.starts_with(b"BEGIN ") || label.starts_with(b"END "))
}
