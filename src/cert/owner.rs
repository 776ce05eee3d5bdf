//! Reads the subject of a certificate request and the issuer of a revocation list, as leniently as
//! a certificate.
//!
//! # References
//! - [RFC 2986 §4](https://www.rfc-editor.org/rfc/rfc2986#section-4), [RFC 5280
//!   §5.1](https://www.rfc-editor.org/rfc/rfc5280#section-5.1)

use bytes::Bytes;

use super::name::Name;
use crate::der::lenient::Reader;
use crate::der::tag::{INTEGER, SEQUENCE};

/// Returns the subject of a certificate request; `None` if it cannot be read or is empty.
#[must_use]
pub fn request_subject(der: &Bytes) -> Option<Name> {
    let mut info = signed_part(der)?;
    info.take_tag(INTEGER)?;
    take_name(&mut info)
}

/// Returns the issuer of a certificate revocation list; `None` if it cannot be read or is empty.
#[must_use]
pub fn list_issuer(der: &Bytes) -> Option<Name> {
    let mut list = signed_part(der)?;
    list.take_tag(INTEGER);
    list.take_tag(SEQUENCE)?;
    take_name(&mut list)
}

fn signed_part(der: &Bytes) -> Option<Reader> {
    let outer = Reader::new(der.clone()).take_tag(SEQUENCE)?;
    let inner = Reader::new(outer.content).take_tag(SEQUENCE)?;
    Some(Reader::new(inner.content))
}

fn take_name(fields: &mut Reader) -> Option<Name> {
    let name = Name::from_bytes(fields.take_tag(SEQUENCE)?.raw).ok()?;
    (!name.is_empty()).then_some(name)
}
