//! Words: the only place where codes and values become sentences.
//!
//! In: the typed report (or a part of it) and a [`Locale`]. Out: text. Nothing here judges or looks anything up.
//! A language is one file that implements `Phrases` with matches that have no `_` arm: a code without words does not
//! compile. To add a language: its file, its row in [`Locale`], and the tests in `tests/i18n.rs` say what is missing.
//!
//! Messages name a certificate by its role, label and place: `intermediate “Amazon RSA 2048 M02” (no. 2)`.

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod cli_en;
#[cfg(feature = "cli")]
mod cli_fr;
mod en;
mod fr;
mod guide;
mod guide_en;
mod guide_fr;
mod later;
mod later_en;
mod later_fr;
mod locale;
mod teller;
mod text;
mod ui;
mod verdict;

#[cfg(feature = "cli")]
pub use cli::{CliPhrase, CliText, FileTrouble};
pub use guide::{GuidePhrase, GuideText, KindText};
pub use later::{LaterPhrase, LaterText};
#[cfg(feature = "split")]
pub use locale::Catalogue;
pub use locale::Locale;
pub use teller::{Role, role_of};
pub use text::{Words, shown};
pub use ui::{UiPhrase, UiText};
pub use verdict::verdict_sentence;

use crate::cert::UnixTime;
use crate::ingest::{Dropped, InputNote, LogMessage};
use crate::report::{
    CertIndex, Detail, Finding, Fix, HostnameReport, InputReport, Outcome, Report, RuleId, Severity, SignatureStatus,
    ValidityStatus, Verdict,
};
use crate::report::{Change, Repair as ChainRepair};
#[cfg(feature = "share")]
use crate::share::{Changes, EncodeError, LinkError, QrError, Unresolved};
use en::English;
use fr::French;
use teller::Teller;
use verdict::Sentence;

/// Why there is nothing to judge: the words' view of the engine's error, which `contract` translates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nothing<'a> {
    /// The input is empty.
    Empty,
    /// The input holds no certificate that could be read.
    NoCertificate(&'a InputReport),
}

/// What a language has to say. Every method matches all of its values, without a `_` arm.
pub(crate) trait Phrases: Sync {
    // ---- grammar
    /// Day, month and year.
    fn date(&self, moment: UnixTime) -> String;
    /// Day, month, year, hour, minute, second and time zone.
    fn date_time(&self, moment: UnixTime) -> String;
    /// A whole number in groups of three.
    fn number(&self, number: i64) -> String;
    /// Items with the language's last conjunction.
    fn list(&self, items: &[String]) -> String;
    /// A number of days.
    fn days(&self, days: i64) -> String;
    /// A certificate without article: role, label, and place (from 1) where it is wanted.
    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String;
    /// What stands for a certificate without a label.
    fn unnamed(&self) -> &'static str;

    // ---- report
    /// A finding, and the certificate that it is about.
    fn detail(&self, t: &Teller<'_>, certificate: &str, detail: &Detail) -> Words;
    /// A thing to do, as an imperative sentence.
    fn fix(&self, t: &Teller<'_>, fix: &Fix) -> String;
    /// How the host name came out.
    fn hostname(&self, t: &Teller<'_>, report: &HostnameReport) -> Words;
    /// A rule's short name.
    fn rule_name(&self, rule: RuleId) -> &'static str;
    /// A rule as a demand, close to AWS's heading.
    fn rule_title(&self, rule: RuleId) -> &'static str;
    /// Why API Gateway cares about a rule.
    fn rule_why(&self, rule: RuleId) -> &'static str;
    /// An outcome in a word or two.
    fn outcome(&self, outcome: Outcome) -> &'static str;
    /// A severity in a word.
    fn severity(&self, severity: Severity) -> &'static str;
    /// A verdict in a word.
    fn verdict(&self, verdict: Verdict) -> &'static str;
    /// The verdict as a sentence.
    fn sentence(&self, sentence: &Sentence<'_>) -> String;

    // ---- input
    /// A repair or a remark, with the names of the files.
    fn note(&self, files: &[String], note: &InputNote) -> String;
    /// Something that is no certificate or could not be read, with the names of the files.
    fn dropped(&self, files: &[String], dropped: &Dropped) -> String;
    /// A known line of a log or a tool: what it means, and what to do next.
    fn log_message(&self, message: &LogMessage) -> Words;
    /// Why there is nothing to judge, and what to do.
    fn nothing(&self, why: &Nothing<'_>) -> String;

    // ---- share links
    /// Why a link cannot be read, and what to do.
    #[cfg(feature = "share")]
    fn link_error(&self, why: &LinkError) -> String;
    /// Which known certificates of a link cannot be had, and what to do.
    #[cfg(feature = "share")]
    fn link_unresolved(&self, why: &Unresolved) -> String;
    /// What differs between the answer in a link and the answer now.
    #[cfg(feature = "share")]
    fn link_changes(&self, changes: &Changes) -> String;

    // ---- page
    /// A label of the page.
    fn ui(&self, text: UiText) -> &'static str;
    /// A label with values in it.
    fn phrase(&self, phrase: &UiPhrase<'_>) -> String;
    /// Words for the kinds of integration.
    fn kind(&self, text: KindText) -> &'static str;
}

/// What a language has to say in what is loaded after a first answer. The page's first file does without it: whoever calls
/// none of these through [`Locale`] does not carry it.
pub(crate) trait LaterPhrases: Phrases {
    /// A label.
    fn later(&self, text: LaterText) -> &'static str;
    /// A label with values in it.
    fn later_phrase(&self, phrase: &LaterPhrase<'_>) -> String;
    /// How far the repair of the chain came, and what to do with it.
    fn repair_status(&self, repair: &ChainRepair) -> Words;
    /// One difference between the input and the repaired chain: a line of a list, without a full stop.
    fn repair_change(&self, change: &Change) -> String;
    /// A certificate's validity in a word or two.
    fn validity(&self, status: ValidityStatus) -> &'static str;
    /// A signature's check in a few words.
    fn signature(&self, status: SignatureStatus) -> &'static str;
    /// Why no link can be made, and what to do.
    #[cfg(feature = "share")]
    fn encode_error(&self, why: &EncodeError) -> String;
    /// Why there is no code to scan, and what to do.
    #[cfg(feature = "share")]
    fn qr_error(&self, why: &QrError) -> String;
    /// Words of the guide.
    fn guide(&self, text: GuideText) -> &'static str;
    /// Words of the guide with values in them.
    fn guide_phrase(&self, phrase: &GuidePhrase<'_>) -> String;

    /// Words of the command.
    #[cfg(feature = "cli")]
    fn cli(&self, text: CliText) -> &'static str;
    /// Words of the command with values in them.
    #[cfg(feature = "cli")]
    fn cli_phrase(&self, phrase: &CliPhrase<'_>) -> String;
}

impl Locale {
    /// A finding in words, which name its certificate by role, label and place.
    #[must_use]
    pub fn finding(self, report: &Report, finding: &Finding) -> Words {
        Teller::new(self, report).finding(finding)
    }

    /// A thing to do, as an imperative sentence.
    #[must_use]
    pub fn fix(self, report: &Report, fix: &Fix) -> String {
        self.phrases().fix(&Teller::new(self, report), fix)
    }

    /// How far the repair of the chain came, and what to do with it.
    #[must_use]
    pub fn repair_status(self, repair: &ChainRepair) -> Words {
        self.later_phrases().repair_status(repair)
    }

    /// One difference between the input and the repaired chain: a line of a list, without a full stop.
    #[must_use]
    pub fn repair_change(self, change: &Change) -> String {
        self.later_phrases().repair_change(change)
    }

    /// How the host name came out.
    #[must_use]
    pub fn hostname(self, report: &Report, hostname: &HostnameReport) -> Words {
        self.phrases().hostname(&Teller::new(self, report), hostname)
    }

    /// A certificate's role, label and place, such as `intermediate “R12” (no. 2)`: without article, small letter.
    #[must_use]
    pub fn certificate(self, report: &Report, index: CertIndex) -> String {
        Teller::new(self, report).at(index)
    }

    /// A repair of the input, or a remark on it; `files` are the report's ([`InputReport::files`]).
    #[must_use]
    pub fn note(self, files: &[String], note: &InputNote) -> String {
        self.phrases().note(files, note)
    }

    /// Something that is no certificate or could not be read; `files` are the report's ([`InputReport::files`]).
    #[must_use]
    pub fn dropped(self, files: &[String], dropped: &Dropped) -> String {
        self.phrases().dropped(files, dropped)
    }

    /// A known line of a log or a tool: what it means, and what to do next.
    #[must_use]
    pub fn log_message(self, message: &LogMessage) -> Words {
        self.phrases().log_message(message)
    }

    /// Why there is nothing to judge, and what to do.
    #[must_use]
    pub fn nothing(self, why: &Nothing<'_>) -> String {
        self.phrases().nothing(why)
    }

    /// Why a link cannot be read, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_error(self, why: &LinkError) -> String {
        self.phrases().link_error(why)
    }

    /// Why no link can be made, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn encode_error(self, why: &EncodeError) -> String {
        self.later_phrases().encode_error(why)
    }

    /// Which known certificates of a link cannot be had, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_unresolved(self, why: &Unresolved) -> String {
        self.phrases().link_unresolved(why)
    }

    /// What differs between the answer in a link and the answer now, in sentences; also where nothing does.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn link_changes(self, changes: &Changes) -> String {
        self.phrases().link_changes(changes)
    }

    /// Why there is no code to scan, and what to do, in sentences.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn qr_error(self, why: &QrError) -> String {
        self.later_phrases().qr_error(why)
    }

    /// A rule's short name, such as `Supported CA`.
    #[must_use]
    pub fn rule_name(self, rule: RuleId) -> &'static str {
        self.phrases().rule_name(rule)
    }

    /// A rule as a demand, close to the heading in AWS's article.
    #[must_use]
    pub fn rule_title(self, rule: RuleId) -> &'static str {
        self.phrases().rule_title(rule)
    }

    /// Why API Gateway cares about a rule.
    #[must_use]
    pub fn rule_why(self, rule: RuleId) -> &'static str {
        self.phrases().rule_why(rule)
    }

    /// An outcome in a word or two.
    #[must_use]
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        self.phrases().outcome(outcome)
    }

    /// A severity in a word.
    #[must_use]
    pub fn severity(self, severity: Severity) -> &'static str {
        self.phrases().severity(severity)
    }

    /// A verdict in a word, as a badge shows it.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        self.phrases().verdict(verdict)
    }

    /// Whether a certificate is in date, in a word or two.
    #[must_use]
    pub fn validity(self, status: ValidityStatus) -> &'static str {
        self.later_phrases().validity(status)
    }

    /// What the check of a signature said, in a few words.
    #[must_use]
    pub fn signature(self, status: SignatureStatus) -> &'static str {
        self.later_phrases().signature(status)
    }

    /// A label of the page.
    #[must_use]
    pub fn ui(self, text: UiText) -> &'static str {
        self.phrases().ui(text)
    }

    /// A label of the page with values in it.
    #[must_use]
    pub fn phrase(self, phrase: &UiPhrase<'_>) -> String {
        self.phrases().phrase(phrase)
    }

    /// A label of what is loaded later.
    #[must_use]
    pub fn later(self, text: LaterText) -> &'static str {
        self.later_phrases().later(text)
    }

    /// A label of what is loaded later, with values in it.
    #[must_use]
    pub fn later_phrase(self, phrase: &LaterPhrase<'_>) -> String {
        self.later_phrases().later_phrase(phrase)
    }

    /// Words for the kinds of integration.
    #[must_use]
    pub fn kind(self, text: KindText) -> &'static str {
        self.phrases().kind(text)
    }

    /// Words of the guide.
    #[must_use]
    pub fn guide(self, text: GuideText) -> &'static str {
        self.later_phrases().guide(text)
    }

    /// Words of the guide with values in them.
    #[must_use]
    pub fn guide_phrase(self, phrase: &GuidePhrase<'_>) -> String {
        self.later_phrases().guide_phrase(phrase)
    }

    /// Words of the command.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn cli(self, text: CliText) -> &'static str {
        self.later_phrases().cli(text)
    }

    /// Words of the command with values in them.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn cli_phrase(self, phrase: &CliPhrase<'_>) -> String {
        self.later_phrases().cli_phrase(phrase)
    }

    /// Day, month and year in UTC: `23 November 2026`.
    #[must_use]
    pub fn date(self, moment: UnixTime) -> String {
        self.phrases().date(moment)
    }

    /// Date and time in UTC: `23 November 2026, 07:00:00 UTC`.
    #[must_use]
    pub fn date_time(self, moment: UnixTime) -> String {
        self.phrases().date_time(moment)
    }

    /// A whole number, in groups of three where it has five digits or more.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        self.phrases().number(number)
    }

    /// A number of days: `1 day`, `30 days`.
    #[must_use]
    pub fn days(self, days: i64) -> String {
        self.phrases().days(days)
    }

    /// Items as a sentence lists them: `a, b and c`.
    #[must_use]
    pub fn list(self, items: &[String]) -> String {
        self.phrases().list(items)
    }
}
