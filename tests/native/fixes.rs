//! The fixes: each cause has its own, and none suggests what cannot help.

use crate::common::corpus::builder::{AUTHORITY_KEY_ID, BASES, Sent, World};
use crate::common::corpus::der::{ctx_prim, seq};
use crate::common::corpus::names::plain;
use crate::common::*;
use sslengine_doctor::engine::Options;
use sslengine_doctor::i18n::{Locale, verdict_sentence};
use sslengine_doctor::report::Outcome::{Fail, Pass, Unknown};
use sslengine_doctor::report::{CertIndex, DefaultProduct, Detail, Fix, NameOwner, Report, RuleId};
use sslengine_doctor::trust::{ClientId, Clients, PoolFiles, TrustStore};

const NOW: &str = "2027-06-15T12:00:00Z";

fn product(name: &str) -> Report {
    report(&fixture(&format!("products/{name}.pem")), NOW)
}

fn for_host(input: &str, host: &str, at: &str) -> Report {
    let options = Options {
        hostname: Some(host.to_owned()),
        ..options(at)
    };
    ask(input, &options, TrustStore::embedded()).unwrap()
}

/// The kind and the name of the product that a finding names.
pub(crate) fn product_of(report: &Report) -> Option<(DefaultProduct, Option<&str>)> {
    let findings = &report.rule(RuleId::SupportedCa).unwrap().findings;
    findings.iter().find_map(|f| match &f.detail {
        Detail::DefaultCertificate { product, vendor, .. } | Detail::ProductCertificate { product, vendor, .. } => {
            Some((*product, vendor.as_deref()))
        }
        _ => None,
    })
}

fn found(report: &Report) -> (DefaultProduct, Option<&str>) {
    product_of(report).unwrap()
}

#[test]
fn certificates_for_one_purpose_have_one_fix_and_fail_the_first_requirement() {
    use DefaultProduct::{AcmPrivateCa, CloudflareOrigin, InspectionProxy, LetsEncryptStaging, PrivateCa};
    for (name, kind, fix) in [
        ("staging", LetsEncryptStaging, Fix::RequestProduction {}),
        ("cloudflare-origin", CloudflareOrigin, Fix::UseCloudflare {}),
        ("proxy", InspectionProxy, Fix::BypassProxy { vendor: None }),
        ("acm-private-ca", AcmPrivateCa, Fix::ReplacePrivateCa { acm: true }),
        ("directory-services", PrivateCa, Fix::ReplacePrivateCa { acm: false }),
    ] {
        let report = product(name);
        assert_eq!(found(&report).0, kind, "{name}");
        assert_eq!(report.fixes, [fix], "{name}");
        assert_eq!(report.outcomes()[0], Fail, "{name}");
        let reason = report.handshake.reason.as_ref().map(|f| f.detail.code());
        assert_eq!(reason, Some("default-certificate"), "{name}");
        for finding in report.rules.iter().flat_map(|rule| &rule.findings) {
            if let Detail::IssuerMissing { useful, .. } = &finding.detail {
                assert!(!useful, "{name}: to send the issuer does not help");
            }
        }
    }
}

#[test]
fn the_cause_is_in_the_sentence_of_every_language() {
    let report = report(&fixture("../../static/examples/default-certificate.pem"), MADE);
    for locale in Locale::ALL {
        let sentence = verdict_sentence(&report, locale);
        assert!(sentence.contains("ingress-nginx"), "{sentence}");
        let first = &report.rules[0].findings[0];
        let text = locale.finding(&report, first).sentence();
        assert!(text.contains("SNI") && text.contains("ingress-nginx"), "{text}");
        let fix = locale.fix(&report, &report.fixes[0]);
        assert!(
            fix.contains("--default-ssl-certificate") && fix.contains("SNI"),
            "{fix}"
        );
    }
    assert_eq!(report.fixes.len(), 1);
}

#[test]
fn a_wrong_host_of_a_default_certificate_needs_no_second_fix() {
    let pem = fixture("../../static/examples/default-certificate.pem");
    let fixes = for_host(&pem, "api.example.com", MADE).fixes;
    assert!(
        matches!(fixes.as_slice(), [Fix::ConfigureCertificate { .. }]),
        "{fixes:?}"
    );
}

#[test]
fn the_wildcard_of_a_platform_is_named_unless_its_host_is_checked() {
    let pem = fixture("products/platform.pem");
    let other = for_host(&pem, "api.example.com", NOW);
    assert_eq!(found(&other), (DefaultProduct::Platform, Some("Heroku")));
    let domain = |fix: &Fix| matches!(fix, Fix::ConfigureCertificate { product: DefaultProduct::Platform, vendor: Some(v), .. } if v == "Heroku");
    assert!(other.fixes.iter().any(domain), "{:?}", other.fixes);
    assert!(!other.fixes.iter().any(|fix| matches!(fix, Fix::MatchHostname { .. })));
    // Without a host it may be the right one, although its CA is unknown.
    let any = report(&pem, NOW);
    assert_eq!(found(&any).0, DefaultProduct::Platform);
    assert!(
        !any.handshake.accepted && !any.fixes.iter().any(domain),
        "{:?}",
        any.fixes
    );
    let own = for_host(&pem, "app.herokuapp.com", NOW);
    assert!(!codes(&own, RuleId::SupportedCa).contains(&"product-certificate".to_owned()));
}

#[test]
fn a_product_is_no_error_if_the_list_is_waived() {
    let options = Options {
        insecure_skip_verification: true,
        ..options(NOW)
    };
    let report = ask(
        &fixture("products/acm-private-ca.pem"),
        &options,
        TrustStore::embedded(),
    )
    .unwrap();
    assert_eq!(outcomes(&report), [Pass; 4]);
    assert!(codes(&report, RuleId::SupportedCa).contains(&"product-certificate".to_owned()));
    assert!(report.fixes.is_empty(), "{:?}", report.fixes);
    // The certificate that replaces a product's one has to contain the host anyway.
    let wrong_host = Options {
        hostname: Some("other.example.com".to_owned()),
        ..options
    };
    let origin = ask(
        &fixture("products/cloudflare-origin.pem"),
        &wrong_host,
        TrustStore::embedded(),
    )
    .unwrap();
    assert!(origin.fixes.contains(&Fix::UseCloudflare {}), "{:?}", origin.fixes);
    let renamed = |fix: &Fix| matches!(fix, Fix::MatchHostname { .. });
    assert!(!origin.fixes.iter().any(renamed), "{:?}", origin.fixes);
}

#[test]
fn a_proxy_is_bypassed_even_if_its_chain_is_accepted() {
    let mut world = World::new(&BASES[1]);
    world.certs[1].subject = plain("Example Corp TLS Inspection CA");
    world.send_at(2, Sent::Cert(2));
    let options = Options {
        insecure_skip_verification: true,
        ..options(MADE)
    };
    let report = ask(&pem_of(&world.chain()), &options, TrustStore::embedded()).unwrap();
    assert!(report.handshake.accepted, "{:?}", report.handshake);
    assert_eq!(report.fixes, [Fix::BypassProxy { vendor: None }]);
}

/// Another CA has signed an intermediate of this root, too. The root alone would need another CA.
#[test]
fn an_intermediate_below_a_root_that_moved_is_replaced() {
    let mozilla = ClientId::parse("mozilla-2026-10").unwrap();
    let mozilla = TrustStore::of(mozilla, Some(Clients::embedded())).unwrap();
    let files = PoolFiles::default();
    let mut roots = mozilla.find_by_subject("cn=certainly root r1,o=certainly,c=us", &files);
    let (_, root) = roots.next().unwrap();
    let fixes = |name: &str| {
        let mut world = World::new(&BASES[1]);
        let intermediate = &mut world.certs[1];
        intermediate.subject = plain(name);
        intermediate.issuer_name = Some(root.facts.subject.der().to_vec());
        let key_id = root.subject_key_identifier().unwrap();
        intermediate.put(AUTHORITY_KEY_ID, false, seq(&[ctx_prim(0, &key_id)]));
        report(&pem_of(&world.chain()), MADE).fixes
    };
    let certificate = CertIndex(1);
    assert_eq!(
        fixes("Certainly Intermediate R1"),
        [Fix::ReplaceIntermediate { certificate }]
    );
    assert_eq!(fixes("Certainly Intermediate R9"), [Fix::UseSupportedCa {}]);
}

#[test]
fn a_wrong_intermediate_is_replaced_by_number() {
    let leaf = real("amazon-rsa2048")
        .split_inclusive("-----END CERTIFICATE-----\n")
        .next()
        .unwrap()
        .to_owned();
    let report = report(&[leaf, made(&["intermediate"])].concat(), AMAZON);
    let chain = codes(&report, RuleId::Chain);
    assert!(chain.contains(&"issuer-missing".to_owned()) && chain.contains(&"wrong-intermediate".to_owned()));
    let [Fix::SendIssuer { label, instead_of, .. }] = report.fixes.as_slice() else {
        panic!("{:?}", report.fixes)
    };
    assert_eq!(
        (label.as_str(), instead_of.as_slice()),
        ("Amazon RSA 2048 M03", &[CertIndex(1)][..])
    );
    assert!(Locale::En.fix(&report, &report.fixes[0]).starts_with("Replace no. 2 "));
    // The right intermediate with a stray next to it: nothing has to be replaced.
    let report = crate::common::report(&[real("amazon-rsa2048"), made(&["intermediate"])].concat(), AMAZON);
    assert!(!codes(&report, RuleId::Chain).contains(&"wrong-intermediate".to_owned()));
}

#[test]
fn an_unknown_ca_above_an_intermediate_is_not_requested() {
    let report = report(&made(&["leaf-2048", "intermediate"]), MADE);
    assert_eq!(report.fixes, [Fix::UseSupportedCa {}]);
}

#[test]
fn an_expired_version_of_a_listed_root_is_left_out() {
    // The version of Amazon Root CA 1 that Starfield signed expires before the root does.
    let report = report(&real("crates-io"), "2038-01-05T12:00:00Z");
    let validity = report.rule(RuleId::Validity).unwrap();
    let version = validity.findings.iter().find_map(|f| match &f.detail {
        Detail::RootVersionOutOfDate {
            cross_signed, expired, ..
        } => Some((f.certificate, *cross_signed, *expired)),
        _ => None,
    });
    let (certificate, cross_signed, expired) = version.unwrap();
    assert!(cross_signed && expired);
    let certificate = certificate.unwrap();
    assert!(
        report.fixes.contains(&Fix::Remove { certificate }),
        "{:?}",
        report.fixes
    );
    assert!(!codes(&report, RuleId::Validity).contains(&"anchor-out-of-date".to_owned()));
}

#[test]
fn names_that_nobody_can_certify_have_their_own_fix() {
    for (host, owner) in [
        ("internal-a-1.eu-west-1.elb.amazonaws.com", NameOwner::LoadBalancer),
        ("vpce-1.vpce-svc-2.eu-west-1.vpce.amazonaws.com", NameOwner::VpcEndpoint),
        ("a1.execute-api.eu-west-1.amazonaws.com", NameOwner::ExecuteApi),
        ("d1.cloudfront.net", NameOwner::CloudFront),
        ("ip-10-0-0-1.ec2.internal", NameOwner::Instance),
        ("10.0.0.1", NameOwner::Address),
        ("orders.prod.svc.cluster.local", NameOwner::PrivateNetwork),
    ] {
        let fixes = for_host(&real("amazon-rsa2048"), host, AMAZON).fixes;
        let hostname = host.to_owned();
        assert_eq!(fixes, [Fix::UseOwnName { hostname, owner }], "{host}");
    }
    let fixes = for_host(&real("amazon-rsa2048"), "other.example.net", AMAZON).fixes;
    assert!(matches!(fixes.as_slice(), [Fix::MatchHostname { .. }]), "{fixes:?}");
}

#[test]
fn a_pair_of_self_issued_certificates_is_found_and_one_of_them_left_out() {
    let pem = fixture("findings/self-issued-pair.pem");
    let blocks: Vec<&str> = pem.split_inclusive("-----END CERTIFICATE-----\n").collect();
    let old = blocks[4];
    let listed = |order: &[usize]| {
        let input: String = order.iter().map(|at| blocks[*at]).collect();
        let sha256 = report(old, NOW).certificates[0].sha256.clone();
        let list = format!("Alias name: old\nSHA256: {sha256}\n");
        let trust = TrustStore::embedded().listing(&sslengine_doctor::trust::AwsList::parse(&list));
        ask(&input, &options(NOW), &trust).unwrap()
    };
    // A JDK 17 rejects this order; the root has to be part of the input to be known.
    let report = listed(&[0, 1, 2, 3, 4]);
    assert!(!report.handshake.accepted);
    assert_eq!(codes(&report, RuleId::Chain)[0], "self-issued-pair");
    assert!(report.handshake.message.unwrap().contains("PKIX path building failed"));
    assert!(
        report.fixes.contains(&Fix::Remove {
            certificate: CertIndex(3)
        }),
        "{:?}",
        report.fixes
    );
    // It accepts the chain without the pair, and in order.
    assert!(listed(&[0, 1, 2, 4]).handshake.accepted);
    assert!(listed(&[0, 2, 3, 4]).handshake.accepted);
}

#[test]
fn a_key_without_a_known_size_never_meets_the_limit() {
    let cases = corpus::corpus();
    for (id, code, algorithm) in [
        ("leaf/key-ml-dsa-44@ec-1", "key-unknown", "ML-DSA-44"),
        ("leaf/key-ec-explicit-curve@ec-1", "key-unknown", "EC"),
        ("leaf/key-dh-key@ec-1", "key-unknown", "DH"),
        ("leaf/key-rsa-empty@ec-1", "key-unknown", "RSA"),
        ("leaf/key-ed25519-b@ec-1", "other-key", "Ed25519"),
    ] {
        let case = cases.iter().find(|case| case.id == id).unwrap();
        let report = report(&pem_of(&case.chain), MADE);
        assert_eq!(codes(&report, RuleId::KeySize)[0], code, "{id}");
        let expected = if code == "key-unknown" { Unknown } else { Pass };
        assert_eq!(report.rule(RuleId::KeySize).unwrap().outcome, expected, "{id}");
        assert_eq!(report.certificates[0].key.algorithm, algorithm, "{id}");
        for finding in report.rules.iter().flat_map(|rule| &rule.findings) {
            for locale in Locale::ALL {
                let text = locale.finding(&report, finding).sentence();
                assert!(!text.contains(" 0 bits") && !text.contains("  "), "{id}: {text}");
            }
        }
    }
}

/// These certificates as PEM.
pub(crate) fn pem_of(ders: &[Vec<u8>]) -> String {
    ders.iter().map(|der| sslengine_doctor::engine::pem(der)).collect()
}

/// Each order contains everything that the chain needs: it is accepted in this order, too, and has
/// nothing more to fix. `insecureSkipVerification` needs the root of a private CA.
#[test]
fn a_new_order_is_complete() {
    let options = Options {
        insecure_skip_verification: true,
        ..options(MADE)
    };
    let ask = |names: &[&str]| ask(&made(names), &options, TrustStore::embedded()).unwrap();
    for (names, order) in [
        (&["leaf-2048", "root", "intermediate"][..], Some(&[0, 2, 1][..])),
        (&["intermediate", "leaf-2048", "root"], Some(&[1, 0, 2])),
        (&["root", "leaf-2048", "intermediate"], Some(&[1, 2, 0])),
        (&["leaf-2048", "intermediate", "intermediate", "root"], Some(&[0, 1, 3])),
        (&["leaf-2048", "root", "intermediate", "self-signed"], Some(&[0, 2, 1])),
        // A certificate that does not belong to the chain is a remark.
        (&["leaf-2048", "intermediate", "root", "self-signed"], None),
    ] {
        let report = ask(names);
        assert!(report.handshake.accepted, "{names:?}");
        let wanted = order.map(|order| Fix::Reorder {
            order: order.iter().map(|at| CertIndex(*at)).collect(),
        });
        assert_eq!(report.fixes, wanted.into_iter().collect::<Vec<_>>(), "{names:?}");
        let sent: Vec<&str> = order.map_or(names.to_vec(), |order| {
            order.iter().map(|at| names[*at as usize]).collect()
        });
        let again = ask(&sent);
        assert_eq!(
            (again.handshake.accepted, &again.fixes),
            (true, &Vec::new()),
            "{sent:?}"
        );
    }
    // A server need not send a listed root.
    let listed = |names: &[&str]| report_made(names, MADE).fixes;
    let order = |order: &[u32]| Fix::Reorder {
        order: order.iter().map(|at| CertIndex(*at)).collect(),
    };
    assert_eq!(listed(&["intermediate", "leaf-2048", "root"]), [order(&[1, 0])]);
    assert_eq!(
        listed(&["leaf-2048", "intermediate", "leaf-2048", "root"]),
        [order(&[0, 1])]
    );
    assert_eq!(listed(&["leaf-2048", "intermediate", "root"]), []);
}
