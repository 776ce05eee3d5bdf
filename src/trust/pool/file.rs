//! The names of the pool's files, and the reader of certificate files.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;

use super::tag::name_tag;
use crate::trust::reader::{DataError, Reader};

/// The first bytes of every certificate file: kind and version.
pub const MAGIC: &[u8] = b"SSLD-CERTS1\n";

/// The number of buckets.
pub const COUNT: usize = 256;

/// One file of the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum PoolFile {
    /// The part of a bucket that a verdict needs.
    Head(u8),
    /// The certificates of a bucket.
    Certificates(u8),
    /// The head of the roots of a bucket that are not on AWS's list. Only some buckets have one.
    MoreHead(u8),
    /// The certificates of these roots.
    MoreCertificates(u8),
    /// The [lists](crate::trust::client::lists) of the clients other than API Gateway.
    Clients,
}

impl PoolFile {
    /// Its name in the pool's folder.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Head(bucket) => format!("{bucket:02x}.head.bin"),
            Self::Certificates(bucket) => format!("{bucket:02x}.bin"),
            Self::MoreHead(bucket) => format!("{bucket:02x}.more.head.bin"),
            Self::MoreCertificates(bucket) => format!("{bucket:02x}.more.bin"),
            Self::Clients => "clients.bin".to_owned(),
        }
    }

    /// Its path relative to the page.
    #[must_use]
    pub fn path(self) -> String {
        ["authorities/", &self.name()].concat()
    }

    /// Its number: below 256 a head.
    #[must_use]
    pub fn code(self) -> u16 {
        match self {
            Self::Head(bucket) => u16::from(bucket),
            Self::Certificates(bucket) => 256 | u16::from(bucket),
            Self::MoreHead(bucket) => 512 | u16::from(bucket),
            Self::MoreCertificates(bucket) => 768 | u16::from(bucket),
            Self::Clients => 1024,
        }
    }

    /// The file with this number.
    #[must_use]
    pub fn of_code(code: u32) -> Option<Self> {
        match u16::try_from(code).ok()?.to_be_bytes() {
            [0, bucket] => Some(Self::Head(bucket)),
            [1, bucket] => Some(Self::Certificates(bucket)),
            [2, bucket] => Some(Self::MoreHead(bucket)),
            [3, bucket] => Some(Self::MoreCertificates(bucket)),
            [4, 0] => Some(Self::Clients),
            _ => None,
        }
    }

    /// Its bucket; 0 for a file of all buckets.
    #[must_use]
    pub fn bucket(self) -> u8 {
        match self {
            Self::Head(bucket)
            | Self::Certificates(bucket)
            | Self::MoreHead(bucket)
            | Self::MoreCertificates(bucket) => bucket,
            Self::Clients => 0,
        }
    }
}

/// The bucket of every certificate of the subject with this canonical form.
#[must_use]
pub fn bucket(canonical_subject: &str) -> u8 {
    let [first, ..] = name_tag(canonical_subject);
    first
}

/// The DER of each certificate in a certificate file.
///
/// # Errors
/// [`DataError`] if the bytes are not a certificate file, for example a proxy's error page.
pub fn certificates(file: &Bytes) -> Result<Vec<Bytes>, DataError> {
    let mut reader = Reader::after(MAGIC, file.clone())?;
    let mut found = Vec::new();
    while !reader.is_empty() {
        found.push(reader.long()?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_number_of_its_own() {
        for bucket in 0..=u8::MAX {
            let kinds = [
                PoolFile::Head(bucket),
                PoolFile::Certificates(bucket),
                PoolFile::MoreHead(bucket),
                PoolFile::MoreCertificates(bucket),
            ];
            for (kind, file) in (0u16..).zip(kinds) {
                assert_eq!(file.code(), 256 * kind + u16::from(bucket));
                assert_eq!(PoolFile::of_code(file.code().into()), Some(file));
            }
        }
        assert_eq!(
            PoolFile::of_code(PoolFile::Clients.code().into()),
            Some(PoolFile::Clients)
        );
        assert_eq!([1025, 1280, 65_536].map(PoolFile::of_code), [None; 3]);
    }

    #[test]
    fn a_certificate_file_is_read_and_anything_else_rejected() {
        let read = |bytes: &[u8]| certificates(&Bytes::copy_from_slice(bytes));
        let mut bytes = MAGIC.to_vec();
        assert_eq!(read(&bytes), Ok(vec![]));
        bytes.extend_from_slice(&[0, 2, 7, 8, 0, 0]);
        assert_eq!(read(&bytes), Ok(vec![Bytes::from_static(&[7, 8]), Bytes::new()]));
        bytes.extend_from_slice(&[0, 2, 7]);
        assert_eq!(read(&bytes), Err(DataError::Truncated));
        assert_eq!(read(b"<!doctype html>"), Err(DataError::Magic));
        assert_eq!(PoolFile::Certificates(10).path(), "authorities/0a.bin");
        assert_eq!(PoolFile::Head(10).path(), "authorities/0a.head.bin");
    }
}
