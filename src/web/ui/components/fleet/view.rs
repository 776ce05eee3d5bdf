//! The table of many servers, with its summary, diagrams and tools.
//!
//! The component keeps its rows while a row is open, so going back needs no new checks.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::controller::{Controller, use_controller};
use super::model::{Model, Stage};
use super::table::FleetTable;
use super::{diagrams, export, open, summary, tools};
use crate::fleet::Query;
use crate::i18n::{ClientText, FleetPhrase, FleetText, Locale, UiText};
use crate::trust::ClientId;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, Phase, State};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) on: Callback<Action>,
    pub(crate) on_password: Callback<String>,
}

/// The table, or the link back to it while a row is open.
#[component]
pub(crate) fn FleetView(props: &Props) -> Html {
    let table = use_controller();
    let saving = use_state_eq(|| false);
    use_checks(&table, props);
    let opened = props.state.fleet.as_ref().and_then(|fleet| fleet.open);
    use_focus(opened);
    match opened {
        Some(place) => summary::back(props.locale, &table.model.borrow(), place, &props.on),
        None => overview(props, &table, &saving),
    }
}

/// Checks everything whenever the input or the options change.
#[hook]
fn use_checks(table: &Controller, props: &Props) {
    let (table, state, session, on) = (
        table.clone(),
        props.state.clone(),
        props.session.clone(),
        props.on.clone(),
    );
    let options = (
        state.form.at.clone(),
        state.form.skips(),
        state.request.list.clone(),
        (state.form.client, state.request.truststore),
    );
    // The truststore is read first.
    let ready = !state.lacks_truststore() && (state.phase == Phase::Idle || !state.shows_table());
    let wanted = state
        .fleet
        .clone()
        .filter(|_| ready)
        .map(|fleet| (fleet.source, fleet.run));
    use_effect_with((wanted, options), move |(wanted, _)| {
        if let Some((source, _)) = wanted {
            table.start(source, &state, &session, &on);
        }
        // Stop when the view is closed, or the input or the options change.
        move || table.model.borrow_mut().stop()
    });
}

/// Moves the focus to the link back when a row is opened, and to the heading when it is closed.
#[hook]
fn use_focus(opened: Option<usize>) {
    let was_open = use_mut_ref(|| None::<usize>);
    use_effect_with(opened, move |opened| {
        let before = was_open.replace(*opened);
        let target = match (before, opened) {
            (None, Some(_)) => "fleet-back",
            (Some(_), None) => "fleet-title",
            _ => return,
        };
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(target));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // If this fails, the element is still visible.
            let _ = element.focus();
        }
    });
}

/// Saves the rows as a file; `saving` is true meanwhile.
fn on_save(locale: Locale, model: &Rc<RefCell<Model>>, saving: &UseStateHandle<bool>) -> Callback<export::FileFormat> {
    let (model, saving) = (Rc::clone(model), saving.setter());
    Callback::from(move |form| {
        let (model, saving) = (Rc::clone(&model), saving.clone());
        saving.set(true);
        spawn_local(async move {
            export::save(model, form, locale).await;
            saving.set(false);
        });
    })
}

fn overview(props: &Props, table: &Controller, saving: &UseStateHandle<bool>) -> Html {
    let (locale, on) = (props.locale, &props.on);
    let on_open = {
        let (table, session, on) = (table.clone(), props.session.clone(), on.clone());
        Callback::from(move |place: usize| open::open(&table, place, &session, &on))
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
    let on_save = on_save(locale, &table.model, saving);
    let model = table.model.borrow();
    let query = model.searching.query.clone();
    let on_sort = {
        let query = query.clone();
        on_query.reform(move |column| query.sorted_by(column))
    };
    let on_rule = {
        let query = query.clone();
        on_query.reform(move |rule| Query {
            rule: Some(rule),
            ..query.clone()
        })
    };
    let together = {
        let distinct = model.distinct();
        on.reform(move |_: MouseEvent| Action::Together(distinct))
    };
    html! {
        <section class="fleet" aria-labelledby="fleet-title" data-state={model.stage.word()}>
            <div class="fleet__top">
                <h1 class="title" id="fleet-title" tabindex="-1">{ summary::heading(locale, &model) }</h1>
                <button type="button" class="button button--small" id="fleet-together" onclick={together}>{ locale.fleet(FleetText::Together) }</button>
            </div>
            { summary::progress(locale, &model, &on_stop) }
            if model.shared { <p class="notice notice--info">{ icon(Sign::Certificate) }{ locale.fleet(FleetText::Shared) }</p> }
            if model.keys > 0 { <p class="notice notice--warn">{ icon(Sign::Key) }{ locale.fleet(FleetText::Keys) }</p> }
            if model.client() != ClientId::API_GATEWAY {
                <p id="fleet-client">
                    { locale.client_text(ClientText::Client) }{ locale.ui(UiText::Colon) }<strong>{ locale.client_name(model.client()) }</strong>
                </p>
            }
            if !props.state.form.host.trim().is_empty() { <p class="soft">{ locale.fleet(FleetText::Host) }</p> }
            { tools::tools(locale, model.client(), &query, &on_query) }
            if let Some(totals) = model.totals.as_ref().filter(|_| model.stage != Stage::Running) { { diagrams::diagrams(locale, model.client(), totals, &on_rule) } }
            <p class="fleet__found soft" id="fleet-found">
                { locale.fleet_phrase(&FleetPhrase::Rows { shown: model.shown(), total: model.rows.len() }) }
            </p>
            if model.shown() == 0 && model.stage != Stage::Running {
                <p class="notice notice--warn">{ locale.fleet(FleetText::None) }</p>
            } else if model.shown() > 0 {
                <FleetTable {locale} model={Rc::clone(&table.model)} version={model.version} query={query.clone()} {on_sort} {on_open} />
            }
            { tools::save_row(locale, **saving, &on_save) }
            { summary::without_server(locale, &model, &props.on_password) }
            <p class="soft">{ locale.fleet(FleetText::Hint) }</p>
        </section>
    }
}
