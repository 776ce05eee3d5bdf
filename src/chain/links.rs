//! Finds the signatures to check, and looks up the answers. Each signature is checked once, however
//! many paths use it.
//!
//! A link is a certificate with a key that may have signed it: the key of each certificate or
//! anchor whose subject is the certificate's issuer. [`MAX_CHECKS`] limits the work; signatures
//! beyond it count as not checked. Roots on the embedded list are known to be signed by their own
//! key, so that signature is not checked again.

use std::collections::HashMap;
use std::ops::Range;

use bytes::Bytes;

use super::Anchor;
use crate::cert::{Certificate, HashAlgorithm};
use crate::trust::{Entry, TrustStore};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// The most signature checks for one report. A chain of three certificates needs three; a bundle of
/// 10,000 needs about 10,000. Only hostile input (a thousand issuers with one name) needs more.
pub const MAX_CHECKS: usize = 20_000;

/// The most issuers tried for one certificate. JDK 17 has no limit, but no server sends a thousand
/// certificates with one name and different keys.
pub const MAX_ISSUERS: usize = 64;

/// The links of a set of certificates, with the checks that they need.
#[derive(Clone, Debug, Default)]
pub struct Links {
    checks: Vec<SignatureCheck>,
    /// For each certificate, the range of its checks in `checks`.
    by_child: Vec<Range<usize>>,
    /// Indices of certificates whose signature by their own key is known to be valid, ascending,
    /// with that key.
    own: Vec<(usize, Bytes)>,
    truncated: bool,
}

impl Links {
    /// Finds the links. `certificates` must be distinct.
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

    /// Returns the checks; answers must have the same order.
    #[must_use]
    pub fn checks(&self) -> &[SignatureCheck] {
        &self.checks
    }

    /// Whether links were skipped because the work limit was reached.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// Whether this key is the certificate's own and is known to have signed it.
    fn is_own(&self, child: usize, spki: &Bytes) -> bool {
        let at = self.own.binary_search_by_key(&child, |(index, _)| *index);
        let known = at.ok().and_then(|at| self.own.get(at));
        known.is_some_and(|(_, key)| key == spki)
    }

    /// Returns the index of the check whether the key signed the certificate at index `child`.
    fn check(&self, child: usize, spki: &Bytes) -> Option<usize> {
        let range = self.by_child.get(child)?;
        let checks = self.checks.get(range.clone())?;
        let offset = checks.iter().position(|check| check.spki == *spki)?;
        Some(range.start + offset)
    }
}

/// Whether a certificate is on the embedded list, by SHA-256, and signed by its own key.
///
/// `tests/native/trust.rs` verifies those signatures. Certificates with a hash algorithm that no
/// verifier supports do not count.
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
    /// Combines links with answers in the order of [`Links::checks`]. Missing answers count as
    /// unsupported.
    #[must_use]
    pub fn new(links: &'a Links, answers: &'a [SignatureAnswer]) -> Self {
        Self { links, answers }
    }

    /// Whether the key signed the certificate at index `child`.
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

    /// Whether the key did not sign the certificate at index `child`, or the work limit skipped
    /// this link.
    ///
    /// A signature that no verifier could check is not refuted. A skipped link is, so the work
    /// limit cannot turn a rejection into an acceptance.
    #[must_use]
    pub fn refuted(&self, child: usize, spki: &Bytes) -> bool {
        match self.links.check(child, spki) {
            Some(check) => self.answers.get(check) == Some(&SignatureAnswer::Invalid),
            None => self.links.truncated && !self.links.is_own(child, spki),
        }
    }

    /// Whether `certificate`, at index `at`, is a root: its subject is its issuer, and its own key
    /// signed it. Otherwise a self-issued certificate is one of a roll-over: the CA's other key
    /// signed it.
    #[must_use]
    pub fn is_root(&self, at: usize, certificate: &Certificate) -> bool {
        certificate.is_self_issued() && !self.refuted(at, &certificate.spki)
    }

    /// Whether links were skipped because the work limit was reached.
    #[must_use]
    pub fn is_truncated(&self) -> bool {
        self.links.truncated
    }
}
