//! The engine's client in a browser: late answers, silence, crashes, the way back to the page; and the form of messages.
//!
//! The workers here are a few lines of JavaScript each, so that they can misbehave at will.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{InputError, Options, judge, plan};
use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
use sslengine_doctor::web::codec::{self, BUILD_ID, Reply};
use sslengine_doctor::web::worker::{Boot, Client, Failure, Input, Limits, Place};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CHAIN: &str = include_str!("fixtures/real/crates-io.pem");

/// Short limits, so that the tests are short.
const LIMITS: Limits = Limits {
    start: 1_000,
    begin: 300,
    answer: 600,
    patience: 100.0,
};

fn options() -> Options {
    Options::at(UnixTime::parse_rfc3339("2023-06-15T12:00:00Z").unwrap())
}

fn input() -> Input {
    Input::Text(Rc::from("text"))
}

/// Starts workers with this body, which may use `build`; on the page, an engine that answers with `Empty`.
fn client(worker: &str) -> Client {
    let make = Function::new_with_args(
        "worker, build",
        "const empty = (seq) => ({ seq, ok: null, err: { code: 'empty' }, incomplete: false, redacted: null });
         return {
           started: 0,
           async startWorker() {
             if (worker === 'none') throw new Error('no workers here');
             this.started += 1;
             const source = `const build = ${JSON.stringify(build)}; const empty = ${empty}; ${worker}`;
             return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
           },
           async loadHere() {
             return { buildId: () => build, onPanic() {}, answer: async ({ seq }) => empty(seq) };
           },
         };",
    );
    let boot = make.call2(&JsValue::NULL, &worker.into(), &BUILD_ID.into()).unwrap();
    Client::new(boot.unchecked_into::<Boot>(), LIMITS)
}

const GOOD: &str = "postMessage({ ready: build });
    onmessage = ({ data }) => { postMessage({ seq: data.seq, began: true }); postMessage(empty(data.seq)); };";

#[wasm_bindgen_test]
async fn a_worker_answers() {
    let client = client(GOOD);
    let reply = client.check(1, &input(), &options()).await.unwrap();
    assert_eq!(reply.outcome(), Some(Err(InputError::Empty)));
    assert_eq!(client.place(), Some(Place::Worker));
}

#[wasm_bindgen_test]
async fn answers_to_other_questions_are_dropped() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           postMessage({ seq: data.seq - 1, ok: null, err: { code: 'no-certificate' } });
           postMessage(empty(data.seq));
         };",
    );
    let reply = client.check(7, &input(), &options()).await.unwrap();
    assert_eq!((reply.seq, reply.outcome()), (7, Some(Err(InputError::Empty))));
}

#[wasm_bindgen_test]
async fn a_newer_question_takes_the_place_of_an_older_one() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           setTimeout(() => postMessage(empty(data.seq)), data.seq === 1 ? 200 : 0);
         };",
    );
    client.warm_up().await;
    let (input, options) = (input(), options());
    let older = {
        let (client, input, options) = (client.clone(), input.clone(), options.clone());
        wasm_bindgen_futures::future_to_promise(async move {
            let outcome = client.check(1, &input, &options).await;
            assert_eq!(outcome, Err(Failure::Superseded));
            Ok(JsValue::UNDEFINED)
        })
    };
    // The older one is under way once a turn of the loop has passed.
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED))
        .await
        .unwrap();
    let reply = client.check(2, &input, &options).await.unwrap();
    assert_eq!(reply.seq, 2);
    wasm_bindgen_futures::JsFuture::from(older).await.unwrap();
}

#[wasm_bindgen_test]
async fn without_workers_the_page_answers() {
    for worker in [
        "none",
        "throw new Error('dead')",
        "postMessage({ ready: 'another build' })",
        "",
    ] {
        let client = client(worker);
        let reply = client.check(1, &input(), &options()).await.unwrap();
        assert_eq!(reply.outcome(), Some(Err(InputError::Empty)), "{worker}");
        assert_eq!(client.place(), Some(Place::Page), "{worker}");
    }
}

#[wasm_bindgen_test]
async fn a_worker_that_falls_silent_is_given_up_for_the_page() {
    let client = client("postMessage({ ready: build }); onmessage = () => {};");
    let reply = client.check(1, &input(), &options()).await.unwrap();
    assert_eq!(reply.outcome(), Some(Err(InputError::Empty)));
    assert_eq!(client.place(), Some(Place::Page));
}

#[wasm_bindgen_test]
async fn a_worker_that_is_stuck_meets_the_time_limit_and_is_replaced() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           if (data.seq > 1) postMessage(empty(data.seq));
         };",
    );
    assert_eq!(client.check(1, &input(), &options()).await, Err(Failure::TooLong));
    assert_eq!(client.place(), None, "the stuck worker is ended");
    assert!(client.check(2, &input(), &options()).await.is_ok());
    assert_eq!(client.place(), Some(Place::Worker));
}

#[wasm_bindgen_test]
async fn a_crash_is_told_and_not_repeated_on_the_page() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => { postMessage({ seq: data.seq, began: true }); postMessage({ crashed: 'panicked' }); };",
    );
    assert_eq!(
        client.check(1, &input(), &options()).await,
        Err(Failure::Crashed("panicked".into()))
    );
}

#[wasm_bindgen_test]
async fn a_blob_is_read_anew_for_every_question() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           postMessage(data.input.length === 3 ? empty(data.seq) : { seq: data.seq });
         };",
    );
    let parts = js_sys::Array::of1(&"abc".into());
    let input = Input::Blob(web_sys::Blob::new_with_str_sequence(&parts).unwrap());
    for seq in [1, 2] {
        let reply = client.check(seq, &input, &options()).await.unwrap();
        assert_eq!(reply.outcome(), Some(Err(InputError::Empty)));
    }
}

#[wasm_bindgen_test]
fn a_report_crosses_unchanged() {
    for options in [
        options(),
        Options {
            insecure_skip_verification: true,
            hostname: Some("a.b".into()),
            ..options()
        },
    ] {
        for text in [CHAIN, CHAIN.split_once("-----END").unwrap().0] {
            let reply = match plan(text.to_owned().into(), &options) {
                Ok(plan) => Reply::judged(3, judge(&plan, &NativeVerifier.verify_all(plan.checks())), false),
                Err(why) => Reply::refused(3, why),
            };
            let back: Reply = codec::from_js(codec::to_js(&reply).unwrap()).unwrap();
            assert_eq!(back, reply);
        }
        let back: Options = codec::from_js(codec::to_js(&options).unwrap()).unwrap();
        assert_eq!(back, options);
    }
}

#[wasm_bindgen_test]
async fn the_engine_itself_answers_a_question() {
    let bytes = Uint8Array::from(CHAIN.as_bytes());
    let question = codec::request(5, &bytes, &options()).unwrap();
    let reply = sslengine_doctor::web::engine_module::answer(question.into())
        .await
        .unwrap();
    let reply: Reply = codec::from_js(reply).unwrap();
    assert_eq!((reply.seq, reply.incomplete), (5, false));
    assert_eq!(reply.outcome().unwrap().unwrap().certificates.len(), 4);
}
