//! Compares two reports: which problems are gone, which are left, which are new, and whether a
//! renewal changed the issuer.

use std::collections::HashSet;
use std::mem::discriminant;

use crate::report::{CertificateReport, Detail, Finding, PathStep, Report, Severity};

/// Problems (errors and warnings) of two reports.
#[derive(Debug, Default, PartialEq)]
pub struct Difference<'a> {
    /// Only in the earlier report.
    pub fixed: Vec<&'a Finding>,
    /// In both; these are the newer report's.
    pub left: Vec<&'a Finding>,
    /// Only in the newer report.
    pub new: Vec<&'a Finding>,
    /// The issuers of the server certificates, if another CA issued the newer one.
    pub issuers: Option<Issuers<'a>>,
}

/// The issuers of two certificates for the same host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issuers<'a> {
    /// What a person would call the issuer of the earlier certificate.
    pub before: &'a str,
    /// What a person would call the issuer of the newer one.
    pub now: &'a str,
}

/// What identifies a problem in both reports: its code and the subject of its certificate.
///
/// The certificate's position changes when the chain is repaired.
type Key<'a> = (std::mem::Discriminant<Detail>, Option<&'a str>);

/// Compares the problems of two reports.
#[must_use]
pub fn compare<'a>(former: &'a Report, report: &'a Report) -> Difference<'a> {
    let (before, now) = (problems(former), problems(report));
    let keys = |list: &[(Key<'a>, &'a Finding)]| list.iter().map(|(key, _)| *key).collect::<HashSet<_>>();
    let (known, still) = (keys(&before), keys(&now));
    let pick = |list: Vec<(Key<'a>, &'a Finding)>, wanted: &dyn Fn(&Key<'a>) -> bool| {
        let mut seen = HashSet::new();
        list.into_iter()
            .filter(|(key, _)| wanted(key) && seen.insert(*key))
            .map(|(_, finding)| finding)
            .collect()
    };
    Difference {
        fixed: pick(before, &|key| !still.contains(key)),
        left: pick(now.clone(), &|key| known.contains(key)),
        new: pick(now, &|key| !known.contains(key)),
        issuers: issuers(former, report),
    }
}

/// The issuers, if the server certificates have a name in common and different issuers.
fn issuers<'a>(former: &'a Report, report: &'a Report) -> Option<Issuers<'a>> {
    let (before, now) = (leaf(former)?, leaf(report)?);
    let renewed = before.sha256 != now.sha256 && have_a_name_in_common(before, now);
    (renewed && before.issuer != now.issuer).then_some(Issuers {
        before: &before.issuer_label,
        now: &now.issuer_label,
    })
}

/// The server certificate: the first one of the path.
fn leaf(report: &Report) -> Option<&CertificateReport> {
    match report.path.first()? {
        PathStep::Certificate(index) => report.certificates.get(index.get()),
        PathStep::Anchor { .. } => None,
    }
}

fn have_a_name_in_common(one: &CertificateReport, other: &CertificateReport) -> bool {
    let names = |c: &CertificateReport| -> HashSet<String> {
        let names = c.subject_alt_names.iter().map(|name| name.value.to_ascii_lowercase());
        names.chain([c.subject_label.to_ascii_lowercase()]).collect()
    };
    let known = names(one);
    names(other).iter().any(|name| !name.is_empty() && known.contains(name))
}

fn problems(report: &Report) -> Vec<(Key<'_>, &Finding)> {
    let findings = report.rules.iter().flat_map(|rule| &rule.findings);
    findings
        .filter(|finding| finding.detail.severity() != Severity::Info)
        .map(|finding| {
            let certificate = finding
                .certificate
                .and_then(|index| report.certificates.get(index.get()));
            let subject = certificate.map(|certificate| certificate.subject.as_str());
            ((discriminant(&finding.detail), subject), finding)
        })
        .collect()
}

#[cfg(all(test, feature = "rust-verifier"))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
mod tests {
    use super::*;
    use crate::cert::UnixTime;
    use crate::engine::{Options, judge, plan};
    use crate::report::SanReport;
    use crate::verify::{Verifier, native::NativeVerifier};

    const CHAIN: &str = include_str!("../../tests/fixtures/real/crates-io.pem");

    fn report(text: &str, at: &str) -> Report {
        let options = Options::at(UnixTime::parse_rfc3339(at).unwrap());
        let plan = plan(text.to_owned().into(), &options).unwrap();
        judge(&plan, &NativeVerifier.verify_all(plan.checks()))
    }

    fn codes(findings: &[&Finding]) -> Vec<&'static str> {
        findings.iter().map(|finding| finding.detail.code()).collect()
    }

    #[test]
    fn lists_fixed_remaining_and_new_problems() {
        let leaf = CHAIN.split_inclusive("-----END CERTIFICATE-----\n").next().unwrap();
        let (then, later) = ("2023-06-15T12:00:00Z", "2024-06-15T12:00:00Z");
        let (alone, whole) = (report(leaf, then), report(CHAIN, then));
        assert_eq!(codes(&compare(&alone, &whole).fixed), ["issuer-missing"]);
        assert_eq!(codes(&compare(&whole, &alone).new), ["issuer-missing"]);
        let expired = report(leaf, later);
        let difference = compare(&alone, &expired);
        assert_eq!(codes(&difference.fixed), [""; 0]);
        assert_eq!(codes(&difference.left), ["issuer-missing"]);
        assert_eq!(codes(&difference.new), ["expired"]);
        assert_eq!(compare(&whole, &whole), Difference::default());
    }
    #[test]
    fn a_renewal_by_another_ca_is_pointed_out() {
        let before = report(CHAIN, "2023-06-15T12:00:00Z");
        let mut now = before.clone();
        let leaf = now.certificates.first_mut().unwrap();
        leaf.sha256 = "00".to_owned();
        assert_eq!(compare(&before, &now).issuers, None, "the same issuer");
        let leaf = now.certificates.first_mut().unwrap();
        leaf.issuer = "CN=Other CA".to_owned();
        leaf.issuer_label = "Other CA".to_owned();
        let issuers = compare(&before, &now).issuers.unwrap();
        assert_eq!(
            (issuers.before, issuers.now),
            (before.certificates[0].issuer_label.as_str(), "Other CA")
        );
        let leaf = now.certificates.first_mut().unwrap();
        leaf.subject_label = "other.example".to_owned();
        leaf.subject_alt_names = vec![SanReport {
            kind: "dns".to_owned(),
            value: "other.example".to_owned(),
        }];
        assert_eq!(compare(&before, &now).issuers, None, "the certificate of another host");
    }
}
