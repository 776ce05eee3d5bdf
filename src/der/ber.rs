//! Reads DER and BER without copying, including indefinite lengths and strings in segments, which
//! older programs write in PKCS#12 files.
//!
//! It borrows the input because the content of a keystore is cleared from memory after use.
//! Skipping an element takes linear time.
//!
//! # References
//! - X.690 §8.1.3 (lengths), §8.7.3 (constructed strings)

use std::borrow::Cow;

use super::header::{HeaderError, header};
use super::indefinite::content_length;
use super::tag::{CONSTRUCTED, INTEGER, OCTET_STRING};

/// How deep the segments of a string may nest; writers use one level.
const MAX_SEGMENT_DEPTH: u8 = 4;
/// An OCTET STRING made of segments.
const SEGMENTED: u8 = CONSTRUCTED | OCTET_STRING;

/// An element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    /// The identifier byte.
    pub tag: u8,
    /// The content, without the two zero bytes that end an indefinite length.
    pub content: &'a [u8],
}

/// Reads elements one after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    pub fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// Takes the next element; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Element<'a>>, HeaderError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let head = header(self.0)?;
        let body = self.0.get(head.size..).unwrap_or_default();
        let (len, trailer) = match head.len {
            Some(len) => (len, 0),
            None if head.tag & CONSTRUCTED != 0 => (content_length(body)?, 2),
            None => return Err(HeaderError::Bad),
        };
        let content = body.get(..len).ok_or(HeaderError::Short)?;
        self.0 = body.get(len + trailer..).ok_or(HeaderError::Short)?;
        Ok(Some(Element { tag: head.tag, content }))
    }

    /// Takes the next element, which must have this tag, and returns its content.
    pub fn take(&mut self, tag: u8) -> Result<&'a [u8], HeaderError> {
        match self.next()? {
            Some(element) if element.tag == tag => Ok(element.content),
            _ => Err(HeaderError::Bad),
        }
    }

    /// Takes the next element as [`Self::take`] does, and returns a reader of its content.
    pub fn enter(&mut self, tag: u8) -> Result<Self, HeaderError> {
        self.take(tag).map(Self)
    }

    /// Takes the next element, a string with this tag, and joins its segments.
    pub fn octets(&mut self, tag: u8) -> Result<Cow<'a, [u8]>, HeaderError> {
        let element = self.next()?.ok_or(HeaderError::Bad)?;
        if element.tag & !CONSTRUCTED != tag {
            return Err(HeaderError::Bad);
        }
        if element.tag & CONSTRUCTED == 0 {
            return Ok(Cow::Borrowed(element.content));
        }
        let mut whole = Vec::new();
        join_segments(element.content, MAX_SEGMENT_DEPTH, &mut whole)?;
        Ok(Cow::Owned(whole))
    }

    /// Takes the next element, an INTEGER that is not negative; values beyond 64 bits are clamped.
    pub fn integer(&mut self) -> Result<u64, HeaderError> {
        let digits = self.take(INTEGER)?;
        match digits.first() {
            Some(first) if *first < 0x80 => {
                let fold = |n: u64, b: &u8| n.checked_mul(256)?.checked_add(u64::from(*b));
                Ok(digits.iter().try_fold(0u64, fold).unwrap_or(u64::MAX))
            }
            _ => Err(HeaderError::Bad),
        }
    }
}

fn join_segments(content: &[u8], depth: u8, into: &mut Vec<u8>) -> Result<(), HeaderError> {
    let mut reader = Reader(content);
    while let Some(segment) = reader.next()? {
        match (segment.tag, depth.checked_sub(1)) {
            (OCTET_STRING, _) => into.extend_from_slice(segment.content),
            (SEGMENTED, Some(depth)) => join_segments(segment.content, depth, into)?,
            _ => return Err(HeaderError::Bad),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_joined() {
        let data = [0x24, 0x80, 4, 1, b'a', 0x24, 0x80, 4, 2, b'b', b'c', 0, 0, 0, 0, 5, 0];
        let mut reader = Reader::new(&data);
        assert_eq!(reader.octets(OCTET_STRING).ok().as_deref(), Some(&b"abc"[..]));
        assert_eq!(reader.peek(), Some(5));
    }

    #[test]
    fn endless_nesting_and_giant_lengths_are_rejected() {
        let nested = [0x30, 0x80].repeat(100_000);
        assert_eq!(Reader::new(&nested).next().err(), Some(HeaderError::Bad));
        let giant = [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0];
        assert_eq!(Reader::new(&giant).next().err(), Some(HeaderError::Short));
    }

    #[test]
    fn integers() {
        let read = |data: &[u8]| Reader::new(data).integer().ok();
        assert_eq!(read(&[2, 2, 8, 0]), Some(2048));
        assert_eq!(read(&[2, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0]), Some(u64::MAX));
        assert_eq!(read(&[2, 1, 0x80]), None);
        assert_eq!(read(&[2, 0]), None);
    }
}
