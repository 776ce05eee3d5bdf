//! The bounds within which input is read. Contract: whatever passes a bound becomes a
//! [`Dropped`](crate::ingest::Dropped) entry that names the bound, never an error and never a
//! crash.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// The default of [`Limits::input_bytes`], for code that reads files.
pub const INPUT_BYTES: usize = 64 * 1024 * 1024;

/// The bounds of one call; [`Limits::default`] is what the product promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of input read, over all files together; the rest is ignored.
    ///
    /// Default 64 MB (64 × 1024 × 1024): the product's promise. The largest real input known to us,
    /// every certificate of a public CA programme in one file, is under 8 MB.
    pub input_bytes: usize,
    /// Certificates handed on.
    ///
    /// Default 100,000: the product's promise, some 500 times the size of the largest public root
    /// list.
    pub certificates: usize,
    /// Broken or foreign things named one by one; further ones are only counted.
    ///
    /// Default 1,000: beyond that nobody reads a list, and 64 MB can contain millions of markers.
    pub dropped: usize,
    /// Bytes of text, from its start, in which log messages, host names and openssl's lines are
    /// looked for.
    ///
    /// Default 4 MB: a whole `openssl s_client` session is under 40 KB, so this is a hundred of
    /// them.
    pub hint_bytes: usize,
    /// How deep encoded text may be nested (a Kubernetes secret is one level).
    ///
    /// Default 2: a link to another tool with a Kubernetes secret in it.
    pub nesting: u8,
    /// Archives in one another that are opened, the outermost counted.
    ///
    /// Default 2: an authority's ZIP in the ZIP of a mail.
    pub archives: u8,
    /// Bytes that may be inflated out of all archives together, beyond as many as the archives have
    /// themselves.
    ///
    /// Default 4 MB: certificates compress little, and ten thousand of them are 15 MB. The bound on
    /// memory (four times the input and 16 MB) leaves no room for more.
    pub inflated_bytes: usize,
    /// Rounds of key derivation, for all key stores and passwords of a call together.
    ///
    /// Default ten million, some seconds of work: openssl writes 2,048 rounds and Java 10,000, a
    /// careful person a million.
    pub rounds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            input_bytes: INPUT_BYTES,
            certificates: 100_000,
            dropped: 1_000,
            hint_bytes: 4 * 1024 * 1024,
            nesting: 2,
            archives: 2,
            inflated_bytes: 4 * 1024 * 1024,
            rounds: 10_000_000,
        }
    }
}

/// Which bound was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LimitKind {
    /// [`Limits::input_bytes`].
    InputBytes,
    /// [`Limits::certificates`].
    Certificates,
    /// [`Limits::dropped`].
    Dropped,
    /// [`Limits::inflated_bytes`].
    InflatedBytes,
}
