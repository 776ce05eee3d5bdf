//! Finds the line ends that a terminal has put into words: the lines before them are full.

/// The least width of a terminal, in characters.
const MIN_WIDTH: usize = 20;

/// Whether any line may end in a word that goes on in the next line.
pub(super) fn any(text: &[u8]) -> bool {
    let lines = || text.split(|byte| *byte == b'\n').map(without_return);
    lines().zip(lines().skip(1)).any(|(line, next)| is_cut(line, next))
}

/// Whether the line that ends before `at` may end in a word that goes on there.
pub(super) fn at(text: &[u8], at: usize) -> bool {
    let Some((before, next)) = text.split_at_checked(at) else {
        return false;
    };
    let Some(line) = before.strip_suffix(b"\n") else {
        return false;
    };
    let start = memchr::memrchr(b'\n', line).map_or(0, |end| end + 1);
    let line = line.get(start..).unwrap_or_default();
    let next = next.split(|byte| *byte == b'\n').next().unwrap_or_default();
    is_cut(without_return(line), without_return(next))
}

fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn is_cut(line: &[u8], next: &[u8]) -> bool {
    let in_word = |byte: Option<&u8>| byte.is_some_and(|byte| !byte.is_ascii_whitespace());
    line.len() >= MIN_WIDTH && next.len() <= line.len() && in_word(line.last()) && in_word(next.first())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::ingest::hints::normal_text::{NormalText, Parts};

    #[test]
    fn words_that_a_terminal_has_cut_are_joined() {
        let unwrapped = |text: &str| {
            let mut parts = Parts::default();
            parts.add(0);
            let normal = NormalText::unwrapped(text.as_bytes(), &parts)?;
            Some(String::from_utf8(normal.shown).unwrap())
        };
        let text = "unable to find valid certification path to requested target";
        for width in [20, 30, 45] {
            for end in ["\n", "\r\n"] {
                let lines: Vec<&str> = text
                    .as_bytes()
                    .chunks(width)
                    .map(|line| std::str::from_utf8(line).unwrap())
                    .collect();
                let found = unwrapped(&lines.join(end)).unwrap_or_else(|| lines.join(" "));
                assert_eq!(found.replace(['\n', ' '], ""), text.replace(' ', ""), "{width}");
                assert!(
                    found.contains("certification path") && found.contains("requested target"),
                    "{found}"
                );
            }
        }
        // No line is long enough, or the next one is longer.
        assert_eq!(unwrapped("unable to\nfind a path\n"), None);
        assert_eq!(
            unwrapped("unable to find a valid\ncertification path to requested target\n"),
            None
        );
    }
}
