//! The canonical form that the JDK compares names by (`X500Name.getRFC2253CanonicalName`).

use super::attribute::Attribute;
use super::decompose::decompose;
use super::text::{KEYWORDS, push_hex_value};
use crate::num::push_hex;
use crate::order;

/// How many of [`KEYWORDS`] are from RFC 2253; the JDK's canonical form uses no others.
const RFC2253_KEYWORDS: usize = 9;

/// Returns the JDK's canonical form of a name.
pub(super) fn canonical_form(rdns: &[Vec<Attribute>]) -> String {
    let mut out = String::with_capacity(96);
    for (i, rdn) in rdns.iter().rev().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if let [only] = rdn.as_slice() {
            push_attribute(only, &mut out);
            continue;
        }
        let text = |attribute| {
            let mut text = String::new();
            push_attribute(attribute, &mut text);
            text
        };
        let mut attributes: Vec<String> = rdn.iter().map(text).collect();
        order::by_key(&mut attributes, Clone::clone);
        out.push_str(&attributes.join("+"));
    }
    out
}

fn push_attribute(attribute: &Attribute, out: &mut String) {
    let keyword = KEYWORDS
        .iter()
        .take(RFC2253_KEYWORDS)
        .find(|(oid, _)| *oid == attribute.oid)
        .map(|(_, keyword)| *keyword);
    match keyword {
        Some(keyword) => out.extend(keyword.chars().map(|c| c.to_ascii_lowercase())),
        None => out.push_str(&attribute.oid),
    }
    out.push('=');
    if keyword.is_some() && matches!(attribute.tag, 12 | 19) {
        push_folded(&attribute.text, out);
    } else {
        // The tag is part of the DER: equal bytes of two string types stay different.
        push_hex(out, u8::try_from(attribute.tag).unwrap_or(u8::MAX));
        push_hex_value(&attribute.raw, out);
    }
}

/// Folds text as the JDK does, and escapes the separators of the canonical form.
///
/// The steps, in the JDK's order: trim U+0020 and lower characters, collapse runs of U+0020,
/// convert to upper and then lower case, decompose.
fn push_folded(text: &str, out: &mut String) {
    let text = text.trim_matches(|c: char| c <= ' ');
    if text.is_ascii() {
        // Fast path for nearly all names: no intermediate text, one case conversion.
        return push_collapsed(text.chars().map(|c| c.to_ascii_lowercase()), out);
    }
    let mut collapsed = String::with_capacity(text.len());
    push_collapsed(text.chars(), &mut collapsed);
    out.push_str(&decompose(&collapsed.to_uppercase().to_lowercase()));
}

/// Appends `text` with runs of U+0020 collapsed into one and separators escaped.
fn push_collapsed(text: impl Iterator<Item = char>, out: &mut String) {
    let mut blank = false;
    for c in text {
        if c == ' ' && blank {
            continue;
        }
        blank = c == ' ';
        if matches!(c, ',' | '+' | '\\' | '=') {
            out.push('\\');
        }
        out.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The JDK's steps, written one after the other.
    fn reference(text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            if !(c == ' ' && out.ends_with(' ')) {
                if matches!(c, ',' | '+' | '\\' | '=') {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        decompose(&out.trim_matches(|c: char| c <= ' ').to_uppercase().to_lowercase())
    }

    #[test]
    fn the_fast_path_equals_the_reference() {
        let ascii: String = (0..=0x7f).map(char::from).collect();
        for text in [
            "",
            " ",
            "  Amazon   Root  CA ",
            "\t \u{1} A\u{0} b  \t c \n",
            "a,b+c\\d=e",
            "NetLock Arany (Class Gold) Főtanúsítvány",
            " É  ß İ ",
            "\u{a0} a\u{2003}",
            &ascii,
        ] {
            let mut folded = String::new();
            push_folded(text, &mut folded);
            assert_eq!(folded, reference(text), "{text:?}");
        }
    }
}
