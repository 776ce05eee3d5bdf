//! Writes the files of the pool: the certificates by subject, and the heads with the data that a
//! verdict needs.
//!
//! An intermediate leads to a root if its issuer has the name, and its signature verifies with the
//! key, of the root (directly) or of another intermediate that leads there. The readers in
//! `src/trust/pool` describe the formats.

use std::collections::{BTreeMap, BTreeSet};

use sslengine_doctor::trust::pool::tag::{KeyTag, NameTag, key_tag, name_tag};
use sslengine_doctor::trust::pool::{self, PoolFile, bucket, root_id};

use super::certificate::Certificate;
use super::list::{facts, stored_identifier};
use super::moved::{Moved, identifier};
use super::signature::signed_by;
use super::source::Source;
use super::{Problems, u8_of, u16_be};

/// The intermediates and who signed them.
pub struct Graph<'a> {
    nodes: Vec<Node<'a>>,
    roots: Vec<&'a Certificate>,
}

struct Node<'a> {
    certificate: &'a Certificate,
    /// Rows of the listed certificates whose key verifies the signature.
    anchors: BTreeSet<usize>,
    /// Indexes in `nodes` of the intermediates whose key verifies the signature.
    issuers: Vec<usize>,
}

/// The listed certificates to which an intermediate leads: the row of each, and whether directly.
type Leads = BTreeMap<usize, bool>;

/// The content of the pool: the roots that each name and key leads to, and the certificates by
/// shard.
pub struct Pool<'a> {
    entries: BTreeMap<(NameTag, KeyTag), Leads>,
    /// The available listed certificates, by row.
    roots: Vec<&'a Certificate>,
    /// The intermediates that lead to a root, and all available listed certificates, so that a
    /// repair can add the root.
    certificates: Vec<&'a Certificate>,
}

impl<'a> Graph<'a> {
    /// Verifies every signature whose issuer name matches.
    pub fn new(source: &'a Source, roots: &[&'a Certificate]) -> Self {
        let mut anchors: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, root) in roots.iter().enumerate() {
            anchors.entry(root.subject.canonical()).or_default().push(row);
        }
        let mut intermediates: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, certificate) in source.intermediates.iter().enumerate() {
            intermediates
                .entry(certificate.subject.canonical())
                .or_default()
                .push(place);
        }
        let node = |(place, certificate): (usize, &'a Certificate)| {
            let issuer = certificate.issuer.canonical();
            let verifies = |issuer: Option<&Certificate>| issuer.is_some_and(|issuer| signed_by(certificate, issuer));
            let rows = anchors.get(issuer).into_iter().flatten().copied();
            let places = intermediates.get(issuer).into_iter().flatten().copied();
            Node {
                certificate,
                anchors: rows.filter(|row| verifies(roots.get(*row).copied())).collect(),
                issuers: places
                    .filter(|other| *other != place && verifies(source.intermediates.get(*other)))
                    .collect(),
            }
        };
        Self {
            nodes: source.intermediates.iter().enumerate().map(node).collect(),
            roots: roots.to_vec(),
        }
    }

    /// The roots that each intermediate leads to, by name and key, and remarks for the user.
    pub fn pool(&self) -> Result<(Pool<'a>, Vec<String>), Problems> {
        let mut notes = Vec::new();
        let (mut entries, mut certificates) = (BTreeMap::<_, Leads>::new(), Vec::new());
        let mut directly = 0;
        for (place, node) in self.nodes.iter().enumerate() {
            let mut leads: Leads = node.anchors.iter().map(|row| (*row, true)).collect();
            directly += usize::from(!leads.is_empty());
            for row in self.further(place) {
                leads.entry(row).or_insert(false);
            }
            let name = node.certificate.subject.rfc4514();
            if leads.is_empty() {
                notes.push(format!(
                    "skipped, leads to no listed certificate: {name} ({})",
                    node.certificate.sha256
                ));
                continue;
            }
            if node.certificate.basic_constraints.is_none_or(|(ca, _)| !ca) {
                notes.push(format!(
                    "skipped, is not a CA certificate: {name} ({})",
                    node.certificate.sha256
                ));
                continue;
            }
            let tags = (
                name_tag(node.certificate.subject.canonical()),
                key_tag(&identifier(node.certificate)?),
            );
            let entry = entries.entry(tags).or_default();
            for (row, direct) in leads {
                *entry.entry(row).or_default() |= direct;
            }
            certificates.push(node.certificate);
        }
        notes.push(format!(
            "{} intermediates lead to a listed certificate, {directly} directly",
            certificates.len()
        ));
        let listed: Vec<_> = self
            .roots
            .iter()
            .copied()
            .filter(|root| certificates.iter().all(|other| other.sha256 != root.sha256))
            .collect();
        notes.push(format!("{} listed certificates are in the pool", listed.len()));
        certificates.extend(listed);
        let pool = Pool {
            entries,
            roots: self.roots.clone(),
            certificates,
        };
        Ok((pool, notes))
    }

    /// The roots to which an intermediate leads: each with whether it signed it itself, and the
    /// last second at which every certificate below the root is valid.
    pub fn ends(&self, start: usize) -> Vec<(&'a Certificate, bool, i64)> {
        let mut best: BTreeMap<usize, i64> = BTreeMap::new();
        let mut found: BTreeMap<usize, (bool, i64)> = BTreeMap::new();
        let mut next = vec![(start, i64::MAX)];
        while let Some((place, until)) = next.pop() {
            let Some(node) = self.nodes.get(place) else { continue };
            let until = until.min(node.certificate.not_after);
            if best.get(&place).is_some_and(|known| *known >= until) {
                continue;
            }
            best.insert(place, until);
            for row in &node.anchors {
                let end = found.entry(*row).or_insert((false, i64::MIN));
                end.0 |= place == start;
                end.1 = end.1.max(until);
            }
            next.extend(node.issuers.iter().map(|issuer| (*issuer, until)));
        }
        let end = |(row, (direct, until)): (usize, (bool, i64))| Some((*self.roots.get(row)?, direct, until));
        found.into_iter().filter_map(end).collect()
    }

    /// The rows that are reachable through other intermediates.
    fn further(&self, start: usize) -> BTreeSet<usize> {
        let (mut rows, mut seen, mut next) = (BTreeSet::new(), BTreeSet::from([start]), vec![start]);
        while let Some(node) = next.pop().and_then(|place| self.nodes.get(place)) {
            for issuer in &node.issuers {
                if seen.insert(*issuer) {
                    next.push(*issuer);
                    rows.extend(self.nodes.get(*issuer).into_iter().flat_map(|node| &node.anchors));
                }
            }
        }
        rows
    }
}

impl Pool<'_> {
    /// All 256 heads for this release: path in the project and content.
    pub fn heads(&self, release: [u8; 8], moved: &Moved) -> Result<Vec<(String, Vec<u8>)>, Problems> {
        let ids: BTreeSet<_> = self.roots.iter().map(|root| root_id(&root.sha256)).collect();
        if ids.len() != self.roots.len() {
            return Err("two roots share the start of their SHA-256".to_owned().into());
        }
        let head = |number: u8| Ok((path(PoolFile::Head(number)), self.head(number, release, moved)?));
        (0..=u8::MAX).map(head).collect()
    }

    /// Whether a bucket has roots, or intermediates that lead to one.
    pub fn has(&self, number: u8) -> bool {
        let named = self.roots.iter().any(|root| bucket(root.subject.canonical()) == number);
        named || self.entries.keys().any(|(name, _)| name.starts_with(&[number]))
    }

    /// The head of a bucket.
    pub fn head(&self, number: u8, release: [u8; 8], moved: &Moved) -> Result<Vec<u8>, Problems> {
        let mut out = [pool::head::MAGIC, &release, &[number]].concat();
        {
            self.intermediates(number, &mut out)?;
            moved.encode(number, &mut out)?;
            let named = |root: &&&Certificate| bucket(root.subject.canonical()) == number;
            for root in self.roots.iter().filter(named) {
                out.extend(root_id(&root.sha256));
                facts(&mut out, root)?;
                for short in [stored_identifier(root), &root.serial] {
                    out.push(u8_of(short.len())?);
                    out.extend_from_slice(short);
                }
                out.extend(u16_be(root.spki.len())?);
                out.extend_from_slice(&root.spki);
            }
        }
        Ok(out)
    }

    /// Encodes the intermediates whose name tags begin with this byte.
    fn intermediates(&self, first: u8, out: &mut Vec<u8>) -> Result<(), Problems> {
        let entries = || self.entries.iter().filter(|((name, _), _)| name.starts_with(&[first]));
        out.push(u8_of(entries().count())?);
        for ((name, key), leads) in entries() {
            out.extend(name.iter().skip(1).chain(key));
            let direct = |is: bool| leads.iter().filter(move |(_, direct)| **direct == is);
            for is in [true, false] {
                out.push(u8_of(direct(is).count())?);
            }
            for (row, _) in direct(true).chain(direct(false)) {
                let root = self.roots.get(*row).ok_or_else(|| format!("no row {row}"))?;
                out.extend(root_id(&root.sha256));
            }
        }
        Ok(())
    }

    /// All 256 files of certificates: path in the project and content.
    pub fn certificates(&self) -> Result<Vec<(String, Vec<u8>)>, Problems> {
        let mut certificates = self.certificates.clone();
        certificates.sort_by_key(|certificate| certificate.sha256);
        let mut files: BTreeMap<u8, Vec<u8>> = (0..=u8::MAX).map(|number| (number, pool::MAGIC.to_vec())).collect();
        for certificate in certificates {
            let out = files.entry(bucket(certificate.subject.canonical())).or_default();
            out.extend(u16_be(certificate.der.len())?);
            out.extend_from_slice(&certificate.der);
        }
        let file = |(number, content)| (path(PoolFile::Certificates(number)), content);
        Ok(files.into_iter().map(file).collect())
    }
}

/// The path of a pool file in the project.
pub fn path(file: PoolFile) -> String {
    format!("static/{}", file.path())
}
