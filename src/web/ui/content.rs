//! What is between the page's header and footer.

use yew::prelude::*;

use super::callbacks::Callbacks;
use super::components::basic::icon::{Sign, icon};
use super::components::input::command_line::command_line;
use super::components::input::examples::examples;
use super::components::input::fields::fields;
use super::components::input::notes::input_notes;
use super::components::input::panel::InputPanel;
use super::components::rules::card::rule_cards;
use super::components::verdict::banner::verdict_banner;
use super::lazy::part::{Part, Seen};
use super::lazy::slot::Later;
use super::notices::{
    failure, left_out, list_in_use, only_waits, passed_over, servers_found, under_way, update, words_of,
};
use super::session::Session;
use super::shared::Shared;
use super::state::{Action, Phase, State, View, Why};
use crate::engine::InputError;
use crate::i18n::{UiText, verdict_sentence};
use crate::report::{InputReport, Report};

/// The check of an input, or the view that the user has opened.
pub(super) fn content(state: &UseReducerHandle<State>, session: &Session, callbacks: &Callbacks) -> Html {
    let seen = Seen {
        part: Part::View,
        state: state.clone(),
        session: session.clone(),
        report: state.report().cloned(),
        on: callbacks.on.clone(),
        on_password: callbacks.on_password.clone(),
    };
    match state.view {
        View::Check => check(state, &seen, callbacks),
        View::Authorities | View::Trust => {
            let back = callbacks.on.reform(|_: MouseEvent| Action::View(View::Check));
            html! {
                <main class="main" id="main" tabindex="-1">
                    <p>
                        <button type="button" class="button button--small" id="back" onclick={back}>
                            { state.locale.ui(UiText::Back) }
                        </button>
                    </p>
                    <Later part={Part::View} ..seen />
                </main>
            }
        }
    }
}

fn check(state: &UseReducerHandle<State>, seen: &Seen, callbacks: &Callbacks) -> Html {
    let Callbacks {
        on,
        on_text,
        on_files,
        on_password,
    } = callbacks;
    let (locale, report) = (state.locale, &seen.report);
    let failed = failed(state);
    let input = input_report(state);
    let certificates = report
        .as_ref()
        .map(|report| u32::try_from(report.certificates.len()).unwrap_or(u32::MAX));
    let started = report.is_some() || state.folded;
    html! {
        <main class="main" id="main" tabindex="-1" aria-busy={if state.is_checking() { "true" } else { "false" }}>
            <p class="visually-hidden" role="status" aria-live="polite">{ announcement(state) }</p>
            if state.update_ready { { update(locale) } }
            if let Some(list) = &state.request.list { { list_in_use(locale, list, report.as_ref(), on) } }
            if state.shared_verdict.is_some() {
                <Later part={Part::Shared} ..seen.clone() />
            } else if !started {
                <div class="hero">
                    <h1 class="hero__title">{ locale.ui(UiText::Tagline) }</h1>
                    <p class="hero__promise">{ locale.ui(UiText::Promise) }</p>
                </div>
            }
            <InputPanel {locale} source={state.source.clone()} folded={state.folded} {certificates}
                passed_over={passed_over(state, input)} key_removed={state.key_removed} on={on.clone()}
                on_text={on_text.clone()} on_files={on_files.clone()} />
            if let Some(why) = failed.filter(|why| !only_waits(why)) { { failure(state, why, on) } }
            if let (Some(input), None) = (input, report) {
                { input_notes(locale, input, state.key_removed, on_password) }
            }
            { under_way(state, on) }
            if state.fleet.is_some() {
                <Later part={Part::Fleet} ..seen.clone() />
            } else {
                { left_out(state) }
                { servers_found(state, on) }
            }
            { answer(state, seen) }
        </main>
    }
}

/// The report, or what there is to do without one.
fn answer(state: &State, seen: &Seen) -> Html {
    let (locale, on) = (state.locale, &seen.on);
    let fields = fields(locale, &state.form, seen.report.is_some(), on);
    let busy = state.is_checking() || matches!(state.phase, Phase::Collecting { .. } | Phase::Opening);
    match &seen.report {
        Some(report) => with_report(state, seen, report, fields),
        None if state.shows_table() => fields,
        None if busy => html! {},
        None => html! {
            <>
                { examples(locale, on) }
                { command_line(locale, &state.form.host) }
                { fields }
            </>
        },
    }
}

fn with_report(state: &State, seen: &Seen, report: &Shared<Report>, fields: Html) -> Html {
    let locale = state.locale;
    html! {
        <>
            if let Some(shared) = &state.shared {
                <section class="notice notice--info" id="shared">
                    { icon(Sign::Share) }
                    <p><strong>{ locale.ui(UiText::SharedHeading) }{ "." }</strong>{ " " }{ locale.link_changes(&shared.changes(report)) }</p>
                </section>
            }
            { verdict_banner(locale, report, &state.repair, state.is_checking()) }
            if state.former.is_some() { <Later part={Part::Compare} ..seen.clone() /> }
            { fields }
            { input_notes(locale, &report.input, state.key_removed, &seen.on_password) }
            <div class="judged">
                { rule_cards(locale, report, &|part| html! { <Later {part} ..seen.clone() /> }) }
                <Later part={Part::Pictures} ..seen.clone() />
            </div>
            <Later part={Part::Below} ..seen.clone() />
        </>
    }
}

/// Why there is no report.
fn failed(state: &State) -> Option<&Why> {
    match &state.phase {
        Phase::Failed { why } => Some(why),
        _ => None,
    }
}

/// What became of the input.
fn input_report(state: &State) -> Option<&InputReport> {
    match (state.report(), failed(state)) {
        (Some(report), _) => Some(&report.input),
        (None, Some(Why::Input(InputError::NoCertificate { input }))) => Some(input),
        _ => None,
    }
}

/// What a screen reader says when it changes.
fn announcement(state: &State) -> String {
    match (failed(state), state.report()) {
        (Some(why), _) => words_of(state, why),
        (None, Some(report)) => verdict_sentence(report, state.locale),
        (None, None) => String::new(),
    }
}
