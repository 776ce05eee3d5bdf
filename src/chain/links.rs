//! The signatures that matter, and the answers about them. Each is checked once, however many paths
//! use it.
//!
//! A link is a certificate with a key that may have signed it: that of every certificate and every
//! anchor whose subject is its issuer. [`MAX_CHECKS`] limits the work; signatures beyond it count
//! as not checked. The own signature of a root on the embedded list was verified when the list was
//! made, and is not checked again.

use std::collections::HashMap;
use std::ops::Range;

use bytes::Bytes;

use super::Anchor;
use crate::cert::{Certificate, HashAlgorithm};
use crate::trust::{Entry, TrustStore};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// The most signature checks for one report. A chain of three needs three; a bundle of 10,000
/// certificates needs about as many. Only hostile certificates (a thousand issuers of one name)
/// need more.
pub const MAX_CHECKS: usize = 20_000;

/// The most issuers tried for one certificate. JDK 17 has no limit, but no server sends a thousand
/// certificates with one name and different keys.
pub const MAX_ISSUERS: usize = 64;

/// The links of a set of certificates, with the checks that they need.
#[derive(Clone, Debug, Default)]
pub struct Links {
    checks: Vec<SignatureCheck>,
    /// For each certificate, where its checks stand among all.
    by_child: Vec<Range<usize>>,
    /// Places of certificates whose signature by their own key is known to be valid, ascending,
    /// with that key.
    own: Vec<(usize, Bytes)>,
    truncated: bool,
}

impl Links {
    /// Finds the links. `certificates` are distinct.
    #[must_use]
    pub fn find(certificates: &[Certificate], anchors: &[Anchor]) -> Self {
        let mut by_subject: HashMap<&str, Vec<&Bytes>> = HashMap::new();
        for anchor in anchors {
            by_subject
                .entry(anchor.subject.canonical())
                .or_default()
                .push(&anchor.spki);
        }
        for certificate in certificates {
            by_subject
                .entry(certificate.subject.canonical())
                .or_default()
                .push(&certificate.spki);
        }
        for keys in by_subject.values_mut().filter(|keys| keys.len() > 1) {
            let mut seen = std::collections::HashSet::new();
            keys.retain(|key| seen.insert(*key));
        }
        let mut links = Self::default();
        for certificate in certificates {
            let first = links.checks.len();
            links.by_child.push(first..first);
            let Some(keys) = by_subject.get(certificate.issuer.canonical()) else {
                continue;
            };
            let known = is_listed_root(certificate);
            if known {
                links.own.push((links.by_child.len() - 1, certificate.spki.clone()));
            }
            links.truncated |= keys.len() > MAX_ISSUERS;
            for spki in keys.iter().take(MAX_ISSUERS) {
                if known && **spki == certificate.spki {
                    continue;
                }
                if links.checks.len() >= MAX_CHECKS {
                    links.truncated = true;
                    return links;
                }
                links.checks.push(SignatureCheck {
                    spki: (*spki).clone(),
                    algorithm: certificate.algorithm.clone(),
                    message: certificate.tbs.clone(),
                    signature: certificate.signature.clone(),
                });
                if let Some(range) = links.by_child.last_mut() {
                    range.end = links.checks.len();
                }
            }
        }
        links
    }

    /// The checks; answers have the same order.
    #[must_use]
    pub fn checks(&self) -> &[SignatureCheck] {
        &self.checks
    }

    /// Whether links were skipped because the work limit was reached.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// Whether the certificate at place `child` is known to be signed by this key, its own.
    fn is_own(&self, child: usize, spki: &Bytes) -> bool {
        let at = self.own.binary_search_by_key(&child, |(place, _)| *place);
        let known = at.ok().and_then(|at| self.own.get(at));
        known.is_some_and(|(_, key)| key == spki)
    }

    /// Which check asks whether the key signed the certificate at place `child`.
    fn check(&self, child: usize, spki: &Bytes) -> Option<usize> {
        let range = self.by_child.get(child)?;
        let checks = self.checks.get(range.clone())?;
        let place = checks.iter().position(|check| check.spki == *spki)?;
        Some(range.start + place)
    }
}

/// Whether a certificate is on the embedded list, by SHA-256, and signed by its own key;
/// `tests/native/trust.rs` verifies each of them. Hash algorithms that no verifier supports do not
/// count.
fn is_listed_root(certificate: &Certificate) -> bool {
    use HashAlgorithm::{Sha1, Sha256, Sha384, Sha512};
    certificate.is_self_issued()
        && matches!(certificate.algorithm.hash(), Some(Sha1 | Sha256 | Sha384 | Sha512))
        && TrustStore::aws()
            .by_sha256(&certificate.sha256)
            .is_some_and(Entry::is_in_pool)
}

/// Links with their answers.
#[derive(Clone, Copy, Debug)]
pub struct Signatures<'a> {
    links: &'a Links,
    answers: &'a [SignatureAnswer],
}

impl<'a> Signatures<'a> {
    /// Answers in the order of [`Links::checks`]; missing ones count as unsupported.
    #[must_use]
    pub fn new(links: &'a Links, answers: &'a [SignatureAnswer]) -> Self {
        Self { links, answers }
    }

    /// Whether the key signed the certificate at place `child`.
    #[must_use]
    pub fn of(&self, child: usize, spki: &Bytes) -> SignatureAnswer {
        if self.links.is_own(child, spki) {
            return SignatureAnswer::Valid;
        }
        self.links
            .check(child, spki)
            .and_then(|check| self.answers.get(check))
            .copied()
            .unwrap_or(SignatureAnswer::Unsupported)
    }

    /// Whether the key did not make the signature. A signature that no verifier could check counts
    /// as made. A skipped link does not, so the work limit cannot turn a rejection into an
    /// acceptance.
    #[must_use]
    pub fn refuted(&self, child: usize, spki: &Bytes) -> bool {
        match self.links.check(child, spki) {
            Some(check) => self.answers.get(check) == Some(&SignatureAnswer::Invalid),
            None => self.links.truncated && !self.links.is_own(child, spki),
        }
    }

    /// Whether links were skipped because the work limit was reached.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.links.truncated
    }
}
