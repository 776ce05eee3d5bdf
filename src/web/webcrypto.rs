//! Verifies signatures with `crypto.subtle`, in a page, a worker, or Node 20 and later.
//!
//! All checks are passed at once; the answers have the same order. Each key is imported once and
//! kept for later calls, because the same CAs sign many chains. At most [`IN_FLIGHT`] promises are
//! pending at a time. If a key is refused, a call throws or rejects, or the browser does not
//! support an algorithm, the answer is [`SignatureAnswer::Unsupported`]. Unless
//! [`SignatureCheck::known_answer`] has an answer, the Rust verifier can then check the signature.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use crate::cert::SignatureAlgorithm;
use crate::verify::subtle::{SubtleKey, SubtleRequest, VerifyParameters};
use crate::verify::{SignatureAnswer, SignatureCheck};

/// How many promises may be pending at a time.
///
/// They keep a browser's crypto threads busy. The number is limited because each promise holds
/// copies of its signature and of the signed bytes.
pub const IN_FLIGHT: usize = 256;

/// How many keys are kept between calls. A few dozen CAs sign most server certificates; a key takes
/// about a kilobyte.
const KEPT_KEYS: usize = 512;

thread_local! {
    static KEPT: RefCell<HashMap<SubtleKey, CryptoKey>> = RefCell::default();
    static ALGORITHMS: RefCell<Algorithms> = RefCell::default();
}

#[wasm_bindgen]
extern "C" {
    /// The global object of windows, workers and Node.
    type Global;
    #[wasm_bindgen(method, getter)]
    fn crypto(this: &Global) -> Option<Crypto>;
}

/// A handle to the browser's `crypto.subtle`.
#[derive(Clone, Debug)]
pub struct WebCrypto {
    subtle: SubtleCrypto,
}

/// Verifies signatures with the platform's crypto, and with the Rust verifiers those that it does
/// not support, if this build has Rust verifiers.
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

/// Whether another verifier may still be able to check the signature.
#[must_use]
pub fn is_open((check, answer): (&SignatureCheck, &SignatureAnswer)) -> bool {
    *answer == SignatureAnswer::Unsupported && check.known_answer().is_none()
}

impl WebCrypto {
    /// The crypto of this window, worker or process; `None` without `crypto.subtle`, as on a page
    /// over plain HTTP that is not localhost.
    pub fn new() -> Option<Self> {
        let subtle = js_sys::global().unchecked_into::<Global>().crypto()?.subtle();
        let exists = !subtle.is_undefined() && !subtle.is_null();
        exists.then_some(Self { subtle })
    }

    /// Answers all `checks`, in the same order.
    pub async fn verify_all(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        let mut keys = Keys::default();
        let mut answers = Vec::with_capacity(checks.len());
        // Start the next part while the browser works on one, so it is never idle.
        let mut previous = Pending::default();
        for chunk in checks.chunks(IN_FLIGHT / 2) {
            let requests: Vec<_> = chunk.iter().map(|check| (check, SubtleRequest::of(check))).collect();
            keys.import(&self.subtle, &requests).await;
            let mut current = Pending::default();
            for (check, request) in &requests {
                current.add(request.as_ref().map(|request| self.start(&keys, check, request)));
            }
            current.attach_handlers();
            std::mem::replace(&mut previous, current).settle(&mut answers).await;
        }
        previous.settle(&mut answers).await;
        keys.keep();
        answers
    }

    /// Starts one verification; `None` if the call throws.
    ///
    /// Both slices are views of this module's memory. `verify` copies them before it returns (Web
    /// Cryptography API §14.3.4).
    fn start(&self, keys: &Keys<'_>, check: &SignatureCheck, request: &SubtleRequest<'_>) -> Option<Promise> {
        let key = keys.get(check)?;
        ALGORITHMS.with_borrow_mut(|algorithms| {
            let algorithm = algorithms.get(request.name, request.verify)?;
            self.subtle
                .verify_with_object_and_u8_array_and_u8_array(algorithm, key, &request.signature, &check.message)
                .ok()
        })
    }
}

/// Checks that were started together.
#[derive(Default)]
struct Pending {
    /// The answers that need no promise; `None` for the other checks.
    known: Vec<Option<SignatureAnswer>>,
    /// A promise for each other check.
    promises: Array,
}

impl Pending {
    fn add(&mut self, started: Result<Option<Promise>, &SignatureAnswer>) {
        self.known.push(match started {
            Err(answer) => Some(*answer),
            Ok(None) => Some(SignatureAnswer::Unsupported),
            Ok(Some(promise)) => {
                self.promises.push(&promise);
                None
            }
        });
    }

    /// Attaches the rejection handlers now: an unhandled rejection may terminate the worker.
    fn attach_handlers(&self) {
        // The result is not needed: `settle` waits for the promises themselves.
        let _ = Promise::all_settled(&self.promises);
    }

    /// Waits for all promises and appends the answers.
    async fn settle(self, answers: &mut Vec<SignatureAnswer>) {
        let mut results = fulfilled(&self.promises).await.into_iter();
        answers.extend(self.known.into_iter().map(|known| {
            known.unwrap_or_else(|| match results.next().flatten().and_then(|value| value.as_bool()) {
                Some(true) => SignatureAnswer::Valid,
                Some(false) => SignatureAnswer::Invalid,
                None => SignatureAnswer::Unsupported,
            })
        }));
    }
}

/// How many [`Algorithms`] are kept. The number is limited because salts can have any length.
const KEPT_ALGORITHMS: usize = 16;

/// The algorithm arguments of `verify`, each made once.
#[derive(Default)]
struct Algorithms(Vec<(&'static str, VerifyParameters, Object)>);

impl Algorithms {
    fn get(&mut self, name: &'static str, verify: VerifyParameters) -> Option<&Object> {
        let known = self.0.iter().position(|(n, v, _)| *n == name && *v == verify);
        let place = match known {
            Some(place) => place,
            None => {
                if self.0.len() >= KEPT_ALGORITHMS {
                    self.0.clear();
                }
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

/// Identifies the key of a check. Certificates of one issuer share the bytes of its key, so the
/// address of the bytes identifies them.
type KeyId<'a> = (*const u8, usize, &'a SignatureAlgorithm);

fn id(check: &SignatureCheck) -> KeyId<'_> {
    (check.spki.as_ptr(), check.spki.len(), &check.algorithm)
}

/// The keys of one call; `None` for a key that was refused.
#[derive(Default)]
struct Keys<'a> {
    imported: HashMap<KeyId<'a>, Option<CryptoKey>>,
    new: Vec<(SubtleKey, CryptoKey)>,
}

impl<'a> Keys<'a> {
    fn get(&self, check: &'a SignatureCheck) -> Option<&CryptoKey> {
        self.imported.get(&id(check))?.as_ref()
    }

    /// Imports the new keys, all at the same time.
    async fn import(
        &mut self,
        subtle: &SubtleCrypto,
        wanted: &[(&'a SignatureCheck, Result<SubtleRequest<'a>, SignatureAnswer>)],
    ) {
        let (promises, mut requested) = (Array::new(), Vec::new());
        for (check, request) in wanted {
            let Ok(request) = request else { continue };
            if self.imported.contains_key(&id(check)) {
                continue;
            }
            let key = request.key();
            let kept = KEPT.with_borrow(|kept| kept.get(&key).cloned());
            if kept.is_none()
                && let Some(promise) = import(subtle, &key)
            {
                promises.push(&promise);
                requested.push((id(check), key));
            }
            self.imported.insert(id(check), kept);
        }
        for ((id, key), imported) in requested.into_iter().zip(fulfilled(&promises).await) {
            if let Some(imported) = imported {
                let imported: CryptoKey = imported.unchecked_into();
                self.imported.insert(id, Some(imported.clone()));
                self.new.push((key, imported));
            }
        }
    }

    /// Keeps the imported keys for later calls. A refused key is tried again next time.
    fn keep(self) {
        KEPT.with_borrow_mut(|kept| {
            for (key, imported) in self.new {
                if kept.len() >= KEPT_KEYS && !kept.contains_key(&key) {
                    kept.clear();
                }
                kept.insert(key, imported);
            }
        });
    }
}

/// Starts the import of a key, for verifying only; `None` if the call throws.
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

/// Waits for all `promises` and returns their values; `None` for a rejected one.
async fn fulfilled(promises: &Array) -> Vec<Option<JsValue>> {
    if promises.length() == 0 {
        return Vec::new();
    }
    if let Ok(values) = JsFuture::from(Promise::all(promises)).await {
        return values.unchecked_into::<Array>().iter().map(Some).collect();
    }
    let Ok(results) = JsFuture::from(Promise::all_settled(promises)).await else {
        return Vec::new();
    };
    // A rejected promise has a reason instead of a value.
    let value = JsValue::from_str("value");
    let fulfilled = |result: JsValue| Reflect::get(&result, &value).ok().filter(|value| !value.is_undefined());
    Array::from(&results).iter().map(fulfilled).collect()
}
