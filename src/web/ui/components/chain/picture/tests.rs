//! The drawing of real chains, in both languages, at the widths of phones and of a desk.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::*;
use crate::cert::UnixTime;
use crate::engine::{Options, judge, plan};
use crate::report::CertIndex;
use crate::verify::{Verifier, native::NativeVerifier};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/", $name))
    };
}

const CRATES_IO: &str = fixture!("real/crates-io.pem");
const AMAZON: &str = fixture!("real/amazon-rsa2048.pem");
const ROOT: &str = fixture!("made/root.pem");
const INTERMEDIATE: &str = fixture!("made/intermediate.pem");
const LEAF: &str = fixture!("made/leaf-2048.pem");
const SELF_SIGNED: &str = fixture!("made/self-signed.pem");

fn report(input: &str, at: &str) -> Report {
    let plan = plan(
        input.to_owned().into(),
        &Options::at(UnixTime::parse_rfc3339(at).unwrap()),
    )
    .unwrap();
    judge(&plan, &NativeVerifier.verify_all(plan.checks()))
}

fn in_2023(input: &str) -> Report {
    report(input, "2023-06-15T12:00:00Z")
}

fn made(parts: &[&str]) -> Report {
    report(&parts.concat(), "2026-06-15T12:00:00Z")
}

fn kinds(picture: &Picture) -> Vec<Kind> {
    picture.nodes.iter().map(|node| node.kind).collect()
}

fn words(node: &Node) -> String {
    node.texts.iter().map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn leaf_of(pem: &str) -> &str {
    let end = "-----END CERTIFICATE-----\n";
    &pem[..pem.find(end).unwrap() + end.len()]
}

/// Boxes stand inside, one under the other, and no line of text leaves its box; wires begin and end at boxes.
fn is_sound(picture: &Picture) {
    for (i, node) in picture.nodes.iter().enumerate() {
        let frame = node.frame;
        assert!(frame.x >= 0.0 && frame.x + frame.width <= picture.width, "{node:?}");
        assert!(frame.bottom() <= picture.height, "{node:?}");
        if let Some(next) = picture.nodes.get(i + 1) {
            assert!(next.frame.y > frame.bottom(), "{node:?} and {next:?}");
        }
        for text in &node.texts {
            let (size, _, face) = text.tone.metrics();
            assert!(text.y > frame.y && text.y < frame.bottom(), "{text:?}");
            let end = text.x + width_of(&text.text, size, face);
            assert!(
                end <= frame.x + frame.width - PAD + 0.01,
                "{text:?} ends at {end}, {frame:?}"
            );
        }
    }
    for text in picture.marks.iter().flat_map(|mark| &mark.texts) {
        let (size, _, face) = text.tone.metrics();
        assert!(text.x + width_of(&text.text, size, face) <= picture.width, "{text:?}");
    }
    for wire in &picture.wires {
        let (_, down) = wire.d.split_once('V').unwrap();
        let y: f64 = down.split('H').next().unwrap().parse().unwrap();
        let meets = |node: &Node| y >= node.frame.y && y <= node.frame.bottom();
        assert!(picture.nodes.iter().any(meets), "{wire:?} ends nowhere");
    }
}

#[test]
fn a_whole_chain_is_three_boxes_with_six_marks_that_hold() {
    let report = in_2023(CRATES_IO);
    let picture = lay_out(Locale::En, &report, 380.0);
    is_sound(&picture);
    assert_eq!(kinds(&picture), [Kind::Sent, Kind::Sent, Kind::Anchor, Kind::Aside]);
    assert_eq!(picture.marks.len(), 6);
    assert!(picture.marks.iter().all(|mark| mark.mark == Mark::Holds));
    assert_eq!(picture.wires.len(), 2);
    assert!(picture.wires.iter().all(|wire| wire.hold == Hold::Whole));
    assert!(words(&picture.nodes[2]).contains("amazonrootca1"));
    assert!(words(&picture.nodes[3]).contains("not needed"));
    assert_eq!(picture.nodes[1].place.as_ref().unwrap().2, "#2");
    assert_eq!(
        picture.sentence,
        "The chain, from the server upwards: server certificate “crates.io” (no. 1); intermediate “Amazon RSA 2048 M02” \
         (no. 2); Root on AWS’s list, Amazon Root CA 1"
    );
}

#[test]
fn a_root_that_was_not_sent_is_drawn_with_its_aliases() {
    let picture = lay_out(Locale::En, &report(AMAZON, "2025-04-01T12:00:00Z"), 380.0);
    is_sound(&picture);
    let root = picture.nodes.last().unwrap();
    assert_eq!((root.kind, root.index), (Kind::Anchor, None));
    assert!(words(root).contains("amazonrootca1"), "{root:?}");
    assert!(words(root).contains("Not sent, as is usual"), "{root:?}");
}

#[test]
fn a_gap_tells_name_key_identifier_and_address() {
    let picture = lay_out(Locale::En, &in_2023(leaf_of(CRATES_IO)), 380.0);
    is_sound(&picture);
    assert_eq!(kinds(&picture), [Kind::Sent, Kind::Missing, Kind::Beyond]);
    assert!(picture.marks.is_empty());
    assert!(picture.wires.iter().all(|wire| wire.hold == Hold::Open));
    let label = &picture.nodes[1].label;
    for needle in [
        "Amazon RSA 2048 M02",
        "C0:31:52:CD",
        "http://crt.r2m02.amazontrust.com/r2m02.cer",
    ] {
        assert!(label.contains(needle), "{needle} is not in {label}");
    }
}

#[test]
fn what_is_faulty_says_so() {
    let picture = lay_out(Locale::En, &report(CRATES_IO, "2025-06-15T12:00:00Z"), 380.0);
    let leaf = &picture.nodes[0];
    assert!(leaf.faulty);
    let bad = leaf.texts.iter().find(|text| text.tone == Tone::Bad).unwrap();
    assert_eq!((bad.text.as_str(), bad.sign), ("Expired", Some(Sign::Fail)));
    assert!(!picture.nodes[1].faulty);
    // Counted as the findings count: whole days that have passed, and never none.
    let last = UnixTime::parse_rfc3339("2024-02-23T23:59:59Z").unwrap();
    for (seconds, days) in [
        (0, "0 days left"),
        (1, "1 day ago"),
        (86_400, "1 day ago"),
        (172_800, "2 days ago"),
    ] {
        let at = UnixTime::from_seconds(last.seconds() + seconds);
        assert_eq!(until(Locale::En, at, last), format!("Until 23 February 2024, {days}"));
    }
}

#[test]
fn a_root_that_is_not_listed_says_so() {
    for (report, place) in [(made(&[LEAF, INTERMEDIATE, ROOT]), 2), (made(&[SELF_SIGNED]), 0)] {
        let picture = lay_out(Locale::En, &report, 380.0);
        let refused: Vec<bool> = picture
            .nodes
            .iter()
            .map(|node| words(node).contains("Not on AWS’s list"))
            .collect();
        assert_eq!(refused.iter().filter(|refused| **refused).count(), 1);
        assert!(refused[place] && picture.nodes[place].faulty);
    }
    let listed = lay_out(Locale::En, &in_2023(CRATES_IO), 380.0);
    assert!(!listed.nodes.iter().any(|node| words(node).contains("Not on")));
}

#[test]
fn disorder_is_put_in_order_with_copies_and_strays_below() {
    let picture = lay_out(Locale::En, &made(&[ROOT, LEAF, SELF_SIGNED, INTERMEDIATE, LEAF]), 380.0);
    is_sound(&picture);
    let places: Vec<&str> = picture
        .nodes
        .iter()
        .map(|n| n.place.as_ref().unwrap().2.as_str())
        .collect();
    assert_eq!(places, ["#2", "#4", "#1", "#3", "#5"]);
    assert_eq!(kinds(&picture)[3..], [Kind::Aside, Kind::Aside]);
    assert!(words(&picture.nodes[3]).contains("Not part of this chain"));
    assert!(words(&picture.nodes[4]).contains("Copy of #2"));
    let heading = picture.heading.as_ref().unwrap();
    assert!(heading.y > picture.nodes[2].frame.bottom() && heading.y < picture.nodes[3].frame.y);
    assert_eq!(picture.wires.len(), 2, "what stands beside is joined to nothing");
}

#[test]
fn a_cross_sign_hangs_at_its_twin() {
    // The same certificate as if another root had signed it: other issuer, nothing else known of it.
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT, SELF_SIGNED]);
    let mut cross = report.certificates[1].clone();
    cross.index = CertIndex(3);
    cross.issuer = "CN=Other Root".to_owned();
    cross.issuer_label = "Other Root".to_owned();
    cross.issued_by = None;
    report.certificates[3] = cross;
    let picture = lay_out(Locale::En, &report, 380.0);
    is_sound(&picture);
    assert_eq!(kinds(&picture), [Kind::Sent, Kind::Sent, Kind::Cross, Kind::Sent]);
    assert!(words(&picture.nodes[2]).contains("Issued by “Other Root”"));
    assert!(picture.nodes[2].frame.x > picture.nodes[1].frame.x);
    assert_eq!(
        picture
            .wires
            .iter()
            .filter(|w| w.hold == Hold::Open && w.d.contains('H'))
            .count(),
        1
    );
    assert_eq!(picture.marks.len(), 6);

    // Another key under the same name is no cross-sign.
    report.certificates[3].subject_key_id = Some("00:01".to_owned());
    assert_eq!(
        kinds(&lay_out(Locale::En, &report, 380.0)),
        [Kind::Sent, Kind::Sent, Kind::Sent, Kind::Aside]
    );
}

#[test]
fn a_broken_signature_breaks_its_line() {
    use crate::report::SignatureStatus;
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    report.certificates[0].signature = SignatureStatus::Invalid;
    report.certificates[0].issued_by = None;
    let picture = lay_out(Locale::En, &report, 380.0);
    assert_eq!(picture.wires[0].hold, Hold::Broken);
    assert_eq!(picture.wires[1].hold, Hold::Whole);
    let mark = picture.marks.iter().find(|mark| mark.mark == Mark::Broken).unwrap();
    assert_eq!(mark.texts[0].text, "signature: broken");
    assert_eq!(mark.texts[0].sign, Some(Sign::Fail));
}

#[test]
fn everything_fits_in_every_language_and_width() {
    let reports = [
        in_2023(CRATES_IO),
        in_2023(leaf_of(CRATES_IO)),
        report(CRATES_IO, "2020-06-15T12:00:00Z"),
        made(&[ROOT, LEAF, SELF_SIGNED, INTERMEDIATE, LEAF]),
        made(&[SELF_SIGNED]),
    ];
    for report in &reports {
        for locale in Locale::ALL {
            for width in [0.0, 264.0, 288.0, 358.0, 476.0, 560.0, 2000.0] {
                let picture = lay_out(locale, report, width);
                is_sound(&picture);
                assert!(picture.width >= WIDTHS.0 && picture.width <= WIDTHS.1);
            }
        }
    }
}

#[test]
fn a_hundred_certificates_are_about_twenty_boxes() {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    let one = report.certificates[1].clone();
    for i in 3..100 {
        let mut copy = one.clone();
        copy.index = CertIndex(i);
        copy.subject = format!("CN=Stray {i}");
        report.certificates.push(copy);
    }
    let picture = lay_out(Locale::En, &report, 380.0);
    is_sound(&picture);
    assert_eq!(picture.nodes.len(), 3 + MAX_ASIDES + 1);
    assert_eq!(words(picture.nodes.last().unwrap()), "93 more certificates");

    // All of them on the path, as Java would never have it; the last one's issuer is one stop more.
    report.path = (0..100)
        .map(|i| crate::report::PathStep::Certificate(CertIndex(i)))
        .collect();
    let picture = lay_out(Locale::En, &report, 380.0);
    is_sound(&picture);
    assert_eq!(picture.nodes.len(), FIRST_STOPS + 1 + LAST_STOPS);
    assert_eq!(picture.nodes[FIRST_STOPS].kind, Kind::More);
    assert!(words(&picture.nodes[FIRST_STOPS]).starts_with("89 "));
    assert!(picture.sentence.contains("89 more certificates"));
}

#[test]
fn hostile_names_are_cut_and_cannot_hide() {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    report.certificates[0].subject_label = format!("a\u{202E}b{}", "W".repeat(65_536));
    report.certificates[1].subject_label = String::new();
    let picture = lay_out(Locale::En, &report, 288.0);
    is_sound(&picture);
    let leaf = &picture.nodes[0];
    assert!(words(leaf).contains("a[U+202E]bW"), "{leaf:?}");
    assert!(leaf.texts.iter().filter(|t| t.tone == Tone::Name).count() <= 2);
    assert!(leaf.label.chars().count() < 400 && !leaf.label.contains('\u{202E}'));
    assert!(!picture.sentence.contains('\u{202E}'));
}
