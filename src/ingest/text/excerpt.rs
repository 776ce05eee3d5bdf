//! Extracts short pieces of text after a phrase: a line, a number, or everything before a stop
//! character.

use memchr::memmem;

/// The longest argument that is kept, in bytes.
pub(crate) const MAX_ARGUMENT: usize = 256;

/// Returns text of at most `max` bytes, cut between characters, without control characters.
pub(crate) fn excerpt(bytes: &[u8], max: usize) -> String {
    let mut text = String::new();
    let bytes = bytes.get(..bytes.len().min(max)).unwrap_or_default();
    let bytes = match std::str::from_utf8(bytes) {
        // Drop an incomplete character at the end.
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or_default(),
        _ => bytes,
    };
    text.extend(
        String::from_utf8_lossy(bytes)
            .chars()
            .filter(|character| !character.is_control()),
    );
    text.trim().to_owned()
}

pub(crate) fn line(after: &[u8]) -> &[u8] {
    let len = memchr::memchr2(b'\n', b'\r', after).unwrap_or(after.len());
    after.get(..len.min(MAX_ARGUMENT)).unwrap_or_default()
}

pub(crate) fn argument(bytes: &[u8]) -> String {
    excerpt(bytes, MAX_ARGUMENT)
}

pub(crate) fn until<'a>(bytes: &'a [u8], stops: &[u8]) -> &'a [u8] {
    let len = bytes
        .iter()
        .take(MAX_ARGUMENT)
        .position(|byte| stops.contains(byte))
        .unwrap_or(bytes.len().min(MAX_ARGUMENT));
    bytes.get(..len).unwrap_or_default()
}

pub(crate) fn non_empty(bytes: &[u8]) -> Option<String> {
    Some(argument(bytes)).filter(|text| !text.is_empty())
}

pub(crate) fn after_phrase<'a>(bytes: &'a [u8], phrase: &str) -> Option<&'a [u8]> {
    let window = bytes.get(..bytes.len().min(512))?;
    let at = memmem::find(window, phrase.as_bytes())?;
    bytes.get(at + phrase.len()..)
}

pub(crate) fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let digits = bytes.iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
    let value = std::str::from_utf8(bytes.get(..digits)?).ok()?.parse().ok()?;
    Some((value, bytes.get(digits..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_cut_between_characters() {
        assert_eq!(excerpt("é".repeat(200).as_bytes(), 255).chars().count(), 127);
        assert_eq!(excerpt(b" a\x07b ", 9), "ab");
    }
}
