//! Many servers in one input: their table, and one of them opened.

use std::rc::Rc;

use super::{Kept, Phase, Source, State};

/// From so many files on each is judged by itself at once; of fewer it is first asked whether they are one chain.
pub const MANY_FILES: usize = 128;

/// From so many bytes on, likewise: to ask first would read all of it twice.
const MANY_BYTES: u64 = 16 * 1024 * 1024;

/// Many servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fleet {
    /// Where they are.
    pub source: Source,
    /// The place of the row that is open.
    pub open: Option<usize>,
    /// Changes when all of it is to be judged anew.
    pub run: u32,
}

impl Kept {
    /// True where nobody asks whether these are one chain.
    pub(super) fn is_many(&self) -> bool {
        self.all > MANY_FILES || self.bytes > MANY_BYTES || (self.count > 1 && !self.left_out.is_empty())
    }
}

impl State {
    /// True while the table of many servers is shown.
    #[must_use]
    pub fn shows_table(&self) -> bool {
        self.fleet.as_ref().is_some_and(|fleet| fleet.open.is_none())
    }

    /// True where all is judged as one chain, because the person said so or since it is one row of the table.
    #[must_use]
    pub fn is_together(&self) -> bool {
        self.together || self.fleet.is_some()
    }

    /// What is there now holds several servers: their table.
    pub(super) fn several(self, seq: u32, redacted: Option<Rc<str>>) -> Self {
        if seq != self.seq || !matches!(self.phase, Phase::Checking { .. }) {
            return self;
        }
        let key_removed = self.key_removed || redacted.is_some();
        let source = redacted.map_or_else(|| self.source.clone(), Source::Text);
        Self {
            source,
            key_removed,
            ..self
        }
        .table()
    }

    /// The table of the servers of what is there now.
    pub(super) fn table(self) -> Self {
        Self {
            fleet: Some(Fleet {
                source: self.source.clone(),
                open: None,
                run: self.seq,
            }),
            together: false,
            former: None,
            folded: true,
            phase: Phase::Idle,
            ..self
        }
    }

    /// One row's report.
    pub(super) fn opened_row(self, row: usize, source: Source) -> Self {
        let fleet = self.fleet.clone().map(|fleet| Fleet {
            open: Some(row),
            ..fleet
        });
        let next = Self {
            source,
            folded: true,
            ..self.forget()
        };
        Self {
            fleet,
            former: None,
            ..next
        }
        .ask()
    }

    /// Back from a row to the table.
    pub(super) fn closed_row(self) -> Self {
        let Some(fleet) = self.fleet.clone() else { return self };
        let seq = self.seq.saturating_add(1);
        Self {
            source: fleet.source.clone(),
            fleet: Some(Fleet { open: None, ..fleet }),
            seq,
            folded: true,
            former: None,
            ..self.forget()
        }
    }

    /// All of it as one chain; `servers` is how many there are.
    pub(super) fn one_chain(self, servers: usize) -> Self {
        let Some(fleet) = self.fleet.clone() else { return self };
        Self {
            source: fleet.source,
            together: true,
            servers,
            former: None,
            ..self.forget()
        }
        .ask()
    }

    /// Each server by itself after all.
    pub(super) fn apart(self) -> Self {
        let next = Self {
            together: false,
            former: None,
            ..self.forget()
        }
        .ask();
        match &next.source {
            Source::Files(kept) if kept.is_many() => next.table(),
            _ => next,
        }
    }
}
