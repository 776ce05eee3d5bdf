//! `--connect`: takes the chain from the server itself, and reports what the connections showed.

use std::time::Duration;

use super::arguments::{FailOn, Format};
use super::text::Lines;
use super::{Command, MAX_SIDE_BYTES, Paint, Status, Stream, element, input, pem, pretty};
use bytes::Bytes;

use crate::connect::{Probe, Proxy, Settings, Target};
use crate::engine::{self, Options, Plan, judge};
use crate::guide::{Guide, inline};
use crate::i18n::{CliPhrase, CliText, verdict_sentence};
use crate::ingest::{LogKind, Relevance};
use crate::json::ConnectedView;
use crate::report::{Connection, Report, Verdict};
use crate::verify::{Verifier as _, native::NativeVerifier};
use crate::visible::visible;

/// The time for a handshake if `--timeout` is not given.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A server, how to connect to it, and its line in the list.
type Listed = ((Target, Settings), Option<u32>);

/// The place of a server among several, and its line in the list.
#[derive(Clone, Copy)]
struct Place {
    number: Option<usize>,
    line: Option<u32>,
}

impl Command<'_> {
    /// Connects to the servers of `--connect` and `--connect-list`, and checks what they send.
    pub(super) fn judge_connections(&self) -> Status {
        let (servers, lines): (Vec<_>, Vec<_>) = match self.servers() {
            Ok(servers) => servers.into_iter().unzip(),
            Err(words) => {
                self.error(&words);
                return Status::Unusable;
            }
        };
        let several = servers.len() > 1 || self.asked.connect_list.is_some();
        if several && self.asked.repair.is_some() {
            self.error(self.locale.cli(CliText::RepairTakesOneServer));
            return Status::Unusable;
        }
        let progress = several && self.host.is_terminal(Stream::Error) && !self.host.is_terminal(Stream::Output);
        let mut worst = Status::Pass;
        let mut passed = 0_usize;
        let settings = &servers;
        let connected = self.host.connect(&servers, &mut |at, probe| {
            if progress {
                let place = [at.saturating_add(1).to_string(), servers.len().to_string()].join("/");
                self.host.print(Stream::Error, &["\r", &place].concat());
            }
            let place = Place {
                number: several.then_some(at),
                line: lines.get(at).copied().flatten(),
            };
            let settings = settings.get(at).map(|(_, settings)| settings);
            let result = self.judge_server(probe, settings, place);
            passed = passed.saturating_add(usize::from(result == Status::Pass));
            worst = worst.max(result);
        });
        if !connected {
            let command = servers.first().map(|(target, settings)| openssl(target, settings));
            let command = command.unwrap_or_default();
            self.error(&self.locale.cli_phrase(&CliPhrase::CannotConnect(&command)));
            return Status::Unusable;
        }
        if progress {
            self.host.print(Stream::Error, "\r\u{1B}[K");
        }
        match self.asked.format {
            Format::Json if several => self.out("\n]\n"),
            Format::Text if several => {
                let of = servers.len();
                self.out(&[&self.locale.cli_phrase(&CliPhrase::Passed { passed, of }), "\n"].concat());
            }
            _ => {}
        }
        worst
    }

    /// The servers to connect to, and how.
    ///
    /// # Errors
    /// A message about a value that is not a server, or an unreadable list.
    fn servers(&self) -> Result<Vec<Listed>, String> {
        let mut targets = Vec::new();
        for text in &self.asked.connect {
            let target = Target::parse(text);
            let target = target.ok_or_else(|| self.locale.cli_phrase(&CliPhrase::BadServer(text)))?;
            targets.push((target, None));
        }
        if let Some(name) = &self.asked.connect_list {
            let read = if name == input::STANDARD_INPUT {
                self.host.read_input(MAX_SIDE_BYTES)
            } else {
                self.host.read(name, MAX_SIDE_BYTES)
            };
            let why = |why| self.locale.cli_phrase(&CliPhrase::Unreadable { name, why: &why });
            let list = read.map_err(why)?;
            for (line, text) in (1..).zip(String::from_utf8_lossy(&list).lines()) {
                // A comment begins with #, as in a hosts file.
                let text = text.split('#').next().unwrap_or_default().trim();
                if text.is_empty() {
                    continue;
                }
                let target = Target::parse(text);
                let bad = || self.locale.cli_phrase(&CliPhrase::BadServerLine { line, text });
                targets.push((target.ok_or_else(bad)?, u32::try_from(line).ok()));
            }
            if targets.is_empty() {
                return Err(self.locale.cli(CliText::NoServers).to_owned());
            }
        }
        let proxy = match &self.asked.proxy {
            Some(text) if text.is_empty() => Some(None),
            Some(text) => {
                let proxy = Proxy::parse(text);
                Some(Some(proxy.ok_or_else(|| {
                    self.locale.cli_phrase(&CliPhrase::BadValue {
                        argument: "--proxy",
                        value: text,
                        possible: &["http://HOST:PORT".to_owned()],
                    })
                })?))
            }
            None => None,
        };
        let server_name = match &self.asked.server_name {
            Some(text) => {
                let name = Target::parse(text).ok_or_else(|| self.locale.cli_phrase(&CliPhrase::BadServer(text)))?;
                Some(name.host)
            }
            None => None,
        };
        let with_settings = |(target, line): (Target, Option<u32>)| {
            let proxy = match &proxy {
                Some(proxy) => proxy.clone(),
                None => self.proxy_of_environment(&target)?,
            };
            let settings = Settings {
                server_name: server_name.clone(),
                address: self.asked.address,
                proxy,
                timeout: self.asked.timeout.map_or(TIMEOUT, Duration::from_secs),
            };
            Ok(((target, settings), line))
        };
        targets.into_iter().map(with_settings).collect()
    }

    /// The proxy of the environment for a server.
    ///
    /// # Errors
    /// A message about a proxy that is not supported. It does not contain the value, which may have
    /// a password.
    fn proxy_of_environment(&self, target: &Target) -> Result<Option<Proxy>, String> {
        let proxy = Proxy::of_environment(&target.host, &|name| self.host.variable(name));
        proxy.map_err(|argument| {
            self.locale.cli_phrase(&CliPhrase::BadValue {
                argument,
                value: "…",
                possible: &["http://HOST:PORT".to_owned()],
            })
        })
    }

    /// Checks one server's chain and prints the result.
    fn judge_server(&self, probe: Probe, settings: Option<&Settings>, place: Place) -> Status {
        let Probe { mut connection, chain } = probe;
        let options = self.options_for(&connection);
        let plan_of = |chain: &[Bytes]| {
            let input = engine::Input::paste(pem_of(chain).into(), &self.passwords);
            input.map(|input| input.into_plan(&options, &self.trust))
        };
        let mut plan = match (!chain.is_empty()).then(|| plan_of(&chain)) {
            Some(Ok(plan)) => Some(plan),
            Some(Err(why)) => {
                self.error(&[&connection.name(), ": ", &self.error_view(&why).message()[..]].concat());
                return Status::Rejected;
            }
            None => None,
        };
        let judged = |plan: &Plan<'_>| judge(plan, &NativeVerifier.verify_all(plan.checks()));
        let mut report = plan.as_ref().map(judged);
        let mut completed = None;
        if let (true, Some(settings), Some(sent)) = (self.asked.fetch_missing, settings, &report) {
            let with = |found: &[Bytes]| plan_of(&[&chain, found].concat()).ok();
            let judge = |found: &[Bytes]| with(found).as_ref().map(judged);
            let found = self.download_missing(settings, &mut connection, sent, &judge);
            completed = (!found.is_empty()).then(|| with(&found)).flatten();
        }
        let unreachable = report.is_none() && self.server_status(&connection, None) == Status::Unusable;
        let silent = match self.asked.format {
            Format::Text | Format::Markdown => unreachable,
            Format::Pem => chain.is_empty(),
            _ => false,
        };
        if silent {
            let (sentence, more) = self.locale.connection_trouble(&connection).unwrap_or_default();
            self.error(&[sentence, more].join(" "));
            return self.server_status(&connection, report.as_ref());
        }
        if self.collects() {
            self.collect_server(&connection, report.as_ref(), unreachable, place.line);
        } else if self.asked.format == Format::Pem {
            let checked = options.hostname.as_deref().unwrap_or_default();
            self.out(&pem::paste(&connection, checked, &chain));
        } else {
            self.print_server(&connection, plan.as_ref().zip(report.as_ref()), place.number);
        }
        // The repair uses the downloaded certificates.
        if self.asked.repair.is_some()
            && let Some(completed) = completed
        {
            report = Some(judged(&completed));
            plan = Some(completed);
        }
        match (&plan, &report, &self.asked.repair) {
            (Some(plan), Some(report), Some(out)) => self.repair(out, plan, report),
            _ => self.server_status(&connection, report.as_ref()),
        }
    }

    /// The status of one server: a failed handshake counts as a rejection, a server that cannot be
    /// reached as an unreadable input.
    fn server_status(&self, connection: &Connection, report: Option<&Report>) -> Status {
        match (connection.trouble(), report) {
            (None, Some(report)) => {
                let status = self.status_of(&connection.name(), report);
                let strict = self.asked.fail_on >= Some(FailOn::Warning);
                match self.locale.connection_caveat(connection).filter(|_| strict) {
                    Some(caveat) => {
                        self.error(&[&connection.name(), ": ", &caveat].concat());
                        status.max(Status::Rejected)
                    }
                    None => status,
                }
            }
            (Some(trouble), None) if is_unreachable(&trouble) => Status::Unusable,
            (_, Some(_) | None) => Status::Rejected,
        }
    }

    /// The options of the check of one server: its chain is in the server's order, and is checked
    /// for the requested host.
    fn options_for(&self, connection: &Connection) -> Options {
        let asked = || {
            connection
                .server_name
                .clone()
                .unwrap_or_else(|| connection.host.clone())
        };
        Options {
            hostname: Some(self.options.hostname.clone().unwrap_or_else(asked)),
            hostname_from_input: false,
            first_is_leaf: true,
            ..self.options.clone()
        }
    }

    fn print_server(&self, connection: &Connection, checked: Option<(&Plan<'_>, &Report)>, place: Option<usize>) {
        let report = checked.map(|(_, report)| report);
        let row = place.is_some() && self.has_rows();
        let table = checked.filter(|_| !row).and_then(|(plan, _)| self.compared(plan));
        let table = table.as_ref();
        let of_clients = || {
            report
                .map(|report| self.table_of_clients(report, table))
                .unwrap_or_default()
        };
        let aside = self.asked.repair.as_deref() == Some(input::STANDARD_INPUT);
        let stream = if aside { Stream::Error } else { Stream::Output };
        let text = match self.asked.format {
            Format::Json | Format::JsonLines => {
                let view = ConnectedView {
                    connection,
                    report,
                    clients: table,
                    locale: self.locale,
                };
                self.connected_json(&view, place)
            }
            Format::Text if row => self.connected_row(connection, report),
            Format::Text => self.connected_text(connection, report) + &of_clients(),
            Format::Markdown => self.connected_markdown(connection, report) + &of_clients(),
            Format::Junit | Format::Sarif | Format::Pem => String::new(),
        };
        let between = matches!(place, Some(1..)) && (self.asked.full || self.asked.format == Format::Markdown);
        self.host
            .print(stream, &[if between { "\n" } else { "" }, &text].concat());
    }

    fn connected_json(&self, view: &ConnectedView<'_>, place: Option<usize>) -> String {
        match (self.asked.format, place) {
            (Format::JsonLines, _) => serde_json::to_string(view).unwrap_or_default() + "\n",
            (_, None) => pretty(view) + "\n",
            (_, Some(at)) => element(view, at == 0),
        }
    }

    /// The first line: the verdict on the chain if it is rejected, because a client rejects it
    /// before anything else; otherwise why the handshake failed, or the verdict and why clients may
    /// fail nevertheless.
    fn connected_headline(&self, connection: &Connection, report: Option<&Report>) -> [String; 2] {
        let trouble = self.locale.connection_trouble(connection);
        let (verdict, words) = match (trouble, report) {
            (Some((sentence, _)), report) if !is_rejected(connection, report) => (Verdict::Fail, sentence),
            (_, Some(report)) => (report.verdict, verdict_sentence(report, self.locale)),
            (_, None) => (Verdict::Fail, String::new()),
        };
        let badge = self
            .style
            .paint(Paint::of_verdict(verdict), self.locale.verdict(verdict));
        let caveat = self.caveat(connection, verdict);
        let gap = if caveat.is_empty() { "" } else { " " };
        [badge, [&visible(&words), gap, &caveat].concat()]
    }

    /// What belongs after the verdict: why clients may fail nevertheless. Empty if the verdict is
    /// already a rejection.
    fn caveat(&self, connection: &Connection, verdict: Verdict) -> String {
        let rejected = verdict == Verdict::Fail || connection.trouble().is_some();
        let caveat = (!rejected).then(|| self.locale.connection_caveat(connection));
        visible(&caveat.flatten().unwrap_or_default())
    }

    fn connected_row(&self, connection: &Connection, report: Option<&Report>) -> String {
        let [badge, words] = self.connected_headline(connection, report);
        [&badge, "  ", &visible(&connection.name()), "  ", &words, "\n"].concat()
    }

    fn connected_text(&self, connection: &Connection, report: Option<&Report>) -> String {
        let mut connected = Lines::default();
        let heading = self.heading(self.locale.connection_heading());
        connected.line(&[&heading, "  ", &visible(&self.locale.connection(connection))]);
        for note in connection.notes() {
            connected.line(&["- ", &visible(&self.locale.connection_note(&note))]);
        }
        let connected = connected.into_text();
        let trouble = self.locale.connection_trouble(connection);
        let mut out = Lines::default();
        if let Some((_, more)) = trouble.filter(|_| !is_rejected(connection, report)) {
            let [badge, words] = self.connected_headline(connection, report);
            out.line(&[&badge, "  ", &self.style.paint(Paint::Strong, &words)]);
            if !more.is_empty() {
                out.gap();
                out.line(&[&visible(&more)]);
            }
            out.gap();
        }
        match report {
            Some(report) => {
                let caveat = self.caveat(connection, report.verdict);
                out.into_text() + &self.text_with(report, &connected, &caveat)
            }
            None => out.into_text() + &connected,
        }
    }

    fn connected_markdown(&self, connection: &Connection, report: Option<&Report>) -> String {
        let mut text = String::new();
        if let Some((sentence, more)) = self.locale.connection_trouble(connection) {
            text = [&inline(&sentence), "\n\n", &inline(&more), "\n\n"].concat();
        }
        for note in connection.notes() {
            let note = inline(&self.locale.connection_note(&note));
            text.push_str(&["- ", &note, "\n"].concat());
        }
        if text.ends_with('\n') && !text.ends_with("\n\n") {
            text.push('\n');
        }
        match report {
            Some(report) => [&text, &Guide::new(report).markdown(self.locale)[..]].concat(),
            None => text,
        }
    }
}

/// Whether a client rejects the chain, and not the handshake before it.
fn is_rejected(connection: &Connection, report: Option<&Report>) -> bool {
    !connection.fails_early() && report.is_some_and(|report| report.verdict == Verdict::Fail)
}

/// Whether this is about the network and not about the handshake.
fn is_unreachable(trouble: &LogKind) -> bool {
    trouble.relevance() == Relevance::NotCertificate
}

/// The certificates as PEM.
fn pem_of(chain: &[Bytes]) -> String {
    chain.iter().map(|der| engine::pem(der)).collect()
}

/// The openssl command for a server.
fn openssl(target: &Target, settings: &Settings) -> String {
    let asked = settings.server_name.as_ref().unwrap_or(&target.host);
    let is_name = asked.parse::<std::net::IpAddr>().is_err();
    let connection = Connection {
        host: target.host.clone(),
        port: target.port,
        server_name: is_name.then(|| asked.clone()),
        proxy: None,
        attempts: Vec::new(),
        downloads: Vec::new(),
        with_downloads: None,
    };
    connection.openssl()
}
