//! Answers that a first report does not need.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::job::Job;
use super::jobs::Answer;
use crate::report::Repair;
use crate::web::answers;
use crate::web::protocol::request::RequestKind;
use crate::web::protocol::response::ResponseBody;
use crate::web::split::loaded;
use crate::web::webcrypto;

loaded!(aside, pub(super) load_side_requests, fn(Job) -> Answer, |job| Box::pin(respond(job)));

async fn respond(job: Job) -> Result<Object, JsValue> {
    match &job.request.kind {
        RequestKind::Repair => job.response(repair(&job).await).pack(),
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
        _ => Err("this engine does not support this request".into()),
    }
}

async fn repair(job: &Job) -> ResponseBody<Repair> {
    let Some(mut plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let answers = webcrypto::answers(plan.checks()).await;
    let report = job.judge(&mut plan, &answers).await;
    ResponseBody::Answer(answers::repair(&plan, &report, job).await)
}
