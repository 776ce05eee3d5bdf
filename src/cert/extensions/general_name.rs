//! Reads general names (RFC 5280 §4.2.1.6) of alternative names and name constraints.

use std::net::{Ipv4Addr, Ipv6Addr};

use bytes::Bytes;

use super::dns_name::strict_dns_name;
use super::{names, uri};
use crate::cert::name::{Name, ascii_text};
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::oid::dotted;
use crate::der::strict::encode;
use crate::der::tag::{OID, SEQUENCE};
use crate::num::colon_hex;

/// A general name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneralName {
    /// dNSName.
    Dns(String),
    /// iPAddress: 4 or 16 bytes, twice that in name constraints. An IPv4-mapped IPv6 address is
    /// stored as its 4 IPv4 bytes.
    Ip(Vec<u8>),
    /// rfc822Name.
    Email(String),
    /// uniformResourceIdentifier; in name constraints a host, or a domain with a leading dot.
    Uri(String),
    /// directoryName.
    Directory(Name),
    /// registeredID, dotted.
    RegisteredId(String),
    /// Any other kind.
    Other {
        /// Its context tag.
        tag: u8,
        /// Whether the JDK can list the certificate's alternative names despite this one. It cannot
        /// if one of them is an ediPartyName in DER.
        listable: bool,
    },
}

impl GeneralName {
    /// Whether it is an ediPartyName in which the JDK finds no party.
    #[must_use]
    pub fn lacks_edi_party(&self) -> bool {
        matches!(self, Self::Other { listable: false, .. })
    }

    /// Returns the kind as the report names it, and the name as text.
    #[must_use]
    pub fn describe(&self) -> (&'static str, String) {
        match self {
            Self::Dns(name) => ("dns", name.clone()),
            Self::Ip(bytes) => ("ip", ip_text(bytes)),
            Self::Email(name) => ("email", name.clone()),
            Self::Uri(name) => ("uri", name.clone()),
            Self::Directory(name) => ("directory", name.rfc4514()),
            Self::RegisteredId(oid) => ("other", oid.clone()),
            Self::Other { tag, .. } => ("other", format!("[{tag}]")),
        }
    }
}

/// Formats an IP address of 4 or 16 bytes, or an address and its mask; any other length as
/// hexadecimal.
#[must_use]
pub fn ip_text(bytes: &[u8]) -> String {
    let address = |b: &[u8]| -> Option<String> {
        if let Ok(v4) = <[u8; 4]>::try_from(b) {
            return Some(Ipv4Addr::from(v4).to_string());
        }
        <[u8; 16]>::try_from(b).ok().map(|v6| Ipv6Addr::from(v6).to_string())
    };
    if let Some(text) = address(bytes) {
        return text;
    }
    let (base, mask) = bytes.split_at(bytes.len() / 2);
    match (address(base), address(mask)) {
        (Some(base), Some(mask)) if base.len().min(mask.len()) > 0 => format!("{base}/{mask}"),
        _ => colon_hex(bytes),
    }
}

/// Reads one name. `constraint` means that it is part of name constraints, where URIs are hosts.
pub(super) fn general_name(tlv: &Tlv, constraint: bool) -> Option<GeneralName> {
    let text = || ascii_text(&tlv.content);
    Some(match tlv.tag {
        0xa0 => other_name(tlv)?,
        0x81 => GeneralName::Email(Some(text()).filter(|email| is_email(email))?),
        0x82 => GeneralName::Dns(text()),
        0xa3 => GeneralName::Other { tag: 3, listable: true },
        0xa4 => GeneralName::Directory(directory_name(&tlv.content)?),
        0xa5 => edi_party_name(tlv)?,
        0x86 if constraint => {
            let host = text();
            let name = host.strip_prefix('.').unwrap_or(&host);
            GeneralName::Uri(strict_dns_name(name).then(|| host.clone())?)
        }
        0x86 => GeneralName::Uri(Some(text()).filter(|uri| uri::is_readable(uri))?),
        0x87 => GeneralName::Ip(ip_bytes(&tlv.content)?),
        0x88 => GeneralName::RegisteredId(dotted(&tlv.content)?),
        _ => return None,
    })
}

/// Reads a directoryName. The tag is explicit, but some CAs leave out the SEQUENCE, and the JDK
/// reads the content as one then (`X500Name.parseDER`).
fn directory_name(content: &Bytes) -> Option<Name> {
    let explicit = Reader::new(content.clone()).take_tag(SEQUENCE);
    explicit
        .and_then(|inner| Name::from_bytes(inner.raw).ok())
        .or_else(|| Name::from_bytes(encode(SEQUENCE, &[content]).into()).ok())
}

/// Reads `value` as one SEQUENCE of names.
pub(super) fn general_names(value: &Bytes) -> Option<Vec<GeneralName>> {
    names_in(&lenient::only(value).filter(|tlv| tlv.tag == SEQUENCE)?.content)
}

/// Reads names one after another; `None` if one cannot be read or the list is empty.
pub(super) fn names_in(content: &Bytes) -> Option<Vec<GeneralName>> {
    let names: Option<Vec<_>> = lenient::elements(content)?
        .iter()
        .map(|tlv| general_name(tlv, false))
        .collect();
    names.filter(|names| !names.is_empty())
}

/// Whether the JDK accepts an email name (`RFC822Name.parseName`): the text after the first `@`
/// must not be empty or a single dot.
pub(crate) fn is_email(name: &str) -> bool {
    let domain = name.split_once('@').map_or(name, |(_, domain)| domain);
    !domain.is_empty() && domain != "."
}

/// Reads an otherName: a type and any value. If the type is an extension's identifier, the JDK
/// loads that extension's class for the name and fails.
fn other_name(tlv: &Tlv) -> Option<GeneralName> {
    let mut reader = Reader::new(tlv.content.clone());
    let kind = dotted(&reader.take_tag(OID)?.content)?;
    reader.take()?;
    (!names::is_known(&kind)).then_some(GeneralName::Other { tag: 0, listable: true })
}

/// Reads an ediPartyName. The JDK looks for its parts under primitive tags, which DER never uses.
fn edi_party_name(tlv: &Tlv) -> Option<GeneralName> {
    let parts = lenient::elements(&tlv.content)?;
    let mut party = false;
    for part in &parts {
        if matches!(part.tag, 0x80 | 0x81) {
            let text = Reader::new(part.content.clone()).take()?;
            party |= part.tag == 0x81 && matches!(text.tag, 12 | 19 | 20 | 22 | 27 | 28 | 30);
        }
    }
    matches!(parts.len(), 1 | 2).then_some(GeneralName::Other {
        tag: 5,
        listable: party,
    })
}

fn ip_bytes(bytes: &[u8]) -> Option<Vec<u8>> {
    let mapped = |v6: &[u8]| {
        <[u8; 16]>::try_from(v6)
            .ok()
            .and_then(|b| Ipv6Addr::from(b).to_ipv4_mapped())
    };
    match bytes.len() {
        4 | 8 => Some(bytes.to_vec()),
        16 => Some(mapped(bytes).map_or_else(|| bytes.to_vec(), |v4| v4.octets().to_vec())),
        32 => {
            let (base, mask) = bytes.split_at(16);
            let Some(v4) = mapped(base) else {
                return Some(bytes.to_vec());
            };
            let (high, low) = mask.split_at(12);
            high.iter().all(|b| *b == 0xff).then(|| [&v4.octets(), low].concat())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_directory_name_may_lack_its_sequence() {
        let rdn = b"\x31\x0a\x30\x08\x06\x03\x55\x04\x0a\x0c\x01A";
        let name = |content: &[u8]| {
            let tlv = lenient::only(&encode(0xa4, &[content]).into()).unwrap();
            match general_name(&tlv, false) {
                Some(GeneralName::Directory(name)) => Some(name.rfc4514()),
                _ => None,
            }
        };
        assert_eq!(name(&encode(SEQUENCE, &[rdn])).as_deref(), Some("O=A"));
        assert_eq!(
            name(rdn).as_deref(),
            Some("O=A"),
            "without the SEQUENCE, as the JDK reads it"
        );
        assert_eq!(name(&[]).as_deref(), Some(""));
        assert_eq!(name(b"\x0c\x01A"), None);
    }
}
