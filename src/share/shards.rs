//! Known certificates, which a link refers to instead of containing them. [`crate::trust::pool`]
//! describes their files, the shards.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::MissingReason;
use crate::cert::{Certificate, Fingerprint, decode};
use crate::order;
use crate::trust::DataError;
use crate::trust::pool;

/// A reference to a known certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The number of the file that holds it.
    pub shard: u8,
    /// The first eight bytes of its SHA-256.
    pub sha256_start: [u8; 8],
}

impl Reference {
    /// Creates a reference to a certificate.
    #[must_use]
    pub fn of(certificate: &Certificate) -> Self {
        Self {
            shard: pool::bucket(certificate.subject.canonical()),
            sha256_start: start(&certificate.sha256),
        }
    }
}

/// The loaded files, by number.
#[derive(Clone, Debug, Default)]
pub struct Shards(BTreeMap<u8, Vec<([u8; 8], Bytes)>>);

impl Shards {
    /// Adds a file of known certificates.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not such a file, for example a proxy's error page. Nothing is
    /// added then.
    pub fn insert(&mut self, number: u8, file: &Bytes) -> Result<(), DataError> {
        let certificates = pool::certificates(file)?;
        let entries = certificates
            .into_iter()
            .map(|der| (start(&Fingerprint::of(&der)), der))
            .collect();
        self.0.insert(number, entries);
        Ok(())
    }

    /// Reads the files that could be loaded. Anything that is not a data file counts as absent.
    #[must_use]
    pub fn of(loaded: &[(u8, Option<Bytes>)]) -> Self {
        let mut shards = Self::default();
        for (number, file) in loaded {
            if let Some(file) = file {
                let _ = shards.insert(*number, file);
            }
        }
        shards
    }

    /// Returns the certificate of a reference.
    ///
    /// # Errors
    /// [`MissingReason`] if it is not available.
    pub fn find(&self, reference: &Reference) -> Result<Bytes, MissingReason> {
        let entries = self.0.get(&reference.shard).ok_or(MissingReason::NotLoaded)?;
        let found = entries.iter().find(|(start, _)| *start == reference.sha256_start);
        found.map(|(_, der)| der.clone()).ok_or(MissingReason::NotFound)
    }
}

/// Returns the numbers of the files to load before [`super::encode`]: those for all CA and
/// self-signed certificates, each once, in order.
#[must_use]
pub fn wanted(certificates: &[Bytes]) -> Vec<u8> {
    let known = |c: &Certificate| c.is_ca() || c.is_self_issued();
    let mut numbers: Vec<u8> = certificates
        .iter()
        .filter_map(|der| decode(der).ok().filter(known))
        .map(|certificate| Reference::of(&certificate).shard)
        .collect();
    order::by_key(&mut numbers, |number| *number);
    numbers.dedup();
    numbers
}

fn start(fingerprint: &Fingerprint) -> [u8; 8] {
    fingerprint.0.first_chunk().copied().unwrap_or_default()
}
