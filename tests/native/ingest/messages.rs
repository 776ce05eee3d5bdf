//! Messages of logs and tools, as people paste them.

use sslengine_doctor::ingest::{LogKind, Meaning, Relevance, Side, Tool};

use super::read;

/// The messages of a text.
fn kinds(text: &str) -> Vec<LogKind> {
    let messages = read(text.to_owned()).hints.messages;
    messages.into_iter().map(|message| message.kind).collect()
}

/// The only message of a text.
fn kind(text: &str) -> LogKind {
    let kinds = kinds(text);
    let [kind] = kinds.as_slice() else {
        panic!("{text}: {kinds:?}")
    };
    kind.clone()
}

fn meaning(text: &str) -> (Meaning, Option<Tool>) {
    match kind(text) {
        LogKind::Known { meaning, tool, .. } => (meaning, tool),
        LogKind::CurlError { meaning, .. } => (meaning, Some(Tool::Curl)),
        LogKind::OpensslVerifyError { meaning, .. } => (meaning, Some(Tool::Openssl)),
        other => panic!("{text}: {other:?}"),
    }
}

/// The alert, the side and the tool.
fn alert(text: &str) -> (String, Side, Option<Tool>) {
    match kind(text) {
        LogKind::OtherAlert { alert, side, tool } => (alert, side, tool),
        LogKind::HandshakeFailure => ("handshake_failure".to_owned(), Side::Client, None),
        LogKind::ProtocolVersion => ("protocol_version".to_owned(), Side::Client, None),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn java_and_its_relatives() {
    for (text, expected) in [
        (
            "javax.net.ssl.SSLHandshakeException: No name matching www.example.org found",
            LogKind::NoSubjectAlternativeName {
                host: Some("www.example.org".to_owned()),
            },
        ),
        (
            "java.security.cert.CertificateException: No subject alternative names matching IP address 192.0.2.7 found",
            LogKind::NoSubjectAlternativeName {
                host: Some("192.0.2.7".to_owned()),
            },
        ),
        (
            "Certificates do not conform to algorithm constraints",
            LogKind::AlgorithmConstraints,
        ),
        (
            "Algorithm constraints check failed on signature algorithm: MD5withRSA",
            LogKind::AlgorithmConstraints,
        ),
        (
            "Caused by: com.ibm.jsse2.util.h: PKIX path building failed: com.ibm.security.cert.IBMCertPathBuilderException",
            LogKind::PathBuildingFailed,
        ),
        (
            "com.ibm.jsse2.util.h: No trusted certificate found",
            LogKind::PathBuildingFailed,
        ),
        (
            "java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.",
            LogKind::PathBuildingFailed,
        ),
        (
            "(certificate_unknown) PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target",
            LogKind::PathBuildingFailed,
        ),
        (
            "io.netty.handler.ssl.ReferenceCountedOpenSslEngine$OpenSslHandshakeException: General OpenSslEngine problem",
            LogKind::GeneralSslEngineProblem,
        ),
        (
            "io.netty.handler.ssl.NotSslRecordException: not an SSL/TLS record: 485454502f312e31",
            LogKind::PlaintextConnection,
        ),
    ] {
        assert_eq!(kind(text), expected, "{text}");
    }
    for (text, expected) in [
        (
            "PKIX path validation failed: java.security.cert.CertPathValidatorException: Path does not chain with any of the trust anchors",
            Meaning::NotChained,
        ),
        (
            "javax.net.ssl.SSLPeerUnverifiedException: peer not authenticated",
            Meaning::PeerNotAuthenticated,
        ),
        (
            "java.security.InvalidAlgorithmParameterException: the trustAnchors parameter must be non-empty",
            Meaning::NoTrustAnchors,
        ),
        (
            "javax.net.ssl.SSLHandshakeException: No appropriate protocol (protocol is disabled or cipher suites are inappropriate)",
            Meaning::NoProtocol,
        ),
        (
            "java.security.cert.CertPathValidatorException: Certificate has been revoked, reason: KEY_COMPROMISE",
            Meaning::Revoked,
        ),
        (
            "CertPathValidatorException: Could not determine revocation status",
            Meaning::RevocationUnknown,
        ),
        (
            "javax.net.ssl.SSLException: Server chose TLSv1, but that protocol version is not enabled or not supported by the client.",
            Meaning::OldTls,
        ),
        ("Failed to parse server certificates", Meaning::Unreadable),
        (
            "javax.net.ssl.SSLHandshakeException: no cipher suites in common",
            Meaning::NoSharedCipher,
        ),
    ] {
        assert_eq!(meaning(text).0, expected, "{text}");
    }
    for (text, host) in [
        (
            "SSLPeerUnverifiedException: Certificate for <a.example.org> doesn't match any of the subject alternative names: [b.example.org]",
            "a.example.org",
        ),
        (
            "SSLException: hostname in certificate didn't match: <a.example.org> != <b.example.org>",
            "a.example.org",
        ),
        (
            "Hostname a.example.org not verified:\n    certificate: sha256/AAAA\n    DN: CN=b",
            "a.example.org",
        ),
        (
            "java.io.IOException: HTTPS hostname wrong:  should be <a.example.org>",
            "a.example.org",
        ),
    ] {
        let LogKind::Known {
            meaning: Meaning::HostName,
            name,
            ..
        } = kind(text)
        else {
            panic!("{text}: {:?}", kind(text))
        };
        assert_eq!(name.as_deref(), Some(host), "{text}");
        assert_eq!(
            read(text.to_owned()).hints.host.map(|host| host.name).as_deref(),
            Some(host)
        );
    }
}

#[test]
fn an_alert_is_explained_by_the_side_that_received_it() {
    use Side::{Client, Server, Unknown};
    for (text, name, side) in [
        // Java.
        (
            "Execution failed due to configuration error: Received fatal alert: bad_certificate",
            "bad_certificate",
            Client,
        ),
        (
            "(certificate_required) Received fatal alert: certificate_required",
            "certificate_required",
            Client,
        ),
        (
            "Received fatal alert: certificate_unknown",
            "certificate_unknown",
            Unknown,
        ),
        (
            "javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown\n\tat sun.security.ssl.Alert.createSSLException(Alert.java:131)\n\tat org.apache.tomcat.util.net.SecureNioChannel.handshake(SecureNioChannel.java:1)",
            "certificate_unknown",
            Server,
        ),
        (
            "javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate\n\tat sun.net.www.protocol.https.HttpsURLConnectionImpl.connect(x)",
            "bad_certificate",
            Client,
        ),
        (
            "TlsFatalAlertReceived: unrecognized_name(112)",
            "unrecognized_name",
            Client,
        ),
        // nginx, Apache, HAProxy.
        (
            "[info] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking, client: 192.0.2.9, server: 0.0.0.0:443",
            "unknown_ca",
            Server,
        ),
        (
            "[error] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A000412:SSL routines::ssl/tls alert bad certificate:SSL alert number 42) while SSL handshaking to upstream, client: 192.0.2.9",
            "bad_certificate",
            Client,
        ),
        (
            "[ssl:info] [pid 9] SSL Library Error: error:14094416:SSL routines:ssl3_read_bytes:sslv3 alert certificate unknown (SSL alert number 46)",
            "certificate_unknown",
            Server,
        ),
        (
            "haproxy[1]: 192.0.2.9:5000 [x] fe/1: SSL handshake failure (error:0A000415:SSL routines::sslv3 alert certificate expired)",
            "certificate_expired",
            Server,
        ),
        // Python, Ruby, curl, Node.js, s_client.
        (
            "ssl.SSLError: [SSL: TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1000)",
            "protocol_version",
            Client,
        ),
        (
            "SSL_connect returned=1 errno=0 state=error: sslv3 alert handshake failure",
            "handshake_failure",
            Client,
        ),
        (
            "SSL_accept: error:14094415:SSL routines:ssl3_read_bytes:sslv3 alert certificate expired",
            "certificate_expired",
            Server,
        ),
        (
            "curl: (35) error:0A000458:SSL routines::tlsv1 unrecognized name",
            "unrecognized_name",
            Client,
        ),
        (
            "curl: (56) OpenSSL SSL_read: error:0A00045C:SSL routines::tlsv13 alert certificate required, errno 0",
            "certificate_required",
            Client,
        ),
        (
            "Error: write EPROTO 80:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:1600:SSL alert number 40",
            "handshake_failure",
            Client,
        ),
        (
            "Error [ERR_SSL_TLSV1_ALERT_UNKNOWN_CA]: tlsv1 alert unknown ca\n at emit tlsClientError",
            "unknown_ca",
            Server,
        ),
        // Go, Postgres, Windows, Firefox, by number.
        (
            "http: TLS handshake error from 192.0.2.9:4711: remote error: tls: unknown certificate authority",
            "unknown_ca",
            Server,
        ),
        (
            "Get \"https://a.example.org/\": remote error: tls: handshake failure",
            "handshake_failure",
            Client,
        ),
        (
            "LOG:  could not accept SSL connection: sslv3 alert certificate unknown",
            "certificate_unknown",
            Server,
        ),
        (
            "A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 46.",
            "certificate_unknown",
            Unknown,
        ),
        ("SSL_ERROR_UNKNOWN_CA_ALERT", "unknown_ca", Client),
        ("SSL alert number 120", "no_application_protocol", Client),
        // Cut off.
        (
            "Execution failed due to configuration error: Received fatal alert: certificate_unk",
            "certificate_unknown",
            Client,
        ),
    ] {
        let (found, shown, _) = alert(text);
        assert_eq!((found.as_str(), shown), (name, side), "{text}");
    }
    let upstream = "SSL_do_handshake() failed (SSL: error:0A000410:SSL routines::sslv3 alert handshake failure:SSL alert number 40) while SSL handshaking to upstream, client: 192.0.2.9";
    assert_eq!(
        alert(upstream),
        ("handshake_failure".to_owned(), Client, Some(Tool::Nginx))
    );
}

#[test]
fn openssl_and_curl_are_explained_by_number() {
    for (number, expected) in [
        (2, Meaning::IssuerMissing),
        (9, Meaning::NotYetValid),
        (10, Meaning::Expired),
        (18, Meaning::SelfSigned),
        (19, Meaning::PrivateRoot),
        (20, Meaning::UnknownIssuer),
        (21, Meaning::FirstUnverified),
        (23, Meaning::Revoked),
        (24, Meaning::NotACa),
        (26, Meaning::ExtendedKeyUsage),
        (62, Meaning::HostName),
        (64, Meaning::HostName),
        (66, Meaning::Weak),
    ] {
        for text in [
            format!("verify error:num={number}:some words"),
            format!("Verify return code: {number} (some words)"),
            format!("error {number} at 0 depth lookup: some words"),
            format!("upstream SSL certificate verify error: ({number}:some words) while SSL handshaking to upstream"),
        ] {
            assert_eq!(meaning(&text).0, expected, "{text}");
        }
    }
    for (number, expected) in [
        (6, Meaning::Dns),
        (7, Meaning::Refused),
        (28, Meaning::Timeout),
        (35, Meaning::HandshakeFailed),
        (51, Meaning::HostName),
        (52, Meaning::EmptyReply),
        (56, Meaning::Reset),
        (58, Meaning::ClientCertificateFile),
        (60, Meaning::VerifyFailed),
        (77, Meaning::CaFile),
        (91, Meaning::StapledResponse),
    ] {
        let text = format!("curl: ({number}) some words");
        assert_eq!(meaning(&text), (expected, Some(Tool::Curl)), "{text}");
    }
    // The words decide if they say more than the number.
    let text = "curl: (60) SSL: no alternative certificate subject name matches target host name 'a.example.org'";
    assert_eq!(meaning(text), (Meaning::HostName, Some(Tool::Curl)));
    assert_eq!(
        meaning("curl: (60) SSL certificate problem: certificate has expired").0,
        Meaning::Expired
    );
    assert_eq!(
        meaning("curl: (56) Received HTTP code 407 from proxy after CONNECT").0,
        Meaning::Proxy
    );
}

#[test]
fn other_clients() {
    use Meaning as M;
    use Tool as T;
    for (text, expected, tool) in [
        ("x509: certificate signed by unknown authority", M::UnknownIssuer, T::Go),
        (
            "x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-01-01T00:00:00Z",
            M::Expired,
            T::Go,
        ),
        (
            "x509: certificate is valid for a.example.org, b.example.org, not c.example.org",
            M::HostName,
            T::Go,
        ),
        (
            "fatal: unable to access 'https://a.example.org/': server certificate verification failed. CAfile: none CRLfile: none",
            M::VerifyFailed,
            T::Git,
        ),
        (
            "Hostname/IP does not match certificate's altnames: Host: c.example.org. is not in the cert's altnames: DNS:a.example.org",
            M::HostName,
            T::Node,
        ),
        (
            "System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: PartialChain",
            M::UnknownIssuer,
            T::DotNet,
        ),
        (
            "The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch",
            M::HostName,
            T::DotNet,
        ),
        ("NET::ERR_CERT_AUTHORITY_INVALID", M::UnknownIssuer, T::Chrome),
        ("NET::ERR_CERT_COMMON_NAME_INVALID", M::HostName, T::Chrome),
        ("Error code: SEC_ERROR_UNKNOWN_ISSUER", M::UnknownIssuer, T::Firefox),
        ("MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT", M::SelfSigned, T::Firefox),
        (
            "schannel: next InitializeSecurityContext failed: SEC_E_UNTRUSTED_ROOT (0x80090325)",
            M::PrivateRoot,
            T::Schannel,
        ),
        (
            "schannel: SNI or certificate check failed: SEC_E_WRONG_PRINCIPAL (0x80090322) - The target principal name is incorrect.",
            M::HostName,
            T::Schannel,
        ),
        ("invalid peer certificate: UnknownIssuer", M::UnknownIssuer, T::Rust),
        (
            "Peer certificate CN=`a.example.org' did not match expected CN=`b.example.org'",
            M::HostName,
            T::Php,
        ),
        (
            "server certificate for \"a.example.org\" does not match host name \"b.example.org\"",
            M::HostName,
            T::Postgres,
        ),
        (
            "TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify cert failed: verify SAN list",
            M::HostName,
            T::Envoy,
        ),
        (
            "Unable to locally verify the issuer's authority.",
            M::UnknownIssuer,
            T::Wget,
        ),
        (
            "upstream SSL certificate does not match \"a.example.org\" while SSL handshaking to upstream",
            M::HostName,
            T::Nginx,
        ),
        (
            "client sent no required SSL certificate while reading client request headers",
            M::ClientCertificateMissing,
            T::Nginx,
        ),
    ] {
        assert_eq!(meaning(text), (expected, Some(tool)), "{text}");
    }
    for (text, expected) in [
        (
            "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1129)",
            M::UnknownIssuer,
        ),
        (
            "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'a.example.org'. (_ssl.c:997)",
            M::HostName,
        ),
        (
            "SSL_connect returned=1 errno=0 state=error: certificate verify failed (self-signed certificate)",
            M::SelfSigned,
        ),
        ("  code: 'DEPTH_ZERO_SELF_SIGNED_CERT'", M::SelfSigned),
        (
            "reason: self-signed certificate in certificate chain, code: SELF_SIGNED_CERT_IN_CHAIN",
            M::PrivateRoot,
        ),
        ("getaddrinfo ENOTFOUND a.example.org", M::Dns),
        ("dial tcp: lookup a.example.org: no such host", M::Dns),
        ("connect ECONNREFUSED 192.0.2.1:443", M::Refused),
        ("[SSL: DH_KEY_TOO_SMALL] dh key too small (_ssl.c:1)", M::DhTooSmall),
    ] {
        assert_eq!(meaning(text).0, expected, "{text}");
    }
    let node = "Error: unable to verify the first certificate\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1)\n  code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'";
    assert_eq!(meaning(node).0, M::FirstUnverified);
}

#[test]
fn what_is_no_certificate_problem() {
    for text in [
        "Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: 418",
        "Execution failed due to configuration error: Unable to transform request",
        "Execution failed due to configuration error: Illegal character in path at index 9: https://a b",
        "Execution failed due to configuration error: Output mapping refers to an invalid method response: 202",
        "Execution failed due to configuration error: AuthorizerConfigurationException",
        "{\"message\":\"Forbidden\"}",
        "{\"message\": \"Missing Authentication Token\"}",
        "{\"message\":\"Too Many Requests\"}",
        "{\"message\": \"Endpoint request timed out\"}",
        "User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn with an explicit deny",
        "Lambda execution failed with status 200 due to customer function error: x",
        "curl: (6) Could not resolve host: a.example.org",
        "curl: (22) The requested URL returned error: 403",
        "Execution failed due to configuration error: Invalid endpoint address",
        "java.net.UnknownHostException: a.example.org",
    ] {
        let kinds = kinds(text);
        assert_eq!(kinds.len(), 1, "{text}: {kinds:?}");
        assert_eq!(kinds[0].relevance(), Relevance::NotCertificate, "{text}");
    }
}

#[test]
fn certificates_in_aws_services_and_templates() {
    use Meaning as M;
    for (text, expected) in [
        (
            "ValidationException: The certificate field contains more than one certificate. You can specify only one certificate in this field.",
            M::AcmSeveralCertificates,
        ),
        (
            "╷\n│ Error: importing ACM Certificate: ValidationException: The certificate field contains\n│ more than one certificate. You can specify\n│ only one certificate in this field.\n╵",
            M::AcmSeveralCertificates,
        ),
        (
            "(ValidationException) when calling the ImportCertificate operation: Could not validate the certificate with the certificate chain.",
            M::AcmChain,
        ),
        (
            "MalformedCertificate: Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, followed by any intermediaries in order.",
            M::AcmChain,
        ),
        (
            "Could not parse certificate. Please ensure the certificate is in PEM format.",
            M::AcmPem,
        ),
        (
            "(KeyPairMismatch) when calling the UploadServerCertificate operation",
            M::AcmKeyMismatch,
        ),
        (
            "The private key length <4096> is not supported for key algorithm",
            M::AcmKeyLength,
        ),
        ("Invalid base64: \"-----BEGIN CERTIFICATE-----", M::Base64Input),
        (
            "Blocks of type \"tls_config\" are not expected here.",
            M::TlsConfigUnknown,
        ),
        (
            "error TS2353: Object literal may only specify known properties, and 'insecureSkipVerification' does not exist in type 'IntegrationOptions'.",
            M::TlsConfigUnknown,
        ),
        ("Encountered unsupported property TlsConfig", M::TlsConfigUnknown),
        (
            "BadRequestException: Invalid patch path /tlsConfig/insecureSkipVerification",
            M::TlsConfigRejected,
        ),
    ] {
        assert_eq!(meaning(text).0, expected, "{text}");
    }
}

#[test]
fn access_logs() {
    for text in [
        "{\"requestId\":\"a\",\"status\":\"500\",\"integrationErrorMessage\":\"PKIX path building failed: x\",\"ip\":\"192.0.2.1\"}",
        "{\\\"status\\\":\\\"500\\\",\\\"integrationError\\\":\\\"PKIX path building failed: x\\\"}",
        "{ \"integration.error\" : \"PKIX path building failed: x\" }",
    ] {
        let messages = read(text.to_owned()).hints.messages;
        let [message] = messages.as_slice() else {
            panic!("{text}: {messages:?}")
        };
        assert_eq!(
            (&message.kind, message.execution_failed),
            (&LogKind::PathBuildingFailed, true),
            "{text}"
        );
    }
    let unknown = "{\"integrationErrorMessage\":\"Something new\",\"status\":\"500\"}";
    assert_eq!(
        kind(unknown),
        LogKind::UnknownExecutionFailure {
            text: "Something new".to_owned()
        }
    );
    for nothing in [
        "{\"integrationErrorMessage\":\"-\",\"status\":\"200\"}",
        "{\"integrationErrorMessage\":\"\",\"status\":\"200\"}",
        "\"integrationErrorMessage\":\"$context.integrationErrorMessage\"",
        "\"integrationErrorMessage\":\"$context.integrationErrorMessage\", \"integrationError\":\"$context.integration.error\"",
    ] {
        assert_eq!(kinds(nothing), [], "{nothing}");
    }
}

/// A message in every wrapping in which it may be pasted.
#[test]
fn wrappings_do_not_hide_a_message() {
    let host = |name: &str| LogKind::HostNameMismatch {
        host: Some(name.to_owned()),
        subject: Some("CN=b.example.org".to_owned()),
    };
    for text in [
        "Host name 'a.example.org' does not match the certificate subject provided by the peer (CN=b.example.org)",
        "Host name \\u0027a.example.org\\u0027 does not match the certificate subject provided by the peer (CN=b.example.org)",
        "Host name &#39;a.example.org&#39; does not match the certificate subject provided by the peer (CN=b.example.org)",
        "Host name &quot;a.example.org&quot; does not match the certificate subject provided by the peer (CN=b.example.org)",
        "Host name ‘a.example.org’ does not match the certificate subject provided by the peer (CN=b.example.org)",
        "Host%20name%20%27a.example.org%27%20does%20not%20match%20the%20certificate%20subject%20provided%20by%20the%20peer%20(CN=b.example.org)",
        "Host name 'a.example.org' does\nnot match the certificate subject provided by the peer\n(CN=b.example.org)",
        "> Host name 'a.example.org' does not\n> match the certificate subject provided by the peer (CN=b.example.org)",
        "api-1  | Host name 'a.example.org' does not match\napi-1  | the certificate subject provided by the peer (CN=b.example.org)",
        "HOST NAME 'a.example.org' DOES NOT MATCH THE CERTIFICATE SUBJECT PROVIDED BY THE peer (CN=b.example.org)",
    ] {
        assert_eq!(kind(text), host("a.example.org"), "{text}");
    }
    let without =
        "(id) Execution failed due to configuration error: Host name 'a.example.org' does not match the certificate";
    let LogKind::HostNameMismatch {
        host: Some(name),
        subject: None,
    } = kind(without)
    else {
        panic!("{:?}", kind(without))
    };
    assert_eq!(name, "a.example.org");
    // An empty line ends a message.
    assert_eq!(kinds("see PKIX path\n\nbuilding failed"), []);
    let wrapped = "ValidatorException: PKIX path\nbuilding failed: SunCertPathBuilderException: unable to\nfind valid certification path to requested target";
    assert_eq!(kind(wrapped), LogKind::PathBuildingFailed);
    // A whole dump on one line.
    let dump = "{\"events\":[{\"message\":\"(a) Execution failed due to configuration error: General SSLEngine problem\\n\"},{\"message\":\"(a) Method completed with status: 500\\n\"}]}";
    let messages = read(dump.to_owned()).hints.messages;
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert_eq!(
        (&messages[0].kind, messages[0].execution_failed),
        (&LogKind::GeneralSslEngineProblem, true)
    );
}

#[test]
fn a_message_may_be_cut_off_anywhere() {
    let message = "PKIX path validation failed: java.security.cert.CertPathValidatorException: Path does not chain with any of the trust anchors";
    let line = format!("(id) Execution failed due to configuration error: {message}");
    let start = line.find(message).unwrap();
    for end in start + "PKIX path v".len()..=line.len() {
        let kind = kind(&line[..end]);
        let rest = &line[start..end];
        let expected = if rest.contains("Path does not chain w") {
            Meaning::NotChained == kind.meaning().unwrap_or(Meaning::VerifyFailed)
        } else {
            matches!(kind, LogKind::PathValidationFailed) || kind.meaning() == Some(Meaning::NotChained)
        };
        assert!(expected, "{rest}: {kind:?}");
    }
    // Too short to be unambiguous.
    let short = format!("{}PKIX path", &line[..start]);
    assert!(matches!(kind(&short), LogKind::UnknownExecutionFailure { .. }));
}

#[test]
fn a_repeated_message_is_listed_once() {
    let trace = "SSLHandshakeException: No name matching a.example.org found\n\tat x.y\nCaused by: CertificateException: No name matching a.example.org found\n\tat x.z\n";
    assert_eq!(kinds(trace).len(), 1);
}

#[test]
fn ordinary_text_has_no_messages() {
    for text in [
        "Certificate:\n    Data:\n        Version: 3 (0x2)\n    Signature Algorithm: sha256WithRSAEncryption\n        Issuer: CN=Example\n        Validity\n            Not Before: Jan  1 00:00:00 2026 GMT",
        "the request was received and the response was sent through the proxy connection",
        "INFO connected to database, private network, protocol version 3",
        "# install certificate, then restart the service to load the configuration",
        "x509 certificate general information",
    ] {
        assert_eq!(kinds(text), [], "{text}");
    }
}
