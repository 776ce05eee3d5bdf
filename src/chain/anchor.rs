//! Anchors: certificates that a path may end at.
//!
//! An anchor is on AWS's list, was sent by the server (`insecureSkipVerification`), or comes from a
//! test.

use bytes::Bytes;

use crate::cert::extensions::NameConstraints;
use crate::cert::{Certificate, Fingerprint, KeyInfo, Name, UnixTime};
use crate::report::{AnchorReport, IssuerRef};
use crate::trust::key::same_key;
use crate::trust::{Entry, Root};

/// A certificate that a path may end at.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// Every alias that the list gives this name and key; empty if the anchor is not from a list.
    pub aliases: Vec<String>,
    /// Its subject.
    pub subject: Name,
    /// Its public key.
    pub spki: Bytes,
    /// The public key's kind and size.
    pub key: Option<KeyInfo>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
    /// Its place among the distinct certificates of the input, if it is an anchor only because it
    /// was sent (`insecureSkipVerification`).
    pub sent: Option<usize>,
    /// X.509 version.
    pub version: u32,
    /// The content of its serial number.
    pub serial: Vec<u8>,
    /// Its subject key identifier.
    pub ski: Option<Vec<u8>>,
    /// Whether it has basicConstraints CA:TRUE.
    pub is_ca: bool,
    /// Whether keyUsage has keyCertSign; `None` if it has no keyUsage.
    pub key_cert_sign: Option<bool>,
    /// Its name constraints, if it is not from a list. Only the builder of older releases uses
    /// them.
    pub name_constraints: Option<NameConstraints>,
    /// Whether issuer and subject are the same.
    pub self_issued: bool,
    /// First second of validity.
    pub not_before: UnixTime,
    /// Last second of validity, inclusive.
    pub not_after: UnixTime,
}

impl Anchor {
    /// Creates an anchor from a certificate.
    #[must_use]
    pub fn of_certificate(certificate: &Certificate) -> Self {
        Self {
            aliases: Vec::new(),
            subject: certificate.subject.clone(),
            spki: certificate.spki.clone(),
            key: certificate.key.clone(),
            sha256: certificate.sha256,
            sent: None,
            version: certificate.version,
            serial: certificate.serial.0.clone(),
            ski: certificate.extensions.ski.clone(),
            is_ca: certificate.is_ca(),
            key_cert_sign: certificate
                .extensions
                .key_usage
                .map(crate::cert::KeyUsage::key_cert_sign),
            name_constraints: certificate.extensions.name_constraints.clone(),
            self_issued: certificate.is_self_issued(),
            not_before: certificate.not_before,
            not_after: certificate.not_after,
        }
    }

    /// Creates an anchor from an entry of a list and its root in the pool.
    #[must_use]
    pub fn of_listed(entry: &Entry, root: &Root) -> Self {
        Self {
            aliases: entry.aliases().map(str::to_owned).collect(),
            subject: root.facts.subject.clone(),
            key: KeyInfo::from_spki(&root.spki).ok(),
            spki: root.spki.clone(),
            sha256: entry.sha256,
            sent: None,
            version: u32::from(root.facts.version()),
            serial: root.serial.to_vec(),
            ski: root.subject_key_identifier().map(std::borrow::Cow::into_owned),
            is_ca: root.facts.is_ca(),
            key_cert_sign: root.facts.key_cert_sign(),
            name_constraints: None,
            self_issued: root.facts.self_issued(),
            not_before: root.facts.not_before,
            not_after: root.facts.not_after,
        }
    }

    /// Whether AWS's list has this name and key.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.aliases.is_empty()
    }

    /// Replaces this anchor's aliases with those of an entry of a list.
    #[must_use]
    pub fn listed_as(self, entry: &Entry) -> Self {
        Self {
            aliases: entry.aliases().map(str::to_owned).collect(),
            ..self
        }
    }

    /// Whether `certificate` is this anchor.
    #[must_use]
    pub fn is(&self, certificate: &Certificate) -> bool {
        self.sha256 == certificate.sha256
    }

    /// Whether `certificate` has this anchor's name and public key: Java then treats it as the
    /// anchor.
    #[must_use]
    pub fn has_name_and_key_of(&self, certificate: &Certificate) -> bool {
        self.subject == certificate.subject && same_key(&self.spki, &certificate.spki)
    }

    /// Whether the anchor is valid at `at`; both ends are inclusive.
    #[must_use]
    pub fn in_date(&self, at: UnixTime) -> bool {
        self.not_before <= at && at <= self.not_after
    }

    /// Returns the anchor as findings refer to it: by its first alias, else by its label.
    #[must_use]
    pub fn issuer_ref(&self) -> IssuerRef {
        let alias = self.aliases.first().cloned();
        IssuerRef::Anchor(alias.unwrap_or_else(|| self.subject.label()))
    }

    /// Returns the anchor as the report shows it.
    #[must_use]
    pub fn report(&self) -> AnchorReport {
        AnchorReport {
            aliases: self.aliases.clone(),
            subject: self.subject.rfc4514(),
            label: self.subject.label(),
            sha256: self.sha256.to_string(),
            not_before: self.not_before,
            not_after: self.not_after,
        }
    }
}
