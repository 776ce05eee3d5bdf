//! The CAs that a client trusts, and lookups in them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::client::{Anchors, ClientId, Clients};
use super::entry::{self, Entry};
use super::list::AwsList;
use super::list_version::ListVersion;
use super::more::{Heads, More};
use super::pool::head::{Head, Lead};
use super::pool::{self, CrossSigned, MovedCa, PoolFile, PoolFiles, Root, root_id};
use super::release;
use crate::cert::{Certificate, Fingerprint, UnixTime};
use crate::order;

/// The CAs that a client trusts: one version of a list.
#[derive(Clone, Debug)]
pub struct TrustStore {
    edition: ListVersion,
    entries: Vec<Entry>,
    /// Indices of the entries that are not in the pool.
    unpublished: Vec<usize>,
    /// The heads embedded in the program, if it has any.
    carried: Option<Heads>,
    /// The roots that are not on AWS's list, if the store may have such roots.
    more: Option<More>,
    /// The certificates of a user's truststore.
    own: Vec<(String, Certificate)>,
}

/// A listed root to which a known intermediate leads.
#[derive(Clone, Copy, Debug)]
pub struct KnownLead<'a> {
    /// The entry of the root.
    pub entry: &'a Entry,
    /// Whether the root signed the intermediate itself; otherwise another intermediate is in
    /// between.
    pub directly: bool,
}

/// How a pasted list differs from a store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListDifference {
    /// Certificates on the list that are not in the store.
    pub added: Vec<Fingerprint>,
    /// Certificates in the store that are not on the list.
    pub removed: Vec<Fingerprint>,
}

static AWS: LazyLock<TrustStore> = LazyLock::new(|| {
    // A test decodes the committed data, so an empty store cannot be released.
    let list = entry::decode(release::AWS).unwrap_or_default();
    let date = Cow::Borrowed(list.edition);
    TrustStore::new(ListVersion::Published { date }, list.entries, None)
});

static EMBEDDED: LazyLock<TrustStore> = LazyLock::new(|| TrustStore {
    carried: Some(pool::embedded_head),
    ..AWS.clone()
});

impl TrustStore {
    fn new(edition: ListVersion, entries: Vec<Entry>, carried: Option<Heads>) -> Self {
        let places = entries.iter().enumerate();
        let unpublished = places
            .filter(|(_, entry)| !entry.is_in_pool())
            .map(|(at, _)| at)
            .collect();
        Self {
            edition,
            entries,
            unpublished,
            carried,
            more: None,
            own: Vec::new(),
        }
    }

    /// Makes the store of the list with this name; `None` if there is none.
    fn of_list(list: &'static str, clients: &Clients) -> Option<Self> {
        let entries = clients.list(list)?;
        let more = clients.more().clone();
        let carried = more.heads();
        let list = Cow::Borrowed(list);
        Some(Self {
            more: Some(more),
            ..Self::new(ListVersion::Client { list }, entries, carried)
        })
    }

    /// Makes the store of a user's truststore: its trusted certificates and their aliases.
    /// `clients` has the names of CAs that are not on AWS's list.
    #[must_use]
    pub fn of_truststore(certificates: Vec<(String, Certificate)>, clients: Option<&Clients>) -> Self {
        let known = |sha256: &Fingerprint| {
            let listed = AWS.by_sha256(sha256).filter(|entry| entry.is_in_pool());
            listed.or_else(|| clients?.entry(sha256)).and_then(|entry| entry.place)
        };
        let entry = |(alias, certificate): &(String, Certificate)| Entry {
            aliases: Cow::Owned(alias.replace('\n', " ")),
            sha256: certificate.sha256,
            sha1: Some(certificate.sha1),
            place: known(&certificate.sha256),
        };
        let entries: Vec<Entry> = certificates.iter().map(entry).collect();
        let count = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let more = clients.map(|clients| clients.more().clone());
        let carried = more.as_ref().and_then(More::heads);
        Self {
            more,
            own: certificates,
            ..Self::new(ListVersion::Truststore { entries: count }, entries, carried)
        }
    }

    /// The certificates of a user's truststore with their aliases; `None` for a list.
    #[must_use]
    pub fn truststore(&self) -> Option<&[(String, Certificate)]> {
        matches!(self.edition, ListVersion::Truststore { .. }).then_some(&self.own)
    }

    /// The store of a client; `None` if its list is not in `clients`, or if it trusts the user's
    /// truststore.
    #[must_use]
    pub fn of(client: ClientId, clients: Option<&Clients>) -> Option<Self> {
        match client.client().anchors {
            Anchors::Aws => Some(AWS.clone()),
            Anchors::List(list) => Self::of_list(list, clients?),
            Anchors::Own => None,
        }
    }

    /// AWS's list with embedded heads: no plan is missing files.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// AWS's list, with the embedded heads of this store if it has some.
    #[must_use]
    pub fn aws_with_these_heads(&self) -> Self {
        Self {
            carried: self.carried,
            ..AWS.clone()
        }
    }

    /// AWS's list alone, for programs that load the [pool files](super::PoolFile) that a plan is
    /// missing.
    #[must_use]
    pub fn aws() -> &'static Self {
        &AWS
    }

    /// Makes a store of a user's list, with the same pool. If the SHA-1 on the list is not the
    /// pool's for that certificate, the certificate counts as known by its fingerprints only.
    #[must_use]
    pub fn listing(&self, list: &AwsList) -> Self {
        let mut place: HashMap<Fingerprint, usize> = HashMap::with_capacity(list.entries.len());
        let mut entries: Vec<Entry> = Vec::new();
        for entry in &list.entries {
            let at = *place.entry(entry.sha256).or_insert(entries.len());
            match entries.get_mut(at) {
                Some(seen) => {
                    let aliases = seen.aliases.to_mut();
                    aliases.push('\n');
                    aliases.push_str(&entry.alias);
                    seen.sha1 = seen.sha1.or(entry.sha1);
                }
                None => entries.push(Entry {
                    aliases: Cow::Owned(entry.alias.clone()),
                    sha256: entry.sha256,
                    sha1: entry.sha1,
                    place: None,
                }),
            }
        }
        for entry in &mut entries {
            let known = AWS.by_sha256(&entry.sha256).filter(|known| known.is_in_pool());
            if let Some(known) = known.filter(|known| entry.sha1.is_none() || entry.sha1 == known.sha1()) {
                entry.place = known.place;
            }
        }
        let count = u32::try_from(list.entries.len()).unwrap_or(u32::MAX);
        Self::new(ListVersion::Supplied { entries: count }, entries, self.carried)
    }

    /// The version of the list.
    #[must_use]
    pub fn list_version(&self) -> &ListVersion {
        &self.edition
    }

    /// The certificates on the list.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The number of aliases on the list.
    #[must_use]
    pub fn alias_count(&self) -> usize {
        self.entries.iter().map(|entry| entry.aliases().count()).sum()
    }

    /// The entry with this SHA-256.
    #[must_use]
    pub fn by_sha256(&self, sha256: &Fingerprint) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.sha256 == *sha256)
    }

    /// The entry with this SHA-256 that is not in the pool: the list has its fingerprint only.
    #[must_use]
    pub fn fingerprint_only(&self, sha256: &Fingerprint) -> Option<&Entry> {
        let mut unpublished = self.unpublished.iter().filter_map(|at| self.entries.get(*at));
        unpublished.find(|entry| entry.sha256 == *sha256)
    }

    /// The head of a bucket: embedded in the program, or one of the loaded files.
    #[must_use]
    pub fn head<'a>(&self, bucket: u8, files: &'a PoolFiles) -> Option<&'a Head> {
        self.carried
            .map_or_else(|| files.head(bucket), |carried| carried(bucket))
    }

    /// The head of the roots of a bucket that are not on AWS's list.
    fn more_head<'a>(&self, bucket: u8, files: &'a PoolFiles) -> Option<&'a Head> {
        let more = self.more.as_ref().filter(|more| more.has(bucket))?;
        more.more_heads()
            .map_or_else(|| files.more_head(bucket), |carried| carried(bucket))
    }

    /// The heads of a bucket that may have the leads of an issuer and are not available.
    #[must_use]
    pub fn missing_heads(&self, bucket: u8, files: &PoolFiles) -> Vec<PoolFile> {
        let more = self.more.as_ref().is_some_and(|more| more.has(bucket));
        let heads = [
            (PoolFile::Head(bucket), self.head(bucket, files).is_none()),
            (
                PoolFile::MoreHead(bucket),
                more && self.more_head(bucket, files).is_none(),
            ),
        ];
        heads
            .into_iter()
            .filter(|(_, missing)| *missing)
            .map(|(file, _)| file)
            .collect()
    }

    /// The files with the certificates of a bucket.
    #[must_use]
    pub fn certificate_files(&self, bucket: u8) -> Vec<PoolFile> {
        let more = self.more.as_ref().is_some_and(|more| more.has_root(bucket));
        let more = more.then_some(PoolFile::MoreCertificates(bucket));
        std::iter::once(PoolFile::Certificates(bucket)).chain(more).collect()
    }

    /// Whether the head with the root of an entry is available.
    #[must_use]
    pub fn has_head_of(&self, entry: &Entry, files: &PoolFiles) -> bool {
        self.head_of(entry, files).is_some()
    }

    fn head_of<'a>(&self, entry: &Entry, files: &'a PoolFiles) -> Option<&'a Head> {
        match entry.head_file()? {
            PoolFile::MoreHead(bucket) => self.more_head(bucket, files),
            file => self.head(file.bucket(), files),
        }
    }

    /// The entries in the pool whose subject may have this canonical form
    /// ([`crate::cert::Name::canonical`]), by its tag. One in 300 names has the tag of a listed
    /// name by chance.
    pub fn tagged(&self, canonical: &str) -> impl Iterator<Item = &Entry> {
        let [high, low, ..] = pool::tag::name_tag(canonical);
        let tag = [high, low];
        self.entries
            .iter()
            .filter(move |entry| entry.place.is_some_and(|place| place.tag == tag))
    }

    /// The root of an entry, if its head is available.
    #[must_use]
    pub fn root<'a>(&self, entry: &Entry, files: &'a PoolFiles) -> Option<&'a Root> {
        let head = self.head_of(entry, files)?;
        let id = root_id(&entry.sha256);
        head.roots.iter().find(|root| root.id == id)
    }

    /// The entries with this subject, whatever their key, and their roots, if their heads are
    /// available.
    pub fn find_by_subject<'a>(
        &'a self,
        canonical: &'a str,
        files: &'a PoolFiles,
    ) -> impl Iterator<Item = (&'a Entry, &'a Root)> {
        self.tagged(canonical)
            .filter_map(move |entry| Some((entry, self.root(entry, files)?)))
            .filter(move |(_, root)| root.facts.subject.canonical() == canonical)
    }

    /// The listed roots to which an issuer that was not sent would lead, for the outcome "met once
    /// it is sent". Each entry once, those that signed the issuer themselves first; empty for an
    /// unknown issuer.
    ///
    /// `key_identifier` is that of the AuthorityKeyIdentifier; without it only the name is
    /// compared. To look up listed roots themselves, use [`TrustStore::find_by_subject`].
    #[must_use]
    pub fn leads(
        &self,
        canonical_issuer: &str,
        key_identifier: Option<&[u8]>,
        files: &PoolFiles,
    ) -> Vec<KnownLead<'_>> {
        let bucket = pool::bucket(canonical_issuer);
        let heads = [self.head(bucket, files), self.more_head(bucket, files)];
        let leads = heads
            .into_iter()
            .flatten()
            .flat_map(|head| head.leads(canonical_issuer, key_identifier));
        let listed = |lead: Lead| {
            let entry = self.entries.iter().find(|entry| root_id(&entry.sha256) == lead.root)?;
            let directly = lead.directly;
            Some((entry.place?.row, KnownLead { entry, directly }))
        };
        let mut leads: Vec<_> = leads.filter_map(listed).collect();
        order::by_key(&mut leads, |(row, lead)| (*row, !lead.directly));
        leads.dedup_by_key(|(row, _)| *row);
        order::by_key(&mut leads, |(_, lead)| !lead.directly);
        leads.into_iter().map(|(_, lead)| lead).collect()
    }

    /// The CA with a root of this name and, if it is known, this key identifier, if not every
    /// client has that root; and the certificate to send instead, if one that is valid at `at`
    /// leads to a root of this store.
    #[must_use]
    pub fn moved<'a>(
        &self,
        canonical: &str,
        key_identifier: Option<&[u8]>,
        at: UnixTime,
        files: &'a PoolFiles,
    ) -> Option<(&'a MovedCa, Option<&'a CrossSigned>)> {
        let head = self.head(pool::bucket(canonical), files)?;
        let ca = head.moved(canonical, key_identifier)?;
        let trusted = |one: &&CrossSigned| {
            let has = self.entries.iter().any(|entry| root_id(&entry.sha256) == one.root);
            has && one.is_valid_at(at)
        };
        Some((ca, ca.versions.iter().find(trusted)))
    }

    /// The differences to a newer list, by certificate. Changed aliases of the same certificate do
    /// not count.
    #[must_use]
    pub fn difference(&self, list: &AwsList) -> ListDifference {
        let mut theirs: Vec<Fingerprint> = list.entries.iter().map(|entry| entry.sha256).collect();
        order::by_key(&mut theirs, |one| *one);
        theirs.dedup();
        let mut ours: Vec<Fingerprint> = self.entries.iter().map(|entry| entry.sha256).collect();
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
