//! The content between the page's header and footer.

use yew::prelude::*;

use super::callbacks::Callbacks;
use super::components::answer::nothing::nothing;
use super::components::answer::requirements::row_at_start;
use super::components::answer::strip::{is_shown, strip};
use super::components::answer::verdict::answer;
use super::components::basic::icon::{Sign, icon};
use super::components::input::examples::examples;
use super::components::input::notes::{remarks, repairs, urgent};
use super::components::input::panel::kept_words;
use super::components::input::setup::Setup;
use super::lazy::part::{Part, PartProps};
use super::lazy::slot::LazyPart;
use super::notices::{
    failure, failure_text, left_out, list_in_use, needs_only_password, no_certificate, progress, servers_found, update,
};
use super::session::Session;
use super::shared::Shared;
use super::state::{Action, Phase, Source, State, View, Why};
use crate::engine::InputError;
use crate::i18n::{UiText, verdict_sentence};
use crate::report::{InputReport, Report};
use crate::trust::ClientId;

/// Shows the check of an input, or the view that the user has opened.
pub(super) fn content(state: &UseReducerHandle<State>, session: &Session, callbacks: &Callbacks) -> Html {
    let props = PartProps {
        part: Part::View,
        state: state.clone(),
        session: session.clone(),
        report: state.report().cloned(),
        on: callbacks.on.clone(),
        on_password: callbacks.on_password.clone(),
    };
    match state.view {
        View::Check => check(state, &props, callbacks),
        View::Authorities | View::Trust => {
            let back = callbacks.on.reform(|_: MouseEvent| Action::View(View::Check));
            html! {
                <main class="main" id="main" tabindex="-1">
                    <p>
                        <button type="button" class="button button--small" id="back" onclick={back}>
                            { state.locale.ui(UiText::Back) }
                        </button>
                    </p>
                    <LazyPart part={Part::View} ..props />
                </main>
            }
        }
    }
}

fn check(state: &UseReducerHandle<State>, props: &PartProps, callbacks: &Callbacks) -> Html {
    let (locale, on) = (state.locale, &callbacks.on);
    let (report, input) = (&props.report, input_report(state));
    let busy = state.is_checking() || matches!(state.phase, Phase::Collecting { .. } | Phase::Opening);
    let at_start =
        report.is_none() && !state.folded && !busy && state.fleet.is_none() && state.shared_verdict.is_none();
    // Without an input there is nothing to say above the box.
    let hero = at_start && failed(state).is_none();
    let named = match &state.source {
        Source::Files(kept) => Some(kept_words(locale, kept)),
        Source::Text(_) | Source::None => None,
    };
    let locked = failed(state).is_some_and(|why| matches!(why, Why::Input(_)) && needs_only_password(why));
    let on_password = match failed(state) {
        Some(Why::Truststore(_)) => &callbacks.on_truststore_password,
        _ => &callbacks.on_password,
    };
    let fields = state
        .shows_fields()
        .then(|| html! { <LazyPart part={Part::Fields} ..props.clone() /> });
    html! {
        <main class="main" id="main" tabindex="-1" aria-busy={if state.is_checking() { "true" } else { "false" }}>
            <p class="visually-hidden" role="status" aria-live="polite">{ announcement(state) }</p>
            <div class="top">
                if state.update_ready { { update(locale) } }
                if let Some(list) = state.request.list.as_ref().filter(|_| state.form.client == ClientId::API_GATEWAY) { { list_in_use(locale, list, report.as_ref(), on) } }
                if state.shared_verdict.is_some() { <LazyPart part={Part::Shared} ..props.clone() /> }
                if state.fleet.is_none() {
                    { left_out(state) }
                    { servers_found(state, on) }
                }
                if hero {
                    <div class="hero">
                        <h1 class="hero__title">{ locale.ui(UiText::Tagline) }</h1>
                        <p class="hero__promise">{ locale.ui(UiText::Promise) }</p>
                    </div>
                }
                if is_shown(state) || state.shows_table() { { strip(state, named, on) } }
                if let Some(shared) = state.shared.as_ref().zip(report.as_ref()) { { shared_note(state, shared) } }
                if let Some(input) = input { { urgent(locale, input, urgent_key(state), locked, on_password) } }
            </div>
            <Setup {locale} source={state.source.clone()} form={state.form.clone()} folded={state.folded || locked || state.shared_verdict.is_some()}
                {fields} notes={input.map(|input| repairs(locale, input)).unwrap_or_default()}
                on={on.clone()} on_text={callbacks.on_text.clone()} on_files={callbacks.on_files.clone()} />
            { progress(state, on) }
            if state.fleet.is_some() { <LazyPart part={Part::Fleet} ..props.clone() /> }
            if let Some(why) = failed(state) { { without_report(state, why, on) } }
            if let Some(report) = report { { with_report(state, props, report) } }
            if hero {
                { examples(locale, on) }
                { row_at_start(locale, state.open_rule(), on) }
            }
        </main>
    }
}

/// Whether a private key was removed next to certificates. Alone it has its own answer.
fn urgent_key(state: &State) -> bool {
    state.key_removed && state.report().is_some()
}

/// What differs between the result in a link and the result now.
fn shared_note(state: &State, (shared, report): (&Shared<crate::share::Summary>, &Shared<Report>)) -> Html {
    let locale = state.locale;
    html! {
        <p class="notice notice--info" id="shared">
            { icon(Sign::Share) }
            <span><strong>{ locale.ui(UiText::SharedHeading) }{ "." }</strong>{ " " }{ locale.link_changes(&shared.changes(report)) }</span>
        </p>
    }
}

/// Why there is no report, and what to do.
fn without_report(state: &State, why: &Why, on: &Callback<Action>) -> Html {
    match why {
        _ if needs_only_password(why) => html! {},
        Why::Input(InputError::NoCertificate { input }) => nothing(state, input, on),
        _ => failure(state, why, on),
    }
}

fn with_report(state: &State, props: &PartProps, report: &Shared<Report>) -> Html {
    let later = |part: Part| html! { <LazyPart {part} ..props.clone() /> };
    if report.asked.client_certificate {
        return html! {
            <>
                { later(Part::ClientAnswer) }
                { remarks(state.locale, report) }
                if state.sharing { { later(Part::Sharing) } }
            </>
        };
    }
    html! {
        <>
            { answer(state, report, &later, &props.on) }
            { remarks(state.locale, report) }
            if state.former.is_some() { { later(Part::Compare) } }
            { later(Part::Below) }
            if state.sharing { { later(Part::Sharing) } }
        </>
    }
}

/// The reason why there is no report; `None` if nothing failed.
fn failed(state: &State) -> Option<&Why> {
    match &state.phase {
        Phase::Failed { why } => Some(why),
        _ => None,
    }
}

/// How the input was read, if it was.
fn input_report(state: &State) -> Option<&InputReport> {
    match (state.report(), failed(state)) {
        (Some(report), _) => Some(&report.input),
        (None, Some(why)) => no_certificate(why),
        (None, None) => None,
    }
}

/// The text that a screen reader announces when it changes.
fn announcement(state: &State) -> String {
    match (failed(state), state.report()) {
        (Some(why), _) => failure_text(state, why),
        (None, Some(report)) => verdict_sentence(report, state.locale),
        (None, None) => String::new(),
    }
}
