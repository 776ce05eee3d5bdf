//! The answer to a chain: verdict and next step, the chain next to it, the requirements below.

use yew::prelude::*;

use super::frame::{badge, tone_class};
use super::requirements::row;
use super::step::next;
use crate::guide::{NextStep, Reason, Repaired, next_step, reason_sentence};
use crate::i18n::{AnswerPhrase, AnswerText, Locale, Step, UiText};
use crate::report::{Repair, Report};
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::chain::list::chain;
use crate::web::ui::lazy::part::Part;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, Repairing, State};

/// How many other problems are named next to the reason.
const MAX_ALSO: usize = 2;

/// The answer; `later` draws a part that is loaded when it is shown.
pub(in crate::web::ui) fn answer(
    state: &State,
    report: &Shared<Report>,
    later: &dyn Fn(Part) -> Html,
    on: &Callback<Action>,
) -> Html {
    let locale = state.locale;
    let repair: Option<&Repair> = match &state.repair {
        Repairing::Done(repair) => Some(repair),
        Repairing::Idle | Repairing::Making | Repairing::Failed => None,
    };
    let repaired = match (&state.repair, repair) {
        (_, Some(repair)) => Repaired::Done(repair),
        (Repairing::Failed, _) => Repaired::Failed,
        _ => Repaired::Pending,
    };
    let step = next_step(report, repaired);
    let stale = state.is_checking();
    html! {
        <section class={classes!("answer", tone_class(step.tone), stale.then_some("answer--stale"))}
            aria-labelledby="verdict-title" data-verdict={report.verdict.as_str()}>
            <div class="verdict">
                <h1 class="verdict__title" id="verdict-title" tabindex="-1">
                    { badge(locale, step.tone, report.client.id) }
                    <span class="verdict__reason">{ sentence(locale, report, step.reason) }</span>
                </h1>
                { also(state, report, &step, on) }
                { next(state, report, repair, &step, on) }
                { conflict(locale, report, &step) }
                { log(locale, report) }
            </div>
            { row(locale, report, repair, state.open_rule(), later, on) }
            { chain(locale, report, repair, state.form.moment().is_some(), later) }
        </section>
    }
}

/// A reason as a sentence, for the client of the report.
fn sentence(locale: Locale, report: &Report, reason: Reason<'_>) -> String {
    locale.for_client(report, reason_sentence(&locale.headline_words(), report, reason))
}

/// The other problems, or the warning of an accepted chain.
fn also(state: &State, report: &Report, step: &NextStep<'_>, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    let warning = step.warning.map(|finding| locale.reason(report, finding));
    let clauses = step.also.iter().filter_map(|reason| match reason {
        Reason::Finding(finding) => Some(locale.reason(report, finding)),
        Reason::HostName(host) => Some(locale.host_reason(report, host)),
        Reason::Undecided(_) | Reason::ValidFor(_) | Reason::JavaMessage => None,
    });
    let more = step.also.len().saturating_sub(MAX_ALSO);
    if warning.is_none() && step.also.is_empty() {
        return html! {};
    }
    let show_more = {
        let (on, unmet) = (
            on.clone(),
            state.unmet_rule().filter(|rule| state.open_rule() != Some(*rule)),
        );
        Callback::from(move |_: MouseEvent| {
            if let Some(rule) = unmet {
                on.emit(Action::Rule(rule));
            }
        })
    };
    html! {
        <ul class="also" role="list">
            if let Some(clause) = warning {
                <li class="also__item also__item--warn">{ locale.answer_phrase(&AnswerPhrase::Warning(&clause)) }</li>
            }
            for clause in clauses.take(MAX_ALSO) {
                <li class="also__item">{ locale.answer_phrase(&AnswerPhrase::Also(&clause)) }</li>
            }
            if more > 0 {
                <li class="also__item">
                    <button type="button" class="link-button" onclick={show_more}>
                        { locale.answer_phrase(&AnswerPhrase::AndMore(more)) }
                    </button>
                </li>
            }
        </ul>
    }
}

/// How a log in the input contradicts the check, unless the next step is about it.
fn conflict(locale: Locale, report: &Report, step: &NextStep<'_>) -> Html {
    match &report.log_conflict {
        Some(conflict) if !matches!(step.step, Step::Compare(_)) => html! {
            <p class="notice notice--warn" id="log-conflict">
                { icon(Sign::Warn) }<span>{ locale.log_conflict(&report.input.files, conflict) }</span>
            </p>
        },
        _ => html! {},
    }
}

/// The lines of the log that this chain causes, folded to one line.
fn log(locale: Locale, report: &Report) -> Html {
    let Some(message) = &report.handshake.message else {
        return html! {};
    };
    let older = report
        .handshake
        .legacy_message
        .as_ref()
        .filter(|older| *older != message);
    let line = |label: &'static str, text: &str| {
        html! {
            <div class="log__line">
                <p class="label">{ label }</p>
                <code class="log__message">{ text.to_owned() }</code>
                <CopyButton {locale} text={text.to_owned()} what={label} />
            </div>
        }
    };
    html! {
        <details class="log">
            <summary class="log__head">
                <span>{ locale.answer(AnswerText::InLog) }{ " " }</span>
                <code class="log__gist">{ message.clone() }</code>
                <span class="log__fold">{ icon(Sign::Down) }</span>
            </summary>
            { line(locale.answer(AnswerText::InLog), message) }
            if let Some(older) = older { { line(locale.ui(UiText::JavaSaysLegacy), older) } }
        </details>
    }
}
