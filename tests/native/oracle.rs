//! The differential test: compares our answers with those of real JDKs, recorded in `oracle/`.
//!
//! The corpus is generated again from its seed; a recorded answer counts only for exactly the
//! same bytes. `answers.jsonl` is complete, for the newest 17; the files of the other releases
//! have the answers that differ, alerts apart. For every release accept or reject must agree for
//! every case, and the message for at least 99 of 100. Each recorded message, pasted as a log line,
//! must be recognized and belong to the finding that its chain has. [`KNOWN`] lists the remaining
//! differences with their reasons; an entry that no longer differs must be removed. The files
//! `real*.jsonl` have the answers for real chains under all of AWS's roots.

use crate::common::{Remembering, corpus};
use std::collections::{BTreeMap, BTreeSet};

use crate::common::corpus::Case;
use crate::common::corpus::real::{RealCase, real_corpus};
use serde_json::Value;
use sslengine_doctor::cert::{Certificate, Fingerprint, UnixTime, decode};
use sslengine_doctor::chain::{Anchor, Chain, Links, Signatures};
use sslengine_doctor::handshake::{HandshakeInput, check, unreadable};
use sslengine_doctor::ingest::{Limits, ingest};
use sslengine_doctor::trust::java::{DistrustPolicy, JavaRelease, NEWEST_17, RELEASES, prefix};
use sslengine_doctor::trust::parse_hex;
use sslengine_doctor::verify::Verifier as _;

/// A known difference in messages: releases, a part of the ids of its cases, and the reason.
struct Known {
    releases: &'static [&'static str],
    parts: &'static [&'static str],
    reason: &'static str,
}

/// The differences in messages. Whether a release accepts may never differ.
const KNOWN: &[Known] = &[
    Known {
        releases: &["11.0.13", "17.0.21.1", "21.0.8", "25.0.3"],
        parts: &["key-ec-hybrid-point+length/10-root-second"],
        reason: "no key for this leaf, so the oracle asked the trust manager, which has no limit of ten certificates; a handshake has",
    },
    Known {
        releases: &["17.0.21.1", "25.0.3"],
        parts: &["signed-pss-no-parameters", "signed-pss-null-parameters"],
        reason: "the reader does not distinguish missing parameters from unknown ones; only the alert differs",
    },
];

/// The same for real chains.
const KNOWN_OF_REAL: &[Known] = &[Known {
    releases: &["11.0.13", "17.0.21.1", "21.0.8", "25.0.3"],
    parts: &["chain/private-wpt/others-twice"],
    reason: "no key for this leaf, so the oracle asked the trust manager, which has no limit of 32,768 bytes; a handshake has",
}];

/// The releases other than the newest 17, with the file of their answers.
const OTHERS: [(&str, &str); 3] = [
    ("11.0.13", "answers-11.jsonl"),
    ("21.0.8", "answers-21.jsonl"),
    ("25.0.3", "answers-25.jsonl"),
];

struct Answer {
    accepted: bool,
    message: Option<String>,
    /// The code of the decisive finding; `hostname` for the check of the host name.
    code: Option<&'static str>,
}

/// The certificates of a case, read once for all releases.
struct Prepared {
    chain: Chain,
    unreadable: bool,
}

/// The host, the time and the signatures of a case.
struct Asked<'a> {
    host: Option<&'a str>,
    at: i64,
    signatures: Signatures<'a>,
}

impl Prepared {
    fn new(chain: &[Vec<u8>]) -> Self {
        let mut certificates: Vec<Certificate> = Vec::new();
        let mut unreadable = false;
        for der in chain {
            match decode(&der.clone().into()) {
                Ok(certificate) => certificates.push(certificate),
                Err(_) => unreadable = true,
            }
        }
        Self {
            chain: Chain::new(certificates, true),
            unreadable,
        }
    }
}

/// The tables' form of these hashes.
fn prefixes(hashes: &[String]) -> Vec<u64> {
    let mut out: Vec<u64> = hashes
        .iter()
        .map(|hash| prefix(&parse_hex::<32>(hash).unwrap()))
        .collect();
    out.sort_unstable();
    out
}

impl Prepared {
    /// What the library says for one release and its anchors.
    fn answer(&self, asked: &Asked<'_>, anchors: &[Anchor], release: &JavaRelease<'_>) -> Answer {
        let sent = self.chain.sent();
        let input = HandshakeInput {
            certificates: &self.chain.certificates,
            first_seen: &self.chain.first_seen,
            sent: &sent,
            unreadable: self.unreadable,
            anchors,
            signatures: asked.signatures,
            at: UnixTime::from_seconds(asked.at),
            release,
            release_is_known: false,
            jdk_roots: false,
        };
        let result = check(&input, asked.host);
        let name = result.hostname.filter(|_| result.accepted);
        let code = match (&result.reason, &name) {
            (Some(finding), _) => Some(finding.detail.code()),
            (None, Some(name)) if !name.accepted => Some("hostname"),
            _ => None,
        };
        Answer {
            accepted: result.accepted && name.as_ref().is_none_or(|n| n.accepted),
            message: result.message.or_else(|| name.and_then(|n| n.message)),
            code,
        }
    }
}

/// What the library says for each release.
fn ours(case: &Case, releases: &[&JavaRelease<'_>]) -> Vec<Answer> {
    let prepared = Prepared::new(&case.chain);
    let anchors = case.anchors.iter().filter_map(|der| decode(&der.clone().into()).ok());
    let anchors: Vec<Certificate> = anchors.collect();
    let all: Vec<Anchor> = anchors.iter().map(Anchor::of_certificate).collect();
    let links = Links::find(&prepared.chain.certificates, &all);
    let answers = Remembering.verify_all(links.checks());
    let asked = Asked {
        host: case.host.as_deref(),
        at: case.at,
        signatures: Signatures::new(&links, &answers),
    };
    let (blocked, distrusted) = (prefixes(&case.blocked), prefixes(&case.distrusted));
    let ask = |release: &&JavaRelease<'_>| {
        // The oracle marks anchors as distrusted by the policy for Symantec.
        let symantec = release.policies.iter().find(|policy| policy.ca == "Symantec").unwrap();
        let policies = [DistrustPolicy {
            anchors: &distrusted,
            ..*symantec
        }];
        let release = JavaRelease {
            policies: &policies,
            blocked: &blocked,
            ..**release
        };
        prepared.answer(&asked, &anchors_of(&anchors, &release), &release)
    };
    releases.iter().map(ask).collect()
}

/// The anchors in the store of a release: those that it can read.
fn anchors_of(certificates: &[Certificate], release: &JavaRelease<'_>) -> Vec<Anchor> {
    let readable = certificates.iter().filter(|c| unreadable(c, release).is_none());
    readable.map(Anchor::of_certificate).collect()
}

/// AWS's roots as anchors, all and those of each release.
struct Roots {
    all: Vec<Anchor>,
    of_release: Vec<Vec<Anchor>>,
}

/// What the library says about a real chain for each release.
fn ours_real(case: &RealCase, roots: &Roots, releases: &[&JavaRelease<'_>]) -> Vec<Answer> {
    let prepared = Prepared::new(&case.chain);
    let links = Links::find(&prepared.chain.certificates, &roots.all);
    let answers = Remembering.verify_all(links.checks());
    let asked = Asked {
        host: case.host.as_deref(),
        at: case.at,
        signatures: Signatures::new(&links, &answers),
    };
    let all = releases.iter().zip(&roots.of_release);
    all.map(|(release, anchors)| prepared.answer(&asked, anchors, release))
        .collect()
}

/// Feeds a message back: pasted alone and after API Gateway's prefix, it must be recognized, and
/// belong to the finding that the chain has. Returns what is wrong.
fn message_fault(message: &str, code: &str) -> Option<String> {
    const PREFIX: &str = "(id) Execution failed due to configuration error: ";
    for text in [
        message.to_owned(),
        format!("{PREFIX}{message}"),
        format!("SSLHandshakeException: {message}\n\tat x"),
    ] {
        let messages = ingest(text.clone().into_bytes().into(), &Limits::default())
            .hints
            .messages;
        let [found] = messages.as_slice() else {
            return Some(format!("{code}: {text}\n  {messages:?}"));
        };
        if found.execution_failed != text.starts_with(PREFIX) || !found.kind.finding_codes().contains(&code) {
            return Some(format!(
                "{code}: {text}\n  {:?} {:?}",
                found.kind,
                found.kind.finding_codes()
            ));
        }
    }
    None
}

fn lines(file: &str) -> Vec<Value> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/oracle")
        .join(file);
    let text = std::fs::read_to_string(file).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn recorded(file: &str) -> BTreeMap<String, Value> {
    lines(file)
        .into_iter()
        .map(|value| (value["id"].as_str().unwrap().to_owned(), value))
        .collect()
}

/// Whether newer releases report only why they cannot read a value of this leaf, such as "Too
/// short". A log line with such a text may be about anything.
fn is_bare_text(id: &str) -> bool {
    id.contains("leaf/malformed-subject-alt-name-") || id.contains("leaf/malformed-extended-key-usage-")
}

/// A message without the alert before it.
fn without_alert(message: &str) -> &str {
    message
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(") "))
        .map_or(message, |(_, rest)| rest)
}

/// Whether the recorded answer has this message. With several anchors the JDK may report any of
/// several. Alerts are compared if the release has them in messages, except if the trust manager
/// was asked: then the alert is the oracle's own.
fn says(theirs: &Value, ours: &str, release: &JavaRelease<'_>) -> bool {
    let compare_alert = release.alert_in_message && theirs["mode"] != "trust-manager";
    // The oracle writes `null` for an exception without a text.
    let same = |message: &Value| {
        let message = message.as_str().filter(|text| *text != "null").unwrap_or_default();
        message == ours || (!compare_alert && without_alert(message) == without_alert(ours))
    };
    same(&theirs["message"])
        || theirs["alternatives"]
            .as_array()
            .is_some_and(|list| list.iter().any(same))
}

/// The differences from one release.
#[derive(Default)]
struct Differences {
    answers: Vec<(String, String)>,
    messages: Vec<(String, String)>,
    refused: usize,
}

/// The releases that were asked, the newest 17 first.
fn asked_releases() -> Vec<&'static JavaRelease<'static>> {
    let release = |version: &str| RELEASES.iter().find(|release| release.version == version).unwrap();
    std::iter::once(NEWEST_17)
        .chain(OTHERS.iter().map(|(version, _)| release(version)))
        .collect()
}

#[test]
fn our_answers_agree_with_real_jdks() {
    let newest = recorded("answers.jsonl");
    let others: Vec<BTreeMap<String, Value>> = OTHERS.iter().map(|(_, file)| recorded(file)).collect();
    let releases = asked_releases();
    let cases = corpus::corpus();
    assert!(cases.len() >= 1500, "{} cases", cases.len());
    let mut found: Vec<Differences> = releases.iter().map(|_| Differences::default()).collect();
    let mut messages: BTreeSet<(String, &'static str)> = BTreeSet::new();
    for case in cases {
        let base = newest
            .get(&case.id)
            .unwrap_or_else(|| panic!("{}: no answer recorded, run `make oracle`", case.id));
        for (n, ours) in ours(case, &releases).into_iter().enumerate() {
            let theirs = n.checked_sub(1).and_then(|n| others[n].get(&case.id)).unwrap_or(base);
            assert_eq!(
                theirs["sha256"].as_str().unwrap(),
                case.digest(),
                "{}: the recorded answer is for other bytes",
                case.id
            );
            let accepted = theirs["accepted"].as_bool().unwrap();
            let text = format!("{}\n  JDK {:?}\n  we  {:?}", case.id, theirs["message"], ours.message);
            let differences = &mut found[n];
            if ours.accepted != accepted {
                differences.answers.push((case.id.clone(), text));
            } else if !accepted {
                differences.refused += 1;
                if let (Some(message), Some(code)) = (theirs["message"].as_str(), ours.code)
                    && ours.message.as_deref() == Some(message)
                    && !(releases[n].traits().requires_readable_leaf && is_bare_text(&case.id))
                {
                    messages.insert((message.to_owned(), code));
                }
                if !says(theirs, &ours.message.unwrap_or_default(), releases[n]) {
                    differences.messages.push((case.id.clone(), text));
                }
            }
        }
    }
    print_figures(&releases, &found, cases.len());
    let problems: Vec<String> = releases
        .iter()
        .zip(&found)
        .flat_map(|(release, found)| disagreements(release.version, found, KNOWN))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let wrong: Vec<String> = messages
        .iter()
        .filter_map(|(message, code)| message_fault(message, code))
        .collect();
    assert!(messages.len() >= 120, "{} messages", messages.len());
    assert!(
        wrong.is_empty(),
        "{} messages are not recognized:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn print_figures(releases: &[&JavaRelease<'_>], found: &[Differences], cases: usize) {
    for (release, found) in releases.iter().zip(found) {
        println!(
            "{}: {cases} cases: {} differ in the answer; of {} refused by both {} differ in the message",
            release.version,
            found.answers.len(),
            found.refused,
            found.messages.len()
        );
    }
}

/// The files of the answers for real chains, in the order of [`asked_releases`].
const REAL: [&str; 4] = ["real.jsonl", "real-11.jsonl", "real-21.jsonl", "real-25.jsonl"];

/// Real chains under all of AWS's roots, with the lists of each release as they are.
#[test]
fn our_answers_agree_with_real_jdks_about_real_chains() {
    let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = real_corpus(project);
    let recorded: Vec<BTreeMap<String, Value>> = REAL.iter().map(|file| recorded(file)).collect();
    let releases = asked_releases();
    let roots: Vec<Certificate> = corpus
        .roots
        .iter()
        .map(|der| decode(&der.clone().into()).unwrap())
        .collect();
    let roots = Roots {
        all: roots.iter().map(Anchor::of_certificate).collect(),
        of_release: releases.iter().map(|release| anchors_of(&roots, release)).collect(),
    };
    let mut found: Vec<Differences> = releases.iter().map(|_| Differences::default()).collect();
    let mut accepted_by_newest = 0;
    for case in &corpus.cases {
        let base = recorded[0]
            .get(&case.id)
            .unwrap_or_else(|| panic!("{}: no answer recorded, run `make oracle`", case.id));
        for (n, ours) in ours_real(case, &roots, &releases).into_iter().enumerate() {
            let theirs = recorded[n].get(&case.id).unwrap_or(base);
            assert_eq!(
                theirs["sha256"].as_str().unwrap(),
                case.digest(),
                "{}: the recorded answer is for other bytes",
                case.id
            );
            let accepted = theirs["accepted"].as_bool().unwrap();
            accepted_by_newest += usize::from(accepted && n == 0);
            let text = format!("{}\n  JDK {:?}\n  we  {:?}", case.id, theirs["message"], ours.message);
            if ours.accepted != accepted {
                found[n].answers.push((case.id.clone(), text));
            } else if !accepted {
                found[n].refused += 1;
                if !says(theirs, &ours.message.unwrap_or_default(), releases[n]) {
                    found[n].messages.push((case.id.clone(), text));
                }
            }
        }
    }
    print_figures(&releases, &found, corpus.cases.len());
    assert!(corpus.cases.len() > 4000 && accepted_by_newest > 200 && found.iter().all(|f| f.refused > 3000));
    let problems: Vec<String> = releases
        .iter()
        .zip(&found)
        .flat_map(|(release, found)| disagreements(release.version, found, KNOWN_OF_REAL))
        .collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What is wrong with the differences from a release.
fn disagreements(version: &str, found: &Differences, known: &[Known]) -> Vec<String> {
    let known: Vec<&Known> = known.iter().filter(|known| known.releases.contains(&version)).collect();
    let explains = |known: &&&Known, id: &str| known.parts.iter().any(|part| id.contains(part));
    let mut out = Vec::new();
    for (_, text) in &found.answers {
        out.push(format!("{version}: the answer differs: {text}"));
    }
    for (id, text) in &found.messages {
        if !known.iter().any(|known| explains(&known, id)) {
            out.push(format!("{version}: the message differs: {text}"));
        }
    }
    for known in known {
        let differs = |part: &&str| found.messages.iter().any(|(id, _)| id.contains(part));
        if !known.parts.iter().any(differs) {
            out.push(format!("{version}: no longer different: {}", known.reason));
        }
    }
    if found.messages.len() * 100 > found.refused {
        out.push(format!("{version}: over 1 in 100 messages differ"));
    }
    out
}

/// The policies' answers for AWS's roots, as recorded from each release.
#[test]
fn the_same_roots_are_distrusted_from_the_same_day() {
    let at = UnixTime::parse_rfc3339("2026-11-29T12:00:00Z").unwrap();
    let recorded = lines("distrust.jsonl");
    assert!(recorded.len() > 40);
    let mut anchors: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in &recorded {
        let sha256 = row["sha256"].as_str().unwrap();
        let fingerprint = Fingerprint(parse_hex(sha256).unwrap());
        for version in row["releases"].as_array().unwrap() {
            let version = version.as_str().unwrap();
            anchors.entry(version.to_owned()).or_default().push(sha256.to_owned());
            let release = RELEASES.iter().find(|release| release.version == version).unwrap();
            let day = row["issuedAfter"].as_str();
            let last = day.map_or(UnixTime::MIN, |day| {
                UnixTime::parse_rfc3339(&format!("{day}T23:59:59Z")).unwrap()
            });
            let next = UnixTime::from_seconds(last.seconds() + 1);
            assert_eq!(
                release.distrusts(&fingerprint, last, at).is_some(),
                day.is_none(),
                "{version} {sha256}"
            );
            let distrust = release.distrusts(&fingerprint, next, at).unwrap();
            assert_eq!(distrust.issued_after, day, "{version} {sha256}");
            let message = row["message"].as_str().unwrap();
            let start = match day {
                Some(day) => format!("TLS Server certificate issued after {day} and anchored by"),
                None => "TLS Server certificate anchored by".to_owned(),
            };
            let ca = format!(" a distrusted legacy {} root CA: ", distrust.ca);
            assert!(message.starts_with(&(start + &ca)), "{version} {message}");
        }
    }
    // No other root of AWS's list is distrusted.
    for release in RELEASES {
        let known = anchors.remove(release.version).unwrap_or_default();
        for entry in sslengine_doctor::trust::TrustStore::aws().entries() {
            let sha256 = entry.sha256.to_string().replace(':', "").to_lowercase();
            assert_eq!(
                release.distrusts(&entry.sha256, at, at).is_some(),
                known.contains(&sha256),
                "{} {sha256}",
                release.version
            );
        }
    }
}
