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

use super::constraints;
use super::input::HandshakeInput;
use super::jdk::JDK;
use super::path_checks::{PathChecker, check_path};
use super::readable;
use super::result::Problem;
use crate::cert::extensions::NameConstraints;
use crate::cert::{Certificate, KeyUsage};
use crate::trust::java::JavaTraits;

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
    /// A self-issued certificate at which the JDK abandoned a level, because the one below it is
    /// self-issued, too.
    pub(super) blocking: Option<usize>,
    /// Whether the search hit [`MAX_STEPS`].
    pub(super) hit_limit: bool,
    /// Steps taken.
    pub(super) steps: u32,
}

struct Search<'a> {
    input: &'a HandshakeInput<'a>,
    traits: JavaTraits,
    result: BuildResult,
    /// Whether links with an invalid signature may be skipped. Not if there are name constraints:
    /// they can make the JDK throw before it reaches the signature.
    may_prune: bool,
    /// Whether to search above pairs of self-issued certificates, where the JDK gives up.
    above_pairs: bool,
}

/// Searches a path from the certificate at index `leaf`.
pub(super) fn build(input: &HandshakeInput<'_>, leaf: usize) -> BuildResult {
    search(input, leaf, false)
}

/// Searches the path that the JDK would find if it did not give up at a pair of self-issued
/// certificates ([`BuildResult::blocking`]).
pub(super) fn build_above_pairs(input: &HandshakeInput<'_>, leaf: usize) -> BuildResult {
    search(input, leaf, true)
}

fn search(input: &HandshakeInput<'_>, leaf: usize, above_pairs: bool) -> BuildResult {
    let constrained = |c: &crate::cert::Certificate| c.extensions.name_constraints.is_some();
    let mut search = Search {
        input,
        traits: input.release.traits(),
        result: BuildResult::default(),
        may_prune: !input.certificates.iter().any(constrained),
        above_pairs,
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
        let pair_ends =
            self.traits.builder_ends_at_pairs && !self.above_pairs && !first_level && child.is_self_issued();
        if pair_ends && self.gives_up(path, child, intermediates) {
            return false;
        }
        for (place, anchor) in input.anchors.iter().enumerate() {
            if !self.step() {
                return true;
            }
            let dated = anchor.version >= 3 || (anchor.in_date(child.not_before) && anchor.in_date(child.not_after));
            let fits = anchor.subject == child.issuer
                && dated
                && (first_level || anchor.in_date(input.at))
                && !input.release.blocks(&anchor.sha256)
                && self.names_fit(anchor.name_constraints.as_ref(), path);
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
            if !self.fits(certificate, intermediates)
                || on_path(input, path, candidate)
                || !self.names_fit(readable::name_constraints(certificate, &self.traits), path)
            {
                continue;
            }
            let self_issued = certificate.is_self_issued();
            if !self_issued && intermediates >= JDK.max_intermediates {
                self.result.too_long = true;
                continue;
            }
            if self_issued && pair_ends {
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

    /// Whether the JDK tries this certificate as an issuer above `intermediates` others.
    fn fits(&self, certificate: &Certificate, intermediates: usize) -> bool {
        let below = i64::try_from(intermediates).unwrap_or(i64::MAX);
        certificate.in_date(self.input.at)
            && certificate.version >= 3
            && !self.input.release.blocks(&certificate.sha256)
            && certificate.path_len_room().is_some_and(|limit| limit >= below)
            && certificate.extensions.unknown_critical().is_empty()
            && certificate.extensions.key_usage.is_none_or(KeyUsage::key_cert_sign)
    }

    /// Whether the JDK tries an issuer with these name constraints above `path`. Only releases
    /// whose builder does not merge constraints look at them here.
    fn names_fit(&self, constraints: Option<&NameConstraints>, path: &[usize]) -> bool {
        let traits = &self.traits;
        let certificates = || path.iter().filter_map(|at| self.input.certificates.get(*at));
        traits.builder_merges_constraints
            || constraints.is_none_or(|constraints| constraints::allows(constraints, certificates(), traits))
    }

    /// Whether the JDK abandons the level above `child`, which is self-issued, before it tries an
    /// anchor: it meets another self-issued certificate first.
    ///
    /// The JDK sorts the candidates of a level (`PKIXCertComparator`): first those with the wanted
    /// key identifier, then those whose issuer is an anchor's subject. Of two equal ones it tries
    /// the sent certificate before the anchor.
    fn gives_up(&mut self, path: &[usize], child: &Certificate, intermediates: usize) -> bool {
        let input = self.input;
        let wanted = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref());
        let matches = |ski: Option<&Vec<u8>>| wanted.is_some() && ski == wanted;
        let mut named = input.anchors.iter().filter(|a| a.subject == child.issuer);
        let anchor_first = named.any(|a| matches(a.ski.as_ref()));
        let blocking = input.issuers_of(child).into_iter().find(|at| {
            input.certificates.get(*at).is_some_and(|c| {
                c.is_self_issued()
                    && !input.anchors.iter().any(|a| a.is(c))
                    && (matches(c.extensions.ski.as_ref()) || !anchor_first)
                    && self.fits(c, intermediates)
                    && !on_path(input, path, *at)
            })
        });
        self.result.blocking = self.result.blocking.or(blocking);
        blocking.is_some()
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

/// Whether the JDK treats `candidate` as already on `path`.
fn on_path(input: &HandshakeInput<'_>, path: &[usize], candidate: usize) -> bool {
    path.iter().any(|at| input.repeats(*at, candidate))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::cert::UnixTime;
    use crate::cert::made::{self, name};
    use crate::chain::{Anchor, Chain, Links, Signatures};
    use crate::verify::{SignatureAnswer, SignatureCheck};

    /// Makes a CA certificate with these names and its own key and fingerprint.
    fn ca(number: u32, subject: &str, issuer: &str) -> Certificate {
        let mut ca = made::intermediate();
        ca.extensions.basic_constraints = Some(crate::cert::BasicConstraints {
            ca: true,
            path_len: None,
        });
        ca.subject = name(&[("CN", subject)]);
        ca.issuer = name(&[("CN", issuer)]);
        ca.spki = number.to_be_bytes().to_vec().into();
        ca.der = ca.spki.clone();
        ca.tbs = ca.spki.clone();
        ca.sha256 = crate::cert::Fingerprint::of(&ca.der);
        ca
    }

    fn search(certificates: Vec<Certificate>, anchors: &[Anchor], answer: SignatureAnswer) -> BuildResult {
        search_with(certificates, anchors, &|_: &SignatureCheck| answer)
    }

    fn search_with(
        certificates: Vec<Certificate>,
        anchors: &[Anchor],
        answer: &dyn Fn(&SignatureCheck) -> SignatureAnswer,
    ) -> BuildResult {
        let chain = Chain::new(certificates, true);
        let links = Links::find(&chain.certificates, anchors);
        assert!(links.checks().len() <= crate::chain::MAX_CHECKS);
        let answers: Vec<SignatureAnswer> = links.checks().iter().map(answer).collect();
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
            release_is_known: false,
            jdk_roots: false,
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

    #[test]
    fn a_pair_of_self_issued_certificates_ends_the_search_unless_the_anchor_comes_first() {
        // Leaf <- new key signed with the old one <- old key signed with the new one, or the
        // anchor.
        let with_id = |mut certificate: Certificate, key: u8, issuer: Option<u8>| {
            certificate.extensions.ski = (key > 0).then(|| vec![key]);
            let key_id = issuer.map(|key| vec![key]);
            certificate.extensions.aki = Some(crate::cert::AuthorityKeyId { key_id, serial: None });
            certificate
        };
        let found = |old_ski: u8, anchor_ski: u8, wanted: Option<u8>| {
            let old = with_id(ca(2, "R", "R"), anchor_ski, None);
            let anchors = [Anchor::of_certificate(&old)];
            let chain = vec![
                with_id(ca(0, "Leaf", "R"), 9, Some(1)),
                with_id(ca(1, "R", "R"), 1, wanted),
                with_id(ca(3, "R", "R"), old_ski, Some(1)),
            ];
            // The leaf is signed with the new key only.
            let by_new_key = |check: &SignatureCheck| {
                let of_leaf = check.message.as_ref() == 0u32.to_be_bytes();
                if of_leaf && check.spki.as_ref() != 1u32.to_be_bytes() {
                    SignatureAnswer::Invalid
                } else {
                    SignatureAnswer::Valid
                }
            };
            let result = search_with(chain, &anchors, &by_new_key);
            assert_eq!(result.blocking.is_some(), result.path.is_none());
            result.path.is_some()
        };
        // As a JDK 17 answers: with equal identifiers, without any, and if only the anchor has one.
        assert!(!found(2, 2, Some(2)) && !found(0, 0, None));
        assert!(found(0, 2, Some(2)));
    }
}
