//! Private keys are removed before anything else looks at the input. Contract: [`redact`] runs first; it returns the
//! text (UTF-16 becomes UTF-8) with every key's bytes overwritten in place, so that offsets and lines stay as they
//! were and no later step can meet a key. Where the caller holds the only handle on the input, that memory itself is
//! cleared; otherwise a copy is made and the caller's own handle is the caller's to clear. Working copies are zeroized.
//!
//! Rather too much is removed than too little: a key without its END line takes what follows with it, up to the next
//! marker. Keys inside PKCS#12 files and Java key stores stay there: those files are named and dropped whole.

use std::ops::Range;

use bytes::{Bytes, BytesMut};
use memchr::memmem;
use zeroize::Zeroizing;

use crate::ingest::object::file_kind;
use crate::ingest::object::private_key::{OPENSSH_MAGIC, PrivateKeyKind, private_key};
use crate::ingest::text::base64_run;
use crate::ingest::text::hex;
use crate::ingest::text::pem_marker::Markers;
use crate::ingest::text::prefilter::{Mark, Sieve, Sifted};
use crate::ingest::text::utf16::{self, Utf16};
use crate::order;

/// Encoded text in encoded text followed while looking for keys; one more than [`crate::ingest::Limits::nesting`].
const NESTING: u8 = 3;

/// Input without its private keys.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The input, keys overwritten: UTF-8 if it was UTF-16, otherwise as it came.
    pub bytes: Bytes,
    /// The kinds of keys that were there, in order.
    pub found: Vec<PrivateKeyKind>,
    /// Where they stood in `bytes`: ascending, not overlapping, as many as `found`.
    pub ranges: Vec<Range<usize>>,
    /// How the input was written, if it was UTF-16.
    pub(crate) utf16: Option<Utf16>,
    /// What parts of `bytes` can hold, where that is known.
    pub(crate) sieve: Option<Sieve>,
}

impl Redacted {
    /// The text with each removed key replaced by `note`, for showing in the box it was pasted into.
    pub fn text_with(&self, note: &str) -> String {
        let mut text = String::new();
        let mut from = 0;
        for range in &self.ranges {
            text.push_str(&String::from_utf8_lossy(
                self.bytes.get(from..range.start).unwrap_or_default(),
            ));
            text.push_str(note);
            from = range.end;
        }
        text.push_str(&String::from_utf8_lossy(self.bytes.get(from..).unwrap_or_default()));
        text
    }
}

/// What overwrites a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filler {
    /// Spaces; line ends are kept.
    Spaces,
    /// Zero bytes, in binary input.
    Zeros,
    /// The symbol `A`, in base64 of text; layout is kept.
    Symbols,
}

struct Hit {
    kind: PrivateKeyKind,
    range: Range<usize>,
    filler: Filler,
}

/// Bytes taken for a key of another form: no such key is a quarter of this.
const WINDOW: usize = 64 * 1024;

/// Keys noted one by one; past that everything to the end of the text goes, so that hostile input stays bounded.
const MAX_HITS: usize = 100_000;

#[derive(Default)]
struct Hits(Vec<Hit>);

impl Hits {
    fn push(&mut self, text: &[u8], kind: PrivateKeyKind, range: Range<usize>, filler: Filler) {
        let room = self.0.len() < MAX_HITS;
        match self.0.last_mut() {
            Some(last) if last.filler == filler && range.start >= last.range.start && range.end <= last.range.end => {}
            _ if room => self.0.push(Hit { kind, range, filler }),
            Some(last) => last.range.end = text.len(),
            None => {}
        }
    }
}

/// Removes every private key from `input`.
pub fn redact(input: Bytes) -> Redacted {
    let utf16 = utf16::detect(&input);
    let input = match utf16 {
        Some(form) => {
            let text = utf16::convert(&input, form);
            if let Ok(mut original) = input.try_into_mut() {
                zeroize::Zeroize::zeroize(original.as_mut());
            }
            text
        }
        None => input,
    };
    let mut hits = Hits::default();
    let sieve = (!file_kind::is_closed(&input)).then(|| find(&input, NESTING, &mut hits));
    let hits = merge(hits);
    if hits.is_empty() {
        return Redacted {
            bytes: input,
            found: Vec::new(),
            ranges: Vec::new(),
            utf16,
            sieve,
        };
    }
    let mut buffer = input
        .try_into_mut()
        .unwrap_or_else(|shared| BytesMut::from(shared.as_ref()));
    for hit in &hits {
        overwrite(buffer.get_mut(hit.range.clone()).unwrap_or_default(), hit.filler);
    }
    Redacted {
        bytes: buffer.freeze(),
        found: hits.iter().map(|hit| hit.kind).collect(),
        ranges: hits.into_iter().map(|hit| hit.range).collect(),
        utf16,
        // It is another text now.
        sieve: None,
    }
}

fn overwrite(bytes: &mut [u8], filler: Filler) {
    for byte in bytes {
        *byte = match filler {
            Filler::Spaces if matches!(*byte, b'\n' | b'\r') => *byte,
            Filler::Spaces => b' ',
            Filler::Zeros => 0,
            Filler::Symbols if crate::ingest::text::base64::value(*byte).is_some() => b'A',
            Filler::Symbols => *byte,
        };
    }
}

/// Joins what overlaps; of several kinds the one found first in the text is kept.
fn merge(Hits(mut hits): Hits) -> Vec<Hit> {
    order::by_key(&mut hits, |hit| (hit.range.start, usize::MAX - hit.range.end));
    let mut merged: Vec<Hit> = Vec::new();
    for hit in hits {
        match merged.last_mut() {
            Some(last) if hit.range.start < last.range.end => last.range.end = last.range.end.max(hit.range.end),
            _ => merged.push(hit),
        }
    }
    merged
}

fn find(text: &[u8], nesting: u8, hits: &mut Hits) -> Sieve {
    let sieve = Sieve::of(text);
    let sifted = sieve.sifted(text);
    marked(sifted, hits);
    bare(sifted, hits);
    binary(sifted, hits);
    hexadecimal(sifted, hits);
    other_forms(sifted, hits);
    if nesting > 0 {
        encoded(sifted, nesting - 1, hits);
    }
    sieve
}

/// Keys in text in base64.
fn encoded(sifted: Sifted<'_>, nesting: u8, hits: &mut Hits) {
    let text = sifted.text;
    let mut encoded = |run: base64_run::EncodedText| {
        let decoded = Zeroizing::new(run.bytes);
        // The shortest PEM key, Ed25519 in PKCS#8, takes twice this.
        if decoded.len() < 48 {
            return;
        }
        let mut inner = Hits::default();
        find(&decoded, nesting, &mut inner);
        let inner = merge(inner);
        let ranges: Vec<Range<usize>> = inner.iter().map(|hit| hit.range.clone()).collect();
        for (hit, range) in inner.iter().zip(symbol_ranges(text, run.range, &ranges)) {
            hits.push(text, hit.kind, range, Filler::Symbols);
        }
    };
    base64_run::encoded_pem(sifted, &mut encoded);
    for at in sifted.find(Mark::Encoded, b"input=") {
        encoded(base64_run::decode_run(text, at + 6));
    }
}

/// The parts of a base64 run that hold the decoded bytes `inner` (ascending), rounded outwards; one walk.
fn symbol_ranges(text: &[u8], run: Range<usize>, inner: &[Range<usize>]) -> Vec<Range<usize>> {
    use crate::ingest::text::base64::{Step, Style, Symbols};
    let mut ranges: Vec<Range<usize>> = inner.iter().map(|_| run.end..run.end).collect();
    let style = Style {
        min_word: 32,
        ..base64_run::style_at(text, run.start)
    };
    let mut current = 0;
    for (index, step) in Symbols::new(text, run.start, run.end, style).enumerate() {
        let (Step::Symbol(_, at) | Step::Pad(at) | Step::Bad(at)) = step;
        // The symbol with this index carries bits of the byte `index * 6 / 8` and perhaps of the next.
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

/// PEM blocks, by their markers.
fn marked(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let mut open: Option<(PrivateKeyKind, usize)> = None;
    let mut previous: Option<(bool, usize, usize)> = None;
    for marker in Markers::new(sifted) {
        let kind = PrivateKeyKind::of_label(&marker.label);
        match (open.take(), marker.begin) {
            (Some((kind, start)), begin) => {
                let end = if begin { marker.start } else { marker.end };
                hits.push(text, kind, start..end, Filler::Spaces);
            }
            // An END line without its BEGIN line: everything since the marker before, and that one if it began a block.
            (None, false) => {
                if let Some(kind) = kind {
                    let start = previous.map_or(0, |(begin, start, end)| if begin { start } else { end });
                    hits.push(text, kind, start..marker.end, Filler::Spaces);
                }
            }
            (None, true) => {}
        }
        if marker.begin {
            open = kind.map(|kind| (kind, marker.start));
        }
        previous = Some((marker.begin, marker.start, marker.end));
    }
    if let Some((kind, start)) = open {
        hits.push(text, kind, start..text.len(), Filler::Spaces);
    }
}

/// Base64 whose first bytes are a private key's, whatever stands around it.
fn bare(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let openssh = sifted.find(Mark::Encoded, b"b3BlbnNzaC1rZXktdjE");
    let (mut done, mut last) = (0, 0);
    for at in base64_run::candidates(sifted).chain(openssh) {
        // What lies in a key found is gone with it; the second kind of candidate starts over, from the first place.
        if std::mem::replace(&mut last, at) > at {
            done = 0;
        }
        if at < done {
            continue;
        }
        let head = Zeroizing::new(base64_run::head(text, at));
        let known = private_key(&head);
        let Some((kind, total)) =
            known.or_else(|| head.starts_with(OPENSSH_MAGIC).then_some((PrivateKeyKind::OpenSsh, 0)))
        else {
            continue;
        };
        let end = base64_end(text, at, total);
        done = end;
        hits.push(text, kind, at..end, Filler::Spaces);
    }
}

/// Where `total` bytes of base64 from `at` end, or the run does; foreign characters inside do not end it.
fn base64_end(text: &[u8], at: usize, total: usize) -> usize {
    use crate::ingest::text::base64::{Step, Style, Symbols};
    let wanted = total.div_ceil(3).saturating_mul(4);
    let style = Style {
        pem: true,
        min_word: 1,
        ..base64_run::style_at(text, at)
    };
    let (mut seen, mut foreign, mut end) = (0usize, 0u32, at);
    for step in Symbols::new(text, at, text.len(), style) {
        match step {
            Step::Symbol(_, pos) => {
                (seen, end, foreign) = (seen + 1, pos + 1, 0);
                if seen >= wanted {
                    break;
                }
            }
            Step::Pad(_) => {}
            Step::Bad(_) if foreign < 2 => foreign += 1,
            Step::Bad(_) => break,
        }
    }
    let tail = text.get(end..).unwrap_or_default();
    end + tail
        .iter()
        .take_while(|byte| crate::ingest::text::base64::value(**byte).is_some())
        .count()
}

/// Binary keys, also inside something else: each is recognised by its first INTEGER or its encryption's OID.
fn binary(sifted: Sifted<'_>, hits: &mut Hits) {
    // Every mark has the octet 1 or 0, and hardly a text does.
    if !sifted.any(Mark::Control) {
        return;
    }
    let text = sifted.text;
    let mut check = |at: usize, back: Range<usize>| {
        for size in back {
            let Some(start) = at.checked_sub(size) else { continue };
            let Some(data) = text.get(start..) else { continue };
            if let Some((kind, total)) = private_key(data).filter(|(kind, _)| *kind != PrivateKeyKind::OpenSsh) {
                let end = start.saturating_add(total).min(text.len());
                hits.push(text, kind, start..end, Filler::Zeros);
                return;
            }
        }
    };
    for needle in [[2u8, 1, 0], [2, 1, 1]] {
        for at in memmem::find_iter(text, &needle) {
            check(at, 2..6);
        }
    }
    for at in memmem::find_iter(text, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01]) {
        check(at, 6..13);
    }
    for at in memmem::find_iter(text, OPENSSH_MAGIC) {
        hits.push(text, PrivateKeyKind::OpenSsh, at..text.len(), Filler::Zeros);
    }
}

/// Keys written as hex digits.
fn hexadecimal(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let mut done = 0;
    for at in hex::candidates(sifted) {
        if at < done {
            continue;
        }
        let line = at.saturating_sub(24);
        let line =
            memchr::memrchr2(b'\n', b'\r', text.get(line..at).unwrap_or_default()).map_or(line, |pos| line + pos + 1);
        let mut digits = hex::Hex::new(text, at, line);
        let mut head = Zeroizing::new(Vec::with_capacity(48));
        head.extend(digits.by_ref().take(4));
        match head.as_slice() {
            [0x30, 0x81..=0x84, ..] | [0x30, 0x10..=0x7f, 2 | 0x30, _] => {}
            _ => continue,
        }
        head.extend(digits.by_ref().take(40));
        let Some((kind, total)) = private_key(&head) else {
            continue;
        };
        digits.by_ref().take(total.saturating_sub(head.len())).for_each(drop);
        done = digits.pos;
        hits.push(text, kind, at..digits.pos, Filler::Spaces);
    }
}

/// PuTTY's files, `openssl rsa -text`, and encrypted blocks whose BEGIN line is gone.
fn other_forms(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let named = |name: &'static str| sifted.find(Mark::KeyName, name.as_bytes());
    let to_next = |from: usize, stops: &[&str]| {
        let end = text.len().min(from.saturating_add(WINDOW));
        let rest = text.get(from..end).unwrap_or_default();
        stops
            .iter()
            .filter_map(|stop| memmem::find(rest, stop.as_bytes()))
            .min()
            .map_or(end, |len| from + len)
    };
    let mut done = 0;
    for at in named("Private-Lines:") {
        if at >= done {
            done = to_next(at, &["Private-MAC", "Private-Hash", "-----BEGIN"]);
            hits.push(text, PrivateKeyKind::Putty, at..done, Filler::Spaces);
        }
    }
    done = 0;
    for at in named("DEK-Info:") {
        if at >= done {
            done = to_next(at, &["-----"]);
            hits.push(text, PrivateKeyKind::Other, at..done, Filler::Spaces);
        }
    }
    const NAMES: [&str; 7] = [
        "privateExponent:",
        "exponent1:",
        "exponent2:",
        "prime1:",
        "prime2:",
        "coefficient:",
        "priv:",
    ];
    for name in NAMES {
        let mut done = 0;
        for at in named(name) {
            let from = at + name.len();
            if from < done {
                continue;
            }
            let len = text.get(from..).unwrap_or_default().iter();
            let len = len
                .take_while(|byte| byte.is_ascii_hexdigit() || b": \t\r\n".contains(byte))
                .count();
            done = from + len;
            hits.push(text, PrivateKeyKind::TextDump, from..from + len, Filler::Spaces);
        }
    }
    json_and_xml(sifted, hits);
}

/// JSON web keys (RFC 7518 §6.2.2, §6.3.2, §6.4.1) and XML's `RSAKeyValue` as .NET writes it: their secret members.
fn json_and_xml(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let there = |name| sifted.find(Mark::KeyName, name).next().is_some();
    let mut members = |names: &[&str], between: &[u8], closing: &[u8]| {
        for name in names {
            for at in memmem::find_iter(text, name) {
                let from = at + name.len();
                let rest = text.get(from..).unwrap_or_default();
                let gap = rest.iter().take_while(|byte| between.contains(byte)).count();
                // The name ends here: `"d"` is not the beginning of `"deployment"`.
                if gap == 0 && closing != b"<" {
                    continue;
                }
                let value = rest.get(gap..).unwrap_or_default().iter();
                let len = value
                    .take_while(|byte| byte.is_ascii_alphanumeric() || b"+/=-_\r\n\t ".contains(byte))
                    .count();
                let ends = rest.get(gap + len).is_some_and(|byte| closing.contains(byte));
                // A number of a key takes at least this; `"d"` also names other things.
                if ends && len >= 16 {
                    hits.push(
                        text,
                        PrivateKeyKind::Other,
                        from + gap..from + gap + len,
                        Filler::Spaces,
                    );
                }
            }
        }
    };
    if there(b"kty") {
        members(
            &["\"d", "\"p", "\"q", "\"dp", "\"dq", "\"qi", "\"k"],
            b"\\\": \t\r\n",
            b"\"\\",
        );
    }
    if there(b"<RSAKeyValue>") {
        members(&["<D>", "<P>", "<Q>", "<DP>", "<DQ>", "<InverseQ>"], b" \t\r\n", b"<");
    }
}
