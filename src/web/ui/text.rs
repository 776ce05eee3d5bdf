//! Text that somebody else wrote, made fit to be seen.

use std::fmt::Write;

/// The text with control, direction and zero-width characters shown as `[U+202E]`, so that nothing in a certificate can
/// hide, reorder or imitate what stands around it.
#[must_use]
pub fn visible(text: &str) -> String {
    if !text.chars().any(hides) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len().saturating_mul(2));
    for c in text.chars() {
        if hides(c) {
            // Writing to a string does not fail.
            let _ = write!(out, "[U+{:04X}]", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The first `limit` characters, made fit to be seen, with `…` where that is not all: names may have 64 kB.
#[must_use]
pub fn brief(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => {
            let mut out = visible(text.get(..end).unwrap_or_default().trim_end());
            out.push('…');
            out
        }
        None => visible(text),
    }
}

/// Characters that take no room, or change what stands beside them: Unicode's Cc and the format characters in use.
fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(brief("éèê", 3), "éèê");
        assert_eq!(brief("éèêë", 3), "éèê…");
        assert_eq!(brief("a \u{202E}bc", 3), "a [U+202E]…");
        assert_eq!(brief(&"日".repeat(70_000), 300).chars().count(), 301);
    }

    #[test]
    fn shows_what_hides() {
        assert_eq!(visible("paypal\u{202E}moc"), "paypal[U+202E]moc");
        assert_eq!(visible("a\u{200B}b\nc\0"), "a[U+200B]b[U+000A]c[U+0000]");
        assert_eq!(visible("Café — Ürün CA, 日本"), "Café — Ürün CA, 日本");
    }
}
