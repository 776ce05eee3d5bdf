//! Objects written as hex digits, with or without separators, and as the dumps of xxd, hexdump and
//! openssl.

use super::{Decoded, EncodedObject, HEAD, ObjectForm, Starts, is_worth_decoding};
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
use crate::ingest::object::outline::Promise;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::Repairs;
use crate::ingest::text::hex::Hex;
use crate::ingest::text::prefilter::{Mark, Sifted};
use crate::ingest::text::word::starts_hex;

/// The most bytes before the digits that are searched for the beginning of the line. A dump's
/// offset is shorter.
const BEFORE: usize = 24;

/// The fewest bytes of a cut-off object that is reported.
const MIN_PRESENT: usize = 128;

/// See the module.
pub(crate) static FORM: ObjectForm = ObjectForm {
    container: Container::Hex,
    starts,
    head,
    end,
    read,
    #[cfg(test)]
    examples,
};

/// Returns where hex digits may begin that encode a SEQUENCE (the first byte is 0x30).
fn starts(sifted: Sifted<'_>) -> Starts<'_> {
    let text = sifted.text;
    let places = sifted.ranges(Mark::Hex).flatten();
    Box::new(places.filter(move |at| matches!(text.get(*at..), Some([b'3', b'0', ..])) && starts_hex(text, *at)))
}

fn digits(text: &[u8], at: usize) -> Hex<'_> {
    let from = at.saturating_sub(BEFORE);
    let line = memchr::memrchr2(b'\n', b'\r', text.get(from..at).unwrap_or_default());
    Hex::new(text, at, line.map_or(from, |pos| from + pos + 1))
}

fn head(text: &[u8], at: usize, head: &mut Vec<u8>) {
    for byte in digits(text, at).take(HEAD) {
        head.push(byte);
        if head.len() % 3 == 1 && !is_worth_decoding(head) {
            break;
        }
    }
}

fn end(text: &[u8], at: usize, total: usize) -> usize {
    let mut digits = digits(text, at);
    digits.by_ref().take(total).for_each(drop);
    digits.pos
}

fn read(text: &[u8], at: usize, _: Promise, _: usize) -> Decoded {
    let mut digits = digits(text, at);
    let mut bytes: Vec<u8> = digits.by_ref().take(HEAD).collect();
    if !matches!(bytes.as_slice(), [SEQUENCE, 0x80..=0x84, ..]) {
        return Decoded::default();
    }
    // A PKCS#7 object of indefinite length has no total: read all digits.
    let total = header(&bytes).ok().and_then(|head| head.total()).unwrap_or(usize::MAX);
    let more = total.saturating_sub(bytes.len());
    bytes.extend(digits.by_ref().take(more));
    let mut decoded = Decoded {
        objects: Vec::new(),
        end: digits.pos,
    };
    if total == usize::MAX || bytes.len() >= total.min(MIN_PRESENT) {
        decoded.objects.push(EncodedObject {
            span: at..digits.pos,
            bytes: Some(bytes),
            repairs: Repairs::default(),
            repair: if digits.dump { Repair::HexDump } else { Repair::Hex },
        });
    }
    decoded
}

#[cfg(test)]
fn examples(der: &[u8]) -> Vec<Vec<u8>> {
    let join = |before: &str, between: &str| {
        let bytes: Vec<String> = der.iter().map(|byte| format!("{before}{byte:02x}")).collect();
        bytes.join(between)
    };
    let dump = |offset: &dyn Fn(usize) -> String| {
        let line = |(index, bytes): (usize, &[u8])| {
            let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            let text: String = bytes
                .iter()
                .map(|byte| char::from(*byte))
                .map(|c| if c.is_ascii_graphic() { c } else { '.' })
                .collect();
            format!("{}{:<48}  {text}\n", offset(index * 16), digits.join(" "))
        };
        der.chunks(16).enumerate().map(line).collect::<String>()
    };
    let examples = [
        join("", ""),
        join("", "").to_uppercase(),
        join("", ":"),
        join("", " "),
        join("0x", ", "),
        join("\\x", ""),
        dump(&|at| format!("{at:08x}: ")),
        dump(&|at| format!("{at:04x} - ")),
        dump(&|at| format!("{at:08x}  ")),
    ];
    examples.into_iter().map(String::into_bytes).collect()
}
