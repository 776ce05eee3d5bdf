//! The JSON form of a report, for other programs and for the page's download.
//!
//! Input: a [`Report`] and a language. Output, by `Serialize`: everything in the report, in
//! camelCase, with texts added: `verdictSentence`, and a `message` for each finding, fix, note,
//! dropped object and log line. Keys and codes are stable (`SCHEMA_VERSION`); texts may change in
//! any release. The same report and language give the same bytes.
//!
//! # Example
//! ```
//! use sslengine_doctor::json::InputErrorView;
//! use sslengine_doctor::i18n::{Locale, Nothing};
//!
//! let json = serde_json::to_value(InputErrorView::new(Nothing::Empty, Locale::En)).unwrap();
//! assert_eq!(json["code"], "empty");
//! assert!(json["message"].as_str().unwrap().starts_with("There is nothing to check."));
//! ```

#[cfg(feature = "cli")]
mod connection;
mod other;

#[cfg(feature = "cli")]
pub use connection::ConnectedView;
pub use other::{InspectionView, MostClientsView, RepairView, ServerView, line_of_server};

use serde::{Serialize, Serializer};

use crate::cert::UnixTime;
use crate::evidence::{self, DescriptionNote};
use crate::i18n::{Locale, Nothing, verdict_sentence};
use crate::ingest::{Accepted, Described, Dropped, Hints, Host, HostFrom, InputNote, LogMessage};
use crate::report::{
    CertIndex, CertificateReport, CheckedFor, ClientAnswer, ClientReport, ClientTable, Detail, Finding, Fix,
    HostnameReport, InputReport, LogConflict, Observation, Outcome, PathStep, Report, RuleId, RuleReport, Severity,
    Tool, Verdict,
};
use crate::trust::ClientId;

/// A report with texts in one language.
#[derive(Clone, Copy, Debug)]
pub struct ReportView<'a> {
    report: &'a Report,
    certificates: &'a [CertificateReport],
    clients: Option<&'a ClientTable>,
    locale: Locale,
}

impl<'a> ReportView<'a> {
    /// Creates a view of `report` in the language `locale`.
    #[must_use]
    pub fn new(report: &'a Report, locale: Locale) -> Self {
        Self {
            report,
            certificates: &report.certificates,
            clients: None,
            locale,
        }
    }

    /// Returns this view with the answers of several clients.
    #[must_use]
    pub fn with_clients(self, clients: Option<&'a ClientTable>) -> Self {
        Self { clients, ..self }
    }

    /// Returns this view without certificates, for callers that write them one by one.
    #[must_use]
    pub fn without_certificates(self) -> Self {
        Self {
            certificates: &[],
            ..self
        }
    }

    fn finding(self, finding: &'a Finding) -> FindingForm<'a> {
        FindingForm {
            detail: &finding.detail,
            severity: finding.detail.severity(),
            certificate: finding.certificate,
            message: self.locale.finding(self.report, finding).sentence(),
        }
    }

    /// The answers of several clients about the chain of this report.
    fn answers(self, table: &'a ClientTable) -> Vec<AnswerForm<'a>> {
        let answer = |row: &'a ClientAnswer| AnswerForm {
            client: row.client,
            name: self.locale.client_name(row.client),
            accepted: row.accepted,
            verdict: row.verdict,
            reason: row.reason.as_ref().map(|f| self.finding(f)),
            wrong_host: row.wrong_host,
            java_message: row.message.as_deref(),
            message: self.locale.client_reason(self.report, row),
        };
        table.rows.iter().map(answer).collect()
    }

    fn rule(self, rule: &'a RuleReport) -> RuleForm<'a> {
        RuleForm {
            rule: rule.rule,
            outcome: rule.outcome,
            findings: rule.findings.iter().map(|f| self.finding(f)).collect(),
        }
    }
}

impl Serialize for ReportView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.report;
        // Destructure: a new field of the report does not compile until it is handled here.
        let Report {
            schema_version,
            tool,
            client,
            java,
            at,
            asked,
            verdict,
            rules,
            handshake,
            hostname,
            path,
            certificates: _, // all of them, or none
            input,
            log_conflict,
            fixes,
        } = report;
        ReportForm {
            schema_version: *schema_version,
            tool,
            client: ClientForm {
                value: client,
                name: self.locale.client_name(client.id),
            },
            java,
            at: *at,
            asked,
            verdict: *verdict,
            verdict_sentence: verdict_sentence(report, self.locale),
            rules: rules.iter().map(|r| self.rule(r)).collect(),
            handshake: HandshakeForm {
                accepted: handshake.accepted,
                message: handshake.message.as_deref(),
                legacy_message: handshake.legacy_message.as_deref(),
                reason: handshake.reason.as_ref().map(|f| self.finding(f)),
            },
            hostname: hostname.as_ref(),
            path,
            certificates: self.certificates,
            input: input_form(input, Context::of_report(report, self.locale)),
            clients: self.clients.map(|table| self.answers(table)),
            log_conflict: log_conflict.as_ref().map(|conflict| WithMessage {
                value: conflict,
                message: self.locale.log_conflict(&input.files, conflict),
            }),
            fixes: fixes
                .iter()
                .map(|fix| WithMessage {
                    value: fix,
                    message: self.locale.fix(report, fix),
                })
                .collect(),
        }
        .serialize(serializer)
    }
}

/// Why there is no report: `{ code, message, input }`.
#[derive(Clone, Copy, Debug)]
pub struct InputErrorView<'a> {
    why: Nothing<'a>,
    locale: Locale,
    at: Option<UnixTime>,
    hostname: Option<&'a str>,
}

impl<'a> InputErrorView<'a> {
    /// Creates a view of `why` in the language `locale`.
    #[must_use]
    pub fn new(why: Nothing<'a>, locale: Locale) -> Self {
        Self {
            why,
            locale,
            at: None,
            hostname: None,
        }
    }

    /// Returns this view with the time and the host name of the check, if one was given.
    /// Descriptions of certificates are compared with them.
    #[must_use]
    pub fn checked_for(self, at: UnixTime, hostname: Option<&'a str>) -> Self {
        Self {
            at: Some(at),
            hostname,
            ..self
        }
    }

    /// Returns the stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.why {
            Nothing::Empty => "empty",
            Nothing::NoCertificate(_) => "no-certificate",
        }
    }

    /// Returns the text.
    #[must_use]
    pub fn message(&self) -> String {
        self.locale.nothing(&self.why)
    }
}

impl Serialize for InputErrorView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let input = match self.why {
            Nothing::Empty => None,
            Nothing::NoCertificate(input) => Some(input),
        };
        NothingForm {
            code: self.code(),
            message: self.message(),
            input: input.map(|input| {
                let context = Context {
                    locale: self.locale,
                    with_chain: false,
                    at: self.at,
                    hostname: self.hostname,
                };
                input_form(input, context)
            }),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportForm<'a> {
    schema_version: u32,
    tool: &'a Tool,
    client: ClientForm<'a>,
    java: &'a str,
    at: UnixTime,
    asked: &'a CheckedFor,
    verdict: Verdict,
    verdict_sentence: String,
    rules: Vec<RuleForm<'a>>,
    handshake: HandshakeForm<'a>,
    hostname: Option<&'a HostnameReport>,
    path: &'a [PathStep],
    certificates: &'a [CertificateReport],
    input: InputForm<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clients: Option<Vec<AnswerForm<'a>>>,
    log_conflict: Option<WithMessage<&'a LogConflict>>,
    fixes: Vec<WithMessage<&'a Fix>>,
}

/// A client with its name in one language.
#[derive(Serialize)]
struct ClientForm<'a> {
    #[serde(flatten)]
    value: &'a ClientReport,
    name: String,
}

/// The answer of a client, with its name and the reason in one language.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct AnswerForm<'a> {
    client: ClientId,
    name: String,
    accepted: bool,
    verdict: Verdict,
    reason: Option<FindingForm<'a>>,
    wrong_host: bool,
    java_message: Option<&'a str>,
    message: String,
}

#[derive(Serialize)]
struct RuleForm<'a> {
    rule: RuleId,
    outcome: Outcome,
    findings: Vec<FindingForm<'a>>,
}

#[derive(Serialize)]
struct FindingForm<'a> {
    #[serde(flatten)]
    detail: &'a Detail,
    severity: Severity,
    certificate: Option<CertIndex>,
    message: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HandshakeForm<'a> {
    accepted: bool,
    message: Option<&'a str>,
    legacy_message: Option<&'a str>,
    reason: Option<FindingForm<'a>>,
}

#[derive(Serialize)]
struct InputForm<'a> {
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    files: &'a [String],
    notes: Vec<WithMessage<&'a InputNote>>,
    dropped: Vec<WithMessage<&'a Dropped>>,
    hints: HintsForm<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HintsForm<'a> {
    host: Option<&'a Host>,
    host_from: Option<HostFrom>,
    accepted: Option<Accepted>,
    described: Vec<WithMessage<DescribedForm<'a>>>,
    messages: Vec<WithMessage<&'a LogMessage>>,
    aws_list: bool,
    share_link: Option<&'a str>,
}

#[derive(Serialize)]
struct NothingForm<'a> {
    code: &'static str,
    message: String,
    input: Option<InputForm<'a>>,
}

/// A value with a `message` added to its own keys.
#[derive(Serialize)]
struct WithMessage<T> {
    #[serde(flatten)]
    value: T,
    message: String,
}

/// A description with what it shows, and the command that prints the certificate.
#[derive(Serialize)]
struct DescribedForm<'a> {
    #[serde(flatten)]
    described: &'a Described,
    observations: Vec<Observation>,
    command: String,
}

/// What the texts about an input depend on.
#[derive(Clone, Copy)]
struct Context<'a> {
    locale: Locale,
    /// Whether there is a report on a chain.
    with_chain: bool,
    at: Option<UnixTime>,
    hostname: Option<&'a str>,
}

impl<'a> Context<'a> {
    fn of_report(report: &'a Report, locale: Locale) -> Self {
        Self {
            locale,
            with_chain: true,
            at: Some(report.at),
            hostname: report.asked.hostname.as_deref(),
        }
    }
}

fn input_form<'a>(input: &'a InputReport, context: Context<'_>) -> InputForm<'a> {
    let locale = context.locale;
    let InputReport {
        files,
        notes,
        dropped,
        hints,
    } = input;
    let Hints {
        host,
        host_from,
        accepted,
        described: _, // with observations, below
        messages,
        aws_list,
        share_link,
    } = hints;
    InputForm {
        files,
        notes: notes
            .iter()
            .map(|note| WithMessage {
                value: note,
                message: locale.note(files, note),
            })
            .collect(),
        dropped: dropped
            .iter()
            .map(|d| WithMessage {
                value: d,
                message: locale.dropped(files, d),
            })
            .collect(),
        hints: HintsForm {
            host: host.as_ref(),
            host_from: *host_from,
            accepted: *accepted,
            described: evidence::descriptions(input, context.hostname, context.at)
                .into_iter()
                .map(|note| {
                    let message = locale.described(files, &note);
                    let DescriptionNote {
                        described,
                        observations,
                        command,
                    } = note;
                    WithMessage {
                        value: DescribedForm {
                            described,
                            observations,
                            command,
                        },
                        message,
                    }
                })
                .collect(),
            messages: messages
                .iter()
                .map(|m| WithMessage {
                    value: m,
                    message: locale.log_text(m, context.with_chain),
                })
                .collect(),
            aws_list: *aws_list,
            share_link: share_link.as_deref(),
        },
    }
}
