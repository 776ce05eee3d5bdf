//! The exports of the npm package: they convert, and do nothing else.
//!
//! In: JavaScript values. Out: plain objects in the form of [`crate::contract`], or an `Error` with a stable `code`:
//! `empty` and `no-certificate` (the input; what it holds stands in `input`), `bad-input` (neither string nor
//! `Uint8Array`), `bad-option` (an unknown option, or one of the wrong type). Without an `at` the clock is read here.

use bytes::Bytes;
use js_sys::{Error, JsString, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::webcrypto::WebCrypto;
use crate::cert::UnixTime;
use crate::contract::{NothingView, ReportView};
use crate::engine::{InputError, Options, judge, plan};
use crate::i18n::{Locale, Nothing, shown};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// Judges one server's chain: resolves to the report, or rejects with an `Error` that has a `code`.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn validate(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let Asked { options, locale } = Asked::read(&options)?;
    let plan = plan(read_input(&input)?, &options).map_err(|error| {
        let why = match &error {
            InputError::Empty => Nothing::Empty,
            InputError::NoCertificate { input } => Nothing::NoCertificate(input),
        };
        let view = NothingView::new(why, locale);
        let thrown = failure(view.code(), &view.message());
        if let Ok(form) = to_js(&view) {
            let input = Reflect::get(&form, &"input".into()).unwrap_or(JsValue::NULL);
            let _ = Reflect::set(&thrown, &"input".into(), &input);
        }
        JsValue::from(thrown)
    })?;
    let answers = verify(plan.checks()).await;
    to_js(&ReportView::new(&judge(&plan, &answers), locale))
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Asks the host's own crypto; what it lacks or declines, the Rust verifier.
async fn verify(checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
    let mut answers = match WebCrypto::new() {
        Some(crypto) => crypto.verify_all(checks).await,
        None => vec![SignatureAnswer::Unsupported; checks.len()],
    };
    #[cfg(feature = "rust-verifier")]
    {
        use crate::verify::Verifier as _;
        for (answer, check) in answers.iter_mut().zip(checks) {
            if *answer == SignatureAnswer::Unsupported {
                *answer = crate::verify::native::NativeVerifier.verify(check);
            }
        }
    }
    answers.resize(checks.len(), SignatureAnswer::Unsupported);
    answers
}

fn read_input(input: &JsValue) -> Result<Bytes, JsValue> {
    if let Some(text) = input.as_string() {
        return Ok(text.into());
    }
    match input.dyn_ref::<Uint8Array>() {
        Some(bytes) => Ok(bytes.to_vec().into()),
        None => Err(failure("bad-input", "The input must be a string or a Uint8Array.").into()),
    }
}

/// The options of one call.
struct Asked {
    options: Options,
    locale: Locale,
}

impl Asked {
    fn read(given: &JsValue) -> Result<Self, JsValue> {
        let mut asked = Self {
            options: Options::at(now()),
            locale: Locale::default(),
        };
        if given.is_undefined() || given.is_null() {
            return Ok(asked);
        }
        let Some(given) = given
            .dyn_ref::<Object>()
            .filter(|g| g.dyn_ref::<js_sys::Array>().is_none())
        else {
            return Err(bad_option("The options must be an object."));
        };
        for key in Object::keys(given).iter() {
            let name = key.as_string().unwrap_or_default();
            let value = Reflect::get(given, &key)?;
            if !value.is_undefined() {
                asked.take(&name, &value)?;
            }
        }
        Ok(asked)
    }

    fn take(&mut self, name: &str, value: &JsValue) -> Result<(), JsValue> {
        match name {
            "at" => {
                let moment = value.as_string().and_then(|text| UnixTime::parse_rfc3339(&text).ok());
                self.options.at = moment.ok_or_else(|| {
                    bad_option("The option at must be a time in RFC 3339 form, such as 2026-11-23T07:00:00Z.")
                })?;
            }
            "hostname" => {
                let hostname = value.as_string().map(|name| name.trim().to_owned());
                let hostname = hostname.ok_or_else(|| bad_option("The option hostname must be a string."))?;
                self.options.hostname = Some(hostname).filter(|name| !name.is_empty());
            }
            "insecureSkipVerification" => {
                self.options.insecure_skip_verification = value
                    .as_bool()
                    .ok_or_else(|| bad_option("The option insecureSkipVerification must be a boolean."))?;
            }
            "lang" => {
                let locale = value.as_string().and_then(|tag| Locale::from_tag(&tag));
                self.locale = locale.ok_or_else(|| bad_option("The option lang must be \"en\" or \"fr\"."))?;
            }
            _ => {
                let mut message = "There is no option ".to_owned();
                message.push_str(&shown(name));
                message.push_str("; there are at, hostname, insecureSkipVerification and lang.");
                return Err(bad_option(&message));
            }
        }
        Ok(())
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 are a whole number far below 2^53"
)]
fn now() -> UnixTime {
    UnixTime::from_seconds((js_sys::Date::now() / 1000.0).floor() as i64)
}

fn bad_option(message: &str) -> JsValue {
    failure("bad-option", message).into()
}

/// An `Error` with a `code`.
fn failure(code: &str, message: &str) -> Error {
    let error = Error::new(message);
    let _ = Reflect::set(&error, &"code".into(), &JsString::from(code));
    error
}

/// Plain objects, `null` for what is absent.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|error| failure("internal", &error.to_string()).into())
}
