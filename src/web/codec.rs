//! The form in which a question and its answer cross between page and engine: plain JavaScript objects.
//!
//! `{ seq, files: [{ name, bytes: Uint8Array }], options, passwords }` goes one way; `{ seq, ok: Report, incomplete, redacted }` or
//! `{ seq, err: InputError, … }` comes back. Plain objects (no `Map`) so that scripts, tests and the browser's own tools can
//! read them. A paste is one file without a name.

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::engine::{InputError, Options};
use crate::ingest::{DropReason, Dropped};
use crate::report::Report;

/// What both ends must agree on. An engine of another build is not asked.
pub const BUILD_ID: &str = match option_env!("SSLENGINE_DOCTOR_BUILD") {
    Some(id) => id,
    None => env!("CARGO_PKG_VERSION"),
};

/// What stands in a redacted text where a private key was; the page puts words of its language in its place.
pub const KEY_REMOVED: &str = "\u{FFFC}private-key\u{FFFC}";

/// An answer of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The number of the question.
    pub seq: u32,
    /// The judgement.
    #[serde(default)]
    pub ok: Option<Report>,
    /// Or why there is none.
    #[serde(default)]
    pub err: Option<InputError>,
    /// True where this engine could not check a signature or open a container, but the full one may.
    #[serde(default)]
    pub incomplete: bool,
    /// The input as text without its private keys, where it had some: takes the place of what is in the box.
    #[serde(default)]
    pub redacted: Option<String>,
}

impl Reply {
    /// A judgement.
    #[must_use]
    pub fn judged(seq: u32, report: Report, incomplete: bool) -> Self {
        Self {
            seq,
            ok: Some(report),
            err: None,
            incomplete,
            redacted: None,
        }
    }

    /// An input that cannot be judged.
    #[must_use]
    pub fn refused(seq: u32, why: InputError) -> Self {
        Self {
            seq,
            ok: None,
            err: Some(why),
            incomplete: false,
            redacted: None,
        }
    }

    /// What was left out of the input, judged or not.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        match (&self.ok, &self.err) {
            (Some(report), _) => &report.input.dropped,
            (None, Some(InputError::NoCertificate { input })) => &input.dropped,
            _ => &[],
        }
    }

    /// True where a private key was met, and cleared.
    #[must_use]
    pub fn holds_private_key(&self) -> bool {
        let is_key = |dropped: &Dropped| matches!(dropped.reason, DropReason::PrivateKey { .. });
        self.dropped().iter().any(is_key)
    }

    /// The judgement or the reason; `None` for a reply with neither, which only another build can send.
    #[must_use]
    pub fn outcome(self) -> Option<Result<Report, InputError>> {
        match (self.ok, self.err) {
            (Some(report), _) => Some(Ok(report)),
            (None, Some(why)) => Some(Err(why)),
            (None, None) => None,
        }
    }
}

/// A value as a plain JavaScript object.
///
/// # Errors
/// Where the value holds something JSON cannot say, which no type of this crate does.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// A value from a plain JavaScript object.
///
/// # Errors
/// Where the object has another form.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, serde_wasm_bindgen::Error> {
    serde_wasm_bindgen::from_value(value)
}

/// The question as it is posted, and the buffers in it, which may be given away.
///
/// # Errors
/// See [`to_js`].
pub fn request(
    seq: u32,
    files: &[(String, Uint8Array)],
    options: &Options,
    passwords: &[impl AsRef<str>],
) -> Result<(Object, Array), JsValue> {
    let (message, list, buffers, words) = (Object::new(), Array::new(), Array::new(), Array::new());
    for (name, bytes) in files {
        let file = Object::new();
        Reflect::set(&file, &"name".into(), &name.into())?;
        Reflect::set(&file, &"bytes".into(), bytes)?;
        list.push(&file);
        buffers.push(&bytes.buffer());
    }
    for password in passwords {
        words.push(&password.as_ref().into());
    }
    Reflect::set(&message, &"seq".into(), &seq.into())?;
    Reflect::set(&message, &"files".into(), &list)?;
    Reflect::set(&message, &"options".into(), &to_js(options)?)?;
    Reflect::set(&message, &"passwords".into(), &words)?;
    Ok((message, buffers))
}

/// A field of a JavaScript object; undefined where it has none or is no object.
#[must_use]
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A whole number in a field.
#[must_use]
pub fn number(object: &JsValue, name: &str) -> Option<u32> {
    from_js(field(object, name)).ok()
}
