//! A request with all that is needed to answer it.

use std::cell::RefCell;
use std::rc::Rc;

use bytes::Bytes;
use wasm_bindgen::prelude::*;

use super::input::{self, Files, Input};
use super::jobs::{DataFiles, Loaded};
use super::rare;
use crate::engine::{self, Plan};
use crate::report::Report;
use crate::trust::{AwsList, TrustStore};
use crate::verify::SignatureAnswer;
use crate::web::answers::LoadShards;
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::request::Request;
use crate::web::protocol::response::{Response, ResponseBody};

/// A request that is being answered.
pub(super) struct Job {
    pub(super) request: Request,
    /// The input, for the kinds of requests that keep it.
    pub(super) input: Option<Rc<Input>>,
    /// The files, for the other kinds.
    pub(super) files: Files,
    /// The list that the user has pasted, and the store that follows from it.
    pub(super) own_list: Option<(AwsList, TrustStore)>,
    data: DataFiles,
    /// The data files that were asked for.
    asked_for: RefCell<Vec<DataFile>>,
}

impl Job {
    /// Reads the input, or takes it from the request before.
    ///
    /// # Errors
    /// If a part of the engine cannot be loaded.
    pub(super) async fn new(request: Request, files: Option<Files>, data: DataFiles) -> Result<Self, JsValue> {
        let own_list = match &request.list {
            Some(text) => Some((rare::load_rare().await?.list)(text)),
            None => None,
        };
        let keeps = request.kind.keeps_input();
        let (input, files) = match files {
            Some(files) if keeps => (Some(input::read(request.input, files).await?), None),
            files => (input::newest(request.input).filter(|_| keeps), files),
        };
        Ok(Self {
            request,
            input,
            files: files.unwrap_or_default(),
            own_list,
            data,
            asked_for: RefCell::default(),
        })
    }

    /// The list to check against: the pasted one, or the embedded edition.
    pub(super) fn trust(&self) -> &TrustStore {
        match &self.own_list {
            Some((_, store)) => store,
            None => TrustStore::embedded(),
        }
    }

    /// Plans the check of the whole input as one chain, with the keys of all CAs that could matter; `None` if there is no
    /// certificate.
    pub(super) async fn plan(&self) -> Option<Plan<'_>> {
        let servers = self.input.as_ref()?.servers.as_ref().ok()?;
        loop {
            let plan = servers.input().plan(&self.request.options, self.trust());
            if plan.missing_files().is_empty() {
                return Some(plan);
            }
            // If they were asked for before, the page could not load them. It then fails the request.
            self.load_again(issuers(plan.missing_files().iter().copied())).await;
        }
    }

    /// Checks a plan. If a data file says where a missing issuer leads, the report includes that.
    pub(super) async fn judge(&self, plan: &Plan<'_>, answers: &[SignatureAnswer]) -> Report {
        let (report, missing) = engine::judge_with_missing(plan, answers);
        let Some(number) = missing else { return report };
        if self.load(vec![DataFile::Issuers(number)]).await.is_empty() {
            // Without the file the report is the same, except for this hint.
            return report;
        }
        engine::judge(plan, answers)
    }

    /// Loads those of the data files that were not asked for yet. The trust store learns those of issuers.
    pub(super) async fn load(&self, mut wanted: Vec<DataFile>) -> Loaded {
        wanted.retain(|file| !self.asked_for.borrow().contains(file));
        self.load_again(wanted).await
    }

    /// Loads data files, also those that were asked for before.
    pub(super) async fn load_again(&self, wanted: Vec<DataFile>) -> Loaded {
        self.asked_for.borrow_mut().extend(&wanted);
        let loaded = self.data.load(wanted).await;
        for (file, bytes) in &loaded {
            if let (DataFile::Issuers(_), Some(bytes)) = (file, bytes) {
                // A file that is damaged teaches nothing.
                let _ = TrustStore::embedded().learn_issuers(bytes);
            }
        }
        loaded
    }

    /// A response to this request.
    pub(super) fn response<T>(&self, body: ResponseBody<T>) -> Response<T> {
        Response::new(self.request.id, body)
    }
}

/// Files of issuers by their numbers.
pub(super) fn issuers(numbers: impl IntoIterator<Item = u8>) -> Vec<DataFile> {
    numbers.into_iter().map(DataFile::Issuers).collect()
}

impl LoadShards for Job {
    async fn shards(&self, numbers: &[u8]) -> Vec<(u8, Option<Bytes>)> {
        let files = numbers.iter().copied().map(DataFile::Shard);
        shards(self.load(files.collect()).await)
    }
}

/// The shards among data files.
pub(super) fn shards(loaded: Loaded) -> Vec<(u8, Option<Bytes>)> {
    let shard = |(file, bytes)| match file {
        DataFile::Shard(number) => Some((number, bytes)),
        DataFile::Issuers(_) => None,
    };
    loaded.into_iter().filter_map(shard).collect()
}
