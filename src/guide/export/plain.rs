//! The report as plain text, for a chat: about a dozen lines.

use super::notable;
use crate::guide::Guide;
use crate::i18n::{GuidePhrase, Locale, ReportPhrase, UiPhrase, UiText, verdict_sentence};
use crate::report::Outcome;
use crate::visible::visible;

/// The most fixes in a chat message.
const FIXES: usize = 3;

impl Guide<'_> {
    /// The report in about a dozen lines: verdict, the four requirements, Java's message, fixes,
    /// and the time of the check.
    #[must_use]
    pub fn plain_text(&self, locale: Locale) -> String {
        let report = self.report;
        let mut out = String::with_capacity(1024);
        let mut line = |text: &str| {
            out.push_str(&visible(text));
            out.push('\n');
        };
        line(&[locale.ui(UiText::Title), " – ", locale.verdict(report.verdict)].concat());
        line(&verdict_sentence(report, locale));
        if let Some(conflict) = &report.log_conflict {
            line(&locale.log_conflict(&report.input.files, conflict));
        }
        let for_client = report.asked.client_certificate;
        for (number, rule) in (1_u32..).zip(&report.rules) {
            // The names of the requirements are those for servers.
            if for_client && rule.findings.is_empty() {
                continue;
            }
            let name = locale.report_phrase(&ReportPhrase::Requirement {
                number,
                name: locale.rule_name(rule.rule),
            });
            let why = match rule.outcome {
                Outcome::Pass | Outcome::NotApplicable => String::new(),
                Outcome::Warn | Outcome::Fail | Outcome::Unknown => notable(rule)
                    .first()
                    .map_or_else(String::new, |f| [" – ", locale.finding(report, f).clause()].concat()),
            };
            line(&[&name, " – ", locale.outcome(rule.outcome), &why].concat());
        }
        if let Some(hostname) = &report.hostname {
            line(&locale.hostname(report, hostname).headline());
        }
        match &report.handshake.message {
            _ if for_client => {}
            Some(message) => line(&[locale.ui(UiText::JavaSays), " – ", message].concat()),
            None => line(locale.java(&report.handshake)),
        }
        for fix in report.fixes.iter().take(FIXES) {
            line(&["→ ", &locale.fix(report, fix)].concat());
        }
        let checked = locale.phrase(&UiPhrase::CheckedAt(report.at));
        let list = locale.phrase(&UiPhrase::ListVersion(&report.tool.trust_list_version));
        let written = locale.guide_phrase(&GuidePhrase::WrittenBy {
            version: &report.tool.version,
        });
        line(&[&checked, " · ", &list, " · ", &written].concat());
        out
    }
}
