//! The rules of the SARIF 2.1.0 schema for what the command writes.
//!
//! The types have the properties of the schema that the command uses. An unknown property, a
//! missing one that the schema requires, a null, and a wrong type or word are errors. [`read`]
//! checks the rest: patterns, limits, and that items are unique.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json>

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer};
use serde_json::{Value, json};
use sslengine_doctor::cert::UnixTime;

/// Reads an optional property. Null is an error, as in the schema.
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(value: D) -> Result<Option<T>, D::Error> {
    T::deserialize(value).map(Some)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sarif {
    #[serde(rename = "$schema")]
    schema: String,
    version: Version,
    pub runs: Vec<Run>,
}

#[derive(Debug, Deserialize)]
enum Version {
    #[serde(rename = "2.1.0")]
    Current,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Run {
    tool: Tool,
    language: String,
    #[serde(rename = "columnKind")]
    _column_kind: ColumnKind,
    invocations: Vec<Invocation>,
    pub results: Vec<Found>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
enum ColumnKind {
    Utf16CodeUnits,
    UnicodeCodePoints,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Invocation {
    #[serde(rename = "executionSuccessful")]
    _execution_successful: bool,
    end_time_utc: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Driver {
    name: String,
    version: String,
    semantic_version: String,
    rules: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Rule {
    id: String,
    short_description: Message,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    text: String,
}

/// A result.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Found {
    pub rule_id: String,
    rule_index: usize,
    pub level: Level,
    message: Message,
    pub locations: Vec<Location>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    None,
    Note,
    Warning,
    Error,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Location {
    #[serde(default, deserialize_with = "present")]
    pub physical_location: Option<Physical>,
    logical_locations: Vec<Logical>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Physical {
    pub artifact_location: Artifact,
    pub region: Region,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Artifact {
    pub uri: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Region {
    pub start_line: u32,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Logical {
    fully_qualified_name: String,
    kind: String,
}

/// A reference as in RFC 3986: its characters, and `%` only before two hexadecimal digits.
fn is_uri_reference(text: &str) -> bool {
    let mut parts = text.split('%');
    let plain = |part: &str| {
        part.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte))
    };
    let first = parts.next().is_some_and(plain);
    let escaped = |part: &str| {
        let digits = part.bytes().take(2).filter(u8::is_ascii_hexdigit).count();
        digits == 2 && plain(part)
    };
    first && parts.all(escaped)
}

/// The first rule of the schema that a document breaks.
fn fault(log: &Sarif) -> Option<String> {
    let expect = |holds: bool, what: &str| if holds { Ok(()) } else { Err(what.to_owned()) };
    let check = || -> Result<(), String> {
        let Version::Current = log.version;
        expect(log.schema.ends_with("/sarif-schema-2.1.0.json"), "$schema")?;
        for run in &log.runs {
            let language = run.language.as_bytes();
            let letters = language.len() == 2 && language.iter().all(u8::is_ascii_alphabetic);
            expect(letters, "language")?;
            for invocation in &run.invocations {
                let time = UnixTime::parse_rfc3339(&invocation.end_time_utc);
                expect(time.is_ok(), "endTimeUtc")?;
            }
            let driver = &run.tool.driver;
            expect(!driver.name.is_empty() && !driver.version.is_empty(), "name")?;
            let numbers: Vec<&str> = driver.semantic_version.splitn(3, '.').collect();
            expect(
                numbers.len() == 3 && numbers[..2].iter().all(|n| n.parse::<u32>().is_ok()),
                "semanticVersion",
            )?;
            let ids: BTreeSet<&str> = driver.rules.iter().map(|rule| rule.id.as_str()).collect();
            expect(ids.len() == driver.rules.len(), "rules are not unique")?;
            let described = driver.rules.iter().all(|rule| !rule.short_description.text.is_empty());
            expect(described, "shortDescription")?;
            for result in &run.results {
                let rule = driver.rules.get(result.rule_index);
                expect(rule.is_some_and(|rule| rule.id == result.rule_id), "ruleIndex")?;
                expect(!result.message.text.is_empty(), "message")?;
                for location in &result.locations {
                    if let Some(place) = &location.physical_location {
                        expect(is_uri_reference(&place.artifact_location.uri), "uri")?;
                        expect(place.region.start_line >= 1, "startLine")?;
                    }
                    for logical in &location.logical_locations {
                        let named = !logical.fully_qualified_name.is_empty() && !logical.kind.is_empty();
                        expect(named, "logicalLocations")?;
                    }
                }
            }
        }
        Ok(())
    };
    check().err()
}

/// Reads a document.
///
/// # Errors
/// What the schema does not allow.
pub fn read(text: &str) -> Result<Sarif, String> {
    let log: Sarif = serde_json::from_str(text).map_err(|why| why.to_string())?;
    fault(&log).map_or(Ok(log), Err)
}

/// A document with everything that the command writes.
fn document() -> Value {
    json!({
        "$schema": "https://example.com/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "x", "version": "1.0.0", "semanticVersion": "1.0.0",
                "rules": [
                    { "id": "expired", "shortDescription": { "text": "Validity dates: expired" } },
                    { "id": "weak", "shortDescription": { "text": "weak" } },
                ],
            } },
            "language": "en",
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": true, "endTimeUtc": "2026-11-23T07:00:00Z" }],
            "results": [{
                "ruleId": "expired", "ruleIndex": 0, "level": "error", "message": { "text": "a: expired" },
                "locations": [{
                    "physicalLocation": { "artifactLocation": { "uri": "certs/a%20b.pem" }, "region": { "startLine": 1 } },
                    "logicalLocations": [{ "fullyQualifiedName": "a", "kind": "resource" }],
                }],
            }],
        }],
    })
}

#[test]
fn the_check_of_sarif_detects_what_the_schema_does_not_allow() {
    read(&document().to_string()).unwrap();
    let run = "/runs/0";
    let result = "/runs/0/results/0";
    let place = "/runs/0/results/0/locations/0/physicalLocation";
    for (at, key, value) in [
        ("", "version", json!("2.0.0")),
        ("", "unknown", json!(1)),
        ("", "$schema", json!("https://example.com/x.json")),
        (run, "columnKind", json!("bytes")),
        (run, "language", json!("english")),
        (run, "taxonomy", json!([])),
        ("/runs/0/invocations/0", "endTimeUtc", json!("yesterday")),
        ("/runs/0/invocations/0", "executionSuccessful", json!("true")),
        ("/runs/0/tool/driver", "semanticVersion", json!("1")),
        ("/runs/0/tool/driver/rules/1", "id", json!("expired")),
        ("/runs/0/tool/driver/rules/0", "shortDescription", json!("text")),
        (result, "level", json!("fatal")),
        (result, "ruleIndex", json!(1)),
        (result, "ruleIndex", json!(-2)),
        (result, "message", json!({ "markdown": "x" })),
        (result, "rank", json!(null)),
        (place, "artifactLocation", json!({ "uri": "a b.pem" })),
        (place, "artifactLocation", json!({ "uri": "a%2.pem" })),
        (place, "region", json!({ "startLine": 0 })),
        ("/runs/0/results/0/locations/0", "physicalLocation", json!(null)),
    ] {
        let mut changed = document();
        changed.pointer_mut(at).unwrap()[key] = value.clone();
        assert!(read(&changed.to_string()).is_err(), "{at}/{key}: {value}");
    }
    for (at, key) in [
        ("", "runs"),
        (run, "tool"),
        ("/runs/0/tool/driver", "name"),
        ("/runs/0/tool/driver/rules/0", "id"),
        ("/runs/0/invocations/0", "executionSuccessful"),
        (result, "message"),
        (place, "artifactLocation"),
    ] {
        let mut changed = document();
        let removed = changed.pointer_mut(at).unwrap().as_object_mut().unwrap().remove(key);
        assert!(removed.is_some());
        assert!(read(&changed.to_string()).is_err(), "{at}/{key}");
    }
}
