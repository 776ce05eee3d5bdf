//! `--lines`: JSON lines in and out, for programs that check many servers with a few processes.
//!
//! Input: on each line, an object with `pem` (the chain in any text format) and optionally `id`
//! (any JSON value, returned as it was written) and `host`. Other keys are ignored, and so are
//! blank lines.
//!
//! Output: for each line, immediately and in order, `{ id, report, error }`, where either `report`
//! or `error` is null. An invalid line has an `error` and does not affect other lines.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::one::status;
use super::{Command, MAX_BYTES, Status, warn};
use crate::engine::{self, InputError, Options, judge};
use crate::i18n::CliPhrase;
use crate::ingest::Dropped;
use crate::json::{InputErrorView, ReportView};
use crate::verify::{Verifier as _, native::NativeVerifier};

/// The most bytes of a line. JSON can use six bytes for one byte of text, but rarely does.
const MAX_LINE: u64 = 2 * MAX_BYTES;

#[derive(Deserialize)]
struct Line<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    pem: String,
    #[serde(default)]
    host: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    report: Option<ReportView<'a>>,
    error: Option<Trouble<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Trouble<'a> {
    Nothing(InputErrorView<'a>),
    Line { code: &'static str, message: String },
}

impl Command<'_> {
    /// Checks standard input line by line.
    pub(super) fn judge_lines(&self) -> Status {
        let mut worst = Status::Pass;
        let mut number = 0_usize;
        loop {
            let line = match self.host.read_line(MAX_LINE) {
                Ok(Some(line)) => line,
                Ok(None) => return worst,
                Err(why) => {
                    self.unreadable(super::input::STANDARD_INPUT, &why);
                    return Status::Unusable;
                }
            };
            number = number.saturating_add(1);
            if !line.iter().all(u8::is_ascii_whitespace) {
                worst = worst.max(self.judge_line(&line, number));
            }
        }
    }

    fn judge_line(&self, line: &Bytes, number: usize) -> Status {
        let asked: Line<'_> = match serde_json::from_slice(line) {
            Ok(asked) => asked,
            Err(_) => {
                let message = self.locale.cli_phrase(&CliPhrase::BadLine(number));
                let code = "bad-line";
                self.answer_line(None, None, Some(Trouble::Line { code, message }));
                return Status::Unusable;
            }
        };
        let host = asked.host.map(|host| host.trim().to_owned());
        let options = Options {
            hostname_from_input: self.options.hostname_from_input && host.is_none(),
            hostname: host
                .filter(|host| !host.is_empty())
                .or_else(|| self.options.hostname.clone()),
            ..self.options.clone()
        };
        match engine::Input::paste(asked.pem.into(), &self.passwords) {
            Ok(input) => {
                let plan = input.into_plan(&options, &self.trust);
                let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
                self.warn_of_keys_in(number, &report.input.dropped);
                self.answer_line(asked.id, Some(ReportView::new(&report, self.locale)), None);
                status(report.verdict)
            }
            Err(why) => {
                if let InputError::NoCertificate { input } = &why {
                    self.warn_of_keys_in(number, &input.dropped);
                }
                let nothing = InputErrorView::new((&why).into(), self.locale)
                    .checked_for(options.at, options.hostname.as_deref());
                self.answer_line(asked.id, None, Some(Trouble::Nothing(nothing)));
                Status::Unusable
            }
        }
    }

    fn answer_line(&self, id: Option<&RawValue>, report: Option<ReportView<'_>>, error: Option<Trouble<'_>>) {
        let answer = Answer { id, report, error };
        self.out(&(serde_json::to_string(&answer).unwrap_or_default() + "\n"));
    }

    fn warn_of_keys_in(&self, number: usize, dropped: &[Dropped]) {
        if dropped.iter().any(Dropped::is_private_key) {
            let line = self.locale.cli_phrase(&CliPhrase::Line(number));
            let words = self.locale.cli_phrase(&CliPhrase::PrivateKey(&line));
            warn(self.host, self.locale, &words);
        }
    }
}
