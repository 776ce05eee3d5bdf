//! The lists of the clients other than API Gateway: one file of a few kilobytes for all of them.
//!
//! `static/authorities/clients.bin` is written by `examples/trust_data` from `trust/clients/`.
//! Integers are big endian:
//!
//! 1. [`MAGIC`]; the number `n` (u16) of certificates in the pool that are not on AWS's list, and
//!    `m` (u16) of certificates that are known by their fingerprint only.
//! 2. For the `n`: the start of the [name tag](crate::trust::pool::tag) of the subject (u16). For
//!    the `n + m`: the SHA-256.
//! 3. The names of the certificates (u16 length), separated by line feeds: those on AWS's list that
//!    are in the pool, in the order of AWS's rows; the `n`; the `m`.
//! 4. One bit for each bucket of the pool that has [more heads](crate::trust::PoolFile::MoreHead).
//! 5. Until the end the lists: the name (u8 length), then one bit for each certificate in the order
//!    of the names. The first is the highest bit.

use std::borrow::Cow;

use bytes::Bytes;

use crate::cert::Fingerprint;
use crate::trust::entry::{self, Entry, Place};
use crate::trust::more::More;
use crate::trust::reader::{DataError, Reader};
use crate::trust::release;

/// The first bytes of the file: kind and version.
pub const MAGIC: &[u8] = b"SSLD-CLIENTS1\n";

/// The decoded lists.
#[derive(Clone, Debug)]
pub struct Clients {
    /// Every certificate of any list, under the name of its subject.
    entries: Vec<Entry>,
    more: More,
    lists: Vec<(String, Bytes)>,
}

impl Clients {
    /// Decodes the file.
    ///
    /// # Errors
    /// [`DataError`] if the bytes do not follow the format.
    pub fn decode(bytes: Bytes) -> Result<Self, DataError> {
        let mut reader = Reader::after(MAGIC, bytes)?;
        let (in_pool, others) = (reader.u16()?, usize::from(reader.u16()?));
        let mut tags = reader.column(usize::from(in_pool), 2)?;
        let mut sha256 = reader.column(usize::from(in_pool) + others, 32)?;
        let names = reader.long()?;
        let names = std::str::from_utf8(&names).map_err(|_| DataError::Value)?;
        let mut names = names.split('\n').map(|name| Cow::Owned(name.to_owned()));
        let mut more = More::new(reader.array()?);
        let mut entries = Vec::new();
        for listed in entry::decode(release::AWS)?.entries {
            if listed.is_in_pool() {
                let aliases = names.next().ok_or(DataError::Truncated)?;
                entries.push(Entry { aliases, ..listed });
            }
        }
        let first = u16::try_from(entries.len()).map_err(|_| DataError::Value)?;
        let rows = (0..in_pool).map(Some).chain(std::iter::repeat_n(None, others));
        for row in rows {
            let place = match row {
                Some(row) => {
                    let row = first.checked_add(row).ok_or(DataError::Value)?;
                    let tag: [u8; 2] = tags.array()?;
                    more.add_root(tag[0]);
                    Some(Place { row, tag })
                }
                None => None,
            };
            entries.push(Entry {
                aliases: names.next().ok_or(DataError::Truncated)?,
                sha256: Fingerprint(sha256.array()?),
                sha1: None,
                place,
            });
        }
        if names.next().is_some() {
            return Err(DataError::Trailing);
        }
        let mut lists = Vec::new();
        while !reader.is_empty() {
            let name = reader.short()?;
            let name = String::from_utf8(name.to_vec()).map_err(|_| DataError::Value)?;
            lists.push((name, reader.take(entries.len().div_ceil(8))?));
        }
        Ok(Self { entries, more, lists })
    }

    /// The lists, embedded in native programs.
    #[cfg(any(not(target_arch = "wasm32"), feature = "cli", feature = "js-api"))]
    #[must_use]
    pub fn embedded() -> &'static Self {
        use std::sync::LazyLock;

        use crate::trust::pool::{embedded_head, embedded_more};
        static EMBEDDED: LazyLock<Clients> = LazyLock::new(|| {
            let bytes = include_bytes!("../../../static/authorities/clients.bin");
            // A test decodes the committed data, so empty lists cannot be released.
            let mut lists = Clients::decode(Bytes::from_static(bytes)).unwrap_or_else(|_| Clients {
                entries: Vec::new(),
                more: More::new([0; 32]),
                lists: Vec::new(),
            });
            lists.more.carry(embedded_head, embedded_more);
            lists
        });
        &EMBEDDED
    }

    /// The names of the lists.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.lists.iter().map(|(name, _)| name.as_str())
    }

    /// The certificates of the list with this name.
    pub(in crate::trust) fn list(&self, list: &str) -> Option<Vec<Entry>> {
        let (_, bits) = self.lists.iter().find(|(name, _)| name == list)?;
        let has = |at: usize| bits.get(at / 8).is_some_and(|byte| byte << (at % 8) & 0x80 != 0);
        let entries = self.entries.iter().enumerate().filter(|(at, _)| has(*at));
        Some(entries.map(|(_, entry)| entry.clone()).collect())
    }

    /// The certificate with this SHA-256, if any client has it.
    #[must_use]
    pub fn entry(&self, sha256: &Fingerprint) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.sha256 == *sha256)
    }

    pub(in crate::trust) fn more(&self) -> &More {
        &self.more
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const BYTES: &[u8] = include_bytes!("../../../static/authorities/clients.bin");

    #[test]
    fn lists_with_bytes_missing_or_added_are_rejected() {
        let lists = Clients::decode(Bytes::from_static(BYTES)).unwrap();
        assert!(lists.names().count() > 15);
        let whole = |length: usize| Clients::decode(Bytes::from_static(BYTES.get(..length).unwrap())).ok();
        for length in (0..BYTES.len()).step_by(53) {
            // A file that ends after a list is complete.
            let shorter = whole(length).is_none_or(|found| found.lists.len() < lists.lists.len());
            assert!(shorter, "{length}");
        }
    }

    #[test]
    fn a_root_of_aws_and_another_one_are_in_the_right_lists() {
        let lists = Clients::decode(Bytes::from_static(BYTES)).unwrap();
        let has = |list: &str, name: &str| {
            let entries = lists.list(list).unwrap();
            entries.iter().any(|entry| entry.first_alias() == name)
        };
        assert!(has("openjdk-2026-04", "ISRG Root X1") && has("mozilla-2020-12", "ISRG Root X1"));
        assert!(has("openjdk-2026-04", "ISRG Root X2") && !has("mozilla-2020-12", "ISRG Root X2"));
        assert!(lists.list("netscape").is_none());
        let all = lists.list("openjdk-2026-04").unwrap();
        for entry in &all {
            assert_eq!(lists.entry(&entry.sha256), Some(entry));
        }
        assert!(lists.entry(&Fingerprint([0; 32])).is_none());
    }
}
