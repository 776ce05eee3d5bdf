//! The table of messages that the tool recognizes: one row per phrase.
//!
//! A phrase is in normal form ([`super::normal_text`]): lowercase, `'` for every quotation mark, a
//! space for `_`. It has seven characters or more and contains one of [`ANCHORS`], which are
//! searched for in the text as pasted.
//!
//! # References
//! - AWS re:Post, "How do I troubleshoot SSL certificate errors in API Gateway"
//!   (<https://repost.aws/knowledge-center/api-gateway-ssl-certificate-errors>), read 2026-11.
//! - AWS, "Certificate import problems"
//!   (<https://docs.aws.amazon.com/acm/latest/userguide/troubleshoot-import.html>), read 2026-11.
//! - The error texts of OpenJDK, OpenSSL (`x509_txt.c`, `ssl_stat.c`), curl (`libcurl-errors`), Go
//!   (`crypto/x509`, `crypto/tls`), Node.js, NSS, Chromium and Windows (`winerror.h`).

mod anchors;
mod gateway;
mod java;
mod openssl;
mod place;
mod readers;
mod services;
mod tools;

pub(super) use anchors::ANCHORS;
pub(super) use place::Place;

use std::sync::LazyLock;

use crate::ingest::report::hint::LogKind;
use crate::ingest::report::meaning::{Meaning, Side, Tool};
use crate::ingest::text::phrase_search::Phrases;

/// The most messages that are kept.
pub(super) const MAX_MESSAGES: usize = 100;

/// What a phrase means.
#[derive(Clone, Copy)]
enum Says {
    /// Always this message.
    Is(&'static LogKind),
    /// This meaning.
    Means(Meaning),
    /// This meaning, in the words of one tool.
    By(Meaning, Tool),
    /// A message with arguments, from the text around the phrase. `None` if it is not that message.
    Read(fn(&Place<'_>) -> Option<LogKind>),
}

/// A phrase, and what it means.
pub(super) struct Row {
    pub phrase: &'static str,
    says: Says,
}

impl Row {
    const fn is(phrase: &'static str, kind: &'static LogKind) -> Self {
        Self {
            phrase,
            says: Says::Is(kind),
        }
    }

    const fn means(phrase: &'static str, meaning: Meaning) -> Self {
        Self {
            phrase,
            says: Says::Means(meaning),
        }
    }

    const fn by(phrase: &'static str, meaning: Meaning, tool: Tool) -> Self {
        Self {
            phrase,
            says: Says::By(meaning, tool),
        }
    }

    const fn read(phrase: &'static str, read: fn(&Place<'_>) -> Option<LogKind>) -> Self {
        Self {
            phrase,
            says: Says::Read(read),
        }
    }

    /// Returns the message at a place where the phrase is.
    pub fn message(&self, place: &Place<'_>) -> Option<LogKind> {
        match self.says {
            Says::Read(read) => read(place),
            _ => self.fixed(),
        }
    }

    /// Returns the message, if it does not depend on the text around the phrase.
    fn fixed(&self) -> Option<LogKind> {
        match self.says {
            Says::Is(kind) => Some(kind.clone()),
            Says::Means(meaning) => Some(known(meaning, None)),
            Says::By(meaning, tool) => Some(known(meaning, Some(tool))),
            Says::Read(_) => None,
        }
    }
}

/// A message with a meaning and no argument.
fn known(meaning: Meaning, tool: Option<Tool>) -> LogKind {
    LogKind::Known {
        meaning,
        tool,
        side: Side::Unknown,
        name: None,
    }
}

/// All rows.
const TABLES: [&[Row]; 5] = [java::ROWS, openssl::ROWS, tools::ROWS, gateway::ROWS, services::ROWS];

/// The phrases of all rows, in the order of [`rows`].
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(rows().map(|row| row.phrase)));

fn rows() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// Calls `found` with each row whose phrase is in a folded text, and the place.
pub(super) fn each(folded: &[u8], mut found: impl FnMut(&'static Row, usize)) {
    if folded.is_empty() {
        return;
    }
    let rows: Vec<&'static Row> = rows().collect();
    let mut counts = vec![0_usize; rows.len()];
    PHRASES.each(folded, |number, at| {
        if let (Some(row), Some(count)) = (rows.get(number), counts.get_mut(number)) {
            *count += 1;
            if *count <= 4 * MAX_MESSAGES {
                found(row, at);
            }
        }
    });
}

/// The shortest beginning of a phrase by which a message that is cut off is recognized.
const SHORTEST_CUT: usize = 8;

/// Returns the message that begins with `words` and is cut off there, if it is the only one.
pub(super) fn cut_off(words: &[u8]) -> Option<LogKind> {
    if words.len() < SHORTEST_CUT {
        return None;
    }
    let mut fits = rows().filter(|row| row.phrase.as_bytes().starts_with(words));
    let kind = fits.next()?.fixed()?;
    fits.all(|row| row.fixed().as_ref() == Some(&kind)).then_some(kind)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::ingest::{Limits, ingest};

    #[test]
    fn phrases_are_in_normal_form_and_contain_an_anchor() {
        let mut seen = std::collections::BTreeSet::new();
        for row in rows() {
            let phrase = row.phrase;
            assert!(phrase.len() >= 7, "{phrase:?} is too short");
            assert!(seen.insert(phrase), "{phrase:?} is twice in the table");
            assert!(!phrase.contains(['_', '"', '\n']), "{phrase:?} is not in normal form");
            assert_eq!(phrase, phrase.to_lowercase());
            let has = |anchor: &&str| phrase.contains(&anchor.replace('_', " "));
            assert!(ANCHORS.iter().any(has), "{phrase:?} contains no anchor");
        }
        for anchor in ANCHORS {
            assert!(anchor.len() >= 7, "{anchor}");
            let has = |row: &Row| row.phrase.contains(&anchor.replace('_', " "));
            assert!(rows().any(has), "{anchor} is in no phrase");
        }
    }

    /// Each phrase is found as written by a tool: also in code with `_`, in capitals, and after API
    /// Gateway's prefix.
    #[test]
    fn every_phrase_is_found() {
        let limits = Limits::default();
        for row in rows() {
            let Some(kind) = row.fixed() else { continue };
            let end = if row.phrase.ends_with(' ') { "x" } else { "" };
            let phrase = [row.phrase, end].concat();
            let code = phrase.replace(' ', "_").to_uppercase();
            let is_code = ANCHORS.iter().any(|anchor| code.to_lowercase().contains(anchor));
            for text in [
                phrase.clone(),
                phrase.to_uppercase(),
                format!("Execution failed due to configuration error: {phrase}"),
                format!("some words\n> {phrase}\n"),
                if is_code { code } else { phrase },
            ] {
                let messages = ingest(text.clone().into_bytes().into(), &limits).hints.messages;
                let same = |found: &LogKind| match (found.meaning(), kind.meaning()) {
                    (Some(found), Some(meaning)) => found == meaning,
                    _ => std::mem::discriminant(found) == std::mem::discriminant(&kind),
                };
                assert!(
                    messages.iter().any(|message| same(&message.kind)),
                    "{text}: {messages:?}"
                );
            }
        }
    }

    #[test]
    fn a_cut_off_message_must_be_the_only_one() {
        assert_eq!(cut_off(b"pkix path b"), Some(LogKind::PathBuildingFailed));
        assert_eq!(cut_off(b"pkix path "), None);
        assert_eq!(cut_off(b"pkix"), None);
        assert_eq!(cut_off(b"certificate"), None);
        assert_eq!(
            cut_off(b"no match for out"),
            Some(known(Meaning::NoOutputMapping, None))
        );
    }
}
