//! The next step: which reason the page shows, which instruction, and which button helps.

use std::path::Path;

use crate::common::*;
use crate::samples::{good_report, report_with};
use bytes::Bytes;
use sslengine_doctor::engine::{judge, plan_with, repair_with};
use sslengine_doctor::guide::{FixGroup, NextStep, Reason, Repaired, StepButton, Tone, days_valid, helps, next_step};
use sslengine_doctor::i18n::{AnswerPhrase, Instruction, Locale, NewCertificate, Step};
use sslengine_doctor::ingest::Location;
use sslengine_doctor::report::*;
use sslengine_doctor::trust::TrustStore;
use sslengine_doctor::trust::pool::PoolFile;
use sslengine_doctor::verify::Verifier as _;
use sslengine_doctor::verify::native::NativeVerifier;

const IN_2023: &str = "2023-06-15T12:00:00Z";
const LATE: &str = "2025-06-15T12:00:00Z";

fn example(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/examples").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// The report and the repaired chain, with AWS's list.
fn checked(input: &str, at: &str, host: Option<&str>) -> (Report, Repair) {
    let mut options = options(at);
    options.hostname = host.map(str::to_owned);
    let plan = plan_with(input.to_owned().into(), &options, TrustStore::embedded()).unwrap();
    let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
    let load = |file: PoolFile| -> Option<Bytes> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static").join(file.path());
        Some(std::fs::read(path).unwrap().into())
    };
    let repair = repair_with(&plan, &report, &NativeVerifier, load);
    (report, repair)
}

fn code(reason: Reason<'_>) -> &'static str {
    match reason {
        Reason::Finding(finding) | Reason::Undecided(finding) => finding.detail.code(),
        Reason::HostName(_) => "hostname",
        Reason::ValidFor(_) => "valid",
        Reason::JavaMessage => "message",
    }
}

fn also(step: &NextStep<'_>) -> Vec<&'static str> {
    step.also.iter().map(|reason| code(*reason)).collect()
}

fn buttons(step: &NextStep<'_>) -> (StepButton, Option<StepButton>) {
    (step.primary, step.second)
}

fn words(report: &Report, step: &NextStep<'_>) -> String {
    Locale::En.step(report, &step.step)
}

#[test]
fn a_missing_intermediate_is_fixed_by_the_repaired_chain() {
    let (report, repair) = checked(&example("missing-intermediate.pem"), IN_2023, Some("crates.io"));
    assert!(helps(&repair));
    for repaired in [Repaired::Pending, Repaired::Done(&repair)] {
        let step = next_step(&report, repaired);
        assert_eq!((step.tone, step.group), (Tone::Rejected, Some(FixGroup::File)));
        assert_eq!(code(step.reason), "issuer-missing");
        assert_eq!(also(&step), [""; 0]);
        assert_eq!(step.step, Step::Say(Instruction::InstallMissing));
        assert_eq!(buttons(&step), (StepButton::Download, Some(StepButton::HowToInstall)));
    }
    // Without the repaired chain there is nothing to download.
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert!(words(&report, &step).contains("Amazon RSA 2048 M02"));
}

#[test]
fn a_chain_that_stays_rejected_is_never_offered() {
    // Missing and expired: the repaired chain is complete, but its server certificate is expired.
    let (report, repair) = checked(&example("missing-intermediate.pem"), LATE, None);
    assert!(repair.status == (RepairStatus::Complete {}) && !helps(&repair));
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!(
        (step.tone, step.group),
        (Tone::Rejected, Some(FixGroup::NewCertificate))
    );
    assert_eq!(code(step.reason), "expired");
    assert_eq!(also(&step), ["issuer-missing"]);
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, Some(StepButton::CheckNew)));
    assert_eq!(
        words(&report, &step),
        "Renew “crates.io” and install the new certificate with its intermediate. Already renewed? Then the server still sends the old one: reload it."
    );

    // Only another file is missing, but its chain is rejected for another reason.
    let missing = Finding::on(
        CertIndex(0),
        Detail::IssuerMissing {
            issuer: "CN=Sub".to_owned(),
            label: "Sub".to_owned(),
            authority_key_id: None,
            locations: vec![],
            known: true,
            useful: true,
        },
    );
    let limit = Finding::overall(Detail::SearchEnded { limit: 5 });
    let mut other = report_with(&[missing.clone(), limit], false);
    other.fixes = vec![Fix::SendIssuer {
        issuer: "CN=Sub".to_owned(),
        label: "Sub".to_owned(),
        locations: vec![],
        instead_of: vec![],
    }];
    let step = next_step(&other, Repaired::Done(&repair));
    assert_eq!(step.primary, StepButton::CopyForTicket);
    assert_eq!(code(step.reason), "issuer-missing");
}

#[test]
fn an_expired_certificate_has_to_be_renewed() {
    let (report, repair) = checked(&example("expired.pem"), "2024-06-15T12:00:00Z", None);
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!((step.tone, code(step.reason)), (Tone::Rejected, "expired"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, Some(StepButton::CheckNew)));
    assert!(words(&report, &step).starts_with("Renew “"));
}

#[test]
fn a_certificate_of_the_future_needs_time() {
    let (report, _) = checked(&real("crates-io"), "2022-01-15T12:00:00Z", None);
    let step = next_step(&report, Repaired::Pending);
    assert_eq!(code(step.reason), "not-yet-valid");
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert!(
        words(&report, &step).starts_with("Wait until 25 January 2023"),
        "{}",
        words(&report, &step)
    );
}

#[test]
fn private_and_self_signed_certificates_need_a_public_ca() {
    for (name, at, expected) in [
        ("private-ca.pem", "2021-06-15T12:00:00Z", "root-not-listed"),
        ("self-signed.pem", "2026-06-15T12:00:00Z", "self-signed-leaf"),
    ] {
        let (report, repair) = checked(&example(name), at, None);
        let step = next_step(&report, Repaired::Done(&repair));
        assert_eq!((step.tone, code(step.reason)), (Tone::Rejected, expected));
        assert_eq!(
            buttons(&step),
            (StepButton::CopyForTicket, Some(StepButton::SkipCaCheck)),
            "{name}"
        );
        assert_eq!(
            words(&report, &step),
            "Get a certificate from a public CA, such as Let’s Encrypt or ACM."
        );
    }
}

#[test]
fn a_default_certificate_only_needs_the_right_configuration() {
    let (report, repair) = checked(
        &example("default-certificate.pem"),
        "2026-06-15T12:00:00Z",
        Some("api.example.com"),
    );
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!(
        (step.group, code(step.reason)),
        (Some(FixGroup::Configure), "default-certificate")
    );
    assert_eq!(also(&step), [""; 0], "everything else is about the wrong certificate");
    assert_eq!(
        buttons(&step),
        (StepButton::CopyCommand, Some(StepButton::HowToConfigure))
    );
    assert!(words(&report, &step).contains("“api.example.com”"));

    // Each other product has its own act, and only one of the user's servers can be configured.
    let of = |product, fix: Fix| {
        let label = "X".to_owned();
        let vendor = None;
        let named = Detail::DefaultCertificate { product, vendor, label };
        let self_signed = Detail::SelfSignedLeaf {
            sha256: "AA".to_owned(),
            edition: "2022-01-24".into(),
        };
        let findings = [named, self_signed].map(|detail| Finding::on(CertIndex(0), detail));
        let mut report = report_with(&findings, false);
        report.fixes = vec![fix];
        let step = next_step(&report, Repaired::Failed);
        assert_eq!(code(step.reason), "default-certificate", "{product:?}");
        assert_eq!(also(&step), [""; 0], "{product:?}");
        (buttons(&step), words(&report, &step))
    };
    let own = |product, vendor: Option<&str>| {
        let vendor = vendor.map(str::to_owned);
        let setting = None;
        of(
            product,
            Fix::ConfigureCertificate {
                product,
                vendor,
                setting,
            },
        )
    };
    let command = StepButton::CopyCommand;
    let ticket = StepButton::CopyForTicket;
    for (found, expected, part) in [
        (
            of(DefaultProduct::LetsEncryptStaging, Fix::RequestProduction {}),
            (ticket, None),
            "production environment",
        ),
        (
            of(DefaultProduct::CloudflareOrigin, Fix::UseCloudflare {}),
            (ticket, None),
            "through Cloudflare",
        ),
        (
            of(DefaultProduct::InspectionProxy, Fix::BypassProxy { vendor: None }),
            (command, None),
            "from a network without",
        ),
        (
            own(DefaultProduct::KubernetesApi, None),
            (command, None),
            "integration’s URI",
        ),
        (
            own(DefaultProduct::Platform, Some("Heroku")),
            (command, None),
            "custom domain",
        ),
        (
            own(DefaultProduct::Cpanel, None),
            (command, Some(StepButton::HowToConfigure)),
            "cPanel",
        ),
        (
            of(DefaultProduct::AcmPrivateCa, Fix::ReplacePrivateCa { acm: true }),
            (ticket, Some(StepButton::SkipCaCheck)),
            "public certificate in ACM",
        ),
        (
            of(DefaultProduct::PrivateCa, Fix::ReplacePrivateCa { acm: false }),
            (ticket, Some(StepButton::SkipCaCheck)),
            "Get a certificate from a public CA",
        ),
    ] {
        assert_eq!(found.0, expected, "{part}");
        assert!(found.1.contains(part), "{}", found.1);
    }
}

#[test]
fn a_name_that_belongs_to_somebody_else_cannot_be_on_a_certificate() {
    let (report, repair) = checked(&real("crates-io"), IN_2023, Some("x-123.elb.eu-west-1.amazonaws.com"));
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!((step.tone, code(step.reason)), (Tone::Rejected, "hostname"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert!(
        words(&report, &step).contains("belongs to AWS"),
        "{}",
        words(&report, &step)
    );
}

#[test]
fn a_log_that_contradicts_an_accepted_chain_is_the_next_step() {
    let mut report = good_report();
    report.log_conflict = Some(LogConflict::Rejected {
        at: Location::default(),
        instead: Instead::ChainAccepted,
        by_api_gateway: true,
        command: "openssl s_client -noservername".to_owned(),
    });
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.tone, Tone::Accepted);
    assert_eq!(buttons(&step), (StepButton::CopyCommand, None));
    assert!(words(&report, &step).contains("another chain"));
}

#[test]
fn a_wrong_host_needs_another_name() {
    let (report, repair) = checked(&real("crates-io"), IN_2023, Some("api.example.com"));
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!((step.tone, code(step.reason)), (Tone::Rejected, "hostname"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert_eq!(
        words(&report, &step),
        "Call the backend by a name on its certificate, or get a certificate for “api.example.com”."
    );
}

#[test]
fn a_key_that_java_accepts_is_outside_aws_limits() {
    let (report, repair) = checked(&example("large-key.pem"), "2025-04-01T12:00:00Z", None);
    let step = next_step(&report, Repaired::Done(&repair));
    assert_eq!((step.tone, code(step.reason)), (Tone::OutsideLimits, "key-too-large"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert_eq!(
        words(&report, &step),
        "Get a new certificate with a 2048-bit RSA key or a P-256 key. Java itself accepts this one."
    );
}

#[test]
fn an_accepted_chain_asks_for_the_host_or_for_another_network() {
    let chain = real("crates-io");
    let (report, _) = checked(&chain, IN_2023, None);
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.tone, Tone::Accepted);
    assert_eq!(
        step.reason,
        Reason::ValidFor(253),
        "the root and what is above it do not count"
    );
    assert_eq!(days_valid(&report), 253);
    assert_eq!(
        (step.step, buttons(&step)),
        (Step::Say(Instruction::HostNotChecked), (StepButton::CheckHost, None))
    );

    let (report, _) = checked(&chain, IN_2023, Some("crates.io"));
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.step, Step::Say(Instruction::CallsStillFail));
    assert_eq!(buttons(&step), (StepButton::CopyCommand, Some(StepButton::Remind)));

    let (report, _) = checked(&chain, "2024-02-15T12:00:00Z", Some("crates.io"));
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.warning.map(|finding| finding.detail.code()), Some("expires-soon"));
    assert_eq!((step.tone, step.primary), (Tone::Accepted, StepButton::CopyCommand));
}

#[test]
fn a_check_that_was_not_completed_is_not_conclusive() {
    let open = Finding::on(
        CertIndex(0),
        Detail::IssuerUnknown {
            issuer: "CN=Sub".to_owned(),
            label: "Sub".to_owned(),
        },
    );
    let mut report = report_with(&[open], true);
    report.verdict = Verdict::Inconclusive;
    let step = next_step(&report, Repaired::Failed);
    assert_eq!((step.tone, code(step.reason)), (Tone::Open, "issuer-unknown"));
    assert_eq!(buttons(&step), (StepButton::CopyCommand, None));
    assert!(words(&report, &step).contains("Add the rest of the chain."));
}

#[test]
fn a_root_that_some_releases_distrust_needs_another_ca() {
    let distrusted = Finding::on(
        CertIndex(0),
        Detail::AnchorDistrusted {
            label: "Top CA".to_owned(),
            issued_after: None,
            releases: vec!["25.0.1".to_owned()],
        },
    );
    let mut report = report_with(&[distrusted], true);
    report.verdict = Verdict::Inconclusive;
    let step = next_step(&report, Repaired::Failed);
    assert_eq!((step.tone, code(step.reason)), (Tone::Open, "anchor-distrusted"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert!(words(&report, &step).contains("(25.0.1)"));
}

#[test]
fn a_public_key_is_replaced_now() {
    let label = "X".to_owned();
    let public = Finding::on(CertIndex(0), Detail::KeyCompromised { label });
    let mut report = report_with(&[public], false);
    report.handshake.accepted = true;
    report.fixes = vec![Fix::Reissue {
        certificate: CertIndex(0),
    }];
    let step = next_step(&report, Repaired::Failed);
    assert_eq!((step.tone, code(step.reason)), (Tone::Rejected, "key-compromised"));
    assert_eq!(buttons(&step), (StepButton::CopyForTicket, None));
    assert_eq!(
        words(&report, &step),
        "Replace this certificate now: the private key of “X” is public."
    );
}

#[test]
fn several_faults_of_the_certificate_are_one_act() {
    let mut report = good_report();
    report.verdict = Verdict::Fail;
    report.handshake.accepted = false;
    report.fixes = vec![
        Fix::UseSupportedCa {},
        Fix::SendIssuer {
            issuer: String::new(),
            label: String::new(),
            locations: vec![],
            instead_of: vec![],
        },
        Fix::Renew {
            certificate: CertIndex(0),
        },
        Fix::SmallerKey {},
        Fix::MatchHostname {
            hostname: "h.example".to_owned(),
        },
        Fix::Reissue {
            certificate: CertIndex(0),
        },
    ];
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.group, Some(FixGroup::NewCertificate));
    assert_eq!(
        words(&report, &step),
        "Get a new certificate from a public CA (such as Let’s Encrypt or ACM), for “h.example”, with a 2048-bit RSA key or a P-256 key and without the fault above. Install it with its intermediate. Already renewed? Then the server still sends the old one: reload it."
    );
    report.fixes = vec![Fix::Reissue {
        certificate: CertIndex(0),
    }];
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(step.step, Step::Fix(&report.fixes[0]));
}

#[test]
fn a_reason_without_a_fix_is_explained() {
    let report = report_with(&[Finding::overall(Detail::LeafMissing {})], false);
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(
        (code(step.reason), step.primary),
        ("leaf-missing", StepButton::CopyCommand)
    );
    let mut report = good_report();
    report.verdict = Verdict::Fail;
    report.handshake.accepted = false;
    let step = next_step(&report, Repaired::Failed);
    assert_eq!(
        (step.reason, step.step),
        (Reason::JavaMessage, Step::Say(Instruction::SeeMessage))
    );
}

#[test]
fn a_time_is_given_in_days_months_or_years() {
    let left = |locale: Locale, days| locale.answer_phrase(&AnswerPhrase::TimeLeft(days));
    assert_eq!(
        [0, 1, 90, 91, 365, 730, 731].map(|days| left(Locale::En, days)),
        [
            "0 days left",
            "1 day left",
            "90 days left",
            "2 months left",
            "12 months left",
            "24 months left",
            "2 years left"
        ]
    );
    assert_eq!(left(Locale::Fr, 87), "87\u{a0}jours restants");
    assert_eq!(left(Locale::Es, 400), "quedan 13\u{a0}meses");
    let until = |days| {
        let moment = time("2038-01-17T00:00:00Z");
        Locale::En.answer_phrase(&AnswerPhrase::Until {
            not_after: moment,
            days,
        })
    };
    assert_eq!(
        [5, 4000, -5, -4000].map(until),
        [
            "until 17 January 2038, 5 days left",
            "until 2038",
            "until 17 January 2038, 5 days ago",
            "until 17 January 2038, 10 years ago"
        ]
    );
}

#[test]
fn every_kind_of_new_certificate_has_a_text() {
    for bits in 0_u8..64 {
        let is = |bit: u8| bits & (1 << bit) != 0;
        let needs = NewCertificate {
            renew: is(0).then_some("X"),
            public_ca: is(1),
            smaller_key: is(2),
            hostname: is(3).then_some("h.example"),
            reissue: is(4),
            with_intermediate: is(5),
            java_accepts: false,
        };
        for locale in Locale::ALL {
            let text = locale.step(&good_report(), &Step::Say(Instruction::NewCertificate(needs)));
            // Without any need there is nothing to get.
            if bits & 0b1_1111 != 0 {
                assert_eq!(typography::fault(&text, locale), None, "{needs:?}: {text}");
            }
        }
    }
}
