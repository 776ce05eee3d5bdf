//! Errors of the package.

use js_sys::{Error, JsString, Reflect};
use wasm_bindgen::JsValue;

/// Makes an `Error` with a `code`.
pub(super) fn failure(code: &str, message: &str) -> Error {
    let error = Error::new(message);
    let _ = Reflect::set(&error, &"code".into(), &JsString::from(code));
    error
}

/// Adds a property to an error.
pub(super) fn with(error: Error, name: &str, value: JsValue) -> JsValue {
    let _ = Reflect::set(&error, &name.into(), &value);
    error.into()
}
