//! The report as Markdown, for a ticket.

use super::escape::{block, code, inline};
use super::notable;
use crate::cert::UnixTime;
use crate::evidence;
use crate::guide::{Expected, Guide, ShellCommand, System, Term, vocabulary};
use crate::i18n::{
    ClientText, GuidePhrase, GuideText, Locale, Nothing, ReportPhrase, ReportText, UiPhrase, UiText, verdict_sentence,
};
use crate::report::{ClientTable, Finding, InputReport, Outcome, PathStep, Report, RuleId, Severity};

impl Guide<'_> {
    /// The report as Markdown: verdict, the four requirements with their finding codes, the chain,
    /// Java's message, fixes, other tools' messages, and commands that check the requirements that
    /// are not met.
    #[must_use]
    pub fn markdown(&self, locale: Locale) -> String {
        let report = self.report;
        let mut out = Document(String::with_capacity(4096), locale);
        let title = [locale.ui(UiText::Title), " – ", locale.verdict(report.verdict)].concat();
        out.line(&["# ", &inline(&title)].concat());
        out.gap();
        out.line(&inline(&verdict_sentence(report, locale)));
        out.gap();
        out.item(&inline(&locale.phrase(&UiPhrase::CheckedAt(report.at))));
        out.item(&inline(
            &locale.phrase(&UiPhrase::ListVersion(&report.tool.trust_list_version)),
        ));
        if !report.is_for_api_gateway() {
            out.item(&inline(&locale.client_name(report.client.id)));
        }
        if report.asked.insecure_skip_verification {
            out.item(&inline(locale.ui(UiText::SkipVerificationLabel)));
        }
        if let Some(hostname) = &report.hostname {
            out.item(&inline(&locale.hostname(report, hostname).sentence()));
        }
        if let Some(conflict) = &report.log_conflict {
            out.gap();
            out.line(&inline(&locale.log_conflict(&report.input.files, conflict)));
        }
        self.rules(&mut out);
        self.chain(&mut out);
        let for_server = !report.asked.client_certificate;
        if for_server {
            self.java(&mut out);
        }
        self.fixes(&mut out);
        evidence_of(
            &report.input,
            report.asked.hostname.as_deref(),
            report.at,
            true,
            &mut out,
        );
        remarks(&report.input, true, &mut out);
        self.words(&mut out);
        if for_server {
            self.checks(&mut out);
        }
        out.gap();
        out.line("---");
        out.gap();
        let written = locale.guide_phrase(&GuidePhrase::WrittenBy {
            version: &report.tool.version,
        });
        out.line(&inline(&written));
        out.0
    }

    fn rules(&self, out: &mut Document) {
        let locale = out.1;
        let for_client = self.report.asked.client_certificate;
        out.heading(if for_client {
            locale.guide(GuideText::ClientCertificateSource)
        } else {
            locale.ui(UiText::RulesHeading)
        });
        let columns = [
            GuideText::ColumnRequirement,
            GuideText::ColumnResult,
            GuideText::ColumnFinding,
            GuideText::ColumnCode,
        ];
        out.table(&columns.map(|c| locale.guide(c)));
        for (number, rule) in (1_u32..).zip(&self.report.rules) {
            let name = locale.report_phrase(&ReportPhrase::Requirement {
                number,
                name: locale.rule_name_for(self.report.client.id, rule.rule),
            });
            let findings = notable(rule);
            // The names of the requirements are those for servers.
            if findings.is_empty() && for_client {
                continue;
            }
            if findings.is_empty() {
                out.row(&[&inline(&name), locale.outcome(rule.outcome), "", ""]);
            }
            for (i, finding) in findings.into_iter().enumerate() {
                let words = locale.finding(self.report, finding);
                let words = inline(&if finding.detail.carries_cause() {
                    words.sentence()
                } else {
                    words.headline()
                });
                let tag = code(finding.detail.code());
                if i == 0 {
                    out.row(&[&inline(&name), locale.outcome(rule.outcome), &words, &tag]);
                } else {
                    out.row(&["", "", &words, &tag]);
                }
            }
        }
    }

    fn chain(&self, out: &mut Document) {
        let locale = out.1;
        out.heading(locale.report(ReportText::PathHeading));
        let columns = [
            locale.guide(GuideText::ColumnPlace),
            locale.guide(GuideText::ColumnRole),
            locale.guide(GuideText::ColumnName),
            locale.guide(GuideText::ColumnIssuedBy),
            locale.guide(GuideText::ColumnValidUntil),
            locale.guide(GuideText::ColumnKey),
            locale.report(ReportText::Sha256),
        ];
        out.table(&columns);
        let shown = self.shown_certificates();
        for (certificate, _) in shown.iter().filter(|(_, on_path)| *on_path) {
            self.certificate_row(out, certificate);
        }
        if let Some(PathStep::Anchor { anchor }) = self.report.path.last() {
            out.row(&[
                "–",
                &[
                    locale.report(ReportText::Root),
                    ", ",
                    &locale.report(ReportText::NotSent).to_lowercase(),
                ]
                .concat(),
                &inline(&crate::i18n::shown(&anchor.label)),
                "",
                &locale.date(anchor.not_after),
                "",
                &code(&anchor.sha256),
            ]);
        }
        for (certificate, _) in shown.iter().filter(|(_, on_path)| !on_path) {
            self.certificate_row(out, certificate);
        }
        let left = self.report.certificates.len().saturating_sub(shown.len());
        if left > 0 {
            let left = u32::try_from(left).unwrap_or(u32::MAX);
            let more = locale.phrase(&UiPhrase::Certificates(left));
            out.row(&["…", &["+ ", &more].concat(), "", "", "", "", ""]);
        }
    }

    fn certificate_row(&self, out: &mut Document, certificate: &crate::report::CertificateReport) {
        let locale = out.1;
        let key = &certificate.key;
        out.row(&[
            &locale.number(i64::from(certificate.index.0).saturating_add(1)),
            self.role(certificate, locale),
            &inline(&crate::i18n::shown(&certificate.subject_label)),
            &inline(&crate::i18n::shown(&certificate.issuer_label)),
            &locale.date(certificate.not_after),
            &inline(&locale.report_phrase(&ReportPhrase::KeyBits {
                algorithm: &key.algorithm,
                bits: key.bits,
            })),
            &code(&certificate.sha256),
        ]);
    }

    fn java(&self, out: &mut Document) {
        let locale = out.1;
        out.heading(locale.ui(UiText::JavaSays));
        let handshake = &self.report.handshake;
        let Some(message) = &handshake.message else {
            out.line(&inline(locale.java(handshake)));
            return;
        };
        out.0.push_str(&block("text", &[message]));
        if let Some(legacy) = &handshake.legacy_message {
            out.gap();
            out.line(&[&inline(locale.ui(UiText::JavaSaysLegacy)), " – ", &code(legacy)].concat());
        }
    }

    fn fixes(&self, out: &mut Document) {
        let locale = out.1;
        if self.report.fixes.is_empty() {
            return;
        }
        out.heading(locale.ui(UiText::FixesHeading));
        for (number, fix) in (1_u32..).zip(self.report.fixes.iter().take(super::FINDINGS)) {
            let words = inline(&locale.fix(self.report, fix));
            out.line(&[&number.to_string(), ". ", &words].concat());
        }
    }

    fn words(&self, out: &mut Document) {
        let locale = out.1;
        let errors = self.report.rules.iter().flat_map(notable);
        let errors = errors.filter(|f| f.detail.severity() == Severity::Error);
        let mut shown: Vec<&Finding> = Vec::new();
        for finding in errors {
            let new = shown.iter().all(|f| f.detail.code() != finding.detail.code());
            if new && !vocabulary(&finding.detail).is_empty() {
                shown.push(finding);
            }
        }
        if shown.is_empty() {
            return;
        }
        out.heading(locale.guide(GuideText::WordsHeading));
        for finding in shown {
            for term in vocabulary(&finding.detail) {
                out.item(&[&code(finding.detail.code()), " – ", &term_line(term)].concat());
            }
        }
    }

    /// Writes the commands for the requirements that are not met; if all are met, those for the
    /// chain.
    fn checks(&self, out: &mut Document) {
        let locale = out.1;
        let unmet = |rule: &RuleId| {
            self.report
                .rule(*rule)
                .is_none_or(|r| !matches!(r.outcome, Outcome::Pass | Outcome::NotApplicable))
        };
        let mut rules: Vec<RuleId> = RuleId::ALL.into_iter().filter(unmet).collect();
        if rules.is_empty() {
            rules.push(RuleId::Chain);
        }
        out.heading(locale.guide(GuideText::CommandsHeading));
        out.line(&inline(locale.guide(GuideText::CommandsNote)));
        let files: Vec<String> = self
            .files()
            .iter()
            .take(super::FINDINGS)
            .map(|f| code(&f.name))
            .collect();
        out.line(&[&inline(locale.guide(GuideText::FilesNote)), " ", &files.join(" ")].concat());
        if self.anchor_not_sent() {
            out.line(&inline(locale.guide(GuideText::RootFileNote)));
        }
        let of_rules = rules.into_iter().flat_map(|rule| self.commands(rule, System::Unix));
        let wrong_host = self.report.hostname.as_ref().is_some_and(|h| !h.accepted);
        let of_host = if wrong_host {
            self.hostname_commands()
        } else {
            Vec::new()
        };
        for command in of_rules.chain(of_host).take(3 * super::FINDINGS) {
            out.gap();
            let about = command.certificate.filter(|_| self.report.certificates.len() > 1);
            let about = about.map_or_else(String::new, |index| {
                [" – ", &locale.certificate(self.report, index)].concat()
            });
            out.line(&inline(&[locale.guide(command.purpose.text()), &about].concat()));
            out.gap();
            out.0.push_str(&block("sh", &[&command.text]));
            if let Some(expected) = expected(&command, locale) {
                out.gap();
                out.line(&expected);
            }
        }
    }
}

/// What an input without certificates shows, as Markdown; empty if it shows nothing.
#[must_use]
pub fn evidence_markdown(input: &InputReport, hostname: Option<&str>, at: UnixTime, locale: Locale) -> String {
    let mut out = Document(String::new(), locale);
    if evidence::is_known(input) {
        out.line(&["# ", &inline(locale.ui(UiText::Title))].concat());
        out.gap();
        out.line(&inline(&locale.nothing(&Nothing::NoCertificate(input))));
        evidence_of(input, hostname, at, false, &mut out);
        remarks(input, false, &mut out);
    }
    out.0
}

/// Writes the notes about the input that affect the result and, if `dropped`, what could not be
/// read.
fn remarks(input: &InputReport, dropped: bool, out: &mut Document) {
    let locale = out.1;
    let notes = input.notes.iter().filter(|note| note.affects_result());
    let mut texts: Vec<String> = notes.map(|note| locale.note(&input.files, note)).collect();
    if dropped {
        texts.extend(
            input
                .dropped
                .iter()
                .map(|dropped| locale.dropped(&input.files, dropped)),
        );
    }
    list(locale.ui(UiText::InputHeading), texts, out);
}

/// Writes the messages and descriptions in the input, each once.
fn evidence_of(input: &InputReport, hostname: Option<&str>, at: UnixTime, with_chain: bool, out: &mut Document) {
    let locale = out.1;
    let mut texts: Vec<String> = Vec::new();
    for message in evidence::messages(input) {
        let text = locale.log_text(message, with_chain);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    list(locale.ui(UiText::MessagesHeading), texts, out);
    let notes = evidence::descriptions(input, hostname, Some(at));
    let notes = notes.iter().map(|note| locale.described(&input.files, note));
    list(locale.described_heading(), notes.collect(), out);
}

/// Writes a heading and a list of at most [`FINDINGS`](super::FINDINGS) items; nothing if it is
/// empty.
fn list(heading: &str, items: Vec<String>, out: &mut Document) {
    if !items.is_empty() {
        out.heading(heading);
    }
    for item in items.iter().take(super::FINDINGS) {
        out.item(&inline(item));
    }
    let left = items.len().saturating_sub(super::FINDINGS);
    if left > 0 {
        out.item(&["… + ", &left.to_string()].concat());
    }
}

/// Formats a tool's message as a line.
fn term_line(term: &Term) -> String {
    let number = term.number.map_or_else(String::new, |n| [" ", &n.to_string()].concat());
    [term.glossary.name(), &number, " ", &code(term.text)].concat()
}

/// Formats the expected output of a command as a line; `None` if it is unknown.
fn expected(command: &ShellCommand, locale: Locale) -> Option<String> {
    let with = |text, what: &str| Some([&inline(locale.guide(text)), " ", what].concat());
    match &command.expect {
        Expected::Prints(parts) if parts.is_empty() => None,
        Expected::Prints(parts) => {
            let parts: Vec<String> = parts.iter().take(super::FINDINGS).map(|p| code(p)).collect();
            with(GuideText::ExpectPrints, &parts.join(" "))
        }
        Expected::InOrder(_) => None,
        Expected::Verified => Some(inline(locale.guide(GuideText::ExpectVerified))),
        Expected::Rejected(error) => {
            let error = locale.guide_phrase(&GuidePhrase::VerifyError {
                number: error.number,
                text: error.text,
            });
            with(GuideText::ExpectRejected, &inline(&error))
        }
        Expected::Look(text) => Some(inline(locale.guide(*text))),
    }
}

/// The Markdown written so far, and its language.
struct Document(String, Locale);

impl Document {
    fn line(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn item(&mut self, text: &str) {
        self.line(&["- ", text].concat());
    }

    fn heading(&mut self, text: &str) {
        self.gap();
        self.line(&["## ", &inline(text)].concat());
        self.gap();
    }

    fn row(&mut self, cells: &[&str]) {
        self.line(&["| ", &cells.join(" | "), " |"].concat());
    }

    fn table(&mut self, columns: &[&str]) {
        self.row(columns);
        self.line(&"|---".repeat(columns.len()));
        self.0.truncate(self.0.len().saturating_sub(1));
        self.line("|");
    }
}

/// The answers of several clients as a section of the report.
#[must_use]
pub fn clients_markdown(report: &Report, table: &ClientTable, locale: Locale) -> String {
    let mut out = Document(String::new(), locale);
    out.heading(locale.client_text(ClientText::SideBySide));
    out.table(&[ClientText::Client, ClientText::Answer, ClientText::Reason].map(|text| locale.client_text(text)));
    for row in &table.rows {
        let name = inline(&locale.client_name(row.client));
        let reason = inline(&locale.client_reason(report, row));
        out.row(&[&name, locale.client_answer(row), &reason]);
    }
    out.0
}
