//! Findings, what to do about them, the four requirements, and the verdict.

mod en;
mod es;
mod fr;
mod sentence;

pub(crate) use sentence::Sentence;

use super::format::Words;
use super::names::Teller;
use crate::report::{Detail, Finding, Fix, HostnameReport, Outcome, RuleId, Severity, Verdict};

/// What a language says about findings. Every method matches all of its values, without a `_` arm.
pub(crate) trait FindingWords: Sync {
    /// A finding about `certificate`, which has been named already.
    fn detail(&self, t: &Teller<'_>, certificate: &str, detail: &Detail) -> Words;
    /// A thing to do, as an imperative sentence.
    fn fix(&self, t: &Teller<'_>, fix: &Fix) -> String;
    /// The result of the host name check.
    fn hostname(&self, t: &Teller<'_>, report: &HostnameReport) -> Words;
    /// A rule's short name.
    fn rule_name(&self, rule: RuleId) -> &'static str;
    /// A rule as a demand, close to AWS's heading.
    fn rule_title(&self, rule: RuleId) -> &'static str;
    /// Why API Gateway requires a rule.
    fn rule_why(&self, rule: RuleId) -> &'static str;
    /// An outcome in a word or two.
    fn outcome(&self, outcome: Outcome) -> &'static str;
    /// A severity in a word.
    fn severity(&self, severity: Severity) -> &'static str;
    /// A verdict in a word.
    fn verdict(&self, verdict: Verdict) -> &'static str;
    /// The verdict as a sentence.
    fn sentence(&self, sentence: &Sentence<'_>) -> String;
}

/// A finding in words that name its certificate.
pub(super) fn finding(words: &dyn FindingWords, t: &Teller<'_>, finding: &Finding) -> Words {
    words.detail(t, &t.subject(finding.certificate), &finding.detail)
}
