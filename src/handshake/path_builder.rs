//! The road that the JDK takes when the sent order breaks or the last issuer is no anchor: it builds a path itself.
//!
//! In: the leaf, everything sent, the anchors. Out: a path that Java accepts, or the most telling reason why none was
//! found. Whatever the reason, Java says "unable to find valid certification path to requested target".
//!
//! # References
//! - JDK 17, `SunCertPathBuilder` and `ForwardBuilder`: depth first, at most five non-self-issued intermediates, an
//!   issuer must be in date, a CA and room enough below; a path ends only at a certificate of the store.

use super::Judged;
use super::path_checks::{Problem, Road, inspect};
use crate::chain::Anchor;

/// Non-self-issued CA certificates that a path may hold (`PKIXBuilderParameters.getMaxPathLength`, default 5).
pub(crate) const MAX_INTERMEDIATES: usize = 5;

/// Steps of the search before it is given up: certificates and anchors looked at, and paths inspected. JDK 17 has no such
/// bound and can be kept busy for hours by certificates made for it; five hundred steps are more than any real bundle
/// needs.
pub(crate) const MAX_STEPS: u32 = 50_000;

/// Steps after which links whose signature is known to be wrong are no longer followed. Every path over them fails in the
/// end, so that this changes nothing in the answer; before, they are followed to tell what is wrong.
const PATIENCE: u32 = 500;

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
    /// Steps taken.
    pub(crate) steps: u32,
}

struct Search<'a> {
    judged: &'a Judged<'a>,
    found: Found,
    /// True where a wrong signature may be passed over: name constraints could make the JDK throw before it comes to it.
    may_prune: bool,
}

/// Searches a path from `leaf`.
pub(crate) fn build(judged: &Judged<'_>, leaf: usize) -> Found {
    let may_prune = judged
        .certificates
        .iter()
        .all(|c| c.extensions.name_constraints.is_none());
    let mut search = Search {
        judged,
        found: Found::default(),
        may_prune,
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
    /// Counts a step; false once there are none left.
    fn step(&mut self) -> bool {
        self.found.steps = self.found.steps.saturating_add(1);
        self.found.ended |= self.found.steps > MAX_STEPS;
        !self.found.ended
    }

    /// Tries every issuer of the last of `path` (leaf first). `taken` counts non-self-issued CA certificates on it.
    fn climb(&mut self, path: &mut Vec<usize>, taken: usize) -> bool {
        let judged = self.judged;
        let Some(child) = path.last().and_then(|at| judged.certificates.get(*at)) else {
            return false;
        };
        let first_level = path.len() == 1;
        for (place, anchor) in judged.anchors.iter().enumerate() {
            if !self.step() {
                return true;
            }
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
            if !self.step() {
                return true;
            }
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
            let refuted = path
                .last()
                .is_some_and(|at| judged.signatures.refuted(*at, &certificate.spki));
            if refuted && self.may_prune && self.found.steps > PATIENCE {
                continue;
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
        if problems.first().is_some_and(|p| p.thrown) {
            // An exception that nothing catches ends the search, and every other.
            self.found.problems = problems;
            self.found.refused = Some((down, anchor));
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::cert::{Certificate, Name, UnixTime, decode};
    use crate::chain::{Chain, Links, Signatures};
    use crate::verify::SignatureAnswer;

    fn name(common_name: &str) -> Name {
        let mut value = vec![12, u8::try_from(common_name.len()).unwrap()];
        value.extend_from_slice(common_name.as_bytes());
        let wrap = |tag: u8, inside: &[u8]| [&[tag, u8::try_from(inside.len()).unwrap()], inside].concat();
        let attribute = wrap(0x30, &[&[6, 3, 0x55, 4, 3][..], &value].concat());
        Name::from_der(&wrap(0x30, &wrap(0x31, &attribute))).unwrap()
    }

    /// A CA certificate of these names with a key and a fingerprint of its own.
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

    fn search(certificates: Vec<Certificate>, anchors: &[Anchor], answer: SignatureAnswer) -> Found {
        let chain = Chain::new(certificates, true);
        let links = Links::find(&chain.certificates, anchors);
        assert!(links.checks().len() <= crate::chain::MAX_CHECKS);
        let answers = vec![answer; links.checks().len()];
        let sent = chain.sent();
        let judged = Judged {
            certificates: &chain.certificates,
            first_seen: &chain.first_seen,
            sent: &sent,
            unreadable: false,
            anchors,
            signatures: Signatures::new(&links, &answers),
            at: UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap(),
        };
        build(&judged, 0)
    }

    #[test]
    fn a_thousand_issuers_of_one_name_end_within_the_bound() {
        // Every certificate may have issued every other: without a bound, 1000·999·998·… paths.
        let crowd: Vec<Certificate> = (0..1000).map(|n| ca(n, "Crowd", "Crowd")).collect();
        let found = search(crowd, &[], SignatureAnswer::Unsupported);
        assert!(found.path.is_none() && found.steps <= MAX_STEPS + 1);
        let levels = |n: u32| {
            ca(
                n,
                ["A", "B", "C", "D", "E", "F"][n as usize % 6],
                ["B", "C", "D", "E", "F", "A"][n as usize % 6],
            )
        };
        let found = search((0..1000).map(levels).collect(), &[], SignatureAnswer::Unsupported);
        assert!(
            found.ended && found.path.is_none() && found.steps <= MAX_STEPS + 1,
            "{}",
            found.steps
        );
    }

    #[test]
    fn links_with_wrong_signatures_are_not_followed_for_ever() {
        let levels = |n: u32| {
            ca(
                n,
                ["A", "B", "C", "D", "E", "F"][n as usize % 6],
                ["B", "C", "D", "E", "F", "A"][n as usize % 6],
            )
        };
        let found = search((0..240).map(levels).collect(), &[], SignatureAnswer::Invalid);
        assert!(!found.ended && found.path.is_none(), "{}", found.steps);
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
        let found = search(loops, &[], SignatureAnswer::Valid);
        assert!(!found.ended && found.path.is_none());
        assert!(found.steps < 100, "{}", found.steps);
    }
}
