//! One server: prints its full report, and writes the repaired chain if requested.

use bytes::Bytes;

use super::arguments::Format;
use super::input::{Found, STANDARD_INPUT};
use super::{Command, Status, Stream, is_json, pretty};
use crate::engine::{self, InputError, Plan, judge, most_clients_with, repair_with};
use crate::guide::{Guide, evidence_markdown};
use crate::i18n::{CliPhrase, CliText, ReportText};
use crate::json::{InputErrorView, ReportView, ServerView};
use crate::report::{ClientTable, RepairStatus, Report, Verdict};
use crate::trust::Clients;
use crate::verify::{Verifier as _, native::NativeVerifier};

impl Command<'_> {
    /// Checks the only input. It is read like pasted text, so the report is the same as on the
    /// page.
    pub(super) fn judge_one(&self, found: &Found) -> Status {
        let Some(input) = found.inputs.first() else {
            return Status::Unusable;
        };
        let Some(data) = self.read(&input.name) else {
            return Status::Unusable;
        };
        self.answer(&input.name, engine::Input::paste(data, &self.passwords))
    }

    /// Checks all inputs as one.
    pub(super) fn judge_together(&self, found: &Found) -> Status {
        let mut files: Vec<(String, Bytes)> = Vec::new();
        let mut total = 0_u64;
        for input in &found.inputs {
            let Some(data) = self.read(&input.name) else {
                return Status::Unusable;
            };
            files.push((input.name.clone(), data.clone()));
            total = total.saturating_add(u64::try_from(data.len()).unwrap_or(u64::MAX));
            if total >= super::MAX_BYTES {
                break; // The report says that the input was cut off.
            }
        }
        let name = found.inputs.first().map_or(STANDARD_INPUT, |input| input.name.as_str());
        self.answer(name, engine::Input::read(&files, &self.passwords))
    }

    fn answer(&self, name: &str, input: Result<engine::Input, InputError>) -> Status {
        let plan = match input {
            Ok(input) => input.into_plan(&self.options, &self.trust),
            Err(why) => return self.nothing(name, &why),
        };
        let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
        self.warn_of_keys(name, &report.input.dropped);
        // If the chain goes to standard output, everything else goes to standard error.
        let aside = self.asked.repair.as_deref() == Some(STANDARD_INPUT);
        let stream = if aside { Stream::Error } else { Stream::Output };
        if self.collects() {
            self.collect(name, false, &report);
        } else {
            let table = self.compared(&plan);
            self.host.print(stream, &self.form(name, &report, table.as_ref()));
        }
        match &self.asked.repair {
            Some(out) => self.repair(out, &plan, &report),
            None => {
                let written = self.asked.write_truststore.as_deref();
                let written = written.is_none_or(|out| self.write_truststore(out, &plan, &report));
                let status = self.status_of(name, &report);
                if written { status } else { Status::Unusable }
            }
        }
    }

    /// The report in the requested format, with a line feed at the end.
    fn form(&self, name: &str, report: &Report, table: Option<&ClientTable>) -> String {
        let view = ReportView::new(report, self.locale).with_clients(table);
        match self.asked.format {
            Format::Text => self.text(report) + &self.table_of_clients(report, table),
            Format::Json => pretty(&view) + "\n",
            Format::JsonLines => self.line(&ServerView {
                name: Some(name),
                outcome: Ok(view),
            }),
            Format::Markdown => Guide::new(report).markdown(self.locale) + &self.table_of_clients(report, table),
            Format::Junit | Format::Sarif | Format::Pem => String::new(),
        }
    }

    /// One line of JSON.
    pub(super) fn line(&self, view: &ServerView<'_>) -> String {
        serde_json::to_string(view).unwrap_or_default() + "\n"
    }

    /// Reports that there is nothing to check: as an error message, and in JSON if requested.
    fn nothing(&self, name: &str, why: &InputError) -> Status {
        let view = self.error_view(why);
        if let InputError::NoCertificate { input } = why {
            self.warn_of_keys(name, &input.dropped);
        }
        self.error(&[self.name(name), ": ", &view.message()].concat());
        if self.collects() {
            self.collect_error(name, &view);
            return Status::Unusable;
        }
        if is_json(self.asked.format) && self.asked.repair.is_none() {
            let text = match self.asked.format {
                Format::JsonLines => self.line(&ServerView {
                    name: Some(name),
                    outcome: Err(view),
                }),
                _ => pretty(&view) + "\n",
            };
            self.out(&text);
        } else if let InputError::NoCertificate { input } = why
            && self.asked.repair.is_none()
        {
            self.out(&match self.asked.format {
                Format::Markdown => {
                    evidence_markdown(input, self.options.hostname.as_deref(), self.options.at, self.locale)
                }
                _ => self.evidence_text(input),
            });
        }
        Status::Unusable
    }

    /// An input error with the texts for this check.
    pub(super) fn error_view<'e>(&'e self, why: &'e InputError) -> InputErrorView<'e> {
        let view = InputErrorView::new(why.into(), self.locale);
        view.checked_for(self.options.at, self.options.hostname.as_deref())
    }

    /// Writes the repaired chain, or the one that the most clients accept if the options compare
    /// clients, and prints what changed. Returns the status of the written chain.
    pub(super) fn repair(&self, out: &str, plan: &Plan<'_>, report: &Report) -> Status {
        let files = |file| self.host.certificates(file);
        let mut text = String::new();
        let repair = match self.wanted_clients(plan) {
            None => repair_with(plan, report, &NativeVerifier, files),
            Some(wanted) => {
                let clients = (&wanted[..], Some(Clients::embedded()));
                match most_clients_with(plan, report, clients, &NativeVerifier, files) {
                    Ok(most) => {
                        let chain = (most.best.pem(), most.best.report.verdict);
                        return self.write_chain(out, self.most_clients_text(&most), Some(chain));
                    }
                    Err(repair) => {
                        text = ["\n", self.locale.report(ReportText::NoClientAccepts), "\n"].concat();
                        *repair
                    }
                }
            }
        };
        let whole = matches!(
            repair.status,
            RepairStatus::Complete {} | RepairStatus::AlreadyComplete {}
        );
        text.push_str(&self.repair_text(&repair));
        self.write_chain(out, text, whole.then(|| (repair.recommended(), repair.verdict)))
    }

    /// Writes a chain if there is one, and prints the text about it. Returns the status of the
    /// chain.
    fn write_chain(&self, out: &str, mut text: String, chain: Option<(String, Verdict)>) -> Status {
        let to_output = out == STANDARD_INPUT;
        let status = match chain {
            None => {
                text.push_str(self.locale.cli(CliText::RepairNotWritten));
                text.push('\n');
                Status::Rejected
            }
            Some((pem, verdict)) if to_output => {
                self.out(&pem);
                status(verdict)
            }
            Some((pem, verdict)) => match self.host.write(out, pem.as_bytes(), self.asked.force) {
                Ok(()) => {
                    text.push_str(&self.locale.cli_phrase(&CliPhrase::RepairWritten(out)));
                    text.push('\n');
                    status(verdict)
                }
                Err(why) => {
                    self.error(&self.locale.cli_phrase(&CliPhrase::Unwritable { name: out, why: &why }));
                    return Status::Unusable;
                }
            },
        };
        let with_report = !to_output && self.asked.format == Format::Text;
        let stream = if with_report { Stream::Output } else { Stream::Error };
        self.host.print(stream, &text);
        status
    }
}

pub(super) fn status(verdict: Verdict) -> Status {
    match verdict {
        Verdict::Pass => Status::Pass,
        Verdict::Fail => Status::Rejected,
        Verdict::Inconclusive => Status::Inconclusive,
    }
}
