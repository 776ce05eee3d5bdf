//! Commands with which anyone can check a rule without this program: those of AWS's article, with the user's names in them.
//!
//! # References
//! - AWS re:Post, `repost.aws/knowledge-center/api-gateway-ssl-error`: the commands for each requirement, Linux and Windows.
//! - openssl-x509(1), openssl-verify(1), openssl-s_client(1): OpenSSL 1.1.1 and later. LibreSSL, which macOS calls openssl, lacks
//!   some of these options.

use super::fill::put;
use super::{Guide, VerifyError, files, verify};
use crate::cert::UnixTime;
use crate::i18n::GuideText;
use crate::report::{CertIndex, CertificateReport, PathStep, RuleId};

/// Whose shell a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum System {
    /// Linux and macOS: any POSIX shell.
    Unix,
    /// Windows: the command prompt and PowerShell.
    Windows,
}

impl System {
    /// Both, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Unix, Self::Windows];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unix => "Linux, macOS",
            Self::Windows => "Windows",
        }
    }

    /// `s_client` with these options, told to end at once. PowerShell has no `<`, so Windows gets the letter that quits.
    pub(super) fn s_client(self, options: &str) -> String {
        match self {
            Self::Unix => ["openssl s_client ", options, " </dev/null"].concat(),
            Self::Windows => ["echo Q | openssl s_client ", options].concat(),
        }
    }
}

/// What a command shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandPurpose {
    /// The SHA-256 fingerprint of a CA, to be looked up in AWS's list.
    FingerprintSha256,
    /// The SHA-1 fingerprint of a CA, to be looked up in AWS's list.
    FingerprintSha1,
    /// Not Before and Not After.
    Dates,
    /// Everything that the server's certificate says.
    WholeText,
    /// Whether the certificate is still good in 30 days.
    StillGoodIn30Days,
    /// The chain as the server sends it.
    ShowChain,
    /// Subject and issuer of each certificate, in the order sent.
    SubjectsAndIssuers,
    /// Whether the certificates that were sent are linked by signatures.
    VerifyLinks,
    /// Whether they lead to the root.
    VerifyToRoot,
    /// The size of the server's key.
    KeySize,
    /// The names for which the certificate is good.
    Names,
    /// Whether it is good for the host name.
    CheckHost,
}

impl CommandPurpose {
    /// What the command shows, in words.
    #[must_use]
    pub fn text(self) -> GuideText {
        match self {
            Self::FingerprintSha256 => GuideText::PurposeFingerprintSha256,
            Self::FingerprintSha1 => GuideText::PurposeFingerprintSha1,
            Self::Dates => GuideText::PurposeDates,
            Self::WholeText => GuideText::PurposeWholeText,
            Self::StillGoodIn30Days => GuideText::PurposeStillGood,
            Self::ShowChain => GuideText::PurposeShowChain,
            Self::SubjectsAndIssuers => GuideText::PurposeSubjectsAndIssuers,
            Self::VerifyLinks => GuideText::PurposeVerifyLinks,
            Self::VerifyToRoot => GuideText::PurposeVerifyToRoot,
            Self::KeySize => GuideText::PurposeKeySize,
            Self::Names => GuideText::PurposeNames,
            Self::CheckHost => GuideText::PurposeCheckHost,
        }
    }
}

/// What openssl answers if it sees what this program saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expect {
    /// Each of these stands in the output.
    Prints(Vec<String>),
    /// The subjects of these certificates, in this order.
    InOrder(Vec<CertIndex>),
    /// `openssl verify` prints the file's name and `OK`.
    Verified,
    /// `openssl verify` refuses with this error first.
    Refused(VerifyError),
    /// Nothing certain; the words say what to look at.
    Look(GuideText),
}

/// A command to check one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What it shows.
    pub purpose: CommandPurpose,
    /// The certificate concerned, where it is one of the input.
    pub certificate: Option<CertIndex>,
    /// The command line.
    pub text: String,
    /// What it answers if this program is right.
    pub expect: Expect,
}

impl Guide<'_> {
    /// The commands for one of the four requirements, in the order in which they are best run.
    #[must_use]
    pub fn commands(&self, rule: RuleId, system: System) -> Vec<Command> {
        match rule {
            RuleId::SupportedCa => self.fingerprints(system),
            RuleId::Validity => self.dates(),
            RuleId::Chain => self.links(system),
            RuleId::KeySize => self.key_size(system),
        }
    }

    /// The commands for the host name; the last one only where a host is known.
    #[must_use]
    pub fn hostname_commands(&self) -> Vec<Command> {
        let Some(leaf) = self.leaf() else { return Vec::new() };
        let names = leaf.subject_alt_names.iter().filter(|n| n.kind == "dns");
        let plain = |name: &&str| name.is_ascii() && !name.contains(|c: char| c.is_ascii_control());
        let expected = names.map(|n| n.value.as_str()).filter(plain);
        let mut commands = vec![Command {
            purpose: CommandPurpose::Names,
            certificate: Some(leaf.index),
            text: put(
                "openssl x509 -in @leaf@ -noout -subject -ext subjectAltName",
                &[("leaf", files::LEAF)],
            ),
            expect: Expect::Prints(expected.map(|name| ["DNS:", name].concat()).collect()),
        }];
        if let Some(host) = self.host() {
            let option = if host.is_address() { "-checkip" } else { "-checkhost" };
            let judged = self.report.hostname.as_ref();
            let judged = judged.filter(|h| super::host::parse(&h.asked).is_some_and(|asked| asked.name == host.name));
            let values = [("leaf", files::LEAF), ("option", option), ("host", host.name.as_str())];
            commands.push(Command {
                purpose: CommandPurpose::CheckHost,
                certificate: Some(leaf.index),
                text: put("openssl x509 -in @leaf@ -noout @option@ @host@", &values),
                expect: match judged.map(|h| h.accepted) {
                    Some(true) => Expect::Prints(vec!["does match certificate".to_owned()]),
                    Some(false) => Expect::Prints(vec!["does NOT match certificate".to_owned()]),
                    None => Expect::Look(GuideText::LookMatch),
                },
            });
        }
        commands
    }

    /// Requirement 1: the fingerprints of the root, else of the topmost certificate that was sent.
    fn fingerprints(&self, system: System) -> Vec<Command> {
        let digests = [
            ("sha256", CommandPurpose::FingerprintSha256),
            ("sha1", CommandPurpose::FingerprintSha1),
        ];
        let command = |file: &str, digest: &str| {
            let template = match system {
                System::Unix => "openssl x509 -in @file@ -fingerprint -@digest@ -noout",
                System::Windows => "openssl x509 -noout -fingerprint -@digest@ -inform pem -in @file@",
            };
            put(template, &[("file", file), ("digest", digest)])
        };
        if let Some(PathStep::Anchor { anchor }) = self.report.path.last() {
            let expected = |purpose| match purpose {
                CommandPurpose::FingerprintSha256 => Expect::Prints(vec![anchor.sha256.clone()]),
                _ => Expect::Look(GuideText::LookList),
            };
            return digests
                .map(|(digest, purpose)| Command {
                    purpose,
                    certificate: None,
                    text: command(files::ROOT, digest),
                    expect: expected(purpose),
                })
                .into();
        }
        let Some(top) = self.path().next_back() else {
            return Vec::new();
        };
        let file = self.file_of(top);
        digests
            .map(|(digest, purpose)| Command {
                purpose,
                certificate: Some(top.index),
                text: command(&file, digest),
                expect: Expect::Prints(vec![match purpose {
                    CommandPurpose::FingerprintSha256 => top.sha256.clone(),
                    _ => top.sha1.clone(),
                }]),
            })
            .into()
    }

    /// Requirement 2: the dates of every certificate of the path.
    fn dates(&self) -> Vec<Command> {
        let mut commands: Vec<Command> = self
            .path()
            .map(|c| Command {
                purpose: CommandPurpose::Dates,
                certificate: Some(c.index),
                text: put("openssl x509 -in @file@ -noout -dates", &[("file", &self.file_of(c))]),
                expect: Expect::Prints(vec![
                    ["notBefore=", &openssl_time(c.not_before)].concat(),
                    ["notAfter=", &openssl_time(c.not_after)].concat(),
                ]),
            })
            .collect();
        if let Some(leaf) = self.leaf() {
            for (purpose, option, look) in [
                (
                    CommandPurpose::StillGoodIn30Days,
                    "-noout -checkend 2592000",
                    GuideText::LookCheckEnd,
                ),
                (CommandPurpose::WholeText, "-text -noout", GuideText::LookText),
            ] {
                commands.push(Command {
                    purpose,
                    certificate: Some(leaf.index),
                    text: put(
                        "openssl x509 -in @leaf@ @option@",
                        &[("leaf", files::LEAF), ("option", option)],
                    ),
                    expect: Expect::Look(look),
                });
            }
        }
        commands
    }

    /// Requirement 3: what the server sends, whose issuer is whose subject, and whether the signatures hold.
    fn links(&self, system: System) -> Vec<Command> {
        let host = self.host_or_stand_in();
        let mut commands = vec![
            Command {
                purpose: CommandPurpose::ShowChain,
                certificate: None,
                text: system.s_client(&["-connect ", &host.target(), &host.sni(), " -showcerts"].concat()),
                expect: Expect::Look(GuideText::LookSameChain),
            },
            Command {
                purpose: CommandPurpose::SubjectsAndIssuers,
                certificate: None,
                text: put(
                    "openssl crl2pkcs7 -nocrl -certfile @all@ | openssl pkcs7 -print_certs -noout",
                    &[("all", files::FULL_CHAIN)],
                ),
                expect: Expect::InOrder(self.report.certificates.iter().map(|c| c.index).collect()),
            },
        ];
        let Some(leaf) = self.leaf() else { return commands };
        let verify = |purpose, trusted: Option<&str>, expect| Command {
            purpose,
            certificate: Some(leaf.index),
            text: self.verify_line(trusted),
            expect,
        };
        let top = self.path().next_back().filter(|top| top.index != leaf.index);
        let trusted = top.map(|top| self.file_of(top));
        commands.push(verify(
            CommandPurpose::VerifyLinks,
            trusted.as_deref(),
            verify::links(self.report, leaf, top.is_some()),
        ));
        if self.anchor_not_sent() {
            let expect = verify::to_root(self.report);
            commands.push(verify(CommandPurpose::VerifyToRoot, Some(files::ROOT), expect));
        }
        commands
    }

    /// `openssl verify` at the report's moment, with no certificate trusted but the one named.
    fn verify_line(&self, trusted: Option<&str>) -> String {
        let mut line = put(
            "openssl verify -attime @at@ -no-CAfile -no-CApath",
            &[("at", &self.report.at.seconds().to_string())],
        );
        if let Some(trusted) = trusted {
            line.push_str(&put(" -partial_chain -trusted @file@", &[("file", trusted)]));
        }
        if self.has_chain_file() {
            line.push_str(&put(" -untrusted @chain@", &[("chain", files::CHAIN)]));
        }
        line.push(' ');
        line.push_str(files::LEAF);
        line
    }

    /// Requirement 4: the server's key.
    fn key_size(&self, system: System) -> Vec<Command> {
        let Some(leaf) = self.leaf() else { return Vec::new() };
        let template = match system {
            System::Unix => "openssl x509 -in @leaf@ -text -noout | grep -E '(Public-Key):'",
            System::Windows => "openssl x509 -in @leaf@ -text -noout | findstr \"Public-Key\"",
        };
        vec![Command {
            purpose: CommandPurpose::KeySize,
            certificate: Some(leaf.index),
            text: put(template, &[("leaf", files::LEAF)]),
            expect: key_line(leaf),
        }]
    }
}

/// The size as openssl prints it, which every version does alike.
fn key_line(leaf: &CertificateReport) -> Expect {
    match leaf.key.bits {
        0 => Expect::Look(GuideText::LookKey),
        bits => Expect::Prints(vec![["(", &bits.to_string(), " bit)"].concat()]),
    }
}

/// A moment as openssl prints it: `Jun  1 00:00:00 2026 GMT`.
fn openssl_time(moment: UnixTime) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month, day, hour, minute, second) = moment.civil();
    let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
    format!("{month} {day:>2} {hour:02}:{minute:02}:{second:02} {year} GMT")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_openssl_writes_them() {
        let at = |text| openssl_time(UnixTime::parse_rfc3339(text).unwrap());
        assert_eq!(at("2026-06-01T00:00:00Z"), "Jun  1 00:00:00 2026 GMT");
        assert_eq!(at("2031-12-31T23:59:59Z"), "Dec 31 23:59:59 2031 GMT");
    }

    #[test]
    fn windows_needs_no_redirection() {
        assert_eq!(
            System::Windows.s_client("-connect a:1"),
            "echo Q | openssl s_client -connect a:1"
        );
        assert_eq!(
            System::Unix.s_client("-connect a:1"),
            "openssl s_client -connect a:1 </dev/null"
        );
    }
}
