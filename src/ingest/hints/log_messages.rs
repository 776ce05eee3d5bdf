//! Recognizes log lines, exceptions and tools' errors, and finds the host they are about.
//!
//! It searches the first [`crate::ingest::Limits::hint_bytes`] bytes for the phrases of the
//! [table](super::messages), in [normal form](super::normal_text). API Gateway cuts log lines at
//! 1,024 bytes; a message that is cut off is recognized by the part that is left.

use memchr::memmem;

use super::host::host;
use super::messages::{self, MAX_MESSAGES, Place, Row};
use super::normal_text::NormalText;
use super::phrase_hits::Seen;
use super::side;
use crate::ingest::report::hint::{Host, HostFrom, HostOrigin, LogKind, LogMessage};
use crate::ingest::report::meaning::{Alert, Meaning, Relevance, Side, Tool};
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::Scan;
use crate::order;

/// Text around a message in which words show the side, in bytes.
const NEAR: usize = 700;
/// Log events of this length, in bytes, may have been cut off.
const MAX_EVENT: usize = 1_000;
/// Lines within which a specific message explains a general one before it.
const NEXT: u32 = 3;
/// The longest text in which words that a terminal has cut are joined, in bytes.
const MAX_CUT_TEXT: usize = 16 * 1024;
/// The most line ends at which a cut-off message is looked for.
const MAX_CUTS: usize = 100;

/// Reads hosts and messages.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, seen: Seen) {
    let text = scan.hinting();
    let normal = NormalText::new(text, &seen.parts);
    let mut messages = messages_in(scan, &normal);
    // A terminal cuts words. A text in which nothing is found is searched without such cuts.
    let vague = |message: &LogMessage| matches!(message.kind, LogKind::UnknownExecutionFailure { .. });
    if messages.iter().all(vague)
        && text.len() <= MAX_CUT_TEXT
        && let Some(unwrapped) = NormalText::unwrapped(text, &seen.parts)
    {
        let found = messages_in(scan, &unwrapped);
        if !found.iter().all(vague) {
            messages = found;
        }
    }
    note_verify_errors(scan, &messages);
    if scan.sink.hints.host.is_none() {
        let found = host(text, &seen).map(|(host, at, origin)| (host, scan.at(at), origin));
        let named = || {
            messages
                .iter()
                .find_map(|message| Some((host_of(message)?, message.at, HostOrigin::Message)))
        };
        if let Some((host, at, origin)) = found.or_else(named) {
            let hints = &mut scan.sink.hints;
            (hints.host, hints.host_from) = (Some(host), Some(HostFrom { origin, at }));
        }
    }
    let hints = &mut scan.sink.hints;
    let room = MAX_MESSAGES.saturating_sub(hints.messages.len());
    hints.messages.extend(messages.into_iter().take(room));
    hints.aws_list |= seen.places("Alias name:").nth(2).is_some()
        && seen.places("SHA256:").nth(2).is_some()
        && memmem::find(text, b"Owner:").is_none();
}

/// Returns the messages in a text.
fn messages_in(scan: &Scan<'_, '_, '_>, normal: &NormalText) -> Vec<LogMessage> {
    let mut messages: Vec<LogMessage> = Vec::new();
    for group in &groups(normal) {
        let at = scan.at(normal.original(group.at));
        let prefixed = group.prefixed(normal);
        for kind in group.kinds(normal, prefixed) {
            let execution_failed = prefixed || matches!(kind, LogKind::UnknownExecutionFailure { .. });
            let has_room = messages.len() < MAX_MESSAGES;
            let last = messages.last_mut().filter(|other| {
                same(&other.kind, &kind) || other.at.line + NEXT >= at.line && is_explained(&other.kind, &kind)
            });
            match last {
                Some(last) => {
                    fill(&mut last.kind, kind);
                    last.execution_failed |= execution_failed;
                }
                None if has_room => messages.push(LogMessage {
                    at,
                    execution_failed,
                    kind,
                }),
                None => {}
            }
        }
    }
    messages
}

fn note_verify_errors(scan: &mut Scan<'_, '_, '_>, messages: &[LogMessage]) {
    for message in messages {
        if let LogKind::OpensslVerifyError {
            number, text, depth, ..
        } = &message.kind
        {
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
}

/// Returns the host that a message names.
fn host_of(message: &LogMessage) -> Option<Host> {
    let name = match &message.kind {
        LogKind::HostNameMismatch { host, .. } | LogKind::NoSubjectAlternativeName { host } => host.clone(),
        LogKind::Known {
            meaning: Meaning::HostName,
            name,
            ..
        } => name.clone(),
        _ => None,
    }?;
    let is_host = name.contains(['.', ':']) && !name.starts_with('*') && name.len() <= 253;
    is_host.then_some(Host { name, port: None })
}

/// A phrase that is in the text, with its message.
struct Hit {
    at: usize,
    end: usize,
    kind: LogKind,
}

/// The hits on one line, or on lines that a phrase joins.
struct Group {
    at: usize,
    /// The line from its start to its end.
    line: (usize, usize),
    hits: Vec<Hit>,
}

/// Returns the hits of the text, line by line.
fn groups(normal: &NormalText) -> Vec<Group> {
    let mut found: Vec<(usize, &'static Row)> = Vec::new();
    messages::each(&normal.folded, |row, at| found.push((at, row)));
    // Of phrases at the same place the longest comes first.
    order::by_key(&mut found, |(at, row)| (*at, usize::MAX - row.phrase.len()));
    let mut groups: Vec<Group> = Vec::new();
    for (at, row) in found {
        let end = at + row.phrase.len();
        let last = groups.last_mut();
        let covered = last
            .as_ref()
            .and_then(|group| group.hits.last())
            .is_some_and(|hit| end <= hit.end);
        if covered || groups.len() > 4 * MAX_MESSAGES {
            continue;
        }
        let place = Place {
            shown: &normal.shown,
            folded: &normal.folded,
            at,
            end,
        };
        let Some(kind) = row.message(&place) else { continue };
        let hit = Hit { at, end, kind };
        let last = groups.last_mut();
        match last.filter(|group| at < group.line.1) {
            Some(group) => {
                if end > group.line.1 {
                    group.line.1 = line_end(&normal.shown, end);
                }
                group.hits.push(hit);
            }
            None => groups.push(Group {
                at,
                line: (line_start(&normal.shown, at), line_end(&normal.shown, end)),
                hits: vec![hit],
            }),
        }
    }
    cut_off(normal, &mut groups);
    groups
}

fn line_start(text: &[u8], at: usize) -> usize {
    memchr::memrchr(b'\n', text.get(..at).unwrap_or_default()).map_or(0, |at| at + 1)
}

fn line_end(text: &[u8], at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + memchr::memchr(b'\n', rest).unwrap_or(rest.len())
}

/// Adds messages that are cut off where the text or a long line ends, or before `...`.
fn cut_off(normal: &NormalText, groups: &mut Vec<Group>) {
    let text = &normal.shown;
    let mut from = 0;
    let mut cuts = 0;
    while from < text.len() && cuts < MAX_CUTS {
        let mut end = line_end(text, from);
        let (start, next) = (from, end + 1);
        from = next;
        let dots = text.get(start..end).is_some_and(|line| line.ends_with(b"..."));
        let is_last = next >= text.len() && normal.ends;
        if !(dots || is_last || end - start >= MAX_EVENT) {
            continue;
        }
        cuts += 1;
        end -= if dots { 3 } else { 0 };
        let Some((at, kind)) = cut_message(normal, start, end) else {
            continue;
        };
        let hit = Hit { at, end, kind };
        match groups.iter_mut().find(|group| group.line.0 <= at && at < group.line.1) {
            Some(group) => group.hits.push(hit),
            None => groups.push(Group {
                at,
                line: (start, end),
                hits: vec![hit],
            }),
        }
    }
    order::by_key(groups, |group| group.at);
}

/// Returns the message of which the end of a line is the beginning. A message begins at the start
/// of the line or after a colon.
fn cut_message(normal: &NormalText, start: usize, end: usize) -> Option<(usize, LogKind)> {
    let start = start.max(end.saturating_sub(MAX_EVENT));
    let line = normal.folded.get(start..end)?;
    let colons = memmem::rfind_iter(line, b": ").take(4).map(|at| start + at + 2);
    let mut begins = colons.chain([start]);
    begins.find_map(|at| Some((at, messages::cut_off(normal.folded.get(at..end)?)?)))
}

impl Group {
    /// Returns whether API Gateway's prefix precedes, or a field of an access log.
    fn prefixed(&self, normal: &NormalText) -> bool {
        let (start, end) = self.line;
        let start = start.max(self.at.saturating_sub(512));
        let before = normal
            .folded
            .get(start..end.min(self.hits.last().map_or(end, |hit| hit.at)))
            .unwrap_or_default();
        let has = |needle: &str| memmem::find(before, needle.as_bytes()).is_some();
        has("execution failed due to")
            || has("erreur de configuration") && has("cution a ")
            || has("integrationerror")
            || has("integration.error")
            || has("integration error'")
    }

    /// Returns the messages of the line: the most specific ones, with what the others add.
    fn kinds(&self, normal: &NormalText, prefixed: bool) -> Vec<LogKind> {
        let best = self.hits.iter().map(|hit| rank(&hit.kind)).max().unwrap_or_default();
        let line = normal.folded.get(self.line.0..self.line.1).unwrap_or_default();
        let tool = self
            .hits
            .iter()
            .find_map(|hit| tool(&hit.kind))
            .or_else(|| side::tool(line));
        let side = if prefixed { Side::Client } else { self.side(normal) };
        let wrapper = self.hits.iter().find(|hit| rank(&hit.kind) == WRAPPER);
        let mut kinds: Vec<LogKind> = Vec::new();
        for hit in &self.hits {
            let kind = match (&hit.kind, wrapper) {
                (kind, _) if rank(kind) < best => continue,
                (LogKind::Known { meaning, .. }, Some(wrapper)) => explained(&wrapper.kind, *meaning),
                (kind, _) => with_side(kind.clone(), side, tool),
            };
            match kinds.iter_mut().find(|other| same(other, &kind)) {
                Some(other) => fill(other, kind),
                None => kinds.push(kind),
            }
        }
        kinds
    }

    fn side(&self, normal: &NormalText) -> Side {
        let (start, end) = self.line;
        let start = start.max(self.at.saturating_sub(NEAR));
        let end = end.min(start + 4 * NEAR);
        let near = (self.at.saturating_sub(NEAR), normal.folded.len().min(end + NEAR));
        side::of(
            normal.folded.get(start..end).unwrap_or_default(),
            normal.folded.get(near.0..near.1).unwrap_or_default(),
        )
    }
}

/// The rank of a tool's message that quotes another one.
const WRAPPER: u8 = 3;

/// Returns how specific a message is: of several on a line the most specific ones are kept.
fn rank(kind: &LogKind) -> u8 {
    match kind {
        LogKind::UnknownExecutionFailure { .. } => 0,
        LogKind::OpensslError { .. } => 1,
        LogKind::PathBuildingFailed
        | LogKind::PathValidationFailed
        | LogKind::Known {
            meaning: Meaning::VerifyFailed | Meaning::HandshakeFailed | Meaning::InternalServerError | Meaning::AcmPem,
            ..
        } => 2,
        LogKind::CurlError { .. } | LogKind::OpensslVerifyError { .. } => WRAPPER,
        LogKind::OtherAlert { .. } => 5,
        _ => 4,
    }
}

fn tool(kind: &LogKind) -> Option<Tool> {
    match kind {
        LogKind::Known { tool, .. } | LogKind::OtherAlert { tool, .. } => *tool,
        LogKind::CurlError { .. } => Some(Tool::Curl),
        _ => None,
    }
}

/// A tool's message with the meaning of the message that it quotes.
fn explained(wrapper: &LogKind, quoted: Meaning) -> LogKind {
    let mut kind = wrapper.clone();
    if let LogKind::CurlError { meaning, .. } | LogKind::OpensslVerifyError { meaning, .. } = &mut kind {
        *meaning = quoted;
    }
    kind
}

/// The message with the side and the tool that its line shows. An alert that a client received
/// without a known tool has the kind of API Gateway's message.
fn with_side(mut kind: LogKind, shown: Side, by: Option<Tool>) -> LogKind {
    match &mut kind {
        LogKind::Known { side, tool, .. } => {
            *side = if *side == Side::Unknown { shown } else { *side };
            *tool = tool.or(by);
        }
        LogKind::OtherAlert { side, tool, alert } => {
            let known = Alert::of_name(alert);
            let shown = if *side == Side::Unknown { shown } else { *side };
            *side = side::of_receiver(known, shown);
            *tool = tool.or(by);
            match known {
                Some(Alert::HandshakeFailure) if *side == Side::Client && tool.is_none() => {
                    return LogKind::HandshakeFailure;
                }
                Some(Alert::ProtocolVersion) if *side == Side::Client && tool.is_none() => {
                    return LogKind::ProtocolVersion;
                }
                _ => {}
            }
        }
        _ => {}
    }
    kind
}

/// Whether two messages say the same, so that one of them is enough.
fn same(one: &LogKind, other: &LogKind) -> bool {
    use LogKind::{
        ConnectionReset, CurlError, HandshakeFailure, Known, NoSubjectAlternativeName, OpensslError,
        OpensslVerifyError, OtherAlert, ProtocolVersion, RemoteHostClosed, ValidityCheckFailed,
    };
    match (one, other) {
        (
            Known { meaning: a, name, .. },
            Known {
                meaning: b,
                name: name2,
                ..
            },
        ) => a == b && (name == name2 || name.is_none() || name2.is_none()),
        (
            OtherAlert { alert, side, .. },
            OtherAlert {
                alert: alert2,
                side: side2,
                ..
            },
        ) => alert == alert2 && side == side2,
        (HandshakeFailure, OtherAlert { alert, side, .. }) => alert == "handshake_failure" && *side == Side::Client,
        (ProtocolVersion, OtherAlert { alert, side, .. }) => alert == "protocol_version" && *side == Side::Client,
        (ValidityCheckFailed { .. }, ValidityCheckFailed { .. }) | (OpensslError { .. }, OpensslError { .. }) => true,
        (RemoteHostClosed, ConnectionReset) => true,
        (RemoteHostClosed | ConnectionReset, Known { meaning, .. }) => *meaning == Meaning::Reset,
        (NoSubjectAlternativeName { host }, NoSubjectAlternativeName { host: host2 }) => {
            host == host2 || host.is_none() || host2.is_none()
        }
        // A tool quotes a message, which is on a line of its own, too.
        (
            CurlError { meaning, .. } | OpensslVerifyError { meaning, .. },
            Known {
                meaning: quoted, name, ..
            },
        )
        | (
            Known {
                meaning: quoted, name, ..
            },
            CurlError { meaning, .. },
        ) => meaning == quoted && name.is_none(),
        (CurlError { number, .. }, CurlError { number: number2, .. }) => number == number2,
        (
            OpensslVerifyError { number, depth, .. },
            OpensslVerifyError {
                number: number2,
                depth: depth2,
                ..
            },
        ) => number == number2 && (depth == depth2 || depth2.is_none()),
        _ => one == other,
    }
}

/// Whether the second message is the reason of the first, which has none.
fn is_explained(general: &LogKind, reason: &LogKind) -> bool {
    let has_no_reason = matches!(
        general,
        LogKind::Known {
            meaning: Meaning::HandshakeFailed | Meaning::VerifyFailed,
            ..
        }
    );
    has_no_reason && rank(reason) > rank(general) && reason.relevance() != Relevance::NotCertificate
}

/// Adds what the second of two messages that say the same knows in addition.
fn fill(one: &mut LogKind, other: LogKind) {
    use LogKind::{
        CurlError, HandshakeFailure, Known, NoSubjectAlternativeName, OtherAlert, ProtocolVersion, ValidityCheckFailed,
    };
    if is_explained(one, &other) {
        *one = with_side(other, Side::Unknown, tool(one));
        return;
    }
    match (one, other) {
        (
            Known { tool, side, name, .. },
            Known {
                tool: tool2,
                side: side2,
                name: name2,
                ..
            },
        ) => {
            *tool = tool.or(tool2);
            *side = if *side == Side::Unknown { side2 } else { *side };
            if name.is_none() {
                *name = name2;
            }
        }
        (OtherAlert { tool, .. }, OtherAlert { tool: tool2, .. }) => *tool = tool.or(tool2),
        (one @ (HandshakeFailure | ProtocolVersion), other @ OtherAlert { .. }) => *one = other,
        (one @ Known { .. }, other @ CurlError { .. }) => *one = other,
        (
            ValidityCheckFailed { not_after, not_before },
            ValidityCheckFailed {
                not_after: after2,
                not_before: before2,
            },
        ) if not_after.is_none() && not_before.is_none() => (*not_after, *not_before) = (after2, before2),
        (NoSubjectAlternativeName { host }, NoSubjectAlternativeName { host: host2 }) if host.is_none() => {
            *host = host2
        }
        _ => {}
    }
}
