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

    /// Whether the whole input is checked as one chain: the user wants it, or it is a row of the
    /// table.
    #[must_use]
    pub fn is_together(&self) -> bool {
        self.together || self.fleet.is_some()
    }

    /// Checks all servers of the table again.
    pub(super) fn check_table_again(&mut self) {
        if let Some(fleet) = self.fleet.as_mut().filter(|fleet| fleet.open.is_none()) {
            fleet.run = fleet.run.wrapping_add(1);
        }
    }

    /// Shows the table after the engine has found several servers in the input.
    pub(super) fn several(&mut self, id: u32, redacted: Option<Rc<str>>) {
        if id != self.request.id || !self.is_checking() {
            return;
        }
        if let Some(text) = redacted {
            self.key_removed = true;
            self.source = Source::Text(text);
        }
        self.show_table();
    }

    /// Shows the table of the servers in the input.
    pub(super) fn show_table(&mut self) {
        self.fleet = Some(Fleet {
            source: self.source.clone(),
            open: None,
            run: self.request.id,
        });
        self.together = false;
        self.former = None;
        self.folded = true;
        self.phase = Phase::Idle;
    }

    /// Opens a row.
    pub(super) fn open_row(&mut self, row: usize, source: Source) {
        let fleet = self.fleet.clone();
        self.forget();
        self.fleet = fleet.map(|fleet| Fleet {
            open: Some(row),
            ..fleet
        });
        self.source = source;
        self.folded = true;
        self.former = None;
        self.start_check();
    }

    /// Goes back from a row to the table.
    pub(super) fn close_row(&mut self) {
        let Some(fleet) = self.fleet.clone() else { return };
        self.forget();
        self.source = fleet.source.clone();
        self.fleet = Some(Fleet { open: None, ..fleet });
        self.folded = true;
        self.former = None;
        self.next_request();
    }

    /// Checks the whole input, which holds `servers` servers, as one chain.
    pub(super) fn one_chain(&mut self, servers: usize) {
        let Some(fleet) = self.fleet.clone() else { return };
        self.forget();
        self.source = fleet.source;
        self.together = true;
        self.servers = servers;
        self.former = None;
        self.start_check();
    }

    /// Goes back to checking each server separately.
    pub(super) fn apart(&mut self) {
        self.forget();
        self.former = None;
        self.start_check();
        if matches!(&self.source, Source::Files(kept) if kept.is_many()) {
            self.show_table();
        }
    }
}
