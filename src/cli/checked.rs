//! What test reports (JUnit) and code scanners (SARIF) show of a checked server.

use super::arguments::FailOn;
use super::{Command, Format};
use crate::i18n::verdict_sentence;
use crate::json::{InputErrorView, line_of_server};
use crate::report::{Connection, Finding, Outcome, Report, RuleReport, Severity, Verdict};

/// A checked server or file.
pub(super) struct Checked {
    /// The file with its line, or the server.
    pub(super) name: String,
    /// The file that it is from; `None` for a server of `--connect` and for standard input.
    pub(super) file: Option<String>,
    /// The line in the file.
    pub(super) line: Option<u32>,
    pub(super) cases: Vec<Case>,
}

/// Something that was checked: a requirement, the host name, the handshake, the connection.
pub(super) struct Case {
    pub(super) name: String,
    pub(super) result: CaseResult,
    pub(super) problems: Vec<Problem>,
}

/// The result of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CaseResult {
    Passed,
    Failed,
    /// The outcome is unknown.
    Unknown,
    /// The input could not be read, or the server could not be reached.
    Error,
}

/// A message about a case.
pub(super) struct Problem {
    /// The code of the finding, or of another message.
    pub(super) code: String,
    pub(super) level: Level,
    pub(super) message: String,
    /// The line in the file, if it is another one than that of the server.
    pub(super) line: Option<u32>,
}

/// How much a message matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Note,
    Warning,
    Error,
}

impl Command<'_> {
    /// Whether the results are printed at the end, as one document.
    pub(super) fn collects(&self) -> bool {
        matches!(self.asked.format, Format::Junit | Format::Sarif)
    }

    /// Collects a checked file. `name` is that of the file.
    pub(super) fn collect(&self, name: &str, several: bool, report: &Report) {
        let line = line_of_server(report);
        let place = match line.filter(|_| several) {
            Some(line) => [self.name(name), ":", &line.to_string()].concat(),
            None => self.name(name).to_owned(),
        };
        self.checked.borrow_mut().push(Checked {
            name: place,
            file: file(name),
            line,
            cases: self.cases(report),
        });
    }

    /// Collects an input that cannot be checked.
    pub(super) fn collect_error(&self, name: &str, why: &InputErrorView<'_>) {
        self.collect_trouble(name, why.code(), why.message());
    }

    /// Collects an input that cannot be read.
    pub(super) fn collect_trouble(&self, name: &str, code: &str, message: String) {
        self.checked.borrow_mut().push(Checked {
            name: self.name(name).to_owned(),
            file: file(name),
            line: None,
            cases: vec![Case {
                name: "input".to_owned(),
                result: CaseResult::Error,
                problems: vec![Problem {
                    code: code.to_owned(),
                    level: Level::Error,
                    message,
                    line: None,
                }],
            }],
        });
    }

    /// Collects a server of `--connect`, which may be a line of a list.
    pub(super) fn collect_server(
        &self,
        connection: &Connection,
        report: Option<&Report>,
        unreachable: bool,
        line: Option<u32>,
    ) {
        let list = self.asked.connect_list.as_deref().filter(|_| line.is_some());
        let mut cases = vec![self.connection_case(connection, unreachable)];
        cases.extend(report.into_iter().flat_map(|report| self.cases(report)));
        for problem in cases.iter_mut().flat_map(|case| &mut case.problems) {
            // The certificates have no lines in a file of the user.
            problem.line = None;
        }
        self.checked.borrow_mut().push(Checked {
            name: connection.name(),
            file: list.and_then(file),
            line,
            cases,
        });
    }

    fn connection_case(&self, connection: &Connection, unreachable: bool) -> Case {
        let mut problems = Vec::new();
        let trouble = self.locale.connection_trouble(connection);
        let mut result = match (&trouble, unreachable) {
            (None, _) => CaseResult::Passed,
            (Some(_), false) => CaseResult::Failed,
            (Some(_), true) => CaseResult::Error,
        };
        if let Some((sentence, more)) = &trouble {
            problems.push(Problem {
                code: "handshake-failed".to_owned(),
                level: Level::Error,
                message: [sentence.as_str(), more].join(" ").trim_end().to_owned(),
                line: None,
            });
        }
        let strict = self.asked.fail_on >= Some(FailOn::Warning);
        for note in connection.notes() {
            let caveat = trouble.is_none() && note.is_caveat();
            if caveat && strict {
                result = CaseResult::Failed;
            }
            problems.push(Problem {
                code: note.code().to_owned(),
                level: match (caveat, strict) {
                    (true, true) => Level::Error,
                    (true, false) => Level::Warning,
                    (false, _) => Level::Note,
                },
                message: self.locale.connection_note(&note),
                line: None,
            });
        }
        Case {
            name: self.locale.connection_heading().to_owned(),
            result,
            problems,
        }
    }

    /// The requirements, the host name and the handshake of a report.
    fn cases(&self, report: &Report) -> Vec<Case> {
        let mut cases: Vec<Case> = report.rules.iter().map(|rule| self.rule_case(report, rule)).collect();
        for breach in self.breaches(report) {
            if let Some((case, _)) = cases
                .iter_mut()
                .zip(&report.rules)
                .find(|(_, rule)| rule.rule == breach.rule)
            {
                case.result = CaseResult::Failed;
                case.problems.push(Problem {
                    code: breach.code.to_owned(),
                    level: Level::Error,
                    message: breach.words,
                    line: None,
                });
            }
        }
        if let Some(hostname) = &report.hostname {
            let problem = Problem {
                code: "hostname".to_owned(),
                level: Level::Error,
                message: self.locale.hostname(report, hostname).sentence(),
                line: None,
            };
            cases.push(Case {
                name: self.locale.report(crate::i18n::ReportText::HostHeading).to_owned(),
                result: if hostname.accepted {
                    CaseResult::Passed
                } else {
                    CaseResult::Failed
                },
                problems: if hostname.accepted { Vec::new() } else { vec![problem] },
            });
        }
        if report.asked.client_certificate {
            return cases;
        }
        let decided = |cases: &[Case], result| cases.iter().any(|case| case.result == result);
        let failed = report.verdict == Verdict::Fail && !decided(&cases, CaseResult::Failed);
        let open = report.verdict == Verdict::Inconclusive && !decided(&cases, CaseResult::Unknown);
        let result = match (failed, open && self.asked.fail_on.is_some(), open) {
            (true, _, _) | (_, true, _) => CaseResult::Failed,
            (_, _, true) => CaseResult::Unknown,
            _ => CaseResult::Passed,
        };
        let problem = (failed || open).then(|| Problem {
            code: "java-handshake".to_owned(),
            level: if result == CaseResult::Failed {
                Level::Error
            } else {
                Level::Warning
            },
            message: verdict_sentence(report, self.locale),
            line: None,
        });
        cases.push(Case {
            name: ["Java ", &report.java].concat(),
            result,
            problems: problem.into_iter().collect(),
        });
        cases
    }

    fn rule_case(&self, report: &Report, rule: &RuleReport) -> Case {
        let strict = self.asked.fail_on >= Some(FailOn::Inconclusive);
        let result = match rule.outcome {
            Outcome::Fail => CaseResult::Failed,
            Outcome::Unknown if strict => CaseResult::Failed,
            Outcome::Unknown => CaseResult::Unknown,
            Outcome::Pass | Outcome::Warn | Outcome::NotApplicable => CaseResult::Passed,
        };
        let level = |finding: &Finding| match finding.detail.severity() {
            Severity::Error => Level::Error,
            Severity::Info if !finding.detail.kind().undecided => Level::Note,
            Severity::Info | Severity::Warning if strict && rule.outcome == Outcome::Unknown => Level::Error,
            Severity::Info | Severity::Warning => Level::Warning,
        };
        let problem = |finding: &Finding| {
            let certificate = finding.certificate.and_then(|at| report.certificates.get(at.get()));
            Problem {
                code: finding.detail.code().to_owned(),
                level: level(finding),
                message: self.locale.finding(report, finding).sentence(),
                line: certificate.map(|certificate| certificate.source.at.line),
            }
        };
        let notable = rule.notable().into_iter().filter(|_| rule.outcome != Outcome::Pass);
        Case {
            name: self.locale.rule_name(rule.rule).to_owned(),
            result,
            problems: notable.map(problem).collect(),
        }
    }
}

fn file(name: &str) -> Option<String> {
    (name != super::input::STANDARD_INPUT).then(|| name.to_owned())
}
