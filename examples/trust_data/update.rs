//! Imports a newer version of AWS's list into `trust/`.
//!
//! Input: AWS's page as HTML, as Markdown or as copied text, and certificates to search for the new
//! entries. Output: a rewritten `aws-list.json`, `roots/` with the available certificates of the
//! list, and the other files without certificates that are listed now. A certificate is used only
//! if its SHA-256, and the SHA-1 if the list has one, match. A list with an unreadable line changes
//! nothing. A list with the same entries only changes the date on which it was seen unchanged.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sslengine_doctor::cert::{Fingerprint, Sha1Fingerprint};
use sslengine_doctor::trust::{AwsList, parse_hex};

use super::generator::pem;
use super::generator::source::{
    EQUIVALENTS, INTERMEDIATES, LIST, NOT_LISTED, ROOTS, file_name, is_date, json as read, rows, text,
};

/// Rewrites `trust/` in `project` for the list in the file `list`, published on the date `version`.
pub fn update(project: &Path, list: &str, version: &str, bundles: &[&str]) -> Result<(), Box<dyn Error>> {
    if !is_date(version) {
        return Err(format!("--version {version}: this is not a date, YYYY-MM-DD").into());
    }
    let folder = project.join("trust");
    let list = AwsList::parse(&String::from_utf8_lossy(&fs::read(list)?));
    if !list.is_sound() {
        let problems: Vec<String> = list
            .problems
            .iter()
            .map(|problem| format!("line {}: {:?}", problem.line, problem.kind))
            .collect();
        return Err(format!(
            "{} entries read, nothing changed\n{}",
            list.entries.len(),
            problems.join("\n")
        )
        .into());
    }
    let old = read(&folder.join(LIST))?;
    if same_entries(&old, &list) {
        return record_unchanged(&folder.join(LIST), old, version);
    }
    let old_sha1 = sha1_by_sha256(&old);
    let mut listed: BTreeMap<Fingerprint, Option<Sha1Fingerprint>> = BTreeMap::new();
    for entry in &list.entries {
        let sha1 = listed.entry(entry.sha256).or_default();
        *sha1 = sha1.or(entry.sha1).or(old_sha1.get(&entry.sha256).copied());
    }

    let candidates = candidates(&folder, bundles)?;
    let mut lacking = Vec::new();
    for (sha256, sha1) in &listed {
        match candidates.get(sha256) {
            Some(der) if sha1.is_none_or(|sha1| sha1 == Sha1Fingerprint::of(der)) => {
                fs::write(folder.join(ROOTS).join(file_name(sha256)), der)?;
            }
            _ => lacking.push(*sha256),
        }
    }
    let is_listed = |sha256: &str| parse_hex(sha256).is_some_and(|sha256| listed.contains_key(&Fingerprint(sha256)));
    for entry in fs::read_dir(folder.join(ROOTS))? {
        let path = entry?.path();
        if !path.file_stem().is_some_and(|name| is_listed(&name.to_string_lossy())) {
            fs::remove_file(path)?;
        }
    }
    retain(&folder.join(EQUIVALENTS), "/equivalents", |row| {
        if let Some(pairs) = row.pointer_mut("/sameKeyAsListed").and_then(Value::as_array_mut) {
            pairs.retain(|pair| text(pair, "/sha256").is_some_and(is_listed));
        }
        rows(row, "/sameKeyAsListed").len() > 0 && !text(row, "/sha256").is_some_and(is_listed)
    })?;
    retain(&folder.join(NOT_LISTED), "/roots", |row| {
        !text(row, "/sha256").is_some_and(is_listed)
    })?;

    let aliases = |of: &dyn Fn(&Fingerprint) -> bool| -> Vec<&str> {
        list.entries
            .iter()
            .filter(|entry| of(&entry.sha256))
            .map(|entry| entry.alias.as_str())
            .collect()
    };
    let added = aliases(&|sha256| !old_sha1.contains_key(sha256));
    let without = aliases(&|sha256| lacking.contains(sha256));
    let removed: Vec<&str> = rows(&old, "/certificateAuthorities")
        .filter(|row| !text(row, "/sha256").is_some_and(is_listed))
        .filter_map(|row| text(row, "/alias"))
        .collect();
    println!("added: {added:?}\nremoved: {removed:?}\nwithout a certificate: {without:?}");

    let mut history = old
        .pointer("/metadata/history")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    history.push(json!({ "editionDate": version, "added": added, "removed": removed }));
    let sha1: std::collections::BTreeSet<_> = listed.values().flatten().collect();
    let entries = list.entries.iter().map(|entry| {
        let sha1 = listed.get(&entry.sha256).copied().flatten();
        let mut row = json!({ "alias": entry.alias, "sha256": entry.sha256.to_string() });
        if let (Some(sha1), Some(row)) = (sha1, row.as_object_mut()) {
            row.insert("sha1".to_owned(), json!(sha1.to_string()));
        }
        row
    });
    let new = json!({
        "metadata": {
            "title": old.pointer("/metadata/title"),
            "canonicalPage": old.pointer("/metadata/canonicalPage"),
            "edition": "read from AWS's page",
            "editionDate": version,
            "lastKnownUnchanged": version,
            "counts": { "aliases": list.entries.len(), "uniqueSha256": listed.len(), "uniqueSha1": sha1.len() },
            "history": history,
        },
        "certificateAuthorities": entries.collect::<Vec<_>>(),
    });
    write(&folder.join(LIST), &new)
}

/// Whether the list has the same aliases and fingerprints in the same order.
fn same_entries(old: &Value, list: &AwsList) -> bool {
    let hash = |row: &Value, name: &str| text(row, name).map(str::to_ascii_lowercase);
    let lower = |hash: String| hash.to_ascii_lowercase();
    rows(old, "/certificateAuthorities")
        .map(|row| {
            (
                text(row, "/alias").map(str::to_owned),
                hash(row, "/sha1"),
                hash(row, "/sha256"),
            )
        })
        .eq(list.entries.iter().map(|entry| {
            let sha1 = entry.sha1.map(|sha1| lower(sha1.to_string()));
            (Some(entry.alias.clone()), sha1, Some(lower(entry.sha256.to_string())))
        }))
}

/// Records that AWS's page was unchanged on the date `day`, unless a later date is recorded.
fn record_unchanged(path: &Path, mut list: Value, day: &str) -> Result<(), Box<dyn Error>> {
    let recorded = ["/metadata/lastKnownUnchanged", "/metadata/editionDate"]
        .iter()
        .filter_map(|name| text(&list, name))
        .max()
        .unwrap_or_default()
        .to_owned();
    println!(
        "unchanged: the {} entries are those of the recorded list",
        rows(&list, "/certificateAuthorities").count()
    );
    if let Some(metadata) = list.pointer_mut("/metadata").filter(|_| day > recorded.as_str()) {
        metadata["lastKnownUnchanged"] = json!(day);
        metadata["notConfirmed"] = json!(format!(
            "An unchanged page does not prove that the service's truststore is unchanged. Changes after {day} are unknown."
        ));
    }
    write(path, &list)
}

fn sha1_by_sha256(list: &Value) -> BTreeMap<Fingerprint, Sha1Fingerprint> {
    rows(list, "/certificateAuthorities")
        .filter_map(|row| {
            let sha256 = text(row, "/sha256").and_then(parse_hex)?;
            let sha1 = text(row, "/sha1").and_then(parse_hex)?;
            Some((Fingerprint(sha256), Sha1Fingerprint(sha1)))
        })
        .collect()
}

/// All available certificates by SHA-256: those in `trust/`, and those in the given files and
/// folders (PEM or DER).
fn candidates(folder: &Path, bundles: &[&str]) -> Result<BTreeMap<Fingerprint, Vec<u8>>, Box<dyn Error>> {
    let mut paths = vec![folder.join(ROOTS), folder.join(INTERMEDIATES)];
    paths.extend(bundles.iter().map(PathBuf::from));
    let mut found = BTreeMap::new();
    for row in rows(&read(&folder.join(EQUIVALENTS))?, "/equivalents") {
        for block in pem::blocks(text(row, "/pem").unwrap_or_default())? {
            found.insert(Fingerprint::of(&block.der), block.der);
        }
    }
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(&path)? {
                paths.push(entry?.path());
            }
            continue;
        }
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let content = String::from_utf8_lossy(&bytes);
        if content.contains("-----BEGIN CERTIFICATE-----") {
            for block in pem::blocks(&content).map_err(|error| format!("{}: {error}", path.display()))? {
                found.insert(Fingerprint::of(&block.der), block.der);
            }
        } else {
            found.insert(Fingerprint::of(&bytes), bytes);
        }
    }
    Ok(found)
}

/// Keeps the rows of an array in a JSON file for which `keep` returns true, and updates the file's
/// count.
fn retain(path: &Path, pointer: &str, mut keep: impl FnMut(&mut Value) -> bool) -> Result<(), Box<dyn Error>> {
    let mut file = read(path)?;
    let Some(array) = file.pointer_mut(pointer).and_then(Value::as_array_mut) else {
        return Ok(());
    };
    array.retain_mut(|row| keep(row));
    let count = array.len();
    if let Some(stated) = file.get_mut("count") {
        *stated = json!(count);
    }
    write(path, &file)
}

fn write(path: &Path, value: &Value) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(path, serde_json::to_string_pretty(value)? + "\n")?)
}
