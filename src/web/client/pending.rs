//! Requests that wait for a response.

use std::cell::{Cell, RefCell};

use futures_channel::oneshot;
use wasm_bindgen::JsValue;

use crate::web::clock::millis;

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A newer request replaced this one.
    Superseded,
    /// The time limit passed while the engine was busy.
    TooLong,
    /// The engine panicked or ended.
    Crashed(String),
    /// No engine, or no data file that it needs, could be loaded.
    Unavailable(String),
    /// A file could not be read: moved, changed or forbidden since it was chosen.
    Unreadable(String),
}

/// The event that ends the wait for a response.
pub(super) enum Event {
    Response(JsValue),
    /// The worker did not start on the request.
    Silent,
    TooLong,
    Superseded,
    Crashed(String),
}

/// A request that waits for a response.
pub(super) struct Pending {
    pub(super) id: u32,
    pub(super) is_check: bool,
    /// Whether the worker has started on it.
    pub(super) began: Cell<bool>,
    since: f64,
    event: RefCell<Option<oneshot::Sender<Event>>>,
}

impl Pending {
    /// A request that was just sent, and the receiver of its event.
    pub(super) fn new(id: u32, is_check: bool) -> (Self, oneshot::Receiver<Event>) {
        let (sender, receiver) = oneshot::channel();
        let pending = Self {
            id,
            is_check,
            began: Cell::new(false),
            since: millis(),
            event: RefCell::new(Some(sender)),
        };
        (pending, receiver)
    }

    /// Ends the wait. Only the first event counts.
    pub(super) fn settle(&self, event: Event) {
        if let Some(sender) = self.event.take() {
            // If nobody waits any more, the event is dropped.
            let _ = sender.send(event);
        }
    }

    pub(super) fn is_settled(&self) -> bool {
        self.event.borrow().is_none()
    }

    /// How long the request has waited, in milliseconds; 0 once it is settled.
    pub(super) fn age(&self) -> f64 {
        if self.is_settled() { 0.0 } else { millis() - self.since }
    }
}
