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
    heads: BTreeMap<PoolFile, Arc<Head>>,
    certificates: BTreeMap<PoolFile, Bytes>,
}

impl PoolFiles {
    /// Adds a file.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not this file of this release; nothing is added then.
    pub fn add(&mut self, file: PoolFile, bytes: &Bytes) -> Result<(), DataError> {
        match file {
            PoolFile::Head(bucket) | PoolFile::MoreHead(bucket) => {
                let head = Head::decode(bytes.clone())?;
                if head.bucket != bucket {
                    return Err(DataError::Value);
                }
                self.heads.insert(file, Arc::new(head));
            }
            PoolFile::Certificates(_) | PoolFile::MoreCertificates(_) => {
                certificates(bytes)?;
                self.certificates.insert(file, bytes.clone());
            }
            // The lists are no part of a plan.
            PoolFile::Clients => return Err(DataError::Value),
        }
        Ok(())
    }

    /// Whether the file was added.
    #[must_use]
    pub fn has(&self, file: PoolFile) -> bool {
        match file {
            PoolFile::Head(_) | PoolFile::MoreHead(_) => self.heads.contains_key(&file),
            PoolFile::Certificates(_) | PoolFile::MoreCertificates(_) => self.certificates.contains_key(&file),
            PoolFile::Clients => false,
        }
    }

    /// The head of a bucket.
    #[must_use]
    pub fn head(&self, bucket: u8) -> Option<&Head> {
        self.heads.get(&PoolFile::Head(bucket)).map(Arc::as_ref)
    }

    /// The head of the roots of a bucket that are not on AWS's list.
    #[must_use]
    pub fn more_head(&self, bucket: u8) -> Option<&Head> {
        self.heads.get(&PoolFile::MoreHead(bucket)).map(Arc::as_ref)
    }

    /// The DER of each certificate of a bucket in the files that were added.
    #[must_use]
    pub fn certificates(&self, bucket: u8) -> Vec<Bytes> {
        let files = [PoolFile::Certificates(bucket), PoolFile::MoreCertificates(bucket)];
        let found = files.iter().filter_map(|file| self.certificates.get(file));
        found.flat_map(|file| certificates(file).unwrap_or_default()).collect()
    }
}
