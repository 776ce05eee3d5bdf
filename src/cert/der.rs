//! Strict DER, as much of it as keys, algorithm identifiers and ECDSA signatures need.
//!
//! Whole certificates are decoded elsewhere; this reader exists because a signature check must refuse what a lenient
//! reader lets through: lengths in a longer form than needed, padded or negative INTEGERs, trailing bytes.
//! It reads only tags below 31 and lengths below 2^32, allocates nothing and never panics; `None` is "not DER".
//!
//! # References
//! - ITU-T X.690 §10 and §11 (restrictions of DER)

use super::digits::push_decimal;

/// INTEGER.
pub(crate) const INTEGER: u8 = 0x02;
/// BIT STRING.
pub(crate) const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
#[cfg_attr(
    not(feature = "rust-verifier"),
    allow(dead_code, reason = "only the Rust verifier reads it")
)]
pub(crate) const OCTET_STRING: u8 = 0x04;
/// NULL.
pub(crate) const NULL: u8 = 0x05;
/// OBJECT IDENTIFIER.
pub(crate) const OID: u8 = 0x06;
/// SEQUENCE (constructed).
pub(crate) const SEQUENCE: u8 = 0x30;

/// The constructed context-specific tag `[number]`, for numbers below 31.
pub(crate) const fn context(number: u8) -> u8 {
    0xa0 | number
}

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

/// Splits off one element: its tag, its content, and what follows.
fn split(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = digits
                .iter()
                .try_fold(0usize, |n, &d| n.checked_mul(256)?.checked_add(usize::from(d)))?;
            let minimal = length > 0x7f && digits.first() != Some(&0);
            if !minimal {
                return None;
            }
            (length, rest)
        }
        _ => return None,
    };
    let (content, after) = rest.split_at_checked(length)?;
    Some((tag, content, after))
}

/// The magnitude, without leading zeros, of a DER INTEGER's content that is not negative; zero is empty.
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

/// The dotted form of an OBJECT IDENTIFIER's content; `None` where an arc is cut off, padded or beyond 64 bits.
pub(crate) fn dotted(content: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(32);
    let (mut arc, mut inside) = (0u64, false);
    for &byte in content {
        if !inside && byte == 0x80 {
            return None;
        }
        arc = arc.checked_mul(128)?.checked_add(u64::from(byte & 0x7f))?;
        inside = byte & 0x80 != 0;
        if inside {
            continue;
        }
        if out.is_empty() {
            let root = (arc / 40).min(2);
            push_decimal(&mut out, root);
            arc -= root * 40;
        }
        out.push('.');
        push_decimal(&mut out, arc);
        arc = 0;
    }
    (!inside && !out.is_empty()).then_some(out)
}

/// One element: `tag`, the shortest length, and the `parts` one after the other. Parts beyond 2^32 bytes do not occur.
pub(crate) fn encode(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(length + 6);
    out.push(tag);
    match u8::try_from(length) {
        Ok(short @ 0..=0x7f) => out.push(short),
        _ => {
            let bytes = length.to_be_bytes();
            let digits = trim_zeros(&bytes);
            out.push(0x80 | u8::try_from(digits.len()).unwrap_or(0));
            out.extend_from_slice(digits);
        }
    }
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
#[allow(clippy::unwrap_used)]
mod tests {
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

    #[test]
    fn object_identifiers() {
        assert_eq!(
            dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11]).unwrap(),
            "1.2.840.113549.1.1.11"
        );
        assert_eq!(dotted(&[0x88, 0x37, 3]).unwrap(), "2.999.3");
        assert_eq!(dotted(&[0x2b]).unwrap(), "1.3");
        for bad in [&[][..], &[0x2a, 0x86], &[0x2a, 0x80, 1], &[0xff; 12]] {
            assert_eq!(dotted(bad), None, "{bad:?}");
        }
    }
}
