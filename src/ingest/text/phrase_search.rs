//! Searches a text for many phrases in one pass.
//!
//! It reports each place of a phrase that does not overlap the previous place of the same phrase,
//! in ascending order. It takes linear time, whatever the number of phrases. A phrase without
//! capitals is found in any case.
//!
//! Each phrase has at least seven characters, so it contains a group of four that begins at a
//! multiple of four in the text. So only every fourth place is checked; a table says which groups
//! of four can be part of a phrase.

/// Characters checked together.
const GROUP: usize = 4;

/// Entries of the table, by a hash of four characters.
const SLOTS: usize = 1 << 16;

/// Lists of groups, by a part of the hash.
const LISTS: usize = 1 << 11;

/// Groups that are looked up before the results are used.
const AHEAD: usize = 8;

/// Makes the letters of a group lowercase. It changes other characters too, but in the text and in
/// the phrases alike.
const LOWERCASE: u32 = 0x2020_2020;

/// Phrases of seven bytes or more.
pub(crate) struct Phrases {
    phrases: Vec<Phrase>,
    /// Whether a phrase has a group with this hash.
    slots: Box<[bool; SLOTS]>,
    /// The first group of each list: its number plus one; 0 for an empty list.
    lists: Box<[u16; LISTS]>,
    /// The groups of all phrases.
    groups: Vec<Group>,
}

struct Phrase {
    text: &'static str,
    /// Whether it is found in any case.
    any_case: bool,
}

/// Four characters of a phrase.
struct Group {
    characters: u32,
    phrase: u16,
    /// Their place in the phrase.
    place: u8,
    /// The next group in the same list, as in [`Phrases::lists`].
    next: u16,
}

impl Phrases {
    pub fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let phrase = |text: &'static str| Phrase {
            text,
            any_case: !text.bytes().any(|byte| byte.is_ascii_uppercase()),
        };
        let phrases: Vec<Phrase> = phrases.map(phrase).collect();
        let mut groups: Vec<Group> = Vec::with_capacity(GROUP * phrases.len());
        let (mut slots, mut lists) = (empty(), Box::new([0; LISTS]));
        // A list begins with the group that is added last, so the phrases are added backwards.
        for (number, phrase) in phrases.iter().enumerate().rev() {
            let number = u16::try_from(number).unwrap_or_default();
            debug_assert!(phrase.text.len() >= 2 * GROUP - 1, "{} is too short", phrase.text);
            for (place, group) in (0_u8..).zip(phrase.text.as_bytes().windows(GROUP)).take(GROUP) {
                let characters = group.iter().rev().fold(0, |group, byte| group << 8 | u32::from(*byte));
                let characters = characters | LOWERCASE;
                let slot = slot(characters);
                if let (Some(has), Some(list)) = (slots.get_mut(slot), lists.get_mut(slot % LISTS)) {
                    *has = true;
                    groups.push(Group {
                        characters,
                        phrase: number,
                        place,
                        next: *list,
                    });
                    *list = u16::try_from(groups.len()).unwrap_or_default();
                }
            }
        }
        Self {
            phrases,
            slots,
            lists,
            groups,
        }
    }

    fn may_hold(&self, group: u32) -> bool {
        self.slots.get(slot(group)).is_some_and(|slot| *slot)
    }

    /// Calls `found` with the number and the place of each phrase in the text.
    pub fn each(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        let mut ends = vec![0; self.phrases.len()];
        let (groups, _) = text.as_chunks::<GROUP>();
        for (number, some) in groups.chunks(AHEAD).enumerate() {
            let hit = |group: &[u8; GROUP]| self.may_hold(u32::from_le_bytes(*group) | LOWERCASE);
            if some.iter().fold(false, |any, group| any | hit(group)) {
                for (place, group) in some.iter().enumerate() {
                    let at = (number * AHEAD + place) * GROUP;
                    self.check(text, at, u32::from_le_bytes(*group) | LOWERCASE, &mut ends, &mut found);
                }
            }
        }
    }

    /// Reports the phrases that have `group` at this place.
    fn check(&self, text: &[u8], at: usize, group: u32, ends: &mut [usize], found: &mut impl FnMut(usize, usize)) {
        if !self.may_hold(group) {
            return;
        }
        let mut next = self.lists.get(slot(group) % LISTS).copied().unwrap_or_default();
        while let Some(listed) = usize::from(next)
            .checked_sub(1)
            .and_then(|index| self.groups.get(index))
        {
            next = listed.next;
            if listed.characters != group {
                continue;
            }
            let number = usize::from(listed.phrase);
            let Some(start) = at.checked_sub(usize::from(listed.place)) else {
                continue;
            };
            let (Some(phrase), Some(end)) = (self.phrases.get(number), ends.get_mut(number)) else {
                continue;
            };
            let words = phrase.text.as_bytes();
            let here = text.get(start..start + words.len()).unwrap_or_default();
            let same = here == words || phrase.any_case && here.eq_ignore_ascii_case(words);
            if start >= *end && same {
                *end = start + words.len();
                found(number, start);
            }
        }
    }
}

/// An empty table, made from a `Vec`: an array would first be on the stack.
fn empty() -> Box<[bool; SLOTS]> {
    vec![false; SLOTS]
        .try_into()
        .unwrap_or_else(|_| Box::new([false; SLOTS]))
}

fn slot(group: u32) -> usize {
    let [_, _, low, high] = group.wrapping_mul(0x9e37_79b1).to_le_bytes();
    usize::from(u16::from_le_bytes([low, high]))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn found(phrases: &[&'static str], text: &str) -> Vec<(&'static str, usize)> {
        let mut all = Vec::new();
        Phrases::new(phrases.iter().copied()).each(text.as_bytes(), |number, at| all.push((phrases[number], at)));
        all
    }

    #[test]
    fn a_phrase_is_found_at_every_place() {
        for before in 0..100 {
            for after in 0..10 {
                let text = format!("{}1234567{}", "x".repeat(before), "7".repeat(after));
                assert_eq!(found(&["1234567", "12345678"], &text), [("1234567", before)]);
            }
        }
    }

    #[test]
    fn overlapping_places_of_a_phrase_count_once() {
        let phrase = ":SSL routines:";
        let text = ":SSL routines:SSL routines:SSL routines:";
        assert_eq!(found(&[phrase], text), [(phrase, 0), (phrase, 26)]);
        assert_eq!(found(&["aaaaaaa"], &"a".repeat(27)).len(), 3);
    }

    #[test]
    fn a_phrase_without_capitals_is_found_in_any_case() {
        let text = "CONNECTION Connection connection";
        assert_eq!(
            found(&["connection", "Connection"], text),
            [
                ("connection", 0),
                ("connection", 11),
                ("Connection", 11),
                ("connection", 22)
            ]
        );
    }

    #[test]
    fn phrases_with_a_part_in_common_are_all_found() {
        let text = "Unsupported or unrecognized SSL message, Unrecognized SSL message";
        let (one, other) = ("Unsupported or unrecognized SSL message", "Unrecognized SSL message");
        assert_eq!(found(&[other, one], text), [(one, 0), (other, 41)]);
    }
}
