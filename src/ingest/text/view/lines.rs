//! Goes from line to line.

use std::ops::Range;

/// The most bytes before a place that are searched for the beginning of its line.
const BEFORE: usize = 512;

/// Returns where the line of `at` begins, but not before `floor`; `None` if that is too far.
pub(super) fn start(text: &[u8], at: usize, floor: usize) -> Option<usize> {
    let from = at.saturating_sub(BEFORE).max(floor);
    let before = text.get(from..at)?;
    match memchr::memrchr2(b'\n', b'\r', before) {
        Some(found) => Some(from + found + 1),
        None => (from == floor || from == 0).then_some(from),
    }
}

/// Returns the line that begins at `at`, without its line end, and where the next line begins.
pub(super) fn line(text: &[u8], at: usize, end: usize) -> (Range<usize>, usize) {
    let rest = text.get(at..end).unwrap_or_default();
    let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    let next = match rest.get(len..).unwrap_or_default() {
        [b'\r', b'\n', ..] => 2,
        [_, ..] => 1,
        [] => 0,
    };
    (at..at + len, at + len + next)
}

/// Returns where the line before the one that begins at `at` begins, if it is not before `floor`.
pub(super) fn previous(text: &[u8], at: usize, floor: usize) -> Option<usize> {
    let head = text.get(floor..at)?;
    let head = match head {
        [rest @ .., b'\r', b'\n'] | [rest @ .., b'\n' | b'\r'] => rest,
        _ => return None,
    };
    Some(floor + memchr::memrchr2(b'\n', b'\r', head).map_or(0, |found| found + 1))
}

pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| b" \t".contains(byte))
}

/// Returns the number of spaces and tabs at the start.
pub(super) fn indent(line: &[u8]) -> usize {
    line.iter().take_while(|byte| b" \t".contains(byte)).count()
}
