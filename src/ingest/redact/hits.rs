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
