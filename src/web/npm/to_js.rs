//! Converts values to plain JavaScript objects through JSON, which is much faster than creating the
//! objects one by one.
//!
//! The JSON is ASCII: engines store such a text in one byte per character and parse it faster. A
//! single typographic quotation mark would make the whole text two bytes per character.

use std::io::{self, Write};

use js_sys::JSON;
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use wasm_bindgen::JsValue;

use super::errors::failure;

/// Bytes reserved at first: enough for the report of a usual chain.
const USUAL: usize = 1 << 14;

/// Converts a value to plain objects, with `null` for absent values.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut text = Vec::with_capacity(USUAL);
    let written = value.serialize(&mut Serializer::with_formatter(&mut text, Ascii));
    written.map_err(|error| failure("internal", &error.to_string()))?;
    let text = String::from_utf8(text).map_err(|error| failure("internal", &error.to_string()))?;
    JSON::parse(&text)
}

/// Writes every character outside ASCII as `\u` escapes of its UTF-16 units.
struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.is_ascii() {
            return writer.write_all(fragment.as_bytes());
        }
        for c in fragment.chars() {
            if c.is_ascii() {
                writer.write_all(c.encode_utf8(&mut [0; 4]).as_bytes())?;
            } else {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }
}
