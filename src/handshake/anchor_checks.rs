//! Checks the anchor and the leaf's purposes, and selects the anchors that the validator tries.

use super::input::HandshakeInput;
use super::path_checks::PathChecker;
use super::result::{HandshakeResult, PathEnd, Problem};
use super::{alert, distrust, end_entity};
use crate::cert::Certificate;
use crate::chain::Anchor;
use crate::num::colon_hex;
use crate::report::Detail;

/// Finishes the checks of a valid `path`; `place` is the index of its anchor.
pub(super) fn check_anchor_and_leaf(
    input: &HandshakeInput<'_>,
    path: Vec<usize>,
    place: usize,
    checker: PathChecker,
) -> HandshakeResult {
    let Some(anchor) = input.anchors.get(place) else {
        return HandshakeResult::accepted(path, PathEnd::Open);
    };
    let end = PathEnd::Anchor(place);
    let unfit = if anchor.version < 3 {
        None
    } else if !anchor.is_ca {
        Some("is not a CA certificate")
    } else if anchor.key_cert_sign == Some(false) {
        Some("does not have keyCertSign bit set in KeyUsage extension")
    } else {
        None
    };
    let mut problems = leaf_problems(input, &path);
    let leaf = path.first().and_then(|at| Some((*at, input.certificates.get(*at)?)));
    problems.extend(leaf.and_then(|(at, leaf)| distrust::problem(input, at, leaf, anchor)));
    if let Some(why) = unfit {
        let stage = match checker {
            PathChecker::Validator => "validation",
            PathChecker::Builder => "building",
        };
        let subject = anchor.subject.java();
        let message = format!(
            "PKIX path {stage} failed: sun.security.validator.ValidatorException: TrustAnchor with subject \"{subject}\" {why}"
        );
        let message = alert::prefixed(input.release, alert::UNKNOWN, &message);
        let detail = Detail::AnchorUnfit {
            label: anchor.subject.label(),
            is_ca: anchor.is_ca,
        };
        problems.insert(0, Problem::new(path.last().copied().unwrap_or(0), detail));
        return HandshakeResult::rejected(input, path, end, problems, message);
    }
    match problems.first().map(|p| p.reason.clone()) {
        None => HandshakeResult::accepted(path, end),
        Some(reason) => {
            let message = alert::prefixed(input.release, alert::UNKNOWN, &reason);
            HandshakeResult::rejected(input, path, end, problems, message)
        }
    }
}

/// The problems of the leaf, the first certificate of `path`.
pub(super) fn leaf_problems(input: &HandshakeInput<'_>, path: &[usize]) -> Vec<Problem> {
    let at = path.first().copied();
    let traits = input.release.traits();
    at.and_then(|at| Some(end_entity::problems(at, input.certificates.get(at)?, &traits)))
        .unwrap_or_default()
}

/// Whether the identifiers in `top`'s AKI match the anchor (`AdaptableX509CertSelector`). The JDK
/// tries no other anchors.
pub(super) fn identifiers_agree(anchor: &Anchor, top: &Certificate) -> bool {
    let Some(aki) = top.extensions.aki.as_ref() else {
        return true;
    };
    let key_differs = matches!((&aki.key_id, &anchor.ski), (Some(wanted), Some(found)) if wanted != found);
    let trimmed = |serial: &[u8]| serial.iter().copied().skip_while(|b| *b == 0).collect::<Vec<_>>();
    let serial_differs = anchor.version >= 3
        && aki
            .serial
            .as_ref()
            .is_some_and(|s| trimmed(s) != trimmed(&anchor.serial));
    !key_differs && !serial_differs
}

/// Returns the finding for an anchor whose identifiers do not match `top`.
pub(super) fn identifier_mismatch(anchor: Option<&Anchor>, top: &Certificate) -> Detail {
    let hex = |bytes: Option<&Vec<u8>>| bytes.map(|b| colon_hex(b)).unwrap_or_default();
    let aki = top.extensions.aki.as_ref();
    let by_key = aki
        .and_then(|a| a.key_id.as_ref())
        .filter(|id| anchor.is_some_and(|a| a.ski.as_ref() != Some(id)));
    let (expected, found) = match by_key {
        Some(id) => (hex(Some(id)), hex(anchor.and_then(|a| a.ski.as_ref()))),
        None => (hex(aki.and_then(|a| a.serial.as_ref())), hex(anchor.map(|a| &a.serial))),
    };
    Detail::AnchorIdentifierMismatch {
        label: top.issuer.label(),
        expected,
        found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cert::{AuthorityKeyId, made};

    #[test]
    fn an_anchor_needs_the_key_identifier_and_the_serial_number_of_the_aki() {
        let mut top = made::intermediate();
        let mut anchor = Anchor::of_certificate(&top);
        (anchor.ski, anchor.serial) = (Some(vec![7]), vec![0, 5, 1]);
        let mut agree = |key_id: Option<&[u8]>, serial: Option<&[u8]>, anchor: &Anchor| {
            top.extensions.aki = Some(AuthorityKeyId {
                key_id: key_id.map(<[u8]>::to_vec),
                serial: serial.map(<[u8]>::to_vec),
            });
            identifiers_agree(anchor, &top)
        };
        assert!(agree(None, None, &anchor));
        assert!(agree(Some(&[7]), Some(&[5, 1]), &anchor), "leading zeros do not count");
        assert!(!agree(Some(&[8]), None, &anchor));
        assert!(!agree(None, Some(&[5, 2]), &anchor));
        assert!(!agree(Some(&[7]), Some(&[5, 2]), &anchor));
        anchor.version = 1;
        assert!(
            agree(None, Some(&[5, 2]), &anchor),
            "the selector compares them from version 3"
        );
        anchor.ski = None;
        assert!(agree(Some(&[8]), None, &anchor), "no identifier to compare with");
    }
}
