//! Skips layout between base64 symbols: escapes, markup, quoting, line numbers, header lines.
//!
//! Each is recognized by a bounded number of bytes, and is recorded as a repair.

use super::base64::{Symbols, value};
use crate::ingest::report::note::Repair;
use crate::num::hex_value;

impl Symbols<'_> {
    /// Recognizes a layout item: returns its length, and the symbol that it represents, if any.
    pub(super) fn escape(&mut self) -> Option<(usize, Option<u8>)> {
        let rest = self.rest();
        match rest {
            [b'\\', ..] => self.backslash(rest),
            [b'%', high, low, ..] => {
                let code = hex_value(*high)? * 16 + hex_value(*low)?;
                self.repairs.add(Repair::PercentEncoding);
                (code.is_ascii_whitespace() || value(code).is_some() || code == b'=').then_some((3, Some(code)))
            }
            [b'&', ..] => {
                let end = rest.iter().take(10).position(|byte| *byte == b';')?;
                let name = rest.get(1..end)?;
                self.repairs.add(Repair::HtmlMarkup);
                let code = match name {
                    b"#43" | b"#x2b" | b"#x2B" | b"plus" => b'+',
                    b"#47" | b"#x2f" | b"#x2F" | b"sol" => b'/',
                    b"#61" | b"#x3d" | b"#x3D" | b"equals" => b'=',
                    b"#10" | b"#13" | b"#xa" | b"#xd" | b"#xA" | b"#xD" => b'\n',
                    b"nbsp" | b"#160" | b"gt" | b"quot" | b"#34" | b"#39" => b' ',
                    _ => return None,
                };
                Some((end + 1, Some(code)))
            }
            [b'<', ..] => {
                let end = rest.iter().take(512).position(|byte| *byte == b'>')?;
                self.repairs.add(Repair::HtmlMarkup);
                let tag = rest.get(1..end)?;
                let line = tag.starts_with(b"br") || tag.starts_with(b"BR") || tag.starts_with(b"/");
                Some((end + 1, Some(if line { b'\n' } else { b' ' })))
            }
            [0xc2, 0xa0, ..] => Some((2, Some(b' '))),
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => Some((3, Some(b'\n'))),
            [0xe2, 0x80, 0x8b..=0x8f, ..] | [0xef, 0xbb, 0xbf, ..] | [0xe2, 0x81, 0xa0, ..] => {
                self.repairs.add(Repair::ByteOrderMark);
                Some((3, None))
            }
            [0xe2, 0x80, 0x80..=0x8a, ..] | [0xe3, 0x80, 0x80, ..] => Some((3, Some(b' '))),
            [b'`', ..] => {
                self.repairs.add(Repair::MarkdownEscapes);
                Some((1, None))
            }
            [b'"' | b'\'', after @ ..] => {
                self.repairs.add(Repair::StringQuotes);
                // A closing quote, the syntax that joins strings in a programming language, and the
                // line's end.
                let joint = after.iter().take(32).position(|byte| !b" \t+.,;&()]\\}".contains(byte));
                let ends = match joint {
                    Some(at) => matches!(after.get(at), Some(b'\n' | b'\r')).then_some(at),
                    None => (after.len() < 32).then_some(after.len()),
                };
                Some((1 + ends.unwrap_or(0), None))
            }
            _ => None,
        }
    }

    fn backslash(&mut self, rest: &[u8]) -> Option<(usize, Option<u8>)> {
        let slashes = rest.iter().take(16).take_while(|byte| **byte == b'\\').count();
        match rest.get(slashes..)? {
            [b'n' | b'r', ..] => {
                self.repairs.add(Repair::EscapedNewlines);
                Some((slashes + 1, Some(b'\n')))
            }
            [b't', ..] => Some((slashes + 1, Some(b' '))),
            [b'/', ..] => Some((slashes + 1, Some(b'/'))),
            [b'+', ..] => {
                self.repairs.add(Repair::MarkdownEscapes);
                Some((slashes + 1, Some(b'+')))
            }
            [b'=', ..] => {
                self.repairs.add(Repair::MarkdownEscapes);
                Some((slashes + 1, Some(b'=')))
            }
            [b'u', b'0', b'0', high, low, ..] => {
                let code = hex_value(*high)? * 16 + hex_value(*low)?;
                if code == b'\n' || code == b'\r' {
                    self.repairs.add(Repair::EscapedNewlines);
                }
                (code < 0x80).then_some((slashes + 5, Some(code)))
            }
            // At a line's end: a shell's line continuation.
            [] | [b'\n' | b'\r' | b' ' | b'\t' | b'"' | b'\'', ..] => Some((slashes, None)),
            _ => None,
        }
    }

    /// Skips what precedes the data on a line.
    pub(super) fn prefix(&mut self) {
        let from = self.pos;
        let mut indent = 0u32;
        loop {
            match self.rest() {
                [b' ' | b'\t', ..] => {
                    indent += 1;
                    self.pos += 1;
                }
                [0xc2, 0xa0, ..] => {
                    indent += 1;
                    self.pos += 2;
                }
                [b'>' | b'|' | b'#' | b'*' | b';' | b'!', ..] => {
                    self.repairs.add(Repair::QuoteMarks);
                    self.pos += 1;
                    // One space belongs to the mark.
                    self.pos += usize::from(matches!(self.rest(), [b' ', ..]));
                    indent = 0;
                }
                [b'&', b'g', b't', b';', ..] => {
                    self.repairs.add(Repair::QuoteMarks);
                    self.pos += 4;
                }
                [b'/', b'/', b' ', ..] => {
                    self.repairs.add(Repair::QuoteMarks);
                    self.pos += 3;
                }
                [b'0'..=b'9', ..] => match self.line_number() {
                    Some(len) => {
                        self.repairs.add(Repair::LineNumbers);
                        self.pos += len;
                        indent = 0;
                        self.style.numbered = true;
                        // One column of space belongs to the number.
                        if matches!(self.rest(), [b' ' | b'\t', ..]) {
                            self.pos += 1;
                        }
                    }
                    None => break,
                },
                _ => break,
            }
            if self.pos - from > 1024 {
                break;
            }
        }
        if indent > 0 && !matches!(self.rest(), [] | [b'\n' | b'\r', ..]) {
            self.repairs.add(Repair::Indentation);
            self.repairs.indent = self.repairs.indent.max(indent);
        }
    }

    fn line_number(&self) -> Option<usize> {
        let rest = self.rest();
        let digits = rest.iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
        let spaces = rest
            .get(digits..)?
            .iter()
            .take(8)
            .take_while(|byte| **byte == b' ')
            .count();
        match rest.get(digits + spaces..)? {
            [b':' | b'|' | b'.' | b')' | b']', ..] => Some(digits + spaces + 1),
            [0xe2, 0x94, 0x82, ..] => Some(digits + spaces + 3),
            [b'\t', ..] => Some(digits + spaces + 1),
            _ if self.style.numbered && spaces > 0 && digits < 8 => Some(digits + spaces),
            _ => None,
        }
    }

    /// Returns the length of a header line in a PEM block (`Proc-Type: 4,ENCRYPTED`).
    pub(super) fn header(&self) -> Option<usize> {
        let rest = self.rest();
        let name = rest
            .iter()
            .take(64)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
            .count();
        match rest.get(name..)? {
            [b':', b' ' | b'\t', ..] if name > 1 && rest.first().is_some_and(u8::is_ascii_alphabetic) => {
                Some(memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len()))
            }
            _ => None,
        }
    }
}
