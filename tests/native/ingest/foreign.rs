//! Other objects and broken ones: they are named with their place, and never hide valid
//! certificates.

use sslengine_doctor::ingest::{DropReason, InputNote, LimitKind, Limits, ingest};

use super::{body, der, fixture, found, pems, read, text};

fn reasons(input: impl Into<Vec<u8>>) -> Vec<DropReason> {
    let ingested = read(input);
    assert!(ingested.blocks.is_empty(), "{:?}", ingested.blocks);
    ingested.dropped.into_iter().map(|dropped| dropped.reason).collect()
}

#[test]
fn requests_and_revocation_lists_say_whose_they_are() {
    for (name, expected) in [
        ("leaf.csr", "CN=backend.example.com"),
        ("crl.pem", "CN=Test Root,O=Test Authority,C=US"),
    ] {
        for input in [text(name).into_bytes(), der(&text(name))] {
            assert_eq!(read(input).dropped[0].owner(), Some(expected), "{name}");
        }
    }
    assert_eq!(read(fixture("public.pem")).dropped[0].owner(), None);
}

#[test]
fn foreign_things_are_named() {
    use DropReason::*;
    let csr = text("leaf.csr");
    let table: Vec<(Vec<u8>, DropReason)> = vec![
        (csr.clone().into(), CertificateRequest),
        (
            csr.replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST").into(),
            CertificateRequest,
        ),
        (
            csr.replace("CERTIFICATE REQUEST", "CERTIFICATE").into(),
            CertificateRequest,
        ),
        (der(&csr), CertificateRequest),
        (fixture("crl.pem"), RevocationList),
        (der(&text("crl.pem")), RevocationList),
        (fixture("public.pem"), PublicKey),
        (der(&text("public.pem")), PublicKey),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Image),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Image),
        (b"%PDF-1.7\n".to_vec(), Pdf),
        (b"\x1f\x8b\x08\0".to_vec(), Compressed),
        (
            b"-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n".to_vec(),
            EcParameters,
        ),
        (
            b"-----BEGIN DH PARAMETERS-----\nMAYCAQsCAQI=\n-----END DH PARAMETERS-----\n".to_vec(),
            DhParameters,
        ),
        (
            b"-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n".to_vec(),
            Pgp,
        ),
        (
            b"---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n".to_vec(),
            SshKey,
        ),
        (
            b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n".to_vec(),
            Empty,
        ),
        (
            b"-----BEGIN CERTIFICATE-----\naGVsbG8gd29ybGQ=\n-----END CERTIFICATE-----\n".to_vec(),
            NotDer,
        ),
        (
            vec![7, 0, 1, 2, 3, 4, 0, 0, 200, 1, 0, 0, 0, 0, 0, 0, 0, 0, 9, 9],
            UnknownBinary,
        ),
        (b"-----END CERTIFICATE-----\n".to_vec(), BeginMarkerMissing),
    ];
    for (input, expected) in table {
        assert_eq!(
            reasons(input.clone()),
            [expected],
            "{}",
            String::from_utf8_lossy(&input)
        );
    }
    assert_eq!(reasons(Vec::new()), []);
    assert_eq!(reasons("just words\n"), []);
}

/// The first engine file opens no containers: with these codes the page loads the one that does.
#[cfg(not(feature = "containers"))]
#[test]
fn containers_are_named() {
    use DropReason::*;
    for (input, expected) in [
        (fixture("store.p12"), Pkcs12),
        (fixture("store.jks"), JavaKeyStore { jceks: false }),
        (vec![0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2], JavaKeyStore { jceks: true }),
        (b"PK\x03\x04\x14\0\0\0".to_vec(), Zip),
    ] {
        assert_eq!(reasons(input), [expected]);
    }
}

/// Removes 100 characters from the second of three certificates.
#[test]
fn a_cut_block_says_where() {
    let one = pems();
    let lines: Vec<&str> = one[1].lines().collect();
    let base64 = body(&one[1]).replace('\n', "");
    let kept = &base64.trim_end_matches('=')[..base64.trim_end_matches('=').len() - 100];
    let kept: Vec<&str> = kept
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    for end in ["\n-----END CERTIFICATE-----", ""] {
        let input = format!("{}\n{}\n{}{end}\n{}\n", one[0], lines[0], kept.join("\n"), one[2]);
        let ingested = read(input.clone());
        assert_eq!(found(&ingested), [0, 2]);
        let [dropped] = ingested.dropped.as_slice() else {
            panic!("{:?}", ingested.dropped)
        };
        assert_eq!(dropped.label.as_deref(), Some("CERTIFICATE"));
        assert_eq!(dropped.at.line as usize, one[0].lines().count() + 1);
        let DropReason::EndsEarly {
            missing_characters,
            last_line,
            end_marker,
            declared,
            present,
        } = dropped.reason
        else {
            panic!("{:?}", dropped.reason)
        };
        assert!((98..=104).contains(&missing_characters), "{missing_characters}");
        assert_eq!(last_line as usize, one[0].lines().count() + 1 + kept.len());
        assert_eq!(end_marker, !end.is_empty());
        assert!(declared > present);
    }
}

#[test]
fn a_foreign_character_says_where() {
    let one = pems();
    let lines: Vec<&str> = one[1].lines().collect();
    let mut broken: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    broken[3] = format!("{}*{}", &lines[3][..9], &lines[3][10..]);
    let ingested = read(format!("{}\n{}\n{}\n", one[0], broken.join("\n"), one[2]));
    assert_eq!(found(&ingested), [0, 2]);
    let line = u32::try_from(one[0].lines().count() + 4).unwrap();
    assert_eq!(
        ingested.dropped[0].reason,
        DropReason::BadCharacter {
            line,
            column: 10,
            character: '*'
        }
    );
}

#[test]
fn labels_that_disagree() {
    let one = pems();
    let ingested = read(one[0].replace("END CERTIFICATE", "END X509 CRL"));
    assert_eq!(found(&ingested), [0]);
    assert!(
        ingested
            .notes
            .iter()
            .any(|note| matches!(note, InputNote::LabelMismatch { end, .. } if end == "X509 CRL"))
    );
    let broken = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END X509 CRL-----",
        &body(&one[0])[..200]
    );
    assert!(matches!(reasons(broken)[0], DropReason::LabelMismatch { .. }));
}

#[test]
fn lengths_that_disagree() {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let mut der = der(&pems()[0]);
    // Make the inner length of tbsCertificate exceed the outer end.
    der[6] = 0xff;
    let pem = format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        BASE64_STANDARD.encode(&der)
    );
    assert!(matches!(reasons(pem)[0], DropReason::LengthMismatch { .. }));
    let cut = &super::der(&pems()[0])[..300];
    assert!(matches!(
        reasons(cut)[0],
        DropReason::EndsEarly {
            present: 300,
            missing_characters: 100..,
            ..
        }
    ));
}

#[test]
fn a_cut_pkcs7_keeps_what_is_whole() {
    let data = fixture("chain.p7b");
    let ingested = read(&data[..data.len() - 300]);
    assert_eq!(found(&ingested), [0, 1]);
    assert!(matches!(ingested.dropped[0].reason, DropReason::EndsEarly { .. }));
}

#[test]
fn limits_are_reported() {
    let chain = text("chain.pem");
    let limited = |limits: Limits| ingest(chain.clone().into(), &limits);
    let ingested = limited(Limits {
        certificates: 2,
        ..Limits::default()
    });
    assert_eq!(found(&ingested), [0, 1]);
    assert_eq!(
        ingested.dropped[0].reason,
        DropReason::LimitExceeded {
            limit: LimitKind::Certificates,
            max: 2,
            seen: 3
        }
    );
    let ingested = limited(Limits {
        input_bytes: pems()[0].len() + 10,
        ..Limits::default()
    });
    assert_eq!(found(&ingested), [0]);
    let limit = |reason: &DropReason| {
        matches!(
            reason,
            DropReason::LimitExceeded {
                limit: LimitKind::InputBytes,
                ..
            }
        )
    };
    assert!(ingested.dropped.iter().any(|dropped| limit(&dropped.reason)));
}
