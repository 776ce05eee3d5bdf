//! What a first verdict does not need: the answers beside it, a pasted list, the text without its private keys.

use bytes::Bytes;
use js_sys::Object;
use wasm_bindgen::prelude::*;

use super::{Answer, Asked, authorities, issuers};
use crate::engine;
use crate::engine::repair::{Need, Repairer};
use crate::ingest;
use crate::report::Repair;
use crate::trust::{AwsList, TrustStore};
use crate::web::protocol::KEY_REMOVED;
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::request::Want;
use crate::web::protocol::response::{Side, pack};
use crate::web::split::loaded;
use crate::web::webcrypto;

/// The functions of this part.
#[derive(Clone, Copy)]
pub(super) struct Aside {
    /// Answers what is no judgement.
    pub(super) answer: fn(Asked) -> Answer,
    /// The list that a person has pasted, and by it a store to judge by.
    pub(super) list: fn(&str) -> (AwsList, TrustStore),
    /// A text without its private keys; none where it is no text.
    pub(super) redacted: fn(Bytes) -> Option<String>,
}

loaded!(
    aside,
    pub(super) aside,
    Aside,
    Aside {
        answer: |asked| Box::pin(answer(asked)),
        list,
        redacted,
    }
);

async fn answer(asked: Asked) -> Result<Object, JsValue> {
    match asked.want {
        Want::Repair => pack(repair(&asked).await),
        Want::Authorities => pack(authorities::table(&asked)),
        #[cfg(feature = "share")]
        Want::Link => pack(super::links::make(&asked).await),
        #[cfg(feature = "share")]
        Want::Opened => pack(super::links::open(&asked)),
        #[cfg(not(feature = "share"))]
        Want::Link | Want::Opened => Err("this engine has no share links".into()),
        _ => Err("that is not answered here".into()),
    }
}

fn list(text: &str) -> (AwsList, TrustStore) {
    let list = AwsList::parse(text);
    let store = TrustStore::with_list(&list);
    (list, store)
}

fn redacted(data: Bytes) -> Option<String> {
    let redacted = ingest::redact(data);
    // Binary files cannot stand in the box; their keys were cleared on reading all the same.
    let text = std::str::from_utf8(&redacted.bytes).is_ok_and(|text| !text.contains('\0'));
    text.then(|| redacted.text_with(KEY_REMOVED))
}

/// The repaired chain; none where there is nothing to judge.
async fn repair(asked: &Asked) -> Side<Repair> {
    let trust = asked.trust();
    let Ok(plan) = asked.plan(trust) else {
        return Side::of(asked.seq, None);
    };
    let needs = asked.not_sent(issuers(plan.missing_files()));
    if !needs.is_empty() {
        return Side::needing(asked.seq, needs);
    }
    let (report, lacking) = engine::judge_with_missing(&plan, &webcrypto::answers(plan.checks()).await);
    let needs = asked.not_sent(lacking.map(DataFile::Issuers));
    if !needs.is_empty() {
        return Side::needing(asked.seq, needs);
    }
    let mut repairer = Repairer::new(&plan, &report);
    loop {
        let given = match repairer.next() {
            Need::Shards(numbers) => {
                // Of each name not only its certificates, also where others of that name lead.
                let files = numbers
                    .iter()
                    .flat_map(|n| [DataFile::Issuers(*n), DataFile::Shard(*n)]);
                let needs = asked.not_sent(files);
                if !needs.is_empty() {
                    return Side::needing(asked.seq, needs);
                }
                None
            }
            Need::Answers(checks) => Some(webcrypto::answers(checks).await),
            Need::Done => return Side::of(asked.seq, Some(repairer.finish())),
        };
        match given {
            Some(answers) => repairer.give_answers(answers),
            None => repairer.give_shards(&asked.shards),
        }
    }
}
