//! The verifier that asks `crypto.subtle`: in a page, in a worker, in Node 20 and later.
//!
//! In go all checks at once; out come their answers in the same order. Keys are imported once each, however many checks
//! use them, and kept for later calls, since authorities' keys come again; at most [`IN_FLIGHT`] promises are pending at a time. A key that is refused, a call that throws or
//! rejects, an algorithm that this browser lacks: [`SignatureAnswer::Unsupported`] for those checks, never a guess; the
//! caller asks the Rust verifier about what [`SignatureCheck::settled`] leaves open.

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

/// Promises pending at a time: enough to keep a browser's crypto threads busy, few enough to bound memory, since each
/// holds copies of its signature and signed bytes.
pub const IN_FLIGHT: usize = 256;

/// Keys kept from one call to the next. A few dozen authorities sign what most servers have; a key takes about a kilobyte.
const KEPT_KEYS: usize = 512;

thread_local! {
    static KEPT: RefCell<HashMap<SubtleKey, CryptoKey>> = RefCell::default();
    static ALGORITHMS: RefCell<Algorithms> = RefCell::default();
}

#[wasm_bindgen]
extern "C" {
    /// What windows, workers and Node have in common.
    type Global;
    #[wasm_bindgen(method, getter)]
    fn crypto(this: &Global) -> Option<Crypto>;
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
        let subtle = js_sys::global().unchecked_into::<Global>().crypto()?.subtle();
        let there = !subtle.is_undefined() && !subtle.is_null();
        there.then_some(Self { subtle })
    }

    /// Answers all `checks`, in their order.
    pub async fn verify_all(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        let mut keys = Keys::default();
        let mut answers = Vec::with_capacity(checks.len());
        // While the browser works on one part, the next is asked, so that it never waits for us.
        let mut before = Pending::default();
        for chunk in checks.chunks(IN_FLIGHT / 2) {
            let requests: Vec<_> = chunk.iter().map(|check| (check, SubtleRequest::of(check))).collect();
            keys.import(&self.subtle, &requests).await;
            let mut now = Pending::default();
            for (check, request) in &requests {
                now.add(request.as_ref().map(|request| self.ask(&keys, check, request)));
            }
            now.hold();
            std::mem::replace(&mut before, now).settle(&mut answers).await;
        }
        before.settle(&mut answers).await;
        keys.keep();
        answers
    }

    /// Starts one verification; none where the call throws. Both slices are views of this module's memory, of which
    /// `verify` takes copies before it returns (Web Cryptography API §14.3.4).
    fn ask(&self, keys: &Keys<'_>, check: &SignatureCheck, request: &SubtleRequest<'_>) -> Option<Promise> {
        let key = keys.get(check)?;
        ALGORITHMS.with_borrow_mut(|algorithms| {
            let algorithm = algorithms.get(request.name, request.verify)?;
            self.subtle
                .verify_with_object_and_u8_array_and_u8_array(algorithm, key, &request.signature, &check.message)
                .ok()
        })
    }
}

/// Checks that were asked together.
#[derive(Default)]
struct Pending {
    /// The answer, where there was nothing to ask or no way to.
    known: Vec<Option<SignatureAnswer>>,
    /// A promise for each of the others.
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
    fn hold(&self) {
        // The result is of no use: `settle` waits for the promises themselves.
        let _ = Promise::all_settled(&self.promises);
    }

    /// Waits for all, and appends their answers.
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

/// Those of [`Algorithms`] that are kept: lengths of salts could be any.
const KEPT_ALGORITHMS: usize = 16;

/// The first arguments of `verify`, each made once.
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

/// The key that a check needs. Certificates of one issuer share the bytes of its key, so their address identifies them.
type KeyId<'a> = (*const u8, usize, &'a SignatureAlgorithm);

fn id(check: &SignatureCheck) -> KeyId<'_> {
    (check.spki.as_ptr(), check.spki.len(), &check.algorithm)
}

/// The keys that one call needs; none for a key that was refused.
#[derive(Default)]
struct Keys<'a> {
    imported: HashMap<KeyId<'a>, Option<CryptoKey>>,
    new: Vec<(SubtleKey, CryptoKey)>,
}

impl<'a> Keys<'a> {
    fn get(&self, check: &'a SignatureCheck) -> Option<&CryptoKey> {
        self.imported.get(&id(check))?.as_ref()
    }

    /// Imports those that are new, all at the same time.
    async fn import(
        &mut self,
        subtle: &SubtleCrypto,
        wanted: &[(&'a SignatureCheck, Result<SubtleRequest<'a>, SignatureAnswer>)],
    ) {
        let (promises, mut asked) = (Array::new(), Vec::new());
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
                asked.push((id(check), key));
            }
            self.imported.insert(id(check), kept);
        }
        for ((id, key), imported) in asked.into_iter().zip(fulfilled(&promises).await) {
            if let Some(imported) = imported {
                let imported: CryptoKey = imported.unchecked_into();
                self.imported.insert(id, Some(imported.clone()));
                self.new.push((key, imported));
            }
        }
    }

    /// Leaves what was imported for later calls. What was refused may be taken another time.
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

/// Waits for all `promises` together, and gives their values; none for one that was rejected.
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
    // What was rejected has no value, but a reason.
    let value = JsValue::from_str("value");
    let fulfilled = |result: JsValue| Reflect::get(&result, &value).ok().filter(|value| !value.is_undefined());
    Array::from(&results).iter().map(fulfilled).collect()
}
