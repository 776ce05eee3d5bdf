//! Distinguished names: how they read, and when Java takes two of them for the same.
//!
//! In: the DER of an X.501 `Name`. Out: its attributes in the certificate's order, an RFC 4514 text, a short label,
//! and the canonical form by which the JDK compares names (`X500Principal.equals`). Hostile text is kept as it is:
//! whoever shows it makes control characters visible.

use std::fmt::Write as _;

use bytes::Bytes;
use thiserror::Error;
use x509_parser::prelude::FromDer as _;
use x509_parser::x509::X509Name;

/// A name that could not be read as an X.501 `Name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an X.501 name")]
pub struct NameError;

/// One attribute of a name, such as `CN=example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Object identifier in dotted form, such as `2.5.4.3`.
    pub oid: String,
    /// ASN.1 universal tag number of the value: 12 UTF8String, 19 PrintableString, 22 IA5String, 20 T61String, 30 BMPString.
    pub tag: u32,
    /// The value as text, undecodable bytes replaced; hexadecimal with a leading `#` where the value is no string.
    pub text: String,
    /// The value as it stands in the certificate, without tag and length.
    pub raw: Vec<u8>,
}

/// An X.501 name with the forms in which it is compared and shown.
#[derive(Clone, Debug)]
pub struct Name {
    der: Bytes,
    rdns: Vec<Vec<Attribute>>,
    canonical: String,
}

impl PartialEq for Name {
    /// Equality as the JDK has it: by canonical form.
    fn eq(&self, other: &Self) -> bool {
        self.canonical == other.canonical
    }
}

impl Eq for Name {}

/// Short names of attributes: dotted OID, keyword.
const KEYWORDS: [(&str, &str); 22] = [
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

/// The first nine of [`KEYWORDS`] are those of RFC 2253, which alone the JDK's canonical form knows.
const RFC2253_KEYWORDS: usize = 9;

impl Name {
    /// Reads a name.
    ///
    /// # Errors
    /// [`NameError`] where the bytes are no `Name` or something follows it.
    pub fn from_der(der: &[u8]) -> Result<Self, NameError> {
        Self::from_bytes(Bytes::copy_from_slice(der))
    }

    /// Reads a name that is part of a larger buffer, without copying it.
    ///
    /// # Errors
    /// As [`Name::from_der`].
    pub fn from_bytes(der: Bytes) -> Result<Self, NameError> {
        let (rest, parsed) = X509Name::from_der(&der).map_err(|_| NameError)?;
        if !rest.is_empty() {
            return Err(NameError);
        }
        let rdns: Vec<Vec<Attribute>> = parsed
            .iter_rdn()
            .map(|rdn| {
                rdn.iter()
                    .map(|attribute| {
                        let value = attribute.attr_value();
                        let tag = value.header.tag().0;
                        Attribute {
                            oid: attribute.attr_type().to_id_string(),
                            tag,
                            text: decode_text(tag, value.data),
                            raw: value.data.to_vec(),
                        }
                    })
                    .collect()
            })
            .collect();
        let canonical = canonical_form(&rdns);
        Ok(Self { der, rdns, canonical })
    }

    /// The name as it stands in the certificate.
    #[must_use]
    pub fn der(&self) -> &Bytes {
        &self.der
    }

    /// The relative distinguished names in the certificate's order, each with its attributes.
    #[must_use]
    pub fn rdns(&self) -> &[Vec<Attribute>] {
        &self.rdns
    }

    /// True where the name has no attribute at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rdns.is_empty()
    }

    /// The form by which the JDK compares names: as RFC 2253, lower case, blanks collapsed; values of other string
    /// types than PrintableString and UTF8String by their DER. (The JDK also applies Unicode NFKD, which is left out.)
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// All common names, in the certificate's order.
    pub fn common_names(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.rdns
            .iter()
            .flatten()
            .filter(|a| a.oid == "2.5.4.3")
            .map(|a| a.text.as_str())
    }

    /// The common name that the JDK takes for the host: of the last RDN that has one, the first.
    #[must_use]
    pub fn most_specific_common_name(&self) -> Option<&str> {
        let in_rdn = |rdn: &'_ Vec<Attribute>| rdn.iter().position(|a| a.oid == "2.5.4.3");
        let rdn = self.rdns.iter().rev().find(|rdn| in_rdn(rdn).is_some())?;
        rdn.get(in_rdn(rdn)?).map(|a| a.text.as_str())
    }

    /// True where the first RDNs of `other` are all of this name's.
    #[must_use]
    pub fn is_prefix_of(&self, other: &Self) -> bool {
        other
            .rdns
            .get(..self.rdns.len())
            .is_some_and(|head| canonical_form(head) == self.canonical)
    }

    /// The name as Java's messages print it (`X500Principal.toString`).
    #[must_use]
    pub fn java(&self) -> String {
        let attribute = |a: &Attribute| {
            let keyword = JAVA_KEYWORDS
                .iter()
                .find(|(oid, _)| *oid == a.oid)
                .map_or_else(|| format!("OID.{}", a.oid), |(_, k)| (*k).to_owned());
            format!("{keyword}={}", java_value(&a.text))
        };
        let rdns = self
            .rdns
            .iter()
            .rev()
            .map(|rdn| rdn.iter().map(attribute).collect::<Vec<_>>().join(" + "));
        rdns.collect::<Vec<_>>().join(", ")
    }

    /// What a person would call the holder: the common name, else the last organisational unit, else the organisation,
    /// else the whole name.
    #[must_use]
    pub fn label(&self) -> String {
        let last = |oid: &str| {
            self.rdns
                .iter()
                .flatten()
                .filter(|a| a.oid == oid && !a.text.is_empty())
                .next_back()
                .map(|a| a.text.clone())
        };
        last("2.5.4.3")
            .or_else(|| last("2.5.4.11"))
            .or_else(|| last("2.5.4.10"))
            .unwrap_or_else(|| self.rfc4514())
    }

    /// The name as [RFC 4514](https://www.rfc-editor.org/rfc/rfc4514) writes it: last attribute first, separated by commas.
    #[must_use]
    pub fn rfc4514(&self) -> String {
        let mut out = String::new();
        for (i, rdn) in self.rdns.iter().rev().enumerate() {
            if i > 0 {
                out.push(',');
            }
            for (j, attribute) in rdn.iter().enumerate() {
                if j > 0 {
                    out.push('+');
                }
                out.push_str(keyword(&attribute.oid).unwrap_or(&attribute.oid));
                out.push('=');
                escape_rfc4514(&attribute.text, &mut out);
            }
        }
        out
    }

    /// The name as openssl 3 prints it: certificate order, `C=US, O=Amazon`.
    #[must_use]
    pub fn openssl(&self) -> String {
        let attribute = |a: &Attribute| format!("{} = {}", keyword(&a.oid).unwrap_or(&a.oid), a.text);
        self.rdns
            .iter()
            .map(|rdn| rdn.iter().map(attribute).collect::<Vec<_>>().join(" + "))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

fn keyword(oid: &str) -> Option<&'static str> {
    KEYWORDS.iter().find(|(o, _)| *o == oid).map(|(_, k)| *k)
}

/// Decodes a string value by its tag; what is no string becomes `#` and hexadecimal.
fn decode_text(tag: u32, raw: &[u8]) -> String {
    match tag {
        12 | 18 | 19 | 22 | 26 => String::from_utf8_lossy(raw).into_owned(),
        // T61String is in practice Latin-1, as the JDK reads it.
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
        _ => hex_value(raw),
    }
}

fn hex_value(raw: &[u8]) -> String {
    let mut out = String::with_capacity(raw.len().saturating_mul(2).saturating_add(1));
    out.push('#');
    for byte in raw {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// A value as Java prints it: in quotes where it has a character that would mislead.
fn java_value(text: &str) -> String {
    let blank = |c: char| c == ' ' || c == '\n';
    let quote = text.starts_with(blank)
        || text.ends_with(blank)
        || text.contains("  ")
        || text.contains([',', '+', '=', '\n', '<', '>', '#', ';', '\\', '"']);
    if quote {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        text.to_owned()
    }
}

fn escape_rfc4514(text: &str, out: &mut String) {
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

/// The JDK's canonical form (`X500Name.getRFC2253CanonicalName`).
fn canonical_form(rdns: &[Vec<Attribute>]) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(rdns.len());
    for rdn in rdns.iter().rev() {
        let mut attributes: Vec<String> = rdn.iter().map(canonical_attribute).collect();
        attributes.sort();
        parts.push(attributes.join("+"));
    }
    parts.join(",")
}

fn canonical_attribute(attribute: &Attribute) -> String {
    let keyword = KEYWORDS
        .iter()
        .take(RFC2253_KEYWORDS)
        .find(|(oid, _)| *oid == attribute.oid)
        .map(|(_, keyword)| *keyword);
    match keyword {
        Some(keyword) if matches!(attribute.tag, 12 | 19) => {
            format!("{}={}", keyword.to_ascii_lowercase(), fold(&attribute.text))
        }
        // The tag is part of the DER, so that equal bytes of two string types stay different.
        _ => format!(
            "{}={:02x}{}",
            keyword.map_or_else(|| attribute.oid.clone(), str::to_ascii_lowercase),
            attribute.tag,
            hex_value(&attribute.raw)
        ),
    }
}

/// Trims, collapses blanks, folds case and escapes the separators of the canonical form.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.trim().chars() {
        if matches!(c, ' ' | '\n' | '\r' | '\t') {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push(' ');
        }
        if matches!(c, ',' | '+' | '\\' | '=') {
            out.push('\\');
        }
        out.extend(c.to_uppercase().flat_map(char::to_lowercase));
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// `Name` with one RDN an attribute.
    fn name(attributes: &[(&[u8], u8, &[u8])]) -> Name {
        let tlv = |tag: u8, content: &[u8]| {
            let mut v = vec![tag, u8::try_from(content.len()).unwrap()];
            v.extend_from_slice(content);
            v
        };
        let body: Vec<u8> = attributes
            .iter()
            .flat_map(|(oid, tag, value)| {
                let mut pair = tlv(6, oid);
                pair.extend(tlv(*tag, value));
                tlv(0x31, &tlv(0x30, &pair))
            })
            .collect();
        Name::from_der(&tlv(0x30, &body)).unwrap()
    }
    const CN: &[u8] = &[0x55, 4, 3];
    const O: &[u8] = &[0x55, 4, 10];
    const SERIAL: &[u8] = &[0x55, 4, 5];

    #[test]
    fn compares_without_case_and_repeated_blanks_across_two_string_types() {
        let a = name(&[(O, 19, b"Amazon  Trust"), (CN, 12, b" Root CA ")]);
        assert_eq!(a, name(&[(O, 12, b"AMAZON trust"), (CN, 19, b"root ca")]));
        assert_ne!(
            a,
            name(&[(CN, 19, b"root ca"), (O, 12, b"AMAZON trust")]),
            "order counts"
        );
    }

    #[test]
    fn other_string_types_and_attributes_compare_by_their_bytes() {
        assert_ne!(name(&[(CN, 20, b"a")]), name(&[(CN, 12, b"a")]));
        assert_ne!(name(&[(SERIAL, 19, b"A1")]), name(&[(SERIAL, 19, b"a1")]));
        assert_eq!(name(&[(SERIAL, 19, b"A1")]), name(&[(SERIAL, 19, b"A1")]));
    }

    #[test]
    fn reads_as_rfc_4514_and_by_label() {
        let n = name(&[(O, 19, b"A, B"), (CN, 30, &[0, 0x52, 0, 0x31])]);
        assert_eq!(n.rfc4514(), "CN=R1,O=A\\, B");
        assert_eq!(n.label(), "R1");
        assert_eq!(n.openssl(), "O = A, B, CN = R1");
        assert_eq!(name(&[(O, 19, b"Only O")]).label(), "Only O");
        assert!(Name::from_der(b"\x30\x00").unwrap().is_empty());
        assert!(Name::from_der(b"\x30\x01").is_err());
    }
}
