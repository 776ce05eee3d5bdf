//! The verifier that asks `crypto.subtle`: in a page, in a worker, in Node 20 and later.
//!
//! In go all checks at once; out come their answers in the same order. Keys are imported once each, however many checks
//! use them, and at most [`IN_FLIGHT`] promises are pending at a time. A key that is refused, a call that throws or
//! rejects, an algorithm that this browser lacks: [`SignatureAnswer::Unsupported`] for those checks, never a guess; the
//! caller asks the Rust verifier about what [`SignatureCheck::settled`] leaves open.

use std::collections::HashMap;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::verify::subtle::{SubtleKey, SubtleRequest, VerifyParameters};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// Promises pending at a time: enough to keep a browser's crypto threads busy, few enough to bound memory, since each
/// holds copies of its signature and signed bytes.
pub const IN_FLIGHT: usize = 256;

/// A handle on the browser's crypto.
#[derive(Clone, Debug)]
pub struct WebCrypto {
    subtle: SubtleCrypto,
}

/// The answers of this window's, worker's or process's own crypto, completed by the verifiers in Rust where this build has
/// them.
pub async fn answers(checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
    let answers = match WebCrypto::new() {
        Some(browser) => browser.verify_all(checks).await,
        None => vec![SignatureAnswer::Unsupported; checks.len()],
    };
    #[cfg(feature = "rust-verifier")]
    let answers = {
        use crate::verify::Verifier;
        use crate::verify::native::NativeVerifier;
        let complete = |(check, answer)| {
            if is_open((check, &answer)) {
                NativeVerifier.verify(check)
            } else {
                answer
            }
        };
        checks.iter().zip(answers).map(complete).collect()
    };
    answers
}

/// True where a verifier of another kind may still tell.
#[must_use]
pub fn is_open((check, answer): (&SignatureCheck, &SignatureAnswer)) -> bool {
    *answer == SignatureAnswer::Unsupported && check.settled().is_none()
}

impl WebCrypto {
    /// The crypto of this window, worker or process; none where there is no `crypto.subtle`, as on a page over plain http
    /// that is not localhost.
    pub fn new() -> Option<Self> {
        let member = |of: &JsValue, name: &str| {
            Reflect::get(of, &name.into())
                .ok()
                .filter(|value| !value.is_undefined() && !value.is_null())
        };
        let subtle = member(&member(&js_sys::global(), "crypto")?, "subtle")?;
        Some(Self {
            subtle: subtle.unchecked_into(),
        })
    }

    /// Answers all `checks`, in their order.
    pub async fn verify_all(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        let mut keys = Keys::default();
        let mut answers = Vec::with_capacity(checks.len());
        for chunk in checks.chunks(IN_FLIGHT) {
            let requests: Vec<_> = chunk.iter().map(SubtleRequest::of).collect();
            keys.import(&self.subtle, requests.iter().flatten().map(|request| &request.key))
                .await;
            let asked: Vec<_> = chunk
                .iter()
                .zip(&requests)
                .map(|(check, request)| self.ask(&keys, check, request))
                .collect();
            for (settled, request) in settle(asked).await.into_iter().zip(requests) {
                answers.push(match (request, settled.and_then(|value| value.as_bool())) {
                    (Err(answer), _) => answer,
                    (Ok(_), Some(true)) => SignatureAnswer::Valid,
                    (Ok(_), Some(false)) => SignatureAnswer::Invalid,
                    (Ok(_), None) => SignatureAnswer::Unsupported,
                });
            }
        }
        answers
    }

    /// Starts one verification; none where there is nothing to ask or the call throws.
    fn ask(
        &self,
        keys: &Keys,
        check: &SignatureCheck,
        request: &Result<SubtleRequest, SignatureAnswer>,
    ) -> Option<Promise> {
        let request = request.as_ref().ok()?;
        let key = keys.get(&request.key)?;
        let parameters = match request.verify {
            VerifyParameters::Plain => None,
            VerifyParameters::Pss(salt_length) => Some(("saltLength", JsValue::from(salt_length))),
            VerifyParameters::Ecdsa(hash) => Some(("hash", hash.into())),
        };
        let algorithm = dictionary([Some(("name", request.key.name.into())), parameters])?;
        // Copies: the memory of this module may move while the browser still reads.
        let (signature, message) = (
            Uint8Array::from(&request.signature[..]),
            Uint8Array::from(&check.message[..]),
        );
        self.subtle
            .verify_with_object_and_buffer_source_and_buffer_source(&algorithm, key, &signature, &message)
            .ok()
    }
}

/// The keys imported so far; none for a key that was refused.
#[derive(Default)]
struct Keys(HashMap<SubtleKey, Option<CryptoKey>>);

impl Keys {
    fn get(&self, key: &SubtleKey) -> Option<&CryptoKey> {
        self.0.get(key)?.as_ref()
    }

    /// Imports those of `wanted` that are new, all at the same time.
    async fn import(&mut self, subtle: &SubtleCrypto, wanted: impl Iterator<Item = &SubtleKey>) {
        let mut new = Vec::new();
        for key in wanted {
            if !self.0.contains_key(key) {
                self.0.insert(key.clone(), None);
                new.push(key.clone());
            }
        }
        let promises = new.iter().map(|key| import(subtle, key)).collect();
        for (key, imported) in new.into_iter().zip(settle(promises).await) {
            self.0.insert(key, imported.map(JsValue::unchecked_into));
        }
    }
}

/// Starts one import, for verifying only; none where the call throws.
fn import(subtle: &SubtleCrypto, key: &SubtleKey) -> Option<Promise> {
    let hash = key.hash.map(|hash| ("hash", hash.into()));
    let curve = key.named_curve.map(|curve| ("namedCurve", curve.into()));
    let algorithm = dictionary([Some(("name", key.name.into())), hash.or(curve)])?;
    let spki = Uint8Array::from(&key.spki[..]);
    let uses = Array::of1(&"verify".into());
    subtle
        .import_key_with_object("spki", &spki, &algorithm, false, &uses)
        .ok()
}

fn dictionary<const N: usize>(members: [Option<(&str, JsValue)>; N]) -> Option<Object> {
    let object = Object::new();
    for (name, value) in members.into_iter().flatten() {
        Reflect::set(&object, &name.into(), &value).ok()?;
    }
    Some(object)
}

/// Waits for all `promises` together; none for one that was not there or that was rejected.
async fn settle(promises: Vec<Option<Promise>>) -> Vec<Option<JsValue>> {
    let pending: Array = promises.iter().flatten().collect();
    let results = match JsFuture::from(Promise::all_settled(&pending)).await {
        Ok(results) => Array::from(&results),
        Err(_) => Array::new(),
    };
    let mut results = results.iter();
    let fulfilled = |result: JsValue| {
        let status = Reflect::get(&result, &"status".into()).ok()?;
        (status == "fulfilled").then(|| Reflect::get(&result, &"value".into()).ok())?
    };
    promises
        .into_iter()
        .map(|promise| promise.and_then(|_| fulfilled(results.next()?)))
        .collect()
}
