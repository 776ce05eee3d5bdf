//! Compatibility decomposition (Unicode NFKD) of what certificates' names hold, without Unicode's tables.
//!
//! The JDK decomposes names before it compares them, so that "é" as one character and as "e" with an accent are the same.
//! Known here are the Latin letters of U+00C0 to U+017F with those of Romanian, full-width forms, blanks of every width and
//! a few signs. Other scripts' decompositions (Greek with accents, Vietnamese, Hangul, Arabic forms) and the reordering
//! of several accents on one letter are left out: the full tables would make the program a fifth larger, for names that
//! no public authority writes in two ways.

/// An accent, and pairs of a lower-case letter with it and without. Case has been folded before.
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

/// Signs that stand for other characters.
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

/// `text`, whose case has been folded, with every known character decomposed.
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

/// The one character for a letter and an accent, where it is known here.
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

/// True where the text is as Unicode NFKC leaves it, as far as that is known here: no signs that stand for others, no
/// letter with its accent beside it.
pub(crate) fn is_formal(text: &str) -> bool {
    let stands_for_another = |c: char| {
        matches!(c, '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{ff01}'..='\u{ff5e}')
            || SIGNS.iter().any(|(sign, _)| *sign == c)
    };
    let mut before = None;
    text.chars().all(|c| {
        let apart = before
            .replace(c)
            .is_some_and(|letter: char| compose(letter.to_lowercase().next().unwrap_or(letter), c).is_some());
        !apart && !stands_for_another(c)
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
    fn one_character_or_two_are_the_same() {
        assert_eq!(decompose("főtanúsítvány"), "fo\u{30b}tanu\u{301}si\u{301}tva\u{301}ny");
        assert_eq!(decompose("ａ\u{a0}b…"), "a b...");
        assert_eq!(decompose("æøð日本"), "æøð日本");
    }
}
