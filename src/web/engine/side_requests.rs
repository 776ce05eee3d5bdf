//! Answers that a first report does not need.

use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::job::Job;
use super::jobs::Answer;
use crate::engine;
#[cfg(feature = "containers")]
use crate::guide::TRUST_ALIAS;
#[cfg(feature = "containers")]
use crate::report::CertIndex;
use crate::report::{ClientTable, MostClients, Repair};
use crate::trust::ClientId;
use crate::web::answers;
use crate::web::protocol::request::RequestKind;
use crate::web::protocol::response::{IgnoredEntries, ResponseBody};
use crate::web::split::loaded;
use crate::web::webcrypto;

loaded!(aside, pub(super) load_side_requests, fn(Job) -> Answer, |job| Box::pin(respond(job)));

async fn respond(job: Job) -> Result<Object, JsValue> {
    match &job.request.kind {
        RequestKind::Compare(clients) => job.response(compare(&job, clients).await).pack(),
        RequestKind::MostClients(clients) => job.response(most_clients(&job, clients).await).pack(),
        RequestKind::IgnoredEntries => job.response(ignored_entries(&job)).pack(),
        RequestKind::Repair => job.response(repair(&job).await).pack(),
        #[cfg(feature = "containers")]
        RequestKind::Truststore(wanted) => job.response(truststore(&job, wanted).await).pack(),
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

async fn most_clients(job: &Job, wanted: &[ClientId]) -> ResponseBody<Result<MostClients, Box<Repair>>> {
    let Some(mut plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let answers = webcrypto::answers(plan.checks()).await;
    let report = job.judge(&mut plan, &answers).await;
    let lists = job.clients().await;
    let clients = (wanted, lists.as_ref());
    ResponseBody::Answer(answers::most_clients(&plan, &report, clients, job).await)
}

fn ignored_entries(job: &Job) -> ResponseBody<IgnoredEntries> {
    let Some(own) = job.own_truststore() else {
        return ResponseBody::Nothing;
    };
    ResponseBody::Answer(IgnoredEntries {
        certificates: own.ignored.clone(),
        input: own.input.clone(),
    })
}

/// Writes certificates of the input as a truststore. Names of certificates are untrusted, so the
/// aliases contain none.
#[cfg(feature = "containers")]
async fn truststore(job: &Job, wanted: &[CertIndex]) -> ResponseBody<Vec<u8>> {
    let Some(plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let ders = plan.ders();
    let certificates: Vec<(String, &[u8])> = wanted
        .iter()
        .filter_map(|index| ders.get(index.get()))
        .enumerate()
        .map(|(place, der)| match place {
            0 => (TRUST_ALIAS.to_owned(), &der[..]),
            _ => (
                [TRUST_ALIAS, "-", &place.saturating_add(1).to_string()].concat(),
                &der[..],
            ),
        })
        .collect();
    if certificates.is_empty() {
        return ResponseBody::Nothing;
    }
    match crate::containers::write_truststore(&certificates) {
        Ok(file) => ResponseBody::Answer(file),
        Err(_) => ResponseBody::Nothing,
    }
}

/// Checks the chain for several clients.
async fn compare(job: &Job, wanted: &[ClientId]) -> ResponseBody<ClientTable> {
    let Some(plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let lists = job.clients().await;
    let mut clients = engine::side_by_side(&plan, wanted, lists.as_ref());
    loop {
        let missing = clients.missing_files(&plan);
        if missing.is_empty() {
            break;
        }
        let loaded = job.load(missing).await;
        if loaded.is_empty() {
            // Files that could not be loaded: their roots count as unknown.
            break;
        }
        for (file, bytes) in &loaded {
            // The pool rejects a file of another release or an error page.
            let _ = bytes.as_ref().map(|bytes| clients.add_file(*file, bytes));
        }
    }
    let answers = webcrypto::answers(&clients.checks(&plan)).await;
    ResponseBody::Answer(clients.table(&plan, &answers))
}
