//! What Java rejects by fingerprint, and CA keys that are public.

use crate::common::*;
use bytes::Bytes;
use sslengine_doctor::cert::{UnixTime, decode};
use sslengine_doctor::chain::Anchor;
use sslengine_doctor::engine::{Options, plan_with, repair_with};
use sslengine_doctor::handshake::distrusted;
use sslengine_doctor::report::Outcome::{Pass, Warn};
use sslengine_doctor::report::{Detail, Finding, Fix, Report, RuleId, Verdict};
use sslengine_doctor::trust::TrustStore;
use sslengine_doctor::trust::java::{NEWEST_17, RELEASES, is_compromised};
use sslengine_doctor::verify::native::NativeVerifier;

/// A time at which the chain of `netflix-2016` was valid.
const NETFLIX: &str = "2017-06-01T00:00:00Z";

fn findings<'a>(report: &'a Report, code: &str) -> Vec<&'a Finding> {
    let all = report.rules.iter().flat_map(|rule| &rule.findings);
    all.filter(|finding| finding.detail.code() == code).collect()
}

#[test]
fn a_listed_root_that_java_distrusts_is_inconclusive() {
    let report = report(&real("netflix-2016"), NETFLIX);
    assert_eq!(report.java, NEWEST_17.version);
    assert_eq!(outcomes(&report), [Warn, Pass, Pass, Pass]);
    assert_eq!(report.verdict, Verdict::Inconclusive);
    let message = report.handshake.message.as_deref().unwrap();
    let start = "(certificate_unknown) TLS Server certificate anchored by a distrusted legacy Symantec root CA: CN=VeriSign Class 3 Public Primary Certification Authority - G3, ";
    assert!(!report.handshake.accepted && message.starts_with(start), "{message}");
    let found = findings(&report, "anchor-distrusted");
    assert_eq!(report.handshake.reason.as_ref(), Some(found[0]));
    // The leaf was issued before the day from which older releases reject such certificates.
    let Detail::AnchorDistrusted {
        issued_after, releases, ..
    } = &found[0].detail
    else {
        panic!("{found:?}")
    };
    assert_eq!(
        (issued_after, releases.as_slice()),
        (&None, &["17.0.21.1".to_owned()][..])
    );
    assert_eq!(report.fixes, [Fix::UseSupportedCa {}]);
}

#[test]
fn a_distrusted_root_does_not_hide_other_errors() {
    let asked = |hostname: &str| Options {
        hostname: Some(hostname.to_owned()),
        ..options(NETFLIX)
    };
    let right = ask(&real("netflix-2016"), &asked("www.netflix.com"), TrustStore::embedded()).unwrap();
    assert_eq!(right.verdict, Verdict::Inconclusive);
    let wrong = ask(&real("netflix-2016"), &asked("api.example.com"), TrustStore::embedded()).unwrap();
    assert_eq!(wrong.verdict, Verdict::Fail);
    let expired = report(&real("netflix-2016"), "2026-11-29T00:00:00Z");
    assert_eq!(expired.verdict, Verdict::Fail);
    assert_eq!(findings(&expired, "anchor-distrusted").len(), 1);
    assert!(expired.handshake.message.unwrap().starts_with("(certificate_expired) "));
}

/// Nobody can sign below these roots here, so this asks about the root and a leaf of 2026 only.
#[test]
fn each_release_has_its_own_answer_about_a_root_and_a_day() {
    let roots = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("trust/roots");
    let root = |sha256: &str| {
        let der: Bytes = std::fs::read(roots.join(format!("{sha256}.der"))).unwrap().into();
        Anchor::of_certificate(&decode(&der).unwrap())
    };
    let leaf = |issued: &str| {
        let mut leaf = decode(&made(&["leaf-2048"]).into()).unwrap();
        leaf.not_before = time(issued);
        leaf
    };
    let at = time("2026-11-29T00:00:00Z");
    let ask = |root: &Anchor, issued: &str| match distrusted(root, &leaf(issued), at, NEWEST_17) {
        Some(Detail::AnchorDistrusted {
            issued_after, releases, ..
        }) => (issued_after, releases.join(" ")),
        None => (None, String::new()),
        other => panic!("{other:?}"),
    };
    let entrust_g2 = root("43df5774b03e7fef5fe40d931a7bedf1bb2e6b42738c4e6d3841103d3aa7f339");
    assert_eq!(
        ask(&entrust_g2, "2026-06-01T00:00:00Z"),
        (None, "17.0.15 17.0.21.1 21.0.8 25.0.2 25.0.3".to_owned())
    );
    assert_eq!(ask(&entrust_g2, "2024-11-11T23:59:59Z"), (None, "17.0.21.1".to_owned()));
    // Only older releases distrust this root of AffirmTrust.
    let affirmtrust = root("0376ab1d54c5f9803ce4b2e201a0ee7eef7b57b636e8a93c9b8d4860c96f5fa7");
    assert_eq!(
        ask(&affirmtrust, "2026-06-01T00:00:00Z"),
        (Some("2024-11-11".to_owned()), "17.0.15 21.0.8".to_owned())
    );
    let chunghwa = root("c0a6f4dc63a24bfdcf54ef2a6a082a0a72de35803e2ff5ff527ae5d87206dfd5");
    assert_eq!(ask(&chunghwa, "2026-03-17T12:00:00Z"), (None, String::new()));
    assert_eq!(
        ask(&chunghwa, "2026-03-18T00:00:00Z"),
        (Some("2026-03-17".to_owned()), "17.0.21.1 25.0.3".to_owned())
    );
    let later = time("2027-04-20T00:00:00Z");
    assert!(distrusted(&chunghwa, &leaf("2026-01-01T00:00:00Z"), later, NEWEST_17).is_some());
    let amazon = root("8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e");
    assert_eq!(
        distrusted(&amazon, &leaf("2026-06-01T00:00:00Z"), UnixTime::MAX, NEWEST_17),
        None
    );
}

#[test]
fn a_blocked_certificate_fails_requirement_3() {
    let pem = fixture("findings/certificate-blocked.pem");
    let report = report(&pem, "2011-06-15T12:00:00Z");
    assert_eq!(findings(&report, "certificate-blocked").len(), 1);
    assert_eq!(report.verdict, Verdict::Fail);
    let blocked = decode(&pem.into()).unwrap().sha256;
    assert!(RELEASES.iter().all(|release| release.blocks(&blocked)));
}

#[test]
fn a_public_key_fails_and_is_never_in_a_repaired_chain() {
    let pem = fixture("findings/key-compromised.pem");
    let options = Options {
        insecure_skip_verification: true,
        ..options("2026-12-15T12:00:00Z")
    };
    let report = ask(&pem, &options, TrustStore::embedded()).unwrap();
    let found = findings(&report, "key-compromised");
    assert_eq!((found.len(), found[0].detail.rule()), (1, RuleId::Chain));
    assert_eq!(report.verdict, Verdict::Fail);
    let plan = plan_with(Bytes::from(pem), &options, TrustStore::embedded()).unwrap();
    let repair = repair_with(&plan, &report, &NativeVerifier, |_| None);
    for certificate in repair.chain.iter().chain(&repair.root) {
        let read = decode(&Bytes::from(certificate.pem.clone())).unwrap();
        assert!(!is_compromised(&read.spki), "{}", certificate.pem);
    }
    assert_eq!(repair.verdict, Verdict::Fail);
}

/// The command's exit status and output for a fixture.
fn command(arguments: &[&str]) -> (Option<i32>, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sslengine-doctor"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_command_exits_with_3_under_entrust_g2_and_with_1_for_a_public_key() {
    let entrust = "tests/fixtures/real/entrust-2019.pem";
    let at = "2019-06-01T12:00:00Z";
    let (status, text) = command(&[entrust, "--at", at, "--lang", "en"]);
    assert_eq!(status, Some(3), "{text}");
    assert!(text.contains("Entrust Root Certification Authority - G2"), "{text}");
    let report = report(&real("entrust-2019"), at);
    assert_eq!(report.verdict, Verdict::Inconclusive);
    assert_eq!(outcomes(&report), [Warn, Pass, Pass, Pass]);
    let message = report.handshake.message.unwrap();
    let java = "TLS Server certificate anchored by a distrusted legacy Entrust root CA: CN=Entrust Root Certification Authority - G2, OU=\"(c) 2009 Entrust, Inc. - for authorized use only\", OU=See www.entrust.net/legal-terms, O=\"Entrust, Inc.\", C=US";
    assert!(message.ends_with(java), "{message}");

    let (status, text) = command(&[
        "tests/fixtures/findings/key-compromised.pem",
        "--at",
        "2026-12-15T12:00:00Z",
        "--skip-verification",
        "--lang",
        "en",
    ]);
    assert_eq!(status, Some(1), "{text}");
}

/// Each listed root as a certificate that the server sends: it is found on the list, by itself and
/// above a chain that it did not issue.
#[test]
fn every_listed_root_is_recognized_if_it_is_sent() {
    let folder = format!("{}/trust/roots", env!("CARGO_MANIFEST_DIR"));
    let listed = TrustStore::embedded();
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let der = Bytes::from(std::fs::read(file.unwrap().path()).unwrap());
        let root = decode(&der).unwrap();
        let plan = plan_with(der, &Options::at(root.not_after), listed).unwrap();
        let answers = sslengine_doctor::verify::Verifier::verify_all(&NativeVerifier, plan.checks());
        let report = sslengine_doctor::engine::judge(&plan, &answers);
        assert_eq!(findings(&report, "anchor-listed").len(), 1, "{}", root.subject.label());
        assert!(!report.certificates[0].aliases.is_empty());
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
}
