//! Sorting in little code.
//!
//! The standard library's sorts are compiled again for every type and key, ten kilobytes each time, which in a file that
//! browsers download is a tenth of everything. Here one sort, of places, serves all.

use std::cmp::Ordering;

/// Sorts by a key; equal ones stay in their order, as with `slice::sort_by_key`.
pub(crate) fn by_key<T, K: Ord>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    // Nearly every relative name has one attribute, and names are read by the ten thousand.
    if items.len() < 2 {
        return;
    }
    let mut compare = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => key(a).cmp(&key(b)),
        _ => Ordering::Equal,
    };
    let places = sorted(items.len(), &mut compare);
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// The places `0..count` in order. Not generic, so that it is compiled once.
fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_in_their_order() {
        let mut words = vec!["pear", "fig", "plum", "kiwi", "nut", "apple"];
        by_key(&mut words, |word| word.len());
        assert_eq!(words, ["fig", "nut", "pear", "plum", "kiwi", "apple"]);
        by_key(&mut words, |word| std::cmp::Reverse(*word));
        assert_eq!(words, ["plum", "pear", "nut", "kiwi", "fig", "apple"]);
        let mut none: Vec<u8> = Vec::new();
        by_key(&mut none, |n| *n);
        assert!(none.is_empty());
    }
}
