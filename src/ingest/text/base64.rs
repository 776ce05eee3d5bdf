//! Decodes base64 from formatted text: first to symbols, then to bytes.
//!
//! It is one pass over any bytes. It skips line ends (real or escaped), indentation, quoting, line
//! numbers, markup and escapes, and records them as repairs. It copies only the decoded bytes.
//!
//! It does not use the `base64` crate, which needs contiguous symbols: that would need a cleaned
//! copy of each block, and gives no partial result for a block that is cut off.

use super::work;
use crate::ingest::report::note::Repair;

/// Value of a base64 character.
pub(crate) const fn value(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

/// The [`value`] of each byte, or [`NO_SYMBOL`].
#[allow(clippy::indexing_slicing, reason = "a byte as index, in a constant")]
const VALUES: [u8; 256] = {
    let mut values = [NO_SYMBOL; 256];
    let mut byte = 0u8;
    loop {
        if let Some(symbol) = value(byte) {
            values[byte as usize] = symbol;
        }
        if byte == u8::MAX {
            break values;
        }
        byte += 1;
    }
};
const NO_SYMBOL: u8 = 0xff;

/// Turns symbols into bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Decoder {
    bits: u32,
    count: u8,
}

impl Decoder {
    /// Takes one symbol; returns a byte once it has eight bits.
    pub fn push(&mut self, symbol: u8) -> Option<u8> {
        self.bits = ((self.bits << 6) | u32::from(symbol)) & 0xffff;
        self.count += 6;
        if self.count < 8 {
            return None;
        }
        self.count -= 8;
        let [.., byte] = (self.bits >> self.count).to_be_bytes();
        Some(byte)
    }

    /// Whether a byte has just been completed with no bits left over.
    pub fn aligned(&self) -> bool {
        self.count == 0
    }
}

/// The set of repairs that were needed, with the deepest indentation.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Repairs {
    set: u32,
    pub indent: u32,
}

impl Repairs {
    pub fn add(&mut self, repair: Repair) {
        self.set |= 1 << (repair as u32);
    }

    pub fn has(&self, repair: Repair) -> bool {
        self.set & (1 << (repair as u32)) != 0
    }
}

/// Repairs that are found while reading a block's body.
pub(crate) const BODY_REPAIRS: &[Repair] = &[
    Repair::CarriageReturns,
    Repair::ByteOrderMark,
    Repair::Indentation,
    Repair::QuoteMarks,
    Repair::LineNumbers,
    Repair::EscapedNewlines,
    Repair::TrailingSpaces,
    Repair::BlankLines,
    Repair::MarkdownEscapes,
    Repair::HtmlMarkup,
    Repair::PercentEncoding,
    Repair::PemHeaders,
    Repair::StringQuotes,
    Repair::QuotedPrintable,
];

/// How to read the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// Inside PEM markers: header lines are skipped, foreign characters reported. Otherwise the
    /// first foreign character, or the first line that is not all base64, ends the run.
    pub pem: bool,
    /// Lines begin with a number and a space, as the marker's own line does.
    pub numbered: bool,
    /// `-` and `_` are the last two symbols, as in links.
    pub url: bool,
    /// Shortest word that continues a run after a space (outside PEM).
    pub min_word: usize,
}

/// One step through the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Symbol(u8, usize),
    Pad(usize),
    Bad(usize),
}

/// Walks the symbols of `text`.
pub(crate) struct Symbols<'a> {
    text: &'a [u8],
    pub pos: usize,
    end: usize,
    pub(super) style: Style,
    /// Whether `+` or `/` was a symbol.
    is_plain: bool,
    line_start: bool,
    /// Whether the last break was a real line end.
    line_ended: bool,
    /// Line breaks so far, real and escaped.
    pub breaks: u32,
    /// Symbols since the last break.
    width: u32,
    pub widest: u32,
    pub repairs: Repairs,
}

impl<'a> Symbols<'a> {
    pub fn new(text: &'a [u8], pos: usize, end: usize, style: Style) -> Self {
        let end = end.min(text.len());
        Self {
            text,
            pos,
            end,
            style,
            is_plain: false,
            line_start: false,
            line_ended: false,
            breaks: 0,
            width: 0,
            widest: 0,
            repairs: Repairs::default(),
        }
    }

    fn byte(&self, pos: usize) -> Option<u8> {
        if pos < self.end {
            self.text.get(pos).copied()
        } else {
            None
        }
    }

    pub(super) fn rest(&self) -> &'a [u8] {
        self.text.get(self.pos..self.end).unwrap_or_default()
    }

    /// Decodes the contiguous groups of four symbols here (nearly all of a block), but no more than
    /// `most` bytes. Returns how many symbols it took. [`Self::next`] handles what is between them.
    pub fn groups(&mut self, bytes: &mut Vec<u8>, most: usize) -> usize {
        if self.line_start {
            return 0;
        }
        let before = bytes.len();
        for group in self.rest().chunks_exact(4).take(most / 3) {
            work::step();
            let mut bits = 0u32;
            let mut all = 0;
            for byte in group {
                let symbol = VALUES.get(usize::from(*byte)).copied().unwrap_or(NO_SYMBOL);
                bits = bits << 6 | u32::from(symbol);
                all |= symbol;
            }
            if all == NO_SYMBOL {
                break;
            }
            let [_, decoded @ ..] = bits.to_be_bytes();
            bytes.extend_from_slice(&decoded);
        }
        let taken = (bytes.len() - before) / 3 * 4;
        self.pos += taken;
        self.width = self.width.saturating_add(u32::try_from(taken).unwrap_or(u32::MAX));
        taken
    }

    fn broke(&mut self) {
        self.breaks = self.breaks.saturating_add(1);
        self.widest = self.widest.max(self.width);
        self.width = 0;
        self.line_ended = false;
    }

    /// Outside PEM: returns whether the line at `pos` continues the run, because it is one word of
    /// base64.
    fn carries_on(&self) -> bool {
        let mut probe = Symbols {
            repairs: Repairs::default(),
            ..*self
        };
        for _ in 0..4 {
            probe.prefix();
            match probe.rest() {
                [b'\r', b'\n', ..] => probe.pos += 2,
                [b'\n' | b'\r', ..] => probe.pos += 1,
                _ => break,
            }
        }
        let from = probe.pos;
        loop {
            work::step();
            match probe.byte(probe.pos) {
                Some(byte) if value(byte).is_some() => probe.pos += 1,
                Some(b'-' | b'_') if probe.continues_url() => probe.pos += 1,
                Some(b'%' | b'&' | b'\\') => match probe.escape() {
                    Some((len, _)) => probe.pos += len,
                    None => return false,
                },
                Some(b' ' | b'\t') if probe.pos > from => {
                    let spaces = probe.rest().iter().take_while(|byte| b" \t".contains(byte)).count();
                    return matches!(probe.byte(probe.pos + spaces), None | Some(b'\n' | b'\r'));
                }
                None | Some(b'=' | b'\n' | b'\r' | b'"' | b'\'' | b'<' | b'`' | b',') => return probe.pos > from,
                _ => return false,
            }
        }
    }

    /// Outside PEM: returns whether `-` or `_` here is a symbol, as in links and tokens. It is one
    /// within a word without `+` and `/`.
    fn continues_url(&self) -> bool {
        let before = self.pos.checked_sub(1).and_then(|before| self.text.get(before));
        let is_inside = before.is_some_and(|byte| value(*byte).is_some() || b"-_".contains(byte));
        let next = self
            .byte(self.pos + 1)
            .is_some_and(|byte| value(byte).is_some() || byte == b'_');
        !self.style.pem && !self.is_plain && is_inside && (next || self.style.url)
    }

    /// Outside PEM, after a space: returns whether the next word is long enough to belong to the
    /// run.
    fn word_follows(&self) -> bool {
        let word = self
            .rest()
            .iter()
            .take(self.style.min_word)
            .take_while(|byte| value(**byte).is_some())
            .count();
        word >= self.style.min_word
    }

    fn newline(&mut self) -> Option<()> {
        let crlf = matches!(self.rest(), [b'\r', b'\n', ..]);
        if matches!(self.rest(), [b'\r', ..]) {
            self.repairs.add(Repair::CarriageReturns);
        }
        self.pos += if crlf { 2 } else { 1 };
        if self.width == 0 && self.line_ended {
            self.repairs.add(Repair::BlankLines);
        }
        self.broke();
        self.line_ended = true;
        if !self.style.pem && !self.carries_on() {
            return None;
        }
        self.line_start = true;
        Some(())
    }
}

impl Iterator for Symbols<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        loop {
            work::step();
            if std::mem::take(&mut self.line_start) {
                self.prefix();
                if self.style.pem
                    && let Some(len) = self.header()
                {
                    self.repairs.add(Repair::PemHeaders);
                    self.pos += len;
                }
            }
            let byte = self.byte(self.pos)?;
            if let Some(symbol) = value(byte) {
                self.is_plain |= symbol >= 62;
                self.pos += 1;
                self.width = self.width.saturating_add(1);
                return Some(Step::Symbol(symbol, self.pos - 1));
            }
            match byte {
                b'\n' | b'\r' => self.newline()?,
                b' ' | b'\t' => {
                    self.pos += self.rest().iter().take_while(|byte| b" \t".contains(byte)).count();
                    match self.byte(self.pos) {
                        None => {}
                        Some(b'\n' | b'\r') if self.width > 0 => self.repairs.add(Repair::TrailingSpaces),
                        Some(b'\n' | b'\r') => {}
                        Some(_) if self.style.pem && self.width == 0 => self.line_ended = false,
                        Some(_) if self.style.pem => self.broke(),
                        Some(_) if self.word_follows() => self.broke(),
                        Some(_) => return None,
                    }
                }
                b'=' => {
                    self.pos += 1;
                    self.width = self.width.saturating_add(1);
                    return Some(Step::Pad(self.pos - 1));
                }
                b'-' | b'_' if self.style.url && !self.rest().starts_with(b"---") || self.continues_url() => {
                    self.style.url |= !self.style.pem;
                    self.pos += 1;
                    self.width = self.width.saturating_add(1);
                    return Some(Step::Symbol(if byte == b'-' { 62 } else { 63 }, self.pos - 1));
                }
                _ => {
                    let at = self.pos;
                    match self.escape() {
                        Some((len, symbol)) => {
                            self.pos += len.max(1);
                            match symbol {
                                Some(b'=') => return Some(Step::Pad(at)),
                                Some(b'\n' | b'\r') => self.broke(),
                                Some(code) => {
                                    if let Some(symbol) = value(code) {
                                        self.width = self.width.saturating_add(1);
                                        return Some(Step::Symbol(symbol, at));
                                    }
                                }
                                None => {}
                            }
                        }
                        None if self.style.pem => {
                            self.pos += char_len(byte);
                            return Some(Step::Bad(at));
                        }
                        None => return None,
                    }
                }
            }
        }
    }
}

/// Length of the UTF-8 character that `byte` begins.
fn char_len(byte: u8) -> usize {
    match byte {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decode(text: &str, style: Style) -> Vec<u8> {
        let mut decoder = Decoder::default();
        Symbols::new(text.as_bytes(), 0, text.len(), style)
            .filter_map(|step| match step {
                Step::Symbol(symbol, _) => decoder.push(symbol),
                _ => None,
            })
            .collect()
    }

    const PEM: Style = Style {
        pem: true,
        numbered: false,
        url: false,
        min_word: 1,
    };

    #[test]
    fn layouts_of_the_same_symbols() {
        for text in [
            "aGVsbG8gd29ybGQh",
            "aGVs\nbG8g\r\nd29y\rbGQh",
            "\n  aGVs\n  bG8g\n  d29ybGQh",
            "\n> > aGVs\n> > bG8gd29ybGQh",
            "\n12: aGVs\n13: bG8gd29ybGQh",
            "\n 1 | aGVs\n 2 | bG8gd29ybGQh",
            "aGVs\\nbG8g\\r\\nd29y\\\\nbGQh",
            "aGVs bG8g d29y bGQh",
            "\"aGVs\\n\" +\n    \"bG8gd29ybGQh\\n\" +\n",
            "\n'aGVs',\n'bG8gd29ybGQh'\n",
            "aGVs<br>bG8g<br/>\nd29ybGQh</pre>",
            "aGVs%0AbG8g%0D%0Ad29ybGQh",
            "\nProc-Type: 4,CLEAR\nComment: x\n\naGVsbG8gd29ybGQh",
            "aGVs\u{a0}bG8g\u{200b}d29y\u{feff}bGQh",
            "aGVs \\\nbG8g \\\nd29ybGQh",
        ] {
            assert_eq!(decode(text, PEM), b"hello world!", "{text}");
        }
        assert_eq!(decode("a&#43;\\/%2B", PEM), decode("a+/+", PEM));
    }

    #[test]
    fn a_run_outside_pem_ends_where_prose_begins() {
        let style = Style {
            min_word: 4,
            ..Style::default()
        };
        assert_eq!(decode("aGVs\nbG8g\nand so on", style), b"hello ");
        assert_eq!(decode("aGVs\ntls.key: abc", style), b"hel");
        assert_eq!(decode("aGVs is", style), b"hel");
    }
}
