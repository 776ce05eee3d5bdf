//! Findings: what a rule saw, as a stable code with its evidence. No prose here: the catalogue has the words.
//!
//! A code, once released, is never renamed: shared links and scripts hold it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Deserialize, Serialize};

use super::{CertIndex, RuleId};
use crate::cert::{Defect, UnixTime};
use crate::trust::Edition;

/// How much a finding weighs. `Error` fails its rule, `Warning` marks it, `Info` tells the evidence.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Evidence, or a remark that changes nothing.
    Info,
    /// Works with API Gateway today, but soon will not, or other clients refuse it.
    Warning,
    /// The rule is not met.
    Error,
}

/// One thing seen, about one certificate or about the whole.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The certificate concerned, by its place in the input; none where it concerns the whole.
    pub certificate: Option<CertIndex>,
    /// The code and its evidence.
    #[serde(flatten)]
    pub detail: Detail,
}

impl Finding {
    /// A finding about one certificate.
    #[must_use]
    pub fn on(certificate: CertIndex, detail: Detail) -> Self {
        Self {
            certificate: Some(certificate),
            detail,
        }
    }

    /// A finding about the whole.
    #[must_use]
    pub fn overall(detail: Detail) -> Self {
        Self {
            certificate: None,
            detail,
        }
    }
}

/// The certificate above a link: one of the input, or a listed root that was not sent.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssuerRef {
    /// A certificate of the input.
    Certificate(CertIndex),
    /// A root of the list, by its first alias.
    Anchor(String),
}

/// Which kind of name a name constraint speaks of (RFC 5280 §4.2.1.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    /// A DNS name.
    Dns,
    /// An IP address.
    Ip,
    /// A directory name.
    Directory,
    /// An e-mail address.
    Email,
    /// A URI.
    Uri,
    /// Any other kind of general name.
    Other,
}

/// A product that serves a certificate of its own when nothing else was configured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DefaultProduct {
    /// "Kubernetes Ingress Controller Fake Certificate" of ingress-nginx.
    IngressNginx,
    /// "TRAEFIK DEFAULT CERT".
    Traefik,
    /// Plesk's default certificate.
    Plesk,
    /// cPanel's or WHM's own certificate.
    Cpanel,
    /// A certificate for `localhost`.
    Localhost,
    /// A certificate of an ACM private CA.
    AcmPrivateCa,
    /// Debian's "snakeoil" certificate or openssl's sample organisation.
    Snakeoil,
    /// A proxy that inspects TLS (Zscaler, Netskope, Fortinet, …).
    InspectionProxy,
    /// Cloudflare's origin certificate, which only Cloudflare trusts.
    CloudflareOrigin,
    /// Let's Encrypt's staging environment.
    LetsEncryptStaging,
}

/// A finding's code with its evidence.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(
    missing_docs,
    reason = "the variant says what each field is; a comment a field would only repeat its name"
)]
pub enum Detail {
    // ---- supported-ca
    /// The path ends at a listed root, its name, key and signature checked.
    AnchorListed {
        aliases: Vec<String>,
        subject: String,
        label: String,
        sha256: String,
        sent: bool,
    },
    /// A certificate has name and key of a listed root but is another edition of it; Java takes it for the root.
    AnchorReissued {
        aliases: Vec<String>,
        listed_sha256: String,
    },
    /// The list has this certificate's fingerprint, and no more is known of it.
    ListedByFingerprint { aliases: Vec<String> },
    /// The top of the chain is a root that the list does not have.
    RootNotListed {
        subject: String,
        label: String,
        sha256: String,
        edition: Edition,
    },
    /// The leaf is its own issuer and not listed.
    SelfSignedLeaf { sha256: String, edition: Edition },
    /// The topmost certificate's issuer is neither listed nor known to lead to a listed root.
    IssuerNotListed {
        issuer: String,
        label: String,
        edition: Edition,
    },
    /// Only the leaf is here and nothing is known of its issuer.
    IssuerUnknown { issuer: String, label: String },
    /// The missing issuer is a public intermediate that leads to a listed root.
    SupportedOnceSent {
        issuer: String,
        label: String,
        aliases: Vec<String>,
    },
    /// The list has a root of this name, but its key did not make this signature: re-keyed or forged.
    AnchorKeyMismatch {
        aliases: Vec<String>,
        subject: String,
        label: String,
    },
    /// The certificate is one that a product serves when nothing else was configured.
    DefaultCertificate { product: DefaultProduct, label: String },
    /// `insecureSkipVerification` waives the list.
    ListWaived {},
    /// `insecureSkipVerification` still wants a root in the chain, and none was sent.
    RootNotSent { issuer: String, label: String },
    /// `insecureSkipVerification` wants basicConstraints CA:TRUE on the root.
    RootNotCa {},
    /// `insecureSkipVerification` wants keyCertSign in the root's keyUsage.
    RootWithoutKeyCertSign { key_usage: Option<Vec<String>> },
    /// The root that `insecureSkipVerification` wants is there, with its constraints.
    PrivateRootSent {
        subject: String,
        label: String,
        sha256: String,
    },

    // ---- validity
    /// In date.
    InDate {
        not_before: UnixTime,
        not_after: UnixTime,
        days_left: i64,
    },
    /// notAfter has passed.
    Expired {
        not_after: UnixTime,
        at: UnixTime,
        days_ago: i64,
    },
    /// notBefore has not come.
    NotYetValid {
        not_before: UnixTime,
        at: UnixTime,
        days_ahead: i64,
    },
    /// Expires within 30 days.
    ExpiresSoon { not_after: UnixTime, days_left: i64 },
    /// The listed root itself is out of date, at which Java does not look.
    AnchorOutOfDate {
        label: String,
        not_before: UnixTime,
        not_after: UnixTime,
    },

    // ---- chain
    /// Every link holds, from the leaf to a root.
    ChainComplete { length: u32, root_sent: bool },
    /// The issuer of this certificate was not sent.
    IssuerMissing {
        issuer: String,
        label: String,
        authority_key_id: Option<String>,
        /// Addresses from the AIA extension, where the issuer's certificate can be had.
        locations: Vec<String>,
        known: bool,
    },
    /// The signature does not match the issuer's key.
    SignatureInvalid {
        issuer: IssuerRef,
        label: String,
        algorithm: String,
    },
    /// The signature could not be checked here.
    SignatureUnchecked {
        issuer: IssuerRef,
        label: String,
        algorithm: String,
    },
    /// No leaf: only CA certificates were given.
    LeafMissing {},
    /// The first certificate is not the leaf.
    LeafNotFirst { leaf: CertIndex },
    /// The chain is there but not in the order leaf to root.
    WrongOrder { order: Vec<CertIndex> },
    /// The same certificate again.
    Duplicate { of: CertIndex },
    /// A certificate that is not part of the path.
    Stray { label: String },
    /// The root was sent along, which only `insecureSkipVerification` needs.
    RootSent {},
    /// An issuer without CA:TRUE (RFC 5280 §4.2.1.9).
    NotACa { has_basic_constraints: bool },
    /// An issuer in X.509 version 1 or 2, which cannot say that it is a CA.
    OldVersion { version: u32 },
    /// More CA certificates below than pathLenConstraint allows (RFC 5280 §4.2.1.9).
    PathLengthExceeded { limit: i64, below: u32 },
    /// An issuer whose keyUsage lacks keyCertSign (RFC 5280 §4.2.1.3).
    NoKeyCertSign { key_usage: Vec<String> },
    /// The leaf's keyUsage does not allow what the key exchange needs.
    LeafKeyUsage { key_usage: Vec<String>, needed: String },
    /// A keyUsage with no usable bit set.
    EmptyKeyUsage {},
    /// The leaf's extendedKeyUsage lacks serverAuth (RFC 5280 §4.2.1.12).
    LeafExtendedKeyUsage { usages: Vec<String> },
    /// The Netscape certificate type does not allow a server.
    NetscapeCertType {},
    /// A name outside the issuer's name constraints (RFC 5280 §4.2.1.10).
    NameConstraint {
        kind: NameKind,
        name: String,
        constrained_by: CertIndex,
        excluded: bool,
    },
    /// Name constraints that Java cannot work with.
    NameConstraintUnsupported { constrained_by: CertIndex },
    /// A policy was required and the path has none (RFC 5280 §6.1.5).
    PolicyRequired {},
    /// A policy mapping from or to anyPolicy.
    PolicyMappingAny {},
    /// Critical policies with qualifiers, which Java refuses.
    PolicyQualifiersCritical {},
    /// A critical extension that Java does not know (RFC 5280 §4.2).
    UnknownCriticalExtension { oids: Vec<String> },
    /// A signature algorithm that Java has disabled.
    WeakSignature { algorithm: String },
    /// A signature algorithm that the TLS client does not take.
    SignatureNotOffered { algorithm: String },
    /// A key below Java's lower limit.
    WeakKey { algorithm: String, bits: u32, minimum: u32 },
    /// A curve that Java cannot verify with.
    CurveUnsupported { curve: String },
    /// The encoding is refused by Java's certificate reader, which ends the handshake.
    Malformed { defect: Defect },
    /// More certificates than Java's handshake takes.
    TooManyCertificates { count: u32, limit: u32 },
    /// A certificate message longer than Java's handshake takes, in bytes.
    MessageTooLarge { bytes: u32, limit: u32 },
    /// More intermediates than Java's path builder tries.
    PathTooLong { limit: u32 },
    /// Authority key identifier and the issuer's subject key identifier differ: a hint, not a refusal by itself.
    KeyIdentifierMismatch {
        issuer: IssuerRef,
        expected: String,
        found: String,
    },
    /// The listed roots of that name have another key identifier or serial number, so Java tries none of them.
    AnchorIdentifierMismatch {
        label: String,
        expected: String,
        found: String,
    },
    /// Java finds no way over the certificates that were sent, for reasons told beside.
    NoPath {},
    /// The search was ended at its bound of work.
    SearchEnded { limit: u32 },
    /// The root is not fit to be an anchor for Java.
    AnchorUnfit { label: String, is_ca: bool },

    // ---- key-size
    /// RSA within the limit, in bits of the modulus.
    KeyWithinLimit { algorithm: String, bits: u32, max: u32 },
    /// RSA over the limit, in bits of the modulus.
    KeyTooLarge { algorithm: String, bits: u32, max: u32 },
    /// A key on an elliptic curve, of which AWS's rule does not speak.
    EllipticKey { curve: String, bits: u32 },
    /// Neither RSA nor elliptic.
    OtherKey { algorithm: String },
    /// A CA's key: shown, never judged.
    CaKey { algorithm: String, bits: u32 },
}

impl Detail {
    /// How much this weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::AnchorListed { .. }
            | Self::AnchorReissued { .. }
            | Self::ListedByFingerprint { .. }
            | Self::IssuerUnknown { .. }
            | Self::SupportedOnceSent { .. }
            | Self::DefaultCertificate { .. }
            | Self::ListWaived {}
            | Self::PrivateRootSent { .. }
            | Self::InDate { .. }
            | Self::ChainComplete { .. }
            | Self::Duplicate { .. }
            | Self::Stray { .. }
            | Self::RootSent {}
            | Self::KeyIdentifierMismatch { .. }
            | Self::KeyWithinLimit { .. }
            | Self::EllipticKey { .. }
            | Self::OtherKey { .. }
            | Self::CaKey { .. } => Severity::Info,
            Self::ExpiresSoon { .. }
            | Self::AnchorOutOfDate { .. }
            | Self::LeafNotFirst { .. }
            | Self::WrongOrder { .. }
            | Self::SignatureUnchecked { .. } => Severity::Warning,
            Self::RootNotListed { .. }
            | Self::SelfSignedLeaf { .. }
            | Self::IssuerNotListed { .. }
            | Self::AnchorKeyMismatch { .. }
            | Self::RootNotSent { .. }
            | Self::RootNotCa {}
            | Self::RootWithoutKeyCertSign { .. }
            | Self::Expired { .. }
            | Self::NotYetValid { .. }
            | Self::IssuerMissing { .. }
            | Self::SignatureInvalid { .. }
            | Self::LeafMissing {}
            | Self::NotACa { .. }
            | Self::OldVersion { .. }
            | Self::PathLengthExceeded { .. }
            | Self::NoKeyCertSign { .. }
            | Self::LeafKeyUsage { .. }
            | Self::EmptyKeyUsage {}
            | Self::LeafExtendedKeyUsage { .. }
            | Self::NetscapeCertType {}
            | Self::NameConstraint { .. }
            | Self::NameConstraintUnsupported { .. }
            | Self::PolicyRequired {}
            | Self::PolicyMappingAny {}
            | Self::PolicyQualifiersCritical {}
            | Self::UnknownCriticalExtension { .. }
            | Self::WeakSignature { .. }
            | Self::SignatureNotOffered { .. }
            | Self::WeakKey { .. }
            | Self::CurveUnsupported { .. }
            | Self::Malformed { .. }
            | Self::TooManyCertificates { .. }
            | Self::MessageTooLarge { .. }
            | Self::PathTooLong { .. }
            | Self::AnchorIdentifierMismatch { .. }
            | Self::NoPath {}
            | Self::SearchEnded { .. }
            | Self::AnchorUnfit { .. }
            | Self::KeyTooLarge { .. } => Severity::Error,
        }
    }

    /// The rule to which this belongs.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        match self {
            Self::AnchorListed { .. }
            | Self::AnchorReissued { .. }
            | Self::ListedByFingerprint { .. }
            | Self::RootNotListed { .. }
            | Self::SelfSignedLeaf { .. }
            | Self::IssuerNotListed { .. }
            | Self::IssuerUnknown { .. }
            | Self::SupportedOnceSent { .. }
            | Self::AnchorKeyMismatch { .. }
            | Self::DefaultCertificate { .. }
            | Self::ListWaived {}
            | Self::RootNotSent { .. }
            | Self::RootNotCa {}
            | Self::RootWithoutKeyCertSign { .. }
            | Self::PrivateRootSent { .. } => RuleId::SupportedCa,
            Self::InDate { .. }
            | Self::Expired { .. }
            | Self::NotYetValid { .. }
            | Self::ExpiresSoon { .. }
            | Self::AnchorOutOfDate { .. } => RuleId::Validity,
            Self::KeyWithinLimit { .. }
            | Self::KeyTooLarge { .. }
            | Self::EllipticKey { .. }
            | Self::OtherKey { .. }
            | Self::CaKey { .. } => RuleId::KeySize,
            _ => RuleId::Chain,
        }
    }
}
