//! Answers that a first report does not need.

use bytes::Bytes;
use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::authorities;
use super::job::{Job, shards};
use super::jobs::Answer;
use crate::report::Repair;
use crate::web::answers::{self, LoadShards};
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::request::RequestKind;
use crate::web::protocol::response::ResponseBody;
use crate::web::split::loaded;
use crate::web::webcrypto;

loaded!(aside, pub(super) load_side_requests, fn(Job) -> Answer, |job| Box::pin(respond(job)));

async fn respond(job: Job) -> Result<Object, JsValue> {
    match &job.request.kind {
        RequestKind::Repair => job.response(repair(&job).await).pack(),
        RequestKind::Authorities => job.response(ResponseBody::Answer(authorities::table(&job))).pack(),
        #[cfg(feature = "share")]
        RequestKind::MakeLink {
            language,
            address,
            with_moment,
        } => {
            let address = address.as_deref().unwrap_or_default();
            let made = super::links::make(&job, language, address, *with_moment).await;
            job.response(made).pack()
        }
        #[cfg(feature = "share")]
        RequestKind::OpenLink(link) => job
            .response(ResponseBody::Answer(answers::open_link(link, &job).await))
            .pack(),
        _ => Err("this engine does not answer that".into()),
    }
}

async fn repair(job: &Job) -> ResponseBody<Repair> {
    let Some(plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let report = job.judge(&plan, &webcrypto::answers(plan.checks()).await).await;
    ResponseBody::Answer(answers::repair(&plan, &report, &WithIssuers(job)).await)
}

/// Loads files of issuers with the shards: they say where other certificates of the same names lead.
struct WithIssuers<'j>(&'j Job);

impl LoadShards for WithIssuers<'_> {
    async fn shards(&self, numbers: &[u8]) -> Vec<(u8, Option<Bytes>)> {
        let files = numbers
            .iter()
            .flat_map(|n| [DataFile::Issuers(*n), DataFile::Shard(*n)]);
        shards(self.0.load(files.collect()).await)
    }
}
