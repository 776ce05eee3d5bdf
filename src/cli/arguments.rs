//! The arguments of the command, and its help in every language.

use std::net::IpAddr;

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use clap_complete::Shell;

use super::Host;
use crate::i18n::{CliPhrase, CliText, Locale};
use crate::trust::ClientId;

/// The name of the command.
pub(super) const NAME: &str = "sslengine-doctor";

/// The most columns of a line of `--help`.
const HELP_WIDTH: usize = 80;

/// The output format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
    JsonLines,
    Markdown,
    Junit,
    Sarif,
    Pem,
}

/// What counts as a failure besides a rejected chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FailOn {
    /// An inconclusive verdict.
    Inconclusive,
    /// A requirement that is met with a warning, or an inconclusive verdict.
    Warning,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

/// The parsed arguments.
#[derive(Default)]
pub(super) struct Arguments {
    pub(super) inputs: Vec<String>,
    pub(super) host: Option<String>,
    pub(super) at: Option<String>,
    pub(super) skip_verification: bool,
    pub(super) client_certificate: bool,
    pub(super) passwords: Vec<String>,
    pub(super) password_files: Vec<String>,
    pub(super) list: Option<String>,
    pub(super) clients: Vec<String>,
    pub(super) trust_store: Option<String>,
    pub(super) compare: bool,
    pub(super) list_clients: bool,
    pub(super) connect: Vec<String>,
    pub(super) connect_list: Option<String>,
    pub(super) server_name: Option<String>,
    pub(super) address: Option<IpAddr>,
    pub(super) proxy: Option<String>,
    pub(super) timeout: Option<u64>,
    pub(super) fetch_missing: bool,
    pub(super) each: bool,
    pub(super) together: bool,
    pub(super) lines: bool,
    pub(super) format: Format,
    pub(super) full: bool,
    pub(super) color: When,
    pub(super) repair: Option<String>,
    pub(super) force: bool,
    pub(super) write_truststore: Option<String>,
    pub(super) list_cas: Option<String>,
    pub(super) completions: Option<Shell>,
    pub(super) man: bool,
    pub(super) fail_on: Option<FailOn>,
    pub(super) expires_within: Option<i64>,
    pub(super) help: bool,
    pub(super) version: bool,
}

/// The language of `--lang`, otherwise of the environment, otherwise English. The value of `--lang`
/// is checked later.
pub(super) fn locale(arguments: &[String], host: &dyn Host) -> Locale {
    let mut asked = None;
    let mut rest = arguments.iter().take_while(|argument| *argument != "--");
    while let Some(argument) = rest.next() {
        if argument == "--lang" {
            asked = rest.next().and_then(|tag| Locale::from_tag(tag));
        } else if let Some(tag) = argument.strip_prefix("--lang=") {
            asked = Locale::from_tag(tag);
        }
    }
    let of_system = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        let value = names.iter().find_map(|name| host.variable(name))?;
        // `fr_FR.UTF-8`, `fr.UTF-8`, `fr@euro`
        Locale::from_tag(value.split(['.', '@']).next().unwrap_or_default())
    };
    asked.or_else(of_system).unwrap_or_default()
}

/// The frame of the help: usage, examples and headings, without arguments.
fn without_arguments(locale: Locale) -> Command {
    let text = |text| locale.cli(text);
    Command::new(NAME)
        .about(text(CliText::About))
        .after_help(text(CliText::After))
        .help_template(
            [
                "{about}\n\n",
                text(CliText::HeadingUsage),
                " {usage}\n\n{all-args}{after-help}\n",
            ]
            .concat(),
        )
        .override_usage(
            [
                NAME,
                " [",
                text(CliText::ValueOption),
                "]... [",
                text(CliText::ValueInput),
                "]...",
            ]
            .concat(),
        )
        // The inputs come first, before the options.
        .next_display_order(1)
        .disable_help_flag(true)
        .disable_version_flag(true)
}

/// The arguments that connect to servers.
fn connection(locale: Locale) -> [Arg; 7] {
    let option = |id: &'static str, value: CliText, help: CliText| {
        let arg = Arg::new(id)
            .long(id)
            .help(locale.cli(help))
            .value_name(locale.cli(value));
        arg.help_heading(locale.cli(CliText::HeadingConnection))
            .value_hint(ValueHint::Other)
    };
    let others = ["input", "each", "together", "lines"];
    [
        option("connect", CliText::ValueServer, CliText::ArgConnect)
            .action(ArgAction::Append)
            .value_hint(ValueHint::Hostname)
            .conflicts_with_all(others),
        option("connect-list", CliText::ValueFile, CliText::ArgConnectList)
            .value_hint(ValueHint::FilePath)
            .conflicts_with_all(others),
        option("server-name", CliText::ValueHost, CliText::ArgServerName),
        option("address", CliText::ValueAddress, CliText::ArgAddress).value_parser(clap::value_parser!(IpAddr)),
        option("proxy", CliText::ValueProxy, CliText::ArgProxy),
        option("timeout", CliText::ValueSeconds, CliText::ArgTimeout)
            .value_parser(clap::value_parser!(u64).range(1..=600)),
        Arg::new("fetch-missing")
            .long("fetch-missing")
            .help(locale.cli(CliText::ArgFetchMissing))
            .help_heading(locale.cli(CliText::HeadingConnection))
            .action(ArgAction::SetTrue),
    ]
}

/// The arguments about what is checked, and what counts as a failure.
fn checks(locale: Locale) -> [Arg; 10] {
    let text = |text| locale.cli(text);
    let arg = |id: &'static str, help: CliText| {
        let arg = Arg::new(id).long(id).help(text(help));
        arg.help_heading(text(CliText::HeadingChecks))
    };
    let option = |id: &'static str, value: CliText, help: CliText| {
        let arg = arg(id, help).value_name(text(value));
        arg.hide_possible_values(true).value_hint(ValueHint::Other)
    };
    let flag = |id: &'static str, help: CliText| arg(id, help).action(ArgAction::SetTrue);
    let for_servers = [
        "connect",
        "connect-list",
        "host",
        "skip-verification",
        "repair",
        "client",
        "trust-store",
        "compare",
    ];
    [
        option("host", CliText::ValueHost, CliText::ArgHost).value_hint(ValueHint::Hostname),
        option("at", CliText::ValueTime, CliText::ArgAt),
        flag("skip-verification", CliText::ArgSkipVerification),
        flag("client-certificate", CliText::ArgClientCertificate).conflicts_with_all(for_servers),
        option("list", CliText::ValueFile, CliText::ArgList).value_hint(ValueHint::FilePath),
        option("client", CliText::ValueClient, CliText::ArgClient)
            .action(ArgAction::Append)
            .value_parser(PossibleValuesParser::new(ClientId::all().map(ClientId::as_str))),
        option("trust-store", CliText::ValueFile, CliText::ArgTrustStore)
            .value_hint(ValueHint::FilePath)
            .conflicts_with("list"),
        flag("compare", CliText::ArgCompare),
        option("fail-on", CliText::ValueLevel, CliText::ArgFailOn)
            .value_parser(PossibleValuesParser::new(["inconclusive", "warning"])),
        option("expires-within", CliText::ValueDays, CliText::ArgExpiresWithin)
            .value_parser(clap::value_parser!(i64).range(0..=36_500)),
    ]
}

/// The definition of the command for clap, with the help texts of one language.
pub(super) fn command(locale: Locale) -> Command {
    let text = |text| locale.cli(text);
    let heading = |name: CliText, arg: Arg| arg.help_heading(text(name));
    let flag = |id: &'static str, help: CliText| Arg::new(id).long(id).help(text(help)).action(ArgAction::SetTrue);
    let option = |id: &'static str, value: CliText, help: CliText| {
        let arg = Arg::new(id).long(id).help(text(help)).value_name(text(value));
        arg.hide_possible_values(true).value_hint(ValueHint::Other)
    };
    let input = |arg| heading(CliText::HeadingInput, arg);
    let output = |arg| heading(CliText::HeadingOutput, arg);
    let repair = |arg| heading(CliText::HeadingRepair, arg);
    let other = |arg| heading(CliText::HeadingOther, arg);
    without_arguments(locale)
        .arg(input(
            Arg::new("input")
                .help(text(CliText::ArgInput))
                .value_name(text(CliText::ValueInput))
                .value_hint(ValueHint::AnyPath)
                .display_order(0)
                .num_args(0..),
        ))
        .arg(input(flag("each", CliText::ArgEach)))
        .arg(input(flag("together", CliText::ArgTogether)))
        .arg(input(flag("lines", CliText::ArgLines).conflicts_with_all([
            "input", "each", "together", "format", "full", "repair",
        ])))
        .arg(input(
            option("password", CliText::ValuePassword, CliText::ArgPassword).action(ArgAction::Append),
        ))
        .arg(input(
            option("password-file", CliText::ValueFile, CliText::ArgPasswordFile)
                .action(ArgAction::Append)
                .value_hint(ValueHint::FilePath),
        ))
        .args(connection(locale))
        .args(checks(locale))
        .arg(output(
            option("format", CliText::ValueFormat, CliText::ArgFormat).value_parser(PossibleValuesParser::new([
                "text", "json", "jsonl", "markdown", "junit", "sarif", "pem",
            ])),
        ))
        .arg(output(flag("full", CliText::ArgFull)))
        .arg(output(
            option("lang", CliText::ValueLanguage, CliText::ArgLang)
                .value_parser(PossibleValuesParser::new(Locale::ALL.map(Locale::tag))),
        ))
        .arg(output(
            option("color", CliText::ValueWhen, CliText::ArgColor)
                .alias("colour")
                .value_parser(PossibleValuesParser::new(["auto", "always", "never"])),
        ))
        .arg(repair(
            option("repair", CliText::ValueOut, CliText::ArgRepair).value_hint(ValueHint::FilePath),
        ))
        .arg(repair(
            option("write-truststore", CliText::ValueFile, CliText::ArgWriteTruststore)
                .value_hint(ValueHint::FilePath)
                .conflicts_with_all([
                    "repair",
                    "lines",
                    "each",
                    "connect",
                    "connect-list",
                    "client-certificate",
                ]),
        ))
        .arg(repair(flag("force", CliText::ArgForce)))
        .arg(other(
            option("list-cas", CliText::ValueQuery, CliText::ArgListCas)
                .num_args(0..=1)
                .default_missing_value(""),
        ))
        .arg(other(flag("list-clients", CliText::ArgListClients)))
        .arg(other(
            option("completions", CliText::ValueShell, CliText::ArgCompletions).value_parser([
                "bash",
                "elvish",
                "fish",
                "powershell",
                "zsh",
            ]),
        ))
        .arg(other(flag("man", CliText::ArgMan)))
        .arg(other(flag("help", CliText::ArgHelp).short('h')))
        .arg(other(flag("version", CliText::ArgVersion).short('V')))
}

/// The definition of the command for its manual page.
pub(super) fn manual(locale: Locale) -> Command {
    command(locale).version(env!("CARGO_PKG_VERSION"))
}

/// The text of `--help` in one language, at most [`HELP_WIDTH`] columns wide.
pub(super) fn help(locale: Locale) -> String {
    let mut command = command(locale);
    // Only a built command knows how its arguments are printed.
    command.build();
    let columns = help_columns(&command);
    let about = wrapped(locale.cli(CliText::About), HELP_WIDTH);
    command
        .about(about)
        .mut_args(|arg| {
            let column = columns
                .iter()
                .find(|(heading, _)| heading.as_deref() == arg.get_help_heading());
            let room = HELP_WIDTH.saturating_sub(column.map_or(0, |(_, column)| *column));
            let text = arg.get_help().map(ToString::to_string).unwrap_or_default();
            arg.help(wrapped(&text, room))
        })
        // Keeps each text next to its option: the texts are wrapped already.
        .term_width(0)
        .render_help()
        .to_string()
}

/// For each heading, the column (from 0) in which clap prints the texts of its arguments.
fn help_columns(command: &Command) -> Vec<(Option<String>, usize)> {
    // `      --option <VALUE>  text`
    const MARGIN: usize = 8;
    let mut columns: Vec<(Option<String>, usize)> = Vec::new();
    for arg in command.get_arguments() {
        let heading = arg.get_help_heading().map(str::to_owned);
        let column = arg.to_string().chars().count().saturating_add(MARGIN);
        match columns.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, widest)) => *widest = column.max(*widest),
            None => columns.push((heading, column)),
        }
    }
    columns
}

/// Breaks a text into lines of at most `width` characters, at spaces. A longer word has its own
/// line.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut column = 0_usize;
    // Not at no-break spaces, which French has.
    for word in text.split(' ') {
        let length = word.chars().count();
        if column > 0 && column.saturating_add(1).saturating_add(length) > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column = column.saturating_add(1);
        }
        out.push_str(word);
        column = column.saturating_add(length);
    }
    out
}

/// Parses the arguments, which do not include the program's name.
///
/// # Errors
/// A message about the first wrong argument.
pub(super) fn read(arguments: &[String], locale: Locale) -> Result<Arguments, String> {
    let all = std::iter::once(NAME).chain(arguments.iter().map(String::as_str));
    let matches = command(locale)
        .try_get_matches_from(all)
        .map_err(|error| words(&error, locale))?;
    let asked = taken(&matches);
    if asked.force && asked.repair.is_none() && asked.write_truststore.is_none() {
        return Err(locale.cli(CliText::ForceNeedsRepair).to_owned());
    }
    let connects = !asked.connect.is_empty() || asked.connect_list.is_some();
    let how = asked.server_name.is_some()
        || asked.address.is_some()
        || asked.proxy.is_some()
        || asked.timeout.is_some()
        || asked.fetch_missing;
    if asked.format == Format::Pem && !connects {
        return Err(locale.cli(CliText::PemNeedsConnect).to_owned());
    }
    if how && !connects {
        return Err(locale.cli(CliText::NeedsConnect).to_owned());
    }
    Ok(asked)
}

fn taken(matches: &ArgMatches) -> Arguments {
    let one = |id: &str| matches.get_one::<String>(id).cloned();
    let all = |id: &str| matches.get_many::<String>(id).into_iter().flatten().cloned().collect();
    Arguments {
        inputs: all("input"),
        host: one("host").map(|host| host.trim().to_owned()),
        at: one("at"),
        skip_verification: matches.get_flag("skip-verification"),
        client_certificate: matches.get_flag("client-certificate"),
        passwords: all("password"),
        password_files: all("password-file"),
        list: one("list"),
        clients: all("client"),
        trust_store: one("trust-store"),
        compare: matches.get_flag("compare"),
        list_clients: matches.get_flag("list-clients"),
        connect: all("connect"),
        connect_list: one("connect-list"),
        server_name: one("server-name").map(|name| name.trim().to_owned()),
        address: matches.get_one::<IpAddr>("address").copied(),
        proxy: one("proxy"),
        timeout: matches.get_one::<u64>("timeout").copied(),
        fetch_missing: matches.get_flag("fetch-missing"),
        each: matches.get_flag("each"),
        together: matches.get_flag("together"),
        lines: matches.get_flag("lines"),
        format: match one("format").as_deref() {
            Some("json") => Format::Json,
            Some("jsonl") => Format::JsonLines,
            Some("markdown") => Format::Markdown,
            Some("junit") => Format::Junit,
            Some("sarif") => Format::Sarif,
            Some("pem") => Format::Pem,
            _ => Format::Text,
        },
        full: matches.get_flag("full"),
        color: match one("color").as_deref() {
            Some("always") => When::Always,
            Some("never") => When::Never,
            _ => When::Auto,
        },
        repair: one("repair"),
        force: matches.get_flag("force"),
        write_truststore: one("write-truststore"),
        list_cas: one("list-cas"),
        completions: one("completions").and_then(|shell| shell.parse().ok()),
        man: matches.get_flag("man"),
        fail_on: match one("fail-on").as_deref() {
            Some("inconclusive") => Some(FailOn::Inconclusive),
            Some("warning") => Some(FailOn::Warning),
            _ => None,
        },
        expires_within: matches.get_one::<i64>("expires-within").copied(),
        help: matches.get_flag("help"),
        version: matches.get_flag("version"),
    }
}

/// An error of clap as a message in the user's language: clap itself has only English.
fn words(error: &Error, locale: Locale) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.first().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    // `--host <HOST>`
    let named = |kind| context(kind).split(' ').next().unwrap_or_default().to_owned();
    let argument = named(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let phrase = match error.kind() {
        ErrorKind::UnknownArgument => {
            let similar = context(ContextKind::SuggestedArg);
            return locale.cli_phrase(&CliPhrase::UnknownArgument {
                argument: &argument,
                similar: Some(similar.as_str()).filter(|similar| !similar.is_empty()),
            });
        }
        ErrorKind::ArgumentConflict => {
            let with = named(ContextKind::PriorArg);
            return if with == argument {
                locale.cli_phrase(&CliPhrase::Twice(&argument))
            } else {
                locale.cli_phrase(&CliPhrase::Conflict {
                    argument: &argument,
                    with: &with,
                })
            };
        }
        ErrorKind::InvalidValue if value.is_empty() => CliPhrase::MissingValue(&argument),
        _ => {
            let possible = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(texts)) => texts.as_slice(),
                _ => &[],
            };
            return locale.cli_phrase(&CliPhrase::BadValue {
                argument: &argument,
                value: &value,
                possible,
            });
        }
    };
    locale.cli_phrase(&phrase)
}
