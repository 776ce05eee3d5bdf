//! Brings the steps together: one input after another, one list of results. Contract: everything found passes
//! through [`Sink`], which keeps the limits and counts each kind of repair once.

use std::collections::BTreeMap;

use bytes::Bytes;

#[cfg(feature = "containers")]
use super::readers::opening::Opening;
use super::report::dropped::{DropReason, Dropped};
use super::report::found::{Block, BlockSource, Container, Ingested};
use super::report::hint::Hints;
use super::report::limits::{LimitKind, Limits};
use super::report::location::At;
use super::report::note::{InputNote, Repair};
use super::text::base64::{BODY_REPAIRS, Repairs};
use super::text::lines::Lines;
use super::text::prefilter::Sieve;
use crate::containers::Passwords;
use crate::ingest::report::location::small;
use crate::order;

/// Where something was found; cheap to copy, turned into a line only when needed.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub offset: usize,
    pub label: Option<String>,
    pub container: Container,
}

/// Results of all inputs of a call.
pub(crate) struct Sink<'l> {
    pub limits: &'l Limits,
    pub blocks: Vec<Block>,
    pub notes: Vec<InputNote>,
    repairs: BTreeMap<Repair, (u32, At, Option<u32>)>,
    dropped: Vec<(u32, Dropped)>,
    more_dropped: u64,
    pub more_certificates: u64,
    seen_bytes: usize,
    pub hints: Hints,
    /// Passwords for key stores.
    #[cfg_attr(not(feature = "containers"), allow(dead_code, reason = "nothing is opened"))]
    pub passwords: &'l Passwords,
    #[cfg(feature = "containers")]
    pub open: Opening,
}

/// One text being read, with what is needed to say where in the input it is.
pub(crate) struct Scan<'s, 'l, 't> {
    pub text: &'t Bytes,
    pub lines: Lines<'t>,
    pub sieve: &'t Sieve,
    pub sink: &'s mut Sink<'l>,
    pub file: Option<u32>,
    /// For text that was decoded from inside another: where that stands.
    pub outer: Option<(u32, At)>,
    pub depth: u8,
    /// What has been read as something: start, end, whether certificates were in it.
    pub spans: Vec<(usize, usize, bool)>,
}

impl<'l> Sink<'l> {
    /// A sink for `files` files, or for a paste.
    pub fn new(limits: &'l Limits, passwords: &'l Passwords, files: usize) -> Self {
        let _ = files;
        Self {
            limits,
            blocks: Vec::new(),
            notes: Vec::new(),
            repairs: BTreeMap::new(),
            dropped: Vec::new(),
            more_dropped: 0,
            more_certificates: 0,
            seen_bytes: 0,
            hints: Hints::default(),
            passwords,
            #[cfg(feature = "containers")]
            open: Opening::new(limits, files),
        }
    }

    /// The result, in input order, with the summaries that need everything seen.
    pub fn finish(mut self, files: Vec<String>) -> Ingested {
        #[cfg(feature = "containers")]
        let (files, place) = self.open.finish(files);
        #[cfg(not(feature = "containers"))]
        let place = |file: Option<u32>| (file, file);
        order::by_key(&mut self.blocks, |block| {
            (place(block.source.at.file), block.source.offset)
        });
        order::by_key(&mut self.dropped, |(offset, dropped)| (place(dropped.at.file), *offset));
        let limits = self.limits;
        let mut dropped: Vec<Dropped> = self.dropped.into_iter().map(|(_, dropped)| dropped).collect();
        let mut exceeded = |limit, max: usize, seen: u64| {
            let (max, at) = (u64::try_from(max).unwrap_or(u64::MAX), At { file: None, line: 1 });
            if seen > max {
                dropped.push(Dropped {
                    at,
                    label: None,
                    reason: DropReason::LimitExceeded { limit, max, seen },
                });
            }
        };
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        exceeded(LimitKind::InputBytes, limits.input_bytes, wide(self.seen_bytes));
        exceeded(
            LimitKind::Certificates,
            limits.certificates,
            wide(self.blocks.len()) + self.more_certificates,
        );
        if self.more_dropped > 0 {
            exceeded(
                LimitKind::Dropped,
                limits.dropped,
                wide(limits.dropped) + self.more_dropped,
            );
        }
        let repairs = self.repairs.into_iter();
        let repairs = repairs.map(|(repair, (blocks, at, columns))| InputNote::Repaired {
            repair,
            blocks,
            at,
            columns,
        });
        let notes = repairs.chain(self.notes).collect();
        Ingested {
            files,
            blocks: self.blocks,
            notes,
            dropped,
            hints: self.hints,
        }
    }
}

impl<'t> Scan<'_, '_, 't> {
    /// The part of the text that is read for hints.
    pub fn hinting(&self) -> &'t [u8] {
        let end = self.text.len().min(self.sink.limits.hint_bytes);
        self.text.get(..end).unwrap_or_default()
    }
}

impl Scan<'_, '_, '_> {
    /// Remembers what was read, so that it is not counted among the lines passed over.
    pub fn span(&mut self, start: usize, end: usize, certificates: bool) {
        if self.spans.len() < self.sink.limits.certificates {
            self.spans.push((start, end, certificates));
        }
    }

    pub fn at(&self, offset: usize) -> At {
        match self.outer {
            Some((_, at)) => at,
            None => At {
                file: self.file,
                line: self.lines.line(offset),
            },
        }
    }

    pub fn offset(&self, offset: usize) -> u32 {
        self.outer.map_or(small(offset), |(outer, _)| outer)
    }

    /// How many blocks there are; what lies behind a number was added since.
    pub fn count(&self) -> usize {
        self.sink.blocks.len()
    }

    fn block(&mut self, der: Bytes, place: &Place) {
        self.block_named(der, place, None);
    }

    pub fn block_named(&mut self, der: Bytes, place: &Place, alias: Option<String>) {
        if self.sink.blocks.len() >= self.sink.limits.certificates {
            self.sink.more_certificates += 1;
            return;
        }
        let (at, offset) = (self.at(place.offset), self.offset(place.offset));
        let container = if self.depth > 0 && place.container == Container::Pem {
            Container::Base64
        } else {
            place.container
        };
        let source = BlockSource {
            at,
            offset,
            label: place.label.clone(),
            container,
            entry: self.entry(),
            alias,
        };
        self.sink.blocks.push(Block { der, source });
    }

    /// The path in its archive of the file that is read.
    fn entry(&self) -> Option<String> {
        #[cfg(feature = "containers")]
        return self.sink.open.entry.clone();
        #[cfg(not(feature = "containers"))]
        None
    }

    pub fn drop_at(&mut self, offset: usize, label: Option<String>, reason: DropReason) {
        if self.sink.dropped.len() >= self.sink.limits.dropped {
            self.sink.more_dropped += 1;
            return;
        }
        let dropped = Dropped {
            at: self.at(offset),
            label,
            reason,
        };
        self.sink.dropped.push((self.offset(offset), dropped));
    }

    pub fn drop_place(&mut self, place: &Place, reason: DropReason) {
        self.drop_at(place.offset, place.label.clone(), reason);
    }

    pub fn repair(&mut self, repair: Repair, offset: usize, columns: Option<u32>) {
        if let Some((blocks, _, _)) = self.sink.repairs.get_mut(&repair) {
            *blocks = blocks.saturating_add(1);
        } else {
            let at = self.at(offset);
            self.sink.repairs.insert(repair, (1, at, columns));
        }
    }

    pub fn repaired(&mut self, repairs: &Repairs, offset: usize) {
        for repair in BODY_REPAIRS {
            if repairs.has(*repair) {
                self.repair(
                    *repair,
                    offset,
                    (*repair == Repair::Indentation).then_some(repairs.indent),
                );
            }
        }
    }
}
