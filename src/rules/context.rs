//! The input of the rules: what is known about one chain.

use super::products::{Product, product};
use crate::cert::{Certificate, UnixTime};
use crate::chain::{Anchor, Chain, Signatures};
use crate::handshake::{HandshakeResult, PathEnd};
use crate::report::{CertIndex, Detail, Finding};
use crate::trust::{Client, PoolFiles, TrustStore};

/// A chain and everything known about it.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The certificates.
    pub chain: &'a Chain,
    /// Java's answer, with the path it would use.
    pub handshake: &'a HandshakeResult,
    /// The possible anchors.
    pub anchors: &'a [Anchor],
    /// The results of the signature checks.
    pub signatures: Signatures<'a>,
    /// The list.
    pub trust: &'a TrustStore,
    /// The pool files that were loaded for this chain.
    pub files: &'a PoolFiles,
    /// The time to check.
    pub at: UnixTime,
    /// `tlsConfig.insecureSkipVerification`.
    pub skip_verification: bool,
    /// Whether the user set `insecureSkipVerification` for a client that has no such option.
    pub skip_verification_ignored: bool,
    /// The client that checks the certificates.
    pub client: &'a Client,
}

impl<'a> Context<'a> {
    /// The anchor at which the path ends.
    #[must_use]
    pub fn anchor(&self) -> Option<&'a Anchor> {
        match self.handshake.end {
            PathEnd::Anchor(place) => self.anchors.get(place),
            PathEnd::Open => None,
        }
    }

    /// The place of a sent certificate that is the anchor, or has its name and key, and is not on
    /// the path.
    #[must_use]
    pub fn sent_root(&self) -> Option<usize> {
        let anchor = self.anchor()?;
        let find = |test: &dyn Fn(&Certificate) -> bool| {
            let mut certificates = self.chain.certificates.iter().enumerate();
            let found = certificates.find(|(at, c)| test(c) && !self.handshake.path.contains(at));
            found.map(|(at, _)| at)
        };
        find(&|c| anchor.is(c)).or_else(|| find(&|c| anchor.has_name_and_key_of(c)))
    }

    /// The certificates of the path with their places, leaf first.
    pub fn path(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Certificate)> {
        let certificates = &self.chain.certificates;
        let path = &self.handshake.path;
        path.iter().filter_map(|at| Some((*at, certificates.get(*at)?)))
    }

    /// The topmost certificate of the path.
    #[must_use]
    pub fn top(&self) -> Option<(usize, &'a Certificate)> {
        let at = *self.handshake.path.last()?;
        Some((at, self.chain.certificates.get(at)?))
    }

    /// The product that made the leaf, or a CA that is not for the public; `None` if a listed root
    /// is known for the chain.
    #[must_use]
    pub fn product(&self) -> Option<Product> {
        let listed =
            self.anchor().is_some_and(Anchor::is_listed) || (!self.skip_verification && self.leads_to_listed());
        let named = !self.chain.leaf_missing && !listed;
        let path: Vec<&Certificate> = self.path().map(|(_, certificate)| certificate).collect();
        if named { product(&path) } else { None }
    }

    /// Whether a known certificate links the topmost one to a listed root.
    #[must_use]
    pub fn leads_to_listed(&self) -> bool {
        self.top().is_some_and(|(at, top)| {
            let key_id = self.issuer_key_id(at, top);
            let mut leads = self.trust.leads(top.issuer.canonical(), key_id, self.files).into_iter();
            leads.next().is_some()
        })
    }

    /// Whether the certificate at place `at` is a root, signed with its own key.
    #[must_use]
    pub fn is_root(&self, at: usize, certificate: &Certificate) -> bool {
        self.signatures.is_root(at, certificate)
    }

    /// The key identifier of the issuer of the certificate at place `at`; for a root it is its own.
    pub(super) fn issuer_key_id<'c>(&self, at: usize, certificate: &'c Certificate) -> Option<&'c [u8]> {
        if self.is_root(at, certificate) {
            certificate.extensions.ski.as_deref()
        } else {
            certificate.extensions.aki.as_ref().and_then(|a| a.key_id.as_deref())
        }
    }

    /// The index in the report of the certificate at place `distinct`.
    #[must_use]
    pub fn index(&self, distinct: usize) -> CertIndex {
        self.chain.index(distinct)
    }

    /// A finding about the certificate at place `distinct`.
    #[must_use]
    pub fn finding(&self, distinct: usize, detail: Detail) -> Finding {
        Finding::on(self.index(distinct), detail)
    }
}
