//! Shards: the known intermediate certificates and the listed ones, split so that a repair loads a few kilobytes.
//!
//! There are 256 files, `00.bin` to `ff.bin`. A certificate lies in the shard whose number is the first byte of the
//! [name tag](super::tag) of its *subject*; so whoever misses the issuer "X" loads the one shard of "X" and finds there
//! every certificate of that name, roots and cross-signed ones included, among a handful of strangers. A file is [`MAGIC`], then
//! for each certificate its length (two bytes, big endian) and its DER. An empty shard is the magic alone, so that
//! every number can be loaded.
//!
//! A shard holds candidates, not trust: whoever uses one compares the name and verifies the signature.

pub use super::reader::DataError;
use super::reader::Reader;
use super::tag::name_tag;

/// The first bytes of every shard: kind and version.
pub const MAGIC: &[u8] = b"SSLD-SHARD1\n";

/// How many shards there are.
pub const COUNT: usize = 256;

/// The shard that holds every known certificate of the subject with this canonical form.
#[must_use]
pub fn number(canonical_subject: &str) -> u8 {
    let [first, ..] = name_tag(canonical_subject);
    first
}

/// The file name of a shard, such as `3f.bin`.
#[must_use]
pub fn file_name(number: u8) -> String {
    format!("{number:02x}.bin")
}

/// The DER of each certificate in a shard, in the order of their SHA-256.
///
/// # Errors
/// [`DataError`] where the bytes are no shard of this version: a proxy's error page, for instance.
pub fn certificates(shard: &[u8]) -> Result<Vec<&[u8]>, DataError> {
    let mut reader = Reader::after(MAGIC, shard)?;
    let mut found = Vec::new();
    while !reader.is_empty() {
        let length = usize::from(reader.u16()?);
        found.push(reader.take(length)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_there_and_refuses_the_rest() {
        let mut bytes = MAGIC.to_vec();
        assert_eq!(certificates(&bytes), Ok(vec![]));
        bytes.extend_from_slice(&[0, 2, 7, 8, 0, 0]);
        assert_eq!(certificates(&bytes), Ok(vec![&[7_u8, 8][..], &[]]));
        bytes.extend_from_slice(&[0, 2, 7]);
        assert_eq!(certificates(&bytes), Err(DataError::Truncated));
        assert_eq!(certificates(b"<!doctype html>"), Err(DataError::Magic));
        assert_eq!(file_name(10), "0a.bin");
    }
}
