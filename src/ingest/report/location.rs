//! A place in the input.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// A place in the input: which file, and which line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Index into [`Ingested::files`](super::found::Ingested::files), or `None` for a paste.
    pub file: Option<u32>,
    /// Line, from 1; CR, LF and CRLF each end a line.
    pub line: u32,
}
