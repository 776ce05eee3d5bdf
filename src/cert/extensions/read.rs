//! Reads each kind of extension, as leniently as the JDK's class for that kind.

use bytes::Bytes;

use super::general_name::{GeneralName, general_name, names_in};
use super::values::{AuthorityKeyId, BasicConstraints, KeyUsage, NameConstraints, PolicyConstraints, Subtree};
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::oid::dotted;
use crate::der::tag::{BIT_STRING, BOOLEAN, INTEGER, OCTET_STRING, OID, SEQUENCE};

pub(super) fn tagged(value: &Bytes, tag: u8) -> Option<Tlv> {
    lenient::only(value).filter(|tlv| tlv.tag == tag)
}

/// Reads basic constraints. If the first element is not a BOOLEAN, the JDK stops there and treats
/// the certificate as no CA.
pub(super) fn basic_constraints(value: &Bytes) -> Option<BasicConstraints> {
    let mut reader = Reader::new(tagged(value, SEQUENCE)?.content);
    let mut constraints = BasicConstraints {
        ca: false,
        path_len: None,
    };
    if reader.is_empty() {
        return Some(constraints);
    }
    let first = reader.take()?;
    if first.tag != BOOLEAN {
        return Some(constraints);
    }
    constraints.ca = lenient::boolean(&first.content)?;
    if !reader.is_empty() {
        constraints.path_len = Some(lenient::int(&reader.take_tag(INTEGER)?.content)?);
    }
    Some(constraints)
}

/// Reads key usage. Like the JDK, accepts a second OCTET STRING around the bits.
pub(super) fn key_usage(value: &Bytes) -> Option<KeyUsage> {
    let inner = match value.first() {
        Some(&OCTET_STRING) => tagged(value, OCTET_STRING)?.content,
        _ => value.clone(),
    };
    let bytes = lenient::bits(&tagged(&inner, BIT_STRING)?.content)?;
    let mut bits = 0u16;
    for (i, byte) in bytes.iter().take(2).enumerate() {
        bits |= u16::from(byte.reverse_bits()) << (8 * i);
    }
    Some(KeyUsage(bits & 0x1ff))
}

pub(super) fn netscape_cert_type(value: &Bytes) -> Option<u8> {
    let bytes = lenient::bits(&tagged(value, BIT_STRING)?.content)?;
    Some(bytes.first().copied().unwrap_or(0))
}

pub(super) fn oid_list(value: &Bytes) -> Option<Vec<String>> {
    lenient::sequence(value)?.iter().map(identifier).collect()
}

fn identifier(tlv: &Tlv) -> Option<String> {
    if tlv.tag == OID { dotted(&tlv.content) } else { None }
}

pub(super) fn authority_key_id(value: &Bytes) -> Option<AuthorityKeyId> {
    let mut out = AuthorityKeyId::default();
    let mut named = false;
    for tlv in lenient::sequence(value)? {
        match tlv.tag {
            0x80 if out.key_id.is_none() => out.key_id = Some(tlv.content.to_vec()),
            0xa1 if !named => {
                names_in(&tlv.content)?;
                named = true;
            }
            0x82 if out.serial.is_none() && !tlv.content.is_empty() => out.serial = Some(tlv.content.to_vec()),
            _ => return None,
        }
    }
    Some(out)
}

pub(super) fn name_constraints(value: &Bytes) -> Option<NameConstraints> {
    let mut out = NameConstraints::default();
    for part in lenient::sequence(value)? {
        let subtrees = || {
            lenient::elements(&part.content)?
                .iter()
                .map(subtree)
                .collect::<Option<Vec<_>>>()
        };
        match part.tag {
            0xa0 if out.permitted.is_none() => out.permitted = Some(subtrees()?),
            0xa1 if out.excluded.is_none() => out.excluded = Some(subtrees()?),
            _ => return None,
        }
    }
    Some(out)
}

fn subtree(tlv: &Tlv) -> Option<Subtree> {
    if tlv.tag != SEQUENCE {
        return None;
    }
    let mut reader = Reader::new(tlv.content.clone());
    let base = general_name(&reader.take()?, true)?;
    let (mut minimum, mut maximum) = (0, -1);
    while !reader.is_empty() {
        let distance = reader.take()?;
        match distance.tag {
            0x80 => minimum = lenient::int(&distance.content)?,
            0x81 => maximum = lenient::int(&distance.content)?,
            _ => return None,
        }
    }
    Some(Subtree {
        base,
        minimum: minimum != 0,
        maximum: maximum != -1,
    })
}

pub(super) fn policies(value: &Bytes) -> Option<Vec<(String, bool)>> {
    let policy = |info: &Tlv| {
        let mut reader = Reader::new((info.tag == SEQUENCE).then(|| info.content.clone())?);
        let policy = identifier(&reader.take()?)?;
        if reader.is_empty() {
            return Some((policy, false));
        }
        let qualifiers = lenient::elements(&reader.take_tag(SEQUENCE)?.content)?;
        qualifiers.iter().try_for_each(policy_qualifier)?;
        (!qualifiers.is_empty()).then_some((policy, true))
    };
    lenient::sequence(value)?.iter().map(policy).collect()
}

/// Reads a `PolicyQualifierInfo`: an identifier, then any content.
fn policy_qualifier(tlv: &Tlv) -> Option<()> {
    let mut reader = Reader::new((tlv.tag == SEQUENCE).then(|| tlv.content.clone())?);
    identifier(&reader.take()?).map(drop)
}

pub(super) fn policy_mappings(value: &Bytes) -> Option<Vec<(String, String)>> {
    let pair = |pair: &Tlv| {
        let mut reader = Reader::new((pair.tag == SEQUENCE).then(|| pair.content.clone())?);
        Some((identifier(&reader.take()?)?, identifier(&reader.take()?)?))
    };
    lenient::sequence(value)?.iter().map(pair).collect()
}

pub(super) fn policy_constraints(value: &Bytes) -> Option<PolicyConstraints> {
    let mut out = PolicyConstraints::default();
    for tlv in lenient::sequence(value)? {
        let number = Some(lenient::int(&tlv.content)?);
        match tlv.tag {
            0x80 if out.require_explicit.is_none_or(|n| n == -1) => out.require_explicit = number,
            0x81 if out.inhibit_mapping.is_none_or(|n| n == -1) => out.inhibit_mapping = number,
            _ => return None,
        }
    }
    Some(out)
}

pub(super) fn skip_certs(value: &Bytes) -> Option<i64> {
    lenient::int(&tagged(value, INTEGER)?.content).filter(|skip| *skip >= -1)
}

/// Reads the URLs under caIssuers. Every entry must start with a method and a name; the rest of it
/// is ignored.
pub(super) fn access_locations(value: &Bytes) -> Option<Vec<String>> {
    let mut out = Vec::new();
    for access in lenient::sequence(value)? {
        let mut reader = Reader::new(access.content);
        let method = identifier(&reader.take()?)?;
        let location = general_name(&reader.take()?, false)?;
        if let (GeneralName::Uri(uri), "1.3.6.1.5.5.7.48.2") = (location, method.as_str()) {
            out.push(uri);
        }
    }
    Some(out)
}
