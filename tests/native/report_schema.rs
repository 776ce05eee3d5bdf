//! The public format of a report: its keys, its values, and that it never changes unnoticed.
//!
//! `tests/node/fixtures/everything.json` contains every code with its evidence;
//! `tests/node/types.test.mjs` checks the published TypeScript types against it. After an intended
//! change: `UPDATE_GOLDEN=1 cargo test report_schema`.

use crate::common::golden;
use crate::samples;
use serde_json::{Value, json};
use sslengine_doctor::i18n::{Locale, Nothing};
use sslengine_doctor::json::{InputErrorView, ReportView};
use sslengine_doctor::report::InputReport;

fn view(locale: Locale) -> Value {
    serde_json::to_value(ReportView::new(&samples::report(), locale)).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn the_form_has_exactly_the_documented_keys() {
    let report = view(Locale::En);
    assert_eq!(
        keys(&report),
        [
            "asked",
            "at",
            "certificates",
            "client",
            "fixes",
            "handshake",
            "hostname",
            "input",
            "java",
            "logConflict",
            "path",
            "rules",
            "schemaVersion",
            "tool",
            "verdict",
            "verdictSentence"
        ]
    );
    assert_eq!(report["schemaVersion"], 1);
    assert_eq!(keys(&report["tool"]), ["trustListEdition", "version"]);
    assert_eq!(
        keys(&report["asked"]),
        ["clientCertificate", "hostname", "insecureSkipVerification"]
    );
    assert_eq!(
        keys(&report["handshake"]),
        ["accepted", "legacyMessage", "message", "reason"]
    );
    assert_eq!(
        keys(&report["handshake"]["reason"]),
        ["certificate", "code", "message", "severity"]
    );
    assert_eq!(
        keys(&report["hostname"]),
        ["accepted", "asked", "matched", "message", "presented", "source"]
    );
    assert_eq!(keys(&report["input"]), ["dropped", "hints", "notes"]);
    assert_eq!(
        keys(&report["input"]["hints"]),
        [
            "accepted",
            "awsList",
            "described",
            "host",
            "hostFrom",
            "messages",
            "shareLink"
        ]
    );
    assert_eq!(report["path"][0], 0);
    assert_eq!(
        keys(&report["path"][2]["anchor"]),
        ["aliases", "label", "notAfter", "notBefore", "sha256", "subject"]
    );
    assert_eq!(report["certificates"][2]["issuedBy"], "anchor");
    for rule in report["rules"].as_array().unwrap() {
        assert_eq!(keys(rule), ["findings", "outcome", "rule"]);
    }
    let ids: Vec<&Value> = report["rules"].as_array().unwrap().iter().map(|r| &r["rule"]).collect();
    assert_eq!(ids, ["supported-ca", "validity", "chain", "key-size"]);
}

#[test]
fn findings_have_code_severity_certificate_evidence_and_message() {
    let report = view(Locale::En);
    let mut seen = 0;
    for finding in report["rules"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|r| r["findings"].as_array().unwrap())
    {
        assert!(
            finding["code"].is_string() && finding["message"].as_str().unwrap().ends_with('.')
                || finding["locations"].is_array()
        );
        assert!(["error", "warning", "info"].contains(&finding["severity"].as_str().unwrap()));
        assert_eq!(finding["certificate"], 0);
        seen += 1;
    }
    assert_eq!(seen, samples::details().len());
    let missing = report["rules"][2]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["code"] == "issuer-missing")
        .unwrap();
    assert_eq!(missing["authorityKeyId"], "0A:0B");
}

/// Keys are camelCase everywhere, except the kebab-case tags of
/// [`sslengine_doctor::report::IssuerRef`], which are values.
#[test]
fn keys_are_in_camel_case() {
    fn walk(value: &Value) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| {
                assert!(key.chars().all(|c| c.is_ascii_alphanumeric()), "{key}");
                walk(value);
            }),
            Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(&view(Locale::En));
}

#[test]
fn only_texts_change_with_the_language() {
    fn without_words(value: Value) -> Value {
        match value {
            Value::Object(map) => map
                .into_iter()
                .filter(|(key, _)| key != "message" && key != "verdictSentence")
                .map(|(key, value)| (key, without_words(value)))
                .collect(),
            Value::Array(items) => items.into_iter().map(without_words).collect(),
            other => other,
        }
    }
    assert_ne!(view(Locale::En), view(Locale::Fr));
    assert_eq!(without_words(view(Locale::En)), without_words(view(Locale::Fr)));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let text = || serde_json::to_string(&ReportView::new(&samples::report(), Locale::Fr)).unwrap();
    assert_eq!(text(), text());
}

#[test]
fn an_error_has_code_message_and_input() {
    let input = InputReport::default();
    for (why, code, has_input) in [
        (Nothing::Empty, "empty", false),
        (Nothing::NoCertificate(&input), "no-certificate", true),
    ] {
        let error = serde_json::to_value(InputErrorView::new(why, Locale::En)).unwrap();
        assert_eq!(keys(&error), ["code", "input", "message"]);
        assert_eq!(error["code"], code);
        assert_eq!(error["input"].is_object(), has_input);
    }
}

#[test]
fn the_samples_for_the_type_check_are_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/node/fixtures/everything.json");
    let current = json!({ "report": view(Locale::En) });
    let stored = golden(path.as_ref(), &(serde_json::to_string_pretty(&current).unwrap() + "\n"));
    let kept: Value = serde_json::from_str(&stored).unwrap_or_default();
    assert!(
        kept == current,
        "tests/node/fixtures/everything.json is out of date: UPDATE_GOLDEN=1 cargo test report_schema"
    );
}
