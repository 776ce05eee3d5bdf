//! The engine's own door: what `engine.js` exports to a worker's shell or, where no worker runs, to the page.
//!
//! A question comes in and is always answered, in the form of [`super::protocol`]. A panic ends
//! the engine; whoever started it hears of it by the callback given to `onPanic`, and starts another.

mod answer_cache;
mod authorities;
mod fleet;
#[cfg(feature = "share")]
mod links;
mod side_questions;

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;
use js_sys::{Array, Function, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::protocol::data_file::DataFile;
use super::protocol::request::{self, Want};
use super::protocol::response::{Reply, pack};
use super::protocol::{BUILD_ID, js};
use super::webcrypto;
use crate::containers::Passwords;
use crate::engine::{self, Input, InputError, Options, Plan, Servers};
use crate::ingest::{DropReason, Dropped};
use crate::trust::{AwsList, TrustStore};
use fleet::rows;
use side_questions::aside;

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
    let asked = Asked::read(&question).await?;
    let answer = match asked.want {
        Want::Verdict => pack(verdict(&asked, asked.plan(asked.trust())).await?)?,
        Want::Either => pack(either(&asked).await?)?,
        Want::Rows | Want::RowsOfPart | Want::Reports | Want::ReportsOfPart | Want::Cut => {
            (rows().await?)(asked).await?
        }
        _ => (aside().await?.answer)(asked).await?,
    };
    Ok(answer.into())
}

/// What a part of the engine gives for a question: the answer, packed.
pub(super) type Answer = Pin<Box<dyn Future<Output = Result<Object, JsValue>>>>;

/// A question as it came.
pub(super) struct Asked {
    pub(super) seq: u32,
    want: Want,
    pub(super) files: Vec<(String, Bytes)>,
    pub(super) options: Options,
    pub(super) passwords: Passwords,
    /// The list that the person has pasted, and the store that follows from it.
    pub(super) own_list: Option<(AwsList, TrustStore)>,
    #[cfg(feature = "share")]
    pub(super) language: Option<String>,
    #[cfg(feature = "share")]
    pub(super) address: String,
    #[cfg(feature = "share")]
    pub(super) now: bool,
    /// The shards that were sent along; none for one that could not be had.
    pub(super) shards: Vec<(u8, Option<Bytes>)>,
    /// All data files that were sent along.
    sent: Vec<DataFile>,
}

impl Asked {
    async fn read(question: &JsValue) -> Result<Self, JsValue> {
        let data = data(&js::field(question, "data"))?;
        let sent = data.iter().map(|(file, _)| *file).collect();
        let mut shards = Vec::new();
        for (file, bytes) in data {
            match file {
                DataFile::Shard(number) => shards.push((number, bytes)),
                // What is no such file, or none, teaches nothing: then it is asked for again.
                DataFile::Issuers(_) => {
                    let _ = bytes.map(|bytes| TrustStore::embedded().learn_issuers(&bytes));
                }
            }
        }
        let own_list = match js::field(question, "list").as_string() {
            Some(text) => Some((aside().await?.list)(&text)),
            None => None,
        };
        let (want, options) = request::asked(question)?;
        Ok(Self {
            seq: js::number(question, "seq").ok_or("a question without a number")?,
            want,
            files: files(&js::field(question, "files"))?,
            options,
            passwords: passwords(&js::field(question, "passwords")),
            own_list,
            #[cfg(feature = "share")]
            language: js::field(question, "language").as_string(),
            #[cfg(feature = "share")]
            address: js::field(question, "address").as_string().unwrap_or_default(),
            #[cfg(feature = "share")]
            now: js::field(question, "now").is_truthy(),
            shards,
            sent,
        })
    }

    /// The list to judge by: the pasted one, or the embedded edition.
    pub(super) fn trust(&self) -> &TrustStore {
        match &self.own_list {
            Some((_, store)) => store,
            None => TrustStore::embedded(),
        }
    }

    /// Of these data files those that were not sent along yet.
    pub(super) fn not_sent(&self, files: impl IntoIterator<Item = DataFile>) -> Vec<DataFile> {
        files.into_iter().filter(|file| !self.sent.contains(file)).collect()
    }

    pub(super) fn plan<'t>(&self, trust: &'t TrustStore) -> Result<Plan<'t>, InputError> {
        Ok(Input::read(&self.files, &self.passwords)?.into_plan(&self.options, trust))
    }
}

/// A judgement of what holds one server; of several only how many there are.
async fn either(asked: &Asked) -> Result<Reply, JsValue> {
    match Input::read(&asked.files, &asked.passwords).map(Servers::of) {
        Ok(servers) if servers.len() > 1 => {
            let mut reply = Reply::several(asked.seq, u32::try_from(servers.len()).unwrap_or(u32::MAX));
            if servers.report().dropped.iter().any(Dropped::is_private_key) {
                reply.redacted = redacted(asked).await?;
            }
            Ok(reply)
        }
        Ok(servers) => {
            let plan = servers.into_input().into_plan(&asked.options, asked.trust());
            verdict(asked, Ok(plan)).await
        }
        Err(why) => verdict(asked, Err(why)).await,
    }
}

async fn verdict(asked: &Asked, plan: Result<Plan<'_>, InputError>) -> Result<Reply, JsValue> {
    let mut reply = match plan {
        Ok(plan) if !plan.missing_files().is_empty() => {
            return Ok(Reply::needing(asked.seq, issuers(plan.missing_files()).collect()));
        }
        Ok(plan) => {
            let answers = webcrypto::answers(plan.checks()).await;
            let incomplete = plan.checks().iter().zip(&answers).any(webcrypto::is_open);
            let incomplete = incomplete && cfg!(not(feature = "rust-verifier"));
            let (report, lacking) = engine::judge_with_missing(&plan, &answers);
            // Where the file cannot be had the answer is the same, only without where the missing issuer would lead.
            let needs = asked.not_sent(lacking.map(DataFile::Issuers));
            if !needs.is_empty() {
                return Ok(Reply::needing(asked.seq, needs));
            }
            Reply::judged(asked.seq, report, incomplete)
        }
        Err(why) => Reply::refused(asked.seq, why),
    };
    reply.incomplete |= cfg!(not(feature = "containers")) && reply.dropped().iter().any(is_shut_container);
    if reply.holds_private_key() {
        reply.redacted = redacted(asked).await?;
    }
    Ok(reply)
}

/// The only file as text without its private keys.
async fn redacted(asked: &Asked) -> Result<Option<String>, JsValue> {
    match asked.files.as_slice() {
        [(_, bytes)] => Ok((aside().await?.redacted)(bytes.clone())),
        _ => Ok(None),
    }
}

fn passwords(list: &JsValue) -> Passwords {
    let list = list.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default();
    Passwords::new(list.iter().filter_map(JsValue::as_string))
}

/// Files of issuers by their numbers.
pub(super) fn issuers(numbers: &[u8]) -> impl Iterator<Item = DataFile> {
    numbers.iter().copied().map(DataFile::Issuers)
}

fn data(list: &JsValue) -> Result<Vec<(DataFile, Option<Bytes>)>, JsValue> {
    let read = |fetched: JsValue| {
        let file = js::number(&fetched, "code").and_then(DataFile::of_code);
        let bytes = js::field(&fetched, "bytes").dyn_into::<Uint8Array>().ok();
        Ok((
            file.ok_or("a data file without a number")?,
            bytes.map(|bytes| Bytes::from(bytes.to_vec())),
        ))
    };
    let list = list.dyn_ref::<Array>().ok_or("a question without data files")?;
    list.iter().map(read).collect()
}

/// The files of a question. The buffers they came in are cleared: they may hold private keys, and nobody else needs them.
fn files(list: &JsValue) -> Result<Vec<(String, Bytes)>, JsValue> {
    let read = |file: JsValue| {
        let name = js::field(&file, "name").as_string().unwrap_or_default();
        let bytes = js::field(&file, "bytes")
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
pub(super) fn is_shut_container(dropped: &Dropped) -> bool {
    matches!(
        dropped.reason,
        DropReason::Pkcs12 | DropReason::JavaKeyStore { .. } | DropReason::Zip
    )
}

/// Does nothing; a binary that calls it carries this module's exports.
pub fn keep() {}
