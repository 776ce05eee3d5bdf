//! `--list-cas`: prints all supported CAs, or those that match a text.

use serde::Serialize;

use super::arguments::Format;
use super::{Command, Lines, Paint, Status, pretty};
use crate::cert::UnixTime;
use crate::i18n::{ReportPhrase, UiPhrase, ViewText};
use crate::trust::{Entry, ListVersion, PoolFiles};
use crate::visible::visible;

/// The result of a search.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Table {
    edition: ListVersion,
    authorities: Vec<Row>,
}

/// A certificate on the list. If only its fingerprints are known, the other fields are null.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    aliases: Vec<String>,
    label: Option<String>,
    subject: Option<String>,
    key: Option<Key>,
    not_before: Option<UnixTime>,
    not_after: Option<UnixTime>,
    sha1: Option<String>,
    sha256: String,
}

#[derive(Serialize)]
struct Key {
    algorithm: &'static str,
    bits: u16,
}

impl Command<'_> {
    /// Prints the matching CAs. As with `grep`, the status is [`Status::Rejected`] if none matches.
    pub(super) fn list_authorities(&self, query: &str) -> Status {
        let rows: Vec<Row> = self
            .trust
            .search(query)
            .into_iter()
            .map(|entry| self.row(entry))
            .collect();
        let status = if rows.is_empty() {
            Status::Rejected
        } else {
            Status::Pass
        };
        let table = Table {
            edition: self.trust.list_version().clone(),
            authorities: rows,
        };
        match self.asked.format {
            Format::Json => self.out(&(pretty(&table) + "\n")),
            Format::JsonLines => {
                for row in &table.authorities {
                    self.out(&(serde_json::to_string(row).unwrap_or_default() + "\n"));
                }
            }
            _ => self.out(&self.table_text(&table)),
        }
        status
    }

    fn table_text(&self, table: &Table) -> String {
        let locale = self.locale;
        let mut out = Lines::default();
        if table.authorities.is_empty() {
            out.line(&[locale.view(ViewText::AuthoritiesNone)]);
        }
        for row in &table.authorities {
            out.line(&[&self.heading(&visible(&row.aliases.join(", ")))]);
            let known = match (&row.label, &row.key, row.not_after) {
                (Some(label), Some(key), Some(until)) => {
                    let key = locale.report_phrase(&ReportPhrase::KeyBits {
                        algorithm: key.algorithm,
                        bits: u32::from(key.bits),
                    });
                    let until = [locale.view(ViewText::AuthoritiesUntil), " ", &locale.date(until)].concat();
                    [&visible(label), " · ", &key, " · ", &until].concat()
                }
                _ => locale.view(ViewText::AuthoritiesFingerprintOnly).to_owned(),
            };
            out.line(&["  ", &known]);
            out.line(&["  ", "SHA-256 ", &row.sha256]);
        }
        let edition = locale.phrase(&UiPhrase::ListVersion(&table.edition));
        let rows = locale.rows_of(table.authorities.len(), self.trust.listed().len());
        let last = [&rows, " · ", &edition].concat();
        out.line(&[&self.style.paint(Paint::Faint, &visible(&last))]);
        out.into_text()
    }

    fn row(&self, entry: &Entry) -> Row {
        let files = PoolFiles::default();
        let facts = self.trust.root(entry, &files).map(|root| &root.facts);
        Row {
            aliases: entry.aliases().map(str::to_owned).collect(),
            label: facts.map(|facts| facts.subject.label()),
            subject: facts.map(|facts| facts.subject.rfc4514()),
            key: facts.map(|facts| Key {
                algorithm: facts.key_algorithm().name(),
                bits: facts.key_bits,
            }),
            not_before: facts.map(|facts| facts.not_before),
            not_after: facts.map(|facts| facts.not_after),
            sha1: entry.sha1().map(|sha1| sha1.to_string()),
            sha256: entry.sha256.to_string(),
        }
    }
}
