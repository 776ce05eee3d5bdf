//! The names of certificates in a sentence, by role, label and place, and other values as text.

use super::Locale;
use super::findings::FindingWords;
use super::format::{Words, named, shown};
use super::grammar::Grammar;
use crate::cert::UnixTime;
use crate::report::{CertIndex, CertificateReport, Detail, Finding, IssuerRef, PathStep, Report, RuleId};

/// What a certificate is in its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The server's own.
    Leaf,
    /// Between the server's and the root.
    Intermediate,
    /// Its own issuer.
    Root,
    /// Outside the chain, or of an unknown kind.
    Other,
}

/// A certificate's role in the report.
#[must_use]
pub fn role_of(report: &Report, certificate: &CertificateReport) -> Role {
    let place = report
        .path
        .iter()
        .position(|s| matches!(s, PathStep::Certificate(i) if *i == certificate.index));
    let no_leaf = || {
        let chain = report.rule(RuleId::Chain);
        chain.is_some_and(|r| r.findings.iter().any(|f| matches!(f.detail, Detail::LeafMissing {})))
    };
    match place {
        Some(0) if !no_leaf() => Role::Leaf,
        _ if certificate.self_issued && (certificate.is_ca || place.is_some()) => Role::Root,
        Some(_) => Role::Intermediate,
        None if certificate.is_ca => Role::Intermediate,
        None if report.path.is_empty() => Role::Leaf,
        None => Role::Other,
    }
}

/// Renders values of one report in one language.
pub(crate) struct Teller<'a> {
    pub(super) words: &'static dyn FindingWords,
    grammar: &'static dyn Grammar,
    report: &'a Report,
    places: bool,
}

impl<'a> Teller<'a> {
    /// Names certificates with their places, where there is more than one.
    pub(super) fn new(locale: Locale, report: &'a Report) -> Self {
        Self {
            words: locale.finding_words(),
            grammar: locale.grammar(),
            report,
            places: report.certificates.len() > 1,
        }
    }

    /// Names certificates by role and label only.
    pub(super) fn without_places(locale: Locale, report: &'a Report) -> Self {
        Self {
            places: false,
            ..Self::new(locale, report)
        }
    }

    pub(super) fn finding(&self, finding: &Finding) -> Words {
        let certificate = match finding.certificate {
            Some(index) => self.at(index),
            None => self.grammar.certificate(Role::Other, None, None),
        };
        self.words.detail(self, &certificate, &finding.detail)
    }

    /// A certificate of the input, without article.
    pub(super) fn at(&self, index: CertIndex) -> String {
        let place = self.number(u64::from(index.0).saturating_add(1));
        match self.report.certificates.get(index.get()) {
            Some(certificate) => self.grammar.certificate(
                role_of(self.report, certificate),
                Some(&self.name(&certificate.subject_label)),
                self.places.then_some(place.as_str()),
            ),
            None => self.grammar.certificate(Role::Other, None, Some(&place)),
        }
    }

    /// Places in the input, from 1, with commas between.
    pub(super) fn places(&self, order: &[CertIndex]) -> String {
        let places: Vec<String> = order
            .iter()
            .map(|i| self.number(u64::from(i.0).saturating_add(1)))
            .collect();
        places.join(", ")
    }

    /// The place of one certificate, from 1.
    pub(super) fn place(&self, index: CertIndex) -> String {
        self.places(&[index])
    }

    /// A label, or the replacement for an empty one.
    pub(super) fn name(&self, label: &str) -> String {
        named(self.grammar, label)
    }

    /// The certificate above a link, by its label and, where it is in the input, its place.
    pub(super) fn issuer(&self, issuer: &IssuerRef, label: &str) -> String {
        match issuer {
            IssuerRef::Certificate(index) => self.at(*index),
            IssuerRef::Anchor(alias) => {
                let label = if label.is_empty() { alias.as_str() } else { label };
                self.grammar.certificate(Role::Root, Some(&self.name(label)), None)
            }
        }
    }

    pub(super) fn list(&self, items: &[String]) -> String {
        let items: Vec<String> = items.iter().map(|i| shown(i)).collect();
        self.grammar.list(&items)
    }

    pub(super) fn number(&self, number: impl TryInto<i64>) -> String {
        self.grammar.number(number.try_into().unwrap_or(i64::MAX))
    }

    pub(super) fn days(&self, days: i64) -> String {
        self.grammar.days(days)
    }

    pub(super) fn time(&self, moment: UnixTime) -> String {
        self.grammar.date_time(moment)
    }
}
