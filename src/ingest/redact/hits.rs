//! The parts of a text that contain private keys.

use std::ops::Range;

use crate::ingest::report::dropped::PrivateKeyKind;
use crate::ingest::text::base64;
use crate::order;

/// What overwrites a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filler {
    /// Spaces; line ends are kept.
    Spaces,
    /// Zero bytes, in binary input.
    Zeros,
    /// The symbol `A`, in base64 of text; layout is kept.
    Symbols,
}

pub(super) struct Hit {
    pub kind: PrivateKeyKind,
    pub range: Range<usize>,
    pub filler: Filler,
}

/// The most keys that are recorded. After that, everything to the end of the text is removed, which
/// bounds the work on hostile input.
const MAX_HITS: usize = 100_000;

#[derive(Default)]
pub(super) struct Hits(Vec<Hit>);

impl Hits {
    pub fn push(&mut self, text: &[u8], kind: PrivateKeyKind, range: Range<usize>, filler: Filler) {
        let room = self.0.len() < MAX_HITS;
        match self.0.last_mut() {
            Some(last) if last.filler == filler && range.start >= last.range.start && range.end <= last.range.end => {}
            _ if room => self.0.push(Hit { kind, range, filler }),
            Some(last) => last.range.end = text.len(),
            None => {}
        }
    }
}

pub(super) fn overwrite(bytes: &mut [u8], filler: Filler) {
    for byte in bytes {
        *byte = match filler {
            Filler::Spaces if matches!(*byte, b'\n' | b'\r') => *byte,
            Filler::Spaces => b' ',
            Filler::Zeros => 0,
            Filler::Symbols if base64::value(*byte).is_some() => b'A',
            Filler::Symbols => *byte,
        };
    }
}

/// Joins overlapping parts. Of several kinds, the first in the text is kept.
pub(super) fn merge(Hits(mut hits): Hits) -> Vec<Hit> {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::single_range_in_vec_init)]
    use super::*;

    #[test]
    fn a_part_of_the_last_hit_is_recorded_only_if_it_is_overwritten_otherwise() {
        let mut hits = Hits::default();
        for (range, filler, count) in [
            (2..9, Filler::Spaces, 1),
            (3..8, Filler::Spaces, 1),
            (2..9, Filler::Spaces, 1),
            (3..8, Filler::Symbols, 2),
            (1..8, Filler::Symbols, 3),
            (1..9, Filler::Symbols, 4),
        ] {
            hits.push(&[b'A'; 10], PrivateKeyKind::Pkcs8, range, filler);
            assert_eq!(hits.0.len(), count);
        }
        let ranges: Vec<_> = merge(hits).into_iter().map(|hit| hit.range).collect();
        assert_eq!(ranges, [1..9]);
    }

    #[test]
    fn the_layout_of_a_text_is_kept() {
        for (filler, expected) in [
            (Filler::Spaces, b"  \n \r"),
            (Filler::Symbols, b"AA\n.\r"),
            (Filler::Zeros, &[0; 5]),
        ] {
            let mut text = *b"aB\n.\r";
            overwrite(&mut text, filler);
            assert_eq!(&text, expected, "{filler:?}");
        }
    }

    #[test]
    fn keys_next_to_each_other_are_two() {
        let mut hits = Hits::default();
        for range in [0..3, 3..6] {
            hits.push(&[b'A'; 6], PrivateKeyKind::Pkcs8, range, Filler::Spaces);
        }
        assert_eq!(merge(hits).len(), 2);
    }

    #[test]
    fn after_the_limit_the_rest_of_the_text_is_removed() {
        let text = vec![b'A'; 2 * (MAX_HITS + 2)];
        let mut hits = Hits::default();
        for number in 0..=MAX_HITS {
            hits.push(&text, PrivateKeyKind::Pkcs8, 2 * number..2 * number + 1, Filler::Spaces);
        }
        let ends = |hits: &Hits| (hits.0.len(), hits.0.last().map(|last| last.range.clone()));
        let start = 2 * (MAX_HITS - 1);
        assert_eq!(ends(&hits), (MAX_HITS, Some(start..text.len())));
        let merged = merge(hits);
        assert_eq!(merged.len(), MAX_HITS);
    }
}
