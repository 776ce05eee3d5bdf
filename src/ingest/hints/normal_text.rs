//! The parts of a text that may contain messages, in a form that phrases are compared with.
//!
//! A message is pasted in many wrappings: as a JSON string, in HTML, in a URL, quoted in a mail,
//! behind a container's name, or wrapped at 72 columns. [`NormalText`] removes them: escapes are
//! decoded, all quotation marks become `'`, blanks become one space, and quote marks and container
//! names at line starts disappear. Phrases then match across a line end, but not across an empty
//! line.

use super::cut_words;
use crate::ingest::text::excerpt::number;

/// Bytes before a hit that belong to its part: the start of its line, and lines before it.
const BEFORE: usize = 1024;
/// Bytes after a hit that belong to its part.
const AFTER: usize = 1536;
/// Bytes at the end of a text that are always read: a message may be cut off there.
const END: usize = 512;
/// The shortest run of base64 at a line start that is left out, in characters. No word of a message
/// is as long.
const ENCODED: usize = 48;
/// The characters that are written as they are.
#[allow(clippy::indexing_slicing, reason = "a byte as index, in a constant")]
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte: u8 = 0x21;
    while byte < 0x7f {
        plain[byte as usize] = !matches!(byte, b'"' | b'\'' | b'`' | b'\\' | b'&' | b'%');
        byte += 1;
    }
    plain
};
/// The most blanks before a cell of a table.
const MAX_CELL: usize = 256;
/// The longest name of a container or pod at a line start.
const MAX_CONTAINER: usize = 64;

/// The parts of a text around places, without overlap, in ascending order.
#[derive(Default)]
pub(crate) struct Parts(Vec<(usize, usize)>);

impl Parts {
    /// Adds the part around a place. Places come in nearly ascending order.
    pub fn add(&mut self, at: usize) {
        self.add_range(at.saturating_sub(BEFORE), at.saturating_add(AFTER));
    }

    /// Adds the end of a text of this length.
    pub fn add_end(&mut self, length: usize) {
        self.add_range(length.saturating_sub(END), length);
    }

    /// Adds a range. Ranges come in nearly ascending order.
    pub fn add_range(&mut self, start: usize, end: usize) {
        match self.0.last_mut() {
            Some((_, last)) if start <= *last => *last = end.max(*last),
            _ => self.0.push((start, end)),
        }
    }

    /// Returns the parts.
    pub fn ranges(&self) -> &[(usize, usize)] {
        &self.0
    }
}

/// A text in normal form.
pub(crate) struct NormalText {
    /// The text in its own case. A line end is one line feed, an empty line two.
    pub shown: Vec<u8>,
    /// The same text for comparisons, with the same length: in lowercase, with a space for a line
    /// end and for `_`.
    pub folded: Vec<u8>,
    /// Places in `shown`, and where they are in the original text, in ascending order.
    marks: Vec<(usize, usize)>,
    /// Whether the last part ends where the text ends.
    pub ends: bool,
}

impl NormalText {
    pub fn new(text: &[u8], parts: &Parts) -> Self {
        Self::write(text, parts, Writer::default())
    }

    /// The same, but without the line ends that a terminal has put into words: the lines before
    /// them are full. `None` if there are none.
    pub fn unwrapped(text: &[u8], parts: &Parts) -> Option<Self> {
        let writer = Writer {
            unwraps: true,
            ..Writer::default()
        };
        cut_words::any(text).then(|| Self::write(text, parts, writer))
    }

    fn write(text: &[u8], parts: &Parts, mut writer: Writer) -> Self {
        for (start, end) in &parts.0 {
            let end = text.len().min(*end);
            // Begin with a whole line, if one begins early enough.
            let start = match *start {
                0 => 0,
                start => {
                    let head = text.get(start..end.min(start + BEFORE)).unwrap_or_default();
                    memchr::memchr(b'\n', head.get(..head.len() / 2).unwrap_or_default())
                        .map_or(start, |at| start + at + 1)
                }
            };
            writer.part(text.get(..end).unwrap_or_default(), start);
        }
        let folded = fold(&writer.out);
        Self {
            shown: writer.out,
            folded,
            marks: writer.marks,
            ends: parts.0.last().is_some_and(|(_, end)| *end >= text.len()),
        }
    }

    /// Returns the place in the original text, or an earlier one on the same line.
    pub fn original(&self, at: usize) -> usize {
        let next = self.marks.partition_point(|(place, _)| *place <= at);
        let mark = next.checked_sub(1).and_then(|index| self.marks.get(index));
        mark.map_or(0, |(_, original)| *original)
    }
}

/// Returns the text in lowercase, with a space for a single line end and for `_`. An empty line
/// becomes a byte that is in no phrase.
fn fold(shown: &[u8]) -> Vec<u8> {
    let mut folded: Vec<u8> = shown.iter().map(u8::to_ascii_lowercase).collect();
    let mut before = 0;
    for (index, byte) in folded.iter_mut().enumerate() {
        let raw = *byte;
        match raw {
            b'\n' => {
                *byte = if before == b'\n' || shown.get(index + 1) == Some(&b'\n') {
                    1
                } else {
                    b' '
                }
            }
            b'_' => *byte = b' ',
            _ => {}
        }
        before = raw;
    }
    folded
}

#[derive(Default)]
struct Writer {
    out: Vec<u8>,
    marks: Vec<(usize, usize)>,
    /// Whether to join lines that end in a word.
    unwraps: bool,
}

impl Writer {
    fn part(&mut self, text: &[u8], start: usize) {
        if !self.out.is_empty() {
            self.line_end();
            self.line_end();
        }
        let mut at = start;
        self.marks.push((self.out.len(), at));
        if start == 0 || text.get(start - 1) == Some(&b'\n') {
            at += line_start(text.get(at..).unwrap_or_default());
            at += self.encoded(text.get(at..).unwrap_or_default());
        }
        while let Some(byte) = text.get(at) {
            let rest = text.get(at..).unwrap_or_default();
            let plain = rest.iter().take_while(|byte| is_plain(**byte)).count();
            if plain > 0 {
                self.out.extend_from_slice(rest.get(..plain).unwrap_or_default());
                at += plain;
                continue;
            }
            let (used, line_end) = self.step(*byte, rest);
            at += used.max(1);
            if line_end {
                let next = text.get(at..).unwrap_or_default();
                if self.unwraps && cut_words::at(text, at) {
                    self.marks.push((self.out.len(), at));
                    continue;
                }
                self.cell_end(next);
                self.line_end();
                at += line_start(next);
                at += self.encoded(text.get(at..).unwrap_or_default());
                self.marks.push((self.out.len(), at));
            }
        }
    }

    /// Writes the character at the start of `rest`. Returns its length, and whether it is a line
    /// end, which is not written.
    fn step(&mut self, byte: u8, rest: &[u8]) -> (usize, bool) {
        match byte {
            b'\n' | b'\r' => {
                let len = if rest.starts_with(b"\r\n") { 2 } else { 1 };
                (len, true)
            }
            b'\\' => self.backslash(rest),
            b'&' => match entity(rest) {
                Some((character, len)) => (len, self.character(character)),
                None => (1, self.character(u32::from(b'&'))),
            },
            b'%' => match rest.get(1..3).and_then(hex) {
                Some(code @ 0x20..0x7f) => (3, self.character(code)),
                _ => (1, self.character(u32::from(b'%'))),
            },
            0x1b => (escape_sequence(rest), false),
            0x80.. => {
                let len = match byte {
                    0xc0..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    0xf0.. => 4,
                    _ => 1,
                };
                let bytes = rest.get(..len).unwrap_or(rest);
                match std::str::from_utf8(bytes).ok().and_then(|text| text.chars().next()) {
                    Some(character) => (len, self.character(u32::from(character))),
                    None => (1, self.character(u32::from(b'?'))),
                }
            }
            byte => (1, self.character(u32::from(byte))),
        }
    }

    /// An escape in a string: `\n`, `\"`, `\u0027`, also with several backslashes.
    fn backslash(&mut self, rest: &[u8]) -> (usize, bool) {
        let run = rest.iter().take(16).take_while(|byte| **byte == b'\\').count();
        let code = rest.get(run + 1..run + 5).and_then(hex);
        match (rest.get(run), code) {
            (Some(b'n' | b'r'), _) => (run + 1, true),
            (Some(b't'), _) => (run + 1, self.character(u32::from(b' '))),
            (Some(b'"' | b'\'' | b'`'), _) => (run + 1, self.character(u32::from(b'\''))),
            (Some(b'u'), Some(0x1b)) => (run + 5 + csi(rest.get(run + 5..).unwrap_or_default()), false),
            (Some(b'u'), Some(code)) => (run + 5, self.character(code)),
            _ => (run, self.character(u32::from(b'\\'))),
        }
    }

    /// Writes a character in normal form. Returns whether it is a line end.
    fn character(&mut self, code: u32) -> bool {
        match code {
            0x0a | 0x0d => return true,
            // Quotation marks of all languages.
            0x22 | 0x27 | 0x60 | 0xab | 0xb4 | 0xbb | 0x2018..=0x201f | 0x2032 | 0x2033 | 0x2039 | 0x203a => {
                self.out.push(b'\'');
            }
            // Blanks, and lines of boxes.
            0..=0x20 | 0xa0 | 0x2000..=0x200a | 0x202f | 0x2500..=0x257f | 0x3000 => {
                if !matches!(self.out.last(), None | Some(b' ' | b'\n')) {
                    self.out.push(b' ');
                }
            }
            // Characters without width.
            0xad | 0x200b..=0x200f | 0x2060 | 0xfeff => {}
            0x2010..=0x2015 => self.out.push(b'-'),
            0x2026 => self.out.extend(b"..."),
            _ => {
                let mut bytes = [0; 4];
                let character = char::from_u32(code).unwrap_or('?');
                self.out.extend(character.encode_utf8(&mut bytes).bytes());
            }
        }
        false
    }

    /// Writes one character for a long run of base64 at the start of `rest`. Returns its length.
    fn encoded(&mut self, rest: &[u8]) -> usize {
        let is_data = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'+' | b'/' | b'=');
        let len = rest.iter().take_while(is_data).count();
        if len < ENCODED {
            return 0;
        }
        self.out.push(b'=');
        len
    }

    /// Removes the sign by which psql shows that a cell continues in the next row.
    fn cell_end(&mut self, next: &[u8]) {
        let blanks = next.iter().take(MAX_CELL).take_while(|byte| **byte == b' ').count();
        let is_cell = self.out.ends_with(b" +") || next.get(blanks) == Some(&b'|');
        if is_cell && self.out.last() == Some(&b'+') {
            self.out.pop();
        }
    }

    fn line_end(&mut self) {
        if self.out.last() == Some(&b' ') {
            self.out.pop();
        }
        if !self.out.is_empty() && !self.out.ends_with(b"\n\n") {
            self.out.push(b'\n');
        }
    }
}

fn is_plain(byte: u8) -> bool {
    PLAIN.get(usize::from(byte)).is_some_and(|plain| *plain)
}

/// Returns the length of quote marks, comment signs and a container's name at a line start.
fn line_start(line: &[u8]) -> usize {
    let signs = |from: usize| {
        let rest = line.get(from..).unwrap_or_default().iter().take(MAX_CONTAINER);
        from + rest.take_while(|byte| b" \t>|#*".contains(byte)).count()
    };
    let start = signs(0);
    let name = line.get(start..).unwrap_or_default().iter().take(MAX_CONTAINER);
    let name = name
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(byte))
        .count();
    let after = line.get(start + name..).unwrap_or_default();
    let blanks = after
        .iter()
        .take(MAX_CONTAINER)
        .take_while(|byte| **byte == b' ')
        .count();
    if name > 0 && after.get(blanks..).unwrap_or_default().starts_with(b"| ") {
        signs(start + name + blanks)
    } else {
        start
    }
}

/// Returns the character of an HTML entity, and its length.
fn entity(rest: &[u8]) -> Option<(u32, usize)> {
    let end = rest.iter().take(9).position(|byte| *byte == b';')?;
    let name = rest.get(1..end)?;
    let code = match name {
        b"quot" => 0x22,
        b"apos" | b"lsquo" | b"rsquo" | b"ldquo" | b"rdquo" => 0x27,
        b"lt" => 0x3c,
        b"gt" => 0x3e,
        b"amp" => 0x26,
        b"nbsp" => 0xa0,
        [b'#', b'x' | b'X', digits @ ..] => hex(digits)?,
        [b'#', digits @ ..] => number(digits)?.0,
        _ => return None,
    };
    Some((code, end + 1))
}

/// Returns the value of at most six hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 6 {
        return None;
    }
    digits.iter().try_fold(0, |value, digit| {
        let digit = char::from(*digit).to_digit(16)?;
        Some(value << 4 | digit)
    })
}

/// Returns the length of a terminal's escape sequence.
fn escape_sequence(rest: &[u8]) -> usize {
    1 + csi(rest.get(1..).unwrap_or_default())
}

fn csi(rest: &[u8]) -> usize {
    if rest.first() != Some(&b'[') {
        return 0;
    }
    let inner = rest.get(1..).unwrap_or_default().iter().take(32);
    let digits = inner.take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    digits + 2
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, clippy::unwrap_used)]
mod tests {
    use super::*;

    fn normal(text: &str) -> NormalText {
        let mut parts = Parts::default();
        parts.add(0);
        NormalText::new(text.as_bytes(), &parts)
    }

    fn folded(text: &str) -> String {
        String::from_utf8(normal(text).folded).unwrap()
    }

    #[test]
    fn wrappings_disappear() {
        for text in [
            "Host name 'a' does not",
            "Host name \\u0027a\\u0027 does not",
            "Host name \\\\\\\"a\\\\\\\" does not",
            "Host name &#39;a&#x27; does not",
            "Host name &quot;a&quot; does not",
            "Host name %27a%27 does not",
            "Host%20name%20“a”\u{a0}does not",
            "\u{1b}[31mHost\u{1b}[0m name ‘a’\u{200b} does not",
            "\\u001b[31mHost name «a» does not",
            "│ Host name\n│ \"a\" does not",
            "> Host name\n> \"a\" does\n> not",
            "api-1  | Host name\napi-1  | \"a\" does not",
            "Host name\\n  \"a\"\\t  does\r\nnot",
            "HOST_NAME `a` DOES NOT",
            "Host name     +\n 'a' does      +\n not",
            "Host name+\n   | 'a' does +\n   | not",
        ] {
            assert_eq!(folded(text), "host name 'a' does not", "{text}");
        }
    }

    #[test]
    fn an_empty_line_separates() {
        assert_eq!(folded("a\n\n\nb"), "a\u{1}\u{1}b");
        assert_eq!(folded("> a\n> \n> b"), "a\u{1}\u{1}b");
    }

    #[test]
    fn lines_of_base64_are_left_out() {
        let data = "MIIBozCCAUmgAwIBAgIBATAKBggqhkjOPQQDAjAR".repeat(2);
        assert_eq!(folded(&format!("a\n{data}\n  {data} b\n> {data}\nc")), "a = = b = c");
        assert_eq!(folded(&format!("x\\n{data}\\ny")), "x = y");
        let word = "w".repeat(ENCODED - 1);
        assert_eq!(folded(&word), word);
    }

    #[test]
    fn places_are_on_the_same_line() {
        let text = "first\n> second &quot;x&quot; y\n\nthird";
        let normal = normal(text);
        for word in ["first", "second", "y", "third"] {
            let at = memchr::memmem::find(&normal.folded, word.as_bytes()).unwrap();
            let line = |at: usize| text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(line(normal.original(at)), line(text.find(word).unwrap()), "{word}");
        }
    }

    #[test]
    fn parts_do_not_overlap() {
        let mut parts = Parts::default();
        for at in [5_000, 5_010, 9_000] {
            parts.add(at);
        }
        parts.add_end(9_010);
        assert_eq!(parts.0, [(3_976, 6_546), (7_976, 10_536)]);
        let text = "x".repeat(9_010);
        assert_eq!(NormalText::new(text.as_bytes(), &parts).shown.len(), 2_570 + 2 + 1_034);
    }

    #[test]
    fn broken_escapes_stay() {
        for text in ["a & b", "100% of", "&#; x", "\\", "\\u12", "%zz", "&unknown; x"] {
            assert!(!folded(text).is_empty(), "{text}");
        }
    }
}
