//! Which parts of a text can hold what is looked for. A text is looked for some thirty things, private keys before all, and
//! most of a long one is lines of a log that hold none of them. So it is read once, with three characters in a row (or one
//! octet) of each thing, and each search then looks only where its own were met. Contract: a part that holds one of the
//! things is never passed over; one that holds none may be looked at. Linear; an octet for [`BLOCK`] octets.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

/// Octets that are told about together.
const BLOCK: usize = 128;

/// What is looked for. Each has a bit in a block's octet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `BEGIN` and `END`.
    Marker,
    /// The base64 of a SEQUENCE: `MA` to `MI`.
    Base64,
    /// The hex digits of a SEQUENCE, `30`, where a word of them can begin.
    Hex,
    /// What names the numbers of a private key: see [`PHRASES`].
    KeyName,
    /// Text in base64: see [`PHRASES`].
    Encoded,
    /// `#`, `%` and `&`, and what stands between the first and the last.
    Link,
    /// Octets below 9, which no text has and every binary key.
    Control,
    /// Octets from 0x80 on.
    High,
}

/// Three characters in a row, rare ones, of each phrase.
const PHRASES: [(Mark, &str, &[u8; 3]); 14] = [
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
];

impl Mark {
    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Whether three characters of `phrase`, or one of its octets, have the mark.
    fn is_of(self, phrase: &[u8]) -> bool {
        let has = |three: &[u8; 3]| phrase.windows(3).any(|window| window == three);
        let by_three = PHRASES.iter().any(|(mark, _, three)| *mark == self && has(three));
        by_three || phrase.iter().any(|octet| alone(*octet) == self.bit())
    }

    /// How far a phrase reaches beyond the block in which its second of three characters, or its octet, stands. Less than half
    /// a block, so that no place is looked at twice.
    const fn reach(self) -> usize {
        match self {
            Self::Marker => 8,
            Self::Base64 | Self::Hex | Self::Link | Self::Control => 0,
            Self::KeyName | Self::Encoded => 32,
            Self::High => 1,
        }
    }
}

/// For two octets side by side (the first is the lower half of the index) the marks they can be part of. An octet counts as
/// the middle of three where both the pair that it ends and the pair that it begins have the mark.
type Pairs = [u8; 1 << 16];

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut pairs = [0; 1 << 16];
    let (rows, _) = pairs.as_chunks_mut::<256>();
    for (second, row) in (0..=u8::MAX).zip(rows) {
        let also = alone(second);
        for (first, marks) in (0..=u8::MAX).zip(row) {
            *marks = alone(first) | also;
        }
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
        if super::hex::begins_word_after(first) {
            add(Mark::Hex, first, b'3');
        }
    }
    (b'A'..=b'I').for_each(|second| add(Mark::Base64, b'M', second));
    add(Mark::Hex, b'3', b'0');
    pairs
});

/// The marks of an octet whatever stands beside it.
const fn alone(octet: u8) -> u8 {
    match octet {
        ..=8 => Mark::Control.bit(),
        b'#'..=b'&' => Mark::Link.bit(),
        0x80.. => Mark::High.bit(),
        _ => 0,
    }
}

/// What the blocks of one text can hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sieve {
    blocks: Vec<u8>,
}

impl Sieve {
    pub fn of(text: &[u8]) -> Self {
        let pairs: &Pairs = &PAIRS;
        let mut blocks = Vec::with_capacity(text.len().div_ceil(BLOCK));
        // What stands before a text and behind it is part of nothing.
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
        Self { blocks }
    }

    /// For searching the whole text.
    pub fn sifted<'a>(&'a self, text: &'a [u8]) -> Sifted<'a> {
        Sifted {
            text,
            start: 0,
            sieve: self,
        }
    }
}

fn marks(pairs: &Pairs, pair: u32) -> u8 {
    let [first, second, ..] = pair.to_le_bytes();
    let place = usize::from(u16::from_le_bytes([first, second]));
    pairs.get(place).copied().unwrap_or_default()
}

/// What a block can hold; `shifted` begins one octet later. `before` are the marks of the pair that ends where the block
/// begins, and becomes those of the last.
fn sift(pairs: &Pairs, before: &mut u8, block: &[u8; BLOCK], shifted: &[u8; BLOCK]) -> u8 {
    let (mut all, mut last) = (0, *before);
    for (even, odd) in block.as_chunks::<4>().0.iter().zip(shifted.as_chunks::<4>().0) {
        let (even, odd) = (u32::from_le_bytes(*even), u32::from_le_bytes(*odd));
        for pair in [even, odd, even >> 16, odd >> 16] {
            let here = marks(pairs, pair);
            all |= last & here;
            last = here;
        }
    }
    *before = last;
    all
}

/// A text, or part of one, with what is known of its blocks.
#[derive(Clone, Copy)]
pub(crate) struct Sifted<'a> {
    pub text: &'a [u8],
    /// Where it stands in the text that was sifted.
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

    /// The places that can hold what `mark` stands for, whole: ascending, never touching.
    pub fn ranges(self, mark: Mark) -> Ranges<'a> {
        Ranges {
            blocks: &self.sieve.blocks,
            mark,
            next: self.start / BLOCK,
            start: self.start,
            end: self.start + self.text.len(),
        }
    }

    /// Whether there are such places; of a whole text, not of a part.
    pub fn any(self, mark: Mark) -> bool {
        self.ranges(mark).next().is_some()
    }

    /// Where `phrase` stands; `mark` must be its own.
    pub fn find<'n>(self, mark: Mark, phrase: &'n [u8]) -> Finds<'a, 'n> {
        debug_assert!(mark.is_of(phrase), "{mark:?} says nothing of this phrase");
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
    /// Block to be looked at next.
    next: usize,
    start: usize,
    end: usize,
}

impl Iterator for Ranges<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bit = self.mark.bit();
        let blocks = self.blocks.get(..self.end.div_ceil(BLOCK)).unwrap_or(self.blocks);
        // Before a part of a text stands nothing either, so that a word can begin with it.
        let begins = self.start > 0 && self.next == self.start / BLOCK;
        let left = blocks.get(self.next..)?;
        let skipped = if begins { 0 } else { left.iter().position(|marks| marks & bit != 0)? };
        let first = self.next + skipped;
        let more = blocks.get(first + 1..).unwrap_or_default().iter();
        let last = first + more.take_while(|marks| **marks & bit != 0).count();
        self.next = last + 1;
        let from = (first * BLOCK).saturating_sub(self.mark.reach()).max(self.start);
        let to = ((last + 1) * BLOCK + self.mark.reach()).min(self.end);
        (from < to).then(|| from - self.start..to - self.start)
    }
}

/// See [`Sifted::find`].
pub(crate) struct Finds<'a, 'n> {
    text: &'a [u8],
    ranges: Ranges<'a>,
    range: Range<usize>,
    phrase: &'n [u8],
    /// Made where there is anything to search.
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
