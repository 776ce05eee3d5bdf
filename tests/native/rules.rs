//! The four requirements and Java's answer, on chains that each differ in one thing.

use crate::common::corpus::builder::{BASES, BASIC_CONSTRAINTS, NAME_CONSTRAINTS, Sent, World};
use crate::common::corpus::der::{boolean, ctx, int, oid, seq};
use crate::common::corpus::keys::usual;
use crate::common::corpus::names::{directory, plain};
use crate::common::*;
use crate::fixes::pem_of;
use crate::samples;
use sslengine_doctor::report::Outcome::{Fail, Pass, Unknown, Warn};
use sslengine_doctor::report::{
    ClientAnswer, Detail, Finding, Fix, PathStep, Report, RuleId, RuleReport, Severity, SignatureStatus, Verdict,
};
use sslengine_doctor::trust::TrustStore;

const BUILDING: &str = "(certificate_unknown) PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";
const VALIDATION: &str = "PKIX path validation failed: java.security.cert.CertPathValidatorException: ";

#[test]
fn a_complete_chain_under_a_listed_root_passes() {
    let report = report_made(&["leaf-2048", "intermediate", "root"], MADE);
    assert_eq!(outcomes(&report), [Pass; 4]);
    assert_eq!(report.verdict, Verdict::Pass);
    assert!(report.handshake.accepted);
    assert_eq!(report.path.len(), 3);
    assert!(
        report
            .certificates
            .iter()
            .all(|c| c.signature == SignatureStatus::Valid)
    );
    assert!(report.fixes.is_empty());
}

#[test]
fn real_chains_without_their_root_are_recognised() {
    for (name, alias, outcomes_expected) in [
        ("amazon-rsa2048", "amazonrootca1", [Pass; 4]),
        ("amazon-rsa4096", "amazonrootca2", [Pass, Pass, Pass, Fail]),
        ("amazon-p256", "amazonrootca3", [Pass; 4]),
        ("amazon-p384", "amazonrootca4", [Pass; 4]),
    ] {
        let report = report(&real(name), AMAZON);
        assert_eq!(outcomes(&report), outcomes_expected, "{name}");
        assert!(
            report.handshake.accepted,
            "{name}: Java itself sets no upper bound on keys"
        );
        let Some(PathStep::Anchor { anchor }) = report.path.last() else {
            panic!("{name}: no anchor")
        };
        assert!(
            anchor.aliases.iter().any(|a| a == alias),
            "{name}: {:?}",
            anchor.aliases
        );
    }
    let netflix = report(&real("netflix-2016"), "2017-06-01T00:00:00Z");
    assert_eq!(outcomes(&netflix), [Warn, Pass, Pass, Pass], "a distrusted root");
    let cloudflare = report(&real("cloudflare-dns-2021"), "2022-01-01T00:00:00Z");
    assert_eq!(outcomes(&cloudflare), [Pass; 4]);
}

#[test]
fn a_cross_signed_root_counts_as_the_listed_one() {
    let report = report(&real("crates-io"), "2023-06-01T00:00:00Z");
    assert_eq!(outcomes(&report), [Pass; 4]);
    assert!(codes(&report, RuleId::SupportedCa).contains(&"anchor-reissued".to_owned()));
    assert!(
        codes(&report, RuleId::Chain).contains(&"stray".to_owned()),
        "the certificate above the root"
    );
}

#[test]
fn a_root_is_out_of_date_if_all_its_versions_are() {
    let validity = |at: &str| codes(&report(&real("crates-io"), at), RuleId::Validity);
    let has = |at: &str, code: &str| validity(at).iter().any(|found| found == code);
    // The cross-signed version ends on 2037-12-31, the listed root on 2038-01-17.
    assert!(has("2038-01-10T00:00:00Z", "root-version-out-of-date"));
    assert!(!has("2038-01-10T00:00:00Z", "anchor-out-of-date"));
    assert!(has("2038-02-01T00:00:00Z", "anchor-out-of-date"));
    assert!(!has("2038-02-01T00:00:00Z", "root-version-out-of-date"));
}

#[test]
fn a_leaf_alone_of_a_known_ca_would_be_supported_once_the_intermediate_is_sent() {
    let leaf_only = real("amazon-rsa2048")
        .split_inclusive("-----END CERTIFICATE-----\n")
        .next()
        .unwrap()
        .to_owned();
    let report = report(&leaf_only, AMAZON);
    assert_eq!(outcomes(&report), [Unknown, Pass, Fail, Pass]);
    assert_eq!(report.handshake.message.as_deref(), Some(BUILDING));
    let Some(Detail::IssuerMissing {
        label,
        known,
        locations,
        ..
    }) = report.handshake.reason.map(|r| r.detail)
    else {
        panic!("the missing issuer is the reason");
    };
    assert_eq!((label.as_str(), known), ("Amazon RSA 2048 M03", true));
    assert_eq!(locations, ["http://crt.r2m03.amazontrust.com/r2m03.cer"]);
    assert!(matches!(&report.fixes[0], Fix::SendIssuer { label, .. } if label == "Amazon RSA 2048 M03"));
}

#[test]
fn a_leaf_alone_of_an_unknown_ca_is_unknown() {
    let report = report(&made(&["leaf-2048"]), MADE);
    assert_eq!(outcomes(&report), [Unknown, Pass, Fail, Pass]);
    assert_eq!(codes(&report, RuleId::SupportedCa), ["issuer-unknown"]);
    assert_eq!(report.verdict, Verdict::Fail);
}

#[test]
fn roots_off_the_list_fail_the_first_requirement_only() {
    let private = report(&made(&["leaf-2048", "intermediate", "root"]), MADE);
    assert_eq!(outcomes(&private), [Fail, Pass, Pass, Pass]);
    assert_eq!(codes(&private, RuleId::SupportedCa), ["root-not-listed"]);
    assert_eq!(private.handshake.message.as_deref(), Some(BUILDING));
    assert_eq!(
        private.handshake.legacy_message.as_deref(),
        Some("General SSLEngine problem")
    );

    let without_root = report(&made(&["leaf-2048", "intermediate"]), MADE);
    assert_eq!(outcomes(&without_root), [Fail, Pass, Fail, Pass]);
    assert_eq!(codes(&without_root, RuleId::SupportedCa), ["issuer-not-listed"]);

    let self_signed = report(&made(&["self-signed"]), MADE);
    assert_eq!(outcomes(&self_signed), [Fail, Pass, Pass, Pass]);
    assert_eq!(codes(&self_signed, RuleId::SupportedCa), ["self-signed-leaf"]);
}

#[test]
fn both_ends_of_validity_are_exact_to_the_second() {
    let chain = ["leaf-2048", "intermediate", "root"];
    for (at, outcome, code) in [
        ("2025-12-31T23:59:59Z", Fail, "not-yet-valid"),
        ("2026-01-01T00:00:00Z", Pass, "in-date"),
        ("2026-12-01T23:59:58Z", Pass, "in-date"),
        ("2026-12-02T00:00:00Z", Warn, "expires-soon"),
        ("2026-12-31T23:59:59Z", Warn, "expires-soon"),
        ("2027-01-01T00:00:00Z", Fail, "expired"),
    ] {
        let report = report_made(&chain, at);
        assert_eq!(report.rule(RuleId::Validity).unwrap().outcome, outcome, "{at}");
        assert_eq!(codes(&report, RuleId::Validity)[0], code, "{at}");
        assert_eq!(report.handshake.accepted, outcome != Fail, "{at}");
    }
    let expired = report_made(&chain, "2027-01-01T00:00:00Z");
    assert_eq!(
        expired.handshake.message,
        Some(format!("(certificate_expired) {VALIDATION}validity check failed"))
    );
}

#[test]
fn an_expired_intermediate_fails_and_an_expired_root_warns() {
    let intermediate = report_made(&["leaf-2048", "intermediate-expired", "root"], MADE);
    assert_eq!(outcomes(&intermediate), [Pass, Fail, Pass, Pass]);
    assert!(matches!(intermediate.fixes[0], Fix::ReplaceIntermediate { .. }));
    let root = report(&real("netflix-2016"), "2017-06-01T00:00:00Z");
    assert_eq!(root.rule(RuleId::Validity).unwrap().outcome, Pass);
}

#[test]
fn the_key_limit_is_2048_bits_of_the_leaf() {
    for (leaf, outcome, code) in [
        ("leaf-2048", Pass, "key-within-limit"),
        ("leaf-2049", Fail, "key-too-large"),
        ("leaf-4096", Fail, "key-too-large"),
        ("leaf-p256", Pass, "elliptic-key"),
    ] {
        let report = report_made(&[leaf, "intermediate", "root"], MADE);
        assert_eq!(report.rule(RuleId::KeySize).unwrap().outcome, outcome, "{leaf}");
        assert_eq!(codes(&report, RuleId::KeySize)[0], code, "{leaf}");
        assert!(report.handshake.accepted, "{leaf}");
        assert_eq!(report.verdict == Verdict::Pass, outcome == Pass, "{leaf}");
    }
}

#[test]
fn order_duplicates_and_unused_certificates_are_remarks() {
    let reversed = report_made(&["leaf-2048", "root", "intermediate"], MADE);
    assert_eq!(outcomes(&reversed), [Pass, Pass, Warn, Pass]);
    assert_eq!(codes(&reversed, RuleId::Chain)[0], "wrong-order");
    assert!(reversed.handshake.accepted);

    let doubled = report_made(&["leaf-2048", "leaf-2048", "intermediate", "root"], MADE);
    assert!(codes(&doubled, RuleId::Chain).contains(&"duplicate".to_owned()));
    assert!(doubled.handshake.accepted);

    let stray = report_made(&["leaf-2048", "self-signed", "intermediate", "root"], MADE);
    assert!(codes(&stray, RuleId::Chain).contains(&"stray".to_owned()));
    assert_eq!(stray.rule(RuleId::Chain).unwrap().outcome, Pass);

    let leaf_last = report_made(&["root", "intermediate", "leaf-2048"], MADE);
    assert!(codes(&leaf_last, RuleId::Chain).contains(&"leaf-not-first".to_owned()));
    assert_eq!(leaf_last.certificates.len(), 3);
}

#[test]
fn signatures_are_verified_not_only_names() {
    // Only the intermediate's signature is broken: its name, its dates and its key are right.
    let chain = made(&["leaf-2048", "intermediate", "root"]);
    let mut plan_input: Vec<Vec<u8>> = x509_parser::pem::Pem::iter_from_buffer(chain.as_bytes())
        .map(|pem| pem.unwrap().contents)
        .collect();
    let last = plan_input[0].len() - 1;
    plan_input[0][last] ^= 1;
    use base64::Engine as _;
    let forged: String = plan_input
        .iter()
        .map(|der| {
            let text = base64::engine::general_purpose::STANDARD.encode(der);
            format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
        })
        .collect();
    let report = ask(&forged, &options(MADE), &made_list()).unwrap();
    assert_eq!(outcomes(&report), [Pass, Pass, Fail, Pass]);
    assert_eq!(codes(&report, RuleId::Chain)[0], "signature-invalid");
    assert_eq!(report.certificates[0].signature, SignatureStatus::Invalid);
    assert_eq!(
        report.handshake.message,
        Some(format!("(bad_certificate) {VALIDATION}signature check failed"))
    );
}

#[test]
fn an_issuer_that_is_no_ca_fails() {
    let report = report_made(&["leaf-2048", "not-ca", "root"], MADE);
    assert_eq!(outcomes(&report), [Pass, Pass, Fail, Pass]);
    let message =
        format!("(certificate_unknown) {VALIDATION}basic constraints check failed: this is not a CA certificate");
    assert_eq!(report.handshake.message, Some(message));
}

/// The problems that Java has with a made chain and its root, and the certificates that have them.
fn problems(world: &mut World) -> Vec<(u32, Detail)> {
    let root = world.root_index();
    world.sent = world.path.iter().map(|at| Sent::Cert(*at)).collect();
    let report = ask(&pem_of(&world.chain()), &options(MADE), &list_of(&world.encode(root))).unwrap();
    let findings = &report.rule(RuleId::Chain).unwrap().findings;
    let errors = findings.iter().filter(|f| f.detail.severity() == Severity::Error);
    let found: Vec<_> = errors.map(|f| (f.certificate.unwrap().0, f.detail.clone())).collect();
    assert_eq!(report.handshake.accepted, found.is_empty(), "{:?}", report.handshake);
    found
}

#[test]
fn a_limit_of_the_path_length_counts_the_cas_below_it() {
    let mut world = World::new(&BASES[3]);
    assert_eq!(problems(&mut world), []);
    world.certs[2].put(BASIC_CONSTRAINTS, true, seq(&[boolean(true), int(0)]));
    let exceeded = Detail::PathLengthExceeded { limit: 0, below: 1 };
    assert_eq!(problems(&mut world), [(1, exceeded)]);
}

#[test]
fn name_constraints_apply_to_intermediates_that_are_not_self_issued() {
    let excluding = |name: &str| {
        let mut world = World::new(&BASES[2]);
        let name = directory(&plain(name));
        world.certs[2].put(NAME_CONSTRAINTS, true, seq(&[ctx(1, &[seq(&[name])])]));
        world
    };
    let found = problems(&mut excluding("Example Issuing 1"));
    assert!(
        matches!(found[..], [(1, Detail::NameConstraint { excluded: true, .. })]),
        "{found:?}"
    );
    let mut self_issued = excluding("Example Issuing 2");
    self_issued.certs[1].subject = plain("Example Issuing 2");
    assert_eq!(problems(&mut self_issued), []);
}

#[test]
fn a_curve_named_in_a_signature_has_to_be_that_of_the_key() {
    for (curve, accepted) in [("1.2.840.10045.3.1.7", true), ("1.3.132.0.34", false)] {
        let mut world = World::new(&BASES[1]);
        let mut algorithm = usual("p256-b");
        algorithm.identifier = seq(&[oid("1.2.840.10045.4.3.2"), oid(curve)]);
        world.leaf().alg = Some(algorithm);
        let found = problems(&mut world);
        let invalid = matches!(found[..], [(0, Detail::SignatureInvalid { .. })]);
        assert_eq!((found.is_empty(), invalid), (accepted, !accepted), "{curve}: {found:?}");
    }
}

#[test]
fn insecure_skip_verification_skips_the_list_but_needs_a_valid_root() {
    let skip = |names: &[&str]| {
        let options = sslengine_doctor::engine::Options {
            insecure_skip_verification: true,
            ..options(MADE)
        };
        ask(&made(names), &options, TrustStore::embedded()).unwrap()
    };
    let with_root = skip(&["leaf-2048", "intermediate", "root"]);
    assert_eq!(outcomes(&with_root), [Pass; 4]);
    assert_eq!(with_root.verdict, Verdict::Pass);

    let without_root = skip(&["leaf-2048", "intermediate"]);
    assert_eq!(without_root.rule(RuleId::SupportedCa).unwrap().outcome, Fail);
    assert_eq!(codes(&without_root, RuleId::SupportedCa)[0], "root-not-sent");
    assert_eq!(without_root.verdict, Verdict::Fail);

    let self_signed = skip(&["self-signed"]);
    assert_eq!(
        self_signed.rule(RuleId::SupportedCa).unwrap().outcome,
        Fail,
        "no CA:TRUE"
    );

    let options = sslengine_doctor::engine::Options {
        insecure_skip_verification: true,
        ..options("2027-01-01T00:00:00Z")
    };
    let expired = ask(
        &made(&["leaf-2048", "intermediate", "root"]),
        &options,
        TrustStore::embedded(),
    )
    .unwrap();
    assert_eq!(
        expired.rule(RuleId::Validity).unwrap().outcome,
        Fail,
        "dates are still checked"
    );
}

#[test]
fn the_host_name_is_separate_from_the_requirements() {
    let ask_about = |input: &str, host: &str| {
        let options = sslengine_doctor::engine::Options {
            hostname: Some(host.to_owned()),
            ..options(MADE)
        };
        ask(input, &options, &made_list()).unwrap()
    };
    let ask_host = |host: &str| ask_about(&made(&["leaf-2048", "intermediate", "root"]), host);
    let without_addresses = ask_about(&real("crates-io"), "192.0.2.10");
    let about_name = without_addresses.hostname.as_ref().unwrap();
    assert!(!about_name.accepted && about_name.source.is_none(), "{about_name:?}");
    assert!(ask_host("192.0.2.11").hostname.unwrap().source.is_some());
    let wrong_host = |report: &Report| ClientAnswer::of(report).wrong_host;
    assert!(wrong_host(&ask_host("192.0.2.11")) && !wrong_host(&ask_host("192.0.2.10")));
    assert!(!wrong_host(&without_addresses), "another problem comes first");
    for (host, accepted) in [
        ("api.example.com", true),
        ("API.Example.com.", true),
        ("x.backend.example.com", true),
        ("192.0.2.10", true),
        ("x.y.backend.example.com", false),
        ("example.com", false),
        ("192.0.2.11", false),
    ] {
        let report = ask_host(host);
        assert_eq!(report.hostname.as_ref().unwrap().accepted, accepted, "{host}");
        assert_eq!(report.verdict == Verdict::Pass, accepted, "{host}");
        assert_eq!(outcomes(&report), [Pass; 4], "{host}: no requirement is about names");
        assert_eq!(report.handshake.accepted, accepted, "{host}");
    }
    let refused = ask_host("example.com").handshake.message.unwrap();
    assert_eq!(
        refused,
        "(certificate_unknown) No subject alternative DNS name matching example.com found."
    );
}

#[test]
fn whole_openssl_output_gives_the_same_as_its_certificates() {
    let captured = ask(&fixture("made/s_client-showcerts.txt"), &options(MADE), &made_list()).unwrap();
    let plain = report_made(&["leaf-2048", "intermediate", "root"], MADE);
    let prints =
        |r: &sslengine_doctor::report::Report| r.certificates.iter().map(|c| c.sha256.clone()).collect::<Vec<_>>();
    assert_eq!(prints(&captured), prints(&plain));
    assert_eq!(outcomes(&captured), [Pass; 4]);
}

#[test]
fn notable_findings_are_named_once() {
    let finding = |detail: &Detail| Finding {
        certificate: None,
        detail: detail.clone(),
    };
    let rule = |outcome, findings: &[&Finding]| RuleReport {
        rule: RuleId::Chain,
        outcome,
        findings: findings.iter().map(|f| (*f).clone()).collect(),
    };
    let all: Vec<Finding> = samples::details().iter().map(|(detail, _)| finding(detail)).collect();
    for one in &all {
        for outcome in [Pass, Warn, Fail, Unknown] {
            assert_eq!(rule(outcome, &[one]).notable(), [one], "{outcome:?}");
        }
    }
    let remark = |f: &&Finding| f.detail.severity() == Severity::Info && !f.detail.carries_cause();
    let remarks: Vec<&Finding> = all.iter().filter(remark).collect();
    let heavy = all.iter().find(|f| f.detail.severity() == Severity::Error).unwrap();
    let (first, second) = (remarks[0], remarks[1]);
    assert_eq!(rule(Pass, &[first, second]).notable(), [first]);
    assert_eq!(rule(Fail, &[first, heavy]).notable(), [heavy]);
    assert_eq!(rule(Unknown, &[first, heavy]).notable(), [first, heavy]);
}
