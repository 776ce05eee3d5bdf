//! English: clients.

use super::{ClientPageText, ClientText, ClientWords};
use crate::i18n::format::say;
use crate::i18n::grammar::en::English;
use crate::trust::client::ClientKind;

impl ClientWords for English {
    fn name(&self, kind: &ClientKind) -> String {
        match kind {
            ClientKind::ApiGateway => "API Gateway".to_owned(),
            ClientKind::Java { version, build } => say!("Java {0} ({1})", version, build),
            ClientKind::OpenJdk(month) => say!("Java (OpenJDK’s truststore, {0})", month),
            ClientKind::Mozilla(month) => say!("Java (Mozilla’s store, {0})", month),
            ClientKind::Browser(month) => say!("Mozilla’s newest store ({0}), for comparison with browsers", month),
            ClientKind::Truststore => "Java with your truststore".to_owned(),
        }
    }

    fn text(&self, text: ClientText) -> &'static str {
        match text {
            ClientText::Client => "Client",
            ClientText::TrustedCa => "Trusted CA",
            ClientText::TrustedCaTitle => "A certificate authority that the client trusts",
            ClientText::TrustedCaWhy => {
                "Java trusts only the certificates in its truststore. If the chain does not lead to one of them, the handshake fails before any request is sent."
            }
            ClientText::KeyLimitWhy => {
                "AWS limits the key to 2048 bits for API Gateway. Other Java clients have no upper limit."
            }
            ClientText::SideBySide => "Other clients",
            ClientText::Answer => "Answer",
            ClientText::Reason => "Reason",
            ClientText::Accepts => "accepts",
            ClientText::Rejects => "rejects",
            ClientText::OutsideLimits => "outside AWS’s limits",
            ClientText::NeedsTruststore => {
                "This chain was checked against a truststore, which a link never contains. Add the truststore to check it again."
            }
            ClientText::WhichJava => {
                "This looks like a Java application. Choose which one, because its truststore differs from API Gateway’s."
            }
        }
    }

    fn page_text(&self, text: ClientPageText) -> &'static str {
        match text {
            ClientPageText::Builds => "Builds of Java",
            ClientPageText::OpenJdk => "Java with OpenJDK’s truststore",
            ClientPageText::Mozilla => "Java with Mozilla’s store",
            ClientPageText::Browsers => "Browsers",
            ClientPageText::OwnTruststore => "My truststore…",
            ClientPageText::TruststoreFile => "Truststore",
            ClientPageText::TruststoreChoose => "Choose the file",
            ClientPageText::TruststoreHint => {
                "Or drop it here: JKS, PKCS#12, cacerts, PEM, or the output of keytool -list -rfc. It stays in this tab and is never part of a link."
            }
            ClientPageText::TruststoreMissing => "Choose the truststore to check against.",
            ClientPageText::TruststoreUnreadable => "The truststore cannot be read.",
            ClientPageText::TruststoreEmpty => {
                "Java trusts no certificate of this truststore: none is a trusted entry."
            }
            ClientPageText::ChooseClient => "Choose the client",
            ClientPageText::Compare => "Compare clients",
            ClientPageText::CompareNote => "The same chain, time and host name, checked for other clients.",
            ClientPageText::CompareAll => "Show all clients",
            ClientPageText::Comparing => "Checking for each client…",
            ClientPageText::CompareFailed => "The clients could not be compared.",
            ClientPageText::DownloadTruststore => "Download truststore.p12",
            ClientPageText::DownloadCa => "Download ca.pem",
            ClientPageText::DownloadFailed => "The truststore could not be made.",
            ClientPageText::CaNotSent => {
                "The server does not send the CA’s root. Get it from the people who run the CA, and save it as ca.pem."
            }
        }
    }

    fn other_words(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                " With a private CA, a REST API can set insecureSkipVerification, which AWS does not recommend.",
                "",
            ),
            (
                "To keep the private CA, a REST API can set insecureSkipVerification, which AWS does not recommend; the server must then send the root.",
                "To keep the private CA, import its root into the client’s truststore.",
            ),
            (
                "Request a public certificate in ACM (aws acm request-certificate without --certificate-authority-arn) and configure it on the load balancer.",
                "Install a certificate from a public CA that the client trusts.",
            ),
            (
                "API Gateway supports ACM’s public CA, but no private CA unless insecureSkipVerification is set.",
                "The client trusts no private CA unless its root is in the truststore.",
            ),
            (
                "API Gateway supports no private CA unless insecureSkipVerification is set.",
                "The client trusts no private CA unless its root is in the truststore.",
            ),
            (
                "This does no harm, but only insecureSkipVerification needs it: otherwise API Gateway uses its own copy of the root.",
                "This does no harm, but Java does not need it: it uses its own copy of the root.",
            ),
            (
                "Put a name of your own domain that the certificate contains into the integration’s URI, and point it to the backend with a DNS record (CNAME or Route 53 alias). With a VPC link, API Gateway compares the name in the URI, or tlsConfig.serverNameToVerify of an HTTP API, with the certificate.",
                "Call the server by a name of your own domain that the certificate contains, and point it to the server with a DNS record.",
            ),
            ("If a VPC link sends no name, make", "If the client sends no name, make"),
            ("the integration’s URI", "the client’s URL"),
            ("The integration’s URI", "The client’s URL"),
            (", for example in AWS CloudShell,", ""),
            (", such as Let’s Encrypt or ACM’s public CA", ", such as Let’s Encrypt"),
            (" (such as Let’s Encrypt or ACM)", " (such as Let’s Encrypt)"),
            ("such as Let’s Encrypt or ACM", "such as Let’s Encrypt"),
            (
                "AWS’s article requires valid dates in every certificate, but Java does not check the dates of a trusted root.",
                "Java does not check the dates of a trusted certificate.",
            ),
            (
                "Java does not check the dates of a trusted root, but AWS’s article requires valid dates in every certificate.",
                "Java does not check the dates of a trusted certificate.",
            ),
            (
                "even if Java and AWS’s list still accept it",
                "even if Java still accepts it",
            ),
            (
                "AWS lists a root with this name as",
                "The truststore has a root with this name:",
            ),
            ("that AWS lists as", "that the truststore contains as"),
            ("AWS lists it as", "The truststore contains it as"),
            (
                "is not a CA that API Gateway supports, but a cross-signed version of it is",
                "is not in the truststore, but a cross-signed version of it leads to a trusted root",
            ),
            (
                "is not supported, but a cross-signed version is",
                "is not trusted, but a cross-signed version is",
            ),
            ("a CA that API Gateway supports", "a CA that Java trusts"),
            ("which API Gateway supports", "which Java trusts"),
            ("whether API Gateway supports", "whether Java trusts"),
            ("API Gateway does not support this CA", "Java does not trust this CA"),
            ("the supported CA", "the trusted CA"),
            ("supported root", "trusted root"),
            ("on API Gateway’s list", "in the truststore"),
            ("on AWS’s list", "in the truststore"),
            ("this root is on the list", "this root is in the truststore"),
            ("is on the list", "is in the truststore"),
            ("is not on the list", "is not in the truststore"),
            ("listed root", "trusted root"),
            ("AWS’s list of CAs", "the truststore"),
            ("AWS’s list", "the truststore"),
            ("another network", "the client’s network"),
            ("the integration’s URL", "the client’s URL"),
            ("Integration host", "Host"),
            ("API Gateway", "{0}"),
        ]
    }
}
