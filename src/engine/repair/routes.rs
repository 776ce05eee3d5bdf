//! Ways from the leaf to an anchor, the most wanted first, and which of them the judge accepts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::candidates::{Graph, Link, Pool};
use crate::cert::{Certificate, Fingerprint};
use crate::engine::judge::judge;
use crate::engine::options::Options;
use crate::engine::plan::Plan;
use crate::order;
use crate::report::{CertIndex, Origin, Outcome, Report};
use crate::trust::Entry;

/// Certificates of a way, the root apart: Java takes ten in one handshake.
const MAX_LENGTH: usize = 9;

/// Partial ways that are looked at. A real chain needs a dozen.
const MAX_STEPS: usize = 2_000;

/// Complete ways that are compared, and of these how many the judge looks at.
const MAX_ROUTES: usize = 64;
const MAX_JUDGED: usize = 16;

/// A way up.
#[derive(Clone, Debug, Default)]
pub(super) struct Route {
    /// Leaf first, by place in the pool.
    pub(super) members: Vec<usize>,
    /// The anchor's place in the pool's plan; none where the way ends in the air.
    pub(super) end: Option<usize>,
}

/// What a search came to.
pub(super) struct Found {
    /// Complete ways, the most wanted first.
    pub(super) complete: Vec<Route>,
    /// The longest way that ends in the air.
    pub(super) partial: Route,
}

/// A complete way, judged.
pub(super) struct Choice {
    pub(super) route: Route,
    /// The way with the sent certificates above it that do no harm.
    pub(super) members: Vec<usize>,
    /// True where Java accepts the certificates; the host name is judged beside.
    pub(super) holds: bool,
    /// True where it is the leaf that Java refuses, so that no other way would help.
    pub(super) leaf_refused: bool,
}

/// Few filled in, then short; the fingerprints make the order the same however the input was ordered.
type Key = Reverse<(usize, usize, Vec<Fingerprint>, Vec<usize>)>;

/// Finds ways. Links that nobody has checked yet count only where `unchecked`.
pub(super) fn search(pool: &Pool<'_>, graph: &Graph, unchecked: bool) -> Found {
    let usable = |link: Link| unchecked || link == Link::Good;
    let mut found = Found {
        complete: Vec::new(),
        partial: Route {
            members: vec![0],
            end: None,
        },
    };
    let leaf = pool.get(0);
    let listed = |leaf: &Certificate| pool.plan.anchors.iter().position(|a| a.is(leaf));
    if let Some(end) = leaf.and_then(listed) {
        found.complete.push(Route {
            members: vec![0],
            end: Some(end),
        });
        return found;
    }
    let mut heap: BinaryHeap<Key> = BinaryHeap::from([Reverse((0, 1, Vec::new(), vec![0]))]);
    let mut best_partial = (false, 0, Reverse(Vec::new()));
    for _ in 0..MAX_STEPS {
        let Some(Reverse((filled, length, prints, members))) = heap.pop() else {
            break;
        };
        let Some((last, top)) = members.last().and_then(|at| Some((*at, pool.get(*at)?))) else {
            break;
        };
        for (end, link) in graph.ends.get(last).into_iter().flatten() {
            if usable(*link) && found.complete.len() < MAX_ROUTES {
                found.complete.push(Route {
                    members: members.clone(),
                    end: Some(*end),
                });
            }
        }
        let key_id = top.extensions.aki.as_ref().and_then(|a| a.key_id.as_deref());
        let plan = &pool.plan;
        let leads = !plan.trust.leads(top.issuer.canonical(), key_id, &plan.files).is_empty();
        let rank = (leads, length, Reverse(prints.clone()));
        if length > 0 && rank > best_partial {
            best_partial = rank;
            found.partial.members.clone_from(&members);
        }
        if length >= MAX_LENGTH || found.complete.len() >= MAX_ROUTES {
            continue;
        }
        for (issuer, link) in graph.issuers.get(last).into_iter().flatten() {
            let Some(certificate) = pool.get(*issuer).filter(|_| usable(*link)) else {
                continue;
            };
            // The JDK's test for a loop, which leaves alternative names to leaves.
            let repeats = |c: &Certificate| c.subject == certificate.subject && c.spki == certificate.spki;
            if !members.iter().filter_map(|at| pool.get(*at)).any(repeats) {
                let mut next = (filled, length + 1, prints.clone(), members.clone());
                next.0 += usize::from(pool.is_known(*issuer));
                next.2.push(certificate.sha256);
                next.3.push(*issuer);
                heap.push(Reverse(next));
            }
        }
    }
    let mut ranked: Vec<_> = found
        .complete
        .into_iter()
        .map(|route| (rank(pool, &route), route))
        .collect();
    order::by_key(&mut ranked, |(rank, _)| rank.clone());
    found.complete = ranked.into_iter().map(|(_, route)| route).collect();
    found
}

/// The order in which complete ways are wanted: ending in a root rather than in a listed intermediate, with as little
/// filled in as can be, under a root in date, short, and good for long.
fn rank(pool: &Pool<'_>, route: &Route) -> impl Ord + Clone + use<> {
    let anchor = route.end.and_then(|end| pool.plan.anchors.get(end));
    let not_a_root = anchor.is_none_or(|a| !pool.ends_in_root(a));
    let out_of_date = anchor.is_none_or(|a| !a.in_date(pool.at()));
    let certificates = || route.members.iter().filter_map(|at| pool.get(*at));
    let filled = route.members.iter().filter(|at| pool.is_known(**at)).count();
    let until = certificates().skip(1).map(|c| c.not_after).min();
    let root_sent = anchor.is_some_and(|a| pool.certificates().iter().any(|c| a.is(c)));
    let prints: Vec<Fingerprint> = certificates()
        .map(|c| c.sha256)
        .chain(anchor.map(|a| a.sha256))
        .collect();
    (
        not_a_root,
        filled,
        out_of_date,
        route.members.len(),
        !root_sent,
        Reverse(until),
        prints,
    )
}

/// The most wanted way that the judge accepts; else the one with which it finds least fault.
pub(super) fn choose(pool: &Pool<'_>, graph: &Graph) -> Option<Choice> {
    let mut best: Option<(usize, Choice)> = None;
    for route in search(pool, graph, false).complete.into_iter().take(MAX_JUDGED) {
        let members = with_root(pool, &route, &route.members);
        let report = judged(pool, &members, None);
        let failed = report.rules.iter().filter(|r| r.outcome == Outcome::Fail).count();
        if best
            .as_ref()
            .is_some_and(|(least, _)| !report.handshake.accepted && failed >= *least)
        {
            continue;
        }
        let reason = report.handshake.reason.as_ref();
        let choice = Choice {
            holds: report.handshake.accepted,
            leaf_refused: reason.is_some_and(|f| f.certificate == Some(CertIndex(0))),
            members: route.members.clone(),
            route,
        };
        let holds = choice.holds;
        best = Some((failed, choice));
        if holds {
            break;
        }
    }
    let mut choice = best?.1;
    let longer = extended(pool, graph, &choice);
    let sent = with_root(pool, &choice.route, &longer);
    if longer.len() > choice.members.len() && judged(pool, &sent, None).handshake.accepted == choice.holds {
        choice.members = longer;
    }
    Some(choice)
}

/// Cross-signed certificates of the root that were sent stay: Java passes over them, and other clients may know only the
/// root above them.
fn extended(pool: &Pool<'_>, graph: &Graph, choice: &Choice) -> Vec<usize> {
    let mut members = choice.members.clone();
    if pool.skips_verification() {
        return members;
    }
    while let Some(last) = members.last().filter(|_| members.len() < MAX_LENGTH) {
        let issuers = graph.issuers.get(*last).into_iter().flatten();
        let sent = issuers.filter(|(at, link)| *link == Link::Good && matches!(pool.origin(*at), Origin::Sent(_)));
        let best = sent
            .map(|(at, _)| *at)
            .filter(|at| !members.contains(at))
            .max_by_key(|at| pool.get(*at).map(|c| (c.not_after, c.sha256)));
        match best {
            Some(at) => members.push(at),
            None => break,
        }
    }
    members
}

/// What the judge gets to see: with `insecureSkipVerification` the root too, and where the list has its fingerprint only, by
/// which it cannot be found unless it is there.
pub(super) fn with_root(pool: &Pool<'_>, route: &Route, members: &[usize]) -> Vec<usize> {
    let mut out = members.to_vec();
    let anchor = route.end.and_then(|end| pool.plan.anchors.get(end));
    let unseen =
        |sha256| pool.skips_verification() || !pool.plan.trust.by_sha256(sha256).is_some_and(Entry::is_in_pool);
    if let Some(anchor) = anchor.filter(|a| unseen(&a.sha256)) {
        let root = pool.certificates().iter().position(|c| anchor.is(c));
        out.extend(root.filter(|at| !members.contains(at)));
    }
    out
}

/// The normal judge's report of these certificates, sent in this order.
pub(super) fn judged(pool: &Pool<'_>, members: &[usize], hostname: Option<&str>) -> Report {
    let certificates = members.iter().filter_map(|at| pool.get(*at)).cloned().collect();
    let options = Options {
        hostname: hostname.map(str::to_owned),
        ..pool.plan.options.clone()
    };
    let plan = Plan::of_certificates(certificates, &options, pool.plan.trust, pool.plan.files.clone());
    let answers = pool.answers_for(&plan);
    judge(&plan, &answers)
}
