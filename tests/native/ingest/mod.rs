//! Pasted and dropped input, one format at a time: which certificates are read, the notes, and what
//! is dropped.

mod described;
mod foreign;
mod forms;
mod hints;
mod hostile;
mod keys;
mod messages;
mod wrapped;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bytes::Bytes;
use sha2::{Digest, Sha256};
use sslengine_doctor::ingest::{Ingested, InputNote, Limits, Repair, ingest};

/// A fixture file's bytes.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/fixtures/ingest/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A fixture file's text.
pub fn text(name: &str) -> String {
    String::from_utf8(fixture(name)).unwrap()
}

/// The three base certificates (leaf, intermediate, root) as PEM blocks without a final line end.
pub fn pems() -> Vec<String> {
    let chain = text("chain.pem");
    let end = "-----END CERTIFICATE-----";
    chain
        .split_inclusive(end)
        .map(str::trim)
        .filter(|pem| !pem.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The base64 lines of a PEM block.
pub fn body(pem: &str) -> String {
    pem.lines()
        .filter(|line| !line.starts_with('-'))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A PEM block's bytes, decoded by an independent crate.
pub fn der(pem: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(body(pem).replace('\n', "")).unwrap()
}

/// Reads with the default limits.
pub fn read(input: impl Into<Vec<u8>>) -> Ingested {
    ingest(Bytes::from(input.into()), &Limits::default())
}

fn hash(der: &[u8]) -> String {
    Sha256::digest(der).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The base certificates that were read, by SHA-256: 0 leaf, 1 intermediate, 2 root; 9 any other.
pub fn found(ingested: &Ingested) -> Vec<usize> {
    let known: Vec<String> = pems().iter().map(|pem| hash(&der(pem))).collect();
    let index = |der: &[u8]| known.iter().position(|known| *known == hash(der)).unwrap_or(9);
    ingested.blocks.iter().map(|block| index(&block.der)).collect()
}

/// The repairs noted.
pub fn repairs(ingested: &Ingested) -> Vec<Repair> {
    let repair = |note: &InputNote| match note {
        InputNote::Repaired { repair, .. } => Some(*repair),
        _ => None,
    };
    ingested.notes.iter().filter_map(repair).collect()
}
