//! Checks, redraws and searches of the table, spread over time so that the page does not freeze.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::model::{Model, Stage};
use crate::fleet::{Query, Search};
use crate::web::client::pool::Pool;
use crate::web::clock::millis;
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, Source, State};

/// How often the page is redrawn while rows arrive, in milliseconds.
const TICK: u32 = 200;
/// How long a search may run before the page may redraw, in milliseconds.
const BUSY: f64 = 10.0;

/// The table, with the state of its redraws and searches.
#[derive(Clone)]
pub(super) struct Controller {
    pub(super) model: Rc<RefCell<Model>>,
    draw: UseForceUpdateHandle,
    is_scheduled: Rc<Cell<bool>>,
    is_searching: Rc<Cell<bool>>,
}

/// A controller that lives as long as the component.
#[hook]
pub(super) fn use_controller() -> Controller {
    Controller {
        model: use_mut_ref(Model::default),
        draw: use_force_update(),
        is_scheduled: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
        is_searching: (*use_memo((), |()| Rc::new(Cell::new(false)))).clone(),
    }
}

impl Controller {
    /// Starts a pool of engines that checks everything from the beginning.
    pub(super) fn start(&self, source: &Source, state: &State, session: &Session, on: &Callback<Action>) {
        let Some((files, sizes)) = session.pieces(source) else {
            return;
        };
        let request = session.fleet_request(state);
        self.model.borrow_mut().begin(request.clone());
        let (table, on) = (self.clone(), on.clone());
        let pool = Pool::start(&files, &sizes, request, move |event| {
            let mut model = table.model.borrow_mut();
            model.on_event(event);
            // Show one chain, or none, as a report instead of a table.
            let one = model.stage == Stage::Done && model.distinct() < 2;
            let distinct = model.distinct();
            drop(model);
            if one {
                on.emit(Action::Together(distinct));
            } else {
                table.schedule_update();
            }
        });
        self.model.borrow_mut().pool = Some(pool);
        self.schedule_update();
    }

    /// Schedules a redraw and a new search.
    pub(super) fn schedule_update(&self) {
        if self.is_scheduled.replace(true) {
            return;
        }
        let table = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(TICK).await;
            table.is_scheduled.set(false);
            table.redraw();
            table.search();
        });
    }

    fn redraw(&self) {
        let mut model = self.model.borrow_mut();
        model.version = model.version.wrapping_add(1);
        drop(model);
        self.draw.force_update();
    }

    /// Starts a new search.
    pub(super) fn set_query(&self, query: Query) {
        self.model.borrow_mut().searching.query = query;
        // Ends the search in progress.
        self.model.borrow_mut().searching.search = None;
        self.search();
    }

    /// Finds the rows of the query, in short steps.
    fn search(&self) {
        {
            let mut model = self.model.borrow_mut();
            let (rows, running) = (model.rows.len(), model.stage == Stage::Running);
            let searching = &mut model.searching;
            // While rows arrive, show them in the order of arrival.
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
        if self.is_searching.replace(true) {
            return;
        }
        let table = self.clone();
        spawn_local(async move {
            while table.continue_search() {
                TimeoutFuture::new(0).await;
            }
            table.is_searching.set(false);
            table.redraw();
            if std::mem::take(&mut table.model.borrow_mut().searching.again) {
                table.search();
            }
        });
    }

    /// Searches for a short time; returns whether there is more to do.
    fn continue_search(&self) -> bool {
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
