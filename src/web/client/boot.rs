//! The functions that `static/boot.js` offers to Rust: engines, the page's own files, and input
//! from the system.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::web::protocol::js::field;

#[wasm_bindgen]
extern "C" {
    /// `globalThis.sslengineDoctor`, set by `static/boot.js`, which alone knows where the files
    /// are.
    #[derive(Clone)]
    pub type Boot;

    /// Starts a worker and sends it the compiled engine, with `full` the one with Rust verifiers. A
    /// promise of a `Worker`.
    #[wasm_bindgen(method, catch, js_name = startWorker)]
    pub(super) fn start_worker(this: &Boot, full: bool) -> Result<Promise, JsValue>;

    /// Loads the engine for use on the page. A promise of its module.
    #[wasm_bindgen(method, catch, js_name = loadHere)]
    pub(super) fn load_here(this: &Boot, full: bool) -> Result<Promise, JsValue>;

    /// Loads one of the page's own files, by its address relative to the page. A promise of its
    /// bytes.
    #[wasm_bindgen(method, catch, js_name = ownFile)]
    fn own_file(this: &Boot, path: &str) -> Result<Promise, JsValue>;

    /// Sets the callback for input from the system: files opened with the page, items shared with
    /// it.
    #[wasm_bindgen(method, catch, js_name = onInput)]
    pub fn on_input(this: &Boot, callback: &JsValue) -> Result<(), JsValue>;

    /// Sets the callback for when a newer version of the page is ready.
    #[wasm_bindgen(method, catch, js_name = onUpdate)]
    pub fn on_update(this: &Boot, callback: &JsValue) -> Result<(), JsValue>;

    /// Switches to the newer version and reloads the page.
    #[wasm_bindgen(method, catch, js_name = applyUpdate)]
    pub fn apply_update(this: &Boot) -> Result<(), JsValue>;

    /// `file` if the page is one file.
    #[wasm_bindgen(method, getter)]
    pub fn form(this: &Boot) -> Option<String>;

    #[derive(Clone)]
    /// An engine that runs on the page.
    pub(super) type PageEngine;

    #[wasm_bindgen(method, catch)]
    pub(super) fn answer(this: &PageEngine, message: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch, js_name = onPanic)]
    pub(super) fn on_panic(this: &PageEngine, callback: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = buildId)]
    pub(super) fn build_id(this: &PageEngine) -> Result<String, JsValue>;
}

impl Boot {
    /// The boot object of this page; `None` if `boot.js` did not run.
    #[must_use]
    pub fn of_page() -> Option<Self> {
        let boot = field(&js_sys::global(), "sslengineDoctor");
        boot.is_object().then(|| boot.unchecked_into())
    }

    /// Starts to load one of the page's own files; `None` if it cannot be loaded.
    pub fn file(&self, path: &str) -> impl Future<Output = Option<Uint8Array>> + use<> {
        let started = self.own_file(path).map(JsFuture::from);
        async { started.ok()?.await.ok()?.dyn_into().ok() }
    }
}

/// The page's address without query and fragment. For a page from disk, only the file's name: its
/// folders are private and do not exist elsewhere.
pub(crate) fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let address = href.split(['#', '?']).next().unwrap_or_default();
    match address.strip_prefix("file:") {
        Some(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
        None => address.to_owned(),
    }
}

/// The text of a value that JavaScript threw.
pub(super) fn text_of(thrown: &JsValue) -> String {
    let message = || field(thrown, "message").as_string();
    // Most thrown values are errors with a message. A worker script that cannot be loaded has no
    // text.
    thrown
        .as_string()
        .or_else(message)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| format!("{thrown:?}"))
}
