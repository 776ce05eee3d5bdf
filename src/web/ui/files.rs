//! Lists the files and folders that the user drops or chooses. Only the engine reads their bytes.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

use crate::ingest::INPUT_BYTES;
use crate::web::clock::millis;

/// The most bytes that are read at once: the limit of the engine.
pub(crate) const MAX_BYTES: u64 = INPUT_BYTES as u64;

/// The most files that are taken from folders.
const MAX_FILES: usize = 100_000;

/// The deepest nesting of folders that is searched.
const MAX_DEPTH: u8 = 16;

/// A file with its name, or with its path in the chosen folder.
pub(crate) type Named = (String, Blob);

/// The files of a file picker.
pub(crate) fn of_list(files: &FileList) -> Vec<Named> {
    (0..files.length())
        .filter_map(|place| files.item(place))
        .map(named)
        .collect()
}

/// A file with its path in the chosen folder, or its name.
pub(crate) fn named(file: File) -> Named {
    let path = crate::web::protocol::js::field(&file, "webkitRelativePath").as_string();
    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
    (name, file.into())
}

/// Dropped files and folders, taken while the event still holds them.
pub(crate) enum Dropped {
    /// Files only.
    Files(Vec<Named>),
    /// Folders, possibly also files.
    Entries(Vec<FileSystemEntry>),
}

/// The files and folders of a drop; `None` if it has none.
pub(crate) fn of_drop(data: &DataTransfer) -> Option<Dropped> {
    let items = data.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|place| items.get(place)?.webkit_get_as_entry().ok().flatten())
        .collect();
    if entries.iter().any(FileSystemEntry::is_directory) {
        return Some(Dropped::Entries(entries));
    }
    let files = data.files().map(|files| of_list(&files)).unwrap_or_default();
    (!files.is_empty()).then_some(Dropped::Files(files))
}

/// Lists every file in folders, in the order of their paths.
///
/// `found` gets the number of files so far and returns whether to continue.
pub(crate) async fn collect(entries: Vec<FileSystemEntry>, found: impl Fn(usize) -> bool) -> Option<Vec<Named>> {
    let mut files = Vec::new();
    let mut open: Vec<(FileSystemEntry, u8)> = entries.into_iter().rev().map(|entry| (entry, 0)).collect();
    while let Some((entry, depth)) = open.pop() {
        if files.len() >= MAX_FILES {
            break;
        }
        if !entry.is_directory() {
            // Skip a file that no longer exists.
            if let Ok(file) = file_of(entry.unchecked_ref()).await {
                files.push((entry.full_path().trim_start_matches('/').to_owned(), file.into()));
            }
            if files.len().is_multiple_of(100) && !found(files.len()) {
                return None;
            }
        } else if depth < MAX_DEPTH {
            let mut inside = entries_of(&entry.unchecked_ref::<FileSystemDirectoryEntry>().create_reader()).await;
            inside.sort_by_key(FileSystemEntry::name);
            let deeper = depth.saturating_add(1);
            open.extend(inside.into_iter().rev().map(|entry| (entry, deeper)));
        }
    }
    found(files.len()).then_some(files)
}

async fn file_of(entry: &FileSystemFileEntry) -> Result<File, JsValue> {
    let file = JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
        entry.file_with_callback_and_callback(&resolve, &reject);
    }));
    Ok(file.await?.unchecked_into())
}

/// The entries of a folder; empty if it cannot be read. The browser returns them in portions and
/// ends with an empty one.
async fn entries_of(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut entries = Vec::new();
    while entries.len() < MAX_FILES {
        let portion = JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
            // If the browser refuses, it also calls `reject`.
            let _ = reader.read_entries_with_callback_and_callback(&resolve, &reject);
        }));
        let Ok(portion) = portion.await else { break };
        let portion: Array = portion.unchecked_into();
        if portion.length() == 0 {
            break;
        }
        entries.extend(portion.iter().map(JsCast::unchecked_into));
    }
    entries
}

/// Files that are read together, and the names of those left out because of the limit.
pub(crate) struct Taken {
    pub(crate) files: Vec<Named>,
    pub(crate) bytes: u64,
    pub(crate) left_out: Vec<String>,
}

/// How long [`sizes`] may run before the page can redraw, in milliseconds.
const BUSY: f64 = 10.0;

/// The sizes of files.
///
/// For a file from a folder, Chromium reads the size from the disk and blocks the page meanwhile.
/// Each size is therefore read once, with pauses. `found` gets the number of sizes so far and
/// returns whether to continue.
pub(crate) async fn sizes(files: &[Named], found: impl Fn(usize) -> bool) -> Option<Vec<u64>> {
    let mut sizes = Vec::with_capacity(files.len());
    let mut since = millis();
    for (_, blob) in files {
        sizes.push(size_of(blob));
        if millis() - since > BUSY {
            if !found(sizes.len()) {
                return None;
            }
            TimeoutFuture::new(0).await;
            since = millis();
        }
    }
    Some(sizes)
}

/// Takes the files that fit within [`MAX_BYTES`] together, in order.
pub(crate) fn within_bounds(files: Vec<Named>, sizes: &[u64]) -> Taken {
    let mut taken = Taken {
        files: Vec::new(),
        bytes: 0,
        left_out: Vec::new(),
    };
    for ((name, blob), size) in files.into_iter().zip(sizes) {
        let bytes = taken.bytes.saturating_add(*size);
        if bytes > MAX_BYTES {
            taken.left_out.push(name);
        } else {
            taken.bytes = bytes;
            taken.files.push((name, blob));
        }
    }
    taken
}

/// The size of a file in bytes.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size in whole bytes"
)]
pub(crate) fn size_of(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// Tracks whether work is still wanted. New work replaces older work.
#[derive(Clone, Default)]
pub(crate) struct Wanted(Rc<Cell<u32>>);

impl Wanted {
    /// Begins new work and ends older work. Returns a function that reports whether it is still
    /// wanted.
    pub(crate) fn begin(&self) -> impl Fn() -> bool + use<> {
        let (current, own) = (Rc::clone(&self.0), self.0.get().wrapping_add(1));
        current.set(own);
        move || current.get() == own
    }

    /// Ends all work.
    pub(crate) fn end(&self) {
        self.0.set(self.0.get().wrapping_add(1));
    }
}
