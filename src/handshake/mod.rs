//! What Java's TLS client would do with a chain, and in which words it would refuse.
//!
//! In: the distinct certificates, the order in which a server sends them, the anchors, the answers to the signature
//! checks, a moment and perhaps a host name. Out: [`Judgement`]. The semantics are those of a stock JDK 17 (TLS 1.2,
//! revocation off, HTTPS endpoint identification), checked against one by the differential test in `tests/oracle.rs`.
//!
//! # References
//! - `sun.security.validator.PKIXValidator`, `EndEntityChecker`; `sun.security.provider.certpath`;
//!   `tests/oracle/FINDINGS.md` has what was read there and seen.

mod algorithms;
mod anchor_checks;
mod best_effort;
mod constraints;
mod end_entity;
mod hostname;
mod path_builder;
mod path_checks;
mod pkix_validator;
mod policy;
mod preconditions;

pub use end_entity::usage_name;
pub use hostname::check as check_hostname;

use crate::cert::{Certificate, UnixTime};
use crate::chain::{Anchor, Signatures};
use crate::order;
use crate::report::{CertIndex, Detail, Finding, HostnameReport, IssuerRef};
use path_checks::Problem;

/// Certificates that a TLS message of JDK 17 may hold (`jdk.tls.maxCertificateChainLength`, default 10).
pub const MAX_CERTIFICATES: usize = 10;
/// Bytes that a handshake message of JDK 17 may hold (`jdk.tls.maxHandshakeMessageSize`, default 32768).
pub const MAX_MESSAGE_BYTES: usize = 32_768;

/// The log text of the JDK 7 and 8 generation for every refusal of a server's certificate.
pub const LEGACY_MESSAGE: &str = "General SSLEngine problem";

/// All that a judgement looks at.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The distinct certificates.
    pub certificates: &'a [Certificate],
    /// Where each first stood in the input.
    pub first_seen: &'a [CertIndex],
    /// The order sent, leaf first, by place among `certificates`.
    pub sent: &'a [usize],
    /// True where the input held a certificate that could not be decoded at all.
    pub unreadable: bool,
    /// The anchors that could matter.
    pub anchors: &'a [Anchor],
    /// The answers.
    pub signatures: Signatures<'a>,
    /// The moment.
    pub at: UnixTime,
}

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At this place among the anchors.
    Anchor(usize),
    /// Nowhere: no issuer of the topmost certificate is at hand.
    Open,
}

/// What the client would do.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// True where the certificates are accepted; the host name is judged beside.
    pub accepted: bool,
    /// JDK 17's message where they are refused.
    pub message: Option<String>,
    /// What decided, where refused.
    pub reason: Option<Finding>,
    /// Leaf to topmost, by place among the certificates, as far as Java's road (or the best attempt at one) goes.
    pub path: Vec<usize>,
    /// Where it ends.
    pub end: End,
    /// Every problem on that path, the deciding one first.
    pub problems: Vec<Finding>,
    /// The host name's comparison, where one was asked for.
    pub hostname: Option<HostnameReport>,
}

impl Judged<'_> {
    /// The distinct certificates whose subject is this certificate's issuer, in the order sent.
    fn issuers_of(&self, child: &Certificate) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        for &at in self.sent {
            let issuer = self.certificates.get(at).is_some_and(|c| c.subject == child.issuer);
            if issuer && !out.contains(&at) {
                out.push(at);
            }
        }
        // The JDK sorts matching key identifiers to the front: it changes which path is found, not whether one is.
        if let Some(wanted) = child.extensions.aki.as_ref().and_then(|a| a.key_id.as_ref()) {
            order::by_key(&mut out, |at| {
                self.certificates.get(*at).and_then(|c| c.extensions.ski.as_ref()) != Some(wanted)
            });
        }
        out
    }

    /// The JDK's test for a loop: the same certificate, or the same subject, key and alternative names.
    fn repeats(&self, on_path: usize, candidate: usize) -> bool {
        on_path == candidate
            || match (self.certificates.get(on_path), self.certificates.get(candidate)) {
                (Some(a), Some(b)) => {
                    a.subject == b.subject && a.spki == b.spki && a.extensions.san_bytes() == b.extensions.san_bytes()
                }
                _ => false,
            }
    }
}

/// Judges a chain as sent.
#[must_use]
pub fn judge(judged: &Judged<'_>, hostname: Option<&str>) -> Judgement {
    let mut judgement = certificates(judged);
    judgement.hostname = hostname
        .zip(leaf(judged))
        .map(|(name, (_, leaf))| check_hostname(name, leaf));
    judgement
}

fn leaf<'a>(judged: &Judged<'a>) -> Option<(usize, &'a Certificate)> {
    let at = *judged.sent.first()?;
    Some((at, judged.certificates.get(at)?))
}

fn certificates(judged: &Judged<'_>) -> Judgement {
    let mut judgement = pkix_validator::path(judged);
    // What ends the handshake before any path is looked at takes the place of the path's own refusal.
    if let Some((message, finding)) = preconditions::before_any_path(judged) {
        judgement.accepted = false;
        judgement.message = Some(message);
        judgement.problems.retain(|f| *f != finding);
        judgement.problems.insert(0, finding.clone());
        judgement.reason = Some(finding);
    }
    judgement
}

fn accepted(path: Vec<usize>, end: End) -> Judgement {
    Judgement {
        accepted: true,
        message: None,
        reason: None,
        path,
        end,
        problems: Vec::new(),
        hostname: None,
    }
}

fn refused(judged: &Judged<'_>, path: Vec<usize>, end: End, problems: Vec<Problem>, message: String) -> Judgement {
    let mut told: Vec<Finding> = Vec::new();
    for problem in problems {
        let finding = Finding::on(judged.index(problem.certificate), problem.detail);
        if !told.contains(&finding) {
            told.push(finding);
        }
    }
    let problems = told;
    let reason = problems.first().cloned();
    Judgement {
        accepted: false,
        message: Some(message),
        reason,
        path,
        end,
        problems,
        hostname: None,
    }
}

/// The finding for a certificate that is out of date, none where it is in date.
#[must_use]
pub fn out_of_date(certificate: &Certificate, at: UnixTime) -> Option<Detail> {
    let (not_before, not_after) = (certificate.not_before, certificate.not_after);
    if at > not_after {
        Some(Detail::Expired {
            not_after,
            at,
            days_ago: not_after.days_until(at),
        })
    } else if at < not_before {
        Some(Detail::NotYetValid {
            not_before,
            at,
            days_ahead: at.days_until(not_before),
        })
    } else {
        None
    }
}

/// An anchor as findings name it.
#[must_use]
pub fn anchor_ref(anchor: &Anchor) -> IssuerRef {
    IssuerRef::Anchor(
        anchor
            .aliases
            .first()
            .cloned()
            .unwrap_or_else(|| anchor.subject.label()),
    )
}
