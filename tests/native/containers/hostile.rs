//! Input that no program writes: nothing panics, and work is bounded.

use std::time::{Duration, Instant};

use crate::common::assert_sound;

use super::{containers, fixture, read};

#[test]
fn every_byte_may_be_wrong() {
    for name in ["openssl-no-password.p12", "keytool.jceks", "ca.zip", "truststore.jks"] {
        let file = fixture(name);
        for at in 0..file.len() {
            let mut changed = file.clone();
            changed[at] ^= 0x81;
            assert_sound(&read(changed, &[]));
        }
    }
}

#[test]
fn every_end_may_be_missing() {
    for name in containers().iter().filter(|name| !name.contains("many-iterations")) {
        let file = fixture(name);
        for len in (0..file.len()).step_by(61) {
            assert_sound(&read(&file[..len], &["changeit"]));
        }
    }
}

#[test]
fn large_and_strange_stores_take_little_time() {
    let pfx = |content: &[u8]| [&[0x30, 0x80, 2, 1, 3, 0x30, 0x80][..], content].concat();
    let jceks = |content: &[u8]| {
        [
            &[0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2, 0xff, 0xff, 0xff, 0xff][..],
            content,
        ]
        .concat()
    };
    let secret = [
        &[0, 0, 0, 3, 0, 1, b'a', 0, 0, 0, 0, 0, 0, 0, 0][..],
        &[0, 0, 0, 1].repeat(500_000),
    ]
    .concat();
    let entry = [0, 0, 0, 3, 0, 1, b'a', 0, 0, 0, 0, 0, 0, 0, 0, 0xac, 0xed].repeat(100_000);
    let inputs = [
        pfx(&[0x30, 0x80].repeat(1_000_000)),
        pfx(&[0x24, 0x80].repeat(1_000_000)),
        pfx(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff].repeat(300_000)),
        jceks(&secret),
        jceks(&entry),
        [
            &b"PK\x03\x04"[..],
            &b"PK\x01\x02".repeat(500_000),
            &b"PK\x05\x06".repeat(10_000),
        ]
        .concat(),
    ];
    for (index, input) in inputs.into_iter().enumerate() {
        let start = Instant::now();
        read(input, &["changeit"]);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "input {index} took {:?}",
            start.elapsed()
        );
    }
}
