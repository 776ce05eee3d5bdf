//! The actions that change the page's state.

use std::rc::Rc;

use super::phase::Why;
use super::settings::{Theme, View};
use super::source::{Kept, Source};
use crate::guide::{IntegrationKind, System};
use crate::i18n::Locale;
use crate::report::{Repair, Report, RuleId};
use crate::share::{SharedOptions, Summary, VerdictLink};
use crate::trust::ClientId;
use crate::web::ui::shared::Shared;

/// An event that changes the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// The user edited the text of the box.
    Typed(Rc<str>),
    /// A whole text was pasted, dropped, or shared.
    NewText(Rc<str>),
    /// Files were chosen, or a text too long for the box was pasted.
    NewFiles(Kept),
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
    /// Stop the work in progress.
    Cancel,
    /// An example was chosen.
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
    /// `insecureSkipVerification` was switched on or off.
    Skip(bool),
    /// The input is a client certificate, or it is not.
    ClientCertificate(bool),
    /// Another client was chosen.
    Client(ClientId),
    /// The user gave a truststore with this name, made visible.
    Truststore(Rc<str>),
    /// Show the fields, to choose a client.
    ChooseClient,
    /// The outcome of a check.
    Answered {
        /// The number of the request.
        id: u32,
        /// The report, or why there is none.
        outcome: Result<Shared<Report>, Why>,
        /// Whether a private key was removed from the input.
        key_removed: bool,
        /// The text without its private keys; `None` if it had none.
        redacted: Option<Rc<str>>,
    },
    /// The input holds several servers.
    Several {
        /// The number of the request.
        id: u32,
        /// The text without its private keys; `None` if it had none.
        redacted: Option<Rc<str>>,
    },
    /// Open a row of the table.
    OpenRow {
        /// Its position in the table.
        row: usize,
        /// Its certificates.
        source: Source,
    },
    /// Go back to the table.
    CloseRow,
    /// Check the whole input, which holds this many servers, as one chain.
    Together(usize),
    /// Check each server separately.
    Apart,
    /// Another kind of integration was chosen.
    Kind(IntegrationKind),
    /// Explain this requirement, or stop if it is explained.
    Rule(RuleId),
    /// Whether the window is wide.
    Wide(bool),
    /// Open or close the dialog with links and exports.
    Sharing(bool),
    /// Another view was opened.
    View(View),
    /// Make the repaired chain.
    WantRepair,
    /// The result of a repair.
    Repaired {
        /// The number of the request.
        id: u32,
        /// The chain; `None` if it could not be made.
        repair: Option<Shared<Repair>>,
    },
    /// Stop comparing with the previous input.
    ForgetFormer,
    /// Check against this AWS list, or against the built-in one.
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
    /// Show the commands for this system.
    System(System),
    /// A newer version of the page is ready.
    UpdateReady,
    /// Read and check the same input again.
    Again,
    /// Show the box.
    Unfold,
    /// Fold the box to a line.
    Fold,
    /// Start over.
    Clear,
    /// Another language was chosen.
    Locale(Locale),
    /// Other colours were chosen.
    Theme(Theme),
}
