//! Anchors as a path needs them, whether listed, sent (`insecureSkipVerification`) or made for a test.

use bytes::Bytes;

use crate::cert::{Certificate, Fingerprint, KeyInfo, Name, UnixTime};
use crate::report::{AnchorReport, IssuerRef};
use crate::trust;

/// A certificate in which a path may end.
#[derive(Clone, Debug)]
pub struct Anchor {
    /// Every alias under which the list has this name and key; empty for an anchor that is no entry of a list.
    pub aliases: Vec<String>,
    /// Its subject.
    pub subject: Name,
    /// Its public key.
    pub spki: Bytes,
    /// The public key's kind and size.
    pub key: Option<KeyInfo>,
    /// SHA-256 of the certificate.
    pub sha256: Fingerprint,
    /// X.509 version.
    pub version: u32,
    /// The content of its serial number.
    pub serial: Vec<u8>,
    /// Its subject key identifier.
    pub ski: Option<Vec<u8>>,
    /// basicConstraints CA:TRUE.
    pub is_ca: bool,
    /// keyCertSign, where it has a keyUsage.
    pub key_cert_sign: Option<bool>,
    /// First second of validity.
    pub not_before: UnixTime,
    /// Last second of validity.
    pub not_after: UnixTime,
}

impl Anchor {
    /// An anchor made of a certificate at hand.
    #[must_use]
    pub fn of_certificate(certificate: &Certificate) -> Self {
        Self {
            aliases: Vec::new(),
            subject: certificate.subject.clone(),
            spki: certificate.spki.clone(),
            key: certificate.key.clone(),
            sha256: certificate.sha256,
            version: certificate.version,
            serial: certificate.serial.0.clone(),
            ski: certificate.extensions.ski.clone(),
            is_ca: certificate.is_ca(),
            key_cert_sign: certificate
                .extensions
                .key_usage
                .map(crate::cert::KeyUsage::key_cert_sign),
            not_before: certificate.not_before,
            not_after: certificate.not_after,
        }
    }

    /// An anchor made of an entry of the list; none where its key is not known yet, or its embedded name cannot be read,
    /// which a test rules out.
    #[must_use]
    pub fn of_listed(listed: &trust::Anchor) -> Option<Self> {
        let spki = listed.spki()?.clone();
        Some(Self {
            aliases: listed.aliases().map(str::to_owned).collect(),
            subject: listed.subject()?.clone(),
            key: KeyInfo::from_spki(&spki).ok(),
            spki,
            sha256: listed.sha256,
            version: u32::from(listed.version),
            serial: listed.serial()?.to_vec(),
            ski: listed.subject_key_identifier().map(std::borrow::Cow::into_owned),
            is_ca: listed.basic_constraints.is_some_and(|b| b.ca),
            key_cert_sign: listed.key_cert_sign,
            not_before: listed.not_before,
            not_after: listed.not_after,
        })
    }

    /// True where `certificate` is this very certificate.
    #[must_use]
    pub fn is(&self, certificate: &Certificate) -> bool {
        self.sha256 == certificate.sha256
    }

    /// True where `certificate` has this anchor's name and public key, so that Java takes it for the anchor.
    #[must_use]
    pub fn has_name_and_key_of(&self, certificate: &Certificate) -> bool {
        self.subject == certificate.subject && trust::key::same_key(&self.spki, &certificate.spki)
    }

    /// True where `at` lies within validity, both ends included.
    #[must_use]
    pub fn in_date(&self, at: UnixTime) -> bool {
        self.not_before <= at && at <= self.not_after
    }

    /// The anchor as findings name it.
    #[must_use]
    pub fn issuer_ref(&self) -> IssuerRef {
        let alias = self.aliases.first().cloned();
        IssuerRef::Anchor(alias.unwrap_or_else(|| self.subject.label()))
    }

    /// The anchor as the report shows it.
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
