//! Sorts by a key with little compiled code.
//!
//! The compiler generates the standard library's sort again for every type and key, 10 KB each
//! time. That would be a tenth of the file that browsers download. Here one sort of indices serves
//! every type.

use std::cmp::Ordering;

/// Sorts by a key; equal items keep their order, as with `slice::sort_by_key`.
pub(crate) fn by_key<T, K: Ord>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    // Nearly every relative name has one attribute, and this runs for tens of thousands of names.
    if items.len() < 2 {
        return;
    }
    let mut compare = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => key(a).cmp(&key(b)),
        _ => Ordering::Equal,
    };
    let order = sorted(items.len(), &mut compare);
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| taken.get_mut(index)?.take()));
}

/// Returns the indices `0..count` in sorted order. It is not generic, so it is compiled once.
fn sorted(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
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
