//! Many servers: a table with a row for each, the way to a row's full report and back.
//!
//! It stays in the page while a row is open, with its rows, so that the way back costs nothing.

mod controller;
mod export;
mod model;
mod open;
mod picture;
mod table;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::fleet::{Instead, Query};
use crate::i18n::{FleetPhrase, FleetText, Locale, ReportPhrase, UiText, ViewText};
use crate::report::{RuleId, Verdict};
use crate::visible::visible;
use crate::web::client::pool::Pool;
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::input::password_field::PasswordField;
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, Source, State};
use controller::Controller;
use export::Form;
use model::{Model, Stage};
use open::open;
use table::{FleetTable, file_of};

/// Files without a server that are named.
const NAMED: usize = 200;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) on: Callback<Action>,
    pub(crate) on_password: Callback<String>,
}

/// The view.
#[component]
pub(crate) fn FleetView(props: &Props) -> Html {
    let Props {
        locale,
        state,
        on,
        session,
        ..
    } = props;
    let locale = *locale;
    let table = Controller {
        model: use_mut_ref(Model::default),
        draw: use_force_update(),
        is_scheduled: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
        is_searching: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
    };
    let saving = use_state_eq(|| false);
    {
        let (table, state, session, on) = (table.clone(), state.clone(), session.clone(), on.clone());
        let fleet = state.fleet.clone();
        let options = (state.form.at.clone(), state.form.skips(), state.request.list.clone());
        let wanted = fleet.map(|fleet| (fleet.source, fleet.run));
        use_effect_with((wanted, options), move |(wanted, _)| {
            if let Some((source, _)) = wanted {
                begin(&table, source, &state, &session, &on);
            }
            // Stop the pool when the options change or the view closes.
            move || table.model.borrow_mut().stop()
        });
    }
    let opened = state.fleet.as_ref().and_then(|fleet| fleet.open);
    {
        let was_open = use_mut_ref(|| None::<usize>);
        use_effect_with(opened, move |opened| {
            let before = was_open.replace(*opened);
            let target = match (before, opened) {
                (None, Some(_)) => "fleet-back",
                (Some(_), None) => "fleet-title",
                _ => return,
            };
            let document = web_sys::window().and_then(|window| window.document());
            if let Some(Ok(element)) = document
                .and_then(|document| document.get_element_by_id(target))
                .map(wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>)
            {
                let _ = element.focus();
            }
        });
    }
    if let Some(place) = opened {
        return back(locale, &table, place, on);
    }
    let on_open = {
        let (table, session, on) = (table.clone(), session.clone(), on.clone());
        Callback::from(move |place: usize| open(&table, place, &session, &on))
    };
    let on_query = {
        let table = table.clone();
        Callback::from(move |query: Query| table.set_query(query))
    };
    let on_stop = {
        let table = table.clone();
        Callback::from(move |_: MouseEvent| {
            table.model.borrow_mut().stop();
            table.schedule_update();
        })
    };
    let on_save = {
        let (model, saving) = (Rc::clone(&table.model), saving.setter());
        Callback::from(move |form: Form| {
            let (model, saving) = (Rc::clone(&model), saving.clone());
            saving.set(true);
            spawn_local(async move {
                export::save(model, form, locale).await;
                saving.set(false);
            });
        })
    };
    let model = table.model.borrow();
    let query = model.searching.query.clone();
    let on_sort = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |column| on_query.emit(query.sorted_by(column)))
    };
    let on_rule = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |rule| {
            on_query.emit(Query {
                rule: Some(rule),
                ..query.clone()
            });
        })
    };
    let together = {
        let distinct = model.distinct();
        on.reform(move |_: MouseEvent| Action::Together(distinct))
    };
    html! {
        <section class="panel fleet" aria-labelledby="fleet-title" data-state={model.stage.word()}>
            <h1 class="title" id="fleet-title" tabindex="-1">{ locale.ui(UiText::FleetHeading) }</h1>
            <p class="soft">{ locale.fleet(FleetText::Hint) }</p>
            { progress(locale, &model, &on_stop) }
            if model.shared { <p class="notice notice--info">{ icon(Sign::Certificate) }{ locale.fleet(FleetText::Shared) }</p> }
            if model.keys > 0 { <p class="notice notice--warn">{ icon(Sign::Key) }{ locale.fleet(FleetText::Keys) }</p> }
            if !state.form.host.trim().is_empty() { <p class="soft">{ locale.fleet(FleetText::Host) }</p> }
            if let Some(totals) = &model.totals { { picture::picture(locale, totals, &on_rule) } }
            { tools(locale, &query, &on_query) }
            <p class="fleet__found soft" id="fleet-found">
                { locale.fleet_phrase(&FleetPhrase::Rows { shown: model.shown(), total: model.rows.len() }) }
            </p>
            if model.shown() == 0 && model.stage != Stage::Running {
                <p class="notice notice--warn">{ locale.fleet(FleetText::None) }</p>
            } else {
                <FleetTable {locale} model={Rc::clone(&table.model)} version={model.version} query={query.clone()} {on_sort} {on_open} />
            }
            { save_row(locale, *saving, &on_save) }
            { left(locale, &model, &props.on_password) }
            <p><button type="button" class="button button--small" id="fleet-together" onclick={together}>{ locale.fleet(FleetText::Together) }</button></p>
        </section>
    }
}

/// Checks all of it again.
fn begin(table: &Controller, source: &Source, state: &State, session: &Session, on: &Callback<Action>) {
    let Some((files, sizes)) = session.pieces(source) else {
        return;
    };
    let request = session.fleet_request(state);
    table.model.borrow_mut().begin(request.clone());
    let (table_of_pool, on) = (table.clone(), on.clone());
    let pool = Pool::start(&files, &sizes, request, move |event| {
        let mut model = table_of_pool.model.borrow_mut();
        model.on_event(event);
        // If there is only one chain, or none, the report says more than a table.
        let one = model.stage == Stage::Done && model.distinct() < 2;
        let distinct = model.distinct();
        drop(model);
        if one {
            on.emit(Action::Together(distinct));
        } else {
            table_of_pool.schedule_update();
        }
    });
    table.model.borrow_mut().pool = Some(pool);
    table.schedule_update();
}

fn progress(locale: Locale, model: &Model, on_stop: &Callback<MouseEvent>) -> Html {
    let (passed, failed) = model
        .totals
        .as_ref()
        .map_or((0, 0), |totals| (totals.passed, totals.failed));
    let verdicts = locale.fleet_phrase(&FleetPhrase::Verdicts { passed, failed });
    let running = model.stage == Stage::Running;
    let words = FleetPhrase::Progress {
        servers: model.rows.len(),
        seconds: model.seconds_left(),
    };
    let status = match &model.stage {
        // What changes ten times a second is not read out.
        Stage::Running => String::new(),
        Stage::Stopped => [locale.fleet(FleetText::Stopped), " ", &verdicts].concat(),
        Stage::Done => verdicts.clone(),
        Stage::Failed(_) => locale.ui(UiText::EngineFailed).to_owned(),
    };
    html! {
        <>
        <p class="visually-hidden" role="status">{ status }</p>
        <p class="fleet__verdicts" id="fleet-verdicts">{ verdicts }</p>
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

fn tools(locale: Locale, query: &Query, on_query: &Callback<Query>) -> Html {
    let oninput = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_query.emit(Query {
                    text: input.value(),
                    ..query.clone()
                });
            }
        })
    };
    const VERDICTS: [Option<Verdict>; 3] = [None, Some(Verdict::Fail), Some(Verdict::Pass)];
    let rules: Vec<Option<RuleId>> = std::iter::once(None).chain(RuleId::ALL.map(Some)).collect();
    let all = locale.fleet(FleetText::Any);
    let verdict_names = VERDICTS.map(|verdict| AttrValue::from(verdict.map_or(all, |verdict| locale.verdict(verdict))));
    let rule_names: Vec<_> = rules
        .iter()
        .map(|rule| AttrValue::from(rule.map_or(all, |rule| locale.rule_name(rule))))
        .collect();
    let chosen_rule = rules.iter().position(|rule| *rule == query.rule).unwrap_or_default();
    let on_verdict = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |place: usize| {
            on_query.emit(Query {
                verdict: VERDICTS.get(place).copied().flatten(),
                ..query.clone()
            });
        })
    };
    let on_rule = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |place: usize| {
            on_query.emit(Query {
                rule: rules.get(place).copied().flatten(),
                ..query.clone()
            });
        })
    };
    html! {
        <div class="fleet__tools">
            <div class="field">
                <label class="field__label" for="fleet-search">{ locale.view(ViewText::AuthoritiesSearch) }</label>
                <input class="input" type="search" id="fleet-search" autocomplete="off" spellcheck="false" {oninput}
                    value={query.text.clone()} aria-describedby="fleet-search-hint" />
                <span class="field__hint" id="fleet-search-hint">{ locale.fleet(FleetText::SearchHint) }</span>
            </div>
            <Choice id="fleet-verdict" label={locale.fleet(FleetText::Verdict)} options={verdict_names.to_vec()}
                chosen={VERDICTS.iter().position(|verdict| *verdict == query.verdict).unwrap_or_default()} on_choose={on_verdict} />
            <Choice id="fleet-rule" label={locale.fleet(FleetText::NotMet)} options={rule_names} chosen={chosen_rule} on_choose={on_rule} />
        </div>
    }
}

fn save_row(locale: Locale, saving: bool, on_save: &Callback<Form>) -> Html {
    html! {
        <p class="fleet__save">
            <span>{ locale.fleet(FleetText::Export) }{ locale.ui(UiText::Colon) }</span>
            for form in Form::ALL {
                <button type="button" class="button button--small" disabled={saving} onclick={on_save.reform(move |_: MouseEvent| form)}>
                    { icon(Sign::Download) }{ form.name() }
                </button>
            }
            <span role="status">if saving { { locale.fleet(FleetText::Exporting) } }</span>
        </p>
    }
}

/// The files in which there is no server, each with what it is.
fn left(locale: Locale, model: &Model, on_password: &Callback<String>) -> Html {
    if model.left.is_empty() {
        return html! {};
    }
    let what = |name: &String, what: &Instead| match what {
        Instead::Authorities => locale.fleet(FleetText::Authorities).to_owned(),
        Instead::Nothing => locale.fleet(FleetText::Nothing).to_owned(),
        Instead::Unread => locale.ui(UiText::FileUnreadable).to_owned(),
        Instead::Other(dropped) => locale.dropped(std::slice::from_ref(name), dropped),
    };
    let heading = locale.fleet_phrase(&FleetPhrase::Left(model.left.len()));
    html! {
        <>
        if let Some(wrong) = model.locked() {
            <PasswordField {locale} what={heading.clone()} {wrong} on_password={on_password.clone()} />
        }
        <details class="more" id="fleet-left">
            <summary>{ heading }</summary>
            <ul class="remarks">
                for (name, instead) in model.left.iter().take(NAMED) {
                    <li><strong>{ visible(name) }</strong>{ locale.ui(UiText::Colon) }{ visible(&what(name, instead)) }</li>
                }
                if model.left.len() > NAMED { <li>{ "…" }</li> }
            </ul>
        </details>
        </>
    }
}

/// The way back from a row.
fn back(locale: Locale, table: &Controller, place: usize, on: &Callback<Action>) -> Html {
    let model = table.model.borrow();
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
