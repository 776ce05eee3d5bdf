//! A value that comes once, later: the half that waits and the half that settles.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

struct Shared<T> {
    value: Option<T>,
    settled: bool,
    waker: Option<Waker>,
}

/// Both halves; clones share the one value. The first to settle it decides.
pub(crate) struct Oneshot<T>(Rc<RefCell<Shared<T>>>);

impl<T> Clone for Oneshot<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Oneshot<T> {
    pub(crate) fn new() -> Self {
        Self(Rc::new(RefCell::new(Shared {
            value: None,
            settled: false,
            waker: None,
        })))
    }

    /// True once a value was given.
    pub(crate) fn is_settled(&self) -> bool {
        self.0.borrow().settled
    }

    /// Gives the value; what comes later is dropped.
    pub(crate) fn settle(&self, value: T) {
        let waker = {
            let mut shared = self.0.borrow_mut();
            if shared.settled {
                return;
            }
            shared.settled = true;
            shared.value = Some(value);
            shared.waker.take()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> Future for Oneshot<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut shared = self.0.borrow_mut();
        match shared.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                shared.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
