//! The summary of the table: the progress, the counts, and the files without a server.

use yew::prelude::*;

use super::model::{Model, Stage};
use super::table::file_of;
use crate::fleet::OtherContent;
use crate::i18n::{FleetPhrase, FleetText, Locale, ReportPhrase, UiText};
use crate::visible::visible;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::input::password_field::PasswordField;
use crate::web::ui::state::Action;

/// How many files without a server are listed.
const MAX_NAMED: usize = 200;

/// How many servers are accepted and rejected, as the heading.
pub(super) fn heading(locale: Locale, model: &Model) -> String {
    if model.stage == Stage::Running {
        return locale.ui(UiText::FleetHeading).to_owned();
    }
    let totals = model.totals.as_ref();
    let servers = locale.fleet_phrase(&FleetPhrase::Servers(model.rows.len()));
    let verdicts = locale.fleet_phrase(&FleetPhrase::Verdicts {
        passed: totals.map_or(0, |totals| totals.passed),
        failed: totals.map_or(0, |totals| totals.failed),
        open: totals.map_or(0, |totals| totals.open),
    });
    [&servers, locale.ui(UiText::Colon), &verdicts].concat()
}

/// The progress while the checks run, and what stopped them.
pub(super) fn progress(locale: Locale, model: &Model, on_stop: &Callback<MouseEvent>) -> Html {
    let running = model.stage == Stage::Running;
    let words = FleetPhrase::Progress {
        servers: model.rows.len(),
        seconds: model.seconds_left(),
    };
    let status = match &model.stage {
        // Screen readers do not announce progress that changes several times a second.
        Stage::Running => String::new(),
        Stage::Stopped => [locale.fleet(FleetText::Stopped), " ", &heading(locale, model)].concat(),
        Stage::Done => heading(locale, model),
        Stage::Failed(_) => locale.ui(UiText::EngineFailed).to_owned(),
    };
    html! {
        <>
        <p class="visually-hidden" role="status">{ status }</p>
        if running {
            <div class="fleet__progress">
                <progress id="fleet-progress" max="1000" value={model.share().to_string()} aria-label={locale.ui(UiText::Checking)}></progress>
                <span>{ locale.fleet_phrase(&words) }</span>
                <button type="button" class="button button--small" id="fleet-stop" onclick={on_stop.clone()}>{ locale.ui(UiText::Cancel) }</button>
            </div>
        }
        if model.stage == Stage::Stopped { <p class="notice notice--warn">{ icon(Sign::Warn) }{ locale.fleet(FleetText::Stopped) }</p> }
        if let Stage::Failed(why) = &model.stage {
            <p class="notice notice--fail">{ icon(Sign::Fail) }{ locale.ui(UiText::EngineFailed) }{ " " }<code>{ visible(why) }</code></p>
        }
        </>
    }
}

/// The files without a server, each with what it holds instead.
pub(super) fn without_server(locale: Locale, model: &Model, on_password: &Callback<String>) -> Html {
    if model.without_server.is_empty() {
        return html! {};
    }
    let what = |name: &String, what: &OtherContent| match what {
        OtherContent::Authorities => locale.fleet(FleetText::Authorities).to_owned(),
        OtherContent::Nothing => locale.fleet(FleetText::Nothing).to_owned(),
        OtherContent::Unread => locale.ui(UiText::FileUnreadable).to_owned(),
        OtherContent::Other(dropped) => locale.dropped(std::slice::from_ref(name), dropped),
    };
    let heading = locale.fleet_phrase(&FleetPhrase::Left(model.without_server.len()));
    html! {
        <>
        if let Some(wrong) = model.locked() {
            <PasswordField {locale} what={heading.clone()} {wrong} alone=false on_password={on_password.clone()} />
        }
        <details class="more" id="fleet-left">
            <summary>{ heading }</summary>
            <ul class="remarks">
                for (name, instead) in model.without_server.iter().take(MAX_NAMED) {
                    <li><strong>{ visible(name) }</strong>{ locale.ui(UiText::Colon) }{ visible(&what(name, instead)) }</li>
                }
                if model.without_server.len() > MAX_NAMED { <li>{ "…" }</li> }
            </ul>
        </details>
        </>
    }
}

/// The link back from an open row to the table.
pub(super) fn back(locale: Locale, model: &Model, place: usize, on: &Callback<Action>) -> Html {
    let row = model.rows.get(place);
    let shown = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    html! {
        <p class="fleet__back">
            <button type="button" class="button button--small" id="fleet-back" onclick={on.reform(|_: MouseEvent| Action::CloseRow)}>
                { locale.fleet(FleetText::Back) }
            </button>
            if let Some(row) = row {
                <span>
                    <strong>{ visible(&row.name) }</strong>{ " · " }{ file_of(locale, row) }{ " · " }
                    { locale.report_phrase(&ReportPhrase::PlaceOf { place: shown(place.saturating_add(1)), total: shown(model.rows.len()) }) }
                </span>
            }
        </p>
    }
}
