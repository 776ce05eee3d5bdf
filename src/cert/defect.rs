//! What Java's certificate reader would refuse although it can be read here.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// Why a certificate's encoding is refused by Java although it can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Defect {
    /// The issuer name is empty (RFC 5280 §4.1.2.4).
    EmptyIssuer,
    /// The subject is empty and no critical SAN stands for it (RFC 5280 §4.1.2.6).
    EmptySubject,
    /// The same extension twice (RFC 5280 §4.2).
    DuplicateExtension,
    /// Extensions or unique identifiers in a version that has none (RFC 5280 §4.1.2.9).
    ExtensionsInOldVersion,
    /// The two signature algorithms of the certificate differ (RFC 5280 §4.1.1.2).
    AlgorithmMismatch,
    /// A critical extension cannot be read.
    UnreadableCriticalExtension,
    /// The public key has parameters or sizes that Java does not take.
    UnreadableKey,
    /// The dates cannot be read.
    UnreadableTime,
    /// PSS or other algorithm parameters that cannot be read.
    UnreadableAlgorithm,
    /// The structure is not that of a certificate.
    Structure,
}
