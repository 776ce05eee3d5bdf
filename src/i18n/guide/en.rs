//! English: the guide.

use super::{GuidePhrase, GuideText, GuideWords};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::English;

impl GuideWords for English {
    fn text(&self, text: GuideText) -> &'static str {
        match text {
            GuideText::WordsHeading => "What other tools call it",
            GuideText::CommandsHeading => "Check it yourself",
            GuideText::CommandsNote => {
                "For OpenSSL 1.1.1 or later. The openssl that comes with macOS is LibreSSL and lacks some of the options."
            }
            GuideText::FilesNote => "The commands read these files; save them into one folder first.",
            GuideText::RootFileNote => {
                "The server did not send the root: get root.pem from its CA. Its fingerprint shows whether it is the right one."
            }
            GuideText::PurposeFingerprintSha256 => "SHA-256 fingerprint of the CA, to be looked up in AWS’s list",
            GuideText::PurposeFingerprintSha1 => "SHA-1 fingerprint of the CA, to be looked up in AWS’s list",
            GuideText::PurposeIssuer => "Who issued the topmost certificate that was sent",
            GuideText::PurposeDates => "Not Before and Not After",
            GuideText::PurposeWholeText => "Everything that the server’s certificate says",
            GuideText::PurposeStillGood => "Whether the certificate is still good in 30 days",
            GuideText::PurposeShowChain => "The chain as the server sends it",
            GuideText::PurposeSubjectsAndIssuers => "Subject and issuer of each certificate, in the order sent",
            GuideText::PurposeVerifyLinks => "Whether each certificate is signed by the next, without any network",
            GuideText::PurposeVerifyToRoot => "Whether the chain leads to the root, without any network",
            GuideText::PurposeKeySize => "Size of the server’s key",
            GuideText::PurposeNames => "The names that the certificate is good for",
            GuideText::PurposeCheckHost => "Whether the certificate is good for the host name",
            GuideText::ExpectPrints => "It should print",
            GuideText::ExpectInOrder => "It should print these subjects, in this order",
            GuideText::ExpectVerified => "It should end in OK",
            GuideText::ExpectRefused => "It should refuse with",
            GuideText::LookIssuer => {
                "This CA was not sent: get its certificate, and look up the fingerprint of the root above it in AWS’s list."
            }
            GuideText::LookMatch => "It says whether the name does match the certificate.",
            GuideText::LookList => "Compare it with the entry in AWS’s list.",
            GuideText::LookCheckEnd => "It goes by the clock of your machine, not by the moment chosen here.",
            GuideText::LookText => "Look for Not Before, Not After, Subject Alternative Name and Public-Key.",
            GuideText::LookSameChain => "Compare it with what was pasted: it should be the same chain.",
            GuideText::LookKey => "Look for the line Public-Key.",
            GuideText::LookVerify => "OpenSSL does not check quite what Java checks here; its answer may differ.",
            GuideText::UnseenHeading => "What this page cannot see",
            GuideText::UnseenServedChain => "What the server really sends",
            GuideText::UnseenServedChainText => {
                "What was pasted is judged. Behind a load balancer each node can have its own certificate, and inside the VPC another server may answer than from here: ask a few times, and from where API Gateway asks."
            }
            GuideText::UnseenServerName => "Server name (SNI)",
            GuideText::UnseenServerNameText => {
                "A server with several hosts picks the certificate by the name that the client sends, and answers with a default one where it sends none. Both commands should show the same certificate."
            }
            GuideText::UnseenProtocols => "TLS versions",
            GuideText::UnseenProtocolsText => {
                "If the backend offers no version that the client takes, the log says “Received fatal alert: protocol_version” or “handshake_failure”, and no certificate is looked at. TLS 1.2 should work."
            }
            GuideText::UnseenCiphers => "Cipher suites",
            GuideText::UnseenCiphersText => {
                "If there is none in common, the log says “Received fatal alert: handshake_failure”. AWS publishes no list for this leg; a suite with ECDHE and AES-GCM is a safe offer."
            }
            GuideText::UnseenClientCertificate => "Client certificate",
            GuideText::UnseenClientCertificateText => {
                "A backend that demands one refuses whoever has none. The output then names “Acceptable client certificate CA names”. API Gateway’s own client certificate is self-signed: the backend must trust that very certificate."
            }
            GuideText::UnseenRevocation => "Revocation",
            GuideText::UnseenRevocationText => {
                "No network is used here, so whether a certificate was revoked is not known. The first command prints the address to ask, the third where the list of revoked certificates lies. Not every CA offers both."
            }
            GuideText::UnseenNetworkPath => "The way to the backend",
            GuideText::UnseenNetworkPathText => {
                "Security groups, the VPC link, the listener and the health of the targets can end a call before any certificate is seen. The execution log then speaks of an internal error or a timeout, not of SSL."
            }
            GuideText::UnseenClock => "The time",
            GuideText::UnseenClockText => {
                "Unless another moment is chosen, the dates are judged by the clock of your machine, and API Gateway goes by its own."
            }
            GuideText::InstallHeading => "Install the repaired chain",
            GuideText::InstallFullChain => "The file must hold the whole chain, not only the server’s certificate.",
            GuideText::InstallApache => {
                "The chain goes into SSLCertificateFile since Apache 2.4.8; older versions read it from SSLCertificateChainFile."
            }
            GuideText::InstallHaProxy => "One file: the chain first, then the key. Only root may read it.",
            GuideText::InstallLoadBalancer => {
                "ACM wants the server’s certificate and the rest of the chain in two files. Import into the Region of the load balancer; with --certificate-arn the certificate is replaced in place. Certificates that ACM itself issued are complete already."
            }
            GuideText::InstallKubernetes => {
                "The secret must be in the namespace of the ingress. Where the client sends no server name, the controller answers with its own default certificate: make this one the default, or see to it that the name is sent."
            }
            GuideText::InstallTomcat => {
                "keytool should show a chain length above 1. A key store into which only the server’s certificate was imported sends no intermediate."
            }
            GuideText::InstallIis => {
                "Run it as administrator. Windows sends the intermediates that it finds in the machine’s store “Intermediate Certification Authorities” (Cert:\\LocalMachine\\CA): they must be there, not in “Personal”. Put the new certificate’s thumbprint in place of THUMBPRINT."
            }
            GuideText::InstallDefaultToo => {
                "It is made the default certificate too, which is what clients get that send no server name."
            }
            GuideText::TlsConfigHeading => "tlsConfig of the integration",
            GuideText::SkipWarning => {
                "AWS does not recommend insecureSkipVerification, least of all for public HTTPS endpoints: it raises the risk of man-in-the-middle attacks."
            }
            GuideText::SkipWhere => "REST APIs only, and only integrations of type HTTP and HTTP_PROXY.",
            GuideText::SkipStillChecked => {
                "API Gateway still checks the expiration date, the host name, and that a root CA is in the chain: the server must send its root."
            }
            GuideText::SkipRootDemands => {
                "The root must have keyCertSign in its keyUsage and CA:TRUE in its basicConstraints."
            }
            GuideText::SkipByBody => {
                "AWS::ApiGateway::Method has no such property; the setting goes in by the OpenAPI body of the API."
            }
            GuideText::Redeploy => "A change takes effect with the next deployment of the stage.",
            GuideText::ServerNameWhat => {
                "API Gateway checks the certificate against this name and sends it in the handshake (SNI). With a tlsConfig the integration speaks HTTPS; without one it speaks HTTP."
            }
            GuideText::ServerNameWhere => "Private integrations of HTTP APIs only.",
            GuideText::CdkNlbToo => "HttpNlbIntegration and HttpServiceDiscoveryIntegration have the same property.",
            GuideText::ColumnRequirement => "Requirement",
            GuideText::ColumnResult => "Result",
            GuideText::ColumnFinding => "Finding",
            GuideText::ColumnCode => "Code",
            GuideText::ColumnPlace => "No.",
            GuideText::ColumnRole => "Role",
            GuideText::ColumnName => "Name",
            GuideText::ColumnIssuedBy => "Issued by",
            GuideText::ColumnValidUntil => "Valid until",
            GuideText::ColumnKey => "Key",
        }
    }

    fn phrase(&self, phrase: &GuidePhrase<'_>) -> String {
        match phrase {
            GuidePhrase::ReminderSummary { host } => say!("TLS certificate of {0} expires", shown(host)),
            GuidePhrase::ReminderDescription { certificate, not_after } => say!(
                "The {0} is valid until {1}. Install the new one, with its intermediates, before then; otherwise API Gateway will refuse the backend.",
                certificate,
                self.date_time(*not_after)
            ),
            GuidePhrase::WrittenBy { version } => say!("Written by SSLEngine Doctor {0}", shown(version)),
            GuidePhrase::VerifyError { number, text } => say!("error {0} ({1})", number.to_string(), text),
        }
    }
}
