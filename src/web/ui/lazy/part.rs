//! The parts of the interface that are loaded when they are shown.

use yew::prelude::*;

use crate::report::{Report, RuleId};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// The properties of a part.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Seen {
    pub(crate) part: Part,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Option<Shared<Report>>,
    pub(crate) on: Callback<Action>,
    pub(crate) on_password: Callback<String>,
}

/// A part of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The chain and the time line.
    Pictures,
    /// The sections below the four rules: the repair, the certificates, exports.
    Below,
    /// The comparison with the report before.
    Compare,
    /// A verdict that came in a link.
    Shared,
    /// A rule's commands.
    Commands(RuleId),
    /// More about a rule's finding, by its position.
    More(RuleId, usize),
    /// The table of many servers.
    Fleet,
    /// A view that is opened from the page's header.
    View,
}

/// Draws a part.
pub(crate) type Draw = fn(&Seen) -> Html;
