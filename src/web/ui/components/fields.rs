//! What is asked beside the certificates: host, moment, mode. A change is judged at once.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{Locale, UiText};
use crate::web::ui::state::{Action, Asked};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) asked: Asked,
    pub(crate) on: Callback<Action>,
}

fn value(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// The three fields.
#[component]
pub(crate) fn Fields(props: &Props) -> Html {
    let locale = props.locale;
    let on_host = props.on.reform(|event: InputEvent| Action::Host(value(&event)));
    let on_at = props.on.reform(|event: InputEvent| Action::At(value(&event)));
    let on_skip = props.on.reform(|event: Event| {
        Action::Skip(
            event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.checked()),
        )
    });
    let on_now = props.on.reform(|_: MouseEvent| Action::At(String::new()));
    html! {
        <div class="fields">
            <label class="field">
                <span class="field__label">{ locale.ui(UiText::HostLabel) }
                    <span class="field__hint">{ " · " }{ locale.ui(UiText::HostHint) }</span>
                </span>
                <input class="input" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                    id="host" placeholder={locale.ui(UiText::HostPlaceholder)} value={props.asked.host.clone()}
                    oninput={on_host} />
            </label>
            <div class="field">
                <label class="field__label" for="as-of">{ locale.ui(UiText::AsOfLabel) }
                    <span class="field__hint">{ " · " }{ locale.ui(UiText::AsOfHint) }</span>
                </label>
                <div class="field__row">
                    <input class="input" type="datetime-local" id="as-of" step="1" max="9999-12-31T23:59"
                        value={props.asked.at.clone()} oninput={on_at} />
                    if !props.asked.at.is_empty() {
                        <button type="button" class="button button--small" onclick={on_now}>
                            { locale.ui(UiText::AsOfNow) }
                        </button>
                    }
                </div>
            </div>
            <label class="check">
                <input type="checkbox" id="skip" checked={props.asked.skip} onchange={on_skip} aria-describedby="skip-hint" />
                <span>
                    <code class="check__label">{ locale.ui(UiText::SkipVerificationLabel) }</code>
                    <span class="check__hint" id="skip-hint">{ locale.ui(UiText::SkipVerificationHint) }</span>
                </span>
            </label>
        </div>
    }
}
