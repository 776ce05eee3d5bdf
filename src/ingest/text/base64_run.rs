//! Runs of base64 without markers: where they can begin, and what they hold. Contract: a candidate is judged by a
//! bounded number of characters; a run is read once; what was read is given with its place.

use std::ops::Range;

use super::base64::{Decoder, Repairs, Step, Style, Symbols, value};
use super::prefilter::{Mark, Sifted};
use super::word::starts_base64;
use crate::ingest::object::outline::header;

/// Bytes decoded to judge a candidate.
const HEAD: usize = 40;

/// `-----BEGIN ` in base64, at each of its three alignments, less the characters its neighbours influence.
const ENCODED_BEGIN: [&[u8]; 3] = [b"LS0tLS1CRUdJTi", b"LS0tQkVHSU4", b"LS0tLUJFR0lO"];
/// What all of them begin with.
const ENCODED_DASHES: &[u8] = b"LS0t";

/// One object read from a run.
#[derive(Debug)]
pub(crate) struct Found {
    pub bytes: Vec<u8>,
    pub start: usize,
    pub end: usize,
    /// Declared length, where the header says one.
    pub declared: Option<usize>,
    pub repairs: Repairs,
}

/// Places where the base64 of a SEQUENCE may begin: a word whose first byte would be 0x30.
pub(crate) fn candidates(sifted: Sifted<'_>) -> impl Iterator<Item = usize> {
    let text = sifted.text;
    let letters = sifted.ranges(Mark::Base64).flat_map(move |range| {
        let start = range.start;
        memchr::memchr_iter(b'M', text.get(range).unwrap_or_default()).map(move |at| start + at)
    });
    letters.filter(move |pos| {
        text.get(pos + 1).is_some_and(|byte| (b'A'..=b'I').contains(byte)) && starts_base64(text, *pos)
    })
}

/// Whether the word at `pos` stands in a link's query or fragment, where `-` and `_` may be symbols.
pub(crate) fn style_at(text: &[u8], pos: usize) -> Style {
    let url = matches!(text.get(..pos).unwrap_or_default(), [.., b'=' | b'#']);
    Style {
        pem: false,
        numbered: false,
        url,
        min_word: 1,
    }
}

/// The first bytes of the word at `pos`.
pub(crate) fn head(text: &[u8], pos: usize) -> Vec<u8> {
    let mut decoder = Decoder::default();
    let mut bytes = Vec::with_capacity(HEAD);
    for step in Symbols::new(text, pos, text.len(), style_at(text, pos)) {
        let Step::Symbol(symbol, _) = step else { break };
        bytes.extend(decoder.push(symbol));
        // A SEQUENCE worth reading holds a SEQUENCE, an INTEGER or an OID; anything else is seen early.
        let inner = header(&bytes)
            .ok()
            .filter(|outer| bytes.len() == 8 && outer.tag == 0x30)
            .and_then(|outer| bytes.get(outer.size));
        if bytes.len() == HEAD || inner.is_some_and(|tag| ![0x30, 0x02, 0x06].contains(tag)) {
            break;
        }
    }
    bytes
}

/// Reads the objects that follow one another from `pos`: concatenated before encoding, or each encoded for itself.
pub(crate) fn objects(text: &[u8], pos: usize, end: usize, max: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut symbols = Symbols::new(text, pos, end, style_at(text, pos));
    let mut decoder = Decoder::default();
    let (mut start, mut bytes) = (pos, Vec::new());
    let mut declared = None;
    while found.len() < max {
        match symbols.next() {
            Some(Step::Symbol(symbol, at)) => {
                if bytes.is_empty() && decoder.aligned() {
                    start = at;
                }
                bytes.extend(decoder.push(symbol));
            }
            _ => break,
        }
        if declared.is_none() && bytes.len() <= 8 {
            match header(&bytes) {
                // After a first object, what is no SEQUENCE is no part of the run.
                Ok(head) if head.tag != 0x30 => {
                    bytes.clear();
                    break;
                }
                Ok(head) => declared = head.total(),
                Err(_) => {}
            }
        }
        if declared == Some(bytes.len()) {
            let bytes = std::mem::take(&mut bytes);
            found.push(Found {
                bytes,
                start,
                end: symbols.pos,
                declared: declared.take(),
                repairs: symbols.repairs,
            });
            let rest = text.get(symbols.pos..).unwrap_or_default();
            let restarts = match rest {
                [b'=', ..] => true,
                [next, ..] => value(*next).is_none() && !decoder.aligned() && breaks_before_object(rest),
                [] => true,
            };
            if restarts {
                return found;
            }
            start = symbols.pos;
        }
    }
    if !bytes.is_empty() && (found.is_empty() || bytes.len() > HEAD) {
        found.push(Found {
            bytes,
            start,
            end: symbols.pos,
            declared,
            repairs: symbols.repairs,
        });
    }
    found
}

/// Whether, after a line end or a space, the next word begins a new object.
fn breaks_before_object(rest: &[u8]) -> bool {
    let gap = rest.iter().take(16).take_while(|byte| value(**byte).is_none()).count();
    rest.get(gap..).is_some_and(|next| next.starts_with(b"MI"))
}

/// A decoded run of text.
#[derive(Debug)]
pub(crate) struct EncodedText {
    pub bytes: Vec<u8>,
    pub range: Range<usize>,
}

/// Finds the runs of base64 that hold `-----BEGIN `, each read whole; linear, since a run found is never re-read.
pub(crate) fn encoded_pem(sifted: Sifted<'_>, mut each: impl FnMut(EncodedText)) {
    let text = sifted.text;
    let mut floor = 0;
    for at in sifted.find(Mark::Encoded, ENCODED_DASHES) {
        let here = text.get(at..).unwrap_or_default();
        if at < floor || !ENCODED_BEGIN.iter().any(|begin| here.starts_with(begin)) {
            continue;
        }
        let start = run_start(text, at, floor);
        let run = decode_run(text, start);
        floor = run.range.end.max(at + 1);
        each(run);
    }
}

/// Decodes the run at `start` up to its end.
pub(crate) fn decode_run(text: &[u8], start: usize) -> EncodedText {
    let mut decoder = Decoder::default();
    let mut bytes = Vec::new();
    let style = Style {
        min_word: 32,
        ..style_at(text, start)
    };
    let mut symbols = Symbols::new(text, start, text.len(), style);
    let mut end = start;
    while let Some(Step::Symbol(symbol, at)) = symbols.next() {
        bytes.extend(decoder.push(symbol));
        end = at + 1;
    }
    EncodedText {
        bytes,
        range: start..end,
    }
}

/// Goes back from `at` to the beginning of its word, and over full lines of base64 before it.
fn run_start(text: &[u8], at: usize, floor: usize) -> usize {
    let word = |from: usize| {
        let head = text.get(floor..from).unwrap_or_default();
        from - head.iter().rev().take_while(|byte| value(**byte).is_some()).count()
    };
    let mut start = word(at);
    // `\n` before the word: its letter is no symbol.
    if start > floor && text.get(start - 1) == Some(&b'\\') {
        return (start + 1).min(at);
    }
    loop {
        let head = text.get(floor..start).unwrap_or_default();
        let blanks = head.iter().rev().take_while(|byte| b" \t\r\n".contains(byte)).count();
        let line_end = start - blanks;
        if blanks == 0 || !head.get(line_end - floor..).unwrap_or_default().contains(&b'\n') {
            return start;
        }
        let before = word(line_end);
        // Only whole lines of an encoder's width are continued.
        let line_begins = before == 0 || matches!(text.get(before - 1), Some(b'\n' | b' ' | b'\t'));
        if line_end - before < 60 || !line_begins {
            return start;
        }
        start = before;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::text::prefilter::Sieve;

    fn runs(text: &str) -> Vec<Vec<u8>> {
        let mut runs = Vec::new();
        encoded_pem(Sieve::of(text.as_bytes()).sifted(text.as_bytes()), |run| {
            runs.push(run.bytes)
        });
        runs
    }

    #[test]
    fn encoded_markers_are_found_at_every_alignment() {
        use base64::prelude::{BASE64_STANDARD, Engine as _};
        for before in ["", "x", "xy", "xyz", "Bag Attributes\n"] {
            let plain = format!("{before}-----BEGIN CERTIFICATE-----\nabc\n");
            let text = format!("tls.crt: {}\nother: x", BASE64_STANDARD.encode(&plain));
            assert_eq!(runs(&text), [plain.as_bytes()], "{before:?}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let plain = format!("{}-----BEGIN CERTIFICATE-----\nabc", "x".repeat(100));
        use base64::prelude::{BASE64_STANDARD, Engine as _};
        let encoded = BASE64_STANDARD.encode(&plain);
        let (first, second) = encoded.split_at(76);
        let text = format!("data\n  {first}\n  {second}\n");
        assert_eq!(runs(&text), [plain.as_bytes()]);
    }
}
