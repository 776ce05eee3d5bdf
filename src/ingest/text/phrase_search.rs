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

/// Groups that are looked up before the results are used.
const AHEAD: usize = 8;

/// Makes the letters of a group lowercase. It changes other characters too, but in the text and in
/// the phrases alike.
const LOWERCASE: u32 = 0x2020_2020;

/// Phrases of seven bytes or more.
pub(crate) struct Phrases {
    /// Each phrase, and whether it is found in any case.
    phrases: Vec<(&'static str, bool)>,
    /// Whether a phrase has a group with this hash.
    slots: Box<[bool; SLOTS]>,
    /// The groups in order: four characters, the phrase's number, their place in it.
    groups: Vec<(u32, usize, usize)>,
}

impl Phrases {
    pub fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let any_case = |phrase: &str| !phrase.bytes().any(|byte| byte.is_ascii_uppercase());
        let phrases: Vec<_> = phrases.map(|phrase| (phrase, any_case(phrase))).collect();
        let mut slots = empty();
        let mut groups = Vec::with_capacity(GROUP * phrases.len());
        for (number, (phrase, _)) in phrases.iter().enumerate() {
            debug_assert!(phrase.len() >= 2 * GROUP - 1, "{phrase} is too short");
            for (place, group) in phrase.as_bytes().windows(GROUP).take(GROUP).enumerate() {
                let group = group.iter().rev().fold(0, |group, byte| group << 8 | u32::from(*byte));
                let group = group | LOWERCASE;
                if let Some(slot) = slots.get_mut(slot(group)) {
                    *slot = true;
                }
                groups.push((group, number, place));
            }
        }
        groups.sort_unstable();
        Self { phrases, slots, groups }
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
        let first = self.groups.partition_point(|(other, _, _)| *other < group);
        let same = self.groups.get(first..).unwrap_or_default().iter();
        for (_, number, place) in same.take_while(|(other, _, _)| *other == group) {
            let Some(start) = at.checked_sub(*place) else { continue };
            let (Some((phrase, any_case)), Some(end)) = (self.phrases.get(*number), ends.get_mut(*number)) else {
                continue;
            };
            let here = text.get(start..start + phrase.len()).unwrap_or_default();
            let same = here == phrase.as_bytes() || *any_case && here.eq_ignore_ascii_case(phrase.as_bytes());
            if start >= *end && same {
                *end = start + phrase.len();
                found(*number, start);
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
