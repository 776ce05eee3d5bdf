//! A reader of tag-length-value structures, as lenient as the JDK's where real certificates need it.
//!
//! In: bytes. Out: elements in order, sharing the buffer. Lengths are definite; non-minimal ones are read, as the JDK
//! reads them. Tag numbers over 30 and indefinite lengths end the reading: no certificate uses them.

use bytes::Bytes;
use x509_parser::der_parser::Oid;

/// BOOLEAN.
pub const BOOLEAN: u8 = 0x01;
/// INTEGER.
pub const INTEGER: u8 = 0x02;
/// BIT STRING.
pub const BIT_STRING: u8 = 0x03;
/// OCTET STRING.
pub const OCTET_STRING: u8 = 0x04;
/// OBJECT IDENTIFIER.
pub const OID: u8 = 0x06;
/// UTCTime.
pub const UTC_TIME: u8 = 0x17;
/// GeneralizedTime.
pub const GENERALIZED_TIME: u8 = 0x18;
/// SEQUENCE, constructed.
pub const SEQUENCE: u8 = 0x30;

/// One element.
#[derive(Clone, Debug)]
pub struct Tlv {
    /// The identifier octet.
    pub tag: u8,
    /// Tag, length and content.
    pub raw: Bytes,
    /// The content alone.
    pub content: Bytes,
}

/// Reads elements one after the other.
#[derive(Clone, Debug)]
pub struct Reader(Bytes);

impl Reader {
    /// A reader over `data`.
    #[must_use]
    pub fn new(data: Bytes) -> Self {
        Self(data)
    }

    /// True at the end.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next identifier octet, without taking the element.
    #[must_use]
    pub fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    /// Takes the next element; none at the end or where it is cut short.
    pub fn take(&mut self) -> Option<Tlv> {
        let tag = *self.0.first()?;
        if tag & 0x1f == 0x1f {
            return None;
        }
        let first = *self.0.get(1)?;
        let (header, length) = if first < 0x80 {
            (2, usize::from(first))
        } else {
            let count = usize::from(first & 0x7f);
            if count == 0 || count > 4 {
                return None;
            }
            let digits = self.0.get(2..2 + count)?;
            let length = digits
                .iter()
                .try_fold(0usize, |n, b| n.checked_mul(256)?.checked_add(usize::from(*b)))?;
            (2 + count, length)
        };
        let end = header.checked_add(length)?;
        if end > self.0.len() {
            return None;
        }
        let raw = self.0.split_to(end);
        let content = raw.slice(header..);
        Some(Tlv { tag, raw, content })
    }

    /// Takes the next element where it has this tag; otherwise none, and nothing is taken.
    pub fn take_tag(&mut self, tag: u8) -> Option<Tlv> {
        if self.peek()? == tag { self.take() } else { None }
    }
}

/// The one element that fills `data`.
#[must_use]
pub fn only(data: &Bytes) -> Option<Tlv> {
    let mut reader = Reader::new(data.clone());
    let tlv = reader.take()?;
    reader.is_empty().then_some(tlv)
}

/// The elements of the SEQUENCE that fills `data`; none where it is no SEQUENCE or an element is cut short.
#[must_use]
pub fn sequence(data: &Bytes) -> Option<Vec<Tlv>> {
    let outer = only(data)?;
    if outer.tag != SEQUENCE {
        None
    } else {
        elements(&outer.content)
    }
}

/// All elements of `content`; none where one is cut short.
#[must_use]
pub fn elements(content: &Bytes) -> Option<Vec<Tlv>> {
    let mut reader = Reader::new(content.clone());
    let mut out = Vec::new();
    while !reader.is_empty() {
        out.push(reader.take()?);
    }
    Some(out)
}

/// An object identifier's content in dotted form.
#[must_use]
pub fn dotted(content: &[u8]) -> String {
    Oid::new(content.into()).to_id_string()
}

/// A small INTEGER's value; values beyond 64 bits are clamped with their sign.
#[must_use]
pub fn small_integer(content: &[u8]) -> Option<i64> {
    let negative = content.first()? & 0x80 != 0;
    let fill = if negative { 0xff } else { 0 };
    let significant: Vec<u8> = content.iter().copied().skip_while(|b| *b == fill).collect();
    if significant.len() > 8 || (significant.len() == 8 && (significant.first()? & 0x80 != 0) != negative) {
        return Some(if negative { i64::MIN } else { i64::MAX });
    }
    let start = if negative { -1i64 } else { 0 };
    Some(significant.iter().fold(start, |n, b| (n << 8) | i64::from(*b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_definite_lengths_only() {
        assert_eq!(
            elements(&Bytes::from_static(b"\x02\x01\x05\x04\x00")).map(|e| e.len()),
            Some(2)
        );
        assert!(
            elements(&Bytes::from_static(b"\x30\x81\x01\x05")).is_some(),
            "non-minimal length"
        );
        for bad in [
            &b"\x30\x80\x00\x00"[..],
            b"\x30\x02\x01",
            b"\x1f\x01\x00",
            b"\x30",
            b"\x30\x85\0\0\0\0\0",
        ] {
            assert!(elements(&Bytes::copy_from_slice(bad)).is_none());
        }
    }

    #[test]
    fn integers_keep_their_sign() {
        assert_eq!(small_integer(&[0xff]), Some(-1));
        assert_eq!(small_integer(&[0, 0xff]), Some(255));
        assert_eq!(small_integer(&[0x80]), Some(-128));
        assert_eq!(small_integer(&[0x7f; 9]), Some(i64::MAX));
        assert_eq!(small_integer(&[]), None);
    }

    #[test]
    fn object_identifiers_are_dotted() {
        assert_eq!(dotted(&[0x55, 0x1d, 0x13]), "2.5.29.19");
    }
}
