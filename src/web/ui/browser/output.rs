//! Exports from the page: files, the clipboard, and the printer.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use crate::i18n::Locale;
use crate::json::ReportView;
use crate::report::Report;
use crate::web::protocol::js;

/// Downloads `text` as a file.
pub(crate) fn download(name: &str, kind: &str, text: &str) {
    download_parts(name, kind, &Array::of1(&text.into()));
}

/// Downloads `bytes` as a file.
pub(crate) fn download_bytes(name: &str, kind: &str, bytes: &[u8]) {
    download_parts(name, kind, &Array::of1(&Uint8Array::from(bytes).into()));
}

/// Downloads texts and blobs, joined, as a file.
pub(crate) fn download_parts(name: &str, kind: &str, parts: &Array) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let document = web_sys::window().and_then(|w| w.document());
    let (Ok(blob), Some(document)) = (Blob::new_with_blob_sequence_and_options(parts, &options), document) else {
        return;
    };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(link) = document.create_element("a")
        && link.set_attribute("href", &address).is_ok()
        && link.set_attribute("download", name).is_ok()
        && let Ok(link) = link.dyn_into::<web_sys::HtmlElement>()
    {
        link.click();
    }
    // Free the memory after the browser has taken the file.
    spawn_local(async move {
        TimeoutFuture::new(10_000).await;
        let _ = web_sys::Url::revoke_object_url(&address);
    });
}

/// Opens the browser's print dialog.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print does nothing.
        let _ = window.print();
    }
}

/// Copies `text` to the clipboard; `false` if the browser has none here or refuses.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let exists = js::field(&navigator, "clipboard").is_object();
    exists
        && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// The report in its public form ([`crate::json`]), as JSON.
pub(crate) fn report_json(report: &Report, locale: Locale) -> Option<String> {
    let value = js::to_js(&ReportView::new(report, locale)).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into()).ok()?;
    Some(String::from(text) + "\n")
}
