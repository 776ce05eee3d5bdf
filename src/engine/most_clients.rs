//! Looks for the chain that the most clients accept.
//!
//! The candidates are the chain as sent and the repaired chain of each client. Each of them is
//! checked for all clients.

use std::cmp::Reverse;

use bytes::Bytes;

use super::helper::{Helper, Kept, Synchronous, now};
use super::judge::judge;
use super::plan::Plan;
use super::repair::{repair_by, sent_certificate};
use super::side_by_side::{SideBySide, side_by_side};
use super::{Input, Options};
use crate::containers::Passwords;
use crate::report::{ClientChain, ClientTable, MostClients, Repair, RepairStatus, Report};
use crate::trust::{ClientId, Clients, PoolFile};
use crate::verify::Verifier;

/// The chain that the most clients accept. Of several, the one that API Gateway accepts, then the
/// shortest, then the first. `None` if no client accepts any of them.
#[must_use]
pub fn best_of(candidates: Vec<ClientChain>) -> Option<ClientChain> {
    let accepted = candidates.into_iter().filter(|c| c.table.accepted() > 0).enumerate();
    let best = accepted.max_by_key(|(at, candidate)| {
        let table = &candidate.table;
        let api_gateway = table.accepts(ClientId::API_GATEWAY);
        (
            table.accepted(),
            api_gateway,
            Reverse(candidate.chain.len()),
            Reverse(*at),
        )
    });
    best.map(|(_, candidate)| candidate)
}

/// Looks for the chain that the most of the `wanted` clients accept. `report` is that of the plan.
///
/// # Errors
/// The repair for the client of the plan, if no client accepts any candidate: it says why. The same
/// if the input has no leaf.
pub async fn most_clients(
    plan: &Plan<'_>,
    report: &Report,
    (wanted, clients): (&[ClientId], Option<&Clients>),
    helper: &impl Helper,
) -> Result<MostClients, Box<Repair>> {
    let search = Search {
        wanted,
        clients,
        kept: Kept::new(helper),
    };
    let found = if plan.chain.leaf_missing {
        None
    } else {
        search.best(plan, report).await
    };
    match found {
        Some(most) => Ok(most),
        None => Err(Box::new(repair_by(plan, report, &search.kept).await)),
    }
}

/// Does the same as [`most_clients`], for programs that verify and load synchronously.
///
/// # Errors
/// The same.
pub fn most_clients_with(
    plan: &Plan<'_>,
    report: &Report,
    clients: (&[ClientId], Option<&Clients>),
    verifier: &impl Verifier,
    load: impl Fn(PoolFile) -> Option<Bytes>,
) -> Result<MostClients, Box<Repair>> {
    now(most_clients(plan, report, clients, &Synchronous { verifier, load }))
}

/// A search for the clients `wanted`.
struct Search<'s, H> {
    wanted: &'s [ClientId],
    clients: Option<&'s Clients>,
    kept: Kept<'s, H>,
}

impl<H: Helper> Search<'_, H> {
    async fn best(&self, plan: &Plan<'_>, report: &Report) -> Option<MostClients> {
        let all = self.side_by_side(plan).await;
        let in_order = plan.chain.sent();
        let sent = in_order.iter().filter_map(|at| {
            Some(sent_certificate(
                plan.chain.index(*at),
                plan.chain.certificates.get(*at)?,
            ))
        });
        let mut candidates = vec![ClientChain {
            chain: sent.collect(),
            repair: None,
            report: report.clone(),
            table: self.table(&all, plan).await,
        }];
        let as_sent = candidates.iter().map(|c| c.table.accepted()).sum();
        for of_client in all.plans(plan) {
            let report = self.judge(&of_client).await;
            let repair = repair_by(&of_client, &report, &self.kept).await;
            let whole = matches!(
                repair.status,
                RepairStatus::Complete {} | RepairStatus::AlreadyComplete {}
            );
            let root = repair.root.iter().filter(|_| repair.root_recommended);
            let chain: Vec<_> = repair.chain.iter().chain(root).cloned().collect();
            if !whole || candidates.iter().any(|known| known.has_chain(&chain)) {
                continue;
            }
            let Some(mut repaired) = plan_of(&repair, plan) else {
                continue;
            };
            self.complete(&mut repaired).await;
            candidates.push(ClientChain {
                chain,
                report: self.judge(&repaired).await,
                table: self.table(&self.side_by_side(&repaired).await, &repaired).await,
                repair: Some(repair),
            });
        }
        let best = best_of(candidates)?;
        Some(MostClients { best, as_sent })
    }

    async fn judge(&self, plan: &Plan<'_>) -> Report {
        judge(plan, &self.kept.answers(plan.checks()).await)
    }

    async fn table(&self, all: &SideBySide, plan: &Plan<'_>) -> ClientTable {
        all.table(plan, &self.kept.answers(&all.checks(plan)).await)
    }

    /// The plans of all clients, with the pool files that they need.
    async fn side_by_side(&self, plan: &Plan<'_>) -> SideBySide {
        let mut all = side_by_side(plan, self.wanted, self.clients);
        loop {
            let loaded = self.kept.files(all.missing_files(plan)).await;
            let mut grew = false;
            for (file, bytes) in &loaded {
                // A file that cannot be read has no anchors for the check either.
                grew |= bytes.as_ref().is_some_and(|bytes| all.add_file(*file, bytes).is_ok());
            }
            if !grew {
                return all;
            }
        }
    }

    /// Adds the pool files that a plan needs.
    async fn complete(&self, plan: &mut Plan<'_>) {
        loop {
            let loaded = self.kept.files(plan.missing_files().to_vec()).await;
            let mut grew = false;
            for (file, bytes) in &loaded {
                grew |= bytes.as_ref().is_some_and(|bytes| plan.add_file(*file, bytes).is_ok());
            }
            if !grew {
                return;
            }
        }
    }
}

/// Plans the check of a repaired chain, as a server sends it.
fn plan_of<'t>(repair: &Repair, plan: &Plan<'t>) -> Option<Plan<'t>> {
    let options = Options {
        hostname_from_input: false,
        first_is_leaf: true,
        ..plan.options.clone()
    };
    let input = Input::paste(repair.recommended().into(), &Passwords::none()).ok()?;
    Some(input.into_plan_with(&options, plan.trust, plan.files.clone()))
}
