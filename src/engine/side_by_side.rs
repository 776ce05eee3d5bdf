//! Checks one chain for several clients.
//!
//! The certificates are decoded once. Each client has its own anchors, so its plan has its own
//! checks; a check that several plans have is made once.

use std::collections::HashMap;

use bytes::Bytes;

use super::judge::judge;
use super::plan::Plan;
use crate::report::{ClientAnswer, ClientTable, Report};
use crate::trust::{ClientId, Clients, DataError, PoolFile, PoolFiles, TrustStore};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// The plans of one chain for several clients.
#[derive(Clone, Debug)]
pub struct SideBySide {
    parts: Vec<(ClientId, Part)>,
}

/// The plan of a client and its own store.
#[derive(Clone, Debug)]
struct Part {
    store: TrustStore,
    /// The certificates are those of the first plan; each plan is made again when files arrive.
    files: PoolFiles,
}

/// Prepares the check of a plan's chain for other clients. A client without a list in `clients` is
/// left out, and so is one that trusts a truststore, except the client of the plan itself.
#[must_use]
pub fn side_by_side(plan: &Plan<'_>, wanted: &[ClientId], clients: Option<&Clients>) -> SideBySide {
    let store = |client: ClientId| {
        if client == plan.options.client {
            Some(plan.trust.clone())
        } else if client == ClientId::API_GATEWAY {
            Some(plan.trust.aws_with_these_heads())
        } else {
            TrustStore::of(client, clients)
        }
    };
    let part = |client: &ClientId| {
        let files = plan.files.clone();
        Some((
            *client,
            Part {
                store: store(*client)?,
                files,
            },
        ))
    };
    SideBySide {
        parts: wanted.iter().filter_map(part).collect(),
    }
}

impl SideBySide {
    /// The clients, in the given order.
    pub fn clients(&self) -> impl Iterator<Item = ClientId> {
        self.parts.iter().map(|(client, _)| *client)
    }

    /// The plan of each client.
    pub(super) fn plans<'s>(&'s self, of: &'s Plan<'_>) -> impl Iterator<Item = Plan<'s>> {
        self.parts.iter().map(|(client, part)| {
            let options = super::Options {
                client: *client,
                ..of.options.clone()
            };
            of.for_client(&options, &part.store, part.files.clone())
        })
    }

    /// The data files that the plans need, each once.
    #[must_use]
    pub fn missing_files(&self, of: &Plan<'_>) -> Vec<PoolFile> {
        let mut missing: Vec<PoolFile> = Vec::new();
        for plan in self.plans(of) {
            for file in plan.missing_files() {
                if !missing.contains(file) {
                    missing.push(*file);
                }
            }
        }
        missing
    }

    /// Adds a data file to all plans.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not this file of this release.
    pub fn add_file(&mut self, file: PoolFile, bytes: &Bytes) -> Result<(), DataError> {
        for (_, part) in &mut self.parts {
            part.files.add(file, bytes)?;
        }
        Ok(())
    }

    /// The signature checks of all plans, each once. Those of `of` itself come first, so its
    /// answers can be used again.
    #[must_use]
    pub fn checks(&self, of: &Plan<'_>) -> Vec<SignatureCheck> {
        let mut checks: Vec<SignatureCheck> = of.checks().to_vec();
        let mut seen: std::collections::HashSet<SignatureCheck> = checks.iter().cloned().collect();
        for plan in self.plans(of) {
            for check in plan.checks() {
                if seen.insert(check.clone()) {
                    checks.push(check.clone());
                }
            }
        }
        checks
    }

    /// The report for each client, given the results of [`SideBySide::checks`].
    #[must_use]
    pub fn reports(&self, of: &Plan<'_>, answers: &[SignatureAnswer]) -> Vec<Report> {
        let checks = self.checks(of);
        let known: HashMap<&SignatureCheck, SignatureAnswer> = checks.iter().zip(answers.iter().copied()).collect();
        let answer = |check: &SignatureCheck| known.get(check).copied().unwrap_or(SignatureAnswer::Unsupported);
        let report = |plan: Plan<'_>| {
            let answers: Vec<SignatureAnswer> = plan.checks().iter().map(answer).collect();
            judge(&plan, &answers)
        };
        self.plans(of).map(report).collect()
    }

    /// The table of clients, given the results of [`SideBySide::checks`].
    #[must_use]
    pub fn table(&self, of: &Plan<'_>, answers: &[SignatureAnswer]) -> ClientTable {
        let reports = self.reports(of, answers);
        ClientTable {
            rows: reports.iter().map(ClientAnswer::of).collect(),
        }
    }
}
