//! The texts about the input: repairs and notes, ignored data, and why there is nothing to check.

pub(super) mod en;
pub(super) mod es;
pub(super) mod fr;

use crate::ingest::{Dropped, InputNote};
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
    /// Why there is nothing to check, and what to do.
    fn nothing(&self, why: &Nothing<'_>) -> String;
}
