//! Reads and writes strict DER for keys, algorithm identifiers and ECDSA signatures.
//!
//! Certificates use the lenient reader. A signature check needs this one: it rejects lengths that
//! are longer than needed, padded or negative INTEGERs, and trailing bytes. It accepts only tag
//! numbers below 31 and lengths below 2^32. Reading allocates nothing and never panics; `None`
//! means "not DER".
//!
//! # References
//! - ITU-T X.690 §10 and §11 (restrictions of DER)

use super::header::{header, minimal_size, push_header};
use super::tag::{INTEGER, SEQUENCE};

/// Reads a sequence of DER elements; holds the bytes not read yet.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Creates a reader of `bytes`.
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Creates a reader of the content of `bytes`, which must be exactly one SEQUENCE.
    pub(crate) fn sequence(bytes: &'a [u8]) -> Option<Self> {
        let mut outer = Self::new(bytes);
        let content = outer.read(SEQUENCE)?;
        outer.is_empty().then_some(Self::new(content))
    }

    /// Whether every element has been read.
    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Returns the next element with its tag and length, without taking it.
    pub(crate) fn peek_element(&self) -> Option<&'a [u8]> {
        let (_, _, after) = split(self.rest)?;
        self.rest.get(..self.rest.len().checked_sub(after.len())?)
    }

    /// Takes the next element, which must have this tag, and returns its content.
    pub(crate) fn read(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (found, content, after) = split(self.rest)?;
        if found != tag {
            return None;
        }
        self.rest = after;
        Some(content)
    }

    /// Takes an element as [`Self::read`] does; `Some(None)` if the next element has another tag or
    /// the reader is at the end.
    pub(crate) fn read_optional(&mut self, tag: u8) -> Option<Option<&'a [u8]>> {
        if self.rest.first() == Some(&tag) {
            self.read(tag).map(Some)
        } else {
            Some(None)
        }
    }

    /// Takes the next element, a SEQUENCE, and returns a reader of its content.
    pub(crate) fn read_sequence(&mut self) -> Option<Self> {
        self.read(SEQUENCE).map(Self::new)
    }
}

/// Splits off one element with a minimal, definite length: returns its tag, its content and the
/// rest of the bytes.
fn split(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let head = header(bytes).ok()?;
    let length = head.len.filter(|length| head.size == minimal_size(*length))?;
    let (content, after) = bytes.get(head.size..)?.split_at_checked(length)?;
    Some((head.tag, content, after))
}

/// Returns the magnitude of a DER INTEGER without leading zeros; zero is empty. `None` if the
/// INTEGER is negative or not minimal.
pub(crate) fn unsigned(content: &[u8]) -> Option<&[u8]> {
    match content {
        [] => None,
        [0] => Some(&[]),
        [0, second, ..] if *second < 0x80 => None,
        [0, magnitude @ ..] => Some(magnitude),
        [first, ..] if *first >= 0x80 => None,
        magnitude => Some(magnitude),
    }
}

/// Returns `content` without leading zero bytes.
pub(crate) fn trim_zeros(content: &[u8]) -> &[u8] {
    let zeros = content.iter().take_while(|&&b| b == 0).count();
    content.get(zeros..).unwrap_or_default()
}

/// Returns the value of a DER INTEGER; `None` if it is negative, not minimal or too large.
pub(crate) fn small(content: &[u8]) -> Option<u32> {
    unsigned(content)?
        .iter()
        .try_fold(0u32, |n, &d| n.checked_mul(256)?.checked_add(u32::from(d)))
}

/// Encodes an element: the tag, the shortest length and the `parts` one after another. The content
/// must be shorter than 2^32 bytes.
pub(crate) fn encode(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 6);
    push_header(&mut out, tag, length);
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

/// Encodes an INTEGER from its magnitude, which must be big endian and have no leading zeros.
pub(crate) fn encode_unsigned(magnitude: &[u8]) -> Vec<u8> {
    let needs_zero = magnitude.first().is_none_or(|&b| b >= 0x80);
    let sign: &[u8] = if needs_zero { &[0] } else { &[] };
    encode(INTEGER, &[sign, magnitude])
}

#[cfg(test)]
mod tests {
    use super::super::tag::OCTET_STRING;
    use super::*;

    #[test]
    fn lengths_must_be_minimal_and_complete() {
        assert_eq!(split(&[4, 1, 7, 9]), Some((4, &[7u8][..], &[9u8][..])));
        for bad in [
            &[][..],
            &[4],
            &[4, 2, 0],
            &[4, 0x80, 0, 0],
            &[4, 0x81, 1, 7],
            &[4, 0x82, 0, 200],
            &[0x1f, 1, 1],
            &[4, 0x85],
        ] {
            assert_eq!(split(bad), None, "{bad:?}");
        }
        let long = encode(OCTET_STRING, &[&[7; 300]]);
        assert_eq!(long.get(..4), Some(&[4, 0x82, 1, 44][..]));
        assert_eq!(Reader::new(&long).read(OCTET_STRING).map(<[u8]>::len), Some(300));
    }

    #[test]
    fn integers_are_minimal_and_not_negative() {
        assert_eq!(unsigned(&[0]), Some(&[][..]));
        assert_eq!(unsigned(&[0, 0x80]), Some(&[0x80][..]));
        assert_eq!(unsigned(&[0x7f]), Some(&[0x7f][..]));
        for bad in [&[][..], &[0, 0], &[0, 0x7f], &[0x80], &[0xff, 0xff]] {
            assert_eq!(unsigned(bad), None, "{bad:?}");
        }
        assert_eq!(encode_unsigned(&[]), [2, 1, 0]);
        assert_eq!(encode_unsigned(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(encode_unsigned(&[1, 0, 1]), [2, 3, 1, 0, 1]);
        assert_eq!(small(&[0, 0xff, 0xff, 0xff, 0xff]), Some(u32::MAX));
        assert_eq!(small(&[1, 0, 0, 0, 0]), None);
    }
}
