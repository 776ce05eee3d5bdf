//! The table of log messages that the tool recognizes: one row per phrase.
//!
//! # References
//! - AWS re:Post, "How do I troubleshoot SSL certificate errors in API Gateway"
//!   (<https://repost.aws/knowledge-center/api-gateway-ssl-certificate-errors>), read 2026-11.

use memchr::memmem;

use crate::ingest::report::hint::LogKind;
use crate::ingest::text::excerpt::{after_phrase, argument, excerpt, line, non_empty, number, until};

/// The most messages that are kept.
pub(super) const MAX_MESSAGES: usize = 100;

/// What a phrase means.
pub(super) enum Meaning {
    /// Always this message.
    Is(LogKind),
    /// A message with arguments, from the text after the phrase and before it. `None` if it is not
    /// that message.
    Read(fn(after: &[u8], before: &[u8]) -> Option<LogKind>),
}

use Meaning::{Is, Read};

impl Meaning {
    /// Returns the message at a place where the phrase is.
    pub fn message(&self, after: &[u8], before: &[u8]) -> Option<LogKind> {
        match self {
            Is(kind) => Some(kind.clone()),
            Read(read) => read(after, before),
        }
    }
}

/// The phrases, each of at least seven characters, and what they mean.
pub(super) const MESSAGES: &[(&str, Meaning)] = &[
    ("General SSLEngine problem", Is(LogKind::GeneralSslEngineProblem)),
    ("PKIX path building failed", Is(LogKind::PathBuildingFailed)),
    (
        "unable to find valid certification path",
        Is(LogKind::PathBuildingFailed),
    ),
    ("PKIX path validation failed", Is(LogKind::PathValidationFailed)),
    ("validity check failed", Read(validity)),
    ("timestamp check failed", Read(validity)),
    ("CertificateExpiredException", Read(validity)),
    ("CertificateNotYetValidException", Read(validity)),
    ("lgorithm constraints check failed", Is(LogKind::AlgorithmConstraints)),
    (
        "does not conform to algorithm constraints",
        Is(LogKind::AlgorithmConstraints),
    ),
    ("Host name '", Read(host_name)),
    ("No subject alternative", Read(no_alternative)),
    ("Extended key usage does not permit", Is(LogKind::ExtendedKeyUsage)),
    ("eceived fatal alert: ", Read(alert)),
    ("Unrecognized SSL message", Is(LogKind::PlaintextConnection)),
    (
        "Unsupported or unrecognized SSL message",
        Is(LogKind::PlaintextConnection),
    ),
    ("Remote host closed connection", Is(LogKind::RemoteHostClosed)),
    ("Remote host terminated the handshake", Is(LogKind::RemoteHostClosed)),
    ("Connection reset", Is(LogKind::ConnectionReset)),
    (
        "plain HTTP request was sent to HTTPS port",
        Is(LogKind::PlainHttpToHttpsPort),
    ),
    (
        "internal error while executing your request",
        Is(LogKind::InternalError),
    ),
    ("Network error communicating with endpoint", Is(LogKind::NetworkError)),
    ("Execution failed due to a timeout error", Is(LogKind::NetworkError)),
    ("onnect timed out", Is(LogKind::NetworkError)),
    ("Invalid endpoint address", Is(LogKind::InvalidEndpointAddress)),
    (
        "Malformed Lambda proxy response",
        Is(LogKind::MalformedLambdaProxyResponse),
    ),
    ("Invalid permissions on Lambda function", Is(LogKind::LambdaPermissions)),
    ("header already present", Is(LogKind::HeaderAlreadyPresent)),
    ("permission to assume the provided role", Is(LogKind::RoleNotAssumable)),
    ("verify error:num=", Read(verify_error)),
    ("Verify return code: ", Read(verify_return)),
    ("depth lookup", Read(depth_lookup)),
    (":SSL routines:", Read(ssl_routine)),
    ("curl: (", Read(curl)),
    ("configuration error:", Read(unknown)),
    ("erreur de configuration", Read(unknown)),
];

fn ssl_routine(after: &[u8], _: &[u8]) -> Option<LogKind> {
    Some(LogKind::OpensslError {
        text: argument(line(after)),
    })
}

fn validity(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let date = |phrase| after_phrase(after, phrase).and_then(|rest| non_empty(until(rest, b"\r\n\"\\,;")));
    Some(LogKind::ValidityCheckFailed {
        not_after: date("NotAfter: "),
        not_before: date("NotBefore: "),
    })
}

fn host_name(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let host = until(after, b"'\r\n");
    let rest = after.get(host.len()..)?;
    let words = line(rest);
    if !b"' does not match".starts_with(words.get(..words.len().min(16))?) {
        return None;
    }
    let subject = after_phrase(words, "peer (").and_then(|rest| non_empty(until(rest, b")\r\n")));
    Some(LogKind::HostNameMismatch {
        host: non_empty(host),
        subject,
    })
}

fn no_alternative(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let words = line(after);
    let host = after_phrase(words, "matching ").map(|rest| {
        let rest = rest.strip_prefix(b"IP address ").unwrap_or(rest);
        until(rest, b" \"'\\,;")
    });
    Some(LogKind::NoSubjectAlternativeName {
        host: host.and_then(non_empty),
    })
}

fn alert(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let len = after
        .iter()
        .take(64)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_')
        .count();
    let name = argument(after.get(..len)?);
    Some(match name.as_str() {
        "" => return None,
        "handshake_failure" => LogKind::HandshakeFailure,
        "protocol_version" => LogKind::ProtocolVersion,
        _ => LogKind::OtherAlert { alert: name },
    })
}

fn verify_error(after: &[u8], before: &[u8]) -> Option<LogKind> {
    let (number_, rest) = number(after)?;
    let depth = memmem::rfind(before, b"depth=")
        .and_then(|at| number(before.get(at + 6..)?))
        .map(|(depth, _)| depth);
    let text = excerpt(line(rest.strip_prefix(b":").unwrap_or(rest)), 200);
    Some(LogKind::OpensslVerifyError {
        number: number_,
        text,
        depth,
    })
}

fn verify_return(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let (number, rest) = number(after).filter(|(number, _)| *number != 0)?;
    let text = excerpt(until(rest.strip_prefix(b" (").unwrap_or(rest), b")\r\n"), 200);
    Some(LogKind::OpensslVerifyError {
        number,
        text,
        depth: None,
    })
}

/// `error 20 at 0 depth lookup: unable to get local issuer certificate`, of `openssl verify`.
fn depth_lookup(after: &[u8], before: &[u8]) -> Option<LogKind> {
    let at = memmem::rfind(before, b"error ")?;
    let (number_, rest) = number(before.get(at + 6..)?)?;
    let (depth, _) = number(rest.strip_prefix(b" at ")?)?;
    let text = excerpt(line(after.strip_prefix(b":").unwrap_or(after)), 200);
    Some(LogKind::OpensslVerifyError {
        number: number_,
        text,
        depth: Some(depth),
    })
}

fn curl(after: &[u8], _: &[u8]) -> Option<LogKind> {
    let (number, rest) = number(after)?;
    let text = argument(line(rest.strip_prefix(b")")?));
    Some(LogKind::CurlError { number, text })
}

fn unknown(after: &[u8], before: &[u8]) -> Option<LogKind> {
    let from = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |pos| pos + 1);
    let prefix = before.get(from..)?;
    let english = memmem::find(prefix, b"Execution failed due to").is_some();
    let french = memmem::find(prefix, b"cution a ").is_some();
    let rest = after.trim_ascii_start();
    let rest = rest.strip_prefix(b":").unwrap_or(rest);
    let rest = rest.strip_prefix("\u{a0}:".as_bytes()).unwrap_or(rest);
    (english || french).then(|| LogKind::UnknownExecutionFailure {
        text: argument(line(rest)),
    })
}
