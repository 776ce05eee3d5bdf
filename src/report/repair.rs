//! The repaired chain: what a server should send, and how it differs from the input.
//!
//! [`crate::engine::repair`] makes it. All its methods return pure PEM (RFC 7468 §5.1), because ACM
//! rejects text between certificates. It never contains a private key.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{CertIndex, Outcome, Verdict};
use crate::cert::UnixTime;
use crate::trust::ClientId;

/// The result of a repair.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum RepairStatus {
    /// The chain is complete now. [`Repair::accepted`] says whether Java accepts it: no chain helps
    /// an expired leaf.
    Complete {},
    /// The input is complete and in order: there is nothing to change.
    AlreadyComplete {},
    /// A certificate is missing, and this tool's data does not have one that is valid at the
    /// checked time.
    Incomplete {
        /// What to look for.
        missing: MissingIssuer,
    },
    /// No chain can lead this leaf to a supported root.
    Impossible {
        /// Why.
        obstacle: Obstacle,
    },
}

/// An issuer that is not available.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingIssuer {
    /// Its name, in the form of RFC 4514.
    pub issuer: String,
    /// What a person would call it.
    pub label: String,
    /// The key identifier that its certificate should have (AKI of the one below), hexadecimal with
    /// colons.
    pub key_id: Option<String>,
    /// Addresses of its certificate, from the AIA extension of the one below (RFC 5280 §4.2.2.1).
    /// Hostile text.
    pub locations: Vec<String>,
}

/// Why no chain is possible.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Obstacle {
    /// The input has only CA certificates.
    LeafMissing {},
    /// The leaf is self-signed.
    SelfSigned {
        /// What a person would call it.
        label: String,
    },
    /// The chain ends at a root that is not on AWS's list, and no other certificate with its name
    /// leads to one that is.
    RootNotListed {
        /// What a person would call the root.
        label: String,
    },
}

/// Where a certificate of the repaired chain comes from: `{"sent": 0}` or `"known"` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The input, at this position.
    Sent(CertIndex),
    /// This tool's data.
    Known,
}

/// A certificate of the repaired chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RepairedCertificate {
    /// Where it comes from.
    pub from: Origin,
    /// What a person would call its subject. Hostile text.
    pub label: String,
    /// Its subject, in the form of RFC 4514. Hostile text.
    pub subject: String,
    /// Its SHA-256, hexadecimal with colons.
    pub sha256: String,
    /// Last second of its validity.
    pub not_after: UnixTime,
    /// The certificate as PEM (RFC 7468 §5), with a line feed at the end.
    pub pem: String,
}

/// One difference between the input and the repaired chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Change {
    /// A certificate was added from this tool's data.
    Added {
        /// Its position in the repaired chain, from 0.
        to: u32,
        /// What a person would call it.
        label: String,
    },
    /// A certificate was removed.
    Removed {
        /// Its position in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
        /// Why.
        why: Removal,
    },
    /// A certificate has another position now.
    Moved {
        /// Its position in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
        /// Its position in the repaired chain, from 0.
        to: u32,
    },
    /// The root was taken out of the chain, because a server need not send it.
    RootApart {
        /// Its position in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
    },
    /// Parts of the input that look like certificates and could not be read were removed.
    UnreadableRemoved {},
}

/// Why a certificate was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Removal {
    /// It is a copy of an earlier one.
    Duplicate {
        /// The earlier one.
        of: CertIndex,
    },
    /// It does not belong to the leaf's chain.
    Stray {},
    /// It is expired at the checked time.
    Expired {
        /// Last second of its validity.
        not_after: UnixTime,
    },
    /// It is not valid yet at the checked time.
    NotYetValid {
        /// First second of its validity.
        not_before: UnixTime,
    },
    /// It has the issuer's name, but its key did not make the signature.
    WrongKey {},
    /// Java does not accept it as an issuer: no CA, no keyCertSign, an old version, an unknown
    /// critical extension, or malformed.
    Unfit {},
    /// The chain does not need it.
    NotNeeded {},
}

/// A repaired chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// The client for which the chain was repaired and checked.
    pub client: ClientId,
    /// The result.
    pub status: RepairStatus,
    /// Leaf first, each certificate issued by the next one, without the root. Empty only without a
    /// leaf.
    pub chain: Vec<RepairedCertificate>,
    /// The root that issued the last certificate, if it is available. `None` if the leaf is the
    /// root itself.
    pub root: Option<RepairedCertificate>,
    /// Whether the server has to send the root too (`insecureSkipVerification`).
    pub root_recommended: bool,
    /// The differences from the input; empty with [`RepairStatus::AlreadyComplete`].
    pub changes: Vec<Change>,
    /// Whether Java accepts the repaired chain, including the host name.
    pub accepted: bool,
    /// The verdict on the repaired chain.
    pub verdict: Verdict,
    /// The outcomes of the four rules for the repaired chain, in the order of
    /// [`super::RuleId::ALL`].
    pub outcomes: [Outcome; 4],
    /// Numbers of the data files that could not be loaded or read; another attempt may find more.
    pub unavailable: Vec<u8>,
}

impl Repair {
    /// `fullchain.pem`: leaf and intermediates, without the root.
    #[must_use]
    pub fn full_chain(&self) -> String {
        text(&self.chain)
    }

    /// `fullchain.pem` with the root at its end, if it is available.
    #[must_use]
    pub fn full_chain_with_root(&self) -> String {
        text(self.chain.iter().chain(&self.root))
    }

    /// What the server should send: with the root only if [`Repair::root_recommended`].
    #[must_use]
    pub fn recommended(&self) -> String {
        if self.root_recommended {
            self.full_chain_with_root()
        } else {
            self.full_chain()
        }
    }

    /// ACM's field "Certificate body": the leaf alone; empty without a leaf.
    #[must_use]
    pub fn acm_certificate(&self) -> String {
        text(self.chain.iter().take(1))
    }

    /// ACM's field "Certificate chain": [`Repair::recommended`] without the leaf.
    #[must_use]
    pub fn acm_chain(&self) -> String {
        text(
            self.chain
                .iter()
                .chain(self.root.iter().filter(|_| self.root_recommended))
                .skip(1),
        )
    }

    /// The intermediates, without leaf and root: some servers read them from a separate file.
    #[must_use]
    pub fn intermediates_only(&self) -> String {
        text(self.chain.iter().skip(1))
    }
}

fn text<'a>(certificates: impl IntoIterator<Item = &'a RepairedCertificate>) -> String {
    certificates.into_iter().map(|c| c.pem.as_str()).collect()
}
