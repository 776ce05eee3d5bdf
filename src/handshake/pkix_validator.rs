//! Validates a chain as `PKIXValidator.engineValidate` does: in the order sent, or with the path
//! builder if that order is no path.

use super::alert;
use super::anchor_checks::{check_anchor_and_leaf, identifier_mismatch, identifiers_agree, leaf_problems};
use super::best_effort;
use super::input::HandshakeInput;
use super::jdk::JDK;
use super::path_builder::{self, MAX_STEPS};
use super::path_checks::{PathChecker, check_path};
use super::result::{HandshakeResult, PathEnd, Problem};
use crate::chain::Anchor;
use crate::report::Detail;

const BUILDING_FAILED: &str = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const VALIDATION_FAILED: &str = "PKIX path validation failed: java.security.cert.CertPathValidatorException: ";

/// Validates the chain of `input`.
pub(super) fn validate(input: &HandshakeInput<'_>) -> HandshakeResult {
    let Some((first, leaf)) = input.leaf() else {
        let problems = vec![Problem::new(0, Detail::LeafMissing {})];
        let message = alert::prefixed(input.release, alert::UNKNOWN, BUILDING_FAILED);
        return HandshakeResult::rejected(input, Vec::new(), PathEnd::Open, problems, message);
    };
    if let Some(place) = input.anchors.iter().position(|a| a.is(leaf)) {
        return HandshakeResult::accepted(vec![first], PathEnd::Anchor(place));
    }
    let mut previous = leaf;
    for (i, &at) in input.sent.iter().enumerate().skip(1) {
        let Some(certificate) = input.certificates.get(at) else {
            continue;
        };
        if certificate.subject != previous.issuer {
            return build_path(input, first);
        }
        let is_anchor = |a: &Anchor| a.is(certificate) || a.has_name_and_key_of(certificate);
        if input.anchors.iter().any(is_anchor) {
            return validate_in_order(input, input.sent.get(..i).unwrap_or_default());
        }
        previous = certificate;
    }
    if input.anchors.iter().any(|a| a.subject == previous.issuer) {
        return validate_in_order(input, input.sent);
    }
    build_path(input, first)
}

/// Validates `sent` as one path; it starts with the leaf and excludes the anchor.
fn validate_in_order(input: &HandshakeInput<'_>, sent: &[usize]) -> HandshakeResult {
    let path: Vec<usize> = sent.to_vec();
    let down: Vec<usize> = sent.iter().rev().copied().collect();
    let Some((top_at, top)) = down.first().and_then(|at| Some((*at, input.certificates.get(*at)?))) else {
        return build_path(input, sent.first().copied().unwrap_or(0));
    };
    let anchors = || input.anchors.iter().enumerate();
    let named: Vec<(usize, &Anchor)> = anchors().filter(|(_, a)| a.subject == top.issuer).collect();
    let mut best: Option<(usize, Vec<Problem>)> = None;
    for &(place, anchor) in named.iter().filter(|(_, a)| identifiers_agree(a, top)) {
        let problems = check_path(input, anchor, &down, PathChecker::Validator);
        if problems.is_empty() {
            return check_anchor_and_leaf(input, path, place, PathChecker::Validator);
        }
        if problems.first().is_some_and(|p| p.uncaught) {
            // The JDK does not catch the exception, so it tries no other anchor.
            best = Some((place, problems));
            break;
        }
        if best.as_ref().is_none_or(|(_, b)| problems.len() < b.len()) {
            best = Some((place, problems));
        }
    }
    let Some((place, mut problems)) = best else {
        let anchor = named.first();
        let mut problems = vec![Problem::new(top_at, identifier_mismatch(anchor.map(|(_, a)| *a), top))];
        problems.extend(
            anchor
                .into_iter()
                .flat_map(|(_, a)| check_path(input, a, &down, PathChecker::Validator)),
        );
        problems.extend(leaf_problems(input, sent));
        let end = anchor.map_or(PathEnd::Open, |(place, _)| PathEnd::Anchor(*place));
        let message = format!("{VALIDATION_FAILED}Path does not chain with any of the trust anchors");
        let message = alert::prefixed(input.release, alert::UNKNOWN, &message);
        return HandshakeResult::rejected(input, path, end, problems, message);
    };
    problems.extend(leaf_problems(input, sent));
    let message = match problems.first() {
        Some(first) if first.uncaught => alert::uncaught(input.release, &first.reason),
        first => {
            let reason = first.map(|p| p.reason.as_str()).unwrap_or_default();
            let alert = first.map_or(alert::UNKNOWN, alert::of);
            alert::prefixed(input.release, alert, &format!("{VALIDATION_FAILED}{reason}"))
        }
    };
    HandshakeResult::rejected(input, path, PathEnd::Anchor(place), problems, message)
}

/// Searches a path from the certificate at index `first`.
fn build_path(input: &HandshakeInput<'_>, first: usize) -> HandshakeResult {
    let built = path_builder::build(input, first);
    let leaf_first = |down: &[usize]| down.iter().rev().copied().collect::<Vec<_>>();
    if let Some((down, place)) = built.path {
        return check_anchor_and_leaf(input, leaf_first(&down), place, PathChecker::Builder);
    }
    if let Some((at, blocking)) = built.blocking.and_then(|at| Some((at, input.certificates.get(at)?)))
        && let Some((down, place)) = path_builder::build_above_pairs(input, first).path
    {
        let path = leaf_first(&down);
        let label = blocking.subject.label();
        let mut problems = vec![Problem::new(at, Detail::SelfIssuedPair { label })];
        problems.extend(leaf_problems(input, &path));
        let message = alert::prefixed(input.release, alert::UNKNOWN, BUILDING_FAILED);
        return HandshakeResult::rejected(input, path, PathEnd::Anchor(place), problems, message);
    }
    let mut problems = built.problems;
    let uncaught = problems.first().filter(|p| p.uncaught);
    let uncaught = uncaught.map(|p| alert::uncaught(input.release, &p.reason));
    let (path, end) = match built.rejected {
        Some((down, place)) => (leaf_first(&down), PathEnd::Anchor(place)),
        None => best_effort::path(input, first),
    };
    if problems.is_empty() {
        problems = best_effort::problems(input, &path, end);
    }
    if built.hit_limit {
        problems.insert(0, Problem::new(first, Detail::SearchEnded { limit: MAX_STEPS }));
    } else if built.too_long && problems.is_empty() {
        let limit = u32::try_from(JDK.max_intermediates).unwrap_or(u32::MAX);
        problems.push(Problem::new(first, Detail::PathTooLong { limit }));
    }
    problems.extend(leaf_problems(input, &path));
    if problems.is_empty() {
        problems.push(Problem::new(first, Detail::NoPath {}));
    }
    let message = uncaught.unwrap_or_else(|| alert::prefixed(input.release, alert::UNKNOWN, BUILDING_FAILED));
    HandshakeResult::rejected(input, path, end, problems, message)
}
