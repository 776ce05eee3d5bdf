//! The input: repairs and remarks, what was left out, log messages, and why there is nothing to
//! check.

mod en;
mod es;
mod fr;

use super::format::Words;
use crate::ingest::{Dropped, InputNote, LogMessage};
use crate::report::InputReport;

/// Why there is nothing to check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nothing<'a> {
    /// The input is empty.
    Empty,
    /// The input holds no certificate that could be read.
    NoCertificate(&'a InputReport),
}

/// What a language says about the input.
pub(crate) trait InputWords: Sync {
    /// A repair or a remark, with the names of the files.
    fn note(&self, files: &[String], note: &InputNote) -> String;
    /// Something that is no certificate or could not be read, with the names of the files.
    fn dropped(&self, files: &[String], dropped: &Dropped) -> String;
    /// A known line of a log or a tool: what it means, and what to do next.
    fn log_message(&self, message: &LogMessage) -> Words;
    /// Why there is nothing to check, and what to do.
    fn nothing(&self, why: &Nothing<'_>) -> String;
}
