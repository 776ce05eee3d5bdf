//! Repairs a chain: finds the chain that the server should send.
//!
//! Input: a [`Plan`] and its [`Report`]; then, when the repair requests them, [pool
//! files](PoolFile) and the results of signature checks. Output: a [`Repair`]. It does no I/O and
//! verifies no signature itself: the page loads files and uses the browser's crypto between its
//! steps.
//!
//! It adds a certificate from the pool only if that has the missing issuer's name, a matching key
//! identifier, and the key that signed the certificate below. The resulting chain is checked like
//! any other. It prefers sent certificates to added ones, then shorter chains. It requests only
//! files that it does not have: usually one for the missing intermediate and one for the root.
//!
//! Limits: [`MAX_FILES`] certificate files, 64 sent and 64 added certificates, 2,000 search steps,
//! 16 checked chains at a time.
//!
//! # Example
//! ```no_run
//! # #[cfg(feature = "rust-verifier")] {
//! use sslengine_doctor::cert::UnixTime;
//! use sslengine_doctor::engine::{Options, judge, plan, repair_with};
//! use sslengine_doctor::trust::PoolFile;
//! use sslengine_doctor::trust::pool::embedded_certificates;
//! use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
//!
//! let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
//! let plan = plan(std::fs::read("chain.pem").unwrap().into(), &Options::at(at)).unwrap();
//! let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
//! let load = |file: PoolFile| Some(embedded_certificates(file.bucket()));
//! let repair = repair_with(&plan, &report, &NativeVerifier, load);
//! std::fs::write("fullchain.pem", repair.recommended()).unwrap();
//! # }
//! ```

mod candidates;
mod result;
mod routes;

use std::collections::{BTreeSet, HashSet};

use bytes::Bytes;

use crate::cert::{Certificate, Fingerprint, decode};
use crate::engine::helper::{Helper, Synchronous, now};
use crate::engine::plan::Plan;
use crate::order;
use crate::report::{Repair, Report};
use crate::trust::{PoolFile, pool};
use crate::verify::{SignatureAnswer, SignatureCheck, Verifier};
use candidates::{Graph, Pool};
pub(super) use result::sent_certificate;
use routes::{Choice, choose, search};

/// The most certificate files that one repair requests. The last one is reserved for the root.
pub const MAX_FILES: usize = 8;

/// The most certificates of one file that are used; the largest file has 16.
const MAX_IN_FILE: usize = 256;

/// What a [`Repairer`] needs next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Need<'a> {
    /// These pool files; pass them to [`Repairer::give_files`].
    Files(&'a [PoolFile]),
    /// The results of these checks, in this order; pass them to [`Repairer::give_answers`].
    Answers(&'a [SignatureCheck]),
    /// Nothing: [`Repairer::finish`] has the result.
    Done,
}

#[derive(Debug)]
enum Step {
    Files(Vec<PoolFile>),
    Answers(Vec<SignatureCheck>),
    Done,
}

/// A repair in progress.
pub struct Repairer<'a> {
    plan: &'a Plan<'a>,
    report: &'a Report,
    pool: Pool<'a>,
    /// The buckets whose certificates were requested.
    asked: BTreeSet<u8>,
    /// Files that could not be loaded or read.
    unavailable: BTreeSet<PoolFile>,
    /// Names already looked up in the files, in canonical form.
    looked_up: HashSet<String>,
    /// Whether to look up the issuers of all reachable certificates, not only the missing ones.
    broad: bool,
    step: Step,
}

/// Runs a repair to its end.
pub async fn repair_by(plan: &Plan<'_>, report: &Report, helper: &impl Helper) -> Repair {
    let mut repairer = Repairer::new(plan, report);
    loop {
        let answers = match repairer.next() {
            Need::Files(files) => Err(files.to_vec()),
            Need::Answers(checks) => Ok(helper.answers(checks).await),
            Need::Done => return repairer.finish(),
        };
        match answers {
            Ok(answers) => repairer.give_answers(answers),
            Err(files) => repairer.give_files(&helper.files(files).await),
        }
    }
}

/// Does the same as [`repair_by`], for programs that verify and load synchronously.
#[must_use]
pub fn repair_with(
    plan: &Plan<'_>,
    report: &Report,
    verifier: &impl Verifier,
    load: impl Fn(PoolFile) -> Option<Bytes>,
) -> Repair {
    now(repair_by(plan, report, &Synchronous { verifier, load }))
}

impl<'a> Repairer<'a> {
    /// Starts the repair of a plan with its `report`.
    #[must_use]
    pub fn new(plan: &'a Plan<'_>, report: &'a Report) -> Self {
        let mut repairer = Self {
            plan,
            report,
            pool: Pool::new(&plan.chain, &plan.options, plan.trust, plan.files.clone()),
            asked: BTreeSet::new(),
            unavailable: BTreeSet::new(),
            looked_up: HashSet::new(),
            broad: false,
            step: Step::Done,
        };
        if !repairer.is_hopeless() {
            repairer.advance();
        }
        repairer
    }

    /// What the repair needs next; unchanged until the caller provides it.
    #[must_use]
    pub fn next(&self) -> Need<'_> {
        match &self.step {
            Step::Files(files) => Need::Files(files),
            Step::Answers(checks) => Need::Answers(checks),
            Step::Done => Need::Done,
        }
    }

    /// Provides the requested files. A file that is `None`, absent or has other content counts as
    /// unavailable. Does nothing if no files were requested.
    pub fn give_files(&mut self, loaded: &[(PoolFile, Option<Bytes>)]) {
        let Step::Files(files) = &mut self.step else {
            return;
        };
        for file in std::mem::take(files) {
            let given = loaded.iter().find(|(of, _)| *of == file);
            let bytes = given.and_then(|(_, bytes)| bytes.as_ref());
            if bytes.is_none_or(|bytes| self.pool.plan.add_file(file, bytes).is_err()) {
                self.unavailable.insert(file);
            }
        }
        self.advance();
    }

    /// Provides the results of the requested checks, in their order; a missing one counts as
    /// unsupported. Does nothing if no checks were requested.
    pub fn give_answers(&mut self, answers: Vec<SignatureAnswer>) {
        if let Step::Answers(checks) = &mut self.step {
            self.pool.answer(std::mem::take(checks), answers);
            self.advance();
        }
    }

    /// Returns the result. Before [`Need::Done`] it is based on what was provided so far, without
    /// unverified certificates.
    #[must_use]
    pub fn finish(self) -> Repair {
        result::of(&self)
    }

    /// Whether no chain can be searched: there is no leaf, or the leaf is its own issuer.
    fn is_hopeless(&self) -> bool {
        let anchors = &self.pool.plan.anchors;
        let own_root = |leaf: &Certificate| leaf.is_self_issued() && !anchors.iter().any(|a| a.is(leaf));
        self.plan.chain.leaf_missing || self.pool.get(0).is_none_or(own_root)
    }

    /// Continues until something is needed.
    fn advance(&mut self) {
        loop {
            // Request the keys of listed roots first. A program that embeds them then takes the
            // same steps.
            let missing = self.pool.plan.missing_files().iter().copied();
            let keys: Vec<PoolFile> = missing.filter(|file| !self.unavailable.contains(file)).collect();
            if !keys.is_empty() {
                self.step = Step::Files(keys);
                return;
            }
            let graph = self.pool.graph();
            let possible = !search(&self.pool, &graph, true).complete.is_empty();
            if possible {
                if self.asks_answers() {
                    return;
                }
                if choose(&self.pool, &graph).is_some_and(|c| c.leaf_rejected || (c.accepted && self.ends_in_root(&c)))
                {
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
        let missing_root = result::root_bucket(self).filter(|bucket| !self.asked.contains(bucket));
        match missing_root {
            Some(bucket) if self.asked.len() < MAX_FILES => self.ask_certificates(vec![bucket]),
            _ => self.step = Step::Done,
        }
    }

    /// Requests the certificates of buckets, and their heads if the plan does not have them. The
    /// heads say to which roots issuers of these names lead.
    fn ask_certificates(&mut self, buckets: Vec<u8>) {
        let (trust, files) = (self.pool.plan.trust, &self.pool.plan.files);
        let heads = buckets.iter().flat_map(|bucket| trust.missing_heads(*bucket, files));
        let heads = heads.filter(|file| !self.unavailable.contains(file));
        let certificates = buckets.iter().flat_map(|bucket| trust.certificate_files(*bucket));
        let wanted = heads.chain(certificates).collect();
        self.step = Step::Files(wanted);
        self.asked.extend(buckets);
    }

    /// Whether the certificates of a bucket could not be loaded.
    fn is_unavailable(&self, bucket: u8) -> bool {
        self.unavailable.contains(&PoolFile::Certificates(bucket))
    }

    /// The buckets that could not be loaded and might have changed the result.
    fn unavailable(&self) -> Vec<u8> {
        let missing = self.pool.plan.missing_files();
        let counts = |file: &&PoolFile| matches!(file, PoolFile::Certificates(_)) || missing.contains(file);
        let buckets: BTreeSet<u8> = self
            .unavailable
            .iter()
            .filter(counts)
            .map(|file| file.bucket())
            .collect();
        buckets.into_iter().collect()
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

    /// Looks up missing issuers: takes them from the loaded files, or requests files.
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
        let mut wanted: Vec<u8> = names.iter().map(|name| pool::bucket(name)).collect();
        wanted.retain(|bucket| !self.asked.contains(bucket));
        order::by_key(&mut wanted, |number| *number);
        wanted.dedup();
        wanted.truncate((MAX_FILES - 1).saturating_sub(self.asked.len()));
        if !wanted.is_empty() {
            self.ask_certificates(wanted);
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

    /// The certificates of a name in the loaded files: those with a wanted key identifier if there
    /// are any, otherwise all.
    fn candidates(&self, name: &str) -> Vec<Certificate> {
        let wanted: Vec<&[u8]> = self
            .pool
            .certificates()
            .iter()
            .filter(|c| c.issuer.canonical() == name)
            .filter_map(|c| c.extensions.aki.as_ref()?.key_id.as_deref())
            .collect();
        let mut found = self.in_bucket(pool::bucket(name));
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

    /// The readable certificates of a bucket, if its file was loaded.
    fn in_bucket(&self, bucket: u8) -> Vec<Certificate> {
        let ders = self.pool.plan.files.certificates(bucket).into_iter();
        ders.take(MAX_IN_FILE).filter_map(|der| decode(&der).ok()).collect()
    }

    /// The listed root with this name and fingerprint, if its file was loaded.
    fn known_root(&self, name: &str, sha256: &Fingerprint) -> Option<Certificate> {
        let found = self.in_bucket(pool::bucket(name));
        found.into_iter().find(|c| c.sha256 == *sha256)
    }
}

enum Lookup {
    /// Files were requested.
    Asks,
    /// There are new certificates.
    Grew,
    /// There is nothing new.
    Nothing,
}
