//! The exports of the npm package. Each reads its arguments into a request and returns plain
//! objects.
//!
//! The objects have the form of [`crate::json`]. An `Error` has a stable `code`:
//!
//! - `empty`, `no-certificate`: nothing to check; `input` says what the input holds
//! - `bad-input`: not a string, a `Uint8Array`, or an array of them
//! - `bad-option`: an unknown option, or one with a wrong value
//! - `bad-list`: a list without entries
//! - `bad-link`, `link-unresolved`, `cannot-share`: about links; `reason` says why
//! - `internal`: a result that cannot be written
//!
//! Without the option `at`, the time is read from the clock. Data files of known certificates are
//! loaded by a function of the caller or of the package.

mod answer_cache;
mod arguments;
mod chain;
mod errors;
#[cfg(feature = "share")]
mod links;
mod string_bytes;
mod to_js;

use bytes::Bytes;
use js_sys::{Array, Function, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use self::answer_cache::AnswerCache;
use self::arguments::{Arguments, Input};
use self::chain::{DataFiles, plan, report};
use self::to_js::to_js;
use super::answers;
use super::protocol::request::{FleetInput, RequestKind};
use crate::engine::{self, InputError, Plan, judge};
use crate::json::{InputErrorView, InspectionView, MostClientsView, RepairView, ReportView, ServerView};
use crate::report::Report;
use crate::trust::Clients;

/// The request for the check of one chain.
const CHECK: RequestKind = RequestKind::Check { as_one_chain: true };

/// How many files `validateAll` checks together.
const BATCH: usize = 64;

/// The most certificates that are converted to JavaScript in one text. For a bundle of 10,000, one
/// text would need as much memory as the result.
const WRITTEN: usize = 256;

/// Checks one server's chain: resolves to the report, or rejects with an `Error` that has a `code`.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn validate(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(CHECK, &options)?;
    let plan = plan(&Input::read(&input)?, &arguments)?;
    let report = report(&plan).await;
    let view = ReportView::new(&report, arguments.locale);
    with_certificates(&report, &view, &view.without_certificates(), None)
}

/// Checks every server of the input; each file of a list separately.
#[wasm_bindgen(js_name = validateAll, unchecked_return_type = "Promise<unknown>")]
pub async fn validate_all(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(RequestKind::Rows(FleetInput::Files), &options)?;
    let list = Array::new();
    let input = Input::read(&input)?;
    let files = input.files();
    let mut answers = AnswerCache::default();
    // One batch at a time bounds the memory; the signatures of a batch are verified together.
    for batch in files.chunks(BATCH) {
        let planned: Vec<_> = batch
            .iter()
            .map(|(name, data)| (*name, plan_servers(data, &arguments)))
            .collect();
        let plans = planned.iter().flat_map(|(_, plans)| plans.iter().flatten());
        answers.verify(plans).await;
        for (name, plans) in planned {
            match plans {
                Ok(plans) => {
                    for plan in &plans {
                        let report = judge(plan, &answers.answers(plan));
                        let view = ReportView::new(&report, arguments.locale);
                        let server = |view| ServerView {
                            name,
                            outcome: Ok(view),
                        };
                        let (whole, bare) = (server(view), server(view.without_certificates()));
                        list.push(&with_certificates(&report, &whole, &bare, Some("report"))?);
                    }
                }
                Err(why) => {
                    let options = &arguments.request.options;
                    let view = InputErrorView::new((&why).into(), arguments.locale);
                    let outcome = Err(view.checked_for(options.at, options.hostname.as_deref()));
                    list.push(&to_js(&ServerView { name, outcome })?);
                }
            }
        }
    }
    Ok(list.into())
}

/// Lists the certificates of the input and how it was read, without a verdict.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn inspect(input: JsValue, options: JsValue) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(CHECK, &options)?;
    let plan = plan(&Input::read(&input)?, &arguments)?;
    let report = report(&plan).await;
    let view = InspectionView::new(&report, arguments.locale);
    with_certificates(&report, &view, &view.without_certificates(), None)
}

/// Makes the chain to send instead. `load` takes a data file's name and returns its bytes, or
/// nothing if it cannot be loaded.
#[wasm_bindgen(unchecked_return_type = "Promise<unknown>")]
pub async fn repair(input: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(RequestKind::Repair, &options)?;
    let plan = plan(&Input::read(&input)?, &arguments)?;
    let report = report(&plan).await;
    let data = DataFiles(arguments.load.clone().unwrap_or(load));
    let repair = answers::repair(&plan, &report, &data).await;
    to_js(&RepairView::new(&repair, arguments.locale))
}

/// Looks for the chain that the most clients accept. `load` is that of [`repair`].
#[wasm_bindgen(js_name = repairForClients, unchecked_return_type = "Promise<unknown>")]
pub async fn repair_for_clients(input: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(RequestKind::MostClients(Vec::new()), &options)?;
    let plan = plan(&Input::read(&input)?, &arguments)?;
    let report = report(&plan).await;
    let data = DataFiles(arguments.load.clone().unwrap_or(load));
    let wanted = arguments.clients(plan.client());
    let clients = (&wanted[..], Some(Clients::embedded()));
    let found = answers::most_clients(&plan, &report, clients, &data).await;
    let found = found.as_ref().map_err(|repair| &**repair);
    to_js(&MostClientsView::new(found, arguments.locale))
}

fn plan_servers<'a>(data: &Bytes, arguments: &'a Arguments) -> Result<Vec<Plan<'a>>, InputError> {
    let input = engine::Input::paste(data.clone(), &arguments.passwords)?;
    Ok(engine::plan_servers(
        input,
        &arguments.request.options,
        &arguments.trust,
    ))
}

/// The version of the package.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Converts a view of a report. For a large report, converts `bare`, the view without certificates,
/// and adds the certificates in pieces.
///
/// `inside` names the member that holds the report, if the view is not the report itself.
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
