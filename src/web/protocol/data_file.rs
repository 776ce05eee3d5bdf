//! The page's own data files, which it sends to an engine that needs them.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::trust::{issuers, shard};

/// One of the page's own data files, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
pub enum DataFile {
    /// What a check needs of CAs ([`issuers`]).
    Issuers(u8),
    /// Certificates ([`shard`]).
    Shard(u8),
}

impl DataFile {
    /// The path of the file among the page's files.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Issuers(number) => issuers::path(number),
            Self::Shard(number) => ["intermediates/", &shard::file_name(number)].concat(),
        }
    }
}
