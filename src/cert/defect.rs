//! Defects of a certificate's encoding that Java rejects but this program can read.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// Why Java rejects a certificate's encoding that this program can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Defect {
    /// The issuer name is empty (RFC 5280 §4.1.2.4).
    EmptyIssuer,
    /// The subject is empty and no critical SAN replaces it (RFC 5280 §4.1.2.6).
    EmptySubject,
    /// The same extension appears twice (RFC 5280 §4.2).
    DuplicateExtension,
    /// The certificate has extensions or unique identifiers, which its version does not allow (RFC
    /// 5280 §4.1.2.9).
    ExtensionsInOldVersion,
    /// The two signature algorithms of the certificate differ (RFC 5280 §4.1.1.2).
    AlgorithmMismatch,
    /// A critical extension cannot be read.
    UnreadableCriticalExtension,
    /// The public key has parameters or a size that Java does not accept.
    UnreadableKey,
    /// The public key contains a number that is too large for Java.
    NumberTooLarge,
    /// The dates cannot be read.
    UnreadableTime,
    /// The signature algorithm or its parameters cannot be read.
    UnreadableAlgorithm,
    /// The structure is not that of a certificate.
    Structure,
}
