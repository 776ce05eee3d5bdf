//! The box with what belongs next to it: before a verdict the command that gets a chain, after it
//! the options of the check.

use yew::prelude::*;

use super::command_line::command_line;
use super::panel::InputPanel;
use crate::i18n::Locale;
use crate::web::ui::files::Named;
use crate::web::ui::state::{Action, Form, Source};
use web_sys::ClipboardEvent;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) source: Source,
    pub(crate) form: Form,
    /// Whether it is hidden.
    pub(crate) folded: bool,
    /// The options, if they are shown: there is a verdict, or the client has to be chosen.
    pub(crate) fields: Option<Html>,
    /// Notes about the input.
    pub(crate) notes: Html,
    pub(crate) on: Callback<Action>,
    /// A whole text was pasted.
    pub(crate) on_text: Callback<ClipboardEvent>,
    pub(crate) on_files: Callback<Vec<Named>>,
}

/// The two halves.
#[component]
pub(crate) fn Setup(props: &Props) -> Html {
    if props.folded {
        return html! {};
    }
    let Props {
        locale,
        form,
        fields,
        on,
        ..
    } = props;
    html! {
        <section class="setup" id="setup">
            <div class="setup__half">
                <InputPanel locale={*locale} source={props.source.clone()} has_verdict={fields.is_some()} on={on.clone()}
                    on_text={props.on_text.clone()} on_files={props.on_files.clone()} />
            </div>
            <div class="setup__half setup__half--side">
                if let Some(fields) = fields { { fields.clone() } } else { { command_line(*locale, form, on) } }
            </div>
            if fields.is_some() { <div class="setup__notes">{ props.notes.clone() }</div> }
        </section>
    }
}
