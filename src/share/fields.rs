//! The inner form: fields one after another, each a number (one byte), a length and its content. Lengths and other
//! counts are in LEB128: seven bits a byte, the lowest first.
//!
//! A reader passes over a field below 128 that it does not know, and refuses a link with one from 128 on as made by a
//! newer version. Content that is longer than a reader expects is read as far as it is known.

use super::LinkError;
use crate::cert::UnixTime;

/// A certificate in DER.
pub(super) const CERTIFICATE: u8 = 1;
/// A known certificate: its shard, eight bytes of its SHA-256.
pub(super) const REFERENCE: u8 = 2;
/// The moment that was asked for: seconds, zigzag.
pub(super) const MOMENT: u8 = 3;
/// The host that was asked for: UTF-8.
pub(super) const HOST: u8 = 4;
/// What was asked: one byte of bits.
pub(super) const ASKED: u8 = 5;
/// The sender's language: a BCP 47 tag.
pub(super) const LANGUAGE: u8 = 6;
/// The answer: a byte of bits, the four outcomes, the moment.
pub(super) const ANSWER: u8 = 16;
/// The version of the program that answered.
pub(super) const VERSION: u8 = 17;
/// The edition of the list under which it answered.
pub(super) const EDITION: u8 = 18;
/// The codes of one rule's findings.
pub(super) const FINDINGS: u8 = 32;
/// A certificate's mark: four bytes of its SHA-256, the day of its end.
pub(super) const PRINT: u8 = 33;

/// The first number that a reader must know.
const CRITICAL: u8 = 128;

/// The longest text in a field, in bytes.
pub(super) const MAX_TEXT: usize = 1024;

/// Puts fields one after another.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn field(&mut self, number: u8, content: &[u8]) {
        self.0.push(number);
        push_count(&mut self.0, u64::try_from(content.len()).unwrap_or(u64::MAX));
        self.0.extend(content);
    }
}

/// Adds a count.
pub(super) fn push_count(into: &mut Vec<u8>, mut count: u64) {
    while let [low, ..] = count.to_le_bytes()
        && count > 127
    {
        into.push(low | 0x80);
        count >>= 7;
    }
    into.extend(u8::try_from(count));
}

/// Adds a whole number: zigzag, so that small negative ones stay short.
pub(super) fn push_signed(into: &mut Vec<u8>, number: i64) {
    push_count(into, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

/// Reads fields; gives each with its number.
pub(super) struct Fields<'a>(Cursor<'a>);

impl<'a> Fields<'a> {
    pub(super) fn new(content: &'a [u8]) -> Self {
        Self(Cursor(content))
    }

    /// The next field, unknown numbers included; none at the end.
    pub(super) fn next(&mut self) -> Result<Option<(u8, Cursor<'a>)>, LinkError> {
        if self.0.0.is_empty() {
            return Ok(None);
        }
        let number = self.0.u8()?;
        let length = usize::try_from(self.0.count()?).map_err(|_| LinkError::Malformed)?;
        Ok(Some((number, Cursor(self.0.take(length)?))))
    }
}

/// What to do with a field of a number that is not known.
pub(super) fn unknown(number: u8) -> Result<(), LinkError> {
    if number < CRITICAL {
        Ok(())
    } else {
        Err(LinkError::Newer { version: 1 })
    }
}

/// A field's content.
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], LinkError> {
        let (head, tail) = self.0.split_at_checked(length).ok_or(LinkError::Malformed)?;
        self.0 = tail;
        Ok(head)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], LinkError> {
        self.take(N)?.try_into().map_err(|_| LinkError::Malformed)
    }

    pub(super) fn u8(&mut self) -> Result<u8, LinkError> {
        self.array().map(u8::from_be_bytes)
    }

    pub(super) fn count(&mut self) -> Result<u64, LinkError> {
        let mut count = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.u8()?;
            count |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(count);
            }
        }
        Err(LinkError::Malformed)
    }

    pub(super) fn signed(&mut self) -> Result<i64, LinkError> {
        let count = self.count()?;
        Ok((count >> 1).cast_signed() ^ -(count & 1).cast_signed())
    }

    pub(super) fn moment(&mut self) -> Result<UnixTime, LinkError> {
        self.signed().map(UnixTime::from_seconds)
    }

    /// All of it as a text.
    pub(super) fn text(&self) -> Result<String, LinkError> {
        let bytes = Some(self.0).filter(|bytes| bytes.len() <= MAX_TEXT);
        let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
        text.map(str::to_owned).ok_or(LinkError::Malformed)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        for number in [
            0,
            1,
            -1,
            63,
            64,
            127,
            128,
            300,
            UnixTime::MIN.seconds(),
            UnixTime::MAX.seconds(),
        ] {
            let mut bytes = Vec::new();
            push_signed(&mut bytes, number);
            assert_eq!(Cursor(&bytes).signed(), Ok(number));
        }
        let mut bytes = Vec::new();
        push_count(&mut bytes, 300);
        assert_eq!(bytes, [0xac, 2]);
        assert_eq!(Cursor(&[0xff; 9]).count(), Err(LinkError::Malformed));
        assert_eq!(Cursor(&[0x80]).count(), Err(LinkError::Malformed));
    }

    #[test]
    fn fields_end_where_they_say() {
        let mut writer = Writer::default();
        writer.field(1, b"abc");
        writer.field(200, b"");
        let mut fields = Fields::new(&writer.0);
        let (number, content) = fields.next().unwrap().unwrap();
        assert_eq!((number, content.0), (1, &b"abc"[..]));
        assert_eq!(fields.next().unwrap().map(|(number, _)| number), Some(200));
        assert!(fields.next().unwrap().is_none());
        assert!(Fields::new(&[1, 4, 0]).next().is_err());
        assert_eq!(unknown(127), Ok(()));
        assert_eq!(unknown(128), Err(LinkError::Newer { version: 1 }));
    }
}
