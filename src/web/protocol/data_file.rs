//! The page's own data files, which it sends to an engine that needs them.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::Uint8Array;

use crate::trust::{issuers, shard};

/// One of the page's own data files, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DataFile {
    /// What judging needs of authorities ([`issuers`]).
    Issuers(u8),
    /// Certificates ([`shard`]).
    Shard(u8),
}

impl DataFile {
    /// Its path among the page's files.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Issuers(number) => issuers::path(number),
            Self::Shard(number) => ["intermediates/", &shard::file_name(number)].concat(),
        }
    }

    /// As it crosses: below 256 a file of issuers.
    pub(super) fn code(self) -> u16 {
        match self {
            Self::Issuers(number) => u16::from(number),
            Self::Shard(number) => 256 | u16::from(number),
        }
    }

    /// As it crossed; none for what is no such number.
    #[must_use]
    pub fn of_code(code: u32) -> Option<Self> {
        match u16::try_from(code).ok()?.to_be_bytes() {
            [0, number] => Some(Self::Issuers(number)),
            [1, number] => Some(Self::Shard(number)),
            _ => None,
        }
    }
}

/// A data file as it was fetched; none where it could not be had.
pub type Fetched = (DataFile, Option<Uint8Array>);
