//! The progress of the check and of the repair.

use super::source::Kept;
use crate::engine::{InputError, TruststoreError};
use crate::report::{Repair, Report};
use crate::share::{LinkError, Unresolved};
use crate::web::ui::shared::Shared;

/// The progress of the check.
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
    /// A check is in progress. The previous report stays on the page.
    Checking {
        /// The previous report.
        before: Option<Shared<Report>>,
        /// The number of files read and of all files; `None` if there is only one.
        read: Option<(usize, usize)>,
    },
    /// The check is done.
    Done {
        /// The report.
        report: Shared<Report>,
    },
    /// There is no report.
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
    /// All files are too large.
    TooLarge(Kept),
    /// The share link cannot be read.
    Link(LinkError),
    /// Some certificates of the share link are not available.
    Unresolved(Unresolved),
    /// The chain is to be checked for a truststore that the user has not given.
    NoTruststore,
    /// The user's truststore cannot be used.
    Truststore(TruststoreError),
}

/// The progress of the repair.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Repairing {
    /// Not requested yet.
    #[default]
    Idle,
    /// In progress.
    Making,
    /// Done.
    Done(Shared<Repair>),
    /// The repaired chain could not be made.
    Failed,
}
