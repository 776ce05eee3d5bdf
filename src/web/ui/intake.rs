//! Takes files, pasted text and dropped items as input.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, DataTransfer};
use yew::prelude::*;

use super::files::{self, Dropped, Named};
use super::session::Store;
use super::state::Action;

/// The longest text that is put into the box, in bytes. Longer ones would make the browser slow.
pub(crate) const BOX_LIMIT: u32 = 1_000_000;

/// Takes files. Only the engine reads their bytes.
pub(super) fn take_files(store: &Store, files: Vec<Named>, on: &Callback<Action>, wanted: impl Fn() -> bool + 'static) {
    let (store, on) = (store.clone(), on.clone());
    spawn_local(async move {
        let found = |count| {
            if wanted() {
                on.emit(Action::Collecting(count));
            }
            wanted()
        };
        let sizes = files::sizes(&files, found).await;
        if let Some(sizes) = sizes.filter(|sizes| !sizes.is_empty()) {
            on.emit(Action::NewFiles(store.keep(files, sizes)));
        }
    });
}

/// Takes pasted text or files in place of the input. A text too long for the box is kept as a file.
pub(super) fn take_paste(
    store: &Store,
    event: &ClipboardEvent,
    on: &Callback<Action>,
    on_files: &Callback<Vec<Named>>,
) {
    let Some(data) = event.clipboard_data() else { return };
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        event.prevent_default();
        on_files.emit(files::of_list(&files));
        return;
    }
    let Ok(text) = data.get_data("text/plain") else { return };
    if text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    if text.len() > usize::try_from(BOX_LIMIT).unwrap_or(usize::MAX) {
        if let Some(kept) = store.keep_text(&text) {
            on.emit(Action::NewFiles(kept));
        }
    } else {
        on.emit(Action::NewText(Rc::from(text)));
    }
}

/// Takes files, folders or text dropped on the page.
pub(super) fn take_drop(
    data: &DataTransfer,
    on: &Callback<Action>,
    on_files: &Callback<Vec<Named>>,
    wanted: impl Fn() -> bool + 'static,
) {
    match files::of_drop(data) {
        Some(Dropped::Files(files)) => on_files.emit(files),
        Some(Dropped::Entries(entries)) => {
            let (on, on_files) = (on.clone(), on_files.clone());
            on.emit(Action::Collecting(0));
            spawn_local(async move {
                let found = |count| {
                    if wanted() {
                        on.emit(Action::Collecting(count));
                    }
                    wanted()
                };
                if let Some(files) = files::collect(entries, found).await {
                    on_files.emit(files);
                }
            });
        }
        None => {
            if let Some(text) = data.get_data("text/plain").ok().filter(|text| !text.trim().is_empty()) {
                on.emit(Action::NewText(Rc::from(text)));
            }
        }
    }
}
