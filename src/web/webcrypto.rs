//! The verifier that asks `crypto.subtle`: in a page, in a worker, in Node 20 and later.
//!
//! In go all checks at once; out come their answers in the same order. Keys are imported once each, however many checks
//! use them, and kept for later calls, since authorities' keys come again; at most [`IN_FLIGHT`] promises are pending at a time. A key that is refused, a call that throws or
//! rejects, an algorithm that this browser lacks: [`SignatureAnswer::Unsupported`] for those checks, never a guess; the
//! caller asks the Rust verifier about what [`SignatureCheck::settled`] leaves open.

use std::cell::RefCell;
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

/// Keys kept from one call to the next. A few dozen authorities sign what most servers have; a key takes about a kilobyte.
const KEPT_KEYS: usize = 512;

thread_local! {
    static KEPT: RefCell<HashMap<SubtleKey, CryptoKey>> = RefCell::default();
}

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
        let mut algorithms = Algorithms::default();
        let mut answers = Vec::with_capacity(checks.len());
        for chunk in checks.chunks(IN_FLIGHT) {
            let requests: Vec<_> = chunk.iter().map(SubtleRequest::of).collect();
            keys.import(&self.subtle, requests.iter().flatten().map(|request| &request.key))
                .await;
            let asked: Vec<_> = chunk
                .iter()
                .zip(&requests)
                .map(|(check, request)| self.ask(&keys, &mut algorithms, check, request))
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
        keys.keep();
        answers
    }

    /// Starts one verification; none where there is nothing to ask or the call throws.
    fn ask(
        &self,
        keys: &Keys,
        algorithms: &mut Algorithms,
        check: &SignatureCheck,
        request: &Result<SubtleRequest, SignatureAnswer>,
    ) -> Option<Promise> {
        let request = request.as_ref().ok()?;
        let key = keys.get(&request.key)?;
        let algorithm = algorithms.get(request.key.name, request.verify)?;
        // Copies: the memory of this module may move while the browser still reads.
        let (signature, message) = (
            Uint8Array::from(&request.signature[..]),
            Uint8Array::from(&check.message[..]),
        );
        self.subtle
            .verify_with_object_and_buffer_source_and_buffer_source(algorithm, key, &signature, &message)
            .ok()
    }
}

/// The first arguments of `verify`, each made once: a bundle has two or three of them.
#[derive(Default)]
struct Algorithms(Vec<(&'static str, VerifyParameters, Object)>);

impl Algorithms {
    fn get(&mut self, name: &'static str, verify: VerifyParameters) -> Option<&Object> {
        let known = self.0.iter().position(|(n, v, _)| *n == name && *v == verify);
        let place = match known {
            Some(place) => place,
            None => {
                let parameters = match verify {
                    VerifyParameters::Plain => None,
                    VerifyParameters::Pss(salt_length) => Some(("saltLength", JsValue::from(salt_length))),
                    VerifyParameters::Ecdsa(hash) => Some(("hash", hash.into())),
                };
                self.0
                    .push((name, verify, dictionary([Some(("name", name.into())), parameters])?));
                self.0.len() - 1
            }
        };
        self.0.get(place).map(|(_, _, object)| object)
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
                let kept = KEPT.with_borrow(|kept| kept.get(key).cloned());
                if kept.is_none() {
                    new.push(key.clone());
                }
                self.0.insert(key.clone(), kept);
            }
        }
        let promises = new.iter().map(|key| import(subtle, key)).collect();
        for (key, imported) in new.into_iter().zip(settle(promises).await) {
            self.0.insert(key, imported.map(JsValue::unchecked_into));
        }
    }

    /// Leaves what was imported for later calls. What was refused may be taken another time.
    fn keep(self) {
        KEPT.with_borrow_mut(|kept| {
            for (key, imported) in self.0 {
                if kept.len() >= KEPT_KEYS && !kept.contains_key(&key) {
                    kept.clear();
                }
                if let Some(imported) = imported {
                    kept.insert(key, imported);
                }
            }
        });
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
    if pending.length() == 0 {
        return promises.into_iter().map(|_| None).collect();
    }
    let results = match JsFuture::from(Promise::all_settled(&pending)).await {
        Ok(results) => Array::from(&results),
        Err(_) => Array::new(),
    };
    let mut results = results.iter();
    // What was rejected has no value, but a reason.
    let value = JsValue::from_str("value");
    let fulfilled = |result: JsValue| Reflect::get(&result, &value).ok().filter(|value| !value.is_undefined());
    promises
        .into_iter()
        .map(|promise| promise.and_then(|_| fulfilled(results.next()?)))
        .collect()
}
