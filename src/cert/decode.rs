//! Decodes bytes into a [`Certificate`], as leniently as the JDK or more so. The certificate lists
//! what the JDK would reject as defects.
//!
//! # References
//! - [RFC 5280 §4.1](https://www.rfc-editor.org/rfc/rfc5280#section-4.1) for the syntax.
//! - JDK 17, `X509Factory.readOneBlock`, `X509CertImpl.parse`, `X509CertInfo.parse`.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use serde::Serialize;
use thiserror::Error;

use super::algorithm::SignatureAlgorithm;
use super::certificate::{Certificate, SerialNumber};
use super::defect::Defect;
use super::extensions::{Extensions, oid};
use super::fingerprint::{Fingerprint, Sha1Fingerprint};
use super::identifier::{Identifier, SignatureParameters};
use super::key::{self, KeyInfo};
use super::name::Name;
use super::time::UnixTime;
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::tag::{BIT_STRING, GENERALIZED_TIME, INTEGER, SEQUENCE, UTC_TIME};

/// Why bytes cannot be decoded into a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecodeError {
    /// The outermost structure is not `SEQUENCE { tbsCertificate, signatureAlgorithm, signature }`.
    #[error("not the structure of a certificate")]
    Outer,
    /// A field of the certificate's body is missing or has another type.
    #[error("a field of the certificate cannot be read")]
    Body,
    /// The subject or issuer is not a name.
    #[error("a name in the certificate cannot be read")]
    Name,
    /// The dates cannot be read.
    #[error("the dates of the certificate cannot be read")]
    Dates,
}

/// Decodes one certificate from DER or a PEM block. Like the JDK, ignores bytes after it.
///
/// # Errors
/// [`DecodeError`] if the structure, subject, issuer or dates cannot be read. If Java would reject
/// the encoding but the values can be read, the result has a [`Defect`] instead.
pub fn decode(der: &Bytes) -> Result<Certificate, DecodeError> {
    let der = match der.first() {
        Some(&SEQUENCE) => der.clone(),
        _ => pem_block(der).ok_or(DecodeError::Outer)?,
    };
    let outer = Reader::new(der)
        .take()
        .filter(|t| t.tag == SEQUENCE)
        .ok_or(DecodeError::Outer)?;
    let parts = lenient::elements(&outer.content).ok_or(DecodeError::Outer)?;
    let [tbs, outer_algorithm, signature] = parts.as_slice() else {
        return Err(DecodeError::Outer);
    };
    if tbs.tag != SEQUENCE || outer_algorithm.tag != SEQUENCE || signature.tag != BIT_STRING {
        return Err(DecodeError::Outer);
    }
    let mut defects = Vec::new();
    let mut body = Reader::new(tbs.content.clone());
    let version = take_version(&mut body)?;
    let serial = body.take_tag(INTEGER).ok_or(DecodeError::Body)?.content;
    let inner_algorithm = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    let issuer = take_name(&mut body)?;
    let (not_before, not_after) = take_validity(&mut body)?;
    let subject = take_name(&mut body)?;
    let raw_key = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?.raw;
    let spki = key::normal_form(&raw_key);
    if !spki.as_ref().is_some_and(key::is_readable) {
        let too_large = spki.as_ref().is_some_and(key::has_large_number);
        defects.push(if too_large {
            Defect::NumberTooLarge
        } else {
            Defect::UnreadableKey
        });
    }
    let spki = spki.unwrap_or(raw_key);

    let extensions = take_extensions(&mut body, version, subject.is_empty(), &mut defects);
    let (algorithm, algorithm_oid) = SignatureAlgorithm::from_der(&outer_algorithm.with_minimal_header());
    let identifier = Identifier::read(outer_algorithm).filter(Identifier::is_readable);
    match (&identifier, Identifier::read(&inner_algorithm)) {
        (None, _) | (_, None) => defects.push(Defect::UnreadableAlgorithm),
        (Some(outer), Some(inner)) if *outer != inner => defects.push(Defect::AlgorithmMismatch),
        _ => {}
    }
    if issuer.is_empty() {
        defects.push(Defect::EmptyIssuer);
    }
    if issuer.has_surrogates() || subject.has_surrogates() {
        defects.push(Defect::Structure);
    }
    let bits = lenient::bits(&signature.content);
    if serial.is_empty() || bits.is_none() {
        defects.push(Defect::Structure);
    }
    Ok(Certificate {
        sha1: Sha1Fingerprint::of(&outer.raw),
        sha256: Fingerprint::of(&outer.raw),
        der: outer.raw.clone(),
        tbs: tbs.with_minimal_header(),
        key: KeyInfo::describe(&spki),
        spki,
        signature: bits.unwrap_or_default(),
        version,
        serial: SerialNumber(serial.to_vec()),
        subject,
        issuer,
        not_before,
        not_after,
        parameters: identifier.map_or(SignatureParameters::Odd, |i| i.parameters_of_signature()),
        algorithm,
        algorithm_oid,
        extensions,
        defects,
    })
}

/// Returns the content of the first PEM block in a text.
pub(super) fn pem_block(bytes: &[u8]) -> Option<Bytes> {
    use base64::Engine as _;
    let text = std::str::from_utf8(bytes).ok()?;
    let (_, after) = text.split_once("-----BEGIN ")?;
    let (_, after) = after.split_once("-----")?;
    let (body, _) = after.split_once("-----END ")?;
    let packed: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    base64::engine::general_purpose::STANDARD
        .decode(packed)
        .ok()
        .map(Bytes::from)
}

/// Reads the version, `[0]` with an INTEGER. Like the JDK, skips a `[0]` that is not constructed.
fn take_version(body: &mut Reader) -> Result<u32, DecodeError> {
    if body.take_tag(0x80).is_some() {
        return Ok(1);
    }
    let Some(explicit) = body.take_tag(0xa0) else {
        return Ok(1);
    };
    let number = Reader::new(explicit.content)
        .take_tag(INTEGER)
        .and_then(|t| lenient::int(&t.content));
    Ok(u32::try_from(number.ok_or(DecodeError::Body)?)
        .unwrap_or(u32::MAX)
        .saturating_add(1))
}

fn take_name(body: &mut Reader) -> Result<Name, DecodeError> {
    let tlv = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    Name::from_bytes(tlv.raw).map_err(|_| DecodeError::Name)
}

fn take_validity(body: &mut Reader) -> Result<(UnixTime, UnixTime), DecodeError> {
    let validity = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    let parts = lenient::elements(&validity.content).ok_or(DecodeError::Dates)?;
    let [not_before, not_after] = parts.as_slice() else {
        return Err(DecodeError::Dates);
    };
    let tag = |tlv: &Tlv| {
        matches!(tlv.tag, UTC_TIME | GENERALIZED_TIME)
            .then_some(u32::from(tlv.tag))
            .ok_or(DecodeError::Dates)
    };
    let first = UnixTime::from_asn1_up(tag(not_before)?, &not_before.content).map_err(|_| DecodeError::Dates)?;
    let last = UnixTime::from_asn1(tag(not_after)?, &not_after.content).map_err(|_| DecodeError::Dates)?;
    Ok((first, last))
}

/// Reads the fields after the key, unique identifiers and extensions, and adds the defects that the
/// JDK would reject.
fn take_extensions(body: &mut Reader, version: u32, nameless: bool, defects: &mut Vec<Defect>) -> Extensions {
    if version == 1 && nameless {
        defects.push(Defect::EmptySubject);
    }
    if !body.is_empty() && version == 1 {
        defects.push(Defect::ExtensionsInOldVersion);
    }
    for unique_id in [1u8, 2] {
        if body.peek().is_some_and(|tag| tag & 0xdf == 0x80 | unique_id) {
            let readable = body.take().is_some_and(|id| lenient::bits(&id.content).is_some());
            if !readable {
                defects.push(Defect::Structure);
            }
        }
    }
    if body.is_empty() {
        return Extensions::default();
    }
    if version != 3 && version != 1 {
        defects.push(Defect::ExtensionsInOldVersion);
    }
    let Some(next) = body.take() else {
        defects.push(Defect::Structure);
        return Extensions::default();
    };
    let extensions = match next.tag {
        0xa3 => Extensions::read(&next.content).unwrap_or_else(|| {
            defects.push(Defect::Structure);
            Extensions::default()
        }),
        // The JDK ignores any other element here.
        _ => Extensions::default(),
    };
    if extensions.list.iter().any(|e| e.critical && !e.readable) {
        defects.push(Defect::UnreadableCriticalExtension);
    }
    let repeated = extensions.list.iter().enumerate().any(|(i, e)| {
        e.readable
            && extensions
                .list
                .iter()
                .take(i)
                .any(|earlier| earlier.readable && earlier.oid == e.oid)
    });
    if repeated {
        defects.push(Defect::DuplicateExtension);
    }
    let named_by_san = extensions
        .list
        .iter()
        .any(|e| e.readable && e.critical && e.oid == oid::SAN);
    if nameless && !named_by_san && version == 3 {
        defects.push(Defect::EmptySubject);
    }
    extensions
}
