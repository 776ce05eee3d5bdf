//! Searches routes from the leaf to an anchor, ranks them, and picks the first that Java accepts.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::candidates::{Graph, Link, Pool};
use crate::cert::{Certificate, Fingerprint};
use crate::engine::judge::judge;
use crate::engine::options::Options;
use crate::engine::plan::Plan;
use crate::order;
use crate::report::{CertIndex, Detail, Finding, Origin, Outcome, Report};
use crate::trust::Entry;

/// The most certificates of a route without the root: Java accepts ten in one handshake.
const MAX_LENGTH: usize = 9;

/// The most partial routes that a search examines. A real chain needs about a dozen.
const MAX_STEPS: usize = 2_000;

/// The most complete routes that are compared, and how many of them are checked.
const MAX_ROUTES: usize = 64;
const MAX_CHECKED: usize = 16;

/// A route from the leaf towards an anchor.
#[derive(Clone, Debug, Default)]
pub(super) struct Route {
    /// Indices of the candidates, leaf first.
    pub(super) members: Vec<usize>,
    /// The anchor's index in the candidates' plan; `None` if the route has no anchor.
    pub(super) end: Option<usize>,
}

/// The result of a search.
pub(super) struct Found {
    /// Complete routes, the best first.
    pub(super) complete: Vec<Route>,
    /// The longest route without an anchor.
    pub(super) partial: Route,
}

/// A complete route that was checked.
pub(super) struct Choice {
    pub(super) route: Route,
    /// The members of the route, then sent certificates above it that can stay.
    pub(super) members: Vec<usize>,
    /// Whether Java accepts the certificates, whatever the host name.
    pub(super) accepted: bool,
    /// Whether Java rejects the leaf itself, so that no other route would help.
    pub(super) leaf_rejected: bool,
}

/// Sort key of the search: fewest added certificates, then shortest. The fingerprints make the
/// order independent of the input order.
type Key = Reverse<(usize, usize, Vec<Fingerprint>, Vec<usize>)>;

/// Searches routes. Links that have not been verified yet count only if `unchecked`.
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
            // The JDK's check for a loop; it compares alternative names of leaves only.
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

/// Returns the sort key of a complete route. In this order it prefers: a root to a listed
/// intermediate at the end, fewer added certificates, a root within its validity dates, a shorter
/// route, a root that was sent, and a later expiry.
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

/// Returns the best route that Java accepts, or else the one that fails the fewest requirements.
pub(super) fn choose(pool: &Pool<'_>, graph: &Graph) -> Option<Choice> {
    let mut best: Option<(usize, Choice)> = None;
    for route in search(pool, graph, false).complete.into_iter().take(MAX_CHECKED) {
        let members = with_root(pool, &route, &route.members);
        let report = report_on(pool, &members, None);
        let failed = report.rules.iter().filter(|r| r.outcome == Outcome::Fail).count();
        if best
            .as_ref()
            .is_some_and(|(least, _)| !report.handshake.accepted && failed >= *least)
        {
            continue;
        }
        let reason = report.handshake.reason.as_ref();
        // Another root may help.
        let distrusted = |finding: &Finding| matches!(finding.detail, Detail::AnchorDistrusted { .. });
        let choice = Choice {
            accepted: report.handshake.accepted,
            leaf_rejected: reason.is_some_and(|f| f.certificate == Some(CertIndex(0)) && !distrusted(f)),
            members: route.members.clone(),
            route,
        };
        let accepted = choice.accepted;
        best = Some((failed, choice));
        if accepted {
            break;
        }
    }
    let mut choice = best?.1;
    let longer = extended(pool, graph, &choice);
    let sent = with_root(pool, &choice.route, &longer);
    if longer.len() > choice.members.len() && report_on(pool, &sent, None).handshake.accepted == choice.accepted {
        choice.members = longer;
    }
    Some(choice)
}

/// Adds sent cross-signed versions of the root to a route: Java ignores them, and other clients may
/// trust only the root above them.
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

/// Returns the certificates to check. They include the root with `insecureSkipVerification`, and if
/// the list has only the root's fingerprint: Java then finds it only if it is sent.
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

/// Checks these certificates as if a server had sent them in this order.
pub(super) fn report_on(pool: &Pool<'_>, members: &[usize], hostname: Option<&str>) -> Report {
    let certificates = members.iter().filter_map(|at| pool.get(*at)).cloned().collect();
    let options = Options {
        hostname: hostname.map(str::to_owned),
        ..pool.plan.options.clone()
    };
    let plan = Plan::of_certificates(certificates, &options, pool.plan.trust, pool.plan.files.clone());
    let answers = pool.answers_for(&plan);
    judge(&plan, &answers)
}
