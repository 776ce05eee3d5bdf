//! Several servers: prints a row, a line of JSON, an array element or a document for each server as
//! soon as it is checked.

use bytes::Bytes;

use super::arguments::Format;
use super::input::{Found, Input};
use super::{Command, Paint, Status, Stream, element};
use crate::engine::{self, InputError, Plan, judge};
use crate::guide::Guide;
use crate::i18n::{CliPhrase, CliText, verdict_sentence};
use crate::json::{InputErrorView, ReportView, ServerView, line_of_server};
use crate::report::{Detail, Report, RuleId, Verdict};
use crate::trust::ClientId;
use crate::verify::{Verifier as _, native::NativeVerifier};
use crate::visible::visible;

/// Counts of what has been checked so far.
struct Tally {
    status: Status,
    passed: usize,
    checked: usize,
    /// Files of folders without a server certificate.
    skipped: usize,
    /// Results written so far, which decides on the separator before the next one.
    written: usize,
}

impl Command<'_> {
    /// Checks every server of every input.
    pub(super) fn judge_each(&self, found: &Found) -> Status {
        let mut tally = Tally {
            status: Status::Pass,
            passed: 0,
            checked: 0,
            skipped: 0,
            written: 0,
        };
        let together = self.asked.together;
        let progress = self.host.is_terminal(Stream::Error) && !self.host.is_terminal(Stream::Output);
        for (done, input) in found.inputs.iter().enumerate() {
            if progress && !together {
                let place = [(done.saturating_add(1)).to_string(), found.inputs.len().to_string()].join("/");
                self.host.print(Stream::Error, &["\r", &place].concat());
            }
            if !together {
                self.judge_input(input, &mut tally);
            }
        }
        if progress && !found.inputs.is_empty() && !together {
            self.host.print(Stream::Error, "\r\u{1B}[K");
        }
        if together {
            self.judge_all(found, &mut tally);
        }
        self.close(found, &tally);
        if tally.checked == 0 && tally.status == Status::Pass {
            self.error(self.locale.cli(CliText::NoFiles));
            return Status::Unusable;
        }
        tally.status
    }

    fn judge_input(&self, input: &Input, tally: &mut Tally) {
        match self.read(&input.name) {
            Some(data) => self.judge_servers(&[(String::new(), data)], input, tally),
            None => tally.status = Status::Unusable,
        }
    }

    fn judge_all(&self, found: &Found, tally: &mut Tally) {
        let mut files: Vec<(String, Bytes)> = Vec::new();
        for input in &found.inputs {
            match self.read(&input.name) {
                Some(data) => files.push((input.name.clone(), data)),
                None => tally.status = Status::Unusable,
            }
        }
        if let Some(first) = found.inputs.first() {
            self.judge_servers(&files, first, tally);
        }
    }

    fn judge_servers(&self, files: &[(String, Bytes)], input: &Input, tally: &mut Tally) {
        match engine::Input::read(files, &self.passwords) {
            Ok(read) => {
                let plans = engine::plan_servers(read, &self.options, &self.trust);
                let several = plans.len() > 1;
                for (number, plan) in plans.iter().enumerate() {
                    let report = judge(plan, &NativeVerifier.verify_all(plan.checks()));
                    if number == 0 {
                        self.warn_of_keys(&input.name, &report.input.dropped);
                    }
                    if input.from_folder && !has_server(&report) {
                        tally.skipped = tally.skipped.saturating_add(1);
                        continue;
                    }
                    tally.checked = tally.checked.saturating_add(1);
                    if report.verdict == Verdict::Pass {
                        tally.passed = tally.passed.saturating_add(1);
                    }
                    self.print_result(&input.name, several, Ok((plan, &report)), tally);
                    tally.status = tally.status.max(self.status_of(&input.name, &report));
                }
            }
            Err(why) => {
                if let InputError::NoCertificate { input: report } = &why {
                    self.warn_of_keys(&input.name, &report.dropped);
                }
                if input.from_folder {
                    tally.skipped = tally.skipped.saturating_add(1);
                    return;
                }
                tally.status = Status::Unusable;
                tally.checked = tally.checked.saturating_add(1);
                self.print_result(&input.name, false, Err(self.error_view(&why)), tally);
            }
        }
    }

    fn print_result(
        &self,
        name: &str,
        several: bool,
        result: Result<(&Plan<'_>, &Report), InputErrorView<'_>>,
        tally: &mut Tally,
    ) {
        if self.collects() {
            match result {
                Ok((_, report)) => self.collect(name, several, report),
                Err(why) => self.collect_error(name, &why),
            }
            return;
        }
        let table = result
            .ok()
            .filter(|_| !self.has_rows())
            .and_then(|(plan, _)| self.compared(plan));
        let result = result.map(|(_, report)| report);
        let first = tally.written == 0;
        tally.written = tally.written.saturating_add(1);
        let view = ServerView {
            name: Some(name),
            outcome: result.map(|report| ReportView::new(report, self.locale).with_clients(table.as_ref())),
        };
        let place = match result.ok().and_then(line_of_server).filter(|_| several) {
            Some(line) => [self.name(name), ":", &line.to_string()].concat(),
            None => self.name(name).to_owned(),
        };
        let of_clients = |report| self.table_of_clients(report, table.as_ref());
        match (self.asked.format, result) {
            (Format::Json, _) => self.out(&element(&view, first)),
            (Format::JsonLines, _) => self.out(&self.line(&view)),
            (Format::Text | Format::Markdown, Err(why)) => self.error(&[&place, ": ", &why.message()].concat()),
            (Format::Junit | Format::Sarif | Format::Pem, _) => {}
            (Format::Markdown, Ok(report)) => {
                let between = if first { "" } else { "\n" };
                self.out(&[between, &Guide::new(report).markdown(self.locale), &of_clients(report)].concat());
            }
            (Format::Text, Ok(report)) if self.asked.full => {
                let between = if first { "" } else { "\n" };
                let name = self.heading(&visible(&place));
                self.out(&[between, &name, "\n", &self.text(report), &of_clients(report)].concat());
            }
            (Format::Text, Ok(report)) => {
                let badge = self.locale.verdict(report.verdict);
                let other = [Verdict::Pass, Verdict::Fail, Verdict::Inconclusive]
                    .map(|verdict| self.locale.verdict(verdict).chars().count());
                let widest = other.into_iter().max().unwrap_or_default();
                let blanks = " ".repeat(widest.saturating_sub(badge.chars().count()));
                let badge = self.style.paint(Paint::of_verdict(report.verdict), badge) + &blanks;
                let sentence = verdict_sentence(report, self.locale);
                self.out(&[&badge, "  ", &visible(&place), "  ", &visible(&sentence), "\n"].concat());
            }
        }
    }

    fn close(&self, found: &Found, tally: &Tally) {
        match self.asked.format {
            Format::Json if tally.written == 0 => self.out("[]\n"),
            Format::Json => self.out("\n]\n"),
            Format::Text if tally.checked > 0 => {
                let passed = CliPhrase::Passed {
                    passed: tally.passed,
                    of: tally.checked,
                };
                let passed = self.locale.cli_phrase(&passed);
                // The lines above do not say for which client the servers were checked.
                let client = self.options.client;
                let of_client = if client == ClientId::API_GATEWAY {
                    String::new()
                } else {
                    [" · ", &self.locale.client_name(client)].concat()
                };
                self.out(&[&passed, &of_client, "\n"].concat());
            }
            _ => {}
        }
        if found.from_folder && tally.skipped > 0 {
            let words = self.locale.cli_phrase(&CliPhrase::SkippedFiles(tally.skipped));
            self.host.print(Stream::Error, &[&words, "\n"].concat());
        }
    }
}

/// Whether there is a server certificate. A `chain.pem` next to a server certificate contains only
/// CA certificates.
fn has_server(report: &Report) -> bool {
    let missing = |f: &crate::report::Finding| matches!(f.detail, Detail::LeafMissing {});
    !report
        .rule(RuleId::Chain)
        .is_some_and(|rule| rule.findings.iter().any(missing))
}
