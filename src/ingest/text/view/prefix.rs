//! Compares what precedes the data on two lines: time stamps, levels and names may differ.

/// Returns the length of the part of `line` that has the form of `prefix`: the same punctuation,
/// and a word where `prefix` has a word; or the same cells of a table, without text.
pub(crate) fn like(prefix: &[u8], line: &[u8]) -> Option<usize> {
    same_form(prefix, line).or_else(|| empty_cells(prefix, line))
}

/// Returns the length of as many empty cells as `prefix` has cells.
fn empty_cells(prefix: &[u8], line: &[u8]) -> Option<usize> {
    let bars = prefix.iter().filter(|byte| **byte == b'|').count();
    let (last, _) = line
        .iter()
        .enumerate()
        .take_while(|(_, byte)| b" \t|".contains(byte))
        .filter(|(_, byte)| **byte == b'|')
        .nth(bars.checked_sub(1)?)?;
    let blank = line.get(last + 1).is_some_and(|byte| is_space(*byte));
    Some(last + 1 + usize::from(blank))
}

fn same_form(prefix: &[u8], line: &[u8]) -> Option<usize> {
    // The end of a word would not be known.
    if prefix.last().is_none_or(|byte| is_word(*byte)) {
        return None;
    }
    let (mut pattern, mut rest) = (prefix, line);
    while let [first, ..] = pattern {
        let (in_pattern, in_rest) = if is_space(*first) {
            (count(pattern, is_space), count(rest, is_space))
        } else if is_word(*first) {
            (count(pattern, is_word), count(rest, is_word))
        } else {
            // grep prints ":" after a match and "-" after other lines.
            let same = rest
                .first()
                .is_some_and(|byte| byte == first || (*first == b':' && *byte == b'-'));
            (1, usize::from(same))
        };
        // The indentation alone may be missing.
        if in_rest == 0 && !(is_space(*first) && pattern.len() == prefix.len()) {
            return None;
        }
        pattern = pattern.get(in_pattern..)?;
        rest = rest.get(in_rest..)?;
    }
    Some(line.len() - rest.len())
}

/// Returns whether two prefixes have the same letters; digits and spaces may differ.
pub(super) fn has_same_names(one: &[u8], other: &[u8]) -> bool {
    let is_letter = |byte: &&u8| byte.is_ascii_alphabetic() || **byte >= 0x80;
    one == other || one.iter().filter(is_letter).eq(other.iter().filter(is_letter))
}

fn count(bytes: &[u8], is: fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| is(**byte)).count()
}

fn is_space(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_stamps_and_names_may_differ() {
        for (prefix, line, len) in [
            ("app  | ", "app  | MIIB", 7),
            ("app  | ", "web-1 | MIIB", 0),
            ("web-1  | ", "db-2 | MIIB", 7),
            ("2026-03-25T08:20:11.12Z ", "2026-03-25T09:20:11.345Z MIIB", 25),
            ("#12 0.345 ", "#12 10.4 MIIB", 9),
            (
                "Mar 25 08:20:11 ip-10-0 app[812]: ",
                "Mar  5 09:20:11 ip-10-0 app[9]: MIIB",
                32,
            ),
            ("12:", "13-MIIB", 3),
            ("a.pem:12:", "a.pem-13-MIIB", 9),
            ("app  | ", "MIIB", 0),
            ("| 1 | api | ", "|   |     | MIIB", 12),
            ("  1 | api | ", "    | MIIB", 0),
            (" cert | ", "      | MIIB", 8),
            ("[32m", "[32mMIIB", 0),
            ("    \"", "\"MIIB", 1),
        ] {
            assert_eq!(
                like(prefix.as_bytes(), line.as_bytes()),
                (len > 0).then_some(len),
                "{line}"
            );
        }
    }
}
