//! The engine's own door: what `engine.js` exports to a worker's shell or, where no worker runs, to the page.
//!
//! A question comes in as `{ seq, input, options }` and is always answered, in the form [`super::codec`] tells. A panic ends
//! the engine; whoever started it hears of it by the callback given to `onPanic`, and starts another.

use std::cell::RefCell;

use bytes::Bytes;
use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

use super::codec::{self, BUILD_ID, KEY_REMOVED, Reply};
use super::webcrypto::WebCrypto;
use crate::engine::{self, Options};
use crate::ingest::{self, DropReason};
use crate::verify::{SignatureAnswer, SignatureCheck};

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Which build this is; the page asks no engine of another one.
#[wasm_bindgen(js_name = buildId)]
#[must_use]
pub fn build_id() -> String {
    BUILD_ID.to_owned()
}

/// Calls `callback` with a text when the engine panics; after that it must not be asked again.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    ON_PANIC.with_borrow_mut(|slot| *slot = Some(callback));
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        ON_PANIC.with_borrow(|slot| {
            if let Some(callback) = slot {
                // The page may be gone; then nobody is left to be told.
                let _ = callback.call1(&JsValue::NULL, &text.into());
            }
        });
    }));
}

/// Answers one question.
///
/// # Errors
/// Where the question has not the form of this build.
#[wasm_bindgen]
pub async fn answer(question: JsValue) -> Result<JsValue, JsValue> {
    let seq = codec::number(&question, "seq").ok_or("a question without a number")?;
    let options: Options = codec::from_js(codec::field(&question, "options"))?;
    let input = codec::field(&question, "input")
        .dyn_into::<Uint8Array>()
        .map_err(|_| "a question without input")?;
    let bytes = Bytes::from(input.to_vec());
    let mut reply = match engine::plan(bytes.clone(), &options) {
        Ok(plan) => {
            let (answers, incomplete) = answers(plan.checks()).await;
            Reply::judged(seq, engine::judge(&plan, &answers), incomplete)
        }
        Err(why) => Reply::refused(seq, why),
    };
    if reply
        .dropped()
        .iter()
        .any(|dropped| matches!(dropped.reason, DropReason::PrivateKey { .. }))
    {
        reply.redacted = Some(ingest::redact(bytes).text_with(KEY_REMOVED));
    }
    Ok(codec::to_js(&reply)?)
}

/// The browser's answers, completed by the verifiers in Rust where this build has them; and whether some check is still
/// open that they would have answered.
async fn answers(checks: &[SignatureCheck]) -> (Vec<SignatureAnswer>, bool) {
    let answers = match WebCrypto::new() {
        Some(browser) => browser.verify_all(checks).await,
        None => vec![SignatureAnswer::Unsupported; checks.len()],
    };
    let open = |check: &SignatureCheck, answer: &SignatureAnswer| {
        *answer == SignatureAnswer::Unsupported && check.settled().is_none()
    };
    #[cfg(feature = "rust-verifier")]
    let answers: Vec<_> = {
        use crate::verify::Verifier;
        use crate::verify::native::NativeVerifier;
        let complete = |(check, answer)| {
            if open(check, &answer) {
                NativeVerifier.verify(check)
            } else {
                answer
            }
        };
        checks.iter().zip(answers).map(complete).collect()
    };
    let incomplete = checks.iter().zip(&answers).any(|(check, answer)| open(check, answer));
    (answers, incomplete && cfg!(not(feature = "rust-verifier")))
}

/// Does nothing; a binary that calls it carries this module's exports.
pub fn keep() {}
