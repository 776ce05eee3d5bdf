//! The repaired chain: what a server should send, and how it differs from what was given.
//!
//! Made by [`crate::engine::repair`]. It holds values and codes; [`crate::i18n`] has the words. Everything that these
//! helpers return is pure PEM (RFC 7468 §5.1): ACM refuses text between certificates. There never is a private key in it.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{CertIndex, Outcome, Verdict};
use crate::cert::UnixTime;

/// How far the repair came.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum RepairStatus {
    /// The chain is whole now. Whether Java accepts it is [`Repair::accepted`]: no chain helps an expired leaf.
    Complete {},
    /// What was given is whole and in order: there is nothing to change.
    AlreadyComplete {},
    /// A certificate is missing that this tool's data does not have, or not for the chosen moment.
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

/// An issuer that is not at hand.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MissingIssuer {
    /// Its name as RFC 4514 writes it.
    pub issuer: String,
    /// What a person would call it.
    pub label: String,
    /// The key identifier that its certificate should have (AKI of the one below), hexadecimal with colons.
    pub key_id: Option<String>,
    /// Addresses of its certificate, from the AIA extension of the one below (RFC 5280 §4.2.2.1). Hostile text.
    pub locations: Vec<String>,
}

/// Why no chain can be made.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Obstacle {
    /// All certificates given are CA certificates.
    LeafMissing {},
    /// The leaf is its own issuer: there is no chain to it.
    SelfSigned {
        /// What a person would call it.
        label: String,
    },
    /// The chain ends in a root that is not on AWS's list, and no other certificate of that name leads on.
    RootNotListed {
        /// What a person would call the root.
        label: String,
    },
}

/// Where a certificate of the repaired chain comes from: `{"sent": 0}` or `"known"` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The input, at this place.
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
    /// Its subject, as RFC 4514 writes it. Hostile text.
    pub subject: String,
    /// Its SHA-256, colons between.
    pub sha256: String,
    /// Last second of its validity.
    pub not_after: UnixTime,
    /// The certificate as PEM (RFC 7468 §5), ends with a line feed.
    pub pem: String,
}

/// One difference between what was given and the repaired chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Change {
    /// A certificate was filled in from this tool's data.
    Added {
        /// Its place in the repaired chain, from 0.
        to: u32,
        /// What a person would call it.
        label: String,
    },
    /// A certificate was left out.
    Removed {
        /// Its place in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
        /// Why.
        why: Removal,
    },
    /// A certificate stands in another place now.
    Moved {
        /// Its place in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
        /// Its place in the repaired chain, from 0.
        to: u32,
    },
    /// The root was given; it stands beside the chain, since a server need not send it.
    RootApart {
        /// Its place in the input.
        certificate: CertIndex,
        /// What a person would call it.
        label: String,
    },
    /// Parts of the input that look like certificates and could not be read were left out.
    UnreadableRemoved {},
}

/// Why a certificate was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Removal {
    /// It is a copy of an earlier one.
    Duplicate {
        /// The earlier one.
        of: CertIndex,
    },
    /// It has nothing to do with the leaf.
    Stray {},
    /// It is out of date at the chosen moment.
    Expired {
        /// Last second of its validity.
        not_after: UnixTime,
    },
    /// It is not valid yet at the chosen moment.
    NotYetValid {
        /// First second of its validity.
        not_before: UnixTime,
    },
    /// It has an issuer's name, but its key did not make the signature.
    WrongKey {},
    /// Java would not take it as an issuer: no CA, no keyCertSign, an old version, an unknown critical extension, broken.
    Unfit {},
    /// It could be in a chain, but the chain does without it.
    NotNeeded {},
}

/// A repaired chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Repair {
    /// How far it came.
    pub status: RepairStatus,
    /// Leaf first, each certificate certifying the one before, without the root. Empty only without a leaf.
    pub chain: Vec<RepairedCertificate>,
    /// The root that certifies the last of the chain, where it is at hand. None where the leaf is the root itself.
    pub root: Option<RepairedCertificate>,
    /// True where the server has to send the root too (`insecureSkipVerification`).
    pub root_recommended: bool,
    /// What is different from what was given; empty with [`RepairStatus::AlreadyComplete`].
    pub changes: Vec<Change>,
    /// True where Java's client would accept the repaired chain, host name included.
    pub accepted: bool,
    /// The judgement of the repaired chain.
    pub verdict: Verdict,
    /// The outcomes of the four rules for the repaired chain, in the order of [`super::RuleId::ALL`].
    pub outcomes: [Outcome; 4],
    /// Numbers of the data files that were asked for and could not be had or read; a new attempt may find more.
    pub unavailable: Vec<u8>,
}

impl Repair {
    /// `fullchain.pem`: leaf and intermediates, without the root.
    #[must_use]
    pub fn full_chain(&self) -> String {
        text(&self.chain)
    }

    /// `fullchain.pem` with the root at its end, where that is at hand.
    #[must_use]
    pub fn full_chain_with_root(&self) -> String {
        text(self.chain.iter().chain(&self.root))
    }

    /// The form that the server should send: with the root only where [`Repair::root_recommended`].
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

    /// ACM's field "Certificate chain", in order, with the root only where [`Repair::root_recommended`]. After
    /// [`Repair::acm_certificate`] it makes [`Repair::recommended`].
    #[must_use]
    pub fn acm_chain(&self) -> String {
        text(
            self.chain
                .iter()
                .chain(self.root.iter().filter(|_| self.root_recommended))
                .skip(1),
        )
    }

    /// The intermediates, without leaf and root: nginx and others want them in a file of their own.
    #[must_use]
    pub fn intermediates_only(&self) -> String {
        text(self.chain.iter().skip(1))
    }
}

fn text<'a>(certificates: impl IntoIterator<Item = &'a RepairedCertificate>) -> String {
    certificates.into_iter().map(|c| c.pem.as_str()).collect()
}
