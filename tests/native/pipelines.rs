//! JUnit, SARIF, `--fail-on`, `--expires-within`, the manual page and the completions.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::connect::{Answer, FOLDER, GOOD, connect, free_port, run, server};
use crate::sarif::{self, Level, Sarif};

const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/real/crates-io.pem");
const VALID_AT: &str = "2023-06-15T12:00:00Z";
const EXPIRED_AT: &str = "2024-06-15T12:00:00Z";

/// An element of a JUnit report.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    inside: Vec<Element>,
    text: String,
}

impl Element {
    fn all<'e>(&'e self, name: &str) -> Vec<&'e Element> {
        let mut found: Vec<&Element> = self.inside.iter().filter(|e| e.name == name).collect();
        found.extend(self.inside.iter().flat_map(|e| e.all(name)));
        found
    }
}

fn element(start: &BytesStart<'_>) -> Element {
    let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        (
            attribute.key.as_ref().to_owned(),
            quick_xml::escape::unescape(&attribute.value).unwrap().into_owned(),
        )
    };
    Element {
        name: start.name().as_ref().to_owned(),
        attributes: start.attributes().map(|found| attribute(found.unwrap())).collect(),
        inside: Vec::new(),
        text: String::new(),
    }
}

/// Parses a JUnit report, and checks it against the elements and attributes that the schema
/// `junit-10.xsd` of Jenkins' xUnit plugin allows and requires (github.com/jenkinsci/xunit-plugin,
/// read 2026-11). The schema is not part of this repository.
fn junit(text: &str) -> Element {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let root = loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(start) => open.last_mut().unwrap().inside.push(element(&start)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                match open.last_mut() {
                    Some(parent) => parent.inside.push(done),
                    None => break done,
                }
            }
            Event::Text(text) => {
                if let Some(last) = open.last_mut() {
                    last.text.push_str(&text);
                }
            }
            Event::GeneralRef(_) | Event::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    };
    conforms(&root, None);
    root
}

fn conforms(element: &Element, parent: Option<&str>) {
    // Parents, required attributes, further attributes.
    let (parents, required, allowed): (&[&str], &[&str], &[&str]) = match element.name.as_str() {
        "testsuites" => (&[], &[], &["name", "time", "tests", "failures", "errors"]),
        "testsuite" => (
            &["testsuites", "testsuite"],
            &["name", "tests", "failures", "errors"],
            &["skipped", "file", "hostname", "id", "package", "time", "timestamp"],
        ),
        "testcase" => (&["testsuite"], &["name"], &["time", "classname", "group"]),
        "failure" | "error" | "skipped" => (&["testcase"], &[], &["type", "message"]),
        "system-out" | "system-err" => (&["testcase", "testsuite"], &[], &[]),
        other => panic!("unknown element {other}"),
    };
    assert!(
        parent.map_or(parents.is_empty(), |parent| parents.contains(&parent)),
        "{element:?}"
    );
    for name in required {
        assert!(element.attributes.contains_key(*name), "{name} is missing: {element:?}");
    }
    for name in element.attributes.keys() {
        let known = required.contains(&name.as_str()) || allowed.contains(&name.as_str());
        assert!(known, "{name} is not allowed: {element:?}");
    }
    if matches!(element.name.as_str(), "testsuite" | "testsuites") {
        for (attribute, name) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
            let counted = element.all(name).len().to_string();
            assert_eq!(element.attributes[attribute], counted, "{attribute}");
        }
    }
    for inner in &element.inside {
        conforms(inner, Some(&element.name));
    }
}

/// Parses SARIF by the rules of its schema.
fn sarif(answer: &Answer) -> Sarif {
    sarif::read(&answer.out).unwrap_or_else(|why| panic!("{why}: {}", answer.out))
}

fn rule_ids(log: &Sarif) -> Vec<&str> {
    let results = log.runs[0].results.iter();
    results.map(|result| result.rule_id.as_str()).collect()
}

#[test]
fn junit_has_a_case_for_each_requirement() {
    let passed = run(&["--format", "junit", "--at", VALID_AT, "--host", "crates.io", REAL]);
    assert_eq!(passed.status, 0, "{}{}", passed.out, passed.err);
    let report = junit(&passed.out);
    assert_eq!(report.attributes["tests"], "6", "{}", passed.out);
    assert_eq!(report.attributes["failures"], "0");
    let failed = run(&["--format", "junit", "--at", EXPIRED_AT, REAL]);
    assert_eq!(failed.status, 1);
    let report = junit(&failed.out);
    let failures = report.all("failure");
    assert_eq!(failures.len(), 1, "{}", failed.out);
    assert_eq!(failures[0].attributes["type"], "expired");
    let french = run(&["--format", "junit", "--lang", "fr", "--at", EXPIRED_AT, REAL]);
    junit(&french.out);
    assert!(french.out.contains("Dates de validité"), "{}", french.out);
}

#[test]
fn text_from_certificates_cannot_break_the_xml() {
    let file = FOLDER.join("a<b>&\"c\".pem");
    std::fs::write(&file, "no certificate").unwrap();
    let answer = run(&["--format", "junit", file.to_str().unwrap(), REAL]);
    assert_eq!(answer.status, 2);
    let report = junit(&answer.out);
    let errors = report.all("error");
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].attributes["type"], "no-certificate");
    assert!(
        report
            .all("testsuite")
            .iter()
            .any(|suite| suite.attributes["name"].contains("a<b>&\"c\".pem"))
    );
}

#[test]
fn sarif_names_file_line_and_finding() {
    let passed = run(&["--format", "sarif", "--at", VALID_AT, REAL]);
    assert_eq!(passed.status, 0);
    assert_eq!(rule_ids(&sarif(&passed)), Vec::<&str>::new());
    let missing = FOLDER.join("missing.pem");
    let failed = run(&["--format", "sarif", "--at", EXPIRED_AT, REAL, missing.to_str().unwrap()]);
    assert_eq!(failed.status, 2, "{}", failed.err);
    let log = sarif(&failed);
    assert_eq!(rule_ids(&log), ["expired", "unreadable"], "{}", failed.out);
    let result = &log.runs[0].results[0];
    assert_eq!(result.level, Level::Error);
    let place = result.locations[0].physical_location.as_ref().unwrap();
    let uri = &place.artifact_location.uri;
    assert!(uri.ends_with("/tests/fixtures/real/crates-io.pem"), "{uri}");
    assert!(place.region.start_line >= 1);
}

#[test]
fn servers_are_reported_like_files() {
    let server = server(&GOOD);
    let refused = free_port();
    let list = FOLDER.join("pipeline-servers");
    std::fs::write(
        &list,
        format!("# ours\n127.0.0.1:{}\n127.0.0.1:{refused}\n", server.port),
    )
    .unwrap();
    let list = list.to_str().unwrap();
    let arguments = [
        "--connect-list",
        list,
        "--server-name",
        "api.example.com",
        "--timeout",
        "3",
    ];
    let answer = run(&[&arguments[..], &["--format", "sarif"]].concat());
    assert_eq!(answer.status, 2, "{}", answer.out);
    let log = sarif(&answer);
    let last = log.runs[0].results.last().unwrap();
    assert_eq!(last.rule_id, "handshake-failed");
    let place = last.locations[0].physical_location.as_ref().unwrap();
    assert_eq!(place.region.start_line, 3);
    let answer = run(&[&arguments[..], &["--format", "junit"]].concat());
    let report = junit(&answer.out);
    assert_eq!(report.all("testsuite").len(), 2);
    assert_eq!(report.all("error").len(), 1);
    let one = connect(server.port, &["--skip-verification", "--format", "junit"]);
    assert_eq!(one.status, 0, "{}", one.out);
    assert_eq!(junit(&one.out).attributes["failures"], "0", "{}", one.out);
    let one = connect(server.port, &["--skip-verification", "--format", "sarif"]);
    assert_eq!(rule_ids(&sarif(&one)), Vec::<&str>::new(), "{}", one.out);
}

#[test]
fn options_make_failures_of_warnings_and_of_close_expiry() {
    let at = |days: &str| ["--at".to_owned(), days.to_owned(), REAL.to_owned()];
    let run = |more: &[&str], day: &str| {
        let at = at(day);
        let arguments: Vec<&str> = more.iter().copied().chain(at.iter().map(String::as_str)).collect();
        run(&arguments)
    };
    let report: serde_json::Value = serde_json::from_str(&run(&["--format", "json"], VALID_AT).out).unwrap();
    let end = report["certificates"][0]["notAfter"].as_str().unwrap();
    // 20 days before the end: a warning.
    let end = sslengine_doctor::cert::UnixTime::parse_rfc3339(end).unwrap();
    let day = sslengine_doctor::cert::UnixTime::from_seconds(end.seconds() - 20 * 86_400).to_string();
    assert_eq!(run(&[], &day).status, 0);
    assert_eq!(run(&["--fail-on", "inconclusive"], &day).status, 0);
    let strict = run(&["--fail-on", "warning"], &day);
    assert_eq!(strict.status, 1);
    assert!(strict.err.contains("--fail-on"), "{}", strict.err);
    assert_eq!(run(&["--expires-within", "20"], &day).status, 0);
    let soon = run(&["--expires-within", "21"], &day);
    assert_eq!(soon.status, 1);
    assert!(soon.err.contains("expires in 20 days"), "{}", soon.err);
    let junit_report = junit(&run(&["--expires-within", "21", "--format", "junit"], &day).out);
    assert_eq!(junit_report.all("failure")[0].attributes["type"], "expires-within");
    for bad in [
        &["--fail-on", "never"][..],
        &["--expires-within", "-1"],
        &["--expires-within", "x"],
    ] {
        assert_eq!(run(bad, &day).status, 2, "{bad:?}");
    }
}

#[test]
fn an_inconclusive_verdict_can_be_a_failure() {
    // Its signature algorithm cannot be verified.
    let chain = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/findings/signature-unchecked.pem"
    );
    let arguments = ["--skip-verification", "--at", "2026-06-15", chain];
    assert_eq!(run(&arguments).status, 3);
    for level in ["inconclusive", "warning"] {
        let strict = [&["--fail-on", level][..], &arguments].concat();
        assert_eq!(run(&strict).status, 1);
        let report = junit(&run(&[&strict[..], &["--format", "junit"]].concat()).out);
        assert!(!report.all("failure").is_empty());
    }
    let report = junit(&run(&[&arguments[..], &["--format", "junit"]].concat()).out);
    assert_eq!((report.all("failure").len(), report.all("skipped").len()), (0, 1));
}

#[test]
fn the_manual_page_and_the_completions_name_every_option() {
    let help = run(&["--help"]);
    let options: Vec<&str> = help
        .out
        .split_whitespace()
        .filter(|word| word.starts_with("--") && word.len() > 2)
        .map(|word| word.trim_end_matches([',', '.', ';', ')', ':']))
        .collect();
    let manual = run(&["--man"]);
    assert_eq!(manual.status, 0);
    assert!(manual.out.contains(".TH sslengine-doctor 1"), "{}", manual.out);
    let plain = manual.out.replace("\\-", "-");
    let bash = run(&["--completions", "bash"]);
    for option in options {
        let option = option.split('=').next().unwrap();
        assert!(plain.contains(option), "{option} is not in the manual page");
        assert!(bash.out.contains(option), "{option} is not in the completions");
    }
}
