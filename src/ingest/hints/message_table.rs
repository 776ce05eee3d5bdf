//! The table of log messages that the tool recognizes: one row per phrase.

use memchr::memmem;

use crate::ingest::report::hint::LogKind;
use crate::ingest::text::excerpt::{after_phrase, argument, excerpt, line, non_empty, number, until};

/// Messages kept.
pub(super) const MAX_MESSAGES: usize = 100;

/// Makes a kind from the text after the phrase and the text before it; `None` where it is not that message after all.
pub(super) type Build = fn(after: &[u8], before: &[u8]) -> Option<LogKind>;

pub(super) const PHRASES: &[(&str, Build)] = &[
    ("General SSLEngine problem", |_, _| {
        Some(LogKind::GeneralSslEngineProblem)
    }),
    ("PKIX path building failed", |_, _| Some(LogKind::PathBuildingFailed)),
    ("unable to find valid certification path", |_, _| {
        Some(LogKind::PathBuildingFailed)
    }),
    ("PKIX path validation failed", |_, _| {
        Some(LogKind::PathValidationFailed)
    }),
    ("validity check failed", validity),
    ("timestamp check failed", validity),
    ("CertificateExpiredException", validity),
    ("CertificateNotYetValidException", validity),
    ("lgorithm constraints check failed", |_, _| {
        Some(LogKind::AlgorithmConstraints)
    }),
    ("does not conform to algorithm constraints", |_, _| {
        Some(LogKind::AlgorithmConstraints)
    }),
    ("Host name '", host_name),
    ("No subject alternative", no_alternative),
    ("Extended key usage does not permit", |_, _| {
        Some(LogKind::ExtendedKeyUsage)
    }),
    ("eceived fatal alert: ", alert),
    ("Unrecognized SSL message", |_, _| Some(LogKind::PlaintextConnection)),
    ("Unsupported or unrecognized SSL message", |_, _| {
        Some(LogKind::PlaintextConnection)
    }),
    ("Remote host closed connection", |_, _| Some(LogKind::RemoteHostClosed)),
    ("Remote host terminated the handshake", |_, _| {
        Some(LogKind::RemoteHostClosed)
    }),
    ("Connection reset", |_, _| Some(LogKind::ConnectionReset)),
    ("plain HTTP request was sent to HTTPS port", |_, _| {
        Some(LogKind::PlainHttpToHttpsPort)
    }),
    ("internal error while executing your request", |_, _| {
        Some(LogKind::InternalError)
    }),
    ("Network error communicating with endpoint", |_, _| {
        Some(LogKind::NetworkError)
    }),
    ("Execution failed due to a timeout error", |_, _| {
        Some(LogKind::NetworkError)
    }),
    ("onnect timed out", |_, _| Some(LogKind::NetworkError)),
    ("Invalid endpoint address", |_, _| Some(LogKind::InvalidEndpointAddress)),
    ("Malformed Lambda proxy response", |_, _| {
        Some(LogKind::MalformedLambdaProxyResponse)
    }),
    ("Invalid permissions on Lambda function", |_, _| {
        Some(LogKind::LambdaPermissions)
    }),
    ("header already present", |_, _| Some(LogKind::HeaderAlreadyPresent)),
    ("permission to assume the provided role", |_, _| {
        Some(LogKind::RoleNotAssumable)
    }),
    ("verify error:num=", verify_error),
    ("Verify return code: ", verify_return),
    ("depth lookup", depth_lookup),
    (":SSL routines:", |after, _| {
        Some(LogKind::OpensslError {
            text: argument(line(after)),
        })
    }),
    ("curl: (", curl),
    ("configuration error:", unknown),
    ("erreur de configuration", unknown),
];

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
