//! The dialog with everything that can be passed on: links, the report in each form, print.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::export::exports;
use super::share::ShareView;
use crate::guide::host;
use crate::i18n::{AnswerText, UiText};
use crate::report::Report;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Shared<Report>,
    pub(crate) on: Callback<Action>,
}

/// The dialog. It is open as long as it exists.
#[component]
pub(crate) fn Sharing(props: &Props) -> Html {
    let Props {
        state,
        session,
        report,
        on,
    } = props;
    let locale = state.locale;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // If it is open already, it stays open.
                let _ = dialog.show_modal();
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onclose = on.reform(|_: Event| Action::Sharing(false));
    html! {
        <dialog class="dialog" id="sharing" aria-labelledby="sharing-title" ref={dialog} {onclose}>
            <div class="dialog__head">
                <h2 class="dialog__title" id="sharing-title">{ locale.ui(UiText::ShareHeading) }</h2>
                <button type="button" class="button button--small" id="sharing-close" onclick={close}>
                    { icon(Sign::Clear) }{ locale.answer(AnswerText::Close) }
                </button>
            </div>
            <ShareView {locale} state={state.clone()} session={session.clone()} />
            <h3 class="label">{ locale.answer(AnswerText::Report) }</h3>
            { exports(locale, report, host::parse(&state.form.host).as_ref()) }
        </dialog>
    }
}
