//! Reads the attributes of a PKCS#12 bag: its friendly name, and the identifier that links a
//! certificate to its key.
//!
//! An attribute that cannot be read is ignored, because a bag is useful without its name.

use super::MAX_NAME;
use crate::der::ber::Reader;
use crate::der::tag::{CONTEXT_0, OCTET_STRING, OID, SET};

/// 1.2.840.113549.1.9.20.
pub(super) const FRIENDLY_NAME: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x14];
/// 1.2.840.113549.1.9.21.
const LOCAL_KEY_ID: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x15];
/// 2.16.840.1.113894.746875.1.1, Oracle's attribute of a trusted certificate.
pub(super) const TRUSTED_KEY_USAGE: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x86, 0xf9, 0x66, 0xad, 0xca, 0x7b, 0x01, 0x01];
const BMP_STRING: u8 = 0x1e;
/// How many bytes of a key identifier are kept. openssl writes 20, Java a time of 18.
const MAX_ID: usize = 64;

/// The attributes of a bag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    pub name: Option<String>,
    pub key_id: Option<Vec<u8>>,
    /// Whether Java reads the certificate as a trusted entry.
    pub trusted: bool,
}

/// Reads a bag's attributes, which are its last field.
pub(crate) fn read(bag: &mut Reader<'_>) -> Attributes {
    let mut found = Attributes::default();
    let Ok(mut set) = bag.enter(SET) else { return found };
    while let Ok(Some(attribute)) = set.next() {
        let mut attribute = Reader::new(attribute.content);
        let Ok(oid) = attribute.take(OID) else { continue };
        let Ok(mut values) = attribute.enter(SET) else { continue };
        match oid {
            TRUSTED_KEY_USAGE => found.trusted = true,
            FRIENDLY_NAME => found.name = values.take(BMP_STRING).ok().and_then(bmp),
            LOCAL_KEY_ID => {
                let id = values.octets(OCTET_STRING).ok();
                found.key_id = id.and_then(|id| Some(id.get(..id.len().min(MAX_ID))?.to_vec()));
            }
            _ => {}
        }
    }
    found
}

/// Returns a BMPString's text, cut at [`MAX_NAME`] characters; `None` if it is empty.
fn bmp(content: &[u8]) -> Option<String> {
    let units = content.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair));
    let text: String = char::decode_utf16(units)
        .take(MAX_NAME)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    (!text.is_empty()).then_some(text)
}

/// Splits the content of a bag's SEQUENCE into its kind, its value and its attributes.
pub(crate) fn bag<'a>(content: &'a [u8]) -> Option<(&'a [u8], Reader<'a>, Attributes)> {
    let mut bag = Reader::new(content);
    let oid = bag.take(OID).ok()?;
    let value = bag.enter(CONTEXT_0).ok()?;
    Some((oid, value, read(&mut bag)))
}
