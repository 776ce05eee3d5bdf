//! Text in base64 that contains PEM, as in a Kubernetes secret.

use std::ops::Range;

use super::base64::style_at;
use super::{EncodedText, TextForm};
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::{Decoder, Step, Style, Symbols, value};
use crate::ingest::text::prefilter::{Mark, Sifted};
use crate::ingest::text::work;

/// `-----BEGIN ` in base64, at each of its three alignments, without the characters that depend on
/// the neighbors.
const ENCODED_BEGIN: [&[u8]; 3] = [b"LS0tLS1CRUdJTi", b"LS0tQkVHSU4", b"LS0tLUJFR0lO"];
/// The common part of the three.
const ENCODED_DASHES: &[u8] = b"LS0t";

/// Shortest word that continues a run after a space.
const MIN_WORD: usize = 32;

/// See the module.
pub(crate) static FORM: TextForm = TextForm {
    repair: Repair::EncodedPem,
    each,
    is_read: |_, _| true,
    locate,
    #[cfg(test)]
    examples,
};

/// Decodes the runs of base64 that contain `-----BEGIN `, each as a whole. No run is read twice.
fn each(sifted: Sifted<'_>, each: &mut dyn FnMut(EncodedText)) {
    let text = sifted.text;
    let mut floor = 0;
    for at in sifted.find(Mark::Encoded, ENCODED_DASHES) {
        let here = text.get(at..).unwrap_or_default();
        if at < floor || !ENCODED_BEGIN.iter().any(|begin| here.starts_with(begin)) {
            continue;
        }
        let run = decode_run(text, run_start(text, at, floor));
        floor = run.range.end.max(at + 1);
        each(run);
    }
}

/// Decodes the run at `start` to its end.
pub(super) fn decode_run(text: &[u8], start: usize) -> EncodedText {
    let mut decoder = Decoder::default();
    let mut bytes = Vec::new();
    let mut end = start;
    let mut symbols = symbols(text, start..text.len());
    while let Some(Step::Symbol(symbol, at)) = symbols.next() {
        bytes.extend(decoder.push(symbol));
        end = at + 1;
    }
    EncodedText {
        bytes,
        range: start..end,
    }
}

fn symbols(text: &[u8], run: Range<usize>) -> Symbols<'_> {
    let style = Style {
        min_word: MIN_WORD,
        ..style_at(text, run.start)
    };
    Symbols::new(text, run.start, run.end, style)
}

/// Goes back from `at` to the beginning of its word, and over full lines of base64 before it.
fn run_start(text: &[u8], at: usize, floor: usize) -> usize {
    let word = |from: usize| {
        let head = text.get(floor..from).unwrap_or_default();
        let symbols = head.iter().rev().inspect(|_| work::step());
        from - symbols.take_while(|byte| value(**byte).is_some()).count()
    };
    let mut start = word(at);
    // The `n` of an escaped `
    // ` before the word is not a symbol.
    if start > floor && text.get(start - 1) == Some(&b'\\') {
        return (start + 1).min(at);
    }
    loop {
        work::step();
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

/// Returns the parts of the run that encode the bytes `inner`, rounded outwards. One pass.
pub(super) fn locate(text: &[u8], run: Range<usize>, inner: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = inner.iter().map(|_| run.end..run.end).collect();
    let mut current = 0;
    for (index, step) in symbols(text, run).enumerate() {
        let (Step::Symbol(_, at) | Step::Pad(at) | Step::Bad(at)) = step;
        // The symbol with this index carries bits of the byte `index * 6 / 8` and perhaps of the
        // next.
        let (first, last) = (index * 6 / 8, (index * 6 + 5) / 8);
        while inner.get(current).is_some_and(|range| range.end <= first) {
            current += 1;
        }
        match (inner.get(current), ranges.get_mut(current)) {
            (Some(bytes), Some(range)) if last >= bytes.start => {
                range.start = range.start.min(at);
                range.end = at + 1;
            }
            (Some(_), _) => {}
            _ => break,
        }
    }
    ranges
}

#[cfg(test)]
fn examples(inner: &str) -> Vec<Vec<u8>> {
    use ::base64::prelude::{BASE64_STANDARD, Engine as _};
    let mut examples = Vec::new();
    for before in ["", "x\n", "xy\n"] {
        let flat = BASE64_STANDARD.encode(format!("{before}{inner}"));
        let lines: Vec<&str> = flat
            .as_bytes()
            .chunks(76)
            .filter_map(|line| std::str::from_utf8(line).ok())
            .collect();
        examples.push(format!("  tls.crt: {flat}\nother: x"));
        examples.push(format!("data\n  {}\n", lines.join("\n  ")));
        examples.push(format!("{{\"data\":\"{flat}\"}}"));
    }
    examples.into_iter().map(String::into_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::text::prefilter::Sieve;
    use ::base64::prelude::{BASE64_STANDARD, Engine as _};

    fn runs(text: &str) -> Vec<Vec<u8>> {
        let mut runs = Vec::new();
        each(Sieve::of(text.as_bytes()).sifted(text.as_bytes()), &mut |run| {
            runs.push(run.bytes)
        });
        runs
    }

    #[test]
    fn encoded_markers_are_found_at_every_alignment() {
        for before in ["", "x", "xy", "xyz", "Bag Attributes\n"] {
            let plain = format!("{before}-----BEGIN CERTIFICATE-----\nabc\n");
            let text = format!("tls.crt: {}\nother: x", BASE64_STANDARD.encode(&plain));
            assert_eq!(runs(&text), [plain.as_bytes()], "{before:?}");
        }
    }

    #[test]
    fn wrapped_lines_are_joined() {
        let plain = format!("{}-----BEGIN CERTIFICATE-----\nabc", "x".repeat(100));
        let encoded = BASE64_STANDARD.encode(&plain);
        let (first, second) = encoded.split_at(76);
        let text = format!("data\n  {first}\n  {second}\n");
        assert_eq!(runs(&text), [plain.as_bytes()]);
    }
}
