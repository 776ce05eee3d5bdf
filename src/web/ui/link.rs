//! The chain as it is drawn: who stands above whom, and what holds each link. Only reads the report, judges nothing.

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
