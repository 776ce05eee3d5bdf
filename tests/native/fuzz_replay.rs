//! Replays the inputs that fuzzing kept in `fuzz/corpus`; `fuzz/README.md` explains how they are
//! collected.

use crate::common::{MADE, assert_sound, fixture, made, options};
use crate::share::tools;
use std::path::Path;

use bytes::Bytes;
use sslengine_doctor::cert::{UnixTime, decode};
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Options, TruststoreError, judge, plan, plan_with, truststore};
use sslengine_doctor::ingest::{HostOrigin, Limits, ingest, ingest_with};
use sslengine_doctor::report::{Outcome, Verdict};
use sslengine_doctor::verify::SignatureAnswer;

/// The inputs kept for `target`.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let files = std::fs::read_dir(&folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let inputs: Vec<Vec<u8>> = files.map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    assert!(inputs.len() > 20, "{target}: {} inputs", inputs.len());
    inputs
}

#[test]
fn ingest_replays() {
    for input in corpus("ingest").into_iter().chain(corpus("pkcs7")) {
        assert_sound(&ingest(Bytes::from(input), &Limits::default()));
    }
}

#[test]
fn pkcs7_replays() {
    // Wrapped as the target does: SEQUENCE { OID signedData, [0] { …, all lengths indefinite.
    const HEAD: [u8; 15] = [
        0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0xa0, 0x80,
    ];
    for input in corpus("pkcs7") {
        let input = [&HEAD[..], &input, &[0; 4]].concat();
        assert_sound(&ingest(Bytes::from(input), &Limits::default()));
    }
}

#[test]
fn certificate_replays() {
    let decoded = corpus("certificate")
        .into_iter()
        .filter(|input| decode(&Bytes::from(input.clone())).is_ok())
        .count();
    assert!(decoded > 0, "none of the inputs is a certificate");
}

#[test]
fn validate_replays() {
    let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
    let mut checked = 0;
    for input in corpus("validate") {
        let [how, answer, rest @ ..] = input.as_slice() else {
            continue;
        };
        let mut options = Options::at(at);
        options.hostname = (how & 1 != 0).then(|| "api.example.com".to_owned());
        options.insecure_skip_verification = how & 4 != 0;
        options.first_is_leaf = how & 8 != 0;
        let Ok(plan) = plan(Bytes::copy_from_slice(rest), &options) else {
            continue;
        };
        let given = if answer & 2 == 0 {
            SignatureAnswer::Valid
        } else {
            SignatureAnswer::Invalid
        };
        let report = judge(&plan, &vec![given; plan.checks().len()]);
        let fails = report.rules.iter().any(|rule| rule.outcome == Outcome::Fail) || !report.handshake.accepted;
        assert_eq!(report.verdict == Verdict::Fail, fails);
        checked += 1;
    }
    assert!(checked > 10, "only {checked} of the inputs have a certificate");
}

#[test]
fn containers_replay() {
    let limits = Limits {
        iterations: 50_000,
        inflated_bytes: 1 << 20,
        ..Limits::default()
    };
    let passwords = Passwords::new(["changeit".to_owned()]);
    for input in corpus("containers") {
        let [_, file @ ..] = input.as_slice() else { continue };
        assert_sound(&ingest_with(Bytes::copy_from_slice(file), &limits, &passwords));
    }
}

#[test]
fn link_replays() {
    use sslengine_doctor::share::{Link, Shards, decode, encode};
    let mut read = 0;
    for input in corpus("link") {
        let [how, content @ ..] = input.as_slice() else {
            continue;
        };
        let text = match how & 3 {
            1 => tools::sealed(how >> 2 & 3, content),
            2 => tools::enveloped(how >> 2 & 3, content),
            _ => String::from_utf8_lossy(content).into_owned(),
        };
        let link = decode(&text);
        read += usize::from(link.is_ok());
        if let Ok(Link::Certificates(part)) = link
            && let Ok(shared) = part.resolve(&Shards::default())
        {
            let again = encode(&shared, &Shards::default()).unwrap();
            assert_eq!(decode(&again), Ok(Link::Certificates(part)));
        }
    }
    assert!(read > 5, "only {read} of the inputs are links");
}

#[test]
fn truststore_replays() {
    let chain = Bytes::from(fixture("truststores/chain.pem"));
    let mut trusted = 0;
    for input in corpus("truststore") {
        let [how, content @ ..] = input.as_slice() else {
            continue;
        };
        let entries = [&[0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 3], content].concat();
        let file = if how & 1 == 0 { content.to_vec() } else { entries };
        let passwords = Passwords::new(["changeit".to_owned()]);
        match truststore(&[(String::new(), Bytes::from(file))], &passwords, None) {
            Ok(read) => {
                assert!(read.store.truststore().is_some_and(|own| !own.is_empty()));
                let plan = plan_with(chain.clone(), &options("2027-01-15T00:00:00Z"), &read.store).unwrap();
                assert!(!judge(&plan, &[]).is_for_api_gateway());
                trusted += 1;
            }
            Err(TruststoreError::NothingTrusted { certificates }) => assert!(certificates > 0),
            Err(TruststoreError::Unreadable { .. }) => {}
        }
    }
    assert!(trusted > 5, "only {trusted} of the inputs have a trusted certificate");
}

#[test]
fn connect_replays() {
    let mut handshakes = 0;
    for input in corpus("connect") {
        let [how, lines @ ..] = input.as_slice() else { continue };
        let chain = made(&[["leaf-2048", "intermediate"][usize::from(how & 1)]]);
        let head = &b"Output of sslengine-doctor --connect "[..];
        let text = [head, lines, b"\n", chain.as_bytes()].concat();
        let Ok(plan) = plan(Bytes::from(text), &options(MADE)) else {
            continue;
        };
        let hints = judge(&plan, &[]).input.hints;
        if hints.host_from.is_some_and(|from| from.origin == HostOrigin::Handshake) {
            let name = hints.host.unwrap().name;
            assert!(!name.is_empty() && name.len() <= 253, "{name}");
            handshakes += 1;
        }
    }
    assert!(
        handshakes > 5,
        "only {handshakes} of the inputs name the host of a handshake"
    );
}
