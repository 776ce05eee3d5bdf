//! Why the JDK cannot read alternative names or extended usages. Newer releases report this text
//! if they are the leaf's.
//!
//! # References
//! - JDK 21, `DerValue`, `GeneralNames`, `GeneralName`, `ExtendedKeyUsageExtension`.

use bytes::Bytes;

use super::general_name::general_name;
use super::names::oid;
use super::uri;
use crate::cert::name::ascii_text;
use crate::der::lenient::{Reader, Tlv};
use crate::der::tag::{OID, SEQUENCE};

/// Returns the text of the JDK's exception for a value that it cannot read: the alternative names,
/// or else the extended usages.
pub(crate) fn unreadable_reason(kind: &str, value: &Bytes) -> String {
    let names = kind == oid::SAN;
    let mut reader = Reader::new(value.clone());
    let reason = match reader.take() {
        None if value.is_empty() => "Too short",
        None => "not enough content",
        Some(_) if !reader.is_empty() => "extra data at the end",
        Some(list) if list.tag != SEQUENCE && names => "Invalid encoding for GeneralNames.",
        Some(list) if list.tag != SEQUENCE => "Invalid encoding for ExtendedKeyUsageExtension.",
        Some(list) if list.content.is_empty() => "No data available in passed DER encoded value.",
        Some(list) => return first_unreadable(list.content, names),
    };
    reason.to_owned()
}

fn first_unreadable(content: Bytes, names: bool) -> String {
    let mut reader = Reader::new(content);
    while let Some(item) = reader.take() {
        if names && general_name(&item, false).is_none() {
            return name_reason(&item);
        }
        if !names && item.tag != OID {
            return ["DerValue.getOID, not an OID ", &item.tag.to_string()].concat();
        }
    }
    "not enough content".to_owned()
}

fn name_reason(name: &Tlv) -> String {
    let number = name.tag & 0x1f;
    // The tag must be that of the context, and primitive or constructed as the kind requires.
    let form = name.tag & 0xe0;
    let text = ascii_text(&name.content);
    let reason = match (number, form) {
        (1, 0x80) if text.is_empty() => "RFC822Name may not be null or empty",
        (1, 0x80) if text.ends_with('@') => "RFC822Name may not end with @",
        (1, 0x80) => "RFC822Name domain may not be just .",
        (1, _) => "Invalid encoding of RFC822 name",
        (2, _) => "Invalid encoding of DNSName",
        (4, _) => "Invalid encoding of Directory name",
        (5, _) => "party cannot be missing",
        (6, 0x80) if text.contains(':') || text.contains(' ') => return [uri::rejection(&text), &text].concat(),
        (6, 0x80) => return ["URI name must include scheme:", &text].concat(),
        (6, _) => "Invalid encoding of URI",
        (7, 0x80) => "Invalid IPAddressName",
        (7, _) => "Invalid encoding of IP address",
        _ => return ["Unrecognized GeneralName tag, (", &number.to_string(), ")"].concat(),
    };
    reason.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::der::strict::encode;

    #[test]
    fn says_what_the_jdk_says() {
        let san = |value: &'static [u8]| unreadable_reason(oid::SAN, &Bytes::from_static(value));
        assert_eq!(san(b""), "Too short");
        assert_eq!(san(b"\x30\x05\x82"), "not enough content");
        assert_eq!(san(b"\x30\x03\x82\x01a\x05\x00"), "extra data at the end");
        assert_eq!(san(b"\x30\x00"), "No data available in passed DER encoded value.");
        assert_eq!(san(b"\x05\x00"), "Invalid encoding for GeneralNames.");
        assert_eq!(san(b"\x30\x03\x89\x01x"), "Unrecognized GeneralName tag, (9)");
        assert_eq!(san(b"\x30\x03\x16\x01x"), "Unrecognized GeneralName tag, (22)");
        assert_eq!(san(b"\x30\x04\x86\x02/a"), "URI name must include scheme:/a");
        for (uri, text) in [
            ("http://a b/", "invalid URI name:"),
            ("http://[::1%a-b]/", "invalid URI name:"),
            ("http://[1::2::3]/", "invalid URI name:"),
            (
                "http://[::1%a_b]/",
                "invalid URI name (host portion is not a valid IPv6 address):",
            ),
            (
                "http://a.example.:80/",
                "invalid URI name (host portion is not a valid DNSName, IPv4 address, or IPv6 address):",
            ),
        ] {
            let value = encode(SEQUENCE, &[&encode(0x86, &[uri.as_bytes()])]);
            assert_eq!(unreadable_reason(oid::SAN, &value.into()), [text, uri].concat());
        }
        assert_eq!(san(b"\x30\x04\x81\x02a@"), "RFC822Name may not end with @");
        let usage = |value: &'static [u8]| unreadable_reason(oid::EXTENDED_KEY_USAGE, &Bytes::from_static(value));
        assert_eq!(usage(b"\x30\x03\x02\x01\x01"), "DerValue.getOID, not an OID 2");
        assert_eq!(usage(b"\x05\x00"), "Invalid encoding for ExtendedKeyUsageExtension.");
    }
}
