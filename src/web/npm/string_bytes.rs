//! A long string's bytes. The host's encoder writes them where they are read, a few times as fast as the glue's loop, and
//! without a copy in between.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// Strings from this length on are left to the host's encoder; for shorter ones asking it takes longer than the loop.
const LONG: u32 = 1 << 12;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> Encoded;

    /// What became of a text: how many of its UTF-16 units were read, how many bytes were written.
    type Encoded;

    #[wasm_bindgen(method, getter)]
    fn read(this: &Encoded) -> u32;

    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> u32;
}

/// The string's bytes in UTF-8; nothing where the value is no string.
pub(super) fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() < LONG {
        return value.as_string().map(String::into_bytes);
    }
    let encoder = TextEncoder::new();
    let mut rest = text.clone();
    // Of ASCII, which nearly all is, a unit takes a byte.
    let mut bytes = vec![0; size(rest.length())];
    let mut filled = 0;
    loop {
        let encoded = encoder.encode_into(&rest, bytes.get_mut(filled..)?);
        filled += size(encoded.written());
        if encoded.read() == rest.length() {
            break;
        }
        // A unit takes three bytes at most, so that each turn takes half of what is left, or all.
        rest = rest.slice(encoded.read(), rest.length());
        let left = size(rest.length());
        bytes.resize(filled + left + left / 2 + 3, 0);
    }
    bytes.truncate(filled);
    Some(bytes)
}

fn size(length: u32) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}
