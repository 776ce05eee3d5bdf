//! Combines deviations to chains: each alone on its bases, then random pairs from a fixed seed.

use super::builder::{BASES, Base, World};
use super::deviations::{Deviation, all, alone, later};
use sha2::Digest as _;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The seed of the draw. Another seed draws other pairs; the answers are recorded for this one.
pub const SEED: u64 = 0x0055_1ab5_2026_0615;

/// How many pairs are drawn.
const PAIRS: usize = 900;

/// How many pairs are drawn of a later deviation and any other.
const LATER_PAIRS: usize = 150;

/// One chain of the corpus.
pub struct Case {
    /// `deviation[+deviation]@base`, unique and stable.
    pub id: String,
    /// What is wrong, one sentence for each deviation.
    pub about: String,
    /// What the server sends, in order; not every entry is a readable certificate.
    pub chain: Vec<Vec<u8>>,
    /// What the client trusts; no order.
    pub anchors: Vec<Vec<u8>>,
    /// SHA-256, in hex, of the certificates that the client blocks.
    pub blocked: Vec<String>,
    /// SHA-256, in hex, of the certificates that the client distrusts as anchors.
    pub distrusted: Vec<String>,
    /// The host that the client requests; `None` checks no name.
    pub host: Option<String>,
    /// The validation time, seconds UTC since 1970.
    pub at: i64,
    /// The TLS 1.2 key exchange that the leaf's key serves: `ECDHE_RSA` or `ECDHE_ECDSA`.
    pub auth_type: &'static str,
    /// The leaf's test key, if there is one.
    pub leaf_key: Option<&'static str>,
}

impl Case {
    /// SHA-256, in hex, over everything that the answer depends on.
    pub fn digest(&self) -> String {
        let mut hash = sha2::Sha256::new();
        let host = self.host.as_deref().unwrap_or("-");
        hash.update(format!(
            "{host}\n{}\n{}\n{}\n",
            self.at,
            self.auth_type,
            self.chain.len()
        ));
        for der in self.chain.iter().chain(&self.anchors) {
            hash.update((der.len() as u64).to_be_bytes());
            hash.update(der);
        }
        for (word, list) in [("blocked", &self.blocked), ("distrusted", &self.distrusted)] {
            for sha256 in list {
                hash.update(format!("{word} {sha256}\n"));
            }
        }
        hex(&hash.finalize())
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SplitMix64: small, and the same everywhere.
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }
}

fn case(base: &Base, deviations: &[&Deviation]) -> Option<Case> {
    let mut world = World::new(base);
    for deviation in deviations {
        (deviation.apply)(&mut world)?;
    }
    let ids: Vec<&str> = deviations.iter().map(|d| d.id.as_str()).collect();
    let about: Vec<&str> = deviations.iter().map(|d| d.about.as_str()).collect();
    let hashes = |list: &[usize]| {
        let hashes = list.iter().map(|i| hex(&sha2::Sha256::digest(world.encode(*i))));
        hashes.collect()
    };
    Some(Case {
        id: format!(
            "{}@{}",
            if ids.is_empty() { "valid".into() } else { ids.join("+") },
            base.id
        ),
        about: about.join(" "),
        chain: world.chain(),
        anchors: world.anchors.iter().map(|i| world.encode(*i)).collect(),
        blocked: hashes(&world.blocked),
        distrusted: hashes(&world.distrusted),
        host: world.host.clone(),
        at: world.at,
        auth_type: if world.is_ecdsa() { "ECDHE_ECDSA" } else { "ECDHE_RSA" },
        leaf_key: world.server_key(),
    })
}

/// Bases used for pairs; the heavier ones are used only for single deviations.
const PAIR_BASES: &[usize] = &[0, 1, 1, 2, 2, 3, 5, 8];

/// Every chain, sorted by id. Identical chains are kept once, under the first id in the list.
pub fn corpus() -> &'static [Case] {
    static CASES: LazyLock<Vec<Case>> = LazyLock::new(make);
    &CASES
}

fn make() -> Vec<Case> {
    let list = all();
    let (later, alone) = (later(), alone());
    let mut ids = HashSet::new();
    for deviation in list.iter().chain(&later).chain(&alone) {
        assert!(
            ids.insert(deviation.id.clone()),
            "two deviations are called {}",
            deviation.id
        );
    }
    let mut seen = HashSet::new();
    let mut cases: Vec<Case> = Vec::new();
    let mut keep = |case: Case| {
        let new = seen.insert(case.digest());
        if new {
            cases.push(case);
        }
        new
    };
    for base in BASES {
        keep(case(base, &[]).expect("nothing to apply"));
    }
    for deviation in &list {
        for base in BASES.iter().filter(|b| deviation.bases.contains(&b.id)) {
            if let Some(case) = case(base, &[deviation]) {
                keep(case);
            }
        }
    }
    // Host names and encoding errors nearly always decide alone, so draw fewer of them.
    let (dull, telling): (Vec<_>, Vec<_>) = list
        .iter()
        .partition(|d| d.id.starts_with("host/") || d.id.contains("/malformed-") || d.id.starts_with("length/"));
    let mut draw = Draw(SEED);
    let mut pairs = 0;
    let mut drawn = HashSet::new();
    while pairs < PAIRS {
        let mut pick = || match draw.next(8) {
            0 => dull[draw.next(dull.len())],
            _ => telling[draw.next(telling.len())],
        };
        let mut pair = [pick(), pick()];
        pair.sort_by_key(|d| (d.stage, d.id.clone()));
        let base = &BASES[PAIR_BASES[draw.next(PAIR_BASES.len())]];
        if pair[0].id == pair[1].id || !drawn.insert((pair[0].id.clone(), pair[1].id.clone(), base.id)) {
            continue;
        }
        if let Some(case) = case(base, &pair) {
            pairs += usize::from(keep(case));
        }
    }
    for deviation in &later {
        for base in BASES.iter().filter(|b| deviation.bases.contains(&b.id)) {
            if let Some(case) = case(base, &[deviation]) {
                keep(case);
            }
        }
    }
    pairs = 0;
    while pairs < LATER_PAIRS {
        let mut pair = [&later[draw.next(later.len())], telling[draw.next(telling.len())]];
        pair.sort_by_key(|d| (d.stage, d.id.clone()));
        let base = &BASES[PAIR_BASES[draw.next(PAIR_BASES.len())]];
        if !drawn.insert((pair[0].id.clone(), pair[1].id.clone(), base.id)) {
            continue;
        }
        if let Some(case) = case(base, &pair) {
            pairs += usize::from(keep(case));
        }
    }
    for deviation in &alone {
        for base in BASES.iter().filter(|b| deviation.bases.contains(&b.id)) {
            if let Some(case) = case(base, &[deviation]) {
                keep(case);
            }
        }
    }
    cases.sort_by(|a, b| a.id.cmp(&b.id));
    cases
}

#[cfg(test)]
mod tests {
    use super::super::deviations::Stage;
    use super::*;

    #[test]
    fn the_list_has_shapes_after_contents() {
        let list = all();
        assert!(list.iter().any(|d| d.stage == Stage::Shape));
        assert!(list.windows(2).all(|w| w[0].stage <= w[1].stage));
    }
}
