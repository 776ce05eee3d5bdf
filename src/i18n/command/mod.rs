//! The texts of the command: its help, and messages about its arguments and files.

mod en;
mod es;
mod fr;

use super::format::{listed, texts};
use super::report::{ReportPhrase, ReportWords};
use crate::report::IgnoredEntry;

texts! {
    /// A text of the command.
    CliText:
    // ---- help: frame; clap adds a colon to the headings, so the French ones end with a no-break
    // space
    About,
    HeadingUsage,
    HeadingInput,
    HeadingConnection,
    HeadingChecks,
    HeadingOutput,
    HeadingRepair,
    HeadingOther,
    After,
    // ---- help: names of values
    ValueOption,
    ValueInput,
    ValueHost,
    ValueTime,
    ValuePassword,
    ValueFile,
    ValueFormat,
    ValueLanguage,
    ValueQuery,
    ValueOut,
    ValueShell,
    ValueWhen,
    ValueServer,
    ValueAddress,
    ValueProxy,
    ValueSeconds,
    ValueClient,
    ValueDays,
    ValueLevel,
    // ---- help: arguments
    ArgInput,
    ArgHost,
    ArgAt,
    ArgSkipVerification,
    ArgPassword,
    ArgPasswordFile,
    ArgList,
    ArgEach,
    ArgTogether,
    ArgLines,
    ArgFormat,
    ArgFull,
    ArgLang,
    ArgColor,
    ArgRepair,
    ArgForce,
    ArgWriteTruststore,
    WriteTruststoreTakesOne,
    TruststoreWithoutRoot,
    ArgListCas,
    ArgCompletions,
    ArgHelp,
    ArgVersion,
    ArgConnect,
    ArgConnectList,
    ArgServerName,
    ArgAddress,
    ArgProxy,
    ArgTimeout,
    ArgClient,
    ArgTrustStore,
    ArgCompare,
    ArgListClients,
    ArgFetchMissing,
    ArgClientCertificate,
    ArgFailOn,
    ArgExpiresWithin,
    ArgMan,
    // ---- messages
    Warning,
    SeeHelp,
    StandardInput,
    WaitingForInput,
    RepairTakesOne,
    RepairNotWritten,
    ForceNeedsRepair,
    BadTime,
    NoFiles,
    NoServers,
    RepairTakesOneServer,
    NeedsConnect,
    ListNeedsApiGateway,
    TruststoreNeeded,
    PemNeedsConnect,
}

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// It does not exist.
    NotFound,
    /// The user lacks the permission.
    Denied,
    /// It is a folder.
    IsFolder,
    /// It exists and must not be overwritten.
    Exists,
    /// Anything else, in the system's words.
    Other(String),
}

/// A text of the command with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CliPhrase<'a> {
    /// An unknown option.
    UnknownArgument {
        /// As it was typed.
        argument: &'a str,
        /// A known option with a similar name.
        similar: Option<&'a str>,
    },
    /// An option without its value.
    MissingValue(&'a str),
    /// A value that an option does not accept.
    BadValue {
        /// The option.
        argument: &'a str,
        /// As it was typed.
        value: &'a str,
        /// The accepted values; empty if they cannot be listed.
        possible: &'a [String],
    },
    /// Two arguments that cannot be used together.
    Conflict {
        /// One.
        argument: &'a str,
        /// The other.
        with: &'a str,
    },
    /// An option that may be given only once.
    Twice(&'a str),
    /// Not a server to connect to, as typed.
    BadServer(&'a str),
    /// A line of a list that is not a server.
    BadServerLine {
        /// The line, from 1.
        line: usize,
        /// The line's text.
        text: &'a str,
    },
    /// This build cannot connect; the command that can print the chain.
    CannotConnect(&'a str),
    /// A file that cannot be read.
    Unreadable {
        /// Its name.
        name: &'a str,
        /// Why.
        why: &'a FileTrouble,
    },
    /// A file that cannot be written.
    Unwritable {
        /// Its name.
        name: &'a str,
        /// Why.
        why: &'a FileTrouble,
    },
    /// A folder with too many files to read all of them.
    TooManyFiles {
        /// Its name.
        name: &'a str,
        /// How many files were read.
        max: usize,
    },
    /// How many files of folders contain no server certificate.
    SkippedFiles(usize),
    /// An input, by its name, that contains a private key.
    PrivateKey(&'a str),
    /// An input line, by its number from 1, that is not a JSON object with a chain.
    BadLine(usize),
    /// The name of an input line, by its number from 1.
    Line(usize),
    /// A list of CAs without readable entries, by its file name.
    BadList(&'a str),
    /// Lines of a list of CAs that could not be read.
    ListProblems {
        /// The file.
        name: &'a str,
        /// Lines, from 1.
        lines: &'a [u32],
    },
    /// A truststore in which Java trusts nothing.
    NothingTrusted {
        /// The file.
        name: &'a str,
        /// How many certificates it has.
        certificates: u32,
    },
    /// A truststore that needs a password.
    TruststorePassword {
        /// The file.
        name: &'a str,
        /// Whether a password was given.
        tried: bool,
    },
    /// A file that is no truststore.
    NoTruststore(&'a str),
    /// The truststore was written.
    TruststoreWritten(&'a str),
    /// Certificates of a truststore that Java does not trust.
    TruststoreIgnored {
        /// The file.
        name: &'a str,
        /// The certificates, and why.
        ignored: &'a [IgnoredEntry],
    },
    /// The file that the repaired chain was written to.
    RepairWritten(&'a str),
    /// How many servers are accepted.
    Passed {
        /// Accepted servers.
        passed: usize,
        /// All servers.
        of: usize,
    },
    /// A certificate that expires within the days of `--expires-within`.
    ExpiresWithin {
        /// What a person would call it.
        label: &'a str,
        /// Its remaining days.
        days: i64,
        /// The days that the option names.
        within: i64,
    },
    /// A requirement, by its name, that is met with a warning and fails because of `--fail-on`.
    MetWithWarning(&'a str),
    /// How many more items of a list are not shown.
    More(usize),
}

/// The texts of the command in one language.
pub(crate) trait CommandWords: Sync {
    /// A text of the command.
    fn text(&self, text: CliText) -> &'static str;
    /// A text of the command with values in it.
    fn phrase(&self, phrase: &CliPhrase<'_>) -> String;
}

/// The first five line numbers as a list, with an ellipsis if there are more.
fn numbers(lines: &[u32], last: &str) -> String {
    let first: Vec<String> = lines.iter().take(5).map(u32::to_string).collect();
    let text = listed(&first, if lines.len() > 5 { ", " } else { last });
    if lines.len() > 5 { text + ", …" } else { text }
}

/// The ignored certificates with the reasons, with `between` between them.
fn reasons(words: &impl ReportWords, ignored: &[IgnoredEntry], between: &str) -> String {
    let reason = |entry| words.phrase(&ReportPhrase::IgnoredEntry(entry));
    ignored.iter().map(reason).collect::<Vec<_>>().join(between)
}
