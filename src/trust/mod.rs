//! The certificate authorities that API Gateway supports, and how they are looked up.
//!
//! In: a name and a key, a fingerprint, or a list that AWS has published since. Out: anchors, under every alias that the
//! list has for them. The embedded edition is read once, in microseconds, without parsing a certificate; a newer list,
//! pasted, replaces it from then on ([`TrustStore::with_list`]). Signatures are not this module's business: that
//! an anchor has the right name says nothing before its key has verified what it is said to have signed.
//!
//! A chain is anchored as Java does it, by name *and* public key, not by fingerprint: re-issued and cross-signed
//! certificates of a listed authority are as good as the listed one. Seven pairs of listed certificates share one key,
//! so that every lookup can find more than one anchor; report all their aliases.
//!
//! # References
//! - [AWS: supported certificate authorities](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-supported-certificate-authorities-for-http-endpoints.html);
//!   edition 2022-01-24, see `trust/README.md` for its provenance.

mod anchor;
pub mod catalogue;
mod edition;
pub mod issuers;
pub mod key;
pub mod known;
pub mod list;
mod reader;
mod search;
pub mod shard;
pub mod tag;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

pub use crate::num::parse_hex;
pub use anchor::{Anchor, BasicConstraints, FingerprintOnly, KeyAlgorithm};
pub use edition::Edition;
pub use list::{AwsList, ListEntry, ListProblem, ListProblemKind, ListedHash};
pub use reader::DataError;
pub use search::Listed;

use bytes::Bytes;

use crate::cert::{Fingerprint, Sha1Fingerprint};
use crate::order;
use catalogue::Catalogue;
use known::Known;

/// The embedded table of listed certificates; its format is in [`catalogue`].
const ROOTS: &[u8] = include_bytes!("data/roots.bin");

/// The embedded table of their keys; empty where they are learned instead.
#[cfg(feature = "root-keys")]
const KEYS: &[u8] = include_bytes!("data/root-keys.bin");
#[cfg(not(feature = "root-keys"))]
const KEYS: &[u8] = &[];

/// The embedded index of known intermediates, its format is in [`known`]; empty likewise.
#[cfg(feature = "root-keys")]
const KNOWN: &[u8] = include_bytes!("data/known.bin");
#[cfg(not(feature = "root-keys"))]
const KNOWN: &[u8] = &[];

/// The listed certificates of one edition.
#[derive(Clone, Debug)]
pub struct TrustStore {
    edition: Edition,
    anchors: Vec<Anchor>,
    fingerprints_only: Vec<FingerprintOnly>,
    /// Place in `anchors` of each row of the embedded table that is on this edition.
    by_row: HashMap<u16, usize>,
    known: Known,
}

/// Where an issuer that is not at hand would lead, by the index of known intermediates.
#[derive(Clone, Debug)]
pub struct KnownIssuer<'a> {
    /// The listed certificates, each once; those that have signed the intermediate themselves come first.
    pub leads: Vec<KnownLead<'a>>,
    /// The shard that holds the intermediate ([`shard`]).
    pub shard: u8,
}

/// One listed certificate to which a known intermediate leads.
#[derive(Clone, Copy, Debug)]
pub struct KnownLead<'a> {
    /// The listed certificate.
    pub anchor: &'a Anchor,
    /// True where it has signed the intermediate itself, false where yet another one is in between.
    pub directly: bool,
}

/// How a pasted list differs from a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListDifference {
    /// Certificates of the list that the store has not.
    pub added: Vec<Fingerprint>,
    /// Certificates of the store that the list has not.
    pub removed: Vec<Fingerprint>,
}

/// By which a file of issuers is known to belong to the embedded table.
static TABLE: LazyLock<Fingerprint> = LazyLock::new(|| Fingerprint::of(ROOTS));

static EMBEDDED: LazyLock<TrustStore> = LazyLock::new(|| TrustStore::read(KEYS, KNOWN));

impl TrustStore {
    fn read(keys: &'static [u8], known: &'static [u8]) -> Self {
        // The tests decode the committed data: an empty store cannot be built and shipped.
        let Catalogue {
            edition,
            anchors,
            fingerprint_only,
        } = catalogue::decode(ROOTS, keys).unwrap_or_default();
        let date = Cow::Borrowed(edition);
        Self::new(Edition::Published { date }, anchors, fingerprint_only, Known::of(known))
    }

    /// The edition that is built in, as a build without the feature `root-keys` has it: no key is known yet, and of no
    /// intermediate where it leads.
    #[must_use]
    pub fn without_keys() -> Self {
        Self::read(&[], &[])
    }

    /// The edition that is built in, read on first use.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Learns what one of the [files of issuers](issuers) says. Of use where that is not embedded: a store made of this one
    /// by [`TrustStore::with_list`] after that knows it, too.
    ///
    /// # Errors
    /// [`DataError`] where the bytes are no such file, or one that belongs to another table of listed certificates.
    pub fn learn_issuers(&self, file: &[u8]) -> Result<(), DataError> {
        let said = issuers::decode(file, &TABLE.0)?;
        for listed in said.listed {
            let anchor = self.by_row.get(&listed.row).and_then(|place| self.anchors.get(*place));
            if let Some(anchor) = anchor {
                anchor.know(&Bytes::copy_from_slice(listed.spki), listed.serial);
            }
        }
        self.known.learn(said.number, said.known);
        Ok(())
    }

    /// Whether it is known of an issuer's name where intermediates of that name lead ([`TrustStore::known_issuer`]): always,
    /// where that is embedded.
    #[must_use]
    pub fn knows_of(&self, canonical_issuer: &str) -> bool {
        self.known.has(shard::number(canonical_issuer))
    }

    /// Learns the keys of those of its anchors that lie in a [shard], each known again by its SHA-256, as
    /// [`TrustStore::learn_issuers`] does from a smaller file.
    ///
    /// # Errors
    /// [`DataError`] where the bytes are no shard.
    pub fn learn(&self, shard: &[u8]) -> Result<(), DataError> {
        for der in shard::certificates(shard)? {
            let unknown = self
                .by_sha256(&Fingerprint::of(der))
                .filter(|anchor| anchor.spki().is_none());
            let Some(anchor) = unknown else { continue };
            if let Ok(certificate) = crate::cert::decode(&Bytes::copy_from_slice(der)) {
                anchor.know(&certificate.spki, &certificate.serial.0);
            }
        }
        Ok(())
    }

    /// The store of a list that a person has pasted. Certificates whose bytes are embedded become anchors, the others are
    /// known by fingerprint only, and what is not on the list is gone. Where the list gives a SHA-1 that contradicts the
    /// embedded certificate, the entry is no anchor.
    #[must_use]
    pub fn with_list(list: &AwsList) -> Self {
        let mut place: HashMap<Fingerprint, usize> = HashMap::with_capacity(list.entries.len());
        let mut rows: Vec<FingerprintOnly> = Vec::new();
        for entry in &list.entries {
            let at = *place.entry(entry.sha256).or_insert(rows.len());
            if at == rows.len() {
                rows.push(FingerprintOnly {
                    aliases: Vec::new(),
                    sha1: None,
                    sha256: entry.sha256,
                });
            }
            if let Some(row) = rows.get_mut(at) {
                row.aliases.push(Cow::Owned(entry.alias.clone()));
                row.sha1 = row.sha1.or(entry.sha1);
            }
        }
        let (mut anchors, mut fingerprints_only) = (Vec::new(), Vec::new());
        for row in rows {
            match Self::embedded().by_sha256(&row.sha256) {
                Some(anchor) if row.sha1.is_none_or(|sha1| sha1 == anchor.sha1()) => {
                    anchors.push(Anchor {
                        aliases: row.aliases,
                        ..anchor.clone()
                    });
                }
                _ => fingerprints_only.push(row),
            }
        }
        Self::new(
            Edition::Supplied {
                entries: u32::try_from(list.entries.len()).unwrap_or(u32::MAX),
            },
            anchors,
            fingerprints_only,
            Self::embedded().known.clone(),
        )
    }

    fn new(edition: Edition, anchors: Vec<Anchor>, fingerprints_only: Vec<FingerprintOnly>, known: Known) -> Self {
        let by_row = anchors
            .iter()
            .enumerate()
            .map(|(place, anchor)| (anchor.row, place))
            .collect();
        Self {
            edition,
            anchors,
            fingerprints_only,
            by_row,
            known,
        }
    }

    /// The edition of the list.
    #[must_use]
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// The listed certificates whose bytes are known.
    #[must_use]
    pub fn anchors(&self) -> &[Anchor] {
        &self.anchors
    }

    /// The listed certificates of which only the fingerprints are known.
    #[must_use]
    pub fn fingerprints_only(&self) -> &[FingerprintOnly] {
        &self.fingerprints_only
    }

    /// How many aliases the list has.
    #[must_use]
    pub fn alias_count(&self) -> usize {
        let unseen: usize = self.fingerprints_only.iter().map(|listed| listed.aliases.len()).sum();
        self.anchors.iter().map(|anchor| anchor.aliases.len()).sum::<usize>() + unseen
    }

    /// The anchor with this SHA-256.
    #[must_use]
    pub fn by_sha256(&self, sha256: &Fingerprint) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.sha256 == *sha256)
    }

    /// The anchor with this SHA-1.
    #[must_use]
    pub fn by_sha1(&self, sha1: &Sha1Fingerprint) -> Option<&Anchor> {
        self.anchors.iter().find(|anchor| anchor.sha1() == *sha1)
    }

    /// The listed certificate with this SHA-256 whose bytes are not known.
    #[must_use]
    pub fn fingerprint_only(&self, sha256: &Fingerprint) -> Option<&FingerprintOnly> {
        self.fingerprints_only.iter().find(|listed| listed.sha256 == *sha256)
    }

    /// The anchors whose subject has this canonical form ([`crate::cert::Name::canonical`]), whatever their key.
    pub fn find_by_subject<'a>(&'a self, canonical: &'a str) -> impl Iterator<Item = &'a Anchor> {
        let [high, low, ..] = tag::name_tag(canonical);
        let wanted = u16::from_be_bytes([high, low]);
        self.anchors
            .iter()
            .filter(move |anchor| anchor.name_tag == wanted)
            .filter(move |anchor| anchor.subject().is_some_and(|name| name.canonical() == canonical))
    }

    /// The anchors with this subject and this public key (DER SubjectPublicKeyInfo): those that a certificate of that
    /// name and key is as good as.
    pub fn by_name_and_key<'a>(&'a self, canonical: &'a str, spki: &'a [u8]) -> impl Iterator<Item = &'a Anchor> {
        self.find_by_subject(canonical)
            .filter(move |anchor| anchor.has_key(spki))
    }

    /// Where an issuer that is not at hand would lead: the answer for "supported, once it is sent".
    ///
    /// `key_identifier` is that of the AuthorityKeyIdentifier, `None` where there is none; then the name alone decides.
    /// `None` for an issuer that is not known, or leads to nothing on this edition. Listed certificates themselves are
    /// not asked for here: see [`TrustStore::find_by_subject`].
    #[must_use]
    pub fn known_issuer(&self, canonical_issuer: &str, key_identifier: Option<&[u8]>) -> Option<KnownIssuer<'_>> {
        let leads: Vec<_> = self
            .known
            .leads(canonical_issuer, key_identifier)
            .into_iter()
            .filter_map(|lead| {
                let anchor = self.by_row.get(&lead.row).and_then(|place| self.anchors.get(*place))?;
                Some(KnownLead {
                    anchor,
                    directly: lead.directly,
                })
            })
            .collect();
        (!leads.is_empty()).then(|| KnownIssuer {
            leads,
            shard: shard::number(canonical_issuer),
        })
    }

    /// What changes with a newer list, by certificate; aliases that come or go for the same certificate do not count.
    #[must_use]
    pub fn difference(&self, list: &AwsList) -> ListDifference {
        let mut theirs: Vec<Fingerprint> = list.entries.iter().map(|entry| entry.sha256).collect();
        order::by_key(&mut theirs, |one| *one);
        theirs.dedup();
        let unseen = self.fingerprints_only.iter().map(|listed| listed.sha256);
        let mut ours: Vec<Fingerprint> = self.anchors.iter().map(|anchor| anchor.sha256).chain(unseen).collect();
        order::by_key(&mut ours, |one| *one);
        let missing_in = |from: &[Fingerprint], what: &[Fingerprint]| {
            what.iter()
                .filter(|one| from.binary_search(one).is_err())
                .copied()
                .collect()
        };
        ListDifference {
            added: missing_in(&ours, &theirs),
            removed: missing_in(&theirs, &ours),
        }
    }
}
