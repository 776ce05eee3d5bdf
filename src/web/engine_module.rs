//! The engine's own door: what `engine.js` exports to a worker's shell or, where no worker runs, to the page.
//!
//! A question comes in as `{ seq, files, options, passwords }` and is always answered, in the form [`super::codec`] tells. A panic ends
//! the engine; whoever started it hears of it by the callback given to `onPanic`, and starts another.

use std::cell::RefCell;

use bytes::Bytes;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

use super::codec::{self, BUILD_ID, KEY_REMOVED, Reply};
use super::webcrypto::WebCrypto;
use crate::containers::Passwords;
use crate::engine::{self, Options};
use crate::ingest::{self, DropReason, Dropped};
use crate::trust::TrustStore;
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
    let passwords: Passwords = codec::from_js(codec::field(&question, "passwords"))?;
    let files = files(&codec::field(&question, "files"))?;
    let planned = match files.as_slice() {
        [(name, bytes)] if name.is_empty() => {
            engine::plan_opening(bytes.clone(), &passwords, &options, TrustStore::embedded())
        }
        files => engine::plan_files(files, &passwords, &options, TrustStore::embedded()),
    };
    drop(passwords);
    let mut reply = match planned {
        Ok(plan) => {
            let (answers, incomplete) = answers(plan.checks()).await;
            Reply::judged(seq, engine::judge(&plan, &answers), incomplete)
        }
        Err(why) => Reply::refused(seq, why),
    };
    reply.incomplete |= cfg!(not(feature = "containers")) && reply.dropped().iter().any(is_shut_container);
    if reply.holds_private_key()
        && let [(_, bytes)] = files.as_slice()
    {
        let redacted = ingest::redact(bytes.clone());
        // Binary files cannot stand in the box; their keys were cleared on reading all the same.
        reply.redacted = std::str::from_utf8(&redacted.bytes)
            .is_ok_and(|text| !text.contains('\0'))
            .then(|| redacted.text_with(KEY_REMOVED));
    }
    Ok(codec::to_js(&reply)?)
}

/// The files of a question. The buffers they came in are cleared: they may hold private keys, and nobody else needs them.
fn files(list: &JsValue) -> Result<Vec<(String, Bytes)>, JsValue> {
    let read = |file: JsValue| {
        let name = codec::field(&file, "name").as_string().unwrap_or_default();
        let bytes = codec::field(&file, "bytes")
            .dyn_into::<Uint8Array>()
            .map_err(|_| "a file without bytes")?;
        let copy = Bytes::from(bytes.to_vec());
        bytes.fill(0, 0, bytes.length());
        Ok((name, copy))
    };
    let list = list.dyn_ref::<Array>().ok_or("a question without files")?;
    list.iter().map(read).collect()
}

/// A key store or an archive that this engine did not open.
fn is_shut_container(dropped: &Dropped) -> bool {
    matches!(
        dropped.reason,
        DropReason::Pkcs12 | DropReason::JavaKeyStore { .. } | DropReason::Zip
    )
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
