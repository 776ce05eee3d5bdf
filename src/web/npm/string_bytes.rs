//! Converts strings to bytes. For long strings the host's `TextEncoder` writes straight into this
//! module's memory, which is a few times as fast as wasm-bindgen's loop.

use js_sys::JsString;
use wasm_bindgen::prelude::*;

/// From this length on, in UTF-16 units, the host's encoder is faster than the loop.
const LONG: u32 = 1 << 12;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> Encoded;

    /// How many UTF-16 units were read and how many bytes were written.
    type Encoded;

    #[wasm_bindgen(method, getter)]
    fn read(this: &Encoded) -> u32;

    #[wasm_bindgen(method, getter)]
    fn written(this: &Encoded) -> u32;
}

/// The string's bytes in UTF-8; `None` if the value is not a string.
pub(super) fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() < LONG {
        return value.as_string().map(String::into_bytes);
    }
    let encoder = TextEncoder::new();
    let mut rest = text.clone();
    // Nearly all input is ASCII, where a unit takes one byte.
    let mut bytes = vec![0; size(rest.length())];
    let mut filled = 0;
    loop {
        let encoded = encoder.encode_into(&rest, bytes.get_mut(filled..)?);
        filled += size(encoded.written());
        if encoded.read() == rest.length() {
            break;
        }
        // A unit takes at most three bytes, so each turn encodes at least half of the rest.
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
