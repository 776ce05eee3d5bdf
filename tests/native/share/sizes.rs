//! Links stay short enough for emails and chats.

use bytes::Bytes;
use sslengine_doctor::cert::{GeneralName, decode};
use sslengine_doctor::report::{Finding, FindingKind, RuleId};
use sslengine_doctor::share::{Shards, SharedOptions, encode, encode_verdict, wanted};

use crate::samples;
use crate::share::tools::*;

/// Typical chains.
const REAL: [&str; 6] = [
    "amazon-expired",
    "amazon-p256",
    "amazon-p384",
    "amazon-rsa2048",
    "cloudflare-dns-2021",
    "crates-io",
];

/// The longest typical options: the leaf's host, at a given time.
fn asked(leaf: &Bytes) -> SharedOptions {
    let names = decode(leaf).unwrap().extensions.san;
    let host = names.into_iter().flatten().find_map(|name| match name {
        GeneralName::Dns(host) => Some(host),
        _ => None,
    });
    SharedOptions {
        at: Some(at("2026-06-15T12:00:00Z")),
        hostname: Some(host.unwrap()),
        insecure_skip_verification: true,
        language: Some("fr".to_owned()),
        ..SharedOptions::default()
    }
}

#[test]
fn a_chain_of_two_or_three_stays_within_its_characters() {
    for name in REAL {
        let all = chain(&format!("real/{name}.pem"));
        for (count, limit) in [(2, 2_900), (3, 4_000)] {
            let Some(certificates) = all.get(..count) else { continue };
            let (shared, _) = shared(certificates.to_vec(), asked(&all[0]), at("2026-06-15T12:00:00Z"));
            let sent = encode(&shared, &Shards::default()).unwrap().len();
            let shipped = encode(&shared, &shipped(&wanted(certificates))).unwrap().len();
            let known = encode(&shared, &knowing(&certificates[1..])).unwrap().len();
            println!(
                "{name}, {count}: {sent} characters, with the shipped files {shipped}, all authorities known {known}"
            );
            assert!(sent <= limit, "{name}, {count}: {sent}");
            assert!(
                known < 2_200 && known <= shipped && shipped <= sent,
                "{name}, {count}: {known}"
            );
        }
    }
}

/// Two unusual chains: RSA keys of 4096 bits, and an intermediate of 2013 with its CA's contract
/// and logotype.
#[test]
fn long_certificates_take_their_room() {
    for (name, sent, known) in [("amazon-rsa4096", 4_300, 2_700), ("netflix-2016", 3_200, 2_200)] {
        let all = chain(&format!("real/{name}.pem"));
        let (shared, _) = shared(all.clone(), asked(&all[0]), at("2026-06-15T12:00:00Z"));
        let length = |shards| encode(&shared, &shards).unwrap().len();
        let (all_sent, all_known) = (length(Shards::default()), length(knowing(&all[1..])));
        println!("{name}: {all_sent} characters, all authorities known {all_known}");
        assert!(
            all_sent <= sent && all_known <= known,
            "{name}: {all_sent}, {all_known}"
        );
    }
}

#[test]
fn the_verdict_alone_stays_below_600_characters() {
    for name in REAL {
        let all = chain(&format!("real/{name}.pem"));
        let (_, report) = shared(all.clone(), asked(&all[0]), at("2026-06-15T12:00:00Z"));
        let length = encode_verdict(&report).len();
        println!("{name}: {length} characters");
        assert!(length < 300, "{name}: {length}");
    }
    // The worst case: every code, and a hundred certificates.
    let mut report = samples::good_report();
    for rule in &mut report.rules {
        let all = samples::details()
            .into_iter()
            .map(|(detail, _)| Finding::overall(detail));
        rule.findings = all.filter(|f| f.detail.rule() == rule.rule).collect();
    }
    let codes = |rule| {
        let findings = &report.rule(rule).unwrap().findings;
        findings
            .iter()
            .map(|f| f.detail.kind().number)
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(
        RuleId::ALL.into_iter().map(|rule| codes(rule).len()).sum::<usize>(),
        FindingKind::ALL.len()
    );
    let one = report.certificates[0].clone();
    report.certificates = (0..100_u8)
        .map(|n| {
            let mut certificate = one.clone();
            certificate.sha256 = format!("{n:02X}:A5:{:02X}:{:02X}", n.wrapping_mul(37), n.wrapping_mul(101));
            certificate
        })
        .collect();
    report.tool.trust_list_version = "x".repeat(100).into();
    let length = encode_verdict(&report).len();
    println!("worst: {length} characters");
    assert!(length < 600, "{length}");
}
