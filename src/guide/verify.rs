//! What `openssl verify` says of a chain that was judged here.
//!
//! openssl and Java check much the same, not the same: where only one of them looks, nothing is foretold.

use super::{Expect, VerifyError, vocabulary};
use crate::i18n::GuideText;
use crate::report::{CertIndex, CertificateReport, Detail, PathStep, Report, Severity};

/// Whether the certificates of the path are linked; `linked` where a CA above the leaf was sent.
pub(super) fn links(report: &Report, leaf: &CertificateReport, linked: bool) -> Expect {
    if !linked {
        let alone = if leaf.self_issued {
            vocabulary::SELF_SIGNED
        } else {
            vocabulary::NO_LOCAL_ISSUER
        };
        // A date that is over comes first or second, as the version of openssl has it.
        return match troubles(report).is_empty() {
            true => Expect::Refused(alone),
            false => Expect::Look(GuideText::LookVerify),
        };
    }
    expected(report)
}

/// Whether they lead to a listed root that was not sent.
pub(super) fn to_root(report: &Report) -> Expect {
    expected(report)
}

fn expected(report: &Report) -> Expect {
    match troubles(report).as_slice() {
        [] => Expect::Verified,
        [Some(error)] => Expect::Refused(*error),
        _ => Expect::Look(GuideText::LookVerify),
    }
}

/// What openssl would mind on the path: its error where it is known, none where it may judge otherwise.
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
        // Java does not look at the dates of its roots; openssl does.
        Detail::Expired { .. } => Some(Some(vocabulary::EXPIRED)),
        Detail::NotYetValid { .. } => Some(Some(vocabulary::NOT_YET_VALID)),
        Detail::NotACa { .. } | Detail::OldVersion { .. } => Some(Some(vocabulary::INVALID_CA)),
        Detail::NoKeyCertSign { .. } => Some(None),
        Detail::AnchorOutOfDate { .. } | Detail::KeyIdentifierMismatch { .. } => Some(None),
        // Which CA is trusted, what was sent along, and how long a key is: the command does not ask for it.
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
