//! Commands that check a rule without this program: those of AWS's article, with the user's file
//! and host names.
//!
//! # References
//! - AWS re:Post, `repost.aws/knowledge-center/api-gateway-ssl-error`: the commands for each
//!   requirement, Linux and Windows.
//! - openssl-x509(1), openssl-verify(1), openssl-s_client(1): OpenSSL 1.1.1 and later. LibreSSL,
//!   which macOS calls openssl, lacks some of these options.

use super::{CommandPurpose, Expected, Guide, ShellCommand, System, files, verify};
use crate::cert::UnixTime;
use crate::i18n::GuideText;
use crate::i18n::format::say;
use crate::report::{CertificateReport, PathStep, RuleId};

impl Guide<'_> {
    /// The commands for one of the four requirements, in the order to run them.
    #[must_use]
    pub fn commands(&self, rule: RuleId, system: System) -> Vec<ShellCommand> {
        match rule {
            RuleId::SupportedCa if !self.report.is_for_api_gateway() => vec![ShellCommand {
                purpose: CommandPurpose::Truststore,
                certificate: None,
                text: "keytool -list -cacerts -storepass changeit".to_owned(),
                expect: Expected::Look(GuideText::LookTruststore),
            }],
            RuleId::KeySize if !self.report.is_for_api_gateway() => Vec::new(),
            RuleId::SupportedCa => self.fingerprints(system),
            RuleId::Validity => self.dates(),
            RuleId::Chain => self.links(system),
            RuleId::KeySize => self.key_size(system),
        }
    }

    /// The commands for the host name; the last one only if the host is known.
    #[must_use]
    pub fn hostname_commands(&self) -> Vec<ShellCommand> {
        let Some(leaf) = self.leaf() else { return Vec::new() };
        let names = leaf.subject_alt_names.iter().filter(|n| n.kind == "dns");
        let plain = |name: &&str| name.is_ascii() && !name.contains(|c: char| c.is_ascii_control());
        let expected = names.map(|n| n.value.as_str()).filter(plain);
        let mut commands = vec![ShellCommand {
            purpose: CommandPurpose::Names,
            certificate: Some(leaf.index),
            text: say!("openssl x509 -in {0} -noout -subject -ext subjectAltName", files::LEAF),
            expect: Expected::Prints(expected.map(|name| ["DNS:", name].concat()).collect()),
        }];
        if let Some(host) = self.host() {
            let option = if host.is_address() { "-checkip" } else { "-checkhost" };
            let checked = self.report.hostname.as_ref();
            let checked = checked.filter(|h| super::host::parse(&h.asked).is_some_and(|asked| asked.name == host.name));
            commands.push(ShellCommand {
                purpose: CommandPurpose::CheckHost,
                certificate: Some(leaf.index),
                text: say!("openssl x509 -in {0} -noout {1} {2}", files::LEAF, option, host.name),
                expect: match checked.map(|h| h.accepted) {
                    Some(true) => Expected::Prints(vec!["does match certificate".to_owned()]),
                    Some(false) => Expected::Prints(vec!["does NOT match certificate".to_owned()]),
                    None => Expected::Look(GuideText::LookMatch),
                },
            });
        }
        commands
    }

    /// Requirement 1: the fingerprints of the root, or else the issuer of the topmost sent
    /// certificate.
    fn fingerprints(&self, system: System) -> Vec<ShellCommand> {
        let digests = [
            ("sha256", CommandPurpose::FingerprintSha256),
            ("sha1", CommandPurpose::FingerprintSha1),
        ];
        let command = |file: &str, digest: &str| match system {
            System::Unix => say!("openssl x509 -in {0} -fingerprint -{1} -noout", file, digest),
            System::Windows => say!(
                "openssl x509 -noout -fingerprint -{1} -inform pem -in {0}",
                file,
                digest
            ),
        };
        if let Some(PathStep::Anchor { anchor }) = self.report.path.last() {
            let expected = |purpose| match purpose {
                CommandPurpose::FingerprintSha256 => Expected::Prints(vec![anchor.sha256.clone()]),
                _ => Expected::Look(GuideText::LookList),
            };
            return digests
                .map(|(digest, purpose)| ShellCommand {
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
        if !top.self_issued {
            // The list has the fingerprint of the CA above, not of this certificate.
            return vec![ShellCommand {
                purpose: CommandPurpose::Issuer,
                certificate: Some(top.index),
                text: say!("openssl x509 -in {0} -noout -issuer", file),
                expect: Expected::Look(GuideText::LookIssuer),
            }];
        }
        digests
            .map(|(digest, purpose)| ShellCommand {
                purpose,
                certificate: Some(top.index),
                text: command(&file, digest),
                expect: Expected::Prints(vec![match purpose {
                    CommandPurpose::FingerprintSha256 => top.sha256.clone(),
                    _ => top.sha1.clone(),
                }]),
            })
            .into()
    }

    /// Requirement 2: the dates of every certificate of the path.
    fn dates(&self) -> Vec<ShellCommand> {
        let mut commands: Vec<ShellCommand> = self
            .path()
            .map(|c| ShellCommand {
                purpose: CommandPurpose::Dates,
                certificate: Some(c.index),
                text: say!("openssl x509 -in {0} -noout -dates", self.file_of(c)),
                expect: Expected::Prints(vec![
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
                commands.push(ShellCommand {
                    purpose,
                    certificate: Some(leaf.index),
                    text: say!("openssl x509 -in {0} {1}", files::LEAF, option),
                    expect: Expected::Look(look),
                });
            }
        }
        commands
    }

    /// Requirement 3: the certificates that the server sends, their subjects and issuers, and
    /// whether the signatures are valid.
    fn links(&self, system: System) -> Vec<ShellCommand> {
        let host = self.host_or_placeholder();
        let mut commands = vec![
            ShellCommand {
                purpose: CommandPurpose::ShowChain,
                certificate: None,
                text: system.s_client(&["-connect ", &host.target(), &host.sni(), " -showcerts"].concat()),
                expect: Expected::Look(GuideText::LookSameChain),
            },
            ShellCommand {
                purpose: CommandPurpose::SubjectsAndIssuers,
                certificate: None,
                text: say!(
                    "openssl crl2pkcs7 -nocrl -certfile {0} | openssl pkcs7 -print_certs -noout",
                    files::SENT
                ),
                expect: Expected::InOrder(self.report.certificates.iter().map(|c| c.index).collect()),
            },
        ];
        let Some(leaf) = self.leaf() else { return commands };
        let verify = |purpose, trusted: Option<&str>, expect| ShellCommand {
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
            match top {
                Some(_) => verify::linked(self.report),
                None => verify::alone(self.report, leaf),
            },
        ));
        if self.anchor_not_sent() {
            let expect = verify::linked(self.report);
            commands.push(verify(CommandPurpose::VerifyToRoot, Some(files::ROOT), expect));
        }
        commands
    }

    /// `openssl verify` at the time of the report, trusting only the named certificate.
    fn verify_line(&self, trusted: Option<&str>) -> String {
        let mut line = say!(
            "openssl verify -attime {0} -no-CAfile -no-CApath",
            self.report.at.seconds().to_string()
        );
        if let Some(trusted) = trusted {
            line.push_str(&say!(" -partial_chain -trusted {0}", trusted));
        }
        if self.sent_more_than_leaf() {
            line.push_str(&say!(" -untrusted {0}", files::SENT));
        }
        line.push(' ');
        line.push_str(files::LEAF);
        line
    }

    /// Requirement 4: the server's key.
    fn key_size(&self, system: System) -> Vec<ShellCommand> {
        let Some(leaf) = self.leaf() else { return Vec::new() };
        let size = match system {
            System::Unix => "grep -E '(Public-Key):'",
            System::Windows => "findstr \"Public-Key\"",
        };
        vec![ShellCommand {
            purpose: CommandPurpose::KeySize,
            certificate: Some(leaf.index),
            text: say!("openssl x509 -in {0} -text -noout | {1}", files::LEAF, size),
            expect: key_line(leaf),
        }]
    }
}

/// The key size as every version of openssl prints it.
fn key_line(leaf: &CertificateReport) -> Expected {
    match leaf.key.bits {
        0 => Expected::Look(GuideText::LookKey),
        bits => Expected::Prints(vec![["(", &bits.to_string(), " bit)"].concat()]),
    }
}

/// A time as openssl prints it: `Jun  1 00:00:00 2026 GMT`.
fn openssl_time(moment: UnixTime) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month, day, hour, minute, second) = moment.civil();
    let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
    format!("{month} {day:>2} {hour:02}:{minute:02}:{second:02} {year} GMT")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_openssl_writes_them() {
        let at = |text| openssl_time(UnixTime::parse_rfc3339(text).unwrap());
        assert_eq!(at("2026-06-01T00:00:00Z"), "Jun  1 00:00:00 2026 GMT");
        assert_eq!(at("2031-12-31T23:59:59Z"), "Dec 31 23:59:59 2031 GMT");
    }
}
