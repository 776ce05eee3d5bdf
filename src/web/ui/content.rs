//! The content between the page's header and footer.

use yew::prelude::*;

use super::callbacks::Callbacks;
use super::components::basic::icon::{Sign, icon};
use super::components::input::command_line::command_line;
use super::components::input::examples::examples;
use super::components::input::fields::fields;
use super::components::input::notes::{Checked, input_notes};
use super::components::input::panel::InputPanel;
use super::components::rules::card::rule_cards;
use super::components::verdict::banner::verdict_banner;
use super::lazy::part::{Part, PartProps};
use super::lazy::slot::LazyPart;
use super::notices::{
    failure, failure_text, ignored_lines, left_out, list_in_use, needs_only_password, progress, servers_found, update,
};
use super::session::Session;
use super::shared::Shared;
use super::state::{Action, Phase, State, View, Why};
use crate::engine::InputError;
use crate::i18n::{UiText, verdict_sentence};
use crate::report::{InputReport, Report};
use crate::web::clock;

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
    let Callbacks {
        on,
        on_text,
        on_files,
        on_password,
    } = callbacks;
    let (locale, report) = (state.locale, &props.report);
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
                <LazyPart part={Part::Shared} ..props.clone() />
            } else if !started {
                <div class="hero">
                    <h1 class="hero__title">{ locale.ui(UiText::Tagline) }</h1>
                    <p class="hero__promise">{ locale.ui(UiText::Promise) }</p>
                </div>
            }
            <InputPanel {locale} source={state.source.clone()} folded={state.folded} {certificates}
                ignored_lines={ignored_lines(state, input)} key_removed={state.key_removed} on={on.clone()}
                on_text={on_text.clone()} on_files={on_files.clone()} />
            if let Some(why) = failed.filter(|why| !needs_only_password(why)) { { failure(state, why, on) } }
            if let (Some(input), None) = (input, report) {
                { input_notes(locale, input, without_chain(state), state.key_removed, on_password) }
            }
            { progress(state, on) }
            if state.fleet.is_some() {
                <LazyPart part={Part::Fleet} ..props.clone() />
            } else {
                { left_out(state) }
                { servers_found(state, on) }
            }
            { answer(state, props) }
        </main>
    }
}

/// Shows the report, or before there is one, the examples, the command and the options.
fn answer(state: &State, props: &PartProps) -> Html {
    let (locale, on) = (state.locale, &props.on);
    let fields = fields(locale, &state.form, props.report.is_some(), on);
    let busy = state.is_checking() || matches!(state.phase, Phase::Collecting { .. } | Phase::Opening);
    match &props.report {
        Some(report) => with_report(state, props, report, fields),
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

fn with_report(state: &State, props: &PartProps, report: &Shared<Report>, fields: Html) -> Html {
    let locale = state.locale;
    let checked = Checked {
        with_chain: true,
        at: report.at,
        hostname: report.asked.hostname.as_deref(),
    };
    html! {
        <>
            if let Some(shared) = &state.shared {
                <section class="notice notice--info" id="shared">
                    { icon(Sign::Share) }
                    <p><strong>{ locale.ui(UiText::SharedHeading) }{ "." }</strong>{ " " }{ locale.link_changes(&shared.changes(report)) }</p>
                </section>
            }
            { verdict_banner(locale, report, &state.repair, state.is_checking()) }
            if state.former.is_some() { <LazyPart part={Part::Compare} ..props.clone() /> }
            { fields }
            if let Some(conflict) = &report.log_conflict {
                <p class="notice notice--warn" id="log-conflict">
                    { icon(Sign::Warn) }<span>{ locale.log_conflict(&report.input.files, conflict) }</span>
                </p>
            }
            { input_notes(locale, &report.input, checked, state.key_removed, &props.on_password) }
            <div class="results">
                { rule_cards(locale, report, &|part| html! { <LazyPart {part} ..props.clone() /> }) }
                <LazyPart part={Part::Pictures} ..props.clone() />
            </div>
            <LazyPart part={Part::Below} ..props.clone() />
        </>
    }
}

/// What an input without certificates was checked for.
fn without_chain(state: &State) -> Checked<'_> {
    Checked {
        with_chain: false,
        at: state.form.moment().unwrap_or_else(clock::now),
        hostname: state.request.options.hostname.as_deref(),
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
        (None, Some(Why::Input(InputError::NoCertificate { input }))) => Some(input),
        _ => None,
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
