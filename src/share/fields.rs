//! The inner format of a link: a list of fields, each with a number (one byte), a length and a
//! content. Lengths and other counts are in LEB128: seven bits per byte, lowest first.
//!
//! A reader skips unknown fields below 128. It rejects a link with an unknown field from 128 on: a
//! newer version made it. If the content of a field is longer than expected, the reader ignores the
//! rest.

use bytes::Buf as _;

use super::LinkError;
use crate::cert::UnixTime;

/// A certificate in DER.
pub(super) const CERTIFICATE: u8 = 1;
/// A known certificate: its shard, the first eight bytes of its SHA-256.
pub(super) const REFERENCE: u8 = 2;
/// The time to check for: seconds, zigzag.
pub(super) const MOMENT: u8 = 3;
/// The host name to check for: UTF-8.
pub(super) const HOST: u8 = 4;
/// The other options: one byte of bits.
pub(super) const ASKED: u8 = 5;
/// The sender's language: a BCP 47 tag.
pub(super) const LANGUAGE: u8 = 6;
/// The result: a byte of bits, the four outcomes, the time that was checked.
pub(super) const ANSWER: u8 = 16;
/// The version of the program that produced the result.
pub(super) const VERSION: u8 = 17;
/// The version of AWS's list that it used.
pub(super) const EDITION: u8 = 18;
/// The codes of one rule's findings.
pub(super) const FINDINGS: u8 = 32;
/// A certificate's short fingerprint: the first four bytes of its SHA-256, the day of its expiry.
pub(super) const PRINT: u8 = 33;

/// The id of the client that checks the certificates, if it is not API Gateway. A reader that does
/// not know the field would check for API Gateway instead.
pub(super) const CLIENT: u8 = 128;

/// The verdict is about the client certificate of a REST API's stage; empty. A reader that does not
/// know the field would show the verdict on a server.
pub(super) const OF_CLIENT_CERTIFICATE: u8 = 129;

/// The first field number that readers must not skip.
const CRITICAL: u8 = 128;

/// The longest text in a field, in bytes.
pub(super) const MAX_TEXT: usize = 1024;

/// Writes fields one after another.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn field(&mut self, number: u8, content: &[u8]) {
        self.0.push(number);
        push_count(&mut self.0, u64::try_from(content.len()).unwrap_or(u64::MAX));
        self.0.extend(content);
    }
}

/// Appends a count in LEB128.
pub(super) fn push_count(into: &mut Vec<u8>, mut count: u64) {
    while let [low, ..] = count.to_le_bytes()
        && count > 127
    {
        into.push(low | 0x80);
        count >>= 7;
    }
    into.extend(u8::try_from(count));
}

/// Appends a signed number in zigzag encoding, which keeps small negative numbers short.
pub(super) fn push_signed(into: &mut Vec<u8>, number: i64) {
    push_count(into, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

/// Takes the next field, whether or not its number is known; `None` at the end.
pub(super) fn next_field<'a>(fields: &mut &'a [u8]) -> Result<Option<(u8, &'a [u8])>, LinkError> {
    if fields.is_empty() {
        return Ok(None);
    }
    let number = fields.try_get_u8()?;
    let length = usize::try_from(take_count(fields)?).map_err(|_| LinkError::Malformed)?;
    let content = fields.split_off(..length).ok_or(LinkError::Malformed)?;
    Ok(Some((number, content)))
}

/// Skips a field with an unknown number, or rejects the link if readers must not skip the field.
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

/// Takes a signed number.
pub(super) fn take_signed(content: &mut &[u8]) -> Result<i64, LinkError> {
    let count = take_count(content)?;
    Ok((count >> 1).cast_signed() ^ -(count & 1).cast_signed())
}

/// Takes a time.
pub(super) fn take_moment(content: &mut &[u8]) -> Result<UnixTime, LinkError> {
    take_signed(content).map(UnixTime::from_seconds)
}

/// Returns the whole content of a field as text.
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
    fn numbers_round_trip() {
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
    fn fields_round_trip_and_unknown_ones_are_skipped_below_128() {
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
