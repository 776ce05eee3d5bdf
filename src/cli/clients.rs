//! `--list-clients`, `--trust-store` and `--compare`: clients other than API Gateway.

use std::borrow::Cow;

use serde::Serialize;

use super::arguments::{Arguments, Format};
use super::{Command, Lines, MAX_BYTES, Status, Stream, pretty, warn};
use crate::cli::Host;
use crate::containers::{Passwords, write_truststore};
use crate::engine::{self, InputError, Plan, TruststoreError};
use crate::guide::{TRUST_ALIAS, TRUST_SETUPS, clients_markdown, import_ca};
use crate::i18n::{CliPhrase, CliText, ClientText, Locale, ReportPhrase, ReportText};
use crate::ingest::DropReason;
use crate::json::InputErrorView;
use crate::report::{ClientAnswer, ClientTable, InputReport, MostClients, Report};
use crate::trust::{ClientId, Clients, TrustStore};
use crate::verify::{Verifier as _, native::NativeVerifier};
use crate::visible::visible;

/// A client in the list.
#[derive(Serialize)]
struct Row {
    id: ClientId,
    name: String,
    java: &'static str,
    certificates: Option<usize>,
}

/// The client that the options name, and its store.
///
/// # Errors
/// A message about a truststore, or about options that do not fit together.
pub(super) fn chosen(
    asked: &Arguments,
    passwords: &Passwords,
    locale: Locale,
    host: &dyn Host,
) -> Result<(ClientId, Cow<'static, TrustStore>), String> {
    let client = asked
        .clients
        .first()
        .and_then(|id| ClientId::parse(id))
        .unwrap_or_default();
    if let Some(name) = &asked.trust_store {
        let store = Cow::Owned(own_store(name, passwords, locale, host)?);
        let client = if client == ClientId::API_GATEWAY {
            ClientId::TRUSTSTORE
        } else {
            client
        };
        return Ok((client, store));
    }
    if client == ClientId::API_GATEWAY {
        return Ok((client, Cow::Borrowed(TrustStore::embedded())));
    }
    let store = TrustStore::of(client, Some(Clients::embedded()));
    let store = store.ok_or_else(|| locale.cli(CliText::TruststoreNeeded).to_owned())?;
    Ok((client, Cow::Owned(store)))
}

fn own_store(name: &str, passwords: &Passwords, locale: Locale, host: &dyn Host) -> Result<TrustStore, String> {
    let why = |why| locale.cli_phrase(&CliPhrase::Unreadable { name, why: &why });
    let data = host.read(name, MAX_BYTES).map_err(why)?;
    let read = engine::truststore(&[(String::new(), data)], passwords, Some(Clients::embedded()));
    let needs_password = |input: &InputReport| {
        let mut dropped = input.dropped.iter();
        dropped.any(|one| matches!(one.reason, DropReason::PasswordNeeded { .. }))
    };
    let tried = !passwords.is_empty();
    let read = read.map_err(|why| match why {
        TruststoreError::NothingTrusted { certificates } => {
            locale.cli_phrase(&CliPhrase::NothingTrusted { name, certificates })
        }
        TruststoreError::Unreadable {
            why: InputError::NoCertificate { input },
        } if needs_password(&input) => locale.cli_phrase(&CliPhrase::TruststorePassword { name, tried }),
        TruststoreError::Unreadable {
            why: InputError::NoCertificate { input },
        } if input.dropped.is_empty() => locale.cli_phrase(&CliPhrase::NoTruststore(name)),
        TruststoreError::Unreadable { why: InputError::Empty } => locale.cli_phrase(&CliPhrase::NoTruststore(name)),
        TruststoreError::Unreadable { why } => {
            let message = InputErrorView::new((&why).into(), locale).message();
            [name, ": ", &message].concat()
        }
    })?;
    if read.input.dropped.iter().any(crate::ingest::Dropped::is_private_key) {
        warn(host, locale, &locale.cli_phrase(&CliPhrase::PrivateKey(name)));
    }
    if !read.ignored.is_empty() {
        let ignored = &read.ignored;
        warn(
            host,
            locale,
            &locale.cli_phrase(&CliPhrase::TruststoreIgnored { name, ignored }),
        );
    }
    Ok(read.store)
}

impl Command<'_> {
    /// Writes a truststore with the root of the chain, and prints how to use it. Returns false if
    /// there is no such root, or the file cannot be written.
    pub(super) fn write_truststore(&self, out: &str, plan: &Plan<'_>, report: &Report) -> bool {
        let locale = self.locale;
        let ders = plan.ders();
        let root = import_ca(report).and_then(|ca| ders.get(ca.index.get()));
        let Some(der) = root else {
            self.error(locale.cli(CliText::TruststoreWithoutRoot));
            return false;
        };
        // Names of certificates are untrusted, so the alias contains none.
        let file = write_truststore(&[(TRUST_ALIAS.to_owned(), &der[..])]).unwrap_or_default();
        if let Err(why) = self.host.write(out, &file, self.asked.force) {
            self.error(&locale.cli_phrase(&CliPhrase::Unwritable { name: out, why: &why }));
            return false;
        }
        let mut text = Lines::default();
        text.gap();
        text.line(&[&visible(&locale.cli_phrase(&CliPhrase::TruststoreWritten(out)))]);
        for setup in &TRUST_SETUPS {
            text.gap();
            text.line(&[&self.heading(locale.guide(setup.tool.text()))]);
            for line in setup.text.lines() {
                text.line(&["  ", line]);
            }
        }
        let stream = if self.asked.format == Format::Text {
            Stream::Output
        } else {
            Stream::Error
        };
        self.host.print(stream, &text.into_text());
        true
    }

    /// Prints the clients.
    pub(super) fn list_clients(&self) -> Status {
        let row = |id: ClientId| Row {
            id,
            name: self.locale.client_name(id),
            java: id.client().java,
            certificates: TrustStore::of(id, Some(Clients::embedded())).map(|store| store.entries().len()),
        };
        let rows: Vec<Row> = ClientId::all().map(row).collect();
        match self.asked.format {
            Format::Json => self.out(&(pretty(&rows) + "\n")),
            Format::JsonLines => {
                for row in &rows {
                    self.out(&(serde_json::to_string(row).unwrap_or_default() + "\n"));
                }
            }
            Format::Text | Format::Markdown | Format::Junit | Format::Sarif | Format::Pem => {
                let widest = rows.iter().map(|row| row.id.as_str().len()).max().unwrap_or_default();
                let mut out = Lines::default();
                for row in &rows {
                    let blanks = " ".repeat(widest.saturating_sub(row.id.as_str().len()));
                    out.line(&[row.id.as_str(), &blanks, "  ", &row.name]);
                }
                self.out(&out.into_text());
            }
        }
        Status::Pass
    }

    /// The clients to compare, if the options ask for it: those of several `--client`, or all.
    pub(super) fn wanted_clients(&self, plan: &Plan<'_>) -> Option<Vec<ClientId>> {
        let mut wanted: Vec<ClientId> = self.asked.clients.iter().filter_map(|id| ClientId::parse(id)).collect();
        if self.asked.compare {
            let others = ClientId::all().filter(|client| *client != ClientId::TRUSTSTORE);
            wanted.extend(others);
        } else if wanted.len() < 2 {
            return None;
        }
        let own = plan.client();
        if !wanted.contains(&own) {
            wanted.insert(0, own);
        }
        let mut seen = std::collections::HashSet::new();
        wanted.retain(|client| seen.insert(*client));
        Some(wanted)
    }

    /// The table of clients, if the options ask for one.
    pub(super) fn compared(&self, plan: &Plan<'_>) -> Option<ClientTable> {
        let wanted = self.wanted_clients(plan)?;
        let clients = engine::side_by_side(plan, &wanted, Some(Clients::embedded()));
        let answers = NativeVerifier.verify_all(&clients.checks(plan));
        Some(clients.table(plan, &answers))
    }

    /// The table of clients as text or Markdown. Empty without a table; JSON has the table in the
    /// report.
    pub(super) fn table_of_clients(&self, report: &Report, table: Option<&ClientTable>) -> String {
        let Some(table) = table else {
            return String::new();
        };
        if self.asked.format == Format::Markdown {
            return clients_markdown(report, table, self.locale);
        }
        let mut out = Lines::default();
        out.gap();
        out.line(&[&self.heading(self.locale.client_text(ClientText::SideBySide))]);
        self.rows_of_clients(report, table, &mut out);
        out.into_text()
    }

    /// How many clients accept the chosen chain, which remain, and what changed.
    pub(super) fn most_clients_text(&self, most: &MostClients) -> String {
        let locale = self.locale;
        let best = &most.best;
        let mut out = Lines::default();
        out.gap();
        out.line(&[&self.heading(locale.report(ReportText::RepairHeading))]);
        out.line(&[&locale.report_phrase(&ReportPhrase::MostClients {
            accepted: best.table.accepted(),
            of: best.table.rows.len(),
            as_sent: most.as_sent,
        })]);
        let remaining = best.table.remaining();
        if !remaining.rows.is_empty() {
            out.line(&[locale.report(ReportText::RemainingClients)]);
            self.rows_of_clients(&best.report, &remaining, &mut out);
        }
        let changes = best.repair.iter().flat_map(|repair| &repair.changes);
        let changes = changes.map(|change| locale.repair_change(change)).collect();
        self.list(locale.report(ReportText::ChangesHeading), false, changes, &mut out);
        out.gap();
        out.into_text()
    }

    fn rows_of_clients(&self, report: &Report, table: &ClientTable, out: &mut Lines) {
        let locale = self.locale;
        let width = |text: &str| text.chars().count();
        let name = |row: &ClientAnswer| locale.client_name(row.client);
        let names = table.rows.iter().map(|row| width(&name(row))).max().unwrap_or_default();
        let answers = table
            .rows
            .iter()
            .map(|row| width(locale.client_answer(row)))
            .max()
            .unwrap_or_default();
        for row in &table.rows {
            let (name, answer) = (name(row), locale.client_answer(row));
            let blanks = |text: &str, to: usize| " ".repeat(to.saturating_sub(width(text)));
            let painted = self.style.paint(super::Paint::of_verdict(row.verdict), answer);
            let reason = locale.client_reason(report, row);
            let line = [
                "  ",
                &name,
                &blanks(&name, names),
                "  ",
                &painted,
                &blanks(answer, answers),
                "  ",
                &visible(&reason),
            ]
            .concat();
            out.line(&[line.trim_end()]);
        }
    }
}
