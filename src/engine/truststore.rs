//! Reads a truststore of the user's as Java does.
//!
//! Input: a JKS or PKCS#12 keystore, a `cacerts` file, certificates as PEM or DER, or the output of
//! `keytool -list -rfc`. Output: a [`TrustStore`] whose anchors are the certificates that Java's
//! trust manager takes (`sun.security.validator.TrustStoreUtil`):
//!
//! - every trusted entry, whatever it is: a root, an intermediate, a server certificate, expired or
//!   not;
//! - the first certificate of every private key, and no other certificate of its chain;
//! - of a PKCS#12 file, other certificates only if they have Oracle's attribute for trusted
//!   certificates. `keytool` writes it, `openssl pkcs12` only with `-jdktrust`;
//! - of two PKCS#12 entries with the same alias, the last one. Upper and lower case are the same.
//!
//! Certificates that are in no keystore are all trusted: `keytool -importcert` would import them.
//! Private keys are removed as in every other input.

use std::collections::HashMap;

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use serde::Serialize;
use thiserror::Error;

use super::options::InputError;
use crate::cert::{Certificate, decode};
use crate::containers::Passwords;
use crate::ingest::{self, Block, Container, DropReason, Dropped, Limits};
use crate::report::{IgnoredEntry, IgnoredWhy, InputReport};
use crate::trust::{Clients, TrustStore};

/// A truststore of the user's.
#[derive(Clone, Debug)]
pub struct Truststore {
    /// Its anchors.
    pub store: TrustStore,
    /// The certificates that Java does not trust.
    pub ignored: Vec<IgnoredEntry>,
    /// What else it contains, such as removed private keys.
    pub input: InputReport,
}

/// Why a truststore cannot be used.
#[derive(Clone, Debug, PartialEq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum TruststoreError {
    /// It has no readable certificate; a password may be missing.
    #[error("the truststore cannot be read: {why}")]
    Unreadable {
        /// Why.
        why: InputError,
    },
    /// It has certificates, but Java would trust none of them ("the trustAnchors parameter must be
    /// non-empty").
    #[error("the truststore has no trusted certificate")]
    NothingTrusted {
        /// The number of certificates that it has.
        certificates: u32,
    },
}

/// Reads a truststore. `clients` has the names of CAs that are not on AWS's list.
///
/// # Errors
/// [`TruststoreError`] if it has no trusted certificate.
pub fn truststore(
    files: &[(String, Bytes)],
    passwords: &Passwords,
    clients: Option<&Clients>,
) -> Result<Truststore, TruststoreError> {
    let ingested = ingest::ingest_files_with(files, &Limits::default(), passwords);
    let mut input = InputReport {
        files: ingested.files,
        notes: ingested.notes,
        dropped: ingested.dropped,
        hints: ingested.hints,
    };
    let listing = Listing::of(files);
    let (mut trusted, mut ignored): (Vec<(String, Certificate)>, Vec<IgnoredEntry>) = Default::default();
    let mut by_alias: HashMap<String, usize> = HashMap::new();
    for block in ingested.blocks {
        let certificate = match decode(&block.der) {
            Ok(certificate) => certificate,
            Err(part) => {
                input.dropped.push(Dropped {
                    at: block.source.at,
                    label: block.source.label,
                    reason: DropReason::UnreadableCertificate { part },
                });
                continue;
            }
        };
        let entry = listing.entry(&block);
        let alias = block.source.alias.clone().or_else(|| entry.alias.clone());
        if !block.trusted.unwrap_or(entry.trusted) {
            let why = match block.source.container {
                Container::Pkcs12 => IgnoredWhy::NotMarked,
                _ => IgnoredWhy::ChainOfKey,
            };
            ignored.push(ignored_entry(alias.as_deref(), &certificate, why));
            continue;
        }
        let name = alias.clone().unwrap_or_else(|| certificate.subject.label());
        let replaced = alias
            .filter(|_| block.source.container == Container::Pkcs12)
            .and_then(|alias| by_alias.insert(alias.to_lowercase(), trusted.len()));
        if let Some(at) = replaced
            && let Some(entry) = trusted.get_mut(at)
        {
            by_alias.insert(name.to_lowercase(), at);
            let (alias, earlier) = std::mem::replace(entry, (name, certificate));
            ignored.push(ignored_entry(Some(&alias), &earlier, IgnoredWhy::SameAlias));
        } else {
            trusted.push((name, certificate));
        }
    }
    if trusted.is_empty() {
        let certificates = u32::try_from(ignored.len()).unwrap_or(u32::MAX);
        return Err(if certificates > 0 {
            TruststoreError::NothingTrusted { certificates }
        } else if files.iter().all(|(_, data)| data.iter().all(u8::is_ascii_whitespace)) {
            let why = InputError::Empty;
            TruststoreError::Unreadable { why }
        } else {
            let input = Box::new(input);
            let why = InputError::NoCertificate { input };
            TruststoreError::Unreadable { why }
        });
    }
    Ok(Truststore {
        store: TrustStore::of_truststore(trusted, clients),
        ignored,
        input,
    })
}

fn ignored_entry(alias: Option<&str>, certificate: &Certificate, why: IgnoredWhy) -> IgnoredEntry {
    let label = certificate.subject.label();
    let name = match alias {
        Some(alias) => format!("{alias} ({label})"),
        None => label,
    };
    IgnoredEntry { name, why }
}

/// What a listing of keytool says about one certificate.
#[derive(Clone, Debug)]
struct ListedEntry {
    /// The byte at which the entry, or the certificate of a chain, begins.
    from: usize,
    alias: Option<String>,
    trusted: bool,
}

/// The entries of `keytool -list -rfc` in one text. Other texts have none.
struct Listing(Vec<ListedEntry>);

impl Listing {
    fn of(files: &[(String, Bytes)]) -> Self {
        let [(_, data)] = files else { return Self(Vec::new()) };
        let mut entries = Vec::new();
        let (mut alias, mut of_key) = (None, false);
        let mut at = 0;
        for line in data.split_inclusive(|byte| *byte == b'\n') {
            let text = String::from_utf8_lossy(line.get(..line.len().min(MAX_LINE)).unwrap_or(line));
            let text = text.trim();
            if let Some(name) = text.strip_prefix("Alias name:") {
                (alias, of_key) = (Some(name.trim().to_owned()), false);
            } else if let Some(kind) = text.strip_prefix("Entry type:") {
                of_key = kind.trim() != "trustedCertEntry";
                let (alias, trusted) = (alias.clone(), !of_key);
                entries.push(ListedEntry {
                    from: at,
                    alias,
                    trusted,
                });
            } else if let Some(place) = text.strip_prefix("Certificate[")
                && of_key
            {
                let (alias, trusted) = (alias.clone(), place.starts_with("1]"));
                entries.push(ListedEntry {
                    from: at,
                    alias,
                    trusted,
                });
            }
            at += line.len();
        }
        Self(entries)
    }

    /// What the listing says about a block of the text.
    fn entry(&self, block: &Block) -> ListedEntry {
        let offset = usize::try_from(block.source.offset).unwrap_or(usize::MAX);
        let before = self.0.iter().rfind(|entry| entry.from <= offset);
        before.cloned().unwrap_or(ListedEntry {
            from: 0,
            alias: None,
            trusted: true,
        })
    }
}

/// The bytes of a line that are searched for keytool's words.
const MAX_LINE: usize = 400;
