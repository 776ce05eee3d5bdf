//! Recognises log lines, exceptions and tools' errors, and the host they are about. Contract: a table of phrases, most
//! looked for at once in the first [`super::Limits::hint_bytes`] bytes; a message that is cut off (API Gateway cuts log
//! lines at 1,024 bytes) is recognised by the part that is left.
//!
//! # References
//! - AWS re:Post, "How do I troubleshoot SSL certificate errors in API Gateway"
//!   (<https://repost.aws/knowledge-center/api-gateway-ssl-certificate-errors>), read 2026-11.

use memchr::memmem;

use super::hint::{Host, LogKind, LogMessage};
use super::note::InputNote;
use super::openssl::excerpt;
use super::scan::Scan;
use super::seen::Seen;
use crate::order;

/// Messages kept.
pub(super) const MAX_MESSAGES: usize = 100;
/// Longest argument kept, in bytes.
const MAX_ARGUMENT: usize = 256;

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

/// Reads hosts and messages.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, mut seen: Seen) {
    let text = scan.hinting();
    let mut found = std::mem::take(&mut seen.messages);
    order::by_key(&mut found, |(at, _)| *at);
    let mut messages: Vec<LogMessage> = Vec::new();
    for (at, kind) in found {
        let before = text.get(at.saturating_sub(512)..at).unwrap_or_default();
        let line = scan.at(at);
        let failed = prefixed(before) || matches!(kind, LogKind::UnknownExecutionFailure { .. });
        let message = LogMessage {
            at: line,
            execution_failed: failed,
            kind,
        };
        let room = messages.len() < MAX_MESSAGES;
        match messages.last_mut().filter(|other| other.at == line) {
            // The general one gives way to what follows it on the same line, and the exact one keeps its place.
            Some(last) if is_general(&last.kind) => {
                let failed = last.execution_failed || matches!(last.kind, LogKind::UnknownExecutionFailure { .. });
                *last = LogMessage {
                    execution_failed: failed || message.execution_failed,
                    ..message
                };
            }
            Some(last) if last.kind == message.kind || is_general(&message.kind) => {}
            Some(last) if same_kind(&last.kind, &message.kind) => {}
            _ if room => messages.push(message),
            _ => {}
        }
    }
    for message in &messages {
        if let LogKind::OpensslVerifyError { number, text, depth } = &message.kind {
            let known = |note: &InputNote| matches!(note, InputNote::OpensslVerifyError { number: other, .. } if other == number);
            if !scan.sink.notes.iter().any(known) {
                let (number, text, depth, at) = (*number, text.clone(), *depth, message.at);
                scan.sink.notes.push(InputNote::OpensslVerifyError {
                    number,
                    text,
                    depth,
                    at,
                });
            }
        }
    }
    let hints = &mut scan.sink.hints;
    let room = MAX_MESSAGES.saturating_sub(hints.messages.len());
    hints.messages.extend(messages.into_iter().take(room));
    if hints.host.is_none() {
        hints.host = host(text, &seen);
    }
    hints.aws_list |= seen.places("Alias name:").nth(2).is_some()
        && seen.places("SHA256:").nth(2).is_some()
        && memmem::find(text, b"Owner:").is_none();
}

fn is_general(kind: &LogKind) -> bool {
    matches!(
        kind,
        LogKind::UnknownExecutionFailure { .. } | LogKind::PathValidationFailed
    )
}

fn same_kind(one: &LogKind, other: &LogKind) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other) && !matches!(one, LogKind::OpensslVerifyError { .. })
}

/// Whether the execution log's prefix stands before, on the same line.
fn prefixed(before: &[u8]) -> bool {
    let from = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |pos| pos + 1);
    let before = before.get(from..).unwrap_or_default();
    let has = |needle: &str| memmem::find(before, needle.as_bytes()).is_some();
    has("Execution failed due to") || (has("erreur de configuration") && has("cution a "))
}

fn line(after: &[u8]) -> &[u8] {
    let len = memchr::memchr2(b'\n', b'\r', after).unwrap_or(after.len());
    after.get(..len.min(MAX_ARGUMENT)).unwrap_or_default()
}

fn argument(bytes: &[u8]) -> String {
    excerpt(bytes, MAX_ARGUMENT)
}

fn until<'a>(bytes: &'a [u8], stops: &[u8]) -> &'a [u8] {
    let len = bytes
        .iter()
        .take(MAX_ARGUMENT)
        .position(|byte| stops.contains(byte))
        .unwrap_or(bytes.len().min(MAX_ARGUMENT));
    bytes.get(..len).unwrap_or_default()
}

fn non_empty(bytes: &[u8]) -> Option<String> {
    Some(argument(bytes)).filter(|text| !text.is_empty())
}

fn after_phrase<'a>(bytes: &'a [u8], phrase: &str) -> Option<&'a [u8]> {
    let window = bytes.get(..bytes.len().min(512))?;
    let at = memmem::find(window, phrase.as_bytes())?;
    bytes.get(at + phrase.len()..)
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

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let digits = bytes.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    let value = std::str::from_utf8(bytes.get(..digits)?).ok()?.parse().ok()?;
    Some((value, bytes.get(digits..)?))
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

/// The host a command, a URL or a message names; the name sent as SNI goes before the address connected to.
fn host(text: &[u8], seen: &Seen) -> Option<Host> {
    let behind = |at: usize, phrase: &str| parse_host(text.get(at + phrase.len()..)?);
    let first = |phrase: &str| seen.places(phrase).find_map(|at| behind(at, phrase));
    let connect = first("-connect ")
        .or_else(|| first("-sslserver "))
        .or_else(|| first("-connect="));
    if let Some(name) = first("-servername ") {
        return Some(Host {
            port: connect.and_then(|host| host.port),
            ..name
        });
    }
    connect
        .or_else(|| first("s_client "))
        .or_else(|| {
            let mut places = memmem::find_iter(text, "-host ").take(8);
            places.find_map(|at| behind(at, "-host "))
        })
        .or_else(|| first("Sending request to https://"))
        .or_else(|| first("Endpoint request URI: https://"))
        .or_else(|| {
            memmem::find_iter(text, "curl")
                .take(8)
                .find_map(|at| parse_host(after_phrase(line(text.get(at..)?), "https://")?))
        })
        .or_else(|| {
            let at = seen.places("* Connected to ").next()?;
            let words = line(text.get(at + 15..)?);
            let port = after_phrase(words, " port ")
                .and_then(number)
                .and_then(|(port, _)| u16::try_from(port).ok());
            parse_host(words).map(|host| Host { port, ..host })
        })
        .or_else(|| first("Host name '"))
}

/// `name`, `name:port`, `[v6]:port`, with or without a scheme before it.
fn parse_host(bytes: &[u8]) -> Option<Host> {
    let bytes = bytes.get(..bytes.len().min(300))?;
    let blanks = bytes.iter().take_while(|byte| b" \t'\"".contains(byte)).count();
    let bytes = bytes.get(blanks..)?;
    let bytes = bytes.strip_prefix(b"https://").unwrap_or(bytes);
    let (name, rest) = match bytes.strip_prefix(b"[") {
        Some(inner) => {
            let len = inner.iter().position(|byte| *byte == b']')?;
            let name = inner.get(..len)?;
            if !name
                .iter()
                .all(|byte| byte.is_ascii_hexdigit() || b":.%".contains(byte))
            {
                return None;
            }
            (name, inner.get(len + 1..)?)
        }
        None => {
            let len = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte))
                .count();
            bytes.split_at(len)
        }
    };
    let first = name.first()?;
    let plausible = first.is_ascii_alphanumeric() || *first == b':';
    if !plausible || name.len() > 253 || !(name.contains(&b'.') || name.contains(&b':') || rest.first() == Some(&b':'))
    {
        return None;
    }
    let port = rest
        .strip_prefix(b":")
        .and_then(number)
        .and_then(|(port, _)| u16::try_from(port).ok());
    Some(Host {
        name: String::from_utf8_lossy(name).into_owned(),
        port,
    })
}
