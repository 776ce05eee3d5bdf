//! The engine's client: late responses, silence, crashes, the fallback to the page, and the message
//! format.
//!
//! Each worker here is a few lines of JavaScript, so that it can misbehave as a test requires.

use std::rc::Rc;

use js_sys::{Function, Uint8Array};
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{InputError, Options, judge, plan};
use sslengine_doctor::ingest::DropReason;
use sslengine_doctor::report::{Repair, Report};
use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
use sslengine_doctor::web::client::boot::Boot;
use sslengine_doctor::web::client::{Attachments, Client, Failure, Input, Limits, Location};
use sslengine_doctor::web::engine::inputs_read;
use sslengine_doctor::web::protocol::data_file::DataFile;
use sslengine_doctor::web::protocol::request::{Request, RequestKind, ToEngine};
use sslengine_doctor::web::protocol::response::{Checked, Outcome, Response, ResponseBody};
use sslengine_doctor::web::protocol::{BUILD_ID, js};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const CHAIN: &str = include_str!("../fixtures/real/crates-io.pem");

/// Short limits, to keep the tests short.
const LIMITS: Limits = Limits {
    start: 1_000,
    begin: 300,
    answer: 600,
    patience: 100.0,
};

fn options() -> Options {
    Options::at(UnixTime::parse_rfc3339("2023-06-15T12:00:00Z").unwrap())
}

fn request(id: u32, kind: RequestKind) -> Request {
    Request {
        id,
        kind,
        input: 1,
        options: options(),
        list: None,
        truststore: 0,
    }
}

const CHECK: RequestKind = RequestKind::Check { as_one_chain: true };

fn text() -> Input {
    Input::Text(Rc::from("text"))
}

async fn check(client: &Client, id: u32) -> Result<Checked, Failure> {
    check_input(client, request(id, CHECK), &text()).await
}

async fn check_input(client: &Client, request: Request, input: &Input) -> Result<Checked, Failure> {
    let with = Attachments {
        truststore: None,
        input,
        passwords: &Passwords::none(),
        progress: &|_, _| (),
    };
    client.check(&request, &with).await
}

fn empty() -> Checked {
    Checked::new(Outcome::InputError(InputError::Empty))
}

/// The packed body of a response, as a JavaScript array.
fn body(body: ResponseBody<Checked>) -> js_sys::Array {
    let packed = Response::new(0, body).pack().unwrap();
    js_sys::Array::from(&js::field(&packed, "body"))
}

/// Starts workers that run this code, which may use `build`, `empty`, `needsInput` and `needsFile`.
/// On the page, starts an engine that answers with `Empty`.
fn client(worker: &str) -> Client {
    let make = Function::new_with_args(
        "worker, build, bodies",
        "const responses = `
           const bodies = ${JSON.stringify(bodies)};
           const response = (id, body) => ({ id, body: new Uint8Array(body), attachments: [] });
           const empty = (id) => response(id, bodies[0]);
           const needsInput = (id) => response(id, bodies[1]);
           const needsFile = (id) => response(id, bodies[2]);`;
         const empty = new Function(`${responses} return empty;`)();
         return {
           started: 0,
           async startWorker() {
             if (worker === 'none') throw new Error('no workers here');
             this.started += 1;
             const source = `const build = ${JSON.stringify(build)}; ${responses} ${worker}`;
             return new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
           },
           async loadHere() {
             return { buildId: () => build, onPanic() {}, answer: async ({ id }) => empty(id) };
           },
           async ownFile() {
             return new Uint8Array([7]);
           },
         };",
    );
    let bodies = [
        body(ResponseBody::Answer(empty())),
        body(ResponseBody::NeedsInput),
        body(ResponseBody::NeedsFiles(vec![DataFile::Head(3)])),
    ];
    let bodies: js_sys::Array = bodies.into_iter().collect();
    let boot = make
        .call3(&JsValue::NULL, &worker.into(), &BUILD_ID.into(), &bodies)
        .unwrap();
    Client::new(boot.unchecked_into::<Boot>(), LIMITS)
}

const GOOD: &str = "postMessage({ ready: build });
    onmessage = ({ data }) => { postMessage({ id: data.id, began: true }); postMessage(empty(data.id)); };";

#[wasm_bindgen_test]
async fn a_worker_answers() {
    let client = client(GOOD);
    let reply = check(&client, 1).await.unwrap();
    assert_eq!(reply, empty());
    assert_eq!(client.location(), Some(Location::Worker));
}

#[wasm_bindgen_test]
async fn responses_to_other_requests_are_dropped() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           postMessage({ id: data.id - 1, body: new Uint8Array() });
           postMessage(empty(data.id));
         };",
    );
    let reply = check(&client, 7).await.unwrap();
    assert_eq!(reply, empty());
}

#[wasm_bindgen_test]
async fn a_newer_request_replaces_an_older_one() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           setTimeout(() => postMessage(empty(data.id)), data.id === 1 ? 200 : 0);
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
    // The older request is in flight after one turn of the event loop.
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::resolve(&JsValue::UNDEFINED))
        .await
        .unwrap();
    let reply = check(&client, 2).await.unwrap();
    assert_eq!(reply, empty());
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
        assert_eq!(reply, empty(), "{worker}");
        assert_eq!(client.location(), Some(Location::Page), "{worker}");
    }
}

#[wasm_bindgen_test]
async fn the_page_takes_over_from_a_silent_worker() {
    let client = client("postMessage({ ready: build }); onmessage = () => {};");
    let reply = check(&client, 1).await.unwrap();
    assert_eq!(reply, empty());
    assert_eq!(client.location(), Some(Location::Page));
}

#[wasm_bindgen_test]
async fn a_stuck_worker_is_replaced_at_the_time_limit() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           if (data.id > 1) postMessage(empty(data.id));
         };",
    );
    assert_eq!(check(&client, 1).await, Err(Failure::TooLong));
    assert_eq!(client.location(), None, "the stuck worker is terminated");
    assert!(check(&client, 2).await.is_ok());
    assert_eq!(client.location(), Some(Location::Worker));
}

#[wasm_bindgen_test]
async fn a_crash_is_reported_and_not_repeated_on_the_page() {
    let client = client(
        "postMessage({ ready: build });
         onmessage = ({ data }) => { postMessage({ id: data.id, began: true }); postMessage({ crashed: 'panicked' }); };",
    );
    assert_eq!(check(&client, 1).await, Err(Failure::Crashed("panicked".into())));
}

#[wasm_bindgen_test]
async fn files_are_sent_once_for_each_input() {
    // Responds to requests with files if it expects them, and without files otherwise.
    let client = client(
        "postMessage({ ready: build });
         const expected = [[3], [], [3]];
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           const lengths = data.attachments.map((bytes) => bytes.length);
           const fits = JSON.stringify(lengths) === JSON.stringify(expected.shift());
           postMessage(fits ? empty(data.id) : { id: data.id });
         };",
    );
    let parts = js_sys::Array::of1(&"abc".into());
    let blob = web_sys::Blob::new_with_str_sequence(&parts).unwrap();
    let input = Input::Files(Rc::from([("a.pem".to_owned(), blob)]));
    for (id, number) in [(1, 1), (2, 1), (3, 2)] {
        let request = Request {
            input: number,
            ..request(id, CHECK)
        };
        assert_eq!(check_input(&client, request, &input).await, Ok(empty()), "{id}");
    }
}

#[wasm_bindgen_test]
async fn an_engine_that_lost_the_input_gets_it_again() {
    let client = client(
        "postMessage({ ready: build });
         let lost = false;
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           if (data.attachments.length === 1) postMessage(empty(data.id));
           else postMessage(lost ? { id: data.id } : needsInput(data.id)), (lost = true);
         };",
    );
    for id in [1, 2] {
        assert_eq!(check(&client, id).await, Ok(empty()), "{id}");
    }
}

#[wasm_bindgen_test]
async fn data_files_are_sent_once_and_a_file_that_does_not_help_fails_the_check() {
    let answer = "postMessage({ ready: build });
         onmessage = ({ data }) => {
           postMessage({ id: data.id, began: true });
           const [bytes] = data.attachments;
           postMessage(bytes.length === 1 && bytes[0] === 7 && HELPS ? empty(data.id) : needsFile(data.id));
         };";
    let helped = client(&answer.replace("HELPS", "true"));
    assert_eq!(check(&helped, 1).await, Ok(empty()));
    let stuck = client(&answer.replace("HELPS", "false"));
    assert_eq!(
        check(&stuck, 1).await,
        Err(Failure::Unavailable(DataFile::Head(3).path()))
    );
}

#[wasm_bindgen_test]
fn a_report_is_transferred_unchanged() {
    for options in [
        options(),
        Options {
            insecure_skip_verification: true,
            hostname: Some("a.b".into()),
            ..options()
        },
    ] {
        for text in [CHAIN, CHAIN.split_once("-----END").unwrap().0] {
            let checked = Checked::new(match plan(text.to_owned().into(), &options) {
                Ok(plan) => Outcome::Report(Box::new(judge(&plan, &NativeVerifier.verify_all(plan.checks())))),
                Err(why) => Outcome::InputError(why),
            });
            let response = Response::new(3, ResponseBody::Answer(checked));
            let back = Response::unpack(&response.clone().pack().unwrap()).unwrap();
            assert_eq!(back, response);
        }
        let sent = ToEngine::Request {
            request: Request {
                options,
                list: Some("Alias name: x".into()),
                ..request(3, CHECK)
            },
            passwords: vec!["secret".to_owned()],
            files: Some(vec![String::new()]),
            truststore: Some(("cacerts".to_owned(), vec![1, 2])),
        };
        let (back, attachments) = ToEngine::unpack(&sent.pack(&js_sys::Array::of1(&7.into())).unwrap()).unwrap();
        assert_eq!(back, sent);
        assert_eq!(attachments.length(), 1);
    }
}

/// Sends a message to the engine of this page.
async fn send<T: borsh::BorshDeserialize>(message: ToEngine, attachments: &[Uint8Array]) -> Response<T> {
    let attachments = attachments.iter().collect();
    let message = message.pack(&attachments).unwrap();
    let response = sslengine_doctor::web::engine::answer(message.into()).await.unwrap();
    Response::unpack(&response).unwrap()
}

fn with_files(request: Request, files: &[&str], passwords: &[&str]) -> ToEngine {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    ToEngine::Request {
        request,
        passwords: owned(passwords),
        files: Some(owned(files)),
        truststore: None,
    }
}

fn without_files(request: Request) -> ToEngine {
    ToEngine::Request {
        request,
        passwords: vec![],
        files: None,
        truststore: None,
    }
}

/// The data files without which [`CHAIN`] cannot be checked.
const HEADS: [(u8, &[u8]); 3] = [
    (0x2d, include_bytes!("../../static/authorities/2d.head.bin")),
    (0x9c, include_bytes!("../../static/authorities/9c.head.bin")),
    (0xde, include_bytes!("../../static/authorities/de.head.bin")),
];

/// Sends a check to the engine of this page, and the data files that it requests.
async fn check_here(message: ToEngine, attachments: &[Uint8Array]) -> Response<Checked> {
    let mut response: Response<Checked> = send(message, attachments).await;
    let mut requested = Vec::new();
    while let ResponseBody::NeedsFiles(wanted) = response.body {
        let (mut files, mut contents) = (Vec::new(), Vec::new());
        for file in wanted {
            assert!(!requested.contains(&file), "HEADS needs {file:?}");
            requested.push(file);
            let content = HEADS.iter().find(|(bucket, _)| file == DataFile::Head(*bucket));
            contents.extend(content.map(|(_, bytes)| Uint8Array::from(*bytes)));
            files.push((file, content.is_some()));
        }
        response = send(ToEngine::DataFiles { id: response.id, files }, &contents).await;
    }
    response
}

fn report(response: Response<Checked>) -> Report {
    match response.answer().unwrap().outcome {
        Outcome::Report(report) => *report,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn the_engine_itself_answers_a_request() {
    let bytes = Uint8Array::from(CHAIN.as_bytes());
    let message = with_files(request(5, CHECK), &[""], &[]);
    let response = check_here(message, std::slice::from_ref(&bytes)).await;
    assert_eq!(response.id, 5);
    assert_eq!(report(response).certificates.len(), 4);
    assert!(
        bytes.to_vec().iter().all(|byte| *byte == 0),
        "the engine clears its input"
    );
}

#[wasm_bindgen_test]
async fn a_paste_is_read_once_for_all_requests() {
    let number = 77;
    let about = |id, kind| Request {
        input: number,
        ..request(id, kind)
    };
    let unknown: Response<Checked> = send(without_files(about(1, CHECK)), &[]).await;
    assert_eq!(unknown.body, ResponseBody::NeedsInput);
    let before = inputs_read();
    let leaf = CHAIN.split_inclusive("-----END CERTIFICATE-----").next().unwrap();
    let paste = ["crates.io says:\n", leaf, "\n"].concat();
    let first = with_files(about(2, CHECK), &[""], &[]);
    let first = report(check_here(first, &[Uint8Array::from(paste.as_bytes())]).await);
    assert_eq!(first.certificates.len(), 1);
    let with_host = Request {
        options: Options {
            hostname: Some("crates.io".into()),
            ..options()
        },
        ..about(3, CHECK)
    };
    let second = report(check_here(without_files(with_host), &[]).await);
    assert!(second.hostname.is_some());
    // The repair needs data files at least twice; the page provides none.
    let mut attempts = 0;
    let mut response: Response<Repair> = send(without_files(about(4, RequestKind::Repair)), &[]).await;
    while let ResponseBody::NeedsFiles(files) = response.body {
        attempts += 1;
        let files = files.into_iter().map(|file| (file, false)).collect();
        response = send(ToEngine::DataFiles { id: 4, files }, &[]).await;
    }
    assert!(attempts > 0, "the chain is incomplete");
    assert!(response.answer().is_some());
    assert_eq!(inputs_read(), before + 1);
    let late: Response<Repair> = send(ToEngine::DataFiles { id: 4, files: vec![] }, &[]).await;
    assert_eq!(late.body, ResponseBody::NeedsInput, "an answered request does not wait");
}

#[wasm_bindgen_test]
async fn several_files_are_one_input_and_passwords_open_keystores() {
    let store = include_bytes!("../fixtures/containers/openssl-3.p12");
    let ask = async |number: u32, passwords: &[&str]| {
        let request = Request {
            input: number,
            ..request(1, CHECK)
        };
        let files = [Uint8Array::from(CHAIN.as_bytes()), Uint8Array::from(&store[..])];
        report(check_here(with_files(request, &["chain.pem", "store.p12"], passwords), &files).await)
    };
    let shut = ask(11, &[]).await;
    assert_eq!(shut.input.files, ["chain.pem", "store.p12"]);
    let asks = |reason: &DropReason| matches!(reason, DropReason::PasswordNeeded { wrong: false, .. });
    assert!(shut.input.dropped.iter().any(|dropped| asks(&dropped.reason)));
    let open = ask(12, &["changeit"]).await;
    assert!(open.certificates.len() > shut.certificates.len());
    assert!(
        open.input
            .dropped
            .iter()
            .all(|dropped| matches!(dropped.reason, DropReason::PrivateKey { .. }))
    );
}

#[wasm_bindgen_test]
async fn a_cancelled_request_is_not_answered() {
    let client =
        client("postMessage({ ready: build }); onmessage = ({ data }) => postMessage({ id: data.id, began: true });");
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
    assert_eq!(client.location(), None, "its worker is terminated");
}
