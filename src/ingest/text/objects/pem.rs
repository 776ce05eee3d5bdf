//! Finds objects between PEM markers, in every layout.

use std::iter::Peekable;

use zeroize::Zeroizing;

use super::HEAD;
use crate::der::header::header;
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::{Decoder, Repairs, Step, Style, Symbols};
use crate::ingest::text::pem_marker::{Marker, Markers};
use crate::ingest::text::prefilter::Sifted;
use crate::ingest::text::word::starts_base64;

/// The most foreign characters in a block. A few are damage; more are other text.
const MAX_FOREIGN: u32 = 64;

/// The most bytes of a body that are searched for the symbols of links.
const MAX_URL: usize = 8192;

/// The most bytes before a marker that are searched for the beginning of its line.
const BEFORE: usize = 512;

/// A marker and what follows it, up to the next marker.
#[derive(Debug)]
pub(crate) struct Section {
    /// The marker that begins the section.
    pub marker: Marker,
    /// The next marker, if it is an END marker.
    pub end: Option<Marker>,
    /// Where the next marker begins, or where the text ends.
    pub stop: usize,
}

/// Iterates over the sections of a text.
pub(crate) struct Sections<'a> {
    text: &'a [u8],
    markers: Peekable<Markers<'a>>,
}

impl<'a> Sections<'a> {
    pub fn new(sifted: Sifted<'a>) -> Self {
        Self {
            text: sifted.text,
            markers: Markers::new(sifted).peekable(),
        }
    }
}

impl Iterator for Sections<'_> {
    type Item = Section;

    fn next(&mut self) -> Option<Section> {
        let marker = self.markers.next()?;
        let next = self.markers.peek();
        Some(Section {
            stop: next.map_or(self.text.len(), |next| next.start),
            end: next.filter(|next| !next.begin).cloned(),
            marker,
        })
    }
}

impl Section {
    /// Returns what precedes the marker on its line, as far as it is after `floor`.
    pub fn line_before<'t>(&self, text: &'t [u8], floor: usize) -> &'t [u8] {
        // More dashes than five are not the marker's.
        let marker = text.get(self.marker.start..self.marker.end).unwrap_or_default();
        let extra = memchr::memmem::find(marker, b"-----BEGIN").unwrap_or_default();
        let start = self.marker.start + extra;
        let line = text
            .get(start.saturating_sub(BEFORE).max(floor)..start)
            .unwrap_or_default();
        memchr::memrchr2(b'\n', b'\r', line).map_or(line, |pos| line.get(pos + 1..).unwrap_or_default())
    }

    /// Decodes the first bytes of the body.
    pub fn head(&self, text: &[u8]) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.decode(text, HEAD).bytes)
    }

    /// Decodes the body.
    pub fn body(&self, text: &[u8]) -> Body {
        self.decode(text, usize::MAX)
    }

    /// Returns whether the body is base64 of one whole object, and nothing else.
    pub fn is_whole(&self, text: &[u8]) -> bool {
        self.body(text).holds_whole_object()
    }

    /// Decodes the body until it has `enough` bytes.
    fn decode(&self, text: &[u8], enough: usize) -> Body {
        let style = Style {
            pem: true,
            numbered: is_numbered(self.line_before(text, 0)),
            url: is_url(text.get(self.marker.end..self.stop).unwrap_or_default()),
            min_word: 1,
        };
        let symbols = Symbols::new(text, self.marker.end, self.stop, style);
        let mut body = decode(text, symbols, self.stop, self.end.is_some(), enough);
        if body.broke_off && !starts_base64(text, body.end) {
            body.end = body.last + 1;
        }
        body
    }
}

/// Returns whether a body without its markers is base64 of one whole object, and nothing else.
pub(crate) fn is_whole(body: &[u8]) -> bool {
    let style = Style {
        pem: true,
        numbered: false,
        url: is_url(body),
        min_word: 1,
    };
    let symbols = Symbols::new(body, 0, body.len(), style);
    decode(body, symbols, body.len(), true, usize::MAX).holds_whole_object()
}

impl Body {
    fn holds_whole_object(self) -> bool {
        let bytes = Zeroizing::new(self.bytes);
        let total = header(&bytes).ok().and_then(|head| head.total());
        self.bad_count == 0 && total.is_some_and(|total| total <= bytes.len())
    }
}

/// A decoded body.
#[derive(Debug)]
pub(crate) struct Body {
    /// The decoded bytes.
    pub bytes: Vec<u8>,
    /// The number of symbols.
    pub symbols: usize,
    /// Where the first symbol is.
    pub first: usize,
    /// Where the last symbol is.
    pub last: usize,
    /// Where the first foreign character is.
    pub bad: Option<usize>,
    /// The number of foreign characters.
    pub bad_count: u32,
    /// The number of line breaks, real and escaped.
    pub breaks: u32,
    /// The length of the longest line.
    pub widest: u32,
    /// The repairs that the layout needed.
    pub repairs: Repairs,
    /// Whether a broken END marker or too many foreign characters ended the body.
    pub broke_off: bool,
    /// Where the body ends.
    pub end: usize,
}

/// Returns whether a body uses `_` instead of `/`, as in links and tokens.
fn is_url(body: &[u8]) -> bool {
    let body = body.get(..body.len().min(MAX_URL)).unwrap_or(body);
    memchr::memchr(b'_', body).is_some() && memchr::memchr2(b'+', b'/', body).is_none()
}

/// Returns whether the BEGIN line starts with a number and white space.
fn is_numbered(line: &[u8]) -> bool {
    let trimmed = line.trim_ascii();
    !trimmed.is_empty()
        && trimmed.iter().all(u8::is_ascii_digit)
        && line.last().is_some_and(|byte| b" \t".contains(byte))
}

fn decode(text: &[u8], mut symbols: Symbols<'_>, stop: usize, closed: bool, enough: usize) -> Body {
    let mut decoder = Decoder::default();
    let from = symbols.pos;
    let mut body = Body {
        // Reserve a certificate's size, not the section's: anything can be between two markers.
        bytes: Vec::with_capacity(stop.saturating_sub(from).min(4096).min(enough)),
        symbols: 0,
        first: from,
        last: from,
        bad: None,
        bad_count: 0,
        breaks: 0,
        widest: 0,
        repairs: Repairs::default(),
        broke_off: false,
        end: stop,
    };
    let (mut padded, mut soft) = (false, false);
    let mut declared: Option<usize> = None;
    while body.bytes.len() < enough {
        // Without an END marker the body ends where the object does, so the last byte is decoded
        // symbol by symbol.
        let most = match declared {
            Some(total) => total.saturating_sub(body.bytes.len() + 1),
            None => 0,
        };
        if decoder.aligned() && !padded {
            let taken = symbols.groups(&mut body.bytes, most.min(enough));
            if taken > 0 {
                body.symbols += taken;
                body.last = symbols.pos - 1;
            }
        }
        let Some(step) = symbols.next() else { break };
        match step {
            Step::Symbol(symbol, at) => {
                if std::mem::take(&mut padded) {
                    // There is more data after padding: the object ended, or this is a soft line
                    // break of mail.
                    if declared.is_some_and(|total| total > body.bytes.len()) {
                        soft = true;
                    } else {
                        decoder = Decoder::default();
                    }
                }
                if body.symbols == 0 {
                    body.first = at;
                }
                body.bytes.extend(decoder.push(symbol));
                body.symbols += 1;
                body.last = at;
                if declared.is_none() && body.bytes.len() >= 2 {
                    declared = header(&body.bytes).ok().and_then(|head| head.total());
                }
                if !closed && declared == Some(body.bytes.len()) {
                    body.end = at + 1;
                    break;
                }
            }
            Step::Pad(_) => padded = true,
            Step::Bad(at) => {
                body.bad = body.bad.or(Some(at));
                body.bad_count += 1;
                let dashes = text.get(at..).is_some_and(|rest| rest.starts_with(b"--"));
                if dashes || !closed || body.bad_count > MAX_FOREIGN {
                    if dashes {
                        body.bad_count -= 1;
                        body.bad = body.bad.filter(|first| *first != at);
                    }
                    body.broke_off = true;
                    body.end = at;
                    break;
                }
            }
        }
    }
    if soft {
        symbols.repairs.add(Repair::QuotedPrintable);
    }
    body.breaks = symbols.breaks;
    body.widest = symbols.widest;
    body.repairs = symbols.repairs;
    body
}

/// Layouts of a PEM block, for the tests.
#[cfg(test)]
pub(crate) fn examples(der: &[u8], label: &str) -> Vec<(&'static str, String)> {
    use ::base64::prelude::{BASE64_STANDARD, Engine as _};
    let flat = BASE64_STANDARD.encode(der);
    let lines = |width: usize| -> String {
        flat.as_bytes()
            .chunks(width)
            .filter_map(|line| std::str::from_utf8(line).ok())
            .map(|line| format!("{line}\n"))
            .collect()
    };
    let block = |body: &str| format!("-----BEGIN {label}-----\n{body}-----END {label}-----\n");
    let pem = block(&lines(64));
    let each = |before: &str, after: &str| {
        pem.lines()
            .map(|line| format!("{before}{line}{after}"))
            .collect::<String>()
    };
    let numbered = |mark: &str| {
        let line = |(number, line): (usize, &str)| format!("{:3}{mark} {line}\n", number + 8);
        pem.lines().enumerate().map(line).collect::<String>()
    };
    vec![
        ("plain", pem.clone()),
        ("CRLF", pem.replace('\n', "\r\n")),
        ("CR", pem.replace('\n', "\r")),
        ("indented", each("    ", "\n")),
        ("quoted", each("> > ", "\n")),
        ("comment", each("# ", "\n")),
        ("numbered", numbered(":")),
        ("numbered without a mark", numbered("")),
        ("trailing spaces", each("", "  \n")),
        ("blank lines", each("", "\n\n")),
        ("one line", pem.replace('\n', " ")),
        ("no line ends", pem.replace('\n', "")),
        ("wide", block(&format!("{flat}\n"))),
        ("narrow", block(&lines(1))),
        ("escaped", format!("{{\"pem\": \"{}\"}}", pem.replace('\n', "\\n"))),
        ("escaped twice", format!("\"{}\"", pem.replace('\n', "\\\\n"))),
        (
            "escaped slashes",
            format!("\"{}\"", pem.replace('\n', "\\n").replace('/', "\\/")),
        ),
        (
            "Unicode escapes",
            format!("\"{}\"", pem.replace('\n', "\\u000a").replace('+', "\\u002b")),
        ),
        ("concatenated", each("\"", "\\n\" +\n")),
        ("list", each("'", "',\n")),
        ("HTML", pem.replace('\n', "<br>\n").replace('+', "&#43;")),
        (
            "percent-encoded",
            pem.replace('+', "%2B")
                .replace('/', "%2F")
                .replace('=', "%3D")
                .replace('\n', "%0A")
                .replace(' ', "%20"),
        ),
        ("typographic dashes", pem.replace("-----", "—–")),
        ("Markdown", pem.replace("-----", "\\-\\-\\-\\-\\-").replace('+', "\\+")),
        ("missing dashes", pem.replace("-----", "---")),
        ("zero-width characters", each("", "\u{200b}\n")),
        ("byte order mark", format!("\u{feff}{pem}")),
        (
            "header lines",
            block(&format!("Proc-Type: 4,CLEAR\nComment: x\n\n{}", lines(64))),
        ),
        (
            "END missing",
            pem.split("-----END").next().unwrap_or_default().to_owned(),
        ),
        ("other label", block(&lines(64)).replace(label, "X509 CERTIFICATE")),
        ("wrong label", block(&lines(64)).replace(label, "DATA")),
        ("labels differ", pem.replacen(label, "CERTIFICATE", 1)),
    ]
    .into_iter()
    .chain(wrapped(&pem))
    .collect()
}

/// Blocks in which something is around each line, for the tests.
#[cfg(test)]
fn wrapped(pem: &str) -> Vec<(&'static str, String)> {
    let each = |line: &dyn Fn(usize, &str) -> String| -> String {
        let lines = pem.lines().enumerate();
        lines.map(|(number, text)| line(number, text) + "\n").collect()
    };
    vec![
        ("container", each(&|_, line| format!("web-1  | {line}"))),
        ("pod", each(&|_, line| format!("[pod/web-7d9f8b6c5-x2x4z/web] {line}"))),
        (
            "time stamps",
            each(&|at, line| format!("2026-03-25T08:20:1{}.{at}Z {line}", at % 10)),
        ),
        (
            "syslog",
            each(&|at, line| format!("Mar {:2} 08:20:11 host app[{at}]: {line}", at + 1)),
        ),
        ("level", each(&|_, line| format!("[INFO] {line}"))),
        (
            "levels",
            each(&|at, line| format!("{} app - {line}", if at % 2 == 0 { "INFO " } else { "DEBUG" })),
        ),
        ("build step", each(&|at, line| format!("#12 {at}.345 {line}"))),
        ("remote", each(&|_, line| format!("remote: {line}"))),
        (
            "grep",
            each(&|at, line| format!("a.pem{0}{at}{0}{line}", if at == 0 { ':' } else { '-' })),
        ),
        ("colors", each(&|_, line| format!("\x1b[1;32m{line}\x1b[0m"))),
        (
            "colors, written out",
            each(&|_, line| format!("\\u001b[32m{line}\\u001b[0m")),
        ),
        (
            "colors and container",
            each(&|_, line| format!("\x1b[36mweb-1  |\x1b[0m {line}")),
        ),
        (
            "JSON log",
            each(&|at, line| format!("{{\"log\":\"{line}\\n\",\"stream\":\"out\",\"n\":{at}}}")),
        ),
        (
            "other lines",
            each(&|_, line| format!("web | {line}\ndb  | LOG: ready\ndb  | ready")),
        ),
        ("operator in front", each(&|_, line| format!("    + \"{line}\\n\""))),
        (
            "operator behind",
            each(&|_, line| format!("    '{line}' || CHR(10) ||")),
        ),
        (
            "calls",
            each(&|_, line| format!("out.append(\"{line}\").append(\"\\n\");")),
        ),
        ("Basic", each(&|_, line| format!("s = s & \"{line}\" & vbCrLf"))),
        ("shell", each(&|_, line| format!("echo '{line}' >> a.pem"))),
        ("Python bytes", each(&|_, line| format!("b'{line}\\n'"))),
        (
            "one line of strings",
            format!("x = \"{}\"", pem.trim_end().replace('\n', "\\n\" + \"")),
        ),
        ("array", format!("x = ['{}']", pem.trim_end().replace('\n', "', '"))),
        ("added lines", each(&|_, line| format!("+{line}"))),
        (
            "a hunk",
            format!("@@ -0,0 +1,9 @@\n{}", each(&|_, line| format!("+{line}"))),
        ),
        (
            "combined diff",
            format!("@@@ -1,9 -1,9 +1,9 @@@\n{}", each(&|_, line| format!("++{line}"))),
        ),
        (
            "changed with diff",
            format!("1c1,9\n< x\n---\n{}", each(&|_, line| format!("> {line}"))),
        ),
        (
            "Terraform",
            format!(
                "    x = <<-EOT\n          - x\n{}",
                each(&|_, line| format!("          + {line}"))
            ),
        ),
    ]
}
