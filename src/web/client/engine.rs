//! The client of one engine.
//!
//! The engine runs in a worker. If no worker starts, or workers do not respond, the same module
//! runs on the page. Every request has a time limit. A stuck worker is ended, and the next request
//! starts a new one. There is one check at a time: a newer check replaces an older one, whose late
//! response is dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use borsh::BorshDeserialize;
use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::boot::{Boot, PageEngine, text_of};
use super::input::Attachments;
use super::limits::{Limits, Location};
use super::message::{KeptByEngine, Loaded, Message};
use super::pending::{Event, Failure, Pending};
use super::worker::{WorkerEvent, WorkerHandle, check_build};
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::js;
use crate::web::protocol::request::Request;
use crate::web::protocol::response::{Checked, Response, ResponseBody};

#[derive(Clone)]
enum Engine {
    None,
    Worker(Rc<WorkerHandle>),
    Page(PageEngine),
}

struct Inner {
    boot: Boot,
    limits: Limits,
    /// Whether the full engine is used.
    full: Cell<bool>,
    /// How many workers did not respond.
    misses: Cell<u8>,
    /// The number of the newest check.
    newest: Cell<u32>,
    engine: RefCell<Engine>,
    /// What the engine has read.
    kept: Cell<KeptByEngine>,
    starting: RefCell<Option<Promise>>,
    next_id: Cell<u32>,
    pending: RefCell<Vec<Rc<Pending>>>,
}

/// The client; clones share one engine.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

/// After this many workers that did not respond, the engine runs on the page.
const MAX_MISSES: u8 = 2;

/// How often a request is sent again if its engine was replaced.
const MAX_RETRIES: u8 = 3;

/// The first number of requests other than checks. The page numbers the checks.
const FIRST_ID: u32 = 1 << 31;

/// How often a request for the full engine looks whether the running check has ended, in
/// milliseconds.
const POLL: u32 = 50;

impl Client {
    /// Makes a client that starts engines through `boot`.
    #[must_use]
    pub fn new(boot: Boot, limits: Limits) -> Self {
        Self(Rc::new(Inner {
            boot,
            limits,
            full: Cell::new(!has_subtle_crypto()),
            misses: Cell::new(0),
            newest: Cell::new(0),
            engine: RefCell::new(Engine::None),
            kept: Cell::default(),
            starting: RefCell::new(None),
            next_id: Cell::new(FIRST_ID),
            pending: RefCell::new(Vec::new()),
        }))
    }

    /// The client of this page; `None` if `boot.js` did not run.
    #[must_use]
    pub fn of_page() -> Option<Self> {
        Boot::of_page().map(|boot| Self::new(boot, Limits::default()))
    }

    /// Starts an engine before the first request.
    pub async fn warm_up(&self) {
        if self.0.misses.get() < MAX_MISSES {
            // If this fails, the first request fails in the same way and reports it.
            let _ = self.worker().await;
        }
    }

    /// Where the engine runs at the moment.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        match &*self.0.engine.borrow() {
            Engine::None => None,
            Engine::Worker(_) => Some(Location::Worker),
            Engine::Page(_) => Some(Location::Page),
        }
    }

    /// Sends a check. A check that still waits ends with [`Failure::Superseded`].
    ///
    /// # Errors
    /// [`Failure`] if there is no answer.
    pub async fn check(&self, request: &Request, with: &Attachments<'_>) -> Result<Checked, Failure> {
        self.0.newest.set(request.id);
        self.supersede_check(self.0.limits.patience);
        let checked: Checked = answer(self.exchange(request, with).await?)?;
        if !checked.incomplete || self.0.full.get() {
            return Ok(checked);
        }
        // Keep the full engine: the next check of this input needs it again.
        self.0.full.set(true);
        self.discard_engine();
        match self.exchange(request, with).await.and_then(answer) {
            Err(Failure::Superseded) => Err(Failure::Superseded),
            Err(_) => Ok(checked),
            better => better,
        }
    }

    /// Sends a request other than a check; `full` if only the full engine can answer it.
    ///
    /// Returns `None` if the input holds nothing that the request applies to.
    ///
    /// # Errors
    /// [`Failure`] if there is no answer.
    pub async fn request<T: BorshDeserialize>(
        &self,
        request: Request,
        with: &Attachments<'_>,
        full: bool,
    ) -> Result<Option<T>, Failure> {
        if full && !self.0.full.get() {
            // Do not end a running check for this.
            while self.is_checking() {
                TimeoutFuture::new(POLL).await;
            }
        }
        self.request_once(request, with, full).await.map(Response::answer)
    }

    /// Like [`Client::request`], but returns the whole response; for a client that sends no checks.
    ///
    /// # Errors
    /// [`Failure`] if there is no response.
    pub async fn request_once<T: BorshDeserialize>(
        &self,
        request: Request,
        with: &Attachments<'_>,
        full: bool,
    ) -> Result<Response<T>, Failure> {
        if full && !self.0.full.replace(true) {
            self.discard_engine();
        }
        self.exchange(&self.numbered(request), with).await
    }

    /// Ends the waiting check with [`Failure::Superseded`]. `id` is a number that no request has.
    pub fn cancel(&self, id: u32) {
        self.0.newest.set(id);
        self.supersede_check(0.0);
    }

    fn numbered(&self, request: Request) -> Request {
        let id = self.0.next_id.get();
        self.0.next_id.set(id.checked_add(1).unwrap_or(FIRST_ID));
        Request { id, ..request }
    }

    fn is_checking(&self) -> bool {
        let pending = self.0.pending.borrow();
        pending.iter().any(|pending| pending.is_check && !pending.is_settled())
    }

    /// Sends a request, then the data files that the engine requests, until the engine has
    /// answered.
    async fn exchange<T: BorshDeserialize>(
        &self,
        request: &Request,
        with: &Attachments<'_>,
    ) -> Result<Response<T>, Failure> {
        let mut retries = 0_u8;
        let mut requested: Vec<DataFile> = Vec::new();
        let mut data: Option<Loaded> = None;
        loop {
            let message = Message {
                request,
                with,
                data: data.as_ref(),
            };
            let response: Response<T> = match self.send(message).await {
                Ok(response) => Response::unpack(&response).map_err(Failure::Crashed)?,
                // The engine was replaced, but the request was not.
                Err(Failure::Superseded) if retries < MAX_RETRIES && !self.is_replaced(request) => {
                    Response::new(request.id, ResponseBody::NeedsInput)
                }
                Err(failure) => return Err(failure),
            };
            match response.body {
                ResponseBody::NeedsInput if retries < MAX_RETRIES => {
                    retries = retries.saturating_add(1);
                    self.0.kept.take();
                    requested.clear();
                    data = None;
                }
                ResponseBody::NeedsInput => return Err(Failure::Crashed("the engine keeps no input".into())),
                ResponseBody::NeedsFiles(files) => {
                    self.note_input(request);
                    data = Some(self.load(&files, &mut requested).await?);
                    if self.is_replaced(request) {
                        return Err(Failure::Superseded);
                    }
                }
                _ => {
                    self.note_input(request);
                    return Ok(response);
                }
            }
        }
    }

    /// Notes that the engine has read the input and the truststore of this request.
    fn note_input(&self, request: &Request) {
        let mut kept = self.0.kept.get();
        if request.kind.keeps_input() && !self.is_replaced(request) {
            kept.input = Some(request.input);
        }
        if request.truststore != 0 {
            kept.truststore = request.truststore;
        }
        self.0.kept.set(kept);
    }

    /// Whether a newer check has replaced this one, or it was cancelled.
    fn is_replaced(&self, request: &Request) -> bool {
        request.kind.is_check() && self.0.newest.get() != request.id
    }

    /// Loads data files, all at the same time. The engine can work without some of them.
    ///
    /// # Errors
    /// [`Failure::Unavailable`] if the engine requests a file again: the file is missing or
    /// damaged, and the engine cannot answer without it.
    async fn load(&self, files: &[DataFile], requested: &mut Vec<DataFile>) -> Result<Loaded, Failure> {
        let mut started = Vec::new();
        for file in files {
            if requested.contains(file) {
                return Err(Failure::Unavailable(file.path()));
            }
            requested.push(*file);
            started.push((*file, self.0.boot.file(&file.path())));
        }
        let mut loaded = Vec::new();
        for (file, content) in started {
            loaded.push((file, content.await));
        }
        Ok(loaded)
    }

    async fn send(&self, message: Message<'_>) -> Result<JsValue, Failure> {
        if self.0.misses.get() < MAX_MISSES {
            match self.worker().await {
                Ok(worker) => match self.send_to_worker(&worker, message).await? {
                    Event::Response(response) => return Ok(response),
                    Event::Superseded => return Err(Failure::Superseded),
                    Event::TooLong => {
                        self.discard_engine();
                        return Err(Failure::TooLong);
                    }
                    Event::Crashed(detail) => {
                        self.discard_engine();
                        return Err(Failure::Crashed(detail));
                    }
                    Event::Silent => {
                        self.discard_engine();
                        self.0.misses.set(self.0.misses.get().saturating_add(1));
                    }
                },
                Err(_) => {
                    self.discard_engine();
                    self.0.misses.set(MAX_MISSES);
                }
            }
        }
        self.send_to_page(message).await
    }

    fn expect_response(&self, request: &Request) -> (Rc<Pending>, oneshot::Receiver<Event>) {
        let (pending, event) = Pending::new(request.id, request.kind.is_check());
        let pending = Rc::new(pending);
        let mut open = self.0.pending.borrow_mut();
        open.retain(|pending| !pending.is_settled());
        open.push(Rc::clone(&pending));
        (pending, event)
    }

    fn time_limit(&self, pending: &Rc<Pending>) -> Timeout {
        let pending = Rc::clone(pending);
        Timeout::new(self.0.limits.answer, move || pending.settle(Event::TooLong))
    }

    /// Packs a message without the files of an input that the engine has read.
    async fn pack(&self, message: Message<'_>) -> Result<(Object, Array), Failure> {
        let kept = self.0.kept.get();
        message.pack(kept, &|| self.is_replaced(message.request)).await
    }

    async fn send_to_worker(&self, worker: &WorkerHandle, message: Message<'_>) -> Result<Event, Failure> {
        let (packed, transfer) = self.pack(message).await?;
        let (pending, event) = self.expect_response(message.request);
        if !worker.post(&packed, &transfer) {
            return Ok(Event::Silent);
        }
        let watched = Rc::clone(&pending);
        let _begin = Timeout::new(self.0.limits.begin, move || {
            if !watched.began.get() {
                watched.settle(Event::Silent);
            }
        });
        let _limit = self.time_limit(&pending);
        Ok(event.await.unwrap_or(Event::Superseded))
    }

    async fn send_to_page(&self, message: Message<'_>) -> Result<JsValue, Failure> {
        // If no engine loads here either, the next request tries a worker again: a browser may
        // remember that a module could not be imported.
        let engine = self.page_engine().await.inspect_err(|_| self.0.misses.set(0))?;
        let (packed, _) = self.pack(message).await?;
        let (pending, event) = self.expect_response(message.request);
        let inner = Rc::downgrade(&self.0);
        let on_panic = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
            if let Some(inner) = inner.upgrade() {
                Client(inner).crashed(&text_of(&text));
            }
        });
        engine
            .on_panic(on_panic.as_ref())
            .map_err(|why| Failure::Crashed(text_of(&why)))?;
        let answer = engine.answer(&packed);
        let answered = Rc::clone(&pending);
        wasm_bindgen_futures::spawn_local(async move {
            let settled = match answer {
                Ok(promise) => JsFuture::from(promise).await,
                Err(why) => Err(why),
            };
            answered.settle(match settled {
                Ok(response) => Event::Response(response),
                Err(why) => Event::Crashed(text_of(&why)),
            });
        });
        let _limit = self.time_limit(&pending);
        match event.await.unwrap_or(Event::Superseded) {
            Event::Response(response) => Ok(response),
            Event::Superseded => Err(Failure::Superseded),
            Event::TooLong | Event::Silent => Err(Failure::TooLong),
            Event::Crashed(detail) => {
                self.discard_engine();
                Err(Failure::Crashed(detail))
            }
        }
    }

    /// Returns the ready worker; starts one or waits for one that is starting.
    async fn worker(&self) -> Result<Rc<WorkerHandle>, String> {
        if let Some(worker) = self.ready_worker() {
            return Ok(worker);
        }
        let starting = self.0.starting.borrow().clone();
        let start = starting.unwrap_or_else(|| {
            let client = self.clone();
            let start = wasm_bindgen_futures::future_to_promise(async move {
                let started = client.start_worker().await;
                *client.0.starting.borrow_mut() = None;
                started.map(|()| JsValue::UNDEFINED).map_err(JsValue::from)
            });
            *self.0.starting.borrow_mut() = Some(start.clone());
            start
        });
        JsFuture::from(start).await.map_err(|why| text_of(&why))?;
        self.ready_worker().ok_or_else(|| "the worker ended at once".into())
    }

    fn ready_worker(&self) -> Option<Rc<WorkerHandle>> {
        match &*self.0.engine.borrow() {
            Engine::Worker(worker) => Some(Rc::clone(worker)),
            _ => None,
        }
    }

    async fn start_worker(&self) -> Result<(), String> {
        loop {
            let inner = Rc::downgrade(&self.0);
            let full = self.0.full.get();
            let worker = WorkerHandle::start(&self.0.boot, full, self.0.limits.start, move |event| {
                if let Some(inner) = inner.upgrade() {
                    Client(inner).on_event(event);
                }
            });
            let worker = worker.await?;
            // The full engine may have been requested meanwhile.
            if full == self.0.full.get() {
                self.set_engine(Engine::Worker(Rc::new(worker)));
                return Ok(());
            }
        }
    }

    /// Handles a message of a worker. A response that no request waits for is dropped.
    fn on_event(&self, event: WorkerEvent) {
        let find = |id| self.0.pending.borrow().iter().find(|p| p.id == id).cloned();
        match event {
            WorkerEvent::Crashed(detail) => self.crashed(&detail),
            WorkerEvent::Began(id) => {
                if let Some(pending) = find(id) {
                    pending.began.set(true);
                }
            }
            WorkerEvent::Response(id, response) => {
                if let Some(pending) = find(id) {
                    pending.settle(Event::Response(response));
                }
            }
        }
    }

    fn crashed(&self, detail: &str) {
        for pending in self.0.pending.take() {
            pending.settle(Event::Crashed(detail.to_owned()));
        }
        self.discard_engine();
    }

    /// Ends the waiting check. A worker that has been busy with it for `patience` milliseconds is
    /// ended too.
    fn supersede_check(&self, patience: f64) {
        let older = {
            let mut open = self.0.pending.borrow_mut();
            let place = open.iter().position(|pending| pending.is_check);
            place.map(|place| open.remove(place))
        };
        if let Some(older) = older {
            let busy = !older.is_settled() && older.age() >= patience;
            older.settle(Event::Superseded);
            if busy && self.location() == Some(Location::Worker) {
                self.discard_engine();
            }
        }
    }

    /// Ends the engine. Requests that wait for it are sent again to the next engine.
    fn discard_engine(&self) {
        self.set_engine(Engine::None);
        for pending in self.0.pending.take() {
            pending.settle(Event::Superseded);
        }
    }

    fn set_engine(&self, engine: Engine) {
        self.0.kept.take();
        // Dropping the handle of a worker ends the worker.
        drop(self.0.engine.replace(engine));
    }

    async fn page_engine(&self) -> Result<PageEngine, Failure> {
        if let Engine::Page(engine) = &*self.0.engine.borrow() {
            return Ok(engine.clone());
        }
        let unavailable = |why: JsValue| Failure::Unavailable(text_of(&why));
        let promise = self.0.boot.load_here(self.0.full.get()).map_err(unavailable)?;
        let engine: PageEngine = JsFuture::from(promise).await.map_err(unavailable)?.unchecked_into();
        check_build(&engine.build_id().map_err(unavailable)?).map_err(Failure::Unavailable)?;
        self.set_engine(Engine::Page(engine.clone()));
        Ok(engine)
    }
}

fn answer<T>(response: Response<T>) -> Result<T, Failure> {
    response
        .answer()
        .ok_or_else(|| Failure::Crashed("the engine gave no answer".into()))
}

/// Whether the browser has `crypto.subtle`, which verifies signatures.
fn has_subtle_crypto() -> bool {
    js::field(&js::field(&js_sys::global(), "crypto"), "subtle").is_object()
}
