//! Converts UTF-16 to UTF-8, in linear time. Other input is returned without a copy; unpaired
//! surrogates become U+FFFD.

use bytes::Bytes;

/// Bytes that are read to recognize UTF-16 without a byte order mark.
const SAMPLE: usize = 4096;

/// How a UTF-16 input was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Utf16 {
    pub big_endian: bool,
    pub marked: bool,
}

/// Recognizes UTF-16 by its byte order mark or by its zero bytes: text with certificates is nearly
/// all ASCII.
pub(crate) fn detect(input: &[u8]) -> Option<Utf16> {
    match input {
        [0xff, 0xfe, ..] => {
            return Some(Utf16 {
                big_endian: false,
                marked: true,
            });
        }
        [0xfe, 0xff, ..] if input.get(2..4) != Some(&[0xfe, 0xed]) && input.len().is_multiple_of(2) => {
            return Some(Utf16 {
                big_endian: true,
                marked: true,
            });
        }
        _ => {}
    }
    let sample = input.get(..input.len().min(SAMPLE)).unwrap_or_default();
    let pairs = sample.len() / 2;
    if pairs < 2 {
        return None;
    }
    let (mut high_first, mut low_first) = (0usize, 0usize);
    for pair in sample.chunks_exact(2) {
        match pair {
            [0, low] if *low != 0 => high_first += 1,
            [low, 0] if *low != 0 => low_first += 1,
            _ => {}
        }
    }
    let most = |count: usize| count * 10 >= pairs * 8;
    if most(low_first) {
        Some(Utf16 {
            big_endian: false,
            marked: false,
        })
    } else if most(high_first) {
        Some(Utf16 {
            big_endian: true,
            marked: false,
        })
    } else {
        None
    }
}

/// Converts `input` to UTF-8.
pub(crate) fn convert(input: &[u8], form: Utf16) -> Bytes {
    let units = input.chunks_exact(2).map(|pair| match pair {
        [first, second] if form.big_endian => u16::from_be_bytes([*first, *second]),
        [first, second] => u16::from_le_bytes([*first, *second]),
        _ => 0,
    });
    let mut text = String::with_capacity(input.len() / 2 + 4);
    for unit in char::decode_utf16(units.skip(usize::from(form.marked))) {
        text.push(unit.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    Bytes::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_orders_with_and_without_mark() {
        let text = "-----BEGIN é";
        for (big_endian, marked) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut input = Vec::new();
            let mark = marked.then_some(0xfeff);
            for unit in mark.into_iter().chain(text.encode_utf16()) {
                input.extend(if big_endian {
                    unit.to_be_bytes()
                } else {
                    unit.to_le_bytes()
                });
            }
            let form = Utf16 { big_endian, marked };
            assert_eq!(detect(&input), Some(form));
            assert_eq!(convert(&input, form), text.as_bytes());
        }
    }

    #[test]
    fn other_input_is_unchanged() {
        assert_eq!(detect(b"-----BEGIN CERTIFICATE-----"), None);
        assert_eq!(detect(&[0x30, 0x82, 0x01, 0x00, 0x30, 0x82]), None);
        assert_eq!(detect(&[0; 4096]), None);
        assert_eq!(detect(b""), None);
    }
}
