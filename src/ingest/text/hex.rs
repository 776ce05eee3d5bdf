//! Decodes hex digits as people paste them: plain, with colons, spaces, `0x` or `\x`, and as dumps
//! of xxd, hexdump and openssl with offsets and an ASCII column. Each call returns one byte; the
//! first other character ends the run.

use super::work;
use crate::num::hex_value;

/// Reads bytes from hex digits.
pub(crate) struct Hex<'a> {
    text: &'a [u8],
    pub pos: usize,
    /// Whether it is a dump: at most sixteen bytes a line, an offset before them, text after them.
    pub dump: bool,
    on_line: u32,
}

impl<'a> Hex<'a> {
    /// Starts at `pos`; `line_start` is where its line begins, which shows whether it is a dump.
    pub fn new(text: &'a [u8], pos: usize, line_start: usize) -> Self {
        let before = text.get(line_start..pos).unwrap_or_default();
        let dump = offset_column(before).is_some_and(|len| len == before.len());
        Self {
            text,
            pos,
            dump,
            on_line: 0,
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.get(self.pos..).unwrap_or_default()
    }

    /// Skips separators between two bytes; returns false at the end of the run.
    fn separator(&mut self) -> bool {
        loop {
            let rest = self.rest();
            let len = match rest {
                [b'\r' | b'\n', ..] => return self.line(),
                [b'|', ..] | [b' ', b' ', b' ', ..] if self.dump => return self.line(),
                [b'0', b'x' | b'X', ..] => 2,
                [b'\\', b'x' | b'n' | b'r', ..] => 2,
                [b' ' | b'\t' | b':' | b',' | b';' | b'{' | b'"', ..] => 1,
                [b'-', ..] if self.dump => 1,
                [b'\\', b'\n', ..] => 1,
                _ => return true,
            };
            self.pos += len;
        }
    }

    /// Goes to the data of the next line.
    fn line(&mut self) -> bool {
        let Some(end) = memchr::memchr(b'\n', self.rest().get(..256.min(self.rest().len())).unwrap_or_default())
            .or_else(|| memchr::memchr(b'\r', self.rest().get(..256.min(self.rest().len())).unwrap_or_default()))
        else {
            return false;
        };
        self.pos += end + 1;
        self.on_line = 0;
        if self.dump {
            match offset_column(self.rest().get(..32.min(self.rest().len())).unwrap_or_default()) {
                Some(len) => self.pos += len,
                None => return false,
            }
        } else {
            self.pos += self
                .rest()
                .iter()
                .take(64)
                .take_while(|byte| b" \t\r\n>".contains(byte))
                .count();
        }
        true
    }
}

impl Iterator for Hex<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        work::step();
        if self.dump && self.on_line == 16 && !self.line() {
            return None;
        }
        let byte = match pair(self.rest()) {
            Some(byte) => byte,
            None if self.separator() => pair(self.rest())?,
            None => return None,
        };
        self.pos += 2;
        self.on_line += 1;
        Some(byte)
    }
}

/// Decodes two digits.
fn pair(text: &[u8]) -> Option<u8> {
    let [high, low, ..] = text else { return None };
    Some(hex_value(*high)? * 16 + hex_value(*low)?)
}

/// Returns the length of a dump's offset column: `00000010: `, `0010 - `, `00000010  `.
fn offset_column(line: &[u8]) -> Option<usize> {
    let indent = line.iter().take(16).take_while(|byte| b" \t>".contains(byte)).count();
    let line = line.get(indent..)?;
    let digits = line.iter().take(17).take_while(|byte| byte.is_ascii_hexdigit()).count();
    if !(4..=16).contains(&digits) {
        return None;
    }
    let len = match line.get(digits..)? {
        [b':', b' ', ..] => 2,
        [b' ', b'-', b' ', ..] => 3,
        [b' ', b' ', ..] => 2,
        _ => return None,
    };
    Some(indent + digits + len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_gives_the_same_bytes() {
        for text in [
            "30820393a0",
            "30 82 03 93 a0",
            "30:82:03:93:A0",
            "0x30, 0x82, 0x03, 0x93, 0xa0",
            "\\x30\\x82\\x03\\x93\\xa0",
            "3082\n0393\r\n  a0",
        ] {
            let pos = text.find("30").unwrap_or(99);
            assert_eq!(
                Hex::new(text.as_bytes(), pos, 0).collect::<Vec<_>>(),
                [0x30, 0x82, 3, 0x93, 0xa0],
                "{text}"
            );
        }
    }

    #[test]
    fn dumps_lose_offsets_and_text() {
        for text in [
            "00000000: 3031 3233 3435 3637 3839 4142 4344 4546  0123456789ABCDEF\n00000010: 4748                                     GH\n",
            "00000000  30 31 32 33 34 35 36 37  38 39 41 42 43 44 45 46  |0123456789ABCDEF|\n00000010  47 48                                             |GH|\n",
            "0000 - 30 31 32 33 34 35 36 37-38 39 41 42 43 44 45 46   0123456789ABCDEF\n0010 - 47 48                                             GH\n",
        ] {
            let pos = text.find(" 30").map_or(99, |at| at + 1);
            let found: Vec<u8> = Hex::new(text.as_bytes(), pos, 0).take(18).collect();
            assert_eq!(found, b"0123456789ABCDEFGH", "{text}");
        }
    }
}
