//! Removes the color codes of terminals, as bytes and as logs write them out.

use super::Kept;
use crate::ingest::text::prefilter::{Mark, NEAR, Sifted};
use crate::ingest::text::work;

/// How the escape character is written: as itself, and by editors, JSON, C, shells and rsyslog.
const ESCAPES: [&[u8]; 9] = [
    b"\x1b", b"^[", b"\\u001b", b"\\u001B", b"\\x1b", b"\\x1B", b"\\033", b"\\e", b"#033",
];

/// The most bytes after the escape character.
const LONGEST: usize = 48;

/// Returns the text without color codes; `None` if there are none.
pub(super) fn strip(sifted: Sifted<'_>) -> Option<Kept> {
    let text = sifted.text;
    let mut kept = Kept::default();
    let mut done = 0;
    for range in sifted.ranges(Mark::Layout) {
        let mut pos = range.start.max(done);
        while pos < range.end {
            work::step();
            let rest = text.get(pos..).unwrap_or_default();
            match code(rest).filter(|_| is_text(text, pos)) {
                Some(len) if !kept.is_full() => {
                    kept.push(done..pos);
                    pos += len;
                    done = pos;
                }
                Some(_) => return None,
                None => pos += 1,
            }
        }
    }
    if done == 0 {
        return None;
    }
    kept.push(done..text.len());
    Some(kept)
}

/// Returns whether the bytes around a place are text: certificates in binary contain the same
/// bytes.
fn is_text(text: &[u8], at: usize) -> bool {
    let near = text.get(at.saturating_sub(NEAR)..text.len().min(at + NEAR));
    near.is_some_and(|near| near.iter().all(|byte| *byte > 6))
}

/// Returns the length of the color code at the start.
fn code(rest: &[u8]) -> Option<usize> {
    if !matches!(rest.first(), Some(0x1b | b'^' | b'\\' | b'#')) {
        return None;
    }
    let escape = ESCAPES.iter().find(|escape| rest.starts_with(escape))?.len();
    let is_byte = escape == 1;
    let after = rest.get(escape..)?;
    let len = match after {
        [b'[', parameters @ ..] => {
            let len = parameters
                .iter()
                .take(LONGEST)
                .take_while(|byte| matches!(byte, b'0'..=b'?' | b' '..=b'/'))
                .count();
            match parameters.get(len)? {
                // Written out, only colors and "erase the line" are certain.
                b'm' | b'K' => len + 2,
                b'@'..=b'~' if is_byte => len + 2,
                _ => return None,
            }
        }
        // A link or a title, up to BEL or ESC \.
        [b']', title @ ..] if is_byte => {
            let end = title.iter().take(512).position(|byte| matches!(byte, 7 | 0x1b))?;
            let close = if title.get(end) == Some(&7) { 1 } else { 2 };
            1 + end + close
        }
        [b'(' | b')', _, ..] if is_byte => 2,
        [b'7' | b'8' | b'=' | b'>' | b'M' | b'c', ..] if is_byte => 1,
        _ => return None,
    };
    Some((escape + len).min(rest.len()))
}
