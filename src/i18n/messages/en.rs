//! English: messages of logs and tools.

use super::{Closing, MessageWords, Text};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::en::English;
use crate::ingest::{Alert, LogKind, Meaning, Side};

fn text(clause: &str, more: &str) -> Text {
    (clause.to_owned(), more.to_owned())
}

impl MessageWords for English {
    fn own(&self, kind: &LogKind) -> Text {
        match kind {
            LogKind::GeneralSslEngineProblem => text(
                "Java rejected the server certificate without saying why",
                "Older Java versions report “General SSLEngine problem” for every such failure: an unsupported CA, a missing intermediate, a date, a host name.",
            ),
            LogKind::PathBuildingFailed => text(
                "Java found no path from the server certificate to a trusted CA",
                "Either the CA is not supported (requirement 1), or an intermediate was not sent (requirement 3).",
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("a certificate of the chain has expired ({0})", shown(date)),
                    (None, Some(date)) => say!("a certificate of the chain is not yet valid ({0})", shown(date)),
                    (None, None) => "a certificate of the chain has expired or is not yet valid".to_owned(),
                },
                "This is requirement 2. Replace that certificate on the backend.".to_owned(),
            ),
            LogKind::PathValidationFailed => text(
                "Java found a path to a root but rejected a certificate on it",
                "The reason follows in the message or in the next “Caused by” line.",
            ),
            LogKind::AlgorithmConstraints => text(
                "a key or a signature in the chain uses an algorithm that Java has disabled",
                "Examples are MD5, RSA below 1024 bits and EC below 224 bits. Reissue that certificate with SHA-256 and RSA 2048.",
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("the server certificate is not valid for “{0}”", shown(host)),
                    None => "the server certificate is for another host name".to_owned(),
                },
                match subject {
                    Some(subject) => say!("It is for “{0}”. Either the name in the integration is wrong, or the server sent the certificate of another host.", shown(subject)),
                    None => "Either the name in the integration is wrong, or the server sent the certificate of another host.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("the server certificate does not contain the name “{0}”", shown(host)),
                    None => "the server certificate does not contain the name of the host".to_owned(),
                },
                "Either use a name that is in the certificate, or reissue it with this name among its subject alternative names.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => text(
                "the server certificate is not meant for TLS servers",
                "Its extendedKeyUsage lacks serverAuth. Reissue it for servers.",
            ),
            LogKind::HandshakeFailure => text(
                "the backend ended the handshake with the alert “handshake_failure” (40)",
                "It found no common cipher suite, or it requires a client certificate or a server name (SNI). The backend’s own log shows which.",
            ),
            LogKind::ProtocolVersion => text(
                "the backend and API Gateway have no TLS version in common",
                "The backend must offer TLS 1.2 or later.",
            ),
            LogKind::PlaintextConnection => text(
                "the server answered without TLS",
                "That port does not use TLS. Check the port, and whether the URL should begin with http.",
            ),
            LogKind::RemoteHostClosed => text(
                "the server closed the connection during the handshake",
                "It may require a server name (SNI) or a client certificate, or something on the network may block the connection.",
            ),
            LogKind::ConnectionReset => text(
                "the connection was reset",
                "A firewall, a proxy or the backend closed it.",
            ),
            LogKind::PlainHttpToHttpsPort => text(
                "plain HTTP was sent to a TLS port",
                "Make the URL of the integration begin with https, or set tlsConfig on a private integration of an HTTP API.",
            ),
            LogKind::InternalError => text(
                "API Gateway could not reach the backend",
                "With a VPC link, check the health of its targets and the security groups.",
            ),
            LogKind::NetworkError => text(
                "API Gateway could not reach the backend in time",
                "Check the address, the port, the firewall and the timeout.",
            ),
            LogKind::InvalidEndpointAddress => text(
                "the integration’s address is not valid",
                "Correct the address of the backend.",
            ),
            LogKind::MalformedLambdaProxyResponse => text(
                "the Lambda function responded in a format that API Gateway does not accept",
                "The function must return statusCode, headers and a string as body.",
            ),
            LogKind::LambdaPermissions => text(
                "API Gateway is not allowed to call the Lambda function",
                "Add a permission for apigateway.amazonaws.com to the function (aws lambda add-permission).",
            ),
            LogKind::HeaderAlreadyPresent => text(
                "a header was set twice",
                "Remove the header from the backend’s response or from the mapping.",
            ),
            LogKind::RoleNotAssumable => text(
                "API Gateway is not allowed to assume the configured role",
                "The role’s trust policy must allow apigateway.amazonaws.com.",
            ),
            LogKind::UnknownExecutionFailure { text } => (
                say!("the execution failed with “{0}”", shown(text)),
                "This tool does not know this message.".to_owned(),
            ),
            LogKind::OtherAlert { .. }
            | LogKind::OpensslVerifyError { .. }
            | LogKind::OpensslError { .. }
            | LogKind::CurlError { .. }
            | LogKind::Known { .. } => Text::default(),
        }
    }

    fn meaning(&self, meaning: Meaning, name: Option<&str>) -> Text {
        let (clause, more) = match (meaning, name) {
            (Meaning::HostName, Some(name)) => {
                let clause = say!("the server certificate is not valid for “{0}”", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OldTls, Some(name)) => {
                let clause = say!("the server offers only an old TLS version ({0})", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::IllegalHostName, Some(name)) => {
                let clause = say!("Java does not accept “{0}” as a host name", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::NoSharedCipher, Some(name)) => {
                let clause = say!(
                    "the server chose a cipher suite that Java 17 does not offer ({0})",
                    shown(name)
                );
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::ServerNameRefused, Some(name)) => {
                let clause = say!("the server refuses the server name (SNI) “{0}”", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OtherChainAtAddress, Some(name)) => {
                let clause = say!("the address {0} sends another chain, or none", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            _ => plain(meaning),
        };
        text(clause, more)
    }

    fn reported(&self, kind: &LogKind) -> String {
        match kind {
            LogKind::OpensslVerifyError {
                number,
                text,
                depth: Some(depth),
                ..
            } => say!(
                "OpenSSL reported “{0}” (error {1}, at depth {2})",
                shown(text),
                number.to_string(),
                depth.to_string()
            ),
            LogKind::OpensslVerifyError { number, text, .. } => {
                say!("OpenSSL reported “{0}” (error {1})", shown(text), number.to_string())
            }
            LogKind::CurlError { number, text, .. } => {
                say!("curl reported “{0}” (exit code {1})", shown(text), number.to_string())
            }
            LogKind::OpensslError { text, .. } => say!("OpenSSL reported “{0}”", shown(text)),
            _ => String::new(),
        }
    }

    fn by(&self, clause: &str, tool: &str, as_client: bool) -> String {
        if as_client {
            say!("{0} ({1}, as the client)", clause, tool)
        } else {
            say!("{0} ({1})", clause, tool)
        }
    }

    fn alert(&self, name: &str, number: Option<u32>, side: Side) -> String {
        let who = match side {
            Side::Client => "the server ended the handshake",
            Side::Server => "the client ended the handshake",
            Side::Unknown => "the other side ended the handshake",
        };
        match number {
            Some(number) => say!("{0} with the alert “{1}” ({2})", who, shown(name), number.to_string()),
            None => say!("{0} with the alert “{1}”", who, shown(name)),
        }
    }

    fn alert_meaning(&self, alert: Option<Alert>, received_by_server: bool) -> &'static str {
        match (alert, received_by_server) {
            (Some(Alert::HandshakeFailure), false) => {
                "It found no common cipher suite, or it requires a client certificate, a server name (SNI) or another cipher. The server’s own log shows which."
            }
            (Some(Alert::HandshakeFailure), true) => {
                "The client found no common cipher suite or signature algorithm. Compare the server’s TLS settings with those of the client."
            }
            (Some(Alert::BadCertificate), false) => {
                "It rejected the client certificate, or requires one that was not sent. Send a client certificate from a CA that the server accepts."
            }
            (Some(Alert::BadCertificate), true) => {
                "The client rejected the server’s certificate as damaged or wrong. The server’s operator must correct the chain that it sends."
            }
            (Some(Alert::UnsupportedCertificate), false) => {
                "It does not support the type or the usage of the client certificate. Send one for clientAuth."
            }
            (Some(Alert::UnsupportedCertificate), true) => {
                "The client does not accept the type or the usage of the server’s certificate. Reissue it for servers (serverAuth)."
            }
            (Some(Alert::CertificateRevoked), false) => {
                "It says that the client certificate was revoked. Replace the client certificate."
            }
            (Some(Alert::CertificateRevoked), true) => {
                "The client says that the server’s certificate was revoked. Replace the server certificate."
            }
            (Some(Alert::CertificateExpired), false) => {
                "It says that the client certificate has expired. Renew the client certificate."
            }
            (Some(Alert::CertificateExpired), true) => {
                "The client says that a certificate of the server has expired. Renew it; this is requirement 2."
            }
            (Some(Alert::CertificateUnknown), false) => {
                "It rejected the client certificate. Its operator must say which client certificates it accepts."
            }
            (Some(Alert::CertificateUnknown), true) => {
                "The client rejected the server’s certificate. Java and API Gateway send this alert when they report “General SSLEngine problem” or “PKIX path building failed”."
            }
            (Some(Alert::UnknownCa), false) => {
                "It does not know the CA of the client certificate. Its operator must add that CA, or use a certificate from another one."
            }
            (Some(Alert::UnknownCa), true) => {
                "The client does not know the CA of the server’s certificate, or the server did not send an intermediate (requirements 1 and 3)."
            }
            (Some(Alert::AccessDenied), false) => {
                "It accepted the certificate but denied access. Its operator must allow this client."
            }
            (Some(Alert::AccessDenied), true) => {
                "The client accepted the certificate but denied access. See the client’s log."
            }
            (Some(Alert::DecryptError), false) => {
                "A signature in the handshake was wrong: the client certificate and its private key may not belong together."
            }
            (Some(Alert::DecryptError), true) => {
                "A signature in the handshake was wrong: the server’s certificate and its private key may not belong together."
            }
            (Some(Alert::ProtocolVersion), false) => {
                "It does not accept the TLS version that the client offers. The server must offer TLS 1.2 or later for API Gateway."
            }
            (Some(Alert::ProtocolVersion), true) => {
                "The client does not accept the TLS version of the server. Enable TLS 1.2 or later on the server."
            }
            (Some(Alert::InsufficientSecurity), false) => {
                "It requires stronger cipher suites than the client offers. Enable one on the server that the client also has."
            }
            (Some(Alert::InsufficientSecurity), true) => {
                "The client requires stronger cipher suites than the server offers. Update the server’s TLS settings."
            }
            (Some(Alert::InternalError), false) => {
                "Something failed on the server, such as the selection of a certificate for the server name (SNI). See the server’s own log."
            }
            (Some(Alert::InternalError), true) => "Something failed in the client. See the client’s log.",
            (Some(Alert::InappropriateFallback), false) => {
                "The client tried again with an older TLS version although the server supports a newer one. Something disturbs the first attempt."
            }
            (Some(Alert::UnrecognizedName), false) => {
                "It has no such host name. Check the server name (SNI) that is sent, or add the name to the server."
            }
            (Some(Alert::CertificateRequired), false) => {
                "It requires a client certificate, and none was sent. Set up a client certificate for API Gateway, or do not require one."
            }
            (Some(Alert::NoApplicationProtocol), false) => {
                "It supports none of the application protocols that the client offers (ALPN), such as h2 or http/1.1. Enable http/1.1 on the server."
            }
            (Some(Alert::BadCertificateStatusResponse), _) => {
                "The stapled OCSP response was missing or wrong. Correct OCSP stapling on the server."
            }
            (Some(Alert::MissingExtension), _) => "A required TLS extension is missing, often the server name (SNI).",
            (
                Some(Alert::IllegalParameter | Alert::DecodeError | Alert::UnexpectedMessage | Alert::BadRecordMac),
                _,
            ) => {
                "One side does not understand the other’s TLS messages. A proxy may change them, or one side has a fault: update its TLS library."
            }
            (
                Some(
                    Alert::InappropriateFallback
                    | Alert::UnrecognizedName
                    | Alert::CertificateRequired
                    | Alert::NoApplicationProtocol,
                )
                | None,
                _,
            ) => "That side made this decision. See its log for the reason.",
        }
    }

    fn either(&self, client: &str, server: &str) -> String {
        if client == server {
            client.to_owned()
        } else {
            say!(
                "If a server logged this: {0} If a client logged it, the server sent the alert: {1}",
                server,
                client
            )
        }
    }

    fn closing(&self, closing: Closing) -> &'static str {
        match closing {
            Closing::SameCheck => "API Gateway makes the same check.",
            Closing::OwnList => "API Gateway makes the same check, with its own list of CAs.",
            Closing::NotInChain => "The chain cannot show the cause.",
            Closing::ThisMachine => "This is about the machine where the message was written, not about API Gateway.",
            Closing::NotCertificate => "This is not a certificate problem.",
            Closing::PasteChain => "Paste the chain that the server sends to see the cause.",
            Closing::PasteChainAndHost => "Paste the chain that the server sends, and enter the host name.",
        }
    }
}

fn plain(meaning: Meaning) -> (&'static str, &'static str) {
    match meaning {
        Meaning::NotChained => (
            "no trusted root’s key matches the chain",
            "Java found no way from the chain to a listed root: the names may match, but the root has another key, or the chain ends at another CA. Send a chain that ends at a root on the list (requirements 1 and 3).",
        ),
        Meaning::SignatureInvalid => (
            "a signature in the chain does not match its issuer’s key",
            "The issuer was reissued with another key, or a certificate was altered. Send the intermediate that signed the certificate below it (requirement 3).",
        ),
        Meaning::NotACa => (
            "a certificate in the chain issued others but is not a CA certificate",
            "Its basicConstraints lack CA:TRUE. The CA’s operator must reissue it (requirement 3).",
        ),
        Meaning::PathTooLong => (
            "the chain has more CA certificates than one of them allows",
            "Its pathLenConstraint or the client’s limit is exceeded. The CA’s operator must reissue it, or use a shorter chain (requirement 3).",
        ),
        Meaning::NoKeyCertSign => (
            "a CA certificate may not sign certificates",
            "Its keyUsage lacks keyCertSign. The CA’s operator must reissue it (requirement 3).",
        ),
        Meaning::LeafKeyUsage => (
            "the keyUsage of the server certificate does not allow this handshake",
            "It lacks digitalSignature or keyEncipherment. Reissue it with both.",
        ),
        Meaning::ExtendedKeyUsage => (
            "the server certificate is not meant for TLS servers",
            "Its extendedKeyUsage lacks serverAuth. Reissue it for servers.",
        ),
        Meaning::NetscapeCertType => (
            "the server certificate is not meant for TLS servers",
            "Its Netscape certificate type lacks “SSL server”. Reissue it without this old extension.",
        ),
        Meaning::NameConstraints => (
            "a CA may not issue certificates for this name",
            "The nameConstraints of a CA certificate exclude the name, or Java cannot check them. Use another CA or another name (requirement 3).",
        ),
        Meaning::Policy => (
            "the certificate policies of the chain do not fit together",
            "A CA certificate requires a policy that another one lacks. The CA’s operator must correct it (requirement 3).",
        ),
        Meaning::CriticalExtension => (
            "a certificate has a critical extension that the client does not know",
            "A client must reject such a certificate. Reissue it without that extension, or not critical (requirement 3).",
        ),
        Meaning::Unreadable => (
            "a certificate cannot be read",
            "A field of it breaks the standard. Reissue that certificate.",
        ),
        Meaning::JavaException => (
            "Java failed unexpectedly while it checked the certificate",
            "An unusual host name, certificate or extension causes this. Use a normal host name and reissue the certificate.",
        ),
        Meaning::TooManyCertificates => (
            "the server sends more certificates than Java accepts",
            "Java accepts ten. Send only the server certificate and its intermediates (requirement 3).",
        ),
        Meaning::MessageTooLarge => (
            "the certificates are larger than Java accepts",
            "Java accepts a handshake message of 32,768 bytes. Send only the server certificate and its intermediates.",
        ),
        Meaning::IllegalHostName => (
            "Java does not accept the host name of the integration",
            "It contains a character that host names may not have, such as an underscore. Use another name for the backend.",
        ),
        Meaning::HostName => (
            "the server certificate is for another host name",
            "Either the host name in the request is wrong, or the server sent the certificate of another host. Use a name that is in the certificate, or reissue it with this name among its subject alternative names.",
        ),
        Meaning::CommonNameOnly => (
            "the host name is only in the certificate’s common name",
            "This client requires a subject alternative name. Java accepts the common name if there is no subject alternative name; reissue the certificate with one all the same.",
        ),
        Meaning::Expired => (
            "a certificate has expired",
            "The server’s operator must renew it (requirement 2).",
        ),
        Meaning::NotYetValid => (
            "a certificate is not yet valid",
            "Wait until it is, reissue it, or correct the clock of the machine (requirement 2).",
        ),
        Meaning::OutOfDate => (
            "a certificate has expired or is not yet valid",
            "The server’s operator must renew it, or the clock of the machine is wrong (requirement 2).",
        ),
        Meaning::UnknownIssuer => (
            "this client does not know the issuer of a certificate",
            "Either an intermediate was not sent (requirement 3), or the client does not trust the CA (requirement 1).",
        ),
        Meaning::IssuerMissing => (
            "the issuer of a CA certificate is missing",
            "The server did not send it, and this client does not trust it (requirements 1 and 3).",
        ),
        Meaning::FirstUnverified => (
            "the server certificate’s issuer is missing or unknown",
            "The server probably sent only its own certificate: it must also send the intermediate (requirement 3).",
        ),
        Meaning::SelfSigned => (
            "the server certificate is self-signed",
            "It may be a default certificate. Install a certificate from a public CA on the server (requirement 1).",
        ),
        Meaning::PrivateRoot => (
            "the chain ends at a root that this client does not trust",
            "It is the root of a private CA or of a TLS-inspecting proxy on the way. Call the server from another network, or use a public CA (requirement 1).",
        ),
        Meaning::VerifyFailed => (
            "the client rejected the server certificate",
            "The reason is next to this message: an unknown issuer, a date or a host name.",
        ),
        Meaning::Weak => (
            "a key or a signature in the chain is too weak",
            "Reissue that certificate with SHA-256 and at least RSA 2048 or EC P-256. Java’s limits are lower: RSA 1024, EC 224, no MD5.",
        ),
        Meaning::Distrusted => (
            "this Java release no longer trusts the root of the chain",
            "A truststore that contains the root does not help. Get a certificate from another CA.",
        ),
        Meaning::Blocked => (
            "a certificate of the chain is on Java’s list of blocked certificates",
            "Ask the CA for a certificate from another intermediate, or use another CA.",
        ),
        Meaning::Revoked => (
            "a certificate was revoked",
            "The server’s operator must replace it. AWS does not say whether API Gateway checks revocation.",
        ),
        Meaning::RevocationUnknown => (
            "it is unknown whether a certificate was revoked",
            "The client could not reach the CA’s OCSP server or revocation list. Allow that connection, or turn the check off.",
        ),
        Meaning::StapledResponse => (
            "the stapled OCSP response is missing or wrong",
            "Correct OCSP stapling on the server.",
        ),
        Meaning::NoPeerCertificate => (
            "the server did not send a certificate",
            "The handshake failed before it, or the port does not use TLS. Check the port, the server name (SNI) and the TLS versions.",
        ),
        Meaning::PeerNotAuthenticated => (
            "the handshake failed earlier, so there is no server certificate",
            "The cause is further up in the log: look for SSLHandshakeException. To get the whole reason, start Java with -Djavax.net.debug=ssl,handshake.",
        ),
        Meaning::ClientCertificateMissing => (
            "the server requires a client certificate and got none",
            "Set up a client certificate for API Gateway and let the server accept it, or do not require one.",
        ),
        Meaning::OtherChainWithoutName => (
            "the server sends another chain, or none, if the client sends no server name (SNI)",
            "A client that sends no name, or another one, gets that chain. API Gateway sends the host of the integration’s URI.",
        ),
        Meaning::OtherChainAtAddress => (
            "another address of the host sends another chain, or none",
            "Correct that machine, too: clients reach any of them.",
        ),
        Meaning::ServerNameRefused => (
            "the server refuses the server name (SNI) that the client sends",
            "It is not set up for this name. Correct the host of the integration’s URI, or add the name to the server.",
        ),
        Meaning::ClientCertificateRejected => (
            "the server rejected the client’s certificate",
            "The server’s operator must accept the CA of the client certificate, or the client must send another one.",
        ),
        Meaning::ClientCertificateFile => (
            "the client cannot use its own certificate or key",
            "Check the files of the client certificate, their password and their format.",
        ),
        Meaning::NotTls => (
            "the server answered without TLS",
            "That port does not use TLS. Check the port, and whether the URL should begin with http.",
        ),
        Meaning::HttpToTls => ("plain HTTP was sent to a TLS port", "Make the URL begin with https."),
        Meaning::NoSharedCipher => (
            "client and server have no cipher suite or TLS version in common",
            "Enable TLS 1.2 and a cipher suite with ECDHE on the server that fits the type of its key.",
        ),
        Meaning::OldTls => (
            "the server offers only an old TLS version",
            "Enable TLS 1.2 or later on the server.",
        ),
        Meaning::NoCommonTls => (
            "client and server have no TLS version in common",
            "One side offers only old versions. Enable TLS 1.2 or later on it.",
        ),
        Meaning::NoProtocol => (
            "the client allows no TLS version or cipher suite",
            "Its settings disable all of them, such as jdk.tls.disabledAlgorithms or https.protocols in Java.",
        ),
        Meaning::ClosedEarly => (
            "the server closed the connection during the handshake",
            "It may require a server name (SNI) or a client certificate, or something on the network may block the connection.",
        ),
        Meaning::HandshakeFailed => (
            "the TLS handshake failed",
            "The reason is next to this message or in the server’s log. Check the host, the port and the TLS versions.",
        ),
        Meaning::DhTooSmall => (
            "the server’s Diffie-Hellman key is too small",
            "Use ECDHE cipher suites on the server, or Diffie-Hellman parameters of 2048 bits.",
        ),
        Meaning::LegacyRenegotiation => (
            "the server does not support secure renegotiation",
            "Update the server’s TLS library. Java still connects; OpenSSL 3 does not.",
        ),
        Meaning::NoTrustAnchors => (
            "Java’s truststore is empty or was not found",
            "Check the path in javax.net.ssl.trustStore and the file’s type.",
        ),
        Meaning::CaFile => (
            "the file with the trusted CAs cannot be read",
            "Install the package ca-certificates, or correct the path of the file.",
        ),
        Meaning::Pinned => (
            "the server’s key is not the one that the client expects",
            "The client pins a key. Update the pin, or find out whether a proxy on the way changes the certificate.",
        ),
        Meaning::KeystorePassword => (
            "the keystore’s password or format is wrong",
            "Enter the right password, or name the type with -storetype PKCS12 or JKS.",
        ),
        Meaning::NotPem => (
            "the file is not a certificate in PEM",
            "It must begin with -----BEGIN CERTIFICATE-----. Convert DER with openssl x509 -inform DER -in FILE.",
        ),
        Meaning::KeyMismatch => (
            "the private key does not belong to the certificate",
            "Put the key next to the certificate that was issued for it, or request the certificate again.",
        ),
        Meaning::FileMissing => (
            "a certificate or key file cannot be read",
            "Check its path, its rights and its content on the server.",
        ),
        Meaning::ToolProblem => (
            "the tool itself could not do this",
            "Its message says why. Other clients may connect all the same.",
        ),
        Meaning::Dns => (
            "the host name could not be resolved",
            "Check the name and its DNS record. A private name needs the VPC’s DNS.",
        ),
        Meaning::Refused => (
            "nothing accepts connections at this address and port",
            "Check the port, whether the server runs, and the security groups.",
        ),
        Meaning::Timeout => (
            "the other side did not answer in time",
            "Check the address, the port, the firewall and the security groups.",
        ),
        Meaning::Unreachable => (
            "there is no route to the host",
            "Check the address, the routes and the VPC.",
        ),
        Meaning::Proxy => (
            "a proxy did not open the connection",
            "Check the address and the login of the proxy, or bypass it.",
        ),
        Meaning::Reset => (
            "the connection was reset",
            "A firewall, a proxy or the server closed it.",
        ),
        Meaning::EmptyReply => (
            "the server closed the connection without a response",
            "Check the port, and whether it expects http or https. See the server’s log.",
        ),
        Meaning::BadUrl => (
            "the URL is malformed or its scheme is not supported",
            "Correct the URL.",
        ),
        Meaning::HttpError => (
            "the server answered with an HTTP error",
            "The TLS handshake succeeded. See the server’s log.",
        ),
        Meaning::NoOutputMapping => (
            "no integration response fits the backend’s status",
            "Add a default integration response, or one for this status.",
        ),
        Meaning::InvalidMethodResponse => (
            "an integration response names a status that the method does not have",
            "Add the method response for this status.",
        ),
        Meaning::Transform => (
            "a mapping template failed",
            "Correct the mapping template or the content type of the message.",
        ),
        Meaning::IllegalUrl => (
            "the integration’s URL contains a character that is not allowed",
            "Encode blanks and special characters, and check the path parameters.",
        ),
        Meaning::Authorizer => (
            "an authorizer denied the request or failed",
            "Check the authorizer’s result and its log.",
        ),
        Meaning::Forbidden => (
            "API Gateway denied the request",
            "AWS WAF, a resource policy, an API key or a missing custom domain mapping denies it.",
        ),
        Meaning::MissingToken => (
            "API Gateway has no such route, or the request is not signed",
            "Check the path, the method and the stage, and whether the API is deployed.",
        ),
        Meaning::Credentials => (
            "the signature or the credentials of the request are wrong",
            "Check the access key, the region and the clock of the caller.",
        ),
        Meaning::ApiKey => (
            "the API key is missing or not valid",
            "Send it as x-api-key, and add the key to a usage plan of the stage.",
        ),
        Meaning::Throttled => (
            "API Gateway throttled the request",
            "Raise the limits of the stage or the usage plan, or send fewer requests.",
        ),
        Meaning::Lambda => ("the Lambda function failed", "See the function’s log in CloudWatch."),
        Meaning::Permissions => (
            "a role or a policy does not allow this call",
            "Allow the action in the role that the integration uses.",
        ),
        Meaning::TooLarge => (
            "the message is larger than API Gateway allows",
            "The limit is 10 MB. Let the client get large files from Amazon S3.",
        ),
        Meaning::IntegrationTimeout => (
            "the backend did not answer in time",
            "API Gateway waits 29 or 30 seconds by default. Check the backend’s duration and whether API Gateway can reach it.",
        ),
        Meaning::VpcLink => (
            "the VPC link is not available",
            "Check its status and its targets, and create it again if it is inactive.",
        ),
        Meaning::InternalServerError => (
            "API Gateway hides the cause from the client",
            "Turn on the execution log of the stage, or $context.integrationErrorMessage in the access log. Then paste the line with the error.",
        ),
        Meaning::AcmSeveralCertificates => (
            "the certificate field contains more than one certificate",
            "Put only the server certificate into the certificate body (Certificate, certificate_body), and all others into the chain (CertificateChain, certificate_chain).",
        ),
        Meaning::AcmChain => (
            "the certificate chain does not belong to the certificate or is out of order",
            "The chain begins with the intermediate that issued the server certificate, and each certificate follows the one that it issued. Leave out the server certificate itself.",
        ),
        Meaning::AcmPem => (
            "a field is not a certificate in PEM",
            "Each field begins with -----BEGIN CERTIFICATE----- and has no other text. From a file, pass fileb://FILE.",
        ),
        Meaning::AcmKeyMismatch => (
            "the private key does not belong to the certificate",
            "Use the key with which the certificate was requested. Compare the output of openssl x509 -noout -pubkey and openssl pkey -pubout.",
        ),
        Meaning::AcmKeyLength => (
            "the size or the type of the key is not supported",
            "Use RSA 2048 for API Gateway, and issue the certificate again.",
        ),
        Meaning::AcmPrivateKey => (
            "the private key is encrypted or in the wrong format",
            "Remove the password with openssl pkey -in KEY -out PLAIN-KEY, and keep that file secret.",
        ),
        Meaning::AcmQuota => (
            "the quota of certificates is exhausted",
            "Delete certificates that are not used, or ask AWS for a higher quota.",
        ),
        Meaning::Base64Input => (
            "the AWS CLI expected base64 but got PEM",
            "Write fileb://FILE instead of file://FILE or the text itself.",
        ),
        Meaning::TlsConfigUnknown => (
            "this version or resource does not have tlsConfig here",
            "REST APIs have insecureSkipVerification, HTTP APIs serverNameToVerify. In Terraform it is tls_config of aws_api_gateway_integration or aws_apigatewayv2_integration; update the provider or the library. CloudFormation has no TlsConfig for AWS::ApiGateway::Method: use an OpenAPI body.",
        ),
        Meaning::TlsConfigRejected => (
            "tlsConfig is not allowed for this integration",
            "insecureSkipVerification is for HTTP and HTTP_PROXY integrations of REST APIs, serverNameToVerify for private integrations of HTTP APIs.",
        ),
    }
}
