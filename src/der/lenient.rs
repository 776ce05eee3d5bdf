//! Reads elements as leniently as the JDK's `DerValue`, which accepts BER nearly everywhere.
//!
//! Input: bytes. Output: elements in order, which share the buffer. Lengths may be indefinite, or
//! longer than needed. Reading fails at tag numbers over 30, lengths of more than four bytes and
//! lengths of 2 GB or more.

use bytes::Bytes;

use super::header::{header, minimal_size, push_header};
use super::indefinite::{resolve, within_jdk};
use super::tag::{CONSTRUCTED, OCTET_STRING, SEQUENCE};

/// How deep OCTET STRINGs may nest in one OCTET STRING (`DerValue.MAX_CONSTRUCTED_NEST`).
const MAX_NEST: u32 = 10;

/// One element.
#[derive(Clone, Debug)]
pub struct Tlv {
    /// The identifier byte.
    pub tag: u8,
    /// Tag, length and content. An indefinite length is replaced by a definite one.
    pub raw: Bytes,
    /// The content alone.
    pub content: Bytes,
}

impl Tlv {
    /// Returns the element with the shortest header and the same content. The JDK stores a
    /// TBSCertificate this way.
    #[must_use]
    pub fn with_minimal_header(&self) -> Bytes {
        if self.raw.len() == minimal_size(self.content.len()) + self.content.len() {
            return self.raw.clone();
        }
        let mut out = Vec::with_capacity(self.content.len() + 6);
        push_header(&mut out, self.tag, self.content.len());
        out.extend_from_slice(&self.content);
        out.into()
    }
}

/// Reads elements one after the other.
#[derive(Clone, Debug)]
pub struct Reader(Bytes);

impl Reader {
    /// Creates a reader of `data`.
    #[must_use]
    pub fn new(data: Bytes) -> Self {
        Self(data)
    }

    /// Whether all elements have been read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the next identifier byte without taking the element.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// Takes the next element; `None` at the end or if it is cut short.
    pub fn take(&mut self) -> Option<Tlv> {
        let head = header(&self.0).ok().and_then(within_jdk)?;
        let Some(end) = head.total() else {
            return self.take_indefinite(head.tag, head.size);
        };
        if end > self.0.len() {
            return None;
        }
        let raw = self.0.split_to(end);
        let content = raw.slice(head.size..);
        Some(Tlv {
            tag: head.tag,
            raw,
            content,
        })
    }

    fn take_indefinite(&mut self, tag: u8, size: usize) -> Option<Tlv> {
        if tag & CONSTRUCTED == 0 {
            return None;
        }
        let (content, taken) = resolve(self.0.get(size..)?)?;
        let _ = self.0.split_to(self.0.len().min(size + taken));
        let mut raw = Vec::with_capacity(content.len() + 6);
        push_header(&mut raw, tag, content.len());
        let size = raw.len();
        raw.extend(content);
        let raw = Bytes::from(raw);
        let content = raw.slice(size..);
        Some(Tlv { tag, raw, content })
    }

    /// Takes the next element if it has this tag; otherwise returns `None` and takes nothing.
    pub fn take_tag(&mut self, tag: u8) -> Option<Tlv> {
        if self.peek()? == tag { self.take() } else { None }
    }
}

/// Returns the only element of `data`; `None` if more bytes follow it.
#[must_use]
pub fn only(data: &Bytes) -> Option<Tlv> {
    let mut reader = Reader::new(data.clone());
    let tlv = reader.take()?;
    reader.is_empty().then_some(tlv)
}

/// Returns the elements of the SEQUENCE in `data`; `None` if `data` is not exactly one SEQUENCE or
/// an element is cut short.
#[must_use]
pub fn sequence(data: &Bytes) -> Option<Vec<Tlv>> {
    let outer = only(data)?;
    if outer.tag != SEQUENCE {
        None
    } else {
        elements(&outer.content)
    }
}

/// Returns all elements of `content`; `None` if one is cut short.
#[must_use]
pub fn elements(content: &Bytes) -> Option<Vec<Tlv>> {
    let mut reader = Reader::new(content.clone());
    let mut out = Vec::new();
    while !reader.is_empty() {
        out.push(reader.take()?);
    }
    Some(out)
}

/// Whether the header of an element is longer than needed: of the first one in `data`, or of one
/// within it. Does not look into strings.
#[must_use]
pub fn has_redundant_length(data: &Bytes) -> bool {
    let mut inside = vec![data.clone()];
    while let Some(content) = inside.pop() {
        let mut reader = Reader::new(content);
        while let Some(tlv) = reader.take() {
            if tlv.raw.len() != minimal_size(tlv.content.len()) + tlv.content.len() {
                return true;
            }
            if tlv.tag & CONSTRUCTED != 0 {
                inside.push(tlv.content);
            }
        }
    }
    false
}

/// Whether an element with this tag has an indefinite length, and all those around it have definite
/// ones. Does not look into strings.
#[must_use]
pub fn has_indefinite(data: &Bytes, tag: u8) -> bool {
    let mut inside = vec![data.clone()];
    while let Some(content) = inside.pop() {
        let mut reader = Reader::new(content);
        loop {
            let indefinite = reader.0.get(1) == Some(&0x80);
            let Some(tlv) = reader.take() else {
                break;
            };
            if indefinite && tlv.tag == tag {
                return true;
            }
            if !indefinite && tlv.tag & CONSTRUCTED != 0 {
                inside.push(tlv.content);
            }
        }
    }
    false
}

/// Returns a BOOLEAN's value: exactly one byte, and any byte but zero is true.
#[must_use]
pub fn boolean(content: &[u8]) -> Option<bool> {
    match content {
        [byte] => Some(*byte != 0),
        _ => None,
    }
}

/// Returns the bytes of an OCTET STRING and joins its segments if it has several.
#[must_use]
pub fn octets(tlv: &Tlv) -> Option<Bytes> {
    fn gather(tlv: &Tlv, depth: u32, out: &mut Vec<u8>) -> Option<()> {
        if depth > MAX_NEST || tlv.tag & !CONSTRUCTED != OCTET_STRING {
            return None;
        }
        if tlv.tag & CONSTRUCTED == 0 {
            out.extend_from_slice(&tlv.content);
            return Some(());
        }
        elements(&tlv.content)?
            .iter()
            .try_for_each(|part| gather(part, depth + 1, out))
    }
    if tlv.tag == OCTET_STRING {
        return Some(tlv.content.clone());
    }
    let mut out = Vec::new();
    gather(tlv, 1, &mut out)?;
    Some(out.into())
}

/// Returns the bytes of a BIT STRING with unused bits set to zero; `None` if more than seven bits
/// are unused, or if the byte that counts them is missing.
#[must_use]
pub fn bits(content: &Bytes) -> Option<Bytes> {
    let unused = *content.first()?;
    let bytes = content.slice(1..);
    match (unused, bytes.last()) {
        (0, _) => Some(bytes),
        (1..=7, Some(last)) => {
            let kept = last & (0xffu8 << unused);
            if kept == *last {
                return Some(bytes);
            }
            let mut masked = bytes.to_vec();
            if let Some(end) = masked.last_mut() {
                *end = kept;
            }
            Some(masked.into())
        }
        _ => None,
    }
}

/// Returns an INTEGER's value; `None` if it does not fit into 32 bits, which the JDK requires of
/// numbers in extensions.
#[must_use]
pub fn int(content: &[u8]) -> Option<i64> {
    small_integer(content).filter(|n| i32::try_from(*n).is_ok())
}

/// Returns an INTEGER's value; values beyond 64 bits are clamped with their sign.
#[must_use]
pub fn small_integer(content: &[u8]) -> Option<i64> {
    let negative = content.first()? & 0x80 != 0;
    let fill = if negative { 0xff } else { 0 };
    let filled = content.iter().take_while(|b| **b == fill).count();
    let significant = content.get(filled..)?;
    if significant.len() > 8 || (significant.len() == 8 && (significant.first()? & 0x80 != 0) != negative) {
        return Some(if negative { i64::MIN } else { i64::MAX });
    }
    let start = if negative { -1i64 } else { 0 };
    Some(significant.iter().fold(start, |n, b| (n << 8) | i64::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<Vec<Tlv>> {
        elements(&Bytes::copy_from_slice(bytes))
    }

    #[test]
    fn reads_what_the_jdk_reads() {
        assert_eq!(read(b"\x02\x01\x05\x04\x00").map(|e| e.len()), Some(2));
        assert!(read(b"\x30\x81\x01\x05").is_some(), "non-minimal length");
        let indefinite = read(b"\x30\x80\x02\x01\x05\x00\x00\x04\x00").unwrap_or_default();
        assert_eq!(
            indefinite.first().map(|t| t.raw.as_ref()),
            Some(&b"\x30\x03\x02\x01\x05"[..])
        );
        assert_eq!(indefinite.len(), 2);
        for bad in [
            &b"\x04\x80\x00\x00"[..],
            b"\x30\x80\x02\x01",
            b"\x30\x02\x01",
            b"\x1f\x01\x00",
            b"\x30",
            b"\x30\x85\0\0\0\0\0",
        ] {
            assert!(read(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn an_indefinite_length_is_found_within_definite_ones() {
        let found = |bytes: &[u8]| has_indefinite(&Bytes::copy_from_slice(bytes), 0xa4);
        assert!(found(b"\x30\x04\xa4\x80\0\0"));
        assert!(found(b"\x30\x08\x05\0\xa0\x04\xa4\x80\0\0"), "in any depth");
        assert!(!found(b"\x30\x80\xa4\x80\0\0\0\0"), "all of the value is indefinite");
        assert!(!found(b"\x30\x06\xa4\x04\x30\x80\0\0"), "another tag");
        assert!(!found(b"\x30\x03\xa4\x01\x80") && !found(b"\x30"));
    }

    #[test]
    fn redundant_lengths_are_found_in_every_depth() {
        let redundant = |bytes: &[u8]| has_redundant_length(&Bytes::copy_from_slice(bytes));
        assert!(redundant(b"\x30\x81\x02\x05\x00"));
        assert!(redundant(b"\x30\x06\x05\x00\x30\x82\x00\x00"));
        assert!(!redundant(b"\x30\x06\x05\x00\x04\x02\x04\x81"));
        assert!(!redundant(b"\x30\x80\x05\x00\x00\x00"), "an indefinite length");
    }

    #[test]
    fn integers_keep_their_sign() {
        assert_eq!(small_integer(&[0xff]), Some(-1));
        assert_eq!(small_integer(&[0, 0xff]), Some(255));
        assert_eq!(small_integer(&[0x80]), Some(-128));
        assert_eq!(small_integer(&[0x7f; 9]), Some(i64::MAX));
        assert_eq!(small_integer(&[]), None);
        assert_eq!(int(&[0, 0x80, 0, 0, 0]), None);
    }

    #[test]
    fn bit_strings_and_octet_strings() {
        let bits = |content: &'static [u8]| bits(&Bytes::from_static(content));
        assert_eq!(bits(&[0, 1]).as_deref(), Some(&[1u8][..]));
        assert_eq!(bits(&[3, 0xff]).as_deref(), Some(&[0xf8u8][..]));
        assert_eq!((bits(&[8, 1]), bits(&[1]), bits(&[])), (None, None, None));
        let constructed = read(b"\x24\x06\x04\x01a\x04\x01b").unwrap_or_default();
        assert_eq!(constructed.first().and_then(octets).as_deref(), Some(&b"ab"[..]));
    }
}
