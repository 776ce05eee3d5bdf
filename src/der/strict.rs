//! Strict DER, as much of it as keys, algorithm identifiers and ECDSA signatures need.
//!
//! Whole certificates are decoded elsewhere; this reader exists because a signature check must
//! refuse what a lenient reader lets through: lengths in a longer form than needed, padded or
//! negative INTEGERs, trailing bytes. It reads only tags below 31 and lengths below 2^32, allocates
//! nothing and never panics; `None` is "not DER".
//!
//! # References
//! - ITU-T X.690 §10 and §11 (restrictions of DER)

use super::header::{header, minimal_size, push_header};
use super::tag::{INTEGER, SEQUENCE};

/// What is left to read of a sequence of DER elements.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads from the first byte of `bytes`.
    pub(crate) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Reads the content of `bytes`, which must be one SEQUENCE and nothing after it.
    pub(crate) fn sequence(bytes: &'a [u8]) -> Option<Self> {
        let mut outer = Self::new(bytes);
        let content = outer.read(SEQUENCE)?;
        outer.is_empty().then_some(Self::new(content))
    }

    /// True when every element has been read.
    pub(crate) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next element, tag, length and content together, left unread.
    pub(crate) fn peek_element(&self) -> Option<&'a [u8]> {
        let (_, _, after) = split(self.rest)?;
        self.rest.get(..self.rest.len().checked_sub(after.len())?)
    }

    /// The content of the next element, which must carry `tag`.
    pub(crate) fn read(&mut self, tag: u8) -> Option<&'a [u8]> {
        let (found, content, after) = split(self.rest)?;
        if found != tag {
            return None;
        }
        self.rest = after;
        Some(content)
    }

    /// As [`Self::read`], but `Some(None)` where another element or the end comes first.
    pub(crate) fn read_optional(&mut self, tag: u8) -> Option<Option<&'a [u8]>> {
        if self.rest.first() == Some(&tag) {
            self.read(tag).map(Some)
        } else {
            Some(None)
        }
    }

    /// The next element as a whole SEQUENCE's reader.
    pub(crate) fn read_sequence(&mut self) -> Option<Self> {
        self.read(SEQUENCE).map(Self::new)
    }
}

/// Splits off one element with a definite length in its shortest form: its tag, its content, and
/// what follows.
fn split(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let head = header(bytes).ok()?;
    let length = head.len.filter(|length| head.size == minimal_size(*length))?;
    let (content, after) = bytes.get(head.size..)?.split_at_checked(length)?;
    Some((head.tag, content, after))
}

/// The magnitude, without leading zeros, of a DER INTEGER's content that is not negative; zero is
/// empty.
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

/// `content` without leading zero bytes.
pub(crate) fn trim_zeros(content: &[u8]) -> &[u8] {
    let zeros = content.iter().take_while(|&&b| b == 0).count();
    content.get(zeros..).unwrap_or_default()
}

/// The value of a DER INTEGER's content, where it is not negative and fits.
pub(crate) fn small(content: &[u8]) -> Option<u32> {
    unsigned(content)?
        .iter()
        .try_fold(0u32, |n, &d| n.checked_mul(256)?.checked_add(u32::from(d)))
}

/// One element: `tag`, the shortest length, and the `parts` one after the other. Parts beyond 2^32
/// bytes do not occur.
pub(crate) fn encode(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 6);
    push_header(&mut out, tag, length);
    for part in parts {
        out.extend_from_slice(part);
    }
    out
}

/// The INTEGER whose magnitude is `magnitude`, big endian and without leading zeros.
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
