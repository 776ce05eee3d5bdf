//! Everything that the JDK checks on one path, in its order, told in full instead of ending at the first refusal.
//!
//! In: the certificates from the one below the anchor down to the leaf. Out: every problem, in the order in which the
//! JDK's checkers would meet it, so that the first one is Java's own reason.
//!
//! # References
//! - JDK 17, `PKIXCertPathValidator` and its checkers: untrusted, algorithm, key, constraints, policy, basic, then the TLS
//!   client's own algorithm checker, then what critical extensions are left over.
//! - [RFC 5280 §6.1](https://www.rfc-editor.org/rfc/rfc5280#section-6.1).

use super::constraints::Constraints;
use super::policy::Policies;
use super::{Judged, algorithms};
use crate::cert::{Certificate, KeyInfo, KeyKind, SignatureAlgorithm, SignatureParameters};
use crate::chain::Anchor;
use crate::report::{CertIndex, Detail, IssuerRef};

mod inherited;

/// One reason to refuse a path.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Problem {
    /// The distinct certificate concerned.
    pub(crate) certificate: usize,
    /// The finding.
    pub(crate) detail: Detail,
    /// The reason in the JDK's words; none for what never decides (told beside, such as what only one road checks).
    pub(crate) reason: String,
    /// True where the JDK throws an exception that no part of it catches: its message stands alone, and no other path is
    /// tried.
    pub(crate) thrown: bool,
}

impl Problem {
    /// A problem of which the JDK says nothing of its own.
    pub(crate) fn silent(certificate: usize, detail: Detail) -> Self {
        Self {
            certificate,
            detail,
            reason: String::new(),
            thrown: false,
        }
    }
}

/// Which road is inspected: the validator checks everything in one pass, the builder's final pass leaves dates out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Road {
    /// `PKIXCertPathValidator`.
    Validator,
    /// `SunCertPathBuilder`.
    Builder,
}

struct Walk<'a> {
    judged: &'a Judged<'a>,
    problems: Vec<Problem>,
    constraints: Constraints,
    policies: Policies,
    room: i64,
    below: u32,
    /// True once the bound of work for name constraints has been told.
    ended: bool,
}

/// Inspects `path` (topmost first, leaf last) under `anchor`.
pub(crate) fn inspect(judged: &Judged<'_>, anchor: &Anchor, path: &[usize], road: Road) -> Vec<Problem> {
    let mut walk = Walk {
        judged,
        problems: Vec::new(),
        constraints: Constraints::default(),
        policies: Policies::new(path.len()),
        room: i64::try_from(path.len()).unwrap_or(i64::MAX),
        below: 0,
        ended: false,
    };
    let mut issuer_key = anchor.key.as_ref();
    let mut issuer: Option<usize> = None;
    for (position, &at) in path.iter().enumerate() {
        let Some(certificate) = judged.certificates.get(at) else {
            continue;
        };
        let is_leaf = position + 1 == path.len();
        walk.algorithms(at, certificate, issuer_key, position == 0, road);
        if !is_leaf {
            walk.ca(
                at,
                certificate,
                position == 0,
                u32::try_from(path.len() - position - 2).unwrap_or(u32::MAX),
            );
        }
        walk.name_constraints(at, certificate, is_leaf);
        walk.policies(at, certificate, is_leaf);
        if road == Road::Validator {
            walk.dates(at, certificate);
        }
        walk.signature(at, certificate, anchor, issuer, issuer_key);
        walk.tls_algorithms(at, certificate);
        let unknown = certificate.extensions.unknown_critical();
        if !unknown.is_empty() {
            walk.add(
                at,
                Detail::UnknownCriticalExtension { oids: unknown },
                "unrecognized critical extension(s)",
            );
        }
        issuer_key = certificate.key.as_ref();
        issuer = Some(at);
    }
    walk.problems
}

impl<'a> Walk<'a> {
    fn add(&mut self, certificate: usize, detail: Detail, reason: impl Into<String>) {
        self.problems.push(Problem {
            certificate,
            detail,
            reason: reason.into(),
            thrown: false,
        });
    }

    fn algorithms(
        &mut self,
        at: usize,
        certificate: &Certificate,
        issuer_key: Option<&KeyInfo>,
        top: bool,
        _road: Road,
    ) {
        let name = certificate.algorithm.java_name();
        let on_signature = || format!("Algorithm constraints check failed on signature algorithm: {name}");
        if algorithms::disabled(&certificate.algorithm) {
            self.add(
                at,
                Detail::WeakSignature {
                    algorithm: name.to_owned(),
                },
                on_signature(),
            );
        }
        if certificate.extensions.key_usage.is_some_and(|ku| ku.0 & 0x7f == 0) {
            self.add(at, Detail::EmptyKeyUsage {}, "incorrect KeyUsage extension bits");
        }
        if let Some((key, minimum)) = certificate
            .key
            .as_ref()
            .and_then(|k| Some((k, algorithms::too_small(k)?)))
        {
            let bits = key.bits().unwrap_or(0);
            let reason = format!(
                "Algorithm constraints check failed on keysize limits: {} {bits} bit key used with certificate: {}",
                key.name(),
                certificate.subject.java()
            );
            self.add(
                at,
                Detail::WeakKey {
                    algorithm: key.name().to_owned(),
                    bits,
                    minimum,
                },
                reason,
            );
        }
        // Below the topmost certificate the issuer's key has already been met as a key of its own.
        if let Some((key, minimum)) = issuer_key
            .filter(|_| top)
            .and_then(|k| Some((k, algorithms::too_small(k)?)))
        {
            let detail = Detail::WeakKey {
                algorithm: key.name().to_owned(),
                bits: key.bits().unwrap_or(0),
                minimum,
            };
            self.add(at, detail, on_signature());
        }
    }

    fn ca(&mut self, at: usize, certificate: &'a Certificate, top: bool, below: u32) {
        if let Some(usage) = certificate.extensions.key_usage.filter(|ku| !ku.key_cert_sign()) {
            let detail = Detail::NoKeyCertSign {
                key_usage: usage.names(),
            };
            self.add(at, detail, "CA key usage check failed: keyCertSign bit is not set");
        }
        let not_a_ca = "basic constraints check failed: this is not a CA certificate";
        let self_issued = certificate.is_self_issued();
        let limit = if certificate.version < 3 {
            if top && self_issued {
                i64::from(i32::MAX)
            } else {
                self.add(
                    at,
                    Detail::OldVersion {
                        version: certificate.version,
                    },
                    not_a_ca,
                );
                return;
            }
        } else if let Some(limit) = certificate.path_len_room() {
            limit
        } else {
            let has_basic_constraints = certificate.extensions.basic_constraints.is_some();
            self.add(at, Detail::NotACa { has_basic_constraints }, not_a_ca);
            return;
        };
        if !self_issued {
            if self.room <= 0 {
                // The limit that was missed stands in a certificate above; what counts is how many are left below it.
                let reason = "basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path";
                self.add(
                    at,
                    Detail::PathLengthExceeded {
                        limit: self.room.max(0),
                        below: self.below.max(1),
                    },
                    reason,
                );
            }
            self.room -= 1;
        }
        self.room = self.room.min(limit);
        self.below = below;
    }

    fn dates(&mut self, at: usize, certificate: &Certificate) {
        let now = self.judged.at;
        if let Some(detail) = super::out_of_date(certificate, now) {
            self.add(at, detail, "validity check failed");
        }
    }

    fn signature(
        &mut self,
        at: usize,
        certificate: &Certificate,
        anchor: &Anchor,
        issuer: Option<usize>,
        issuer_key: Option<&KeyInfo>,
    ) {
        let failed = "signature check failed";
        if let Some(curve) = issuer_key.and_then(algorithms::unsupported_curve) {
            self.add(
                at,
                Detail::CurveUnsupported {
                    curve: curve.name().to_owned(),
                },
                failed,
            );
            return;
        }
        let parent = issuer.and_then(|i| Some((i, self.judged.certificates.get(i)?)));
        let spki = parent.map_or(&anchor.spki, |(_, c)| &c.spki);
        let unusable = match &certificate.parameters {
            SignatureParameters::Usual => false,
            SignatureParameters::Odd => true,
            SignatureParameters::Curve(named) => {
                !matches!(issuer_key.map(|k| &k.kind), Some(KeyKind::Ec { curve }) if curve.oid() == named)
            }
        };
        let impossible = unusable || certificate.algorithm == SignatureAlgorithm::Unknown;
        if impossible || self.judged.signatures.refuted(at, spki) {
            let (issuer, label) = match parent {
                Some((i, c)) => (IssuerRef::Certificate(self.judged.index(i)), c.subject.label()),
                None => (super::anchor_ref(anchor), anchor.subject.label()),
            };
            let algorithm = certificate.algorithm.java_name().to_owned();
            self.add(
                at,
                Detail::SignatureInvalid {
                    issuer,
                    label,
                    algorithm,
                },
                failed,
            );
        }
    }

    fn tls_algorithms(&mut self, at: usize, certificate: &Certificate) {
        if !algorithms::offered(&certificate.algorithm) && !algorithms::disabled(&certificate.algorithm) {
            let algorithm = certificate.algorithm.java_name().to_owned();
            let reason = format!("Algorithm constraints check failed on signature algorithm: {algorithm}");
            self.add(at, Detail::SignatureNotOffered { algorithm }, reason);
        }
    }
}

impl Judged<'_> {
    pub(crate) fn index(&self, distinct: usize) -> CertIndex {
        self.first_seen.get(distinct).copied().unwrap_or(CertIndex(0))
    }
}
