//! The command `sslengine-doctor`: reads arguments and files, writes text or JSON, and returns an
//! exit status.
//!
//! [`run`] is the entry point. It accesses files, the clock and the environment only through a
//! [`Host`], so the native program ([`NativeHost`]) and the npm package (`node`) share this code.
//! Both verify signatures with the Rust crates. All results come from the report, and all texts
//! from [`crate::i18n`].
//!
//! # Streams
//! Results go to standard output; warnings, errors and progress go to standard error. Control
//! characters in certificates and file names are made visible before they are printed. JSON is
//! exact.

mod arguments;
mod authorities;
mod checked;
mod clients;
mod connect;
mod download;
mod each;
mod host;
mod input;
mod junit;
mod lines;
#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(feature = "node-command")]
pub mod node;
mod one;
mod pem;
mod policy;
mod sarif;
mod style;
mod text;

pub use host::{Host, Kind, Stream};
#[cfg(not(target_arch = "wasm32"))]
pub use native::NativeHost;

use std::borrow::Cow;
use std::cell::RefCell;

use crate::cert::UnixTime;
use crate::containers::Passwords;
use crate::engine::Options;
use crate::i18n::{CliPhrase, CliText, Locale, UiPhrase};
use crate::ingest::{Dropped, INPUT_BYTES};
use crate::trust::{AwsList, ClientId, TrustStore};
use crate::visible::visible;
use arguments::{Arguments, Format, NAME, When};
use checked::Checked;
use style::{Paint, Style};
use text::Lines;

/// The most bytes that are read from one input: one more than [`crate::ingest::Limits`] accepts, so
/// that the report can say that the input was cut off.
const MAX_BYTES: u64 = INPUT_BYTES as u64 + 1;

/// The most bytes that are read from a list of CAs or a password file.
const MAX_SIDE_BYTES: u64 = 4 * 1024 * 1024;

/// The result of the command, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Every chain is accepted.
    Pass,
    /// For a chain it is unknown whether it is accepted; no other is rejected.
    Inconclusive,
    /// A chain is rejected, or a search found no CA.
    Rejected,
    /// The arguments are wrong, or an input could not be read.
    Unusable,
}

impl Status {
    /// The exit status: 0, 1, 2 or 3.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Rejected => 1,
            Self::Unusable => 2,
            Self::Inconclusive => 3,
        }
    }
}

/// Runs the command. `arguments` do not include the program's name.
pub fn run(arguments: &[String], host: &dyn Host) -> Status {
    let locale = arguments::locale(arguments, host);
    let asked = match arguments::read(arguments, locale) {
        Ok(asked) => asked,
        Err(words) => {
            complain(host, &words);
            host.print(Stream::Error, &[locale.cli(CliText::SeeHelp), "\n"].concat());
            return Status::Unusable;
        }
    };
    if asked.help {
        host.print(Stream::Output, &arguments::help(locale));
        return Status::Pass;
    }
    if let Some(shell) = asked.completions {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut arguments::command(locale), NAME, &mut script);
        host.print(Stream::Output, &String::from_utf8_lossy(&script));
        return Status::Pass;
    }
    if asked.man {
        let page = clap_mangen::Man::new(arguments::manual(locale));
        let mut text = Vec::new();
        // A vector accepts everything.
        let _ = page.render(&mut text);
        host.print(Stream::Output, &String::from_utf8_lossy(&text));
        return Status::Pass;
    }
    match Command::new(&asked, locale, host) {
        Ok(command) if asked.version => {
            let edition = locale.phrase(&UiPhrase::ListVersion(command.trust.list_version()));
            let version = [NAME, " ", env!("CARGO_PKG_VERSION"), " (", &edition, ")\n"].concat();
            host.print(Stream::Output, &version);
            Status::Pass
        }
        Ok(command) if asked.list_clients => command.list_clients(),
        Ok(command) => match &asked.list_cas {
            Some(query) => command.list_authorities(query),
            None => command.judge(),
        },
        Err(words) => {
            complain(host, &words);
            Status::Unusable
        }
    }
}

/// Prints an error as Unix tools do: `sslengine-doctor: what happened`.
fn complain(host: &dyn Host, words: &str) {
    host.print(Stream::Error, &[NAME, ": ", &visible(words), "\n"].concat());
}

/// A running command.
struct Command<'a> {
    asked: &'a Arguments,
    locale: Locale,
    host: &'a dyn Host,
    options: Options,
    passwords: Passwords,
    trust: Cow<'static, TrustStore>,
    style: Style,
    /// The results so far, for the formats that are one document.
    checked: RefCell<Vec<Checked>>,
}

impl<'a> Command<'a> {
    /// Reads the files that the options name.
    ///
    /// # Errors
    /// A message about an invalid value or an unreadable file.
    fn new(asked: &'a Arguments, locale: Locale, host: &'a dyn Host) -> Result<Self, String> {
        let at = match &asked.at {
            Some(text) => moment(text).ok_or_else(|| locale.cli(CliText::BadTime).to_owned())?,
            None => host.now(),
        };
        let side = |name: &str| {
            let why = |why| locale.cli_phrase(&CliPhrase::Unreadable { name, why: &why });
            host.read(name, MAX_SIDE_BYTES).map_err(why)
        };
        let mut passwords = Passwords::new(asked.passwords.iter().cloned());
        for name in &asked.password_files {
            let text = side(name)?;
            let text = String::from_utf8_lossy(&text);
            let lines = text.lines().map(|line| line.trim_end_matches('\r'));
            lines
                .filter(|line| !line.is_empty())
                .for_each(|line| passwords.push(line.to_owned()));
        }
        let other = asked.clients.iter().any(|id| id != ClientId::API_GATEWAY.as_str());
        if asked.list.is_some() && other {
            return Err(locale.cli(CliText::ListNeedsApiGateway).to_owned());
        }
        let (client, trust) = match &asked.list {
            Some(name) => {
                let list = AwsList::parse(&String::from_utf8_lossy(&side(name)?));
                if list.entries.is_empty() {
                    return Err(locale.cli_phrase(&CliPhrase::BadList(name)));
                }
                let lines: Vec<u32> = list.problems.iter().map(|problem| problem.line).collect();
                if !lines.is_empty() {
                    let problems = CliPhrase::ListProblems { name, lines: &lines };
                    warn(host, locale, &locale.cli_phrase(&problems));
                }
                let store = TrustStore::embedded().listing(&list);
                (ClientId::API_GATEWAY, Cow::Owned(store))
            }
            None => clients::chosen(asked, &passwords, locale, host)?,
        };
        let colours = match asked.color {
            When::Always => true,
            When::Never => false,
            When::Auto => host.is_terminal(Stream::Output) && host.variable("NO_COLOR").is_none() && host.has_colours(),
        };
        Ok(Self {
            asked,
            locale,
            host,
            options: Options {
                hostname: asked.host.clone().filter(|host| !host.is_empty()),
                hostname_from_input: asked.host.is_none(),
                insecure_skip_verification: asked.skip_verification,
                client,
                client_certificate: asked.client_certificate,
                ..Options::at(at)
            },
            passwords,
            trust,
            style: Style { colours },
            checked: RefCell::default(),
        })
    }

    fn judge(&self) -> Status {
        let status = self.judge_inputs();
        self.print_collected();
        status
    }

    /// Prints the collected results.
    fn print_collected(&self) {
        let checked = self.checked.borrow();
        match self.asked.format {
            Format::Junit => self.out(&junit::document(&checked)),
            Format::Sarif => self.out(&sarif::document(&checked, self.options.at, self.locale)),
            _ => {}
        }
    }

    fn judge_inputs(&self) -> Status {
        if !self.asked.connect.is_empty() || self.asked.connect_list.is_some() {
            return self.judge_connections();
        }
        if self.asked.lines {
            return self.judge_lines();
        }
        let found = self.find_inputs();
        let as_one = self.asked.together && !self.asked.each;
        let several = !as_one && (found.from_folder || found.inputs.len() > 1 || self.asked.each);
        if several && self.asked.repair.is_some() {
            self.error(self.locale.cli(CliText::RepairTakesOne));
            return Status::Unusable;
        }
        if several && self.asked.write_truststore.is_some() {
            self.error(self.locale.cli(CliText::WriteTruststoreTakesOne));
            return Status::Unusable;
        }
        let judged = if as_one {
            self.judge_together(&found)
        } else if several {
            self.judge_each(&found)
        } else {
            self.judge_one(&found)
        };
        judged.max(found.status)
    }

    /// Whether each of several servers is one line.
    fn has_rows(&self) -> bool {
        self.asked.format == Format::Text && !self.asked.full
    }

    fn out(&self, text: &str) {
        self.host.print(Stream::Output, text);
    }

    fn error(&self, words: &str) {
        complain(self.host, words);
    }

    /// Warns if an input contains a private key.
    fn warn_of_keys(&self, name: &str, dropped: &[Dropped]) {
        if dropped.iter().any(Dropped::is_private_key) {
            let words = self.locale.cli_phrase(&CliPhrase::PrivateKey(self.name(name)));
            warn(self.host, self.locale, &words);
        }
    }

    /// The name of an input in a message.
    fn name<'n>(&self, name: &'n str) -> &'n str {
        if name == input::STANDARD_INPUT {
            self.locale.cli(CliText::StandardInput)
        } else {
            name
        }
    }

    fn heading(&self, text: &str) -> String {
        self.style.paint(Paint::Strong, text)
    }
}

fn warn(host: &dyn Host, locale: Locale, words: &str) {
    host.print(
        Stream::Error,
        &[NAME, ": ", locale.cli(CliText::Warning), &visible(words), "\n"].concat(),
    );
}

/// Parses a time in RFC 3339 format, or a date, which means its first second in UTC.
fn moment(text: &str) -> Option<UnixTime> {
    let whole =
        UnixTime::parse_rfc3339(text).or_else(|_| UnixTime::parse_rfc3339(&[text.trim(), "T00:00:00Z"].concat()));
    whole.ok()
}

/// JSON with two spaces per level, as the page and the npm package write it.
fn pretty(value: &impl serde::Serialize) -> String {
    // Every type of this crate can be written as JSON.
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// One element of a JSON array, indented: strings in JSON contain no line feed.
fn element(value: &impl serde::Serialize, first: bool) -> String {
    let before = if first { "[\n  " } else { ",\n  " };
    [before, &pretty(value).replace('\n', "\n  ")].concat()
}

fn is_json(format: Format) -> bool {
    matches!(format, Format::Json | Format::JsonLines)
}
