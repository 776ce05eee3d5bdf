//! Fingerprints as people write them, read back into bytes.

/// Exactly `N` bytes from hexadecimal digits of either case; colons, blanks and hyphens between them do not count.
#[must_use]
pub fn parse<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = digits(text)?;
    (digits.len() == 2 * N).then_some(())?;
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = pair.iter().fold(0, |value, digit| value << 4 | digit);
    }
    Some(bytes)
}

/// The values (0 to 15) of the hexadecimal digits in a text that holds nothing else but separators.
pub(super) fn digits(text: &str) -> Option<Vec<u8>> {
    text.chars()
        .filter(|c| !matches!(c, ':' | '-') && !c.is_whitespace())
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect()
}

/// How many bytes the hexadecimal digits of a text make up, whatever else is in it.
pub(super) fn count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_hexdigit).count() / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form_and_nothing_else() {
        for text in ["0aFf10", "0A:FF:10", "0a ff 10", "0A-FF-10", " 0aff 10\n"] {
            assert_eq!(parse(text), Some([10, 255, 16]), "{text}");
        }
        for text in ["", "0aff", "0aff1", "0aff100", "0aff1g", "0a.ff.10"] {
            assert_eq!(parse::<3>(text), None, "{text}");
        }
    }
}
