//! The certificates that a repair may use, and which of them may have issued which.

use std::collections::{HashMap, HashSet};

use crate::cert::{Certificate, Fingerprint, KeyUsage, UnixTime};
use crate::chain::{Anchor, Chain};
use crate::engine::options::Options;
use crate::engine::plan::Plan;
use crate::order;
use crate::report::Origin;
use crate::trust::java::{NEWEST_17, is_compromised};
use crate::trust::{Entry, PoolFiles, TrustStore};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// The most sent certificates that are used: those above the leaf by name, the nearest first.
const MAX_SENT: usize = 64;

/// The most sent certificates of the same name; those with the wanted key identifier come first.
const MAX_SAME_NAME: usize = 16;

/// The most certificates from the pool that are used.
pub(super) const MAX_KNOWN: usize = 64;

/// The available certificates, leaf first, without duplicates.
pub(super) struct Pool<'t> {
    /// The plan of all of them: it has the anchors and the signature checks.
    pub(super) plan: Plan<'t>,
    sent: &'t Chain,
    /// The origin of each.
    pub(super) origins: Vec<Origin>,
    answers: HashMap<SignatureCheck, SignatureAnswer>,
}

/// The state of the signature on a link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// The signature is valid, or no verifier supports it and the issuer was sent.
    Good,
    /// The signature has not been verified yet.
    Unchecked,
}

/// For each certificate its possible issuers among the candidates, and the anchors above it.
pub(super) struct Graph {
    pub(super) issuers: Vec<Vec<(usize, Link)>>,
    pub(super) ends: Vec<Vec<(usize, Link)>>,
}

impl<'t> Pool<'t> {
    /// A pool of the leaf and the sent certificates above it by name.
    pub(super) fn new(chain: &'t Chain, options: &Options, trust: &'t TrustStore, files: PoolFiles) -> Self {
        let mut certificates: Vec<Certificate> = chain.leaf().cloned().into_iter().collect();
        let mut origins = vec![Origin::Sent(chain.index(chain.leaf))];
        relate(chain, &mut certificates, &mut origins);
        let options = Options {
            first_is_leaf: true,
            ..options.clone()
        };
        Self {
            plan: Plan::of_certificates(certificates, &options, trust, files),
            sent: chain,
            origins,
            answers: HashMap::new(),
        }
    }

    pub(super) fn certificates(&self) -> &[Certificate] {
        &self.plan.chain.certificates
    }

    pub(super) fn get(&self, at: usize) -> Option<&Certificate> {
        self.certificates().get(at)
    }

    pub(super) fn at(&self) -> UnixTime {
        self.plan.options.at
    }

    pub(super) fn skips_verification(&self) -> bool {
        self.plan.options.insecure_skip_verification
    }

    pub(super) fn origin(&self, at: usize) -> Origin {
        self.origins.get(at).copied().unwrap_or(Origin::Known)
    }

    pub(super) fn is_known(&self, at: usize) -> bool {
        self.origin(at) == Origin::Known
    }

    /// Adds certificates of the pool. Returns whether one was new.
    pub(super) fn add_known(&mut self, found: Vec<Certificate>) -> bool {
        let mut certificates = self.certificates().to_vec();
        let before = certificates.len();
        for certificate in found {
            let known = self.origins.iter().filter(|o| **o == Origin::Known).count();
            if known >= MAX_KNOWN {
                break;
            }
            if certificates.iter().all(|c| c.sha256 != certificate.sha256) {
                certificates.push(certificate);
                self.origins.push(Origin::Known);
            }
        }
        let grew = certificates.len() > before;
        if grew {
            relate(self.sent, &mut certificates, &mut self.origins);
            let files = std::mem::take(&mut self.plan.files);
            self.plan = Plan::of_certificates(certificates, &self.plan.options, self.plan.trust, files);
        }
        grew
    }

    /// The checks without a result.
    pub(super) fn unanswered(&self) -> Vec<SignatureCheck> {
        let mut seen = HashSet::new();
        let checks = self.plan.checks().iter();
        checks
            .filter(|check| !self.answers.contains_key(*check) && seen.insert(*check))
            .cloned()
            .collect()
    }

    /// Adds results in the order of their checks; a missing one counts as unsupported.
    pub(super) fn answer(&mut self, checks: Vec<SignatureCheck>, answers: Vec<SignatureAnswer>) {
        let answers = answers
            .into_iter()
            .chain(std::iter::repeat(SignatureAnswer::Unsupported));
        self.answers.extend(checks.into_iter().zip(answers));
    }

    /// The result of verifying the certificate's signature with the key; `None` if it was not
    /// verified.
    pub(super) fn signature(&self, child: &Certificate, spki: &bytes::Bytes) -> Option<SignatureAnswer> {
        let check = SignatureCheck {
            spki: spki.clone(),
            algorithm: child.algorithm.clone(),
            message: child.tbs.clone(),
            signature: child.signature.clone(),
        };
        self.answers.get(&check).copied()
    }

    /// The results of another plan's checks. A check that was skipped because of a work limit
    /// counts as invalid: no limit may turn a rejection into an acceptance.
    pub(super) fn answers_for(&self, plan: &Plan<'_>) -> Vec<SignatureAnswer> {
        let answer = |check| self.answers.get(check).copied().unwrap_or(SignatureAnswer::Invalid);
        plan.checks().iter().map(answer).collect()
    }

    /// Whether a certificate is a root: its own issuer by name, unless its key did not sign it.
    pub(super) fn is_root(&self, certificate: &Certificate) -> bool {
        certificate.is_self_issued() && self.signature(certificate, &certificate.spki) != Some(SignatureAnswer::Invalid)
    }

    /// Finds the possible issuers of each certificate, by name and by signature if that was
    /// verified.
    pub(super) fn graph(&self) -> Graph {
        let certificates = self.certificates();
        let fit: Vec<bool> = certificates
            .iter()
            .enumerate()
            .map(|(at, c)| at > 0 && is_fit(c, self.at()) && !self.is_root(c))
            .collect();
        let issuers = |child: &Certificate| {
            let mut out = Vec::new();
            for (at, issuer) in certificates.iter().enumerate() {
                let usable = fit.get(at) == Some(&true) && issuer.subject == child.issuer;
                if usable && issuer.sha256 != child.sha256 {
                    // A certificate from the pool needs a valid signature below it. For one that
                    // was sent, an unsupported signature counts as valid, as in the check.
                    let link = match self.signature(child, &issuer.spki) {
                        Some(SignatureAnswer::Valid) => Link::Good,
                        Some(SignatureAnswer::Unsupported) if !self.is_known(at) => Link::Good,
                        Some(_) => continue,
                        None => Link::Unchecked,
                    };
                    out.push((at, link));
                }
            }
            out
        };
        let ends = |child: &Certificate| {
            let mut out = Vec::new();
            for (place, anchor) in self.plan.anchors.iter().enumerate() {
                let usable = anchor
                    .sent
                    .is_none_or(|at| self.get(at).is_some_and(|c| self.is_root(c)));
                if usable && anchor.subject == child.issuer && !anchor.has_name_and_key_of(child) {
                    let link = match self.signature(child, &anchor.spki) {
                        Some(SignatureAnswer::Invalid) => continue,
                        Some(_) => Link::Good,
                        None => Link::Unchecked,
                    };
                    out.push((place, link));
                }
            }
            out
        };
        Graph {
            issuers: certificates.iter().map(issuers).collect(),
            ends: certificates.iter().map(ends).collect(),
        }
    }

    /// Whether an anchor is a root rather than a listed intermediate.
    pub(super) fn ends_in_root(&self, anchor: &Anchor) -> bool {
        let listed = self.plan.trust.by_sha256(&anchor.sha256);
        anchor.self_issued || !listed.is_some_and(Entry::is_in_pool)
    }

    /// The certificates that the leaf leads to, the leaf first.
    pub(super) fn reachable(&self, graph: &Graph) -> Vec<usize> {
        let mut out = vec![0];
        let mut place = 0;
        while let Some(at) = out.get(place).copied() {
            for (issuer, _) in graph.issuers.get(at).into_iter().flatten() {
                if !out.contains(issuer) {
                    out.push(*issuer);
                }
            }
            place += 1;
        }
        out
    }
}

/// Adds the sent certificates that may have issued those already in the list, by name. It adds only
/// [`MAX_SAME_NAME`] of each name, to leave room for the certificates above.
fn relate(sent: &Chain, certificates: &mut Vec<Certificate>, origins: &mut Vec<Origin>) {
    let taken = origins.iter().filter(|o| matches!(o, Origin::Sent(_))).count();
    let mut room = MAX_SENT.saturating_sub(taken);
    let mut seen: HashSet<Fingerprint> = certificates.iter().map(|c| c.sha256).collect();
    let mut next = 0;
    while let Some(child) = certificates.get(next).cloned() {
        next += 1;
        let key_id = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref());
        let named = sent
            .certificates
            .iter()
            .enumerate()
            .filter(|(_, c)| c.subject == child.issuer);
        let mut named: Vec<(usize, &Certificate)> = named.collect();
        order::by_key(&mut named, |(_, c)| c.extensions.ski.as_ref() != key_id);
        for (at, certificate) in named.into_iter().take(MAX_SAME_NAME) {
            if room > 0 && seen.insert(certificate.sha256) {
                room -= 1;
                certificates.push(certificate.clone());
                origins.push(Origin::Sent(sent.index(at)));
            }
        }
    }
}

/// Whether Java would accept the certificate as an issuer at this time, apart from its own issuer
/// and path length (`ForwardBuilder`, `ConstraintsChecker`, `KeyChecker` of JDK 17), and its
/// private key is not public.
pub(super) fn is_fit(certificate: &Certificate, at: UnixTime) -> bool {
    certificate.in_date(at)
        && certificate.version >= 3
        && certificate.is_ca()
        && certificate.extensions.key_usage.is_none_or(KeyUsage::key_cert_sign)
        && certificate.extensions.unknown_critical().is_empty()
        && certificate.defects.is_empty()
        && !NEWEST_17.blocks(&certificate.sha256)
        && !is_compromised(&certificate.spki)
}
