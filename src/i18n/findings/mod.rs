//! Texts of findings, fixes, the four requirements, and the verdict.

mod en;
mod es;
mod fr;
mod sentence;

pub(crate) use sentence::Sentence;

use super::format::Explanation;
use super::names::Renderer;
use crate::report::{Detail, Finding, Fix, HostnameReport, Outcome, RuleId, Severity, Verdict};

/// A language's texts about findings. Every method matches all values, without a `_` arm.
pub(crate) trait FindingWords: Sync {
    /// A finding about `certificate`, which is already a name without article.
    fn detail(&self, t: &Renderer<'_>, certificate: &str, detail: &Detail) -> Explanation;
    /// A fix, as an imperative sentence.
    fn fix(&self, t: &Renderer<'_>, fix: &Fix) -> String;
    /// The result of the host name check.
    fn hostname(&self, t: &Renderer<'_>, report: &HostnameReport) -> Explanation;
    /// A rule's short name.
    fn rule_name(&self, rule: RuleId) -> &'static str;
    /// A rule as a requirement, close to AWS's heading.
    fn rule_title(&self, rule: RuleId) -> &'static str;
    /// Why API Gateway requires a rule.
    fn rule_why(&self, rule: RuleId) -> &'static str;
    /// An outcome in a word or two.
    fn outcome(&self, outcome: Outcome) -> &'static str;
    /// A severity in a word.
    fn severity(&self, severity: Severity) -> &'static str;
    /// A verdict in a word.
    fn verdict(&self, verdict: Verdict) -> &'static str;
    /// The verdict as one or more sentences.
    fn sentence(&self, sentence: &Sentence<'_>) -> String;
}

/// A finding as text that names its certificate.
pub(super) fn finding(words: &dyn FindingWords, t: &Renderer<'_>, finding: &Finding) -> Explanation {
    words.detail(t, &t.subject(finding.certificate), &finding.detail)
}
