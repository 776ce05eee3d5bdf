//! The exported report: whole documents compared with stored ones, and hostile names that must stay
//! text.
//!
//! After an intended change: `UPDATE_GOLDEN=1 cargo test export`.

use crate::common;
use crate::common::{MADE, made, made_list, options, real};
use crate::samples;
use sslengine_doctor::engine::Options;
use sslengine_doctor::guide::Guide;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::{CertIndex, Report};
use sslengine_doctor::trust::TrustStore;

fn missing() -> Report {
    let options = Options {
        hostname: Some("valid.rootca1.demo.amazontrust.com".to_owned()),
        ..options(common::AMAZON)
    };
    let chain = real("amazon-rsa2048");
    let leaf = chain.split_inclusive("-----END CERTIFICATE-----\n").next().unwrap();
    common::ask(leaf, &options, TrustStore::embedded()).unwrap()
}

fn complete() -> Report {
    common::ask(
        &real("amazon-rsa2048"),
        &options(common::AMAZON),
        TrustStore::embedded(),
    )
    .unwrap()
}

fn expired() -> Report {
    let options = Options {
        hostname: Some("other.example.org".to_owned()),
        ..options("2046-06-15T12:00:00Z")
    };
    common::ask(&made(&["leaf-4096", "root", "intermediate"]), &options, &made_list()).unwrap()
}

/// Markdown, HTML, links and mentions in every field that a certificate's owner controls.
fn hostile() -> Report {
    const NAME: &str = "x|y](http://evil.example/`a`) <img src=x onerror=alert(1)> **b** @everyone\n# h\u{202E}";
    let mut report = samples::report();
    for certificate in &mut report.certificates {
        certificate.subject_label = NAME.to_owned();
        certificate.issuer_label = NAME.to_owned();
    }
    report.handshake.message = Some(format!("```\n{NAME}"));
    report.asked.hostname = Some(NAME.to_owned());
    report.hostname.as_mut().unwrap().asked = NAME.to_owned();
    report
}

fn documents() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (name, report) in [
        ("missing", missing()),
        ("complete", complete()),
        ("expired", expired()),
        ("hostile", hostile()),
    ] {
        for locale in Locale::ALL {
            let guide = Guide::new(&report);
            out.push((format!("{name}.{}.md", locale.tag()), guide.markdown(locale)));
            out.push((format!("{name}.{}.txt", locale.tag()), guide.plain_text(locale)));
            if let Some(calendar) = guide.calendar(locale) {
                out.push((format!("{name}.{}.ics", locale.tag()), calendar));
            }
        }
    }
    out
}

#[test]
fn documents_match_the_stored_ones() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/export");
    let mut stale = Vec::new();
    for (name, text) in documents() {
        let path = folder.join(&name);
        if common::golden(&path, &text) != text {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "out of date: {stale:?}; UPDATE_GOLDEN=1 cargo test export"
    );
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(documents(), documents());
}

/// A line of Markdown without its code spans: a run of backticks ends at the next run of the same
/// length.
fn without_code(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if before.ends_with('\\') {
            out.push('`');
            rest = &from[1..];
            continue;
        }
        let run = from.len() - from.trim_start_matches('`').len();
        let fence = &from[..run];
        let mut search = &from[run..];
        loop {
            let at = search
                .find(fence)
                .unwrap_or_else(|| panic!("a code span is not closed: {line}"));
            let tail = &search[at..];
            let length = tail.len() - tail.trim_start_matches('`').len();
            search = &tail[length..];
            if length == run {
                break;
            }
        }
        rest = search;
    }
    out + rest
}

#[test]
fn hostile_names_stay_text() {
    let report = hostile();
    for locale in Locale::ALL {
        let markdown = Guide::new(&report).markdown(locale);
        let mut fence: Option<String> = None;
        let mut columns = None;
        let mut seen = 0;
        for line in markdown.lines() {
            if let Some(open) = &fence {
                if line == open {
                    fence = None;
                }
                continue;
            }
            if line.starts_with("```") {
                fence = Some(line.chars().take_while(|c| *c == '`').collect());
                continue;
            }
            let plain = without_code(line);
            seen += usize::from(plain.contains("img src=x"));
            assert!(
                !plain.contains('<') && !plain.contains("http") && !plain.contains('@'),
                "{line}"
            );
            assert!(
                !plain.replace("\\[", "").replace("\\]", "").contains(['[', ']']),
                "{line}"
            );
            assert!(!plain.contains("**b") && !plain.contains('\u{202E}'), "{line}");
            assert!(!line.starts_with("# h"), "{line}");
            if line.starts_with('|') {
                let bars = line.replace("\\|", "").matches('|').count();
                assert_eq!(*columns.get_or_insert(bars), bars, "{line}");
            } else {
                columns = None;
            }
        }
        assert_eq!(fence, None, "a block of code is not closed");
        assert!(seen >= 3, "the hostile name is nowhere: {markdown}");
        let chat = Guide::new(&report).plain_text(locale);
        assert!(!chat.contains('\u{202E}') && chat.lines().count() <= 16, "{chat}");
    }
}

#[test]
fn a_huge_input_makes_no_huge_document() {
    let mut report = complete();
    let one = report.certificates[0].clone();
    for index in 2..5000 {
        let mut copy = one.clone();
        copy.index = CertIndex(index);
        report.certificates.push(copy);
    }
    let markdown = Guide::new(&report).markdown(Locale::En);
    assert!(markdown.len() < 20_000, "{}", markdown.len());
    assert!(markdown.contains("4980 certificates"), "{markdown}");
}

#[test]
fn codes_are_those_of_the_json_format() {
    for (detail, _) in samples::details() {
        let form = serde_json::to_value(&detail).unwrap();
        assert_eq!(form["code"], detail.code());
    }
}

#[test]
fn the_reminder_is_a_calendar() {
    let report = complete();
    let guide = Guide::new(&report);
    let first = guide.first_expiry().unwrap();
    for locale in Locale::ALL {
        let text = guide.calendar(locale).unwrap();
        assert!(
            text.split("\r\n")
                .all(|line| line.len() <= 75 && !line.contains(['\n', '\r']))
        );
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.lines().collect();
        assert_eq!((lines[0], lines[lines.len() - 1]), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
        for line in [
            "DTSTAMP:20250315T120000Z",
            "TRIGGER:-P30D",
            "TRIGGER:-P7D",
            "VERSION:2.0",
        ] {
            assert!(lines.contains(&line), "{line} is not in {unfolded}");
        }
        let hex = report.certificates[0].sha256.replace(':', "").to_lowercase();
        assert!(
            lines.contains(&format!("UID:{hex}@sslengine-doctor").as_str()),
            "{unfolded}"
        );
        let (year, month, day, ..) = first.not_after.civil();
        assert!(
            unfolded.contains(&format!("DTSTART:{year:04}{month:02}{day:02}T")),
            "{unfolded}"
        );
        assert_eq!(unfolded.matches("BEGIN:VALARM").count(), 2);
    }
    assert_eq!(
        Guide::new(&expired()).calendar(Locale::En),
        None,
        "there is nothing to be reminded of"
    );
}

#[test]
fn the_reminder_uses_the_certificate_that_expires_first() {
    let mut report = common::report_made(&["leaf-2048", "intermediate", "root"], MADE);
    let guide = |report: &Report| Guide::new(report).first_expiry().map(|c| c.index);
    let leaf_ends = report.certificates[0].not_after;
    report.certificates[1].not_after = report.at;
    assert_eq!(guide(&report), Some(CertIndex(1)), "its last second is still to come");
    report.certificates[1].not_after = leaf_ends;
    report.certificates[2].not_after = report.at;
    assert_eq!(guide(&report), Some(CertIndex(0)), "a root's dates do not count");
}
