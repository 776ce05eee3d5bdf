//! Elements of indefinite length: finds their end, or rewrites them with definite lengths, as the
//! JDK does before it reads them.
//!
//! # References
//! - JDK 17, `DerIndefLenConverter`; ITU-T X.690 §8.1.3.6

use super::header::{Header, any_tag, push_header};
#[cfg(feature = "containers")]
use super::header::{HeaderError, header};

/// How deep elements of indefinite length may nest directly. The JDK has no limit, but no
/// certificate needs two levels and no known program writes ten.
const MAX_DEPTH: u32 = 32;

/// The largest length that the JDK accepts, in bytes.
const MAX_LENGTH: usize = i32::MAX as usize;

/// Returns the header; `None` if its length is larger than the JDK accepts.
pub(super) fn within_jdk(head: Header) -> Option<Header> {
    (head.len.unwrap_or(0) <= MAX_LENGTH).then_some(head)
}

/// Rewrites the content of an element of indefinite length with definite lengths.
///
/// `bytes` starts with that content. Also returns how many bytes it took, including the two zeros
/// at its end.
pub(super) fn resolve(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    level(bytes, 0)
}

fn level(bytes: &[u8], depth: u32) -> Option<(Vec<u8>, usize)> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut out = Vec::new();
    let mut at = 0usize;
    loop {
        let rest = bytes.get(at..)?;
        if rest.starts_with(&[0, 0]) {
            return Some((out, at + 2));
        }
        let head = any_tag(rest).ok().and_then(within_jdk)?;
        let taken = match head.total() {
            Some(total) => {
                let content = rest.get(head.size..total)?;
                push_header(&mut out, head.tag, content.len());
                out.extend_from_slice(content);
                total
            }
            None => {
                let (content, taken) = level(rest.get(head.size..)?, depth + 1)?;
                push_header(&mut out, head.tag, content.len());
                out.extend(content);
                head.size.checked_add(taken)?
            }
        };
        at = at.checked_add(taken)?;
    }
}

/// Returns the length of the content of an element of indefinite length, without the two zeros at
/// its end.
///
/// `data` starts with that content. Skips nested elements in linear time.
#[cfg(feature = "containers")]
pub(super) fn content_length(data: &[u8]) -> Result<usize, HeaderError> {
    let (mut at, mut depth) = (0usize, 0u32);
    loop {
        let rest = data.get(at..).ok_or(HeaderError::Short)?;
        if rest.starts_with(&[0, 0]) {
            if depth == 0 {
                return Ok(at);
            }
            (at, depth) = (at + 2, depth - 1);
            continue;
        }
        let head = header(rest)?;
        match head.len {
            Some(len) => at = at.saturating_add(head.size).saturating_add(len),
            None if depth < MAX_DEPTH => (at, depth) = (at + head.size, depth + 1),
            None => return Err(HeaderError::Bad),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_elements_are_resolved_and_lengths_made_minimal() {
        let bytes = b"\x30\x80\x04\x81\x01a\x00\x00\x05\x00\x00\x00rest";
        assert_eq!(resolve(bytes), Some((b"\x30\x03\x04\x01a\x05\x00".to_vec(), 12)));
        assert_eq!(resolve(&b"\x30\x80".repeat(100)), None, "too deep, and no end");
    }

    #[cfg(feature = "containers")]
    #[test]
    fn finds_the_end_without_copying() {
        assert_eq!(content_length(b"\x30\x80\x04\x01a\x00\x00\x05\x00\x00\x00rest"), Ok(9));
        assert_eq!(content_length(b"\x30\x80\x04\x01a\x00\x00"), Err(HeaderError::Short));
        assert_eq!(content_length(&b"\x30\x80".repeat(100_000)), Err(HeaderError::Bad));
    }
}
