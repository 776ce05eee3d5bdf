//! Objects in base64 without markers.

use super::{Decoded, EncodedObject, HEAD, ObjectForm, Starts, is_worth_decoding};
use crate::der::header::header;
use crate::ingest::object::outline::Promise;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::{Decoder, Step, Style, Symbols, value};
use crate::ingest::text::prefilter::{Mark, Sifted};
use crate::ingest::text::word::starts_base64;

/// The base64 of `openssh-key-v1`.
const OPENSSH: &[u8] = b"b3BlbnNzaC1rZXktdjE";

/// The most foreign characters in a row that do not end a key.
const MAX_FOREIGN: u32 = 2;

/// See the module.
pub(crate) static FORM: ObjectForm = ObjectForm {
    container: Container::Base64,
    starts,
    head,
    end,
    read,
    #[cfg(test)]
    examples,
};

/// Returns where base64 may begin that encodes a SEQUENCE (the first byte is 0x30) or an OpenSSH
/// key.
fn starts(sifted: Sifted<'_>) -> Starts<'_> {
    let text = sifted.text;
    let mut sequences = sifted
        .ranges(Mark::Base64)
        .flatten()
        .filter(move |pos| match text.get(*pos..) {
            Some([b'M', b'A'..=b'I', ..]) => starts_base64(text, *pos),
            _ => false,
        })
        .peekable();
    let mut keys = sifted.find(Mark::Encoded, OPENSSH).peekable();
    Box::new(std::iter::from_fn(move || match (sequences.peek(), keys.peek()) {
        (Some(sequence), Some(key)) if key < sequence => keys.next(),
        (None, _) => keys.next(),
        _ => sequences.next(),
    }))
}

/// Returns how to read base64 without markers: in a link's query or fragment, `-` and `_` may be
/// symbols.
pub(super) fn style_at(text: &[u8], pos: usize) -> Style {
    let url = matches!(text.get(..pos).unwrap_or_default(), [.., b'=' | b'#']);
    Style {
        pem: false,
        numbered: false,
        url,
        min_word: 1,
    }
}

fn head(text: &[u8], pos: usize, head: &mut Vec<u8>) {
    let mut decoder = Decoder::default();
    for step in Symbols::new(text, pos, text.len(), style_at(text, pos)) {
        let Step::Symbol(symbol, _) = step else { break };
        let before = head.len();
        head.extend(decoder.push(symbol));
        if head.len() == HEAD || head.len() > before && head.len() % 3 == 1 && !is_worth_decoding(head) {
            break;
        }
    }
}

/// Returns where `total` bytes of base64 or the run end; a few foreign characters do not end it.
fn end(text: &[u8], at: usize, total: usize) -> usize {
    let wanted = total.div_ceil(3).saturating_mul(4);
    let style = Style {
        pem: true,
        url: style_at(text, at).url || is_url(text, at, wanted),
        ..style_at(text, at)
    };
    let (mut seen, mut foreign, mut end) = (0usize, 0u32, at);
    for step in Symbols::new(text, at, text.len(), style) {
        match step {
            Step::Symbol(_, pos) => {
                (seen, end, foreign) = (seen + 1, pos + 1, 0);
                if seen >= wanted {
                    break;
                }
            }
            Step::Pad(_) => {}
            Step::Bad(_) if foreign < MAX_FOREIGN => foreign += 1,
            Step::Bad(_) => break,
        }
    }
    let tail = text.get(end..).unwrap_or_default();
    end + tail.iter().take_while(|byte| value(**byte).is_some()).count()
}

/// Returns whether the first symbol that is neither a letter nor a digit is `-` or `_` in a word.
fn is_url(text: &[u8], at: usize, len: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let mut pairs = rest.windows(2).take(len.saturating_mul(2));
    let found = pairs.find_map(|pair| match pair {
        [b'+' | b'/', _] => Some(false),
        [before, b'-' | b'_'] if value(*before).is_some() => Some(true),
        _ => None,
    });
    found.unwrap_or(false)
}

/// Reads the objects that follow one another: concatenated before encoding, or encoded one by one.
fn read(text: &[u8], pos: usize, promise: Promise, max: usize) -> Decoded {
    let mut decoded = Decoded {
        objects: Vec::new(),
        end: pos,
    };
    let mut symbols = Symbols::new(text, pos, text.len(), style_at(text, pos));
    let mut decoder = Decoder::default();
    let (mut start, mut bytes) = (pos, Vec::new());
    let mut declared = None;
    let mut count = 0;
    while count < max {
        match symbols.next() {
            Some(Step::Symbol(symbol, at)) => {
                if bytes.is_empty() && decoder.aligned() {
                    start = at;
                }
                bytes.extend(decoder.push(symbol));
            }
            _ => break,
        }
        if declared.is_none() && bytes.len() <= 8 {
            match header(&bytes) {
                // After a first object, anything that is not a SEQUENCE does not belong to the run.
                Ok(head) if head.tag != 0x30 => {
                    bytes.clear();
                    break;
                }
                Ok(head) => declared = head.total(),
                Err(_) => {}
            }
        }
        if declared == Some(bytes.len()) {
            count += 1;
            decoded.push(start, std::mem::take(&mut bytes), &symbols);
            declared = None;
            let rest = text.get(symbols.pos..).unwrap_or_default();
            let restarts = match rest {
                [b'=', ..] => true,
                [next, ..] => value(*next).is_none() && !decoder.aligned() && breaks_before_object(rest),
                [] => true,
            };
            if restarts {
                break;
            }
            start = symbols.pos;
        }
    }
    if !bytes.is_empty() && (count == 0 || bytes.len() > HEAD) {
        if promise == Promise::Weak && declared.is_some_and(|declared| declared > bytes.len()) {
            decoded.end = symbols.pos;
        } else {
            decoded.push(start, bytes, &symbols);
        }
    }
    decoded
}

impl Decoded {
    fn push(&mut self, start: usize, bytes: Vec<u8>, symbols: &Symbols<'_>) {
        self.end = symbols.pos;
        self.objects.push(EncodedObject {
            span: start..symbols.pos,
            bytes: Some(bytes),
            repairs: symbols.repairs,
            repair: Repair::BareBase64,
        });
    }
}

/// Returns whether the next word, after a line end or a space, begins a new object.
fn breaks_before_object(rest: &[u8]) -> bool {
    let gap = rest.iter().take(16).take_while(|byte| value(**byte).is_none()).count();
    rest.get(gap..).is_some_and(|next| next.starts_with(b"MI"))
}

#[cfg(test)]
fn examples(der: &[u8]) -> Vec<Vec<u8>> {
    use ::base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD, Engine as _};
    let flat = BASE64_STANDARD.encode(der);
    let lines: Vec<&str> = flat
        .as_bytes()
        .chunks(64)
        .filter_map(|line| std::str::from_utf8(line).ok())
        .collect();
    let with = |before: &str, after: &str| {
        lines
            .iter()
            .map(|line| format!("{before}{line}{after}"))
            .collect::<String>()
    };
    let percent = flat.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
    let examples = [
        flat.clone(),
        format!("key: \"{flat}\","),
        with("", "\n"),
        with("", "\r\n"),
        with("    ", "\n"),
        with("> ", "\n"),
        format!("data:\n{}", with("12: ", "\n")),
        format!("\"{}\"", lines.join("\\n")),
        lines.join(" "),
        format!("https://example.com/?cert={percent}"),
        format!("https://example.com/#{}", BASE64_URL_SAFE_NO_PAD.encode(der)),
        format!("cert: {}\n", BASE64_URL_SAFE_NO_PAD.encode(der)),
        format!("\"cert\": \"{}\"", BASE64_URL_SAFE_NO_PAD.encode(der)),
        format!("<pre>{}</pre>", lines.join("<br>\n")),
        with("+", "\n"),
        format!("@@ -1 +1 @@\n x\n{}", with("+", "\n")),
        format!("-x\n+-----END X-----\n{}", with("+", "\n")),
    ];
    examples.into_iter().map(String::into_bytes).collect()
}
