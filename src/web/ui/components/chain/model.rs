//! The chain as it is drawn: who stands above whom, and what holds each link. Only reads the report, judges nothing.

use std::collections::{HashMap, HashSet};

use crate::report::{
    AnchorReport, CertIndex, CertificateReport, Detail, IssuedBy, PathStep, Report, RuleId, SignatureStatus,
};

/// One stop of the path, leaf first.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// A certificate that was sent.
    Sent(CertIndex),
    /// A listed root that was not sent, as is usual.
    Anchor(AnchorReport),
    /// A certificate that should have been sent.
    Missing {
        /// What a person would call it.
        label: String,
        /// The key identifier by which to find it.
        key_id: Option<String>,
        /// Where it can be had.
        locations: Vec<String>,
    },
    /// The listed root to which a missing certificate leads.
    Beyond(Vec<String>),
    /// An issuer of which nothing is known.
    Unknown {
        /// What a person would call it.
        label: String,
    },
}

/// Whether one mark of a link holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It does.
    Holds,
    /// It does not.
    Broken,
    /// It cannot be told, or there is nothing to compare.
    Untold,
}

/// What holds a certificate to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Issuer name and the subject above.
    pub name: Mark,
    /// Authority key identifier and the subject key identifier above.
    pub key_id: Mark,
    /// The signature by the key above.
    pub signature: Mark,
}

/// A certificate of the input that is not on the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Subject and key of a certificate of the path, but another issuer: another way up.
    Cross {
        /// Which one.
        index: CertIndex,
        /// The one on the path.
        twin: CertIndex,
    },
    /// It stands above a root that is trusted already.
    Above(CertIndex),
    /// It has nothing to do with the path.
    Stray(CertIndex),
    /// The same certificate again.
    Copy {
        /// Which one.
        index: CertIndex,
        /// The first of them.
        of: CertIndex,
    },
}

/// How many steps above a trusted root are followed.
const STEPS_ABOVE: usize = 16;

/// What is not on the path, each kind in the input's order: cross-signs, what stands above, strays, copies.
///
/// Two keys count as the same where subject, key identifier, algorithm and size are: the report has no more of a key.
#[must_use]
pub fn beside(report: &Report) -> Vec<Aside> {
    let on_path: Vec<&CertificateReport> = draw(report)
        .iter()
        .filter_map(|(stop, _)| match stop {
            Stop::Sent(index) => report.certificates.get(index.get()),
            _ => None,
        })
        .collect();
    let path: HashSet<CertIndex> = on_path.iter().map(|c| c.index).collect();
    let subjects: HashMap<&str, &CertificateReport> = on_path.iter().map(|c| (c.subject.as_str(), *c)).collect();
    let above = above_trusted(report, on_path.last().copied());
    let (mut crosses, mut higher, mut strays, mut copies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for certificate in report.certificates.iter().filter(|c| !path.contains(&c.index)) {
        let index = certificate.index;
        let twin = subjects.get(certificate.subject.as_str());
        if let Some(of) = certificate.duplicate_of {
            copies.push(Aside::Copy { index, of });
        } else if let Some(twin) = twin.filter(|twin| same_key(twin, certificate) && twin.issuer != certificate.issuer)
        {
            crosses.push(Aside::Cross {
                index,
                twin: twin.index,
            });
        } else if above.contains(&index) {
            higher.push(Aside::Above(index));
        } else {
            strays.push(Aside::Stray(index));
        }
    }
    [crosses, higher, strays, copies].concat()
}

fn same_key(a: &CertificateReport, b: &CertificateReport) -> bool {
    a.subject_key_id.is_some() && a.subject_key_id == b.subject_key_id && a.key == b.key
}

/// The issuers above the path's end, where that is a listed root.
fn above_trusted(report: &Report, top: Option<&CertificateReport>) -> HashSet<CertIndex> {
    let mut found = HashSet::new();
    let mut from = top.filter(|top| !top.aliases.is_empty());
    for _ in 0..STEPS_ABOVE {
        let Some(IssuedBy::Certificate(next)) = from.and_then(|c| c.issued_by) else {
            break;
        };
        if !found.insert(next) {
            break;
        }
        from = report.certificates.get(next.get());
    }
    found
}

/// The stops, each with the link to the one after it.
#[must_use]
pub fn draw(report: &Report) -> Vec<(Stop, Option<Link>)> {
    let mut stops: Vec<Stop> = report
        .path
        .iter()
        .map(|step| match step {
            PathStep::Certificate(index) => Stop::Sent(*index),
            PathStep::Anchor { anchor } => Stop::Anchor(anchor.clone()),
        })
        .collect();
    if stops.is_empty()
        && let Some(first) = report.certificates.first()
    {
        stops.push(Stop::Sent(first.index));
    }
    if let Some(Stop::Sent(top)) = stops.last()
        && let Some(top) = report.certificates.get(top.get())
        && !top.self_issued
        && top.aliases.is_empty()
    {
        stops.extend(above(report, top));
    }
    let links: Vec<Option<Link>> = stops
        .iter()
        .zip(stops.iter().skip(1))
        .map(|(lower, upper)| link(report, lower, upper))
        .chain([None])
        .collect();
    stops.into_iter().zip(links).collect()
}

/// What belongs above the last certificate that is there.
fn above(report: &Report, top: &CertificateReport) -> Vec<Stop> {
    let findings = |rule| report.rule(rule).map(|r| r.findings.as_slice()).unwrap_or_default();
    let missing = findings(RuleId::Chain)
        .iter()
        .find_map(|finding| match &finding.detail {
            Detail::IssuerMissing {
                label,
                authority_key_id,
                locations,
                ..
            } if finding.certificate == Some(top.index) => Some(Stop::Missing {
                label: label.clone(),
                key_id: authority_key_id.clone(),
                locations: locations.clone(),
            }),
            _ => None,
        });
    let beyond = findings(RuleId::SupportedCa)
        .iter()
        .find_map(|finding| match &finding.detail {
            Detail::SupportedOnceSent { aliases, .. } => Some(Stop::Beyond(aliases.clone())),
            _ => None,
        });
    match missing {
        Some(missing) => [Some(missing), beyond].into_iter().flatten().collect(),
        None => vec![Stop::Unknown {
            label: top.issuer_label.clone(),
        }],
    }
}

fn link(report: &Report, lower: &Stop, upper: &Stop) -> Option<Link> {
    let Stop::Sent(lower) = lower else { return None };
    let lower = report.certificates.get(lower.get())?;
    let signature = match lower.signature {
        SignatureStatus::Valid => Mark::Holds,
        SignatureStatus::Invalid => Mark::Broken,
        SignatureStatus::NotChecked => Mark::Untold,
    };
    match upper {
        Stop::Sent(index) => {
            let upper = report.certificates.get(index.get())?;
            let by_it = lower.issued_by == Some(IssuedBy::Certificate(upper.index));
            Some(Link {
                name: if by_it || lower.issuer == upper.subject {
                    Mark::Holds
                } else {
                    Mark::Broken
                },
                key_id: match (&lower.authority_key_id, &upper.subject_key_id) {
                    (Some(wanted), Some(found)) if wanted == found => Mark::Holds,
                    (Some(_), Some(_)) => Mark::Broken,
                    _ => Mark::Untold,
                },
                signature: if by_it || lower.issued_by.is_none() {
                    signature
                } else {
                    Mark::Untold
                },
            })
        }
        Stop::Anchor(_) => Some(Link {
            name: Mark::Holds,
            key_id: Mark::Untold,
            signature,
        }),
        Stop::Missing { .. } | Stop::Beyond(_) | Stop::Unknown { .. } => None,
    }
}
