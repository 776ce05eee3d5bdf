//! The options of a check: host, moment, integration. A change starts a new check.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::guide::{IntegrationKind, TlsSetting};
use crate::i18n::{Locale, UiText};
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::state::{Action, Form};

fn value(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// The fields. With a verdict, the differences between integrations are shown too.
pub(crate) fn fields(locale: Locale, form: &Form, has_verdict: bool, on: &Callback<Action>) -> Html {
    let on_host = on.reform(|event: InputEvent| Action::Host(value(&event)));
    let on_at = on.reform(|event: InputEvent| Action::At(value(&event)));
    let on_skip = on.reform(|event: Event| {
        Action::Skip(
            event
                .target_dyn_into::<HtmlInputElement>()
                .is_some_and(|input| input.checked()),
        )
    });
    let on_now = on.reform(|_: MouseEvent| Action::At(String::new()));
    let kinds = IntegrationKind::ALL;
    let chosen = kinds.iter().position(|kind| *kind == form.kind).unwrap_or_default();
    let on_kind = on.reform(move |place: usize| Action::Kind(kinds.get(place).copied().unwrap_or_default()));
    let kind = form.kind;
    let skip_exists = kind.setting() == Some(TlsSetting::InsecureSkipVerification);
    html! {
        <>
        <div class="fields">
            <div class="field">
                <label class="field__label" for="host">{ locale.ui(UiText::HostLabel) }</label>
                <input class="input" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                    id="host" placeholder={locale.ui(UiText::HostPlaceholder)} value={form.host.clone()}
                    oninput={on_host} aria-describedby="host-hint" />
                <span class="field__hint" id="host-hint">{ locale.kind(kind.host_hint()) }</span>
            </div>
            <div class="field">
                <label class="field__label" for="as-of">{ locale.ui(UiText::AsOfLabel) }</label>
                <div class="field__row">
                    <input class="input" type="datetime-local" id="as-of" step="1" max="9999-12-31T23:59"
                        value={form.at.clone()} oninput={on_at} aria-describedby="as-of-hint" />
                    if !form.at.is_empty() {
                        <button type="button" class="button button--small" onclick={on_now}>
                            { locale.ui(UiText::AsOfNow) }
                        </button>
                    }
                </div>
                <span class="field__hint" id="as-of-hint">{ locale.ui(UiText::AsOfHint) }</span>
            </div>
            <div class="field">
                <Choice id="kind" label={locale.ui(UiText::IntegrationLabel)} {chosen} on_choose={on_kind}
                    options={kinds.iter().map(|kind| AttrValue::from(locale.kind(kind.name()))).collect::<Vec<_>>()} />
            </div>
            <label class="check">
                <input type="checkbox" id="skip" checked={form.skips()} disabled={!skip_exists} onchange={on_skip}
                    aria-describedby="skip-hint" />
                <span>
                    <code class="check__label">{ locale.ui(UiText::SkipVerificationLabel) }</code>
                    <span class="check__hint" id="skip-hint">{ locale.ui(UiText::SkipVerificationHint) }</span>
                </span>
            </label>
        </div>
        if has_verdict {
            <details class="more kind-remarks">
                <summary>{ locale.ui(UiText::IntegrationHint) }{ locale.ui(UiText::Colon) }{ locale.kind(kind.name()) }</summary>
                <ul class="remarks">
                    for remark in kind.remarks() {
                        <li>
                            { locale.kind(remark.text) }
                            if remark.inferred { { " " }<em class="soft">{ locale.ui(UiText::Inferred) }</em> }
                        </li>
                    }
                </ul>
            </details>
        }
        </>
    }
}
