//! The index of known intermediates: given the issuer of the topmost certificate at hand, to which listed certificates
//! would it lead, had the server sent it?
//!
//! In: an issuer's canonical name and, where there is one, the key identifier of the AuthorityKeyIdentifier. Out: the
//! rows of the listed certificates, found by verified signatures when the data was generated. This is a hint ("supported,
//! once it is sent") for what is *not* at hand: nothing here says that the certificate in question was really signed by
//! that issuer. The certificates themselves are in the [shards](super::shard).
//!
//! The index is in 256 sections, one for each first byte of a [name tag](super::tag). A section is its number of
//! entries (u8), then for each, in the order of their tags: the rest of the name tag (6 bytes), the key tag of the subject
//! key identifier (3 bytes), how many listed certificates it leads to (u8) and those (u16: row in `roots.bin` times two,
//! plus one where the intermediate is signed by that listed certificate itself, not by another intermediate in between).
//! `data/known.bin`, written by `examples/trust_data`, is [`MAGIC`] and all sections. Where it is not embedded, the sections
//! come one by one, in the [files of issuers](super::issuers).

use std::sync::{Arc, OnceLock};

use super::reader::{DataError, Reader};
use super::shard;
use super::tag::{KeyTag, NameTag, key_tag, name_tag};
use crate::order;

/// The first bytes of the index: kind and version.
pub const MAGIC: &[u8] = b"SSLD-KNOWN2\n";

/// One listed certificate to which a known intermediate leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub(super) row: u16,
    pub(super) directly: bool,
}

/// A known intermediate, or several of one name and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    name: NameTag,
    key: KeyTag,
    leads: Vec<Lead>,
}

/// The sections that are known; copies share them.
#[derive(Clone, Debug)]
pub(super) struct Known(Arc<[OnceLock<Vec<Entry>>]>);

/// Reads a section of name tags that begin with `first`.
pub(super) fn section(reader: &mut Reader<'_>, first: u8) -> Result<Vec<Entry>, DataError> {
    let count = reader.u8()?;
    let entry = |_| {
        let [b, c, d, e, f, g] = reader.array()?;
        let key = reader.array()?;
        let leads = reader.u8()?;
        let lead = |_| {
            let member = reader.u16()?;
            Ok(Lead {
                row: member >> 1,
                directly: member & 1 == 1,
            })
        };
        Ok(Entry {
            name: [first, b, c, d, e, f, g],
            key,
            leads: (0..leads).map(lead).collect::<Result<_, _>>()?,
        })
    };
    let entries: Vec<Entry> = (0..count).map(entry).collect::<Result<_, _>>()?;
    let sorted = entries.is_sorted_by_key(|entry| (entry.name, entry.key));
    if sorted { Ok(entries) } else { Err(DataError::Value) }
}

impl Known {
    /// An index of which nothing is known yet.
    pub(super) fn unknown() -> Self {
        Self((0..shard::COUNT).map(|_| OnceLock::new()).collect())
    }

    /// Reads a whole index.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, DataError> {
        let known = Self::unknown();
        let mut reader = Reader::after(MAGIC, bytes)?;
        for first in 0..=u8::MAX {
            known.learn(first, section(&mut reader, first)?);
        }
        reader.end()?;
        Ok(known)
    }

    /// Takes note of a section.
    pub(super) fn learn(&self, first: u8, entries: Vec<Entry>) {
        if let Some(slot) = self.0.get(usize::from(first)) {
            // The first that came is the same.
            let _ = slot.set(entries);
        }
    }

    /// Whether the section of these name tags is known.
    pub(super) fn has(&self, first: u8) -> bool {
        self.0.get(usize::from(first)).is_some_and(|slot| slot.get().is_some())
    }

    /// Where an issuer leads: all entries of the name where `key_identifier` is `None`, else those that also have that
    /// key identifier. Each row once, direct leads first.
    pub(super) fn leads(&self, canonical_issuer: &str, key_identifier: Option<&[u8]>) -> Vec<Lead> {
        let (name, key) = (name_tag(canonical_issuer), key_identifier.map(key_tag));
        let [first, ..] = name;
        let section = self.0.get(usize::from(first)).and_then(OnceLock::get);
        let mut leads: Vec<Lead> = section
            .into_iter()
            .flatten()
            .filter(|entry| entry.name == name && key.is_none_or(|key| key == entry.key))
            .flat_map(|entry| &entry.leads)
            .copied()
            .collect();
        order::by_key(&mut leads, |lead| (lead.row, !lead.directly));
        leads.dedup_by_key(|lead| lead.row);
        order::by_key(&mut leads, |lead| !lead.directly);
        leads
    }
}
