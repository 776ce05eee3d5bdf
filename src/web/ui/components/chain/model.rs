//! The chain as typed data: its certificates in order, the checks of each link, and the
//! certificates outside it.
//!
//! All data comes from the report; this module makes no checks.

use std::collections::{HashMap, HashSet};

use crate::report::{
    AnchorReport, CertIndex, CertificateReport, Detail, IssuedBy, PathStep, Report, RuleId, SignatureStatus,
};

/// A position in the chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Stop<'a> {
    /// A certificate that was sent.
    Sent(&'a CertificateReport),
    /// A listed root that was not sent, as is usual.
    ListedRoot(&'a AnchorReport),
    /// A certificate that should have been sent.
    Missing {
        /// The certificate's name for people.
        label: &'a str,
        /// Whether it is a known intermediate.
        known: bool,
    },
    /// The listed root to which a missing certificate leads, by its aliases.
    RootBeyond(&'a [String]),
    /// An issuer that is known only by name.
    UnknownIssuer(&'a str),
}

/// The result of one comparison between a certificate and the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkCheck {
    /// The two certificates fit.
    Holds,
    /// The two certificates do not fit.
    Broken,
    /// One value is absent, or the check was not made.
    Unknown,
}

/// How a certificate is linked to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The one above was not sent.
    Open,
    /// Both are known.
    Checked {
        /// The issuer name against the subject above.
        name: LinkCheck,
        /// The authority key identifier against the subject key identifier above.
        key_id: LinkCheck,
        /// The signature against the key above.
        signature: LinkCheck,
    },
}

/// The overall state of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkState {
    /// The certificate is signed by the one above.
    Signed,
    /// A check failed.
    Broken,
    /// The issuer is missing, or the signature was not checked.
    Open,
}

impl Link {
    pub(crate) fn state(self) -> LinkState {
        let Self::Checked {
            name,
            key_id,
            signature,
        } = self
        else {
            return LinkState::Open;
        };
        if [name, key_id, signature].contains(&LinkCheck::Broken) {
            LinkState::Broken
        } else if signature == LinkCheck::Holds {
            LinkState::Signed
        } else {
            LinkState::Open
        }
    }
}

/// One position with its link to the next one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry<'a> {
    pub(crate) stop: Stop<'a>,
    /// The link to the next entry; `None` for the last one.
    pub(crate) link: Option<Link>,
    /// Certificates of the input with the same subject and key, but another issuer.
    pub(crate) cross_signed: Vec<&'a CertificateReport>,
}

/// A certificate of the input that is not part of the chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Extra<'a> {
    /// It is above a root that is trusted already.
    AboveRoot(&'a CertificateReport),
    /// It does not belong to the chain.
    Stray(&'a CertificateReport),
    /// The same certificate again.
    Copy {
        /// The repeated certificate.
        certificate: &'a CertificateReport,
        /// The first of them.
        of: CertIndex,
    },
}

/// The chain of a report.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chain<'a> {
    /// From the server certificate to the root.
    pub(crate) entries: Vec<Entry<'a>>,
    /// Each kind in the input's order: above the root, strays, copies.
    pub(crate) extras: Vec<Extra<'a>>,
}

/// How many issuers above a trusted root are followed.
const MAX_ABOVE_ROOT: usize = 16;

impl<'a> Chain<'a> {
    /// Reads the chain from a report.
    ///
    /// The report holds no whole keys: two keys count as the same if key identifier, algorithm, and
    /// size are the same.
    pub(crate) fn of(report: &'a Report) -> Self {
        let mut entries = entries(report);
        let mut by_subject = HashMap::new();
        let mut in_chain = HashSet::new();
        let mut top = None;
        for (position, entry) in entries.iter().enumerate() {
            if let Stop::Sent(certificate) = entry.stop {
                by_subject.insert(certificate.subject.as_str(), (position, certificate));
                in_chain.insert(certificate.index);
                top = Some(certificate);
            }
        }
        let above = above_root(report, top);
        let (mut higher, mut strays, mut copies) = (Vec::new(), Vec::new(), Vec::new());
        for certificate in report.certificates.iter().filter(|c| !in_chain.contains(&c.index)) {
            let twin = by_subject
                .get(certificate.subject.as_str())
                .filter(|(_, twin)| same_key(twin, certificate) && twin.issuer != certificate.issuer)
                .and_then(|(position, _)| entries.get_mut(*position));
            if let Some(of) = certificate.duplicate_of {
                copies.push(Extra::Copy { certificate, of });
            } else if let Some(twin) = twin {
                twin.cross_signed.push(certificate);
            } else if above.contains(&certificate.index) {
                higher.push(Extra::AboveRoot(certificate));
            } else {
                strays.push(Extra::Stray(certificate));
            }
        }
        Self {
            entries,
            extras: [higher, strays, copies].concat(),
        }
    }
}

fn same_key(a: &CertificateReport, b: &CertificateReport) -> bool {
    a.subject_key_id.is_some() && a.subject_key_id == b.subject_key_id && a.key == b.key
}

/// The issuers above the chain's last certificate, if that is a listed root.
fn above_root(report: &Report, top: Option<&CertificateReport>) -> HashSet<CertIndex> {
    let mut above = HashSet::new();
    let mut from = top.filter(|top| !top.aliases.is_empty());
    for _ in 0..MAX_ABOVE_ROOT {
        let Some(IssuedBy::Certificate(next)) = from.and_then(|c| c.issued_by) else {
            break;
        };
        if !above.insert(next) {
            break;
        }
        from = report.certificates.get(next.get());
    }
    above
}

fn entries(report: &Report) -> Vec<Entry<'_>> {
    let sent = |index: &CertIndex| report.certificates.get(index.get()).map(Stop::Sent);
    let mut stops: Vec<Stop<'_>> = report
        .path
        .iter()
        .filter_map(|step| match step {
            PathStep::Certificate(index) => sent(index),
            PathStep::Anchor { anchor } => Some(Stop::ListedRoot(anchor)),
        })
        .collect();
    if stops.is_empty() {
        stops.extend(report.certificates.first().map(Stop::Sent));
    }
    if let Some(Stop::Sent(top)) = stops.last().copied()
        && !top.self_issued
        && top.aliases.is_empty()
    {
        stops.extend(not_sent(report, top));
    }
    let upper = stops.iter().skip(1).map(Some).chain([None]);
    stops
        .iter()
        .zip(upper)
        .map(|(stop, upper)| Entry {
            stop: *stop,
            link: upper.map(|upper| link(*stop, *upper)),
            cross_signed: Vec::new(),
        })
        .collect()
}

/// The positions above the last certificate that was sent.
fn not_sent<'a>(report: &'a Report, top: &'a CertificateReport) -> Vec<Stop<'a>> {
    let findings = |rule| report.rule(rule).map(|r| r.findings.as_slice()).unwrap_or_default();
    let missing = findings(RuleId::Chain)
        .iter()
        .find_map(|finding| match &finding.detail {
            Detail::IssuerMissing { label, known, .. } if finding.certificate == Some(top.index) => {
                Some(Stop::Missing { label, known: *known })
            }
            _ => None,
        });
    let Some(missing) = missing else {
        return vec![Stop::UnknownIssuer(&top.issuer_label)];
    };
    let beyond = findings(RuleId::SupportedCa)
        .iter()
        .find_map(|finding| match &finding.detail {
            Detail::SupportedOnceSent { aliases, .. } => Some(Stop::RootBeyond(aliases)),
            _ => None,
        });
    [missing].into_iter().chain(beyond).collect()
}

fn link(lower: Stop<'_>, upper: Stop<'_>) -> Link {
    let Stop::Sent(lower) = lower else { return Link::Open };
    let signature = match lower.signature {
        SignatureStatus::Valid => LinkCheck::Holds,
        SignatureStatus::Invalid => LinkCheck::Broken,
        SignatureStatus::NotChecked => LinkCheck::Unknown,
    };
    let compared = |same| if same { LinkCheck::Holds } else { LinkCheck::Broken };
    match upper {
        Stop::Sent(upper) => {
            let by_it = lower.issued_by == Some(IssuedBy::Certificate(upper.index));
            Link::Checked {
                name: compared(by_it || lower.issuer == upper.subject),
                key_id: match (&lower.authority_key_id, &upper.subject_key_id) {
                    (Some(wanted), Some(sent)) => compared(wanted == sent),
                    _ => LinkCheck::Unknown,
                },
                signature: if by_it || lower.issued_by.is_none() {
                    signature
                } else {
                    LinkCheck::Unknown
                },
            }
        }
        Stop::ListedRoot(_) => Link::Checked {
            name: LinkCheck::Holds,
            key_id: LinkCheck::Unknown,
            signature,
        },
        Stop::Missing { .. } | Stop::RootBeyond(_) | Stop::UnknownIssuer(_) => Link::Open,
    }
}

/// Whether requirement 1 fails at this certificate: it is its own root and not on the list.
pub(crate) fn is_unlisted_root(report: &Report, index: CertIndex) -> bool {
    let findings = report.rule(RuleId::SupportedCa).map(|rule| rule.findings.as_slice());
    findings.unwrap_or_default().iter().any(|finding| {
        let unlisted = matches!(
            finding.detail,
            Detail::RootNotListed { .. } | Detail::SelfSignedLeaf { .. }
        );
        unlisted && finding.certificate == Some(index)
    })
}
