//! What `static/boot.js` offers to Rust: engines, the page's own files, and what the system hands over.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::web::protocol::js::field;

#[wasm_bindgen]
extern "C" {
    /// `globalThis.sslengineDoctor`, which `static/boot.js` sets: only that script knows where the files are.
    #[derive(Clone)]
    pub type Boot;

    /// A promise of a `Worker` that has been sent the compiled engine; `full` asks for the one with its own verifiers.
    #[wasm_bindgen(method, catch, js_name = startWorker)]
    pub(super) fn start_worker(this: &Boot, full: bool) -> Result<Promise, JsValue>;

    /// A promise of the engine's module, ready to be used on the page.
    #[wasm_bindgen(method, catch, js_name = loadHere)]
    pub(super) fn load_here(this: &Boot, full: bool) -> Result<Promise, JsValue>;

    /// A promise of the bytes of one of the page's own files, by its address relative to the page.
    #[wasm_bindgen(method, catch, js_name = ownFile)]
    fn own_file(this: &Boot, path: &str) -> Result<Promise, JsValue>;

    /// Sets the callback for what the system hands over: files opened with the page, things shared with it.
    #[wasm_bindgen(method, catch, js_name = onInput)]
    pub fn on_input(this: &Boot, callback: &JsValue) -> Result<(), JsValue>;

    /// Sets the callback for when a newer version of the page is ready.
    #[wasm_bindgen(method, catch, js_name = onUpdate)]
    pub fn on_update(this: &Boot, callback: &JsValue) -> Result<(), JsValue>;

    /// Changes to the newer version and reloads.
    #[wasm_bindgen(method, catch, js_name = applyUpdate)]
    pub fn apply_update(this: &Boot) -> Result<(), JsValue>;

    /// `file` if everything is in one file.
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

    /// The bytes of one of the page's own files; `None` if it cannot be loaded.
    pub async fn file(&self, path: &str) -> Option<Uint8Array> {
        let promise = self.own_file(path).ok()?;
        JsFuture::from(promise).await.ok()?.dyn_into().ok()
    }
}

/// The page's address without query and fragment. For a page from disk only the file's name: the folders above it are
/// private, and of no use elsewhere.
pub(crate) fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let address = href.split(['#', '?']).next().unwrap_or_default();
    match address.strip_prefix("file:") {
        Some(path) => path.rsplit('/').next().unwrap_or_default().to_owned(),
        None => address.to_owned(),
    }
}

/// What JavaScript threw, as text.
pub(super) fn text_of(thrown: &JsValue) -> String {
    let message = || field(thrown, "message").as_string();
    // Nearly everything thrown is an error with a message. A worker's script that cannot be loaded gives no text at all.
    thrown
        .as_string()
        .or_else(message)
        .filter(|text| !text.is_empty())
        .unwrap_or_else(|| format!("{thrown:?}"))
}
