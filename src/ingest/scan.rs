//! The state of reading: the text that is being read, and the results of all inputs of a call.
//!
//! Everything found passes through [`Sink`], which keeps the limits and counts each kind of repair
//! once.

use std::collections::BTreeMap;
use std::ops::Range;

use bytes::Bytes;

#[cfg(feature = "containers")]
use super::readers::opening::Opening;
use super::report::dropped::{DropReason, Dropped};
use super::report::found::{Block, BlockSource, Container, Ingested};
use super::report::hint::{Hints, LogMessage};
use super::report::limits::{LimitKind, Limits};
use super::report::location::Location;
use super::report::note::{InputNote, LinkTool, Repair};
use super::text::base64::{BODY_REPAIRS, Repairs};
use super::text::lines::Lines;
use super::text::prefilter::Sieve;
use super::text::view::View;
use crate::containers::Passwords;
use crate::num::small;
use crate::order;

/// Where an object was found. Its line is determined only when needed.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub offset: usize,
    pub label: Option<String>,
    pub container: Container,
}

/// The file that a text belongs to.
#[derive(Clone, Debug, Default)]
pub(crate) struct FileSource {
    /// Its number; `None` for a paste.
    pub file: Option<u32>,
    /// Its path in its archives.
    pub entry: Option<String>,
    /// The number of archives around it.
    #[cfg_attr(not(feature = "containers"), allow(dead_code, reason = "no archive is opened"))]
    pub archives: u8,
}

/// A text that was encoded in another text, and is read after it.
pub(crate) struct NestedText {
    pub text: Bytes,
    /// The part of the outer text that encodes it.
    pub range: Range<usize>,
    /// Where that is in the file.
    pub at: Location,
    pub offset: u32,
    /// The number of texts around it.
    pub depth: u8,
    /// The tool whose link contains it.
    pub tool: Option<LinkTool>,
    /// The repair that the report names for its certificates, if it is not in a link.
    pub repair: Repair,
}

/// Results of all inputs of a call.
pub(crate) struct Sink<'l> {
    pub limits: &'l Limits,
    pub blocks: Vec<Block>,
    pub notes: Vec<InputNote>,
    repairs: BTreeMap<Repair, (u32, Location, Option<u32>)>,
    dropped: Vec<(u32, Dropped)>,
    pub more_dropped: u64,
    pub more_certificates: u64,
    pub seen_bytes: usize,
    pub hints: Hints,
    /// Passwords for keystores.
    #[cfg_attr(not(feature = "containers"), allow(dead_code, reason = "nothing is opened"))]
    pub passwords: &'l Passwords,
    #[cfg(feature = "containers")]
    pub opening: Opening,
}

/// A text that is being read, and where it is in the input.
pub(crate) struct Scan<'s, 'l, 't> {
    pub text: &'t Bytes,
    /// The lines of the file, whether `text` is a view of it or not.
    pub lines: Lines<'t>,
    pub sieve: &'t Sieve,
    /// Set while `text` is a view of the file.
    pub view: Option<&'t View>,
    pub sink: &'s mut Sink<'l>,
    pub source: FileSource,
    /// For a text that was encoded in another: the place there.
    pub outer: Option<(u32, Location)>,
    pub depth: u8,
    /// The parts that were read as objects: start, end, and whether they contained certificates.
    pub spans: Vec<(usize, usize, bool)>,
    /// Texts that were found in this one.
    pub nested: Vec<NestedText>,
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
            opening: Opening::new(limits, files),
        }
    }

    /// Keeps each message once: of two that say the same, the more detailed one at the first place.
    fn merge_messages(&mut self) {
        let mut kept: Vec<LogMessage> = Vec::new();
        for message in std::mem::take(&mut self.hints.messages) {
            let same =
                |other: &&mut LogMessage| message.kind.is_within(&other.kind) || other.kind.is_within(&message.kind);
            match kept.iter_mut().find(same) {
                Some(other) => {
                    other.execution_failed |= message.execution_failed;
                    if !message.kind.is_within(&other.kind) {
                        other.kind = message.kind;
                    }
                }
                None => kept.push(message),
            }
        }
        self.hints.messages = kept;
    }

    /// Returns the result in input order, with the notes that summarize all inputs.
    pub fn finish(mut self, files: Vec<String>) -> Ingested {
        #[cfg(feature = "containers")]
        let (files, file_order) = self.opening.finish(files);
        #[cfg(not(feature = "containers"))]
        let file_order = |file: Option<u32>| (file, file);
        order::by_key(&mut self.blocks, |block| {
            (file_order(block.source.at.file), block.source.offset)
        });
        order::by_key(&mut self.dropped, |(offset, dropped)| {
            (file_order(dropped.at.file), *offset)
        });
        self.merge_messages();
        let limits = self.limits;
        let mut dropped: Vec<Dropped> = self.dropped.into_iter().map(|(_, dropped)| dropped).collect();
        let mut exceeded = |limit, max: usize, seen: u64| {
            let (max, at) = (u64::try_from(max).unwrap_or(u64::MAX), Location { file: None, line: 1 });
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

impl Sink<'_> {
    /// Returns the number of blocks and of dropped parts.
    pub fn counts(&self) -> (usize, usize) {
        (self.blocks.len(), self.dropped.len())
    }

    /// Counts a repair; the report names the first place and its columns.
    pub fn repair(&mut self, repair: Repair, at: Location, columns: Option<u32>) {
        let (blocks, _, _) = self.repairs.entry(repair).or_insert((0, at, columns));
        *blocks = blocks.saturating_add(1);
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
    /// Records a part that was read. The rest counts as ignored lines.
    pub fn span(&mut self, start: usize, end: usize, certificates: bool) {
        if self.spans.len() < self.sink.limits.certificates {
            let Range { start, end } = match self.view {
                Some(view) => view.outer_range(&(start..end)),
                None => start..end,
            };
            self.spans.push((start, end, certificates));
        }
    }

    pub fn at(&self, offset: usize) -> Location {
        match self.outer {
            Some((_, at)) => at,
            None => Location {
                file: self.source.file,
                line: self.lines.line(self.place(offset)),
            },
        }
    }

    /// Returns the line and the column of a place in the text.
    pub fn locate(&self, offset: usize) -> (u32, u32) {
        match self.outer {
            Some((_, at)) => (at.line, 1),
            None => self.lines.locate(self.place(offset)),
        }
    }

    pub fn offset(&self, offset: usize) -> u32 {
        self.outer.map_or(small(self.place(offset)), |(outer, _)| outer)
    }

    /// Returns the place in the file of a place in the text.
    fn place(&self, offset: usize) -> usize {
        self.view.map_or(offset, |view| view.outer(offset))
    }

    /// Returns the number of blocks.
    pub fn count(&self) -> usize {
        self.sink.blocks.len()
    }

    pub fn block(&mut self, der: Bytes, origin: &Origin) {
        self.block_named(der, origin, None, None);
    }

    /// Adds a certificate of a keystore, with its alias and whether Java would trust it.
    pub fn block_named(&mut self, der: Bytes, origin: &Origin, alias: Option<String>, trusted: Option<bool>) {
        if self.sink.blocks.len() >= self.sink.limits.certificates {
            self.sink.more_certificates += 1;
            return;
        }
        let (at, offset) = (self.at(origin.offset), self.offset(origin.offset));
        let container = if self.depth > 0 && origin.container == Container::Pem {
            Container::Base64
        } else {
            origin.container
        };
        let source = BlockSource {
            at,
            offset,
            label: origin.label.clone(),
            container,
            entry: self.source.entry.clone(),
            alias,
        };
        self.sink.blocks.push(Block { der, source, trusted });
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

    pub fn drop_origin(&mut self, origin: &Origin, reason: DropReason) {
        self.drop_at(origin.offset, origin.label.clone(), reason);
    }

    pub fn repair(&mut self, repair: Repair, offset: usize, columns: Option<u32>) {
        let at = self.at(offset);
        self.sink.repair(repair, at, columns);
    }

    /// Reports what the view removed around a block.
    pub fn unwrapped(&mut self, block: Range<usize>, repairs: Repairs) {
        let offset = block.start;
        for repair in self.view.into_iter().flat_map(|view| view.repairs(block.clone())) {
            if !repairs.has(repair) {
                self.repair(repair, offset, None);
            }
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
