//! Which certificates count as end entities.

use crate::common::fixture;
use sslengine_doctor::cert::{Certificate, KeyUsage, decode};
use sslengine_doctor::chain::{Chain, is_end_entity};

fn made(name: &str) -> Certificate {
    let (_, pem) = x509_parser::pem::parse_x509_pem(fixture(&format!("made/{name}.pem")).as_bytes()).unwrap();
    decode(&pem.contents.into()).unwrap()
}

/// The certificate with this version and without key usage.
fn of_version(version: u32, mut certificate: Certificate) -> Certificate {
    certificate.version = version;
    certificate.extensions.basic_constraints = None;
    certificate.extensions.key_usage = None;
    certificate
}

#[test]
fn a_certificate_without_extensions_is_a_root_only_if_it_names_itself() {
    let (root, leaf) = (made("root"), made("leaf-2048"));
    assert!(root.is_self_issued() && !leaf.is_self_issued());
    for (version, certificate, expected) in [
        (1, &leaf, true),
        (2, &leaf, true),
        (3, &leaf, true),
        (1, &root, false),
        (2, &root, false),
        (3, &root, true),
        (4, &root, true),
    ] {
        let certificate = of_version(version, certificate.clone());
        let name = certificate.subject.label();
        assert_eq!(is_end_entity(&certificate), expected, "version {version} of {name}");
    }
    assert!(!is_end_entity(&root), "basicConstraints of a CA");
}

#[test]
fn a_certificate_that_may_only_sign_certificates_is_a_ca() {
    const DIGITAL_SIGNATURE: u16 = 1;
    const KEY_CERT_SIGN: u16 = 1 << 5;
    for (bits, expected) in [
        (0, true),
        (DIGITAL_SIGNATURE, true),
        (KEY_CERT_SIGN, false),
        (KEY_CERT_SIGN | DIGITAL_SIGNATURE, true),
    ] {
        let mut leaf = of_version(3, made("leaf-2048"));
        leaf.extensions.key_usage = Some(KeyUsage(bits));
        assert_eq!(is_end_entity(&leaf), expected, "key usage {:?}", KeyUsage(bits).names());
    }
}

#[test]
fn a_ca_that_is_not_marked_as_one_is_not_the_leaf_if_it_issued_another_certificate() {
    let (ca, leaf) = (of_version(3, made("not-ca")), made("leaf-2048"));
    assert!(is_end_entity(&ca) && !ca.is_self_issued());
    let found = |certificates: Vec<Certificate>| Chain::new(certificates, false).leaf;
    assert_eq!(found(vec![ca.clone(), leaf.clone(), made("root")]), 1);
    assert_eq!(found(vec![leaf, ca.clone()]), 0);
    // Alone, it is all there is.
    assert_eq!(found(vec![ca.clone(), made("root")]), 0);
    assert_eq!(found(vec![ca.clone(), ca]), 0);
}
