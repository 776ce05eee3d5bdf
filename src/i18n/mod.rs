//! Texts: the only module that turns codes and values into sentences.
//!
//! Input: the typed report (or a part of it) and a [`Locale`]. Output: text. This module checks
//! nothing and looks nothing up.
//!
//! Each subject has a folder. Its `mod.rs` has the keys and a trait, and each language implements
//! the trait in a file of its own. The matches have no `_` arm, so a missing text does not compile.
//! To add a language, write one file per subject and one row in `locale.rs`; the tests in
//! `tests/native/i18n.rs` report what else is missing.
//!
//! Each trait is a separate trait object, so a part of the page contains only the English texts of
//! its subjects. Other languages are loaded as a whole.
//!
//! Messages name a certificate by role, label and place: `intermediate “Amazon RSA 2048 M02”
//! (no. 2)`.

mod answer;
mod clients;
#[cfg(feature = "cli")]
mod command;
#[cfg(feature = "cli")]
mod connection;
mod evidence;
mod findings;
mod fleet;
pub(crate) mod format;
mod grammar;
mod guide;
mod headline;
mod input;
#[cfg(feature = "share")]
mod links;
mod locale;
mod messages;
mod names;
mod page;
mod report;
mod role;
mod verdict;
mod views;

pub use answer::{AnswerPhrase, AnswerText, Instruction, NewCertificate, Step, as_sentence};
pub use clients::{ClientPageText, ClientText};
#[cfg(feature = "cli")]
pub use command::{CliPhrase, CliText, FileTrouble};
pub use fleet::{FleetPhrase, FleetText};
pub use format::{Explanation, shown};
pub use guide::{GuidePhrase, GuideText};
pub use headline::HeadlineWords;
pub use input::Nothing;
#[cfg(feature = "split")]
pub use locale::Catalogue;
pub use locale::Locale;
#[cfg(all(feature = "split", feature = "page"))]
pub(crate) use locale::languages;

pub use page::{KindText, UiPhrase, UiText};
pub use report::{ReportPhrase, ReportText};
pub use role::{Role, role_of};
pub(crate) use verdict::decisive_of;
pub use verdict::verdict_sentence;
pub use views::ViewText;

use crate::cert::UnixTime;
use crate::ingest::{Dropped, InputNote, LogMessage};
use crate::report::{
    CertIndex, Change, Finding, FindingCode, Fix, HostnameReport, Outcome, Repair, Report, RuleId, Severity,
    SignatureStatus, ValidityStatus, Verdict,
};
#[cfg(feature = "cli")]
use crate::report::{Connection, ConnectionNote};
#[cfg(feature = "share")]
use crate::share::{Changes, EncodeError, LinkError, QrError, Unresolved};
use crate::trust::ClientId;
use names::Renderer;

impl Locale {
    /// A finding as text that names its certificate by role, label and place.
    #[must_use]
    pub fn finding(self, report: &Report, finding: &Finding) -> Explanation {
        let words = findings::finding(self.finding_words(), &Renderer::new(self.grammar(), report), finding);
        self.explanation_for(report, words)
    }

    /// A fix, as an imperative sentence.
    #[must_use]
    pub fn fix(self, report: &Report, fix: &Fix) -> String {
        let text = self.finding_words().fix(&Renderer::new(self.grammar(), report), fix);
        self.for_client(report, text)
    }

    /// The result of the repair of the chain for its client, and what to do with it.
    #[must_use]
    pub fn repair_status(self, repair: &Repair) -> Explanation {
        let words = self.report_words().repair_status(repair);
        self.explanation_for_named(repair.client, words)
    }

    /// One difference between the input and the repaired chain: a line of a list, without a full
    /// stop.
    #[must_use]
    pub fn repair_change(self, change: &Change) -> String {
        self.report_words().repair_change(change)
    }

    /// The result of the host name check.
    #[must_use]
    pub fn hostname(self, report: &Report, hostname: &HostnameReport) -> Explanation {
        self.finding_words()
            .hostname(&Renderer::new(self.grammar(), report), hostname)
    }

    /// A certificate's role, label and place, such as `intermediate “R12” (no. 2)`: without
    /// article, in lowercase.
    #[must_use]
    pub fn certificate(self, report: &Report, index: CertIndex) -> String {
        Renderer::new(self.grammar(), report).at(index)
    }

    /// A note about the input; `files` are those of the input's report.
    #[must_use]
    pub fn note(self, files: &[String], note: &InputNote) -> String {
        self.input_words().note(files, note)
    }

    /// Something that is not a certificate or could not be read; `files` are the report's
    /// (`InputReport::files`).
    #[must_use]
    pub fn dropped(self, files: &[String], dropped: &Dropped) -> String {
        let mut text = self.input_words().dropped(files, dropped);
        if let Some(owner) = dropped.owner() {
            text.push_str(" (");
            text.push_str(&shown(owner));
            text.push(')');
        }
        text
    }

    /// A known message of a log or a tool: what it means, and what to do next.
    #[must_use]
    pub fn log_message(self, message: &LogMessage) -> Explanation {
        messages::explanation(self.message_words(), message, false)
    }

    /// A known message of a log or a tool, next to a chain: the text does not ask for the chain.
    #[must_use]
    pub fn log_message_with_chain(self, message: &LogMessage) -> Explanation {
        messages::explanation(self.message_words(), message, true)
    }

    /// A known message as sentences. If the input has a chain, the findings explain a rejected
    /// certificate, so the message does not ask for the chain.
    #[must_use]
    pub fn log_text(self, message: &LogMessage, with_chain: bool) -> String {
        let words = messages::explanation(self.message_words(), message, with_chain);
        if with_chain && message.is_in_findings() {
            let mut text = words.headline();
            text.push('.');
            text
        } else {
            words.sentence()
        }
    }

    /// Why there is nothing to check, and what to do.
    #[must_use]
    pub fn nothing(self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::NoCertificate(input) if input.dropped.is_empty() && crate::evidence::is_known(input) => {
                let command = crate::evidence::needs_chain(input).then(|| crate::evidence::fetch_command(input));
                self.evidence_words().only_evidence(command.as_deref())
            }
            why => self.input_words().nothing(why),
        }
    }

    /// The heading above what the connections to a server showed.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn connection_heading(self) -> &'static str {
        self.connection_words().heading()
    }

    /// A server, its address, and the version and the cipher suite of its usual handshake.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn connection(self, connection: &Connection) -> String {
        connection::line(connection)
    }

    /// A note about the connections to a server.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn connection_note(self, note: &ConnectionNote<'_>) -> String {
        connection::note(self.connection_words(), self.message_words(), note)
    }

    /// Why clients may fail although the usual handshake succeeds; `None` if nothing is known.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn connection_caveat(self, connection: &Connection) -> Option<String> {
        let mut notes = connection.notes().into_iter();
        let caveat = notes.find(ConnectionNote::is_caveat)?;
        Some(connection::brief(
            self.connection_words(),
            self.message_words(),
            &caveat,
        ))
    }

    /// Why the usual handshake failed, and what to do: one sentence, then more. `None` if it
    /// succeeded.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn connection_trouble(self, connection: &Connection) -> Option<(String, String)> {
        connection::trouble(self.connection_words(), self.message_words(), connection)
    }

    /// Why a link cannot be read, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_error(self, why: &LinkError) -> String {
        self.link_words().link_error(why)
    }

    /// Why no link can be made, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn encode_error(self, why: &EncodeError) -> String {
        self.share_words().encode_error(why)
    }

    /// Which known certificates of a link are not available, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_unresolved(self, why: &Unresolved) -> String {
        self.link_words().link_unresolved(why)
    }

    /// What differs between the result in a link and the result now, in sentences. If nothing does,
    /// it says so.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_changes(self, changes: &Changes) -> String {
        self.link_words().link_changes(changes)
    }

    /// Why there is no QR code, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn qr_error(self, why: &QrError) -> String {
        self.share_words().qr_error(why)
    }

    /// A rule's short name, such as `Supported CA`.
    #[must_use]
    pub fn rule_name(self, rule: RuleId) -> &'static str {
        self.finding_words().rule_name(rule)
    }

    /// A rule's short name for the client of a report.
    #[must_use]
    pub fn rule_name_for(self, client: ClientId, rule: RuleId) -> &'static str {
        if rule == RuleId::SupportedCa && client != ClientId::API_GATEWAY {
            self.client_text(ClientText::TrustedCa)
        } else {
            self.rule_name(rule)
        }
    }

    /// A rule as a requirement, for the client of a report.
    #[must_use]
    pub fn rule_title_for(self, client: ClientId, rule: RuleId) -> &'static str {
        if rule == RuleId::SupportedCa && client != ClientId::API_GATEWAY {
            self.client_text(ClientText::TrustedCaTitle)
        } else {
            self.rule_title(rule)
        }
    }

    /// Why the client of a report requires a rule.
    #[must_use]
    pub fn rule_why_for(self, report: &Report, rule: RuleId) -> String {
        match rule {
            _ if report.is_for_api_gateway() => self.rule_why(rule).to_owned(),
            RuleId::SupportedCa => self.client_text(ClientText::TrustedCaWhy).to_owned(),
            RuleId::KeySize => self.client_text(ClientText::KeyLimitWhy).to_owned(),
            RuleId::Validity | RuleId::Chain => self.for_client(report, self.rule_why(rule).to_owned()),
        }
    }

    /// A rule as a requirement, close to the heading in AWS's article.
    #[must_use]
    pub fn rule_title(self, rule: RuleId) -> &'static str {
        self.finding_words().rule_title(rule)
    }

    /// Why API Gateway requires a rule.
    #[must_use]
    pub fn rule_why(self, rule: RuleId) -> &'static str {
        self.finding_words().rule_why(rule)
    }

    /// An outcome in a word or two.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        self.finding_words().outcome(outcome)
    }

    /// A severity in a word.
    #[must_use]
    pub fn severity(self, severity: Severity) -> &'static str {
        self.finding_words().severity(severity)
    }

    /// A verdict in a word, as a badge shows it.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        self.finding_words().verdict(verdict)
    }

    /// What a finding's code says without its values, for a verdict without certificates; empty for
    /// a code of a newer release.
    #[must_use]
    pub fn code(self, code: FindingCode) -> &'static str {
        code.kind().map_or("", |kind| self.report_words().code(kind.code))
    }

    /// Whether a certificate is within its validity dates, in a word or two.
    #[must_use]
    pub fn validity(self, status: ValidityStatus) -> &'static str {
        self.report_words().validity(status)
    }

    /// The result of a signature check, in a few words.
    #[must_use]
    pub fn signature(self, status: SignatureStatus) -> &'static str {
        self.report_words().signature(status)
    }

    /// A label of the page.
    #[must_use]
    pub fn ui(self, text: UiText) -> &'static str {
        self.page_words().text(text)
    }

    /// A label of the page with values in it.
    #[must_use]
    pub fn phrase(self, phrase: &UiPhrase<'_>) -> String {
        self.page_words().phrase(phrase)
    }

    /// A label of the answer.
    #[must_use]
    pub fn answer(self, text: AnswerText) -> &'static str {
        self.answer_words().text(text)
    }

    /// A label of the answer with values in it.
    #[must_use]
    pub fn answer_phrase(self, phrase: &AnswerPhrase<'_>) -> String {
        self.answer_words().phrase(phrase)
    }

    /// The instruction of a next step, in sentences.
    #[must_use]
    pub fn step(self, report: &Report, step: &Step<'_>) -> String {
        match step {
            Step::Say(instruction) => self.for_client(report, self.answer_words().instruction(instruction)),
            Step::Fix(fix) => self.fix(report, fix),
            Step::Compare(conflict) => self.compare(&report.input.files, conflict),
            Step::Explain(finding) => {
                let words = self.finding(report, finding);
                match words.explanation() {
                    "" => words.sentence(),
                    more => more.to_owned(),
                }
            }
        }
    }

    /// A problem as a clause that does not give the places of certificates.
    #[must_use]
    pub fn reason(self, report: &Report, finding: &Finding) -> String {
        self.for_client(report, verdict::reason(report, self, finding))
    }

    /// The problem with the host name as a clause.
    #[must_use]
    pub fn host_reason(self, report: &Report, host: &HostnameReport) -> String {
        let renderer = Renderer::without_places(self.grammar(), report);
        self.finding_words().hostname(&renderer, host).clause().to_owned()
    }

    /// A label of the report below the four requirements.
    #[must_use]
    pub fn report(self, text: ReportText) -> &'static str {
        self.report_words().text(text)
    }

    /// A label of the report below the four requirements, with values in it.
    #[must_use]
    pub fn report_phrase(self, phrase: &ReportPhrase<'_>) -> String {
        self.report_words().phrase(phrase)
    }

    /// A label of the table of many servers.
    #[must_use]
    pub fn fleet(self, text: FleetText) -> &'static str {
        self.fleet_words().text(text)
    }

    /// A label of the table of many servers, with values in it.
    #[must_use]
    pub fn fleet_phrase(self, phrase: &FleetPhrase) -> String {
        self.fleet_words().phrase(phrase)
    }

    /// A label of the list of CAs or of the trust page.
    #[must_use]
    pub fn view(self, text: ViewText) -> &'static str {
        self.view_words().text(text)
    }

    /// How many certificates a search shows, out of how many.
    #[must_use]
    pub fn rows_of(self, shown: usize, total: usize) -> String {
        self.view_words().rows_of(shown, total)
    }

    /// A kind of integration, or a note about it.
    #[must_use]
    pub fn kind(self, text: KindText) -> &'static str {
        self.page_words().kind(text)
    }

    /// A text of the guide.
    #[must_use]
    pub fn guide(self, text: GuideText) -> &'static str {
        self.guide_words().text(text)
    }

    /// A text of the guide with values in it.
    #[must_use]
    pub fn guide_phrase(self, phrase: &GuidePhrase<'_>) -> String {
        self.guide_words().phrase(phrase)
    }

    /// A text of the command.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn cli(self, text: CliText) -> &'static str {
        self.command_words().text(text)
    }

    /// A text of the command with values in it.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn cli_phrase(self, phrase: &CliPhrase<'_>) -> String {
        self.command_words().phrase(phrase)
    }

    /// Day, month and year in UTC: `23 November 2026`.
    #[must_use]
    pub fn date(self, moment: UnixTime) -> String {
        self.grammar().date(moment)
    }

    /// Date and time in UTC: `23 November 2026, 07:00:00 UTC`.
    #[must_use]
    pub fn date_time(self, moment: UnixTime) -> String {
        self.grammar().date_time(moment)
    }

    /// A whole number, in groups of three digits if it has five or more.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        self.grammar().number(number)
    }

    /// A number of days: `1 day`, `30 days`.
    #[must_use]
    pub fn days(self, days: i64) -> String {
        self.grammar().days(days)
    }

    /// Items as a list in a sentence: `a, b and c`.
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        self.grammar().list(items)
    }
}
