//! Links decode to what was encoded, and changes since then are reported.

use bytes::Bytes;
use proptest::prelude::*;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::*;
use sslengine_doctor::share::*;
use sslengine_doctor::trust::pool;

use crate::samples;
use crate::share::tools::*;

fn part(text: &str) -> PartLink {
    match decode(text) {
        Ok(Link::Certificates(part)) => part,
        other => panic!("{other:?}"),
    }
}

#[test]
fn everything_comes_back() {
    let now = at("2026-06-15T12:00:00Z");
    let asked = SharedOptions {
        at: Some(at("1969-12-31T23:59:59Z")),
        hostname: Some("bücher.example".to_owned()),
        insecure_skip_verification: true,
        first_is_leaf: true,
        client_certificate: true,
        language: Some("fr".to_owned()),
        ..SharedOptions::default()
    };
    let for_client = SharedOptions {
        client: sslengine_doctor::trust::ClientId::parse("debian-12").unwrap(),
        ..SharedOptions::default()
    };
    for asked in [SharedOptions::default(), asked, for_client] {
        let (shared, _) = shared(chain("real/crates-io.pem"), asked, now);
        let link = encode(&shared, &Shards::default()).unwrap();
        let part = part(&link);
        assert_eq!(part.wanted_shards(), Vec::<u8>::new());
        assert_eq!(part.resolve(&Shards::default()).unwrap(), shared);
        assert_eq!(link, encode(&shared, &Shards::default()).unwrap(), "not deterministic");
        assert!(
            link[3..]
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        );
    }
}

#[test]
fn known_certificates_are_referenced_and_found_again() {
    let (shared, _) = shared(
        chain("real/crates-io.pem"),
        SharedOptions::default(),
        at("2023-06-15T12:00:00Z"),
    );
    let numbers = wanted(&shared.certificates);
    assert!((2..=3).contains(&numbers.len()), "{numbers:?}");
    let shards = shipped(&numbers);
    let part = part(&encode(&shared, &shards).unwrap());
    // The link contains the leaf itself; at least Amazon RSA 2048 M02 is a reference.
    assert!(matches!(part.entries[0], Entry::Sent(_)));
    assert!(matches!(part.entries[1], Entry::Known(_)));
    assert_eq!(part.resolve(&shards).unwrap(), shared);

    let unresolved = part.resolve(&Shards::default()).unwrap_err();
    let missing = unresolved.missing[0];
    assert_eq!(
        (missing.index, missing.reason, unresolved.total),
        (1, MissingReason::NotLoaded, 4)
    );
    assert!(part.wanted_shards().contains(&missing.shard));
    let mut empty = Shards::default();
    for number in part.wanted_shards() {
        empty.insert(number, &Bytes::from_static(pool::MAGIC)).unwrap();
    }
    let unresolved = part.resolve(&empty).unwrap_err();
    assert!(unresolved.missing.iter().all(|m| m.reason == MissingReason::NotFound));
    assert!(empty.insert(0, &Bytes::from_static(b"<!doctype html>")).is_err());
}

#[test]
fn a_reference_is_written_only_for_an_identical_certificate() {
    let certificates = chain("made/intermediate.pem");
    let other = chain("made/root.pem");
    let (shared, _) = shared(certificates, SharedOptions::default(), at("2026-06-15T12:00:00Z"));
    let part = part(&encode(&shared, &knowing(&other)).unwrap());
    assert!(matches!(part.entries[0], Entry::Sent(_)));
}

#[test]
fn a_link_contains_only_certificates() {
    let now = at("2026-06-15T12:00:00Z");
    let leaf = chain("made/leaf-2048.pem").remove(0);
    let (mut shared, _) = shared(vec![leaf.clone()], SharedOptions::default(), now);
    let plain = encode(&shared, &Shards::default()).unwrap();
    // Bytes after a certificate in its buffer are left out.
    shared.certificates = vec![[&leaf[..], b"-----BEGIN PRIVATE KEY-----\nMIIE"].concat().into()];
    assert_eq!(encode(&shared, &Shards::default()).unwrap(), plain);
    // Only the certificate of a PEM block is encoded; the rest of the text is left out.
    let text = format!(
        "{}-----BEGIN PRIVATE KEY-----\nMIIE",
        Shared {
            certificates: vec![leaf],
            ..shared.clone()
        }
        .pem()
    );
    shared.certificates = vec![text.into()];
    assert_eq!(encode(&shared, &Shards::default()).unwrap(), plain);
    // PKCS#8 is not a certificate.
    let key = [
        &[0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20][..],
        &[7; 32],
    ]
    .concat();
    shared.certificates.push(key.into());
    assert_eq!(
        encode(&shared, &Shards::default()),
        Err(EncodeError::NotACertificate { index: 1 })
    );
}

#[test]
fn limits_apply_when_links_are_encoded() {
    let now = at("2026-06-15T12:00:00Z");
    let leaf = chain("made/leaf-p256.pem").remove(0);
    let (one, _) = shared(vec![leaf.clone()], SharedOptions::default(), now);
    let none = Shards::default();
    let with = |change: &dyn Fn(&mut Shared)| {
        let mut shared = one.clone();
        change(&mut shared);
        encode(&shared, &none)
    };
    assert_eq!(with(&|s| s.certificates.clear()), Err(EncodeError::NoCertificate));
    assert!(with(&|s| s.certificates = vec![leaf.clone(); 100]).is_ok());
    assert_eq!(
        with(&|s| s.certificates = vec![leaf.clone(); 101]),
        Err(EncodeError::TooManyCertificates { max: 100 })
    );
    let long = Err(EncodeError::TextTooLong { max: 1024 });
    assert!(with(&|s| s.asked.hostname = Some("a".repeat(1024))).is_ok());
    assert_eq!(with(&|s| s.asked.hostname = Some("a".repeat(1025))), long);
    assert_eq!(with(&|s| s.asked.language = Some("a".repeat(1025))), long);
    assert_eq!(with(&|s| s.answer.tool.version = "1".repeat(1025)), long);

    // A certificate of noise, which deflate cannot compress: 160 kB give more than 200,000
    // characters.
    let noise = |len: usize| {
        let mut state = 1_u32;
        let mut byte = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..len).map(|_| byte()).collect();
        grown(&leaf, &bytes)
    };
    assert!(with(&|s| s.certificates = vec![noise(100_000)]).is_ok());
    let too_large = Err(EncodeError::TooLarge { max: 200_000 });
    assert_eq!(with(&|s| s.certificates = vec![noise(160_000)]), too_large);
    // As many zeros would be short, but no reader would inflate them.
    assert_eq!(
        with(&|s| s.certificates = vec![grown(&leaf, &vec![0; 1_000_001])]),
        too_large
    );
}

/// A certificate whose signature is extended by `more`.
fn grown(der: &[u8], more: &[u8]) -> Bytes {
    let tlv = |tag: u8, content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&[tag, 0x84][..], &length, content].concat()
    };
    let certificate = sslengine_doctor::cert::decode(&Bytes::copy_from_slice(der)).unwrap();
    let body = &certificate.tbs;
    let after = &der[4 + body.len()..];
    let algorithm = &after[..2 + usize::from(after[1])];
    let signature = [&[0][..], more].concat();
    tlv(0x30, &[body, algorithm, &tlv(3, &signature)].concat()).into()
}

#[test]
fn a_link_reports_changes_since_it_was_made() {
    let asked = SharedOptions::default();
    let then = at("2025-03-01T00:00:00Z");
    let (shared, report) = shared(chain("real/amazon-rsa2048.pem"), asked.clone(), then);
    assert_eq!(report.verdict, Verdict::Pass, "the chain of the test is not in date");
    let opened = part(&encode(&shared, &Shards::default()).unwrap())
        .resolve(&Shards::default())
        .unwrap();

    let same = opened
        .answer
        .changes(&checked(&opened.pem(), &options(&asked, at("2025-03-02T00:00:00Z"))));
    assert!(same.is_empty(), "{same:?}");
    assert!(
        Locale::En
            .link_changes(&same)
            .contains("the same as in the link, which was checked for 1 March 2025")
    );

    let later = opened
        .answer
        .changes(&checked(&opened.pem(), &options(&asked, at("2035-07-02T00:00:00Z"))));
    assert_eq!(
        later.verdict,
        Some(sslengine_doctor::share::Change {
            before: Verdict::Pass,
            now: Verdict::Fail
        })
    );
    assert_eq!(
        later.accepted,
        Some(sslengine_doctor::share::Change {
            before: true,
            now: false
        })
    );
    assert!(later.outcomes.contains(&(
        RuleId::Validity,
        sslengine_doctor::share::Change {
            before: Outcome::Pass,
            now: Outcome::Fail
        }
    )));
    let words = Locale::En.link_changes(&later);
    for needle in [
        "“Accepted”. Now: “Rejected”.",
        "“Validity dates”: “Met” in the link, “Not met” now.",
    ] {
        assert!(words.contains(needle), "{words}");
    }

    // A time set by the user stays set.
    let fixed = SharedOptions {
        at: Some(then),
        ..asked
    };
    let same = opened
        .answer
        .changes(&checked(&opened.pem(), &options(&fixed, at("2035-07-02T00:00:00Z"))));
    assert!(same.is_empty());
    assert_eq!(same.moment.before, same.moment.now);
}

#[test]
fn every_code_has_one_number_and_the_reports_name() {
    let mut seen = std::collections::BTreeMap::new();
    for (detail, _) in samples::details() {
        let name = serde_json::to_value(&detail).unwrap()["code"]
            .as_str()
            .unwrap()
            .to_owned();
        let code = detail.kind().number;
        assert_eq!(code.to_string(), name);
        assert_eq!(code.kind(), Some(detail.kind()));
        assert_eq!(
            *seen.entry(code).or_insert_with(|| name.clone()),
            name,
            "two names of {}",
            code.0
        );
    }
    let mut numbers: Vec<FindingCode> = FindingKind::ALL.iter().map(|kind| kind.number).collect();
    numbers.sort();
    assert!(seen.keys().eq(&numbers), "a number without a sample, or given twice");
    // Already published: must never change.
    assert_eq!(FindingCode(1).to_string(), "anchor-listed");
    assert_eq!(FindingCode(6).to_string(), "issuer-not-listed");
    assert_eq!(FindingCode(17).to_string(), "expired");
    assert_eq!(FindingCode(22).to_string(), "issuer-missing");
    assert_eq!(
        (FindingCode(255).kind(), FindingCode(255).to_string().as_str()),
        (None, "finding-255")
    );
}

#[test]
fn a_verdict_link_contains_the_verdict_and_no_name() {
    let asked = SharedOptions {
        hostname: Some("secret.example".to_owned()),
        ..SharedOptions::default()
    };
    let (_, report) = shared(chain("real/crates-io.pem"), asked, at("2026-06-15T12:00:00Z"));
    let link = encode_verdict(&report);
    assert_eq!(link, encode_verdict(&report), "not deterministic");
    let Ok(Link::Verdict(verdict)) = decode(&link) else {
        panic!("{link}")
    };
    assert_eq!(verdict, VerdictLink::of(&report));
    assert_eq!(verdict.answer, Summary::of(&report));
    for (actual, rule) in verdict.rules.iter().zip(&report.rules) {
        assert_eq!((actual.rule, actual.outcome), (rule.rule, rule.outcome));
        let first = serde_json::to_value(&rule.findings[0].detail).unwrap();
        assert_eq!(actual.codes[0].to_string(), first["code"]);
    }
    let leaf = &report.certificates[0];
    let start: Vec<String> = verdict.prints[0]
        .sha256_start
        .iter()
        .map(|b| format!("{b:02X}"))
        .collect();
    assert!(leaf.sha256.starts_with(&start.join(":")));
    assert_eq!(verdict.prints[0].until.days_until(leaf.not_after), 0);
    let content = serde_json::to_string(&verdict).unwrap();
    for name in ["secret", "crates", "amazon", "Amazon"] {
        assert!(!content.contains(name), "{content}");
    }
}

#[test]
fn a_verdict_link_says_that_it_is_about_a_client_certificate() {
    for client_certificate in [true, false] {
        let asked = SharedOptions {
            client_certificate,
            ..SharedOptions::default()
        };
        let (_, report) = shared(chain("real/crates-io.pem"), asked, at("2023-06-15T12:00:00Z"));
        assert_eq!(report.verdict == Verdict::Fail, client_certificate, "ACM issued it");
        let Ok(Link::Verdict(verdict)) = decode(&encode_verdict(&report)) else {
            panic!()
        };
        assert_eq!(verdict.client_certificate, client_certificate);
        assert_eq!(verdict, VerdictLink::of(&report));
    }
}

#[test]
fn the_version_of_a_pasted_list_adds_no_text_to_a_verdict_link() {
    let (_, mut report) = shared(
        chain("made/leaf-p256.pem"),
        SharedOptions::default(),
        at("2026-06-15T12:00:00Z"),
    );
    report.tool.trust_list_version = ("é\n2026-01-01".to_owned() + &"x".repeat(5000)).into();
    let Ok(Link::Verdict(verdict)) = decode(&encode_verdict(&report)) else {
        panic!()
    };
    let edition = verdict.answer.tool.trust_list_version.to_string();
    assert!(edition.starts_with("2026-01-01x") && edition.len() <= 32, "{edition}");
}

#[test]
fn a_link_becomes_a_qr_code() {
    let code = qr("https://example.com/#v1.AQ").unwrap();
    // Version 2 has 25 modules, and four of margin on each side.
    assert_eq!(code.modules, 33);
    // The finder pattern's first row: seven dark modules in either upper corner.
    assert!(code.path.starts_with("M4,4h7v1h-7z"), "{}", code.path);
    assert!(code.path.contains("M22,4h7v1h-7z"), "{}", code.path);
    assert!(code.path.bytes().all(|b| b.is_ascii_digit() || b"Mhvz,-".contains(&b)));

    // The longest link gives modules that a phone can still read: version 25 has 117.
    assert_eq!(qr(&"a".repeat(MAX_QR_CHARACTERS)).unwrap().modules, 117 + 8);
    assert_eq!(
        qr(&"a".repeat(MAX_QR_CHARACTERS + 1)),
        Err(QrError::TooLong {
            characters: 1201,
            max: 1200
        })
    );
}

proptest! {
    #[test]
    fn any_options_are_decoded(
        seconds in proptest::option::of(-62_167_219_200_i64..=253_402_300_799),
        hostname in proptest::option::of("\\PC{0,60}"),
        language in proptest::option::of("[a-z]{2,3}(-[A-Z]{2})?"),
        skip: bool,
        first: bool,
        bits: u8,
        moment in -62_167_219_200_i64..=253_402_300_799,
        flags: (bool, bool),
    ) {
        use sslengine_doctor::cert::UnixTime;
        let outcome = |shift: u8| [Outcome::Pass, Outcome::Warn, Outcome::Fail, Outcome::Unknown][usize::from(bits >> shift & 3)];
        let shared = Shared {
            certificates: chain("made/leaf-p256.pem"),
            asked: SharedOptions {
                at: seconds.map(UnixTime::from_seconds),
                hostname,
                insecure_skip_verification: skip,
                first_is_leaf: first,
                client_certificate: flags.1,
                client: Default::default(),
                language,
            },
            answer: Summary {
                judged_at: UnixTime::from_seconds(moment),
                verdict: if flags.0 { Verdict::Pass } else { Verdict::Fail },
                outcomes: [0, 2, 4, 6].map(outcome),
                accepted: flags.1,
                tool: Tool { version: "0.1.0".to_owned(), trust_list_version: "2022-01-24".into() },
                client: Default::default(),
            },
        };
        let link = encode(&shared, &Shards::default()).unwrap();
        prop_assert_eq!(part(&link).resolve(&Shards::default()).unwrap(), shared);
    }
}
