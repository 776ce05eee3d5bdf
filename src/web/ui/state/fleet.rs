//! Many servers in one input: their table, and one of them opened.

use std::rc::Rc;

use super::page::{Fleet, State};
use super::phase::Phase;
use super::source::Source;

impl State {
    /// Whether the table of many servers is shown.
    #[must_use]
    pub fn shows_table(&self) -> bool {
        self.fleet.as_ref().is_some_and(|fleet| fleet.open.is_none())
    }

    /// Whether all of it is checked as one chain: because the user wants it, or it is one row of the table.
    #[must_use]
    pub fn is_together(&self) -> bool {
        self.together || self.fleet.is_some()
    }

    /// The input holds several servers: shows their table.
    pub(super) fn several(self, id: u32, redacted: Option<Rc<str>>) -> Self {
        if id != self.request.id || !matches!(self.phase, Phase::Checking { .. }) {
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

    /// Shows the table of the servers in the input.
    pub(super) fn table(self) -> Self {
        Self {
            fleet: Some(Fleet {
                source: self.source.clone(),
                open: None,
                run: self.request.id,
            }),
            together: false,
            former: None,
            folded: true,
            phase: Phase::Idle,
            ..self
        }
    }

    /// Opens a row.
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

    /// Goes back from a row to the table.
    pub(super) fn closed_row(self) -> Self {
        let Some(fleet) = self.fleet.clone() else { return self };
        Self {
            source: fleet.source.clone(),
            fleet: Some(Fleet { open: None, ..fleet }),
            folded: true,
            former: None,
            ..self.forget().next_request()
        }
    }

    /// Checks all of it as one chain; `servers` is how many there are.
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

    /// Checks each server separately after all.
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
