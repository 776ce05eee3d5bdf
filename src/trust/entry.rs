//! A client's list of trusted CAs: fingerprints and aliases that refer to the [pool](super::pool),
//! with an index by name.
//!
//! `data/aws.bin` is AWS's list, written by `examples/trust_data` from `trust/`. It is a table
//! stored by column, because similar bytes next to each other compress best. Integers are big
//! endian:
//!
//! 1. The magic of [`release`](super::release); the *release id* (8 bytes), which ties the
//!    [heads](super::pool::head) to the lists of the same release; the version of the list (u8
//!    length, text `YYYY-MM-DD`); the number `n` (u16) of roots in the pool, and `m` (u16) of
//!    certificates that are not published anywhere.
//! 2. For the `n` rows, sorted by key algorithm, key length, subject and SHA-256: the start of the
//!    [name tag](super::pool::tag) of the subject (u16).
//! 3. For the `n + m` rows: SHA-256, number of aliases (u8). For the `m` rows: SHA-1 (all zero if
//!    unknown).
//! 4. The aliases of all rows (u16 length), separated by line feeds.
//!
//! Two more tables are read only when a list is shown or compared: `data/aws-sha1.bin` is the SHA-1
//! of each of the `n` rows. `data/aws-facts.bin` is [`FACTS_MAGIC`], then the
//! [facts](super::pool::Facts) of each of these rows, for programs that do not embed the heads.
//!
//! To add a list, let the generator write such a file, and add a store next to
//! [`TrustStore::aws`](super::TrustStore::aws).

use std::borrow::Cow;

use bytes::Bytes;

use super::pool::{Facts, PoolFile};
use super::reader::{DataError, Reader};
use super::release::MAGIC;
use crate::cert::{Fingerprint, Sha1Fingerprint};

/// The first bytes of a list's facts file: kind and version.
pub const FACTS_MAGIC: &[u8] = b"SSLD-FACTS1\n";

/// A certificate on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its aliases, separated by line feeds; at least one.
    pub(super) aliases: Cow<'static, str>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
    /// SHA-1 of a certificate that is not in the pool, if the list has it.
    pub(super) sha1: Option<Sha1Fingerprint>,
    pub(super) place: Option<Place>,
}

/// Where a root is in the embedded data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Its row in the embedded list.
    /// A root that is not on AWS's list has a row after those of AWS's list.
    pub(super) row: u16,
    /// The start of the name tag of its subject.
    pub(super) tag: [u8; 2],
}

impl Entry {
    /// Its names on the list, in the list's order.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.split('\n')
    }

    /// Its first alias.
    #[must_use]
    pub fn first_alias(&self) -> &str {
        self.aliases().next().unwrap_or_default()
    }

    /// Whether the pool has the certificate. If not, only its fingerprints are known.
    #[must_use]
    pub fn is_in_pool(&self) -> bool {
        self.place.is_some()
    }

    /// The pool file with the key and the facts of the certificate, if it is in the pool.
    #[must_use]
    pub fn head_file(&self) -> Option<PoolFile> {
        let place = self.place?;
        let [bucket, _] = place.tag;
        let listed = usize::from(place.row) < SHA1.len() / 20;
        Some(if listed {
            PoolFile::Head(bucket)
        } else {
            PoolFile::MoreHead(bucket)
        })
    }

    /// The bucket of the pool that has the certificate.
    #[must_use]
    pub fn bucket(&self) -> Option<u8> {
        self.place.map(|place| place.tag[0])
    }

    /// SHA-1 of the certificate.
    #[must_use]
    pub fn sha1(&self) -> Option<Sha1Fingerprint> {
        let row = |place: Place| SHA1.get(usize::from(place.row).saturating_mul(20)..)?.first_chunk();
        self.place.and_then(row).copied().map(Sha1Fingerprint).or(self.sha1)
    }

    /// The facts about the certificate from the table of [`facts`]. A program that embeds the heads
    /// gets them from [`TrustStore::root`](super::TrustStore::root).
    #[must_use]
    pub fn facts_in<'f>(&self, facts: &'f [Facts]) -> Option<&'f Facts> {
        facts.get(usize::from(self.place?.row))
    }
}

/// A decoded list.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    pub(super) edition: &'static str,
    pub(super) entries: Vec<Entry>,
}

/// Decodes a list.
pub(super) fn decode(bytes: &'static [u8]) -> Result<List, DataError> {
    let mut reader = Reader::after(MAGIC, Bytes::from_static(bytes))?;
    let _release: [u8; 8] = reader.array()?;
    let length = reader.short()?.len();
    let edition = text(bytes, MAGIC.len() + 9, length)?;
    let (in_pool, others) = (reader.u16()?, usize::from(reader.u16()?));
    let rows = usize::from(in_pool) + others;
    let mut tags = reader.column(usize::from(in_pool), 2)?;
    let mut sha256 = reader.column(rows, 32)?;
    let mut counts = reader.column(rows, 1)?;
    let mut sha1 = reader.column(others, 20)?;
    let length = reader.long()?.len();
    let mut aliases = text(bytes, bytes.len().saturating_sub(length), length)?;
    reader.end()?;
    let mut entries = Vec::with_capacity(rows);
    for row in (0..in_pool).map(Some).chain(std::iter::repeat_n(None, others)) {
        let count = usize::from(counts.u8()?);
        let end = aliases.match_indices('\n').nth(count.saturating_sub(1));
        let (own, rest) = end.map_or((aliases, ""), |(end, _)| {
            (
                aliases.get(..end).unwrap_or_default(),
                aliases.get(end + 1..).unwrap_or_default(),
            )
        });
        if own.is_empty() {
            return Err(DataError::Truncated);
        }
        aliases = rest;
        entries.push(Entry {
            aliases: Cow::Borrowed(own),
            sha256: Fingerprint(sha256.array()?),
            sha1: match row {
                Some(_) => None,
                None => Some(Sha1Fingerprint(sha1.array()?)).filter(|sha1| sha1.0 != [0; 20]),
            },
            place: match row {
                Some(row) => Some(Place {
                    row,
                    tag: tags.array()?,
                }),
                None => None,
            },
        });
    }
    if aliases.is_empty() {
        Ok(List { edition, entries })
    } else {
        Err(DataError::Trailing)
    }
}

fn text(bytes: &'static [u8], start: usize, length: usize) -> Result<&'static str, DataError> {
    let end = start.checked_add(length).ok_or(DataError::Truncated)?;
    let bytes = bytes.get(start..end).ok_or(DataError::Truncated)?;
    std::str::from_utf8(bytes).map_err(|_| DataError::Value)
}

/// The SHA-1 of each row in the pool.
const SHA1: &[u8] = include_bytes!("data/aws-sha1.bin");

/// The facts about the roots of the embedded list, for [`Entry::facts_in`]. Only the page's view of
/// the list calls this, so the page's first file does not contain the data.
#[must_use]
pub fn facts() -> Vec<Facts> {
    // Cannot fail: a test decodes the committed data.
    decode_facts(include_bytes!("data/aws-facts.bin")).unwrap_or_default()
}

fn decode_facts(bytes: &'static [u8]) -> Result<Vec<Facts>, DataError> {
    let mut reader = Reader::after(FACTS_MAGIC, Bytes::from_static(bytes))?;
    let mut rows = Vec::new();
    while !reader.is_empty() {
        rows.push(Facts::read(&mut reader)?);
    }
    Ok(rows)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::trust::release::AWS;

    #[test]
    fn a_list_with_bytes_missing_or_added_is_rejected() {
        let list = decode(AWS).unwrap();
        let in_pool = list.entries.iter().filter(|entry| entry.is_in_pool()).count();
        assert!(in_pool > 200);
        assert_eq!((facts().len(), SHA1.len()), (in_pool, 20 * in_pool));
        for length in (0..AWS.len()).step_by(97) {
            assert!(decode(AWS.get(..length).unwrap()).is_err(), "{length}");
        }
        let longer = Box::leak([AWS, b"\n"].concat().into_boxed_slice());
        assert_eq!(decode(longer).err(), Some(DataError::Trailing));
    }

    #[test]
    fn facts_with_bytes_missing_or_added_are_rejected() {
        let facts = include_bytes!("data/aws-facts.bin");
        for cut in 1..20 {
            assert!(decode_facts(facts.get(..facts.len() - cut).unwrap()).is_err(), "{cut}");
        }
        let longer = Box::leak([facts, &b"\n"[..]].concat().into_boxed_slice());
        assert_eq!(decode_facts(longer).err(), Some(DataError::Truncated));
    }
}
