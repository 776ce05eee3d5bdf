//! The answer as text for a terminal: the verdict first, then why, then what to do.

use super::{Command, Paint};
use crate::i18n::{CliPhrase, ReportText, UiPhrase, UiText, verdict_sentence};
use crate::ingest::{DropReason, Dropped, InputNote};
use crate::report::{Finding, Outcome, Repair, Report, RuleReport, Severity};
use crate::visible::visible;

/// Things of one kind that are told; a real chain has fewer.
const TOLD: usize = 10;

impl Command<'_> {
    /// The whole text of one server, a line feed at its end.
    pub(super) fn text(&self, report: &Report) -> String {
        let locale = self.locale;
        let mut out = Lines::default();
        let badge = self
            .style
            .paint(Paint::of_verdict(report.verdict), locale.verdict(report.verdict));
        let sentence = self
            .style
            .paint(Paint::Strong, &visible(&verdict_sentence(report, locale)));
        out.line(&[&badge, "  ", &sentence]);
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
        out.gap();
        match &report.handshake.message {
            Some(message) => {
                out.line(&[&self.heading(locale.ui(UiText::JavaSays)), "  ", &visible(message)]);
                if let Some(legacy) = &report.handshake.legacy_message {
                    let label = [locale.ui(UiText::JavaSaysLegacy), "  ", &visible(legacy)].concat();
                    out.line(&[&self.style.paint(Paint::Faint, &label)]);
                }
            }
            None => out.line(&[locale.ui(UiText::JavaAccepts)]),
        }
        let fixes = report.fixes.iter().map(|fix| locale.fix(report, fix));
        self.list(locale.ui(UiText::FixesHeading), true, fixes.collect(), &mut out);
        let messages = report.input.hints.messages.iter();
        let messages = messages.map(|message| locale.log_message(message).sentence());
        self.list(locale.ui(UiText::MessagesHeading), false, messages.collect(), &mut out);
        self.list(locale.ui(UiText::InputHeading), false, self.notes(report), &mut out);
        out.gap();
        let judged = locale.phrase(&UiPhrase::JudgedAt(report.at));
        let list = locale.phrase(&UiPhrase::ListEdition(&report.tool.trust_list_edition));
        let last = [&judged, " · ", &list, " · ", super::NAME, " ", &report.tool.version].concat();
        out.line(&[&self.style.paint(Paint::Faint, &visible(&last))]);
        out.0
    }

    fn rules(&self, report: &Report, out: &mut Lines) {
        let locale = self.locale;
        let width = |text: &str| text.chars().count();
        let names = || report.rules.iter().map(|rule| locale.rule_name(rule.rule));
        let widest = names().map(width).max().unwrap_or_default();
        let outcomes = || report.rules.iter().map(|rule| locale.outcome(rule.outcome));
        let broadest = outcomes().map(width).max().unwrap_or_default();
        let blanks = |text: &str, to: usize| " ".repeat(to.saturating_sub(width(text)));
        for (number, rule) in (1_u32..).zip(&report.rules) {
            let name = locale.rule_name(rule.rule);
            let outcome = locale.outcome(rule.outcome);
            let painted = self.style.paint(Paint::of_outcome(rule.outcome), outcome);
            let told = notable(rule);
            let head = told.first().map(|f| locale.finding(report, f).headline());
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
                && let Some(first) = told.first()
            {
                let more = locale.finding(report, first);
                if !more.explanation().is_empty() {
                    out.line(&[&indent, &visible(more.explanation())]);
                }
            }
            for finding in told.iter().skip(1).take(TOLD) {
                out.line(&[&indent, &visible(&locale.finding(report, finding).headline())]);
            }
            let left = told.len().saturating_sub(TOLD.saturating_add(1));
            if left > 0 {
                out.line(&[&indent, &locale.cli_phrase(&CliPhrase::More(left))]);
            }
        }
    }

    /// What is worth knowing of the input: what was left out, and what changes the meaning of the answer. Forms that were
    /// simply understood are not.
    fn notes(&self, report: &Report) -> Vec<String> {
        let input = &report.input;
        let worth = |note: &&InputNote| {
            matches!(
                note,
                InputNote::OpensslWithoutShowcerts { .. }
                    | InputNote::SeveralChains { .. }
                    | InputNote::UnorderedSet { .. }
                    | InputNote::LabelMismatch { .. }
            )
        };
        let notes = input.notes.iter().filter(worth);
        let notes = notes.map(|note| self.locale.note(&input.files, note));
        // A private key has its warning already.
        let is_key = |dropped: &&Dropped| matches!(dropped.reason, DropReason::PrivateKey { .. });
        let dropped = input.dropped.iter().filter(|dropped| !is_key(dropped));
        let dropped = dropped.map(|dropped| self.locale.dropped(&input.files, dropped));
        notes.chain(dropped).collect()
    }

    fn list(&self, heading: &str, numbered: bool, items: Vec<String>, out: &mut Lines) {
        if items.is_empty() {
            return;
        }
        out.gap();
        out.line(&[&self.heading(heading)]);
        for (number, item) in (1_u32..).zip(items.iter().take(TOLD)) {
            let mark = if numbered {
                [&number.to_string(), "."].concat()
            } else {
                "-".to_owned()
            };
            out.line(&[&mark, " ", &visible(item)]);
        }
        let left = items.len().saturating_sub(TOLD);
        if left > 0 {
            out.line(&["- ", &self.locale.cli_phrase(&CliPhrase::More(left))]);
        }
    }

    /// What became of the repair, and what is different.
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

/// What is worth telling of a rule: its errors and warnings, else its first finding.
fn notable(rule: &RuleReport) -> Vec<&Finding> {
    let heavy = |f: &&Finding| f.detail.severity() != Severity::Info;
    let mut told: Vec<&Finding> = rule.findings.iter().filter(heavy).collect();
    // What is decisive stands first, also where it weighs nothing: that a thing cannot be told.
    if told.is_empty() || rule.outcome == Outcome::Unknown {
        told.splice(0..0, rule.findings.first().filter(|f| !heavy(f)));
    }
    told
}

/// A text as it grows.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// The parts as one line.
    pub(super) fn line(&mut self, parts: &[&str]) {
        let line = parts.concat();
        self.0.push_str(line.trim_end());
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}
