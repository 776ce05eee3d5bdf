//! Searches a path as `SunCertPathBuilder` does, if the sent order is broken or the last issuer is
//! not an anchor.
//!
//! Input: the leaf, all sent certificates, the anchors. Output: a path that Java accepts, or the
//! most helpful reason why there is none. Java's message is always "unable to find valid
//! certification path to requested target".
//!
//! # References
//! - JDK 17, `SunCertPathBuilder` and `ForwardBuilder`: depth first, at most five intermediates
//!   that are not self-issued. An issuer must be in date, be a CA and allow the path length. A path
//!   ends only at a certificate of the truststore.

use super::input::HandshakeInput;
use super::jdk::JDK;
use super::path_checks::{PathChecker, check_path};
use super::result::Problem;
use crate::cert::KeyUsage;

/// The most steps of a search. Each certificate or anchor tried is a step.
///
/// JDK 17 has no such limit, and crafted certificates can keep it busy for hours. A real bundle
/// needs at most 500 steps.
pub(super) const MAX_STEPS: u32 = 50_000;

/// The number of steps after which the search skips links whose signature is known to be invalid.
///
/// Every path over such a link fails in the end, so skipping does not change the result. Before
/// that, the search follows them to find the most helpful reason.
const STEPS_BEFORE_PRUNING: u32 = 500;

/// The result of the search.
#[derive(Clone, Debug, Default)]
pub(super) struct BuildResult {
    /// The accepted path, topmost to leaf, and the index of its anchor.
    pub(super) path: Option<(Vec<usize>, usize)>,
    /// If no path is accepted, the complete path with the fewest problems: topmost to leaf, and the
    /// index of its anchor.
    pub(super) rejected: Option<(Vec<usize>, usize)>,
    /// The problems of that path.
    pub(super) problems: Vec<Problem>,
    /// Whether a path was abandoned because of its length.
    pub(super) too_long: bool,
    /// Whether the search hit [`MAX_STEPS`].
    pub(super) hit_limit: bool,
    /// Steps taken.
    pub(super) steps: u32,
}

struct Search<'a> {
    input: &'a HandshakeInput<'a>,
    result: BuildResult,
    /// Whether links with an invalid signature may be skipped. Not if there are name constraints:
    /// they can make the JDK throw before it reaches the signature.
    may_prune: bool,
}

/// Searches a path from the certificate at index `leaf`.
pub(super) fn build(input: &HandshakeInput<'_>, leaf: usize) -> BuildResult {
    let constrained = |c: &crate::cert::Certificate| c.extensions.name_constraints.is_some();
    let mut search = Search {
        input,
        result: BuildResult::default(),
        may_prune: !input.certificates.iter().any(constrained),
    };
    let certificate = input.certificates.get(leaf);
    let blocked = certificate.is_some_and(|c| input.release.blocks(&c.sha256));
    if !blocked && certificate.is_some_and(|c| c.in_date(input.at) && c.extensions.unknown_critical().is_empty()) {
        search.extend(&mut vec![leaf], 0);
    }
    search.result
}

impl Search<'_> {
    /// Counts a step; returns false if the limit is reached.
    fn step(&mut self) -> bool {
        self.result.steps = self.result.steps.saturating_add(1);
        self.result.hit_limit |= self.result.steps > MAX_STEPS;
        !self.result.hit_limit
    }

    /// Tries every issuer of the last certificate of `path` (leaf first). Returns true to end the
    /// search. `intermediates` counts the intermediates on the path that are not self-issued.
    fn extend(&mut self, path: &mut Vec<usize>, intermediates: usize) -> bool {
        let input = self.input;
        let Some((last, child)) = path.last().and_then(|at| Some((*at, input.certificates.get(*at)?))) else {
            return false;
        };
        let first_level = path.len() == 1;
        let on_path = |path: &[usize], candidate: usize| path.iter().any(|at| input.repeats(*at, candidate));
        for (place, anchor) in input.anchors.iter().enumerate() {
            if !self.step() {
                return true;
            }
            let dated = anchor.version >= 3 || (anchor.in_date(child.not_before) && anchor.in_date(child.not_after));
            let fits = anchor.subject == child.issuer
                && dated
                && (first_level || anchor.in_date(input.at))
                && !input.release.blocks(&anchor.sha256);
            // The JDK skips an anchor if a certificate on the path has its subject and key.
            let mut certificates = path.iter().filter_map(|at| input.certificates.get(*at));
            if fits && !certificates.any(|c| anchor.has_name_and_key_of(c)) && self.complete(path, place) {
                return true;
            }
        }
        for candidate in input.issuers_of(child) {
            let Some(certificate) = input.certificates.get(candidate) else {
                continue;
            };
            if !self.step() {
                return true;
            }
            let below = i64::try_from(intermediates).unwrap_or(i64::MAX);
            let fits = certificate.in_date(input.at)
                && certificate.version >= 3
                && !input.release.blocks(&certificate.sha256)
                && certificate.path_len_room().is_some_and(|limit| limit >= below)
                && certificate.extensions.unknown_critical().is_empty()
                && certificate.extensions.key_usage.is_none_or(KeyUsage::key_cert_sign);
            if !fits || on_path(path, candidate) {
                continue;
            }
            let self_issued = certificate.is_self_issued();
            if !self_issued && intermediates >= JDK.max_intermediates {
                self.result.too_long = true;
                continue;
            }
            if self_issued && !first_level && child.is_self_issued() {
                // The JDK abandons this whole level.
                return false;
            }
            let refuted = input.signatures.refuted(last, &certificate.spki);
            if refuted && self.may_prune && self.result.steps > STEPS_BEFORE_PRUNING {
                continue;
            }
            path.push(candidate);
            let done = self.extend(path, intermediates + usize::from(!self_issued));
            path.pop();
            if done {
                return true;
            }
        }
        false
    }

    /// Checks a path that has reached an anchor. Returns true to end the search.
    fn complete(&mut self, path: &[usize], place: usize) -> bool {
        let Some(anchor) = self.input.anchors.get(place) else {
            return false;
        };
        let down: Vec<usize> = path.iter().rev().copied().collect();
        let problems = check_path(self.input, anchor, &down, PathChecker::Builder);
        if problems.is_empty() {
            self.result.path = Some((down, place));
            return true;
        }
        // The JDK does not catch such an exception, so it ends the whole search.
        let uncaught = problems.first().is_some_and(|p| p.uncaught);
        if uncaught || self.result.rejected.is_none() || problems.len() < self.result.problems.len() {
            self.result.problems = problems;
            self.result.rejected = Some((down, place));
        }
        uncaught
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::cert::{Certificate, Name, UnixTime, decode};
    use crate::chain::{Anchor, Chain, Links, Signatures};
    use crate::verify::SignatureAnswer;

    fn name(common_name: &str) -> Name {
        let mut value = vec![12, u8::try_from(common_name.len()).unwrap()];
        value.extend_from_slice(common_name.as_bytes());
        let wrap = |tag: u8, inside: &[u8]| [&[tag, u8::try_from(inside.len()).unwrap()], inside].concat();
        let attribute = wrap(0x30, &[&[6, 3, 0x55, 4, 3][..], &value].concat());
        Name::from_der(&wrap(0x30, &wrap(0x31, &attribute))).unwrap()
    }

    /// Makes a CA certificate with these names and its own key and fingerprint.
    fn ca(number: u32, subject: &str, issuer: &str) -> Certificate {
        let pem = include_str!("../../tests/fixtures/made/intermediate.pem");
        let mut made = decode(&bytes::Bytes::copy_from_slice(pem.as_bytes())).unwrap();
        made.extensions.basic_constraints = Some(crate::cert::BasicConstraints {
            ca: true,
            path_len: None,
        });
        made.subject = name(subject);
        made.issuer = name(issuer);
        made.spki = number.to_be_bytes().to_vec().into();
        made.der = made.spki.clone();
        made.sha256 = crate::cert::Fingerprint::of(&made.der);
        made
    }

    fn search(certificates: Vec<Certificate>, anchors: &[Anchor], answer: SignatureAnswer) -> BuildResult {
        let chain = Chain::new(certificates, true);
        let links = Links::find(&chain.certificates, anchors);
        assert!(links.checks().len() <= crate::chain::MAX_CHECKS);
        let answers = vec![answer; links.checks().len()];
        let sent = chain.sent();
        let input = HandshakeInput {
            certificates: &chain.certificates,
            first_seen: &chain.first_seen,
            sent: &sent,
            unreadable: false,
            anchors,
            signatures: Signatures::new(&links, &answers),
            at: UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap(),
            release: crate::trust::java::NEWEST_17,
        };
        build(&input, 0)
    }

    #[test]
    fn a_thousand_issuers_of_one_name_end_within_the_limit() {
        // Every certificate may have issued every other: without a limit, 1000·999·998·… paths.
        let crowd: Vec<Certificate> = (0..1000).map(|n| ca(n, "Crowd", "Crowd")).collect();
        let result = search(crowd, &[], SignatureAnswer::Unsupported);
        assert!(result.path.is_none() && result.steps <= MAX_STEPS + 1);
        let levels = |n: u32| {
            ca(
                n,
                ["A", "B", "C", "D", "E", "F"][n as usize % 6],
                ["B", "C", "D", "E", "F", "A"][n as usize % 6],
            )
        };
        let result = search((0..1000).map(levels).collect(), &[], SignatureAnswer::Unsupported);
        assert!(
            result.hit_limit && result.path.is_none() && result.steps <= MAX_STEPS + 1,
            "{}",
            result.steps
        );
    }

    #[test]
    fn the_search_prunes_links_with_invalid_signatures() {
        let levels = |n: u32| {
            ca(
                n,
                ["A", "B", "C", "D", "E", "F"][n as usize % 6],
                ["B", "C", "D", "E", "F", "A"][n as usize % 6],
            )
        };
        let result = search((0..240).map(levels).collect(), &[], SignatureAnswer::Invalid);
        assert!(!result.hit_limit && result.path.is_none(), "{}", result.steps);
    }

    #[test]
    fn loops_of_cross_signed_certificates_end() {
        let loops = vec![
            ca(0, "Leaf", "A"),
            ca(1, "A", "B"),
            ca(2, "B", "A"),
            ca(3, "B", "C"),
            ca(4, "C", "A"),
            ca(5, "A", "C"),
        ];
        let result = search(loops, &[], SignatureAnswer::Valid);
        assert!(!result.hit_limit && result.path.is_none());
        assert!(result.steps < 100, "{}", result.steps);
    }
}
