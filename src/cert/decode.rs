//! From DER to [`Certificate`], as lenient as the JDK's reader, with what that reader would refuse listed as defects.
//!
//! # References
//! - [RFC 5280 §4.1](https://www.rfc-editor.org/rfc/rfc5280#section-4.1) for the form.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::extensions::Extensions;
use super::key::{KeyInfo, KeyKind, RsaSize};
use super::name::Name;
use super::tlv::{self as der, BIT_STRING, GENERALIZED_TIME, INTEGER, Reader, SEQUENCE, Tlv, UTC_TIME};
use super::{Certificate, Defect, Fingerprint, SerialNumber, Sha1Fingerprint, SignatureAlgorithm, UnixTime};

/// Why bytes are no certificate that could be shown and judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecodeError {
    /// The outermost structure is not SEQUENCE { tbsCertificate, signatureAlgorithm, signature }.
    #[error("not the structure of a certificate")]
    Outer,
    /// A field of the certificate's body is missing or has another type.
    #[error("a field of the certificate cannot be read")]
    Body,
    /// Subject or issuer is no name.
    #[error("a name in the certificate cannot be read")]
    Name,
    /// The dates cannot be read.
    #[error("the dates of the certificate cannot be read")]
    Dates,
}

/// Reads one certificate. Bytes after it are ignored, as the JDK ignores them.
///
/// # Errors
/// [`DecodeError`] where subject, issuer, dates or key cannot be told. What can be told although Java would refuse the
/// encoding is a [`Defect`] of the result instead.
pub fn decode(der: &Bytes) -> Result<Certificate, DecodeError> {
    let outer = Reader::new(der.clone())
        .take()
        .filter(|t| t.tag == SEQUENCE)
        .ok_or(DecodeError::Outer)?;
    let parts = der::elements(&outer.content).ok_or(DecodeError::Outer)?;
    let [tbs, outer_algorithm, signature] = parts.as_slice() else {
        return Err(DecodeError::Outer);
    };
    if tbs.tag != SEQUENCE || outer_algorithm.tag != SEQUENCE || signature.tag != BIT_STRING {
        return Err(DecodeError::Outer);
    }
    let mut defects = Vec::new();
    let mut body = Reader::new(tbs.content.clone());
    let version = match body.take_tag(0xa0) {
        Some(explicit) => {
            let number = der::only(&explicit.content)
                .and_then(|t| der::small_integer(&t.content))
                .ok_or(DecodeError::Body)?;
            u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1)
        }
        None => 1,
    };
    let serial = SerialNumber(body.take_tag(INTEGER).ok_or(DecodeError::Body)?.content.to_vec());
    let inner_algorithm = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    let issuer = take_name(&mut body)?;
    let (not_before, not_after) = take_validity(&mut body)?;
    let subject = take_name(&mut body)?;
    let spki = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?.raw;

    let extensions = take_extensions(&mut body, version, &mut defects);
    let (algorithm, algorithm_oid) = SignatureAlgorithm::from_der(&outer_algorithm.raw);
    let key = KeyInfo::from_spki(&spki).ok();
    if !key.as_ref().is_some_and(java_reads_key) {
        defects.push(Defect::UnreadableKey);
    }
    if !same_algorithm(outer_algorithm, &inner_algorithm) {
        defects.push(Defect::AlgorithmMismatch);
    }
    if issuer.is_empty() {
        defects.push(Defect::EmptyIssuer);
    }
    if subject.is_empty() && !critical_san_present(&extensions) && (version == 1 || !extensions.list.is_empty()) {
        defects.push(Defect::EmptySubject);
    }
    let signature = match signature.content.first() {
        Some(_) => signature.content.slice(1..),
        None => Bytes::new(),
    };
    Ok(Certificate {
        sha1: Sha1Fingerprint::of(&outer.raw),
        sha256: Fingerprint::of(&outer.raw),
        der: outer.raw,
        tbs: tbs.raw.clone(),
        spki,
        signature,
        version,
        serial,
        subject,
        issuer,
        not_before,
        not_after,
        key,
        algorithm,
        algorithm_oid,
        extensions,
        defects,
    })
}

fn take_name(body: &mut Reader) -> Result<Name, DecodeError> {
    let tlv = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    Name::from_bytes(tlv.raw).map_err(|_| DecodeError::Name)
}

fn take_validity(body: &mut Reader) -> Result<(UnixTime, UnixTime), DecodeError> {
    let validity = body.take_tag(SEQUENCE).ok_or(DecodeError::Body)?;
    let parts = der::elements(&validity.content).ok_or(DecodeError::Dates)?;
    let [not_before, not_after] = parts.as_slice() else {
        return Err(DecodeError::Dates);
    };
    let read = |tlv: &Tlv| match tlv.tag {
        UTC_TIME | GENERALIZED_TIME => {
            UnixTime::from_asn1(u32::from(tlv.tag), &tlv.content).map_err(|_| DecodeError::Dates)
        }
        _ => Err(DecodeError::Dates),
    };
    Ok((read(not_before)?, read(not_after)?))
}

/// What follows the key: unique identifiers and extensions, with the defects that the JDK's reader would find.
fn take_extensions(body: &mut Reader, version: u32, defects: &mut Vec<Defect>) -> Extensions {
    if !body.is_empty() && version == 1 {
        defects.push(Defect::ExtensionsInOldVersion);
    }
    for unique_id in [1u8, 2] {
        if body.peek().is_some_and(|tag| tag & 0xdf == 0x80 | unique_id) {
            let _ = body.take();
        }
    }
    if !body.is_empty() && version != 3 && version != 1 {
        defects.push(Defect::ExtensionsInOldVersion);
    }
    let Some(explicit) = body.take_tag(0xa3) else {
        return Extensions::default();
    };
    let Some(extensions) = Extensions::read(&explicit.content) else {
        defects.push(Defect::Structure);
        return Extensions::default();
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
    extensions
}

/// The limits of the JDK's RSA keys (`RSAKeyFactory.checkKeyLengths`, `RSAPublicKeyImpl.checkExponentRange`).
fn java_reads_key(key: &KeyInfo) -> bool {
    match &key.kind {
        KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. } => {
            let RsaSize {
                bits,
                exponent_bits,
                exponent,
            } = *size;
            bits > 504 && bits <= 16_384 && exponent.is_none_or(|e| e >= 3) && (bits <= 3072 || exponent_bits <= 64)
        }
        _ => true,
    }
}

fn critical_san_present(extensions: &Extensions) -> bool {
    extensions.san.is_some()
        && extensions
            .list
            .iter()
            .any(|e| e.readable && e.critical && e.oid == super::extensions::oid::SAN)
}

/// Same identifier and same parameters, where NULL and absent are the same.
fn same_algorithm(a: &Tlv, b: &Tlv) -> bool {
    let parts = |tlv: &Tlv| {
        der::elements(&tlv.content).map(|list| {
            list.into_iter()
                .filter(|t| t.raw.as_ref() != b"\x05\x00")
                .map(|t| t.raw)
                .collect::<Vec<_>>()
        })
    };
    parts(a) == parts(b)
}
