//! A request with all data that is needed to answer it.

use std::cell::RefCell;
use std::rc::Rc;

use bytes::Bytes;
use wasm_bindgen::prelude::*;

use super::input::{self, Files, Input};
use super::jobs::{DataFiles, Loaded};
use super::{rare, truststore};
use crate::engine::{self, Plan, Truststore, TruststoreError};
use crate::report::Report;
use crate::trust::client::Anchors;
use crate::trust::{AwsList, Clients, PoolFile, PoolFiles, TrustStore};
use crate::verify::SignatureAnswer;
use crate::web::answers::LoadFiles;
use crate::web::protocol::request::Request;
use crate::web::protocol::response::{Response, ResponseBody};

thread_local! {
    /// The files of the pool that the page has sent so far. It does not send them again for another
    /// chain.
    static POOL: RefCell<PoolFiles> = RefCell::default();
    /// The lists of the clients, once they were needed.
    static CLIENTS: RefCell<Option<Clients>> = const { RefCell::new(None) };
}

/// A request that is being answered.
pub(super) struct Job {
    pub(super) request: Request,
    /// The input, for the kinds of requests that keep it.
    pub(super) input: Option<Rc<Input>>,
    /// The files, for the other kinds.
    pub(super) files: Files,
    /// The list that the user pasted, and the store made from it.
    pub(super) own_list: Option<(AwsList, TrustStore)>,
    /// The store of a client other than API Gateway.
    client_store: Option<TrustStore>,
    /// The user's truststore.
    truststore: Option<Rc<truststore::Read>>,
    data: DataFiles,
    /// The data files that were requested.
    requested: RefCell<Vec<PoolFile>>,
}

impl Job {
    /// Reads the input, or takes the kept one.
    ///
    /// # Errors
    /// If a part of the engine cannot be loaded.
    pub(super) async fn new(request: Request, files: Option<Files>, data: DataFiles) -> Result<Self, JsValue> {
        let own_list = match &request.list {
            Some(text) => Some((rare::load_rare().await?.list)(text)),
            None => None,
        };
        let client_store = match request.options.client.client().anchors {
            Anchors::List(_) => {
                let loaded = clients(&data).await;
                TrustStore::of(request.options.client, loaded.as_ref())
            }
            Anchors::Aws | Anchors::Own => None,
        };
        let truststore = truststore::newest(request.truststore);
        let keeps = request.kind.keeps_input();
        let (input, files) = match files {
            Some(files) if keeps => (Some(input::read(request.input, files).await?), None),
            files => (input::newest(request.input).filter(|_| keeps), files),
        };
        Ok(Self {
            files: files.unwrap_or_default(),
            own_list,
            client_store,
            truststore,
            ..Self::with_input(request, input, data)
        })
    }

    /// A request about an input, with the embedded list.
    pub(super) fn with_input(request: Request, input: Option<Rc<Input>>, data: DataFiles) -> Self {
        Self {
            request,
            input,
            files: Files::default(),
            own_list: None,
            client_store: None,
            truststore: None,
            data,
            requested: RefCell::default(),
        }
    }

    /// What to check against: the user's truststore, the client's list, the pasted list of AWS, or
    /// the embedded one.
    pub(super) fn trust(&self) -> &TrustStore {
        if let Some(Ok(own)) = self.truststore.as_deref() {
            return &own.store;
        }
        let pasted = self.own_list.as_ref().map(|(_, store)| store);
        self.client_store.as_ref().or(pasted).unwrap_or(TrustStore::aws())
    }

    /// The user's truststore, if it can be used.
    pub(super) fn own_truststore(&self) -> Option<&Truststore> {
        self.truststore.as_deref().and_then(|read| read.as_ref().ok())
    }

    /// Why the user's truststore cannot be used.
    pub(super) fn truststore_error(&self) -> Option<&TruststoreError> {
        self.truststore.as_deref().and_then(|read| read.as_ref().err())
    }

    /// The lists of the clients; `None` if the file cannot be loaded.
    pub(super) async fn clients(&self) -> Option<Clients> {
        clients(&self.data).await
    }

    /// The files of the pool that the page has sent so far.
    pub(super) fn pool(&self) -> PoolFiles {
        POOL.with_borrow(PoolFiles::clone)
    }

    /// Plans the check of the whole input as one chain, with the keys of all CAs that it may need;
    /// `None` if there is no certificate.
    pub(super) async fn plan(&self) -> Option<Plan<'_>> {
        let servers = self.input.as_ref()?.servers.as_ref().ok()?;
        let input = servers.input().clone();
        let mut plan = input.into_plan_with(&self.request.options, self.trust(), self.pool());
        while !plan.missing_files().is_empty() {
            // A file that is requested again could not be loaded: the page then fails the request.
            for (file, bytes) in self.load_again(plan.missing_files().to_vec()).await {
                add(&mut plan, file, bytes.as_ref());
            }
        }
        Some(plan)
    }

    /// Checks a plan. If a data file has the root to which a missing issuer leads, the report names
    /// it.
    pub(super) async fn judge(&self, plan: &mut Plan<'_>, answers: &[SignatureAnswer]) -> Report {
        let (report, missing) = engine::judge_with_missing(plan, answers);
        if missing.is_empty() {
            return report;
        }
        let loaded = self.load(missing).await;
        if loaded.iter().all(|(_, bytes)| bytes.is_none()) {
            // Without the files the report only lacks this hint.
            return report;
        }
        for (file, bytes) in &loaded {
            add(plan, *file, bytes.as_ref());
        }
        engine::judge(plan, answers)
    }

    /// Loads the data files that were not requested before.
    pub(super) async fn load(&self, mut wanted: Vec<PoolFile>) -> Loaded {
        wanted.retain(|file| !self.requested.borrow().contains(file));
        self.load_again(wanted).await
    }

    /// Loads data files, even if they were requested before.
    pub(super) async fn load_again(&self, wanted: Vec<PoolFile>) -> Loaded {
        self.requested.borrow_mut().extend(&wanted);
        let loaded = self.data.load(wanted).await;
        POOL.with_borrow_mut(|pool| {
            for (file, bytes) in &loaded {
                let kept = matches!(file, PoolFile::Head(_) | PoolFile::MoreHead(_));
                if let (true, Some(bytes)) = (kept, bytes) {
                    // The pool rejects a file of another release or an error page.
                    let _ = pool.add(*file, bytes);
                }
            }
        });
        loaded
    }

    /// A response to this request.
    pub(super) fn response<T>(&self, body: ResponseBody<T>) -> Response<T> {
        Response::new(self.request.id, body)
    }
}

/// Adds a file to a plan. Ignores a file that is damaged or was not loaded.
fn add(plan: &mut Plan<'_>, file: PoolFile, bytes: Option<&Bytes>) {
    let _ = bytes.map(|bytes| plan.add_file(file, bytes));
}

impl LoadFiles for Job {
    async fn files(&self, files: Vec<PoolFile>) -> Vec<(PoolFile, Option<Bytes>)> {
        self.load(files).await
    }
}

/// The lists of the clients, loaded at the first use.
async fn clients(data: &DataFiles) -> Option<Clients> {
    if let Some(kept) = CLIENTS.with_borrow(Option::clone) {
        return Some(kept);
    }
    let loaded = data.load(vec![PoolFile::Clients]).await;
    let bytes = loaded.into_iter().find_map(|(_, bytes)| bytes)?;
    // An error page of a proxy is rejected.
    let lists = Clients::decode(bytes).ok()?;
    CLIENTS.with_borrow_mut(|kept| *kept = Some(lists.clone()));
    Some(lists)
}
