//! A program that loads missing files of the pool must check and repair like one that embeds them
//! all.

use std::collections::BTreeSet;
use std::path::Path;

use crate::common::{AMAZON, Remembering, real};
use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::repair::{Need, Repairer};
use sslengine_doctor::engine::{Options, Plan, judge_with_missing, pem, plan_with, repair_with, side_by_side};
use sslengine_doctor::report::{Repair, Report, Verdict};
use sslengine_doctor::trust::pool::{self, head};
use sslengine_doctor::trust::{ClientId, Clients, DataError, PoolFile, PoolFiles, TrustStore};
use sslengine_doctor::verify::Verifier;

const NOW: &str = "2026-06-15T12:00:00Z";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn load(file: PoolFile) -> Bytes {
    std::fs::read(root().join("static").join(file.path())).unwrap().into()
}

/// The real chains and the page's examples, complete and leaf only.
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

/// The report, and how many files were loaded.
fn report(plan: &mut Plan<'_>) -> (Report, usize) {
    let mut loaded = 0;
    loop {
        let (report, missing) = judge_with_missing(plan, &Remembering.verify_all(plan.checks()));
        let wanted: Vec<PoolFile> = plan.missing_files().iter().copied().chain(missing).collect();
        if wanted.is_empty() {
            return (report, loaded);
        }
        for file in wanted {
            plan.add_file(file, &load(file)).unwrap();
            loaded += 1;
        }
    }
}

/// The report, the repair, and how many files the report loaded.
fn answer(input: &Bytes, store: &TrustStore) -> (Report, Repair, usize) {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let mut plan = plan_with(input.clone(), &options, store).unwrap();
    let (report, loaded) = report(&mut plan);
    let repair = repair_with(&plan, &report, &Remembering, |file| Some(load(file)));
    (report, repair, loaded)
}

#[test]
fn the_same_answer_with_loaded_files() {
    let (mut learning, mut all_loaded, mut chains) = (0, 0, 0);
    for (name, input) in inputs() {
        let (report, repair, loaded) = answer(&input, TrustStore::aws());
        let (all, all_repaired, none) = answer(&input, TrustStore::embedded());
        assert_eq!((report, repair), (all, all_repaired), "{name}");
        assert!(loaded <= 4 && none == 0, "{name}: {loaded} files");
        learning += usize::from(loaded > 0);
        all_loaded += loaded;
        chains += 1;
    }
    println!("{all_loaded} heads for {chains} chains");
    assert!(learning > 20, "{learning} with something to load");
}

#[test]
fn a_plan_asks_for_the_root_of_a_missing_issuer() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input: Bytes = std::fs::read(root().join("static/examples/missing-intermediate.pem"))
        .unwrap()
        .into();
    let plan = plan_with(input.clone(), &options, TrustStore::aws()).unwrap();
    assert!(plan.missing_files().is_empty());
    let (blind, missing) = judge_with_missing(&plan, &Remembering.verify_all(plan.checks()));
    assert!(!missing.is_empty());
    assert_ne!(
        blind,
        answer(&input, TrustStore::aws()).0,
        "the issuer's file contains the root that it leads to"
    );
    // Without the list a missing issuer is looked up, too.
    let waived = Options {
        insecure_skip_verification: true,
        ..options
    };
    let mut plan = plan_with(input.clone(), &waived, TrustStore::aws()).unwrap();
    assert!(plan.missing_files().is_empty(), "the keys of the list do not matter");
    let (found, loaded) = report(&mut plan);
    assert_eq!(loaded, 1);
    let mut all = plan_with(input, &waived, TrustStore::embedded()).unwrap();
    assert_eq!((found, 0), report(&mut all));
}

#[test]
fn a_report_does_not_depend_on_files_loaded_by_other_plans() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input: Bytes = std::fs::read(root().join("static/examples/missing-intermediate.pem"))
        .unwrap()
        .into();
    let blind = plan_with(input.clone(), &options, TrustStore::aws()).unwrap();
    let answers = Remembering.verify_all(blind.checks());
    let before = judge_with_missing(&blind, &answers);
    let mut other = plan_with(input, &options, TrustStore::aws()).unwrap();
    let (learned, loaded) = report(&mut other);
    assert!(loaded > 0 && learned != before.0);
    assert_eq!(judge_with_missing(&blind, &answers), before);
}

#[test]
fn a_repair_asks_for_the_keys_by_itself() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input = std::fs::read(root().join("static/examples/missing-intermediate.pem")).unwrap();
    let repaired = |store: &TrustStore| {
        let plan = plan_with(input.clone().into(), &options, store).unwrap();
        let (report, _) = judge_with_missing(&plan, &Remembering.verify_all(plan.checks()));
        let repaired = repair_with(&plan, &report, &Remembering, |file| Some(load(file)));
        let unavailable = repair_with(&plan, &report, &Remembering, |_| None).unavailable;
        (repaired, unavailable)
    };
    let (learned, unavailable) = repaired(TrustStore::aws());
    assert_eq!(learned, repaired(TrustStore::embedded()).0);
    assert!(
        learned.chain.len() > 1 && !unavailable.is_empty(),
        "{learned:?}, {unavailable:?}"
    );
}

#[test]
fn the_files_contain_every_embedded_root() {
    let (store, none) = (TrustStore::aws(), PoolFiles::default());
    let mut files = PoolFiles::default();
    for bucket in 0..=u8::MAX {
        files
            .add(PoolFile::Head(bucket), &load(PoolFile::Head(bucket)))
            .unwrap();
    }
    let mut roots = 0;
    for entry in store.entries().iter().filter(|entry| entry.is_in_pool()) {
        assert!(store.root(entry, &none).is_none());
        let (loaded, carried) = (
            store.root(entry, &files).unwrap(),
            TrustStore::embedded().root(entry, &none).unwrap(),
        );
        assert_eq!((&loaded.spki, &loaded.serial), (&carried.spki, &carried.serial));
        let certificates = pool::certificates(&load(PoolFile::Certificates(entry.bucket().unwrap()))).unwrap();
        let own = certificates
            .iter()
            .map(|der| sslengine_doctor::cert::decode(der).unwrap());
        let own: Vec<_> = own.filter(|certificate| certificate.sha256 == entry.sha256).collect();
        assert_eq!(own.len(), 1, "the certificate itself is in its bucket");
        assert!(
            own.iter()
                .all(|own| own.spki == loaded.spki && own.serial.0 == loaded.serial)
        );
        roots += 1;
    }
    assert!(roots > 200);
}

#[test]
fn a_repair_asks_once_for_the_files_that_its_plan_lacks() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let mut lacking = 0;
    for (name, input) in inputs() {
        let plan = plan_with(input, &options, TrustStore::aws()).unwrap();
        let (report, _) = judge_with_missing(&plan, &Remembering.verify_all(plan.checks()));
        let missing: BTreeSet<PoolFile> = plan.missing_files().iter().copied().collect();
        let mut repairer = Repairer::new(&plan, &report);
        if missing.is_empty() || repairer.next() == Need::Done {
            continue;
        }
        lacking += 1;
        let asked = |repairer: &Repairer<'_>| -> BTreeSet<PoolFile> {
            match repairer.next() {
                Need::Files(files) => files.iter().copied().collect(),
                _ => BTreeSet::new(),
            }
        };
        assert_eq!(asked(&repairer), missing, "{name}");
        repairer.give_files(&[]);
        assert!(asked(&repairer).is_disjoint(&missing), "{name}: asked again");
    }
    assert!(lacking > 10, "{lacking}");
}

#[test]
fn an_invalid_data_file_changes_nothing() {
    let options = Options::at(UnixTime::parse_rfc3339(NOW).unwrap());
    let input = std::fs::read(root().join("tests/fixtures/real/amazon-p256.pem")).unwrap();
    let mut plan = plan_with(input.into(), &options, TrustStore::aws()).unwrap();
    let missing = plan.missing_files().to_vec();
    let checks = plan.checks().to_vec();
    assert!(!missing.is_empty());
    for file in &missing {
        let good = load(*file);
        let mut of_another_release = good.to_vec();
        *of_another_release.get_mut(head::MAGIC.len()).unwrap() ^= 1;
        let bucket = file.bucket().wrapping_add(1);
        for bad in [
            Bytes::from_static(b"<!doctype html>"),
            of_another_release.into(),
            good.slice(..good.len() - 1),
            load(PoolFile::Head(bucket)),
        ] {
            let error: DataError = plan.add_file(*file, &bad).unwrap_err();
            assert!(!error.to_string().is_empty());
        }
    }
    assert_eq!(
        (plan.missing_files(), plan.checks()),
        (missing.as_slice(), checks.as_slice())
    );
    for file in missing {
        plan.add_file(file, &load(file)).unwrap();
    }
    assert!(plan.missing_files().is_empty() && plan.checks().len() > checks.len());
}

#[test]
fn a_complete_chain_needs_only_the_key_of_its_root() {
    let options = Options::at(UnixTime::parse_rfc3339("2023-06-01T00:00:00Z").unwrap());
    let input: Bytes = std::fs::read(root().join("tests/fixtures/real/crates-io.pem"))
        .unwrap()
        .into();
    let mut plan = plan_with(input, &options, TrustStore::aws()).unwrap();
    let files = plan.missing_files().to_vec();
    assert!(!files.is_empty());
    let mut added = plan.clone();
    let mut known = PoolFiles::default();
    for file in files {
        added.add_file(file, &load(file)).unwrap();
        known.add(file, &load(file)).unwrap();
    }
    plan.set_files(known);
    assert!(plan.missing_files().is_empty());
    let judged = |plan: &Plan<'_>| judge_with_missing(plan, &Remembering.verify_all(plan.checks()));
    assert_eq!(judged(&plan), judged(&added));
    assert_eq!(judged(&plan).1, [], "no issuer is missing");
}

#[test]
fn a_chain_with_its_root_needs_no_file() {
    // Amazon Root CA 1.
    const ROOT: &str = "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e";
    let options = Options::at(UnixTime::parse_rfc3339(AMAZON).unwrap());
    let der = std::fs::read(root().join(format!("trust/roots/{ROOT}.der"))).unwrap();
    let input = real("amazon-rsa2048") + &pem(&der);
    let mut plan = plan_with(input.into(), &options, TrustStore::aws()).unwrap();
    let (report, loaded) = report(&mut plan);
    assert_eq!((report.verdict, loaded), (Verdict::Pass, 0));
}

#[test]
fn a_side_by_side_table_is_the_same_with_loaded_files() {
    let options = Options::at(UnixTime::parse_rfc3339("2023-06-01T00:00:00Z").unwrap());
    let input: Bytes = std::fs::read(root().join("tests/fixtures/real/crates-io.pem"))
        .unwrap()
        .into();
    let wanted = [ClientId::API_GATEWAY, ClientId::parse("debian-12").unwrap()];
    let table = |store: &TrustStore| {
        let plan = plan_with(input.clone(), &options, store).unwrap();
        let mut all = side_by_side(&plan, &wanted, Some(Clients::embedded()));
        let files = all.missing_files(&plan);
        for file in &files {
            all.add_file(*file, &load(*file)).unwrap();
            let damaged = Bytes::from(load(*file)[1..].to_vec());
            assert!(all.clone().add_file(*file, &damaged).is_err());
        }
        assert!(all.missing_files(&plan).is_empty());
        (
            files.len(),
            all.table(&plan, &Remembering.verify_all(&all.checks(&plan))),
        )
    };
    let ((loaded, learned), (none, known)) = (table(TrustStore::aws()), table(TrustStore::embedded()));
    assert_eq!(learned, known);
    assert!(
        loaded > 0 && none == 0 && known.accepted() == 2,
        "{loaded} {none} {known:?}"
    );
}
