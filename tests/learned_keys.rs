//! A store that learns the few keys it needs judges and repairs as one that has them all.
#![cfg(all(not(target_arch = "wasm32"), feature = "rust-verifier"))]
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::path::Path;

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge, plan_with, repair_with};
use sslengine_doctor::trust::{TrustStore, shard};
use sslengine_doctor::verify::Verifier;
use sslengine_doctor::verify::native::NativeVerifier;

const NOW: &str = "2026-06-15T12:00:00Z";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn load(number: u8) -> Option<Bytes> {
    let path = root().join("static/intermediates").join(shard::file_name(number));
    Some(std::fs::read(path).unwrap().into())
}

/// The real chains and the page's examples.
fn inputs() -> Vec<(String, Bytes)> {
    let mut found = Vec::new();
    for folder in ["tests/fixtures/real", "static/examples"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "pem") {
                found.push((path.display().to_string(), std::fs::read(&path).unwrap().into()));
            }
        }
    }
    found
}

#[test]
fn the_same_answer_with_keys_that_were_learned() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let (mut learning, mut without) = (0, 0);
    for (name, input) in inputs() {
        let store = TrustStore::without_keys();
        let first = plan_with(input.clone(), &options, &store).unwrap();
        let lacking = first.lacking().to_vec();
        drop(first);
        assert!(lacking.len() <= 3, "{name}: {lacking:?}");
        for number in &lacking {
            store.learn(&load(*number).unwrap()).unwrap();
        }
        if lacking.is_empty() {
            without += 1
        } else {
            learning += 1
        }

        let verdict = |store: &TrustStore| {
            let plan = plan_with(input.clone(), &options, store).unwrap();
            assert!(plan.lacking().is_empty(), "{name}");
            let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
            let repaired = repair_with(&plan, &report, &NativeVerifier, load);
            (report, repaired)
        };
        assert_eq!(verdict(&store), verdict(TrustStore::embedded()), "{name}");
    }
    assert!(
        learning > 5 && without > 3,
        "{learning} with something to learn, {without} without"
    );
}

#[test]
fn a_repair_asks_for_the_keys_by_itself() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input = std::fs::read(root().join("static/examples/missing-intermediate.pem")).unwrap();
    let repaired = |store: &TrustStore| {
        let plan = plan_with(input.clone().into(), &options, store).unwrap();
        let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
        let repaired = repair_with(&plan, &report, &NativeVerifier, load);
        let unavailable = repair_with(&plan, &report, &NativeVerifier, |_| None).unavailable;
        (repaired, unavailable)
    };
    let store = TrustStore::without_keys();
    let (learned, unavailable) = repaired(&store);
    assert_eq!(learned, repaired(TrustStore::embedded()).0);
    assert!(
        learned.chain.len() > 1 && !unavailable.is_empty(),
        "{learned:?}, {unavailable:?}"
    );
}

#[test]
fn what_is_no_data_file_teaches_nothing() {
    let store = TrustStore::without_keys();
    assert!(store.learn(b"<!doctype html>").is_err());
    assert!(store.anchors().iter().all(|anchor| anchor.spki().is_none()));
    for number in 0..=u8::MAX {
        store.learn(&load(number).unwrap()).unwrap();
    }
    assert_eq!(
        store.anchors().iter().filter(|anchor| anchor.spki().is_none()).count(),
        0
    );
    let embedded = TrustStore::embedded().anchors();
    assert!(store.anchors().iter().zip(embedded).all(|(a, b)| a.spki() == b.spki()));
}
