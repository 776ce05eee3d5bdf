//! Builds a path from names alone if Java finds none: the path that a person would call the chain.
//! Also finds its problems.

use super::input::HandshakeInput;
use super::path_checks::{PathChecker, check_path, out_of_date};
use super::result::{PathEnd, Problem};
use crate::chain::Anchor;
use crate::report::Detail;

/// Follows issuer names up from the certificate at index `first`.
pub(super) fn path(input: &HandshakeInput<'_>, first: usize) -> (Vec<usize>, PathEnd) {
    let mut path = vec![first];
    while let Some((at, last)) = path.last().and_then(|at| Some((*at, input.certificates.get(*at)?))) {
        let issuers = input.issuers_of(last);
        let mut anchors = input.anchors.iter().enumerate();
        if let Some((place, anchor)) = anchors.find(|(_, a)| a.subject == last.issuer && !a.is(last)) {
            let refuted = input.signatures.refuted(at, &anchor.spki);
            if !refuted || issuers.iter().all(|at| path.contains(at)) {
                return (path, PathEnd::Anchor(place));
            }
        }
        let next = issuers
            .into_iter()
            .filter(|candidate| !path.iter().any(|on| input.repeats(*on, *candidate)))
            .min_by_key(|candidate| {
                let issuer = input.certificates.get(*candidate);
                let refuted = issuer.is_some_and(|i| input.signatures.refuted(at, &i.spki));
                (refuted, issuer.is_some_and(|i| !i.in_date(input.at)))
            });
        match next {
            Some(at) if path.len() < input.certificates.len() => path.push(at),
            _ => break,
        }
    }
    (path, PathEnd::Open)
}

/// Returns the problems of that path, checked under its anchor if it has one.
pub(super) fn problems(input: &HandshakeInput<'_>, path: &[usize], end: PathEnd) -> Vec<Problem> {
    let down: Vec<usize> = path.iter().rev().copied().collect();
    if let PathEnd::Anchor(place) = end {
        let anchor = input.anchors.get(place);
        return anchor.map_or_else(Vec::new, |anchor| {
            check_path(input, anchor, &down, PathChecker::Validator)
        });
    }
    // Without an anchor, use the topmost certificate as one: the checks cover everything below it.
    let Some((top, below)) = down.split_first() else {
        return Vec::new();
    };
    let Some(certificate) = input.certificates.get(*top) else {
        return Vec::new();
    };
    let mut problems = Vec::new();
    // If the top is a root, it would be the anchor, and Java does not check an anchor's dates.
    if !input.signatures.is_root(*top, certificate) {
        problems.extend(out_of_date(certificate, input.at).map(|detail| Problem::new(*top, detail)));
    }
    if !below.is_empty() {
        if !certificate.is_ca() && certificate.version >= 3 {
            let has_basic_constraints = certificate.extensions.basic_constraints.is_some();
            problems.push(Problem::new(*top, Detail::NotACa { has_basic_constraints }));
        }
        let anchor = Anchor::of_certificate(certificate);
        problems.extend(check_path(input, &anchor, below, PathChecker::Validator));
    }
    problems
}
