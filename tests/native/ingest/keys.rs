//! Private keys: in every format and wrapping, no byte of them survives.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bytes::Bytes;
use sslengine_doctor::ingest::{DropReason, PrivateKeyKind, redact};

use super::wrapped::with;
use super::{body, der, fixture, found, pems, read, text};

const KEYS: &[(&str, PrivateKeyKind)] = &[
    ("key-pkcs8.pem", PrivateKeyKind::Pkcs8),
    ("key-pkcs1.pem", PrivateKeyKind::Rsa),
    ("key-sec1.pem", PrivateKeyKind::Ec),
    ("key-pkcs8-encrypted.pem", PrivateKeyKind::EncryptedPkcs8),
    ("key-pkcs1-encrypted.pem", PrivateKeyKind::Rsa),
    ("key-ed25519.pem", PrivateKeyKind::Pkcs8),
    ("key-openssh.pem", PrivateKeyKind::OpenSsh),
];

/// The key's base64 without line breaks and headers.
fn secret(pem: &str) -> String {
    let lines = pem
        .lines()
        .filter(|line| !line.starts_with('-') && !line.contains(':') && !line.is_empty());
    lines.collect::<Vec<_>>().concat()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Asserts that no ten base64 or hex characters and no eight bytes of the key remain.
fn assert_gone(name: &str, kept: &[u8], pem: &str) {
    let secret = secret(pem);
    let raw = BASE64_STANDARD.decode(&secret).unwrap_or_default();
    // A key's fixed headers and its curve's name are not secret: certificates contain the same
    // bytes.
    let (symbols, bytes) = match raw.len() {
        0..60 => (24..secret.len(), 16..raw.len()),
        60..200 => (12..50, 8..38),
        _ => (60..secret.len(), 45..raw.len()),
    };
    for part in secret.as_bytes()[symbols].windows(10) {
        assert!(memchr::memmem::find(kept, part).is_none(), "{name}: base64 left");
    }
    for part in raw[bytes].windows(8) {
        assert!(memchr::memmem::find(kept, part).is_none(), "{name}: bytes left");
        assert!(
            memchr::memmem::find(kept, hex(part).as_bytes()).is_none(),
            "{name}: hex left"
        );
    }
}

/// Reads the input, then searches the redacted text, all output, and data encoded in the output for
/// the key.
fn check(name: &str, input: Vec<u8>, pem: &str, kinds: &[PrivateKeyKind]) {
    let redacted = redact(Bytes::from(input.clone()));
    assert_eq!(redacted.found.len(), redacted.ranges.len());
    assert_gone(name, &redacted.bytes, pem);
    assert_gone(
        name,
        redacted.text_with("-----PRIVATE KEY removed-----").as_bytes(),
        pem,
    );
    let ingested = read(input);
    let named: Vec<PrivateKeyKind> = ingested
        .dropped
        .iter()
        .filter_map(|dropped| match dropped.reason {
            DropReason::PrivateKey { kind } => Some(kind),
            _ => None,
        })
        .collect();
    if !kinds.is_empty() {
        assert_eq!(named, kinds, "{name}: {:?}", ingested.dropped);
    }
    assert!(!named.is_empty(), "{name}");
    assert_gone(name, format!("{ingested:?}").as_bytes(), pem);
    assert_gone(name, serde_json::to_string(&ingested).unwrap().as_bytes(), pem);
    for block in &ingested.blocks {
        assert_gone(name, &block.der, pem);
    }
}

#[test]
fn a_bare_openssh_key_before_another_bare_key_is_found() {
    let (openssh, other) = (text("key-openssh.pem"), text("key-pkcs8.pem"));
    // A text that begins like a key, but is none, comes first.
    let (first, second) = (secret(&openssh), secret(&other));
    let input = format!("b3BlbnNzaC1rZXktdjE is how they begin\n{first}\n!!! *** !!!\n{second}\n");
    // An OpenSSH key does not state its length, so text after it that could belong to it is
    // removed, too.
    check("openssh", input.clone().into_bytes(), &openssh, &[]);
    check("pkcs8", input.into_bytes(), &other, &[]);
}

#[test]
fn every_kind_in_every_wrapping() {
    let one = pems();
    for (file, kind) in KEYS {
        let pem = text(file);
        let flat = pem.replace('\n', "\\n");
        let lines = |prefix: &str| pem.lines().map(|line| format!("{prefix}{line}\n")).collect::<String>();
        let end = pem.find("-----END").unwrap();
        let cut = pem.len() / 2;
        let broken_begin = pem.replacen("BEGIN", "BEGN", 1);
        let wrappings: Vec<(&str, String)> = vec![
            ("plain", pem.clone()),
            ("indented", lines("    ")),
            ("quoted", lines("> ")),
            ("numbered", lines("12: ")),
            ("CRLF", pem.replace('\n', "\r\n")),
            ("JSON", format!("{{\"key\":\"{flat}\"}}")),
            ("one line", pem.replace('\n', " ")),
            ("no lines", pem.replace('\n', "")),
            ("typographic", pem.replace("-----", "—–")),
            ("END missing", pem[..end].to_owned()),
            ("cut in the middle", pem[..cut].to_owned()),
            (
                "END broken",
                pem.replace("-----END", "--END").replace("KEY-----\n", "KEY\n"),
            ),
            ("BEGIN broken", broken_begin),
            ("label mistyped", pem.replace("PRIVATE", "PRIVATXE")),
            (
                "percent",
                pem.replace('+', "%2B").replace('\n', "%0A").replace(' ', "%20"),
            ),
            ("cells", {
                let rows = pem.lines().enumerate();
                rows.map(|(at, line)| format!("{}{line:70}+| x\n", if at == 0 { " 1 | " } else { "   | " }))
                    .collect()
            }),
            ("kubectl", format!("  tls.key: {}\n", BASE64_STANDARD.encode(&pem))),
            ("kubectl, wrapped", {
                let encoded = BASE64_STANDARD.encode(&pem);
                encoded
                    .as_bytes()
                    .chunks(76)
                    .map(|line| format!("    {}\n", std::str::from_utf8(line).unwrap()))
                    .collect()
            }),
        ];
        for (wrapping, key) in wrappings {
            let name = format!("{file}, {wrapping}");
            check(&name, key.clone().into_bytes(), &pem, &[]);
            let input = format!("{}\n{key}\n{}\n", one[0], one[1]);
            check(&name, input.clone().into_bytes(), &pem, &[]);
            assert_eq!(found(&read(input)), [0, 1], "{name}: the certificates around it stay");
        }
        check(file, pem.clone().into_bytes(), &pem, &[*kind]);
        check(
            file,
            pem.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            &pem,
            &[*kind],
        );
        check(file, format!("{pem}\n{pem}").into_bytes(), &pem, &[*kind, *kind]);
    }
}

#[test]
fn without_markers_and_binary() {
    for (file, kind) in KEYS {
        let pem = text(file);
        if pem.contains("Proc-Type") {
            continue;
        }
        let raw = BASE64_STANDARD.decode(secret(&pem)).unwrap();
        check(file, secret(&pem).into_bytes(), &pem, &[*kind]);
        check(file, body(&pem).into_bytes(), &pem, &[*kind]);
        check(file, format!("key: \"{}\",", secret(&pem)).into_bytes(), &pem, &[*kind]);
        check(file, raw.clone(), &pem, &[*kind]);
        check(file, [der(&pems()[0]), raw.clone()].concat(), &pem, &[*kind]);
        if *kind != PrivateKeyKind::OpenSsh {
            check(file, hex(&raw).into_bytes(), &pem, &[*kind]);
        }
    }
}

/// A diff has the key that was there before, too.
#[test]
fn keys_on_both_sides_of_a_diff() {
    let header = "diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1,40 +1,40 @@\n";
    let wrap: fn(&str) -> String = |pem| {
        let encoded = BASE64_STANDARD.encode(pem);
        let lines = encoded.as_bytes().chunks(64).map(String::from_utf8_lossy);
        lines.map(|line| line.into_owned() + "\n").collect()
    };
    let in_turn = |old: &str, new: &str| -> String {
        let (old, new) = (with("-", old), with("+", new));
        let mut new = new.split_inclusive('\n');
        let mut out = String::new();
        for line in old.split_inclusive('\n') {
            out += line;
            out += new.next().unwrap_or_default();
        }
        out.extend(new);
        out
    };
    let certificate = pems().remove(0);
    for (file, _) in KEYS.iter().filter(|(file, _)| *file != "key-pkcs1-encrypted.pem") {
        let key = text(file);
        for (name, old, new) in [("old", &key, &certificate), ("new", &certificate, &key)] {
            for (form, encode) in [("lines", body as fn(&str) -> String), ("base64", wrap)] {
                let (old, new) = (encode(old), encode(new));
                for (order, input) in [
                    ("blocks", with("-", &old) + &with("+", &new)),
                    ("in turn", in_turn(&old, &new)),
                ] {
                    let name = format!("{file}, {name} {form} {order}");
                    let input = [header, &input].concat();
                    check(&name, input.clone().into_bytes(), &key, &[]);
                    let left = redact(Bytes::from(input)).text_with("");
                    let encoded = encode(&key);
                    let lines: Vec<&str> = encoded.lines().collect();
                    let middle = lines.get(2..lines.len().max(4) - 2).unwrap_or_default();
                    assert!(!middle.iter().any(|line| left.contains(line)), "{name}: {left}");
                }
            }
        }
    }
}

#[test]
fn other_forms() {
    let ppk = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPublic-Lines: 2\nAAAAC3\nPrivate-Lines: 1\nAAAAIQCzKcv5\nPrivate-MAC: 00\n";
    let redacted = redact(Bytes::from_static(ppk.as_bytes()));
    assert_eq!(redacted.found, [PrivateKeyKind::Putty]);
    assert!(!redacted.text_with("").contains("AAAAIQ"));
    let dump = "modulus:\n    00:aa\nprivateExponent:\n    1f:2e:3d\n    4c\nprime1:\n    77:88\n";
    let redacted = redact(Bytes::from_static(dump.as_bytes()));
    assert_eq!(redacted.found, [PrivateKeyKind::TextDump, PrivateKeyKind::TextDump]);
    assert!(!redacted.text_with("").contains("1f:2e"));
    let pgp = "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlFgEabcdefgh\n=abcd\n-----END PGP PRIVATE KEY BLOCK-----\n";
    let redacted = redact(Bytes::from_static(pgp.as_bytes()));
    assert_eq!(
        (redacted.found.as_slice(), redacted.text_with("[removed]").as_str()),
        (&[PrivateKeyKind::Pgp][..], "[removed]\n")
    );
}

#[test]
fn json_and_xml_forms_lose_their_secret_members_only() {
    const SECRET: &str = "VwEz9Qk2sPmR7tYuBn3cXl5jHg8fDa1o";
    let jwk = format!(
        r#"{{ "kty": "RSA", "n": "AQAB{SECRET}x", "d" : "{SECRET}", "deploymentConfiguration": "{SECRET}y", "dp":"{SECRET}" }}"#
    );
    let xml = format!("<RSAKeyValue><Modulus>{SECRET}x==</Modulus><P>{SECRET}</P><D>\n{SECRET}=\n</D></RSAKeyValue>");
    let escaped = jwk.replace('"', "\\\"");
    for (text, kept) in [(&jwk, 2), (&escaped, 2), (&xml, 1)] {
        let redacted = redact(Bytes::from(text.clone()));
        assert_eq!(redacted.found, [PrivateKeyKind::Other; 2], "{text}");
        let left = String::from_utf8(redacted.bytes.to_vec()).unwrap();
        assert_eq!(left.matches(SECRET).count(), kept, "{left}");
    }
    let public = r#"{ "kty": "RSA", "n": "AQABAQABAQABAQABAQABAQAB", "e": "AQAB" }"#;
    assert!(redact(Bytes::from_static(public.as_bytes())).found.is_empty());
}

#[cfg(not(feature = "containers"))]
#[test]
fn a_keystore_is_dropped_completely() {
    for file in ["store.p12", "store.jks"] {
        let ingested = read(fixture(file));
        assert!(ingested.blocks.is_empty());
        assert_eq!(ingested.dropped.len(), 1);
    }
}

#[test]
fn text_without_a_key_is_unchanged() {
    for file in [
        "chain.pem",
        "s_client-3.0-showcerts.txt",
        "chain.p7b",
        "streamed-ber.p7s",
        "leaf.csr",
        "crl.pem",
        "xxd.txt",
    ] {
        let redacted = redact(Bytes::from(fixture(file)));
        assert_eq!(
            (redacted.bytes, redacted.found.len()),
            (Bytes::from(fixture(file)), 0),
            "{file}"
        );
    }
}

/// Text is read in blocks of 128 bytes: a key at a block boundary, at the beginning or at the end
/// must be found.
#[test]
fn a_key_is_found_at_every_position() {
    let pem = text("key-ed25519.pem");
    let raw = BASE64_STANDARD.decode(secret(&pem)).unwrap();
    let digits = hex(&raw);
    let spaced: Vec<String> = raw.iter().map(|byte| format!("{byte:02X}")).collect();
    let member = "VwEz9Qk2sPmR7tYuBn3cXl5jHg8fDa1o";
    let forms: [(&str, Vec<u8>); 12] = [
        ("PEM", pem.clone().into_bytes()),
        (
            "END alone",
            format!("{}\n-----END PRIVATE KEY-----", secret(&pem)).into_bytes(),
        ),
        ("base64", secret(&pem).into_bytes()),
        ("hex", digits.into_bytes()),
        ("hex with blanks", spaced.join(" ").into_bytes()),
        ("hex of C", format!("0x{}", spaced.join(", 0x")).into_bytes()),
        ("binary", raw),
        ("PEM in base64", BASE64_STANDARD.encode(&pem).into_bytes()),
        (
            "PuTTY",
            format!("Private-Lines: 1\n{member}\nPrivate-MAC: 00").into_bytes(),
        ),
        ("openssl", b"priv:\n    1f:2e:3d:4c:5b:6a:79:88".to_vec()),
        ("JSON", format!(r#"{{"kty":"RSA","d":"{member}"}}"#).into_bytes()),
        (
            "XML",
            format!("<RSAKeyValue><D>{member}</D></RSAKeyValue>").into_bytes(),
        ),
    ];
    let log = "2026-06-15T12:30:30Z INFO GET /orders/30 200 host=api\r\n".repeat(6);
    for (name, form) in &forms {
        let alone = redact(Bytes::from(form.clone()));
        assert_eq!(alone.ranges.len(), 1, "{name}");
        for before in 0..300 {
            for after in [0, 1, 200] {
                // Separate it from the surrounding text with spaces.
                let (head, tail) = (&log.as_bytes()[..before], &log.as_bytes()[..after]);
                let input = [head, if before > 0 { b"\n" } else { b"" }, form, b"\n", tail].concat();
                let redacted = redact(Bytes::from(input));
                assert_eq!(redacted.found, alone.found, "{name}, {before} bytes before it");
                let at = head.len() + usize::from(before > 0);
                let (gone, wanted) = (&redacted.ranges[0], &alone.ranges[0]);
                assert!(
                    gone.start <= at + wanted.start && at + wanted.end <= gone.end,
                    "{name}, {before} bytes before it: {gone:?}"
                );
                for window in [
                    &member.as_bytes()[4..20],
                    &secret(&pem).as_bytes()[24..40],
                    b"3d:4c:5b:6a",
                ] {
                    assert!(
                        memchr::memmem::find(&redacted.bytes, window).is_none(),
                        "{name}, {before}"
                    );
                }
                assert!(redacted.bytes.len() == head.len() + usize::from(before > 0) + form.len() + 1 + tail.len());
            }
        }
    }
}

#[test]
fn a_key_in_utf_16_is_found_at_every_position() {
    let pem = text("key-pkcs1.pem").replace('\n', "\r\n");
    for before in 0..260 {
        let text = format!("\u{feff}{}\r\n{pem}", "é".repeat(before));
        let input: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let redacted = redact(Bytes::from(input));
        assert_eq!(redacted.found, [PrivateKeyKind::Rsa], "{before}");
        assert_gone("UTF-16", &redacted.bytes, &pem);
    }
}
