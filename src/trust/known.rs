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

/// The sections that are known, each in its place.
type Sections = Box<[OnceLock<Vec<Entry>>]>;

/// The index as far as it is known; copies share it.
#[derive(Clone, Debug)]
pub(super) struct Known(Arc<Index>);

#[derive(Debug)]
struct Index {
    /// The whole index, or nothing.
    embedded: &'static [u8],
    /// Read when an issuer is looked up for the first time: complete chains never ask.
    sections: OnceLock<Sections>,
}

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

fn unknown() -> Sections {
    (0..shard::COUNT).map(|_| OnceLock::new()).collect()
}

/// Reads a whole index.
fn decode(bytes: &[u8]) -> Result<Sections, DataError> {
    let mut reader = Reader::after(MAGIC, bytes)?;
    let sections = (0..=u8::MAX).map(|first| section(&mut reader, first).map(OnceLock::from));
    let sections = sections.collect::<Result<_, _>>()?;
    reader.end()?;
    Ok(sections)
}

impl Known {
    /// What is embedded; of nothing, an index of which nothing is known yet.
    pub(super) fn of(embedded: &'static [u8]) -> Self {
        Self(Arc::new(Index {
            embedded,
            sections: OnceLock::new(),
        }))
    }

    fn sections(&self) -> &Sections {
        let read = || decode(self.0.embedded).unwrap_or_else(|_| unknown());
        self.0.sections.get_or_init(read)
    }

    fn section(&self, first: u8) -> Option<&OnceLock<Vec<Entry>>> {
        self.sections().get(usize::from(first))
    }

    /// Takes note of a section.
    pub(super) fn learn(&self, first: u8, entries: Vec<Entry>) {
        if let Some(slot) = self.section(first) {
            // The first that came is the same.
            let _ = slot.set(entries);
        }
    }

    /// Whether the section of these name tags is known.
    pub(super) fn has(&self, first: u8) -> bool {
        self.section(first).is_some_and(|slot| slot.get().is_some())
    }

    /// Where an issuer leads: all entries of the name where `key_identifier` is `None`, else those that also have that
    /// key identifier. Each row once, direct leads first.
    pub(super) fn leads(&self, canonical_issuer: &str, key_identifier: Option<&[u8]>) -> Vec<Lead> {
        let (name, key) = (name_tag(canonical_issuer), key_identifier.map(key_tag));
        let [first, ..] = name;
        let section = self.section(first).and_then(OnceLock::get);
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

#[cfg(all(test, feature = "root-keys"))]
mod tests {
    use super::*;
    use crate::trust::KNOWN;

    #[test]
    fn whatever_is_cut_off_or_added_is_an_error() {
        assert!(decode(KNOWN).is_ok());
        for length in (0..KNOWN.len()).step_by(97) {
            assert!(KNOWN.get(..length).is_some_and(|cut| decode(cut).is_err()), "{length}");
        }
        assert_eq!(decode(&[KNOWN, &[0]].concat()).err(), Some(DataError::Trailing));
    }
}
