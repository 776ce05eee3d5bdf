//! Answers the messages of the page.
//!
//! A separate part: the headline, which is shown first, does not need it.

use bytes::Bytes;
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::input::{self, Files};
use super::job::Job;
use super::jobs::{self, Answer};
use super::{authorities, check, fleet, side_requests, truststore};
use crate::containers::Passwords;
use crate::web::protocol::request::{RequestKind, ToEngine};
use crate::web::protocol::response::{Response, ResponseBody};
use crate::web::split::loaded;

loaded!(answer, pub(super) load_answer, fn(JsValue) -> Answer, |message| Box::pin(answer(message)));

async fn answer(message: JsValue) -> Result<Object, JsValue> {
    let (message, attachments) = ToEngine::unpack(&message)?;
    match message {
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
            .await
        }
        ToEngine::DataFiles { id, files } => {
            let mut bytes = take_bytes(&attachments).into_iter();
            let loaded = files
                .into_iter()
                .map(|(file, loaded)| (file, if loaded { bytes.next() } else { None }));
            match jobs::resume(id, loaded.collect()).await {
                Some(response) => response,
                None => needs_input(id),
            }
        }
    }
}

fn needs_input(id: u32) -> Result<Object, JsValue> {
    Response::<()>::new(id, ResponseBody::NeedsInput).pack()
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
