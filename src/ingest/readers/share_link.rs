//! Finds this tool's share links in any text, and removes what mail programs, chats and quotes
//! insert into them.
//!
//! It parses only the outer format: `v`, a version, `.`, and base64url that begins with its own
//! length. [`crate::share`] parses the content. It takes linear time.
//!
//! A link is found after its `#`, percent-encoded once or twice (`%23`, `%2523`) or as an HTML
//! reference (`&#35;`), and at the beginning of the text. Version 1 contains its length, so a
//! wrapped link is read across line breaks, quote marks and spaces up to its end, but not into the
//! words after it.

use std::ops::Range;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::ingest::text::work;
use crate::num::hex_value;

/// The longest payload that is read, in characters.
pub const MAX_PAYLOAD: usize = 200_000;

/// Bytes before the body of a version 1 link: kind, length of the body (3, big endian), checksum
/// (4).
pub const ENVELOPE: usize = 8;

/// Characters that encode kind and length.
const HEAD: usize = 6;

/// The most bytes that are skipped between two characters of a link, such as a line break,
/// indentation and quote marks.
const MAX_GAP: usize = 64;

/// The most candidates that are checked in one text.
const MAX_CANDIDATES: usize = 64;

/// A link's fragment, without inserted characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// The version after the `v`.
    pub version: u32,
    /// The base64url characters after the dot, at most [`MAX_PAYLOAD`] and one more.
    pub payload: String,
}

impl Fragment {
    /// Returns the fragment as in a clean link, without `#`.
    #[must_use]
    pub fn text(&self) -> String {
        format!("v{}.{}", self.version, self.payload)
    }

    /// The declared length of a version 1 payload, in characters.
    #[must_use]
    pub fn announced(&self) -> Option<usize> {
        announced(self.payload.as_bytes())
    }

    fn is_whole(&self) -> bool {
        self.version != 1 || self.announced().is_some_and(|wanted| wanted <= self.payload.len())
    }
}

/// Finds the first whole link of a text, or the first link if none is whole.
#[must_use]
pub fn find_fragment(text: &[u8]) -> Option<Fragment> {
    fragment_behind(text, marks(text, 0..text.len()))
}

/// Finds a link as [`find_fragment`] does, given the places of its [`marks`].
pub(crate) fn fragment_behind(text: &[u8], marks: impl Iterator<Item = usize>) -> Option<Fragment> {
    let mut first = None;
    for found in places(text, marks)
        .filter_map(|place| fragment_at(text, place))
        .take(MAX_CANDIDATES)
    {
        if found.is_whole() {
            return Some(found);
        }
        first.get_or_insert(found);
    }
    first
}

/// A place where a fragment could begin.
#[derive(Clone, Copy)]
struct LinkStart {
    at: usize,
    /// Whether there is no mark before it.
    bare: bool,
}

/// Finds the characters with which a `#` can begin, in any encoding.
pub(crate) fn marks(text: &[u8], range: Range<usize>) -> impl Iterator<Item = usize> {
    let start = range.start;
    memchr::memchr3_iter(b'#', b'%', b'&', text.get(range).unwrap_or_default()).map(move |at| start + at)
}

/// Returns the beginning of the text, and the place after every `#`.
fn places(text: &[u8], marks: impl Iterator<Item = usize>) -> impl Iterator<Item = LinkStart> {
    const MARKS: [&[u8]; 7] = [b"#", b"%23", b"%2523", b"&#35;", b"&#x23;", b"&num;", b"&amp;#35;"];
    let begin = text.len() - text.trim_ascii_start().len();
    let marked = marks.filter_map(move |at| {
        let rest = text.get(at..)?;
        // Most marks begin no link, and a text can consist of them.
        if matches!(rest, [b'#', next, ..] if next.is_ascii_alphanumeric() && *next != b'v' || *next == b'#') {
            return None;
        }
        let mark = MARKS.iter().find(|mark| rest.starts_with(mark))?;
        Some(LinkStart {
            at: at + mark.len(),
            bare: false,
        })
    });
    std::iter::once(LinkStart { at: begin, bare: true }).chain(marked)
}

fn fragment_at(text: &[u8], place: LinkStart) -> Option<Fragment> {
    let mut cursor = Cursor { text, at: place.at };
    let mut broken = false;
    let mut next = || {
        let (byte, gap) = cursor.next()?;
        broken |= gap;
        Some((byte, broken))
    };
    next().filter(|(byte, _)| *byte == b'v')?;
    let mut digits = String::new();
    loop {
        match next()?.0 {
            digit @ b'0'..=b'9' if digits.len() < 6 => digits.push(char::from(digit)),
            b'.' => break,
            _ => return None,
        }
    }
    let version = digits.parse().ok()?;
    let mut payload = String::new();
    // Characters before the first gap.
    let mut unbroken = 0;
    while let Some((byte, broken)) = next() {
        if !is_symbol(byte) || broken && version != 1 {
            break;
        }
        payload.push(char::from(byte));
        unbroken += usize::from(!broken);
        let wanted = announced(payload.as_bytes()).filter(|_| version == 1);
        // Without a possible length, the link does not continue after a gap.
        let ends = broken && wanted.is_none() && payload.len() >= HEAD;
        if ends || wanted == Some(payload.len()) || payload.len() > MAX_PAYLOAD {
            break;
        }
    }
    let credible = version == 1 && announced(payload.as_bytes()).is_some();
    if !credible {
        payload.truncate(unbroken);
        let alone = !place.bare || is_rest(text, place.at, &payload);
        if unbroken < HEAD || !alone {
            return None;
        }
    }
    Some(Fragment { version, payload })
}

/// Whether the text from `at` on is one word that ends with `payload`.
fn is_rest(text: &[u8], at: usize, payload: &str) -> bool {
    text.get(at..)
        .is_some_and(|rest| rest.trim_ascii_end().ends_with(payload.as_bytes()))
}

fn is_symbol(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

/// Returns the payload's whole length in characters, from its first six.
fn announced(payload: &[u8]) -> Option<usize> {
    let head = payload.first_chunk::<HEAD>()?;
    let mut bytes = [0; 5];
    // Six characters are four bytes and four more bits: two `A` complete them.
    let mut padded = [b'A'; 8];
    padded.first_chunk_mut::<HEAD>()?.copy_from_slice(head);
    let decoded = URL_SAFE_NO_PAD.decode(padded).ok()?;
    bytes.copy_from_slice(decoded.get(..5)?);
    let [kind, a, b, c, _] = bytes;
    let body = usize::try_from(u32::from_be_bytes([0, a, b, c])).ok()?;
    let characters = ((body + ENVELOPE) * 4).div_ceil(3);
    (kind != 0 && kind < 16 && characters <= MAX_PAYLOAD).then_some(characters)
}

/// Reads a link's characters one by one, and skips inserted ones.
struct Cursor<'a> {
    text: &'a [u8],
    at: usize,
}

impl Cursor<'_> {
    /// Returns the next character, and whether anything was skipped before it.
    fn next(&mut self) -> Option<(u8, bool)> {
        work::step();
        let start = self.at;
        let mut at = start;
        let mut line_begins = false;
        while at - start <= MAX_GAP {
            let (byte, len) = self.decoded(at)?;
            let rest = self.text.get(at..)?;
            if byte == b'\n' || byte == b'\r' {
                line_begins = true;
                at += len;
            } else if byte.is_ascii_whitespace() || line_begins && matches!(byte, b'>' | b'|') {
                at += len;
            } else if line_begins && rest.starts_with(b"&gt;") {
                at += 4;
            } else if line_begins && rest.starts_with(b"-----") {
                // A PEM marker, not a link's characters.
                return None;
            } else if rest.starts_with(b"=\n") || rest.starts_with(b"=\r\n") {
                // The soft line break of quoted-printable.
                at += 1;
            } else if byte == b'\\'
                && rest
                    .get(len)
                    .is_some_and(|next| matches!(next, b'_' | b'-' | b'.' | b'#'))
            {
                // Markdown's escape.
                at += len;
            } else if let Some(invisible) = INVISIBLE.iter().find(|mark| rest.starts_with(mark)) {
                at += invisible.len();
            } else {
                self.at = at + len;
                return Some((byte, at > start));
            }
        }
        None
    }

    /// Returns the byte at `at`, with percent-encoding decoded at most twice, and its length in the
    /// text.
    fn decoded(&self, at: usize) -> Option<(u8, usize)> {
        let rest = self.text.get(at..)?;
        let byte = *rest.first()?;
        if byte != b'%' {
            return Some((byte, 1));
        }
        Some(match rest {
            [_, b'2', b'5', high, low, ..] if hex_value(*high).is_some() && hex_value(*low).is_some() => {
                (hex_value(*high)? << 4 | hex_value(*low)?, 5)
            }
            [_, high, low, ..] if hex_value(*high).is_some() && hex_value(*low).is_some() => {
                (hex_value(*high)? << 4 | hex_value(*low)?, 3)
            }
            _ => (byte, 1),
        })
    }
}

/// Characters that programs insert into long words: soft hyphen, no-break space, zero-width ones.
const INVISIBLE: [&[u8]; 6] = [
    "\u{AD}".as_bytes(),
    "\u{A0}".as_bytes(),
    "\u{200B}".as_bytes(),
    "\u{200C}".as_bytes(),
    "\u{2060}".as_bytes(),
    "\u{FEFF}".as_bytes(),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// A version 1 payload of `characters` characters that declares `body` bytes.
    fn payload(body: u8, characters: usize) -> String {
        let bytes = [&[1, 0, 0, body][..], &vec![0xa5; characters]].concat();
        URL_SAFE_NO_PAD.encode(bytes)[..characters].to_owned()
    }

    fn found(text: &str) -> Option<String> {
        find_fragment(text.as_bytes()).map(|f| f.text())
    }

    #[test]
    fn finds_a_link_however_it_was_sent() {
        // 8 + 52 bytes are 80 characters.
        let link = format!("v1.{}", payload(52, 80));
        let (head, tail) = link.split_at(41);
        for text in [
            link.clone(),
            format!("  {link}\n"),
            format!("#{link}"),
            format!("https://example.com/doctor/?a=1&amp;b=2#{link}"),
            format!("See <https://example.com/#{link}>."),
            format!("(https://example.com/#{link})"),
            format!("_https://example.com/#{link}_ and more"),
            format!("https://example.com/#{link}&utm_source=mail"),
            format!("https://safe.example/?url=https%3A%2F%2Fexample.com%2F%23{link}&amp;data=05"),
            format!("https%253A%252F%252Fexample.com%252F%2523{link}"),
            format!(
                "https://example.com/%23{}",
                link.replace('.', "%2E").replace('W', "%57")
            ),
            format!("https://example.com/%2523{}", link.replace('.', "%252E")),
            format!("https://example.com/&#35;{link}"),
            format!("https://example.com/#{head}\r\n{tail}\r\nregards"),
            format!("> https://example.com/#{head}\n> {tail} regards"),
            format!("&gt; https://example.com/#{head}\n&gt; {tail} regards"),
            format!("https://example.com/#{head} {tail} and so on"),
            format!("https://example.com/#{head}=\r\n{tail}"),
            format!("https://example.com/#{head}%0A{tail}"),
            format!("https://example.com/#{head}\u{200B}{tail}\u{AD}"),
            format!("https://example.com/#\nv1\n.{}", &link[3..]),
            format!("https://example.com/\\#{}", link.replace('.', "\\.")),
            format!("#v1.2345678 is not whole\n#{link}"),
        ] {
            assert_eq!(found(&text).as_deref(), Some(link.as_str()), "{text}");
        }
    }

    #[test]
    fn returns_a_broken_link_as_far_as_it_goes_and_no_pem() {
        let cut = format!("v1.{}", payload(52, 30));
        for text in [
            format!("https://example.com/#{cut}"),
            format!("https://example.com/#{cut}…"),
            format!("https://example.com/#{cut}\n-----BEGIN CERTIFICATE-----\nMIID"),
        ] {
            assert_eq!(found(&text).as_deref(), Some(cut.as_str()), "{text}");
        }
        let fragment = find_fragment(cut.as_bytes()).unwrap();
        assert_eq!((fragment.announced(), fragment.payload.len()), (Some(80), 30));
        assert_eq!(found("#v2.abcdef ghi").as_deref(), Some("v2.abcdef"));
        assert_eq!(found("#v1.AbC-_123456").as_deref(), Some("v1.AbC-_123456"));
    }

    #[test]
    fn finds_no_link_in_other_texts() {
        for text in [
            "",
            "#",
            "v",
            "#v",
            "#v1.",
            "#v1.2",
            "#v1.2-rc1 of the tool",
            "# v1.2 and what is new in it",
            "v2.0abcdef and other words",
            "#v.abcdefghi",
            "#v1234567.abcdefghi",
            "#version.abcdefghi",
            "%23%23%",
            "&#35;",
            "-----BEGIN CERTIFICATE-----\nv1.AAAAAAAAA",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_of_marks_takes_linear_time() {
        for unit in ["#", "#v1.", "#v1.AQAB", "%23v1.AQAB \n", "#\n", "&#35;", "#v1.AQAAAA"] {
            let steps = [1, 2, 4].map(|times| {
                let text = unit.repeat(times * 20_000);
                work::steps(|| drop(find_fragment(text.as_bytes())))
            });
            let [one, two, four] = steps;
            assert!(two <= 2 * one + 1_000 && four <= 4 * one + 1_000, "{unit}: {steps:?}");
            assert!(one <= 64 * 20_000, "{unit}: {one} steps");
        }
    }
}
