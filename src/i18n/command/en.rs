//! English: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers, reasons};
use crate::i18n::format::{listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};

impl CommandWords for English {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Explains API Gateway’s “General SSLEngine problem”: checks a backend’s certificate chain against AWS’s four requirements, and reports what Java’s TLS client would do. It uses the network only with --connect."
            }
            CliText::HeadingUsage => "Usage:",
            CliText::HeadingInput => "Input",
            CliText::HeadingConnection => "Connection",
            CliText::HeadingChecks => "Checks",
            CliText::HeadingOutput => "Output",
            CliText::HeadingRepair => "Repair",
            CliText::HeadingOther => "Other",
            CliText::After => {
                "Examples:
  openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null |
    sslengine-doctor --host HOST
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl servers/ |
    jq -r 'select(.report.verdict != \"pass\").name'

Exit status:
  0  every chain is accepted
  1  a chain is rejected or outside AWS’s limits, --fail-on or --expires-within
     makes a failure, or --list-cas finds no CA
  2  wrong usage, an input that cannot be read, or a server that cannot be
     reached
  3  no chain is rejected, but for one of them the answer is unknown
With --repair, the exit status is that of the repaired chain."
            }
            CliText::ValueOption => "OPTION",
            CliText::ValueInput => "INPUT",
            CliText::ValueHost => "HOST",
            CliText::ValueTime => "TIME",
            CliText::ValuePassword => "PASSWORD",
            CliText::ValueFile => "FILE",
            CliText::ValueFormat => "FORMAT",
            CliText::ValueLanguage => "LANGUAGE",
            CliText::ValueQuery => "TEXT",
            CliText::ValueOut => "FILE",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "WHEN",
            CliText::ValueServer => "HOST[:PORT]",
            CliText::ValueAddress => "ADDRESS",
            CliText::ValueProxy => "URL",
            CliText::ValueSeconds => "SECONDS",
            CliText::ArgInput => {
                "Files or folders with certificates in any form: PEM, DER, PKCS#7, PKCS#12, Java keystores, ZIP, output of openssl s_client. Without INPUT, or if it is -, standard input is read. Each file is checked separately"
            }
            CliText::ArgHost => "Check that the certificate is valid for this host name",
            CliText::ArgAt => "Check for this date or time, such as 2026-11-23 or 2026-11-23T07:00:00Z (default: now)",
            CliText::ArgSkipVerification => "Check as if tlsConfig.insecureSkipVerification were set",
            CliText::ArgPassword => {
                "Password to try on keystores; can be repeated. Other users of this machine may see it: prefer --password-file"
            }
            CliText::ArgPasswordFile => "File with passwords to try on keystores, one per line; can be repeated",
            CliText::ValueClient => "CLIENT",
            CliText::ArgClient => {
                "Check for this client instead of API Gateway: an id of --list-clients. Given several times: compare them"
            }
            CliText::ArgTrustStore => {
                "Check against this truststore of a Java client: JKS, PKCS#12, cacerts, PEM, or the output of ‘keytool -list -rfc’"
            }
            CliText::ArgCompare => {
                "Also show what other clients answer; with --repair, write the chain that the most clients accept"
            }
            CliText::ArgListClients => "List the clients: API Gateway, and Java clients by release and truststore",
            CliText::ListNeedsApiGateway => "--list needs API Gateway as the client",
            CliText::TruststoreNeeded => "the client ‘truststore’ needs --trust-store",
            CliText::ArgList => "Use this newer version of AWS’s list of supported CAs, saved as text",
            CliText::ArgEach => "Check every server in each input: each server certificate starts a new chain",
            CliText::ArgTogether => "Read all files as one input, such as a certificate and its chain",
            CliText::ArgLines => {
                "Read JSON lines from standard input: objects with “pem” and optionally “id” and “host”. For each line, print a line with “id”, “report” and “error”"
            }
            CliText::ArgFormat => {
                "text, json, jsonl (one line per server), markdown, junit, sarif, or with --connect pem: the chain as sent, its host and what differs, to paste into the page (default: text)"
            }
            CliText::ArgFull => "Print the full text for each server, even if there are several",
            CliText::ArgLang => "en, fr or es (default: from LC_ALL, LC_MESSAGES or LANG)",
            CliText::ArgColor => "auto, always or never (default: auto, on a terminal unless NO_COLOR is set)",
            CliText::ArgRepair => {
                "Write the repaired chain, in order and with the missing certificates, to this file (-: standard output)"
            }
            CliText::ArgForce => "With --repair and --write-truststore: overwrite an existing file",
            CliText::ArgWriteTruststore => {
                "Write the root of the chain to this file as a truststore for Java (PKCS#12, password ‘changeit’), and print how to use it"
            }
            CliText::WriteTruststoreTakesOne => {
                "--write-truststore requires a single input: one file, or standard input"
            }
            CliText::TruststoreWithoutRoot => {
                "the truststore was not written, because the chain does not contain its root; get it from the people who run the CA, and add it to the input"
            }
            CliText::ArgListCas => {
                "List the supported CAs; with TEXT, those whose name or alias contains it, or whose fingerprint starts with it"
            }
            CliText::ArgCompletions => "Print completions for bash, elvish, fish, powershell or zsh",
            CliText::ArgHelp => "Print this help",
            CliText::ArgVersion => "Print the version and the date of the CA list",
            CliText::ArgConnect => {
                "Connect to this server, take the chain that it sends, and compare it without SNI, with TLS 1.2 and 1.3 only, and at each address of the host; can be repeated. Only the TLS handshake is sent. The port is 443 by default; STARTTLS is not supported"
            }
            CliText::ArgConnectList => {
                "Connect to each server in this file, one HOST[:PORT] per line (-: standard input)"
            }
            CliText::ArgServerName => "Send this server name (SNI) and check for it, instead of the host",
            CliText::ArgAddress => "Connect to this IP address instead of those of the host",
            CliText::ArgProxy => {
                "Connect through this HTTP proxy (default: https_proxy, all_proxy and no_proxy of the environment, as in curl)"
            }
            CliText::ArgTimeout => "Longest time for each handshake and each download (default: 10)",
            CliText::ArgFetchMissing => {
                "Download missing certificates from the addresses that the chain names (http only, at most 6 files of 64 kB), and say what they change. The verdict stays that on the chain as sent"
            }
            CliText::ArgClientCertificate => {
                "Check a client certificate that a REST API’s stage sends to the backend, by the rules for those"
            }
            CliText::ArgFailOn => {
                "With inconclusive, an inconclusive verdict is a failure with exit status 1; with warning, a requirement that is met with a warning is one, too, and a server that sends another chain without SNI or at another address"
            }
            CliText::ArgExpiresWithin => {
                "Fail with exit status 1 if a certificate of the chain expires within this number of days"
            }
            CliText::ArgMan => "Print the manual page (roff)",
            CliText::ValueDays => "DAYS",
            CliText::ValueLevel => "LEVEL",
            CliText::PemNeedsConnect => "--format pem requires --connect or --connect-list",
            CliText::Warning => "warning: ",
            CliText::SeeHelp => "See sslengine-doctor --help.",
            CliText::StandardInput => "standard input",
            CliText::WaitingForInput => {
                "Reading standard input: paste the certificates, then press Ctrl-D (Windows: Ctrl-Z and Enter)."
            }
            CliText::RepairTakesOne => "--repair requires a single server: give one file, without --each",
            CliText::RepairNotWritten => "The chain could not be repaired, so nothing was written.",
            CliText::ForceNeedsRepair => "--force requires --repair or --write-truststore",
            CliText::BadTime => {
                "--at requires a date or a time in RFC 3339 format, such as 2026-11-23 or 2026-11-23T07:00:00Z"
            }
            CliText::NoFiles => "no server certificate found in the folder",
            CliText::NoServers => "the list contains no server",
            CliText::RepairTakesOneServer => "--repair requires a single server: give one --connect",
            CliText::NeedsConnect => {
                "--server-name, --address, --proxy, --timeout and --fetch-missing require --connect or --connect-list"
            }
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!("unknown option {0}; did you mean {1}?", shown(argument), shown(similar)),
                None => say!("unknown option {0}", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("{0} requires a value", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} does not accept the value ‘{1}’", shown(argument), shown(value))
                } else {
                    say!(
                        "invalid value ‘{0}’ for {1}; use {2}",
                        shown(value),
                        shown(argument),
                        listed(possible, " or ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => say!("{0} cannot be used with {1}", shown(argument), shown(with)),
            CliPhrase::Twice(argument) => say!("{0} can be given only once", shown(argument)),
            CliPhrase::BadServer(text) => say!(
                "‘{0}’ is not a server; write HOST or HOST:PORT, such as api.example.com:8443 or [::1]:443",
                shown(text)
            ),
            CliPhrase::BadServerLine { line, text } => say!(
                "line {0} of the list, ‘{1}’, is not a server; write HOST or HOST:PORT",
                self.number(whole(*line)),
                shown(text)
            ),
            CliPhrase::CannotConnect(command) => say!(
                "the npm package cannot connect to servers. Install the native command, or run: {0} | sslengine-doctor",
                shown(command)
            ),
            CliPhrase::Unreadable { name, why } => say!("cannot read ‘{0}’: {1}", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("cannot write ‘{0}’: {1}", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "read only the first {0} files of ‘{1}’",
                self.number(whole(*max)),
                shown(name)
            ),
            CliPhrase::SkippedFiles(1) => "Skipped 1 file without a server certificate.".to_owned(),
            CliPhrase::SkippedFiles(count) => say!(
                "Skipped {0} files without a server certificate.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "{0}: ignored a private key. No check needs it, and the output does not contain it. If others can read this input, replace the key",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "Line {0} is not a JSON object with the chain as text in “pem”.",
                self.number(whole(*number))
            ),
            CliPhrase::Line(number) => say!("line {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "‘{0}’ contains no readable entry of AWS’s list; an entry has an alias, and its SHA-1 and SHA-256",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "cannot read {0} {1} of the list in ‘{2}’",
                if lines.len() == 1 { "line" } else { "lines" },
                numbers(lines, " and "),
                shown(name)
            ),
            CliPhrase::NothingTrusted { name, certificates } => say!(
                "‘{0}’ has no certificate that Java would trust ({1} without trust); import one with keytool -importcert, or use openssl pkcs12 -jdktrust anyExtendedKeyUsage",
                shown(name),
                count(i64::from(*certificates), "certificate", "certificates")
            ),
            CliPhrase::TruststorePassword { name, tried: true } => say!(
                "none of the given passwords opens ‘{0}’; give its password with --password or --password-file",
                shown(name)
            ),
            CliPhrase::TruststorePassword { name, tried: false } => say!(
                "‘{0}’ needs its password; give it with --password or --password-file (Java’s usual one is changeit)",
                shown(name)
            ),
            CliPhrase::NoTruststore(name) => say!(
                "‘{0}’ contains no certificate; --trust-store reads JKS and PKCS#12 keystores, cacerts files, certificates as PEM or DER, and the output of keytool -list -rfc",
                shown(name)
            ),
            CliPhrase::TruststoreWritten(name) => say!(
                "Wrote the root of the chain to ‘{0}’: PKCS#12, alias backend-ca, password changeit, no private key. The lines below call it truststore.p12; ca.pem is the same certificate as PEM.",
                shown(name)
            ),
            CliPhrase::TruststoreIgnored { name, ignored } => say!(
                "Java does not trust these certificates of ‘{0}’: {1}",
                shown(name),
                reasons(self, ignored, "; ")
            ),
            CliPhrase::RepairWritten(name) => say!("Wrote the repaired chain to ‘{0}’.", shown(name)),
            CliPhrase::Passed { passed, of } => say!(
                "{0} of {1} accepted.",
                self.number(whole(*passed)),
                self.number(whole(*of))
            ),
            CliPhrase::ExpiresWithin { label, days, within } => say!(
                "“{0}” expires in {1}; --expires-within allows no fewer than {2}",
                shown(label),
                self.days(*days),
                self.days(*within)
            ),
            CliPhrase::MetWithWarning(rule) => say!("{0}: met with a warning, which --fail-on makes a failure", *rule),
            CliPhrase::More(count) => say!("and {0} more", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "No such file or directory".to_owned(),
        FileTrouble::Denied => "Permission denied".to_owned(),
        FileTrouble::IsFolder => "Is a directory".to_owned(),
        FileTrouble::Exists => "File exists (use --force to overwrite it)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
