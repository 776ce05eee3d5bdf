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
                "For OpenSSL 1.1.1 or later. The openssl command of macOS is LibreSSL, which lacks some of the options."
            }
            GuideText::FilesNote => "The commands read these files. Save them into one folder first.",
            GuideText::RootFileNote => {
                "The server did not send the root: get root.pem from its CA. Its fingerprint shows whether it is the right one."
            }
            GuideText::PurposeFingerprintSha256 => "SHA-256 fingerprint of the CA, to look up in AWS’s list",
            GuideText::PurposeFingerprintSha1 => "SHA-1 fingerprint of the CA, to look up in AWS’s list",
            GuideText::PurposeIssuer => "Issuer of the topmost certificate that was sent",
            GuideText::PurposeDates => "Not Before and Not After",
            GuideText::PurposeWholeText => "All content of the server certificate",
            GuideText::PurposeStillGood => "Whether the certificate is still valid in 30 days",
            GuideText::PurposeShowChain => "The chain as the server sends it",
            GuideText::PurposeSubjectsAndIssuers => "Subject and issuer of each certificate, in the order sent",
            GuideText::PurposeVerifyLinks => "Whether each certificate is signed by the next one, without a network",
            GuideText::PurposeVerifyToRoot => "Whether the chain leads to the root, without a network",
            GuideText::PurposeKeySize => "Size of the key in the server certificate",
            GuideText::PurposeNames => "The names that the certificate is valid for",
            GuideText::PurposeCheckHost => "Whether the certificate is valid for the host name",
            GuideText::ExpectPrints => "It should print",
            GuideText::ExpectInOrder => "It should print these subjects, in this order",
            GuideText::ExpectVerified => "It should end in OK",
            GuideText::ExpectRejected => "It should fail with",
            GuideText::LookIssuer => {
                "The certificate of this CA was not sent. Get it, and look up the fingerprint of the root above it in AWS’s list."
            }
            GuideText::LookMatch => "It says whether the name matches the certificate (“does match certificate”).",
            GuideText::LookList => "Compare it with the entry in AWS’s list.",
            GuideText::LookCheckEnd => "It uses the clock of your machine, not the time chosen here.",
            GuideText::LookText => "Look for Not Before, Not After, Subject Alternative Name and Public-Key.",
            GuideText::LookSameChain => "Compare it with your input: it should be the same chain.",
            GuideText::LookKey => "Look for the line Public-Key.",
            GuideText::LookVerify => "OpenSSL does not check exactly what Java checks here, so its result may differ.",
            GuideText::TrustHeading => "Make the client trust the CA",
            GuideText::TrustKeytool => "Import the CA’s certificate into a truststore",
            GuideText::TrustProperties => {
                "Start the client with the truststore. It replaces the JVM’s own, so it must contain every CA that the client needs"
            }
            GuideText::TrustImage => "Import the CA into the truststore of an image",
            GuideText::TrustKubernetes => "Mount the truststore into a pod",
            GuideText::TrustPassword => {
                "The file contains only CA certificates and no private key. Its password is “changeit”."
            }
            GuideText::PurposeTruststore => "The trusted certificates of the client’s JVM",
            GuideText::LookTruststore => "The list contains the fingerprint of the root.",
            GuideText::UnseenHeading => "What this page cannot check",
            GuideText::UnseenConnection => "The connection itself",
            GuideText::UnseenConnectionText => {
                "The native command connects to the server and checks the chain that it sends. It reports what differs without the server name (SNI), with TLS 1.2 or 1.3 only, and at each address of the host; also a request for a client certificate, an alert, a port without TLS, and a timeout. Paste the output of the second command into this page: the page uses its host, its addresses and these differences."
            }
            GuideText::UnseenServedChain => "What the server actually sends",
            GuideText::UnseenServedChainText => {
                "Only your input is checked. Behind a load balancer, each node can have its own certificate, and inside the VPC a different server may respond. Run the command several times, and from the network that API Gateway connects from."
            }
            GuideText::UnseenServerName => "Server name (SNI)",
            GuideText::UnseenServerNameText => {
                "A server with several hosts selects the certificate by the name that the client sends. If the client sends none, the server sends its default certificate. Both commands should show the same certificate."
            }
            GuideText::UnseenProtocols => "TLS versions",
            GuideText::UnseenProtocolsText => {
                "If the backend offers no version that the client accepts, the log says “Received fatal alert: protocol_version” or “handshake_failure”, and no certificate is checked. TLS 1.2 should work."
            }
            GuideText::UnseenCiphers => "Cipher suites",
            GuideText::UnseenCiphersText => {
                "If there is none in common, the log says “Received fatal alert: handshake_failure”. AWS publishes no list for connections to backends. A suite with ECDHE and AES-GCM is a safe choice."
            }
            GuideText::UnseenClientCertificate => "Client certificate",
            GuideText::UnseenClientCertificateText => {
                "A backend that requires a client certificate rejects clients without one. The output then contains “Acceptable client certificate CA names”. API Gateway’s own client certificate is self-signed, so the backend must trust that certificate itself."
            }
            GuideText::UnseenRevocation => "Revocation",
            GuideText::UnseenRevocationText => {
                "This page uses no network, so it does not know whether a certificate was revoked. The first command prints the address to ask, the third one the address of the revocation list. Not every CA offers both."
            }
            GuideText::UnseenNetworkPath => "Network path to the backend",
            GuideText::UnseenNetworkPathText => {
                "Security groups, the VPC link, the listener and unhealthy targets can stop a call before any certificate is sent. The execution log then reports an internal error or a timeout, not an SSL error."
            }
            GuideText::UnseenClock => "The time",
            GuideText::UnseenClockText => {
                "Unless you choose another time, the dates are checked against the clock of your machine. API Gateway uses its own clock."
            }
            GuideText::ClientCertificate => "This is a client certificate",
            GuideText::ClientCertificateHint => {
                "Check it by AWS’s rules for the certificate that a REST API’s stage sends to the backend."
            }
            GuideText::ClientCertificateAccepted => "API Gateway can use this client certificate",
            GuideText::ClientCertificateRejected => "API Gateway cannot use this client certificate",
            GuideText::ClientCertificateNext => {
                "Import it into ACM with its chain, link its ARN to the stage, and deploy the stage. The backend must trust its issuer, which is not checked here."
            }
            GuideText::ClientCertificateSource => "AWS’s rules for client certificates",
            GuideText::InstallHeading => "Install the repaired chain",
            GuideText::InstallFullChain => "The file must contain the whole chain, not only the server certificate.",
            GuideText::InstallApache => {
                "Since Apache 2.4.8, the chain goes into SSLCertificateFile. Older versions read it from SSLCertificateChainFile."
            }
            GuideText::InstallHaProxy => "One file: first the chain, then the key. Only root may read it.",
            GuideText::InstallLoadBalancer => {
                "ACM requires the server certificate and the rest of the chain in two files. Import them into the Region of the load balancer. With --certificate-arn, the certificate is replaced in place. Certificates issued by ACM itself are already complete."
            }
            GuideText::InstallKubernetes => {
                "The secret must be in the namespace of the ingress. If the client sends no server name, the controller sends its own default certificate. Make this certificate the default, or make sure that the name is sent."
            }
            GuideText::InstallTomcat => {
                "keytool should show a chain length above 1. A keystore that contains only the server certificate makes Tomcat send no intermediate."
            }
            GuideText::InstallIis => {
                "Run it as administrator. Windows sends the intermediates that it finds in the machine’s store “Intermediate Certification Authorities” (Cert:\\LocalMachine\\CA): they must be there, not in “Personal”. Replace THUMBPRINT with the thumbprint of the new certificate."
            }
            GuideText::InstallDefaultToo => {
                "It also becomes the default certificate, which is sent to clients that send no server name."
            }
            GuideText::TlsConfigHeading => "tlsConfig of the integration",
            GuideText::SkipWarning => {
                "AWS does not recommend insecureSkipVerification, especially for public HTTPS endpoints: it increases the risk of man-in-the-middle attacks."
            }
            GuideText::SkipWhere => "REST APIs only, and only integrations of type HTTP and HTTP_PROXY.",
            GuideText::SkipStillChecked => {
                "API Gateway still checks the expiration date, the host name, and that the chain contains a root CA. The server must send its root."
            }
            GuideText::SkipRootDemands => {
                "The root must have keyCertSign in its keyUsage and CA:TRUE in its basicConstraints."
            }
            GuideText::SkipByBody => {
                "AWS::ApiGateway::Method has no such property. Set it in the OpenAPI body of the API."
            }
            GuideText::Redeploy => "A change takes effect with the next deployment of the stage.",
            GuideText::ServerNameWhat => {
                "API Gateway checks the certificate against this name and sends it in the handshake (SNI). The integration uses HTTPS if tlsConfig is set, otherwise HTTP."
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
                "The {0} is valid until {1}. Install the new one, with its intermediates, before then. Otherwise API Gateway will reject the backend.",
                certificate,
                self.date_time(*not_after)
            ),
            GuidePhrase::WrittenBy { version } => say!("Written by SSLEngine Doctor {0}", shown(version)),
            GuidePhrase::VerifyError { number, text } => say!("error {0} ({1})", number.to_string(), text),
        }
    }
}
