//! Searches the list by what a user has: an alias, a name, or a fingerprint in any form.

use super::entry::Entry;
use super::pool::PoolFiles;
use super::store::TrustStore;
use crate::cert::Name;
use crate::num::{hex_values, push_hex};
use crate::order;

/// The fewest hex digits that are compared with the start of fingerprints.
const MIN_DIGITS: usize = 6;

impl Entry {
    fn matches(&self, subject: Option<&Name>, folded: &str, digits: Option<&str>) -> bool {
        let has_fingerprint = |digits: &str| {
            let sha1 = self.sha1();
            plain_hex(&self.sha256.0).starts_with(digits)
                || sha1.is_some_and(|sha1| plain_hex(&sha1.0).starts_with(digits))
        };
        digits.is_some_and(has_fingerprint)
            || self.aliases().any(|alias| alias.to_lowercase().contains(folded))
            || subject.is_some_and(|subject| subject.rfc4514().to_lowercase().contains(folded))
    }
}

impl TrustStore {
    /// Every certificate on the list, in the order of the first aliases.
    #[must_use]
    pub fn listed(&self) -> Vec<&Entry> {
        let mut all: Vec<_> = self.entries().iter().collect();
        order::by_key(&mut all, |entry| entry.first_alias());
        all
    }

    /// The listed certificates that match a text, in the order of the first aliases. Empty text
    /// matches all.
    ///
    /// A certificate matches if an alias or its name (RFC 4514) contains the text, ignoring case,
    /// or if a fingerprint (SHA-1 or SHA-256) begins with it: with or without colons, in either
    /// case, or as openssl prints it (`sha256 Fingerprint=…`). Names are searched only if the
    /// program embeds the heads.
    #[must_use]
    pub fn search(&self, text: &str) -> Vec<&Entry> {
        let folded = text.trim().to_lowercase();
        let value = text.rsplit_once('=').map_or(text, |(_, value)| value);
        let digits = hex_values(value).filter(|digits| digits.len() >= MIN_DIGITS);
        let digits: Option<String> = digits.map(|digits| {
            digits
                .iter()
                .filter_map(|digit| char::from_digit(u32::from(*digit), 16))
                .collect()
        });
        let mut found = self.listed();
        let files = PoolFiles::default();
        found.retain(|entry| {
            let subject = self.root(entry, &files).map(|root| &root.facts.subject);
            entry.matches(subject, &folded, digits.as_deref())
        });
        found
    }
}

fn plain_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        push_hex(&mut text, *byte);
        text
    })
}
