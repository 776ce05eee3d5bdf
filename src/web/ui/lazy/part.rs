//! The parts of the interface that are loaded when they are shown.

use yew::prelude::*;

use crate::report::{Report, RuleId};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// What a part is drawn from.
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
    /// What stands below the four rules: the repair, the certificates, what can be taken away.
    Below,
    /// The report before, beside this one.
    Compare,
    /// A verdict that came in a link.
    Shared,
    /// A rule's commands.
    Commands(RuleId),
    /// What more there is to a rule's finding, by its place.
    More(RuleId, usize),
    /// The table of many servers.
    Fleet,
    /// A view that is opened from the page's head.
    View,
}

/// Draws a part.
pub(crate) type Draw = fn(&Seen) -> Html;
