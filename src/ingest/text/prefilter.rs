//! Finds the parts of a text that can contain something to search for.
//!
//! A text is searched for about forty patterns, and a long one is mostly log lines that contain
//! none of them. So [`Sieve::of`] reads it once and records for each block of [`BLOCK`] bytes which
//! [`Mark`]s it can contain, by three characters in a row of each pattern or by one byte. Each
//! search then reads only the blocks with its mark. A block without a mark never contains the
//! pattern; a block with the mark may contain it. It takes linear time, and one byte for each
//! block.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

/// A binary object contains a byte below 9 within this many bytes from its beginning.
pub(crate) const NEAR: usize = 16;

/// Bytes of a block.
const BLOCK: usize = 128;

/// A kind of pattern. Each has a bit in a block's byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `BEGIN` and `END`.
    Marker,
    /// The base64 of a SEQUENCE: `MA` to `MI`.
    Base64,
    /// The hex digits of a SEQUENCE, `30`, where a word of them can begin.
    Hex,
    /// The names of a private key's numbers: see [`PHRASES`].
    KeyName,
    /// Text in base64: see [`PHRASES`].
    Encoded,
    /// `#`, `%`, `&`, and the bytes between the first and the last.
    Link,
    /// Bytes below 9: a text has none, and each binary object has one near its beginning.
    Control,
    /// Color codes, and the headers of a diff's hunks: see [`PHRASES`].
    Layout,
}

/// Three rare characters in a row of each phrase.
const PHRASES: [(Mark, &str, &[u8; 3]); 22] = [
    (Mark::KeyName, "Private-Lines:", b"-Li"),
    (Mark::KeyName, "DEK-Info:", b"EK-"),
    (Mark::KeyName, "privateExponent:", b"eEx"),
    (Mark::KeyName, "exponent1:", b"nt1"),
    (Mark::KeyName, "exponent2:", b"nt2"),
    (Mark::KeyName, "prime1:", b"me1"),
    (Mark::KeyName, "prime2:", b"me2"),
    (Mark::KeyName, "coefficient:", b"oef"),
    (Mark::KeyName, "priv:", b"iv:"),
    (Mark::KeyName, "kty", b"kty"),
    (Mark::KeyName, "<RSAKeyValue>", b"AKe"),
    (Mark::Encoded, "LS0t", b"LS0"),
    (Mark::Encoded, "b3BlbnNzaC1rZXktdjE", b"b3B"),
    (Mark::Encoded, "input=", b"npu"),
    (Mark::Encoded, "eyJ", b"eyJ"),
    (Mark::Layout, "@@ -", b"@@ "),
    (Mark::Layout, "^[[", b"^[["),
    (Mark::Layout, "\\u001b[", b"01b"),
    (Mark::Layout, "\\u001B[", b"01B"),
    (Mark::Layout, "\\x1b[", b"\\x1"),
    (Mark::Layout, "033[", b"33["),
    (Mark::Layout, "\\e[", b"\\e["),
];

impl Mark {
    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Whether a search for `phrase` can rely on the mark.
    fn is_of(self, phrase: &[u8]) -> bool {
        if self == Self::Hex {
            return phrase == b"30";
        }
        let has = |three: &[u8; 3]| phrase.windows(3).any(|window| window == three);
        let by_three = PHRASES.iter().any(|(mark, _, three)| *mark == self && has(three));
        by_three || phrase.iter().any(|byte| alone(*byte) == self.bit())
    }

    /// How far a phrase extends beyond the block that has the second of its three characters, or
    /// its byte. It is less than half a block, so no place is searched twice.
    const fn reach(self) -> usize {
        match self {
            Self::Marker => 8,
            Self::Base64 | Self::Link => 0,
            Self::Control => NEAR,
            Self::KeyName | Self::Encoded | Self::Layout => 32,
            Self::Hex => 1,
        }
    }
}

/// The marks that each pair of bytes can belong to; the first byte is the lower half of the index.
/// A byte is the middle of a mark's three characters if the pair it ends and the pair it begins
/// both have the mark.
type Pairs = [u8; 1 << 16];

static PAIRS: LazyLock<Box<Pairs>> = LazyLock::new(|| {
    // A `Vec`, because an array would first be on the stack and then be copied.
    let pairs: Result<Box<Pairs>, _> = vec![0; 1 << 16].try_into();
    let mut pairs = pairs.unwrap_or_else(|_| Box::new([0; 1 << 16]));
    let mut marks_of = [0; 256];
    (0..=u8::MAX)
        .zip(&mut marks_of)
        .for_each(|(byte, marks)| *marks = alone(byte));
    // Consecutive bytes mostly have the same marks, and then the same row.
    let (mut row, mut made_for) = (marks_of, 0);
    for (second, place) in marks_of.iter().zip(pairs.as_chunks_mut().0) {
        if *second != made_for {
            row = marks_of.map(|first| first | second);
            made_for = *second;
        }
        *place = row;
    }
    let mut add = |mark: Mark, first: u8, second: u8| {
        if let Some(marks) = pairs.get_mut(usize::from(u16::from_le_bytes([first, second]))) {
            *marks |= mark.bit();
        }
    };
    let markers = [b"BEG", b"END"].map(|three| (Mark::Marker, three));
    let phrases = PHRASES.map(|(mark, _, three)| (mark, three));
    for (mark, [first, second, third]) in markers.into_iter().chain(phrases) {
        add(mark, *first, *second);
        add(mark, *second, *third);
    }
    for first in 0..=u8::MAX {
        add(Mark::Base64, first, b'M');
        if super::word::starts_hex_after(first) {
            add(Mark::Hex, first, b'3');
        }
    }
    (b'A'..=b'I').for_each(|second| add(Mark::Base64, b'M', second));
    add(Mark::Hex, b'3', b'0');
    pairs
});

/// The marks of a byte, whatever its neighbors are.
const fn alone(byte: u8) -> u8 {
    match byte {
        ..=8 => Mark::Control.bit(),
        0x1b => Mark::Layout.bit(),
        b'#'..=b'&' => Mark::Link.bit(),
        _ => 0,
    }
}

/// The marks of a text's blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sieve {
    blocks: Vec<u8>,
    /// The marks of all blocks together: most texts have few.
    all: u8,
}

impl Sieve {
    pub fn of(text: &[u8]) -> Self {
        let pairs: &Pairs = &PAIRS;
        let mut blocks = Vec::with_capacity(text.len().div_ceil(BLOCK));
        // Nothing before or after the text belongs to a pattern.
        let first = text.first().copied().unwrap_or(b' ');
        let mut before = marks(pairs, u32::from(u16::from_le_bytes([b' ', first])));
        let mut rest = text;
        while let Some((block, next)) = rest.split_first_chunk::<BLOCK>() {
            let Some(shifted) = rest.get(1..).and_then(<[u8]>::first_chunk) else {
                break;
            };
            blocks.push(sift(pairs, &mut before, block, shifted));
            rest = next;
        }
        if !rest.is_empty() {
            let mut last = [b' '; BLOCK + 1];
            last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            let ([block @ .., _], [_, shifted @ ..]) = (&last, &last);
            blocks.push(sift(pairs, &mut before, block, shifted));
        }
        let all = blocks.iter().fold(0, |all, marks| all | marks);
        Self { blocks, all }
    }

    /// Returns the whole text for a search.
    pub fn sifted<'a>(&'a self, text: &'a [u8]) -> Sifted<'a> {
        Sifted {
            text,
            start: 0,
            sieve: self,
        }
    }
}

/// The marks of the pair in the lower half of `pair`.
fn marks(pairs: &Pairs, pair: u32) -> u8 {
    pairs.get((pair & 0xffff) as usize).copied().unwrap_or_default()
}

/// The marks of a block; `shifted` begins one byte later. `before` has the marks of the pair that
/// ends where the block begins, and gets those of the last pair.
fn sift(pairs: &Pairs, before: &mut u8, block: &[u8; BLOCK], shifted: &[u8; BLOCK]) -> u8 {
    let (mut all, mut last) = (0, *before);
    for (even, odd) in block.as_chunks::<4>().0.iter().zip(shifted.as_chunks::<4>().0) {
        let (even, odd) = (u32::from_le_bytes(*even), u32::from_le_bytes(*odd));
        let (first, second) = (marks(pairs, even), marks(pairs, odd));
        let (third, fourth) = (marks(pairs, even >> 16), marks(pairs, odd >> 16));
        // Independent operations, which a processor runs in parallel.
        all |= ((last & first) | (first & second)) | ((second & third) | (third & fourth));
        last = fourth;
    }
    *before = last;
    all
}

/// A text, or a part of it, with the marks of its blocks.
#[derive(Clone, Copy)]
pub(crate) struct Sifted<'a> {
    pub text: &'a [u8],
    /// Where it begins in the text that was sifted.
    start: usize,
    sieve: &'a Sieve,
}

impl<'a> Sifted<'a> {
    pub fn part(self, range: Range<usize>) -> Option<Self> {
        Some(Self {
            text: self.text.get(range.clone())?,
            start: self.start + range.start,
            sieve: self.sieve,
        })
    }

    /// Returns the ranges that can contain what `mark` names: ascending, and never adjacent.
    pub fn ranges(self, mark: Mark) -> Ranges<'a> {
        let end = self.start + self.text.len();
        let anywhere = self.sieve.all & mark.bit() != 0;
        let blocks = self.sieve.blocks.get(..end.div_ceil(BLOCK)).filter(|_| anywhere);
        Ranges {
            blocks: blocks.unwrap_or_default(),
            mark,
            next: self.start / BLOCK,
            start: self.start,
            end,
            // Nothing is before a part of a text, so a word can begin with it.
            begins: self.start > 0,
        }
    }

    /// Returns where `phrase` is; `mark` must be its own.
    pub fn find<'n>(self, mark: Mark, phrase: &'n [u8]) -> Finds<'a, 'n> {
        debug_assert!(mark.is_of(phrase), "{mark:?} is not the mark of this phrase");
        Finds {
            text: self.text,
            ranges: self.ranges(mark),
            range: 0..0,
            phrase,
            finder: None,
        }
    }
}

/// See [`Sifted::ranges`].
pub(crate) struct Ranges<'a> {
    blocks: &'a [u8],
    mark: Mark,
    /// The next block.
    next: usize,
    start: usize,
    end: usize,
    /// Whether the first block is returned in any case.
    begins: bool,
}

impl Iterator for Ranges<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bit = self.mark.bit();
        let left = self.blocks.get(self.next..).unwrap_or_default();
        let skipped = if std::mem::take(&mut self.begins) {
            0
        } else {
            first_with(bit, left)?
        };
        let first = self.next + skipped;
        let more = self.blocks.get(first + 1..).unwrap_or_default().iter();
        let last = first + more.take_while(|marks| **marks & bit != 0).count();
        self.next = last + 1;
        let from = (first * BLOCK).saturating_sub(self.mark.reach()).max(self.start);
        let to = ((last + 1) * BLOCK + self.mark.reach()).min(self.end);
        (from < to).then(|| from - self.start..to - self.start)
    }
}

/// Returns the first block with `bit`. Nearly all blocks of a long text have none, so it tests
/// eight together.
fn first_with(bit: u8, blocks: &[u8]) -> Option<usize> {
    let any = u64::from_ne_bytes([bit; 8]);
    let (eights, _) = blocks.as_chunks();
    let skipped = 8 * eights
        .iter()
        .take_while(|eight| u64::from_ne_bytes(**eight) & any == 0)
        .count();
    let found = blocks.get(skipped..)?.iter().position(|marks| marks & bit != 0)?;
    Some(skipped + found)
}

/// See [`Sifted::find`].
pub(crate) struct Finds<'a, 'n> {
    text: &'a [u8],
    ranges: Ranges<'a>,
    range: Range<usize>,
    phrase: &'n [u8],
    /// Made when there is something to search.
    finder: Option<memmem::Finder<'n>>,
}

impl Iterator for Finds<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            if !self.range.is_empty() {
                let finder = self.finder.get_or_insert_with(|| memmem::Finder::new(self.phrase));
                if let Some(found) = self.text.get(self.range.clone()).and_then(|text| finder.find(text)) {
                    let at = self.range.start + found;
                    self.range.start = at + self.phrase.len();
                    return Some(at);
                }
            }
            self.range = self.ranges.next()?;
        }
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// Every phrase that is searched with [`Sifted::find`].
    fn phrases() -> Vec<(Mark, &'static [u8])> {
        let known = PHRASES.map(|(mark, phrase, _)| (mark, phrase.as_bytes()));
        known.to_vec()
    }

    fn covers(text: &[u8], mark: Mark, range: Range<usize>) -> bool {
        let sieve = Sieve::of(text);
        let mut ranges = sieve.sifted(text).ranges(mark);
        ranges.any(|other| other.start <= range.start && range.end <= other.end)
    }

    #[test]
    fn a_phrase_is_found_at_every_place() {
        for (mark, phrase) in phrases() {
            for before in (0..3 * BLOCK).chain([10_000]) {
                for (fill, after) in [(b'x', 0), (b' ', 1), (b'7', BLOCK - 1), (b'\n', 500)] {
                    let text = [&vec![fill; before][..], phrase, &vec![fill; after]].concat();
                    let sieve = Sieve::of(&text);
                    let found: Vec<usize> = sieve.sifted(&text).find(mark, phrase).collect();
                    assert_eq!(found, [before], "{phrase:?} {before} {after}");
                }
            }
        }
    }

    #[test]
    fn the_ranges_cover_every_place() {
        let places: [(Mark, &[u8]); 11] = [
            (Mark::Marker, b"BEGIN"),
            (Mark::Marker, b"END"),
            (Mark::Base64, b"MA"),
            (Mark::Base64, b"MI"),
            (Mark::Hex, b"30"),
            (Mark::Link, b"#"),
            (Mark::Link, b"%"),
            (Mark::Link, b"&"),
            (Mark::Control, b"\0"),
            (Mark::Layout, b"\x1b[0m"),
            (Mark::Layout, b"\\x1B[0m"),
        ];
        for (mark, phrase) in places {
            // For base64 only the first letter is searched, for the others all.
            let whole = if mark == Mark::Base64 { 1 } else { phrase.len() };
            for before in 0..3 * BLOCK {
                for after in [0, 1, BLOCK] {
                    let text = [&vec![b' '; before][..], phrase, &vec![b' '; after]].concat();
                    assert!(
                        covers(&text, mark, before..before + whole),
                        "{phrase:?} {before} {after}"
                    );
                }
            }
        }
        for byte in 0..=u8::MAX {
            let marked = covers(&[b'a', byte, b'a'], Mark::Control, 1..2);
            assert_eq!(marked, byte < 9, "{byte}");
        }
    }

    #[test]
    fn digits_begin_where_words_do() {
        for (before, begins) in [
            (" ", true),
            ("x", true),
            ("\\n", true),
            ("é", true),
            ("a", false),
            ("5", false),
        ] {
            for fill in [0, BLOCK - 2, BLOCK - 1, BLOCK] {
                let text = format!("{}{before}30", " ".repeat(fill));
                let at = fill + before.len();
                assert_eq!(covers(text.as_bytes(), Mark::Hex, at..at + 1), begins, "{text}");
            }
        }
    }

    /// A part of a text is searched as if it were a text of its own.
    #[test]
    fn parts_begin_and_end_like_texts() {
        for start in (1..2 * BLOCK).step_by(7) {
            let text = [&vec![b'7'; start][..], b"30820102", &vec![b'7'; 300]].concat();
            let sieve = Sieve::of(&text);
            let part = sieve.sifted(&text).part(start..start + 200);
            let ranges: Vec<_> = part.into_iter().flat_map(|part| part.ranges(Mark::Hex)).collect();
            assert!(ranges.iter().any(|range| range.contains(&0)), "{start}");
            let cut = [&vec![b'7'; start][..], b"Private-Lines:"].concat();
            let sieve = Sieve::of(&cut);
            let part = sieve.sifted(&cut).part(0..cut.len() - 1);
            let found = part.and_then(|part| part.find(Mark::KeyName, b"Private-Lines:").next());
            assert_eq!(found, None, "the phrase is cut off");
        }
    }

    #[test]
    fn ranges_ascend_and_never_touch() {
        let mut state = 1u32;
        let text: Vec<u8> = (0..100_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let bytes = b"BEGINDMAI30#\x81 \nkty-Linpu=";
                bytes[(state >> 16) as usize % bytes.len()]
            })
            .chain(std::iter::repeat_n(b'.', 1000))
            .chain(*b"kty")
            .collect();
        let sieve = Sieve::of(&text);
        for mark in [
            Mark::Marker,
            Mark::Base64,
            Mark::Hex,
            Mark::KeyName,
            Mark::Encoded,
            Mark::Link,
        ] {
            let ranges: Vec<_> = sieve.sifted(&text).ranges(mark).collect();
            assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start), "{mark:?}");
        }
        let found: Vec<usize> = sieve.sifted(&text).find(Mark::KeyName, b"kty").collect();
        assert_eq!(found, memmem::find_iter(&text, "kty").collect::<Vec<_>>());
    }

    #[test]
    fn the_empty_text_has_no_ranges() {
        let sieve = Sieve::of(b"");
        assert!(sieve.sifted(b"").ranges(Mark::Hex).next().is_none());
    }
}
