//! Files that a person drops or chooses: several, and whole folders. Their bytes never pass through the interface.

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

/// The most that is read at once, in bytes: what the engine takes.
pub(crate) const MAX_BYTES: u64 = INPUT_BYTES as u64;

/// The most files that are looked for in folders.
const MAX_FILES: usize = 100_000;

/// How deep folders are followed.
const MAX_DEPTH: u8 = 16;

/// A file with its name, or its path in the folder that was given.
pub(crate) type Named = (String, Blob);

/// The files of a picker.
pub(crate) fn of_list(files: &FileList) -> Vec<Named> {
    (0..files.length())
        .filter_map(|place| files.item(place))
        .map(named)
        .collect()
}

/// A file under its path or name.
pub(crate) fn named(file: File) -> Named {
    let path = crate::web::protocol::js::field(&file, "webkitRelativePath").as_string();
    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
    (name, file.into())
}

/// What was dropped, taken while the event still holds it.
pub(crate) enum Dropped {
    /// Files only.
    Files(Vec<Named>),
    /// Folders, perhaps with files next to them.
    Entries(Vec<FileSystemEntry>),
}

/// What a drop holds; nothing where it holds no file.
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

/// Every file in folders, in the order of their paths. `found` hears how many there are so far and says whether to go on.
pub(crate) async fn collect(entries: Vec<FileSystemEntry>, found: impl Fn(usize) -> bool) -> Option<Vec<Named>> {
    let mut files = Vec::new();
    let mut open: Vec<(FileSystemEntry, u8)> = entries.into_iter().rev().map(|entry| (entry, 0)).collect();
    while let Some((entry, depth)) = open.pop() {
        if files.len() >= MAX_FILES {
            break;
        }
        if !entry.is_directory() {
            // Skip a file that has vanished meanwhile.
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

/// The entries of a folder, which come in portions, the last of which is empty; none if it cannot be read.
async fn entries_of(reader: &FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut entries = Vec::new();
    while entries.len() < MAX_FILES {
        let portion = JsFuture::from(Promise::new(&mut |resolve: Function, reject: Function| {
            // A refusal also calls `reject`.
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

/// Files that are read together, and the names of those left out because all together would be too large.
pub(crate) struct Taken {
    pub(crate) files: Vec<Named>,
    pub(crate) bytes: u64,
    pub(crate) left_out: Vec<String>,
}

/// How long sizes may be asked for before the page may draw, in milliseconds.
const BUSY: f64 = 10.0;

/// The sizes of files. Each is asked for once, and a few at a time: of a file out of a folder Chromium looks at the disk
/// for it, while the page is blocked. `found` hears how many are known and says whether to go on.
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

/// Takes files in their order, as long as all together stay within [`MAX_BYTES`].
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

/// Says whether work is still wanted: new work replaces it.
#[derive(Clone, Default)]
pub(crate) struct Wanted(Rc<Cell<u32>>);

impl Wanted {
    /// Begins new work, and ends the work that was begun before.
    pub(crate) fn begin(&self) -> impl Fn() -> bool + use<> {
        let (current, own) = (Rc::clone(&self.0), self.0.get().wrapping_add(1));
        current.set(own);
        move || current.get() == own
    }

    /// Ends all work that was begun.
    pub(crate) fn end(&self) {
        self.0.set(self.0.get().wrapping_add(1));
    }
}
