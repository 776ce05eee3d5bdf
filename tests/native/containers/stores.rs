//! PKCS#12 and Java keystores, one format at a time.

use sslengine_doctor::containers::ContainerError::{TooManyIterations, Truncated, Unsupported};
use sslengine_doctor::containers::ContainerKind::{JavaKeyStore, Pkcs12};
use sslengine_doctor::containers::Integrity::{self, Failed, Unchecked, Verified};
use sslengine_doctor::containers::{Bounds, ContainerError, open};
use sslengine_doctor::ingest::{Container, DropReason, PrivateKeyKind};

use super::{containers, fixture, found, integrity, keys, read, reasons};

/// A file, the password, the expected certificates, their aliases, the private and secret keys, the
/// integrity.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [usize],
    &'static [Option<&'static str>],
    usize,
    Integrity,
);

const CHANGEIT: &[&str] = &["changeit"];
const UNICODE: &[&str] = &["p\u{e4}ssw\u{f6}rd"];
/// openssl names only the leaf; keytool names all entries.
const OPENSSL: &[Option<&str>] = &[Some("server"), None, None];
const KEYTOOL: &[Option<&str>] = &[
    Some("server"),
    Some("CN=Containers Intermediate"),
    Some("CN=Containers Root"),
    Some("trusted-root"),
];
const SUBJECTS: &[Option<&str>] = &[
    Some("CN=api.containers.example"),
    Some("CN=Containers Intermediate"),
    Some("CN=Containers Root"),
];
const STORE: &[Option<&str>] = &[Some("server"), Some("server"), Some("server"), Some("trusted-root")];

const ROWS: &[Row] = &[
    ("openssl-3.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-1.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("windows-like.pfx", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-rc2-128.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-2des.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-aes128-sha512.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    (
        "openssl-many-iterations.p12",
        CHANGEIT,
        &[0, 1, 2],
        OPENSSL,
        1,
        Verified,
    ),
    (
        "openssl-plain-certificates.p12",
        CHANGEIT,
        &[0, 1, 2],
        OPENSSL,
        1,
        Verified,
    ),
    ("openssl-plain-certificates.p12", &[], &[0, 1, 2], OPENSSL, 1, Unchecked),
    ("openssl-no-mac.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Unchecked),
    ("openssl-no-password.p12", &[], &[0, 1, 2], OPENSSL, 1, Unchecked),
    ("openssl-no-password.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Unchecked),
    ("openssl-empty-password.p12", &[], &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-empty-password.p12", CHANGEIT, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-1-empty-password.p12", &[], &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-unicode.p12", UNICODE, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-1-unicode.p12", UNICODE, &[0, 1, 2], OPENSSL, 1, Verified),
    ("openssl-latin1.p12", UNICODE, &[0, 1, 2], OPENSSL, 1, Verified),
    (
        "openssl-no-key.p12",
        CHANGEIT,
        &[0, 1, 2],
        &[None, None, None],
        0,
        Verified,
    ),
    ("keytool-17.p12", CHANGEIT, &[0, 1, 2, 2], KEYTOOL, 1, Verified),
    ("keytool-8.p12", CHANGEIT, &[0, 1, 2, 2], KEYTOOL, 1, Verified),
    (
        "truststore.p12",
        CHANGEIT,
        &[0, 1, 2],
        &[Some("leaf"), Some("ca"), Some("root")],
        0,
        Verified,
    ),
    ("java-empty-password.p12", &[], &[0, 1, 2], SUBJECTS, 0, Verified),
    ("java-8-empty-password.p12", &[], &[0, 1, 2], SUBJECTS, 0, Verified),
    ("java-no-password.p12", &[], &[0, 1, 2], SUBJECTS, 0, Verified),
    ("keytool.jks", CHANGEIT, &[0, 1, 2, 2], STORE, 1, Verified),
    ("keytool.jks", &[], &[0, 1, 2, 2], STORE, 1, Unchecked),
    ("keytool.jks", UNICODE, &[0, 1, 2, 2], STORE, 1, Failed),
    ("keytool.jceks", CHANGEIT, &[0, 1, 2, 2], STORE, 2, Verified),
    (
        "truststore.jks",
        CHANGEIT,
        &[2, 0, 1],
        &[Some("root"), Some("leaf"), Some("ca")],
        0,
        Verified,
    ),
];

#[test]
fn every_form_gives_its_certificates() {
    let mut wrong = Vec::new();
    for (name, passwords, certificates, aliases, key_count, checksum) in ROWS {
        let ingested = read(fixture(name), passwords);
        let named: Vec<_> = ingested
            .blocks
            .iter()
            .map(|block| block.source.alias.as_deref())
            .collect();
        let seen = (found(&ingested), keys(&ingested), integrity(&ingested));
        if seen != (certificates.to_vec(), *key_count, Some(*checksum)) || named != *aliases {
            wrong.push(format!(
                "{name} {passwords:?}: {seen:?} {named:?} {:?}",
                reasons(&ingested)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    for name in containers() {
        let has_row = ROWS.iter().any(|row| row.0 == name) || name.ends_with(".zip") || name == "openssl-rc4.p12";
        assert!(has_row, "{name} has no row");
    }
}

#[test]
fn a_needed_password_is_reported() {
    for name in [
        "openssl-3.p12",
        "openssl-1.p12",
        "openssl-no-mac.p12",
        "keytool-17.p12",
        "keytool-8.p12",
        "windows-like.pfx",
    ] {
        for (passwords, wrong) in [
            (&[][..], false),
            (&["change"], true),
            (&["Changeit", "changeit "], true),
        ] {
            let ingested = read(fixture(name), passwords);
            assert!(ingested.blocks.is_empty(), "{name}");
            assert_eq!(
                reasons(&ingested),
                [&DropReason::PasswordNeeded { kind: Pkcs12, wrong }],
                "{name} {passwords:?}"
            );
        }
        let among_others = read(fixture(name), &["x", "", "changeit"]);
        assert!(found(&among_others).starts_with(&[0, 1, 2]), "{name}");
    }
}

#[test]
fn a_wrong_checksum_is_reported_and_the_certificates_are_read() {
    for name in ["openssl-3.p12", "openssl-1.p12", "keytool-17.p12"] {
        let mut file = fixture(name);
        let digest = file.len() - 30;
        // The MAC's digest is at the end, before its salt and its iterations.
        file[digest] ^= 1;
        let ingested = read(file, CHANGEIT);
        assert!(
            found(&ingested).starts_with(&[0, 1, 2]),
            "{name} {:?}",
            reasons(&ingested)
        );
        assert_eq!(integrity(&ingested), Some(Failed), "{name}");
    }
    let mut file = fixture("keytool.jks");
    *file.last_mut().unwrap() ^= 1;
    assert_eq!(integrity(&read(file, CHANGEIT)), Some(Failed));
}

#[test]
fn unsupported_content_is_named() {
    let algorithm = "1.2.840.113549.1.12.1.1".to_owned();
    let ingested = read(fixture("openssl-rc4.p12"), CHANGEIT);
    assert_eq!(
        reasons(&ingested),
        [&DropReason::UnreadableContainer {
            kind: Pkcs12,
            why: Unsupported { algorithm }
        }]
    );
}

#[test]
fn a_truncated_file_is_reported_at_every_length() {
    let file = fixture("openssl-3.p12");
    for len in (20..file.len()).step_by(7) {
        let ingested = read(&file[..len], CHANGEIT);
        assert_eq!(
            reasons(&ingested),
            [&DropReason::UnreadableContainer {
                kind: Pkcs12,
                why: Truncated
            }],
            "{len}"
        );
    }
    let store = fixture("keytool.jks");
    for len in (32..store.len() - 1).step_by(7) {
        let ingested = read(&store[..len], &[]);
        let cut = DropReason::UnreadableContainer {
            kind: JavaKeyStore,
            why: Truncated,
        };
        assert_eq!(
            reasons(&ingested).iter().filter(|reason| ***reason == cut).count(),
            1,
            "{len}"
        );
    }
    let most = read(&store[..store.len() - 30], &[]);
    assert_eq!(found(&most), [0, 1, 2], "certificates before the cut are read");
}

#[test]
fn iterations_are_bounded_over_all_attempts() {
    let file = fixture("openssl-many-iterations.p12");
    let mut bounds = Bounds {
        certificates: 10,
        iterations: 40_000,
        max_iterations: 40_000,
    };
    assert_eq!(
        open(Pkcs12, &file, CHANGEIT, &mut bounds),
        Err(TooManyIterations {
            iterations: 50_000,
            max: 40_000
        })
    );
    let mut bounds = Bounds {
        certificates: 10,
        iterations: 120_000,
        max_iterations: 120_000,
    };
    assert!(open(Pkcs12, &file, CHANGEIT, &mut bounds).is_ok());
    // Replace the file's 2,048 iterations by eleven million.
    let small = fixture("openssl-3.p12");
    let at = small.windows(4).position(|w| w == [2, 2, 8, 0]).unwrap();
    let giant = [&small[..at], &[2, 2, 0x7f, 0xff], &small[at + 4..]].concat();
    assert_eq!(giant.len(), small.len());
    let mut bounds = Bounds {
        certificates: 10,
        iterations: 20_000,
        max_iterations: 20_000,
    };
    assert_eq!(
        open(Pkcs12, &giant, CHANGEIT, &mut bounds),
        Err(TooManyIterations {
            iterations: 32_767,
            max: 20_000
        })
    );
}

#[test]
fn indefinite_lengths_and_strings_in_pieces_are_read() {
    for name in ["openssl-3.p12", "keytool-8.p12", "windows-like.pfx"] {
        let file = indefinite(&fixture(name), 0);
        assert!(file.windows(2).any(|w| w == [0x24, 0x80]), "{name}");
        let ingested = read(file, CHANGEIT);
        assert!(
            found(&ingested).starts_with(&[0, 1, 2]),
            "{name} {:?}",
            reasons(&ingested)
        );
        assert_eq!(integrity(&ingested), Some(Verified), "{name}");
    }
}

/// The same file with indefinite lengths outside the strings, and its content split into pieces of
/// 100 bytes.
fn indefinite(der: &[u8], depth: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = der;
    while !rest.is_empty() {
        let (size, len) = match rest[1] {
            short @ 0..=0x7f => (2, usize::from(short)),
            0x81 => (3, usize::from(rest[2])),
            _ => (4, usize::from(rest[2]) * 256 + usize::from(rest[3])),
        };
        let (tag, content) = (rest[0], &rest[size..size + len]);
        if depth < 3 && tag & 0x20 != 0 {
            out.extend([&[tag, 0x80][..], &indefinite(content, depth + 1), &[0, 0]].concat());
        } else if depth == 3 && tag == 4 {
            out.extend([0x24, 0x80]);
            for piece in content.chunks(100) {
                out.extend([&[4, u8::try_from(piece.len()).unwrap()], piece].concat());
            }
            out.extend([0, 0]);
        } else {
            out.extend(&rest[..size + len]);
        }
        rest = &rest[size + len..];
    }
    out
}

#[test]
fn pem_and_base64_do_not_hide_a_keystore() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let body = BASE64_STANDARD.encode(fixture("openssl-3.p12"));
    for text in [
        format!("-----BEGIN PKCS12-----\n{body}\n-----END PKCS12-----\n"),
        format!("keystore: {body}\n"),
        body.clone(),
    ] {
        let ingested = read(text, CHANGEIT);
        assert_eq!(found(&ingested), [0, 1, 2], "{:?}", reasons(&ingested));
        assert_eq!(ingested.blocks[0].source.container, Container::Pkcs12);
    }
}

#[test]
fn keys_are_named_by_kind_and_alias() {
    let named = |name: &str, kind: PrivateKeyKind, alias: &str| {
        let ingested = read(fixture(name), CHANGEIT);
        let reason = DropReason::PrivateKey { kind };
        assert!(
            ingested
                .dropped
                .iter()
                .any(|d| d.reason == reason && d.label.as_deref() == Some(alias)),
            "{name}"
        );
    };
    named("openssl-3.p12", PrivateKeyKind::EncryptedPkcs8, "server");
    named("openssl-no-password.p12", PrivateKeyKind::Pkcs8, "server");
    named("keytool.jks", PrivateKeyKind::EncryptedPkcs8, "server");
    named("keytool.jceks", PrivateKeyKind::Other, "secret");
}

#[test]
fn errors_read_well() {
    assert_eq!(
        ContainerError::PasswordNeeded { wrong: false }.to_string(),
        "a password is needed"
    );
}
