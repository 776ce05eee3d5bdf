//! ASN.1 elements in DER and in BER: indefinite lengths and strings in pieces, as older programs write PKCS#12.
//! Contract: borrows; accepts low tag numbers and lengths of up to four bytes; passing over an element is linear.
//!
//! # References
//! - X.690 §8.1.3 (lengths), §8.7.3 (constructed strings)

use std::borrow::Cow;

use super::ContainerError;

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
pub(crate) const CONTEXT_0: u8 = 0xa0;
const CONSTRUCTED: u8 = 0x20;

/// Indefinite lengths in one another that are followed: writers nest fewer than ten.
const MAX_NESTING: u32 = 32;
/// Pieces of pieces of a string: writers use one level.
const MAX_PIECES: u8 = 4;

/// One element.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Element<'a> {
    pub tag: u8,
    /// Without the two zero bytes that end an indefinite length.
    pub content: &'a [u8],
}

/// Elements one after another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reader<'a>(&'a [u8]);

struct Header {
    tag: u8,
    size: usize,
    /// None for the indefinite form.
    len: Option<usize>,
}

fn header(data: &[u8]) -> Result<Header, ContainerError> {
    let [tag, first, rest @ ..] = data else {
        return Err(ContainerError::Truncated);
    };
    if tag & 0x1f == 0x1f {
        return Err(ContainerError::Damaged);
    }
    match first {
        0..=0x7f => Ok(Header {
            tag: *tag,
            size: 2,
            len: Some(usize::from(*first)),
        }),
        0x80 if tag & CONSTRUCTED != 0 => Ok(Header {
            tag: *tag,
            size: 2,
            len: None,
        }),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let digits = rest.get(..count).ok_or(ContainerError::Truncated)?;
            let len = digits
                .iter()
                .try_fold(0usize, |n, b| n.checked_mul(256)?.checked_add(usize::from(*b)));
            Ok(Header {
                tag: *tag,
                size: 2 + count,
                len: Some(len.ok_or(ContainerError::Damaged)?),
            })
        }
        _ => Err(ContainerError::Damaged),
    }
}

/// Length of the content of an indefinite element, whose content begins `data`.
fn indefinite(data: &[u8]) -> Result<usize, ContainerError> {
    let (mut pos, mut depth) = (0usize, 0u32);
    loop {
        let rest = data.get(pos..).ok_or(ContainerError::Truncated)?;
        if rest.starts_with(&[0, 0]) {
            if depth == 0 {
                return Ok(pos);
            }
            (pos, depth) = (pos + 2, depth - 1);
            continue;
        }
        let head = header(rest)?;
        match head.len {
            Some(len) => pos = pos.saturating_add(head.size).saturating_add(len),
            None if depth < MAX_NESTING => (pos, depth) = (pos + head.size, depth + 1),
            None => return Err(ContainerError::Damaged),
        }
    }
}

impl<'a> Reader<'a> {
    pub fn new(data: &'a [u8]) -> Self {
        Self(data)
    }

    pub fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The next element; none at the end.
    pub fn next(&mut self) -> Result<Option<Element<'a>>, ContainerError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let head = header(self.0)?;
        let body = self.0.get(head.size..).unwrap_or_default();
        let (len, trailer) = match head.len {
            Some(len) => (len, 0),
            None => (indefinite(body)?, 2),
        };
        let content = body.get(..len).ok_or(ContainerError::Truncated)?;
        self.0 = body.get(len + trailer..).ok_or(ContainerError::Truncated)?;
        Ok(Some(Element { tag: head.tag, content }))
    }

    /// The content of the next element, which must have this tag.
    pub fn take(&mut self, tag: u8) -> Result<&'a [u8], ContainerError> {
        match self.next()? {
            Some(element) if element.tag == tag => Ok(element.content),
            _ => Err(ContainerError::Damaged),
        }
    }

    /// As [`Self::take`], read further.
    pub fn enter(&mut self, tag: u8) -> Result<Self, ContainerError> {
        self.take(tag).map(Self)
    }

    /// The next element, an OCTET STRING (or `tag` in its place), in one piece.
    pub fn octets(&mut self, tag: u8) -> Result<Cow<'a, [u8]>, ContainerError> {
        let element = self.next()?.ok_or(ContainerError::Damaged)?;
        if element.tag & !CONSTRUCTED != tag {
            return Err(ContainerError::Damaged);
        }
        if element.tag & CONSTRUCTED == 0 {
            return Ok(Cow::Borrowed(element.content));
        }
        let mut whole = Vec::new();
        pieces(element.content, MAX_PIECES, &mut whole)?;
        Ok(Cow::Owned(whole))
    }

    /// The next element, an INTEGER that is not negative; beyond 64 bits it is clamped.
    pub fn integer(&mut self) -> Result<u64, ContainerError> {
        let digits = self.take(INTEGER)?;
        match digits.first() {
            Some(first) if *first < 0x80 => {
                let fold = |n: u64, b: &u8| n.checked_mul(256)?.checked_add(u64::from(*b));
                Ok(digits.iter().try_fold(0u64, fold).unwrap_or(u64::MAX))
            }
            _ => Err(ContainerError::Damaged),
        }
    }
}

fn pieces(content: &[u8], depth: u8, into: &mut Vec<u8>) -> Result<(), ContainerError> {
    let mut reader = Reader(content);
    while let Some(piece) = reader.next()? {
        match (piece.tag, depth.checked_sub(1)) {
            (OCTET_STRING, _) => into.extend_from_slice(piece.content),
            (0x24, Some(depth)) => pieces(piece.content, depth, into)?,
            _ => return Err(ContainerError::Damaged),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_joined() {
        let data = [0x24, 0x80, 4, 1, b'a', 0x24, 0x80, 4, 2, b'b', b'c', 0, 0, 0, 0, 5, 0];
        let mut reader = Reader::new(&data);
        assert_eq!(reader.octets(OCTET_STRING).ok().as_deref(), Some(&b"abc"[..]));
        assert_eq!(reader.peek(), Some(5));
    }

    #[test]
    fn endless_nesting_and_giant_lengths_are_refused() {
        let nested = [0x30, 0x80].repeat(100_000);
        assert_eq!(Reader::new(&nested).next().err(), Some(ContainerError::Damaged));
        let giant = [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0];
        assert_eq!(Reader::new(&giant).next().err(), Some(ContainerError::Truncated));
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
