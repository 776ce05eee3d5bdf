//! The table of findings: code, number, severity, rule and evidence of each, in one row.
//!
//! `i18n` has the texts. Codes and numbers are stable: scripts use the codes, share links use the
//! numbers. A new finding gets the next free number.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

use super::{CertIndex, DefaultProduct, RuleId};
use crate::cert::{Defect, UnixTime};
use crate::trust::ListVersion;

/// How a finding affects the outcome of its rule ([`crate::rules::outcome_of`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Does not affect the outcome: evidence, or a remark.
    Info,
    /// The rule is met with a warning: API Gateway accepts this today, but soon will not, or other
    /// clients reject it.
    Warning,
    /// The rule is not met.
    Error,
}

/// What a rule found about one certificate or about the whole input.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The certificate's position in the input; `None` if the finding is about the whole input.
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

    /// A finding about the whole input.
    #[must_use]
    pub fn overall(detail: Detail) -> Self {
        Self {
            certificate: None,
            detail,
        }
    }
}

/// What the table says about one kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindingKind {
    /// The code in JSON, such as `issuer-missing`.
    pub code: &'static str,
    /// The number in share links.
    pub number: FindingCode,
    /// How it affects its rule.
    pub severity: Severity,
    /// Whether the rule's outcome cannot be determined because of it.
    pub undecided: bool,
    /// The rule to which it belongs.
    pub rule: RuleId,
}

/// A row without its evidence. The word for the severity also decides [`FindingKind::undecided`].
macro_rules! kind {
    ($number:literal $code:literal Undecided $rule:ident) => {
        kind!($number $code Info $rule true)
    };
    ($number:literal $code:literal $severity:ident $rule:ident) => {
        kind!($number $code $severity $rule false)
    };
    ($number:literal $code:literal $severity:ident $rule:ident $undecided:literal) => {
        FindingKind {
            code: $code,
            number: FindingCode($number),
            severity: Severity::$severity,
            undecided: $undecided,
            rule: RuleId::$rule,
        }
    };
}

macro_rules! findings {
    ($(
        $(#[doc = $doc:literal])*
        $number:literal $code:literal $weight:ident $rule:ident $variant:ident { $($fields:tt)* };
    )*) => {
        /// A finding's code with its evidence.
        #[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
        #[serde(tag = "code", rename_all_fields = "camelCase")]
        #[allow(missing_docs, reason = "the comment on the variant explains its fields")]
        pub enum Detail {
            $(
                $(#[doc = $doc])*
                #[serde(rename = $code)]
                $variant { $($fields)* },
            )*
        }

        impl FindingKind {
            /// All kinds, in the order of the table.
            pub const ALL: &'static [Self] = &[$(kind!($number $code $weight $rule)),*];
        }

        impl Detail {
            /// The finding's row of the table.
            #[must_use]
            pub fn kind(&self) -> &'static FindingKind {
                match self {
                    $(Self::$variant { .. } => &const { kind!($number $code $weight $rule) },)*
                }
            }
        }
    };
}

// number, code, severity (or `Undecided`: a remark because of which the rule's outcome is unknown),
// rule, evidence
findings! {
    // supported-ca
    /// The path ends at a listed root. Name, key and signature were checked.
    1 "anchor-listed" Info SupportedCa AnchorListed {
        aliases: Vec<String>, subject: String, label: String, sha256: String, sent: bool
    };
    /// The certificate has the name and key of a listed root but is a reissued version; Java treats
    /// it as the root.
    2 "anchor-reissued" Info SupportedCa AnchorReissued { aliases: Vec<String>, listed_sha256: String };
    /// The list has this certificate's fingerprint; nothing else is known about it.
    3 "listed-by-fingerprint" Info SupportedCa ListedByFingerprint { aliases: Vec<String> };
    /// The chain ends at a root that is not on the list.
    4 "root-not-listed" Error SupportedCa RootNotListed {
        subject: String,
        label: String,
        sha256: String,
        edition: ListVersion,
        /// Whether a cross-signed version of it is known that leads to a listed root.
        cross_signed: bool,
    };
    /// The leaf is self-signed and not on the list.
    5 "self-signed-leaf" Error SupportedCa SelfSignedLeaf { sha256: String, edition: ListVersion };
    /// The topmost certificate's issuer is not on the list and not known to lead to a listed root.
    6 "issuer-not-listed" Error SupportedCa IssuerNotListed { issuer: String, label: String, edition: ListVersion };
    /// Only the leaf was sent, and its issuer is unknown.
    7 "issuer-unknown" Undecided SupportedCa IssuerUnknown { issuer: String, label: String };
    /// The missing issuer is a public intermediate that leads to a listed root.
    8 "supported-once-sent" Undecided SupportedCa SupportedOnceSent {
        issuer: String,
        label: String,
        aliases: Vec<String>,
        /// Whether the certificate is a self-signed root of which a cross-signed version is needed.
        cross_signed: bool,
    };
    /// The list has a root with this name, but its key did not make the signature: re-keyed or
    /// forged.
    9 "anchor-key-mismatch" Error SupportedCa AnchorKeyMismatch {
        aliases: Vec<String>, subject: String, label: String
    };
    /// A product made this certificate, or a CA that is not for the public; API Gateway supports no
    /// issuer of it.
    10 "default-certificate" Error SupportedCa DefaultCertificate {
        product: DefaultProduct,
        /// The product's name, if the kind has several.
        vendor: Option<String>,
        label: String,
    };
    /// `insecureSkipVerification` waives the list.
    11 "list-waived" Info SupportedCa ListWaived {};
    /// `insecureSkipVerification` requires a root in the chain, and none was sent.
    12 "root-not-sent" Error SupportedCa RootNotSent { issuer: String, label: String };
    /// `insecureSkipVerification` requires basicConstraints CA:TRUE on the root.
    13 "root-not-ca" Error SupportedCa RootNotCa {};
    /// `insecureSkipVerification` requires keyCertSign in the root's keyUsage.
    14 "root-without-key-cert-sign" Error SupportedCa RootWithoutKeyCertSign { key_usage: Option<Vec<String>> };
    /// The root that `insecureSkipVerification` requires was sent and has the required constraints.
    15 "private-root-sent" Info SupportedCa PrivateRootSent { subject: String, label: String, sha256: String };
    /// The chain ends at a listed root that was not sent. AWS does not say whether its list counts
    /// with `insecureSkipVerification`.
    71 "listed-root-not-sent" Warning SupportedCa ListedRootNotSent { aliases: Vec<String>, label: String };
    /// Java rejects server certificates under this root, although the truststore has it.
    68 "anchor-distrusted" Warning SupportedCa AnchorDistrusted {
        label: String,
        /// The last day on which Java lets a certificate be issued; `None` if it rejects all.
        issued_after: Option<String>,
        /// The recorded releases of Java that reject this chain.
        releases: Vec<String>,
    };

    // validity
    /// The certificate is valid at the checked time.
    16 "in-date" Info Validity InDate { not_before: UnixTime, not_after: UnixTime, days_left: i64 };
    /// notAfter is in the past.
    17 "expired" Error Validity Expired { not_after: UnixTime, at: UnixTime, days_ago: i64 };
    /// notBefore is in the future.
    18 "not-yet-valid" Error Validity NotYetValid { not_before: UnixTime, at: UnixTime, days_ahead: i64 };
    /// The certificate expires within 30 days.
    19 "expires-soon" Warning Validity ExpiresSoon { not_after: UnixTime, days_left: i64 };
    /// The root is expired or not yet valid. Java does not check the dates of an anchor.
    20 "anchor-out-of-date" Warning Validity AnchorOutOfDate {
        label: String, not_before: UnixTime, not_after: UnixTime
    };

    // chain
    /// Every link is valid, from the leaf to a root.
    21 "chain-complete" Info Chain ChainComplete { length: u32, root_sent: bool };
    /// The issuer of this certificate was not sent.
    22 "issuer-missing" Error Chain IssuerMissing {
        issuer: String,
        label: String,
        authority_key_id: Option<String>,
        /// Addresses from the AIA extension where the issuer's certificate can be downloaded.
        locations: Vec<String>,
        known: bool,
        /// Whether API Gateway may accept the chain once it is sent.
        useful: bool,
    };
    /// The signature does not match the issuer's key.
    23 "signature-invalid" Error Chain SignatureInvalid { issuer: IssuerRef, label: String, algorithm: String };
    /// The signature could not be checked here.
    24 "signature-unchecked" Undecided Chain SignatureUnchecked {
        issuer: IssuerRef, label: String, algorithm: String
    };
    /// The input has no leaf, only CA certificates.
    25 "leaf-missing" Error Chain LeafMissing {};
    /// The first certificate is not the leaf.
    26 "leaf-not-first" Warning Chain LeafNotFirst { leaf: CertIndex };
    /// The chain is complete but not in the order leaf to root.
    27 "wrong-order" Warning Chain WrongOrder { order: Vec<CertIndex> };
    /// The certificate is a copy of an earlier one.
    28 "duplicate" Info Chain Duplicate { of: CertIndex };
    /// The certificate is not part of the path.
    29 "stray" Info Chain Stray { label: String };
    /// The root was sent, which only `insecureSkipVerification` requires.
    30 "root-sent" Info Chain RootSent {};
    /// The issuer has no basicConstraints CA:TRUE (RFC 5280 §4.2.1.9).
    31 "not-a-ca" Error Chain NotACa { has_basic_constraints: bool };
    /// The issuer has X.509 version 1 or 2, which has no basicConstraints.
    32 "old-version" Error Chain OldVersion { version: u32 };
    /// More CA certificates below than pathLenConstraint allows (RFC 5280 §4.2.1.9).
    33 "path-length-exceeded" Error Chain PathLengthExceeded { limit: i64, below: u32 };
    /// The issuer's keyUsage lacks keyCertSign (RFC 5280 §4.2.1.3).
    34 "no-key-cert-sign" Error Chain NoKeyCertSign { key_usage: Vec<String> };
    /// The leaf's keyUsage does not allow what the key exchange needs.
    35 "leaf-key-usage" Error Chain LeafKeyUsage { key_usage: Vec<String>, needed: String };
    /// The keyUsage has no usable bit set.
    36 "empty-key-usage" Error Chain EmptyKeyUsage {};
    /// The leaf's extendedKeyUsage lacks serverAuth (RFC 5280 §4.2.1.12).
    37 "leaf-extended-key-usage" Error Chain LeafExtendedKeyUsage { usages: Vec<String> };
    /// The Netscape certificate type does not allow a server.
    38 "netscape-cert-type" Error Chain NetscapeCertType {};
    /// A name violates a CA's name constraints (RFC 5280 §4.2.1.10).
    39 "name-constraint" Error Chain NameConstraint {
        kind: NameKind, name: String, constrained_by: CertIndex, excluded: bool
    };
    /// Java cannot process the name constraints.
    40 "name-constraint-unsupported" Error Chain NameConstraintUnsupported { constrained_by: CertIndex };
    /// The path has no valid policy, although one is required (RFC 5280 §6.1.5).
    41 "policy-required" Error Chain PolicyRequired {};
    /// A policy mapping maps from or to anyPolicy.
    42 "policy-mapping-any" Error Chain PolicyMappingAny {};
    /// A critical policy extension has qualifiers, which Java rejects.
    43 "policy-qualifiers-critical" Error Chain PolicyQualifiersCritical {};
    /// Java does not know a critical extension (RFC 5280 §4.2).
    44 "unknown-critical-extension" Error Chain UnknownCriticalExtension { oids: Vec<String> };
    /// Java disables the signature algorithm.
    45 "weak-signature" Error Chain WeakSignature { algorithm: String };
    /// Java's TLS client does not offer the signature algorithm.
    46 "signature-not-offered" Error Chain SignatureNotOffered { algorithm: String };
    /// The key is smaller than Java's lower limit, in bits.
    47 "weak-key" Error Chain WeakKey { algorithm: String, bits: u32, minimum: u32 };
    /// Java cannot verify signatures on this curve.
    48 "curve-unsupported" Error Chain CurveUnsupported { curve: String };
    /// Java's certificate reader rejects the encoding, which ends the handshake.
    49 "malformed" Error Chain Malformed { defect: Defect };
    /// The server sends more certificates than Java's handshake accepts.
    50 "too-many-certificates" Error Chain TooManyCertificates { count: u32, limit: u32 };
    /// The certificate message is longer than Java's handshake accepts, in bytes.
    51 "message-too-large" Error Chain MessageTooLarge { bytes: u32, limit: u32 };
    /// The path has more intermediates than Java's path builder tries.
    52 "path-too-long" Error Chain PathTooLong { limit: u32 };
    /// The authority key identifier differs from the issuer's subject key identifier. Java accepts
    /// this.
    53 "key-identifier-mismatch" Info Chain KeyIdentifierMismatch {
        issuer: IssuerRef, expected: String, found: String
    };
    /// The listed roots with this name have another key identifier or serial number: Java tries
    /// none of them.
    54 "anchor-identifier-mismatch" Error Chain AnchorIdentifierMismatch {
        label: String, expected: String, found: String
    };
    /// Java finds no path through the certificates that were sent; other findings say why.
    55 "no-path" Error Chain NoPath {};
    /// The search hit its step limit.
    56 "search-ended" Error Chain SearchEnded { limit: u32 };
    /// Java does not accept the root as an anchor.
    57 "anchor-unfit" Error Chain AnchorUnfit { label: String, is_ca: bool };
    /// Java's list of blocked certificates has this certificate.
    69 "certificate-blocked" Error Chain CertificateBlocked { label: String };
    /// The signature uses SHA-1, which Java rejects only under the roots of its own truststore.
    72 "sha1-signature" Info Chain Sha1Signature { algorithm: String };
    /// This client's release of Java rejects server certificates under this root, although the
    /// client trusts it.
    73 "anchor-distrusted-here" Error SupportedCa AnchorDistrustedHere {
        label: String,
        /// The last day on which Java lets a certificate be issued; `None` if it rejects all.
        issued_after: Option<String>,
        /// The release.
        release: String,
    };
    /// The signature uses SHA-1, which this release rejects under a root of its own truststore.
    74 "sha1-under-jdk-root" Error Chain Sha1UnderJdkRoot { algorithm: String };
    /// Only API Gateway can skip the verification of the CA; the option has no effect here.
    75 "skip-verification-not-applicable" Info SupportedCa SkipVerificationNotApplicable {};
    /// AWS's limit for the key does not apply to this client.
    76 "key-limit-not-applicable" Info KeySize KeyLimitNotApplicable {};
    /// The private key of this certificate is public.
    70 "key-compromised" Error Chain KeyCompromised { label: String };

    // key-size
    /// The RSA key is within the limit, in bits of the modulus.
    58 "key-within-limit" Info KeySize KeyWithinLimit { algorithm: String, bits: u32, max: u32 };
    /// The RSA key exceeds the limit, in bits of the modulus.
    59 "key-too-large" Error KeySize KeyTooLarge { algorithm: String, bits: u32, max: u32 };
    /// The key is on an elliptic curve, which AWS's rule does not mention.
    60 "elliptic-key" Info KeySize EllipticKey { curve: String, bits: u32 };
    /// The key is neither RSA nor on an elliptic curve.
    61 "other-key" Info KeySize OtherKey { algorithm: String };
    /// The key of a CA, which is shown but not checked.
    62 "ca-key" Info KeySize CaKey { algorithm: String, bits: u32 };

    // later additions
    /// A product made this certificate, but that is not why API Gateway would reject the chain.
    63 "product-certificate" Info SupportedCa ProductCertificate {
        product: DefaultProduct, vendor: Option<String>, label: String
    };
    /// The version of the root that was sent is out of date; the listed root itself is in date.
    64 "root-version-out-of-date" Warning Validity RootVersionOutOfDate {
        label: String,
        /// What a person would call its issuer.
        issuer: String,
        cross_signed: bool,
        /// Whether it has expired; otherwise it is not valid yet.
        expired: bool,
        not_before: UnixTime,
        not_after: UnixTime,
    };
    /// This CA certificate was sent in place of the missing issuer.
    65 "wrong-intermediate" Warning Chain WrongIntermediate {
        label: String,
        /// What a person would call the missing issuer.
        needed: String,
    };
    /// The server's key cannot be compared with the limit.
    66 "key-unknown" Undecided KeySize KeyUnknown { algorithm: String, why: KeyTrouble };
    /// Two self-issued certificates follow each other; Java's path builder gives up there.
    67 "self-issued-pair" Error Chain SelfIssuedPair { label: String };

    // a client certificate that API Gateway sends to the backend
    /// ACM issued this public certificate, which API Gateway cannot use as a client certificate.
    77 "client-public-certificate" Error SupportedCa ClientPublicCertificate { issuer: String };
    /// The chain has more certificates than API Gateway accepts for a client certificate.
    78 "client-chain-too-long" Error Chain ClientChainTooLong { length: u32, limit: u32 };
    /// The extendedKeyUsage lacks clientAuth.
    79 "client-usage-missing" Error Chain ClientUsageMissing { usages: Vec<String> };
    /// The key is not one that API Gateway accepts for a client certificate.
    80 "client-key-unsupported" Error KeySize ClientKeyUnsupported { algorithm: String, bits: u32 };

    /// The CA issues under a root that the client does not have, and other clients have.
    81 "ca-moved" Info SupportedCa CaMoved {
        /// The CA's usual name.
        ca: String,
        /// What a person would call its root.
        root: String,
        /// The version to send instead; `None` if none is known that leads to a root of the client.
        instead: Option<InsteadOfRoot>,
        /// Whether the CA issues certificates over ACME.
        acme: bool,
    };
}

impl Detail {
    /// The code in JSON, such as `issuer-missing`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind().code
    }

    /// How the finding affects its rule.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.kind().severity
    }

    /// The rule to which the finding belongs.
    #[must_use]
    pub fn rule(&self) -> RuleId {
        self.kind().rule
    }
}

/// A finding's number in a share link, which may come from a newer release.
///
/// Serialised as [`FindingKind::code`], or as `finding-N` if the number is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct FindingCode(pub u8);

impl FindingCode {
    /// The finding's row of the table; `None` if a newer release assigned the number.
    #[must_use]
    pub fn kind(self) -> Option<&'static FindingKind> {
        FindingKind::ALL.iter().find(|kind| kind.number == self)
    }
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Some(kind) => f.write_str(kind.code),
            None => write!(f, "finding-{}", self.0),
        }
    }
}

impl Serialize for FindingCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A certificate that leads to a root that the client has.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InsteadOfRoot {
    /// What a person would call it.
    pub label: String,
    /// What a person would call its issuer.
    pub signed_by: String,
    /// The common name of the root, which ACME clients compare with `--preferred-chain`.
    pub root: String,
}

/// The issuer of a certificate: one of the input, or a listed root that was not sent.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssuerRef {
    /// A certificate of the input.
    Certificate(CertIndex),
    /// A root of the list, by its first alias.
    Anchor(String),
}

/// The kind of name that a name constraint restricts (RFC 5280 §4.2.1.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
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

/// Why a server's key cannot be compared with the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyTrouble {
    /// Java cannot read the key.
    Unreadable,
    /// The key states the parameters of its curve instead of the curve's name.
    ExplicitParameters,
    /// Java 17 does not have the algorithm.
    NotInJava,
    /// The algorithm cannot sign, so a TLS server cannot use it.
    NoSignature,
}
