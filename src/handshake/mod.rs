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
mod builder;
mod constraints;
mod end_entity;
mod hostname;
mod inspect;
mod policy;

pub use end_entity::usage_name;
pub use hostname::check as check_hostname;

use crate::cert::{Certificate, Defect, UnixTime};
use crate::chain::{Anchor, Signatures};
use crate::report::{CertIndex, Detail, Finding, HostnameReport, IssuerRef};
use inspect::{Problem, Road, inspect};

/// Certificates that a TLS message of JDK 17 may hold (`jdk.tls.maxCertificateChainLength`, default 10).
pub const MAX_CERTIFICATES: usize = 10;
/// Bytes that a handshake message of JDK 17 may hold (`jdk.tls.maxHandshakeMessageSize`, default 32768).
pub const MAX_MESSAGE_BYTES: usize = 32_768;

/// The log text of the JDK 7 and 8 generation for every refusal of a server's certificate.
pub const LEGACY_MESSAGE: &str = "General SSLEngine problem";

const BUILDING_FAILED: &str = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const VALIDATION_FAILED: &str = "PKIX path validation failed: java.security.cert.CertPathValidatorException: ";

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
            out.sort_by_key(|at| self.certificates.get(*at).and_then(|c| c.extensions.ski.as_ref()) != Some(wanted));
        }
        out
    }

    /// The JDK's test for a loop: the same certificate, or the same subject, key and alternative names.
    fn repeats(&self, on_path: usize, candidate: usize) -> bool {
        on_path == candidate
            || match (self.certificates.get(on_path), self.certificates.get(candidate)) {
                (Some(a), Some(b)) => {
                    a.subject == b.subject && a.spki == b.spki && a.extensions.san == b.extensions.san
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
    let mut judgement = path(judged);
    // What ends the handshake before any path is looked at takes the place of the path's own refusal.
    if let Some((message, finding)) = before_any_path(judged) {
        judgement.accepted = false;
        judgement.message = Some(message);
        judgement.problems.retain(|f| *f != finding);
        judgement.problems.insert(0, finding.clone());
        judgement.reason = Some(finding);
    }
    judgement
}

/// Limits of the handshake, and certificates that Java's reader refuses.
fn before_any_path(judged: &Judged<'_>) -> Option<(String, Finding)> {
    let lengths = judged
        .sent
        .iter()
        .filter_map(|at| judged.certificates.get(*at))
        .map(|c| c.der.len() + 3);
    let bytes = lengths.sum::<usize>() + 3;
    if bytes > MAX_MESSAGE_BYTES {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let detail = Detail::MessageTooLarge {
            bytes: number(bytes),
            limit: number(MAX_MESSAGE_BYTES),
        };
        let message = format!(
            "The size of the handshake message ({bytes}) exceeds the maximum allowed size ({MAX_MESSAGE_BYTES})"
        );
        return Some((message, Finding::overall(detail)));
    }
    if judged.sent.len() > MAX_CERTIFICATES {
        let count = u32::try_from(judged.sent.len()).unwrap_or(u32::MAX);
        let detail = Detail::TooManyCertificates { count, limit: 10 };
        let message = "The certificate chain length (11) exceeds the maximum allowed length (10)".to_owned();
        return Some((message, Finding::overall(detail)));
    }
    let parse = "Failed to parse server certificates".to_owned();
    for &at in judged.sent {
        if let Some(defect) = judged.certificates.get(at).and_then(|c| c.defects.first()) {
            return Some((
                parse,
                Finding::on(judged.index(at), Detail::Malformed { defect: *defect }),
            ));
        }
    }
    judged.unreadable.then(|| {
        (
            parse,
            Finding::overall(Detail::Malformed {
                defect: Defect::Structure,
            }),
        )
    })
}

/// The way through `PKIXValidator.engineValidate`.
fn path(judged: &Judged<'_>) -> Judgement {
    let Some((first, leaf_certificate)) = leaf(judged) else {
        return refused(
            judged,
            Vec::new(),
            End::Open,
            vec![no_path(0, Detail::LeafMissing {})],
            BUILDING_FAILED.to_owned(),
        );
    };
    if let Some(place) = judged.anchors.iter().position(|a| a.is(leaf_certificate)) {
        return accepted(vec![first], End::Anchor(place));
    }
    let mut previous = leaf_certificate;
    for (i, &at) in judged.sent.iter().enumerate().skip(1) {
        let Some(certificate) = judged.certificates.get(at) else {
            continue;
        };
        if certificate.subject != previous.issuer {
            return built(judged, first);
        }
        let anchors: Vec<usize> = matching(judged, |a| a.is(certificate) || a.has_name_and_key_of(certificate));
        if !anchors.is_empty() {
            let below = judged.sent.get(..i).unwrap_or_default();
            return validated(judged, below);
        }
        previous = certificate;
    }
    if judged.anchors.iter().any(|a| a.subject == previous.issuer) {
        return validated(judged, judged.sent);
    }
    built(judged, first)
}

fn matching(judged: &Judged<'_>, test: impl Fn(&Anchor) -> bool) -> Vec<usize> {
    judged
        .anchors
        .iter()
        .enumerate()
        .filter(|(_, a)| test(a))
        .map(|(i, _)| i)
        .collect()
}

/// The validator's road: `sent` is leaf first, without the anchor.
fn validated(judged: &Judged<'_>, sent: &[usize]) -> Judgement {
    let path: Vec<usize> = sent.to_vec();
    let down: Vec<usize> = sent.iter().rev().copied().collect();
    let Some(top) = down.first().and_then(|at| judged.certificates.get(*at)) else {
        return built(judged, sent.first().copied().unwrap_or(0));
    };
    let named = matching(judged, |a| a.subject == top.issuer);
    let tried: Vec<usize> = named
        .iter()
        .copied()
        .filter(|i| identifiers_agree(judged, *i, top))
        .collect();
    if tried.is_empty() {
        let detail = identifier_mismatch(judged, &named, top);
        let message = format!("{VALIDATION_FAILED}Path does not chain with any of the trust anchors");
        let mut problems = vec![Problem {
            certificate: down.first().copied().unwrap_or(0),
            detail,
            reason: String::new(),
        }];
        if let Some(anchor) = named.first().and_then(|i| judged.anchors.get(*i)) {
            problems.extend(inspect(judged, anchor, &down, Road::Validator));
        }
        let end = named.first().map_or(End::Open, |i| End::Anchor(*i));
        return refused(judged, path, end, problems, message);
    }
    let mut best: Option<(usize, Vec<Problem>)> = None;
    for place in tried {
        let Some(anchor) = judged.anchors.get(place) else {
            continue;
        };
        let problems = inspect(judged, anchor, &down, Road::Validator);
        if problems.is_empty() {
            return anchored(judged, path, place);
        }
        if best.as_ref().is_none_or(|(_, b)| problems.len() < b.len()) {
            best = Some((place, problems));
        }
    }
    let (place, mut problems) = best.unwrap_or_default();
    problems.extend(leaf_problems(judged, sent));
    let reason = problems.first().map(|p| p.reason.clone()).unwrap_or_default();
    refused(
        judged,
        path,
        End::Anchor(place),
        problems,
        format!("{VALIDATION_FAILED}{reason}"),
    )
}

/// The builder's road.
fn built(judged: &Judged<'_>, first: usize) -> Judgement {
    let found = builder::build(judged, first);
    let leaf_first = |down: &[usize]| down.iter().rev().copied().collect::<Vec<_>>();
    if let Some((down, place)) = found.path {
        return anchored(judged, leaf_first(&down), place);
    }
    let mut problems = found.problems;
    let (path, end) = match found.refused {
        Some((down, place)) => (leaf_first(&down), End::Anchor(place)),
        None => attempt(judged, first),
    };
    if problems.is_empty() {
        problems = explain(judged, &path, end);
    }
    if found.ended {
        problems.insert(
            0,
            no_path(
                first,
                Detail::SearchEnded {
                    limit: builder::MAX_STEPS,
                },
            ),
        );
    } else if found.too_long && problems.is_empty() {
        problems.push(no_path(
            first,
            Detail::PathTooLong {
                limit: u32::try_from(builder::MAX_INTERMEDIATES).unwrap_or(5),
            },
        ));
    }
    problems.extend(leaf_problems(judged, &path));
    if problems.is_empty() {
        problems.push(no_path(first, Detail::NoPath {}));
    }
    refused(judged, path, end, problems, BUILDING_FAILED.to_owned())
}

/// The path that names suggest, for showing and explaining what the builder did not accept.
fn attempt(judged: &Judged<'_>, first: usize) -> (Vec<usize>, End) {
    let mut path = vec![first];
    while let Some(last) = path.last().and_then(|at| judged.certificates.get(*at)) {
        if let Some(place) = judged
            .anchors
            .iter()
            .position(|a| a.subject == last.issuer && !a.is(last))
        {
            let refuted = path.last().is_some_and(|at| {
                judged
                    .anchors
                    .get(place)
                    .is_some_and(|a| judged.signatures.refuted(*at, &a.spki))
            });
            if !refuted || judged.issuers_of(last).iter().all(|at| path.contains(at)) {
                return (path, End::Anchor(place));
            }
        }
        let next = judged
            .issuers_of(last)
            .into_iter()
            .filter(|at| !path.iter().any(|on| judged.repeats(*on, *at)))
            .min_by_key(|at| {
                let issuer = judged.certificates.get(*at);
                let refuted =
                    issuer.is_some_and(|i| path.last().is_some_and(|c| judged.signatures.refuted(*c, &i.spki)));
                (refuted, issuer.is_some_and(|i| !i.in_date(judged.at)))
            });
        match next {
            Some(at) if path.len() < judged.certificates.len() => path.push(at),
            _ => break,
        }
    }
    (path, End::Open)
}

/// Why the path that names suggest is none: with the anchor's eyes where it has one, else link by link.
fn explain(judged: &Judged<'_>, path: &[usize], end: End) -> Vec<Problem> {
    let down: Vec<usize> = path.iter().rev().copied().collect();
    match end {
        End::Anchor(place) => judged
            .anchors
            .get(place)
            .map(|anchor| inspect(judged, anchor, &down, Road::Validator))
            .unwrap_or_default(),
        End::Open => {
            // The topmost certificate stands in for the anchor, so that everything below it is told.
            let Some((top, below)) = down.split_first() else {
                return Vec::new();
            };
            let Some(certificate) = judged.certificates.get(*top) else {
                return Vec::new();
            };
            let mut problems = Vec::new();
            // A self-signed top would be an anchor, at whose dates Java does not look.
            if !certificate.is_self_issued() {
                problems.extend(out_of_date(certificate, judged.at).map(|detail| no_path(*top, detail)));
            }
            if !below.is_empty() {
                if !certificate.is_ca() && certificate.version >= 3 {
                    let has_basic_constraints = certificate.extensions.basic_constraints.is_some();
                    problems.push(no_path(*top, Detail::NotACa { has_basic_constraints }));
                }
                problems.extend(inspect(
                    judged,
                    &Anchor::of_certificate(certificate),
                    below,
                    Road::Validator,
                ));
            }
            problems
        }
    }
}

fn no_path(certificate: usize, detail: Detail) -> Problem {
    Problem {
        certificate,
        detail,
        reason: String::new(),
    }
}

/// A path that holds: the anchor itself and the leaf's purposes remain.
fn anchored(judged: &Judged<'_>, path: Vec<usize>, place: usize) -> Judgement {
    let Some(anchor) = judged.anchors.get(place) else {
        return accepted(path, End::Open);
    };
    let subject = anchor.subject.java();
    let unfit = if anchor.version < 3 {
        None
    } else if !anchor.is_ca {
        Some(format!(
            "TrustAnchor with subject \"{subject}\" is not a CA certificate"
        ))
    } else if anchor.key_cert_sign == Some(false) {
        Some(format!(
            "TrustAnchor with subject \"{subject}\" does not have keyCertSign bit set in KeyUsage extension"
        ))
    } else {
        None
    };
    let mut problems = leaf_problems(judged, &path);
    if let Some(message) = unfit {
        let detail = Detail::AnchorUnfit {
            label: anchor.subject.label(),
            is_ca: anchor.is_ca,
        };
        problems.insert(0, no_path(path.last().copied().unwrap_or(0), detail));
        return refused(judged, path, End::Anchor(place), problems, message);
    }
    match problems.first().map(|p| p.reason.clone()) {
        None => accepted(path, End::Anchor(place)),
        Some(reason) => refused(judged, path, End::Anchor(place), problems, reason),
    }
}

fn leaf_problems(judged: &Judged<'_>, path: &[usize]) -> Vec<Problem> {
    let at = path.first().copied();
    at.and_then(|at| Some(end_entity::problems(at, judged.certificates.get(at)?)))
        .unwrap_or_default()
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
    let problems: Vec<Finding> = problems
        .into_iter()
        .map(|p| Finding::on(judged.index(p.certificate), p.detail))
        .collect();
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

/// `AdaptableX509CertSelector`: an anchor is tried only where the identifiers in the topmost certificate's AKI agree.
fn identifiers_agree(judged: &Judged<'_>, place: usize, top: &Certificate) -> bool {
    let (Some(anchor), Some(aki)) = (judged.anchors.get(place), top.extensions.aki.as_ref()) else {
        return true;
    };
    let key_differs = matches!((&aki.key_id, &anchor.ski), (Some(wanted), Some(found)) if wanted != found);
    let trimmed = |serial: &[u8]| serial.iter().copied().skip_while(|b| *b == 0).collect::<Vec<_>>();
    let serial_differs = anchor.version >= 3
        && aki
            .serial
            .as_ref()
            .is_some_and(|s| trimmed(s) != trimmed(&anchor.serial));
    !key_differs && !serial_differs
}

fn identifier_mismatch(judged: &Judged<'_>, named: &[usize], top: &Certificate) -> Detail {
    let anchor = named.first().and_then(|i| judged.anchors.get(*i));
    let hex = |bytes: Option<&Vec<u8>>| bytes.map(|b| crate::cert::colon_hex(b)).unwrap_or_default();
    let aki = top.extensions.aki.as_ref();
    let by_key = aki
        .and_then(|a| a.key_id.as_ref())
        .filter(|id| anchor.is_some_and(|a| a.ski.as_ref() != Some(id)));
    let (expected, found) = match by_key {
        Some(id) => (hex(Some(id)), hex(anchor.and_then(|a| a.ski.as_ref()))),
        None => (hex(aki.and_then(|a| a.serial.as_ref())), hex(anchor.map(|a| &a.serial))),
    };
    Detail::AnchorIdentifierMismatch {
        label: top.issuer.label(),
        expected,
        found,
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
