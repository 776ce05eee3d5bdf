//! Outcomes, and how they combine.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{Detail, Finding, Severity};

/// How one rule came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Met.
    Pass,
    /// Met, with something to mind.
    Warn,
    /// Not met.
    Fail,
    /// Cannot be told from what was given: never dressed up as a pass.
    Unknown,
}

/// The answer to the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// API Gateway would accept this.
    Pass,
    /// API Gateway would refuse this.
    Fail,
}

/// A rule's outcome from its findings: an error fails; else what cannot be told is unknown; else a warning warns.
#[must_use]
pub fn outcome_of(findings: &[Finding]) -> Outcome {
    let worst = findings.iter().map(|f| f.detail.severity()).max();
    let undecided = |f: &Finding| {
        matches!(
            f.detail,
            Detail::IssuerUnknown { .. } | Detail::SupportedOnceSent { .. }
        )
    };
    match worst {
        Some(Severity::Error) => Outcome::Fail,
        None => Outcome::Unknown,
        _ if findings.iter().any(undecided) => Outcome::Unknown,
        Some(Severity::Warning) => Outcome::Warn,
        Some(Severity::Info) => Outcome::Pass,
    }
}
