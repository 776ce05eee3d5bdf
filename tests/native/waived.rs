//! `insecureSkipVerification`: which certificates are anchors, and what is said about the root.

use crate::common::*;
use base64::Engine as _;
use sslengine_doctor::engine::Options;
use sslengine_doctor::report::Outcome::{Fail, Pass, Unknown, Warn};
use sslengine_doctor::report::{Detail, Fix, Report, RuleId, Verdict};
use sslengine_doctor::trust::TrustStore;

fn pem(der: &[u8]) -> String {
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
}

fn waived(input: &str, at: &str) -> Report {
    let options = Options {
        insecure_skip_verification: true,
        ..options(at)
    };
    ask(input, &options, TrustStore::embedded()).unwrap()
}

/// The chain of a case of the corpus, then its anchors if `with_anchors`.
fn case(id: &str, with_anchors: bool) -> String {
    let cases = corpus::corpus();
    let case = cases.iter().find(|case| case.id == id).unwrap();
    let anchors = case.anchors.iter().filter(|_| with_anchors);
    case.chain.iter().chain(anchors).map(|der| pem(der)).collect()
}

/// A root of AWS's list, by its SHA-256.
fn listed(sha256: &str) -> String {
    let file = format!("{}/trust/roots/{sha256}.der", env!("CARGO_MANIFEST_DIR"));
    pem(&std::fs::read(file).unwrap())
}

/// Signed with SHA-1.
const VERISIGN_G3: &str = "eb04cf5eb1f39afa762f2bb120f296cba520c1b97db1589565b81cb9a17b7244";
const AMAZON_ROOT_CA_1: &str = "8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e";

#[test]
fn a_listed_root_that_was_not_sent_is_a_warning() {
    let report = waived(&real("amazon-rsa2048"), AMAZON);
    assert_eq!(outcomes(&report), [Warn, Pass, Pass, Pass]);
    assert!(report.handshake.accepted && report.verdict == Verdict::Pass);
    assert_eq!(
        codes(&report, RuleId::SupportedCa),
        ["listed-root-not-sent", "list-waived", "anchor-listed"]
    );
    assert_eq!(report.fixes, [Fix::TurnOffSkipVerification {}]);
    // Without the option, nothing is said about it.
    let plain = ask(&real("amazon-rsa2048"), &options(AMAZON), TrustStore::embedded()).unwrap();
    assert_eq!(outcomes(&plain), [Pass; 4]);
    assert!(plain.fixes.is_empty());
}

#[test]
fn a_listed_root_that_was_sent_passes() {
    let chain = real("amazon-rsa2048") + &listed(AMAZON_ROOT_CA_1);
    let report = waived(&chain, AMAZON);
    assert_eq!(outcomes(&report), [Pass; 4]);
    assert_eq!(codes(&report, RuleId::SupportedCa), ["list-waived", "anchor-listed"]);
    // Another root that was sent is not the root of this chain.
    let other = waived(&(real("amazon-rsa2048") + &fixture("made/root.pem")), AMAZON);
    assert_eq!(codes(&other, RuleId::SupportedCa)[0], "listed-root-not-sent");
}

#[test]
fn a_self_issued_certificate_that_another_key_signed_is_no_root() {
    // Leaf <- CA <- root's new key, signed with its old key.
    let report = waived(&case("paths/rollover@ec-1", false), MADE);
    assert_eq!(outcomes(&report), [Fail, Pass, Fail, Pass]);
    assert_eq!(codes(&report, RuleId::SupportedCa)[0], "root-not-sent");
    assert_eq!(codes(&report, RuleId::Chain)[0], "issuer-missing");
    assert!(!report.handshake.accepted && report.verdict == Verdict::Fail);
    let message = report.handshake.message.unwrap();
    assert!(message.contains("unable to find valid certification path"), "{message}");
    assert!(
        matches!(report.fixes[..], [Fix::SendRoot { .. }, Fix::SendIssuer { .. }]),
        "{:?}",
        report.fixes
    );

    let with_root = waived(&case("paths/rollover@ec-1", true), MADE);
    assert_eq!(outcomes(&with_root), [Pass; 4]);
    assert_eq!(
        codes(&with_root, RuleId::SupportedCa),
        ["list-waived", "private-root-sent"]
    );

    // The same without the option: the issuer is missing, and no root was sent that is unlisted.
    let plain = report_of(&case("paths/rollover@ec-1", false));
    assert_eq!(codes(&plain, RuleId::Chain)[0], "issuer-missing");
    assert!(!codes(&plain, RuleId::SupportedCa).contains(&"root-not-listed".to_owned()));
}

fn report_of(input: &str) -> Report {
    ask(input, &options(MADE), TrustStore::embedded()).unwrap()
}

#[test]
fn a_root_with_a_broken_signature_is_no_root() {
    let root = x509_parser::pem::parse_x509_pem(fixture("made/root.pem").as_bytes())
        .unwrap()
        .1
        .contents;
    let mut broken = root.clone();
    *broken.last_mut().unwrap() ^= 1;
    let report = waived(&(made(&["leaf-2048", "intermediate"]) + &pem(&broken)), MADE);
    assert!(!report.handshake.accepted && report.verdict == Verdict::Fail);
    assert_eq!(report.rule(RuleId::SupportedCa).unwrap().outcome, Fail);
    let whole = waived(&(made(&["leaf-2048", "intermediate"]) + &pem(&root)), MADE);
    assert_eq!(outcomes(&whole), [Pass; 4]);
}

#[test]
fn a_root_whose_signature_nobody_can_check_is_unknown() {
    // Ed448 is not supported, so whether the root is self-signed is unknown.
    let report = waived(&fixture("findings/signature-unchecked.pem"), MADE);
    assert_eq!(report.rule(RuleId::Chain).unwrap().outcome, Unknown);
    let unchecked = |f: &&sslengine_doctor::report::Finding| matches!(f.detail, Detail::SignatureUnchecked { .. });
    assert_eq!(
        report
            .rule(RuleId::Chain)
            .unwrap()
            .findings
            .iter()
            .filter(unchecked)
            .count(),
        2
    );
    assert_eq!(report.verdict, Verdict::Inconclusive);
}

#[test]
fn a_self_signed_server_certificate_is_an_anchor_but_needs_the_constraints() {
    let report = waived(&fixture("made/self-signed.pem"), MADE);
    assert!(report.handshake.accepted, "Java does not check a leaf that it trusts");
    assert_eq!(codes(&report, RuleId::SupportedCa)[0], "root-not-ca");
    assert_eq!(report.verdict, Verdict::Fail);
}

#[test]
fn sha_1_below_the_root_is_a_remark() {
    let chain = fixture("findings/sha1-signature.pem");
    let report = waived(&chain, MADE);
    assert_eq!(outcomes(&report), [Pass; 4]);
    assert_eq!(report.verdict, Verdict::Pass);
    let remarks = |report: &Report| -> Vec<_> {
        let all = report.rules.iter().flat_map(|rule| &rule.findings);
        all.filter(|f| matches!(f.detail, Detail::Sha1Signature { .. }))
            .map(|f| f.certificate.unwrap().0)
            .collect()
    };
    assert_eq!(remarks(&report), [0]);
    // Also if the chain is rejected for another reason.
    assert_eq!(remarks(&report_of(&chain)), [0]);
    // A root's own signature does not matter: this one is signed with SHA-1.
    let chain = real("netflix-2016") + &listed(VERISIGN_G3);
    assert_eq!(remarks(&waived(&chain, "2017-06-01T00:00:00Z")), [] as [u32; 0]);
    assert_eq!(
        remarks(&waived(&case("intermediate/signed-rsa-sha1@ec-1", true), MADE)),
        [1]
    );
}
