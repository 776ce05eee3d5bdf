//! What the tool answers, in codes: `tests/golden/answers`. Other tests say what is right for one
//! rule; these files show what else a change of the code changes.
//!
//! The text files have the answers for a sample of all chains. `digests.txt` has a hash of the
//! whole report for each generated chain.
//!
//! After an intended change: `UPDATE_GOLDEN=1 cargo test answers`, then read the difference.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Map, Value};
use sslengine_doctor::cert::{Certificate, Fingerprint, UnixTime, decode};
use sslengine_doctor::engine::{Options, judge, pem, plan_with, repair_with};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::json::{RepairView, ReportView};
use sslengine_doctor::report::Verdict;
use sslengine_doctor::trust::{AwsList, TrustStore};
use sslengine_doctor::verify::Verifier as _;

use crate::common::corpus::real::real_corpus;
use crate::common::corpus::{Case, corpus};
use crate::common::{AMAZON, Remembering, fixture, golden, made_list, time};
use crate::repair::load;

/// Texts, and values that say nothing about a decision.
const LEFT_OUT: [&str; 12] = [
    "message",
    "severity",
    "sha256",
    "sha1",
    "subject",
    "edition",
    "pem",
    "legacyMessage",
    "name",
    "source",
    "url",
    "issuer",
];

/// The value without what is left out and without empty entries, in a short form.
fn short(value: &Value, out: &mut String) {
    match value {
        Value::Object(entries) => {
            let kept: Vec<_> = entries
                .iter()
                .filter(|(key, value)| !LEFT_OUT.contains(&key.as_str()) && !value.is_null())
                .collect();
            for (at, (key, value)) in kept.iter().enumerate() {
                out.push_str(if at == 0 { "(" } else { ", " });
                out.push_str(key);
                out.push('=');
                short(value, out);
            }
            out.push_str(if kept.is_empty() { "()" } else { ")" });
        }
        Value::Array(values) => {
            out.push('[');
            for (at, value) in values.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { " " });
                short(value, out);
            }
            out.push(']');
        }
        Value::String(text) => out.push_str(text),
        other => write!(out, "{other}").unwrap(),
    }
}

/// `name(arguments)` of a finding or a fix whose name is under `key`.
fn named(value: &Value, key: &str) -> String {
    let mut entries = value.as_object().cloned().unwrap_or_default();
    let name = entries.remove(key).unwrap_or_default();
    let mut text = name.as_str().unwrap_or("?").to_owned();
    short(&Value::Object(entries), &mut text);
    text
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The lines about one report.
fn answer(report: &Value) -> String {
    let mut out = format!("  {}", report["verdict"].as_str().unwrap());
    let handshake = &report["handshake"];
    for field in ["accepted", "message"] {
        write!(out, " {}", handshake[field]).unwrap();
    }
    let mut path = String::new();
    short(&report["path"], &mut path);
    writeln!(out, " path={path} host={}", report["hostname"]["accepted"]).unwrap();
    for rule in list(&report["rules"]) {
        let findings: Vec<String> = list(&rule["findings"]).iter().map(|f| named(f, "code")).collect();
        writeln!(
            out,
            "  {} {}: {}",
            rule["rule"].as_str().unwrap(),
            rule["outcome"].as_str().unwrap(),
            findings.join("; ")
        )
        .unwrap();
    }
    for certificate in list(&report["certificates"]) {
        let shown: Map<String, Value> = [
            "index",
            "issuedBy",
            "signature",
            "validity",
            "key",
            "aliases",
            "duplicateOf",
        ]
        .iter()
        .map(|key| ((*key).to_owned(), certificate[*key].clone()))
        .collect();
        out.push_str("  ");
        short(&Value::Object(shown), &mut out);
        out.push('\n');
    }
    for fix in list(&report["fixes"]) {
        writeln!(out, "  fix {}", named(fix, "fix")).unwrap();
    }
    out
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

/// Removes the version of the program and the texts: strings with a blank.
fn without_texts(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.remove("tool");
            entries.values_mut().for_each(without_texts);
        }
        Value::Array(values) => values.iter_mut().for_each(without_texts),
        Value::String(text) if text.contains(' ') => text.clear(),
        _ => {}
    }
}

/// The answer for an input, and the repair if the client refuses the chain.
fn checked(input: String, options: &Options, trust: &TrustStore) -> String {
    checked_whole(input, options, trust).0
}

/// The same, and the whole report without its texts.
fn checked_whole(input: String, options: &Options, trust: &TrustStore) -> (String, Value) {
    let plan = match plan_with(input.into(), options, trust) {
        Ok(plan) => plan,
        Err(error) => {
            let words: String = format!("  {error:?}\n").chars().take(200).collect();
            return (words + "\n", Value::Null);
        }
    };
    let report = judge(&plan, &Remembering.verify_all(plan.checks()));
    let mut whole = json(&ReportView::new(&report, Locale::En));
    let mut out = answer(&whole);
    without_texts(&mut whole);
    if report.verdict != Verdict::Pass {
        let repair = repair_with(&plan, &report, &Remembering, load);
        let mut entries = json(&RepairView::new(&repair, Locale::En));
        entries
            .as_object_mut()
            .unwrap()
            .retain(|_, value| !value.as_str().is_some_and(|text| text.starts_with("-----BEGIN")));
        out.push_str("  repair ");
        short(&entries, &mut out);
        out.push('\n');
    }
    (out, whole)
}

/// The PEM blocks of a chain.
fn text_of(chain: &[Vec<u8>]) -> String {
    chain.iter().map(|der| pem(der)).collect()
}

fn at(seconds: i64, host: Option<String>) -> Options {
    Options {
        hostname: host,
        first_is_leaf: true,
        ..Options::at(UnixTime::from_seconds(seconds))
    }
}

/// The answer for a generated chain, of a client that trusts its anchors.
fn of_truststore(case: &Case) -> (String, Value) {
    let anchors = case.anchors.iter().filter_map(|der| decode(&der.clone().into()).ok());
    let anchors: Vec<(String, Certificate)> = anchors.enumerate().map(|(i, c)| (format!("ca-{i}"), c)).collect();
    let trust = TrustStore::of_truststore(anchors, None);
    checked_whole(text_of(&case.chain), &at(case.at, case.host.clone()), &trust)
}

/// The answer of an API Gateway whose list has the chain's anchors. They are sent last: the tool
/// knows only the roots of AWS's list.
fn of_list(case: &Case, insecure_skip_verification: bool) -> (String, Value) {
    let mut list = String::new();
    for (n, der) in case.anchors.iter().enumerate() {
        writeln!(list, "Alias name: anchor{n}\nSHA256: {}", Fingerprint::of(der)).unwrap();
    }
    let trust = TrustStore::embedded().listing(&AwsList::parse(&list));
    let options = Options {
        insecure_skip_verification,
        ..at(case.at, case.host.clone())
    };
    checked_whole(text_of(&case.chain) + &text_of(&case.anchors), &options, &trust)
}

/// Every tenth generated chain, for a client that trusts its anchors.
fn generated() -> String {
    let mut out = String::new();
    for case in corpus().iter().step_by(10) {
        writeln!(out, "{}\n{}", case.id, of_truststore(case).0).unwrap();
    }
    out
}

/// Checks a generated chain; the answer, and the whole report.
type Way = fn(&Case) -> (String, Value);

/// The ways in which a generated chain is checked for its digest.
const WAYS: [(&str, Way); 3] = [
    ("truststore", of_truststore),
    ("list", |case| of_list(case, false)),
    ("no verification", |case| of_list(case, true)),
];

/// Every fortieth real chain, for API Gateway.
fn real() -> String {
    let mut out = String::new();
    for case in real_corpus(env!("CARGO_MANIFEST_DIR").as_ref())
        .cases
        .iter()
        .step_by(40)
    {
        let answer = checked(
            text_of(&case.chain),
            &at(case.at, case.host.clone()),
            TrustStore::embedded(),
        );
        writeln!(out, "{}\n{answer}", case.id).unwrap();
    }
    out
}

/// The texts among the fixtures, with their names in order.
fn fixtures() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for folder in [
        "containers",
        "details",
        "findings",
        "ingest",
        "made",
        "products",
        "real",
    ] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(folder);
        for entry in std::fs::read_dir(path).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().to_str().unwrap());
            if name.ends_with(".pem") || name.ends_with(".txt") {
                all.push((name.clone(), fixture(&name)));
            }
        }
    }
    all.sort();
    all
}

/// Every fixture in three ways: for API Gateway with another host, with
/// `insecureSkipVerification`, and under the list that has only the made root.
fn pasted() -> String {
    let mut out = String::new();
    let made = made_list();
    for (name, text) in fixtures() {
        let moment = time(if name.starts_with("real") {
            AMAZON
        } else {
            "2026-11-23T12:00:00Z"
        });
        let plain = Options::at(moment);
        let host = Some("other.example.net".to_owned());
        let ways = [
            (
                "other host",
                Options {
                    hostname: host,
                    ..plain.clone()
                },
                TrustStore::embedded(),
            ),
            (
                "no verification",
                Options {
                    insecure_skip_verification: true,
                    ..plain.clone()
                },
                TrustStore::embedded(),
            ),
            ("made root", plain, &made),
        ];
        for (way, options, trust) in ways {
            writeln!(out, "{name}, {way}\n{}", checked(text.clone(), &options, trust)).unwrap();
        }
    }
    out
}

fn compared(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/answers")
        .join(name);
    let kept = golden(&path, text);
    let wrong: Vec<String> = kept
        .split("\n\n")
        .zip(text.split("\n\n"))
        .filter(|(kept, now)| kept != now)
        .map(|(kept, now)| format!("was:\n{kept}\nis:\n{now}"))
        .take(5)
        .collect();
    assert!(
        kept == text,
        "{name} differs:\n{}\nIf this is intended: UPDATE_GOLDEN=1 cargo test answers",
        wrong.join("\n\n")
    );
}

#[test]
fn generated_chains_are_answered_as_recorded() {
    compared("generated.txt", &generated());
}

/// Each generated chain in one of the ways: `identifier, way: hash`.
#[test]
fn the_answers_of_all_generated_chains_have_the_recorded_digests() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/answers/digests.txt");
    let cases = corpus();
    let mut text = String::new();
    let mut answers = Vec::new();
    for (n, case) in cases.iter().enumerate() {
        let (way, checked) = WAYS[n % WAYS.len()];
        let (answer, report) = checked(case);
        let hash = Fingerprint::of(format!("{answer}{report}").as_bytes()).to_string();
        writeln!(text, "{}, {way}: {}", case.id, &hash.replace(':', "")[..10]).unwrap();
        answers.push(answer);
    }
    let kept = golden(&path, &text);
    let differ: Vec<String> = text
        .lines()
        .zip(kept.lines().chain(std::iter::repeat("")))
        .zip(&answers)
        .filter(|((now, kept), _)| now != kept)
        .map(|((now, _), answer)| format!("{now}\n{answer}"))
        .collect();
    assert!(
        kept == text,
        "{} answers differ. The first ones are now:\n{}\nIf this is intended: UPDATE_GOLDEN=1 cargo test answers",
        differ.len(),
        differ[..differ.len().min(3)].join("\n")
    );
}

#[test]
fn real_chains_are_answered_as_recorded() {
    compared("real.txt", &real());
}

#[test]
fn fixtures_are_answered_as_recorded() {
    compared("fixtures.txt", &pasted());
}
