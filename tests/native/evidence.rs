//! What a log in the input says, compared with the check of the chain.

use sslengine_doctor::ingest::{About, LogMessage};
use sslengine_doctor::report::{Instead, LogConflict, Report};

use sslengine_doctor::trust::TrustStore;

use crate::common::{ask, options, real};

/// The chain of crates.io is accepted at this time, and has expired at the other.
const GOOD: &str = "2023-06-01T00:00:00Z";
const LATE: &str = "2026-06-01T00:00:00Z";

/// API Gateway's message, then the crates.io chain, checked for its host name.
fn gateway(message: &str, at: &str) -> Report {
    program(&format!("Execution failed due to configuration error: {message}"), at)
}

/// Text of another program, then the chain.
fn program(text: &str, at: &str) -> Report {
    let mut options = options(at);
    options.hostname = Some("crates.io".to_owned());
    let input = format!("{text}\n\n{}", real("crates-io"));
    ask(&input, &options, TrustStore::embedded()).unwrap()
}

fn instead(report: &Report) -> Option<Instead> {
    match &report.log_conflict {
        Some(LogConflict::Rejected { instead, .. }) => Some(*instead),
        _ => None,
    }
}

#[test]
fn every_message_about_a_rejected_chain_takes_part_in_the_comparison() {
    for message in [
        "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: x",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: x",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: signature check failed",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: Path does not chain with any of the trust anchors",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: basic constraints check failed: this is not a CA certificate",
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: name constraints check failed",
        "TrustAnchor with subject \"CN=x\" is not a CA certificate",
        "KeyUsage does not allow digital signatures",
        "Failed to parse server certificates",
        "General SSLEngine problem",
        "unable to get local issuer certificate",
    ] {
        let report = gateway(message, GOOD);
        assert_eq!(instead(&report), Some(Instead::ChainAccepted), "{message}");
    }
    for message in [
        "No subject alternative DNS name matching crates.io found.",
        "Certificate for <crates.io> doesn't match any of the subject alternative names: [a.example]",
    ] {
        let report = gateway(message, GOOD);
        assert_eq!(instead(&report), Some(Instead::HostNameAccepted), "{message}");
    }
}

#[test]
fn messages_of_other_programs_take_part_if_api_gateway_makes_the_same_check() {
    for text in [
        "curl: (60) SSL certificate problem: certificate has expired",
        "x509: certificate has expired or is not yet valid",
        "requests.exceptions.SSLError: certificate verify failed: certificate has expired (_ssl.c:1006)",
        // The client rejected the backend's certificate.
        "2026/06/01 10:00:00 [crit] 7#7: *1 SSL_do_handshake() failed (SSL: error:0A000416:SSL routines::sslv3 alert certificate unknown:SSL alert number 46) while SSL handshaking, client: 192.0.2.1",
        "http: TLS handshake error from 192.0.2.1:4711: remote error: tls: unknown certificate",
    ] {
        let report = program(text, GOOD);
        assert_eq!(instead(&report), Some(Instead::ChainAccepted), "{text}");
    }
    let wrong_name = "curl: (60) SSL: no alternative certificate subject name matches target host name 'crates.io'";
    assert_eq!(instead(&program(wrong_name, GOOD)), Some(Instead::HostNameAccepted));
}

#[test]
fn messages_about_something_else_contradict_no_chain() {
    for text in [
        // OpenSSL has its own list of CAs, and prints the chain that its errors are about.
        "depth=0 CN = crates.io\nverify error:num=20:unable to get local issuer certificate\nverify return:1",
        "depth=0 CN = crates.io\nverify error:num=21:unable to verify the first certificate\nverify return:1",
        "depth=3 CN = DST Root CA X3\nverify error:num=10:certificate has expired\nverify return:1",
        "    Verify return code: 20 (unable to get local issuer certificate)",
        "    Verify return code: 10 (certificate has expired)",
        "Verification error: unable to get local issuer certificate",
        "Verification error: certificate has expired",
        "error 10 at 1 depth lookup: certificate has expired",
        // Other programs have their own lists, too.
        "curl: (60) SSL certificate problem: unable to get local issuer certificate",
        "Error: unable to verify the first certificate",
        "x509: certificate signed by unknown authority",
        "fatal: unable to access 'https://crates.io/': SSL certificate problem: self-signed certificate in certificate chain",
        // A server that checks its clients' certificates.
        "[client 192.0.2.1:4711] AH02039: Certificate Verification: Error (10): certificate has expired",
        // The server rejected the client's certificate.
        "javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate\n\tat sun.net.httpurlconnection.x",
        "No match for output mapping and no default output mapping configured. Endpoint response status code: 404",
        "curl: (6) Could not resolve host: crates.io",
    ] {
        for at in [GOOD, LATE] {
            let report = program(text, at);
            assert_eq!(report.log_conflict, None, "{text}");
        }
    }
}

#[test]
fn a_message_that_a_rejected_chain_does_not_cause_is_reported() {
    let weak = gateway("Certificates do not conform to algorithm constraints", LATE);
    assert_eq!(instead(&weak), Some(Instead::OtherReason));
    for message in [
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed",
        "curl: (60) SSL certificate problem: certificate has expired",
    ] {
        assert_eq!(program(message, LATE).log_conflict, None, "{message}");
    }
}

/// What a message is about follows from the findings that belong to it.
#[test]
fn what_a_message_is_about_follows_from_its_findings() {
    let about = |text: &str| {
        let report = program(text, GOOD);
        let [message]: [LogMessage; 1] = report.input.hints.messages.try_into().unwrap();
        message.about()
    };
    assert_eq!(about("KeyUsage does not allow digital signatures"), About::Chain);
    assert_eq!(about("No subject alternative names present"), About::HostName);
    assert_eq!(about("General SSLEngine problem"), About::Either);
    assert_eq!(about("unable to get local issuer certificate"), About::Other);
    assert_eq!(about("x509: certificate signed by unknown authority"), About::Other);
    assert_eq!(about("Endpoint request timed out"), About::Other);
}
