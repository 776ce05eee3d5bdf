//! Which archives are open, and how much work opening may still cost.

use std::collections::BTreeMap;

use bytes::Bytes;
use zeroize::Zeroize;

use crate::ingest::report::limits::Limits;
use crate::ingest::report::location::small;

/// What opening has come to, over all inputs of a call.
pub(crate) struct Opening {
    /// Rounds of key derivation left.
    rounds: u64,
    /// Bytes that may still be inflated.
    room: usize,
    /// Archives around what is read.
    depth: u8,
    /// Path in its archives of the file that is read.
    pub entry: Option<String>,
    /// Files given.
    given: usize,
    /// Files read out of archives: the file given that they come from, their path.
    inner: Vec<(Option<u32>, String)>,
}

/// Where a file stands among all: the file given, then the file in it.
type Standing = (Option<u32>, Option<u32>);

impl Opening {
    pub fn new(limits: &Limits, given: usize) -> Self {
        Self {
            rounds: limits.rounds,
            room: limits.inflated_bytes,
            depth: 0,
            entry: None,
            given,
            inner: Vec::new(),
        }
    }

    /// The file given that `file` is or comes from.
    fn given_file(&self, file: Option<u32>) -> Option<u32> {
        let index = file
            .and_then(|file| usize::try_from(file).ok())
            .and_then(|file| file.checked_sub(self.given));
        match index.and_then(|index| self.inner.get(index)) {
            Some((from, _)) => *from,
            None => file,
        }
    }

    /// The number of a file that is read out of an archive.
    fn file(&mut self, from: Option<u32>, path: String) -> u32 {
        self.inner.push((from, path));
        small(self.given + self.inner.len() - 1)
    }

    /// The names of all files, and where each stands among them: what came out of an archive, in the archive's place.
    pub fn finish(&mut self, mut files: Vec<String>) -> (Vec<String>, impl Fn(Option<u32>) -> Standing + use<>) {
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

/// Clears a container's bytes, where nothing else holds them.
pub(crate) fn clear(data: Bytes) {
    if let Ok(mut data) = data.try_into_mut() {
        data.as_mut().zeroize();
    }
}
