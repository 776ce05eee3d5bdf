//! How far the page is with what the user wants.

use super::source::Kept;
use crate::engine::InputError;
use crate::report::{Repair, Report};
use crate::share::{LinkError, Unresolved};
use crate::web::ui::shared::Shared;

/// How far the check is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing to check.
    #[default]
    Idle,
    /// A folder is being read.
    Collecting {
        /// Files found so far.
        found: usize,
    },
    /// A share link is being opened.
    Opening,
    /// Checking; the former report stays on the page meanwhile.
    Checking {
        /// The former report.
        before: Option<Shared<Report>>,
        /// Files read, of how many; `None` if there is only one.
        read: Option<(usize, usize)>,
    },
    /// Checked.
    Done {
        /// The report.
        report: Shared<Report>,
    },
    /// No report.
    Failed {
        /// The reason.
        why: Why,
    },
}

/// Why there is no report.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The input holds no certificate.
    Input(InputError),
    /// The time limit passed.
    TooLong,
    /// The engine ended unexpectedly.
    Crashed(String),
    /// The engine could not be loaded.
    Unavailable(String),
    /// A file could not be read.
    Unreadable(String),
    /// None of the files is small enough to be read.
    TooLarge(Kept),
    /// A share link that cannot be read.
    Link(LinkError),
    /// A share link some of whose certificates are not available.
    Unresolved(Unresolved),
}

/// How far the repaired chain is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Repairing {
    /// Not wanted yet.
    #[default]
    Idle,
    /// Being made.
    Making,
    /// Made.
    Done(Shared<Repair>),
    /// It could not be made.
    Failed,
}
