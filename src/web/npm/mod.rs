//! The exports of the npm package: they convert, and do nothing else.
//!
//! In: JavaScript values. Out: plain objects in the form of [`crate::json`], or an `Error` with a stable `code`:
//! `empty` and `no-certificate` (the input; what it holds stands in `input`), `bad-input` (neither string nor
//! `Uint8Array` nor a list of them), `bad-option` (an unknown option, or one of the wrong type), `bad-list` (a list without
//! entries), `bad-link`, `link-unresolved` and `cannot-share` (links; why stands in `reason`). Without an `at` the clock is
//! read here. Data files of known certificates come by a function that the caller or the package gives.

mod answer_cache;
mod arguments;
#[cfg(feature = "share")]
mod links;
mod string_bytes;
mod to_js;

use answer_cache::Answered;
use arguments::{Asked, Input};
use bytes::Bytes;
use js_sys::{Array, ArrayBuffer, Error, Function, JsString, Promise, Reflect, Uint8Array};
use serde::Serialize;
use to_js::to_js;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::webcrypto;
use crate::engine::repair::{Need, Repairer};
use crate::engine::{self, InputError, Plan, judge};
use crate::json::{InspectionView, NothingView, RepairView, ReportView, ServerView};
use crate::report::Report;
use crate::trust::shard;

/// Files judged together by `validateAll`.
const BATCH: usize = 64;

/// Certificates written as one text. Of a bundle of 10,000 the text would be as large as the result once more.
const WRITTEN: usize = 256;

/// Judges one server's chain: resolves to the report, or rejects with an `Error` that has a `code`.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn validate(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options, false)?;
    let plan = plan(&Input::read(&input)?, &asked)?;
    let report = report(&plan).await;
    let view = ReportView::new(&report, asked.locale);
    with_certificates(&report, &view, &view.without_certificates(), None)
}

/// Judges every server of the input: of a list every file by itself.
#[wasm_bindgen(js_name = validateAll, unchecked_return_type = "Promise<unknown>")]
pub async fn validate_all(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options, false)?;
    let list = Array::new();
    let input = Input::read(&input)?;
    let files = input.files();
    let mut answered = Answered::default();
    // A batch at a time: its signatures are verified side by side, and its plans are all that is held.
    for batch in files.chunks(BATCH) {
        let planned: Vec<_> = batch
            .iter()
            .map(|(name, data)| (*name, plan_servers(data, &asked)))
            .collect();
        let plans = planned.iter().flat_map(|(_, plans)| plans.iter().flatten());
        answered.ask(plans).await;
        for (name, plans) in planned {
            match plans {
                Ok(plans) => {
                    for plan in &plans {
                        let report = judge(plan, &answered.answers(plan));
                        let view = ReportView::new(&report, asked.locale);
                        let server = |view| ServerView {
                            name,
                            outcome: Ok(view),
                        };
                        let (whole, bare) = (server(view), server(view.without_certificates()));
                        list.push(&with_certificates(&report, &whole, &bare, Some("report"))?);
                    }
                }
                Err(why) => {
                    let outcome = Err(NothingView::new((&why).into(), asked.locale));
                    list.push(&to_js(&ServerView { name, outcome })?);
                }
            }
        }
    }
    Ok(list.into())
}

/// The certificates of the input and what became of it, without a judgement.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn inspect(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options, false)?;
    let plan = plan(&Input::read(&input)?, &asked)?;
    let report = report(&plan).await;
    let view = InspectionView::new(&report, asked.locale);
    with_certificates(&report, &view, &view.without_certificates(), None)
}

/// The chain to send instead. `load` takes a data file's name and gives its bytes, or nothing where it cannot be had.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn repair(input: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options, true)?;
    let load = asked.load.clone().unwrap_or(load);
    let plan = plan(&Input::read(&input)?, &asked)?;
    let report = report(&plan).await;
    let mut repairer = Repairer::new(&plan, &report);
    loop {
        let given = match repairer.next() {
            Need::Shards(numbers) => {
                let numbers = numbers.to_vec();
                Err(load_all(&load, &numbers).await)
            }
            Need::Answers(checks) => Ok(webcrypto::answers(checks).await),
            Need::Done => break,
        };
        match given {
            Ok(answers) => repairer.give_answers(answers),
            Err(shards) => repairer.give_shards(&shards),
        }
    }
    to_js(&RepairView::new(&repairer.finish(), asked.locale))
}

fn plan_servers<'a>(data: &Bytes, asked: &'a Asked) -> Result<Vec<Plan<'a>>, InputError> {
    let input = engine::Input::paste(data.clone(), &asked.passwords)?;
    Ok(engine::plan_servers(input, &asked.options, &asked.trust))
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn plan<'a>(input: &Input, asked: &'a Asked) -> Result<Plan<'a>, JsValue> {
    let (passwords, options, trust) = (&asked.passwords, &asked.options, asked.trust.as_ref());
    let read = match input {
        Input::Paste(data) => engine::Input::paste(data.clone(), passwords),
        Input::Files(_) => engine::Input::read(&input.named(), passwords),
    };
    read.map(|read| read.into_plan(options, trust)).map_err(|why| {
        let view = NothingView::new((&why).into(), asked.locale);
        let input = to_js(&view).and_then(|form| Reflect::get(&form, &"input".into()));
        with(
            failure(view.code(), &view.message()),
            "input",
            input.unwrap_or(JsValue::NULL),
        )
    })
}

async fn report(plan: &Plan<'_>) -> Report {
    judge(plan, &webcrypto::answers(plan.checks()).await)
}

/// The data files of these numbers; none for one that cannot be had.
async fn load_all(load: &Function, numbers: &[u8]) -> Vec<(u8, Option<Bytes>)> {
    let mut loaded = Vec::new();
    for number in numbers {
        loaded.push((*number, load_one(load, *number).await));
    }
    loaded
}

async fn load_one(load: &Function, number: u8) -> Option<Bytes> {
    let name = JsString::from(shard::file_name(number));
    let promise = load.call1(&JsValue::NULL, &name).ok()?;
    let file = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
    let bytes = match file.dyn_into::<Uint8Array>() {
        Ok(bytes) => bytes,
        Err(other) => Uint8Array::new(other.dyn_ref::<ArrayBuffer>()?),
    };
    Some(bytes.to_vec().into())
}

/// An `Error` with a `code`.
fn failure(code: &str, message: &str) -> Error {
    let error = Error::new(message);
    let _ = Reflect::set(&error, &"code".into(), &JsString::from(code));
    error
}

/// An error with one more property.
fn with(error: Error, name: &str, value: JsValue) -> JsValue {
    let _ = Reflect::set(&error, &name.into(), &value);
    error.into()
}

/// A view of a report; of a large one `bare`, without its certificates, which then come piece by piece. `inside` names the
/// member that is the report, where the view holds more.
fn with_certificates(
    report: &Report,
    whole: &impl Serialize,
    bare: &impl Serialize,
    inside: Option<&str>,
) -> Result<JsValue, JsValue> {
    if report.certificates.len() <= WRITTEN {
        return to_js(whole);
    }
    let view = to_js(bare)?;
    let certificates = Array::new();
    for piece in report.certificates.chunks(WRITTEN) {
        for certificate in Array::from(&to_js(&piece)?).iter() {
            certificates.push(&certificate);
        }
    }
    let holder = match inside {
        Some(name) => Reflect::get(&view, &name.into())?,
        None => view.clone(),
    };
    Reflect::set(&holder, &"certificates".into(), &certificates)?;
    Ok(view)
}
