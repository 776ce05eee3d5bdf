//! Code shared by the functions that check one chain.

use bytes::Bytes;
use js_sys::{ArrayBuffer, Function, JsString, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::arguments::{Arguments, Input};
use super::errors::{failure, with};
use super::to_js::to_js;
use crate::engine::{self, Plan, judge};
use crate::json::InputErrorView;
use crate::report::Report;
use crate::trust::PoolFile;
use crate::web::answers::LoadFiles;
use crate::web::webcrypto;

pub(super) fn plan<'a>(input: &Input, arguments: &'a Arguments) -> Result<Plan<'a>, JsValue> {
    let (passwords, options, trust) = (
        &arguments.passwords,
        &arguments.request.options,
        arguments.trust.as_ref(),
    );
    let read = match input {
        Input::Paste(data) => engine::Input::paste(data.clone(), passwords),
        Input::Files(_) => engine::Input::read(&input.named(), passwords),
    };
    read.map(|read| read.into_plan(options, trust)).map_err(|why| {
        let view =
            InputErrorView::new((&why).into(), arguments.locale).checked_for(options.at, options.hostname.as_deref());
        let input = to_js(&view).and_then(|form| Reflect::get(&form, &"input".into()));
        with(
            failure(view.code(), &view.message()),
            "input",
            input.unwrap_or(JsValue::NULL),
        )
    })
}

pub(super) async fn report(plan: &Plan<'_>) -> Report {
    judge(plan, &webcrypto::answers(plan.checks()).await)
}

/// Loads data files with a JavaScript function of the caller or of the package.
pub(super) struct DataFiles(pub(super) Function);

impl LoadFiles for DataFiles {
    async fn files(&self, files: Vec<PoolFile>) -> Vec<(PoolFile, Option<Bytes>)> {
        let mut loaded = Vec::new();
        for file in files {
            loaded.push((file, self.load(file).await));
        }
        loaded
    }
}

impl DataFiles {
    async fn load(&self, file: PoolFile) -> Option<Bytes> {
        let name = JsString::from(file.name());
        let promise = self.0.call1(&JsValue::NULL, &name).ok()?;
        let file = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
        let bytes = match file.dyn_into::<Uint8Array>() {
            Ok(bytes) => bytes,
            Err(other) => Uint8Array::new(other.dyn_ref::<ArrayBuffer>()?),
        };
        Some(bytes.to_vec().into())
    }
}
