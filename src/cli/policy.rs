//! `--fail-on` and `--expires-within`: failures that the report does not count as rejections.

use super::arguments::FailOn;
use super::one::status;
use super::{Command, Status};
use crate::i18n::CliPhrase;
use crate::report::{CertificateReport, Detail, Outcome, Report, RuleId, Verdict};

/// A failure because of an option, in words.
pub(super) struct Breach {
    pub(super) rule: RuleId,
    pub(super) code: &'static str,
    pub(super) words: String,
}

impl Command<'_> {
    /// The failures of a report because of the options.
    pub(super) fn breaches(&self, report: &Report) -> Vec<Breach> {
        let mut breaches = Vec::new();
        if let Some(within) = self.asked.expires_within {
            for (certificate, days) in expiring(report, within) {
                let label = certificate.subject_label.as_str();
                breaches.push(Breach {
                    rule: RuleId::Validity,
                    code: "expires-within",
                    words: self
                        .locale
                        .cli_phrase(&CliPhrase::ExpiresWithin { label, days, within }),
                });
            }
        }
        if self.asked.fail_on >= Some(FailOn::Warning) {
            for rule in report.rules.iter().filter(|rule| rule.outcome == Outcome::Warn) {
                let name = self.locale.rule_name(rule.rule);
                breaches.push(Breach {
                    rule: rule.rule,
                    code: "fail-on-warning",
                    words: self.locale.cli_phrase(&CliPhrase::MetWithWarning(name)),
                });
            }
        }
        breaches
    }

    /// The status of a report with the options. Prints the failures that only the options make,
    /// with the name of the input or the server.
    pub(super) fn status_of(&self, name: &str, report: &Report) -> Status {
        let breaches = self.breaches(report);
        if report.verdict != Verdict::Fail {
            for breach in &breaches {
                self.error(&[self.name(name), ": ", &breach.words].concat());
            }
        }
        let open = report.verdict == Verdict::Inconclusive && self.asked.fail_on.is_some();
        if open || !breaches.is_empty() {
            return Status::Rejected;
        }
        status(report.verdict)
    }
}

/// The certificates of the chain that are valid, but not for that many days, with their days.
fn expiring(report: &Report, within: i64) -> Vec<(&CertificateReport, i64)> {
    let validity = report.rules.iter().filter(|rule| rule.rule == RuleId::Validity);
    let mut expiring = Vec::new();
    for finding in validity.flat_map(|rule| &rule.findings) {
        let days = match &finding.detail {
            Detail::InDate { days_left, .. } | Detail::ExpiresSoon { days_left, .. } => *days_left,
            _ => continue,
        };
        let certificate = finding.certificate.and_then(|at| report.certificates.get(at.get()));
        if let Some(certificate) = certificate.filter(|_| days < within) {
            expiring.push((certificate, days));
        }
    }
    expiring
}
