//! Compares WebCrypto with the Rust verifier on every vector that either supports.

use crate::vectors::{self, Expected, Vector};
use sslengine_doctor::verify::native::NativeVerifier;
use sslengine_doctor::verify::subtle::SubtleRequest;
use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier};
use sslengine_doctor::web::webcrypto::WebCrypto;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

/// The number of checks that Rust makes in about a second: WebDriver gives up on a page that is
/// blocked for longer.
const AT_ONCE: usize = 200;

/// Yields to the page's event loop.
async fn next_turn() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(turn).await.unwrap();
}

/// Requires the same answer from both verifiers, and an answer from WebCrypto wherever it supports
/// the vector. For vectors whose names begin with an entry of `declined`, WebCrypto may answer
/// unknown: some browsers refuse to import their keys.
async fn agree(family: &str, vectors: Vec<Vector>, declined: &[&str], at_least: usize) {
    let vectors = vectors
        .into_iter()
        .filter(|vector| vector.expected != Expected::Unsupported);
    let (names, checks): (Vec<String>, Vec<SignatureCheck>) = vectors.map(|v| (v.name, v.check)).unzip();
    let started = js_sys::Date::now();
    let web = WebCrypto::new().unwrap().verify_all(&checks).await;
    let asked = js_sys::Date::now();
    let mut rust = Vec::new();
    for some in checks.chunks(AT_ONCE) {
        rust.extend(NativeVerifier.verify_all(some));
        next_turn().await;
    }
    let done = js_sys::Date::now();
    assert_eq!(web.len(), checks.len());
    let mut wrong = Vec::new();
    let mut answered = 0;
    for ((name, check), (web, rust)) in names.iter().zip(&checks).zip(web.iter().zip(&rust)) {
        let expected = match SubtleRequest::of(check) {
            Ok(_) if *web == SignatureAnswer::Unsupported && declined.iter().any(|d| name.starts_with(d)) => *web,
            Ok(_) => *rust,
            Err(answer) => answer,
        };
        if *web != expected {
            wrong.push(format!(
                "{name}: WebCrypto {web:?}, Rust {rust:?}, expected {expected:?}"
            ));
        }
        answered += usize::from(*web != SignatureAnswer::Unsupported);
    }
    console_log!(
        "{family}: {} vectors; WebCrypto answered {answered}, all in {:.0} ms; Rust in {:.0} ms",
        checks.len(),
        asked - started,
        done - asked
    );
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    assert!(answered >= at_least, "only {answered} answers");
}

#[wasm_bindgen_test]
async fn rsa_pkcs1() {
    agree("RSASSA-PKCS1-v1_5", vectors::rsa_pkcs1(), &[], 3_116).await;
}

#[wasm_bindgen_test]
async fn rsa_pss() {
    agree("RSASSA-PSS", vectors::rsa_pss(), &[], 1_984).await;
}

#[wasm_bindgen_test]
async fn ecdsa() {
    agree("ECDSA", vectors::ecdsa(), &[], 3_098).await;
}

#[wasm_bindgen_test]
async fn eddsa() {
    agree("EdDSA", vectors::eddsa(), &[], 151).await;
}

#[wasm_bindgen_test]
async fn vectors_that_wycheproof_lacks() {
    agree(
        "edges",
        vectors::edges::edges(),
        &["rsa-1024-e64bits", "point off the curve"],
        369,
    )
    .await;
}
