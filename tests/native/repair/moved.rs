//! CAs that issue under a root that not every client has: the finding names the certificate that
//! the repair adds.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use serde_json::Value;

/// The finding about a leaf directly under this CA certificate, for API Gateway.
fn moved(report: &Report) -> Option<&Detail> {
    let rule = report.rule(RuleId::SupportedCa).unwrap();
    let mut details = rule.findings.iter().map(|finding| &finding.detail);
    details.find(|detail| matches!(detail, Detail::CaMoved { .. }))
}

fn subjects() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("trust/moved-cas.json");
    let file: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let rows = file["cas"].as_array().unwrap().iter();
    rows.map(|row| row["subject"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_finding_names_the_certificate_that_the_repair_adds() {
    let key = made_certificate("leaf-2048");
    let (store, subjects) = (TrustStore::embedded(), subjects());
    let mut found = BTreeSet::new();
    for issuer in (0..=u8::MAX).flat_map(certificates) {
        let subject = issuer.subject.rfc4514();
        if !subjects.contains(&subject) {
            continue;
        }
        let leaf: Bytes = leaf::below(&issuer, &key).into();
        let verifier = leaf::Pretends(vec![(decode(&leaf).unwrap().tbs, issuer.spki.clone())]);
        let plan = plan_with(pem_of(&leaf).into(), &options(NOW), store).unwrap();
        let report = judge(&plan, &verifier.verify_all(plan.checks()));
        let Some(Detail::CaMoved { root, instead, .. }) = moved(&report) else {
            // AWS's list has this root.
            assert!(report.handshake.accepted || report.path.len() > 1, "{subject}");
            continue;
        };
        let instead = instead.as_ref().unwrap_or_else(|| panic!("{subject}: nothing to send"));
        assert_eq!(root, &issuer.subject.label());
        let repair = run(&pem_of(&leaf), &options(NOW), store, &verifier, load);
        let added = decode(&der_of(&repair.chain[1].pem)).unwrap();
        assert_eq!(added.subject.label(), instead.label, "{subject}");
        assert_eq!(added.issuer.label(), instead.signed_by, "{subject}");
        assert_eq!(repair.root.as_ref().unwrap().label, instead.root, "{subject}");
        found.insert(subject);
    }
    for name in [
        "CN=ISRG Root X2",
        "CN=Root YE",
        "CN=Root YR",
        "CN=GlobalSign Root R46",
        "CN=SSL.com TLS RSA",
    ] {
        assert!(found.iter().any(|subject| subject.starts_with(name)), "{name}");
    }
    assert_eq!(found.len(), 23, "{found:#?}");
}

#[test]
fn another_key_or_an_expired_version_is_not_named() {
    let all: Vec<Certificate> = (0..=u8::MAX).flat_map(certificates).collect();
    let named = |label: &str| all.iter().find(|c| c.subject.label() == label).unwrap();
    let (x2, other) = (named("ISRG Root X2"), named("Root YR"));
    let report = |leaf: &[u8], at: &str| {
        let plan = plan_with(pem_of(leaf).into(), &options(at), TrustStore::embedded()).unwrap();
        judge(&plan, &Remembering.verify_all(plan.checks()))
    };
    let leaf = leaf::below(x2, other);
    assert!(matches!(
        moved(&report(&leaf, NOW)),
        Some(Detail::CaMoved {
            instead: Some(_),
            acme: true,
            ..
        })
    ));
    assert!(matches!(
        moved(&report(&leaf, "2035-01-01T00:00:00Z")),
        Some(Detail::CaMoved { instead: None, .. })
    ));
    // The name of one CA with the key identifier of another.
    let mut mixed = x2.clone();
    mixed.extensions.ski = other.extensions.ski.clone();
    assert_eq!(moved(&report(&leaf::below(&mixed, other), NOW)), None);
}
