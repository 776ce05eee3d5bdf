//! The engine: the exports of `engine.js` to a worker or, if no worker runs, to the page.
//!
//! Every message gets a [`Response`]. A request that needs data files waits for them (`jobs`). The
//! input is kept for the next request (`input`). A panic ends the engine: the callback given to
//! `onPanic` is called, and the page starts another engine.

mod answer_cache;
mod authorities;
mod check;
#[cfg(feature = "headline")]
mod first;
mod fleet;
mod input;
mod job;
mod jobs;
#[cfg(feature = "share")]
mod links;
mod rare;
mod side_requests;
mod truststore;

#[doc(hidden)]
pub use self::input::inputs_read;

use std::cell::RefCell;

use bytes::Bytes;
use js_sys::{Array, Function, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use self::input::Files;
use self::job::Job;
use super::protocol::BUILD_ID;
use super::protocol::request::{RequestKind, ToEngine};
use super::protocol::response::{Response, ResponseBody};
use crate::containers::Passwords;

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// The build of this engine. The page does not use an engine of another build.
#[wasm_bindgen(js_name = buildId)]
#[must_use]
pub fn build_id() -> String {
    BUILD_ID.to_owned()
}

/// Sets the callback that gets a text when the engine panics. After that, the engine must not be
/// used.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    ON_PANIC.with_borrow_mut(|slot| *slot = Some(callback));
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        ON_PANIC.with_borrow(|slot| {
            if let Some(callback) = slot {
                // If the page is gone, the failure does not matter.
                let _ = callback.call1(&JsValue::NULL, &text.into());
            }
        });
    }));
}

/// Answers one message, packed as [`ToEngine`], with a packed [`Response`].
///
/// # Errors
/// If the message is from another build, or a part of the engine cannot be loaded.
#[wasm_bindgen]
pub async fn answer(message: JsValue) -> Result<JsValue, JsValue> {
    let (message, attachments) = ToEngine::unpack(&message)?;
    let response = match message {
        ToEngine::Request {
            request,
            passwords,
            files,
            truststore,
        } => {
            if let Some((name, bytes)) = truststore {
                truststore::read(request.truststore, name, bytes.into(), &passwords).await?;
            } else if !truststore::has(request.truststore) {
                return needs_input(request.id);
            }
            let files = match files {
                Some(names) => Some(Files {
                    named: names.into_iter().zip(take_bytes(&attachments)).collect(),
                    passwords: Passwords::new(passwords),
                }),
                None if input::has(request.input) || !request.kind.keeps_input() => None,
                None => return needs_input(request.id),
            };
            jobs::start(request.id, request.kind.is_check(), |data| {
                Box::pin(async move { respond(Job::new(request, files, data).await?).await })
            })
            .await?
        }
        ToEngine::DataFiles { id, files } => {
            let mut bytes = take_bytes(&attachments).into_iter();
            let loaded = files
                .into_iter()
                .map(|(file, loaded)| (file, if loaded { bytes.next() } else { None }));
            match jobs::resume(id, loaded.collect()).await {
                Some(response) => response?,
                None => return needs_input(id),
            }
        }
    };
    Ok(response.into())
}

fn needs_input(id: u32) -> Result<JsValue, JsValue> {
    Ok(Response::<()>::new(id, ResponseBody::NeedsInput).pack()?.into())
}

async fn respond(job: Job) -> Result<Object, JsValue> {
    match &job.request.kind {
        RequestKind::Check { as_one_chain } => {
            let checked = check::check(&job, *as_one_chain).await;
            job.response(ResponseBody::Answer(checked)).pack()
        }
        RequestKind::Rows(_) | RequestKind::Reports(_) | RequestKind::Split => (fleet::load_rows().await?)(job).await,
        RequestKind::Authorities => {
            let table = authorities::load_table().await?;
            job.response(ResponseBody::Answer(table(&job))).pack()
        }
        RequestKind::Repair
        | RequestKind::MakeLink { .. }
        | RequestKind::OpenLink(_)
        | RequestKind::Compare(_)
        | RequestKind::MostClients(_)
        | RequestKind::IgnoredEntries
        | RequestKind::Truststore(_) => (side_requests::load_side_requests().await?)(job).await,
    }
}

/// Copies the bytes of attachments and clears their buffers, which may hold private keys.
fn take_bytes(attachments: &Array) -> Vec<Bytes> {
    let take = |attachment: JsValue| {
        let bytes: Uint8Array = attachment.dyn_into().ok()?;
        let copy = Bytes::from(bytes.to_vec());
        bytes.fill(0, 0, bytes.length());
        Some(copy)
    };
    attachments.iter().map(|one| take(one).unwrap_or_default()).collect()
}

/// Does nothing. A binary that calls it includes this module's exports.
pub fn link() {}
