//! What the checks of a handshake answer.

use super::input::HandshakeInput;
use crate::report::{Detail, Finding, HostnameReport};

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathEnd {
    /// At this place among the anchors.
    Anchor(usize),
    /// Without an anchor: no issuer of the topmost certificate is available.
    Open,
}

/// What Java's TLS client would answer.
#[derive(Clone, Debug)]
pub struct HandshakeResult {
    /// Whether the certificates are accepted; `hostname` has its own answer.
    pub accepted: bool,
    /// JDK 17's message if they are rejected.
    pub message: Option<String>,
    /// The finding that decides, if they are rejected.
    pub reason: Option<Finding>,
    /// Leaf to topmost, by place among the certificates: Java's path, or the best attempt at one.
    pub path: Vec<usize>,
    /// Where the path ends.
    pub end: PathEnd,
    /// Every problem of that path, the deciding one first.
    pub problems: Vec<Finding>,
    /// The host name's comparison, if one was requested.
    pub hostname: Option<HostnameReport>,
}

impl HandshakeResult {
    /// Accepts `path`.
    pub(super) fn accepted(path: Vec<usize>, end: PathEnd) -> Self {
        Self {
            accepted: true,
            message: None,
            reason: None,
            path,
            end,
            problems: Vec::new(),
            hostname: None,
        }
    }

    /// Rejects `path` with JDK 17's `message`; the first of `problems` is the reason.
    pub(super) fn rejected(
        input: &HandshakeInput<'_>,
        path: Vec<usize>,
        end: PathEnd,
        problems: Vec<Problem>,
        message: String,
    ) -> Self {
        let mut findings: Vec<Finding> = Vec::new();
        for problem in problems {
            let finding = Finding::on(input.index(problem.certificate), problem.detail);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        Self {
            accepted: false,
            message: Some(message),
            reason: findings.first().cloned(),
            path,
            end,
            problems: findings,
            hostname: None,
        }
    }
}

/// One reason to reject a path.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    /// The certificate's place among the distinct ones.
    pub(super) certificate: usize,
    /// The finding.
    pub(super) detail: Detail,
    /// The reason in the JDK's words; empty if the JDK has no message for it.
    pub(super) reason: String,
    /// Whether the JDK throws an exception that it does not catch: `reason` is then the whole
    /// message, and the JDK tries no other path.
    pub(super) uncaught: bool,
}

impl Problem {
    /// A problem for which the JDK has no message.
    pub(super) fn new(certificate: usize, detail: Detail) -> Self {
        Self::with_reason(certificate, detail, "")
    }

    /// A problem that the JDK reports as `reason`.
    pub(super) fn with_reason(certificate: usize, detail: Detail, reason: impl Into<String>) -> Self {
        Self {
            certificate,
            detail,
            reason: reason.into(),
            uncaught: false,
        }
    }
}
