//! The options of a check: client, host, moment, integration. A change starts a new check.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::command_line::host_field;
use crate::guide::{IntegrationKind, TlsSetting};
use crate::i18n::{ClientPageText, ClientText, Locale, UiText};
use crate::trust::ClientId;
use crate::trust::client::ClientKind;
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::state::{Action, Form};

fn value(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .unwrap_or_default()
}

/// The heading of a group of clients, and which belong to it.
type Group = (ClientPageText, fn(&ClientKind) -> bool);

/// The groups of clients in the list.
const GROUPS: [Group; 4] = [
    (ClientPageText::Builds, |kind| matches!(kind, ClientKind::Java { .. })),
    (ClientPageText::OpenJdk, |kind| matches!(kind, ClientKind::OpenJdk(_))),
    (ClientPageText::Mozilla, |kind| matches!(kind, ClientKind::Mozilla(_))),
    (ClientPageText::Browsers, |kind| matches!(kind, ClientKind::Browser(_))),
];

/// The fields, and what differs for this kind of integration.
///
/// `for_client` is the field that only the chosen client has, such as the user's truststore.
pub(crate) fn fields(locale: Locale, form: &Form, for_client: Html, on: &Callback<Action>) -> Html {
    let on_at = on.reform(|event: InputEvent| Action::At(value(&event)));
    let for_api_gateway = form.client == ClientId::API_GATEWAY;
    html! {
        <div class="fields">
            { client_field(locale, form.client, on) }
            { for_client }
            { host_field(locale, form, on, true) }
            <div class="field">
                <label class="field__label" for="as-of">{ locale.ui(UiText::AsOfLabel) }</label>
                <input class={classes!("input", "input--time", form.at.is_empty().then_some("input--empty"))} type="datetime-local"
                    id="as-of" step="1" max="9999-12-31T23:59" value={form.at.clone()} oninput={on_at} aria-describedby="as-of-hint" />
                <span class="field__hint" id="as-of-hint">{ locale.ui(UiText::AsOfHint) }</span>
            </div>
            if for_api_gateway { { integration(locale, form, on) } }
        </div>
    }
}

/// The list of clients, in groups.
fn client_field(locale: Locale, chosen: ClientId, on: &Callback<Action>) -> Html {
    let onchange = on.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let client = select.and_then(|select| ClientId::parse(&select.value()));
        Action::Client(client.unwrap_or_default())
    });
    let option = |client: ClientId, name: String| {
        html! { <option value={client.as_str()} selected={client == chosen}>{ name }</option> }
    };
    let group = |(label, wanted): (ClientPageText, fn(&ClientKind) -> bool)| {
        html! {
            <optgroup label={locale.client_page(label)}>
                for client in ClientId::all().filter(|client| wanted(&client.client().kind)) {
                    { option(client, locale.client_name(client)) }
                }
            </optgroup>
        }
    };
    html! {
        <div class="field choice">
            <label class="choice__label" for="client">{ locale.client_text(ClientText::Client) }</label>
            <select class="select" id="client" {onchange}>
                { option(ClientId::API_GATEWAY, locale.client_name(ClientId::API_GATEWAY)) }
                for one in GROUPS { { group(one) } }
                { option(ClientId::TRUSTSTORE, locale.client_page(ClientPageText::OwnTruststore).to_owned()) }
            </select>
        </div>
    }
}

/// The kind of integration, which only API Gateway has, and what differs for it.
fn integration(locale: Locale, form: &Form, on: &Callback<Action>) -> Html {
    let on_skip = on.reform(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Skip(input.is_some_and(|input| input.checked()))
    });
    let kinds = IntegrationKind::ALL;
    let chosen = kinds.iter().position(|kind| *kind == form.kind).unwrap_or_default();
    let on_kind = on.reform(move |place: usize| Action::Kind(kinds.get(place).copied().unwrap_or_default()));
    let kind = form.kind;
    let skip_exists = kind.setting() == Some(TlsSetting::InsecureSkipVerification);
    html! {
        <>
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
        </>
    }
}
