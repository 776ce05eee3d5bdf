//! The supported authorities, all of them or those that have a text.

use serde::Serialize;

use super::arguments::Format;
use super::{Command, Lines, Paint, Status, pretty};
use crate::cert::UnixTime;
use crate::i18n::{ReportPhrase, UiPhrase, ViewText};
use crate::trust::{Edition, Listed};
use crate::visible::visible;

/// The answer to a search.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Table {
    edition: Edition,
    authorities: Vec<Row>,
}

/// A certificate of the list. Of those that are known by their fingerprints only, the rest is null.
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
    /// Status: refused where there is none, as `grep` has it.
    pub(super) fn list_authorities(&self, query: &str) -> Status {
        let rows: Vec<Row> = self.trust.search(query).iter().map(row).collect();
        let status = if rows.is_empty() { Status::Refused } else { Status::Pass };
        let table = Table {
            edition: self.trust.edition().clone(),
            authorities: rows,
        };
        match self.asked.format {
            Format::Json => self.out(&(pretty(&table) + "\n")),
            Format::JsonLines => {
                for row in &table.authorities {
                    self.out(&(serde_json::to_string(row).unwrap_or_default() + "\n"));
                }
            }
            Format::Text | Format::Markdown => self.out(&self.table_text(&table)),
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
        let edition = locale.phrase(&UiPhrase::ListEdition(&table.edition));
        let rows = locale.rows_of(table.authorities.len(), self.trust.listed().len());
        let last = [&rows, " · ", &edition].concat();
        out.line(&[&self.style.paint(Paint::Faint, &visible(&last))]);
        out.into_text()
    }
}

fn row(listed: &Listed<'_>) -> Row {
    match listed {
        Listed::Anchor(anchor) => Row {
            aliases: anchor.aliases().map(str::to_owned).collect(),
            label: Some(anchor.label()),
            subject: anchor.subject().map(|name| name.rfc4514()),
            key: Some(Key {
                algorithm: anchor.key_algorithm.name(),
                bits: anchor.key_bits,
            }),
            not_before: Some(anchor.not_before),
            not_after: Some(anchor.not_after),
            sha1: Some(anchor.sha1().to_string()),
            sha256: anchor.sha256.to_string(),
        },
        Listed::FingerprintOnly(listed) => Row {
            aliases: listed.aliases().map(str::to_owned).collect(),
            label: None,
            subject: None,
            key: None,
            not_before: None,
            not_after: None,
            sha1: listed.sha1.map(|sha1| sha1.to_string()),
            sha256: listed.sha256.to_string(),
        },
    }
}
