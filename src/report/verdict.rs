//! The outcome of a rule, and the verdict.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// The result of one rule ([`crate::rules::outcome_of`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Met.
    Pass,
    /// Met, with a warning.
    Warn,
    /// Not met.
    Fail,
    /// Cannot be determined from the input.
    Unknown,
    /// The requirement is AWS's and does not apply to this client.
    NotApplicable,
}

/// The overall result ([`crate::rules::verdict`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// API Gateway would accept the chain.
    Pass,
    /// API Gateway would reject the chain.
    Fail,
    /// Unknown: something could not be checked, or releases of Java differ.
    Inconclusive,
}

impl Verdict {
    /// The verdict's code in JSON, CSV and the page's attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Inconclusive => "inconclusive",
        }
    }
}
