//! The two roads of `PKIXValidator.engineValidate`: the validator for what was sent in order, the builder for the rest.

use super::anchor_checks::{anchored, identifier_mismatch, identifiers_agree, leaf_problems};
use super::best_effort::{attempt, explain};
use super::path_checks::{Problem, Road, inspect};
use super::{End, Judged, Judgement, accepted, leaf, path_builder, refused};
use crate::chain::Anchor;
use crate::report::Detail;

const BUILDING_FAILED: &str = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const VALIDATION_FAILED: &str = "PKIX path validation failed: java.security.cert.CertPathValidatorException: ";

/// The way through `PKIXValidator.engineValidate`.
pub(super) fn path(judged: &Judged<'_>) -> Judgement {
    let Some((first, leaf_certificate)) = leaf(judged) else {
        return refused(
            judged,
            Vec::new(),
            End::Open,
            vec![Problem::silent(0, Detail::LeafMissing {})],
            BUILDING_FAILED.to_owned(),
        );
    };
    if let Some(place) = judged.anchors.iter().position(|a| a.is(leaf_certificate)) {
        return accepted(vec![first], End::Anchor(place));
    }
    let mut previous = leaf_certificate;
    for (i, &at) in judged.sent.iter().enumerate().skip(1) {
        let Some(certificate) = judged.certificates.get(at) else {
            continue;
        };
        if certificate.subject != previous.issuer {
            return built(judged, first);
        }
        let anchors: Vec<usize> = matching(judged, |a| a.is(certificate) || a.has_name_and_key_of(certificate));
        if !anchors.is_empty() {
            let below = judged.sent.get(..i).unwrap_or_default();
            return validated(judged, below);
        }
        previous = certificate;
    }
    if judged.anchors.iter().any(|a| a.subject == previous.issuer) {
        return validated(judged, judged.sent);
    }
    built(judged, first)
}

fn matching(judged: &Judged<'_>, test: impl Fn(&Anchor) -> bool) -> Vec<usize> {
    judged
        .anchors
        .iter()
        .enumerate()
        .filter(|(_, a)| test(a))
        .map(|(i, _)| i)
        .collect()
}

/// The validator's road: `sent` is leaf first, without the anchor.
fn validated(judged: &Judged<'_>, sent: &[usize]) -> Judgement {
    let path: Vec<usize> = sent.to_vec();
    let down: Vec<usize> = sent.iter().rev().copied().collect();
    let Some(top) = down.first().and_then(|at| judged.certificates.get(*at)) else {
        return built(judged, sent.first().copied().unwrap_or(0));
    };
    let named = matching(judged, |a| a.subject == top.issuer);
    let tried: Vec<usize> = named
        .iter()
        .copied()
        .filter(|i| identifiers_agree(judged, *i, top))
        .collect();
    if tried.is_empty() {
        let detail = identifier_mismatch(judged, &named, top);
        let message = format!("{VALIDATION_FAILED}Path does not chain with any of the trust anchors");
        let mut problems = vec![Problem::silent(down.first().copied().unwrap_or(0), detail)];
        if let Some(anchor) = named.first().and_then(|i| judged.anchors.get(*i)) {
            problems.extend(inspect(judged, anchor, &down, Road::Validator));
        }
        problems.extend(leaf_problems(judged, sent));
        let end = named.first().map_or(End::Open, |i| End::Anchor(*i));
        return refused(judged, path, end, problems, message);
    }
    let mut best: Option<(usize, Vec<Problem>)> = None;
    for place in tried {
        let Some(anchor) = judged.anchors.get(place) else {
            continue;
        };
        let problems = inspect(judged, anchor, &down, Road::Validator);
        if problems.is_empty() {
            return anchored(judged, path, place, Road::Validator);
        }
        if problems.first().is_some_and(|p| p.thrown) {
            // An exception that nothing catches: no other anchor is tried.
            best = Some((place, problems));
            break;
        }
        if best.as_ref().is_none_or(|(_, b)| problems.len() < b.len()) {
            best = Some((place, problems));
        }
    }
    let (place, mut problems) = best.unwrap_or_default();
    problems.extend(leaf_problems(judged, sent));
    let message = match problems.first() {
        Some(first) if first.thrown => first.reason.clone(),
        first => format!(
            "{VALIDATION_FAILED}{}",
            first.map(|p| p.reason.as_str()).unwrap_or_default()
        ),
    };
    refused(judged, path, End::Anchor(place), problems, message)
}

/// The builder's road.
fn built(judged: &Judged<'_>, first: usize) -> Judgement {
    let found = path_builder::build(judged, first);
    let leaf_first = |down: &[usize]| down.iter().rev().copied().collect::<Vec<_>>();
    if let Some((down, place)) = found.path {
        return anchored(judged, leaf_first(&down), place, Road::Builder);
    }
    let mut problems = found.problems;
    let thrown = problems.first().filter(|p| p.thrown).map(|p| p.reason.clone());
    let (path, end) = match found.refused {
        Some((down, place)) => (leaf_first(&down), End::Anchor(place)),
        None => attempt(judged, first),
    };
    if problems.is_empty() {
        problems = explain(judged, &path, end);
    }
    if found.ended {
        problems.insert(
            0,
            Problem::silent(
                first,
                Detail::SearchEnded {
                    limit: path_builder::MAX_STEPS,
                },
            ),
        );
    } else if found.too_long && problems.is_empty() {
        problems.push(Problem::silent(
            first,
            Detail::PathTooLong {
                limit: u32::try_from(path_builder::MAX_INTERMEDIATES).unwrap_or(5),
            },
        ));
    }
    problems.extend(leaf_problems(judged, &path));
    if problems.is_empty() {
        problems.push(Problem::silent(first, Detail::NoPath {}));
    }
    refused(
        judged,
        path,
        end,
        problems,
        thrown.unwrap_or_else(|| BUILDING_FAILED.to_owned()),
    )
}
