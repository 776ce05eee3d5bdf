//! Other objects and broken ones: they are named with their place, and never hide valid
//! certificates.

use sslengine_doctor::ingest::{BouncyCastle, CmsContent, DropReason, InputNote, LimitKind, Limits, ingest, redact};

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

/// Objects that look like a private key at first: none of them is removed or called one.
#[test]
fn what_is_no_private_key() {
    use DropReason::*;
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let hex = bytes_of;
    // SEQUENCE { INTEGER 1, SEQUENCE { OID prime-field, INTEGER p }, … }: explicit curve
    // parameters.
    let prime = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";
    let field = format!("302c06072a8648ce3d0101022100{prime}");
    let curve = hex(&format!("3047020101{field}0414{}", "01".repeat(20)));
    // ContentInfo of the OID, with the beginning of EncryptedData inside.
    let cms = |oid: &str| {
        let inner = "3030020100302b06092a864886f70d010701301e06096086480165030401020411".to_owned() + &"5a".repeat(17);
        let body = format!("{oid}a032{inner}");
        hex(&format!("30{:02x}{body}", body.len() / 2))
    };
    let content = |content| Cms { content };
    // TimeStampResp { PKIStatusInfo { 0 }, SignedData … }
    let stamp = hex("30193003020100301206092a864886f70d010702a0050403010203");
    // ObjectStore of BCFKS: the encrypted entries have the form of an encrypted private key.
    let entries = "3050300d06092a864886f70d01050d0500043f".to_owned() + &"5a".repeat(63);
    let bcfks = hex(&format!("3061{entries}300d300b0609608648016503040201"));
    let store = |entries: &[u8]| [&[0, 0, 0, 2, 0, 0, 0, 20][..], &[7; 20], &[0, 0, 4, 210], entries].concat();
    let bks = store(b"\x01\0\x02ab\0\0\x01\x8e\x40\0\0\0\0\0\0\0\0\x05X.509\0\0\0\x04\x01\x02\x03\x04\0");
    let uber = store(&[
        0xa7, 0x31, 0xf2, 0x90, 0x02, 0x01, 0x00, 0x9c, 0x5d, 0x33, 0x07, 0x88, 0x04, 0x06, 0x15, 0x16,
    ]);
    let table = [
        (curve.clone(), EcParameters),
        (cms("06092a864886f70d010706"), content(CmsContent::EncryptedData)),
        (cms("06092a864886f70d010703"), content(CmsContent::EnvelopedData)),
        (
            cms("060b2a864886f70d0109100102"),
            content(CmsContent::AuthenticatedData),
        ),
        (stamp, content(CmsContent::TimeStamp)),
        (
            bcfks,
            BouncyCastleKeyStore {
                format: BouncyCastle::Bcfks,
            },
        ),
        (
            bks,
            BouncyCastleKeyStore {
                format: BouncyCastle::Bks,
            },
        ),
        (
            uber,
            BouncyCastleKeyStore {
                format: BouncyCastle::Uber,
            },
        ),
    ];
    for (input, expected) in table {
        let text = String::from_utf8_lossy(&input).into_owned();
        assert_eq!(reasons(input.clone()), std::slice::from_ref(&expected), "{text}");
        if !matches!(expected, BouncyCastleKeyStore { .. }) {
            let label = if expected == EcParameters {
                "EC PARAMETERS"
            } else {
                "CMS"
            };
            let pem = format!(
                "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
                BASE64_STANDARD.encode(&input)
            );
            assert_eq!(reasons(pem), [expected]);
        }
    }
    // The same inside a certificate.
    assert!(redact([b"x\0", &curve[..]].concat().into()).found.is_empty());
}

/// Decodes hex digits.
fn bytes_of(text: &str) -> Vec<u8> {
    let digit = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (0..text.len()).step_by(2).map(digit).collect()
}

/// The reason names the text that was found, and its line.
#[test]
fn text_that_is_not_base64() {
    for (text, line) in [
        ("YOUR CERTIFICATE HERE", 2),
        ("...", 2),
        ("<snip>", 2),
        ("REDACTED", 2),
        ("${file(\"a.pem\")}", 2),
        ("MIIB...", 2),
        ("see: the attachment", 2),
        ("\n\n  (cut)", 4),
    ] {
        let input = format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n");
        let found = text.trim().to_owned();
        assert_eq!(reasons(input), [DropReason::NotBase64 { line, found }], "{text}");
    }
    // Nothing of a private key is shown: it has been removed.
    let key = text("key-pkcs8.pem")
        .replace("PRIVATE KEY", "CERTIFICATE")
        .replacen("MII", "; MII", 1);
    assert!(!format!("{:?}", reasons(key.clone())).contains(&key.lines().nth(1).unwrap()[2..12]));
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
