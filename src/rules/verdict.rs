//! How findings decide the outcome of a rule, and outcomes the verdict.

use crate::handshake::HandshakeResult;
use crate::report::{Finding, Outcome, RuleReport, Severity, Verdict};

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

/// Passes a chain if no rule fails and Java accepts the certificates and, if one is given, the host
/// name.
#[must_use]
pub fn verdict(rules: &[RuleReport], handshake: &HandshakeResult) -> Verdict {
    let failed = rules.iter().any(|rule| rule.outcome == Outcome::Fail);
    let name_accepted = handshake.hostname.as_ref().is_none_or(|name| name.accepted);
    if !failed && handshake.accepted && name_accepted {
        Verdict::Pass
    } else {
        Verdict::Fail
    }
}
