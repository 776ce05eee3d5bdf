//! Reads PEM blocks in the cells of tables that psql prints. A line that continues in the next row
//! has the sign `+` at the cell's right edge, where base64 has a character, too.

use std::ops::Range;

use super::diff::Side;
use super::{Kept, lines};
use crate::ingest::report::note::Repair;
use crate::ingest::text::objects::pem::{Section, Sections};
use crate::ingest::text::prefilter::Sifted;
use crate::ingest::text::work;

/// The most characters of a cell's line.
const MAX_WIDTH: usize = 4096;

/// The signs of a line that continues, in ASCII and in Unicode.
const CONTINUED: [&str; 2] = ["+", "↵"];

/// A column of a table, in characters.
struct Column {
    start: usize,
    width: usize,
}

/// Returns whether a section begins in a cell that continues in the next row.
pub(super) fn is_cell(text: &[u8], section: &Section) -> bool {
    section.marker.begin && to_edge(text, section.marker.end).is_some()
}

/// Returns the text with only the cell of each row of a PEM block; `None` if there is no such
/// block.
pub(super) fn strip(sifted: Sifted<'_>, _: Side) -> Option<Kept> {
    let text = sifted.text;
    let mut kept = Kept::default();
    let mut done = 0;
    for section in Sections::new(sifted) {
        let marker = &section.marker;
        if kept.is_full() {
            return None;
        }
        let Some(column) = column(text, &section, done) else {
            continue;
        };
        kept.push(done..marker.end);
        let place = u32::try_from(kept.len).unwrap_or(u32::MAX);
        kept.unwrapped.push((place, Repair::LinePrefixes));
        let (first, mut at) = lines::line(text, marker.end, section.stop);
        kept.push(first.end..at);
        while at < section.stop {
            work::step();
            let (line, next) = lines::line(text, at, section.stop);
            kept.push(column.cell(text, line.clone()));
            kept.push(line.end..next);
            at = next;
        }
        done = section.stop;
    }
    if done == 0 {
        return None;
    }
    kept.push(done..text.len());
    Some(kept)
}

/// Returns the column of a BEGIN marker in a cell that continues.
fn column(text: &[u8], section: &Section, floor: usize) -> Option<Column> {
    let marker = &section.marker;
    if !marker.begin {
        return None;
    }
    let blanks = to_edge(text, marker.end)?;
    let line = lines::start(text, marker.start, floor)?;
    Some(Column {
        start: characters(text.get(line..marker.start)?),
        width: characters(text.get(marker.start..marker.end)?) + blanks,
    })
}

/// Returns the number of blanks between `from` and the sign of a line that continues.
fn to_edge(text: &[u8], from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let rest = rest.get(..rest.len().min(MAX_WIDTH))?;
    let blanks = rest.iter().take_while(|byte| **byte == b' ').count();
    let rest = rest.get(blanks..)?;
    let sign = CONTINUED.iter().find(|sign| rest.starts_with(sign.as_bytes()))?;
    // Another cell, or the end of the line.
    let after = rest.get(sign.len()..)?.first();
    (blanks > 0 && after.is_none_or(|byte| b" |\r\n\xe2".contains(byte))).then_some(blanks)
}

fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| is_first(**byte)).count()
}

/// Returns whether a byte is the first of a character in UTF-8.
fn is_first(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

impl Column {
    /// Returns where the cell is on a line, without blanks around it.
    fn cell(&self, text: &[u8], line: Range<usize>) -> Range<usize> {
        let bytes = text.get(line.clone()).unwrap_or_default();
        let firsts = || (line.start..line.end).zip(bytes).filter(|(_, byte)| is_first(**byte));
        let mut places = firsts().skip(self.start).map(|(at, _)| at);
        let Some(start) = places.next() else {
            return line.end..line.end;
        };
        let end = self.width.checked_sub(1).and_then(|last| places.nth(last));
        let end = end.unwrap_or(line.end);
        let cell = text.get(start..end).unwrap_or_default();
        let start = start + lines::indent(cell);
        start..start + cell.trim_ascii().len()
    }
}
