//! The input of the handshake checks: the chain as sent, the anchors and the signature answers.

use crate::cert::{Certificate, UnixTime};
use crate::chain::{Anchor, Signatures};
use crate::order;
use crate::report::CertIndex;
use crate::trust::java::JavaRelease;

/// A chain as the client receives it, with everything needed to check it.
#[derive(Clone, Copy, Debug)]
pub struct HandshakeInput<'a> {
    /// The distinct certificates.
    pub certificates: &'a [Certificate],
    /// For each of them, the index of its first copy in the input.
    pub first_seen: &'a [CertIndex],
    /// The order sent, leaf first, as indices into `certificates`.
    pub sent: &'a [usize],
    /// Whether the input had a certificate that could not be decoded.
    pub unreadable: bool,
    /// The anchors that a path may end at.
    pub anchors: &'a [Anchor],
    /// The answers to the signature checks.
    pub signatures: Signatures<'a>,
    /// The time to check.
    pub at: UnixTime,
    /// The release of Java whose lists apply.
    pub release: &'a JavaRelease<'a>,
    /// Whether the client is known to be of this release. Otherwise findings name every release
    /// that rejects the chain.
    pub release_is_known: bool,
    /// Whether the anchors are marked as the JDK's own roots.
    pub jdk_roots: bool,
}

impl HandshakeInput<'_> {
    /// Returns the certificates whose subject is the issuer of `child`, in the JDK's order.
    pub(super) fn issuers_of(&self, child: &Certificate) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for &at in self.sent {
            let issuer = self.certificates.get(at).is_some_and(|c| c.subject == child.issuer);
            if issuer && !out.contains(&at) {
                out.push(at);
            }
        }
        // The JDK tries matching key identifiers first. This changes which path it finds, and
        // whether it finds one only above a self-issued certificate (`path_builder`).
        if let Some(wanted) = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref()) {
            order::by_key(&mut out, |at| {
                self.certificates.get(*at).and_then(|c| c.extensions.ski.as_ref()) != Some(wanted)
            });
        }
        out
    }

    /// Whether the JDK treats `candidate` as already on the path: it is the same certificate, or
    /// has the same subject, key and alternative names.
    pub(super) fn repeats(&self, on_path: usize, candidate: usize) -> bool {
        on_path == candidate
            || match (self.certificates.get(on_path), self.certificates.get(candidate)) {
                (Some(a), Some(b)) => {
                    a.subject == b.subject && a.spki == b.spki && a.extensions.san_bytes() == b.extensions.san_bytes()
                }
                _ => false,
            }
    }

    /// Returns the leaf with its index among the certificates.
    pub(super) fn leaf(&self) -> Option<(usize, &Certificate)> {
        let at = *self.sent.first()?;
        Some((at, self.certificates.get(at)?))
    }

    /// Returns the report's index of the certificate at index `distinct`.
    pub(super) fn index(&self, distinct: usize) -> CertIndex {
        self.first_seen.get(distinct).copied().unwrap_or(CertIndex(0))
    }
}
