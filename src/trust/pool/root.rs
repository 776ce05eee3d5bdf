//! A root of the pool: its subject, key and a few facts, which is all that a verdict needs.
//!
//! The facts of a root are encoded as flags (u8, see [`flag`]), key bits (u16), notBefore and
//! notAfter (each as days since 1970, u16, and second of the day, three bytes), and subject (u16
//! length).

use std::borrow::Cow;

use bytes::Bytes;
use sha1::{Digest as _, Sha1};

use crate::cert::{Fingerprint, Name, UnixTime};
use crate::trust::key::{key_bits, same_key};
use crate::trust::reader::{DataError, Reader};

/// The first four bytes of the SHA-256 of a root.
pub type RootId = [u8; 4];

/// The id of a root with this fingerprint.
#[must_use]
pub fn root_id(sha256: &Fingerprint) -> RootId {
    sha256.0.first_chunk().copied().unwrap_or_default()
}

/// The bits of a root's flags.
pub mod flag {
    /// X.509 version 1; otherwise version 3.
    pub const V1: u8 = 1;
    /// Issuer and subject are the same bytes.
    pub const SELF_ISSUED: u8 = 2;
    /// BasicConstraints has `cA`.
    pub const CA: u8 = 4;
    /// The certificate has a KeyUsage extension.
    pub const KEY_USAGE: u8 = 8;
    /// KeyUsage has keyCertSign.
    pub const KEY_CERT_SIGN: u8 = 16;
    /// The key identifier is the SHA-1 of the key's bits.
    pub const DERIVED_KEY_IDENTIFIER: u8 = 32;
    /// The key is an elliptic curve key; otherwise it is RSA.
    pub const EC: u8 = 64;
}

/// The algorithm of a root's key; the pool has no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyAlgorithm {
    /// rsaEncryption.
    Rsa,
    /// id-ecPublicKey on a named curve.
    Ec,
}

impl KeyAlgorithm {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rsa => "RSA",
            Self::Ec => "EC",
        }
    }
}

/// Facts about a root that a list shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    flags: u8,
    /// Its subject.
    pub subject: Name,
    /// First second of its validity, inclusive. The JDK does not check the dates of an anchor.
    pub not_before: UnixTime,
    /// Last second of its validity, inclusive.
    pub not_after: UnixTime,
    /// The size of its key in bits: RSA modulus, EC field.
    pub key_bits: u16,
}

impl Facts {
    pub(in crate::trust) fn read(reader: &mut Reader) -> Result<Self, DataError> {
        let (flags, key_bits) = (reader.u8()?, reader.u16()?);
        let (not_before, not_after) = (moment(reader)?, moment(reader)?);
        Ok(Self {
            flags,
            subject: Name::from_der(&reader.long()?).map_err(|_| DataError::Value)?,
            not_before,
            not_after,
            key_bits,
        })
    }

    fn has(&self, bit: u8) -> bool {
        self.flags & bit != 0
    }

    /// Its X.509 version, 1 or 3.
    #[must_use]
    pub fn version(&self) -> u8 {
        if self.has(flag::V1) { 1 } else { 3 }
    }

    /// Whether BasicConstraints has `cA`; version 1 has no extensions.
    #[must_use]
    pub fn is_ca(&self) -> bool {
        self.has(flag::CA)
    }

    /// Whether KeyUsage has keyCertSign; `None` if there is no KeyUsage.
    #[must_use]
    pub fn key_cert_sign(&self) -> Option<bool> {
        self.has(flag::KEY_USAGE).then(|| self.has(flag::KEY_CERT_SIGN))
    }

    /// Whether issuer and subject are the same bytes. They differ for two certificates on AWS's
    /// list, which are intermediates.
    #[must_use]
    pub fn self_issued(&self) -> bool {
        self.has(flag::SELF_ISSUED)
    }

    /// The algorithm of its key.
    #[must_use]
    pub fn key_algorithm(&self) -> KeyAlgorithm {
        if self.has(flag::EC) {
            KeyAlgorithm::Ec
        } else {
            KeyAlgorithm::Rsa
        }
    }
}

/// A root of the pool.
#[derive(Clone, Debug)]
pub struct Root {
    /// The start of its SHA-256.
    pub id: RootId,
    /// The facts that a list shows.
    pub facts: Facts,
    /// The DER of its SubjectPublicKeyInfo.
    pub spki: Bytes,
    /// The content of its serial number.
    pub serial: Bytes,
    /// The key identifier if it is not derived from the key; empty if there is none.
    key_identifier: Bytes,
}

impl Root {
    pub(super) fn read(reader: &mut Reader) -> Result<Self, DataError> {
        Ok(Self {
            id: reader.array()?,
            facts: Facts::read(reader)?,
            key_identifier: reader.short()?,
            serial: reader.short()?,
            spki: reader.long()?,
        })
    }

    /// Its SubjectKeyIdentifier.
    #[must_use]
    pub fn subject_key_identifier(&self) -> Option<Cow<'_, [u8]>> {
        if self.facts.has(flag::DERIVED_KEY_IDENTIFIER) {
            return key_bits(&self.spki).map(|bits| Cow::Owned(Sha1::digest(bits).to_vec()));
        }
        (!self.key_identifier.is_empty()).then(|| Cow::Borrowed(self.key_identifier.as_ref()))
    }

    /// Whether this SubjectPublicKeyInfo (DER) contains the root's key, compared by [`same_key`].
    #[must_use]
    pub fn has_key(&self, spki: &[u8]) -> bool {
        same_key(&self.spki, spki)
    }
}

fn moment(reader: &mut Reader) -> Result<UnixTime, DataError> {
    let days = i64::from(reader.u16()?);
    let [a, b, c] = reader.array()?;
    let seconds = i64::from(u32::from_be_bytes([0, a, b, c]));
    Ok(UnixTime::from_seconds(days * 86_400 + seconds))
}
