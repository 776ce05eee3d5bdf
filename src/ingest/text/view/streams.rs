//! Separates containers, processes or threads that print PEM blocks at the same time: puts the
//! lines with the same names in front together.

use std::ops::Range;

use super::diff::Side;
use super::{Kept, lines, prefix};
use crate::ingest::text::objects::pem::Sections;
use crate::ingest::text::prefilter::Sifted;
use crate::ingest::text::work;

/// The most streams that are separated.
const MAX_STREAMS: usize = 8;

/// What is in front of a stream's lines, and its lines.
struct Stream<'t> {
    prefix: &'t [u8],
    lines: Vec<Range<usize>>,
}

/// A run of blocks that overlap: from the first BEGIN line to where every block has ended.
#[derive(Default)]
struct Overlap<'t> {
    start: usize,
    streams: Vec<Stream<'t>>,
    open: usize,
}

/// Returns the text with the lines of each stream together; `None` if no blocks overlap.
pub(super) fn separate(sifted: Sifted<'_>, _: Side) -> Option<Kept> {
    let text = sifted.text;
    let mut kept = Kept::default();
    let (mut done, mut previous) = (0, 0);
    let mut overlap = Overlap::default();
    for section in Sections::new(sifted) {
        let marker = &section.marker;
        let before = section.line_before(text, previous);
        previous = marker.end;
        if marker.begin {
            let is_known = |stream: &Stream<'_>| prefix::has_same_names(stream.prefix, before);
            if overlap.open == 0 {
                overlap.start = marker.start.saturating_sub(before.len());
                overlap.streams.clear();
            }
            if !before.is_empty() && !overlap.streams.iter().any(is_known) && overlap.streams.len() < MAX_STREAMS {
                overlap.streams.push(Stream {
                    prefix: before,
                    lines: Vec::new(),
                });
            }
            overlap.open += 1;
        } else if overlap.open > 0 {
            overlap.open -= 1;
            if overlap.open == 0 && overlap.streams.len() > 1 && overlap.start >= done && !kept.is_full() {
                let (_, end) = lines::line(text, marker.end, text.len());
                kept.push(done..overlap.start);
                overlap.read(text, end);
                for line in overlap.streams.drain(..).flat_map(|stream| stream.lines) {
                    kept.push(line);
                }
                done = end;
            }
        }
    }
    if done == 0 || kept.is_full() {
        return None;
    }
    kept.push(done..text.len());
    Some(kept)
}

impl Overlap<'_> {
    /// Gives each line up to `end` to its stream; a line of no stream belongs to that of the line
    /// before it.
    fn read(&mut self, text: &[u8], end: usize) {
        let (mut at, mut current) = (self.start, 0);
        while at < end {
            work::step();
            let (line, next) = lines::line(text, at, end);
            let line = text.get(line).unwrap_or_default();
            let is_of = |stream: &Stream<'_>| {
                let len = prefix::like(stream.prefix, line);
                let before = len.and_then(|len| line.get(..len));
                before.is_some_and(|before| prefix::has_same_names(stream.prefix, before))
            };
            if let Some(found) = self.streams.iter().position(is_of) {
                current = found;
            }
            if let Some(stream) = self.streams.get_mut(current) {
                stream.lines.push(at..next);
            }
            at = next;
        }
    }
}
