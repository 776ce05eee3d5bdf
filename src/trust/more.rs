//! The part of the pool that only clients other than API Gateway need.

use super::pool::head::Head;

/// Returns the head of a bucket.
pub(super) type Heads = fn(u8) -> Option<&'static Head>;

/// Which buckets of the pool have roots that are not on AWS's list.
#[derive(Clone, Debug)]
pub(super) struct More {
    buckets: [u8; 32],
    /// The buckets that have such roots themselves, and not only intermediates that lead to one.
    roots: [u8; 32],
    /// The embedded heads: those of AWS's roots, and those of the others.
    carried: Option<(Heads, Heads)>,
}

impl More {
    /// `buckets` has one bit for each bucket, the highest bit of the first byte first.
    pub(super) fn new(buckets: [u8; 32]) -> Self {
        Self {
            buckets,
            roots: [0; 32],
            carried: None,
        }
    }

    /// Notes that a bucket has such a root.
    pub(super) fn add_root(&mut self, bucket: u8) {
        if let Some(byte) = self.roots.get_mut(usize::from(bucket / 8)) {
            *byte |= 0x80 >> (bucket % 8);
        }
    }

    /// Adds the heads embedded in the program.
    #[cfg(any(not(target_arch = "wasm32"), feature = "cli", feature = "js-api"))]
    pub(super) fn carry(&mut self, heads: Heads, more: Heads) {
        self.carried = Some((heads, more));
    }

    /// The embedded heads of AWS's roots.
    pub(super) fn heads(&self) -> Option<Heads> {
        self.carried.map(|(heads, _)| heads)
    }

    /// The embedded heads of the other roots.
    pub(super) fn more_heads(&self) -> Option<Heads> {
        self.carried.map(|(_, more)| more)
    }

    /// Whether a bucket has such roots, or intermediates that lead to one.
    pub(super) fn has(&self, bucket: u8) -> bool {
        is_set(&self.buckets, bucket)
    }

    /// Whether a bucket has such roots themselves.
    pub(super) fn has_root(&self, bucket: u8) -> bool {
        is_set(&self.roots, bucket)
    }
}

fn is_set(bits: &[u8; 32], bucket: u8) -> bool {
    let byte = bits.get(usize::from(bucket / 8));
    byte.is_some_and(|byte| byte << (bucket % 8) & 0x80 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_the_added_roots_are_there() {
        let added = [0, 7, 8, 9, 200, 255];
        let mut more = More::new([0; 32]);
        for bucket in added {
            more.add_root(bucket);
        }
        for bucket in 0..=u8::MAX {
            assert_eq!(more.has_root(bucket), added.contains(&bucket), "{bucket}");
            assert!(!more.has(bucket));
        }
    }
}
