//! Vectors that Wycheproof lacks: odd sizes and hashes, keys of another kind than the signature,
//! truncated keys and signatures.
//!
//! Built from `tests/fixtures/signatures/signatures.txt`; `make.sh` in that folder generates it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use sslengine_doctor::verify::SignatureCheck;

use super::{Expected, Vector};

const MESSAGE: &[u8] = b"signed for the tests of SSLEngine Doctor";

/// Every line of the fixture.
pub fn fixtures() -> Vec<(&'static str, SignatureCheck)> {
    let text = include_str!("../../fixtures/signatures/signatures.txt");
    let parse = |line: &'static str| {
        let fields: Vec<&str> = line.split(' ').collect();
        let bytes = |field: &str| Bytes::from(STANDARD.decode(field).unwrap());
        let check = SignatureCheck {
            spki: bytes(fields[2]),
            algorithm: fields[1].parse().unwrap(),
            message: Bytes::from_static(MESSAGE),
            signature: bytes(fields[3]),
        };
        (fields[0], check)
    };
    text.lines().map(parse).collect()
}

fn fixture(name: &str) -> SignatureCheck {
    fixtures().into_iter().find(|(found, _)| *found == name).unwrap().1
}

/// Replaces the only occurrence of `from` in `bytes`.
fn replace(bytes: &Bytes, from: &[u8], to: &[u8]) -> Bytes {
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    Bytes::from([&bytes[..at], to, &bytes[at + from.len()..]].concat())
}

/// The fixtures, and variants with every kind of error.
pub fn edges() -> Vec<Vector> {
    let mut out = Vec::new();
    let mut push = |name: String, check, expected| out.push(Vector { name, check, expected });
    for (name, check) in fixtures() {
        let expected = match name {
            // A curve that Java 16 and later lack; an exponent above the limit; no verifier
            // supports Ed448.
            "secp256k1" | "rsa-1024-e65bits" | "ed448" => Expected::Unsupported,
            _ => Expected::Valid,
        };
        let wrong = if expected == Expected::Valid {
            Expected::Invalid
        } else {
            expected
        };
        push(name.into(), check.clone(), expected);
        let last = check.signature.len() - 1;
        for (what, signature) in [
            ("empty signature", Bytes::new()),
            ("signature cut", check.signature.slice(..last)),
            ("signature of zeros", Bytes::from(vec![0; last + 1])),
            ("signature of ones", Bytes::from(vec![0xff; last + 1])),
            ("signature longer", Bytes::from([&check.signature[..], &[0]].concat())),
            (
                "signature longer in front",
                Bytes::from([&[0], &check.signature[..]].concat()),
            ),
        ] {
            let wrong = match name {
                "ed448" if !super::has_ed448_form(&signature) => Expected::Invalid,
                _ => wrong,
            };
            push(
                format!("{name}: {what}"),
                SignatureCheck {
                    signature,
                    ..check.clone()
                },
                wrong,
            );
        }
        let message = Bytes::from_static(b"");
        push(
            format!("{name}: empty message"),
            SignatureCheck {
                message,
                ..check.clone()
            },
            wrong,
        );
        for length in 0..check.spki.len() {
            let cut = SignatureCheck {
                spki: check.spki.slice(..length),
                ..check.clone()
            };
            push(format!("{name}: key cut to {length}"), cut, Expected::Unsupported);
        }
    }
    // Every signature with every key of another family.
    for (name, check) in fixtures() {
        for (other, key) in fixtures() {
            let family = |name: &str| {
                name.split('-')
                    .next()
                    .unwrap()
                    .trim_end_matches(char::is_numeric)
                    .to_owned()
            };
            let kind = |name: &str| match family(name).as_str() {
                "secp256k" => "p".to_owned(),
                "pss" if name != "pss-key" => "rsa".to_owned(),
                family => family.to_owned(),
            };
            let pss_on_plain = name == "pss-key" && kind(other) == "rsa";
            if kind(name) != kind(other) && !pss_on_plain && !(name.starts_with("pss") && other == "pss-key") {
                let mixed = SignatureCheck {
                    spki: key.spki,
                    ..check.clone()
                };
                push(format!("{name} under the key of {other}"), mixed, Expected::Invalid);
            }
        }
    }
    for (name, check, expected) in particular() {
        push(name.into(), check, expected);
    }
    out
}

/// Individual cases.
fn particular() -> Vec<(&'static str, SignatureCheck, Expected)> {
    let (p256, rsa, pss_key) = (fixture("p256-sha384"), fixture("rsa-1024-sha1"), fixture("pss-key"));
    let with_key = |check: &SignatureCheck, spki: Bytes| SignatureCheck { spki, ..check.clone() };
    let with_signature = |signature: &'static [u8]| SignatureCheck {
        signature: signature.into(),
        ..p256.clone()
    };
    let with_algorithm = |check: &SignatureCheck, name: &str| SignatureCheck {
        algorithm: name.parse().unwrap(),
        ..check.clone()
    };
    // The point's last byte changed: off the curve.
    let last = p256.spki.len() - 1;
    let off = Bytes::from([&p256.spki[..last], &[p256.spki[last] ^ 1]].concat());
    // 57 bytes of header and compressed point instead of 91.
    let x = &p256.spki[27..59];
    let compressed = [&[0x30, 0x39], &p256.spki[2..23], &[3, 34, 0, 2], x].concat();
    // An RSA key without its NULL, and one whose modulus lacks the leading zero: both are accepted.
    let body = &rsa.spki[18..];
    let no_null = [&[0x30, 0x81, 0x9d, 0x30, 11], &rsa.spki[5..16], body].concat();
    let negative = [
        &[0x30, 0x81, 0x9e],
        &rsa.spki[3..18],
        &[3, 0x81, 0x8c, 0, 0x30, 0x81, 0x88, 2, 0x81, 0x80],
        &rsa.spki[29..],
    ];
    let even = Bytes::from([&rsa.spki[..156], &[rsa.spki[156] & 0xfe], &rsa.spki[157..]].concat());
    vec![
        ("r = 0", with_signature(&[0x30, 6, 2, 1, 0, 2, 1, 1]), Expected::Invalid),
        ("s = 0", with_signature(&[0x30, 6, 2, 1, 1, 2, 1, 0]), Expected::Invalid),
        ("point off the curve", with_key(&p256, off), Expected::Invalid),
        (
            "compressed point",
            with_key(&p256, compressed.into()),
            Expected::Unsupported,
        ),
        ("RSA key without NULL", with_key(&rsa, no_null.into()), Expected::Valid),
        (
            "RSA modulus that reads as negative",
            with_key(&rsa, negative.concat().into()),
            Expected::Valid,
        ),
        ("even modulus", with_key(&rsa, even), Expected::Unsupported),
        (
            "e = 1",
            with_key(&rsa, replace(&rsa.spki, &[2, 3, 1, 0, 1], &[2, 3, 0, 0, 1])),
            Expected::Unsupported,
        ),
        (
            "even exponent",
            with_key(&rsa, replace(&rsa.spki, &[2, 3, 1, 0, 1], &[2, 3, 1, 0, 2])),
            Expected::Invalid,
        ),
        (
            "PSS key, PKCS#1 signature",
            with_algorithm(&pss_key, "SHA256withRSA"),
            Expected::Invalid,
        ),
        (
            "PSS key, salt too short",
            with_algorithm(&pss_key, "RSASSA-PSS(SHA256,MGF1-SHA256,20)"),
            Expected::Invalid,
        ),
        (
            "PSS key, another hash",
            with_algorithm(&pss_key, "RSASSA-PSS(SHA384,MGF1-SHA256,32)"),
            Expected::Invalid,
        ),
        (
            "PSS trailer",
            with_algorithm(&pss_key, "RSASSA-PSS(SHA256,MGF1-SHA256,32,2)"),
            Expected::Unsupported,
        ),
        (
            "PSS salt beyond all",
            with_algorithm(&fixture("pss-1026"), "RSASSA-PSS(SHA256,MGF1-SHA256,4294967295)"),
            Expected::Invalid,
        ),
        (
            "PSS salt one too long",
            with_algorithm(&fixture("pss-1026"), "RSASSA-PSS(SHA256,MGF1-SHA256,96)"),
            Expected::Invalid,
        ),
        ("MD5", with_algorithm(&rsa, "MD5withRSA"), Expected::Unsupported),
        (
            "SHA-512 in 512 bits",
            with_algorithm(&fixture("rsa-512"), "SHA512withRSA"),
            Expected::Invalid,
        ),
        (
            "unknown algorithm",
            with_algorithm(&rsa, "Unknown"),
            Expected::Unsupported,
        ),
        ("no key", with_key(&rsa, Bytes::new()), Expected::Unsupported),
        (
            "100,000-bit modulus",
            with_key(&rsa, rsa_spki(&vec![0x7f; 12_500], &[1, 0, 1])),
            Expected::Unsupported,
        ),
        (
            "4,000-bit exponent",
            with_key(&rsa, rsa_spki(&[0x7f; 512], &[0x7f; 500])),
            Expected::Unsupported,
        ),
    ]
}

/// A `SubjectPublicKeyInfo` of two numbers, each between 1 and 2^16 - 1 bytes long with the first
/// bit clear.
pub fn rsa_spki(modulus: &[u8], exponent: &[u8]) -> Bytes {
    let element = |tag: u8, content: &[u8]| {
        let length = u16::try_from(content.len()).unwrap().to_be_bytes();
        match content.len() {
            0..=0x7f => [&[tag, length[1]], content].concat(),
            0x80..=0xff => [&[tag, 0x81, length[1]], content].concat(),
            _ => [&[tag, 0x82, length[0], length[1]], content].concat(),
        }
    };
    let numbers = element(0x30, &[element(2, modulus), element(2, exponent)].concat());
    let algorithm = element(0x30, &[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0]);
    element(0x30, &[algorithm, element(3, &[&[0][..], &numbers].concat())].concat()).into()
}
