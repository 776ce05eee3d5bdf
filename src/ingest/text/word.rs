//! Checks where a word of base64 or of hex digits can begin.

use super::base64::value;

/// Returns whether a word of base64 can begin at `pos`.
pub(crate) fn starts_base64(text: &[u8], pos: usize) -> bool {
    match text.get(..pos).unwrap_or_default() {
        [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., b'%', _, _] => true,
        [.., b'#' | b'=', b'/'] => true,
        [.., last] => value(*last).is_none(),
        [] => true,
    }
}

/// Returns whether a word of hex digits can begin at `pos`.
pub(crate) fn starts_hex(text: &[u8], pos: usize) -> bool {
    match text.get(..pos).unwrap_or_default() {
        [.., b'0', b'x' | b'X'] | [.., b'\\', b'x' | b'n' | b'r'] => true,
        [.., last] => !last.is_ascii_alphanumeric(),
        [] => true,
    }
}

/// Returns whether a word of hex digits can begin after `byte`, whatever is before it.
pub(crate) const fn starts_hex_after(byte: u8) -> bool {
    !byte.is_ascii_alphanumeric() || matches!(byte, b'x' | b'X' | b'n' | b'r')
}
