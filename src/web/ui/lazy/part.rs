//! The parts of the interface that are loaded when they are shown.

use yew::prelude::*;

use crate::report::{Report, RuleId};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// The properties of a part.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartProps {
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
    /// The validity bar of a position of the chain.
    Bar(usize),
    /// The fields of a certificate, by its position in the input.
    Certificate(usize),
    /// The folds below the answer: the repair, the settings, what cannot be checked.
    Below,
    /// The dialog with links and exports.
    Sharing,
    /// The options of the check.
    Fields,
    /// The answer to a client certificate.
    ClientAnswer,
    /// The comparison with the previous report.
    Compare,
    /// The verdict of a link without certificates.
    Shared,
    /// The commands for a rule.
    Commands(RuleId),
    /// The details of a rule's finding, by its position.
    More(RuleId, usize),
    /// The table of many servers.
    Fleet,
    /// A view opened from the page's header.
    View,
}

/// Draws a part.
pub(crate) type Draw = fn(&PartProps) -> Html;
