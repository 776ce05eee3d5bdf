//! The head of a bucket: the facts about its CAs that a verdict needs, without their certificates.
//!
//! Integers are big endian. A *root id* is the first four bytes of the SHA-256 of a root; the
//! generator checks that no two roots share one. A head is
//!
//! 1. [`MAGIC`]; the [release id](crate::trust::entry) of the data (8 bytes); its bucket (u8);
//! 2. the known intermediates: their number (u8), then for each, in the order of their tags, the
//!    rest of the [name tag](super::tag) of its subject (6 bytes), the key tag of its key
//!    identifier (3 bytes), how many roots have signed it (u8), how many more it leads to through
//!    another intermediate (u8), and their root ids;
//! 3. the CAs that not every client has ([`MovedCa`]): their number (u8), then for each the rest of
//!    the name tag of its root (6 bytes), the key tag (3 bytes), the CA's usual name (u8 length),
//!    whether it uses ACME (u8), the number of versions to send instead (u8), and for each of them
//!    the root id, the last second of its validity (u32), its label, that of its issuer, and the
//!    common name of the root (u8 length each);
//! 4. until the end the roots: root id, facts (`super::root`), key identifier (u8 length; empty if
//!    absent or derived from the key), serial number (u8 length), SubjectPublicKeyInfo (u16
//!    length).
//!
//! The generator verified the signatures that lead from an intermediate to its roots. For an issuer
//! that was *not* sent this is only a hint ("met once it is sent"): it does not prove that this
//! issuer signed the certificate below.

use bytes::Bytes;

use super::moved::MovedCa;
use super::root::{Root, RootId};
use super::tag::{KeyTag, NameTag, key_tag, name_tag};
use crate::trust::reader::{DataError, Reader};
use crate::trust::release::release;

/// The first bytes of every head: kind and version.
pub const MAGIC: &[u8] = b"SSLD-HEAD2\n";

/// A decoded head.
#[derive(Debug)]
pub struct Head {
    pub(super) bucket: u8,
    intermediates: Vec<Intermediate>,
    moved: Vec<MovedCa>,
    pub(in crate::trust) roots: Vec<Root>,
}

/// A known intermediate, or several with the same name and key.
#[derive(Debug)]
struct Intermediate {
    name: NameTag,
    key: KeyTag,
    leads: Vec<Lead>,
}

/// A root to which a known intermediate leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::trust) struct Lead {
    pub(in crate::trust) root: RootId,
    /// Whether the root signed the intermediate itself; otherwise another intermediate is in
    /// between.
    pub(in crate::trust) directly: bool,
}

impl Head {
    /// Decodes a head of this release.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not a head of this release.
    pub fn decode(bytes: Bytes) -> Result<Self, DataError> {
        let mut reader = Reader::after(MAGIC, bytes)?;
        if release() != Some(reader.array()?) {
            return Err(DataError::Value);
        }
        let bucket = reader.u8()?;
        let count = reader.u8()?;
        let intermediates = (0..count).map(|_| intermediate(&mut reader, bucket));
        let intermediates: Vec<_> = intermediates.collect::<Result<_, _>>()?;
        if !intermediates.is_sorted_by_key(|one| (one.name, one.key)) {
            return Err(DataError::Value);
        }
        let count = reader.u8()?;
        let moved = (0..count).map(|_| MovedCa::read(&mut reader, bucket));
        let moved = moved.collect::<Result<_, _>>()?;
        let mut roots = Vec::new();
        while !reader.is_empty() {
            roots.push(Root::read(&mut reader)?);
        }
        Ok(Self {
            bucket,
            intermediates,
            moved,
            roots,
        })
    }

    /// The roots to which the intermediates with this name lead: all of them, or those with this
    /// key identifier.
    pub(in crate::trust) fn leads(&self, canonical: &str, key_identifier: Option<&[u8]>) -> impl Iterator<Item = Lead> {
        let (name, key) = (name_tag(canonical), key_identifier.map(key_tag));
        let fits = move |one: &&Intermediate| one.name == name && key.is_none_or(|key| key == one.key);
        self.intermediates
            .iter()
            .filter(fits)
            .flat_map(|one| &one.leads)
            .copied()
    }
}

impl Head {
    /// The CA whose root has this name, if not every client has that root.
    pub(in crate::trust) fn moved(&self, canonical: &str, key_identifier: Option<&[u8]>) -> Option<&MovedCa> {
        self.moved.iter().find(|ca| ca.is(canonical, key_identifier))
    }
}

fn intermediate(reader: &mut Reader, first: u8) -> Result<Intermediate, DataError> {
    let [b, c, d, e, f, g] = reader.array()?;
    let key = reader.array()?;
    let (directly, further) = (reader.u8()?, reader.u8()?);
    let lead = |place| {
        Ok(Lead {
            root: reader.array()?,
            directly: place < u16::from(directly),
        })
    };
    let all = u16::from(directly).saturating_add(u16::from(further));
    Ok(Intermediate {
        name: [first, b, c, d, e, f, g],
        key,
        leads: (0..all).map(lead).collect::<Result<_, _>>()?,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn a_head_with_bytes_missing_or_changed_is_rejected() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/static/authorities/");
        let mut rejected = 0;
        for bucket in 0..=u8::MAX {
            let bytes = std::fs::read([path, &crate::trust::pool::PoolFile::Head(bucket).name()].concat()).unwrap();
            assert!(Head::decode(bytes.clone().into()).is_ok());
            for cut in 0..MAGIC.len() + 10 {
                assert!(Head::decode(Bytes::copy_from_slice(bytes.get(..cut).unwrap())).is_err());
            }
            let mut of_another_release = bytes;
            *of_another_release.get_mut(MAGIC.len()).unwrap() ^= 1;
            assert_eq!(Head::decode(of_another_release.into()).err(), Some(DataError::Value));
            rejected += 1;
        }
        assert_eq!(rejected, crate::trust::pool::COUNT);
    }
}
