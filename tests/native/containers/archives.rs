//! ZIP archives: their files are read like any other input.

use sslengine_doctor::containers::ContainerError::{Damaged, Truncated};
use sslengine_doctor::containers::ContainerKind::Zip;
use sslengine_doctor::containers::Integrity::{Failed, Verified};
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::ingest::{Container, DropReason, LimitKind, Limits, ingest_files_with};

use super::{fixture, found, integrity, keys, read, reasons};

/// A file, the expected certificates, and their paths in the archive.
type Row = (&'static str, &'static [usize], &'static [&'static str]);

const ROWS: &[Row] = &[
    (
        "ca.zip",
        &[0, 1, 2],
        &[
            "api_containers_example.crt",
            "issuers/Intermediate.crt",
            "issuers/Root.crt",
        ],
    ),
    (
        "stored.zip",
        &[0, 1, 2],
        &[
            "api_containers_example.crt",
            "issuers/Intermediate.crt",
            "issuers/Root.crt",
        ],
    ),
    ("with-key.zip", &[0, 1, 2], &["all.pem"; 3]),
    ("with-key-stored.zip", &[0, 1, 2], &["all.pem"; 3]),
    (
        "nested.zip",
        &[0, 1, 2],
        &[
            "ca.zip/api_containers_example.crt",
            "ca.zip/issuers/Intermediate.crt",
            "ca.zip/issuers/Root.crt",
        ],
    ),
    ("partly-encrypted.zip", &[0, 1, 2], &["all.pem"; 3]),
    ("streamed.zip", &[0, 1, 2], &["-"; 3]),
    (
        "with-stores.zip",
        &[0, 1, 2, 0, 1, 2, 2],
        &[
            "openssl-3.p12",
            "openssl-3.p12",
            "openssl-3.p12",
            "keytool.jks",
            "keytool.jks",
            "keytool.jks",
            "keytool.jks",
        ],
    ),
];

#[test]
fn every_archive_gives_its_certificates() {
    for (name, certificates, paths) in ROWS {
        let ingested = read(fixture(name), &["changeit"]);
        assert_eq!(found(&ingested), *certificates, "{name} {:?}", reasons(&ingested));
        let entries: Vec<_> = ingested
            .blocks
            .iter()
            .map(|block| block.source.entry.as_deref().unwrap())
            .collect();
        assert_eq!(entries, *paths, "{name}");
        for (block, path) in ingested.blocks.iter().zip(*paths) {
            let file = usize::try_from(block.source.at.file.unwrap()).unwrap();
            assert_eq!(ingested.files[file], *path, "{name}");
        }
        assert_eq!(integrity(&ingested), Some(Verified), "{name}");
    }
}

#[test]
fn keys_in_archives_are_removed_and_named_with_their_file() {
    for name in ["with-key.zip", "with-key-stored.zip"] {
        let ingested = read(fixture(name), &[]);
        assert_eq!(keys(&ingested), 1, "{name}");
        let file = ingested.dropped[0].at.file.unwrap();
        assert_eq!(ingested.files[usize::try_from(file).unwrap()], "leaf.key");
    }
}

#[test]
fn stores_in_archives_ask_for_their_password() {
    let ingested = read(fixture("with-stores.zip"), &[]);
    assert_eq!(ingested.blocks.len(), 4, "the JKS file needs none");
    assert!(
        ingested
            .blocks
            .iter()
            .all(|block| block.source.container == Container::JavaKeyStore)
    );
    assert!(
        reasons(&ingested)
            .iter()
            .any(|reason| matches!(reason, DropReason::PasswordNeeded { wrong: false, .. }))
    );
}

#[test]
fn several_files_keep_their_order_and_their_names() {
    let files = [
        ("a.zip".to_owned(), fixture("nested.zip").into()),
        ("b.pem".to_owned(), fixture("chain.pem").into()),
    ];
    let ingested = ingest_files_with(&files, &Limits::default(), &Passwords::none());
    assert_eq!(found(&ingested), [0, 1, 2, 0, 1, 2]);
    let names: Vec<&str> = ingested
        .blocks
        .iter()
        .map(|block| ingested.files[usize::try_from(block.source.at.file.unwrap()).unwrap()].as_str())
        .collect();
    assert_eq!(names[0], "a.zip/ca.zip/api_containers_example.crt");
    assert_eq!(names[3..], ["b.pem"; 3]);
}

#[test]
fn archives_are_opened_two_deep() {
    assert_eq!(found(&read(fixture("nested.zip"), &[])), [0, 1, 2]);
    let deep = read(fixture("nested-2.zip"), &[]);
    assert_eq!((deep.blocks.len(), reasons(&deep)), (0, vec![&DropReason::Zip]));
    let deeper = read(fixture("nested-3.zip"), &[]);
    assert_eq!((deeper.blocks.len(), reasons(&deeper)), (0, vec![&DropReason::Zip]));
}

#[test]
fn encrypted_files_are_named() {
    let ingested = read(fixture("encrypted.zip"), &["changeit"]);
    assert_eq!(reasons(&ingested), [&DropReason::EncryptedEntry]);
    assert_eq!(ingested.dropped[0].label.as_deref(), Some("all.pem"));
    let partly = read(fixture("partly-encrypted.zip"), &[]);
    assert_eq!(reasons(&partly), [&DropReason::EncryptedEntry]);
    assert_eq!(partly.dropped[0].label.as_deref(), Some("leaf.key"));
}

#[test]
fn damage_is_reported_and_the_rest_is_read() {
    let file = fixture("stored.zip");
    // Change a byte of the intermediate's PEM: it is visible in stored files.
    let at = file.windows(11).position(|w| w == b"-----BEGIN ").unwrap() + 60;
    let mut changed = file.clone();
    changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
    let ingested = read(changed, &[]);
    assert_eq!(integrity(&ingested), Some(Failed));
    assert!(found(&ingested).contains(&0) && found(&ingested).contains(&2));
    let expected = DropReason::UnreadableContainer {
        kind: Zip,
        why: Damaged,
    };
    assert!(reasons(&ingested).contains(&&expected), "{:?}", reasons(&ingested));
    let cut = read(&file[..file.len() - 30], &[]);
    assert_eq!(
        reasons(&cut),
        [&DropReason::UnreadableContainer {
            kind: Zip,
            why: Truncated
        }]
    );
}

/// A ZIP with one entry of `len` zero bytes, deflated; its headers state the length `stated`.
pub fn bomb(len: usize, stated: u32) -> Vec<u8> {
    let body = miniz_oxide::deflate::compress_to_vec(&vec![0; len], 9);
    let size = u32::try_from(body.len()).unwrap().to_le_bytes();
    let common = [
        &[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
        &size,
        &stated.to_le_bytes(),
        &[1, 0, 0, 0],
    ]
    .concat();
    let local = [&b"PK\x03\x04"[..], &common, b"x", &body].concat();
    let central = [&b"PK\x01\x02\x14\0"[..], &common, &[0; 14], b"x"].concat();
    let [at, length] = [local.len(), central.len()].map(|n| u32::try_from(n).unwrap().to_le_bytes());
    let end = [&b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..], &length, &at, &[0, 0]].concat();
    [local, central, end].concat()
}

#[test]
fn bombs_are_rejected_before_they_are_inflated() {
    let honest = read(bomb(100_000_000, 100_000_000), &[]);
    assert!(
        matches!(
            reasons(&honest)[..],
            [DropReason::LimitExceeded {
                limit: LimitKind::InflatedBytes,
                seen: 100_000_000,
                ..
            }]
        ),
        "{:?}",
        reasons(&honest)
    );
    let lying = read(bomb(100_000_000, 1_000), &[]);
    assert_eq!(
        reasons(&lying),
        [&DropReason::UnreadableContainer {
            kind: Zip,
            why: Damaged
        }]
    );
    let small = read(bomb(1_000, 1_000), &[]);
    assert!(
        !reasons(&small)
            .iter()
            .any(|reason| matches!(reason, DropReason::LimitExceeded { .. }))
    );
}
