//! Many servers judged by several engines at once, each in a worker of its own.
//!
//! The page only moves files and answers: large files are taken apart by an engine, and their parts come back as blobs,
//! which the page hands on without reading them. What breaks an engine is asked again file by file, so that one file
//! cannot take others with it. Dropping the [`Pool`] ends its workers, whatever they are at.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::boot::Boot;
use super::engine::{Client, Failure, Limits};
use super::oneshot::Oneshot;
use super::request::{Asking, Input};
use super::timer::sleep;
use crate::containers::Passwords;
use crate::engine::Options;
use crate::fleet::{Batch, Cut, Instead, Left};
use crate::ingest::INPUT_BYTES;
use crate::report::Report;
use crate::web::protocol::request::Want;
use crate::web::protocol::response::Side;

/// The most engines at once: each has tens of megabytes, and more cores than this are seldom idle.
const MAX_ENGINES: usize = 8;
/// A file larger than this is taken apart first, in bytes.
const LARGE: u64 = 512 * 1024;
/// The most files and bytes of one question, so that results come often and the end of the work is shared well.
const FILES_AT_ONCE: usize = 64;
const BYTES_AT_ONCE: u64 = 1024 * 1024;
/// Files of the first questions, so that the first rows come at once.
const FIRST_FILES: usize = 8;
/// Milliseconds between looks whether an engine that takes a file apart has brought work for the others.
const LOOK: i32 = 25;

/// A file with its name.
pub type Named = (String, Blob);

/// What is judged by one question; kept, since its reports are asked for later.
#[derive(Clone)]
pub enum Job {
    /// Each of these files by itself.
    Files(Rc<[Named]>),
    /// A part of the large file of that name.
    Part(Named),
}

impl Job {
    fn files(&self) -> Rc<[Named]> {
        match self {
            Self::Files(files) => Rc::clone(files),
            Self::Part(part) => Rc::from([part.clone()]),
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

/// What is asked about every server.
#[derive(Clone)]
pub struct Asked {
    /// The options; a host name makes no sense for many servers.
    pub options: Options,
    /// Passwords to try on key stores.
    pub passwords: Passwords,
    /// A newer AWS list to judge by.
    pub list: Option<Rc<str>>,
}

impl Asked {
    fn asking<'a>(&'a self, input: &'a Input) -> Asking<'a> {
        Asking {
            input,
            options: &self.options,
            passwords: &self.passwords,
            list: self.list.as_deref(),
            language: "",
            now: false,
            together: false,
            progress: &|_, _| (),
        }
    }
}

/// What has been done.
pub enum News {
    /// So many bytes of work lie ahead.
    Planned(u64),
    /// A question was answered: `weight` bytes of the work are done.
    Judged {
        /// The question.
        job: Job,
        /// Its answer.
        batch: Batch,
        /// Bytes.
        weight: u64,
        /// True where the full engine was needed.
        full: bool,
    },
    /// A large file was taken apart, so that what is told of it is known.
    Apart {
        /// Its name.
        name: String,
        /// What it holds.
        cut: Cut,
    },
    /// No engine could be loaded.
    Unavailable(String),
    /// All is done.
    Done,
}

enum Task {
    Cut(Named),
    Judge(Job, u64),
}

struct Shared {
    asked: Asked,
    tasks: RefCell<VecDeque<Task>>,
    /// Engines that take a file apart, and may bring tasks.
    cutting: Cell<usize>,
    /// Engines at work.
    running: Cell<usize>,
    news: Box<dyn Fn(News)>,
}

/// Engines at work.
pub struct Pool(Vec<Oneshot<()>>);

impl Drop for Pool {
    fn drop(&mut self) {
        for stop in &self.0 {
            stop.settle(());
        }
    }
}

impl Pool {
    /// Judges `files` of these sizes, each by itself; `news` hears what comes of it, [`News::Done`] last.
    #[must_use]
    pub fn start(files: &[Named], sizes: &[u64], asked: Asked, news: impl Fn(News) + 'static) -> Self {
        let tasks = plan(files, sizes);
        let weight = sizes.iter().map(|size| weight(*size)).sum();
        let cuts = tasks.iter().any(|task| matches!(task, Task::Cut(_)));
        let engines = if cuts { MAX_ENGINES } else { tasks.len() };
        let engines = engines.min(cores()).clamp(1, MAX_ENGINES);
        let shared = Rc::new(Shared {
            asked,
            tasks: RefCell::new(tasks),
            cutting: Cell::new(0),
            running: Cell::new(engines),
            news: Box::new(news),
        });
        (shared.news)(News::Planned(weight));
        let start = |_| {
            let (stop, shared) = (Oneshot::new(), Rc::clone(&shared));
            let stopped = stop.clone();
            spawn_local(async move {
                if unless(stopped, work(&shared)).await.is_some() {
                    shared.running.set(shared.running.get().saturating_sub(1));
                    if shared.running.get() == 0 {
                        (shared.news)(News::Done);
                    }
                }
            });
            stop
        };
        Self((0..engines).map(start).collect())
    }
}

/// The reports of a job's servers, in the order of its rows; none where they cannot be had.
pub async fn reports(client: &Client, job: &Job, asked: &Asked, full: bool) -> Option<Vec<Report>> {
    let want = match job {
        Job::Files(_) => Want::Reports,
        Job::Part(_) => Want::ReportsOfPart,
    };
    let input = Input::Files(job.files());
    client.side_once(want, asked.asking(&input), full).await.ok()?.value
}

/// The part of a file that has its server number `server`, and which of the part it is.
pub async fn part_with(client: &Client, file: Named, server: u32, asked: &Asked, full: bool) -> Option<(Blob, u32)> {
    let input = Input::Files(Rc::from([file]));
    let side: Side<Cut> = client.side_once(Want::Cut, asked.asking(&input), full).await.ok()?;
    let mut before = 0_u32;
    for (blob, count) in side.parts.into_iter().zip(side.value?.servers) {
        let after = before.saturating_add(count);
        if server < after {
            return Some((blob, server.saturating_sub(before)));
        }
        before = after;
    }
    None
}

/// A client with time for large questions; none where `boot.js` did not run.
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

/// A file counts for its size, and for what it costs to open it.
fn weight(size: u64) -> u64 {
    size.saturating_add(512)
}

fn plan(files: &[Named], sizes: &[u64]) -> VecDeque<Task> {
    let mut tasks = VecDeque::new();
    let (mut open, mut bytes, mut total): (Vec<Named>, u64, u64) = (Vec::new(), 0, 0);
    let close = |open: &mut Vec<Named>, total: &mut u64, tasks: &mut VecDeque<Task>| {
        if !open.is_empty() {
            tasks.push_back(Task::Judge(
                Job::Files(std::mem::take(open).into()),
                std::mem::take(total),
            ));
        }
    };
    for (file, size) in files.iter().zip(sizes) {
        if *size > LARGE {
            tasks.push_front(Task::Cut(file.clone()));
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

/// One engine's work, to its end.
async fn work(shared: &Rc<Shared>) {
    let Some(client) = client() else {
        (shared.news)(News::Unavailable(String::new()));
        return;
    };
    loop {
        let task = shared.tasks.borrow_mut().pop_front();
        let done = match task {
            Some(Task::Cut(file)) => {
                shared.cutting.set(shared.cutting.get().saturating_add(1));
                let done = take_apart(shared, &client, file).await;
                shared.cutting.set(shared.cutting.get().saturating_sub(1));
                done
            }
            Some(Task::Judge(job, weight)) => judge(shared, &client, job, weight).await,
            None if shared.cutting.get() > 0 => {
                sleep(LOOK).await;
                Ok(())
            }
            None => return,
        };
        if let Err(why) = done {
            shared.tasks.borrow_mut().clear();
            (shared.news)(News::Unavailable(why));
            return;
        }
    }
}

/// # Errors
/// Where no engine can be loaded.
async fn take_apart(shared: &Rc<Shared>, client: &Client, file: Named) -> Result<(), String> {
    let weight = weight(size(&file.1));
    let unread = |shared: &Rc<Shared>| {
        let left = Left {
            file: 0,
            what: Instead::Unread,
        };
        tell_left(shared, file.clone(), left, weight);
    };
    if size(&file.1) > INPUT_BYTES as u64 {
        unread(shared);
        return Ok(());
    }
    let input = Input::Files(Rc::from([file.clone()]));
    let mut full = false;
    let side = loop {
        let asked: Result<Side<Cut>, Failure> = client.side_once(Want::Cut, shared.asked.asking(&input), full).await;
        match asked {
            Ok(Side { value: Some(cut), .. }) if cut.incomplete && !full => full = true,
            Ok(side) => break side,
            Err(Failure::Unavailable(why)) => return Err(why),
            Err(_) => {
                unread(shared);
                return Ok(());
            }
        }
    };
    let Some(cut) = side.value else { return Ok(()) };
    if let Some(what) = cut.left.clone() {
        let left = Left { file: 0, what };
        tell_left(shared, file.clone(), left, weight);
    }
    let servers: u64 = cut.servers.iter().map(|count| u64::from(*count)).sum();
    let mut tasks = shared.tasks.borrow_mut();
    for (blob, count) in side.parts.into_iter().zip(&cut.servers) {
        let share = weight.saturating_mul(u64::from(*count)) / servers.max(1);
        tasks.push_back(Task::Judge(Job::Part((file.0.clone(), blob)), share));
    }
    drop(tasks);
    (shared.news)(News::Apart { name: file.0, cut });
    Ok(())
}

fn tell_left(shared: &Rc<Shared>, file: Named, left: Left, weight: u64) {
    (shared.news)(News::Judged {
        job: Job::Files(Rc::from([file])),
        batch: Batch {
            left: vec![left],
            ..Batch::default()
        },
        weight,
        full: false,
    });
}

/// # Errors
/// Where no engine can be loaded.
async fn judge(shared: &Rc<Shared>, client: &Client, job: Job, weight: u64) -> Result<(), String> {
    let want = match job {
        Job::Files(_) => Want::Rows,
        Job::Part(_) => Want::RowsOfPart,
    };
    let files = job.files();
    let input = Input::Files(Rc::clone(&files));
    let mut full = false;
    loop {
        let side: Result<Side<Batch>, Failure> = client.side_once(want, shared.asked.asking(&input), full).await;
        match side {
            Ok(Side { value: Some(batch), .. }) if batch.incomplete && !full => full = true,
            Ok(Side { value: Some(batch), .. }) => {
                (shared.news)(News::Judged {
                    job,
                    batch,
                    weight,
                    full,
                });
                return Ok(());
            }
            Err(Failure::Unavailable(why)) => return Err(why),
            // A file that is gone, or one that breaks the engine: found by asking about each.
            Ok(_) | Err(_) if files.len() > 1 => {
                let mut tasks = shared.tasks.borrow_mut();
                for file in files.iter() {
                    let share = self::weight(size(&file.1));
                    tasks.push_front(Task::Judge(Job::Files(Rc::from([file.clone()])), share));
                }
                return Ok(());
            }
            Ok(_) | Err(_) => {
                if let Some(file) = files.first() {
                    let left = Left {
                        file: 0,
                        what: Instead::Unread,
                    };
                    tell_left(shared, file.clone(), left, weight);
                }
                return Ok(());
            }
        }
    }
}

/// The result, or none once `stop` was settled: what was under way is dropped then.
async fn unless<T>(stop: Oneshot<()>, work: impl Future<Output = T>) -> Option<T> {
    let (mut stop, mut work) = (pin!(stop), pin!(work));
    std::future::poll_fn(|context| {
        if stop.as_mut().poll(context).is_ready() {
            return Poll::Ready(None);
        }
        work.as_mut().poll(context).map(Some)
    })
    .await
}
