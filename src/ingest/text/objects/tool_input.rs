//! Decodes the `input=` of a link to CyberChef: the tool's whole input in base64.

use memchr::memmem;

use super::{EncodedText, TextForm, base64_text};
use crate::ingest::report::note::Repair;
use crate::ingest::text::prefilter::{Mark, Sifted};

const NAME: &[u8] = b"input=";

/// The shortest value that is decoded, in characters.
const SHORTEST: usize = 24;

/// See the module.
pub(crate) static FORM: TextForm = TextForm {
    repair: Repair::PercentEncoding,
    each,
    is_read,
    locate: base64_text::locate,
    #[cfg(test)]
    examples,
};

fn each(sifted: Sifted<'_>, each: &mut dyn FnMut(EncodedText)) {
    let text = sifted.text;
    for at in sifted.find(Mark::Encoded, NAME) {
        let from = at + NAME.len();
        let start = text.get(from..from + SHORTEST).unwrap_or(b"=");
        // Padding ends a value. In an HTML tag it does not, but the value would be too short.
        let stop = memchr::memchr2(b'=', b'<', start).and_then(|stop| start.get(stop));
        if stop != Some(&b'=') {
            each(base64_text::decode_run(text, from));
        }
    }
}

/// Returns true only in a link; [`base64_text`] finds PEM by its own markers.
fn is_read(text: &[u8], encoded: &EncodedText) -> bool {
    let before = text
        .get(..encoded.range.start.saturating_sub(NAME.len()))
        .unwrap_or_default();
    matches!(before, [.., b'&' | b'#' | b'?'])
        && encoded.bytes.len() > 64
        && memmem::find(&encoded.bytes, b"-----BEGIN ").is_none()
}

#[cfg(test)]
fn examples(inner: &str) -> Vec<Vec<u8>> {
    use ::base64::prelude::{BASE64_STANDARD_NO_PAD, Engine as _};
    // PEM belongs to the other form; people also paste bare base64 into the tool.
    let bare: String = inner
        .lines()
        .filter(|line| !line.contains("-----"))
        .map(|line| format!("{line}\n"))
        .collect();
    let encoded = BASE64_STANDARD_NO_PAD
        .encode(bare)
        .replace('+', "%2B")
        .replace('/', "%2F");
    vec![format!("https://example.com/CyberChef/#recipe=Magic()&input={encoded}").into_bytes()]
}
