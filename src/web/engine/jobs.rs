//! Requests that wait for data files.
//!
//! A future answers each request. If it needs data files, the engine responds with their names and
//! keeps the future until the page has sent them. The future then continues, so nothing is read,
//! planned or verified twice.

use std::cell::RefCell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use bytes::Bytes;
use js_sys::Object;
use wasm_bindgen::prelude::*;

use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::response::{Response, ResponseBody};

/// A future that may wait for data files.
pub(super) type Running<T> = Pin<Box<dyn Future<Output = T>>>;

/// The future packed response to a request.
pub(super) type Answer = Running<Result<Object, JsValue>>;

/// Data files with their bytes; `None` for one that could not be loaded.
pub(super) type Loaded = Vec<(DataFile, Option<Bytes>)>;

/// How many requests may wait at a time. If there are more, the oldest is dropped. The page seldom
/// has more than two.
const MAX_WAITING: usize = 8;

thread_local! {
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

struct Waiting {
    id: u32,
    is_check: bool,
    answer: Answer,
    data: DataFiles,
}

/// The data files of one request.
#[derive(Clone, Default)]
pub(super) struct DataFiles(Rc<RefCell<Exchange>>);

#[derive(Default)]
struct Exchange {
    wanted: Option<Vec<DataFile>>,
    loaded: Option<Loaded>,
}

impl DataFiles {
    /// Requests data files from the page and waits for them.
    pub(super) async fn load(&self, wanted: Vec<DataFile>) -> Loaded {
        if wanted.is_empty() {
            return Vec::new();
        }
        self.0.borrow_mut().wanted = Some(wanted);
        poll_fn(|_| match self.0.borrow_mut().loaded.take() {
            Some(loaded) => Poll::Ready(loaded),
            None => Poll::Pending,
        })
        .await
    }

    /// Runs a future until it ends, or until it waits for data files: then these are the error.
    pub(super) async fn run<T>(&self, future: &mut Running<T>) -> Result<T, Vec<DataFile>> {
        poll_fn(|context| match future.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Ok(value)),
            Poll::Pending => match self.0.borrow_mut().wanted.take() {
                Some(wanted) => Poll::Ready(Err(wanted)),
                None => Poll::Pending,
            },
        })
        .await
    }

    /// Gives the data files to the future that waits for them.
    pub(super) fn give(&self, loaded: Loaded) {
        self.0.borrow_mut().loaded = Some(loaded);
    }
}

/// Starts to answer a request. A check replaces a waiting check.
pub(super) async fn start(
    id: u32,
    is_check: bool,
    answer: impl FnOnce(DataFiles) -> Answer,
) -> Result<Object, JsValue> {
    if is_check {
        WAITING.with_borrow_mut(|waiting| waiting.retain(|other| !other.is_check));
    }
    let data = DataFiles::default();
    let answer = answer(data.clone());
    run(Waiting {
        id,
        is_check,
        answer,
        data,
    })
    .await
}

/// Continues a request with the files that it waits for; `None` if that request does not wait.
pub(super) async fn resume(id: u32, loaded: Loaded) -> Option<Result<Object, JsValue>> {
    let job = WAITING.with_borrow_mut(|waiting| {
        let place = waiting.iter().position(|job| job.id == id)?;
        Some(waiting.remove(place))
    })?;
    job.data.give(loaded);
    Some(run(job).await)
}

async fn run(mut job: Waiting) -> Result<Object, JsValue> {
    match job.data.run(&mut job.answer).await {
        Ok(answer) => answer,
        Err(wanted) => {
            let response = Response::<()>::new(job.id, ResponseBody::NeedsFiles(wanted)).pack();
            WAITING.with_borrow_mut(|waiting| {
                if waiting.len() >= MAX_WAITING {
                    waiting.remove(0);
                }
                waiting.push(job);
            });
            response
        }
    }
}
