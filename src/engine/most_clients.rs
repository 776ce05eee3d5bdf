//! Looks for the chain that the most clients accept.
//!
//! The candidates are the chain as sent and the repaired chain of each client. Each of them is
//! checked for all clients.

use std::cmp::Reverse;

use bytes::Bytes;

use super::judge::judge;
use super::plan::Plan;
use super::repair::{repair_with, sent_certificate};
use super::side_by_side::{SideBySide, side_by_side};
use super::{Input, Options};
use crate::containers::Passwords;
use crate::report::{ClientTable, Repair, RepairStatus, RepairedCertificate, Report};
use crate::trust::{ClientId, Clients, PoolFile};
use crate::verify::Verifier;

/// A chain, and the answers of the clients about it.
#[derive(Clone, Debug)]
pub struct ClientChain {
    /// What the server sends, leaf first.
    pub chain: Vec<RepairedCertificate>,
    /// The repair that made the chain; `None` for the chain as sent.
    pub repair: Option<Repair>,
    /// The report about the chain for the client of the plan.
    pub report: Report,
    /// The answers of the clients.
    pub table: ClientTable,
}

/// The chain that the most clients accept.
#[derive(Clone, Debug)]
pub struct MostClients {
    /// The chain; [`ClientTable::remaining`] has the clients that do not accept it.
    pub best: ClientChain,
    /// How many clients accept the chain as sent.
    pub as_sent: usize,
}

impl ClientChain {
    /// The chain as PEM.
    #[must_use]
    pub fn pem(&self) -> String {
        self.chain.iter().map(|c| c.pem.as_str()).collect()
    }

    fn has_chain(&self, other: &[RepairedCertificate]) -> bool {
        let own = self.chain.iter().map(|c| &c.sha256);
        own.eq(other.iter().map(|c| &c.sha256))
    }
}

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

/// Looks for the chain that the most of the `wanted` clients accept, for programs that verify and
/// load synchronously. `report` is that of the plan. `None` if no client accepts any candidate, or
/// the input has no leaf.
#[must_use]
pub fn most_clients_with(
    plan: &Plan<'_>,
    report: &Report,
    (wanted, clients): (&[ClientId], Option<&Clients>),
    verifier: &impl Verifier,
    load: impl Fn(PoolFile) -> Option<Bytes>,
) -> Option<MostClients> {
    if plan.chain.leaf_missing {
        return None;
    }
    let prepared = |plan: &Plan<'_>| {
        let mut all = side_by_side(plan, wanted, clients);
        for file in all.missing_files(plan) {
            if let Some(bytes) = load(file) {
                // A file that cannot be read has no anchors for the check either.
                let _ = all.add_file(file, &bytes);
            }
        }
        all
    };
    let table = |all: &SideBySide, plan: &Plan<'_>| all.table(plan, &verifier.verify_all(&all.checks(plan)));
    let all = prepared(plan);
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
        table: table(&all, plan),
    }];
    let as_sent = candidates.iter().map(|c| c.table.accepted()).sum();
    for of_client in all.plans(plan) {
        let report = judge(&of_client, &verifier.verify_all(of_client.checks()));
        let repair = repair_with(&of_client, &report, verifier, &load);
        let whole = matches!(
            repair.status,
            RepairStatus::Complete {} | RepairStatus::AlreadyComplete {}
        );
        let root = repair.root.iter().filter(|_| repair.root_recommended);
        let chain: Vec<_> = repair.chain.iter().chain(root).cloned().collect();
        if !whole || candidates.iter().any(|known| known.has_chain(&chain)) {
            continue;
        }
        let Some(repaired) = plan_of(&repair, plan) else {
            continue;
        };
        candidates.push(ClientChain {
            chain,
            report: judge(&repaired, &verifier.verify_all(repaired.checks())),
            table: table(&prepared(&repaired), &repaired),
            repair: Some(repair),
        });
    }
    let best = best_of(candidates)?;
    Some(MostClients { best, as_sent })
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
