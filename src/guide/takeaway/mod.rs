//! The report to take away: as Markdown for a ticket, as plain text for a chat.
//!
//! Both are deterministic: the same report, host and language give the same bytes. Names out of
//! certificates are hostile text: neither Markdown nor HTML, no link and no mention comes out of
//! them.

mod escape;
mod markdown;
mod plain;

use super::Guide;
use crate::i18n::{Locale, ReportText, Role, role_of};
use crate::report::{CertificateReport, Finding, PathStep, RuleReport, Severity};

/// Findings of one rule that a document shows; a real chain has fewer.
const FINDINGS: usize = 10;
/// Certificates that a document shows; Java's handshake takes ten.
const CERTIFICATES: usize = 20;

/// A line of somebody else's text as Markdown that shows it and does nothing else.
pub(crate) fn escaped(text: &str) -> String {
    escape::inline(text)
}

/// What is worth telling of a rule: its errors and warnings, else its first finding.
fn notable(rule: &RuleReport) -> Vec<&Finding> {
    let mut told: Vec<&Finding> = rule
        .findings
        .iter()
        .filter(|f| f.detail.severity() != Severity::Info)
        .take(FINDINGS)
        .collect();
    if told.is_empty() {
        told.extend(rule.findings.first());
    }
    told
}

impl<'a> Guide<'a> {
    /// The certificates of the path, then the others, each with whether it is on the path; at most
    /// [`CERTIFICATES`].
    fn told_certificates(&self) -> Vec<(&'a CertificateReport, bool)> {
        let report = self.report;
        let beside = move |c: &&CertificateReport| !report.path.contains(&PathStep::Certificate(c.index));
        let others = report.certificates.iter().filter(beside).map(|c| (c, false));
        self.path()
            .map(|c| (c, true))
            .chain(others)
            .take(CERTIFICATES)
            .collect()
    }

    fn role(&self, certificate: &CertificateReport, locale: Locale) -> &'static str {
        locale.report(match role_of(self.report, certificate) {
            Role::Leaf => ReportText::Leaf,
            Role::Intermediate => ReportText::Intermediate,
            Role::Root => ReportText::Root,
            Role::Other => ReportText::Certificate,
        })
    }
}
