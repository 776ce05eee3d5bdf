//! The command that gets a chain, with the host field that fills it. The same host is checked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::guide::host;
use crate::i18n::{AnswerText, Locale, UiText};
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::state::{Action, Form};

/// The host field, with a hint if there is a verdict.
pub(super) fn host_field(locale: Locale, form: &Form, on: &Callback<Action>, hint: bool) -> Html {
    let on_host = on.reform(|event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Host(input.map(|input| input.value()).unwrap_or_default())
    });
    html! {
        <div class="field">
            <label class={if hint { "field__label" } else { "visually-hidden" }} for="host">{ locale.ui(UiText::HostLabel) }</label>
            <input class="input" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                id="host" placeholder={locale.text_for(form.client, locale.ui(UiText::HostPlaceholder))} value={form.host.clone()} oninput={on_host}
                aria-describedby={hint.then_some("host-hint")} />
            if hint { <span class="field__hint" id="host-hint">{ locale.text_for(form.client, locale.kind(form.kind.host_hint())) }</span> }
        </div>
    }
}

/// The command with a button that copies it.
pub(super) fn command_line(locale: Locale, form: &Form, on: &Callback<Action>) -> Html {
    let command = AttrValue::from(host::command(host::parse(&form.host).as_ref()));
    html! {
        <div class="command">
            <h2 class="command__label">{ locale.answer(AnswerText::NoChainYet) }</h2>
            { host_field(locale, form, on, false) }
            <pre class="code__text command__text" tabindex="0">{ command.clone() }</pre>
            <CopyButton {locale} text={command} word={locale.answer(AnswerText::CopyCommand)} first=true large=true id="copy-start" />
            <p class="command__hint">{ locale.ui(UiText::CommandHint) }</p>
        </div>
    }
}
