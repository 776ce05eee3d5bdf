//! Hosts, log messages, and openssl's output around certificates.

use sslengine_doctor::ingest::{Host, InputNote, LogKind, Meaning, PrivateKeyKind, Side};

use super::{fixture, found, read, text};

#[test]
fn chain_without_showcerts_names_what_is_missing() {
    for file in ["s_client-3.0.txt", "s_client-0.9.8.txt"] {
        let ingested = read(fixture(file));
        assert_eq!(found(&ingested), [0], "{file}");
        let note = ingested.notes.iter().find_map(|note| match note {
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing,
                last_issuer,
                ..
            } => Some((*listed, *present, missing.clone(), last_issuer.clone())),
            _ => None,
        });
        let Some((2, 1, missing, Some(issuer))) = note else {
            panic!("{file}: {:?}", ingested.notes)
        };
        assert!(
            missing.len() == 1 && missing[0].contains("Test Intermediate"),
            "{missing:?}"
        );
        assert!(issuer.contains("Test Root"));
    }
    let complete = read(fixture("s_client-3.0-showcerts.txt"));
    assert!(
        !complete
            .notes
            .iter()
            .any(|note| matches!(note, InputNote::OpensslWithoutShowcerts { .. }))
    );
}

#[test]
fn openssl_verdict_is_kept() {
    let ingested = read(fixture("s_client-3.0-showcerts.txt"));
    let verdict = ingested.notes.iter().find_map(|note| match note {
        InputNote::OpensslVerifyError {
            number,
            text,
            depth,
            at,
        } => Some((*number, text.as_str(), *depth, at.line)),
        _ => None,
    });
    assert_eq!(
        verdict,
        Some((20, "unable to get local issuer certificate", Some(1), 2))
    );
}

#[test]
fn several_sessions() {
    let twice = text("s_client-3.0-showcerts.txt").repeat(2);
    let ingested = read(twice);
    assert_eq!(found(&ingested), [0, 1, 0, 1]);
    assert!(
        ingested
            .notes
            .iter()
            .any(|note| matches!(note, InputNote::SeveralChains { count: 2, .. }))
    );
}

#[test]
fn hosts() {
    let host = |name: &str, port| {
        Some(Host {
            name: name.to_owned(),
            port,
        })
    };
    for (input, expected) in [
        (
            "$ openssl s_client -connect api.example.com:8443 -showcerts",
            host("api.example.com", Some(8443)),
        ),
        (
            "openssl s_client -connect 10.0.0.1:443 -servername api.example.com",
            host("api.example.com", Some(443)),
        ),
        (
            "openssl s_client -showcerts -connect [2001:db8::1]:443",
            host("2001:db8::1", Some(443)),
        ),
        ("openssl s_client localhost:8443", host("localhost", Some(8443))),
        (
            "keytool -printcert -sslserver api.example.com:443 -rfc",
            host("api.example.com", Some(443)),
        ),
        (
            "(x) Sending request to https://api.example.com/pets?x=1",
            host("api.example.com", None),
        ),
        (
            "(x) Endpoint request URI: https://api.example.com:444/pets",
            host("api.example.com", Some(444)),
        ),
        ("curl -v https://api.example.com:9/x", host("api.example.com", Some(9))),
        (
            "* Connected to api.example.com (10.0.0.1) port 443 (#0)",
            host("api.example.com", Some(443)),
        ),
        (
            "Host name 'api.example.com' does not match",
            host("api.example.com", None),
        ),
        ("see -connect and https://docs.example.com", None),
    ] {
        assert_eq!(read(input).hints.host, expected, "{input}");
    }
}

#[test]
fn messages() {
    use LogKind::*;
    let pkix = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
    let plain = |line: &str, kind: LogKind| (line.to_owned(), kind);
    let table = vec![
        plain("General SSLEngine problem", GeneralSslEngineProblem),
        plain(pkix, PathBuildingFailed),
        plain("PKIX path building failed: sun.secu", PathBuildingFailed),
        plain(
            "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed",
            ValidityCheckFailed {
                not_after: None,
                not_before: None,
            },
        ),
        plain(
            "java.security.cert.CertificateExpiredException: NotAfter: Sun Apr 12 23:59:59 UTC 2015",
            ValidityCheckFailed {
                not_after: Some("Sun Apr 12 23:59:59 UTC 2015".to_owned()),
                not_before: None,
            },
        ),
        plain(
            "PKIX path validation failed: java.security.cert.CertPathValidatorException: timestamp check failed",
            ValidityCheckFailed {
                not_after: None,
                not_before: None,
            },
        ),
        plain(
            "PKIX path validation failed: java.security.cert.CertPathValidatorException: signature check failed",
            Known {
                meaning: Meaning::SignatureInvalid,
                tool: None,
                side: Side::Client,
                name: None,
            },
        ),
        plain(
            "Host name 'domain.com.com' does not match the certificate subject provided by the peer (CN=myinstance.com)",
            HostNameMismatch {
                host: Some("domain.com.com".to_owned()),
                subject: Some("CN=myinstance.com".to_owned()),
            },
        ),
        plain(
            "Host name 'domain.com.com' does no",
            HostNameMismatch {
                host: Some("domain.com.com".to_owned()),
                subject: None,
            },
        ),
        plain(
            "No subject alternative DNS name matching a.example.com found.",
            NoSubjectAlternativeName {
                host: Some("a.example.com".to_owned()),
            },
        ),
        plain(
            "No subject alternative names present",
            NoSubjectAlternativeName { host: None },
        ),
        plain(
            "Extended key usage does not permit use for TLS server authentication",
            ExtendedKeyUsage,
        ),
        plain("Received fatal alert: handshake_failure", HandshakeFailure),
        plain("Received fatal alert: protocol_version", ProtocolVersion),
        plain(
            "Received fatal alert: unrecognized_name",
            OtherAlert {
                alert: "unrecognized_name".to_owned(),
                side: Side::Client,
                tool: None,
            },
        ),
        plain("Unrecognized SSL message, plaintext connection?", PlaintextConnection),
        plain("Remote host closed connection during handshake", RemoteHostClosed),
        plain("Connection reset", ConnectionReset),
        plain(
            "There was an internal error while executing your request",
            InternalError,
        ),
        plain("Malformed Lambda proxy response", MalformedLambdaProxyResponse),
        plain("Invalid permissions on Lambda function", LambdaPermissions),
        plain("Content-Type header already present", HeaderAlreadyPresent),
        plain(
            "API Gateway does not have permission to assume the provided role",
            RoleNotAssumable,
        ),
        plain(
            "Something new",
            UnknownExecutionFailure {
                text: "Something new".to_owned(),
            },
        ),
    ];
    for (message, kind) in table {
        for prefix in [
            "Thu Dec 15 11:11:11 UTC 2022 : Execution failed due to configuration error: ",
            "L'exécution a échoué en raison d'une erreur de configuration : ",
            "L’exécution a échoué en raison d’une erreur de configuration\u{a0}: ",
        ] {
            let line = format!("(abc) {prefix}{message}");
            // AWS truncates lines at 1,024 bytes, at any position.
            for input in [
                line.clone(),
                format!("one\n{line}\n(abc) Method completed with status: 500\n"),
            ] {
                let messages = read(input).hints.messages;
                let [found] = messages.as_slice() else {
                    panic!("{line}: {messages:?}")
                };
                assert_eq!((&found.kind, found.execution_failed), (&kind, true), "{line}");
            }
        }
    }
}

#[test]
fn tools_errors() {
    use LogKind::*;
    let first = |input: &str| read(input).hints.messages.first().map(|message| message.kind.clone());
    let curl = CurlError {
        number: 60,
        text: "SSL certificate problem: unable to get local issuer certificate".to_owned(),
        meaning: Meaning::UnknownIssuer,
    };
    assert_eq!(
        first("curl: (60) SSL certificate problem: unable to get local issuer certificate"),
        Some(curl)
    );
    let verify = |text: &str, depth| OpensslVerifyError {
        number: 20,
        text: text.to_owned(),
        depth,
        meaning: Meaning::UnknownIssuer,
    };
    let lookup = "error 20 at 0 depth lookup: unable to get local issuer certificate";
    assert_eq!(
        first(lookup),
        Some(verify("unable to get local issuer certificate", Some(0)))
    );
    assert_eq!(
        first("    Verify return code: 20 (unable to get it)"),
        Some(verify("unable to get it", None))
    );
    assert_eq!(first("    Verify return code: 0 (ok)"), None);
    let trace = "javax.net.ssl.SSLHandshakeException: General SSLEngine problem\n\tat sun.security.ssl.Handshaker.checkThrown\nCaused by: sun.security.validator.ValidatorException: PKIX path building failed: x\n";
    let kinds: Vec<LogKind> = read(trace)
        .hints
        .messages
        .into_iter()
        .map(|message| message.kind)
        .collect();
    assert_eq!(kinds, [GeneralSslEngineProblem, PathBuildingFailed]);
    let plain = read(fixture("s_client-3.0-showcerts.txt")).hints;
    assert!(
        plain
            .messages
            .iter()
            .all(|message| matches!(message.kind, OpensslVerifyError { .. })),
        "{plain:?}"
    );
}

#[test]
fn lists_and_links_are_recognised() {
    let entry = "Alias name: abc\nSHA1: 00:11\nSHA256: 22:33\n";
    assert!(read(entry.repeat(3)).hints.aws_list);
    assert!(!read(entry.repeat(2)).hints.aws_list);
    assert_eq!(
        read("https://x.example/doctor/#v1.AbC-_123456")
            .hints
            .share_link
            .as_deref(),
        Some("v1.AbC-_123456")
    );
    assert_eq!(serde_json::to_string(&PrivateKeyKind::OpenSsh).unwrap(), "\"open-ssh\"");
}
