//! The inner form: fields one after another, each a number (one byte), a length and its content.
//! Lengths and other counts are in LEB128: seven bits a byte, the lowest first.
//!
//! A reader passes over a field below 128 that it does not know, and refuses a link with one from
//! 128 on as made by a newer version. Content that is longer than a reader expects is read as far
//! as it is known.

use bytes::Buf as _;

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

/// Takes the next field, unknown numbers included; `None` at the end.
pub(super) fn next_field<'a>(fields: &mut &'a [u8]) -> Result<Option<(u8, &'a [u8])>, LinkError> {
    if fields.is_empty() {
        return Ok(None);
    }
    let number = fields.try_get_u8()?;
    let length = usize::try_from(take_count(fields)?).map_err(|_| LinkError::Malformed)?;
    let content = fields.split_off(..length).ok_or(LinkError::Malformed)?;
    Ok(Some((number, content)))
}

/// What to do with a field of a number that is not known.
pub(super) fn unknown(number: u8) -> Result<(), LinkError> {
    if number < CRITICAL {
        Ok(())
    } else {
        Err(LinkError::Newer { version: 1 })
    }
}

/// Takes `N` bytes.
pub(super) fn take_array<const N: usize>(content: &mut &[u8]) -> Result<[u8; N], LinkError> {
    let mut array = [0; N];
    content.try_copy_to_slice(&mut array)?;
    Ok(array)
}

/// Takes a count.
fn take_count(content: &mut &[u8]) -> Result<u64, LinkError> {
    let mut count = 0_u64;
    for shift in (0..63).step_by(7) {
        let byte = content.try_get_u8()?;
        count |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(count);
        }
    }
    Err(LinkError::Malformed)
}

/// Takes a whole number.
pub(super) fn take_signed(content: &mut &[u8]) -> Result<i64, LinkError> {
    let count = take_count(content)?;
    Ok((count >> 1).cast_signed() ^ -(count & 1).cast_signed())
}

/// Takes a moment.
pub(super) fn take_moment(content: &mut &[u8]) -> Result<UnixTime, LinkError> {
    take_signed(content).map(UnixTime::from_seconds)
}

/// Returns all of a field as text.
pub(super) fn text(content: &[u8]) -> Result<String, LinkError> {
    let bytes = Some(content).filter(|bytes| bytes.len() <= MAX_TEXT);
    let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.map(str::to_owned).ok_or(LinkError::Malformed)
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
            assert_eq!(take_signed(&mut bytes.as_slice()), Ok(number));
        }
        let mut bytes = Vec::new();
        push_count(&mut bytes, 300);
        assert_eq!(bytes, [0xac, 2]);
        assert_eq!(take_count(&mut &[0xff; 9][..]), Err(LinkError::Malformed));
        assert_eq!(take_count(&mut &[0x80][..]), Err(LinkError::Malformed));
    }

    #[test]
    fn fields_end_where_they_say() {
        let mut writer = Writer::default();
        writer.field(1, b"abc");
        writer.field(200, b"");
        let mut fields = writer.0.as_slice();
        let (number, content) = next_field(&mut fields).unwrap().unwrap();
        assert_eq!((number, content), (1, &b"abc"[..]));
        assert_eq!(next_field(&mut fields).unwrap().map(|(number, _)| number), Some(200));
        assert!(next_field(&mut fields).unwrap().is_none());
        assert!(next_field(&mut &[1, 4, 0][..]).is_err());
        assert_eq!(unknown(127), Ok(()));
        assert_eq!(unknown(128), Err(LinkError::Newer { version: 1 }));
    }
}
