//! Causes that a pasted chain cannot show, and commands that show them.

use super::{Guide, System, files, host};
use crate::i18n::GuideText;
use crate::i18n::format::say;

/// Something between API Gateway and the backend that this program cannot see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unseen {
    /// The handshake, which only the native command can make.
    Connection,
    /// The chain that the server actually sends, which may depend on the client.
    ServedChain,
    /// The server name that the client sends (SNI).
    ServerName,
    /// TLS versions.
    Protocols,
    /// Cipher suites.
    Ciphers,
    /// A client certificate that the server requires.
    ClientCertificate,
    /// Whether a certificate was revoked.
    Revocation,
    /// Security groups, VPC links, listeners, target groups.
    NetworkPath,
    /// The clock of the machine.
    Clock,
}

impl Unseen {
    /// All of them: the command that shows most, then the likeliest cause first.
    pub const ALL: [Self; 9] = [
        Self::Connection,
        Self::ServedChain,
        Self::ServerName,
        Self::NetworkPath,
        Self::ClientCertificate,
        Self::Protocols,
        Self::Ciphers,
        Self::Revocation,
        Self::Clock,
    ];

    /// Its name.
    #[must_use]
    pub fn title(self) -> GuideText {
        match self {
            Self::Connection => GuideText::UnseenConnection,
            Self::ServedChain => GuideText::UnseenServedChain,
            Self::ServerName => GuideText::UnseenServerName,
            Self::Protocols => GuideText::UnseenProtocols,
            Self::Ciphers => GuideText::UnseenCiphers,
            Self::ClientCertificate => GuideText::UnseenClientCertificate,
            Self::Revocation => GuideText::UnseenRevocation,
            Self::NetworkPath => GuideText::UnseenNetworkPath,
            Self::Clock => GuideText::UnseenClock,
        }
    }

    /// Why it matters, and what to look for.
    #[must_use]
    pub fn text(self) -> GuideText {
        match self {
            Self::Connection => GuideText::UnseenConnectionText,
            Self::ServedChain => GuideText::UnseenServedChainText,
            Self::ServerName => GuideText::UnseenServerNameText,
            Self::Protocols => GuideText::UnseenProtocolsText,
            Self::Ciphers => GuideText::UnseenCiphersText,
            Self::ClientCertificate => GuideText::UnseenClientCertificateText,
            Self::Revocation => GuideText::UnseenRevocationText,
            Self::NetworkPath => GuideText::UnseenNetworkPathText,
            Self::Clock => GuideText::UnseenClockText,
        }
    }
}

/// Something that this program cannot see, with the commands that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnseenEntry {
    /// What it is.
    pub what: Unseen,
    /// The commands, each independent of the others.
    pub commands: Vec<String>,
}

impl Guide<'_> {
    /// Everything that this program cannot see, with commands for this host.
    #[must_use]
    pub fn unseen(&self, system: System) -> Vec<UnseenEntry> {
        let entry = |what| UnseenEntry {
            what,
            commands: self.look(what, system),
        };
        Unseen::ALL.map(entry).into()
    }

    fn look(&self, what: Unseen, system: System) -> Vec<String> {
        let host = self.host_or_placeholder();
        let target = host.target();
        let connect = |options: &str| system.s_client(&say!("-connect {0}{1}", target, options));
        let named = |options: &str| connect(&[&host.sni(), options].concat());
        match what {
            Unseen::Connection => ["", " --format pem"]
                .map(|format| say!("sslengine-doctor --connect {0}{1}", target, format))
                .into(),
            Unseen::ServedChain => vec![match system {
                System::Unix => host::command(Some(&host)),
                System::Windows => named(" -showcerts"),
            }],
            Unseen::ServerName => [named(""), connect(" -noservername")]
                .map(|command| command + " | openssl x509 -noout -subject -dates")
                .into(),
            Unseen::Protocols => [" -tls1_2", " -tls1_3"].map(named).into(),
            Unseen::Ciphers => vec![
                say!(
                    "nmap {0}--script ssl-enum-ciphers -p {1} {2}",
                    if host.name.contains(':') { "-6 " } else { "" },
                    host.port.to_string(),
                    host.name
                ),
                named(" -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256"),
            ],
            Unseen::ClientCertificate => vec![named("")],
            Unseen::Revocation => self.revocation(system),
            Unseen::NetworkPath => vec![
                say!("curl -v \"https://{0}/\"", target),
                "aws elbv2 describe-listeners --load-balancer-arn LOAD_BALANCER_ARN".to_owned(),
                "aws elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN".to_owned(),
            ],
            Unseen::Clock => vec![
                match system {
                    System::Unix => "date -u",
                    System::Windows => "powershell -Command \"(Get-Date).ToUniversalTime()\"",
                }
                .to_owned(),
            ],
        }
    }

    /// Returns commands that check for revocation. The addresses are in the certificate; openssl
    /// prints them, so this tool puts no untrusted text into a command.
    fn revocation(&self, system: System) -> Vec<String> {
        let issuer = self
            .path()
            .nth(1)
            .map_or_else(|| "ISSUER.pem".to_owned(), |c| self.file_of(c));
        let address = say!("openssl x509 -in {0} -noout -ocsp_uri", files::LEAF);
        let url = match system {
            System::Unix => say!("\"$({0})\"", address),
            System::Windows => "OCSP_ADDRESS".to_owned(),
        };
        vec![
            address,
            say!(
                "openssl ocsp -issuer {0} -cert {1} -no_nonce -url {2}",
                issuer,
                files::LEAF,
                url
            ),
            say!("openssl x509 -in {0} -noout -ext crlDistributionPoints", files::LEAF),
        ]
    }
}
