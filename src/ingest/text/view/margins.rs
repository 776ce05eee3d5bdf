//! Removes what logs and source code put around each line of a PEM block: a time stamp, a level, a
//! container's name, the quotation marks and operators of a string constant.
//!
//! Blocks that can be read as they are stay as they are.

use std::ops::Range;

use zeroize::Zeroizing;

use super::diff::Side;
use super::{Kept, lines, prefix};
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::value;
use crate::ingest::text::objects::pem::{Section, Sections, is_whole};
use crate::ingest::text::prefilter::Sifted;
use crate::ingest::text::work;

/// The shortest base64 that is certainly data, in characters.
const LONG: usize = 16;

/// The shortest word at the end of a line of unknown form that is taken as data.
const WIDE: usize = 48;

/// Lines in a row without data, after which a block without an END line ends.
const MAX_SKIPPED: usize = 32;

/// The most bytes between two string constants.
const MAX_BETWEEN: usize = 512;

/// What may follow the data on a line: closing quotes, escapes, operators, markup.
const AFTER: &[u8] = b"\"'`\\,;)&|<>+._]}";

/// Returns the text without what is around the lines of PEM blocks; `None` if that is nothing.
pub(super) fn strip(sifted: Sifted<'_>, _: Side) -> Option<Kept> {
    let text = sifted.text;
    let mut kept = Kept::default();
    let (mut done, mut previous) = (0, 0);
    for section in Sections::new(sifted) {
        let marker = &section.marker;
        let body = marker.end..section.stop;
        let prefix = section.line_before(text, previous);
        previous = marker.end;
        if !marker.begin || !is_wrapped(text, &section, prefix) {
            continue;
        }
        if let Some(unwrapped) = unwrap(text, &section, prefix).filter(|_| !kept.is_full()) {
            kept.push(done..body.start);
            let place = u32::try_from(kept.len).unwrap_or(u32::MAX);
            kept.unwrapped.push((place, unwrapped.repair));
            unwrapped.ranges.into_iter().for_each(|range| kept.push(range));
            done = unwrapped.end;
        }
    }
    if done == 0 || kept.is_full() {
        return None;
    }
    kept.push(done..text.len());
    Some(kept)
}

/// Returns whether something precedes the marker on its line that the decoder does not skip, and
/// whether the body cannot be read as it is.
fn is_wrapped(text: &[u8], section: &Section, before: &[u8]) -> bool {
    if before.iter().all(|byte| b" \t>|#*;!".contains(byte)) {
        return false;
    }
    let body = text.get(section.marker.end..section.stop).unwrap_or_default();
    // In one line without quotation marks there is nothing to remove.
    let may_be = memchr::memchr3(b'\n', b'\r', b'"', body).or_else(|| memchr::memchr2(b'\'', b'`', body));
    may_be.is_some() && !section.is_whole(text)
}

/// A body without what is around its lines.
struct Unwrapped {
    ranges: Vec<Range<usize>>,
    /// Where the text continues unchanged.
    end: usize,
    repair: Repair,
}

fn unwrap(text: &[u8], section: &Section, prefix: &[u8]) -> Option<Unwrapped> {
    let body = section.marker.end..section.stop;
    let quote = prefix.trim_ascii_end().last().copied();
    let quote = quote.filter(|byte| b"\"'`".contains(byte));
    let repair = if quote.is_some() {
        Repair::StringQuotes
    } else {
        Repair::LinePrefixes
    };
    let by_lines = Walk::new(text, prefix).read(body.clone(), section.end.is_some());
    if joins(text, &by_lines.ranges) {
        return Some(Unwrapped {
            ranges: by_lines.ranges,
            end: by_lines.end,
            repair,
        });
    }
    if let Some(quote) = quote {
        let ranges = strings(text, body.clone(), quote);
        if joins(text, &ranges) {
            return Some(Unwrapped {
                ranges,
                end: body.end,
                repair,
            });
        }
    }
    let is_likely = by_lines.taken >= 2 && by_lines.taken >= by_lines.skipped;
    is_likely.then_some(Unwrapped {
        ranges: by_lines.ranges,
        end: by_lines.end,
        repair,
    })
}

/// Returns whether the parts together encode a whole object.
fn joins(text: &[u8], ranges: &[Range<usize>]) -> bool {
    let len = ranges.iter().map(ExactSizeIterator::len).sum();
    let mut joined = Zeroizing::new(Vec::with_capacity(len));
    for range in ranges {
        joined.extend_from_slice(text.get(range.clone()).unwrap_or_default());
    }
    is_whole(&joined)
}

/// The data of a line.
struct Data {
    /// Where it is on the line; empty for a line without data.
    place: Range<usize>,
    /// Whether the names in the line's prefix are those of the marker's line.
    is_same: bool,
    /// Whether the line has no prefix.
    is_bare: bool,
}

/// Reads a body line by line.
struct Walk<'t> {
    text: &'t [u8],
    prefix: &'t [u8],
    /// The width of the first line.
    width: Option<usize>,
    /// A shorter line, which is data only if it is the last one.
    pending: Option<[Range<usize>; 2]>,
    /// Whether the names before it are those of the marker's line.
    is_certain: bool,
    ranges: Vec<Range<usize>>,
    taken: usize,
    skipped: usize,
    end: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t [u8], prefix: &'t [u8]) -> Self {
        Self {
            text,
            prefix,
            width: None,
            pending: None,
            is_certain: false,
            ranges: Vec::new(),
            taken: 0,
            skipped: 0,
            end: 0,
        }
    }

    fn read(mut self, body: Range<usize>, is_closed: bool) -> Self {
        let (first, mut at) = lines::line(self.text, body.start, body.end);
        // The data can begin on the marker's line; otherwise only the line end is kept.
        if longest(self.text.get(first.clone()).unwrap_or_default()) >= LONG {
            self.ranges.push(first.clone());
        }
        self.ranges.push(first.end..at);
        let mut run = 0;
        self.end = body.end;
        while at < body.end {
            work::step();
            let (line, next) = lines::line(self.text, at, body.end);
            match self.data(self.text.get(line.clone()).unwrap_or_default()) {
                // What precedes the END marker on its line is part of the prefix.
                Some(found) if next == line.end && found.is_bare && found.place.len() < LONG => {}
                Some(found) => {
                    run = 0;
                    self.take(line.start, &found, line.end..next);
                }
                None => {
                    run += 1;
                    self.skipped += 1;
                }
            }
            if !is_closed && run >= MAX_SKIPPED {
                self.end = next;
                break;
            }
            at = next;
        }
        self.ranges.extend(self.pending.take().into_iter().flatten());
        self
    }

    fn take(&mut self, line: usize, found: &Data, line_end: Range<usize>) {
        let data = line + found.place.start..line + found.place.end;
        if data.is_empty() {
            self.ranges.push(line_end);
        } else if data.len() >= LONG || self.width == Some(data.len()) {
            self.width.get_or_insert(data.len());
            self.taken += 1;
            self.pending = None;
            self.ranges.extend([data, line_end]);
        } else if self.pending.is_none() || found.is_same && !self.is_certain {
            self.is_certain = found.is_same;
            self.pending = Some([data, line_end]);
        }
    }

    /// Returns the data of a line.
    fn data(&self, line: &[u8]) -> Option<Data> {
        let after_prefix = if line.starts_with(self.prefix) {
            Some(self.prefix.len())
        } else {
            prefix::like(self.prefix, line)
        };
        if let Some((len, place)) = after_prefix.and_then(|len| Some((len, data_at(line, len)?))) {
            let before = line.get(..len).unwrap_or_default();
            return Some(Data {
                place,
                is_same: prefix::has_same_names(self.prefix, before),
                is_bare: false,
            });
        }
        // A damaged line, whose fault is to be reported.
        let rest = after_prefix.and_then(|len| Some((len, line.get(len..)?.trim_ascii())));
        if let Some((len, rest)) = rest
            && longest(rest) >= LONG
            && !rest.iter().any(u8::is_ascii_whitespace)
        {
            return Some(Data {
                place: len..line.trim_ascii_end().len(),
                is_same: true,
                is_bare: false,
            });
        }
        // Some logs put the prefix only on a message's first line.
        let bare = data_at(line, 0).filter(|found| line.get(found.end..).is_some_and(lines::is_blank));
        if let Some(place) = bare {
            return Some(Data {
                place,
                is_same: true,
                is_bare: true,
            });
        }
        // The last word of a line that is as wide as the others.
        let trimmed = line.trim_ascii_end();
        let len = trimmed.iter().rev().take_while(|byte| is_data(**byte)).count();
        let is_wide = self.width.map_or(len >= WIDE, |width| len == width && len >= LONG);
        is_wide.then(|| Data {
            place: trimmed.len() - len..trimmed.len(),
            is_same: false,
            is_bare: false,
        })
    }
}

/// Returns the data at `from` on a line, if nothing else follows it there.
fn data_at(line: &[u8], from: usize) -> Option<Range<usize>> {
    let rest = line.get(from..)?;
    let start = from + lines::indent(rest);
    let mut len = 0;
    loop {
        match line.get(start + len..)? {
            [byte, ..] if is_data(*byte) => len += 1,
            // JSON's escaped slash.
            [b'\\', b'/', ..] => len += 2,
            [byte, ..] if AFTER.contains(byte) => break,
            // A color code without its escape character.
            [b'[', b'm' | b'0'..=b'9', ..] => break,
            // The end of a table's row, or an operator.
            after if after.trim_ascii().first().is_none_or(|byte| b"|\\+&".contains(byte)) => break,
            _ => return None,
        }
    }
    Some(start..start + len)
}

fn is_data(byte: u8) -> bool {
    value(byte).is_some() || byte == b'='
}

/// Returns the length of the longest word of base64.
fn longest(line: &[u8]) -> usize {
    let words = line.split(|byte| !is_data(*byte));
    words.map(<[u8]>::len).max().unwrap_or_default()
}

/// Returns the contents of the string constants in a body that begins within one.
fn strings(text: &[u8], body: Range<usize>, quote: u8) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut pos = body.start;
    while pos < body.end {
        work::step();
        let (content, after) = content(text, pos..body.end, quote);
        if text.get(content.clone()).is_some_and(is_encoded) {
            ranges.push(content);
        }
        let rest = text.get(after..body.end).unwrap_or_default();
        let Some(between) = memchr::memchr(quote, rest).filter(|len| *len <= MAX_BETWEEN) else {
            break;
        };
        if let Some(line_end) = memchr::memchr(b'\n', rest.get(..between).unwrap_or_default()) {
            ranges.push(after + line_end..after + line_end + 1);
        }
        pos = after + between + 1;
    }
    ranges
}

/// Returns the rest of a string constant, and where the text after its closing quote begins.
fn content(text: &[u8], range: Range<usize>, quote: u8) -> (Range<usize>, usize) {
    let mut pos = range.start;
    loop {
        work::step();
        let rest = text.get(pos..range.end).unwrap_or_default();
        let Some(found) = memchr::memchr2(quote, b'\\', rest) else {
            return (range.clone(), range.end);
        };
        match rest.get(found..).unwrap_or_default() {
            [b'\\', next, ..] if *next == quote => {
                return (range.start..pos + found, pos + found + 2);
            }
            [b'\\', _, ..] => pos += found + 2,
            _ => return (range.start..pos + found, pos + found + 1),
        }
    }
}

/// Returns whether a string constant contains only base64, white space and escapes.
fn is_encoded(content: &[u8]) -> bool {
    let mut after_backslash = false;
    content.iter().all(|byte| {
        let is_escaped = after_backslash;
        after_backslash = *byte == b'\\' && !is_escaped;
        is_escaped || is_data(*byte) || b" \t\r\n\\".contains(byte)
    })
}
