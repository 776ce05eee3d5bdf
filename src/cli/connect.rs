//! `--connect`: takes the chain from the server itself, and reports what the connections showed.

use std::time::Duration;

use super::arguments::Format;
use super::one::status;
use super::text::Lines;
use super::{Command, MAX_SIDE_BYTES, Paint, Status, Stream, input, pretty};
use bytes::Bytes;

use crate::connect::{Probe, Proxy, Settings, Target};
use crate::engine::{self, Options, judge, pem, repair_with};
use crate::guide::{Guide, inline};
use crate::i18n::{CliPhrase, CliText, verdict_sentence};
use crate::ingest::{LogKind, Relevance};
use crate::json::ConnectedView;
use crate::report::{Connection, Report, Verdict};
use crate::verify::{Verifier as _, native::NativeVerifier};
use crate::visible::visible;

/// The time for a handshake if `--timeout` is not given.
const TIMEOUT: Duration = Duration::from_secs(10);

impl Command<'_> {
    /// Connects to the servers of `--connect` and `--connect-list`, and checks what they send.
    pub(super) fn judge_connections(&self) -> Status {
        let servers = match self.servers() {
            Ok(servers) => servers,
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
        let connected = self.host.connect(&servers, &mut |at, probe| {
            if progress {
                let place = [at.saturating_add(1).to_string(), servers.len().to_string()].join("/");
                self.host.print(Stream::Error, &["\r", &place].concat());
            }
            let result = self.judge_server(&probe, several.then_some(at));
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
    fn servers(&self) -> Result<Vec<(Target, Settings)>, String> {
        let mut targets = Vec::new();
        for text in &self.asked.connect {
            let target = Target::parse(text);
            targets.push(target.ok_or_else(|| self.locale.cli_phrase(&CliPhrase::BadServer(text)))?);
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
                targets.push(target.ok_or_else(bad)?);
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
        let with_settings = |target: Target| {
            let of_environment = || Proxy::of_environment(&target.host, &|name| self.host.variable(name));
            let settings = Settings {
                server_name: server_name.clone(),
                address: self.asked.address,
                proxy: proxy.clone().unwrap_or_else(of_environment),
                timeout: self.asked.timeout.map_or(TIMEOUT, Duration::from_secs),
            };
            (target, settings)
        };
        Ok(targets.into_iter().map(with_settings).collect())
    }

    /// Checks one server's chain and prints the result. `place` is its place among several.
    fn judge_server(&self, probe: &Probe, place: Option<usize>) -> Status {
        let connection = &probe.connection;
        let hostname = self.options.hostname.clone();
        let asked = || {
            connection
                .server_name
                .clone()
                .unwrap_or_else(|| connection.host.clone())
        };
        let options = Options {
            hostname: Some(hostname.unwrap_or_else(asked)),
            hostname_from_input: false,
            first_is_leaf: true,
            ..self.options.clone()
        };
        let read = |pem: String| engine::Input::paste(pem.into(), &self.passwords);
        let plan = match (!probe.chain.is_empty()).then(|| read(pem_of(&probe.chain))) {
            Some(Ok(input)) => Some(input.into_plan(&options, &self.trust)),
            Some(Err(why)) => {
                self.error(&[&connection.name(), ": ", &self.error_view(&why).message()[..]].concat());
                return Status::Rejected;
            }
            None => None,
        };
        let report = plan
            .as_ref()
            .map(|plan| judge(plan, &NativeVerifier.verify_all(plan.checks())));
        let aside = self.asked.repair.as_deref() == Some(input::STANDARD_INPUT);
        let stream = if aside { Stream::Error } else { Stream::Output };
        let text = match (self.asked.format, place) {
            (Format::Json | Format::JsonLines, _) => self.connected_json(connection, report.as_ref(), place),
            (Format::Text, Some(_)) if !self.asked.full => self.connected_row(connection, report.as_ref()),
            (Format::Text, _) => self.connected_text(connection, report.as_ref()),
            (Format::Markdown, _) => self.connected_markdown(connection, report.as_ref()),
        };
        let unreachable = report.is_none() && result(connection, None) == Status::Unusable;
        if unreachable && matches!(self.asked.format, Format::Text | Format::Markdown) {
            let (sentence, more) = self.locale.connection_trouble(connection).unwrap_or_default();
            self.error(&[sentence, more].join(" "));
            return Status::Unusable;
        }
        let between = matches!(place, Some(1..)) && (self.asked.full || self.asked.format == Format::Markdown);
        self.host
            .print(stream, &[if between { "\n" } else { "" }, &text].concat());
        match (&plan, &report, &self.asked.repair) {
            (Some(plan), Some(report), Some(out)) => {
                let files = |file| self.host.certificates(file);
                self.write_repair(out, &repair_with(plan, report, &NativeVerifier, files))
            }
            _ => result(connection, report.as_ref()),
        }
    }

    fn connected_json(&self, connection: &Connection, report: Option<&Report>, place: Option<usize>) -> String {
        let view = ConnectedView {
            connection,
            report,
            locale: self.locale,
        };
        match (self.asked.format, place) {
            (Format::JsonLines, _) => serde_json::to_string(&view).unwrap_or_default() + "\n",
            (_, None) => pretty(&view) + "\n",
            (_, Some(at)) => {
                let before = if at == 0 { "[\n  " } else { ",\n  " };
                [before, &pretty(&view).replace('\n', "\n  ")].concat()
            }
        }
    }

    /// The first line: the verdict on the chain if it is rejected, because a client rejects it
    /// before anything else; otherwise why the handshake failed, or the verdict.
    fn connected_headline(&self, connection: &Connection, report: Option<&Report>) -> [String; 2] {
        let trouble = self.locale.connection_trouble(connection);
        let (verdict, words) = match (trouble, report) {
            (Some((sentence, _)), report) if report.is_none_or(|report| report.verdict != Verdict::Fail) => {
                (Verdict::Fail, sentence)
            }
            (_, Some(report)) => (report.verdict, verdict_sentence(report, self.locale)),
            (_, None) => (Verdict::Fail, String::new()),
        };
        let badge = self
            .style
            .paint(Paint::of_verdict(verdict), self.locale.verdict(verdict));
        [badge, visible(&words)]
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
        let rejected = report.is_some_and(|report| report.verdict == Verdict::Fail);
        if let Some((_, more)) = trouble.filter(|_| !rejected) {
            let [badge, words] = self.connected_headline(connection, report);
            out.line(&[&badge, "  ", &self.style.paint(Paint::Strong, &words)]);
            if !more.is_empty() {
                out.gap();
                out.line(&[&visible(&more)]);
            }
            out.gap();
        }
        match report {
            Some(report) => out.into_text() + &self.text_with(report, &connected),
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

/// The status of one server: a failed handshake counts as a rejection, a server that cannot be
/// reached as an unreadable input.
fn result(connection: &Connection, report: Option<&Report>) -> Status {
    let trouble = connection.usual().and_then(|usual| usual.trouble.as_ref());
    match (trouble, report) {
        (None, Some(report)) => status(report.verdict),
        (Some(trouble), None) if is_unreachable(trouble) => Status::Unusable,
        (_, Some(_) | None) => Status::Rejected,
    }
}

/// Whether this is about the network and not about the handshake.
fn is_unreachable(trouble: &LogKind) -> bool {
    trouble.relevance() == Relevance::NotCertificate
}

/// The certificates as PEM.
fn pem_of(chain: &[Bytes]) -> String {
    chain.iter().map(|der| pem(der)).collect()
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
    };
    connection.openssl()
}
