//! What can change the page's state.

use std::rc::Rc;

use super::phase::Why;
use super::settings::{Theme, View};
use super::source::{Kept, Source};
use crate::guide::{IntegrationKind, System};
use crate::i18n::Locale;
use crate::report::{Repair, Report};
use crate::share::{SharedOptions, Summary, VerdictLink};
use crate::web::ui::shared::Shared;

/// Everything that can change the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user edited the text of the box.
    Typed(Rc<str>),
    /// A whole text came at once.
    Gave(Rc<str>),
    /// Files came, or a text too long for the box.
    GaveFiles(Kept),
    /// This many files of a folder have been found.
    Collecting(usize),
    /// Some files of a request have been read.
    Read {
        /// The number of the request.
        id: u32,
        /// Files read.
        done: usize,
        /// Files in all.
        of: usize,
    },
    /// Stop what is in progress.
    Cancel,
    /// An example, with its moment and its host name.
    Example {
        /// The PEM text.
        text: Rc<str>,
        /// The time field's value.
        at: &'static str,
        /// The host field's value.
        host: &'static str,
    },
    /// The host field changed.
    Host(String),
    /// The time field changed.
    At(String),
    /// The switch was moved.
    Skip(bool),
    /// The outcome of a check.
    Answered {
        /// The number of the request.
        id: u32,
        /// The report, or why there is none.
        outcome: Result<Shared<Report>, Why>,
        /// Whether the input held a private key.
        key_removed: bool,
        /// The text without its private keys, if it had some.
        redacted: Option<Rc<str>>,
    },
    /// The input holds several servers.
    Several {
        /// The number of the request.
        id: u32,
        /// The text without its private keys, if it had some.
        redacted: Option<Rc<str>>,
    },
    /// Open a row of the table.
    OpenRow {
        /// Its place.
        row: usize,
        /// Where its certificates are.
        source: Source,
    },
    /// Back to the table.
    CloseRow,
    /// Check all of it as one chain; it holds this many servers.
    Together(usize),
    /// Check each server separately.
    Apart,
    /// Another kind of integration.
    Kind(IntegrationKind),
    /// Another view.
    View(View),
    /// Make the repaired chain.
    WantRepair,
    /// The repaired chain of a check.
    Repaired {
        /// The number of the request.
        id: u32,
        /// The chain; `None` if it could not be made.
        repair: Option<Shared<Repair>>,
    },
    /// Stop comparing with the input before.
    ForgetFormer,
    /// Check against a newer AWS list, or against the built-in one again.
    List(Option<Rc<str>>),
    /// A share link is being opened.
    Opening,
    /// A share link was opened.
    Opened {
        /// The certificates as PEM.
        pem: Rc<str>,
        /// The options of the shared check.
        asked: SharedOptions,
        /// The shared answer.
        answer: Shared<Summary>,
    },
    /// A share link with a verdict alone was opened.
    OpenedVerdict(Shared<VerdictLink>),
    /// A share link could not be opened.
    NotOpened(Why),
    /// Commands for another system.
    System(System),
    /// A newer version of the page is ready.
    UpdateReady,
    /// Check the same again, and read it again.
    Again,
    /// Show the box.
    Unfold,
    /// Show the box as a line.
    Fold,
    /// Start over.
    Clear,
    /// Another language.
    Locale(Locale),
    /// Other colours.
    Theme(Theme),
}
