//! Distinguished names: reads them, formats them, and compares them as Java does.
//!
//! Input: the bytes of an X.501 `Name`, read as leniently as the JDK does (an RDN may be empty, and
//! any value type is accepted). Output: the attributes in the certificate's order, an RFC 4514
//! text, a short label, and the canonical form that the JDK compares names by
//! (`X500Principal.equals`). Hostile text is kept unchanged: the code that shows it must make
//! hidden characters visible.

mod attribute;
mod decompose;
mod fold;
mod text;

use bytes::Bytes;
use thiserror::Error;

use crate::der::lenient::{self, Reader, Tlv};
use crate::der::oid::dotted;
use crate::der::tag::{OID, SEQUENCE, SET};
pub use attribute::Attribute;
pub(crate) use decompose::{compose, is_nfkc};
use fold::canonical_form;
pub(crate) use text::ascii_text;
use text::{decode_text, escape_rfc4514, java_attribute, keyword};

/// A name that could not be read as an X.501 `Name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an X.501 name")]
pub struct NameError;

/// An X.501 name, with the canonical form that comparisons use.
#[derive(Clone, Debug)]
pub struct Name {
    der: Bytes,
    rdns: Vec<Vec<Attribute>>,
    canonical: String,
}

impl PartialEq for Name {
    /// The JDK's equality: the same number of relative names and the same canonical form.
    fn eq(&self, other: &Self) -> bool {
        self.rdns.len() == other.rdns.len() && self.canonical == other.canonical
    }
}

impl Eq for Name {}

/// Common name.
const COMMON_NAME: &str = "2.5.4.3";

impl Name {
    /// Reads a name.
    ///
    /// # Errors
    /// [`NameError`] if the bytes are no `Name`, or more bytes follow it.
    pub fn from_der(der: &[u8]) -> Result<Self, NameError> {
        Self::from_bytes(Bytes::copy_from_slice(der))
    }

    /// Reads a name that is part of a larger buffer, without copying it.
    ///
    /// # Errors
    /// The same as [`Name::from_der`].
    pub fn from_bytes(der: Bytes) -> Result<Self, NameError> {
        let relative_names = lenient::sequence(&der).ok_or(NameError)?;
        let rdns: Option<Vec<_>> = relative_names.iter().map(attributes).collect();
        let rdns = rdns.ok_or(NameError)?;
        let canonical = canonical_form(&rdns);
        Ok(Self { der, rdns, canonical })
    }

    /// Returns the name's bytes, as in the certificate.
    #[must_use]
    pub fn der(&self) -> &Bytes {
        &self.der
    }

    /// Returns the relative distinguished names in the certificate's order, each with its
    /// attributes.
    #[must_use]
    pub fn rdns(&self) -> &[Vec<Attribute>] {
        &self.rdns
    }

    /// Whether a BMPString contains half of a surrogate pair. Some releases do not read it.
    pub(crate) fn has_surrogates(&self) -> bool {
        let surrogate = |pair: &[u8]| pair.first().is_some_and(|high| (0xd8..=0xdf).contains(high));
        let mut attributes = self.rdns().iter().flatten().filter(|a| a.tag == 30);
        attributes.any(|a| a.raw.chunks(2).any(surrogate))
    }

    /// Whether the name has no attributes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rdns.iter().all(Vec::is_empty)
    }

    /// Returns the canonical form that the JDK compares names by: RFC 2253 in lower case, with
    /// spaces collapsed and letters decomposed. Values that are not a PrintableString or UTF8String
    /// appear as their DER.
    #[must_use]
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Iterates over all common names in the certificate's order.
    pub fn common_names(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.rdns
            .iter()
            .flatten()
            .filter(|a| a.oid == COMMON_NAME)
            .map(|a| a.text.as_str())
    }

    /// Returns the common name that the JDK uses as the host name: the first one in the last RDN
    /// that has any.
    #[must_use]
    pub fn most_specific_common_name(&self) -> Option<&Attribute> {
        self.rdns
            .iter()
            .rev()
            .find_map(|rdn| rdn.iter().find(|a| a.oid == COMMON_NAME))
    }

    /// Whether `other` starts with all RDNs of this name.
    #[must_use]
    pub fn is_prefix_of(&self, other: &Self) -> bool {
        other
            .rdns
            .get(..self.rdns.len())
            .is_some_and(|head| canonical_form(head) == self.canonical)
    }

    /// Formats the name as Java's messages do (`X500Principal.toString`).
    #[must_use]
    pub fn java(&self) -> String {
        let rdns = self
            .rdns
            .iter()
            .rev()
            .map(|rdn| rdn.iter().map(java_attribute).collect::<Vec<_>>().join(" + "));
        rdns.collect::<Vec<_>>().join(", ")
    }

    /// Returns a short label for people: the last common name, else the last organisational unit,
    /// else the last organisation, else the whole name.
    #[must_use]
    pub fn label(&self) -> String {
        let last = |oid: &str| {
            self.rdns
                .iter()
                .flatten()
                .rfind(|a| a.oid == oid && !a.text.is_empty())
                .map(|a| a.text.clone())
        };
        last(COMMON_NAME)
            .or_else(|| last("2.5.4.11"))
            .or_else(|| last("2.5.4.10"))
            .unwrap_or_else(|| self.rfc4514())
    }

    /// Formats the name as [RFC 4514](https://www.rfc-editor.org/rfc/rfc4514) does: the last RDN
    /// first, separated by commas.
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
                if attribute.is_string() {
                    escape_rfc4514(&attribute.text, &mut out);
                } else {
                    out.push_str(&attribute.text);
                }
            }
        }
        out
    }

    /// Formats the name as openssl 3 does, in the certificate's order: `C = US, O = Amazon`.
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

/// Reads the attributes of a relative distinguished name, which may be empty, as in the JDK.
fn attributes(rdn: &Tlv) -> Option<Vec<Attribute>> {
    if rdn.tag != SET {
        None
    } else {
        lenient::elements(&rdn.content)?.iter().map(attribute).collect()
    }
}

/// Reads an attribute: an identifier and a value, and no more.
fn attribute(tlv: &Tlv) -> Option<Attribute> {
    let mut reader = Reader::new((tlv.tag == SEQUENCE).then(|| tlv.content.clone())?);
    let oid = dotted(&reader.take_tag(OID)?.content)?;
    let value = reader.take()?;
    let tag = u32::from(value.tag);
    reader.is_empty().then(|| Attribute {
        oid,
        tag,
        text: decode_text(tag, &value.content),
        raw: value.content.to_vec(),
    })
}

/// Whether `content` is the content of a relative distinguished name.
pub(crate) fn is_relative_name(content: &Bytes) -> bool {
    lenient::elements(content).is_some_and(|list| list.iter().all(|tlv| attribute(tlv).is_some()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Builds a `Name` with one RDN per attribute.
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
    fn comparison_ignores_case_repeated_spaces_and_the_string_type() {
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
    fn formats_as_rfc_4514_openssl_and_label() {
        let n = name(&[(O, 19, b"A, B"), (CN, 30, &[0, 0x52, 0, 0x31])]);
        assert_eq!(n.rfc4514(), "CN=R1,O=A\\, B");
        assert_eq!(n.label(), "R1");
        assert_eq!(n.openssl(), "O = A, B, CN = R1");
        assert_eq!(name(&[(O, 19, b"Only O")]).label(), "Only O");
        assert!(Name::from_der(b"\x30\x00").unwrap().is_empty());
        assert!(Name::from_der(b"\x30\x01").is_err());
    }

    #[test]
    fn utf_8_in_a_printable_string_is_read_as_java_reads_it() {
        // `getName` and the comparison decode it as UTF-8, `toString` as ASCII.
        let printable = name(&[(CN, 19, "Caf\u{e9}".as_bytes())]);
        assert_eq!(printable.rfc4514(), "CN=Caf\u{e9}");
        assert_eq!(printable.label(), "Caf\u{e9}");
        assert_eq!(printable.java(), "CN=Caf\u{fffd}\u{fffd}");
        assert_eq!(printable, name(&[(CN, 12, "CAF\u{c9}".as_bytes())]));
        assert_ne!(printable, name(&[(CN, 22, "Caf\u{e9}".as_bytes())]));
    }

    #[test]
    fn values_that_are_no_strings_are_written_as_hexadecimal_of_their_der() {
        assert_eq!(name(&[(CN, 2, &[5])]).rfc4514(), "CN=#020105");
        assert_eq!(name(&[(CN, 4, b"ab")]).rfc4514(), "CN=#04026162");
        assert_eq!(name(&[(CN, 2, &[5])]).java(), "CN=#020105");
        // A string that begins with `#` is escaped.
        assert_eq!(name(&[(CN, 12, b"#020105")]).rfc4514(), "CN=\\#020105");
    }
}
