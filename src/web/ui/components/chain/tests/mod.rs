//! Tests the links between real certificates, and the lists that show them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod dom;

use yew::Html;

use super::list::chain;
use super::model::{Chain, Entry, Extra, Link, LinkCheck, LinkState, Stop, is_unlisted_root};
use crate::cert::UnixTime;
use crate::engine::{Options, judge, plan};
use crate::i18n::Locale;
use crate::report::{
    CertIndex, Origin, Outcome, PathStep, Repair, RepairStatus, RepairedCertificate, Report, SignatureStatus, Verdict,
};
use crate::trust::ClientId;
use crate::verify::{Verifier, native::NativeVerifier};
use dom::{Element, Node, read};

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
    let options = Options::at(UnixTime::parse_rfc3339(at).unwrap());
    let plan = plan(input.to_owned().into(), &options).unwrap();
    judge(&plan, &NativeVerifier.verify_all(plan.checks()))
}

fn in_2023(input: &str) -> Report {
    report(input, "2023-06-15T12:00:00Z")
}

fn made(parts: &[&str]) -> Report {
    report(&parts.concat(), "2026-06-15T12:00:00Z")
}

fn leaf_of(pem: &str) -> &str {
    let end = "-----END CERTIFICATE-----\n";
    &pem[..pem.find(end).unwrap() + end.len()]
}

/// The generated chain with a second version of its intermediate, signed by another root.
fn cross_signed() -> Report {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT, SELF_SIGNED]);
    let mut version = report.certificates[1].clone();
    version.index = CertIndex(3);
    version.issuer = "CN=Other Root".to_owned();
    version.issuer_label = "Other Root".to_owned();
    version.issued_by = None;
    report.certificates[3] = version;
    report
}

/// The positions in the input, from 1, of the certificates of the chain.
fn numbers(chain: &Chain<'_>) -> Vec<usize> {
    let number = |entry: &Entry<'_>| match entry.stop {
        Stop::Sent(certificate) => Some(certificate.index.get() + 1),
        _ => None,
    };
    chain.entries.iter().filter_map(number).collect()
}

fn states(chain: &Chain<'_>) -> Vec<LinkState> {
    let links = chain.entries.iter().filter_map(|entry| entry.link);
    links.map(Link::state).collect()
}

fn drawn_in(locale: Locale, report: &Report) -> Element {
    drawn_with(locale, report, None)
}

fn drawn_with(locale: Locale, report: &Report, repair: Option<&Repair>) -> Element {
    let html: Html = chain(locale, report, repair, true, &|_| Html::default());
    let mut nodes = Vec::new();
    read(&html, &mut nodes);
    match nodes.pop() {
        Some(Node::Element(section)) if nodes.is_empty() => section,
        other => panic!("the chain is one section, not {other:?}"),
    }
}

fn drawn(report: &Report) -> Element {
    drawn_in(Locale::En, report)
}

/// Checks that lists have only items, every box is in an item, a sent certificate opens and its
/// number is that of its place, and no style is inline.
fn is_sound(section: &Element) {
    for element in section.elements() {
        assert_eq!(element.attribute("style"), None, "{element:?}");
        if matches!(element.tag.as_str(), "ol" | "ul") {
            assert_eq!(element.attribute("role"), Some("list"));
            assert!(!element.children.is_empty(), "{element:?}");
            for child in &element.children {
                assert!(matches!(child, Node::Element(item) if item.tag == "li"), "{child:?}");
            }
        }
        if element.tag == "svg" {
            assert_eq!(
                element.attribute("aria-hidden"),
                Some("true"),
                "a sign is next to its word"
            );
        }
        if element.tag == "details" && element.has_class("stop") {
            let number = element.all("stop__number")[0].text();
            let card = number.replace('#', "certificate-");
            assert_eq!(element.attribute("id"), Some(card.as_str()));
        }
    }
    let boxes = section.all("stop");
    assert!(!boxes.is_empty());
    let items = section.elements().into_iter().filter(|e| e.tag == "li");
    let in_items = items.flat_map(|item| &item.children);
    let in_items = in_items.filter(|child| matches!(child, Node::Element(child) if child.has_class("stop")));
    assert_eq!(in_items.count(), boxes.len());
    for stop in boxes {
        assert!(!stop.text().is_empty() && stop.all("stop__role").len() == 1, "{stop:?}");
    }
}

#[test]
fn a_complete_chain_shows_each_certificate_signed_by_the_next() {
    let report = in_2023(CRATES_IO);
    let chain = Chain::of(&report);
    assert_eq!(numbers(&chain), [1, 2, 3]);
    assert_eq!(states(&chain), [LinkState::Signed; 2]);
    let holds = Some(Link::Checked {
        name: LinkCheck::Holds,
        key_id: LinkCheck::Holds,
        signature: LinkCheck::Holds,
    });
    let links: Vec<Option<Link>> = chain.entries.iter().map(|entry| entry.link).collect();
    assert_eq!(links, [holds, holds, None]);
    assert!(chain.entries.iter().all(|entry| entry.cross_signed.is_empty()));
    assert!(matches!(chain.extras[..], [Extra::AboveRoot(c)] if c.index == CertIndex(3)));

    let section = drawn(&report);
    is_sound(&section);
    assert_eq!(
        section.texts("stop__head"),
        [
            "Server #1 crates.io RSA 2048 · until 23 February 2024, 8 months left crates.io, cloudfront-static.crates.io, index.crates.io, static.crates.io",
            "Intermediate #2 Amazon RSA 2048 M02 RSA 2048 · until 2030",
            "Root #3 on AWS’s list Amazon Root CA 1 RSA 2048 · until 2037",
            "Intermediate #4 Starfield Services Root Certificate Authority - G2 above the root, not needed",
        ]
    );
    assert_eq!(section.texts("chain__moment"), ["as of 15 June 2023"]);
    assert!(section.all("chain__fault").is_empty());
    assert_eq!(section.all("chain__link--signed").len(), 2);
    assert!(section.all("stop--faulty").is_empty());
}

#[test]
fn a_root_that_was_not_sent_is_shown_with_its_name() {
    let report = report(AMAZON, "2025-04-01T12:00:00Z");
    let chain = Chain::of(&report);
    assert!(matches!(chain.entries.last().unwrap().stop, Stop::ListedRoot(_)));
    let to_root = chain.entries[chain.entries.len() - 2].link.unwrap();
    assert_eq!(to_root.state(), LinkState::Signed);
    assert!(matches!(
        to_root,
        Link::Checked {
            key_id: LinkCheck::Unknown,
            ..
        }
    ));

    let section = drawn(&report);
    is_sound(&section);
    let root = section.all("stop--root")[0];
    assert_eq!(
        root.text(),
        "Root on AWS’s list Amazon Root CA 1 until 2038 · no need to send it"
    );
    assert_ne!(root.tag, "details", "it has no fields");
}

#[test]
fn a_gap_shows_the_missing_certificate_and_the_root_beyond() {
    let report = in_2023(leaf_of(CRATES_IO));
    let chain = Chain::of(&report);
    let [leaf, missing, beyond] = &chain.entries[..] else {
        panic!("{chain:?}");
    };
    assert!(matches!(leaf.stop, Stop::Sent(_)) && matches!(beyond.stop, Stop::RootBeyond(_)));
    assert_eq!(
        missing.stop,
        Stop::Missing {
            label: "Amazon RSA 2048 M02",
            known: true
        }
    );
    assert_eq!(states(&chain), [LinkState::Open; 2]);

    let section = drawn(&report);
    is_sound(&section);
    assert_eq!(
        section.texts("stop--missing"),
        ["Intermediate not sent Amazon RSA 2048 M02"]
    );
    assert_eq!(section.all("chain__link").len(), 2);
    assert!(section.all("chain__link--signed").is_empty() && section.all("chain__link--broken").is_empty());
    // Until the repaired chain is known, the root has only its alias.
    assert!(section.all("stop--beyond")[0].text().contains("amazon1"));

    let certificate = |label: &str| RepairedCertificate {
        from: Origin::Known,
        label: label.to_owned(),
        subject: String::new(),
        sha256: String::new(),
        not_after: UnixTime::parse_rfc3339("2038-01-17T00:00:00Z").unwrap(),
        pem: String::new(),
    };
    let repair = Repair {
        client: ClientId::API_GATEWAY,
        status: RepairStatus::Complete {},
        chain: vec![certificate("Amazon RSA 2048 M02")],
        root: Some(certificate("Amazon Root CA 1")),
        root_recommended: false,
        changes: vec![],
        accepted: true,
        verdict: Verdict::Pass,
        outcomes: [Outcome::Pass; 4],
        unavailable: vec![],
    };
    let section = drawn_with(Locale::En, &report, Some(&repair));
    is_sound(&section);
    assert!(
        section.all("stop--missing")[0]
            .text()
            .ends_with("Included in the repaired chain")
    );
    assert_eq!(
        section.texts("stop--beyond"),
        ["Root on AWS’s list Amazon Root CA 1 until 2038 · no need to send it"]
    );
}

#[test]
fn an_unknown_issuer_is_shown_by_name() {
    let report = made(&[LEAF]);
    let chain = Chain::of(&report);
    let top = chain.entries.last().unwrap();
    assert!(top.link.is_none());
    assert_eq!(states(&chain), [LinkState::Open]);
    let name = match top.stop {
        Stop::UnknownIssuer(name) => name,
        Stop::Missing { label, .. } => label,
        _ => panic!("{top:?}"),
    };
    assert_eq!(name, report.certificates[0].issuer_label);
    let section = drawn(&report);
    is_sound(&section);
    assert!(section.all("stop").last().unwrap().text().contains(name));
}

#[test]
fn a_certificate_that_is_not_valid_now_is_marked() {
    let late = drawn(&report(CRATES_IO, "2025-06-15T12:00:00Z"));
    is_sound(&late);
    let boxes = late.all("stop");
    assert!(boxes[0].has_class("stop--faulty") && !boxes[1].has_class("stop--faulty"));
    assert_eq!(boxes[0].texts("stop__state"), ["expired"]);
    assert!(
        boxes[0].text().contains("until 23 February 2024, 15 months ago"),
        "{}",
        boxes[0].text()
    );
    let early = drawn(&report(CRATES_IO, "2020-06-15T12:00:00Z"));
    assert_eq!(early.all("stop")[0].texts("stop__state"), ["not yet valid"]);
    assert!(early.all("stop")[0].text().contains("from 25 January 2023"));
}

#[test]
fn an_unlisted_root_is_marked() {
    for (report, place) in [(made(&[LEAF, INTERMEDIATE, ROOT]), 2), (made(&[SELF_SIGNED]), 0)] {
        let section = drawn(&report);
        is_sound(&section);
        let boxes = section.all("stop");
        let unlisted: Vec<bool> = boxes
            .iter()
            .map(|stop| stop.text().contains("not on AWS’s list"))
            .collect();
        assert_eq!(unlisted.iter().filter(|unlisted| **unlisted).count(), 1);
        assert!(unlisted[place] && boxes[place].has_class("stop--faulty"));
        assert!(is_unlisted_root(&report, CertIndex(u32::try_from(place).unwrap())));
    }
    let listed = in_2023(CRATES_IO);
    assert!(!drawn(&listed).text().contains("not on"));
    assert!(!is_unlisted_root(&listed, CertIndex(2)));
}

#[test]
fn certificates_are_sorted_and_copies_and_strays_are_listed_separately() {
    let report = made(&[ROOT, LEAF, SELF_SIGNED, INTERMEDIATE, LEAF]);
    let chain = Chain::of(&report);
    assert_eq!(numbers(&chain), [2, 4, 1]);
    assert!(matches!(
        chain.extras[..],
        [Extra::Stray(stray), Extra::Copy { certificate, of: CertIndex(1) }]
            if stray.index == CertIndex(2) && certificate.index == CertIndex(4)
    ));

    let section = drawn(&report);
    is_sound(&section);
    let path = section.all("chain__path")[0];
    assert_eq!(path.tag, "ol", "the order counts");
    assert_eq!(path.texts("stop__number"), ["#2", "#4", "#1"]);
    assert_eq!(path.all("chain__link").len(), 2);
    let extras = section.all("chain__extras")[0];
    assert_eq!(extras.texts("stop__number"), ["#3", "#5"]);
    assert!(extras.all("chain__link").is_empty(), "extras are linked to nothing");
    assert!(extras.all("stop--outside").len() == 2);
    assert!(extras.texts("stop")[1].contains("copy of #2"));
    let summary = extras
        .elements()
        .into_iter()
        .find(|e| e.tag == "summary" && e.has_class("label"));
    assert_eq!(summary.unwrap().text(), "Sent, but not part of the chain (2)");
}

#[test]
fn a_cross_signed_version_is_listed_with_its_twin() {
    let mut report = cross_signed();
    let chain = Chain::of(&report);
    assert_eq!(numbers(&chain), [1, 2, 3]);
    let versions: Vec<usize> = chain.entries.iter().map(|entry| entry.cross_signed.len()).collect();
    assert_eq!(versions, [0, 1, 0]);
    assert!(chain.extras.is_empty());
    assert_eq!(states(&chain), [LinkState::Signed; 2]);

    let section = drawn(&report);
    is_sound(&section);
    let extras = section.all("chain__extras");
    assert_eq!(extras[0].texts("stop__number"), ["#4"]);
    assert!(extras[0].text().contains("same key, signed by another CA"));

    // A certificate with the same name but another key is not a cross-signed version.
    report.certificates[3].subject_key_id = Some("00:01".to_owned());
    let chain = Chain::of(&report);
    assert!(chain.entries.iter().all(|entry| entry.cross_signed.is_empty()));
    assert!(matches!(chain.extras[..], [Extra::Stray(_)]));
    assert!(!drawn(&report).text().contains("same key"));
}

#[test]
fn a_link_with_a_broken_signature_is_broken() {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    report.certificates[0].signature = SignatureStatus::Invalid;
    report.certificates[0].issued_by = None;
    assert_eq!(states(&Chain::of(&report)), [LinkState::Broken, LinkState::Signed]);
    let section = drawn(&report);
    is_sound(&section);
    assert_eq!(section.all("chain__link--broken").len(), 1);
    assert_eq!(section.texts("chain__fault"), ["the signature does not match"]);

    // A signature that was not checked leaves the link open.
    report.certificates[0].signature = SignatureStatus::NotChecked;
    assert_eq!(states(&Chain::of(&report)), [LinkState::Open, LinkState::Signed]);
    // Another issuer name breaks the link.
    report.certificates[0].issuer = "CN=Other".to_owned();
    assert_eq!(states(&Chain::of(&report))[0], LinkState::Broken);
    assert_eq!(
        drawn(&report).texts("chain__fault"),
        ["the issuer’s name does not match"]
    );
}

#[test]
fn the_lists_are_the_same_in_every_language() {
    let reports = [
        in_2023(CRATES_IO),
        in_2023(leaf_of(CRATES_IO)),
        report(CRATES_IO, "2020-06-15T12:00:00Z"),
        made(&[ROOT, LEAF, SELF_SIGNED, INTERMEDIATE, LEAF]),
        made(&[SELF_SIGNED]),
        cross_signed(),
    ];
    for report in &reports {
        let shape = |section: &Element| {
            let elements = section.elements().into_iter();
            elements
                .map(|e| (e.tag.clone(), e.attributes.clone()))
                .collect::<Vec<_>>()
        };
        let english = drawn(report);
        for locale in Locale::ALL {
            let section = drawn_in(locale, report);
            is_sound(&section);
            assert_eq!(shape(&section), shape(&english));
            assert_eq!(section.texts("stop__name"), english.texts("stop__name"));
            assert!(locale == Locale::En || section.text() != english.text());
        }
    }
}

#[test]
fn long_chains_and_lists_are_shortened() {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    let one = report.certificates[1].clone();
    for i in 3..100 {
        let mut copy = one.clone();
        copy.index = CertIndex(i);
        copy.subject = format!("CN=Stray {i}");
        report.certificates.push(copy);
    }
    assert_eq!(Chain::of(&report).extras.len(), 97);
    let section = drawn(&report);
    is_sound(&section);
    assert_eq!(section.all("stop").len(), 3 + 50);
    assert_eq!(section.texts("chain__more"), ["47 more certificates"]);

    // All certificates in the chain, which Java never builds. The last one's issuer adds a
    // position.
    report.path = (0..100).map(|i| PathStep::Certificate(CertIndex(i))).collect();
    assert_eq!(Chain::of(&report).entries.len(), 101);
    let section = drawn(&report);
    is_sound(&section);
    assert_eq!(section.all("stop").len(), 8 + 4);
    assert_eq!(section.texts("chain__more"), ["89 more certificates"]);
    let numbers = section.texts("stop__number");
    assert_eq!((numbers[7].as_str(), numbers[8].as_str()), ("#8", "#98"));
}

#[test]
fn hostile_names_are_shortened_and_made_visible() {
    let mut report = made(&[LEAF, INTERMEDIATE, ROOT]);
    report.certificates[0].subject_label = format!("a\u{202E}b{}", "W".repeat(65_536));
    report.certificates[1].subject_label = String::new();
    let section = drawn(&report);
    is_sound(&section);
    let leaf = section.all("stop")[0].text();
    assert!(leaf.contains("a[U+202E]bW"), "{leaf}");
    assert!(leaf.chars().count() < 400 && !section.text().contains('\u{202E}'));
    let nameless = section.all("stop")[1];
    assert!(nameless.all("stop__name").is_empty());
    assert!(nameless.text().starts_with("Intermediate #2 RSA"));

    // A report with positions that do not exist.
    report.path = vec![PathStep::Certificate(CertIndex(77))];
    assert_eq!(numbers(&Chain::of(&report)), [1]);
    report.certificates.clear();
    assert!(Chain::of(&report).entries.is_empty());
    assert!(drawn(&report).all("stop").is_empty());
}
