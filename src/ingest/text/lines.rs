//! Converts a byte offset to a line and a column.
//!
//! CR, LF and CRLF each end a line. Building the index takes linear time; a lookup reads at most
//! [`STEP`] bytes.

/// Bytes between two entries of the index.
const STEP: usize = 1024;

/// An index over one text.
pub(crate) struct Lines<'a> {
    text: &'a [u8],
    /// Line breaks before the entry's offset, and where the line at that offset begins.
    marks: Vec<(u32, usize)>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a [u8]) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let (mut breaks, mut start) = (0u32, 0usize);
        for (index, chunk) in text.chunks(STEP).enumerate() {
            marks.push((breaks, start));
            let base = index * STEP;
            let (more, last) = count(text, base, base + chunk.len());
            breaks = breaks.saturating_add(more);
            start = last.unwrap_or(start);
        }
        Self { text, marks }
    }

    /// Line of `offset`, from 1.
    pub fn line(&self, offset: usize) -> u32 {
        self.locate(offset).0
    }

    /// Line and column (in bytes) of `offset`, both from 1.
    pub fn locate(&self, offset: usize) -> (u32, u32) {
        let offset = offset.min(self.text.len());
        let index = (offset / STEP).min(self.marks.len().saturating_sub(1));
        let (breaks, start) = self.marks.get(index).copied().unwrap_or_default();
        let (more, last) = count(self.text, index * STEP, offset);
        let start = last.unwrap_or(start);
        let column = u32::try_from(offset.saturating_sub(start)).unwrap_or(u32::MAX);
        (breaks.saturating_add(more).saturating_add(1), column.saturating_add(1))
    }
}

/// Counts the line breaks that end in `from..to`, and returns where the last one ends.
fn count(text: &[u8], from: usize, to: usize) -> (u32, Option<usize>) {
    let part = text.get(from..to).unwrap_or_default();
    if memchr::memchr(b'\r', part).is_none() {
        let breaks = memchr::memchr_iter(b'\n', part).count();
        let last = memchr::memrchr(b'\n', part).map(|found| from + found + 1);
        return (u32::try_from(breaks).unwrap_or(u32::MAX), last);
    }
    let (mut breaks, mut last) = (0u32, None);
    for found in memchr::memchr2_iter(b'\n', b'\r', part) {
        let pos = from + found;
        if text.get(pos) == Some(&b'\r') && text.get(pos + 1) == Some(&b'\n') {
            continue;
        }
        breaks = breaks.saturating_add(1);
        last = Some(pos + 1);
    }
    (breaks, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let lines = Lines::new(b"a\r\nb\rc\nd");
        assert_eq!(
            [0, 3, 5, 7].map(|offset| lines.locate(offset)),
            [(1, 1), (2, 1), (3, 1), (4, 1)]
        );
    }

    #[test]
    fn lookups_agree_across_index_entries() {
        let text = [b"x".repeat(1500), b"\n".to_vec(), b"y".repeat(1500)].concat();
        let lines = Lines::new(&text);
        assert_eq!(lines.locate(1499), (1, 1500));
        assert_eq!(lines.locate(2600), (2, 1100));
        assert_eq!(Lines::new(b"").locate(9), (1, 1));
    }
}
