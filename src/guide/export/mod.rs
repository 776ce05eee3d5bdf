//! The exported report: Markdown for a ticket, plain text for a chat.
//!
//! Both are deterministic: the same report, host and language give the same bytes. Names from
//! certificates are hostile text and are escaped: they cannot become Markdown, HTML, links or
//! mentions.

mod escape;
mod markdown;
mod plain;

pub use escape::inline;
pub use markdown::{clients_markdown, evidence_markdown};

use super::Guide;
use crate::i18n::{GuideText, Locale, ReportText, Role, role_of};
use crate::report::{CertificateReport, Finding, PathStep, RuleReport};

/// The most findings of one rule that a document shows; a real chain has fewer.
const FINDINGS: usize = 10;
/// The most certificates that a document shows; Java accepts ten in a handshake.
const CERTIFICATES: usize = 20;

/// Escapes a line of untrusted text for Markdown.
pub(crate) fn escaped(text: &str) -> String {
    escape::inline(text)
}

/// The findings of a rule to show.
fn notable(rule: &RuleReport) -> Vec<&Finding> {
    let mut shown = rule.notable();
    shown.truncate(FINDINGS);
    shown
}

impl<'a> Guide<'a> {
    /// The certificates of the path, then the others, each with whether it is on the path; at most
    /// [`CERTIFICATES`].
    fn shown_certificates(&self) -> Vec<(&'a CertificateReport, bool)> {
        let report = self.report;
        let off_path = move |c: &&CertificateReport| !report.path.contains(&PathStep::Certificate(c.index));
        let others = report.certificates.iter().filter(off_path).map(|c| (c, false));
        self.path()
            .map(|c| (c, true))
            .chain(others)
            .take(CERTIFICATES)
            .collect()
    }

    fn role(&self, certificate: &CertificateReport, locale: Locale) -> &'static str {
        locale.report(match role_of(self.report, certificate) {
            Role::Client => return locale.guide(GuideText::UnseenClientCertificate),
            Role::Leaf => ReportText::Leaf,
            Role::Intermediate => ReportText::Intermediate,
            Role::Root => ReportText::Root,
            Role::Other => ReportText::Certificate,
        })
    }
}
