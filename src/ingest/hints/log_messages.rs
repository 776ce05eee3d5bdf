//! Recognizes log lines, exceptions and tools' errors, and finds the host they are about.
//!
//! It searches the first [`crate::ingest::Limits::hint_bytes`] bytes for the phrases of the
//! [table](super::message_table). API Gateway cuts log lines at 1,024 bytes; a message that is cut
//! off is recognized by the part that is left.

use memchr::memmem;

use super::host::host;
use super::message_table::MAX_MESSAGES;
use super::phrase_hits::Seen;
use crate::ingest::report::hint::{HostFrom, LogKind, LogMessage};
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::Scan;
use crate::order;

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
            // A more specific message on the same line replaces the general one before it.
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
    if hints.host.is_none()
        && let Some((host, at, origin)) = host(text, &seen)
    {
        let at = scan.at(at);
        let hints = &mut scan.sink.hints;
        (hints.host, hints.host_from) = (Some(host), Some(HostFrom { origin, at }));
    }
    let hints = &mut scan.sink.hints;
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

/// Returns whether the execution log's prefix precedes, on the same line.
fn prefixed(before: &[u8]) -> bool {
    let from = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |pos| pos + 1);
    let before = before.get(from..).unwrap_or_default();
    let has = |needle: &str| memmem::find(before, needle.as_bytes()).is_some();
    has("Execution failed due to") || (has("erreur de configuration") && has("cution a "))
}
