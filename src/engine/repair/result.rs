//! The result of a repair: the chain, its root, how it differs from the input, and whether Java
//! accepts it.

use super::Repairer;
use super::candidates::{Graph, Link, is_fit};
use super::routes::{self, Choice, choose, report_on, search};
use crate::cert::{Certificate, Fingerprint};
use crate::engine::present::pem;
use crate::num::colon_hex;
use crate::report::{
    CertIndex, Change, Detail, MissingIssuer, Obstacle, Origin, Outcome, Removal, Repair, RepairStatus,
    RepairedCertificate, Report, RuleId, Verdict,
};
use crate::trust::pool::bucket;
use crate::verify::SignatureAnswer;

/// The root above a chain.
enum Root {
    /// The candidate with this index.
    Available(usize),
    /// A listed root, by canonical name and fingerprint; its certificate is in the pool.
    Listed(String, Fingerprint),
}

/// A chain as indices of candidates, with its status and root.
struct Made {
    status: RepairStatus,
    members: Vec<usize>,
    root: Option<(Origin, Certificate)>,
    /// The certificates to check.
    sent: Vec<usize>,
}

/// The bucket of the chosen chain's root, if the repair does not have that root yet.
pub(super) fn root_bucket(repairer: &Repairer<'_>) -> Option<u8> {
    let graph = repairer.pool.graph();
    let choice = choose(&repairer.pool, &graph)?;
    match root_of(repairer, &graph, &choice)? {
        Root::Available(_) => None,
        Root::Listed(name, _) => Some(bucket(&name)),
    }
}

/// The root above a complete route; `None` if the leaf itself is the anchor, or if no root was
/// found.
fn root_of(repairer: &Repairer<'_>, graph: &Graph, choice: &Choice) -> Option<Root> {
    let pool = &repairer.pool;
    let last = *choice.members.last()?;
    let top = pool.get(last)?;
    let anchors = &pool.plan.anchors;
    let end = choice.route.end.and_then(|end| anchors.get(end))?;
    if end.is(top) {
        return None;
    }
    if pool.skips_verification() {
        return pool.certificates().iter().position(|c| end.is(c)).map(Root::Available);
    }
    let longer = choice.members.len() > choice.route.members.len();
    let above = graph.ends.get(last).into_iter().flatten();
    let listed = above
        .filter(|(_, link)| *link == Link::Good)
        .filter_map(|(a, _)| anchors.get(*a));
    let anchor = if longer {
        listed.max_by_key(|a| (pool.ends_in_root(a), a.in_date(pool.at()), a.not_after, a.sha256))
    } else {
        Some(end)
    };
    let Some(anchor) = anchor else {
        return sent_root(repairer, top).map(Root::Available);
    };
    let same = |(_, c): &(usize, &Certificate)| pool.is_root(c) && anchor.has_name_and_key_of(c);
    let roots = pool.certificates().iter().enumerate().filter(same);
    let best = roots.max_by_key(|(_, c)| (anchor.is(c), c.in_date(pool.at()), c.not_after, c.sha256));
    Some(match best {
        Some((at, _)) => Root::Available(at),
        None => Root::Listed(anchor.subject.canonical().to_owned(), anchor.sha256),
    })
}

/// The sent root that signed this certificate, listed or not.
fn sent_root(repairer: &Repairer<'_>, top: &Certificate) -> Option<usize> {
    let pool = &repairer.pool;
    let signed = |c: &Certificate| {
        matches!(
            pool.signature(top, &c.spki),
            Some(SignatureAnswer::Valid | SignatureAnswer::Unsupported)
        )
    };
    let roots = pool.certificates().iter().enumerate().skip(1);
    roots
        .filter(|(_, c)| c.subject == top.issuer && pool.is_root(c) && signed(c))
        .max_by_key(|(_, c)| (c.not_after, c.sha256))
        .map(|(at, _)| at)
}

/// A certificate of the input, as one of a repaired chain.
pub(in crate::engine) fn sent_certificate(at: CertIndex, certificate: &Certificate) -> RepairedCertificate {
    self::certificate(Origin::Sent(at), certificate)
}

fn certificate(from: Origin, c: &Certificate) -> RepairedCertificate {
    RepairedCertificate {
        from,
        label: c.subject.label(),
        subject: c.subject.rfc4514(),
        sha256: c.sha256.to_string(),
        not_after: c.not_after,
        pem: pem(&c.der),
    }
}

/// Makes the result from what the repairer has so far.
pub(super) fn of(repairer: &Repairer<'_>) -> Repair {
    let pool = &repairer.pool;
    let hopeless = repairer.is_hopeless();
    let made = if hopeless { impossible(repairer) } else { made(repairer) };
    let members = made
        .members
        .iter()
        .filter_map(|at| Some((pool.origin(*at), pool.get(*at)?)));
    let chain: Vec<_> = members.map(|(from, c)| certificate(from, c)).collect();
    let root = made.root.as_ref().map(|(from, c)| certificate(*from, c));
    let mut status = made.status;
    let mut changes = Vec::new();
    if matches!(status, RepairStatus::Complete {}) && is_as_given(repairer, &chain, root.as_ref()) {
        status = RepairStatus::AlreadyComplete {};
    } else {
        changes = differences(repairer, &chain, root.as_ref());
    }
    let outcome = |report: &Report, rule| report.rule(rule).map_or(Outcome::Unknown, |r| r.outcome);
    let outcomes = |report: &Report| RuleId::ALL.map(|rule| outcome(report, rule));
    let (accepted, verdict, outcomes) = if hopeless {
        let report = repairer.report;
        let given = !chain.is_empty();
        let verdict = if given { report.verdict } else { Verdict::Fail };
        (given && report.handshake.accepted, verdict, outcomes(report))
    } else {
        let report = report_on(pool, &made.sent, pool.plan.options.hostname.as_deref());
        (report.handshake.accepted, report.verdict, outcomes(&report))
    };
    Repair {
        client: pool.plan.client(),
        status,
        chain,
        root,
        root_recommended: pool.skips_verification(),
        changes,
        accepted,
        verdict,
        outcomes,
        unavailable: repairer.unavailable(),
    }
}

/// Whether the check found that the missing issuer does not lead to a listed root.
fn useless_issuer(report: &Report) -> bool {
    let mut findings = report.rules.iter().flat_map(|rule| &rule.findings);
    findings.any(|f| matches!(f.detail, Detail::IssuerMissing { useful: false, .. }))
}

fn impossible(repairer: &Repairer<'_>) -> Made {
    let leaf = repairer.pool.get(0).filter(|_| !repairer.plan.chain.leaf_missing);
    let obstacle = leaf.map_or(Obstacle::LeafMissing {}, |leaf| Obstacle::SelfSigned {
        label: leaf.subject.label(),
    });
    Made {
        status: RepairStatus::Impossible { obstacle },
        members: leaf.map(|_| 0).into_iter().collect(),
        root: None,
        sent: Vec::new(),
    }
}

fn made(repairer: &Repairer<'_>) -> Made {
    let pool = &repairer.pool;
    let graph = pool.graph();
    let available = |at: usize| Some((pool.origin(at), pool.get(at)?.clone()));
    if let Some(choice) = choose(pool, &graph) {
        let root = match root_of(repairer, &graph, &choice) {
            Some(Root::Available(at)) => available(at),
            Some(Root::Listed(name, sha256)) => repairer.known_root(&name, &sha256).map(|c| (Origin::Known, c)),
            None => None,
        };
        return Made {
            status: RepairStatus::Complete {},
            sent: routes::with_root(pool, &choice.route, &choice.members),
            members: choice.members,
            root,
        };
    }
    let members = search(pool, &graph, false).partial.members;
    let top = members.last().and_then(|at| pool.get(*at));
    let root = top.and_then(|top| sent_root(repairer, top));
    let status = match (top, root.and_then(|at| pool.get(at))) {
        // To send the issuer does not help, so it is not requested.
        (Some(top), None) if useless_issuer(repairer.report) => RepairStatus::Impossible {
            obstacle: Obstacle::RootNotListed {
                label: top.issuer.label(),
            },
        },
        (Some(top), None) => RepairStatus::Incomplete { missing: missing(top) },
        // A cross-signed version exists but could not be loaded.
        (_, Some(root)) if repairer.is_unavailable(bucket(root.subject.canonical())) => {
            RepairStatus::Incomplete { missing: missing(root) }
        }
        (_, root) => RepairStatus::Impossible {
            obstacle: Obstacle::RootNotListed {
                label: root.map(|c| c.subject.label()).unwrap_or_default(),
            },
        },
    };
    Made {
        status,
        sent: members.iter().copied().chain(root).collect(),
        root: root.and_then(available),
        members,
    }
}

fn missing(below: &Certificate) -> MissingIssuer {
    let extensions = &below.extensions;
    MissingIssuer {
        issuer: below.issuer.rfc4514(),
        label: below.issuer.label(),
        key_id: extensions.aki.as_ref().and_then(|a| a.key_id.as_deref()).map(colon_hex),
        locations: extensions.ca_issuers.clone(),
    }
}

/// Whether the input is exactly this chain, in this order, with or without the root.
fn is_as_given(repairer: &Repairer<'_>, chain: &[RepairedCertificate], root: Option<&RepairedCertificate>) -> bool {
    let given: Vec<Origin> = (0..repairer.plan.chain.entries.len())
        .map(|place| Origin::Sent(CertIndex::from_position(place)))
        .collect();
    let without: Vec<Origin> = chain.iter().map(|c| c.from).collect();
    let with: Vec<Origin> = chain.iter().chain(root).map(|c| c.from).collect();
    let bare = given == without && !repairer.pool.skips_verification();
    !repairer.plan.unreadable && (bare || given == with)
}

fn differences(
    repairer: &Repairer<'_>,
    chain: &[RepairedCertificate],
    root: Option<&RepairedCertificate>,
) -> Vec<Change> {
    let given = &repairer.plan.chain;
    let skips = repairer.pool.skips_verification();
    let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let made = || chain.iter().chain(root.filter(|_| skips)).enumerate();
    let mut changes = Vec::new();
    for (to, certificate) in made().filter(|(_, c)| c.from == Origin::Known) {
        changes.push(Change::Added {
            to: place(to),
            label: certificate.label.clone(),
        });
    }
    let kept: Vec<(usize, CertIndex, &RepairedCertificate)> = made()
        .filter_map(|(to, c)| match c.from {
            Origin::Sent(index) => Some((to, index, c)),
            Origin::Known => None,
        })
        .collect();
    let unmoved = longest_rising(&kept.iter().map(|(_, index, _)| *index).collect::<Vec<_>>());
    for (to, index, certificate) in kept.iter().filter(|(_, index, _)| !unmoved.contains(index)) {
        changes.push(Change::Moved {
            certificate: *index,
            label: certificate.label.clone(),
            to: place(*to),
        });
    }
    for (position, entry) in given.entries.iter().enumerate() {
        let certificate = CertIndex::from_position(position);
        let Some(sent) = given.certificates.get(entry.distinct) else {
            continue;
        };
        let label = sent.subject.label();
        if let Some(of) = entry.duplicate_of {
            let why = Removal::Duplicate { of };
            changes.push(Change::Removed {
                certificate,
                label,
                why,
            });
        } else if root.is_some_and(|root| root.from == Origin::Sent(certificate)) {
            if !skips {
                changes.push(Change::RootApart { certificate, label });
            }
        } else if !kept.iter().any(|(_, index, _)| *index == certificate) {
            let why = removal(repairer, sent, chain);
            changes.push(Change::Removed {
                certificate,
                label,
                why,
            });
        }
    }
    if repairer.plan.unreadable {
        changes.push(Change::UnreadableRemoved {});
    }
    changes
}

/// Why the chain leaves out a certificate that was sent.
fn removal(repairer: &Repairer<'_>, sent: &Certificate, chain: &[RepairedCertificate]) -> Removal {
    let pool = &repairer.pool;
    let at = pool.at();
    if !pool.certificates().iter().any(|c| c.sha256 == sent.sha256) {
        return Removal::Stray {};
    }
    if at > sent.not_after {
        return Removal::Expired {
            not_after: sent.not_after,
        };
    }
    if at < sent.not_before {
        return Removal::NotYetValid {
            not_before: sent.not_before,
        };
    }
    let in_chain = |c: &&Certificate| chain.iter().any(|r| r.sha256 == c.sha256.to_string());
    let below = pool
        .certificates()
        .iter()
        .filter(in_chain)
        .filter(|c| c.issuer == sent.subject);
    let answers: Vec<_> = below.map(|c| pool.signature(c, &sent.spki)).collect();
    if !answers.is_empty() && answers.iter().all(|a| *a == Some(SignatureAnswer::Invalid)) {
        Removal::WrongKey {}
    } else if !pool.is_root(sent) && !is_fit(sent, at) {
        Removal::Unfit {}
    } else {
        Removal::NotNeeded {}
    }
}

/// The longest increasing subsequence: the certificates that stay where they are. At most ten long.
fn longest_rising(places: &[CertIndex]) -> Vec<CertIndex> {
    let mut best: Vec<Vec<CertIndex>> = Vec::new();
    for place in places {
        let before = best.iter().filter(|run| run.last().is_some_and(|last| last < place));
        let mut run = before.max_by_key(|run| run.len()).cloned().unwrap_or_default();
        run.push(*place);
        best.push(run);
    }
    best.into_iter().rev().max_by_key(Vec::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_certificates_as_possible_are_moved() {
        let run = |places: &[u32]| -> Vec<u32> {
            let places: Vec<_> = places.iter().map(|p| CertIndex(*p)).collect();
            longest_rising(&places).into_iter().map(|p| p.0).collect()
        };
        assert_eq!(run(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(run(&[3, 0, 1, 2]), [0, 1, 2]);
        assert_eq!(run(&[0, 2, 1, 3]).len(), 3);
        assert_eq!(run(&[1, 0]).len(), 1);
        assert_eq!(run(&[]), [0_u32; 0]);
    }
}
