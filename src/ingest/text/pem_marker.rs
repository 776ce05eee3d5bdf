//! Finds `-----BEGIN label-----` and `-----END label-----`, even with typographic, escaped, spaced
//! or missing dashes.
//!
//! It is one pass. It reads at most [`REACH`] bytes on either side of a marker's word, so millions
//! of incomplete markers take linear time.

use std::ops::Range;

use super::prefilter::{Mark, Ranges, Sifted};
use super::work;

/// The most bytes read on either side: five em dashes as HTML entities with spaces between take 45.
const REACH: usize = 96;
/// The longest label that is accepted. The longest known, `ENCRYPTED PRIVATE KEY` with a vendor's
/// prefix, is under 40.
const LABEL: usize = 64;

/// Replacements of dashes, and how many plain dashes each counts for.
const DASHES: &[(&[u8], u32)] = &[
    (b"-", 1),
    (b"\xe2\x80\x90", 2),
    (b"\xe2\x80\x91", 2),
    (b"\xe2\x80\x92", 2),
    (b"\xe2\x80\x93", 2),
    (b"\xe2\x80\x94", 2),
    (b"\xe2\x80\x95", 2),
    (b"\xe2\x88\x92", 2),
    (b"\xef\xb9\x98", 2),
    (b"\xef\xb9\xa3", 2),
    (b"\xef\xbc\x8d", 2),
    (b"\xc2\xad", 1),
    (b"&mdash;", 2),
    (b"&ndash;", 2),
    (b"&minus;", 2),
    (b"&#8212;", 2),
    (b"&#8211;", 2),
    (b"&#45;", 1),
    (b"&#x2d;", 1),
    (b"&#x2D;", 1),
    (b"%2D", 1),
    (b"%2d", 1),
];

/// What may be between dashes, or between a dash and the word.
const GAPS: &[&[u8]] = &[
    b" ",
    b"\t",
    b"\\",
    b"`",
    b"*",
    b"\xc2\xa0",
    b"\xe2\x80\x8b",
    b"\xe2\x81\xa0",
    b"&nbsp;",
    b"%20",
];

/// What separates the words of a marker.
const SPACES: &[&[u8]] = &[b" ", b"\t", b"\xc2\xa0", b"%20", b"+", b"&nbsp;", b"\\u0020"];

/// One marker; offsets are into the text it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Marker {
    pub begin: bool,
    pub start: usize,
    pub end: usize,
    pub label: String,
    pub dashes: Dashes,
}

/// How a marker's dashes differ from five plain ones on each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dashes {
    pub typographic: bool,
    pub escaped: bool,
    pub missing: bool,
}

/// The markers of a text, in order, without overlaps.
pub(crate) struct Markers<'a> {
    text: &'a [u8],
    ranges: Ranges<'a>,
    /// The range that is still to be searched.
    range: Range<usize>,
    last_end: usize,
}

impl<'a> Markers<'a> {
    pub fn new(sifted: Sifted<'a>) -> Self {
        Self {
            text: sifted.text,
            ranges: sifted.ranges(Mark::Marker),
            range: 0..0,
            last_end: 0,
        }
    }

    /// Returns the next `BEGIN` (true) or `END`, and its place.
    fn word(&mut self) -> Option<(bool, usize)> {
        loop {
            work::step();
            let here = self.text.get(self.range.clone()).unwrap_or_default();
            let Some(found) = memchr::memchr2(b'B', b'E', here) else {
                self.range = self.ranges.next()?;
                continue;
            };
            let at = self.range.start + found;
            self.range.start = at + 1;
            match self.text.get(at..).unwrap_or_default() {
                [b'B', b'E', b'G', b'I', b'N', ..] => return Some((true, at)),
                [b'E', b'N', b'D', ..] => return Some((false, at)),
                _ => {}
            }
        }
    }
}

impl Iterator for Markers<'_> {
    type Item = Marker;

    fn next(&mut self) -> Option<Marker> {
        loop {
            let (begin, word) = self.word()?;
            if word < self.last_end {
                continue;
            }
            if let Some(marker) = parse(self.text, begin, word, self.last_end) {
                self.last_end = marker.end;
                return Some(marker);
            }
        }
    }
}

/// Reads the marker whose word (`BEGIN` or `END`) is at `word`.
fn parse(text: &[u8], begin: bool, word: usize, floor: usize) -> Option<Marker> {
    let after_word = word + if begin { 5 } else { 3 };
    let (label, label_end) = label(text, after_word)?;
    let before = dashes_before(text, word, floor);
    let after = dashes_after(text, label_end);
    let strong = before.weight.max(after.weight) >= 3 || (before.weight >= 2 && after.weight >= 2);
    if !strong {
        return None;
    }
    let mut dashes = Dashes {
        typographic: before.typographic || after.typographic,
        escaped: before.escaped || after.escaped,
        missing: false,
    };
    // The dashes before the word may already belong to the previous marker.
    let joined = before.edge == floor && floor > 0;
    dashes.missing = !dashes.typographic && (after.weight < 5 || (before.weight < 5 && !joined));
    Some(Marker {
        begin,
        start: before.edge,
        end: after.edge,
        label,
        dashes,
    })
}

/// Returns the label after the word, with single spaces, and where it ends.
fn label(text: &[u8], from: usize) -> Option<(String, usize)> {
    let spaces = |pos: usize| {
        SPACES
            .iter()
            .find(|form| starts(text, pos, form))
            .map(|form| form.len())
    };
    let mut pos = from;
    let mut label = String::new();
    let mut last_space = None;
    let mut end = from;
    while pos < from + LABEL + 1 {
        if let Some(len) = spaces(pos) {
            if !label.is_empty() && !label.ends_with(' ') {
                last_space = Some((label.len(), end));
                label.push(' ');
            }
            pos += len;
            continue;
        }
        match text.get(pos) {
            Some(byte)
                if pos > from && (byte.is_ascii_uppercase() || byte.is_ascii_digit() || b"#./_".contains(byte)) =>
            {
                label.push(char::from(*byte));
                pos += 1;
                end = pos;
            }
            // Lower case means that the dashes are missing and the data follows on the same line.
            Some(byte) if byte.is_ascii_lowercase() => {
                let (len, position) = last_space?;
                label.truncate(len);
                end = position;
                break;
            }
            _ => break,
        }
    }
    let len = label.trim_end().len();
    label.truncate(len);
    (!label.is_empty()).then_some((label, end))
}

/// A row of dashes: where it ends on the far side, and how many plain dashes it counts for.
struct Row {
    edge: usize,
    weight: u32,
    typographic: bool,
    escaped: bool,
}

fn dashes_before(text: &[u8], word: usize, floor: usize) -> Row {
    let mut row = Row {
        edge: word,
        weight: 0,
        typographic: false,
        escaped: false,
    };
    let floor = floor.max(word.saturating_sub(REACH));
    let (mut pos, mut escaped) = (word, false);
    while pos > floor {
        work::step();
        let head = text.get(floor..pos).unwrap_or_default();
        if let Some((form, weight)) = DASHES.iter().find(|(form, _)| head.ends_with(form)) {
            pos -= form.len();
            row.weight += weight;
            row.typographic |= *form != b"-";
            row.escaped |= escaped;
            row.edge = pos;
        } else if let Some(gap) = GAPS.iter().find(|gap| head.ends_with(gap)) {
            pos -= gap.len();
            escaped |= *gap == b"\\" || *gap == b"`" || *gap == b"*";
        } else {
            break;
        }
    }
    if row.weight > 0 && row.edge > floor && text.get(row.edge - 1) == Some(&b'\\') {
        row.edge -= 1;
        row.escaped = true;
    }
    row
}

fn dashes_after(text: &[u8], from: usize) -> Row {
    let mut row = Row {
        edge: from,
        weight: 0,
        typographic: false,
        escaped: false,
    };
    let mut pos = from;
    while pos < from + REACH {
        work::step();
        if let Some((form, weight)) = DASHES.iter().find(|(form, _)| starts(text, pos, form)) {
            pos += form.len();
            row.weight += weight;
            row.typographic |= *form != b"-";
            row.edge = pos;
        } else if let Some(gap) = GAPS.iter().find(|gap| starts(text, pos, gap)) {
            // A backslash here is a line break in a JSON string, unless it escapes a dash.
            if *gap == b"\\" && text.get(pos + 1) != Some(&b'-') {
                break;
            }
            pos += gap.len();
            row.escaped |= *gap == b"\\";
        } else {
            break;
        }
    }
    row
}

fn starts(text: &[u8], pos: usize, form: &[u8]) -> bool {
    text.get(pos..).is_some_and(|rest| rest.starts_with(form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::text::prefilter::Sieve;

    fn labels(text: &str) -> Vec<(bool, String)> {
        Markers::new(Sieve::of(text.as_bytes()).sifted(text.as_bytes()))
            .map(|marker| (marker.begin, marker.label))
            .collect()
    }

    #[test]
    fn every_writing_of_a_marker() {
        for text in [
            "-----BEGIN CERTIFICATE-----",
            "\\-----BEGIN CERTIFICATE-----",
            "\\-\\-\\-\\-\\-BEGIN CERTIFICATE\\-\\-\\-\\-\\-",
            "— — -BEGIN CERTIFICATE — — -",
            "—–BEGIN CERTIFICATE—–",
            "−−−−−BEGIN CERTIFICATE−−−−−",
            "‐‐‐‐‐BEGIN CERTIFICATE‐‐‐‐‐",
            "&mdash;&mdash;-BEGIN CERTIFICATE&mdash;&mdash;-",
            "-----BEGIN%20CERTIFICATE-----",
            "-----BEGIN+CERTIFICATE-----",
            "---- BEGIN CERTIFICATE ----",
            "BEGIN CERTIFICATE-----",
            "-----BEGIN CERTIFICATE",
            "-----BEGIN CERTIFICATE MIIBx",
        ] {
            assert_eq!(labels(text), [(true, "CERTIFICATE".to_owned())], "{text}");
        }
    }

    #[test]
    fn prose_is_not_a_marker() {
        for text in [
            "BEGIN CERTIFICATE",
            "- BEGIN CERTIFICATE",
            "-----BEGINCERTIFICATE-----",
            "-----BEGIN -----",
            "THE END",
        ] {
            assert_eq!(labels(text), [], "{text}");
        }
    }

    #[test]
    fn adjacent_markers_share_no_dash() {
        let text = b"-----BEGIN A-----x-----END A----- -----BEGIN B----------END B-----";
        let found: Vec<Marker> = Markers::new(Sieve::of(text).sifted(text)).collect();
        assert_eq!(
            found.iter().map(|marker| marker.label.as_str()).collect::<Vec<_>>(),
            ["A", "A", "B", "B"]
        );
        assert!(
            found
                .iter()
                .zip(found.iter().skip(1))
                .all(|(one, next)| one.end <= next.start)
        );
    }
}
