//! The report: the contract between the core, the page, the worker and programs.
//!
//! It holds values and codes, no prose. `schema_version` changes when a reader of the former version could be misled.

mod certificate;
mod findings;
mod repair;
mod verdict;

pub use crate::cert::Defect;
pub use certificate::{
    CertificateReport, ExtensionReport, IssuedBy, KeyReport, SanReport, SignatureStatus, ValidityStatus,
};
pub use findings::{DefaultProduct, Detail, Finding, FindingCode, FindingKind, IssuerRef, NameKind, Severity};
pub use repair::{Change, MissingIssuer, Obstacle, Origin, Removal, Repair, RepairStatus, RepairedCertificate};
pub use verdict::{Outcome, Verdict};

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::cert::UnixTime;
use crate::ingest::{Dropped, Hints, InputNote};
use crate::trust::Edition;

/// The version of the report's form.
pub const SCHEMA_VERSION: u32 = 1;

/// A certificate's place in the input, from 0, duplicates counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(transparent)]
pub struct CertIndex(pub u32);

impl CertIndex {
    /// The index for `Vec` access.
    #[must_use]
    pub fn get(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }

    /// An index from a position; positions beyond 2³² are clamped, the input limits lie far below.
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
    /// 2: a certificate in date.
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

/// One rule's judgement.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleReport {
    /// Which rule.
    pub rule: RuleId,
    /// How it came out.
    pub outcome: Outcome,
    /// What it saw, the decisive finding first.
    pub findings: Vec<Finding>,
}

/// Which program judged, with which list.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tool {
    /// The version of this package.
    pub version: String,
    /// The edition of AWS's list.
    pub trust_list_edition: Edition,
}

/// What was asked, beside the certificates.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The host name that the client asks for, where it is known.
    pub hostname: Option<String>,
    /// `tlsConfig.insecureSkipVerification`.
    pub insecure_skip_verification: bool,
}

/// What Java's TLS client would do.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Handshake {
    /// True where the handshake goes on.
    pub accepted: bool,
    /// JDK 17's message where it is refused.
    pub message: Option<String>,
    /// What stands in the log of the JDK 8 generation for the same refusal.
    pub legacy_message: Option<String>,
    /// The finding that decides; `None` where accepted, or refused for the host name only.
    pub reason: Option<Finding>,
}

/// Where the name that a certificate presents was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameSource {
    /// A SAN of type DNS.
    SanDns,
    /// A SAN of type IP address.
    SanIp,
    /// The subject's common name, which counts only where there is no SAN of type DNS.
    CommonName,
}

/// How the host name that was asked for compares with the leaf.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HostnameReport {
    /// The name as asked.
    pub asked: String,
    /// True where the leaf is good for it.
    pub accepted: bool,
    /// The presented name that matched.
    pub matched: Option<String>,
    /// All names that were compared.
    pub presented: Vec<String>,
    /// Where they stand; none where the leaf has no name of the kind asked for.
    pub source: Option<NameSource>,
    /// JDK 17's message where it does not match.
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
    /// Its subject, as RFC 4514 writes it.
    pub subject: String,
    /// What a person would call it.
    pub label: String,
    /// Its SHA-256, colons between.
    pub sha256: String,
    /// First moment of its validity.
    pub not_before: UnixTime,
    /// Last second of its validity.
    pub not_after: UnixTime,
}

/// What became of the input.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InputReport {
    /// Names of the files, indexed by [`crate::ingest::At::file`]: those given, then those read out of archives.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// Repairs and remarks.
    pub notes: Vec<InputNote>,
    /// Everything that is no certificate or could not be read.
    pub dropped: Vec<Dropped>,
    /// Host, messages and other things seen beside the certificates.
    pub hints: Hints,
}

/// What to do, the most urgent first.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "fix", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Fix {
    /// Send the missing issuer.
    SendIssuer {
        /// Its name as RFC 4514 writes it.
        issuer: String,
        /// What a person would call it.
        label: String,
        /// Addresses from the AIA extension.
        locations: Vec<String>,
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
    /// Replace this CA certificate, which the CA offers anew.
    ReplaceIntermediate {
        /// Which one.
        certificate: CertIndex,
    },
    /// Issue the leaf anew with a key of at most 2048 bits (RSA) or on P-256.
    SmallerKey {},
    /// Send the root too, as `insecureSkipVerification` wants.
    SendRoot {
        /// What a person would call it.
        label: String,
    },
    /// Issue the leaf anew for this host name, or ask for a name it has.
    MatchHostname {
        /// The name asked for.
        hostname: String,
    },
    /// Issue this certificate anew: its content cannot be mended otherwise.
    Reissue {
        /// Which one.
        certificate: CertIndex,
    },
    /// Configure the certificate meant for this host: a default one was served.
    ConfigureCertificate {},
}

/// The whole judgement of one server's chain.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// Which program judged.
    pub tool: Tool,
    /// The moment for which it was judged.
    pub at: UnixTime,
    /// What was asked, beside the certificates.
    pub asked: Asked,
    /// Pass only when no rule fails and the handshake, with the host name where one is given, is accepted.
    pub verdict: Verdict,
    /// The four rules, in order.
    pub rules: Vec<RuleReport>,
    /// What Java's TLS client would do.
    pub handshake: Handshake,
    /// The host name's comparison, where one was given.
    pub hostname: Option<HostnameReport>,
    /// Leaf to anchor, as far as it is known.
    pub path: Vec<PathStep>,
    /// The certificates in the input's order.
    pub certificates: Vec<CertificateReport>,
    /// What became of the input.
    pub input: InputReport,
    /// What to do.
    pub fixes: Vec<Fix>,
}

impl Report {
    /// The judgement of one rule.
    #[must_use]
    pub fn rule(&self, rule: RuleId) -> Option<&RuleReport> {
        self.rules.iter().find(|r| r.rule == rule)
    }
}
