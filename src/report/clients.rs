//! The answers of several clients about one chain.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{Finding, Repair, RepairedCertificate, Report, Severity, Verdict};
use crate::trust::ClientId;

/// A certificate of a truststore that Java does not trust.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct IgnoredEntry {
    /// Its subject, and its alias if it has one. Hostile text.
    pub name: String,
    /// Why.
    pub why: IgnoredWhy,
}

/// Why Java does not trust a certificate of a truststore.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum IgnoredWhy {
    /// It is in a PKCS#12 file without Oracle's attribute for trusted certificates.
    NotMarked,
    /// It is in the chain of a private key, and not the first one.
    ChainOfKey,
    /// A later entry has the same alias.
    SameAlias,
}

/// The answers of several clients.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientTable {
    /// One row for each client, in the given order.
    pub rows: Vec<ClientAnswer>,
}

impl ClientTable {
    /// How many clients accept the chain, and API Gateway only if it is within AWS's limits.
    #[must_use]
    pub fn accepted(&self) -> usize {
        self.rows.iter().filter(|row| row.verdict == Verdict::Pass).count()
    }

    /// Whether this client accepts the chain.
    #[must_use]
    pub fn accepts(&self, client: ClientId) -> bool {
        let mut rows = self.rows.iter();
        rows.any(|row| row.client == client && row.verdict == Verdict::Pass)
    }

    /// The clients that do not accept the chain, with their reasons.
    #[must_use]
    pub fn remaining(&self) -> Self {
        let rows = self.rows.iter().filter(|row| row.verdict != Verdict::Pass);
        Self {
            rows: rows.cloned().collect(),
        }
    }
}

/// A chain, and the answers of the clients about it.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
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

impl ClientChain {
    /// The chain as PEM.
    #[must_use]
    pub fn pem(&self) -> String {
        self.chain.iter().map(|c| c.pem.as_str()).collect()
    }

    /// Whether these are the certificates of the chain.
    #[must_use]
    pub fn has_chain(&self, other: &[RepairedCertificate]) -> bool {
        let own = self.chain.iter().map(|c| &c.sha256);
        own.eq(other.iter().map(|c| &c.sha256))
    }
}

/// The chain that the most clients accept.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MostClients {
    /// The chain; [`ClientTable::remaining`] has the clients that do not accept it.
    pub best: ClientChain,
    /// How many clients accept the chain as sent.
    pub as_sent: usize,
}

/// The answer of one client.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientAnswer {
    /// The client.
    pub client: ClientId,
    /// Whether its TLS client accepts the chain and the host name.
    pub accepted: bool,
    /// The overall result, which also depends on AWS's requirements if the client is API Gateway.
    pub verdict: Verdict,
    /// The finding that decides; `None` if nothing is wrong, or only the host name.
    pub reason: Option<Finding>,
    /// Whether the host name is the only problem.
    pub wrong_host: bool,
    /// Java's message if it rejects the chain; `None` also if its exception has none.
    pub message: Option<String>,
}

impl ClientAnswer {
    /// The answer in a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let errors = report.rules.iter().flat_map(|rule| &rule.findings);
        let error = errors.clone().find(|f| f.detail.severity() == Severity::Error);
        let open = errors.clone().find(|f| f.detail.kind().undecided);
        let reason = report.handshake.reason.as_ref().or(error).or(open);
        let accepted = report.handshake.accepted;
        Self {
            client: report.client.id,
            accepted,
            verdict: report.verdict,
            reason: reason.cloned(),
            wrong_host: !accepted && report.handshake.reason.is_none(),
            message: report.handshake.message.clone(),
        }
    }
}
