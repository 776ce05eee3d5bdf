//! The certificate authorities that API Gateway supports, and lookups in them.
//!
//! One [`pool`] contains every CA certificate that the tool knows. The CAs that a client trusts are
//! a
//! [`TrustStore`]: a list of fingerprints with aliases that refers to the pool. It is immutable.
//! Data files that are loaded while a chain is checked go into [`PoolFiles`], which belong to the
//! plan. The embedded list is decoded once, in microseconds; a newer list that a user pastes
//! replaces it ([`TrustStore::listing`]). A root with the right name proves nothing until its key
//! has verified the signature below it.
//!
//! An anchor is found as in Java, by name *and* public key, not by fingerprint: reissued and
//! cross-signed versions of a listed root count as the listed one. Seven pairs of listed
//! certificates share one key, so every lookup can find more than one root. Reports name all their
//! aliases.
//!
//! # References
//! - [AWS: supported certificate
//!   authorities](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-supported-certificate-authorities-for-http-endpoints.html);
//!   version of 2022-01-24, see `trust/README.md` for its source.

pub mod client;
mod dates;
pub mod entry;
pub mod java;
pub mod key;
pub mod list;
mod list_version;
mod more;
pub mod pool;
mod reader;
pub mod release;
mod search;
mod store;

pub use crate::num::parse_hex;
pub use client::{Client, ClientId, ClientKind, Clients};
pub use entry::Entry;
pub use list::{AwsList, ListEntry, ListProblem, ListProblemKind, ListedHash};
pub use list_version::ListVersion;
pub use pool::{Facts, KeyAlgorithm, PoolFile, PoolFiles, Root};
pub use reader::DataError;
pub use store::{KnownLead, ListDifference, TrustStore};
