//! Checks the typography of a text in its language: spaces, quotation marks, French spaces, Spanish
//! ¿ and ¡.
#![allow(clippy::indexing_slicing, missing_docs)]

use sslengine_doctor::i18n::Locale;

/// The first problem of a text, or `None`.
pub fn fault(text: &str, locale: Locale) -> Option<&'static str> {
    if text.trim().is_empty() {
        return Some("it is empty");
    }
    if text.contains(['{', '}']) {
        return Some("a placeholder is left");
    }
    if text.contains("  ") || text.contains("..") || text.contains(" .") || text.contains(" ,") || text != text.trim() {
        return Some("its spaces or full stops are wrong");
    }
    if text.contains('\'') || text.contains('"') {
        return Some("it has a straight apostrophe or quotation mark: write ’ and “ ” or « »");
    }
    setting_fault(text, locale)
}

/// The first violation of the language's typographic rules, or `None`.
pub fn setting_fault(text: &str, locale: Locale) -> Option<&'static str> {
    match locale {
        Locale::En => text
            .contains(['«', '¿', '¡', '\u{202F}'])
            .then_some("it follows another language's rules"),
        Locale::Es => spanish_fault(text),
        Locale::Fr => french_fault(text),
    }
}

/// « » without spaces inside, ¿ and ¡ at the beginning, no space before `:`, `;`, `!` and `?`.
fn spanish_fault(text: &str) -> Option<&'static str> {
    let characters: Vec<char> = text.chars().collect();
    for (i, c) in characters.iter().enumerate() {
        let before = i.checked_sub(1).map(|j| characters[j]);
        let after = characters.get(i + 1).copied();
        let ends = after.is_none_or(|c| c.is_whitespace() || c == ')');
        match c {
            ':' | ';' | '!' | '?' if ends && before.is_some_and(char::is_whitespace) => {
                return Some("write no space before : ; ! and ?");
            }
            '«' | '¿' | '¡' if after.is_none_or(char::is_whitespace) => {
                return Some("write no space after « ¿ and ¡");
            }
            '»' if before.is_none_or(char::is_whitespace) => return Some("write no space before »"),
            '“' | '”' => return Some("write « »"),
            _ => {}
        }
    }
    let count = |c: char| characters.iter().filter(|x| **x == c).count();
    // Inside a word they are part of a command or an address.
    let ending = |c: char| {
        let next = |i: usize| characters.get(i + 1).is_none_or(|c| !c.is_alphanumeric() && *c != '=');
        characters
            .iter()
            .enumerate()
            .filter(|(i, x)| **x == c && next(*i))
            .count()
    };
    if ending('?') != count('¿') || ending('!') != count('¡') {
        return Some("write ¿ … ? and ¡ … !");
    }
    if count('«') != count('»') {
        return Some("a quotation mark is not closed or not opened");
    }
    None
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
