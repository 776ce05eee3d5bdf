//! Keystores and archives: the certificates that are read from the output of openssl, keytool and
//! zip, and the messages about the rest. `tests/fixtures/containers/make.sh` creates the files and
//! explains each.

mod archives;
mod hostile;
mod secrets;
mod stores;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bytes::Bytes;
use sslengine_doctor::containers::{Integrity, Passwords};
use sslengine_doctor::ingest::{DropReason, Ingested, InputNote, Limits, ingest_with};

/// A fixture's bytes.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/containers/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All fixtures that are containers.
pub fn containers() -> Vec<String> {
    let folder = format!("{}/tests/fixtures/containers", env!("CARGO_MANIFEST_DIR"));
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter(|name| !name.ends_with(".pem") && !name.ends_with(".sh"))
        .collect();
    names.sort();
    assert!(names.len() > 30, "{names:?}");
    names
}

/// Reads with these passwords and the default limits.
pub fn read(input: impl Into<Vec<u8>>, passwords: &[&str]) -> Ingested {
    let passwords = Passwords::new(passwords.iter().map(|p| (*p).to_owned()));
    ingest_with(Bytes::from(input.into()), &Limits::default(), &passwords)
}

/// The DER blocks of a PEM file.
pub fn pem_blocks(text: &str) -> Vec<Vec<u8>> {
    text.split("-----BEGIN ")
        .skip(1)
        .map(|block| {
            let body = block.split_once("-----\n").unwrap().1.split_once("-----END").unwrap().0;
            BASE64_STANDARD.decode(body.replace('\n', "")).unwrap()
        })
        .collect()
}

/// The certificates of chain.pem that were read, in order: 0 leaf, 1 intermediate, 2 root; 9 any
/// other.
pub fn found(ingested: &Ingested) -> Vec<usize> {
    let known = pem_blocks(&String::from_utf8(fixture("chain.pem")).unwrap());
    assert_eq!(known.len(), 3);
    let index = |der: &[u8]| known.iter().position(|known| known == der).unwrap_or(9);
    ingested.blocks.iter().map(|block| index(&block.der)).collect()
}

/// The result of the first container's integrity check.
pub fn integrity(ingested: &Ingested) -> Option<Integrity> {
    ingested.notes.iter().find_map(|note| match note {
        InputNote::ContainerOpened { integrity, .. } => Some(*integrity),
        _ => None,
    })
}

/// The reasons for dropped items.
pub fn reasons(ingested: &Ingested) -> Vec<&DropReason> {
    ingested.dropped.iter().map(|dropped| &dropped.reason).collect()
}

/// The number of dropped private keys.
pub fn keys(ingested: &Ingested) -> usize {
    reasons(ingested)
        .iter()
        .filter(|reason| matches!(reason, DropReason::PrivateKey { .. }))
        .count()
}
