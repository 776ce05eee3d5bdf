//! Files and pastes on their way into the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::ClipboardEvent;
use yew::prelude::*;

use super::files::{self, Named};
use super::session::Store;
use super::state::Action;

/// A text longer than this does not go into the box, where it would only make the browser slow; in UTF-16 units.
pub(crate) const BOX_LIMIT: u32 = 1_000_000;

/// Files: kept as they are and read by the engine; their bytes never pass through the interface.
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
            on.emit(Action::GaveFiles(store.keep(files, sizes)));
        }
    });
}

/// A paste that replaces everything. One too long for the box is kept beside it.
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
            on.emit(Action::GaveFiles(kept));
        }
    } else {
        on.emit(Action::Gave(Rc::from(text)));
    }
}
