//! How long a client waits, and where its engine runs.

/// How long the client waits, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// For a new worker to be ready.
    pub start: u32,
    /// For a ready worker to start on a request.
    pub begin: u32,
    /// For the response. 64 MB of noise takes less than two seconds on a slow machine.
    pub answer: u32,
    /// When a newer check replaces an older one: a worker that has been busy for longer is ended.
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
pub enum Location {
    /// In a worker.
    Worker,
    /// On the page, because no worker runs.
    Page,
}
