//! `--format sarif`: SARIF 2.1.0, for code scanning.
//!
//! A result's rule is the code of its finding. Its place is the file with the line of the
//! certificate, or the server's line in a list. A server of `--connect` has no file, so its results
//! only have a logical location.

use std::collections::BTreeMap;

use serde::Serialize;

use super::arguments::NAME;
use super::checked::{Checked, Level, Problem};
use crate::cert::UnixTime;
use crate::i18n::Locale;
use crate::report::FindingKind;
use crate::visible::visible;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'a str,
    version: &'a str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool<'a>,
    language: &'a str,
    column_kind: &'a str,
    invocations: [Invocation; 1],
    results: Vec<Found<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    end_time_utc: String,
}

#[derive(Serialize)]
struct Tool<'a> {
    driver: Driver<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver<'a> {
    name: &'a str,
    version: &'a str,
    semantic_version: &'a str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'a str,
    message: Message,
    locations: Vec<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    physical_location: Option<Physical>,
    logical_locations: [Logical; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical {
    fully_qualified_name: String,
    kind: &'static str,
}

/// The whole document, with a line feed at the end.
pub(super) fn document(checked: &[Checked], at: UnixTime, locale: Locale) -> String {
    let all = || {
        let cases = checked
            .iter()
            .flat_map(|one| one.cases.iter().map(move |case| (one, case)));
        cases.flat_map(|(one, case)| case.problems.iter().map(move |problem| (one, case, problem)))
    };
    let mut rules: BTreeMap<&str, &str> = BTreeMap::new();
    for (_, case, problem) in all() {
        rules.entry(&problem.code).or_insert(&case.name);
    }
    let place = |code: &str| rules.keys().position(|other| *other == code).unwrap_or_default();
    let results = all().map(|(one, _, problem)| Found {
        rule_id: &problem.code,
        rule_index: place(&problem.code),
        level: match problem.level {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        },
        message: Message {
            text: visible(&[&one.name, ": ", &problem.message].concat()),
        },
        locations: vec![location(one, problem)],
    });
    let version = env!("CARGO_PKG_VERSION");
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: NAME,
                    version,
                    semantic_version: version,
                    rules: rules.iter().map(|(code, case)| rule(code, case)).collect(),
                },
            },
            language: locale.tag(),
            column_kind: "unicodeCodePoints",
            invocations: [Invocation {
                execution_successful: true,
                end_time_utc: at.to_string(),
            }],
            results: results.collect(),
        }],
    };
    super::pretty(&log) + "\n"
}

/// A rule is named after the requirement that it belongs to, and its own code.
fn rule<'a>(code: &'a str, case: &str) -> Rule<'a> {
    let known = FindingKind::ALL.iter().any(|kind| kind.code == code);
    let text = if known {
        [case, ": ", code].concat()
    } else {
        case.to_owned()
    };
    Rule {
        id: code,
        short_description: Message { text },
    }
}

fn location(one: &Checked, problem: &Problem) -> Location {
    let physical = one.file.as_ref().map(|file| Physical {
        artifact_location: Artifact { uri: uri(file) },
        region: Region {
            start_line: problem.line.or(one.line).unwrap_or(1).max(1),
        },
    });
    Location {
        physical_location: physical,
        logical_locations: [Logical {
            fully_qualified_name: visible(&one.name),
            kind: "resource",
        }],
    }
}

/// A path as a URI reference (RFC 3986): `/` between folders, other characters percent-encoded. An
/// absolute path becomes a `file` URI.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let path = path.strip_prefix("./").unwrap_or(&path);
    let mut out = String::new();
    if path.starts_with('/') {
        out.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        out.push_str("file:///");
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uri_references() {
        for (path, wanted) in [
            ("certs/a b.pem", "certs/a%20b.pem"),
            ("./x.pem", "x.pem"),
            ("/etc/x.pem", "file:///etc/x.pem"),
            ("C:\\x\\y.pem", "file:///C%3A/x/y.pem"),
            ("\u{e9}.pem", "%C3%A9.pem"),
        ] {
            assert_eq!(uri(path), wanted, "{path}");
        }
    }
}
