//! What a repair needs from outside its plan: the results of signature checks, and pool files.

use std::cell::RefCell;
use std::collections::HashMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;

use crate::trust::PoolFile;
use crate::verify::{SignatureAnswer, SignatureCheck, Verifier};

/// Pool files with their bytes; `None` for one that cannot be loaded.
pub type LoadedFiles = Vec<(PoolFile, Option<Bytes>)>;

/// Verifies signatures and loads pool files.
pub trait Helper {
    /// The results of these checks, in their order.
    fn answers(&self, checks: &[SignatureCheck]) -> impl Future<Output = Vec<SignatureAnswer>>;

    /// Loads these files. A file that is left out counts as one that cannot be loaded.
    fn files(&self, files: Vec<PoolFile>) -> impl Future<Output = LoadedFiles>;
}

/// The helper of a program that verifies and loads synchronously.
pub(super) struct Synchronous<'v, V, L> {
    pub(super) verifier: &'v V,
    pub(super) load: L,
}

impl<V: Verifier, L: Fn(PoolFile) -> Option<Bytes>> Helper for Synchronous<'_, V, L> {
    async fn answers(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        self.verifier.verify_all(checks)
    }

    async fn files(&self, files: Vec<PoolFile>) -> LoadedFiles {
        files.into_iter().map(|file| (file, (self.load)(file))).collect()
    }
}

/// Runs a future whose helper is synchronous: it never waits, so the first poll has the result.
pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(&mut context) {
            return result;
        }
    }
}

/// A helper that keeps every answer and file, so that each is requested once for many plans.
pub(super) struct Kept<'h, H> {
    helper: &'h H,
    answers: RefCell<HashMap<SignatureCheck, SignatureAnswer>>,
    files: RefCell<HashMap<PoolFile, Option<Bytes>>>,
}

impl<'h, H> Kept<'h, H> {
    pub(super) fn new(helper: &'h H) -> Self {
        Self {
            helper,
            answers: RefCell::default(),
            files: RefCell::default(),
        }
    }
}

impl<H: Helper> Helper for Kept<'_, H> {
    async fn answers(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        let is_new = |check: &&SignatureCheck| !self.answers.borrow().contains_key(*check);
        let new: Vec<SignatureCheck> = checks.iter().filter(is_new).cloned().collect();
        if !new.is_empty() {
            let answers = self.helper.answers(&new).await;
            self.answers.borrow_mut().extend(new.into_iter().zip(answers));
        }
        let known = self.answers.borrow();
        let answer = |check| known.get(check).copied().unwrap_or(SignatureAnswer::Unsupported);
        checks.iter().map(answer).collect()
    }

    async fn files(&self, files: Vec<PoolFile>) -> LoadedFiles {
        let is_new = |file: &PoolFile| !self.files.borrow().contains_key(file);
        let new: Vec<PoolFile> = files.iter().copied().filter(is_new).collect();
        if !new.is_empty() {
            let loaded = self.helper.files(new).await;
            self.files.borrow_mut().extend(loaded);
        }
        let known = self.files.borrow();
        let bytes = |file| known.get(&file).cloned().flatten();
        files.into_iter().map(|file| (file, bytes(file))).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// Answers nothing, and counts what is requested.
    #[derive(Default)]
    struct Counting {
        files: Cell<usize>,
    }

    impl Helper for Counting {
        async fn answers(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
            vec![SignatureAnswer::Valid; checks.len()]
        }

        async fn files(&self, files: Vec<PoolFile>) -> LoadedFiles {
            self.files.set(self.files.get() + files.len());
            let loads = |file: &PoolFile| *file != PoolFile::Certificates(7);
            files
                .into_iter()
                .map(|file| (file, loads(&file).then(|| Bytes::from_static(b"x"))))
                .collect()
        }
    }

    #[test]
    fn a_file_is_requested_once_also_if_it_cannot_be_loaded() {
        let counting = Counting::default();
        let kept = Kept::new(&counting);
        let wanted = || vec![PoolFile::Head(3), PoolFile::Certificates(7)];
        let first = now(kept.files(wanted()));
        assert_eq!(first, now(kept.files(wanted())));
        assert_eq!(first.iter().filter(|(_, bytes)| bytes.is_some()).count(), 1);
        assert_eq!(now(kept.files(vec![PoolFile::Head(4), PoolFile::Head(3)])).len(), 2);
        assert_eq!(counting.files.get(), 3);
    }
}
