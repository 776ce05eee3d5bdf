//! CAs that issue under a root that not every client has, and which certificate a server sends
//! instead.

use bytes::Bytes;

use super::root::RootId;
use super::tag::{KeyTag, NameTag, key_tag, name_tag};
use crate::cert::UnixTime;
use crate::trust::reader::{DataError, Reader};

/// Such a CA, by the name and the key of its root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedCa {
    name_tag: NameTag,
    key: KeyTag,
    /// Its usual name.
    pub name: String,
    /// Whether it issues certificates over ACME.
    pub acme: bool,
    /// The certificates to send instead, the best first.
    pub versions: Vec<CrossSigned>,
}

/// A version of the root, or of an intermediate below it, that leads to another root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossSigned {
    pub(in crate::trust) root: RootId,
    /// The last second at which every certificate below the other root is valid.
    until: u32,
    /// What a person would call it.
    pub label: String,
    /// What a person would call its issuer.
    pub signed_by: String,
    /// The common name of the other root: ACME clients compare it with `--preferred-chain`.
    pub root_name: String,
}

impl MovedCa {
    pub(super) fn read(reader: &mut Reader, first: u8) -> Result<Self, DataError> {
        let [b, c, d, e, f, g] = reader.array()?;
        let key = reader.array()?;
        let name = text(&reader.short()?)?;
        let acme = match reader.u8()? {
            0 => false,
            1 => true,
            _ => return Err(DataError::Value),
        };
        let count = reader.u8()?;
        Ok(Self {
            name_tag: [first, b, c, d, e, f, g],
            key,
            name,
            acme,
            versions: (0..count)
                .map(|_| CrossSigned::read(reader))
                .collect::<Result<_, _>>()?,
        })
    }

    /// Whether this is the root with this name and, if it is known, this key identifier.
    pub(super) fn is(&self, canonical: &str, key_identifier: Option<&[u8]>) -> bool {
        self.name_tag == name_tag(canonical) && key_identifier.is_none_or(|one| key_tag(one) == self.key)
    }
}

impl CrossSigned {
    fn read(reader: &mut Reader) -> Result<Self, DataError> {
        Ok(Self {
            root: reader.array()?,
            until: u32::from_be_bytes(reader.array()?),
            label: text(&reader.short()?)?,
            signed_by: text(&reader.short()?)?,
            root_name: text(&reader.short()?)?,
        })
    }

    /// Whether it is still valid.
    #[must_use]
    pub fn is_valid_at(&self, at: UnixTime) -> bool {
        at.seconds() <= i64::from(self.until)
    }
}

fn text(bytes: &Bytes) -> Result<String, DataError> {
    std::str::from_utf8(bytes)
        .map(str::to_owned)
        .map_err(|_| DataError::Value)
}
