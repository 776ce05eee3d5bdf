//! What holds for every input, checked on generated ones: order, copies, line endings and text
//! around the certificates, certificates that no path needs, and the repaired chain.
//!
//! Each input is made from a fixture, at a time at which the fixture shows what it is for, and is
//! checked with AWS's list, with `insecureSkipVerification`, and with the fixture's last
//! certificate as the only root.

use std::sync::LazyLock;

use crate::common::*;
use bytes::Bytes;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;
use sslengine_doctor::cert::{Certificate, decode};
use sslengine_doctor::chain::is_end_entity;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Options, judge, plan_with, repair_with, truststore};
use sslengine_doctor::handshake::JDK;
use sslengine_doctor::report::{Outcome, PathStep, Repair, RepairStatus, Report, RuleId, Verdict};
use sslengine_doctor::trust::{AwsList, TrustStore, pool};
use sslengine_doctor::verify::Verifier as _;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----\n";

/// One certificate of a fixture.
#[derive(Clone)]
struct One {
    pem: String,
    certificate: Certificate,
}

/// A chain as a server sends it, in the fixture's order.
struct Sample {
    name: String,
    chain: Vec<One>,
    at: &'static str,
}

/// The certificates of a text that can be decoded, without the text between them.
fn certificates(text: &str) -> Vec<One> {
    let block = |rest: &str| rest.split_once(END).map(|(body, _)| [BEGIN, body, END].concat());
    let blocks = text.split(BEGIN).skip(1).filter_map(block);
    let one = |pem: String| {
        let (_, parsed) = x509_parser::pem::parse_x509_pem(pem.as_bytes()).unwrap();
        let certificate = decode(&Bytes::from(parsed.contents)).ok()?;
        Some(One { pem, certificate })
    };
    blocks.filter_map(one).collect()
}

/// The names of the PEM files of a folder of the fixtures, in order.
fn names(folder: &str) -> Vec<String> {
    let path = format!("{}/tests/fixtures/{folder}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(path).unwrap();
    let name = |file: std::fs::DirEntry| file.file_name().into_string().unwrap();
    let mut names: Vec<String> = files.map(|file| name(file.unwrap())).collect();
    names.retain(|name| name.ends_with(".pem"));
    names.sort();
    names
}

/// The time at which a fixture shows what it is for.
fn time_of(name: &str) -> &'static str {
    match name.trim_end_matches(".pem") {
        "certificate-blocked" => "2011-06-15T12:00:00Z",
        "private-wpt" => "2022-01-01T00:00:00Z",
        "key-compromised" => "2026-12-15T12:00:00Z",
        "self-issued-pair" => "2027-06-15T12:00:00Z",
        "amazon-expired" => "2024-06-15T12:00:00Z",
        "cloudflare-dns-2021" => "2022-01-01T00:00:00Z",
        "crates-io" => "2023-06-01T00:00:00Z",
        "entrust-2019" => "2020-01-01T00:00:00Z",
        "netflix-2016" | "tubitak-2017" => "2017-06-01T12:00:00Z",
        name if name.starts_with("amazon") => AMAZON,
        _ => MADE,
    }
}

/// The chains of the fixtures, and those that the made certificates form.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let mut samples = Vec::new();
    for leaf in ["leaf-2048", "leaf-2049", "leaf-4096", "leaf-p256"] {
        for issuer in ["intermediate", "intermediate-expired", "not-ca"] {
            samples.push(Sample {
                name: format!("{leaf}, {issuer}, root"),
                chain: certificates(&made(&[leaf, issuer, "root"])),
                at: MADE,
            });
        }
    }
    for folder in ["findings", "products", "real"] {
        for name in names(folder) {
            samples.push(Sample {
                chain: certificates(&fixture(&format!("{folder}/{name}"))),
                at: time_of(&name),
                name,
            });
        }
    }
    samples.retain(|sample| !sample.chain.is_empty());
    assert!(samples.len() > 60, "{}", samples.len());
    samples
});

/// How an input is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// With AWS's list.
    Plain,
    /// With `insecureSkipVerification`.
    Skip,
    /// With a list of the fixture's last certificate only, by its fingerprint.
    Listed,
    /// With a truststore of the fixture's last certificate only.
    Own,
}

const MODES: [Mode; 4] = [Mode::Plain, Mode::Skip, Mode::Listed, Mode::Own];

fn a_mode() -> impl Strategy<Value = Mode> {
    proptest::sample::select(MODES.to_vec())
}

impl Sample {
    fn options(&self, mode: Mode) -> Options {
        Options {
            insecure_skip_verification: mode == Mode::Skip,
            ..options(self.at)
        }
    }

    fn trust(&self, mode: Mode) -> TrustStore {
        let last = self.chain.last().unwrap();
        let entry = format!("Alias name: example\nSHA256: {}\n", last.certificate.sha256);
        let own = || truststore(&[(String::new(), last.pem.clone().into())], &Passwords::none(), None);
        match mode {
            Mode::Own => own().unwrap().store,
            Mode::Listed => TrustStore::embedded().listing(&AwsList::parse(&entry)),
            Mode::Plain | Mode::Skip => TrustStore::embedded().clone(),
        }
    }

    fn ask(&self, input: &str, mode: Mode) -> Report {
        ask(input, &self.options(mode), &self.trust(mode)).unwrap()
    }

    fn repair(&self, input: &str, mode: Mode) -> Repair {
        let trust = self.trust(mode);
        let plan = plan_with(input.to_owned().into(), &self.options(mode), &trust).unwrap();
        let report = judge(&plan, &Remembering.verify_all(plan.checks()));
        let load = |file: pool::PoolFile| Some(pool::embedded_certificates(file.bucket()));
        repair_with(&plan, &report, &Remembering, load)
    }

    fn text(&self) -> String {
        text(&self.chain)
    }

    /// The report on the chain with its first certificate twice. Java follows a chain that is in
    /// order, and searches a path in any other: `handshake/pkix_validator.rs`.
    fn in_no_order(&self, mode: Mode) -> Report {
        self.ask(&text(self.chain.first().into_iter().chain(&self.chain)), mode)
    }

    /// The report on the leaf and its issuers, in order.
    fn in_order(&self, mode: Mode, leaf: &str) -> Report {
        let rest = || self.chain.iter().map(|one| &one.certificate);
        let mut sent: Vec<&One> = self
            .chain
            .iter()
            .filter(|one| one.certificate.sha256.to_string() == leaf)
            .collect();
        while let Some(last) = sent.last()
            && let Some(place) = rest().position(|c| c.subject == last.certificate.issuer)
            && !sent
                .iter()
                .any(|one| one.certificate.sha256 == self.chain[place].certificate.sha256)
        {
            sent.push(&self.chain[place]);
        }
        self.ask(&text(sent), mode)
    }

    /// Whether two certificates have one name: which of them a rejected chain is followed over may
    /// depend on the order, and so may the requirements that are then not met.
    fn is_ambiguous(&self) -> bool {
        let mut names: Vec<&str> = self
            .chain
            .iter()
            .map(|one| one.certificate.subject.canonical())
            .collect();
        names.sort_unstable();
        names.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// What the order of the input does not decide: the verdict, Java's answer, the requirements
    /// that are not met, and the root of an accepted chain.
    fn essence(&self, report: &Report) -> (Verdict, bool, Option<[bool; 4]>, Option<String>) {
        let accepted = report.handshake.accepted;
        let unmet = || report.outcomes().map(|outcome| outcome == Outcome::Fail);
        let root = report.path.last().filter(|_| accepted);
        (
            report.verdict,
            accepted,
            (accepted || !self.is_ambiguous()).then(unmet),
            root.map(|step| print(report, step)),
        )
    }
}

fn text<'a>(chain: impl IntoIterator<Item = &'a One>) -> String {
    chain.into_iter().map(|one| one.pem.as_str()).collect()
}

/// The SHA-256 of the certificate at which a step of the path is.
fn print(report: &Report, step: &PathStep) -> String {
    match step {
        PathStep::Certificate(index) => report.certificates[index.0 as usize].sha256.clone(),
        PathStep::Anchor { anchor } => anchor.sha256.clone(),
    }
}

fn leaf(report: &Report) -> String {
    print(report, report.path.first().unwrap())
}

fn has(report: &Report, code: &str) -> bool {
    let mut findings = report.rules.iter().flat_map(|rule| &rule.findings);
    findings.any(|finding| finding.detail.code() == code)
}

/// The report as JSON without what depends on the text around the certificates.
fn without_places(report: &Report) -> Value {
    let mut json = serde_json::to_value(report).unwrap();
    json["input"] = Value::Null;
    for certificate in json["certificates"].as_array_mut().unwrap() {
        certificate["source"] = Value::Null;
    }
    json
}

/// Lines that people have around certificates. None of them says anything about a server.
const NOISE: [&str; 6] = [
    "",
    "# a comment",
    "Bag Attributes\n    friendlyName: one",
    "\u{feff}",
    "2026-06-15 12:00:00 INFO the certificate follows",
    "----- certificate -----",
];

const LINE_ENDINGS: [&str; 3] = ["\n", "\r\n", "\r"];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 120, ..ProptestConfig::default() })]

    /// Line endings, and lines between the certificates, change nothing but the places.
    #[test]
    fn line_endings_and_noise_change_nothing(
        of in any::<Index>(),
        mode in a_mode(),
        ending in 0..LINE_ENDINGS.len(),
        noise in proptest::collection::vec(0..NOISE.len(), 12),
    ) {
        let sample = of.get(&SAMPLES);
        let mut noisy = String::new();
        for (one, noise) in sample.chain.iter().zip(noise.iter().cycle()) {
            noisy += &format!("{}\n{}", NOISE[*noise], one.pem);
        }
        let noisy = noisy.replace('\n', LINE_ENDINGS[ending]);
        let (plain, noisy) = (sample.ask(&sample.text(), mode), sample.ask(&noisy, mode));
        prop_assert_eq!(without_places(&plain), without_places(&noisy), "{}", sample.name);
    }

    /// Any order, and any copies within Java's limits, give the same answer, if the leaf stays the
    /// same. A chain in order has an answer of its own if Java's search finds what its validation
    /// does not, or the other way round.
    #[test]
    fn order_and_copies_change_no_answer(
        of in any::<Index>(),
        mode in a_mode(),
        ranks in proptest::collection::vec(any::<u32>(), 16),
        copies in proptest::collection::vec(any::<Index>(), 0..3),
    ) {
        let sample = of.get(&SAMPLES);
        // Java's search gives up at two self-issued certificates in a row. Which ones it meets
        // depends on the order.
        prop_assume!(sample.name != "self-issued-pair.pem");
        let mut sent: Vec<(u32, &One)> = ranks.iter().copied().zip(&sample.chain).collect();
        let spare = ranks.iter().rev().copied();
        sent.extend(copies.iter().zip(spare).map(|(copy, rank)| (rank, copy.get(&sample.chain))));
        sent.sort_by_key(|(rank, _)| *rank);
        let bytes: usize = sent.iter().map(|(_, one)| one.certificate.der.len() + 3).sum();
        prop_assume!(sent.len() <= JDK.max_certificates && bytes + 3 <= JDK.max_message_bytes);

        let (plain, shuffled) = (sample.ask(&sample.text(), mode), sample.ask(&text(sent.into_iter().map(|(_, one)| one)), mode));
        let servers = sample.chain.iter().filter(|one| is_end_entity(&one.certificate)).count();
        if servers != 1 {
            prop_assume!(leaf(&plain) == leaf(&shuffled));
        }
        prop_assert_eq!(leaf(&plain), leaf(&shuffled), "{}", sample.name);
        let possible = [sample.in_order(mode, &leaf(&plain)), sample.in_no_order(mode), plain].map(|report| sample.essence(&report));
        let shuffled = sample.essence(&shuffled);
        prop_assert!(possible.contains(&shuffled), "{} {:?}: {:?} {:?}", sample.name, mode, shuffled, possible);
    }

    /// A certificate that issued no other one of the input makes no rejected chain acceptable. At
    /// most it does what a copy does: the chain is no longer in order, so Java searches a path.
    #[test]
    fn a_certificate_that_no_path_needs_helps_nobody(
        of in any::<Index>(),
        mode in a_mode(),
        from in any::<Index>(),
        which in any::<Index>(),
        place in any::<Index>(),
    ) {
        let sample = of.get(&SAMPLES);
        let stranger = which.get(&from.get(&SAMPLES).chain);
        let issued = |one: &One| one.certificate.issuer == stranger.certificate.subject;
        prop_assume!(!sample.chain.iter().any(issued));
        let mut sent: Vec<&One> = sample.chain.iter().collect();
        // Another server's certificate stands at the end: in front it would be the leaf.
        let last = is_end_entity(&stranger.certificate);
        sent.insert(if last { sent.len() } else { place.index(sent.len() + 1) }, stranger);

        let (alone, together) = (sample.ask(&sample.text(), mode), sample.ask(&text(sent), mode));
        prop_assume!(!has(&alone, "leaf-missing") && leaf(&alone) == leaf(&together));
        let in_no_order = sample.in_no_order(mode);
        let accepts = |report: &Report| report.handshake.accepted;
        prop_assert!(!accepts(&together) || accepts(&alone) || accepts(&in_no_order), "{} {:?}", sample.name, mode);
        let passes = |report: &Report| report.verdict == Verdict::Pass;
        prop_assert!(!passes(&together) || passes(&alone) || passes(&in_no_order), "{} {:?}", sample.name, mode);
    }

    /// The repaired chain gets the answer that the repair promised when it is checked again, and
    /// has nothing more to repair. If Java does not accept it, the report names the reason.
    #[test]
    fn a_repaired_chain_is_accepted_or_the_report_says_why(
        of in any::<Index>(),
        mode in proptest::sample::select(vec![Mode::Plain, Mode::Skip, Mode::Own]),
        keep in any::<u16>(),
        ranks in proptest::collection::vec(any::<u32>(), 16),
        from in any::<Index>(),
    ) {
        let sample = of.get(&SAMPLES);
        let other = from.get(&SAMPLES);
        let mixed = other.chain.iter().filter(|one| !is_end_entity(&one.certificate));
        let kept = sample.chain.iter().enumerate().filter(|(i, _)| *i == 0 || keep >> i & 1 != 0).map(|(_, one)| one);
        let mut sent: Vec<(u32, &One)> = ranks.iter().copied().zip(kept.chain(mixed)).collect();
        sent.sort_by_key(|(rank, _)| *rank);
        let input = text(sent.into_iter().map(|(_, one)| one));

        let repair = sample.repair(&input, mode);
        prop_assume!(!repair.chain.is_empty());
        let again = sample.ask(&repair.recommended(), mode);
        prop_assert_eq!(
            (again.handshake.accepted, again.verdict),
            (repair.accepted, repair.verdict),
            "{} {:?}", sample.name, mode
        );
        // Without a possible chain, the outcomes are those of the input.
        if !matches!(repair.status, RepairStatus::Impossible { .. }) {
            prop_assert_eq!(again.outcomes(), repair.outcomes, "{} {:?}", sample.name, mode);
        }
        let whole = matches!(repair.status, RepairStatus::Complete {} | RepairStatus::AlreadyComplete {});
        if repair.accepted {
            prop_assert!(whole, "{} {mode:?}: {:?}", sample.name, repair.status);
            let twice = sample.repair(&repair.recommended(), mode);
            prop_assert_eq!(twice.changes, [], "{} {:?}", sample.name, mode);
        } else {
            prop_assert!(again.handshake.reason.is_some() && again.verdict != Verdict::Pass, "{} {:?}", sample.name, mode);
        }
        // A repair makes nothing worse, except where order alone makes a chain acceptable.
        let by_order = [sample, other].iter().any(|one| ORDER_DECIDES.contains(&one.name.as_str()));
        prop_assert!(repair.accepted || by_order || !sample.ask(&input, mode).handshake.accepted, "{} {:?}", sample.name, mode);
    }
}

/// The fixtures for which Java's answer depends on the order, which is why the properties mention
/// it. If the chain is in order, Java does not look at the root's dates, and it gives up if no root
/// has the key identifier that is named. If it has to search, it is the other way round.
const ORDER_DECIDES: [&str; 2] = ["anchor-identifier-mismatch.pem", "anchor-out-of-date.pem"];

#[test]
fn order_decides_only_where_java_looks_at_it() {
    let mut differ = Vec::new();
    for sample in SAMPLES.iter() {
        for mode in MODES {
            let (given, other) = (sample.ask(&sample.text(), mode), sample.in_no_order(mode));
            let same = leaf(&given) == leaf(&other) && !has(&other, "message-too-large");
            if same && sample.essence(&given) != sample.essence(&other) {
                differ.push(format!("{} {mode:?}", sample.name));
            }
        }
    }
    let expected = ORDER_DECIDES.map(|name| ["Skip", "Listed", "Own"].map(|mode| format!("{name} {mode}")));
    assert_eq!(differ, expected.concat());
}

/// Without these, the properties would hold for answers that are always the same.
#[test]
fn the_samples_have_every_answer() {
    let mut seen = std::collections::BTreeMap::<String, usize>::new();
    for sample in SAMPLES.iter() {
        for mode in MODES {
            let report = sample.ask(&sample.text(), mode);
            *seen.entry(format!("{:?}", report.verdict)).or_default() += 1;
            for rule in RuleId::ALL {
                let outcome = report.rule(rule).unwrap().outcome;
                *seen.entry(format!("{rule:?} {outcome:?}")).or_default() += 1;
            }
        }
    }
    for answer in ["Pass", "Fail", "Inconclusive"] {
        assert!(seen.get(answer).is_some_and(|count| *count > 2), "{answer}: {seen:?}");
    }
    for rule in ["SupportedCa", "Validity", "Chain", "KeySize"] {
        for outcome in ["Pass", "Fail"] {
            assert!(
                seen.contains_key(&format!("{rule} {outcome}")),
                "{rule} {outcome}: {seen:?}"
            );
        }
    }
}
