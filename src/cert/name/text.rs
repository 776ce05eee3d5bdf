//! Text forms of names: RFC 4514, openssl's and Java's.

use std::borrow::Cow;

use super::attribute::Attribute;
use crate::der::header::push_header;
use crate::num::push_hex;

/// Short names of attributes: dotted OID, keyword.
pub(super) const KEYWORDS: [(&str, &str); 22] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.9", "STREET"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("1.2.840.113549.1.9.1", "emailAddress"),
    ("2.5.4.5", "serialNumber"),
    ("2.5.4.4", "SN"),
    ("2.5.4.42", "GN"),
    ("2.5.4.12", "title"),
    ("2.5.4.17", "postalCode"),
    ("2.5.4.15", "businessCategory"),
    ("2.5.4.97", "organizationIdentifier"),
    ("2.5.4.46", "dnQualifier"),
    ("1.3.6.1.4.1.311.60.2.1.1", "jurisdictionL"),
    ("1.3.6.1.4.1.311.60.2.1.2", "jurisdictionST"),
    ("1.3.6.1.4.1.311.60.2.1.3", "jurisdictionC"),
    ("2.5.4.13", "description"),
];

/// The keywords that Java's messages use.
const JAVA_KEYWORDS: [(&str, &str); 17] = [
    ("2.5.4.3", "CN"),
    ("2.5.4.6", "C"),
    ("2.5.4.7", "L"),
    ("2.5.4.8", "ST"),
    ("2.5.4.10", "O"),
    ("2.5.4.11", "OU"),
    ("2.5.4.12", "T"),
    ("2.5.4.9", "STREET"),
    ("0.9.2342.19200300.100.1.25", "DC"),
    ("2.5.4.46", "DNQ"),
    ("2.5.4.4", "SURNAME"),
    ("2.5.4.42", "GIVENNAME"),
    ("2.5.4.43", "INITIALS"),
    ("2.5.4.44", "GENERATION"),
    ("1.2.840.113549.1.9.1", "EMAILADDRESS"),
    ("0.9.2342.19200300.100.1.1", "UID"),
    ("2.5.4.5", "SERIALNUMBER"),
];

/// Returns the usual keyword of an attribute; `None` if it is not in the table.
pub(super) fn keyword(oid: &str) -> Option<&'static str> {
    KEYWORDS.iter().find(|(o, _)| *o == oid).map(|(_, k)| *k)
}

/// Decodes bytes as ASCII, with U+FFFD for every other byte.
pub(crate) fn ascii_text(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(text) if text.is_ascii() => text.to_owned(),
        _ => {
            let replaced = |b: &u8| {
                if b.is_ascii() {
                    char::from(*b)
                } else {
                    char::REPLACEMENT_CHARACTER
                }
            };
            raw.iter().map(replaced).collect()
        }
    }
}

/// Decodes a string value by its tag; a value of another type becomes `#` and the hexadecimal of
/// its DER. Like the JDK's `getName`, reads UTF-8 in a PrintableString or IA5String, which some CAs
/// write.
pub(super) fn decode_text(tag: u32, raw: &[u8]) -> String {
    match tag {
        12 | 19 | 22 | 27 => String::from_utf8_lossy(raw).into_owned(),
        18 | 26 => ascii_text(raw),
        // In practice a T61String is Latin-1, and the JDK reads it so.
        20 => raw.iter().copied().map(char::from).collect(),
        30 => {
            let units = raw.chunks(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0xFFFD,
            });
            char::decode_utf16(units)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        28 => raw
            .chunks(4)
            .map(|quad| match quad {
                [a, b, c, d] => {
                    char::from_u32(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                _ => char::REPLACEMENT_CHARACTER,
            })
            .collect(),
        _ => hex_of_der(tag, raw),
    }
}

/// Returns `#` and the hexadecimal of a value with its tag and length.
fn hex_of_der(tag: u32, raw: &[u8]) -> String {
    let mut der = Vec::with_capacity(raw.len().saturating_add(6));
    push_header(&mut der, u8::try_from(tag).unwrap_or(0), raw.len());
    der.extend_from_slice(raw);
    hex_value(&der)
}

fn hex_value(raw: &[u8]) -> String {
    let mut out = String::with_capacity(raw.len().saturating_mul(2).saturating_add(1));
    push_hex_value(raw, &mut out);
    out
}

/// Appends `#` and hexadecimal.
pub(super) fn push_hex_value(raw: &[u8], out: &mut String) {
    out.push('#');
    for byte in raw {
        push_hex(out, *byte);
    }
}

impl Attribute {
    /// Returns the value as the JDK's `toString` and its host name check read it: a PrintableString
    /// or IA5String as ASCII.
    #[must_use]
    pub fn java_text(&self) -> Cow<'_, str> {
        match self.tag {
            19 | 22 | 27 if !self.text.is_ascii() => Cow::Owned(ascii_text(&self.raw)),
            _ => Cow::Borrowed(&self.text),
        }
    }
}

/// Formats an attribute as Java's messages do (`AVA.toString`): text in quotes if it has a special
/// character, other values as the hexadecimal of their DER.
pub(super) fn java_attribute(attribute: &Attribute) -> String {
    let keyword = JAVA_KEYWORDS
        .iter()
        .find(|(oid, _)| *oid == attribute.oid)
        .map(|(_, keyword)| (*keyword).to_owned());
    let keyword = keyword.unwrap_or_else(|| format!("OID.{}", attribute.oid));
    if !attribute.is_text_for_java() {
        return format!("{keyword}={}", hex_of_der(attribute.tag, &attribute.raw));
    }
    let text = attribute.java_text();
    let text = text.as_ref();
    let is_blank = |c: char| c == ' ' || c == '\n';
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let quote = text.starts_with(is_blank)
        || text.ends_with(is_blank)
        || text.contains("  ")
        || text.contains([',', '+', '=', '\n', '<', '>', '#', ';', '\\', '"']);
    let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    match inner {
        // A value that is already in quotes keeps them.
        Some(inner) => format!("{keyword}=\"{}\"", escaped(inner)),
        None if quote => format!("{keyword}=\"{}\"", escaped(text)),
        None => format!("{keyword}={text}"),
    }
}

pub(super) fn escape_rfc4514(text: &str, out: &mut String) {
    let last = text.chars().count().saturating_sub(1);
    for (i, c) in text.chars().enumerate() {
        let edge_blank = c == ' ' && (i == 0 || i == last);
        if edge_blank || matches!(c, ',' | '+' | '"' | '\\' | '<' | '>' | ';') || (c == '#' && i == 0) {
            out.push('\\');
        }
        if c == '\0' {
            out.push_str("\\00");
        } else {
            out.push(c);
        }
    }
}
