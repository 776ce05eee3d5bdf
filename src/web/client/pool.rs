//! Checks many servers with several engines at once, each in its own worker.
//!
//! The page only moves files and responses. An engine splits a large file into blobs, which the
//! page passes on without reading them. If a batch crashes an engine, the pool retries its files
//! one at a time to isolate the bad one. Dropping the [`Pool`] ends its workers immediately.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use borsh::BorshDeserialize;
use futures_channel::oneshot;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::boot::Boot;
use super::engine::Client;
use super::input::{Attachments, Input, TruststoreFile};
use super::limits::Limits;
use super::pending::Failure;
use crate::containers::Passwords;
use crate::fleet::{Batch, FileWithoutServer, OtherContent, SplitFile};
use crate::ingest::INPUT_BYTES;
use crate::report::Report;
use crate::web::protocol::request::{FleetInput, Request, RequestKind};
use crate::web::protocol::response::{Response, ResponseBody};

/// The most engines at once. Each takes tens of megabytes.
const MAX_ENGINES: usize = 8;
/// A file larger than this is split first, in bytes.
const LARGE: u64 = 512 * 1024;
/// The most files and bytes of one request. Small requests bring rows often and let the engines
/// finish together.
const FILES_AT_ONCE: usize = 64;
const BYTES_AT_ONCE: u64 = 1024 * 1024;
/// The most files of each of the first requests, to get the first rows soon.
const FIRST_FILES: usize = 8;
/// How often an idle engine looks for tasks while another one splits a file, in milliseconds.
const POLL: u32 = 25;

/// A file with its name.
pub type Named = (String, Blob);

/// The files of one request. The table keeps it to request the reports later.
#[derive(Clone)]
pub enum Job {
    /// Files that are checked separately.
    Files(Rc<[Named]>),
    /// A part of a large file, with the file's name.
    Part(Named),
}

impl Job {
    fn files(&self) -> Rc<[Named]> {
        match self {
            Self::Files(files) => Rc::clone(files),
            Self::Part(part) => Rc::from([part.clone()]),
        }
    }

    fn input(&self) -> FleetInput {
        match self {
            Self::Files(_) => FleetInput::Files,
            Self::Part(_) => FleetInput::Part,
        }
    }

    /// The name of one of its files.
    #[must_use]
    pub fn name(&self, file: u32) -> &str {
        match self {
            Self::Files(files) => usize::try_from(file)
                .ok()
                .and_then(|file| files.get(file))
                .map_or("", |f| &f.0),
            Self::Part((name, _)) => name,
        }
    }
}

/// The data that all requests about a table of servers share.
#[derive(Clone)]
pub struct FleetRequest {
    /// The options and the list, without a host name.
    pub request: Request,
    /// Passwords to try on keystores.
    pub passwords: Passwords,
    /// The user's truststore, if the request names one.
    pub truststore: Option<TruststoreFile>,
}

impl FleetRequest {
    async fn send<T: BorshDeserialize>(
        &self,
        client: &Client,
        kind: RequestKind,
        files: Rc<[Named]>,
        full: bool,
    ) -> Result<Response<T>, Failure> {
        let with = Attachments {
            input: &Input::Files(files),
            passwords: &self.passwords,
            truststore: self.truststore.as_ref(),
            progress: &|_, _| (),
        };
        client.request_once(self.request.of_kind(kind), &with, full).await
    }
}

/// An event that a pool reports while it works.
pub enum PoolEvent {
    /// The work has this total weight, about its size in bytes.
    Planned(u64),
    /// A batch was checked.
    Checked {
        /// The files of the batch.
        job: Job,
        /// Its rows.
        batch: Batch,
        /// The batch's share of the weight.
        weight: u64,
        /// Whether the full engine was needed.
        full: bool,
    },
    /// A large file was split.
    Split(SplitFile),
    /// No engine could be loaded.
    Unavailable(String),
    /// All work is done.
    Done,
}

enum Task {
    Split(Named),
    Check(Job, u64),
}

struct Shared {
    common: FleetRequest,
    queue: RefCell<VecDeque<Task>>,
    /// How many engines are splitting a file and may queue tasks.
    splitting: Cell<usize>,
    /// How many engines are working.
    running: Cell<usize>,
    on_event: Box<dyn Fn(PoolEvent)>,
}

/// Several engines at work. Dropping the pool stops them.
pub struct Pool {
    /// Dropping a sender stops one engine.
    _stop: Vec<oneshot::Sender<()>>,
}

impl Pool {
    /// Checks `files` of these sizes separately. `on_event` gets the results, [`PoolEvent::Done`]
    /// last.
    #[must_use]
    pub fn start(files: &[Named], sizes: &[u64], common: FleetRequest, on_event: impl Fn(PoolEvent) + 'static) -> Self {
        let tasks = plan(files, sizes);
        let weight = sizes.iter().map(|size| weight(*size)).sum();
        let splits = tasks.iter().any(|task| matches!(task, Task::Split(_)));
        let engines = if splits { MAX_ENGINES } else { tasks.len() };
        let engines = engines.min(cores()).clamp(1, MAX_ENGINES);
        let shared = Rc::new(Shared {
            common,
            queue: RefCell::new(tasks),
            splitting: Cell::new(0),
            running: Cell::new(engines),
            on_event: Box::new(on_event),
        });
        (shared.on_event)(PoolEvent::Planned(weight));
        let start = |_| {
            let (stop, stopped) = oneshot::channel();
            let shared = Rc::clone(&shared);
            spawn_local(async move {
                if until_stopped(stopped, work(&shared)).await.is_some() {
                    shared.running.set(shared.running.get().saturating_sub(1));
                    if shared.running.get() == 0 {
                        (shared.on_event)(PoolEvent::Done);
                    }
                }
            });
            stop
        };
        Self {
            _stop: (0..engines).map(start).collect(),
        }
    }
}

/// Requests the reports of a job's servers, in the order of its rows; `None` if there are none.
pub async fn reports(client: &Client, job: &Job, common: &FleetRequest, full: bool) -> Option<Vec<Report>> {
    let kind = RequestKind::Reports(job.input());
    common.send(client, kind, job.files(), full).await.ok()?.answer()
}

/// Finds the part of a file that holds server number `server`, and the server's number in that
/// part.
pub async fn part_with(
    client: &Client,
    file: Named,
    server: u32,
    common: &FleetRequest,
    full: bool,
) -> Option<(Blob, u32)> {
    let response: Response<SplitFile> = common
        .send(client, RequestKind::Split, Rc::from([file]), full)
        .await
        .ok()?;
    let ResponseBody::Answer(cut) = response.body else {
        return None;
    };
    let mut before = 0_u32;
    for (blob, count) in response.blobs.into_iter().zip(cut.servers) {
        let after = before.saturating_add(count);
        if server < after {
            return Some((blob, server.saturating_sub(before)));
        }
        before = after;
    }
    None
}

/// A client with longer time limits for large requests; `None` if `boot.js` did not run.
#[must_use]
pub fn client() -> Option<Client> {
    let limits = Limits {
        begin: 20_000,
        answer: 120_000,
        ..Limits::default()
    };
    Boot::of_page().map(|boot| Client::new(boot, limits))
}

fn cores() -> usize {
    let cores = web_sys::window().map(|window| window.navigator().hardware_concurrency());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    cores.map_or(1, |cores| cores as usize)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size in whole bytes"
)]
fn size(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// The weight of a file: its size in bytes, plus the cost of opening it.
fn weight(size: u64) -> u64 {
    size.saturating_add(512)
}

fn plan(files: &[Named], sizes: &[u64]) -> VecDeque<Task> {
    let mut tasks = VecDeque::new();
    let (mut open, mut bytes, mut total): (Vec<Named>, u64, u64) = (Vec::new(), 0, 0);
    let close = |open: &mut Vec<Named>, total: &mut u64, tasks: &mut VecDeque<Task>| {
        if !open.is_empty() {
            tasks.push_back(Task::Check(
                Job::Files(std::mem::take(open).into()),
                std::mem::take(total),
            ));
        }
    };
    for (file, size) in files.iter().zip(sizes) {
        if *size > LARGE {
            tasks.push_front(Task::Split(file.clone()));
            continue;
        }
        let most = if tasks.len() < MAX_ENGINES {
            FIRST_FILES
        } else {
            FILES_AT_ONCE
        };
        if open.len() >= most || bytes > BYTES_AT_ONCE {
            close(&mut open, &mut total, &mut tasks);
            bytes = 0;
        }
        bytes = bytes.saturating_add(*size);
        total = total.saturating_add(weight(*size));
        open.push(file.clone());
    }
    close(&mut open, &mut total, &mut tasks);
    tasks
}

/// Runs one engine until the queue is empty.
async fn work(shared: &Rc<Shared>) {
    let Some(client) = client() else {
        (shared.on_event)(PoolEvent::Unavailable(String::new()));
        return;
    };
    loop {
        let task = shared.queue.borrow_mut().pop_front();
        let done = match task {
            Some(Task::Split(file)) => {
                shared.splitting.set(shared.splitting.get().saturating_add(1));
                let done = split(shared, &client, file).await;
                shared.splitting.set(shared.splitting.get().saturating_sub(1));
                done
            }
            Some(Task::Check(job, weight)) => check(shared, &client, job, weight).await,
            None if shared.splitting.get() > 0 => {
                TimeoutFuture::new(POLL).await;
                Ok(())
            }
            None => return,
        };
        if let Err(why) = done {
            shared.queue.borrow_mut().clear();
            (shared.on_event)(PoolEvent::Unavailable(why));
            return;
        }
    }
}

/// Splits a large file and queues its parts.
///
/// # Errors
/// If no engine can be loaded.
async fn split(shared: &Rc<Shared>, client: &Client, file: Named) -> Result<(), String> {
    let weight = weight(size(&file.1));
    if size(&file.1) > INPUT_BYTES as u64 {
        skip(shared, &file, OtherContent::Unread, weight);
        return Ok(());
    }
    let mut full = shared.common.request.truststore != 0;
    let (cut, blobs) = loop {
        let files = Rc::from([file.clone()]);
        let response: Result<Response<SplitFile>, _> =
            shared.common.send(client, RequestKind::Split, files, full).await;
        match response {
            Ok(Response {
                body: ResponseBody::Answer(cut),
                blobs,
                ..
            }) => {
                if !cut.incomplete || full {
                    break (cut, blobs);
                }
                full = true;
            }
            Ok(_) => return Ok(()),
            Err(Failure::Unavailable(why)) => return Err(why),
            Err(_) => {
                skip(shared, &file, OtherContent::Unread, weight);
                return Ok(());
            }
        }
    };
    if let Some(what) = cut.other.clone() {
        skip(shared, &file, what, weight);
    }
    let servers: u64 = cut.servers.iter().map(|count| u64::from(*count)).sum();
    let mut queue = shared.queue.borrow_mut();
    for (blob, count) in blobs.into_iter().zip(&cut.servers) {
        let share = weight.saturating_mul(u64::from(*count)) / servers.max(1);
        queue.push_back(Task::Check(Job::Part((file.0.clone(), blob)), share));
    }
    drop(queue);
    (shared.on_event)(PoolEvent::Split(cut));
    Ok(())
}

/// Reports a file without servers, and what it holds instead.
fn skip(shared: &Rc<Shared>, file: &Named, what: OtherContent, weight: u64) {
    (shared.on_event)(PoolEvent::Checked {
        job: Job::Files(Rc::from([file.clone()])),
        batch: Batch {
            without_server: vec![FileWithoutServer { file: 0, what }],
            ..Batch::default()
        },
        weight,
        full: false,
    });
}

/// Checks a batch.
///
/// # Errors
/// If no engine can be loaded.
async fn check(shared: &Rc<Shared>, client: &Client, job: Job, weight: u64) -> Result<(), String> {
    let files = job.files();
    // Only the full engine opens keystores.
    let mut full = shared.common.request.truststore != 0;
    loop {
        let kind = RequestKind::Rows(job.input());
        let response = shared.common.send(client, kind, Rc::clone(&files), full).await;
        match response.map(Response::<Batch>::answer) {
            Ok(Some(batch)) if batch.incomplete && !full => full = true,
            Ok(Some(batch)) => {
                (shared.on_event)(PoolEvent::Checked {
                    job,
                    batch,
                    weight,
                    full,
                });
                return Ok(());
            }
            Err(Failure::Unavailable(why)) => return Err(why),
            // One of the files is gone or crashes the engine: retry them one at a time.
            Ok(None) | Err(_) if files.len() > 1 => {
                let mut queue = shared.queue.borrow_mut();
                for file in files.iter() {
                    let share = self::weight(size(&file.1));
                    queue.push_front(Task::Check(Job::Files(Rc::from([file.clone()])), share));
                }
                return Ok(());
            }
            Ok(None) | Err(_) => {
                if let Some(file) = files.first() {
                    skip(shared, file, OtherContent::Unread, weight);
                }
                return Ok(());
            }
        }
    }
}

/// Runs `work` until it is done, or until the pool is dropped: `None`, and `work` is dropped.
async fn until_stopped<T>(stopped: oneshot::Receiver<()>, work: impl Future<Output = T>) -> Option<T> {
    let (mut stopped, mut work) = (pin!(stopped), pin!(work));
    poll_fn(|context| {
        if stopped.as_mut().poll(context).is_ready() {
            return Poll::Ready(None);
        }
        work.as_mut().poll(context).map(Some)
    })
    .await
}
