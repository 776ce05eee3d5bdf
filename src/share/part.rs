//! Links with certificates.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use borsh::{BorshDeserialize, BorshSerialize};
use bytes::{Buf as _, Bytes};
use serde::Serialize;

use super::fields::{
    ASKED, CERTIFICATE, HOST, LANGUAGE, MAX_TEXT, MOMENT, REFERENCE, Writer, next_field, push_signed, take_array,
    take_moment, text, unknown,
};
use super::summary::Parts;
use super::{EncodeError, LinkError, MAX_CERTIFICATES, MissingCertificate, Reference, Shards, Summary, Unresolved};
use crate::cert::{UnixTime, decode};
use crate::num::small;
use crate::order;
use crate::trust::ClientId;

/// The complete content of a link with certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The certificates in DER, in the order of the paste.
    pub certificates: Vec<Bytes>,
    /// The options of the check.
    pub asked: SharedOptions,
    /// The result of the check.
    pub answer: Summary,
}

/// The options of the check.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SharedOptions {
    /// The time to check for; `None` means the current time of the person who opens the link.
    pub at: Option<UnixTime>,
    /// The host name to check for, at most 1,024 bytes. From a link it is untrusted text.
    pub hostname: Option<String>,
    /// `tlsConfig.insecureSkipVerification`.
    pub insecure_skip_verification: bool,
    /// Whether the first certificate is always the leaf.
    pub first_is_leaf: bool,
    /// Whether the leaf is a client certificate that API Gateway sends to the backend.
    pub client_certificate: bool,
    /// The client that checks the certificates.
    pub client: ClientId,
    /// The sender's language, as a BCP 47 tag. From a link it is untrusted text.
    pub language: Option<String>,
}

const SKIP_VERIFICATION: u8 = 1;
const FIRST_IS_LEAF: u8 = 2;
const CLIENT_CERTIFICATE: u8 = 4;

/// One certificate of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The certificate in DER.
    Sent(Bytes),
    /// A reference to a known certificate.
    Known(Reference),
}

/// A decoded link with certificates. Known certificates are references that [`Self::resolve`]
/// replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartLink {
    /// The certificates in order; never empty.
    pub entries: Vec<Entry>,
    /// The options of the check.
    pub asked: SharedOptions,
    /// The result of the check.
    pub answer: Summary,
}

impl PartLink {
    /// Returns the numbers of the files that [`Self::resolve`] needs, each once, in order; empty if
    /// the link has no references.
    #[must_use]
    pub fn wanted_shards(&self) -> Vec<u8> {
        let named = self.entries.iter().filter_map(|entry| match entry {
            Entry::Known(reference) => Some(reference.shard),
            Entry::Sent(_) => None,
        });
        let mut numbers: Vec<u8> = named.collect();
        order::by_key(&mut numbers, |number| *number);
        numbers.dedup();
        numbers
    }

    /// Replaces references with the known certificates.
    ///
    /// # Errors
    /// [`Unresolved`] with every certificate that cannot be found; checking a chain without it
    /// would give a wrong answer.
    pub fn resolve(&self, shards: &Shards) -> Result<Shared, Unresolved> {
        let mut certificates = Vec::new();
        let mut missing = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            match entry {
                Entry::Sent(der) => certificates.push(der.clone()),
                Entry::Known(reference) => match shards.find(reference) {
                    Ok(der) => certificates.push(der),
                    Err(reason) => missing.push(MissingCertificate {
                        index: small(index),
                        shard: reference.shard,
                        sha256_start: reference.sha256_start,
                        reason,
                    }),
                },
            }
        }
        if !missing.is_empty() {
            return Err(Unresolved {
                missing,
                total: small(self.entries.len()),
            });
        }
        Ok(Shared {
            certificates,
            asked: self.asked.clone(),
            answer: self.answer.clone(),
        })
    }
}

impl Shared {
    /// Returns the certificates as PEM, one after another, for the paste box and the engine.
    #[must_use]
    pub fn pem(&self) -> String {
        let mut text = String::new();
        for der in &self.certificates {
            text.push_str("-----BEGIN CERTIFICATE-----\n");
            let mut rest = STANDARD.encode(der);
            while !rest.is_empty() {
                let line_end = rest.len().min(64);
                let tail = rest.split_off(line_end);
                text.push_str(&rest);
                text.push('\n');
                rest = tail;
            }
            text.push_str("-----END CERTIFICATE-----\n");
        }
        text
    }
}

/// Encodes the fields of a link.
pub(super) fn write(shared: &Shared, shards: &Shards) -> Result<Vec<u8>, EncodeError> {
    if shared.certificates.is_empty() {
        return Err(EncodeError::NoCertificate);
    }
    if shared.certificates.len() > MAX_CERTIFICATES {
        return Err(EncodeError::TooManyCertificates {
            max: small(MAX_CERTIFICATES),
        });
    }
    let mut writer = Writer::default();
    for (index, der) in shared.certificates.iter().enumerate() {
        let certificate = decode(der).map_err(|_| EncodeError::NotACertificate { index: small(index) })?;
        // Do not use the given bytes: other data may follow the certificate.
        let der = certificate.der.clone();
        let reference = Reference::of(&certificate);
        if shards.find(&reference).is_ok_and(|known| known == der) {
            let mut content = vec![reference.shard];
            content.extend(reference.sha256_start);
            writer.field(REFERENCE, &content);
        } else {
            writer.field(CERTIFICATE, &der);
        }
    }
    let asked = &shared.asked;
    if let Some(at) = asked.at {
        let mut content = Vec::new();
        push_signed(&mut content, at.seconds());
        writer.field(MOMENT, &content);
    }
    let tool = &shared.answer.tool;
    bounded(&tool.version)?;
    bounded(&tool.trust_list_version.to_string())?;
    if let Some(host) = &asked.hostname {
        writer.field(HOST, bounded(host)?);
    }
    let bits = [
        (asked.insecure_skip_verification, SKIP_VERIFICATION),
        (asked.first_is_leaf, FIRST_IS_LEAF),
        (asked.client_certificate, CLIENT_CERTIFICATE),
    ];
    let bits = bits
        .iter()
        .filter(|(is_set, _)| *is_set)
        .fold(0, |all, (_, bit)| all | bit);
    if bits != 0 {
        writer.field(ASKED, &[bits]);
    }
    if let Some(language) = &asked.language {
        writer.field(LANGUAGE, bounded(language)?);
    }
    shared.answer.write(&mut writer);
    Ok(writer.0)
}

fn bounded(text: &str) -> Result<&[u8], EncodeError> {
    Some(text.as_bytes())
        .filter(|bytes| bytes.len() <= MAX_TEXT)
        .ok_or(EncodeError::TextTooLong { max: small(MAX_TEXT) })
}

/// Reads the fields of a link.
pub(super) fn read(content: &[u8]) -> Result<PartLink, LinkError> {
    let mut fields = content;
    let mut entries = Vec::new();
    let mut asked = SharedOptions::default();
    let mut answer = Parts::default();
    while let Some((number, mut content)) = next_field(&mut fields)? {
        match number {
            CERTIFICATE | REFERENCE if entries.len() >= MAX_CERTIFICATES => {
                return Err(LinkError::TooManyCertificates {
                    max: small(MAX_CERTIFICATES),
                });
            }
            CERTIFICATE => entries.push(sent(content, entries.len())?),
            REFERENCE => entries.push(Entry::Known(Reference {
                shard: content.try_get_u8()?,
                sha256_start: take_array(&mut content)?,
            })),
            MOMENT => asked.at = Some(take_moment(&mut content)?),
            HOST => asked.hostname = Some(text(content)?),
            ASKED => {
                let bits = content.try_get_u8()?;
                // Reject unknown options: the result of a check with other options would mislead.
                if bits & !(SKIP_VERIFICATION | FIRST_IS_LEAF | CLIENT_CERTIFICATE) != 0 {
                    return Err(LinkError::Newer { version: 1 });
                }
                asked.insecure_skip_verification = bits & SKIP_VERIFICATION != 0;
                asked.first_is_leaf = bits & FIRST_IS_LEAF != 0;
                asked.client_certificate = bits & CLIENT_CERTIFICATE != 0;
            }
            LANGUAGE => asked.language = Some(text(content)?),
            number => {
                if !answer.take(number, content)? {
                    unknown(number)?;
                }
            }
        }
    }
    if entries.is_empty() {
        return Err(LinkError::Malformed);
    }
    let answer = answer.summary()?;
    asked.client = answer.client;
    Ok(PartLink { entries, asked, answer })
}

fn sent(content: &[u8], index: usize) -> Result<Entry, LinkError> {
    let certificate = decode(&Bytes::copy_from_slice(content));
    certificate
        .map(|certificate| Entry::Sent(certificate.der))
        .map_err(|_| LinkError::NotACertificate { index: small(index) })
}
