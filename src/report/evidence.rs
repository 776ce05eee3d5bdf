//! What the text around the certificates shows: types of the report.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use crate::cert::UnixTime;
use crate::ingest::{AcceptedBy, Location};

/// A contradiction between a log in the input and the check of the chain.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum LogConflict {
    /// The log says that the certificates were rejected, but this chain does not cause its message.
    Rejected {
        /// The log's message.
        at: Location,
        /// What is accepted here.
        instead: Instead,
        /// Whether API Gateway wrote it.
        by_api_gateway: bool,
        /// The command that shows what the server sends without a server name.
        command: String,
    },
    /// The log says that the certificates were accepted, but they are rejected here.
    Accepted {
        /// The log's line.
        at: Location,
        /// The program that accepted them.
        by: AcceptedBy,
    },
}

/// What the check says instead of the log's message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Instead {
    /// The chain is accepted.
    ChainAccepted,
    /// The host name is accepted.
    HostNameAccepted,
    /// The chain is rejected for another reason.
    OtherReason,
}

/// What the description of a certificate shows without the certificate itself.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Observation {
    /// Its names show who made it.
    Recognized {
        /// What kind of certificate it is.
        kind: RecognizedKind,
        /// The product or company.
        product: String,
    },
    /// The validity period is over.
    Expired {
        /// Its end.
        not_after: UnixTime,
        /// The time of the check.
        at: UnixTime,
    },
    /// The validity period has not begun.
    NotYetValid {
        /// Its start.
        not_before: UnixTime,
        /// The time of the check.
        at: UnixTime,
    },
    /// None of its names is that of the host.
    OtherHost {
        /// The host name.
        host: String,
    },
    /// Subject and issuer are the same, and it is not a CA.
    SelfSigned {},
    /// The RSA key has more than 2048 bits.
    KeyTooLarge {
        /// Its size.
        bits: u32,
    },
}

/// A kind of certificate that its names show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecognizedKind {
    /// A product's default certificate.
    Default,
    /// Made by a proxy that inspects TLS.
    Proxy,
    /// From Let's Encrypt's staging environment.
    Staging,
    /// From Cloudflare's origin CA.
    CloudflareOrigin,
}
