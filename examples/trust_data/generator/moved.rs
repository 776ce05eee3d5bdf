//! The CAs that issue under a root that not every client has, for the heads of the pool.
//!
//! `trust/moved-cas.json` names the CAs. Which other version of a certificate leads to which root
//! is found in the intermediates: a version of the root that another CA has signed, or a version of
//! an intermediate below it that the file names.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use sha1::{Digest as _, Sha1};
use sslengine_doctor::cert::Name;
use sslengine_doctor::trust::key;
use sslengine_doctor::trust::pool::root_id;
use sslengine_doctor::trust::pool::tag::{KeyTag, NameTag, key_tag, name_tag};

use super::certificate::Certificate;
use super::clients::Lists;
use super::pool::Graph;
use super::source::{Source, json, rows, text};
use super::{Problems, u8_of};

/// The file of these CAs.
pub const MOVED: &str = "moved-cas.json";

/// The CAs by the name and the key of their root.
#[derive(Default)]
pub struct Moved(BTreeMap<(NameTag, KeyTag), Ca>);

/// A CA and the versions to send instead, those that a root signed itself first.
struct Ca {
    name: String,
    acme: bool,
    versions: Vec<Version>,
}

/// Another version of a certificate, and where it leads.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Version {
    /// Whether other intermediates are between it and the root.
    indirect: bool,
    /// The last second of the shortest validity up to the root, negative to sort the longest first.
    until: Reverse<u32>,
    root: [u8; 4],
    root_name: String,
    subject: String,
    issuer: String,
}

impl Moved {
    /// Reads and checks the file in the folder `trust`.
    pub fn read(trust: &Path, source: &Source, lists: &Lists) -> Result<Self, Problems> {
        let file = json(&trust.join(MOVED))?;
        let roots: Vec<&Certificate> = source.roots.values().chain(lists.roots()).collect();
        let graph = Graph::new(source, &roots);
        let mut bad = Problems::default();
        let mut cas = BTreeMap::new();
        let mut named = BTreeSet::new();
        for row in rows(&file, "/cas") {
            let subject = text(row, "/subject").unwrap_or_default();
            named.insert(subject.to_owned());
            let all = roots.iter().copied().chain(&source.intermediates);
            let Some(root) = all.clone().find(|one| one.subject.rfc4514() == subject) else {
                bad.0.push(format!("{MOVED}: no certificate has the name {subject}"));
                continue;
            };
            let versions = versions(root, text(row, "/intermediate"), source, &graph)?;
            if versions.is_empty() {
                bad.0
                    .push(format!("{MOVED}: {subject}: no cross-signed version was found"));
            }
            let (Some(ca), Some(acme)) = (text(row, "/ca"), row.get("acme").and_then(Value::as_bool)) else {
                bad.0.push(format!("{MOVED}: {subject}: ca or acme is missing"));
                continue;
            };
            let tags = (name_tag(root.subject.canonical()), key_tag(&identifier(root)?));
            let name = ca.to_owned();
            if cas.insert(tags, Ca { name, acme, versions }).is_some() {
                bad.0.push(format!("{MOVED}: {subject} is there twice"));
            }
        }
        for root in lists.missing_somewhere(source) {
            let subject = root.subject.rfc4514();
            if !named.contains(&subject) && !versions(root, None, source, &graph)?.is_empty() {
                bad.0.push(format!(
                    "{MOVED}: add a row for {subject}: some client lacks it, and another CA has signed it"
                ));
            }
        }
        bad.or(Self(cas))
    }

    /// One line about what was read.
    pub fn summary(&self) -> String {
        let versions: usize = self.0.values().map(|ca| ca.versions.len()).sum();
        format!(
            "{} roots that not every client has, {versions} ways from them to other roots",
            self.0.len()
        )
    }

    /// Encodes the CAs of a bucket.
    pub fn encode(&self, bucket: u8, out: &mut Vec<u8>) -> Result<(), Problems> {
        let cas = || self.0.iter().filter(|((name, _), _)| name.starts_with(&[bucket]));
        out.push(u8_of(cas().count())?);
        for ((name, key), ca) in cas() {
            out.extend(name.iter().skip(1).chain(key));
            short(out, &ca.name)?;
            out.push(u8::from(ca.acme));
            out.push(u8_of(ca.versions.len())?);
            for version in &ca.versions {
                out.extend(version.root);
                out.extend(version.until.0.to_be_bytes());
                for text in [&version.subject, &version.issuer, &version.root_name] {
                    short(out, text)?;
                }
            }
        }
        Ok(())
    }
}

fn short(out: &mut Vec<u8>, text: &str) -> Result<(), Problems> {
    out.push(u8_of(text.len())?);
    out.extend_from_slice(text.as_bytes());
    Ok(())
}

/// The versions, that another CA has signed, of a root or of a named intermediate below it, by the
/// root of a list to which they lead.
fn versions(
    root: &Certificate,
    intermediate: Option<&str>,
    source: &Source,
    graph: &Graph<'_>,
) -> Result<Vec<Version>, Problems> {
    let mut found: BTreeMap<[u8; 4], Version> = BTreeMap::new();
    for (place, certificate) in source.intermediates.iter().enumerate() {
        let is_ca = certificate.basic_constraints.is_some_and(|(ca, _)| ca);
        let is_version = match intermediate {
            Some(name) => certificate.subject.rfc4514() == name,
            None => certificate.same_name_and_key(root),
        };
        if !is_ca || !is_version || certificate.issuer == root.subject {
            continue;
        }
        for (end, direct, until) in graph.ends(place) {
            if end.same_name_and_key(root) {
                continue;
            }
            let until = u32::try_from(until).map_err(|_| format!("{}: a date is out of range", end.sha256))?;
            let version = Version {
                indirect: !direct,
                until: Reverse(until),
                root: root_id(&end.sha256),
                root_name: common_name(&end.subject),
                subject: certificate.subject.label(),
                issuer: certificate.issuer.label(),
            };
            let best = found.entry(version.root).or_insert_with(|| version.clone());
            if version < *best {
                *best = version;
            }
        }
    }
    let mut found: Vec<Version> = found.into_values().collect();
    found.sort();
    Ok(found)
}

/// The name that ACME clients compare with `--preferred-chain`: the common name, or what a person
/// would call it.
fn common_name(name: &Name) -> String {
    name.common_names().next().map_or_else(|| name.label(), str::to_owned)
}

/// The key identifier of a certificate; without one, that of its key.
pub fn identifier(certificate: &Certificate) -> Result<Vec<u8>, Problems> {
    if let Some(identifier) = &certificate.key_identifier {
        return Ok(identifier.clone());
    }
    let bits = key::key_bits(&certificate.spki);
    let bits = bits.ok_or_else(|| format!("{}: the key cannot be read", certificate.subject.rfc4514()))?;
    Ok(Sha1::digest(bits).to_vec())
}
