//! Reads and writes JavaScript values.

use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Converts a value to a plain JavaScript object.
///
/// # Errors
/// If JSON cannot express the value. This happens for no type of this crate.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// Makes a plain object with these fields.
///
/// # Errors
/// If a field cannot be set. This happens for no plain object.
pub fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object)
}

/// A field of a JavaScript object; undefined if there is no such field or no object.
#[must_use]
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// The whole number in a field; `None` if it holds anything else.
#[must_use]
pub fn number(object: &JsValue, name: &str) -> Option<u32> {
    let number = field(object, name).as_f64()?;
    let whole = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0;
    // Nothing is lost: the number is whole and within bounds.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    whole.then_some(number as u32)
}
