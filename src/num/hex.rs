//! Reads and writes hexadecimal.

/// Returns the value (0 to 15) of a hexadecimal digit of either case.
pub(crate) fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

/// Parses exactly `N` bytes from hexadecimal digits of either case, as people write fingerprints.
/// Ignores colons, hyphens and whitespace.
#[must_use]
pub fn parse_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let values = hex_values(text).filter(|values| values.len() == 2 * N)?;
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(values.chunks(2)) {
        *byte = pair.iter().fold(0, |value, digit| value << 4 | digit);
    }
    Some(bytes)
}

/// Returns the values (0 to 15) of the hexadecimal digits; `None` if the text has other characters
/// than digits and the separators of [`parse_hex`].
pub(crate) fn hex_values(text: &str) -> Option<Vec<u8>> {
    text.chars()
        .filter(|c| !matches!(c, ':' | '-') && !c.is_whitespace())
        .map(|c| hex_value(u8::try_from(c).ok()?))
        .collect()
}

/// Returns how many bytes the hexadecimal digits of a text make up. Ignores all other characters.
pub(crate) fn count_hex(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_hexdigit).count() / 2
}

/// Appends a byte as two digits in lower case.
pub(crate) fn push_hex(out: &mut String, byte: u8) {
    out.push(digit(byte >> 4, b'a'));
    out.push(digit(byte & 0xf, b'a'));
}

/// Formats bytes as openssl and AWS do: upper case, with colons.
#[must_use]
pub fn colon_hex(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 3);
    for (i, byte) in bytes.iter().enumerate() {
        if i > 0 {
            out.push(':');
        }
        out.push(digit(byte >> 4, b'A'));
        out.push(digit(byte & 0xf, b'A'));
    }
    out
}

/// Returns the digit for a value below 16; `ten` is the digit for ten.
fn digit(value: u8, ten: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { ten + value - 10 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_matches_the_standard_library() {
        for byte in 0..=255u8 {
            let mut out = String::new();
            push_hex(&mut out, byte);
            assert_eq!(out, format!("{byte:02x}"));
            assert_eq!(colon_hex(&[byte, 10]), format!("{byte:02X}:0A"));
            assert_eq!(parse_hex(&out), Some([byte]));
            let value = char::from(byte).to_digit(16);
            assert_eq!(hex_value(byte).map(u32::from), value);
        }
    }

    #[test]
    fn parses_every_separator_and_rejects_other_text() {
        for text in ["0aFf10", "0A:FF:10", "0a ff 10", "0A-FF-10", " 0aff 10\n"] {
            assert_eq!(parse_hex(text), Some([10, 255, 16]), "{text}");
        }
        for text in ["", "0aff", "0aff1", "0aff100", "0aff1g", "0a.ff.10", "0aff1\u{130}"] {
            assert_eq!(parse_hex::<3>(text), None, "{text}");
        }
    }
}
