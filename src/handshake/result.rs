//! The result of the handshake checks.

use super::input::HandshakeInput;
use crate::report::{Detail, Finding, HostnameReport};

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathEnd {
    /// At the anchor with this index.
    Anchor(usize),
    /// Without an anchor: no issuer of the topmost certificate is available.
    Open,
}

/// The predicted result of Java's TLS client.
#[derive(Clone, Debug)]
pub struct HandshakeResult {
    /// Whether the certificates are accepted; `hostname` has its own result.
    pub accepted: bool,
    /// JDK 17's message if they are rejected.
    pub message: Option<String>,
    /// The decisive finding if they are rejected.
    pub reason: Option<Finding>,
    /// Java's path, or the best attempt at one: certificate indices, leaf to topmost.
    pub path: Vec<usize>,
    /// Where the path ends.
    pub end: PathEnd,
    /// Every problem of that path, the decisive one first.
    pub problems: Vec<Finding>,
    /// The result of the host name check, if one was requested.
    pub hostname: Option<HostnameReport>,
}

impl HandshakeResult {
    /// Creates the result of an accepted path.
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

    /// Creates the result of a rejected path, with the JDK's `message`; it is empty if the
    /// exception has no text. The first problem is the reason.
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
            message: Some(message).filter(|text| !text.is_empty()),
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
    /// The certificate's index among the distinct ones.
    pub(super) certificate: usize,
    /// The finding.
    pub(super) detail: Detail,
    /// The JDK's text for the reason; empty if the JDK has none.
    pub(super) reason: String,
    /// Whether the JDK throws an exception that it does not catch. If so, `reason` is the whole
    /// message, and the JDK tries no other path.
    pub(super) uncaught: bool,
    /// Whether the issuer's key cannot verify any signature of this algorithm.
    pub(super) unusable: bool,
}

impl Problem {
    /// Creates a problem that the JDK has no message for.
    pub(super) fn new(certificate: usize, detail: Detail) -> Self {
        Self::with_reason(certificate, detail, "")
    }

    /// Creates a problem that the JDK reports as `reason`.
    pub(super) fn with_reason(certificate: usize, detail: Detail, reason: impl Into<String>) -> Self {
        Self {
            certificate,
            detail,
            reason: reason.into(),
            uncaught: false,
            unusable: false,
        }
    }
}
