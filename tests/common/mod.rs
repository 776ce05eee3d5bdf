//! Shared by the native tests: fixtures, the native verifier, short ways to check an input.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

pub mod bait;
pub mod corpus;
pub mod leaf;
pub mod remember;
pub mod typography;
pub mod vectors;

pub use remember::Remembering;

use std::path::{Path, PathBuf};

use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{InputError, Options, judge, plan_with};
use sslengine_doctor::ingest::Ingested;
use sslengine_doctor::report::{Outcome, Report, RuleId};
use sslengine_doctor::trust::{AwsList, TrustStore};
use sslengine_doctor::verify::Verifier as _;

/// The time at which everything in `fixtures/made` is valid.
pub const MADE: &str = "2026-06-15T12:00:00Z";
/// The time at which Amazon's demonstration certificates are valid.
pub const AMAZON: &str = "2025-03-15T12:00:00Z";

/// Asserts what holds for any input: each block is a SEQUENCE, and each place is in an existing
/// file.
pub fn assert_sound(ingested: &Ingested) {
    let files = ingested.files.len();
    for block in &ingested.blocks {
        assert_eq!(block.der.first(), Some(&0x30), "{:?}", block.source);
        assert!(block.der.len() > 2, "{:?}", block.source);
        let file = block.source.at.file;
        assert!(
            file.is_none_or(|file| (file as usize) < files),
            "{:?} of {files}",
            block.source
        );
    }
    for dropped in &ingested.dropped {
        let file = dropped.at.file;
        assert!(
            file.is_none_or(|file| (file as usize) < files),
            "{dropped:?} of {files}"
        );
    }
}

/// The stored text of a golden file. `UPDATE_GOLDEN=1` stores `text` first.
pub fn golden(path: &Path, text: &str) -> String {
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    std::fs::read_to_string(path).unwrap_or_default()
}

pub fn fixture(path: &str) -> String {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(path);
    std::fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()))
}

/// The files of `fixtures/made`, concatenated.
pub fn made(names: &[&str]) -> String {
    names.iter().map(|name| fixture(&format!("made/{name}.pem"))).collect()
}

pub fn real(name: &str) -> String {
    fixture(&format!("real/{name}.pem"))
}

pub fn time(text: &str) -> UnixTime {
    UnixTime::parse_rfc3339(text).unwrap()
}

pub fn options(at: &str) -> Options {
    Options::at(time(at))
}

pub fn ask(input: &str, options: &Options, trust: &TrustStore) -> Result<Report, InputError> {
    let plan = plan_with(input.to_owned().into(), options, trust)?;
    let answers = Remembering.verify_all(plan.checks());
    Ok(judge(&plan, &answers))
}

/// The report under AWS's embedded list.
pub fn report(input: &str, at: &str) -> Report {
    ask(input, &options(at), TrustStore::embedded()).unwrap()
}

/// A list that contains only the made root.
pub fn made_list() -> TrustStore {
    let der = x509_parser::pem::parse_x509_pem(fixture("made/root.pem").as_bytes())
        .unwrap()
        .1
        .contents;
    list_of(&der)
}

/// A list that contains only this root.
pub fn list_of(root: &[u8]) -> TrustStore {
    let hex = sslengine_doctor::cert::Fingerprint::of(root).to_string();
    TrustStore::embedded().listing(&AwsList::parse(&format!("Alias name: madeuproot\nSHA256: {hex}\n")))
}

/// The report under the list that contains only the made root.
pub fn report_made(names: &[&str], at: &str) -> Report {
    ask(&made(names), &options(at), &made_list()).unwrap()
}

pub fn outcomes(report: &Report) -> [Outcome; 4] {
    RuleId::ALL.map(|rule| report.rule(rule).unwrap().outcome)
}

/// The codes of one rule's findings, as JSON names them.
pub fn codes(report: &Report, rule: RuleId) -> Vec<String> {
    let rule = report.rule(rule).unwrap();
    rule.findings
        .iter()
        .map(|f| serde_json::to_value(f).unwrap()["code"].as_str().unwrap().to_owned())
        .collect()
}
