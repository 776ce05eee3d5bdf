//! The road that the JDK takes when the sent order breaks or the last issuer is no anchor: it builds a path itself.
//!
//! In: the leaf, everything sent, the anchors. Out: a path that Java accepts, or the most telling reason why none was
//! found. Whatever the reason, Java says "unable to find valid certification path to requested target".
//!
//! # References
//! - JDK 17, `SunCertPathBuilder` and `ForwardBuilder`: depth first, at most five non-self-issued intermediates, an
//!   issuer must be in date, a CA and room enough below; a path ends only at a certificate of the store.

use super::Judged;
use super::inspect::{Problem, Road, inspect};
use crate::chain::Anchor;

/// Non-self-issued CA certificates that a path may hold (`PKIXBuilderParameters.getMaxPathLength`, default 5).
pub(crate) const MAX_INTERMEDIATES: usize = 5;

/// Steps of the search before it is given up. JDK 17 has no such bound and can be kept busy for hours by certificates
/// made for it; five hundred steps are more than any real bundle needs.
pub(crate) const MAX_STEPS: u32 = 20_000;

/// What the search came to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Topmost to leaf, with its anchor's place.
    pub(crate) path: Option<(Vec<usize>, usize)>,
    /// The problems of the complete path that came closest, where one was complete.
    pub(crate) problems: Vec<Problem>,
    /// The best complete path although it is refused: topmost to leaf, with its anchor.
    pub(crate) refused: Option<(Vec<usize>, usize)>,
    /// True where a path was given up for its length.
    pub(crate) too_long: bool,
    /// True where the bound of work ended the search.
    pub(crate) ended: bool,
}

struct Search<'a> {
    judged: &'a Judged<'a>,
    found: Found,
    steps: u32,
}

/// Searches a path from `leaf`.
pub(crate) fn build(judged: &Judged<'_>, leaf: usize) -> Found {
    let mut search = Search {
        judged,
        found: Found::default(),
        steps: 0,
    };
    let Some(certificate) = judged.certificates.get(leaf) else {
        return search.found;
    };
    if certificate.in_date(judged.at) && certificate.extensions.unknown_critical().is_empty() {
        search.climb(&mut vec![leaf], 0);
    }
    search.found
}

impl Search<'_> {
    /// Tries every issuer of the last of `path` (leaf first). `taken` counts non-self-issued CA certificates on it.
    fn climb(&mut self, path: &mut Vec<usize>, taken: usize) -> bool {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            self.found.ended = true;
            return true;
        }
        let judged = self.judged;
        let Some(child) = path.last().and_then(|at| judged.certificates.get(*at)) else {
            return false;
        };
        let first_level = path.len() == 1;
        for (place, anchor) in judged.anchors.iter().enumerate() {
            let dated = anchor.version >= 3 || (anchor.in_date(child.not_before) && anchor.in_date(child.not_after));
            let fits = anchor.subject == child.issuer && dated && (first_level || anchor.in_date(judged.at));
            if fits
                && !path
                    .iter()
                    .any(|at| judged.certificates.get(*at).is_some_and(|c| repeats_anchor(anchor, c)))
                && self.complete(path, place)
            {
                return true;
            }
        }
        for candidate in judged.issuers_of(child) {
            let Some(certificate) = judged.certificates.get(candidate) else {
                continue;
            };
            let room = i64::try_from(taken).unwrap_or(i64::MAX);
            let fit = certificate.in_date(judged.at)
                && certificate.version >= 3
                && certificate.path_len_room().is_some_and(|limit| limit >= room)
                && certificate.extensions.unknown_critical().is_empty()
                && certificate
                    .extensions
                    .key_usage
                    .is_none_or(crate::cert::KeyUsage::key_cert_sign);
            if !fit || path.iter().any(|at| judged.repeats(*at, candidate)) {
                continue;
            }
            let self_issued = certificate.is_self_issued();
            if !self_issued && taken >= MAX_INTERMEDIATES {
                self.found.too_long = true;
                continue;
            }
            if self_issued && !first_level && child.is_self_issued() {
                // The JDK gives this level up as a whole.
                return false;
            }
            path.push(candidate);
            let done = self.climb(path, taken + usize::from(!self_issued));
            path.pop();
            if done {
                return true;
            }
        }
        false
    }

    /// Judges a path that has reached an anchor; true ends the search.
    fn complete(&mut self, path: &[usize], anchor: usize) -> bool {
        let Some(end) = self.judged.anchors.get(anchor) else {
            return false;
        };
        let down: Vec<usize> = path.iter().rev().copied().collect();
        let problems = inspect(self.judged, end, &down, Road::Builder);
        if problems.is_empty() {
            self.found.path = Some((down, anchor));
            return true;
        }
        if self.found.refused.is_none() || problems.len() < self.found.problems.len() {
            self.found.problems = problems;
            self.found.refused = Some((down, anchor));
        }
        false
    }
}

/// The JDK skips a store certificate whose subject, key and names a certificate on the path already has.
fn repeats_anchor(anchor: &Anchor, certificate: &crate::cert::Certificate) -> bool {
    anchor.has_name_and_key_of(certificate)
}
