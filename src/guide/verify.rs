//! Predicts the answer of `openssl verify` for a chain.
//!
//! openssl and Java check nearly the same. This module predicts an answer for plain chains only. If
//! a certificate contains anything that the two are known to read differently, it tells the reader
//! to look at the output instead. `tests/native/commands.rs` runs the command over the oracle's
//! corpus and lists the differences that are left.

use super::{Expected, VerifyError, vocabulary};
use crate::cert::extensions::oid;
use crate::i18n::GuideText;
use crate::report::{CertIndex, CertificateReport, Detail, PathStep, Report, Severity};

/// Critical extensions that OpenSSL 3.0 handles, as Java does (`X509_supported_extension`).
const HANDLED: [&str; 5] = [
    oid::BASIC_CONSTRAINTS,
    oid::KEY_USAGE,
    oid::EXTENDED_KEY_USAGE,
    oid::SAN,
    oid::POLICIES,
];

/// The answer for the leaf alone, with no other certificate sent and none trusted.
pub(super) fn alone(report: &Report, leaf: &CertificateReport) -> Expected {
    if report.certificates.len() > 1 || !troubles(report).is_empty() || !is_plain(report, leaf) {
        return Expected::Look(GuideText::LookVerify);
    }
    Expected::Refused(if leaf.self_issued {
        vocabulary::SELF_SIGNED
    } else {
        vocabulary::NO_LOCAL_ISSUER
    })
}

/// The answer for the leaf under a trusted certificate at the top of the path.
pub(super) fn linked(report: &Report) -> Expected {
    let on_path = |c: &&CertificateReport| report.path.contains(&PathStep::Certificate(c.index));
    let plain = report.certificates.iter().filter(on_path).all(|c| is_plain(report, c));
    match troubles(report).as_slice() {
        [] if plain => Expected::Verified,
        [Some(error)] if plain => Expected::Refused(*error),
        _ => Expected::Look(GuideText::LookVerify),
    }
}

/// True where nothing in the certificate, or about it, is known to be read differently by openssl.
fn is_plain(report: &Report, certificate: &CertificateReport) -> bool {
    let has = |wanted: &str| certificate.extensions.iter().any(|e| e.oid == wanted);
    let unread = (has(oid::KEY_USAGE) && certificate.key_usage.is_none())
        || (has(oid::EXTENDED_KEY_USAGE) && certificate.extended_key_usage.is_none())
        || (has(oid::SAN) && certificate.subject_alt_names.is_empty())
        || (has(oid::SKI) && certificate.subject_key_id.is_none())
        // An authority key identifier by issuer and serial number, which Java does not compare.
        || (has(oid::AKI) && certificate.authority_key_id.is_none());
    let handled = |e: &crate::report::ExtensionReport| !e.critical || HANDLED.contains(&e.oid.as_str());
    // Java goes on where there is a second certificate of the same name; openssl keeps to the first
    // that it takes.
    let same_name = |c: &CertificateReport| c.subject == certificate.subject && c.sha256 != certificate.sha256;
    let below = report
        .path
        .iter()
        .position(|s| *s == PathStep::Certificate(certificate.index))
        .and_then(|place| i64::try_from(place.saturating_sub(1)).ok())
        .unwrap_or(i64::MAX);
    certificate.version == 3
        && certificate.defects.is_empty()
        && !unread
        && certificate.extensions.iter().all(handled)
        && !has(oid::NAME_CONSTRAINTS)
        && certificate.path_len.is_none_or(|limit| limit >= below)
        && certificate.key.bits > 0
        && !certificate.key.algorithm.contains("PSS")
        && certificate.subject.is_ascii()
        && certificate.issuer.is_ascii()
        // The last second is within for Java, past for openssl.
        && certificate.not_before < certificate.not_after
        && certificate.not_after != report.at
        && !report.certificates.iter().any(same_name)
}

/// What openssl would mind on the path, each certificate's errors once; none where it may judge
/// otherwise than Java.
fn troubles(report: &Report) -> Vec<Option<VerifyError>> {
    let on_path = |index: CertIndex| report.path.contains(&PathStep::Certificate(index));
    let mut seen: Vec<(Option<CertIndex>, Option<VerifyError>)> = Vec::new();
    for finding in report.rules.iter().flat_map(|rule| &rule.findings) {
        if finding.certificate.is_some_and(|index| !on_path(index)) {
            continue;
        }
        let Some(error) = minded(&finding.detail) else { continue };
        let entry = (finding.certificate, error);
        if !seen.contains(&entry) {
            seen.push(entry);
        }
    }
    seen.into_iter().map(|(_, error)| error).collect()
}

/// None where openssl does not mind; `Some(None)` where it depends.
fn minded(detail: &Detail) -> Option<Option<VerifyError>> {
    match detail {
        Detail::Expired { .. } => Some(Some(vocabulary::EXPIRED)),
        Detail::NotYetValid { .. } => Some(Some(vocabulary::NOT_YET_VALID)),
        Detail::NotACa {
            has_basic_constraints: false,
        } => Some(Some(vocabulary::INVALID_CA)),
        // Java asks neither for the dates of its roots nor for key identifiers; openssl does.
        Detail::AnchorOutOfDate { .. } | Detail::KeyIdentifierMismatch { .. } => Some(None),
        // Which CA is trusted, what was sent along, the server's purpose, how long a key is: the
        // command does not ask.
        Detail::RootNotListed { .. }
        | Detail::SelfSignedLeaf { .. }
        | Detail::IssuerNotListed { .. }
        | Detail::IssuerMissing { .. }
        | Detail::RootNotSent { .. }
        | Detail::KeyTooLarge { .. }
        | Detail::NoPath {}
        | Detail::LeafNotFirst { .. }
        | Detail::WrongOrder { .. }
        | Detail::LeafExtendedKeyUsage { .. }
        | Detail::LeafKeyUsage { .. }
        | Detail::NetscapeCertType {}
        | Detail::ExpiresSoon { .. } => None,
        detail if detail.severity() == Severity::Info => None,
        _ => Some(None),
    }
}
