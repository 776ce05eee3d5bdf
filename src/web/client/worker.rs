//! A worker that runs an engine.

use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::boot::{Boot, text_of};
use crate::web::protocol::{BUILD_ID, js};

/// A message from a ready worker.
pub(super) enum WorkerEvent {
    /// It has started on the request with this number.
    Began(u32),
    /// A response, with the number of its request.
    Response(u32, JsValue),
    /// It has crashed.
    Crashed(String),
}

/// A worker. Dropping the handle ends the worker.
pub(super) struct WorkerHandle {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The sender of the result of a worker's start, used once.
type Started = Rc<RefCell<Option<oneshot::Sender<Result<(), String>>>>>;

fn settle(started: &Started, result: Result<(), String>) {
    if let Some(sender) = started.take() {
        // If nobody waits for the worker any more, it is dropped.
        let _ = sender.send(result);
    }
}

impl WorkerHandle {
    /// Starts a worker and waits until its engine is ready, at most `limit` milliseconds.
    ///
    /// # Errors
    /// If the worker does not start, or its engine is from another build.
    pub(super) async fn start(
        boot: &Boot,
        full: bool,
        limit: u32,
        on_event: impl Fn(WorkerEvent) + 'static,
    ) -> Result<Self, String> {
        let promise = boot.start_worker(full).map_err(|why| text_of(&why))?;
        let worker = JsFuture::from(promise).await.map_err(|why| text_of(&why))?;
        let worker: Worker = worker.dyn_into().map_err(|_| String::from("not a worker"))?;
        let (sender, receiver) = oneshot::channel();
        let started: Started = Rc::new(RefCell::new(Some(sender)));
        let handle = Self::listen(worker, &started, on_event);
        let late = Rc::clone(&started);
        let _limit = Timeout::new(limit, move || {
            settle(&late, Err("the worker did not start in time".into()));
        });
        receiver.await.unwrap_or_else(|_| Err("the worker ended".into()))?;
        Ok(handle)
    }

    fn listen(worker: Worker, started: &Started, on_event: impl Fn(WorkerEvent) + 'static) -> Self {
        let on_event = Rc::new(on_event);
        let (ready, event) = (Rc::clone(started), Rc::clone(&on_event));
        let on_message = EventListener::new(&worker, "message", move |message| {
            let data = message.unchecked_ref::<MessageEvent>().data();
            if let Some(build) = js::field(&data, "ready").as_string() {
                settle(&ready, check_build(&build));
            } else if let Some(detail) = js::field(&data, "crashed").as_string() {
                settle(&ready, Err(detail.clone()));
                event(WorkerEvent::Crashed(detail));
            } else if let Some(id) = js::number(&data, "id") {
                event(if js::field(&data, "began").is_truthy() {
                    WorkerEvent::Began(id)
                } else {
                    WorkerEvent::Response(id, data)
                });
            }
        });
        let on_error = Rc::new({
            let failed = Rc::clone(started);
            move |error: &web_sys::Event| {
                error.prevent_default();
                let detail = text_of(&js::field(error, "message"));
                settle(&failed, Err(detail.clone()));
                on_event(WorkerEvent::Crashed(detail));
            }
        });
        let on_error = |name: &'static str| {
            let (options, on_error) = (EventListenerOptions::enable_prevent_default(), Rc::clone(&on_error));
            EventListener::new_with_options(&worker, name, options, move |error| on_error(error))
        };
        let listeners = [on_message, on_error("error"), on_error("messageerror")];
        Self {
            worker,
            _listeners: listeners,
        }
    }

    /// Posts a message and transfers its buffers; `false` if that fails.
    pub(super) fn post(&self, message: &Object, buffers: &Array) -> bool {
        self.worker.post_message_with_transfer(message, buffers).is_ok()
    }
}

/// Checks that the engine is from the same build as the page.
///
/// # Errors
/// If it is from another build.
pub(super) fn check_build(build: &str) -> Result<(), String> {
    if build == BUILD_ID {
        Ok(())
    } else {
        Err(["the engine is of build ", build].concat())
    }
}
