//! What is asked of the anchor and of the leaf once a path holds, and which anchors the validator tries at all.

use super::path_checks::{Problem, Road};
use super::{End, Judged, Judgement, accepted, end_entity, refused};
use crate::cert::Certificate;
use crate::report::Detail;

/// A path that holds: the anchor itself and the leaf's purposes remain.
pub(super) fn anchored(judged: &Judged<'_>, path: Vec<usize>, place: usize, road: Road) -> Judgement {
    let Some(anchor) = judged.anchors.get(place) else {
        return accepted(path, End::Open);
    };
    let unfit = if anchor.version < 3 {
        None
    } else if !anchor.is_ca {
        Some("is not a CA certificate")
    } else if anchor.key_cert_sign == Some(false) {
        Some("does not have keyCertSign bit set in KeyUsage extension")
    } else {
        None
    };
    let mut problems = leaf_problems(judged, &path);
    if let Some(why) = unfit {
        let stage = match road {
            Road::Validator => "validation",
            Road::Builder => "building",
        };
        let subject = anchor.subject.java();
        let message = format!(
            "PKIX path {stage} failed: sun.security.validator.ValidatorException: TrustAnchor with subject \"{subject}\" {why}"
        );
        let detail = Detail::AnchorUnfit {
            label: anchor.subject.label(),
            is_ca: anchor.is_ca,
        };
        problems.insert(0, Problem::silent(path.last().copied().unwrap_or(0), detail));
        return refused(judged, path, End::Anchor(place), problems, message);
    }
    match problems.first().map(|p| p.reason.clone()) {
        None => accepted(path, End::Anchor(place)),
        Some(reason) => refused(judged, path, End::Anchor(place), problems, reason),
    }
}

pub(super) fn leaf_problems(judged: &Judged<'_>, path: &[usize]) -> Vec<Problem> {
    let at = path.first().copied();
    at.and_then(|at| Some(end_entity::problems(at, judged.certificates.get(at)?)))
        .unwrap_or_default()
}

/// `AdaptableX509CertSelector`: an anchor is tried only where the identifiers in the topmost certificate's AKI agree.
pub(super) fn identifiers_agree(judged: &Judged<'_>, place: usize, top: &Certificate) -> bool {
    let (Some(anchor), Some(aki)) = (judged.anchors.get(place), top.extensions.aki.as_ref()) else {
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

pub(super) fn identifier_mismatch(judged: &Judged<'_>, named: &[usize], top: &Certificate) -> Detail {
    let anchor = named.first().and_then(|i| judged.anchors.get(*i));
    let hex = |bytes: Option<&Vec<u8>>| bytes.map(|b| crate::num::colon_hex(b)).unwrap_or_default();
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
