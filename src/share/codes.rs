//! Findings' codes as numbers: a byte each in a link of the verdict's kind.
//!
//! A number, once released, belongs to its code for ever; a new code takes the next free one.

use borsh::{BorshDeserialize, BorshSerialize};
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::report::Detail;

/// The code of a finding without its evidence, as a link carries it. Serialised as [`Self::name`] has it; as
/// `finding-N` where a newer version of this program gave the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct FindingCode(pub u8);

macro_rules! codes {
    ($($number:literal $variant:ident $name:literal,)*) => {
        impl FindingCode {
            /// All that are known.
            pub const ALL: &'static [Self] = &[$(Self($number),)*];

            /// The code of a finding.
            #[must_use]
            pub fn of(detail: &Detail) -> Self {
                Self(match detail {
                    $(Detail::$variant { .. } => $number,)*
                })
            }

            /// The code as the report has it, such as `issuer-missing`; none where a newer version gave the number.
            #[must_use]
            pub fn name(self) -> Option<&'static str> {
                match self.0 {
                    $($number => Some($name),)*
                    _ => None,
                }
            }
        }
    };
}

codes! {
    1 AnchorListed "anchor-listed",
    2 AnchorReissued "anchor-reissued",
    3 ListedByFingerprint "listed-by-fingerprint",
    4 RootNotListed "root-not-listed",
    5 SelfSignedLeaf "self-signed-leaf",
    6 IssuerNotListed "issuer-not-listed",
    7 IssuerUnknown "issuer-unknown",
    8 SupportedOnceSent "supported-once-sent",
    9 AnchorKeyMismatch "anchor-key-mismatch",
    10 DefaultCertificate "default-certificate",
    11 ListWaived "list-waived",
    12 RootNotSent "root-not-sent",
    13 RootNotCa "root-not-ca",
    14 RootWithoutKeyCertSign "root-without-key-cert-sign",
    15 PrivateRootSent "private-root-sent",
    16 InDate "in-date",
    17 Expired "expired",
    18 NotYetValid "not-yet-valid",
    19 ExpiresSoon "expires-soon",
    20 AnchorOutOfDate "anchor-out-of-date",
    21 ChainComplete "chain-complete",
    22 IssuerMissing "issuer-missing",
    23 SignatureInvalid "signature-invalid",
    24 SignatureUnchecked "signature-unchecked",
    25 LeafMissing "leaf-missing",
    26 LeafNotFirst "leaf-not-first",
    27 WrongOrder "wrong-order",
    28 Duplicate "duplicate",
    29 Stray "stray",
    30 RootSent "root-sent",
    31 NotACa "not-a-ca",
    32 OldVersion "old-version",
    33 PathLengthExceeded "path-length-exceeded",
    34 NoKeyCertSign "no-key-cert-sign",
    35 LeafKeyUsage "leaf-key-usage",
    36 EmptyKeyUsage "empty-key-usage",
    37 LeafExtendedKeyUsage "leaf-extended-key-usage",
    38 NetscapeCertType "netscape-cert-type",
    39 NameConstraint "name-constraint",
    40 NameConstraintUnsupported "name-constraint-unsupported",
    41 PolicyRequired "policy-required",
    42 PolicyMappingAny "policy-mapping-any",
    43 PolicyQualifiersCritical "policy-qualifiers-critical",
    44 UnknownCriticalExtension "unknown-critical-extension",
    45 WeakSignature "weak-signature",
    46 SignatureNotOffered "signature-not-offered",
    47 WeakKey "weak-key",
    48 CurveUnsupported "curve-unsupported",
    49 Malformed "malformed",
    50 TooManyCertificates "too-many-certificates",
    51 MessageTooLarge "message-too-large",
    52 PathTooLong "path-too-long",
    53 KeyIdentifierMismatch "key-identifier-mismatch",
    54 AnchorIdentifierMismatch "anchor-identifier-mismatch",
    55 NoPath "no-path",
    56 SearchEnded "search-ended",
    57 AnchorUnfit "anchor-unfit",
    58 KeyWithinLimit "key-within-limit",
    59 KeyTooLarge "key-too-large",
    60 EllipticKey "elliptic-key",
    61 OtherKey "other-key",
    62 CaKey "ca-key",
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "finding-{}", self.0),
        }
    }
}

impl<'de> Deserialize<'de> for FindingCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <String as Deserialize>::deserialize(deserializer)?;
        let known = Self::ALL
            .iter()
            .copied()
            .find(|code| code.name() == Some(name.as_str()));
        let number = || name.strip_prefix("finding-")?.parse().ok().map(Self);
        known
            .or_else(number)
            .ok_or_else(|| serde::de::Error::custom("no code of a finding"))
    }
}

impl Serialize for FindingCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
