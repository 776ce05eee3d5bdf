//! Limits on reading input. Anything beyond a limit becomes a [`Dropped`](crate::ingest::Dropped)
//! entry that names the limit, never an error or a crash.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// The default of [`Limits::input_bytes`], for code that reads files.
pub const INPUT_BYTES: usize = 64 * 1024 * 1024;

/// The limits of one call; the documentation promises the values of [`Limits::default`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of input that are read, over all files together; the rest is ignored.
    ///
    /// Default 64 MB (64 × 1024 × 1024). The largest known real input, every certificate of a
    /// public CA programme in one file, is under 8 MB.
    pub input_bytes: usize,
    /// Certificates that are collected.
    ///
    /// Default 100,000: about 500 times the size of the largest public root list.
    pub certificates: usize,
    /// Dropped parts that are listed; further ones are only counted.
    ///
    /// Default 1,000: nobody reads a longer list, and 64 MB can contain millions of markers.
    pub dropped: usize,
    /// Bytes from the start of a text that are searched for log messages, host names and openssl's
    /// lines.
    ///
    /// Default 4 MB: a hundred `openssl s_client` sessions of 40 KB.
    pub hint_bytes: usize,
    /// The depth to which encoded text may be nested. A Kubernetes secret is one level.
    ///
    /// Default 2: for example a link to another tool with a Kubernetes secret in it.
    pub nesting: u8,
    /// The depth of nested archives that are opened, including the outermost.
    ///
    /// Default 2: for example a CA's ZIP in the ZIP of a mail.
    pub archives: u8,
    /// Bytes that may be inflated from all archives together, in addition to the size of the
    /// archives.
    ///
    /// Default 4 MB: certificates compress little, and ten thousand of them are 15 MB. The memory
    /// limit (four times the input and 16 MB) leaves no room for more.
    pub inflated_bytes: usize,
    /// Iterations of key derivation, for all keystores and passwords of a call together.
    ///
    /// Default ten million, which takes a few seconds. openssl uses 2,048 iterations by default and
    /// Java 10,000; cautious users set a million.
    pub iterations: u64,
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
            iterations: 10_000_000,
        }
    }
}

/// The limit that was exceeded.
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
