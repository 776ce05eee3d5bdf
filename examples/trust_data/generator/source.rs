//! Reads and checks the source data in `trust/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;
use sslengine_doctor::cert::{Fingerprint, Sha1Fingerprint, UnixTime};
use sslengine_doctor::trust::parse_hex;

use super::certificate::Certificate;
use super::{Problems, pem};

/// The file of AWS's list.
pub const LIST: &str = "aws-list.json";
/// The folder of the listed certificates, `<sha256>.der`.
pub const ROOTS: &str = "roots";
/// The file of certificates with the name and key of a listed one.
pub const EQUIVALENTS: &str = "equivalents.json";
/// The file of roots that are in Mozilla's current store but not on the list.
pub const NOT_LISTED: &str = "mozilla-2026-not-listed.json";
/// The file of intermediates.
pub const INTERMEDIATES: &str = "intermediates.pem";

/// One certificate of the list.
pub struct Listed {
    pub aliases: Vec<String>,
    /// `None` if this version of the list has only SHA-256.
    pub sha1: Option<Sha1Fingerprint>,
}

/// Everything in `trust/`.
pub struct Source {
    pub edition: String,
    /// The last day on which AWS's page was seen unchanged.
    pub unchanged_on: String,
    pub listed: BTreeMap<Fingerprint, Listed>,
    pub roots: BTreeMap<Fingerprint, Certificate>,
    pub equivalents: Vec<Certificate>,
    pub intermediates: Vec<Certificate>,
}

impl Source {
    /// Reads and checks a `trust/` folder.
    pub fn read(folder: &Path) -> Result<Self, Problems> {
        let mut bad = Problems::default();
        let list = json(&folder.join(LIST))?;
        let edition = text(&list, "/metadata/editionDate").unwrap_or_default().to_owned();
        let unchanged_on = text(&list, "/metadata/lastKnownUnchanged")
            .unwrap_or(&edition)
            .to_owned();
        for (name, date) in [("editionDate", &edition), ("lastKnownUnchanged", &unchanged_on)] {
            if !is_date(date) {
                bad.0.push(format!("{LIST}: {name} is not a date"));
            }
        }
        let listed = read_list(&list, &mut bad);
        let roots = read_roots(&folder.join(ROOTS), &listed, &mut bad)?;
        let equivalents = read_equivalents(&json(&folder.join(EQUIVALENTS))?, &listed, &roots, &mut bad);
        for row in rows(&json(&folder.join(NOT_LISTED))?, "/roots") {
            let sha256 = text(row, "/sha256").unwrap_or_default();
            match parse_hex(sha256).map(Fingerprint) {
                Some(sha256) if !listed.contains_key(&sha256) => {}
                _ => bad.0.push(format!(
                    "{NOT_LISTED}: {sha256} is not a fingerprint, or is on the list"
                )),
            }
        }
        let intermediates = read_intermediates(&read_text(&folder.join(INTERMEDIATES))?, &mut bad);
        bad.or(Self {
            edition,
            unchanged_on,
            listed,
            roots,
            equivalents,
            intermediates,
        })
    }

    /// One line about what was read.
    pub fn summary(&self) -> String {
        let aliases: usize = self.listed.values().map(|listed| listed.aliases.len()).sum();
        format!(
            "version {}: {aliases} aliases, {} certificates, {} of them available; {} equivalents, {} intermediates",
            self.edition,
            self.listed.len(),
            self.roots.len(),
            self.equivalents.len(),
            self.intermediates.len()
        )
    }
}

/// Reads the list: aliases are unique, fingerprints well formed, each SHA-256 has one SHA-1, and
/// the counts match.
fn read_list(list: &Value, bad: &mut Problems) -> BTreeMap<Fingerprint, Listed> {
    let mut listed: BTreeMap<Fingerprint, Listed> = BTreeMap::new();
    let mut aliases = BTreeSet::new();
    for row in rows(list, "/certificateAuthorities") {
        let alias = text(row, "/alias").unwrap_or_default();
        if alias.is_empty() || alias.contains('\n') || !aliases.insert(alias) {
            bad.0.push(format!("{LIST}: alias {alias:?} is empty or a duplicate"));
        }
        let sha1 = text(row, "/sha1").map(parse_hex);
        let sha256 = text(row, "/sha256").and_then(parse_hex);
        let (Some(sha256), false) = (sha256.map(Fingerprint), sha1 == Some(None)) else {
            bad.0
                .push(format!("{LIST}: {alias}: a fingerprint is missing or malformed"));
            continue;
        };
        let sha1 = sha1.flatten().map(Sha1Fingerprint);
        let entry = listed.entry(sha256).or_insert(Listed {
            aliases: Vec::new(),
            sha1,
        });
        if entry.sha1 != sha1 {
            bad.0.push(format!("{LIST}: {alias}: two SHA-1 values for one SHA-256"));
        }
        entry.aliases.push(alias.to_owned());
    }
    let sha1: BTreeSet<_> = listed.values().filter_map(|listed| listed.sha1).collect();
    let counts = [
        ("aliases", aliases.len()),
        ("uniqueSha256", listed.len()),
        ("uniqueSha1", sha1.len()),
    ];
    for (what, count) in counts {
        let stated = list
            .pointer(&format!("/metadata/counts/{what}"))
            .and_then(Value::as_u64);
        if stated.and_then(|stated| usize::try_from(stated).ok()) != Some(count) {
            bad.0.push(format!(
                "{LIST}: metadata.counts.{what} is {stated:?}, but the count is {count}"
            ));
        }
    }
    listed
}

/// Reads the certificates: each file has one DER certificate, is named by its SHA-256, and matches
/// both listed hashes.
fn read_roots(
    folder: &Path,
    listed: &BTreeMap<Fingerprint, Listed>,
    bad: &mut Problems,
) -> Result<BTreeMap<Fingerprint, Certificate>, Problems> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut roots = BTreeMap::new();
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let der = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
        let certificate = match Certificate::read(&der) {
            Ok(certificate) => certificate,
            Err(error) => {
                bad.0.push(format!("{ROOTS}/{name}: {error}"));
                continue;
            }
        };
        if name != file_name(&certificate.sha256) {
            bad.0
                .push(format!("{ROOTS}/{name}: the content hashes to {}", certificate.sha256));
        }
        match listed.get(&certificate.sha256) {
            None => bad.0.push(format!("{ROOTS}/{name}: not on the list")),
            Some(entry) if entry.sha1.is_some_and(|sha1| sha1 != certificate.sha1) => {
                bad.0.push(format!("{ROOTS}/{name}: the SHA-1 is not the listed one"));
            }
            Some(_) => {
                roots.insert(certificate.sha256, certificate);
            }
        }
    }
    Ok(roots)
}

/// The file name of a listed certificate.
pub fn file_name(sha256: &Fingerprint) -> String {
    format!("{}.der", sha256.to_string().replace(':', "").to_lowercase())
}

/// Reads the equivalents: hashes match, not on the list, same name and key as each listed
/// certificate of the pair.
fn read_equivalents(
    file: &Value,
    listed: &BTreeMap<Fingerprint, Listed>,
    roots: &BTreeMap<Fingerprint, Certificate>,
    bad: &mut Problems,
) -> Vec<Certificate> {
    let mut equivalents = Vec::new();
    for row in rows(file, "/equivalents") {
        let stated = text(row, "/sha256").unwrap_or_default();
        let block = text(row, "/pem")
            .and_then(|pem| pem::blocks(pem).ok())
            .and_then(|blocks| blocks.into_iter().next());
        let Some(certificate) = block.and_then(|block| Certificate::read(&block.der).ok()) else {
            bad.0.push(format!("{EQUIVALENTS}: {stated}: not a certificate"));
            continue;
        };
        let sha1 = text(row, "/sha1").and_then(parse_hex).map(Sha1Fingerprint);
        if parse_hex(stated).map(Fingerprint) != Some(certificate.sha256) || sha1 != Some(certificate.sha1) {
            bad.0.push(format!(
                "{EQUIVALENTS}: {stated}: the certificate does not hash to the stated values"
            ));
        }
        if listed.contains_key(&certificate.sha256) {
            bad.0.push(format!("{EQUIVALENTS}: {stated}: is on the list"));
        }
        let mut pairs = rows(row, "/sameKeyAsListed").peekable();
        if pairs.peek().is_none() {
            bad.0.push(format!("{EQUIVALENTS}: {stated}: has no listed pair"));
        }
        for pair in pairs {
            let other = text(pair, "/sha256")
                .and_then(parse_hex)
                .and_then(|sha256| roots.get(&Fingerprint(sha256)));
            if !other.is_some_and(|other| other.same_name_and_key(&certificate)) {
                bad.0.push(format!(
                    "{EQUIVALENTS}: {stated}: name or key is not that of its listed certificate"
                ));
            }
        }
        equivalents.push(certificate);
    }
    equivalents
}

/// Reads the intermediates: each matches the SHA-256 above it and occurs once.
fn read_intermediates(file: &str, bad: &mut Problems) -> Vec<Certificate> {
    let blocks = pem::blocks(file).unwrap_or_else(|error| {
        bad.0.push(format!("{INTERMEDIATES}: {error}"));
        Vec::new()
    });
    let mut seen = BTreeSet::new();
    let mut intermediates = Vec::new();
    for block in blocks {
        let stated = block
            .above
            .rsplit_once("sha256=")
            .map_or("", |(_, stated)| stated.trim());
        match Certificate::read(&block.der) {
            Ok(certificate) if parse_hex(stated).map(Fingerprint) == Some(certificate.sha256) => {
                if seen.insert(certificate.sha256) {
                    intermediates.push(certificate);
                } else {
                    bad.0.push(format!("{INTERMEDIATES}: {stated}: duplicate"));
                }
            }
            Ok(_) => bad.0.push(format!(
                "{INTERMEDIATES}: {stated}: the certificate hashes to another value"
            )),
            Err(error) => bad.0.push(format!("{INTERMEDIATES}: {stated}: {error}")),
        }
    }
    intermediates
}

/// Reads a text file.
pub fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Reads a JSON file.
pub fn json(path: &Path) -> Result<Value, String> {
    serde_json::from_str(&read_text(path)?).map_err(|error| format!("{}: {error}", path.display()))
}

/// The rows of an array in a JSON document; empty if there is no array.
pub fn rows<'a>(value: &'a Value, pointer: &str) -> std::slice::Iter<'a, Value> {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice)
        .iter()
}

/// A text in a JSON document.
pub fn text<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// Whether this is `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.split('-').map(str::len).eq([4, 2, 2])
        && UnixTime::parse_rfc3339(&format!("{text}T00:00:00Z")).is_ok()
}
