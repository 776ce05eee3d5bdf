//! What stands in each box: its lines, longest first cut to what a drawing can bear, and all of it in words.

use super::{Kind, Tone};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase, ReportText, Role, role_of};
use crate::report::{CertIndex, CertificateReport, Detail, Report, RuleId, ValidityStatus};
use crate::web::ui::components::basic::icon::Sign;
use crate::web::ui::components::chain::model::{Aside, Stop};
use crate::web::ui::text::brief;

/// The longest name or address in a box's words, in characters; the cards have all of it.
const LONGEST: usize = 300;
/// The longest name in the sentence.
const LONGEST_SAID: usize = 120;

/// A line before it is broken, and the most lines that it may become.
pub(super) struct Line {
    pub(super) text: String,
    pub(super) tone: Tone,
    pub(super) sign: Option<Sign>,
    pub(super) lines: usize,
}

/// A box before it has a place.
pub(super) struct Content {
    pub(super) kind: Kind,
    pub(super) lines: Vec<Line>,
    pub(super) index: Option<CertIndex>,
    pub(super) faulty: bool,
    pub(super) label: String,
}

impl Content {
    fn new(kind: Kind, index: Option<CertIndex>, sign: Sign, role: &str) -> Self {
        let mut content = Self {
            kind,
            lines: Vec::new(),
            index,
            faulty: false,
            label: String::new(),
        };
        content.push(role.to_owned(), Tone::Role, Some(sign), 3);
        if let Some(index) = index {
            content.label.push_str(&format!(" #{}", index.0.saturating_add(1)));
        }
        content
    }

    /// The certificates that are not drawn.
    pub(super) fn more(words: String) -> Self {
        let mut content = Self {
            kind: Kind::More,
            lines: Vec::new(),
            index: None,
            faulty: false,
            label: String::new(),
        };
        content.push(words, Tone::Fact, None, 1);
        content
    }

    fn push(&mut self, text: String, tone: Tone, sign: Option<Sign>, lines: usize) {
        if text.is_empty() {
            return;
        }
        if !self.label.is_empty() {
            self.label.push_str(", ");
        }
        self.label.push_str(&text);
        self.lines.push(Line {
            text,
            tone,
            sign,
            lines,
        });
    }

    fn name(&mut self, name: &str, lines: usize) {
        self.push(brief(name, LONGEST), Tone::Name, None, lines);
    }

    fn fact(&mut self, text: String) {
        self.push(text, Tone::Fact, None, 2);
    }

    fn code(&mut self, text: &str) {
        self.push(brief(text, LONGEST), Tone::Code, None, 3);
    }
}

/// The box of a stop of the path.
pub(super) fn of_stop(locale: Locale, report: &Report, stop: &Stop) -> Content {
    match stop {
        Stop::Sent(index) => match report.certificates.get(index.get()) {
            Some(certificate) => sent(locale, report, certificate),
            None => Content::more(String::new()),
        },
        Stop::Anchor(anchor) => {
            let mut content = Content::new(Kind::Anchor, None, Sign::Shield, locale.report(ReportText::OnTheList));
            content.name(&anchor.label, 2);
            content.fact(capitalised(locale.report(ReportText::NotSentUsual)));
            let status = status_of(report.at, anchor.not_before, anchor.not_after);
            dates(
                &mut content,
                locale,
                report.at,
                status,
                (anchor.not_before, anchor.not_after),
            );
            listed_as(&mut content, locale, &anchor.aliases);
            content
        }
        Stop::Missing {
            label,
            key_id,
            locations,
        } => {
            let mut content = Content::new(Kind::Missing, None, Sign::Gap, locale.report(ReportText::MissingHere));
            content.name(label, 2);
            if let Some(key_id) = key_id {
                content.fact(locale.report(ReportText::SubjectKeyId).to_owned());
                content.code(key_id);
            }
            if let Some(location) = locations.first() {
                content.fact(locale.report(ReportText::AvailableAt).to_owned());
                content.code(location);
            }
            content
        }
        Stop::Beyond(names) => {
            let mut content = Content::new(Kind::Beyond, None, Sign::Shield, locale.report(ReportText::OnTheList));
            listed_as(&mut content, locale, names);
            content
        }
        Stop::Unknown { label } => {
            let mut content = Content::new(
                Kind::Unknown,
                None,
                Sign::Unknown,
                locale.report(ReportText::UnknownIssuer),
            );
            content.name(label, 2);
            content
        }
    }
}

fn sent(locale: Locale, report: &Report, certificate: &CertificateReport) -> Content {
    // A certificate with name and key of a listed root is the root that API Gateway trusts.
    let (kind, sign, role) = if certificate.aliases.is_empty() {
        (Kind::Sent, Sign::Certificate, role_words(locale, report, certificate))
    } else {
        (Kind::Anchor, Sign::Shield, locale.report(ReportText::OnTheList))
    };
    let mut content = Content::new(kind, Some(certificate.index), sign, role);
    content.name(&certificate.subject_label, 2);
    content.fact(key_words(locale, certificate));
    dates_of(&mut content, locale, report.at, certificate);
    content.faulty = certificate.validity != ValidityStatus::Valid;
    if is_refused_root(report, certificate.index) {
        let words = locale.report(ReportText::NotOnTheList).to_owned();
        content.push(words, Tone::Bad, Some(Sign::Fail), 2);
        content.faulty = true;
    }
    listed_as(&mut content, locale, &certificate.aliases);
    content
}

/// True where requirement 1 fails at this certificate: its own root, and not on the list.
fn is_refused_root(report: &Report, index: CertIndex) -> bool {
    let findings = report.rule(RuleId::SupportedCa).map(|rule| rule.findings.as_slice());
    findings.unwrap_or_default().iter().any(|finding| {
        let refused = matches!(
            finding.detail,
            Detail::RootNotListed { .. } | Detail::SelfSignedLeaf { .. }
        );
        refused && finding.certificate == Some(index)
    })
}

/// The box of a certificate that is not on the path.
pub(super) fn of_aside(locale: Locale, report: &Report, aside: Aside) -> Content {
    let (kind, index, sign, words) = match aside {
        Aside::Cross { index, .. } => (
            Kind::Cross,
            index,
            Sign::Certificate,
            locale.report(ReportText::CrossSigned),
        ),
        Aside::Above(index) => (
            Kind::Aside,
            index,
            Sign::Certificate,
            locale.report(ReportText::AboveTrusted),
        ),
        Aside::Stray(index) => (Kind::Aside, index, Sign::Unknown, locale.report(ReportText::StrayHere)),
        Aside::Copy { index, of } => {
            let words = format!("{} #{}", locale.report(ReportText::CopyOf), of.0.saturating_add(1));
            return aside_of(locale, report, Kind::Aside, index, Sign::Copy, &words, false);
        }
    };
    aside_of(locale, report, kind, index, sign, words, kind == Kind::Cross)
}

fn aside_of(
    locale: Locale,
    report: &Report,
    kind: Kind,
    index: CertIndex,
    sign: Sign,
    words: &str,
    with_issuer: bool,
) -> Content {
    let mut content = Content::new(kind, Some(index), sign, words);
    let Some(certificate) = report.certificates.get(index.get()) else {
        return content;
    };
    content.name(&certificate.subject_label, 1);
    if with_issuer {
        let issuer = brief(&certificate.issuer_label, LONGEST);
        content.fact(locale.report_phrase(&ReportPhrase::IssuedByName(&issuer)));
    }
    if certificate.validity != ValidityStatus::Valid {
        dates_of(&mut content, locale, report.at, certificate);
        content.faulty = true;
    }
    content
}

fn listed_as(content: &mut Content, locale: Locale, aliases: &[String]) {
    if !aliases.is_empty() {
        // The list's own words: short and known.
        let words = locale.report_phrase(&ReportPhrase::ListedAs(aliases));
        content.push(brief(&words, LONGEST), Tone::Fact, None, 3);
    }
}

/// [`dates`] of a certificate that was sent.
fn dates_of(content: &mut Content, locale: Locale, at: UnixTime, certificate: &CertificateReport) {
    let period = (certificate.not_before, certificate.not_after);
    dates(content, locale, at, certificate.validity, period);
}

/// The end of the period, or its beginning where that has not come; a sign where the moment is not within.
fn dates(content: &mut Content, locale: Locale, at: UnixTime, status: ValidityStatus, period: (UnixTime, UnixTime)) {
    if status != ValidityStatus::Valid {
        content.push(locale.validity(status).to_owned(), Tone::Bad, Some(Sign::Fail), 1);
    }
    content.fact(match status {
        ValidityStatus::NotYetValid => format!("{} {}", locale.report(ReportText::ValidFrom), locale.date(period.0)),
        ValidityStatus::Valid | ValidityStatus::Expired => until(locale, at, period.1),
    });
}

/// Both ends inclusive, as everywhere.
pub(crate) fn status_of(at: UnixTime, not_before: UnixTime, not_after: UnixTime) -> ValidityStatus {
    if at > not_after {
        ValidityStatus::Expired
    } else if at < not_before {
        ValidityStatus::NotYetValid
    } else {
        ValidityStatus::Valid
    }
}

/// A stop as the sentence names it.
pub(super) fn words_of(locale: Locale, report: &Report, stop: &Stop) -> String {
    let with = |what: ReportText, label: &str| format!("{}, {}", locale.report(what), brief(label, LONGEST_SAID));
    match stop {
        Stop::Sent(index) => match report.certificates.get(index.get()).filter(|c| !c.aliases.is_empty()) {
            Some(root) => with(ReportText::OnTheList, &root.subject_label),
            None => locale.certificate(report, *index),
        },
        Stop::Anchor(anchor) => with(ReportText::OnTheList, &anchor.label),
        Stop::Missing { label, .. } => with(ReportText::MissingHere, label),
        Stop::Beyond(names) => with(
            ReportText::OnTheList,
            names.first().map(String::as_str).unwrap_or_default(),
        ),
        Stop::Unknown { label } => with(ReportText::UnknownIssuer, label),
    }
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|c| c.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}

/// The certificate's role as a heading.
pub(crate) fn role_words(locale: Locale, report: &Report, certificate: &CertificateReport) -> &'static str {
    locale.report(match role_of(report, certificate) {
        Role::Leaf => ReportText::Leaf,
        Role::Intermediate => ReportText::Intermediate,
        Role::Root => ReportText::Root,
        Role::Other => ReportText::Certificate,
    })
}

/// `RSA, 2048 bits`, or the curve's name.
pub(crate) fn key_words(locale: Locale, certificate: &CertificateReport) -> String {
    match &certificate.key.curve {
        Some(curve) => format!("{} {}", certificate.key.algorithm, brief(curve, LONGEST)),
        None => locale.report_phrase(&ReportPhrase::KeyBits {
            algorithm: &certificate.key.algorithm,
            bits: certificate.key.bits,
        }),
    }
}

/// The last day, and the days to it or since.
pub(crate) fn until(locale: Locale, at: UnixTime, not_after: UnixTime) -> String {
    // Whole days either way, as the findings count them; a day that has begun since the end counts.
    let days = match at.days_until(not_after) {
        ahead @ 0.. => ahead,
        _ => not_after.days_until(at).max(1).saturating_neg(),
    };
    locale.report_phrase(&ReportPhrase::Until { not_after, days })
}
