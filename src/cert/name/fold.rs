//! The canonical form by which the JDK compares names (`X500Name.getRFC2253CanonicalName`).

use super::Attribute;
use super::decompose::decompose;
use super::text::{KEYWORDS, hex_value};
use crate::order;

/// The first nine of [`KEYWORDS`] are those of RFC 2253, which alone the JDK's canonical form knows.
const RFC2253_KEYWORDS: usize = 9;

/// The JDK's canonical form (`X500Name.getRFC2253CanonicalName`).
pub(super) fn canonical_form(rdns: &[Vec<Attribute>]) -> String {
    let mut parts: Vec<String> = Vec::with_capacity(rdns.len());
    for rdn in rdns.iter().rev() {
        let mut attributes: Vec<String> = rdn.iter().map(canonical_attribute).collect();
        order::by_key(&mut attributes, Clone::clone);
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

/// The JDK's folding, in its order: blanks (U+0020 only) collapsed and trimmed with all characters below them, upper and
/// then lower case, compatibility decomposition. Separators of the canonical form are escaped.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c == ' ' && blank {
            continue;
        }
        blank = c == ' ';
        if matches!(c, ',' | '+' | '\\' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
    let cased = out.trim_matches(|c: char| c <= ' ').to_uppercase().to_lowercase();
    if cased.is_ascii() { cased } else { decompose(&cased) }
}
