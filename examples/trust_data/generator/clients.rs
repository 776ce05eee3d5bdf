//! Generates the lists of the clients other than API Gateway, and the part of the pool that only
//! they need: `clients.bin`, the `.more` files, and `src/trust/pool/more.rs`. Their readers
//! describe the formats.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use sslengine_doctor::cert::Fingerprint;
use sslengine_doctor::trust::client::lists::MAGIC;
use sslengine_doctor::trust::parse_hex;
use sslengine_doctor::trust::pool::{self, PoolFile, bucket, root_id, tag};

use super::certificate::Certificate;
use super::list::Table;
use super::moved::Moved;
use super::pool::{Graph, path};
use super::source::{Source, file_name, read_text};
use super::{Problems, u8_of, u16_be};

/// The folder of the lists, `<name>.txt`: a fingerprint in each line, and its alias if it has one.
pub const LISTS: &str = "clients";
/// The folder of the certificates that are on these lists only, `<sha256>.der`.
pub const ROOTS: &str = "client-roots";

/// The lists of the clients.
pub struct Lists {
    /// By name, the fingerprints.
    lists: BTreeMap<String, BTreeSet<Fingerprint>>,
    /// The certificates that are not on AWS's list.
    roots: BTreeMap<Fingerprint, Certificate>,
    /// The aliases of certificates that are not available.
    unavailable: BTreeMap<Fingerprint, String>,
}

impl Lists {
    /// Reads and checks both folders in `trust`.
    pub fn read(trust: &Path, source: &Source) -> Result<Self, Problems> {
        let mut bad = Problems::default();
        let mut roots = BTreeMap::new();
        for path in files(&trust.join(ROOTS))? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let der = fs::read(&path).map_err(|error| format!("{name}: {error}"))?;
            let certificate = Certificate::read(&der).map_err(|error| format!("{ROOTS}/{name}: {error}"))?;
            if name != file_name(&certificate.sha256) || source.listed.contains_key(&certificate.sha256) {
                bad.0.push(format!("{ROOTS}/{name}: the hash differs, or AWS lists it"));
            }
            roots.insert(certificate.sha256, certificate);
        }
        let (mut lists, mut unavailable) = (BTreeMap::new(), BTreeMap::new());
        for path in files(&trust.join(LISTS))? {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut list = BTreeSet::new();
            for line in read_text(&path)?.lines().filter(|line| !line.starts_with('#')) {
                let (hex, alias) = line.split_once(' ').unwrap_or((line, ""));
                let Some(sha256) = parse_hex(hex).map(Fingerprint) else {
                    bad.0.push(format!("{LISTS}/{name}: {hex} is not a SHA-256"));
                    continue;
                };
                let available = source.roots.contains_key(&sha256) || roots.contains_key(&sha256);
                if !list.insert(sha256) || (!available && alias.is_empty()) {
                    bad.0.push(format!(
                        "{LISTS}/{name}: {hex} is there twice, or has neither file nor alias"
                    ));
                }
                if !available {
                    unavailable.insert(sha256, alias.to_owned());
                }
            }
            lists.insert(name, list);
        }
        for sha256 in roots
            .keys()
            .filter(|one| !lists.values().any(|list| list.contains(*one)))
        {
            bad.0.push(format!("{ROOTS}: {sha256} is on no list"));
        }
        bad.or(Self {
            lists,
            roots,
            unavailable,
        })
    }

    /// The certificates that are not on AWS's list.
    pub fn roots(&self) -> impl Iterator<Item = &Certificate> {
        self.roots.values()
    }

    /// The roots of Mozilla's newest store that AWS's list or another list lacks.
    pub fn missing_somewhere<'s>(&'s self, source: &'s Source) -> impl Iterator<Item = &'s Certificate> {
        let newest = self.lists.iter().rfind(|(name, _)| name.starts_with("mozilla-"));
        let lacking = |sha256: &&Fingerprint| {
            !source.listed.contains_key(*sha256) || self.lists.values().any(|list| !list.contains(*sha256))
        };
        let named = newest.into_iter().flat_map(|(_, list)| list).filter(lacking);
        named.filter_map(|sha256| self.roots.get(sha256).or_else(|| source.roots.get(sha256)))
    }

    /// One line about what was read.
    pub fn summary(&self) -> String {
        format!(
            "{} lists of other clients; {} certificates only on them, {} more without a certificate",
            self.lists.len(),
            self.roots.len(),
            self.unavailable.len()
        )
    }

    /// The generated files: path in the project and content.
    pub fn files(
        &self,
        source: &Source,
        aws: &Table<'_>,
        release: [u8; 8],
    ) -> Result<BTreeMap<String, Vec<u8>>, Problems> {
        let mut roots: Vec<&Certificate> = self.roots.values().collect();
        roots.sort_by_key(|root| (root.spki.len(), root.subject.der(), root.sha256));
        let ids: BTreeSet<_> = roots
            .iter()
            .chain(&aws.rows)
            .map(|root| root_id(&root.sha256))
            .collect();
        if ids.len() != roots.len() + aws.rows.len() {
            return Err("two roots share the start of their SHA-256".to_owned().into());
        }
        let (more, _) = Graph::new(source, &roots).pool()?;
        let buckets: Vec<u8> = (0..=u8::MAX).filter(|number| more.has(*number)).collect();
        let mut files = BTreeMap::new();
        for number in &buckets {
            files.insert(
                path(PoolFile::MoreHead(*number)),
                more.head(*number, release, &Moved::default())?,
            );
        }
        let mut with_roots: Vec<u8> = Vec::new();
        for number in &buckets {
            let named = self
                .roots
                .values()
                .filter(|root| bucket(root.subject.canonical()) == *number);
            if named.clone().next().is_none() {
                continue;
            }
            with_roots.push(*number);
            let mut certificates = pool::MAGIC.to_vec();
            for root in named {
                certificates.extend(u16_be(root.der.len())?);
                certificates.extend_from_slice(&root.der);
            }
            files.insert(path(PoolFile::MoreCertificates(*number)), certificates);
        }
        files.insert(path(PoolFile::Clients), self.encode(&roots, aws, &buckets)?);
        files.insert("src/trust/pool/more.rs".to_owned(), embedded(&buckets, &with_roots)?);
        Ok(files)
    }

    /// Encodes `clients.bin`.
    fn encode(&self, roots: &[&Certificate], aws: &Table<'_>, buckets: &[u8]) -> Result<Vec<u8>, Problems> {
        let mut out = MAGIC.to_vec();
        out.extend(u16_be(roots.len())?);
        out.extend(u16_be(self.unavailable.len())?);
        for root in roots {
            let [high, low, ..] = tag::name_tag(root.subject.canonical());
            out.extend([high, low]);
        }
        let others = || roots.iter().map(|root| &root.sha256).chain(self.unavailable.keys());
        out.extend(others().flat_map(|sha256| sha256.0));
        let labels = aws
            .rows
            .iter()
            .chain(roots)
            .map(|root| root.subject.label().replace('\n', " "));
        let names: Vec<String> = labels.chain(self.unavailable.values().cloned()).collect();
        let names = names.join("\n");
        out.extend(u16_be(names.len())?);
        out.extend_from_slice(names.as_bytes());
        out.extend(bits((0..=u8::MAX).map(|number| buckets.contains(&number))));
        for (name, list) in &self.lists {
            out.push(u8_of(name.len())?);
            out.extend_from_slice(name.as_bytes());
            let all = aws.rows.iter().map(|root| &root.sha256).chain(others());
            out.extend(bits(all.map(|sha256| list.contains(sha256))));
        }
        Ok(out)
    }
}

/// Packs bits into bytes, the highest bit first.
fn bits(bits: impl Iterator<Item = bool>) -> Vec<u8> {
    let bits: Vec<bool> = bits.collect();
    let byte = |eight: &[bool]| (0..8).fold(0, |byte, at| byte << 1 | u8::from(eight.get(at) == Some(&true)));
    bits.chunks(8).map(byte).collect()
}

/// The source file that embeds the `.more` files.
fn embedded(heads: &[u8], certificates: &[u8]) -> Result<Vec<u8>, Problems> {
    let mut out = "//! The pool files of the roots that are not on AWS's list. Generated by `make trust` from\n\
        //! `trust/client-roots`. Do not edit.\n"
        .to_owned();
    let mut table = |about: &str, condition: &str, name: &str, file: fn(u8) -> PoolFile, buckets: &[u8]| {
        writeln!(
            out,
            "\n/// {about}, by bucket.\n{condition}pub(super) static {name}: &[(u8, &[u8])] = &["
        )?;
        for number in buckets {
            writeln!(
                out,
                "    ({number}, include_bytes!(\"../../../{}\")),",
                path(file(*number))
            )?;
        }
        out.push_str("];\n");
        Ok::<(), std::fmt::Error>(())
    };
    let native = "#[cfg(not(target_arch = \"wasm32\"))]\n";
    table("The heads", "", "HEADS", PoolFile::MoreHead, heads)
        .and_then(|()| {
            let file = PoolFile::MoreCertificates;
            table("The certificates", native, "CERTIFICATES", file, certificates)
        })
        .map_err(|_| "cannot write".to_owned())?;
    Ok(out.into_bytes())
}

/// The files in a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Problems> {
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        files.push(entry.map_err(wrong)?.path());
    }
    Ok(files)
}
