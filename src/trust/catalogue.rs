//! The embedded table of listed certificates: its format, and how it is read.
//!
//! `data/roots.bin` is written by `examples/trust_data` from `trust/` and never edited by hand. It is a table by
//! columns, since like bytes side by side compress best; integers are big endian; a column of *cells* is all lengths
//! (two bytes each), then all contents. Rows are sorted by key algorithm, key length, subject, SHA-256.
//!
//! 1. [`MAGIC`]; edition of the list (length byte, text `YYYY-MM-DD`); rows with a certificate `n` (u16), rows with
//!    fingerprints only `m` (u16).
//! 2. For the `n` rows: subject (cells); stored key identifiers
//!    (cells, empty where absent or derived); key bits (u16); head of the [name tag](super::tag) (u16); flags (u8, see
//!    [`flag`]); pathLen (u8, 255 for none); notBefore and notAfter, each as days since 1970 (a column of u16) and
//!    seconds of the day (a column of three bytes).
//! 3. For the `n + m` rows: SHA-256, number of aliases (u8). For the `m` rows: SHA-1 (all zero for unknown).
//! 4. The aliases of all rows, one cell: text, separated by line feeds.
//!
//! The keys are half of it all and no compression helps, so they are a table of their own, `data/root-keys.bin`:
//! [`KEYS_MAGIC`], then for the `n` rows the SubjectPublicKeyInfo (cells) and the serial number (cells). The page's engine goes
//! without it and learns the few that it needs from the [files of issuers](super::issuers). `data/root-sha1.bin` is the SHA-1 of
//! the `n` rows, which no judgement asks for.

use std::borrow::Cow;
use std::sync::OnceLock;

use bytes::Bytes;

use super::anchor::{Anchor, BasicConstraints, FingerprintOnly, KeyAlgorithm, KeyIdentifier, Own};
use super::reader::{DataError, Reader};
use crate::cert::{Fingerprint, Sha1Fingerprint, UnixTime};

/// The first bytes of the table: kind and version.
pub const MAGIC: &[u8] = b"SSLD-ROOTS2\n";

/// The first bytes of the table of keys.
pub const KEYS_MAGIC: &[u8] = b"SSLD-KEYS2\n";

/// The bits of a row's flags.
pub mod flag {
    /// X.509 version 1; version 3 otherwise.
    pub const V1: u8 = 1;
    /// Issuer and subject are the same bytes.
    pub const SELF_ISSUED: u8 = 2;
    /// There is a BasicConstraints extension.
    pub const BASIC_CONSTRAINTS: u8 = 4;
    /// Its `cA` is true.
    pub const CA: u8 = 8;
    /// There is a KeyUsage extension.
    pub const KEY_USAGE: u8 = 16;
    /// Its keyCertSign is set.
    pub const KEY_CERT_SIGN: u8 = 32;
    /// The key identifier is the SHA-1 of the key's bits.
    pub const DERIVED_KEY_IDENTIFIER: u8 = 64;
    /// The key is on an elliptic curve; RSA otherwise.
    pub const EC: u8 = 128;
}

/// The pathLen of a row that has none.
pub const NO_PATH_LEN: u8 = u8::MAX;

/// What the table holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Catalogue {
    pub(super) edition: &'static str,
    pub(super) anchors: Vec<Anchor>,
    pub(super) fingerprint_only: Vec<FingerprintOnly>,
}

/// Reads the table, and that of the keys, which is empty where the keys are not embedded.
pub(super) fn decode(bytes: &'static [u8], keys: &'static [u8]) -> Result<Catalogue, DataError> {
    let mut reader = Reader::after(MAGIC, bytes)?;
    let length = reader.u8()?;
    let edition = reader.text(usize::from(length))?;
    let (n, m) = (reader.u16()?, usize::from(reader.u16()?));
    let rows = usize::from(n);
    let mut subjects = reader.cells(rows)?.into_iter();
    let mut identifiers = reader.cells(rows)?.into_iter();
    let mut key_bits = reader.column(rows, 2)?;
    let mut name_tags = reader.column(rows, 2)?;
    let mut flags = reader.column(rows, 1)?;
    let mut path_lens = reader.column(rows, 1)?;
    let mut not_before = Moments::read(&mut reader, rows)?;
    let mut not_after = Moments::read(&mut reader, rows)?;
    let mut listed = Listed::read(&mut reader, rows, m)?;
    reader.end()?;

    let (mut spkis, mut serials) = (Vec::new(), Vec::new());
    if !keys.is_empty() {
        let mut reader = Reader::after(KEYS_MAGIC, keys)?;
        spkis = reader.cells(rows)?;
        serials = reader.cells(rows)?;
        reader.end()?;
    }
    let mut own = spkis.into_iter().zip(serials).map(|(spki, serial)| Own {
        spki: Bytes::from_static(spki),
        serial: Bytes::from_static(serial),
    });

    let mut anchors = Vec::with_capacity(rows);
    for row in 0..n {
        let flags = flags.u8()?;
        let has = |bit: u8| flags & bit != 0;
        let path_len = Some(path_lens.u8()?).filter(|len| *len != NO_PATH_LEN);
        let identifier = identifiers.next().ok_or(DataError::Truncated)?;
        let (sha256, aliases) = listed.next()?;
        anchors.push(Anchor {
            aliases,
            sha256,
            subject_der: subjects.next().ok_or(DataError::Truncated)?,
            own: own.next().map_or_else(OnceLock::new, OnceLock::from),
            not_before: not_before.next()?,
            not_after: not_after.next()?,
            version: if has(flag::V1) { 1 } else { 3 },
            basic_constraints: has(flag::BASIC_CONSTRAINTS).then(|| BasicConstraints {
                ca: has(flag::CA),
                path_len,
            }),
            key_cert_sign: has(flag::KEY_USAGE).then(|| has(flag::KEY_CERT_SIGN)),
            self_issued: has(flag::SELF_ISSUED),
            key_algorithm: if has(flag::EC) {
                KeyAlgorithm::Ec
            } else {
                KeyAlgorithm::Rsa
            },
            key_bits: key_bits.u16()?,
            row,
            name_tag: name_tags.u16()?,
            key_identifier: match (has(flag::DERIVED_KEY_IDENTIFIER), identifier.is_empty()) {
                (true, _) => KeyIdentifier::Derived,
                (false, true) => KeyIdentifier::Absent,
                (false, false) => KeyIdentifier::Stored(identifier),
            },
            name: OnceLock::new(),
        });
    }
    let fingerprint_only = (0..m)
        .map(|_| {
            let (sha256, aliases) = listed.next()?;
            let sha1 = listed.sha1.array()?;
            Ok(FingerprintOnly {
                aliases,
                sha1: (sha1 != [0; 20]).then_some(Sha1Fingerprint(sha1)),
                sha256,
            })
        })
        .collect::<Result<_, _>>()?;
    Ok(Catalogue {
        edition,
        anchors,
        fingerprint_only,
    })
}

/// Two columns: days since 1970, seconds of the day.
struct Moments {
    days: Reader<'static>,
    seconds: Reader<'static>,
}

impl Moments {
    fn read(reader: &mut Reader<'static>, rows: usize) -> Result<Self, DataError> {
        Ok(Self {
            days: reader.column(rows, 2)?,
            seconds: reader.column(rows, 3)?,
        })
    }

    fn next(&mut self) -> Result<UnixTime, DataError> {
        let days = i64::from(self.days.u16()?);
        let [a, b, c] = self.seconds.array()?;
        Ok(UnixTime::from_seconds(
            days * 86_400 + i64::from(u32::from_be_bytes([0, a, b, c])),
        ))
    }
}

/// The columns that every listed certificate has.
struct Listed {
    sha256: Reader<'static>,
    counts: Reader<'static>,
    /// Of those that are known by their fingerprints only.
    sha1: Reader<'static>,
    aliases: std::str::Split<'static, char>,
}

impl Listed {
    fn read(reader: &mut Reader<'static>, at_hand: usize, others: usize) -> Result<Self, DataError> {
        let rows = at_hand + others;
        let (sha256, counts) = (reader.column(rows, 32)?, reader.column(rows, 1)?);
        let sha1 = reader.column(others, 20)?;
        let length = usize::from(reader.u16()?);
        Ok(Self {
            sha256,
            counts,
            sha1,
            aliases: reader.text(length)?.split('\n'),
        })
    }

    fn next(&mut self) -> Result<(Fingerprint, Vec<Cow<'static, str>>), DataError> {
        let aliases = (0..self.counts.u8()?).map(|_| self.aliases.next().map(Cow::Borrowed));
        let aliases = aliases.collect::<Option<_>>().ok_or(DataError::Truncated)?;
        Ok((Fingerprint(self.sha256.array()?), aliases))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::{KEYS, ROOTS};

    #[test]
    fn whatever_is_cut_off_or_added_is_an_error() {
        assert!(decode(ROOTS, KEYS).is_ok());
        for length in (0..ROOTS.len()).step_by(97) {
            assert!(
                ROOTS.get(..length).is_some_and(|cut| decode(cut, KEYS).is_err()),
                "{length}"
            );
        }
        for length in (1..KEYS.len()).step_by(97) {
            assert!(
                KEYS.get(..length).is_some_and(|cut| decode(ROOTS, cut).is_err()),
                "{length}"
            );
        }
        let longer = |table: &[u8]| -> &'static [u8] { Box::leak([table, &[0]].concat().into_boxed_slice()) };
        assert_eq!(decode(longer(ROOTS), KEYS).err(), Some(DataError::Trailing));
        if !KEYS.is_empty() {
            assert_eq!(decode(ROOTS, longer(KEYS)).err(), Some(DataError::Trailing));
        }
    }
}
