//! Lengths of BER, and elements of indefinite length written anew with definite ones, as the JDK does before it reads them.
//!
//! # References
//! - JDK 17, `DerIndefLenConverter`; ITU-T X.690 §8.1.3.

/// How deep elements of indefinite length may lie directly in one another. The JDK sets no bound; no certificate needs two.
const MAX_DEPTH: u32 = 32;

/// What the length octets say.
pub(super) enum Length {
    /// This many octets of length, this many octets of content.
    Definite {
        /// Length octets.
        octets: usize,
        /// Content octets.
        value: usize,
    },
    /// The content ends at two zero octets.
    Indefinite,
}

/// Reads length octets; none where they are cut short, more than four, or beyond 31 bits.
pub(super) fn length(bytes: &[u8]) -> Option<Length> {
    let first = *bytes.first()?;
    if first < 0x80 {
        return Some(Length::Definite {
            octets: 1,
            value: usize::from(first),
        });
    }
    let count = usize::from(first & 0x7f);
    if count == 0 {
        return Some(Length::Indefinite);
    }
    if count > 4 {
        return None;
    }
    let digits = bytes.get(1..=count)?;
    let value = digits
        .iter()
        .try_fold(0usize, |n, b| n.checked_mul(256)?.checked_add(usize::from(*b)))?;
    i32::try_from(value).is_ok().then_some(Length::Definite {
        octets: 1 + count,
        value,
    })
}

/// How many octets [`header`] has for a content of this length.
pub(super) fn header_len(length: usize) -> usize {
    let long = match length {
        0..0x80 => 0,
        0x80..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000..=0xff_ffff => 3,
        _ => return header(0, length).len(),
    };
    2 + long
}

/// Tag and shortest length octets.
pub(super) fn header(tag: u8, length: usize) -> Vec<u8> {
    let mut out = vec![tag];
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            let bytes = length.to_be_bytes();
            let digits = bytes.iter().skip_while(|b| **b == 0);
            out.push(0x80 | u8::try_from(digits.clone().count()).unwrap_or(0));
            out.extend(digits);
        }
    }
    out
}

/// The content of an element of indefinite length that begins at `bytes`, with definite lengths, and how many octets it
/// took, the two zeros among them.
pub(super) fn resolve(bytes: &[u8]) -> Option<(Vec<u8>, usize)> {
    level(bytes, 0)
}

fn level(bytes: &[u8], depth: u32) -> Option<(Vec<u8>, usize)> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut out = Vec::new();
    let mut at = 0usize;
    loop {
        let rest = bytes.get(at..)?;
        if rest.starts_with(&[0, 0]) {
            return Some((out, at + 2));
        }
        let tag = *rest.first()?;
        match length(rest.get(1..)?)? {
            Length::Indefinite => {
                let (content, taken) = level(rest.get(2..)?, depth + 1)?;
                out.extend(header(tag, content.len()));
                out.extend(content);
                at = at.checked_add(2)?.checked_add(taken)?;
            }
            Length::Definite { octets, value } => {
                let start = 1 + octets;
                let content = rest.get(start..start.checked_add(value)?)?;
                out.extend(header(tag, value));
                out.extend_from_slice(content);
                at = at.checked_add(start)?.checked_add(value)?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_as_long_as_told() {
        for length in [0, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000, 0xff_ffff, 0x100_0000] {
            assert_eq!(header_len(length), header(0x30, length).len(), "{length}");
        }
    }

    #[test]
    fn nested_elements_are_resolved_and_lengths_made_minimal() {
        let bytes = b"\x30\x80\x04\x81\x01a\x00\x00\x05\x00\x00\x00rest";
        assert_eq!(resolve(bytes), Some((b"\x30\x03\x04\x01a\x05\x00".to_vec(), 12)));
        assert_eq!(resolve(&b"\x30\x80".repeat(100)), None, "too deep, and no end");
    }
}
