//! A store that learns what it needs of authorities, file by file, judges and repairs as one that knows all of it.

use std::path::Path;

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge_with_missing, plan_with, repair_with};
use sslengine_doctor::report::{Repair, Report};
use sslengine_doctor::trust::{DataError, TrustStore, issuers, shard};
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

fn load_issuers(number: u8) -> Vec<u8> {
    std::fs::read(root().join("static").join(issuers::path(number))).unwrap()
}

/// The real chains and the page's examples, whole and without what stands above the leaf.
fn inputs() -> Vec<(String, Bytes)> {
    const END: &str = "-----END CERTIFICATE-----";
    let mut found = Vec::new();
    for folder in ["tests/fixtures/real", "static/examples"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "pem") {
                let text = std::fs::read_to_string(&path).unwrap();
                if let Some((first, rest)) = text.split_once(END)
                    && rest.contains(END)
                {
                    found.push((format!("the first of {}", path.display()), [first, END].concat().into()));
                }
                found.push((path.display().to_string(), text.into()));
            }
        }
    }
    found
}

/// The judgement, the repair, and how many files the judgement took.
fn answer(input: &Bytes, store: &TrustStore) -> (Report, Repair, usize) {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let mut loaded = 0;
    loop {
        let plan = plan_with(input.clone(), &options, store).unwrap();
        let (report, lacking) = judge_with_missing(&plan, &NativeVerifier.verify_all(plan.checks()));
        let wanted: Vec<u8> = plan.missing_files().iter().copied().chain(lacking).collect();
        if wanted.is_empty() {
            let learning = |number| {
                store.learn_issuers(&load_issuers(number)).unwrap();
                load(number)
            };
            let repair = repair_with(&plan, &report, &NativeVerifier, learning);
            return (report, repair, loaded);
        }
        drop((plan, report));
        for number in wanted {
            store.learn_issuers(&load_issuers(number)).unwrap();
            loaded += 1;
        }
    }
}

#[test]
fn the_same_answer_with_what_was_learned() {
    let mut learning = 0;
    for (name, input) in inputs() {
        let (report, repair, loaded) = answer(&input, &TrustStore::without_keys());
        let (all, all_repaired, none) = answer(&input, TrustStore::embedded());
        assert_eq!((report, repair), (all, all_repaired), "{name}");
        assert!(loaded <= 4 && none == 0, "{name}: {loaded} files");
        learning += usize::from(loaded > 0);
    }
    assert!(learning > 20, "{learning} with something to learn");
}

#[test]
fn where_the_missing_issuer_leads_is_asked_for() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input: Bytes = std::fs::read(root().join("static/examples/missing-intermediate.pem"))
        .unwrap()
        .into();
    let store = TrustStore::without_keys();
    let plan = plan_with(input.clone(), &options, &store).unwrap();
    assert!(plan.missing_files().is_empty());
    let (blind, lacking) = judge_with_missing(&plan, &NativeVerifier.verify_all(plan.checks()));
    assert!(lacking.is_some());
    assert_ne!(
        blind,
        answer(&input, &store).0,
        "the file of the issuer tells where it leads"
    );
    // With the list waived a missing issuer is looked up, too.
    let waived = Options {
        insecure_skip_verification: true,
        ..options
    };
    let judged = |store: &TrustStore| {
        let plan = plan_with(input.clone(), &waived, store).unwrap();
        assert!(plan.missing_files().is_empty(), "the keys of the list do not matter");
        judge_with_missing(&plan, &NativeVerifier.verify_all(plan.checks()))
    };
    let store = TrustStore::without_keys();
    let (_, lacking) = judged(&store);
    store.learn_issuers(&load_issuers(lacking.unwrap())).unwrap();
    assert_eq!(judged(&store), judged(TrustStore::embedded()));
}

#[test]
fn a_repair_asks_for_the_keys_by_itself() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input = std::fs::read(root().join("static/examples/missing-intermediate.pem")).unwrap();
    let repaired = |store: &TrustStore| {
        let plan = plan_with(input.clone().into(), &options, store).unwrap();
        let (report, _) = judge_with_missing(&plan, &NativeVerifier.verify_all(plan.checks()));
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
fn the_shards_teach_every_key_and_so_do_the_files_of_issuers() {
    let embedded = TrustStore::embedded().anchors();
    for teach in [
        |store: &TrustStore, number| store.learn(&load(number).unwrap()),
        |store: &TrustStore, number| store.learn_issuers(&load_issuers(number)),
    ] {
        let store = TrustStore::without_keys();
        assert!(store.anchors().iter().all(|anchor| anchor.spki().is_none()));
        for number in 0..=u8::MAX {
            teach(&store, number).unwrap();
        }
        let known = |anchors: &[sslengine_doctor::trust::Anchor]| -> Vec<_> {
            let both = |anchor: &sslengine_doctor::trust::Anchor| {
                (anchor.spki().unwrap().clone(), anchor.serial().unwrap().to_vec())
            };
            anchors.iter().map(both).collect()
        };
        assert_eq!(known(store.anchors()), known(embedded));
    }
}

#[test]
fn what_is_no_data_file_teaches_nothing() {
    let store = TrustStore::without_keys();
    assert!(store.learn(b"<!doctype html>").is_err());
    assert!(store.learn_issuers(b"<!doctype html>").is_err());
    for number in 0..=u8::MAX {
        let file = load_issuers(number);
        for cut in 0..issuers::MAGIC.len() + 10 {
            assert!(
                store.learn_issuers(file.get(..cut).unwrap()).is_err(),
                "{number}: {cut} bytes"
            );
        }
        let mut of_another_table = file.clone();
        *of_another_table.get_mut(issuers::MAGIC.len()).unwrap() ^= 1;
        assert_eq!(
            store.learn_issuers(&of_another_table),
            Err(DataError::Value),
            "{number}"
        );
    }
    assert!(store.anchors().iter().all(|anchor| anchor.spki().is_none()));
}
