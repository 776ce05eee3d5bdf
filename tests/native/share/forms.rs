//! Links as mail programs and chats forward them.

use proptest::prelude::*;
use sslengine_doctor::ingest::{Limits, ingest};
use sslengine_doctor::share::{LinkError, Shards, SharedOptions, decode, encode, encode_verdict};

use crate::share::tools::*;

fn link() -> String {
    let (shared, _) = shared(
        chain("made/leaf-p256.pem"),
        SharedOptions::default(),
        at("2026-06-15T12:00:00Z"),
    );
    encode(&shared, &Shards::default()).unwrap()
}

fn verdict() -> String {
    let (_, report) = shared(
        chain("made/leaf-p256.pem"),
        SharedOptions::default(),
        at("2026-06-15T12:00:00Z"),
    );
    encode_verdict(&report)
}

/// The link that ingest finds in a pasted text.
fn by_ingest(text: &str) -> Option<String> {
    ingest(text.to_owned().into(), &Limits::default()).hints.share_link
}

/// Asserts that ingest and `decode` find the same link.
fn agree(text: &str) {
    let direct = decode(text);
    let hinted = by_ingest(text).map_or(Err(LinkError::NoLink), |hint| decode(&hint));
    assert_eq!(direct, hinted, "{text}");
}

fn broken_at(link: &str, columns: usize, between: &str) -> String {
    let lines: Vec<&str> = link
        .as_bytes()
        .chunks(columns)
        .map(|l| std::str::from_utf8(l).unwrap())
        .collect();
    lines.join(between)
}

#[test]
fn a_link_survives_forwarding() {
    for link in [link(), verdict()] {
        let read = decode(&link).unwrap();
        let url = format!("https://example.com/doctor/#{link}");
        let percent = url.replace(':', "%3A").replace('/', "%2F").replace('#', "%23");
        let lower = percent.replace("%2F", "%2f").replace("%3A", "%3a");
        let harsh: String = link.bytes().map(|b| format!("%{b:02X}")).collect();
        for text in [
            link.clone(),
            format!("#{link}"),
            url.clone(),
            format!("\u{FEFF}{url}\r\n"),
            format!("<{url}>"),
            format!("({url})."),
            format!("[the chain]({url})"),
            format!("**{url}**, as promised"),
            format!("_{url}_"),
            format!("<{url}|the chain>"),
            format!("<a href=\"{url}\">{url}</a>"),
            percent.clone(),
            lower,
            percent.replace('%', "%25"),
            format!("https://example.com/#{harsh}"),
            format!("https://example.com/%2523{}", harsh.replace('%', "%25")),
            format!("https://eur01.safelinks.example/?url={percent}&amp;data=05%7C01"),
            format!("https://example.com/?from=mail&amp;x=1#{link}&amp;utm_source=x"),
            url.replace('#', "&#35;"),
            broken_at(&url, 76, "\n"),
            broken_at(&url, 72, "\r\n> "),
            broken_at(&url, 72, "\n> > "),
            broken_at(&url, 75, "=\r\n"),
            broken_at(&url, 60, " "),
            broken_at(&url, 60, "\n\n    "),
            broken_at(&url, 40, "%0D%0A"),
            broken_at(&url, 40, "\u{200B}"),
            broken_at(&url, 76, "\n") + "\nRegards, and a few words that follow",
            format!("Hello,\n\nsee {url} for the chain of https://example.com/#top.\n"),
            format!("#v1.Anything but a link, and then {url}"),
        ] {
            assert_eq!(decode(&text).as_ref(), Ok(&read), "{text}");
            agree(&text);
        }
    }
}

#[test]
fn a_broken_link_reports_the_damage() {
    for link in [link(), verdict()] {
        let characters = u32::try_from(link.len()).unwrap() - 3;
        // Truncated at any position.
        for keep in 9..link.len() {
            let cut = &link[..keep];
            let have = u32::try_from(keep).unwrap() - 3;
            let truncated = Err(LinkError::Truncated {
                characters: have,
                expected: characters,
            });
            assert_eq!(decode(cut), truncated, "{keep}");
            assert_eq!(
                decode(&format!("https://example.com/#{cut}… (more)")),
                truncated,
                "{keep}"
            );
        }
        // Any character changed.
        for at in 3..link.len() {
            let mut bytes = link.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            let read = decode(&format!("#{changed}"));
            let length = (4..9).contains(&at);
            match read {
                Err(LinkError::Damaged) => (),
                // The change is in the length or the kind.
                Err(LinkError::Truncated { .. }) if length => (),
                // The unused bits of the last character changed.
                Ok(_) if at == link.len() - 1 => (),
                other => panic!("{at}: {other:?}"),
            }
            agree(&format!("#{changed}"));
        }
        assert_eq!(decode(&format!("#{}", link.to_lowercase())), Err(LinkError::Damaged));
    }
    assert_eq!(decode("nothing here"), Err(LinkError::NoLink));
    assert_eq!(decode(""), Err(LinkError::NoLink));
    assert_eq!(
        decode(&format!("#v2.{}", &link()[3..])),
        Err(LinkError::Newer { version: 2 })
    );
    assert_eq!(decode("v2.abcdefgh"), Err(LinkError::Newer { version: 2 }));
    assert_eq!(
        decode("https://example.com/#v17.abcdefgh."),
        Err(LinkError::Newer { version: 17 })
    );
    let max = 200_000;
    assert_eq!(
        decode(&format!("#v1.{}", "-".repeat(200_001))),
        Err(LinkError::TooLong { max })
    );
    assert_eq!(decode(&format!("#v1.{}", "-".repeat(200_000))), Err(LinkError::Damaged));
}

#[test]
fn a_pasted_link_is_recognised() {
    let link = link();
    assert_eq!(
        by_ingest(&format!("https://example.com/#{link}")).as_deref(),
        Some(link.as_str())
    );
    assert_eq!(by_ingest(&link).as_deref(), Some(link.as_str()));
    assert_eq!(
        by_ingest(&broken_at(&format!("> see #{link}"), 70, "\n> ")).as_deref(),
        Some(link.as_str())
    );
    // A certificate before or after the link does not hide it.
    let pem = std::fs::read_to_string(format!("{}/tests/fixtures/made/root.pem", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for text in [format!("{pem}\n#{link}"), format!("#{link}\n{pem}")] {
        assert_eq!(by_ingest(&text).as_deref(), Some(link.as_str()));
        agree(&text);
    }
}

proptest! {
    #[test]
    fn ingest_and_decode_find_the_same_link_in_any_text(text in "\\PC{0,200}") {
        agree(&text);
    }

    #[test]
    fn both_read_any_text_after_a_marker_alike(
        before in "[ a-z#%&>\\n]{0,12}",
        mark in "(#|%23|%2523|&#35;|)v[0-9]{1,3}\\.",
        after in "[A-Za-z0-9_\\-\\n >%=.]{0,120}",
    ) {
        agree(&format!("{before}{mark}{after}"));
    }

    #[test]
    fn a_mangled_link_is_never_misread(at in 0_usize..2000, with in "\\PC{0,4}", drop in 0_usize..5) {
        let link = link();
        let at = at % link.len();
        let mangled = format!("#{}{with}{}", &link[..at], &link[(at + drop).min(link.len())..]);
        if let Ok(read) = decode(&mangled) {
            prop_assert_eq!(Ok(read), decode(&link), "{}", mangled);
        }
        agree(&mangled);
    }
}
