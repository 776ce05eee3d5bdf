//! What is wrong with a text as a text of its language: blanks, quotation marks, French spaces.
#![allow(clippy::indexing_slicing, missing_docs)]

use sslengine_doctor::i18n::Locale;

/// What is wrong with a text as such.
pub fn fault(text: &str, locale: Locale) -> Option<&'static str> {
    if text.trim().is_empty() {
        return Some("it is empty");
    }
    if text.contains(['{', '}']) {
        return Some("a placeholder is left");
    }
    if text.contains("  ") || text.contains("..") || text.contains(" .") || text.contains(" ,") || text != text.trim() {
        return Some("its blanks or stops are wrong");
    }
    if text.contains('\'') || text.contains('"') {
        return Some("a typewriter's apostrophe or quotation mark is left: write ’ and “ ” or « »");
    }
    match locale {
        Locale::En => text.contains(['«', '\u{202F}']).then_some("it is set as French"),
        Locale::Fr => french_fault(text),
    }
}

/// U+00A0 before `:` and inside « », U+202F before `;`, `!` and `?`.
pub fn french_fault(text: &str) -> Option<&'static str> {
    let characters: Vec<char> = text.chars().collect();
    for (i, c) in characters.iter().enumerate() {
        let before = i.checked_sub(1).map(|j| characters[j]);
        let after = characters.get(i + 1).copied();
        let ends = after.is_none_or(|c| c.is_whitespace() || c == ')');
        match c {
            ':' if ends && before != Some('\u{A0}') => return Some("write U+00A0 before a colon"),
            ';' | '!' | '?' if ends && before != Some('\u{202F}') => return Some("write U+202F before ; ! and ?"),
            '«' if after != Some('\u{A0}') => return Some("write U+00A0 after «"),
            '»' if before != Some('\u{A0}') => return Some("write U+00A0 before »"),
            '“' | '”' => return Some("write « »"),
            _ => {}
        }
    }
    None
}
