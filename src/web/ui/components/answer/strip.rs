//! The line above the answer: what was checked, for which host, at which time. It opens the fields.

use yew::prelude::*;

use crate::guide::host;
use crate::i18n::{AnswerPhrase, AnswerText, UiPhrase, UiText};
use crate::trust::ClientId;
use crate::web::ui::state::{Action, Source, State};
use crate::web::ui::text::brief;

/// The line; `named` says what the input is, if it was not a text.
pub(in crate::web::ui) fn strip(state: &State, named: Option<String>, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    let text = |text| locale.answer(text);
    let certificates = state.report().map(|report| {
        let count = u32::try_from(report.certificates.len()).unwrap_or(u32::MAX);
        locale.phrase(&UiPhrase::Certificates(count))
    });
    let what = match (named, certificates) {
        (Some(name), Some(count)) => [&name, ": ", &count].concat(),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) if state.is_checking() => locale.ui(UiText::Checking).to_owned(),
        (None, None) => locale.ui(UiText::PastedText).to_owned(),
    };
    let moment = state.form.moment();
    let host = host::parse(&state.form.host);
    let known = state.report().is_some();
    let is_client_certificate = state.form.is_client_certificate();
    html! {
        <section class={classes!("strip", known.then_some("strip--answered"), moment.map(|_| "strip--dated"))} aria-label={locale.ui(UiText::InputLabel)}>
            <p class="strip__text">
                <strong>{ what }</strong>
                if known {
                    if !is_client_certificate {
                        { " · " }{ text(AnswerText::Host) }{ " " }
                        <strong>{ host.map_or_else(|| text(AnswerText::HostNotChecked).to_owned(), |host| host.name) }</strong>
                    }
                    if state.is_host_from_input() { <span class="strip__rest">{ " (" }{ text(AnswerText::HostFromInput) }{ ")" }</span> }
                    if let Some(moment) = moment {
                        { " · " }<strong>{ locale.answer_phrase(&AnswerPhrase::AsOf(moment)) }</strong>
                    } else {
                        <span class="strip__rest">{ " · " }{ text(AnswerText::NowChecked) }</span>
                    }
                    { client(state) }
                    if state.form.skips() { { " · " }<strong>{ text(AnswerText::CheckSkipped) }</strong> }
                }
            </p>
            <div class="strip__buttons">
                if known && moment.is_some() {
                    <button type="button" class="button button--small" id="now" onclick={on.reform(|_: MouseEvent| Action::At(String::new()))}>
                        { locale.ui(UiText::AsOfNow) }
                    </button>
                }
                <button type="button" class="button button--small" id="edit" aria-expanded={if state.folded { "false" } else { "true" }}
                    onclick={on.reform({ let folded = state.folded; move |_: MouseEvent| if folded { Action::Unfold } else { Action::Fold } })}>
                    { text(AnswerText::Change) }
                </button>
                <button type="button" class="button button--small" id="new-check" onclick={on.reform(|_: MouseEvent| Action::Clear)}>
                    { text(AnswerText::NewCheck) }
                </button>
            </div>
        </section>
    }
}

/// For API Gateway the kind of integration, which names it; otherwise the client.
fn client(state: &State) -> Html {
    let locale = state.locale;
    let client = state.report().map_or(state.form.client, |report| report.client.id);
    if client == ClientId::API_GATEWAY {
        return html! { <span class="strip__rest">{ " · " }{ locale.kind(state.form.kind.name()) }</span> };
    }
    let file = state.truststore.as_ref().filter(|_| client == ClientId::TRUSTSTORE);
    html! {
        <>
            { " · " }<strong id="strip-client">{ locale.client_name(client) }</strong>
            if let Some(file) = file { <span class="strip__rest">{ " (" }{ brief(&file.name, MAX_NAME) }{ ")" }</span> }
        </>
    }
}

/// The longest name of a truststore that is shown, in characters.
const MAX_NAME: usize = 40;

/// Whether the line is shown: the user has given an input and is not editing a first one.
pub(in crate::web::ui) fn is_shown(state: &State) -> bool {
    state.report().is_some() || (state.folded && !matches!(state.source, Source::None))
}
