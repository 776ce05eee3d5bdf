//! Classifies ASN.1 objects by their outline.
//!
//! It reads headers and tags only, a bounded number of them. A certificate is one whole SEQUENCE of
//! the declared length that contains SEQUENCE, SEQUENCE, BIT STRING. [`crate::cert`] decodes
//! certificates.

use crate::der::header::{header, split};
use crate::der::tag::{BIT_STRING, CONTEXT_0, INTEGER, OID, SEQUENCE};
use crate::ingest::report::dropped::CmsContent;

/// OID 1.2.840.113549.1.7.2, signedData ([RFC 5652
/// §5.1](https://www.rfc-editor.org/rfc/rfc5652#section-5.1)).
pub(crate) const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// The content types of CMS, and what they are.
const CMS: [(&[u8], CmsContent); 6] = [
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03],
        CmsContent::EnvelopedData,
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x05],
        CmsContent::DigestedData,
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x06],
        CmsContent::EncryptedData,
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x02],
        CmsContent::AuthenticatedData,
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x09],
        CmsContent::CompressedData,
    ),
    (
        &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17],
        CmsContent::EnvelopedData,
    ),
];

/// Returns the content of the CMS object at the start of `data`, if that contains no certificates
/// of a server: not SignedData. Indefinite lengths are accepted.
pub(crate) fn cms(data: &[u8]) -> Option<CmsContent> {
    let outer = header(data).ok().filter(|head| head.tag == SEQUENCE)?;
    let content = data.get(outer.size..)?;
    let first = header(content).ok()?;
    let inside = content.get(first.size..)?;
    match first.tag {
        OID => {
            let oid = inside.get(..first.len?)?;
            CMS.iter().find(|(known, _)| *known == oid).map(|(_, content)| *content)
        }
        // TimeStampResp: PKIStatusInfo, then a SignedData (RFC 3161 §2.4.2).
        SEQUENCE if matches!(inside, [INTEGER, 1, 0..=5, ..]) => {
            let token = content.get(first.total()?..)?;
            let token = token.get(header(token).ok().filter(|head| head.tag == SEQUENCE)?.size..)?;
            matches!(token, [OID, 9, oid @ ..] if oid.starts_with(SIGNED_DATA)).then_some(CmsContent::TimeStamp)
        }
        _ => None,
    }
}

/// The kind of an object, according to its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Certificate,
    Request,
    Crl,
    PublicKey,
    Pkcs7,
    Pkcs12,
    Parameters,
    /// Explicit parameters of an elliptic curve.
    Curve,
    AttributeCertificate,
    Other,
    /// The inner lengths do not match the outer length.
    Inconsistent,
}

/// Classifies one whole element with definite length.
pub(crate) fn classify(der: &[u8]) -> Shape {
    let Some((SEQUENCE, content, rest)) = split(der) else {
        return Shape::Inconsistent;
    };
    if !rest.is_empty() {
        return Shape::Inconsistent;
    }
    let Some((tag, first, rest)) = split(content) else {
        return if content.is_empty() {
            Shape::Other
        } else {
            Shape::Inconsistent
        };
    };
    match tag {
        OID if first == SIGNED_DATA => Shape::Pkcs7,
        INTEGER if first == [3] && rest.first() == Some(&SEQUENCE) => Shape::Pkcs12,
        INTEGER if first == [1] && is_field(rest) => Shape::Curve,
        INTEGER if rest.first() == Some(&INTEGER) => match split(rest) {
            Some((_, _, [])) => Shape::PublicKey,
            Some(_) => Shape::Parameters,
            None => Shape::Inconsistent,
        },
        SEQUENCE => signed(first, rest),
        _ => Shape::Other,
    }
}

/// Returns whether this is the field of a curve: SEQUENCE { OID 1.2.840.10045.1.x, … }.
fn is_field(rest: &[u8]) -> bool {
    const FIELD: &[u8] = &[OID, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x01];
    split(rest).is_some_and(|(tag, content, _)| tag == SEQUENCE && content.starts_with(FIELD))
}

/// Classifies objects that begin with a SEQUENCE: signed ones and SubjectPublicKeyInfo.
fn signed(first: &[u8], rest: &[u8]) -> Shape {
    match split(rest) {
        Some((BIT_STRING, _, [])) if first.first() == Some(&OID) => Shape::PublicKey,
        Some((SEQUENCE, _, last)) => match split(last) {
            Some((BIT_STRING, _, [])) => to_be_signed(first),
            Some(_) => Shape::Other,
            None if last.is_empty() => Shape::Other,
            None => Shape::Inconsistent,
        },
        Some(_) => Shape::Other,
        None if rest.is_empty() => Shape::Other,
        None => Shape::Inconsistent,
    }
}

/// Classifies signed objects by their first fields. Certificate, request, CRL and attribute
/// certificate have the same outline.
fn to_be_signed(tbs: &[u8]) -> Shape {
    let Some((tag, _, rest)) = split(tbs) else {
        return Shape::Inconsistent;
    };
    let second = rest.first().copied();
    let second_content = split(rest).map(|(_, content, _)| content).unwrap_or_default();
    let third = split(rest).map(|(_, _, rest)| rest).unwrap_or_default();
    let fourth = split(third).map(|(_, _, rest)| rest).unwrap_or_default();
    let is_time = |byte: Option<&u8>| matches!(byte, Some(0x17 | 0x18));
    match (tag, second) {
        (CONTEXT_0, _) => Shape::Certificate,
        // CertificationRequestInfo: version, then a Name (SET inside, or empty) and no
        // AlgorithmIdentifier.
        (INTEGER, Some(SEQUENCE)) if second_content.first() != Some(&OID) => {
            // In AttributeCertificateInfo this is the holder, whose fields have context tags.
            if second_content.first().is_some_and(|tag| tag & 0xc0 == 0x80) {
                Shape::AttributeCertificate
            } else {
                Shape::Request
            }
        }
        (INTEGER, Some(SEQUENCE)) if is_time(fourth.first()) => Shape::Crl,
        (SEQUENCE, Some(SEQUENCE)) if is_time(third.first()) => Shape::Crl,
        _ => Shape::Certificate,
    }
}

/// Returns whether `start` can be the first bytes of an object that is worth decoding further.
pub(crate) fn promising(start: &[u8]) -> Option<Promise> {
    let outer = header(start).ok().filter(|head| head.tag == SEQUENCE)?;
    let inner = header(start.get(outer.size..)?).ok()?;
    let fits = match (outer.len, inner.total()) {
        (Some(outer), Some(inner)) => inner <= outer,
        _ => true,
    };
    if !fits {
        return None;
    }
    let inside = start.get(outer.size + inner.size..)?;
    match inner.tag {
        OID if inside.starts_with(SIGNED_DATA) => Some(Promise::Strong),
        SEQUENCE if outer.len.is_some() => match inside {
            // version [0] EXPLICIT INTEGER
            [CONTEXT_0, 3, INTEGER, 1, _, ..] => Some(Promise::Strong),
            // An INTEGER (v1 certificate, request, CRL), an AlgorithmIdentifier (CRL v1) or an OID
            // (public key).
            [INTEGER, 1..=21, ..] | [SEQUENCE, 3..=0x40, OID, ..] | [OID, 3..=12, ..] => Some(Promise::Weak),
            _ => None,
        },
        INTEGER if inner.len == Some(1) && inside.first() == Some(&3) => Some(Promise::Weak),
        _ => None,
    }
}

/// How certain it is that the first bytes begin an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Certain enough to report an incomplete object.
    Strong,
    /// Worth decoding; an incomplete object is ignored.
    Weak,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn giant_lengths_do_not_overflow() {
        let giant = [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x84, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(split(&giant), None);
        assert_eq!(classify(&giant), Shape::Inconsistent);
    }

    #[test]
    fn outlines() {
        // SEQUENCE { SEQUENCE { [0] { INTEGER 2 } }, SEQUENCE {}, BIT STRING }
        let certificate = [0x30, 12, 0x30, 5, 0xa0, 3, 2, 1, 2, 0x30, 0, 0x03, 1, 0];
        assert_eq!(classify(&certificate), Shape::Certificate);
        assert_eq!(
            classify(&certificate[..13]),
            Shape::Inconsistent,
            "one byte fewer than declared"
        );
        assert_eq!(
            classify(&[&certificate[..], &[0]].concat()),
            Shape::Inconsistent,
            "one byte more"
        );
        assert_eq!(classify(&[0x30, 3, 2, 1, 3]), Shape::Other);
        assert_eq!(classify(&[0x30, 5, 2, 1, 3, 0x30, 0]), Shape::Pkcs12);
    }
}
