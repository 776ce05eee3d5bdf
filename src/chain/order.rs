//! Finds the leaf and duplicates among the certificates of the input.

use std::collections::HashMap;

use crate::cert::{Certificate, KeyUsage};
use crate::report::CertIndex;

/// One certificate of the input.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its index among the distinct certificates.
    pub distinct: usize,
    /// The first entry with the same certificate, if it is a copy.
    pub duplicate_of: Option<CertIndex>,
}

/// The certificates of one server.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// Distinct certificates, in the order of their first appearance.
    pub certificates: Vec<Certificate>,
    /// All certificates in the order of the input; [`CertIndex`] is an index into them.
    pub entries: Vec<Entry>,
    /// The input index of each distinct certificate's first copy.
    pub first_seen: Vec<CertIndex>,
    /// The leaf's index among the distinct certificates.
    pub leaf: usize,
    /// Whether every certificate is a CA; the first one then counts as the leaf.
    pub leaf_missing: bool,
}

/// Whether a certificate does not claim to belong to a CA.
#[must_use]
pub fn is_end_entity(certificate: &Certificate) -> bool {
    let v1_root = certificate.version < 3 && certificate.is_self_issued();
    let signs_only = |usage: KeyUsage| usage.key_cert_sign() && !usage.digital_signature();
    !certificate.is_ca() && !v1_root && !certificate.extensions.key_usage.is_some_and(signs_only)
}

impl Chain {
    /// Removes duplicates and finds the leaf. If `first_is_leaf`, the first certificate is the
    /// leaf.
    #[must_use]
    pub fn new(certificates: Vec<Certificate>, first_is_leaf: bool) -> Self {
        let mut chain = Self::default();
        let mut seen = HashMap::new();
        for (position, certificate) in certificates.into_iter().enumerate() {
            let index = CertIndex::from_position(position);
            match seen.get(&certificate.sha256) {
                Some(&(distinct, first)) => chain.entries.push(Entry {
                    distinct,
                    duplicate_of: Some(first),
                }),
                None => {
                    let distinct = chain.certificates.len();
                    seen.insert(certificate.sha256, (distinct, index));
                    chain.entries.push(Entry {
                        distinct,
                        duplicate_of: None,
                    });
                    chain.first_seen.push(index);
                    chain.certificates.push(certificate);
                }
            }
        }
        if !first_is_leaf {
            let leaf = chain.find_leaf();
            chain.leaf = leaf.unwrap_or(0);
            chain.leaf_missing = leaf.is_none();
        }
        chain
    }

    /// Returns the leaf; `None` if the chain is empty.
    #[must_use]
    pub fn leaf(&self) -> Option<&Certificate> {
        self.certificates.get(self.leaf)
    }

    /// Returns the input index of a distinct certificate's first copy.
    #[must_use]
    pub fn index(&self, distinct: usize) -> CertIndex {
        self.first_seen.get(distinct).copied().unwrap_or(CertIndex(0))
    }

    /// Returns the distinct indices in the order that a server would send: the order of the input,
    /// but the leaf first, as TLS requires (RFC 5246 §7.4.2).
    #[must_use]
    pub fn sent(&self) -> Vec<usize> {
        let given = self.entries.iter().map(|entry| entry.distinct);
        match self.entries.first() {
            Some(first) if first.distinct != self.leaf => {
                let mut leaf_taken = false;
                let rest = given.filter(|d| *d != self.leaf || std::mem::replace(&mut leaf_taken, true));
                std::iter::once(self.leaf).chain(rest).collect()
            }
            _ => given.collect(),
        }
    }

    /// Finds the first end-entity certificate; else a single self-signed certificate, else the
    /// first one with host names.
    fn find_leaf(&self) -> Option<usize> {
        let issues_another = |c: &Certificate| {
            let below =
                |other: &Certificate| other.sha256 != c.sha256 && other.issuer == c.subject && !other.is_self_issued();
            self.certificates.iter().any(below)
        };
        let candidates = || self.certificates.iter().enumerate().filter(|(_, c)| is_end_entity(c));
        // A broken CA certificate (no basicConstraints) is not the leaf if it issued another
        // certificate.
        candidates()
            .find(|(_, c)| !issues_another(c))
            .or_else(|| candidates().next())
            .map(|(i, _)| i)
            // Many servers have one self-signed certificate with CA:TRUE: it is the leaf.
            .or_else(|| match self.certificates.as_slice() {
                [only] if only.is_self_issued() => Some(0),
                _ => self.certificates.iter().position(|c| {
                    c.extensions.san.as_ref().is_some_and(|san| {
                        san.iter()
                            .any(|n| matches!(n, crate::cert::GeneralName::Dns(_) | crate::cert::GeneralName::Ip(_)))
                    })
                }),
            })
    }
}
