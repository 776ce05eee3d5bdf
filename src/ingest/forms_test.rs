//! Tests every form of the table with both kinds of object: certificates are decoded correctly, and
//! private keys are removed completely.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bytes::Bytes;
use memchr::memmem;

use super::text::objects::{FORMS, Form, pem};
use super::{Limits, ingest, redact};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../tests/fixtures/ingest/", $name))
    };
}

/// A key's label, and its PEM.
const KEYS: [(&str, &str); 6] = [
    ("PRIVATE KEY", fixture!("key-pkcs8.pem")),
    ("RSA PRIVATE KEY", fixture!("key-pkcs1.pem")),
    ("EC PRIVATE KEY", fixture!("key-sec1.pem")),
    ("PRIVATE KEY", fixture!("key-ed25519.pem")),
    ("ENCRYPTED PRIVATE KEY", fixture!("key-pkcs8-encrypted.pem")),
    ("OPENSSH PRIVATE KEY", fixture!("key-openssh.pem")),
];

/// The bytes of the first block of a PEM file.
fn der(pem: &str) -> Vec<u8> {
    let lines = pem.lines().skip(1).take_while(|line| !line.starts_with('-'));
    BASE64_STANDARD.decode(lines.collect::<String>()).unwrap()
}

/// One object in every layout of every form: the form's number, and the text.
fn examples(der: &[u8], label: &str) -> Vec<(usize, Vec<u8>)> {
    let plain = pem::examples(der, label).swap_remove(0).1;
    let of = |form: &Form| -> Vec<Vec<u8>> {
        match form {
            Form::Pem => {
                let texts = pem::examples(der, label).into_iter();
                texts.map(|(_, text)| text.into_bytes()).collect()
            }
            Form::Object(form) => (form.examples)(der),
            Form::Text(form) => (form.examples)(&plain),
        }
    };
    let all = FORMS.iter().enumerate();
    all.flat_map(|(number, form)| of(form).into_iter().map(move |text| (number, text)))
        .collect()
}

/// Returns letters and digits only, without the prefixes of escaped bytes and characters.
fn letters(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    let text = ["0x", "\\x", "\\n", "\\u000a", "%0A", "<br>"]
        .iter()
        .fold(text.into_owned(), |text, mark| text.replace(mark, ""));
    text.bytes().filter(u8::is_ascii_alphanumeric).collect()
}

/// Whether the text contains a part of the key, as bytes, hex digits or base64, even inside encoded
/// text.
fn holds(text: &[u8], key: &[u8]) -> bool {
    // A key's fixed headers and the name of its curve are not secret: certificates contain the same
    // bytes.
    let secret = match key.len() {
        0..60 => &key[16..],
        60..200 => &key[8..38],
        _ => &key[45..],
    };
    let shown = letters(text);
    let lower = shown.to_ascii_lowercase();
    let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    // Any three halves of a part contain a whole part.
    let has = |text: &[u8], parts: &[u8], size: usize| {
        let mut parts = parts.windows(size).step_by(size / 2);
        parts.any(|part| memmem::find(text, part).is_some())
    };
    let symbols = [0, 1, 2].map(|skip| {
        let shown = BASE64_STANDARD.encode(&secret[skip..secret.len() - (secret.len() - skip) % 3]);
        letters(shown.as_bytes())
    });
    let has_symbols = |text: &[u8]| symbols.iter().any(|symbols| has(text, symbols, 12));
    let encoded = String::from_utf8_lossy(text)
        .replace("%2B", "+")
        .replace("%2F", "/")
        .replace("\n  ", "");
    let runs = encoded
        .as_bytes()
        .split(|byte| !byte.is_ascii_alphanumeric() && !b"+/".contains(byte));
    let mut inner = runs.filter(|run| run.len() > 60).filter_map(|run| {
        let whole = run.get(..run.len() / 4 * 4)?;
        BASE64_STANDARD.decode(whole).ok()
    });
    has(text, secret, 8)
        || has(&lower, hex.as_bytes(), 16)
        || has_symbols(&shown)
        || inner.any(|inner| has_symbols(&letters(&inner)))
}

#[test]
fn a_certificate_is_found_in_every_form() {
    let certificate = der(fixture!("chain.pem"));
    for (form, text) in examples(&certificate, "CERTIFICATE") {
        let found = ingest(Bytes::from(text.clone()), &Limits::default());
        let ders: Vec<&[u8]> = found.blocks.iter().map(|block| &block.der[..]).collect();
        assert!(
            ders == [&certificate[..]],
            "form {form}: {} found in {}",
            ders.len(),
            String::from_utf8_lossy(&text)
        );
    }
}

/// A block whose label names a certificate can contain a key.
#[test]
fn a_private_key_with_a_wrong_label_is_removed() {
    for (label, file) in KEYS {
        let key = der(file);
        for (layout, text) in pem::examples(&key, "CERTIFICATE") {
            let shown = text.clone();
            let redacted = redact(Bytes::from(text));
            assert!(!holds(&redacted.bytes, &key), "{label}, {layout}: left of {shown}");
        }
    }
}

#[test]
fn no_symbol_of_a_private_key_with_a_wrong_label_is_left() {
    for (label, file) in KEYS {
        let text = pem::examples(&der(file), "CERTIFICATE").swap_remove(0).1;
        let redacted = redact(Bytes::from(text)).bytes;
        let left = std::str::from_utf8(&redacted).unwrap();
        let body = left.split("-----").nth(2).unwrap();
        // Padding says nothing about the key.
        assert_eq!(body.trim_matches(['=', ' ', '\r', '\n']), "", "{label}");
    }
}

/// Both sides of a diff, whichever of them is read, and the lines between them.
#[test]
fn a_private_key_on_each_side_of_a_diff_is_removed() {
    let certificate = pem::examples(&der(fixture!("chain.pem")), "CERTIFICATE")
        .swap_remove(0)
        .1;
    let each = |sign: &str, text: &str| -> String { text.lines().map(|line| format!("{sign}{line}\n")).collect() };
    for (label, file) in KEYS {
        let key = der(file);
        for shown in [label, "CERTIFICATE"] {
            let pem = pem::examples(&key, shown).swap_remove(0).1;
            let encoded = format!("  tls.key: {}\n", BASE64_STANDARD.encode(&pem));
            let texts = [
                each("-", &pem) + &each("+", &certificate),
                each("-", &certificate) + &each("+", &pem),
                format!("@@ -1,9 +1,9 @@\n{}{}", each("-", &pem), each("+", &certificate)),
                format!("1,9c1,9\n{}---\n{}", each("< ", &pem), each("> ", &certificate)),
                format!("@@ -1 +1 @@\n{}{}", each("-", &encoded), each("+", "  tls.crt: x")),
                each("          - ", &pem) + &each("          + ", &certificate),
                each("-    + \"", &pem) + &each("+    + \"", &certificate),
                each("web-1 | ", &pem) + &each("db-1 | ", &certificate),
            ];
            for text in texts {
                assert!(holds(text.as_bytes(), &key), "{label}: the check sees no key in {text}");
                let redacted = redact(Bytes::from(text.clone()));
                assert!(!holds(&redacted.bytes, &key), "{label}: left of {text}: {redacted:?}");
                let found = ingest(Bytes::from(text), &Limits::default());
                assert!(!holds(format!("{found:?}").as_bytes(), &key), "{label}");
                assert!(found.blocks.len() <= 1);
            }
        }
    }
}

#[test]
fn a_private_key_is_removed_in_every_form() {
    for (label, file) in KEYS {
        let key = der(file);
        for (form, text) in examples(&key, label) {
            // OpenSSH's format is not DER, so nothing marks the beginning of its hex digits.
            let is_hex = matches!(FORMS[form], Form::Object(form) if form.container == super::Container::Hex);
            if is_hex && label.starts_with("OPENSSH") {
                continue;
            }
            let shown = String::from_utf8_lossy(&text).into_owned();
            assert!(
                holds(&text, &key),
                "{label}, form {form}: the check sees no key in {shown}"
            );
            let redacted = redact(Bytes::from(text.clone()));
            assert!(
                !holds(&redacted.bytes, &key),
                "{label}, form {form}: left of {shown}: {redacted:?}"
            );
            assert!(!redacted.found.is_empty());
            let found = ingest(Bytes::from(text), &Limits::default());
            assert!(found.blocks.is_empty());
            assert!(
                found.dropped.iter().any(super::Dropped::is_private_key),
                "{label}, form {form}"
            );
            assert!(!holds(format!("{found:?}").as_bytes(), &key), "{label}, form {form}");
        }
    }
}
