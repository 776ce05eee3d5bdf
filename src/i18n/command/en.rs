//! English: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers};
use crate::i18n::format::{capitalised, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::English;

impl CommandWords for English {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Tells why API Gateway answers “General SSLEngine problem”: judges a backend’s certificate chain against AWS’s four requirements, and says what Java’s TLS client would do. Nothing is sent anywhere."
            }
            CliText::HeadingUsage => "Usage:",
            CliText::HeadingInput => "Input",
            CliText::HeadingQuestion => "What is asked",
            CliText::HeadingOutput => "Output",
            CliText::HeadingOther => "Other",
            CliText::After => {
                "Examples:
  openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null | sslengine-doctor --host HOST
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl servers/ | jq -r 'select(.report.verdict != \"pass\").name'

Exit status: 0 all pass; 1 some are refused; 2 wrong usage, or input that cannot be read.
With --repair it is that of the repaired chain."
            }
            CliText::ValueInput => "INPUT",
            CliText::ValueHost => "HOST",
            CliText::ValueTime => "TIME",
            CliText::ValuePassword => "PASSWORD",
            CliText::ValueFile => "FILE",
            CliText::ValueFormat => "FORMAT",
            CliText::ValueLanguage => "LANGUAGE",
            CliText::ValueQuery => "TEXT",
            CliText::ValueOut => "OUT",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "WHEN",
            CliText::ArgInput => {
                "Files or folders with certificates in any form: PEM, DER, PKCS#7, PKCS#12, Java key stores, ZIP, the output of openssl s_client; - or nothing for standard input. Of several files each is judged on its own"
            }
            CliText::ArgHost => "The host name for which the certificate must be good",
            CliText::ArgAt => "The moment for which to judge, such as 2026-11-23 or 2026-11-23T07:00:00Z; else now",
            CliText::ArgSkipVerification => "Judge as with tlsConfig.insecureSkipVerification",
            CliText::ArgPassword => {
                "A password to try on key stores; can be given more than once. Other users of this machine may see it: prefer --password-file"
            }
            CliText::ArgPasswordFile => "A file with passwords to try on key stores, one a line",
            CliText::ArgList => "A newer edition of AWS’s list of supported authorities, saved as text, to judge by",
            CliText::ArgEach => {
                "Judge every server of each input: a chain is what stands from one server’s certificate to the next"
            }
            CliText::ArgTogether => "Read all files as one input, such as a certificate and its chain",
            CliText::ArgLines => {
                "Read JSON lines from standard input, objects with “pem” and where wanted “id” and “host”; answer each with a line that has “id”, “report” and “error”"
            }
            CliText::ArgFormat => "text, json, jsonl (one line for each server) or markdown; else text",
            CliText::ArgFull => "The whole text for each server, also where there are several",
            CliText::ArgLang => "en, fr or es; else that of LC_ALL, LC_MESSAGES or LANG",
            CliText::ArgColor => "auto, always or never; else auto: on a terminal, and not with NO_COLOR",
            CliText::ArgRepair => {
                "Write the repaired chain to this file, - for standard output: in order, with what was missing"
            }
            CliText::ArgForce => "With --repair: overwrite the file",
            CliText::ArgListCas => {
                "List the supported authorities; with TEXT those whose name, alias or fingerprint has it"
            }
            CliText::ArgCompletions => "Print completions for bash, elvish, fish, powershell or zsh",
            CliText::ArgHelp => "Print this help",
            CliText::ArgVersion => "Print the version and the edition of the list",
            CliText::Error => "error: ",
            CliText::Warning => "warning: ",
            CliText::SeeHelp => "sslengine-doctor --help tells what there is.",
            CliText::StandardInput => "standard input",
            CliText::WaitingForInput => {
                "Reading standard input: paste the certificates, then end with Ctrl-D (Windows: Ctrl-Z and Enter)."
            }
            CliText::RepairTakesOne => "--repair takes one server. Give one file, without --each.",
            CliText::RepairNotWritten => "The repaired chain was not written: there is none.",
            CliText::ForceNeedsRepair => "--force goes with --repair.",
            CliText::BadTime => {
                "--at takes a date or a time in RFC 3339 form, such as 2026-11-23 or 2026-11-23T07:00:00Z."
            }
            CliText::NoFiles => "There is no server’s certificate in the folder.",
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!("There is no {0}. Did you mean {1}?", shown(argument), shown(similar)),
                None => say!("There is no {0}.", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("{0} needs a value.", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} does not take “{1}”.", shown(argument), shown(value))
                } else {
                    say!(
                        "{0} does not take “{1}”; it takes {2}.",
                        shown(argument),
                        shown(value),
                        listed(possible, " or ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => {
                say!("{0} and {1} exclude each other.", shown(argument), shown(with))
            }
            CliPhrase::Twice(argument) => say!("{0} can be given once only.", shown(argument)),
            CliPhrase::Unreadable { name, why } => say!("{0} cannot be read: {1}.", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("{0} cannot be written: {1}.", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "Of the folder {0} only the first {1} files were read.",
                shown(name),
                self.number(whole(*max))
            ),
            CliPhrase::PassedOver(1) => "1 file without a server’s certificate was passed over.".to_owned(),
            CliPhrase::PassedOver(count) => say!(
                "{0} files without a server’s certificate were passed over.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "There is a private key in {0}. It was passed over: no check needs it, and nothing of it is in the answer. If others can read this input, replace the key.",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "{0} is not a JSON object with the chain as text in “pem”.",
                capitalised(&self.phrase(&CliPhrase::Line(*number)))
            ),
            CliPhrase::Line(number) => say!("line {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "No entry of AWS’s list could be read in {0}. An entry has an alias, and its SHA-1 and SHA-256.",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "Not everything of the list in {0} could be read: see {1} {2}.",
                shown(name),
                if lines.len() == 1 { "line" } else { "lines" },
                numbers(lines, " and ")
            ),
            CliPhrase::RepairWritten(name) => say!("The repaired chain is in {0}.", shown(name)),
            CliPhrase::Passed { passed, of } => {
                say!("{0} of {1} pass.", self.number(whole(*passed)), self.number(whole(*of)))
            }
            CliPhrase::More(count) => say!("and {0} more", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "it is not there".to_owned(),
        FileTrouble::Denied => "you may not".to_owned(),
        FileTrouble::IsFolder => "it is a folder".to_owned(),
        FileTrouble::Exists => "it is there already (--force overwrites it)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
