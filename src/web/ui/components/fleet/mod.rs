//! Many servers: a table with a row for each, the way to a row's full report and back.
//!
//! It stays in the page while a row is open, with its rows, so that the way back costs nothing.

mod export;
mod model;
mod picture;
mod table;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, HtmlInputElement};
use yew::prelude::*;

use crate::engine;
use crate::fleet::{Instead, Part, Query, Row, Search};
use crate::i18n::{FleetPhrase, FleetText, Locale, ReportPhrase, UiText, ViewText};
use crate::report::{RuleId, Verdict};
use crate::visible::visible;
use crate::web::client::pool::{self, Asked, Job, Pool};
use crate::web::client::timer::sleep;
use crate::web::clock::{self, millis};
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::input::password_field::PasswordField;
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, Source, State};
use export::Form;
use model::{Model, Stage};
use table::{FleetTable, file_of};

/// How often the page is drawn while rows come, in milliseconds.
const TICK: i32 = 200;
/// How long a search may go on before the page may draw, in milliseconds.
const BUSY: f64 = 10.0;
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

/// What is the same for everything that happens here.
#[derive(Clone)]
struct Desk {
    model: Rc<RefCell<Model>>,
    draw: UseForceUpdateHandle,
    drawing: Rc<Cell<bool>>,
    looking: Rc<Cell<bool>>,
}

impl Desk {
    /// Something has changed: it is drawn soon, and looked through anew.
    fn changed(&self) {
        if self.drawing.replace(true) {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            sleep(TICK).await;
            desk.drawing.set(false);
            desk.redraw();
            desk.look();
        });
    }

    fn redraw(&self) {
        let mut model = self.model.borrow_mut();
        model.version = model.version.wrapping_add(1);
        drop(model);
        self.draw.force_update();
    }

    /// Another query.
    fn ask(&self, query: Query) {
        self.model.borrow_mut().searching.query = query;
        // What is under way looks for something else.
        self.model.borrow_mut().searching.search = None;
        self.look();
    }

    /// Finds the rows of the query, a little at a time.
    fn look(&self) {
        {
            let mut model = self.model.borrow_mut();
            let (rows, running) = (model.rows.len(), model.stage == Stage::Running);
            let searching = &mut model.searching;
            // While rows come they are shown as they come.
            if running && searching.query.is_plain() {
                searching.search = None;
                model.order = None;
                drop(model);
                self.redraw();
                return;
            }
            if searching.search.is_some() {
                searching.again = true;
                return;
            }
            searching.again = false;
            searching.search = Some(Search::new(searching.query.clone(), rows));
        }
        if self.looking.replace(true) {
            return;
        }
        let desk = self.clone();
        spawn_local(async move {
            while desk.look_on() {
                sleep(0).await;
            }
            desk.looking.set(false);
            desk.redraw();
            if std::mem::take(&mut desk.model.borrow_mut().searching.again) {
                desk.look();
            }
        });
    }

    /// Looks for a little while; true where there is more to do.
    fn look_on(&self) -> bool {
        let mut model = self.model.borrow_mut();
        let model = &mut *model;
        let began = millis();
        while let Some(search) = &mut model.searching.search {
            if search.step(&model.rows) {
                model.order = model.searching.search.take().map(|search| search.order().into());
                return false;
            }
            if millis() - began > BUSY {
                return true;
            }
        }
        false
    }
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
    let desk = Desk {
        model: use_mut_ref(Model::default),
        draw: use_force_update(),
        drawing: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
        looking: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
    };
    let saving = use_state_eq(|| false);
    {
        let (desk, state, session, on) = (desk.clone(), state.clone(), session.clone(), on.clone());
        let fleet = state.fleet.clone();
        let asked = (state.asked.at.clone(), state.asked.skips(), state.list.clone());
        let wanted = fleet.map(|fleet| (fleet.source, fleet.run));
        use_effect_with((wanted, asked), move |(wanted, _)| {
            if let Some((source, _)) = wanted {
                begin(&desk, source, &state, &session, &on);
            }
            // Another question, or the view is gone: whatever is under way ends.
            move || desk.model.borrow_mut().stop()
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
        return back(locale, &desk, place, on);
    }
    let on_open = {
        let (desk, session, on) = (desk.clone(), session.clone(), on.clone());
        Callback::from(move |place: usize| open(&desk, place, &session, &on))
    };
    let on_query = {
        let desk = desk.clone();
        Callback::from(move |query: Query| desk.ask(query))
    };
    let on_stop = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.model.borrow_mut().stop();
            desk.changed();
        })
    };
    let on_save = {
        let (model, saving) = (Rc::clone(&desk.model), saving.setter());
        Callback::from(move |form: Form| {
            let (model, saving) = (Rc::clone(&model), saving.clone());
            saving.set(true);
            spawn_local(async move {
                export::save(model, form, locale).await;
                saving.set(false);
            });
        })
    };
    let model = desk.model.borrow();
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
            if !state.asked.host.trim().is_empty() { <p class="soft">{ locale.fleet(FleetText::Host) }</p> }
            if let Some(totals) = &model.totals { { picture::picture(locale, totals, &on_rule) } }
            { tools(locale, &query, &on_query) }
            <p class="fleet__found soft" id="fleet-found">
                { locale.fleet_phrase(&FleetPhrase::Rows { shown: model.shown(), total: model.rows.len() }) }
            </p>
            if model.shown() == 0 && model.stage != Stage::Running {
                <p class="notice notice--warn">{ locale.fleet(FleetText::None) }</p>
            } else {
                <FleetTable {locale} model={Rc::clone(&desk.model)} version={model.version} query={query.clone()} {on_sort} {on_open} />
            }
            { save_row(locale, *saving, &on_save) }
            { left(locale, &model, &props.on_password) }
            <p><button type="button" class="button button--small" id="fleet-together" onclick={together}>{ locale.fleet(FleetText::Together) }</button></p>
        </section>
    }
}

/// Judges everything anew.
fn begin(desk: &Desk, source: &Source, state: &State, session: &Session, on: &Callback<Action>) {
    let Some((files, sizes)) = session.pieces(source) else {
        return;
    };
    let mut options = state.asked.options(clock::now());
    options.hostname = None;
    let asked = Asked {
        options,
        passwords: session.passwords(),
        list: state.list.clone(),
    };
    desk.model.borrow_mut().begin(asked.clone());
    let (hearing, on) = (desk.clone(), on.clone());
    let pool = Pool::start(&files, &sizes, asked, move |news| {
        let mut model = hearing.model.borrow_mut();
        model.hear(news);
        // Of what is one chain after all, or holds none, the report says more than a table.
        let one = model.stage == Stage::Done && model.distinct() < 2;
        let distinct = model.distinct();
        drop(model);
        if one {
            on.emit(Action::Together(distinct));
        } else {
            hearing.changed();
        }
    });
    desk.model.borrow_mut().pool = Some(pool);
    desk.changed();
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
    let told = match &model.stage {
        // What changes ten times a second is not read out.
        Stage::Running => String::new(),
        Stage::Stopped => [locale.fleet(FleetText::Stopped), " ", &verdicts].concat(),
        Stage::Done => verdicts.clone(),
        Stage::Failed(_) => locale.ui(UiText::EngineFailed).to_owned(),
    };
    html! {
        <>
        <p class="visually-hidden" role="status">{ told }</p>
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
fn back(locale: Locale, desk: &Desk, place: usize, on: &Callback<Action>) -> Html {
    let model = desk.model.borrow();
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

/// Opens a row: its file as it was given, or its certificates out of a larger one.
fn open(desk: &Desk, place: usize, session: &Session, on: &Callback<Action>) {
    let model = desk.model.borrow();
    let Some(row) = model.rows.get(place) else { return };
    let Some(asking) = usize::try_from(row.job).ok().and_then(|job| model.jobs.get(job)) else {
        return;
    };
    let file = |files: &Rc<[pool::Named]>| usize::try_from(row.file).ok().and_then(|file| files.get(file)).cloned();
    match &asking.job {
        Job::Files(files) if row.line.is_none() => {
            if let Some(file) = file(files).filter(|(name, _)| !name.is_empty()) {
                let source = Source::Files(session.store.keep_row(file));
                on.emit(Action::OpenRow { row: place, source });
                return;
            }
            if let Some((_, blob)) = file(files) {
                open_text(blob, place, on);
            }
        }
        Job::Part((_, blob)) => open_part(blob.clone(), row, place, on),
        Job::Files(files) => {
            let (file, row, asked, full) = (file(files), row.clone(), model.asked.clone(), asking.full);
            let on = on.clone();
            spawn_local(async move {
                let (Some(file), Some(asked), Some(client)) = (file, asked, pool::client()) else {
                    return;
                };
                if let Some((blob, server)) = pool::part_with(&client, file, row.server, &asked, full).await {
                    open_part(blob, &Row { server, ..row }, place, &on);
                }
            });
        }
    }
}

fn open_text(blob: Blob, place: usize, on: &Callback<Action>) {
    let on = on.clone();
    spawn_local(async move {
        if let Some(text) = JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string()) {
            let source = Source::Text(Rc::from(text));
            on.emit(Action::OpenRow { row: place, source });
        }
    });
}

/// The certificates of one server, as text for the box.
fn open_part(blob: Blob, row: &Row, place: usize, on: &Callback<Action>) {
    let (on, server) = (on.clone(), usize::try_from(row.server).unwrap_or(usize::MAX));
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(blob.array_buffer()).await else {
            return;
        };
        let Some(part) = Part::unpack(&Uint8Array::new(&buffer).to_vec()) else {
            return;
        };
        let text: String = part.of(server).map(|member| engine::pem(&member.der)).collect();
        let source = Source::Text(Rc::from(text));
        on.emit(Action::OpenRow { row: place, source });
    });
}
