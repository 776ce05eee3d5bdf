//! The index of known intermediates: given the issuer of the topmost certificate at hand, to which listed certificates
//! would it lead, had the server sent it?
//!
//! In: an issuer's canonical name and, where there is one, the key identifier of the AuthorityKeyIdentifier. Out: the
//! rows of the listed certificates, found by verified signatures when the data was generated. This is a hint ("supported,
//! once it is sent") for what is *not* at hand: nothing here says that the certificate in question was really signed by
//! that issuer. The certificates themselves are in the [shards](super::shard).
//!
//! `data/known.bin` is written by `examples/trust_data`: [`MAGIC`]; for each of the 256 shards its number of entries
//! (u8); then, for all entries in the order of their tags, three columns: the [name tag](super::tag) without its first
//! byte, which is the shard (6 bytes), the key tag of the subject key identifier (3 bytes), the number of a set (u16).
//! Then the sets: their number (u16), for each its length (u8) and its members (u16: row in `roots.bin` times two, plus
//! one where the intermediate is signed by that listed certificate itself, not by another intermediate in between).

use std::ops::Range;

use super::reader::{DataError, Reader};
use super::shard;
use super::tag::{KeyTag, NameTag, key_tag, name_tag};
use crate::order;

/// The first bytes of the index: kind and version.
pub const MAGIC: &[u8] = b"SSLD-KNOWN1\n";

/// One listed certificate to which a known intermediate leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) row: u16,
    pub(super) directly: bool,
}

#[derive(Clone, Debug)]
struct Entry {
    name: NameTag,
    key: KeyTag,
    set: u16,
}

/// The index in memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Sorted by name tag, then key tag.
    entries: Vec<Entry>,
    sets: Vec<Vec<Lead>>,
}

/// Reads the index.
pub(super) fn decode(bytes: &[u8]) -> Result<Known, DataError> {
    let mut reader = Reader::after(MAGIC, bytes)?;
    let counts: [u8; shard::COUNT] = reader.array()?;
    let total = counts.iter().map(|count| usize::from(*count)).sum();
    let mut names = reader.column(total, 6)?;
    let mut keys = reader.column(total, 3)?;
    let mut numbers = reader.column(total, 2)?;
    let mut entries = Vec::with_capacity(total);
    for (first, count) in (0..=u8::MAX).zip(counts) {
        for _ in 0..count {
            let [b, c, d, e, f, g] = names.array()?;
            let name = [first, b, c, d, e, f, g];
            entries.push(Entry {
                name,
                key: keys.array()?,
                set: numbers.u16()?,
            });
        }
    }
    let sets = reader.u16()?;
    let sets = (0..sets)
        .map(|_| {
            let members = reader.u8()?;
            (0..members)
                .map(|_| {
                    reader.u16().map(|m| Lead {
                        row: m >> 1,
                        directly: m & 1 == 1,
                    })
                })
                .collect()
        })
        .collect::<Result<Vec<Vec<Lead>>, _>>()?;
    reader.end()?;
    let sound = entries.is_sorted_by_key(|entry| (entry.name, entry.key))
        && entries.iter().all(|entry| usize::from(entry.set) < sets.len());
    if sound {
        Ok(Known { entries, sets })
    } else {
        Err(DataError::Value)
    }
}

impl Known {
    /// Where an issuer leads: all entries of the name where `key_identifier` is `None`, else those that also have that
    /// key identifier. Each row once, direct leads first.
    pub(super) fn leads(&self, canonical_issuer: &str, key_identifier: Option<&[u8]>) -> Vec<Lead> {
        let (name, key) = (name_tag(canonical_issuer), key_identifier.map(key_tag));
        let entries = self.entries.get(self.range(name)).unwrap_or_default();
        let mut leads: Vec<Lead> = entries
            .iter()
            .filter(|entry| key.is_none_or(|key| key == entry.key))
            .filter_map(|entry| self.sets.get(usize::from(entry.set)))
            .flatten()
            .copied()
            .collect();
        order::by_key(&mut leads, |lead| (lead.row, !lead.directly));
        leads.dedup_by_key(|lead| lead.row);
        order::by_key(&mut leads, |lead| !lead.directly);
        leads
    }

    fn range(&self, name: NameTag) -> Range<usize> {
        self.entries.partition_point(|entry| entry.name < name)
            ..self.entries.partition_point(|entry| entry.name <= name)
    }
}
