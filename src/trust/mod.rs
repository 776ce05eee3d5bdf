//! The certificate authorities that API Gateway supports, and how they are looked up.
//!
//! One [`pool`] holds every CA certificate that the tool knows. A client's trust is a
//! [`TrustStore`]: a list of fingerprints with aliases over the pool. It is immutable; data files
//! that are loaded while a chain is checked go into [`PoolFiles`], which belong to the plan. The
//! embedded edition is decoded once, in microseconds; a newer list that a user has pasted replaces
//! it ([`TrustStore::listing`]). That a root has the right name says nothing until its key has
//! verified what it is said to have signed.
//!
//! A chain is anchored as Java does it, by name *and* public key, not by fingerprint: reissued and
//! cross-signed versions of a listed root are as good as the listed one. Seven pairs of listed
//! certificates share one key, so that every lookup can find more than one root; report all their
//! aliases.
//!
//! # References
//! - [AWS: supported certificate
//!   authorities](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-supported-certificate-authorities-for-http-endpoints.html);
//!   edition 2022-01-24, see `trust/README.md` for its provenance.

mod edition;
pub mod entry;
pub mod key;
pub mod list;
pub mod pool;
mod reader;
pub mod release;
mod search;
mod store;

pub use crate::num::parse_hex;
pub use edition::Edition;
pub use entry::Entry;
pub use list::{AwsList, ListEntry, ListProblem, ListProblemKind, ListedHash};
pub use pool::{Facts, KeyAlgorithm, PoolFile, PoolFiles, Root};
pub use reader::DataError;
pub use store::{KnownLead, ListDifference, TrustStore};
