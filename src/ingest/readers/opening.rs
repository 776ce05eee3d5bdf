//! Archives that were opened, and how much work opening more may take.

use std::collections::BTreeMap;

use bytes::Bytes;
use zeroize::Zeroize;

use crate::ingest::report::limits::Limits;
use crate::ingest::report::location::Location;
use crate::num::small;

/// The work left for opening containers, and the opened archives, for all inputs of a call.
pub(crate) struct Opening {
    /// Iterations of key derivation left.
    pub iterations: u64,
    /// Bytes left to inflate.
    pub room: usize,
    /// Opened archives whose files have not been read yet.
    pub archives: Vec<OpenedArchive>,
    /// The number of given files.
    given: usize,
    /// Files from archives: the given file that each comes from, and its path.
    inner: Vec<(Option<u32>, String)>,
}

/// An archive whose files are to be read.
pub(crate) struct OpenedArchive {
    /// Its files, in order.
    pub files: Vec<ArchivedFile>,
    /// Whether no part of it is damaged.
    pub is_whole: bool,
    /// Where it begins.
    pub at: Location,
}

/// A file of an archive.
pub(crate) struct ArchivedFile {
    /// The given file that it comes from.
    pub given: Option<u32>,
    /// Its path, with those of the archives around it.
    pub path: String,
    /// How many archives are around it.
    pub archives: u8,
    /// Its bytes.
    pub data: Bytes,
}

/// The position of a file in the order of all: the given file, then the file in it.
type FileOrder = (Option<u32>, Option<u32>);

impl Opening {
    pub fn new(limits: &Limits, given: usize) -> Self {
        Self {
            iterations: limits.iterations,
            room: limits.inflated_bytes,
            archives: Vec::new(),
            given,
            inner: Vec::new(),
        }
    }

    /// Returns the given file that `file` is or comes from.
    pub fn given_file(&self, file: Option<u32>) -> Option<u32> {
        let index = file
            .and_then(|file| usize::try_from(file).ok())
            .and_then(|file| file.checked_sub(self.given));
        match index.and_then(|index| self.inner.get(index)) {
            Some((from, _)) => *from,
            None => file,
        }
    }

    /// Gives a file of an archive its number.
    pub fn file(&mut self, from: Option<u32>, path: String) -> u32 {
        self.inner.push((from, path));
        small(self.given + self.inner.len() - 1)
    }

    /// Returns the names of all files, and the order among them: a file of an archive comes where
    /// the archive is.
    pub fn finish(&mut self, mut files: Vec<String>) -> (Vec<String>, impl Fn(Option<u32>) -> FileOrder + use<>) {
        let mut outer = BTreeMap::new();
        for (index, (from, path)) in std::mem::take(&mut self.inner).into_iter().enumerate() {
            outer.insert(small(self.given + index), from);
            let name = from.and_then(|file| files.get(usize::try_from(file).ok()?));
            files.push(name.map_or(path.clone(), |name| format!("{name}/{path}")));
        }
        let place = move |file: Option<u32>| match file.and_then(|file| outer.get(&file)) {
            Some(from) => (*from, file),
            None => (file, None),
        };
        (files, place)
    }
}

/// Clears a container's bytes, unless they are still in use elsewhere.
pub(crate) fn clear(data: Bytes) {
    if let Ok(mut data) = data.try_into_mut() {
        data.as_mut().zeroize();
    }
}
