//! Makes untrusted text safe to show: nothing in a certificate can hide, reorder or imitate the
//! text around it.

/// Returns `text` with every character that [`hides`] written as its code point: `[U+202E]`.
#[must_use]
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    out
}

/// Appends a character, or its code point if it [`hides`].
pub(crate) fn push_visible(out: &mut String, c: char) {
    if !hides(c) {
        out.push(c);
        return;
    }
    out.push_str("[U+");
    let code = u32::from(c);
    let digits = if code > 0xffff { 5 } else { 4 };
    for place in (0..digits).rev() {
        out.extend(char::from_digit(code >> (4 * place) & 0xf, 16).map(|digit| digit.to_ascii_uppercase()));
    }
    out.push(']');
}

/// Whether a character is invisible or changes the text around it.
///
/// These are the control characters, and the format characters, fillers and variation selectors of
/// Unicode 16 (`Default_Ignorable_Code_Point`, `Bidi_Control`, and the line and paragraph
/// separators).
pub(crate) fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Soft hyphen, joiners, fillers.
            '\u{00AD}' | '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{3164}' | '\u{FFA0}'
            // Mongolian separators and selectors.
            | '\u{180B}'..='\u{180F}'
            // Zero width, direction marks, line and paragraph separators, direction overrides and
            // isolates.
            | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            // Variation selectors, interlinear annotation.
            | '\u{FE00}'..='\u{FE0F}' | '\u{FFF0}'..='\u{FFFB}'
            // Format controls of shorthand and of music.
            | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            // Tags, and variation selectors 17 to 256.
            | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_is_written_as_its_code_point() {
        for (class, text, expected) in [
            ("control", "b\nc\0\u{7F}\u{85}", "b[U+000A]c[U+0000][U+007F][U+0085]"),
            ("direction override", "paypal\u{202E}moc", "paypal[U+202E]moc"),
            ("direction mark", "\u{061C}\u{200F}", "[U+061C][U+200F]"),
            ("direction isolate", "\u{2066}a\u{2069}", "[U+2066]a[U+2069]"),
            ("line separator", "a\u{2028}b\u{2029}", "a[U+2028]b[U+2029]"),
            (
                "zero width",
                "a\u{200B}\u{200D}\u{2060}\u{FEFF}",
                "a[U+200B][U+200D][U+2060][U+FEFF]",
            ),
            ("soft hyphen", "exa\u{AD}mple", "exa[U+00AD]mple"),
            ("variation selector", "a\u{FE0F}\u{E0100}", "a[U+FE0F][U+E0100]"),
            ("tag", "\u{E0001}\u{E0041}", "[U+E0001][U+E0041]"),
            ("filler", "\u{115F}\u{3164}\u{FFA0}", "[U+115F][U+3164][U+FFA0]"),
            ("annotation", "\u{FFF9}a\u{FFFB}", "[U+FFF9]a[U+FFFB]"),
            ("musical control", "\u{1D173}", "[U+1D173]"),
        ] {
            assert_eq!(visible(text), expected, "{class}");
        }
    }

    #[test]
    fn other_text_is_unchanged() {
        for text in ["Café — Ürün CA, 日本", "مثال", "\u{A0}a b", "\u{1F600}", ""] {
            assert_eq!(visible(text), text);
        }
    }
}
