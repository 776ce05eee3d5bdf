//! Certificates by role, label and place, and other values, as text for a sentence.

use super::format::shown;
use super::grammar::{Grammar, named};
use super::role::{Role, role_of};
use crate::cert::UnixTime;
use crate::report::{CertIndex, IssuerRef, Report};

/// Renders the values of one report in one language.
pub(crate) struct Renderer<'a> {
    grammar: &'static dyn Grammar,
    report: &'a Report,
    places: bool,
}

impl<'a> Renderer<'a> {
    /// Names certificates by role and label, and by place if there is more than one.
    pub(super) fn new(grammar: &'static dyn Grammar, report: &'a Report) -> Self {
        Self {
            grammar,
            report,
            places: report.certificates.len() > 1,
        }
    }

    /// Names certificates by role and label only.
    pub(super) fn without_places(grammar: &'static dyn Grammar, report: &'a Report) -> Self {
        Self {
            places: false,
            ..Self::new(grammar, report)
        }
    }

    /// The certificate of a finding, without article; just `certificate` if the finding is about
    /// the whole input.
    pub(super) fn subject(&self, certificate: Option<CertIndex>) -> String {
        match certificate {
            Some(index) => self.at(index),
            None => self.grammar.certificate(Role::Other, None, None),
        }
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

    /// Places in the input, from 1, separated by commas.
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

    /// The issuer, by its label, and by its place if it is in the input.
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
