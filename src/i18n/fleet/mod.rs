//! The table of many servers.

mod en;
mod es;
mod fr;

use super::format::texts;

texts! {
    /// A label of the table of many servers.
    FleetText:
    Hint,
    Shared,
    Together,
    SearchHint,
    Any,
    NotMet,
    Verdict,
    Name,
    Anchor,
    Days,
    File,
    None,
    FailsMost,
    Expiry,
    Expired,
    Later,
    Otherwise,
    Stopped,
    Authorities,
    Nothing,
    Back,
    Unnamed,
    Export,
    Exporting,
    Host,
    Keys,
}

/// A label with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FleetPhrase {
    /// A number of servers.
    Servers(usize),
    /// How many servers are accepted and rejected.
    Verdicts {
        /// Accepted.
        passed: usize,
        /// Rejected.
        failed: usize,
        /// Chains whose verdict is inconclusive.
        open: usize,
    },
    /// The progress of checking many servers.
    Progress {
        /// Servers checked.
        servers: usize,
        /// Seconds that are left; `None` if unknown.
        seconds: Option<u64>,
    },
    /// How many of the servers the table shows.
    Rows {
        /// Shown.
        shown: usize,
        /// In all.
        total: usize,
    },
    /// A month.
    Month {
        /// The year.
        year: i32,
        /// From 1.
        month: u8,
    },
    /// How many files have no server certificate.
    Left(usize),
}

/// The texts of the table of many servers in one language.
pub(crate) trait FleetWords: Sync {
    /// A label.
    fn text(&self, text: FleetText) -> &'static str;
    /// A label with values in it.
    fn phrase(&self, phrase: &FleetPhrase) -> String;
}
