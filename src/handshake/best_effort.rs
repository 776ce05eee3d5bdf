//! The path that names suggest where Java found none: what a person would call the chain, and why it is none.

use super::path_checks::{Problem, Road, inspect};
use super::{End, Judged, out_of_date};
use crate::chain::Anchor;
use crate::report::Detail;

/// The path that names suggest, for showing and explaining what the builder did not accept.
pub(super) fn attempt(judged: &Judged<'_>, first: usize) -> (Vec<usize>, End) {
    let mut path = vec![first];
    while let Some(last) = path.last().and_then(|at| judged.certificates.get(*at)) {
        if let Some(place) = judged
            .anchors
            .iter()
            .position(|a| a.subject == last.issuer && !a.is(last))
        {
            let refuted = path.last().is_some_and(|at| {
                judged
                    .anchors
                    .get(place)
                    .is_some_and(|a| judged.signatures.refuted(*at, &a.spki))
            });
            if !refuted || judged.issuers_of(last).iter().all(|at| path.contains(at)) {
                return (path, End::Anchor(place));
            }
        }
        let next = judged
            .issuers_of(last)
            .into_iter()
            .filter(|at| !path.iter().any(|on| judged.repeats(*on, *at)))
            .min_by_key(|at| {
                let issuer = judged.certificates.get(*at);
                let refuted =
                    issuer.is_some_and(|i| path.last().is_some_and(|c| judged.signatures.refuted(*c, &i.spki)));
                (refuted, issuer.is_some_and(|i| !i.in_date(judged.at)))
            });
        match next {
            Some(at) if path.len() < judged.certificates.len() => path.push(at),
            _ => break,
        }
    }
    (path, End::Open)
}

/// Why the path that names suggest is none: with the anchor's eyes where it has one, else link by link.
pub(super) fn explain(judged: &Judged<'_>, path: &[usize], end: End) -> Vec<Problem> {
    let down: Vec<usize> = path.iter().rev().copied().collect();
    match end {
        End::Anchor(place) => judged
            .anchors
            .get(place)
            .map(|anchor| inspect(judged, anchor, &down, Road::Validator))
            .unwrap_or_default(),
        End::Open => {
            // The topmost certificate stands in for the anchor, so that everything below it is told.
            let Some((top, below)) = down.split_first() else {
                return Vec::new();
            };
            let Some(certificate) = judged.certificates.get(*top) else {
                return Vec::new();
            };
            let mut problems = Vec::new();
            // A self-signed top would be an anchor, at whose dates Java does not look.
            if !certificate.is_self_issued() {
                problems.extend(out_of_date(certificate, judged.at).map(|detail| Problem::silent(*top, detail)));
            }
            if !below.is_empty() {
                if !certificate.is_ca() && certificate.version >= 3 {
                    let has_basic_constraints = certificate.extensions.basic_constraints.is_some();
                    problems.push(Problem::silent(*top, Detail::NotACa { has_basic_constraints }));
                }
                problems.extend(inspect(
                    judged,
                    &Anchor::of_certificate(certificate),
                    below,
                    Road::Validator,
                ));
            }
            problems
        }
    }
}
