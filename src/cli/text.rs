//! The report as text for a terminal: first the verdict, then the reasons, then what to do.

use super::{Command, Paint};
use crate::evidence;
use crate::i18n::{CliPhrase, ReportText, UiPhrase, UiText, verdict_sentence};
use crate::ingest::{DropReason, Dropped, InputNote};
use crate::report::{InputReport, Outcome, Repair, Report};
use crate::trust::ClientId;
use crate::visible::visible;

/// The most items of one kind that are listed; a real chain has fewer.
const MAX_LISTED: usize = 10;

impl Command<'_> {
    /// The full text of one server, with a line feed at the end.
    pub(super) fn text(&self, report: &Report) -> String {
        self.text_with(report, "", "")
    }

    /// The full text of one server, with what the connections to it showed after the requirements,
    /// and `caveat` after the verdict.
    pub(super) fn text_with(&self, report: &Report, connection: &str, caveat: &str) -> String {
        let locale = self.locale;
        let mut out = Lines::default();
        let badge = self
            .style
            .paint(Paint::of_verdict(report.verdict), locale.verdict(report.verdict));
        let sentence = self
            .style
            .paint(Paint::Strong, &visible(&verdict_sentence(report, locale)));
        let gap = if caveat.is_empty() { "" } else { " " };
        out.line(&[&badge, "  ", &sentence, gap, caveat]);
        if let Some(conflict) = &report.log_conflict {
            out.gap();
            out.line(&[&visible(&locale.log_conflict(&report.input.files, conflict))]);
        }
        out.gap();
        self.rules(report, &mut out);
        if let Some(hostname) = &report.hostname {
            out.gap();
            let words = locale.hostname(report, hostname).sentence();
            out.line(&[
                &self.heading(locale.report(ReportText::HostHeading)),
                "  ",
                &visible(&words),
            ]);
        }
        if !connection.is_empty() {
            out.gap();
            out.0.push_str(connection);
        }
        self.java(report, &mut out);
        let fixes = report.fixes.iter().map(|fix| locale.fix(report, fix));
        self.list(locale.ui(UiText::FixesHeading), true, fixes.collect(), &mut out);
        let hostname = report.asked.hostname.as_deref();
        self.evidence(&report.input, hostname, Some(report), &mut out);
        self.list(
            locale.ui(UiText::InputHeading),
            false,
            self.notes(&report.input),
            &mut out,
        );
        out.gap();
        let checked = locale.phrase(&UiPhrase::CheckedAt(report.at));
        let list = locale.phrase(&UiPhrase::ListVersion(&report.tool.trust_list_version));
        let client = locale.client_name(report.client.id);
        let of_client = if report.is_for_api_gateway() {
            ""
        } else {
            &[&client, " · "].concat()
        };
        let last = [
            &checked,
            " · ",
            of_client,
            &list,
            " · ",
            super::NAME,
            " ",
            &report.tool.version,
        ]
        .concat();
        out.line(&[&self.style.paint(Paint::Faint, &visible(&last))]);
        out.0
    }

    /// What Java answers to the server's chain. It does not check a client certificate.
    fn java(&self, report: &Report, out: &mut Lines) {
        if report.asked.client_certificate {
            return;
        }
        let locale = self.locale;
        out.gap();
        match &report.handshake.message {
            Some(message) => {
                out.line(&[&self.heading(locale.ui(UiText::JavaSays)), "  ", &visible(message)]);
                if let Some(legacy) = &report.handshake.legacy_message {
                    let label = [locale.ui(UiText::JavaSaysLegacy), "  ", &visible(legacy)].concat();
                    out.line(&[&self.style.paint(Paint::Faint, &label)]);
                }
            }
            None => out.line(&[locale.java(&report.handshake)]),
        }
    }

    fn rules(&self, report: &Report, out: &mut Lines) {
        let locale = self.locale;
        let width = |text: &str| text.chars().count();
        let names = || {
            report
                .rules
                .iter()
                .map(|rule| locale.rule_name_for(report.client.id, rule.rule))
        };
        let widest = names().map(width).max().unwrap_or_default();
        let outcomes = || report.rules.iter().map(|rule| locale.outcome(rule.outcome));
        let broadest = outcomes().map(width).max().unwrap_or_default();
        let blanks = |text: &str, to: usize| " ".repeat(to.saturating_sub(width(text)));
        for (number, rule) in (1_u32..).zip(&report.rules) {
            // The names of the requirements are those for servers.
            if report.asked.client_certificate && rule.findings.is_empty() {
                continue;
            }
            let name = locale.rule_name_for(report.client.id, rule.rule);
            let outcome = locale.outcome(rule.outcome);
            let painted = self.style.paint(Paint::of_outcome(rule.outcome), outcome);
            let notable = rule.notable();
            let head = notable.first().map(|f| locale.finding(report, f).headline());
            out.line(&[
                &number.to_string(),
                " ",
                name,
                &blanks(name, widest),
                "  ",
                &painted,
                &blanks(outcome, broadest),
                "  ",
                &visible(&head.unwrap_or_default()),
            ]);
            let indent = " ".repeat(widest.saturating_add(broadest).saturating_add(6));
            if matches!(rule.outcome, Outcome::Fail | Outcome::Unknown)
                && let Some(first) = notable.first()
            {
                let more = locale.finding(report, first);
                if !more.explanation().is_empty() {
                    out.line(&[&indent, &visible(more.explanation())]);
                }
            }
            for finding in notable.iter().skip(1).take(MAX_LISTED) {
                let words = locale.finding(report, finding);
                let text = if finding.detail.carries_cause() {
                    words.sentence()
                } else {
                    words.headline()
                };
                out.line(&[&indent, &visible(&text)]);
            }
            let left = notable.len().saturating_sub(MAX_LISTED.saturating_add(1));
            if left > 0 {
                out.line(&[&indent, &locale.cli_phrase(&CliPhrase::More(left))]);
            }
        }
    }

    /// Notes on the input: what was ignored, and what affects the result. Notes on formats that
    /// were read without problems are omitted.
    fn notes(&self, input: &InputReport) -> Vec<String> {
        // A warning has already been printed for private keys.
        let is_key = |dropped: &&Dropped| matches!(dropped.reason, DropReason::PrivateKey { .. });
        let dropped = input.dropped.iter().filter(|dropped| !is_key(dropped));
        let dropped = dropped.map(|dropped| self.locale.dropped(&input.files, dropped));
        self.remarks(input).chain(dropped).collect()
    }

    /// The notes that affect the result.
    fn remarks<'i>(&self, input: &'i InputReport) -> impl Iterator<Item = String> + use<'i> {
        let locale = self.locale;
        let chosen = self.options.client != ClientId::API_GATEWAY;
        let notes = input
            .notes
            .iter()
            .filter(move |note| note.affects_result() && !(chosen && matches!(note, InputNote::JavaStackTrace { .. })));
        notes.map(move |note| locale.note(&input.files, note))
    }

    /// The messages and descriptions in the input, each once.
    fn evidence(&self, input: &InputReport, hostname: Option<&str>, report: Option<&Report>, out: &mut Lines) {
        let locale = self.locale;
        let mut texts: Vec<String> = Vec::new();
        for message in evidence::messages(input) {
            let text = locale.log_text(message, report.is_some());
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        self.list(locale.ui(UiText::MessagesHeading), false, texts, out);
        let notes = evidence::descriptions(input, hostname, Some(self.options.at));
        let notes = notes.iter().map(|note| locale.described(&input.files, note));
        self.list(locale.described_heading(), false, notes.collect(), out);
    }

    /// What an input without certificates shows, as text; empty if it shows nothing.
    pub(super) fn evidence_text(&self, input: &InputReport) -> String {
        let mut out = Lines::default();
        if evidence::is_known(input) {
            self.evidence(input, self.options.hostname.as_deref(), None, &mut out);
            let remarks = self.remarks(input).collect();
            self.list(self.locale.ui(UiText::InputHeading), false, remarks, &mut out);
        }
        out.0.trim_start_matches('\n').to_owned()
    }

    pub(super) fn list(&self, heading: &str, numbered: bool, items: Vec<String>, out: &mut Lines) {
        if items.is_empty() {
            return;
        }
        out.gap();
        out.line(&[&self.heading(heading)]);
        for (number, item) in (1_u32..).zip(items.iter().take(MAX_LISTED)) {
            let mark = if numbered {
                [&number.to_string(), "."].concat()
            } else {
                "-".to_owned()
            };
            out.line(&[&mark, " ", &visible(item)]);
        }
        let left = items.len().saturating_sub(MAX_LISTED);
        if left > 0 {
            out.line(&["- ", &self.locale.cli_phrase(&CliPhrase::More(left))]);
        }
    }

    /// The result of the repair, and the changes.
    pub(super) fn repair_text(&self, repair: &Repair) -> String {
        let mut out = Lines::default();
        out.gap();
        out.line(&[&self.heading(self.locale.report(ReportText::RepairHeading))]);
        out.line(&[&visible(&self.locale.repair_status(repair).sentence())]);
        let changes = repair.changes.iter().map(|change| self.locale.repair_change(change));
        self.list(
            self.locale.report(ReportText::ChangesHeading),
            false,
            changes.collect(),
            &mut out,
        );
        out.gap();
        out.0
    }
}

/// A text that is built line by line.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds the parts as one line, without trailing spaces.
    pub(super) fn line(&mut self, parts: &[&str]) {
        let line = parts.concat();
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}
