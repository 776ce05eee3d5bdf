//! Compatibility decomposition (Unicode NFKD) of certificate names, without Unicode's tables.
//!
//! The JDK decomposes names before it compares them: "é" as one character equals "e" followed by an
//! accent. This module covers the Latin letters from U+00C0 to U+017F, the Romanian letters,
//! full-width forms, spaces of every width and a few signs. It leaves out other scripts (accented
//! Greek, Vietnamese, Hangul, Arabic forms) and the reordering of several accents on one letter.
//! The full tables would make the program a fifth larger, and no public CA writes such a name in
//! two ways.

/// Each accent with pairs of lower-case letters: with the accent, without it.
const ACCENTS: [(char, &str); 14] = [
    ('\u{300}', "àaèeìiòoùuǹn"),
    ('\u{301}', "áaéeíióoúuýyćcĺlńnŕrśsźz"),
    ('\u{302}', "âaêeîiôoûuĉcĝgĥhĵjŝsŵwŷy"),
    ('\u{303}', "ãañnõoĩiũu"),
    ('\u{304}', "āaēeīiōoūu"),
    ('\u{306}', "ăaĕeğgĭiŏoŭu"),
    ('\u{307}', "ċcėeġgżz"),
    ('\u{308}', "äaëeïiöoüuÿy"),
    ('\u{30a}', "åaůu"),
    ('\u{30b}', "őoűu"),
    ('\u{30c}', "čcďděeľlňnřršsťtžz"),
    ('\u{326}', "șsțt"),
    ('\u{327}', "çcģgķkļlņnŗrşsţt"),
    ('\u{328}', "ąaęeįiųu"),
];

/// Compatibility characters and their decompositions.
const SIGNS: [(char, &str); 13] = [
    ('ª', "a"),
    ('º', "o"),
    ('¹', "1"),
    ('²', "2"),
    ('³', "3"),
    ('´', " \u{301}"),
    ('¨', " \u{308}"),
    ('¯', " \u{304}"),
    ('¸', " \u{327}"),
    ('ĳ', "ij"),
    ('ŀ', "l·"),
    ('™', "TM"),
    ('…', "..."),
];

/// Decomposes every character of `text` that this module covers. The text must be lower case.
pub(super) fn decompose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            _ if c.is_ascii() => out.push(c),
            '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => out.push(' '),
            '\u{ff01}'..='\u{ff5e}' => out.extend(char::from_u32(u32::from(c) - 0xfee0)),
            _ => match (accent(c), SIGNS.iter().find(|(sign, _)| *sign == c)) {
                (Some((base, accent)), _) => out.extend([base, accent]),
                (None, Some((_, meaning))) => out.push_str(meaning),
                (None, None) => out.push(c),
            },
        }
    }
    out
}

/// Returns the single character for a letter and an accent; `None` if it is not covered.
pub(crate) fn compose(letter: char, accent: char) -> Option<char> {
    let (_, pairs) = ACCENTS.iter().find(|(known, _)| *known == accent)?;
    let mut chars = pairs.chars();
    while let (Some(with), Some(without)) = (chars.next(), chars.next()) {
        if without == letter {
            return Some(with);
        }
    }
    None
}

/// Whether the text is in Unicode NFKC, for the characters that this module covers: it has no
/// compatibility characters, and no letter is followed by an accent that it can be composed with.
pub(crate) fn is_nfkc(text: &str) -> bool {
    let is_compatibility_form = |c: char| {
        matches!(c, '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{ff01}'..='\u{ff5e}')
            || SIGNS.iter().any(|(sign, _)| *sign == c)
    };
    let mut before = None;
    text.chars().all(|c| {
        let decomposed = before
            .replace(c)
            .is_some_and(|letter: char| compose(letter.to_lowercase().next().unwrap_or(letter), c).is_some());
        !decomposed && !is_compatibility_form(c)
    })
}

fn accent(letter: char) -> Option<(char, char)> {
    ACCENTS.iter().find_map(|(accent, pairs)| {
        let mut chars = pairs.chars();
        while let (Some(with), Some(without)) = (chars.next(), chars.next()) {
            if with == letter {
                return Some((without, *accent));
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposes_accents_and_compatibility_forms() {
        assert_eq!(decompose("főtanúsítvány"), "fo\u{30b}tanu\u{301}si\u{301}tva\u{301}ny");
        assert_eq!(decompose("ａ\u{a0}b…"), "a b...");
        assert_eq!(decompose("æøð日本"), "æøð日本");
    }
}
