//! What a language says about the evidence in an input.

use super::described;
use crate::evidence::DescriptionNote;
use crate::i18n::Locale;
use crate::report::LogConflict;

impl Locale {
    /// The heading above descriptions of certificates.
    #[must_use]
    pub fn described_heading(self) -> &'static str {
        self.evidence_words().heading()
    }

    /// A description of a certificate: what it says, what that shows, and how to get the
    /// certificate itself. `files` are those of the input's report.
    #[must_use]
    pub fn described(self, files: &[String], note: &DescriptionNote<'_>) -> String {
        described(self.evidence_words(), self.grammar(), files, note, true)
    }

    /// [`described`](Self::described) without how to get the certificate itself.
    #[must_use]
    pub fn description_facts(self, files: &[String], note: &DescriptionNote<'_>) -> String {
        described(self.evidence_words(), self.grammar(), files, note, false)
    }

    /// How a log contradicts the check of the chain, why, and what to do.
    #[must_use]
    pub fn log_conflict(self, files: &[String], conflict: &LogConflict) -> String {
        let (LogConflict::Rejected { at, .. } | LogConflict::Accepted { at, .. }) = conflict;
        let words = self.evidence_words();
        words.conflict(&words.place(files, at), conflict)
    }

    /// [`log_conflict`](Self::log_conflict) in short, next to a button for the command.
    pub(in crate::i18n) fn compare(self, files: &[String], conflict: &LogConflict) -> String {
        let words = self.evidence_words();
        match conflict {
            LogConflict::Rejected {
                at,
                instead,
                by_api_gateway,
                ..
            } => words.compare(&words.place(files, at), *instead, *by_api_gateway),
            LogConflict::Accepted { .. } => self.log_conflict(files, conflict),
        }
    }
}
