//! The command's own words: its help, and what it says of files and of its arguments.

mod en;
mod es;
mod fr;

use super::format::{listed, texts};

texts! {
    /// A text of the command.
    CliText:
    // ---- help: frame; a colon is added to the headings, which French wants after a blank
    About,
    HeadingUsage,
    HeadingInput,
    HeadingQuestion,
    HeadingOutput,
    HeadingOther,
    After,
    // ---- help: names of values
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
    ArgListCas,
    ArgCompletions,
    ArgHelp,
    ArgVersion,
    // ---- said while it works
    Error,
    Warning,
    SeeHelp,
    StandardInput,
    WaitingForInput,
    RepairTakesOne,
    RepairNotWritten,
    ForceNeedsRepair,
    BadTime,
    NoFiles,
}

/// Why a file could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// It is not there.
    NotFound,
    /// This person may not.
    Denied,
    /// It is a folder.
    IsFolder,
    /// It is there already and must not be lost.
    Exists,
    /// Anything else, in the system's words.
    Other(String),
}

/// Words of the command with values in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CliPhrase<'a> {
    /// An argument that there is not.
    UnknownArgument {
        /// As it was typed.
        argument: &'a str,
        /// One that is nearly the same.
        similar: Option<&'a str>,
    },
    /// An argument without its value.
    MissingValue(&'a str),
    /// A value that an argument does not take.
    BadValue {
        /// The argument.
        argument: &'a str,
        /// As it was typed.
        value: &'a str,
        /// What it takes; empty where that cannot be listed.
        possible: &'a [String],
    },
    /// Two arguments that exclude each other.
    Conflict {
        /// One.
        argument: &'a str,
        /// The other.
        with: &'a str,
    },
    /// An argument that may be given once only.
    Twice(&'a str),
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
    /// A folder whose files were not all read.
    TooManyFiles {
        /// Its name.
        name: &'a str,
        /// How many were.
        max: usize,
    },
    /// Files of folders that hold no server's certificate.
    PassedOver(usize),
    /// A private key was met.
    PrivateKey(&'a str),
    /// A line that is no JSON object with a chain, by its number.
    BadLine(usize),
    /// What a line is called in a sentence, by its number.
    Line(usize),
    /// A list without entries.
    BadList(&'a str),
    /// Lines of a list that could not be read.
    ListProblems {
        /// The file.
        name: &'a str,
        /// Lines, from 1.
        lines: &'a [u32],
    },
    /// The repaired chain was written.
    RepairWritten(&'a str),
    /// How many of all servers pass.
    Passed {
        /// Those that do.
        passed: usize,
        /// All.
        of: usize,
    },
    /// Several things of one kind were left out of a text.
    More(usize),
}

/// What a language says in the command.
pub(crate) trait CommandWords: Sync {
    /// A text of the command.
    fn text(&self, text: CliText) -> &'static str;
    /// A text of the command with values in it.
    fn phrase(&self, phrase: &CliPhrase<'_>) -> String;
}

/// The first five of some line numbers.
fn numbers(lines: &[u32], last: &str) -> String {
    let first: Vec<String> = lines.iter().take(5).map(u32::to_string).collect();
    let text = listed(&first, if lines.len() > 5 { ", " } else { last });
    if lines.len() > 5 { text + ", …" } else { text }
}
