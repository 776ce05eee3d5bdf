//! The text as a reader looks at it: without color codes, without the old side of a diff, and
//! without what logs and source code put around the lines of a PEM block.
//!
//! A view is a selection of parts of the text, made in stages: [`colors`], [`diff`],
//! [`streams`], [`tables`], [`margins`]. Each stage returns the parts that it keeps, or `None` if
//! it changes nothing, so most texts need no view. `redact` searches the text and its views for
//! private keys; the readers read the view instead of the text. Places in a view are converted to
//! places in the text.

mod colors;
mod diff;
mod lines;
mod margins;
mod prefix;
mod streams;
mod tables;

use std::ops::Range;

use bytes::Bytes;

use super::objects::pem::Sections;
use super::prefilter::{Sieve, Sifted};
use crate::ingest::object::file_kind::is_binary;
use crate::ingest::report::note::Repair;

pub(crate) use diff::Side;
pub(crate) use prefix::like;

/// The most parts that a stage may keep; with more, it changes nothing. They take 8 bytes each.
const MAX_PARTS: usize = 1 << 19;

/// Returns whether the markers or the lines of a block can be wrapped or be part of a diff. Most
/// texts need no more than this one pass.
fn is_wrapped(sifted: Sifted<'_>) -> bool {
    let text = sifted.text;
    let mut previous = 0;
    Sections::new(sifted).any(|section| {
        let marker = &section.marker;
        let before = section.line_before(text, previous);
        previous = marker.end;
        let is_plain = before.iter().all(|byte| b" \t|#*;!".contains(byte));
        let dashes = text.get(marker.start..marker.end).unwrap_or_default();
        let is_exact = dashes.starts_with(b"-----B") || dashes.starts_with(b"-----E");
        let body = text.get(marker.end..section.stop).unwrap_or_default();
        let has_dash = || marker.begin && memchr::memchr(b'-', body).is_some();
        !is_plain || !is_exact || has_dash() || tables::is_cell(text, &section)
    })
}

/// A selection of parts of a text.
pub(crate) struct View {
    /// The selected parts, joined.
    pub text: Bytes,
    /// The marks of `text`.
    pub sieve: Sieve,
    /// Where the first diff begins in the original text.
    pub diff: Option<usize>,
    parts: Vec<Part>,
    has_colors: bool,
    /// Places in `text` after which a PEM block was unwrapped, and how; ascending.
    unwrapped: Vec<(u32, Repair)>,
}

/// Where a part of a view begins, in the view and in the original text.
#[derive(Clone, Copy)]
struct Part {
    inner: u32,
    outer: u32,
}

/// What a stage keeps of a text.
#[derive(Default)]
struct Kept {
    /// The parts, never empty; mostly ascending.
    ranges: Vec<Range<usize>>,
    /// The length of the parts together.
    len: usize,
    /// Where the first diff begins.
    diff: Option<usize>,
    /// See [`View::unwrapped`].
    unwrapped: Vec<(u32, Repair)>,
}

impl Kept {
    fn push(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.len += range.len();
        match self.ranges.last_mut() {
            Some(last) if last.end == range.start => last.end = range.end,
            _ => self.ranges.push(range),
        }
    }

    /// Whether there are too many parts to continue.
    fn is_full(&self) -> bool {
        self.ranges.len() >= MAX_PARTS
    }
}

impl View {
    /// Returns the view of a text, with one side of its diffs; `None` if it is the text itself.
    pub fn of(sifted: Sifted<'_>, side: Side) -> Option<Self> {
        if u32::try_from(sifted.text.len()).is_err() || is_binary(sifted.text) {
            return None;
        }
        let mut view: Option<Self> = None;
        let colors = colors::strip(sifted);
        if colors.is_none() && !diff::is_possible(sifted) && !is_wrapped(sifted) {
            return None;
        }
        if let Some(kept) = colors {
            view = Some(Self::select(None, sifted.text, kept, true));
        }
        for stage in [
            diff::one_side as for<'a> fn(Sifted<'a>, Side) -> Option<Kept>,
            streams::separate,
            tables::strip,
            margins::strip,
        ] {
            let input = view.as_ref().map_or(sifted, |view| view.sieve.sifted(&view.text));
            let Some(kept) = stage(input, side) else { continue };
            let next = Self::select(view.as_ref(), input.text, kept, false);
            if let Some(before) = view.replace(next) {
                before.clear();
            }
        }
        view
    }

    fn select(before: Option<&Self>, text: &[u8], kept: Kept, has_colors: bool) -> Self {
        let mut joined = Vec::with_capacity(kept.len);
        let mut parts = Vec::with_capacity(kept.ranges.len());
        let narrow = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
        for range in &kept.ranges {
            let inner = joined.len();
            joined.extend_from_slice(text.get(range.clone()).unwrap_or_default());
            match before {
                None => parts.push(Part {
                    inner: narrow(inner),
                    outer: narrow(range.start),
                }),
                Some(before) => before.parts_of(range, |from, outer| {
                    parts.push(Part {
                        inner: narrow(inner + from),
                        outer: narrow(outer),
                    });
                }),
            }
        }
        let text = Bytes::from(joined);
        Self {
            sieve: Sieve::of(&text),
            text,
            diff: match before {
                Some(before) => before.diff.or(kept.diff.map(|at| before.outer(at))),
                None => kept.diff,
            },
            parts,
            has_colors: has_colors || before.is_some_and(|before| before.has_colors),
            unwrapped: kept.unwrapped,
        }
    }

    /// Calls `each` for the parts in `range`: offset from its start, and place in the original.
    fn parts_of(&self, range: &Range<usize>, mut each: impl FnMut(usize, usize)) {
        each(0, self.outer(range.start));
        let next = self.parts.partition_point(|part| part.inner as usize <= range.start);
        for part in self.parts.get(next..).unwrap_or_default() {
            let inner = part.inner as usize;
            if inner >= range.end {
                break;
            }
            each(inner - range.start, part.outer as usize);
        }
    }

    /// Returns the place in the original text of a place in the view.
    pub fn outer(&self, place: usize) -> usize {
        let next = self.parts.partition_point(|part| part.inner as usize <= place);
        match next.checked_sub(1).and_then(|index| self.parts.get(index)) {
            Some(part) => part.outer as usize + (place - part.inner as usize),
            None => place,
        }
    }

    /// Returns the part of the original text that contains every byte of a range.
    pub fn outer_range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.outer(range.start);
        let end = range.end.checked_sub(1).map_or(0, |last| self.outer(last) + 1);
        let mut all = start..end.max(start);
        // Separated streams are not in the order of the text.
        self.parts_of(range, |from, outer| {
            all.start = all.start.min(outer);
            if let Some(last) = (range.start + from).checked_sub(1).filter(|last| *last >= range.start) {
                all.end = all.end.max(self.outer(last) + 1);
            }
        });
        all
    }

    /// Returns what was removed around the PEM block in `range`.
    pub fn repairs(&self, range: Range<usize>) -> impl Iterator<Item = Repair> {
        let first = self
            .unwrapped
            .partition_point(|(place, _)| (*place as usize) < range.start);
        let unwrapped = self
            .unwrapped
            .get(first)
            .filter(|(place, _)| (*place as usize) < range.end);
        let colors = self.has_colors.then_some(Repair::ColorCodes);
        unwrapped.map(|(_, repair)| *repair).into_iter().chain(colors)
    }

    /// Overwrites the copy of the text, which may contain a private key.
    pub fn clear(self) {
        if let Ok(mut text) = self.text.try_into_mut() {
            zeroize::Zeroize::zeroize(text.as_mut());
        }
    }
}
