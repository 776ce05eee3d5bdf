//! Anchors: what is known of a listed certificate whose bytes are at hand, and the listed ones whose bytes are not.
//!
//! An anchor is its subject, its public key and the few facts that a path asks about; the certificate itself is not
//! embedded. Nothing is parsed until it is asked for.

use std::borrow::Cow;
use std::sync::OnceLock;

use bytes::Bytes;
use sha1::{Digest as _, Sha1};

use super::key::{key_bits, same_key};
use crate::cert::{Fingerprint, Name, Sha1Fingerprint, UnixTime};

/// SHA-1 of each row of the embedded table. A table of its own, since no judgement looks at it.
const PRINTS: &[u8] = include_bytes!("data/root-sha1.bin");

/// The algorithm of a listed root's key; the list knows no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyAlgorithm {
    /// rsaEncryption.
    Rsa,
    /// id-ecPublicKey on a named curve.
    Ec,
}

impl KeyAlgorithm {
    /// As reports have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Rsa => "RSA",
            Self::Ec => "EC",
        }
    }
}

/// The BasicConstraints extension of an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BasicConstraints {
    /// `cA`.
    pub ca: bool,
    /// `pathLenConstraint`, in certificates; the JDK does not look at an anchor's.
    pub path_len: Option<u8>,
}

/// Where an anchor's key identifier comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyIdentifier {
    Absent,
    /// SHA-1 of the key's bits.
    Derived,
    Stored(&'static [u8]),
}

/// What no two certificates have in common, and no compression makes smaller: half of the list.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// The DER of its SubjectPublicKeyInfo.
    pub(super) spki: Bytes,
    /// The content octets of its serial number.
    pub(super) serial: Bytes,
}

/// A certificate of the list whose bytes are known.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The names under which the list has it, in the list's order; at least one.
    pub aliases: Vec<Cow<'static, str>>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
    /// The DER of its subject.
    pub subject_der: &'static [u8],
    /// What is not part of the embedded table, once it is known.
    pub(super) own: OnceLock<Own>,
    /// First second of its validity (inclusive). The JDK does not look at an anchor's dates.
    pub not_before: UnixTime,
    /// Last second of its validity (inclusive).
    pub not_after: UnixTime,
    /// X.509 version, 1 or 3.
    pub version: u8,
    /// Its BasicConstraints, `None` where it has none (all v1 certificates).
    pub basic_constraints: Option<BasicConstraints>,
    /// Whether its KeyUsage has keyCertSign, `None` where it has no KeyUsage.
    pub key_cert_sign: Option<bool>,
    /// Whether issuer and subject are the same bytes; false for the two listed certificates that are intermediates.
    pub self_issued: bool,
    /// The algorithm of its key.
    pub key_algorithm: KeyAlgorithm,
    /// The size of its key in bits: RSA modulus, EC field.
    pub key_bits: u16,
    /// Its place in the embedded table, to which other tables refer.
    pub(super) row: u16,
    pub(super) name_tag: u16,
    pub(super) key_identifier: KeyIdentifier,
    pub(super) name: OnceLock<Option<Name>>,
}

impl Anchor {
    /// Its subject, parsed on first use. `None` cannot happen with the embedded data (a test reads every name).
    #[must_use]
    pub fn subject(&self) -> Option<&Name> {
        self.name.get_or_init(|| Name::from_der(self.subject_der).ok()).as_ref()
    }

    /// The DER of its SubjectPublicKeyInfo; `None` where the keys are not embedded and this one was not learned yet
    /// ([`TrustStore::learn`](super::TrustStore::learn)).
    #[must_use]
    pub fn spki(&self) -> Option<&Bytes> {
        self.own.get().map(|own| &own.spki)
    }

    /// The content octets of its serial number, big endian, as they stand in the certificate; `None` likewise.
    #[must_use]
    pub fn serial(&self) -> Option<&[u8]> {
        self.own.get().map(|own| own.serial.as_ref())
    }

    /// SHA-1 of the certificate.
    #[must_use]
    pub fn sha1(&self) -> Sha1Fingerprint {
        let row = PRINTS.get(usize::from(self.row).saturating_mul(20)..);
        // A test compares them all with the certificates.
        Sha1Fingerprint(row.and_then(|row| row.first_chunk()).copied().unwrap_or_default())
    }

    /// Takes note of its key and serial number.
    pub(crate) fn know(&self, spki: &Bytes, serial: &[u8]) {
        // The first that came is the same: both are from the certificate with this SHA-256.
        let _ = self.own.set(Own {
            spki: spki.clone(),
            serial: Bytes::copy_from_slice(serial),
        });
    }

    /// What a person would call it: the label of its subject, else its first alias.
    #[must_use]
    pub fn label(&self) -> String {
        self.subject()
            .map_or_else(|| self.aliases().next().unwrap_or_default().to_owned(), Name::label)
    }

    /// The names under which the list has it.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(AsRef::as_ref)
    }

    /// Its SubjectKeyIdentifier, `None` where it has none or is derived from a key that is not known yet.
    #[must_use]
    pub fn subject_key_identifier(&self) -> Option<Cow<'static, [u8]>> {
        match self.key_identifier {
            KeyIdentifier::Absent => None,
            KeyIdentifier::Stored(bytes) => Some(Cow::Borrowed(bytes)),
            KeyIdentifier::Derived => key_bits(self.spki()?).map(|bits| Cow::Owned(Sha1::digest(bits).to_vec())),
        }
    }

    /// True where this SubjectPublicKeyInfo (DER) holds the anchor's key, compared by [`same_key`]; false for a key that is
    /// not known yet.
    #[must_use]
    pub fn has_key(&self, spki: &[u8]) -> bool {
        self.spki().is_some_and(|own| same_key(own, spki))
    }
}

/// A certificate of the list of which only the fingerprints are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FingerprintOnly {
    /// The names under which the list has it; at least one.
    pub aliases: Vec<Cow<'static, str>>,
    /// SHA-1 of the certificate, `None` where the list gives SHA-256 only.
    pub sha1: Option<Sha1Fingerprint>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
}

impl FingerprintOnly {
    /// The names under which the list has it.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.aliases.iter().map(AsRef::as_ref)
    }
}
