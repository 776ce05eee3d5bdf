//! Decodes the header of a JSON web token, which may contain certificates (`x5c`).

use std::ops::Range;

use super::{EncodedText, Ranges, TextForm};
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::{Decoder, value};
use crate::ingest::text::prefilter::{Mark, Sifted};
use crate::ingest::text::work;

/// `{"` in base64.
const BEGIN: &[u8] = b"eyJ";

/// The shortest header that can contain a certificate or a key, in characters.
const SHORTEST: usize = 64;

/// See the module.
pub(crate) static FORM: TextForm = TextForm {
    repair: Repair::BareBase64,
    each,
    is_read: |_, _| true,
    locate,
    #[cfg(test)]
    examples,
};

fn symbol(byte: u8) -> Option<u8> {
    match byte {
        b'-' => Some(62),
        b'_' => Some(63),
        _ => value(byte),
    }
}

fn each(sifted: Sifted<'_>, each: &mut dyn FnMut(EncodedText)) {
    let text = sifted.text;
    let mut floor = 0;
    for start in sifted.find(Mark::Encoded, BEGIN) {
        let is_inside = start.checked_sub(1).and_then(|before| text.get(before));
        if start < floor || is_inside.is_some_and(|byte| symbol(*byte).is_some()) {
            continue;
        }
        let word = text.get(start..).unwrap_or_default().iter().inspect(|_| work::step());
        let len = word.take_while(|byte| symbol(**byte).is_some()).count();
        floor = start + len;
        if len < SHORTEST {
            continue;
        }
        let range = start..start + len;
        let mut decoder = Decoder::default();
        let symbols = text.get(range.clone()).unwrap_or_default().iter();
        let bytes = symbols.filter_map(|byte| symbol(*byte).and_then(|symbol| decoder.push(symbol)));
        each(EncodedText {
            bytes: bytes.collect(),
            range,
        });
    }
}

/// The symbols of a token are contiguous: three bytes take four.
fn locate(text: &[u8], run: Range<usize>, inner: &[Range<usize>]) -> Ranges {
    let end = run.end.min(text.len());
    let place = |range: &Range<usize>| {
        let from = run.start + range.start / 3 * 4;
        let to = run.start + range.end.div_ceil(3) * 4;
        from.min(end)..to.min(end)
    };
    inner.iter().map(place).collect()
}

#[cfg(test)]
fn examples(inner: &str) -> Vec<Vec<u8>> {
    use ::base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
    let object: String = inner.lines().filter(|line| !line.contains("-----")).collect();
    let header = format!("{{\"alg\":\"RS256\",\"x5c\":[\"{object}\"]}}");
    let token = format!("{}.eyJzdWIiOiJ4In0.c2lnbmF0dXJl", BASE64_URL_SAFE_NO_PAD.encode(header));
    vec![
        token.clone().into_bytes(),
        format!("Authorization: Bearer {token}\n").into_bytes(),
    ]
}
