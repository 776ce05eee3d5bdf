//! The pool files that a program has loaded.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

use super::file::{PoolFile, certificates};
use super::head::Head;
use crate::trust::reader::DataError;

/// Pool files, checked and decoded. Clones share the data.
#[derive(Clone, Debug, Default)]
pub struct PoolFiles {
    heads: BTreeMap<u8, Arc<Head>>,
    certificates: BTreeMap<u8, Bytes>,
}

impl PoolFiles {
    /// Adds a file.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not this file of this release; nothing is added then.
    pub fn add(&mut self, file: PoolFile, bytes: &Bytes) -> Result<(), DataError> {
        match file {
            PoolFile::Head(bucket) => {
                let head = Head::decode(bytes.clone())?;
                if head.bucket != bucket {
                    return Err(DataError::Value);
                }
                self.heads.insert(bucket, Arc::new(head));
            }
            PoolFile::Certificates(bucket) => {
                certificates(bytes)?;
                self.certificates.insert(bucket, bytes.clone());
            }
        }
        Ok(())
    }

    /// Adds all files of `other`.
    pub fn extend(&mut self, other: &Self) {
        self.heads
            .extend(other.heads.iter().map(|(bucket, head)| (*bucket, head.clone())));
        let certificates = other.certificates.iter();
        self.certificates
            .extend(certificates.map(|(bucket, file)| (*bucket, file.clone())));
    }

    /// Whether the file was added.
    #[must_use]
    pub fn has(&self, file: PoolFile) -> bool {
        match file {
            PoolFile::Head(bucket) => self.heads.contains_key(&bucket),
            PoolFile::Certificates(bucket) => self.certificates.contains_key(&bucket),
        }
    }

    /// The head of a bucket.
    #[must_use]
    pub fn head(&self, bucket: u8) -> Option<&Head> {
        self.heads.get(&bucket).map(Arc::as_ref)
    }

    /// The DER of each certificate of a bucket; empty if its file was not added.
    #[must_use]
    pub fn certificates(&self, bucket: u8) -> Vec<Bytes> {
        let file = self.certificates.get(&bucket);
        file.and_then(|file| certificates(file).ok()).unwrap_or_default()
    }
}
