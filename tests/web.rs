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
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{InputError, Options, judge, plan};
use sslengine_doctor::ingest::DropReason;
use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
use sslengine_doctor::web::client::boot::Boot;
use sslengine_doctor::web::client::{Asking, Client, Failure, Input, Limits, Place};
use sslengine_doctor::web::protocol::request::{Question, Want};
use sslengine_doctor::web::protocol::response::{Reply, pack, unpack};
use sslengine_doctor::web::protocol::{BUILD_ID, js};
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

async fn check(client: &Client, seq: u32) -> Result<Reply, Failure> {
    check_input(client, seq, &input()).await
}

async fn check_input(client: &Client, seq: u32, input: &Input) -> Result<Reply, Failure> {
    let (options, passwords) = (options(), Passwords::none());
    let asking = Asking {
        input,
        options: &options,
        passwords: &passwords,
        list: None,
        language: "en",
        now: false,
        together: true,
        progress: &|_, _| (),
    };
    client.check(seq, asking).await
}

/// Starts workers with this body, which may use `build`; on the page, an engine that answers with `Empty`.
fn client(worker: &str) -> Client {
    let make = Function::new_with_args(
        "worker, build, bytes",
        "const empty = (seq) => ({ seq, body: new Uint8Array(bytes) });
         return {
           started: 0,
           async startWorker() {
             if (worker === 'none') throw new Error('no workers here');
             this.started += 1;
             const source = `const build = ${JSON.stringify(build)}; const bytes = [${bytes}]; const empty = ${empty}; ${worker}`;
             return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
           },
           async loadHere() {
             return { buildId: () => build, onPanic() {}, answer: async ({ seq }) => empty(seq) };
           },
         };",
    );
    let empty = pack(Reply::refused(0, InputError::Empty)).unwrap();
    let bytes = js_sys::Array::from(&js::field(&empty, "body"));
    let boot = make
        .call3(&JsValue::NULL, &worker.into(), &BUILD_ID.into(), &bytes)
        .unwrap();
    Client::new(boot.unchecked_into::<Boot>(), LIMITS)
}

const GOOD: &str = "postMessage({ ready: build });
    onmessage = ({ data }) => { postMessage({ seq: data.seq, began: true }); postMessage(empty(data.seq)); };";

#[wasm_bindgen_test]
async fn a_worker_answers() {
    let client = client(GOOD);
    let reply = check(&client, 1).await.unwrap();
    assert_eq!(reply.outcome(), Some(Err(InputError::Empty)));
    assert_eq!(client.place(), Some(Place::Worker));
}

#[wasm_bindgen_test]
async fn answers_to_other_questions_are_dropped() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           postMessage({ seq: data.seq - 1, body: new Uint8Array() });
           postMessage(empty(data.seq));
         };",
    );
    let reply = check(&client, 7).await.unwrap();
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
    let older = {
        let client = client.clone();
        wasm_bindgen_futures::future_to_promise(async move {
            let outcome = check(&client, 1).await;
            assert_eq!(outcome, Err(Failure::Superseded));
            Ok(JsValue::UNDEFINED)
        })
    };
    // The older one is under way once a turn of the loop has passed.
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED))
        .await
        .unwrap();
    let reply = check(&client, 2).await.unwrap();
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
        let reply = check(&client, 1).await.unwrap();
        assert_eq!(reply.outcome(), Some(Err(InputError::Empty)), "{worker}");
        assert_eq!(client.place(), Some(Place::Page), "{worker}");
    }
}

#[wasm_bindgen_test]
async fn a_worker_that_falls_silent_is_given_up_for_the_page() {
    let client = client("postMessage({ ready: build }); onmessage = () => {};");
    let reply = check(&client, 1).await.unwrap();
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
    assert_eq!(check(&client, 1).await, Err(Failure::TooLong));
    assert_eq!(client.place(), None, "the stuck worker is ended");
    assert!(check(&client, 2).await.is_ok());
    assert_eq!(client.place(), Some(Place::Worker));
}

#[wasm_bindgen_test]
async fn a_crash_is_told_and_not_repeated_on_the_page() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => { postMessage({ seq: data.seq, began: true }); postMessage({ crashed: 'panicked' }); };",
    );
    assert_eq!(check(&client, 1).await, Err(Failure::Crashed("panicked".into())));
}

#[wasm_bindgen_test]
async fn files_are_read_anew_for_every_question() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ seq: data.seq, began: true });
           const [{ name, bytes }] = data.files;
           postMessage(name === 'a.pem' && bytes.length === 3 ? empty(data.seq) : { seq: data.seq });
         };",
    );
    let parts = js_sys::Array::of1(&"abc".into());
    let blob = web_sys::Blob::new_with_str_sequence(&parts).unwrap();
    let input = Input::Files(Rc::from([("a.pem".to_owned(), blob)]));
    for seq in [1, 2] {
        let reply = check_input(&client, seq, &input).await.unwrap();
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
            let back: Reply = unpack(&pack(reply.clone()).unwrap()).unwrap();
            assert_eq!(back, reply);
        }
        let back: Options = borsh::from_slice(&borsh::to_vec(&options).unwrap()).unwrap();
        assert_eq!(back, options);
    }
}

fn question(seq: u32, files: &[(String, Uint8Array)], passwords: &[&str]) -> js_sys::Object {
    let question = Question {
        seq,
        want: Want::Verdict,
        files,
        options: &options(),
        passwords,
        list: None,
        language: "en",
        address: "",
        now: false,
        data: &[],
    };
    question.to_message().unwrap().0
}

#[wasm_bindgen_test]
async fn the_engine_itself_answers_a_question() {
    let bytes = Uint8Array::from(CHAIN.as_bytes());
    let files = [(String::new(), bytes.clone())];
    let question = question(5, &files, &[]);
    let reply = sslengine_doctor::web::engine::answer(question.into()).await.unwrap();
    let reply: Reply = unpack(&reply).unwrap();
    assert_eq!((reply.seq, reply.incomplete), (5, false));
    assert_eq!(reply.outcome().unwrap().unwrap().certificates.len(), 4);
    assert!(
        bytes.to_vec().iter().all(|byte| *byte == 0),
        "the engine clears what it was given"
    );
}

#[wasm_bindgen_test]
async fn several_files_are_one_input_and_key_stores_take_their_passwords() {
    let store = include_bytes!("fixtures/containers/openssl-3.p12");
    let files = [
        ("chain.pem".to_owned(), Uint8Array::from(CHAIN.as_bytes())),
        ("store.p12".to_owned(), Uint8Array::from(&store[..])),
    ];
    let ask = async |passwords: &[&str]| {
        let question = question(1, &files, passwords);
        // The engine clears what it is given, and the files are asked about twice.
        let clone: Function = js::field(&js_sys::global(), "structuredClone").unchecked_into();
        let question = clone.call1(&JsValue::NULL, &question).unwrap();
        let reply = sslengine_doctor::web::engine::answer(question).await.unwrap();
        unpack::<Reply>(&reply).unwrap().outcome().unwrap().unwrap()
    };
    let shut = ask(&[]).await;
    assert_eq!(shut.input.files, ["chain.pem", "store.p12"]);
    let asks = |reason: &DropReason| matches!(reason, DropReason::PasswordNeeded { wrong: false, .. });
    assert!(shut.input.dropped.iter().any(|dropped| asks(&dropped.reason)));
    let open = ask(&["changeit"]).await;
    assert!(open.certificates.len() > shut.certificates.len());
    assert!(
        open.input
            .dropped
            .iter()
            .all(|dropped| matches!(dropped.reason, DropReason::PrivateKey { .. }))
    );
}

#[wasm_bindgen_test]
async fn what_is_cancelled_is_not_answered() {
    let client =
        client("postMessage({ ready: build }); onmessage = ({ data }) => postMessage({ seq: data.seq, began: true });");
    client.warm_up().await;
    let asked = {
        let client = client.clone();
        wasm_bindgen_futures::future_to_promise(async move {
            assert_eq!(check(&client, 1).await, Err(Failure::Superseded));
            Ok(JsValue::UNDEFINED)
        })
    };
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED))
        .await
        .unwrap();
    client.cancel(2);
    wasm_bindgen_futures::JsFuture::from(asked).await.unwrap();
    assert_eq!(client.place(), None, "the worker that was at it is ended");
}
