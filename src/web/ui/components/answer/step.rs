//! The next step: one instruction, the button that helps, and a second one.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::guide::host::{self, Endpoint};
use crate::guide::{FixGroup, NextStep, Reason, StepButton, TlsSetting};
use crate::i18n::{AnswerPhrase, AnswerText, GuideText, Instruction, Locale, Step, UiText};
use crate::report::{LogConflict, Repair, Report, Verdict};
use crate::trust::ClientId;
use crate::visible::visible;
use crate::web::ui::browser::{focus, output};
use crate::web::ui::components::basic::copy_button::{CopyButton, Making};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::lazy::load::{load_calendar, load_ticket};
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// How many names of a certificate are offered.
const MAX_NAMES: usize = 6;

/// The instruction with its buttons.
pub(super) fn next(
    state: &State,
    report: &Shared<Report>,
    repair: Option<&Repair>,
    step: &NextStep<'_>,
    on: &Callback<Action>,
) -> Html {
    let locale = state.locale;
    let draw = |button: StepButton, first: bool| draw(state, report, repair, button, first, on);
    let second = step.second.filter(|button| {
        let skippable = state.form.kind.setting() == Some(TlsSetting::InsecureSkipVerification);
        *button != StepButton::SkipCaCheck || (skippable && report.is_for_api_gateway())
    });
    html! {
        <div class="next">
            <h2 class="label">{ locale.answer(AnswerText::NextStep) }</h2>
            <p class="next__step">{ locale.step(report, &step.step) }</p>
            if wants_names(step) { { names(locale, report) } }
            <div class="next__buttons">
                { draw(step.primary, true) }
                if let Some(button) = second { { draw(button, false) } }
                if step.group == Some(FixGroup::Client) {
                    <button type="button" class="button" id="how-to-import" onclick={focus::jump("import-ca")}>{ locale.guide(GuideText::TrustHeading) }</button>
                }
                <button type="button" class="button button--quiet" id="share" onclick={on.reform(|_: MouseEvent| Action::Sharing(true))}>
                    { locale.ui(UiText::ShareHeading) }
                </button>
            </div>
        </div>
    }
}

/// Whether calling the backend by another name would help.
fn wants_names(step: &NextStep<'_>) -> bool {
    matches!(step.reason, Reason::HostName(_))
        && matches!(step.step, Step::Say(Instruction::NewCertificate(needs)) if needs.hostname.is_some())
}

/// The names on the certificate, to copy.
fn names(locale: Locale, report: &Report) -> Html {
    let presented = report
        .hostname
        .as_ref()
        .map(|host| host.presented.as_slice())
        .unwrap_or_default();
    let more = presented.len().saturating_sub(MAX_NAMES);
    html! {
        <p class="chips">
            <span class="visually-hidden">{ locale.answer(AnswerText::NamesOfCertificate) }{ locale.ui(UiText::Colon) }</span>
            for name in presented.iter().take(MAX_NAMES) {
                <CopyButton {locale} text={name.clone()} word={AttrValue::from(visible(name))} />
            }
            if more > 0 { <span class="soft">{ locale.answer_phrase(&AnswerPhrase::MoreNames(more)) }</span> }
        </p>
    }
}

fn draw(
    state: &State,
    report: &Shared<Report>,
    repair: Option<&Repair>,
    button: StepButton,
    first: bool,
    on: &Callback<Action>,
) -> Html {
    let locale = state.locale;
    let endpoint = host::parse(&state.form.host);
    let plain = |text: AnswerText, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class={classes!("button", first.then_some("button--first"))} {onclick}>
                { locale.answer(text) }
            </button>
        }
    };
    match button {
        StepButton::Download => download(locale, repair),
        StepButton::HowToInstall => plain(AnswerText::HowToInstall, focus::jump("repair")),
        StepButton::HowToConfigure => plain(AnswerText::HowToConfigure, focus::jump("repair")),
        StepButton::SkipCaCheck => plain(AnswerText::SkipCaCheck, focus::jump("tls-config")),
        StepButton::CheckNew => plain(AnswerText::CheckNew, on.reform(|_: MouseEvent| Action::Unfold)),
        StepButton::CopyCommand => html! {
            <CopyButton {locale} text={command(report, endpoint.as_ref())} word={locale.answer(AnswerText::CopyCommand)} {first}
                large=true id="copy-command" />
        },
        StepButton::CopyForTicket => html! {
            <CopyButton {locale} make={ticket(report, endpoint, locale)} word={locale.answer(AnswerText::CopyForTicket)} {first}
                large=true id="copy-ticket" />
        },
        StepButton::Remind => {
            let report = report.clone();
            plain(
                AnswerText::Remind,
                Callback::from(move |_: MouseEvent| save_calendar(report.clone(), endpoint.clone(), locale)),
            )
        }
        StepButton::CheckHost => html! { <HostForm {locale} client={report.client.id} on={on.clone()} /> },
    }
}

/// The command that shows the chain; if a log contradicts the check, without a server name.
fn command(report: &Report, endpoint: Option<&Endpoint>) -> String {
    match &report.log_conflict {
        Some(LogConflict::Rejected { command, .. }) if report.verdict == Verdict::Pass => command.clone(),
        _ => host::command(endpoint),
    }
}

/// The repaired chain. While it is being made, the button waits for it.
fn download(locale: Locale, repair: Option<&Repair>) -> Html {
    let text = repair.map(Repair::recommended);
    let waits = text.is_none();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(text) = &text {
            output::download("fullchain.pem", "application/x-pem-file", text);
        }
    });
    html! {
        <button type="button" class="button button--first" id={(!waits).then_some("download-repaired")}
            aria-disabled={waits.then_some("true")} {onclick}>
            { icon(Sign::Download) }{ locale.ui(UiText::RepairDownload) }
        </button>
    }
}

/// Makes the report for a ticket when the button is pressed.
fn ticket(report: &Shared<Report>, host: Option<Endpoint>, locale: Locale) -> Callback<(), Making> {
    let report = report.clone();
    Callback::from(move |()| -> Making {
        let (report, host) = (report.clone(), host.clone());
        Box::pin(async move { load_ticket().await.ok().map(|write| write(&report, host, locale)) })
    })
}

fn save_calendar(report: Shared<Report>, host: Option<Endpoint>, locale: Locale) {
    spawn_local(async move {
        let text = load_calendar()
            .await
            .ok()
            .and_then(|write| write(&report, host, locale));
        if let Some(text) = text {
            output::download("certificate-expiry.ics", "text/calendar", &text);
        }
    });
}

#[derive(PartialEq, Properties)]
struct HostProps {
    locale: Locale,
    client: ClientId,
    on: Callback<Action>,
}

/// The field for a host name that has not been checked.
#[component]
fn HostForm(props: &HostProps) -> Html {
    let HostProps { locale, client, on } = props;
    let field = use_node_ref();
    let onsubmit = {
        let (field, on) = (field.clone(), on.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = field.cast::<HtmlInputElement>() {
                on.emit(Action::Host(input.value()));
            }
        })
    };
    html! {
        <form class="next__host" {onsubmit}>
            <input class="input" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                id="verdict-host" aria-label={locale.ui(UiText::HostLabel)} placeholder={locale.text_for(*client, locale.ui(UiText::HostPlaceholder))} ref={field} />
            <button type="submit" class="button button--first">{ locale.answer(AnswerText::CheckHost) }</button>
        </form>
    }
}
