//! The texts about the input: repairs and notes, ignored data, log messages, and why there is
//! nothing to check.

pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;

use super::format::Explanation;
use crate::ingest::{Dropped, InputNote, LogMessage};
use crate::report::InputReport;

/// Why there is nothing to check.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nothing<'a> {
    /// The input is empty.
    Empty,
    /// The input contains no readable certificate.
    NoCertificate(&'a InputReport),
}

/// The texts about the input in one language.
pub(crate) trait InputWords: Sync {
    /// A repair or a note, with the names of the files.
    fn note(&self, files: &[String], note: &InputNote) -> String;
    /// Ignored data: not a certificate, or unreadable; with the names of the files.
    fn dropped(&self, files: &[String], dropped: &Dropped) -> String;
    /// A known line of a log or a tool: what it means, and what to do next.
    fn log_message(&self, message: &LogMessage) -> Explanation;
    /// Why there is nothing to check, and what to do.
    fn nothing(&self, why: &Nothing<'_>) -> String;
}
