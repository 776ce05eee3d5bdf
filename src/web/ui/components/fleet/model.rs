//! The rows of many servers. They are kept outside the page's state, because comparing ten thousand
//! rows at each key stroke would be slow.

use std::collections::HashSet;
use std::rc::Rc;

use crate::fleet::{OtherContent, Query, Row, Search, Totals};
use crate::ingest::{DropReason, Dropped};
use crate::trust::ClientId;
use crate::web::client::pool::{FleetRequest, Job, Pool, PoolEvent};
use crate::web::clock::millis;

/// The state of the work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Stage {
    #[default]
    Running,
    Stopped,
    Done,
    Failed(String),
}

impl Stage {
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Stopped => "stopped",
            Self::Done => "done",
            Self::Failed(_) => "failed",
        }
    }
}

/// A job that was checked: its first row, how many rows it has, and whether the full engine was
/// needed.
#[derive(Clone)]
pub(super) struct CheckedJob {
    pub(super) job: Job,
    pub(super) first: usize,
    pub(super) rows: usize,
    pub(super) full: bool,
}

#[derive(Default)]
pub(super) struct Model {
    pub(super) rows: Vec<Row>,
    pub(super) totals: Option<Totals>,
    /// Files without a server.
    pub(super) without_server: Vec<(String, OtherContent)>,
    pub(super) keys: usize,
    pub(super) shared: bool,
    pub(super) jobs: Vec<CheckedJob>,
    pub(super) stage: Stage,
    pub(super) request: Option<FleetRequest>,
    pub(super) pool: Option<Pool>,
    /// What the table shows, in order; `None` for every row in the order of arrival.
    pub(super) order: Option<Rc<[u32]>>,
    /// Changes whenever the table must be redrawn.
    pub(super) version: u32,
    pub(super) searching: Searching,
    prints: HashSet<u64>,
    planned: u64,
    done: u64,
    began: f64,
}

/// The search in progress.
#[derive(Default)]
pub(super) struct Searching {
    pub(super) query: Query,
    pub(super) search: Option<Search>,
    /// Whether to search again afterwards, because rows have arrived meanwhile.
    pub(super) again: bool,
}

impl Model {
    /// Starts over.
    pub(super) fn begin(&mut self, request: FleetRequest) {
        let (version, query) = (self.version, std::mem::take(&mut self.searching.query));
        *self = Self {
            totals: Some(Totals::new(request.request.options.at)),
            request: Some(request),
            version,
            began: millis(),
            searching: Searching {
                query,
                ..Searching::default()
            },
            ..Self::default()
        };
    }

    /// Handles an event of the pool.
    pub(super) fn on_event(&mut self, event: PoolEvent) {
        match event {
            PoolEvent::Planned(weight) => self.planned = weight,
            PoolEvent::Checked {
                job,
                batch,
                weight,
                full,
            } => {
                self.done = self.done.saturating_add(weight);
                self.keys = self.keys.saturating_add(batch.keys.len());
                self.shared |= batch.shared;
                let left = batch.without_server.into_iter();
                self.without_server
                    .extend(left.map(|left| (job.name(left.file).to_owned(), left.what)));
                let number = u32::try_from(self.jobs.len()).unwrap_or(u32::MAX);
                self.jobs.push(CheckedJob {
                    first: self.rows.len(),
                    rows: batch.rows.len(),
                    job: job.clone(),
                    full,
                });
                for mut row in batch.rows {
                    job.name(row.file).clone_into(&mut row.path);
                    row.job = number;
                    self.prints.insert(row.print);
                    if let Some(totals) = &mut self.totals {
                        totals.add(&row);
                    }
                    self.rows.push(row);
                }
            }
            PoolEvent::Split(cut) => {
                self.shared |= cut.shared;
                self.keys = self.keys.saturating_add(usize::from(cut.key));
            }
            PoolEvent::Unavailable(why) => self.stage = Stage::Failed(why),
            PoolEvent::Done => {
                if self.stage == Stage::Running {
                    self.stage = Stage::Done;
                }
                self.pool = None;
            }
        }
    }

    /// The client for which the servers are checked.
    pub(super) fn client(&self) -> ClientId {
        self.request
            .as_ref()
            .map_or(ClientId::API_GATEWAY, |common| common.request.options.client)
    }

    /// Stops the work and keeps the rows.
    pub(super) fn stop(&mut self) {
        if self.stage == Stage::Running {
            self.stage = Stage::Stopped;
        }
        self.pool = None;
    }

    /// How many different server certificates there are.
    pub(super) fn distinct(&self) -> usize {
        self.prints.len()
    }

    /// The share of the work that is done, in thousandths.
    pub(super) fn share(&self) -> u64 {
        self.done.saturating_mul(1_000) / self.planned.max(1)
    }

    /// The estimated number of seconds left; `None` at the start.
    pub(super) fn seconds_left(&self) -> Option<u64> {
        let elapsed = millis() - self.began;
        if elapsed < 1_500.0 || self.done == 0 {
            return None;
        }
        #[allow(clippy::cast_precision_loss, reason = "bytes of work, an estimate")]
        let left = elapsed / 1_000.0 * (self.planned.saturating_sub(self.done) as f64) / (self.done as f64);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative")]
        Some(left.ceil().max(1.0) as u64)
    }

    /// How many rows the table shows.
    pub(super) fn shown(&self) -> usize {
        self.order.as_ref().map_or(self.rows.len(), |order| order.len())
    }

    /// The position in `rows` of a position in the table.
    pub(super) fn place(&self, shown: usize) -> Option<usize> {
        match &self.order {
            Some(order) => order.get(shown).and_then(|place| usize::try_from(*place).ok()),
            None => (shown < self.rows.len()).then_some(shown),
        }
    }

    /// Whether a password was wrong; `None` if no keystore needs one.
    pub(super) fn locked(&self) -> Option<bool> {
        let wrong = |(_, what): &(String, OtherContent)| match what {
            OtherContent::Other(Dropped {
                reason: DropReason::PasswordNeeded { wrong, .. },
                ..
            }) => Some(*wrong),
            _ => None,
        };
        self.without_server.iter().filter_map(wrong).reduce(|a, b| a || b)
    }
}
