//! Selects one side of a diff: unified and combined diffs as git and svn write them, the format of
//! `diff` without options, and the plans of Terraform.
//!
//! A diff is recognized by a hunk's header, or by the signs in front of a PEM marker or of the
//! lines of a PEM block: people paste a few lines of a diff without its headers.

use std::iter::Peekable;
use std::ops::Range;

use super::{Kept, lines};
use crate::ingest::text::base64::value;
use crate::ingest::text::objects::pem::{Section, Sections};
use crate::ingest::text::prefilter::{Finds, Mark, Ranges, Sifted};
use crate::ingest::text::work;

/// A side of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The lines before the change.
    Old,
    /// The lines after the change.
    New,
}

/// The side of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Old,
    New,
    Both,
    /// The diff's own lines.
    Neither,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Signs {
    /// `-`, `+` and a space, one column for each old file.
    Unified(usize),
    /// `-`, `+` and spaces, and a space after it.
    Spaced,
    /// `<` and `>`.
    Normal,
}

/// Where the signs are: after these bytes on each line.
#[derive(Clone, Copy)]
struct Column<'t> {
    before: &'t [u8],
    signs: Signs,
}

/// A place at which a diff may be, and its column.
struct Seed<'t> {
    column: Column<'t>,
    /// The beginning of a line in the diff.
    line: usize,
    reason: Reason,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// The header of a hunk.
    Header,
    /// A sign in front of a marker.
    Sign,
    /// A plus sign in front of a string constant: an operator, unless other lines are removed.
    Operator,
    /// A removed line in a block.
    Removed,
}

impl Column<'_> {
    /// Returns a line's side and where its text begins; `None` if the line is not part of a diff.
    fn change(&self, line: &[u8]) -> Option<(Change, usize)> {
        let Some(rest) = line.strip_prefix(self.before) else {
            return lines::is_blank(line).then_some((Change::Both, line.len()));
        };
        let at = self.before.len();
        let width = match self.signs {
            Signs::Normal => return normal(rest, at),
            Signs::Unified(width) => width,
            Signs::Spaced => 1,
        };
        if rest.is_empty() || rest.starts_with(b"-----BEGIN ") || rest.starts_with(b"-----END ") {
            return Some((Change::Both, at));
        }
        if rest.first() == Some(&b'\\') {
            return Some((Change::Neither, line.len()));
        }
        let (signs, after) = rest.split_at_checked(width)?;
        if !signs.iter().all(|sign| b"+- ~".contains(sign)) {
            return None;
        }
        let change = if signs.contains(&b'-') {
            Change::Old
        } else if signs.contains(&b'+') {
            Change::New
        } else {
            Change::Both
        };
        let is_spaced = change == Change::Both || after.first().is_none_or(|byte| b" \t".contains(byte));
        (self.signs != Signs::Spaced || is_spaced).then_some((change, at + width))
    }
}

fn normal(rest: &[u8], at: usize) -> Option<(Change, usize)> {
    let change = match rest {
        [b'<', ..] => Change::Old,
        [b'>', ..] => Change::New,
        _ if rest == b"---" || is_command(rest) => return Some((Change::Neither, at + rest.len())),
        _ => return None,
    };
    Some((change, at + 1 + usize::from(rest.get(1) == Some(&b' '))))
}

/// Returns whether a line is a command of `diff`: `12,34c12,34`.
fn is_command(line: &[u8]) -> bool {
    let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b',';
    let Some(at) = line.iter().take(24).position(|byte| b"acd".contains(byte)) else {
        return false;
    };
    let (before, after) = line.split_at(at);
    let after = after.get(1..).unwrap_or_default();
    let ends = !before.is_empty() && !after.is_empty() && after.len() < 24;
    ends && before.iter().all(digits) && after.iter().all(digits)
}

/// Returns whether the text has a hunk's header or an added line of base64.
pub(super) fn is_possible(sifted: Sifted<'_>) -> bool {
    sifted.find(Mark::Layout, b"@@ -").next().is_some() || Added::new(sifted).next().is_some()
}

/// Returns one side of the diffs in a text; `None` if there are none.
pub(super) fn one_side(sifted: Sifted<'_>, side: Side) -> Option<Kept> {
    let text = sifted.text;
    let mut kept = Kept::default();
    let (mut done, mut seen) = (0, 0);
    let mut seeds = Seeds::new(sifted);
    while let Some(found) = seeds.next(seen, done) {
        if kept.is_full() {
            return None;
        }
        let seed = match found {
            Found::Seed(seed) => seed,
            Found::Arrow(line) => {
                // The value before an arrow is the old one.
                kept.diff.get_or_insert(line.start);
                kept.push(done..if side == Side::New { line.start } else { line.end });
                (done, seen) = (line.end, seen.max(line.end));
                continue;
            }
        };
        let region = Region::around(text, &seed, seen.max(done));
        seen = region.range.end;
        let Some(is_diff) = region.verdict(&seed) else {
            continue;
        };
        if is_diff {
            kept.diff.get_or_insert(region.range.start);
        }
        kept.push(done..region.range.start);
        let mut at = region.range.start;
        while at < region.range.end {
            work::step();
            let (line, next) = lines::line(text, at, region.range.end);
            let change = seed.column.change(text.get(line.clone()).unwrap_or_default());
            let is_kept = match change.map(|(change, _)| change) {
                Some(Change::Old) => side == Side::Old || !is_diff,
                Some(Change::New) => side == Side::New,
                Some(Change::Both) => true,
                Some(Change::Neither) | None => false,
            };
            if let Some((_, from)) = change.filter(|_| is_kept) {
                kept.push(line.start + from..next);
            }
            at = next;
        }
        done = region.range.end;
    }
    if done == 0 {
        return None;
    }
    kept.push(done..text.len());
    Some(kept)
}

/// Consecutive lines of a diff.
struct Region {
    range: Range<usize>,
    old: usize,
    new: usize,
    commands: usize,
}

impl Region {
    /// Returns the lines around a seed, not before `floor`.
    fn around(text: &[u8], seed: &Seed<'_>, floor: usize) -> Self {
        let mut region = Self {
            range: seed.line..seed.line,
            old: 0,
            new: 0,
            commands: 0,
        };
        if seed.reason != Reason::Header {
            while let Some(before) = lines::previous(text, region.range.start, floor) {
                let (line, _) = lines::line(text, before, region.range.start);
                if !region.count(seed, text.get(line).unwrap_or_default()) {
                    break;
                }
                region.range.start = before;
            }
        }
        while region.range.end < text.len() {
            let (line, next) = lines::line(text, region.range.end, text.len());
            if !region.count(seed, text.get(line).unwrap_or_default()) {
                break;
            }
            region.range.end = next;
        }
        region
    }

    fn count(&mut self, seed: &Seed<'_>, line: &[u8]) -> bool {
        work::step();
        match seed.column.change(line) {
            Some((Change::Old, _)) => self.old += 1,
            Some((Change::New, _)) => self.new += 1,
            Some((Change::Neither, _)) => self.commands += 1,
            Some((Change::Both, _)) => {}
            None => return false,
        }
        true
    }

    /// Returns whether the lines are a diff; `None` if they stay as they are.
    fn verdict(&self, seed: &Seed<'_>) -> Option<bool> {
        match (seed.reason, self.old, self.new) {
            (Reason::Header, ..) => Some(true),
            // A quotation.
            _ if seed.column.signs == Signs::Normal && self.old + self.commands == 0 => None,
            (Reason::Sign, _, 0) if self.commands > 0 => Some(true),
            // Signs of removed lines alone are the marks of a list.
            (Reason::Sign, 2.., 0) => Some(false),
            // One added line is not enough to call it a diff.
            (Reason::Sign, old, new @ 1..) => Some(old > 0 || new > 1),
            (Reason::Operator | Reason::Removed, 1.., 1..) => Some(true),
            _ => None,
        }
    }
}

/// The places at which a diff may be, in ascending order.
struct Seeds<'t> {
    text: &'t [u8],
    headers: Peekable<Finds<'t, 'static>>,
    /// Added lines that begin with base64.
    added: Peekable<Added<'t>>,
    sections: Peekable<Sections<'t>>,
}

enum Found<'t> {
    Seed(Seed<'t>),
    /// A line up to and with the arrow after an old value.
    Arrow(Range<usize>),
}

impl<'t> Seeds<'t> {
    fn new(sifted: Sifted<'t>) -> Self {
        Self {
            text: sifted.text,
            headers: sifted.find(Mark::Layout, b"@@ -").peekable(),
            added: Added::new(sifted).peekable(),
            sections: Sections::new(sifted).peekable(),
        }
    }

    /// Returns the next seed from `seen` on, or the next arrow from `done` on.
    fn next(&mut self, seen: usize, done: usize) -> Option<Found<'t>> {
        loop {
            work::step();
            let header = self.headers.peek().copied().unwrap_or(usize::MAX);
            let added = self.added.peek().copied().unwrap_or(usize::MAX);
            let marker = self.sections.peek().map_or(usize::MAX, |section| section.marker.start);
            if header < marker && header < added {
                let at = self.headers.next()?;
                if let Some(seed) = header_seed(self.text, at).filter(|_| at >= seen) {
                    return Some(Found::Seed(seed));
                }
            } else if added < marker {
                let line = self.added.next()?;
                if line >= seen {
                    let column = Column {
                        before: &[],
                        signs: Signs::Unified(1),
                    };
                    return Some(Found::Seed(Seed {
                        column,
                        line,
                        reason: Reason::Sign,
                    }));
                }
            } else {
                let section = self.sections.next()?;
                if section.marker.start < done {
                    continue;
                }
                if let Some(line) = arrow(self.text, &section, done) {
                    return Some(Found::Arrow(line));
                }
                if let Some(seed) = marker_seed(self.text, &section, done).filter(|seed| seed.line >= seen) {
                    return Some(Found::Seed(seed));
                }
            }
        }
    }
}

/// The most bytes of a line that are compared with base64.
const MAX_BASE64: usize = 128;

/// The lines that begin with a plus sign and the base64 of an object.
struct Added<'t> {
    text: &'t [u8],
    ranges: Ranges<'t>,
    range: Range<usize>,
}

impl<'t> Added<'t> {
    fn new(sifted: Sifted<'t>) -> Self {
        Self {
            text: sifted.text,
            ranges: sifted.ranges(Mark::Base64),
            range: 0..0,
        }
    }
}

impl Iterator for Added<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            work::step();
            let here = self.text.get(self.range.clone()).unwrap_or_default();
            let Some(found) = memchr::memmem::find(here, b"+M") else {
                let next = self.ranges.next()?;
                // The block with the letter has the mark, the one with the sign perhaps not.
                self.range = next.start.saturating_sub(1).max(self.range.end)..next.end;
                continue;
            };
            let at = self.range.start + found;
            self.range.start = at + 1;
            let is_first = matches!(self.text.get(..at).unwrap_or_default(), [] | [.., b'\n' | b'\r']);
            let is_object = self.text.get(at + 2).is_some_and(|byte| (b'A'..=b'I').contains(byte));
            if is_first && is_object && !follows_base64(self.text, at) {
                return Some(at);
            }
        }
    }
}

/// Returns whether the line before is base64 without a sign: then a plus sign is base64, too.
fn follows_base64(text: &[u8], at: usize) -> bool {
    let before = text.get(at.saturating_sub(MAX_BASE64)..at).unwrap_or_default();
    let line = before.trim_ascii_end();
    let line = memchr::memrchr2(b'\n', b'\r', line).map_or(line, |end| line.get(end + 1..).unwrap_or_default());
    !line.is_empty() && line.first() != Some(&b'+') && line.iter().all(|byte| value(*byte).is_some())
}

/// Reads a hunk's header, `@@ -1,2 +1,2 @@`; one with more old files has more `@`.
fn header_seed(text: &[u8], at: usize) -> Option<Seed<'_>> {
    let start = lines::start(text, at, 0)?;
    let before = text.get(start..at)?;
    let more = before.iter().rev().take_while(|byte| **byte == b'@').count();
    let before = before.get(..before.len() - more)?;
    let is_quote = before.iter().all(|byte| b" \t>|".contains(byte));
    let is_number = text.get(at + 4).is_some_and(u8::is_ascii_digit);
    let (_, next) = lines::line(text, at, text.len());
    (is_quote && is_number && more < 8).then_some(Seed {
        column: Column {
            before,
            signs: Signs::Unified(more + 1),
        },
        line: next,
        reason: Reason::Header,
    })
}

/// Looks for a sign in front of a marker, or of a line of the block that it begins.
fn marker_seed<'t>(text: &'t [u8], section: &Section, floor: usize) -> Option<Seed<'t>> {
    let at = section.marker.start;
    let line = lines::start(text, at, floor)?;
    let before = text.get(line..at)?;
    let indent = lines::indent(before);
    let sign = text.get(line + indent..)?;
    let rest = before.get(indent..)?;
    let seed = |signs, reason| {
        Some(Seed {
            column: Column {
                before: before.get(..indent)?,
                signs,
            },
            line,
            reason,
        })
    };
    let is_spaced = indent > 0 && matches!(sign.get(1), Some(b' ' | b'\t'));
    let signs = if is_spaced { Signs::Spaced } else { Signs::Unified(1) };
    let is_string = rest.trim_ascii_end().last().is_some_and(|byte| b"\"'`".contains(byte));
    match (rest, sign) {
        (b"<" | b"< " | b">" | b"> ", _) => seed(Signs::Normal, Reason::Sign),
        // The marker's own dashes follow the sign.
        ([], [b'-', after @ ..]) if after.trim_ascii_start().starts_with(b"-----") => seed(signs, Reason::Sign),
        ([], _) if section.marker.begin => removed(text, section, line..line + indent),
        ([b'+' | b'-', ..], _) if is_string => seed(Signs::Unified(1), Reason::Operator),
        ([b'+' | b'-', after @ ..], _) if indent == 0 || lines::is_blank(after) => seed(signs, Reason::Sign),
        _ => None,
    }
}

/// Looks for a removed line in a block whose BEGIN line has not changed.
fn removed<'t>(text: &'t [u8], section: &Section, indent: Range<usize>) -> Option<Seed<'t>> {
    let body = text.get(section.marker.end..section.stop)?;
    for found in memchr::memchr_iter(b'-', body).take(4) {
        let at = section.marker.end + found;
        let line = lines::start(text, at, section.marker.end)?;
        let before = text.get(line..at)?;
        let after = text.get(at + 1..section.stop)?;
        let gap = lines::indent(after);
        let is_data = after.get(gap).is_some_and(|byte| value(*byte).is_some());
        let is_left = before.len() < indent.len() || indent.is_empty() && before.is_empty();
        if lines::is_blank(before) && is_data && is_left {
            let signs = if gap > 0 && !before.is_empty() {
                Signs::Spaced
            } else {
                Signs::Unified(1)
            };
            return Some(Seed {
                column: Column { before, signs },
                line,
                reason: Reason::Removed,
            });
        }
    }
    None
}

/// Looks for `"…END CERTIFICATE-----\n" -> `, as Terraform writes a value that changes.
fn arrow(text: &[u8], section: &Section, floor: usize) -> Option<Range<usize>> {
    let marker = &section.marker;
    if marker.begin {
        return None;
    }
    let mut rest = text.get(marker.end..text.len().min(marker.end + 64))?;
    while let [b'\\', b'n' | b'r', after @ ..] | [b'\\', after @ ..] = rest {
        rest = after;
    }
    let after = rest.strip_prefix(b"\"")?;
    let arrow = after.get(lines::indent(after)..)?;
    if !(arrow.starts_with(b"-> ") || arrow.starts_with(b"=> ")) {
        return None;
    }
    let skipped = text.len().min(marker.end + 64) - marker.end - arrow.len();
    let before = text.get(floor..marker.start)?;
    let start = floor + memchr::memrchr2(b'\n', b'\r', before).map_or(0, |found| found + 1);
    Some(start..marker.end + skipped + 3)
}
