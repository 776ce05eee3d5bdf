//! The repair: from a judged plan to the chain that the server should send.
//!
//! In: a [`Plan`] and its [`Report`]; then, as the machine asks for them, files of known certificates
//! ([`crate::trust::shard`]) and answers to signature checks. Out: a [`Repair`]. Like the judge it does no I/O and no
//! signature itself, so that the page can load files and use the browser's crypto between its steps.
//!
//! Nothing is filled in but what has the missing issuer's name, a fitting key identifier, and a key under which the
//! signature below verifies; and the chain that results goes through the normal judge. What was sent is preferred to
//! what is filled in, then the shorter chain. The data is asked only for what is not at hand: mostly one file for the
//! missing intermediate and one for the root.
//!
//! Bounds: [`MAX_SHARDS`] files, 64 sent and 64 known certificates, 2,000 steps of search, 16 judgements at a time.
//!
//! # Example
//! ```no_run
//! # #[cfg(feature = "rust-verifier")] {
//! use sslengine_doctor::cert::UnixTime;
//! use sslengine_doctor::engine::{Options, judge, plan, repair_with};
//! use sslengine_doctor::trust::shard;
//! use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
//!
//! let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
//! let plan = plan(std::fs::read("chain.pem").unwrap().into(), &Options::at(at)).unwrap();
//! let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
//! let load = |number| std::fs::read(format!("static/intermediates/{}", shard::file_name(number))).ok().map(Into::into);
//! let repair = repair_with(&plan, &report, &NativeVerifier, load);
//! std::fs::write("fullchain.pem", repair.recommended()).unwrap();
//! # }
//! ```

mod candidates;
mod result;
mod routes;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use bytes::Bytes;

use crate::cert::{Certificate, Fingerprint, decode};
use crate::engine::plan::Plan;
use crate::order;
use crate::report::{Repair, Report};
use crate::trust::shard;
use crate::verify::{SignatureAnswer, SignatureCheck, Verifier};
use candidates::{Graph, Pool};
use routes::{Choice, choose, search};

/// The greatest number of data files that one repair asks for; the last is kept for the root.
pub const MAX_SHARDS: usize = 8;

/// Certificates of one data file that are looked at; the fullest has 16.
const MAX_IN_SHARD: usize = 256;

/// What a repair needs next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need<'a> {
    /// These data files, by number ([`shard::file_name`]); answered by [`Repairer::give_shards`].
    Shards(&'a [u8]),
    /// Answers to these checks, in this order; given by [`Repairer::give_answers`].
    Answers(&'a [SignatureCheck]),
    /// Nothing: [`Repairer::finish`] has the result.
    Done,
}

#[derive(Debug)]
enum Step {
    /// For the keys of listed certificates; they count for nothing else, so that a build that has the keys goes the same way.
    Keys(Vec<u8>),
    Shards(Vec<u8>),
    Answers(Vec<SignatureCheck>),
    Done,
}

/// A repair in the making.
pub struct Repairer<'a> {
    plan: &'a Plan<'a>,
    report: &'a Report,
    pool: Pool<'a>,
    /// What was asked for, with what came; none where it could not be had or read.
    shards: BTreeMap<u8, Option<Bytes>>,
    /// Files with keys that could not be had or read.
    keyless: BTreeSet<u8>,
    /// Names whose certificates were taken out of the shards, by canonical form.
    looked_up: HashSet<String>,
    /// True once other issuers than the missing ones are looked for, too.
    broad: bool,
    step: Step,
}

/// Runs a repair to its end: for programs that verify and load at once.
#[must_use]
pub fn repair_with(
    plan: &Plan<'_>,
    report: &Report,
    verifier: &impl Verifier,
    load: impl Fn(u8) -> Option<Bytes>,
) -> Repair {
    let mut repairer = Repairer::new(plan, report);
    loop {
        match repairer.next() {
            Need::Shards(numbers) => {
                let loaded: Vec<_> = numbers.iter().map(|number| (*number, load(*number))).collect();
                repairer.give_shards(&loaded);
            }
            Need::Answers(checks) => {
                let answers = verifier.verify_all(checks);
                repairer.give_answers(answers);
            }
            Need::Done => return repairer.finish(),
        }
    }
}

impl<'a> Repairer<'a> {
    /// Begins the repair of a plan; `report` is the judgement of it.
    #[must_use]
    pub fn new(plan: &'a Plan<'_>, report: &'a Report) -> Self {
        let mut repairer = Self {
            plan,
            report,
            pool: Pool::new(&plan.chain, &plan.options, plan.trust),
            shards: BTreeMap::new(),
            keyless: BTreeSet::new(),
            looked_up: HashSet::new(),
            broad: false,
            step: Step::Done,
        };
        if !repairer.is_hopeless() {
            repairer.advance();
        }
        repairer
    }

    /// What is needed next; the same until it is given.
    #[must_use]
    pub fn next(&self) -> Need<'_> {
        match &self.step {
            Step::Keys(numbers) | Step::Shards(numbers) => Need::Shards(numbers),
            Step::Answers(checks) => Need::Answers(checks),
            Step::Done => Need::Done,
        }
    }

    /// Gives the data files that were asked for. One that is `None`, absent or no such file counts as empty, and stands in
    /// [`Repair::unavailable`]. Does nothing where no files were asked for.
    pub fn give_shards(&mut self, loaded: &[(u8, Option<Bytes>)]) {
        let numbers = match &self.step {
            Step::Keys(numbers) => {
                let given = |number: &u8| loaded.iter().find(|(of, _)| of == number)?.1.as_ref();
                let files: Vec<(u8, Option<&Bytes>)> = numbers.iter().map(|n| (*n, given(n))).collect();
                for (number, file) in files {
                    if !file.is_some_and(|file| self.pool.learn(file)) {
                        self.keyless.insert(number);
                    }
                }
                return self.advance();
            }
            Step::Shards(numbers) => numbers,
            Step::Answers(_) | Step::Done => return,
        };
        for number in numbers {
            let found = loaded.iter().find(|(of, _)| of == number);
            let bytes = found.and_then(|(_, bytes)| bytes.clone());
            let sound = bytes.filter(|bytes| shard::certificates(bytes).is_ok());
            self.shards.insert(*number, sound);
        }
        self.advance();
    }

    /// Gives the answers to the checks that were asked for, in their order; a missing one counts as unsupported. Does
    /// nothing where none were asked for.
    pub fn give_answers(&mut self, answers: Vec<SignatureAnswer>) {
        if let Step::Answers(checks) = &mut self.step {
            self.pool.answer(std::mem::take(checks), answers);
            self.advance();
        }
    }

    /// The result. Before [`Need::Done`] it is what can be made of what was given so far; unverified certificates are then
    /// not used.
    #[must_use]
    pub fn finish(self) -> Repair {
        result::of(&self)
    }

    /// True where no chain can be looked for: no leaf, or a leaf that is its own issuer.
    fn is_hopeless(&self) -> bool {
        let anchors = &self.pool.plan.anchors;
        let own_root = |leaf: &Certificate| leaf.is_self_issued() && !anchors.iter().any(|a| a.is(leaf));
        self.plan.chain.leaf_missing || self.pool.get(0).is_none_or(own_root)
    }

    /// Goes on until something is needed that is not at hand.
    fn advance(&mut self) {
        loop {
            let lacking = self.pool.plan.missing_files().iter().copied();
            let keys: Vec<u8> = lacking.filter(|number| !self.keyless.contains(number)).collect();
            if !keys.is_empty() {
                self.step = Step::Keys(keys);
                return;
            }
            let graph = self.pool.graph();
            let possible = !search(&self.pool, &graph, true).complete.is_empty();
            if possible {
                if self.asks_answers() {
                    return;
                }
                if choose(&self.pool, &graph).is_some_and(|c| c.leaf_refused || (c.holds && self.ends_in_root(&c))) {
                    break;
                }
            }
            match self.look_up(&graph) {
                Lookup::Asks => return,
                Lookup::Grew => continue,
                Lookup::Nothing => {}
            }
            if self.asks_answers() {
                return;
            }
            if self.broad || !possible {
                break;
            }
            self.broad = true;
        }
        let missing_root = result::root_shard(self).filter(|number| !self.shards.contains_key(number));
        self.step = match missing_root {
            Some(number) if self.shards.len() < MAX_SHARDS => Step::Shards(vec![number]),
            _ => Step::Done,
        };
    }

    fn ends_in_root(&self, choice: &Choice) -> bool {
        let end = choice.route.end.and_then(|end| self.pool.plan.anchors.get(end));
        end.is_some_and(|anchor| self.pool.ends_in_root(anchor))
    }

    fn asks_answers(&mut self) -> bool {
        let checks = self.pool.unanswered();
        let some = !checks.is_empty();
        if some {
            self.step = Step::Answers(checks);
        }
        some
    }

    /// Looks up the issuers that are missing: takes them from the files at hand, or asks for files.
    fn look_up(&mut self, graph: &Graph) -> Lookup {
        let mut names: Vec<String> = Vec::new();
        for at in self.pool.reachable(graph) {
            let Some(certificate) = self.pool.get(at) else {
                continue;
            };
            let is_root = |place: &usize| {
                self.pool
                    .plan
                    .anchors
                    .get(*place)
                    .is_some_and(|a| self.pool.ends_in_root(a))
            };
            let ends = graph
                .ends
                .get(at)
                .into_iter()
                .flatten()
                .any(|(place, _)| is_root(place));
            let satisfied = ends || graph.issuers.get(at).is_some_and(|issuers| !issuers.is_empty());
            let name = certificate.issuer.canonical();
            if (self.broad || !satisfied) && !self.looked_up.contains(name) && !names.iter().any(|n| n == name) {
                names.push(name.to_owned());
            }
        }
        let mut wanted: Vec<u8> = names.iter().map(|name| shard::number(name)).collect();
        wanted.retain(|number| !self.shards.contains_key(number));
        order::by_key(&mut wanted, |number| *number);
        wanted.dedup();
        wanted.truncate((MAX_SHARDS - 1).saturating_sub(self.shards.len()));
        if !wanted.is_empty() {
            self.step = Step::Shards(wanted);
            return Lookup::Asks;
        }
        let mut grew = false;
        for name in names {
            let found = self.candidates(&name);
            grew |= self.pool.add_known(found);
            self.looked_up.insert(name);
        }
        if grew { Lookup::Grew } else { Lookup::Nothing }
    }

    /// The certificates of a name in the files at hand: those with a key identifier that is asked for, else all.
    fn candidates(&self, name: &str) -> Vec<Certificate> {
        let wanted: Vec<&[u8]> = self
            .pool
            .certificates()
            .iter()
            .filter(|c| c.issuer.canonical() == name)
            .filter_map(|c| c.extensions.aki.as_ref()?.key_id.as_deref())
            .collect();
        let mut found = self.in_shard(shard::number(name));
        found.retain(|c| {
            let root = c.is_self_issued() && !self.pool.skips_verification();
            c.subject.canonical() == name && !root && c.in_date(self.pool.at())
        });
        let fits = |c: &Certificate| c.extensions.ski.as_deref().is_none_or(|ski| wanted.contains(&ski));
        if !wanted.is_empty() && found.iter().any(fits) {
            found.retain(fits);
        }
        found
    }

    /// What can be read of a file at hand.
    fn in_shard(&self, number: u8) -> Vec<Certificate> {
        let Some(Some(bytes)) = self.shards.get(&number) else {
            return Vec::new();
        };
        let ders = shard::certificates(bytes).unwrap_or_default();
        let read = |der: &[u8]| decode(&bytes.slice_ref(der)).ok();
        ders.into_iter().take(MAX_IN_SHARD).filter_map(read).collect()
    }

    /// The certificate with this fingerprint in the file of this name, where that is at hand.
    fn known_root(&self, name: &str, sha256: &Fingerprint) -> Option<Certificate> {
        let found = self.in_shard(shard::number(name));
        found.into_iter().find(|c| c.sha256 == *sha256)
    }
}

enum Lookup {
    /// Files were asked for.
    Asks,
    /// There are new certificates.
    Grew,
    /// There is nothing new.
    Nothing,
}
