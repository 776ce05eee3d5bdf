//! Predicts the output of `openssl verify` for a chain.
//!
//! openssl and Java check nearly the same. This module predicts the output for plain chains only.
//! If openssl and Java are known to handle something in a certificate differently, it makes no
//! prediction. `tests/native/commands.rs` runs the command over the oracle's corpus and lists the
//! remaining differences.

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

/// The output for the leaf alone, with no other certificate sent and none trusted.
pub(super) fn alone(report: &Report, leaf: &CertificateReport) -> Expected {
    if report.certificates.len() > 1 || !openssl_errors(report).is_empty() || !is_plain(report, leaf) {
        return Expected::Look(GuideText::LookVerify);
    }
    Expected::Rejected(if leaf.self_issued {
        vocabulary::SELF_SIGNED
    } else {
        vocabulary::NO_LOCAL_ISSUER
    })
}

/// The output for the leaf if the topmost certificate of the path is trusted.
pub(super) fn linked(report: &Report) -> Expected {
    let on_path = |c: &&CertificateReport| report.path.contains(&PathStep::Certificate(c.index));
    let plain = report.certificates.iter().filter(on_path).all(|c| is_plain(report, c));
    match openssl_errors(report).as_slice() {
        [] if plain => Expected::Verified,
        [Some(error)] if plain => Expected::Rejected(*error),
        _ => Expected::Look(GuideText::LookVerify),
    }
}

/// Whether openssl is not known to handle anything in the certificate, or about it, differently
/// from Java.
fn is_plain(report: &Report, certificate: &CertificateReport) -> bool {
    let has = |wanted: &str| certificate.extensions.iter().any(|e| e.oid == wanted);
    let unread = (has(oid::KEY_USAGE) && certificate.key_usage.is_none())
        || (has(oid::EXTENDED_KEY_USAGE) && certificate.extended_key_usage.is_none())
        || (has(oid::SAN) && certificate.subject_alt_names.is_empty())
        || (has(oid::SKI) && certificate.subject_key_id.is_none())
        // An authority key identifier by issuer and serial number, which Java does not compare.
        || (has(oid::AKI) && certificate.authority_key_id.is_none());
    let handled = |e: &crate::report::ExtensionReport| !e.critical || HANDLED.contains(&e.oid.as_str());
    // If two certificates have the same name, Java tries both; openssl tries only one.
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
        // The last second is valid for Java and expired for openssl.
        && certificate.not_before < certificate.not_after
        && certificate.not_after != report.at
        && !report.certificates.iter().any(same_name)
}

/// The errors that openssl would report on the path, each once per certificate. `None` is a finding
/// for which openssl's result is unknown.
fn openssl_errors(report: &Report) -> Vec<Option<VerifyError>> {
    let on_path = |index: CertIndex| report.path.contains(&PathStep::Certificate(index));
    let mut seen: Vec<(Option<CertIndex>, Option<VerifyError>)> = Vec::new();
    for finding in report.rules.iter().flat_map(|rule| &rule.findings) {
        if finding.certificate.is_some_and(|index| !on_path(index)) {
            continue;
        }
        let Some(error) = openssl_error(&finding.detail) else {
            continue;
        };
        let entry = (finding.certificate, error);
        if !seen.contains(&entry) {
            seen.push(entry);
        }
    }
    seen.into_iter().map(|(_, error)| error).collect()
}

/// The error that openssl reports for a finding: `None` if it reports none, `Some(None)` if that is
/// unknown.
fn openssl_error(detail: &Detail) -> Option<Option<VerifyError>> {
    match detail {
        Detail::Expired { .. } => Some(Some(vocabulary::EXPIRED)),
        Detail::NotYetValid { .. } => Some(Some(vocabulary::NOT_YET_VALID)),
        Detail::NotACa {
            has_basic_constraints: false,
        } => Some(Some(vocabulary::INVALID_CA)),
        // openssl checks the dates of roots and key identifiers; Java checks neither.
        Detail::AnchorOutOfDate { .. } | Detail::RootVersionOutOfDate { .. } | Detail::KeyIdentifierMismatch { .. } => {
            Some(None)
        }
        // The command does not check which CA is trusted, which certificates were sent, the
        // server's purpose, or the key size.
        Detail::RootNotListed { .. }
        | Detail::SelfSignedLeaf { .. }
        | Detail::DefaultCertificate { .. }
        | Detail::WrongIntermediate { .. }
        | Detail::SelfIssuedPair { .. }
        | Detail::IssuerNotListed { .. }
        | Detail::IssuerMissing { .. }
        | Detail::RootNotSent { .. }
        | Detail::ListedRootNotSent { .. }
        | Detail::KeyTooLarge { .. }
        | Detail::NoPath {}
        | Detail::LeafNotFirst { .. }
        | Detail::WrongOrder { .. }
        | Detail::LeafExtendedKeyUsage { .. }
        | Detail::LeafKeyUsage { .. }
        | Detail::NetscapeCertType {}
        | Detail::ClientPublicCertificate { .. }
        | Detail::ClientChainTooLong { .. }
        | Detail::ClientUsageMissing { .. }
        | Detail::ClientKeyUnsupported { .. }
        | Detail::ExpiresSoon { .. } => None,
        detail if detail.severity() == Severity::Info => None,
        _ => Some(None),
    }
}
