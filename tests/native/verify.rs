//! The Rust verifier with all of Wycheproof's vectors; each family prints its count and fails if
//! vectors are missing.

use crate::common::fixture;
use crate::common::vectors;
use crate::common::vectors::edges::{edges, rsa_spki};
use crate::common::vectors::{Expected, Vector};
use bytes::Bytes;
use sslengine_doctor::cert::decode;
use sslengine_doctor::verify::native::NativeVerifier;
use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier};

/// Runs `vectors`; then runs the valid ones with another message, to show that the test can fail.
fn run(family: &str, vectors: &[Vector], at_least: usize, supported_at_least: usize) {
    let mut wrong = Vec::new();
    let mut supported = 0;
    for Vector { name, check, expected } in vectors {
        let answer = NativeVerifier.verify(check);
        let right = match expected {
            Expected::Valid => answer == SignatureAnswer::Valid,
            // Wycheproof's only "acceptable" class is a missing NULL in DigestInfo: rejected, as in
            // WebCrypto.
            Expected::Invalid | Expected::Either => answer == SignatureAnswer::Invalid,
            Expected::Unsupported => answer == SignatureAnswer::Unsupported,
        };
        if !right {
            wrong.push(format!("{name}: expected {expected:?}, got {answer:?}"));
        }
        if answer == SignatureAnswer::Valid {
            let message = Bytes::from([&check.message[..], b"x"].concat());
            let other = SignatureCheck {
                message,
                ..check.clone()
            };
            if NativeVerifier.verify(&other) != SignatureAnswer::Invalid {
                wrong.push(format!("{name}: another message was not rejected"));
            }
        }
        supported += usize::from(*expected != Expected::Unsupported);
    }
    println!("{family}: {} vectors, {supported} of them supported", vectors.len());
    assert!(wrong.is_empty(), "{} wrong answers:\n{}", wrong.len(), wrong.join("\n"));
    assert!(vectors.len() >= at_least, "only {} vectors ran", vectors.len());
    assert!(
        supported >= supported_at_least,
        "only {supported} supported vectors ran"
    );
}

#[test]
fn rsa_pkcs1() {
    run("RSASSA-PKCS1-v1_5", &vectors::rsa_pkcs1(), 6_200, 4_395);
}

#[test]
fn rsa_pss() {
    run("RSASSA-PSS", &vectors::rsa_pss(), 2_717, 2_717);
}

#[test]
fn ecdsa() {
    run("ECDSA", &vectors::ecdsa(), 19_310, 3_098);
}

#[test]
fn eddsa() {
    run("EdDSA", &vectors::eddsa(), 238, 151);
}

#[test]
fn vectors_that_wycheproof_lacks() {
    run("edges", &edges(), 3_100, 380);
}

/// The most expensive key within the limits: 16384 bits, a 64-bit exponent of ones. It takes 22 ms
/// on one free core with optimised dependencies; the limit leaves room for slow and busy machines.
#[test]
fn work_is_bounded() {
    let spki = rsa_spki(&[0x7f; 2048], &[&[0][..], &[0xff; 8]].concat());
    let check = SignatureCheck {
        spki,
        algorithm: "SHA256withRSA".parse().unwrap(),
        message: Bytes::new(),
        signature: Bytes::from(vec![0x55; 2048]),
    };
    let started = std::time::Instant::now();
    assert_eq!(NativeVerifier.verify(&check), SignatureAnswer::Invalid);
    println!("16384 bits, 64-bit exponent: {:?}", started.elapsed());
    assert!(started.elapsed().as_secs() < 2);
}

#[test]
fn what_needs_no_arithmetic_is_known_before() {
    let chain = x509_parser::pem::Pem::iter_from_buffer(fixture("real/amazon-rsa2048.pem").as_bytes())
        .map(|pem| decode(&pem.unwrap().contents.into()).unwrap())
        .collect::<Vec<_>>();
    let check = |algorithm: &str, signature: Bytes| SignatureCheck {
        spki: chain[1].spki.clone(),
        algorithm: algorithm.parse().unwrap(),
        message: chain[0].tbs.clone(),
        signature,
    };
    let signature = chain[0].signature.clone();
    assert_eq!(check("SHA256withRSA", signature.clone()).known_answer(), None);
    // A signature with another length than the key's modulus, and one of another kind of key.
    for impossible in [
        check("SHA256withRSA", Bytes::from_static(b"short")),
        check("SHA256withECDSA", signature),
    ] {
        let known = impossible.known_answer();
        assert!(known.is_some(), "{:?}", impossible.algorithm);
        assert_eq!(known, Some(NativeVerifier.verify(&impossible)));
    }
}
