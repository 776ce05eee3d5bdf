//! How findings decide the outcome of a rule, and outcomes the verdict.

use crate::handshake::HandshakeResult;
use crate::report::{Detail, Finding, Outcome, RuleReport, Severity, Verdict};

/// Derives a rule's outcome from its findings. An error fails it; otherwise an undecided finding
/// makes it unknown; otherwise a warning makes it pass with a warning. A rule without findings is
/// unknown.
#[must_use]
pub fn outcome_of(findings: &[Finding]) -> Outcome {
    let kinds = || findings.iter().map(|f| f.detail.kind());
    match kinds().map(|kind| kind.severity).max() {
        Some(Severity::Error) => Outcome::Fail,
        None => Outcome::Unknown,
        Some(_) if kinds().any(|kind| kind.undecided) => Outcome::Unknown,
        Some(Severity::Warning) => Outcome::Warn,
        Some(Severity::Info) => Outcome::Pass,
    }
}

/// Derives the verdict. A chain fails if a rule fails, or if Java rejects the certificates or the
/// host name. It is inconclusive if a rule's outcome is unknown, or if releases of Java differ
/// about the root.
#[must_use]
pub fn verdict(rules: &[RuleReport], handshake: &HandshakeResult) -> Verdict {
    let any = |outcome| rules.iter().any(|rule| rule.outcome == outcome);
    let distrusted = |finding: &Finding| matches!(finding.detail, Detail::AnchorDistrusted { .. });
    let name_accepted = handshake.hostname.as_ref().is_none_or(|name| name.accepted);
    let accepted = handshake.accepted || handshake.reason.as_ref().is_some_and(distrusted);
    if any(Outcome::Fail) || !accepted || !name_accepted {
        Verdict::Fail
    } else if any(Outcome::Unknown) || rules.iter().flat_map(|rule| &rule.findings).any(distrusted) {
        Verdict::Inconclusive
    } else {
        Verdict::Pass
    }
}
