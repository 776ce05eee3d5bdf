//! The report: the contract between the engine, the page, the worker and other programs.
//!
//! It contains values and codes, no text. `schema_version` changes if a program written for the
//! previous version could misread the new one.

mod certificate;
mod clients;
mod connection;
mod evidence;
mod findings;
mod product;
pub(crate) mod product_tables;
mod repair;
mod verdict;

pub use crate::cert::Defect;
pub use certificate::{
    CertificateReport, ExtensionReport, IssuedBy, KeyReport, SanReport, SignatureStatus, ValidityStatus,
};
pub use clients::{ClientAnswer, ClientChain, ClientTable, IgnoredEntry, IgnoredWhy, MostClients};
pub use connection::{Attempt, Connection, ConnectionNote, Download, DownloadTrouble, How, JavaOffer};
pub use evidence::{Instead, LogConflict, Observation, RecognizedKind};
pub use findings::{
    Detail, Finding, FindingCode, FindingKind, InsteadOfRoot, IssuerRef, KeyTrouble, NameKind, Severity,
};
pub use product::{DefaultProduct, NameOwner};
pub use repair::{Change, MissingIssuer, Obstacle, Origin, Removal, Repair, RepairStatus, RepairedCertificate};
pub use verdict::{Outcome, Verdict};

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::cert::UnixTime;
use crate::ingest::{Dropped, Hints, InputNote};
use crate::trust::{ClientId, ListVersion};

/// The version of the report's format.
pub const SCHEMA_VERSION: u32 = 1;

/// A certificate's position in the input, from 0; duplicates count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(transparent)]
pub struct CertIndex(pub u32);

impl CertIndex {
    /// The index for `Vec` access.
    #[must_use]
    pub fn get(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// An index from a position. Positions beyond 2³² are clamped; the input limits are far lower.
    #[must_use]
    pub fn from_position(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }
}

/// AWS's four requirements, in the order of its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleId {
    /// 1: a certificate authority that API Gateway supports.
    SupportedCa,
    /// 2: a certificate that is valid at the checked time.
    Validity,
    /// 3: a complete chain whose issuers and subjects link up to a self-signed root.
    Chain,
    /// 4: a key of at most 2048 bits.
    KeySize,
}

impl RuleId {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::SupportedCa, Self::Validity, Self::Chain, Self::KeySize];
}

/// The result of one rule.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleReport {
    /// Which rule.
    pub rule: RuleId,
    /// Its outcome.
    pub outcome: Outcome,
    /// Its findings, the deciding one first.
    pub findings: Vec<Finding>,
}

/// The program and the list that produced a report.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tool {
    /// The version of this package.
    pub version: String,
    /// The version of AWS's list.
    #[serde(rename = "trustListEdition")]
    pub trust_list_version: ListVersion,
}

/// The client for which the certificates were checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClientReport {
    /// Its id.
    pub id: ClientId,
    /// What it trusts: the version of AWS's list, the list of the client, or a truststore.
    pub trusts: ListVersion,
}

impl Report {
    /// Whether the certificates were checked for API Gateway, to which AWS's requirements apply.
    #[must_use]
    pub fn is_for_api_gateway(&self) -> bool {
        self.client.id == ClientId::API_GATEWAY
    }
}

/// What the certificates were checked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckedFor {
    /// The host name that the client requests, if it is known.
    pub hostname: Option<String>,
    /// `tlsConfig.insecureSkipVerification`.
    pub insecure_skip_verification: bool,
    /// Whether the certificate is a client certificate for the backend, and not a server's.
    pub client_certificate: bool,
}

/// What Java's TLS client would answer.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Handshake {
    /// Whether the handshake continues.
    pub accepted: bool,
    /// The message of [`Report::java`] if it rejects the chain; `None` also if its exception has
    /// none.
    pub message: Option<String>,
    /// What the JDK 8 generation logs in that case.
    pub legacy_message: Option<String>,
    /// The finding that decides; `None` if the chain is accepted, or rejected only because of the
    /// host name.
    pub reason: Option<Finding>,
}

/// Where a certificate presents its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameSource {
    /// A SAN of type DNS.
    SanDns,
    /// A SAN of type IP address.
    SanIp,
    /// The subject's common name, which counts only if there is no SAN of type DNS.
    CommonName,
}

/// The comparison of the requested host name with the leaf.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HostnameReport {
    /// The requested name.
    pub asked: String,
    /// Whether the leaf is valid for it.
    pub accepted: bool,
    /// The presented name that matched.
    pub matched: Option<String>,
    /// All names that were compared.
    pub presented: Vec<String>,
    /// Where they are; `None` if the leaf has no name of the requested kind.
    pub source: Option<NameSource>,
    /// JDK 17's message if no name matches.
    pub message: Option<String>,
}

/// One step of the path, leaf first.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(untagged)]
pub enum PathStep {
    /// A certificate of the input.
    Certificate(CertIndex),
    /// A listed root that was not sent.
    Anchor {
        /// Its entry.
        anchor: AnchorReport,
    },
}

/// A listed root.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnchorReport {
    /// Every alias under which the list has this name and key.
    pub aliases: Vec<String>,
    /// Its subject, in the form of RFC 4514.
    pub subject: String,
    /// What a person would call it.
    pub label: String,
    /// Its SHA-256, hexadecimal with colons.
    pub sha256: String,
    /// First second of its validity.
    pub not_before: UnixTime,
    /// Last second of its validity.
    pub not_after: UnixTime,
}

/// What the input contained.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InputReport {
    /// Names of the files, indexed by [`crate::ingest::Location::file`]: those given, then those
    /// from archives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Repairs and remarks.
    pub notes: Vec<InputNote>,
    /// Everything that is not a certificate or could not be read.
    pub dropped: Vec<Dropped>,
    /// Host, log messages and other hints found next to the certificates.
    pub hints: Hints,
}

/// An action that fixes a finding.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "fix", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Fix {
    /// Send the missing issuer.
    SendIssuer {
        /// Its name, in the form of RFC 4514.
        issuer: String,
        /// What a person would call it.
        label: String,
        /// Addresses from the AIA extension.
        locations: Vec<String>,
        /// The CA certificates that were sent instead and do not belong to the chain.
        instead_of: Vec<CertIndex>,
    },
    /// Send the certificates in this order, without the rest.
    Reorder {
        /// Leaf to topmost.
        order: Vec<CertIndex>,
    },
    /// Have the certificate issued by a CA on the list.
    UseSupportedCa {},
    /// Renew this certificate.
    Renew {
        /// Which one.
        certificate: CertIndex,
    },
    /// Replace this CA certificate by a new one from the CA.
    ReplaceIntermediate {
        /// Which one.
        certificate: CertIndex,
    },
    /// Reissue the leaf with a key of at most 2048 bits (RSA) or on P-256.
    SmallerKey {},
    /// Also send the root, as `insecureSkipVerification` requires.
    SendRoot {
        /// What a person would call it.
        label: String,
    },
    /// Reissue the leaf for this host name, or request a name that it has.
    MatchHostname {
        /// The requested name.
        hostname: String,
    },
    /// Reissue this certificate: nothing else can change its content.
    Reissue {
        /// Which one.
        certificate: CertIndex,
    },
    /// Configure the certificate meant for this host: the server sent a product's own one.
    ConfigureCertificate {
        /// The product.
        product: DefaultProduct,
        /// The product's name, if the kind has several.
        vendor: Option<String>,
        /// Where the product's certificate is configured: a menu, an option or a file.
        setting: Option<String>,
    },
    /// Get the chain from a network without the proxy that inspects TLS.
    BypassProxy {
        /// The product's name.
        vendor: Option<String>,
    },
    /// Call the host through Cloudflare, or install a certificate from a public CA.
    UseCloudflare {},
    /// Request the certificate again from the CA's production environment.
    RequestProduction {},
    /// Use a certificate from a public CA instead of the private CA.
    ReplacePrivateCa {
        /// Whether it is a private CA of ACM.
        acm: bool,
    },
    /// Replace the self-signed root by the version that a listed root has signed.
    ReplaceRoot {
        /// Which one.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
    },
    /// Leave this certificate out.
    Remove {
        /// Which one.
        certificate: CertIndex,
    },
    /// Put a name of the user's own domain into the integration's URI: no certificate of the user
    /// can contain this one.
    UseOwnName {
        /// The requested name.
        hostname: String,
        /// Who owns it.
        owner: NameOwner,
    },
    /// Import the CA into the client's truststore, or use a CA that the client trusts. Not for API
    /// Gateway.
    ImportCa {
        /// What a person would call the CA.
        label: String,
    },
    /// Turn off `insecureSkipVerification`: the chain ends at a listed root.
    TurnOffSkipVerification {},
}

/// Everything known about one server's chain.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The program and the list.
    pub tool: Tool,
    /// The client that checks the certificates.
    pub client: ClientReport,
    /// The release of Java that the report predicts, such as `17.0.21.1`.
    pub java: String,
    /// The time to which all answers apply.
    pub at: UnixTime,
    /// What the certificates were checked for.
    pub asked: CheckedFor,
    /// The overall result.
    pub verdict: Verdict,
    /// The four rules, in order.
    pub rules: Vec<RuleReport>,
    /// What Java's TLS client would answer.
    pub handshake: Handshake,
    /// The host name's comparison, if one was given.
    pub hostname: Option<HostnameReport>,
    /// Leaf to anchor, as far as it is known.
    pub path: Vec<PathStep>,
    /// The certificates in the input's order.
    pub certificates: Vec<CertificateReport>,
    /// What the input contained.
    pub input: InputReport,
    /// How the log in the input contradicts this report, if it does.
    pub log_conflict: Option<LogConflict>,
    /// What to do, the most urgent first.
    pub fixes: Vec<Fix>,
}

impl Report {
    /// The outcomes of the four rules, in the order of [`RuleId::ALL`].
    #[must_use]
    pub fn outcomes(&self) -> [Outcome; 4] {
        RuleId::ALL.map(|rule| self.rule(rule).map_or(Outcome::Unknown, |r| r.outcome))
    }

    /// The result of one rule.
    #[must_use]
    pub fn rule(&self, rule: RuleId) -> Option<&RuleReport> {
        self.rules.iter().find(|r| r.rule == rule)
    }
}

impl Detail {
    /// Whether this is a remark that carries the cause of a failure.
    #[must_use]
    pub fn carries_cause(&self) -> bool {
        matches!(self, Self::DefaultCertificate { .. } | Self::CaMoved { .. })
    }
}

impl RuleReport {
    /// The findings to show where there is no room for all: errors and warnings, remarks that carry
    /// a cause, or else the first finding. If the outcome is unknown, the first finding is the
    /// reason.
    #[must_use]
    pub fn notable(&self) -> Vec<&Finding> {
        // A certificate that is not part of the chain matters only if another one is missing.
        let failed = self.outcome == Outcome::Fail;
        let is_cause = |f: &Finding| f.detail.carries_cause() || (failed && matches!(f.detail, Detail::Stray { .. }));
        let is_heavy = |f: &Finding| f.detail.severity() != Severity::Info;
        let mut notable: Vec<&Finding> = self.findings.iter().filter(|f| is_heavy(f) || is_cause(f)).collect();
        let decided = notable.iter().any(|f| is_heavy(f));
        if !decided || self.outcome == Outcome::Unknown {
            let first = self.findings.first().filter(|f| !is_heavy(f) && !is_cause(f));
            notable.splice(0..0, first);
        }
        notable
    }
}
