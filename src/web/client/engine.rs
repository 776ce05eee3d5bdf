//! The page's client of the engine.
//!
//! The engine runs in a worker. Where none can be started, or one falls silent, the same module runs on the page. Every
//! question has a time limit; a worker that is stuck is ended and the next question gets a new one. One question is asked
//! at a time: a newer one takes the place of an older one, whose late answer is dropped.
//!
//! Where the files lie and how a worker is started is `static/boot.js`'s knowledge ([`Boot`]).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::Uint8Array;
use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::boot::{Boot, Engine, address};
use super::oneshot::Oneshot;
use super::request::Asking;
use super::timer::{after, sleep};
use crate::web::clock::millis;
use crate::web::protocol::data_file::{DataFile, Fetched};
use crate::web::protocol::request::{Question, Want};
use crate::web::protocol::response::{Numbered, Reply, Side, unpack};
use crate::web::protocol::{BUILD_ID, js};

/// How long the client waits, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For a new worker to say that it is ready.
    pub start: i32,
    /// For a ready worker to say that it has taken up a question.
    pub begin: i32,
    /// For the answer. 64 MB of noise takes well under two seconds on a slow machine.
    pub answer: i32,
    /// For an older question when a newer one comes: a worker busy for longer is ended.
    pub patience: f64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            start: 10_000,
            begin: 4_000,
            answer: 20_000,
            patience: 1_000.0,
        }
    }
}

/// Where the engine runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a worker.
    Worker,
    /// On the page, since no worker could be had.
    Page,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A newer question took its place.
    Superseded,
    /// The time limit passed while the engine was at work.
    TooLong,
    /// The engine panicked or was ended.
    Crashed(String),
    /// No engine could be loaded.
    Unavailable(String),
    /// A file could not be read: moved, changed or forbidden since it was chosen.
    Unreadable(String),
}

/// One message to the engine.
#[derive(Clone, Copy)]
struct Letter<'a> {
    seq: u32,
    want: Want,
    asking: Asking<'a>,
    data: &'a [Fetched],
}

impl Letter<'_> {
    fn judges(&self) -> bool {
        matches!(self.want, Want::Verdict | Want::Either)
    }
}

/// Numbers of questions beside the judgement begin here.
const SIDE: u32 = 1 << 31;

/// How often a side question may ask for more data files.
const ROUNDS: usize = 12;

enum Event {
    Answer(JsValue),
    Silent,
    TooLong,
    Superseded,
    Crashed(String),
}

struct Pending {
    seq: u32,
    judges: bool,
    since: f64,
    began: Cell<bool>,
    event: Oneshot<Event>,
}

struct WorkerSeat {
    worker: Worker,
    ready: Cell<bool>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for WorkerSeat {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

#[derive(Clone)]
enum Seat {
    Empty,
    Worker(Rc<WorkerSeat>),
    Page(Engine),
}

struct Inner {
    boot: Boot,
    limits: Limits,
    full: Cell<bool>,
    misses: Cell<u8>,
    newest: Cell<u32>,
    seat: RefCell<Seat>,
    starting: RefCell<Option<Promise>>,
    side: Cell<u32>,
    pending: RefCell<Vec<Rc<Pending>>>,
}

/// The client; clones share the one engine.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

/// After so many workers that did not answer, the page does the work.
const MISSES: u8 = 2;

impl Client {
    /// A client that starts engines by `boot`.
    #[must_use]
    pub fn new(boot: Boot, limits: Limits) -> Self {
        Self(Rc::new(Inner {
            boot,
            limits,
            full: Cell::new(!has_subtle()),
            misses: Cell::new(0),
            newest: Cell::new(0),
            seat: RefCell::new(Seat::Empty),
            starting: RefCell::new(None),
            side: Cell::new(SIDE),
            pending: RefCell::new(Vec::new()),
        }))
    }

    /// The client of this page; none where `boot.js` did not run.
    #[must_use]
    pub fn of_page() -> Option<Self> {
        Boot::of_page().map(|boot| Self::new(boot, Limits::default()))
    }

    /// Starts an engine, so that it is there when the first question comes.
    pub async fn warm_up(&self) {
        if self.0.misses.get() < MISSES {
            // A failure here is met again, and told, at the first question.
            let _ = self.worker().await;
        }
    }

    /// Where the engine runs at the moment.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match &*self.0.seat.borrow() {
            Seat::Empty => None,
            Seat::Worker(seat) => seat.ready.get().then_some(Place::Worker),
            Seat::Page(_) => Some(Place::Page),
        }
    }

    /// Asks; a question still under way is answered with [`Failure::Superseded`].
    ///
    /// # Errors
    /// [`Failure`] where there is no answer.
    pub async fn check(&self, seq: u32, asking: Asking<'_>) -> Result<Reply, Failure> {
        self.0.newest.set(seq);
        self.supersede();
        let letter = Letter {
            seq,
            want: if asking.together { Want::Verdict } else { Want::Either },
            asking,
            data: &[],
        };
        let mut reply: Reply = self.ask(letter).await?;
        let mut files = Vec::new();
        while !reply.needs.is_empty() {
            self.fetch(&reply.needs, &mut files).await?;
            if self.0.newest.get() != seq {
                return Err(Failure::Superseded);
            }
            reply = self.ask(Letter { data: &files, ..letter }).await?;
        }
        if !reply.incomplete || self.0.full.get() {
            return Ok(reply);
        }
        // Whoever met one such algorithm meets it again at every change of an option: the full engine stays.
        self.0.full.set(true);
        self.leave();
        // A module that was loaded before this one is not the full one, wherever it runs.
        match self.ask(letter).await {
            Err(Failure::Superseded) => Err(Failure::Superseded),
            Err(_) => Ok(reply),
            better => better,
        }
    }

    /// Asks for something beside the judgement, sending the data files along that are asked for; `full` where only the full
    /// engine can answer. None where there is nothing to answer about.
    ///
    /// # Errors
    /// [`Failure`] where there is no answer.
    pub async fn side<T: BorshSerialize + BorshDeserialize>(
        &self,
        want: Want,
        asking: Asking<'_>,
        full: bool,
    ) -> Result<Option<T>, Failure> {
        let mut data: Vec<Fetched> = Vec::new();
        let mut tries = 0_u8;
        for _ in 0..ROUNDS {
            if full && !self.0.full.get() {
                // A judgement under way is not ended for this.
                while self
                    .0
                    .pending
                    .borrow()
                    .iter()
                    .any(|pending| pending.judges && !pending.event.is_settled())
                {
                    sleep(50).await;
                }
                self.0.full.set(true);
                self.leave();
            }
            let letter = Letter {
                seq: self.next_side(),
                want,
                asking,
                data: &data,
            };
            let answer: Side<T> = match self.ask(letter).await {
                // The engine was exchanged meanwhile.
                Err(Failure::Superseded) if tries < 3 => {
                    tries = tries.saturating_add(1);
                    continue;
                }
                other => other?,
            };
            if answer.needs.is_empty() {
                return Ok(answer.value);
            }
            self.fetch(&answer.needs, &mut data).await?;
        }
        Ok(None)
    }

    /// Adds the data files that are needed to those that are sent along, one that cannot be had as such: some the engine can
    /// do without.
    ///
    /// # Errors
    /// [`Failure::Unavailable`] where one was sent already and is asked for again: then it is not there, or has not what it
    /// should have, and there is no answer without it.
    async fn fetch(&self, needs: &[DataFile], sent: &mut Vec<Fetched>) -> Result<(), Failure> {
        for needed in needs {
            if sent.iter().any(|(file, _)| file == needed) {
                return Err(Failure::Unavailable(needed.path()));
            }
            sent.push((*needed, self.data_file(*needed).await));
        }
        Ok(())
    }

    /// The number of the next question beside the judgement.
    fn next_side(&self) -> u32 {
        let seq = self.0.side.get();
        self.0.side.set(seq.checked_add(1).unwrap_or(SIDE));
        seq
    }

    /// A data file; none where it cannot be had.
    async fn data_file(&self, file: DataFile) -> Option<Uint8Array> {
        self.0.boot.file(&file.path()).await
    }

    /// Asks for something beside the judgement, once, with what comes along with the answer; for whoever has a client of
    /// his own.
    ///
    /// # Errors
    /// [`Failure`] where there is no answer.
    pub async fn side_once<T: BorshSerialize + BorshDeserialize>(
        &self,
        want: Want,
        asking: Asking<'_>,
        full: bool,
    ) -> Result<Side<T>, Failure> {
        if full && !self.0.full.replace(true) {
            self.leave();
        }
        let mut data = Vec::new();
        loop {
            let letter = Letter {
                seq: self.next_side(),
                want,
                asking,
                data: &data,
            };
            let answer: Side<T> = self.ask(letter).await?;
            if answer.needs.is_empty() {
                return Ok(answer);
            }
            self.fetch(&answer.needs, &mut data).await?;
        }
    }

    /// Ends the judgement under way; its answer is [`Failure::Superseded`]. `seq` is a number that no question has.
    pub fn cancel(&self, seq: u32) {
        self.0.newest.set(seq);
        if let Some(pending) = self.take_judging() {
            let busy = !pending.event.is_settled();
            pending.event.settle(Event::Superseded);
            if busy && matches!(&*self.0.seat.borrow(), Seat::Worker(_)) {
                self.leave();
            }
        }
    }

    async fn ask<T: Numbered>(&self, letter: Letter<'_>) -> Result<T, Failure> {
        if self.0.misses.get() < MISSES {
            match self.worker().await {
                Ok(seat) => match self.ask_worker(&seat, letter).await? {
                    Event::Answer(reply) => return decode(&reply),
                    Event::TooLong => {
                        self.leave();
                        return Err(Failure::TooLong);
                    }
                    Event::Crashed(detail) => {
                        self.leave();
                        return Err(Failure::Crashed(detail));
                    }
                    Event::Superseded => return Err(Failure::Superseded),
                    Event::Silent => {
                        self.leave();
                        self.0.misses.set(self.0.misses.get().saturating_add(1));
                    }
                },
                Err(_) => {
                    self.leave();
                    self.0.misses.set(MISSES);
                }
            }
        }
        decode(&self.ask_page(letter).await?)
    }

    async fn question(&self, letter: Letter<'_>) -> Result<(Object, Array), Failure> {
        let Letter {
            seq,
            want,
            asking,
            data,
        } = letter;
        let of = asking.input.count();
        let mut files = Vec::with_capacity(of);
        while files.len() < of {
            let read = asking.input.read(files.len()).await;
            let read = read.map_err(|why| Failure::Unreadable(text_of(&why)))?;
            if letter.judges() && self.0.newest.get() != seq {
                return Err(Failure::Superseded);
            }
            files.extend(read);
            (asking.progress)(files.len(), of);
        }
        let question = Question {
            seq,
            want,
            files: &files,
            options: asking.options,
            passwords: &asking.passwords.texts(),
            list: asking.list,
            language: asking.language,
            address: &address(),
            now: asking.now,
            data,
        };
        question.to_message().map_err(|why| Failure::Crashed(text_of(&why)))
    }

    fn expect(&self, letter: Letter<'_>) -> Rc<Pending> {
        let pending = Rc::new(Pending {
            seq: letter.seq,
            judges: letter.judges(),
            since: millis(),
            began: Cell::new(false),
            event: Oneshot::new(),
        });
        let mut open = self.0.pending.borrow_mut();
        open.retain(|pending| !pending.event.is_settled());
        open.push(Rc::clone(&pending));
        pending
    }

    async fn ask_worker(&self, seat: &WorkerSeat, letter: Letter<'_>) -> Result<Event, Failure> {
        let (question, buffers) = self.question(letter).await?;
        let pending = self.expect(letter);
        if seat.worker.post_message_with_transfer(&question, &buffers).is_err() {
            return Ok(Event::Silent);
        }
        let watched = Rc::clone(&pending);
        after(self.0.limits.begin, move || {
            if !watched.began.get() {
                watched.event.settle(Event::Silent);
            }
        });
        let event = pending.event.clone();
        after(self.0.limits.answer, move || event.settle(Event::TooLong));
        Ok(pending.event.clone().await)
    }

    async fn ask_page(&self, letter: Letter<'_>) -> Result<JsValue, Failure> {
        let engine = self.engine_here().await?;
        let (question, _) = self.question(letter).await?;
        let pending = self.expect(letter);
        let told = Rc::downgrade(&self.0);
        let on_panic = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
            if let Some(inner) = told.upgrade() {
                Client(inner).crashed(&text_of(&text));
            }
        });
        engine
            .on_panic(on_panic.as_ref())
            .map_err(|why| Failure::Crashed(text_of(&why)))?;
        let answer = engine.answer(&question);
        let event = pending.event.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let settled = match answer {
                Ok(promise) => JsFuture::from(promise).await,
                Err(why) => Err(why),
            };
            event.settle(match settled {
                Ok(reply) => Event::Answer(reply),
                Err(why) => Event::Crashed(text_of(&why)),
            });
        });
        let event = pending.event.clone();
        after(self.0.limits.answer, move || event.settle(Event::TooLong));
        let outcome = pending.event.clone().await;
        drop(on_panic);
        match outcome {
            Event::Answer(reply) => Ok(reply),
            Event::Superseded => Err(Failure::Superseded),
            Event::TooLong | Event::Silent => Err(Failure::TooLong),
            Event::Crashed(detail) => {
                self.leave();
                Err(Failure::Crashed(detail))
            }
        }
    }

    /// The worker, ready; whoever asks while one is starting waits for that one.
    async fn worker(&self) -> Result<Rc<WorkerSeat>, String> {
        if let Some(seat) = self.ready_worker() {
            return Ok(seat);
        }
        let under_way = self.0.starting.borrow().clone();
        let start = under_way.unwrap_or_else(|| {
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

    fn ready_worker(&self) -> Option<Rc<WorkerSeat>> {
        match &*self.0.seat.borrow() {
            Seat::Worker(seat) if seat.ready.get() => Some(Rc::clone(seat)),
            _ => None,
        }
    }

    async fn start_worker(&self) -> Result<(), String> {
        let promise = self
            .0
            .boot
            .start_worker(self.0.full.get())
            .map_err(|why| text_of(&why))?;
        let worker = JsFuture::from(promise).await.map_err(|why| text_of(&why))?;
        let worker: Worker = worker.dyn_into().map_err(|_| String::from("not a worker"))?;
        let started: Oneshot<Result<(), String>> = Oneshot::new();
        let seat = self.sit(worker, &started);
        let late = started.clone();
        after(self.0.limits.start, move || {
            late.settle(Err("the worker did not start in time".into()))
        });
        started.await?;
        seat.ready.set(true);
        Ok(())
    }

    /// Listens to a new worker.
    fn sit(&self, worker: Worker, started: &Oneshot<Result<(), String>>) -> Rc<WorkerSeat> {
        let inner = Rc::downgrade(&self.0);
        let ready = started.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if let Some(build) = js::field(&data, "ready").as_string() {
                let same = build == BUILD_ID;
                ready.settle(if same {
                    Ok(())
                } else {
                    Err(format!("the engine is of build {build}"))
                });
            } else if let Some(inner) = inner.upgrade() {
                Client(inner).heard(data, &ready);
            }
        });
        let inner = Rc::downgrade(&self.0);
        let failed = started.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            let detail = text_of(&js::field(&event, "message"));
            failed.settle(Err(detail.clone()));
            if let Some(inner) = inner.upgrade() {
                Client(inner).crashed(&detail);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        let seat = Rc::new(WorkerSeat {
            worker,
            ready: Cell::new(false),
            _on_message: on_message,
            _on_error: on_error,
        });
        *self.0.seat.borrow_mut() = Seat::Worker(Rc::clone(&seat));
        seat
    }

    /// A message of the worker. One that answers no open question is dropped.
    fn heard(&self, data: JsValue, ready: &Oneshot<Result<(), String>>) {
        if let Some(detail) = js::field(&data, "crashed").as_string() {
            ready.settle(Err(detail.clone()));
            self.crashed(&detail);
            return;
        }
        let seq = js::number(&data, "seq");
        let pending = self.0.pending.borrow().iter().find(|p| seq == Some(p.seq)).cloned();
        let Some(pending) = pending else { return };
        if js::field(&data, "began").is_truthy() {
            pending.began.set(true);
        } else {
            pending.event.settle(Event::Answer(data));
        }
    }

    fn crashed(&self, detail: &str) {
        let open = std::mem::take(&mut *self.0.pending.borrow_mut());
        for pending in open {
            pending.event.settle(Event::Crashed(detail.to_owned()));
        }
        self.leave();
    }

    fn take_judging(&self) -> Option<Rc<Pending>> {
        let mut open = self.0.pending.borrow_mut();
        let place = open.iter().position(|pending| pending.judges)?;
        Some(open.remove(place))
    }

    /// Ends the older judgement; a worker that has been at it for long is ended with it.
    fn supersede(&self) {
        if let Some(older) = self.take_judging() {
            let busy = pending_for(&older) > self.0.limits.patience;
            older.event.settle(Event::Superseded);
            if busy && matches!(&*self.0.seat.borrow(), Seat::Worker(_)) {
                self.leave();
            }
        }
    }

    /// Gives the engine up; what it was asked beside is asked again of the next.
    fn leave(&self) {
        let left = self.0.seat.replace(Seat::Empty);
        // Dropping a worker's seat ends the worker.
        drop(left);
        let open = std::mem::take(&mut *self.0.pending.borrow_mut());
        for pending in open {
            pending.event.settle(Event::Superseded);
        }
    }

    async fn engine_here(&self) -> Result<Engine, Failure> {
        if let Seat::Page(engine) = &*self.0.seat.borrow() {
            return Ok(engine.clone());
        }
        let unavailable = |why: JsValue| Failure::Unavailable(text_of(&why));
        let promise = self.0.boot.load_here(self.0.full.get()).map_err(unavailable)?;
        let engine: Engine = JsFuture::from(promise).await.map_err(unavailable)?.unchecked_into();
        match engine.build_id() {
            Ok(build) if build == BUILD_ID => {}
            Ok(build) => return Err(Failure::Unavailable(format!("the engine is of build {build}"))),
            Err(why) => return Err(unavailable(why)),
        }
        *self.0.seat.borrow_mut() = Seat::Page(engine.clone());
        Ok(engine)
    }
}

/// How long a question has been under way; 0 where it is answered.
fn pending_for(pending: &Pending) -> f64 {
    if pending.event.is_settled() {
        0.0
    } else {
        millis() - pending.since
    }
}

fn decode<T: Numbered>(reply: &JsValue) -> Result<T, Failure> {
    unpack(reply).map_err(Failure::Crashed)
}

/// What JavaScript threw, as text.
fn text_of(thrown: &JsValue) -> String {
    let message = || js::field(thrown, "message").as_string();
    // Nearly everything thrown is an error with a message; a worker's script that cannot be loaded tells nothing at all.
    thrown
        .as_string()
        .or_else(message)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| format!("{thrown:?}"))
}

/// True where the browser verifies signatures.
fn has_subtle() -> bool {
    js::field(&js::field(&js_sys::global(), "crypto"), "subtle").is_object()
}
