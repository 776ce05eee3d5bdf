//! What judging needs to know of an authority by its name, where it is not embedded: 256 small files.
//!
//! The files are `00.bin` to `ff.bin` under `static/issuers/`, numbered as [shards](super::shard) are: by the first byte of
//! the [name tag](super::tag). Whoever meets an issuer "X" loads the one file of "X" and has the keys of the listed
//! certificates of that name, and where known intermediates of that name lead: a kilobyte, where the certificates
//! themselves, in the shards, would be ten.
//!
//! A file is [`MAGIC`]; the head of the SHA-256 of the table of listed certificates, to whose rows it refers (8 bytes); its
//! number (u8); a section of the [index of known intermediates](super::known); then, for each listed certificate, its row
//! (u16), the length of its SubjectPublicKeyInfo (u16) and that, the length of its serial number (u8) and that.

use super::known::{self, Entry};
pub use super::reader::DataError;
use super::reader::Reader;
use super::shard;

/// The first bytes of every such file: kind and version.
pub const MAGIC: &[u8] = b"SSLD-ISSUERS1\n";

/// The path of a file among the page's own.
#[must_use]
pub fn path(number: u8) -> String {
    ["issuers/", &shard::file_name(number)].concat()
}

/// What a file says.
#[derive(Debug)]
pub(super) struct Issuers<'a> {
    pub(super) number: u8,
    pub(super) known: Vec<Entry>,
    pub(super) listed: Vec<Listed<'a>>,
}

/// What a file says of a listed certificate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    pub(super) row: u16,
    pub(super) spki: &'a [u8],
    pub(super) serial: &'a [u8],
}

/// Reads a file that belongs to the table with this digest.
pub(super) fn decode<'a>(bytes: &'a [u8], table: &[u8; 32]) -> Result<Issuers<'a>, DataError> {
    let mut reader = Reader::after(MAGIC, bytes)?;
    let belongs: [u8; 8] = reader.array()?;
    if !table.starts_with(&belongs) {
        return Err(DataError::Value);
    }
    let number = reader.u8()?;
    let known = known::section(&mut reader, number)?;
    let mut listed = Vec::new();
    while !reader.is_empty() {
        let row = reader.u16()?;
        let length = usize::from(reader.u16()?);
        let spki = reader.take(length)?;
        let length = usize::from(reader.u8()?);
        let serial = reader.take(length)?;
        listed.push(Listed { row, spki, serial });
    }
    Ok(Issuers { number, known, listed })
}
