//! A plan: the certificates of an input, the possible anchors, and the signatures to check.

use std::borrow::Cow;

use bytes::Bytes;

use super::options::Options;
use crate::cert::Certificate;
use crate::chain::{Anchor, Chain, Links, Signatures};
use crate::ingest::{BlockSource, HostFrom, HostOrigin, InputNote};
use crate::report::InputReport;
#[cfg(feature = "share")]
use crate::report::Report;
#[cfg(feature = "share")]
use crate::share::{Shared, SharedOptions, Summary};
use crate::trust::key::same_key;
use crate::trust::{ClientId, DataError, PoolFile, PoolFiles, TrustStore};
use crate::verify::SignatureCheck;

/// A part of the input that looks like a certificate; `None` if it cannot be decoded.
pub(super) type Item = Option<(Certificate, BlockSource)>;

/// Certificates with everything that their check needs, except the results of a verifier.
#[derive(Clone, Debug)]
pub struct Plan<'t> {
    pub(super) options: Options,
    pub(super) trust: &'t TrustStore,
    pub(super) chain: Chain,
    pub(super) sources: Vec<BlockSource>,
    pub(super) input: InputReport,
    /// Whether a part of the input looks like a certificate and cannot be decoded.
    pub(super) unreadable: bool,
    pub(super) anchors: Vec<Anchor>,
    /// The pool files that were added.
    pub(super) files: PoolFiles,
    missing: Vec<PoolFile>,
    pub(super) links: Links,
}

impl<'t> Plan<'t> {
    /// Plans the check of decoded certificates. The report lists none of them.
    pub(super) fn of_certificates(
        certificates: Vec<Certificate>,
        options: &Options,
        trust: &'t TrustStore,
        files: PoolFiles,
    ) -> Self {
        let options = &options.with_client_of(trust);
        let chain = Chain::new(certificates, options.first_is_leaf);
        let (anchors, missing) = find_anchors(&chain, options, trust, &files);
        let links = Links::find(&chain.certificates, &anchors);
        Self {
            options: options.clone(),
            trust,
            chain,
            sources: Vec::new(),
            input: InputReport::default(),
            unreadable: false,
            anchors,
            files,
            missing,
            links,
        }
    }

    /// Plans the same check for another client.
    pub(super) fn for_client<'s>(&self, options: &Options, trust: &'s TrustStore, files: PoolFiles) -> Plan<'s> {
        let options = &options.with_client_of(trust);
        let chain = self.chain.clone();
        let (anchors, missing) = find_anchors(&chain, options, trust, &files);
        let links = Links::find(&chain.certificates, &anchors);
        Plan {
            options: options.clone(),
            trust,
            chain,
            sources: self.sources.clone(),
            input: self.input.clone(),
            unreadable: self.unreadable,
            anchors,
            files,
            missing,
            links,
        }
    }

    /// Plans the check of the items of an input.
    pub(super) fn of_items(
        items: Vec<Item>,
        input: InputReport,
        options: &Options,
        trust: &'t TrustStore,
        files: PoolFiles,
    ) -> Self {
        let mut input = input;
        let options = &as_sent(with_hostname(options, &mut input), &input);
        let unreadable = items.iter().any(Option::is_none);
        let (certificates, sources) = items.into_iter().flatten().unzip();
        Self {
            sources,
            input,
            unreadable,
            ..Self::of_certificates(certificates, options, trust, files)
        }
    }

    /// The pool files that have keys of possible roots and are not loaded yet. Pass them to
    /// [`Plan::add_file`] before running the checks: without them a supported CA counts as
    /// unsupported. Empty for a store with embedded heads.
    #[must_use]
    pub fn missing_files(&self) -> &[PoolFile] {
        &self.missing
    }

    /// Adds a pool file. If it was missing, the plan may have more checks afterwards.
    ///
    /// # Errors
    /// [`DataError`] if the bytes are not this file of this release; the plan is then unchanged.
    pub fn add_file(&mut self, file: PoolFile, bytes: &Bytes) -> Result<(), DataError> {
        self.files.add(file, bytes)?;
        self.find_anchors();
        Ok(())
    }

    /// Replaces the pool files, for a caller that keeps them for many plans.
    pub fn set_files(&mut self, files: PoolFiles) {
        self.files = files;
        self.find_anchors();
    }

    /// Finds the anchors and links again if a missing file has been added.
    fn find_anchors(&mut self) {
        if self.missing.iter().any(|file| self.files.has(*file)) {
            (self.anchors, self.missing) = find_anchors(&self.chain, &self.options, self.trust, &self.files);
            self.links = Links::find(&self.chain.certificates, &self.anchors);
        }
    }

    /// The anchors, without sent certificates that their own key did not sign.
    pub(super) fn anchors(&self, signatures: Signatures<'_>) -> Cow<'_, [Anchor]> {
        let usable = |anchor: &&Anchor| anchor.sent.is_none_or(|at| !signatures.refuted(at, &anchor.spki));
        if self.anchors.iter().all(|anchor| usable(&anchor)) {
            Cow::Borrowed(&self.anchors)
        } else {
            Cow::Owned(self.anchors.iter().filter(usable).cloned().collect())
        }
    }

    /// The certificates as DER in input order, without duplicates.
    #[must_use]
    pub fn ders(&self) -> Vec<Bytes> {
        self.chain.certificates.iter().map(|c| c.der.clone()).collect()
    }

    /// The content of a share link for this plan and its `report`. `with_moment` includes the time
    /// of the check.
    #[cfg(feature = "share")]
    #[must_use]
    pub fn shared(&self, report: &Report, with_moment: bool, language: Option<String>) -> Shared {
        let options = &self.options;
        Shared {
            certificates: self.ders(),
            asked: SharedOptions {
                at: with_moment.then_some(options.at),
                hostname: options.hostname.clone(),
                insecure_skip_verification: options.insecure_skip_verification,
                first_is_leaf: options.first_is_leaf,
                client_certificate: options.client_certificate,
                client: options.client,
                language,
            },
            answer: Summary::of(report),
        }
    }

    /// The client that checks the certificates.
    #[must_use]
    pub fn client(&self) -> ClientId {
        self.options.client
    }

    /// The signature checks. `judge` takes their results in this order.
    #[must_use]
    pub fn checks(&self) -> &[SignatureCheck] {
        self.links.checks()
    }
}

/// The options for an input that may be the output of this program's `--connect`, which has the
/// chain in the server's order.
fn as_sent(mut options: Options, input: &InputReport) -> Options {
    let origin = input.hints.host_from.map(|from| from.origin);
    options.first_is_leaf |= origin == Some(HostOrigin::Handshake);
    options
}

/// The options with the host name to check: the given one, or else the one in the input. In that
/// case a note says so.
fn with_hostname(options: &Options, input: &mut InputReport) -> Options {
    let mut options = options.clone();
    if let (None, true, Some((name, from))) = (&options.hostname, options.hostname_from_input, input.hints.hostname()) {
        let host = name.to_owned();
        options.hostname = Some(host.clone());
        let HostFrom { origin, at } = from;
        input.notes.insert(0, InputNote::HostFromInput { host, origin, at });
    }
    options
}

/// Finds the possible anchors, and the pool files that may have more. With
/// `insecureSkipVerification`, self-issued certificates of the input follow those of the list.
fn find_anchors(
    chain: &Chain,
    options: &Options,
    trust: &TrustStore,
    files: &PoolFiles,
) -> (Vec<Anchor>, Vec<PoolFile>) {
    let (mut anchors, missing) = listed_anchors(chain, trust, files);
    if options.skips_verification() {
        let listed = anchors.len();
        for (at, certificate) in chain.certificates.iter().enumerate() {
            let is_listed = || anchors.iter().take(listed).any(|a| a.is(certificate));
            if certificate.is_self_issued() && !is_listed() {
                let sent = Some(at);
                let anchor = Anchor::of_certificate(certificate);
                anchors.push(Anchor { sent, ..anchor });
            }
        }
    }
    (anchors, missing)
}

/// Finds the listed roots with the name of a subject or issuer of the chain, and sent certificates
/// that the list knows by fingerprint only. Also returns the pool files that may have more roots.
fn listed_anchors(chain: &Chain, trust: &TrustStore, files: &PoolFiles) -> (Vec<Anchor>, Vec<PoolFile>) {
    if let Some(own) = trust.truststore() {
        return (own_anchors(chain, own), Vec::new());
    }
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut missing: Vec<PoolFile> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for certificate in &chain.certificates {
        for name in [&certificate.issuer, &certificate.subject] {
            if !seen.insert(name.canonical()) {
                continue;
            }
            let mut named: Vec<Anchor> = Vec::new();
            for entry in trust.tagged(name.canonical()) {
                let sent = || chain.certificates.iter().find(|c| c.sha256 == entry.sha256);
                let anchor = match (trust.root(entry, files), entry.head_file()) {
                    (Some(root), _) => Some(Anchor::of_listed(entry, root)),
                    (None, Some(file)) if !trust.has_head_of(entry, files) => {
                        let sent = sent().map(Anchor::of_certificate);
                        if sent.is_none() && !missing.contains(&file) {
                            missing.push(file);
                        }
                        sent.map(|anchor| anchor.listed_as(entry))
                    }
                    _ => None,
                };
                named.extend(anchor.filter(|anchor| anchor.subject == *name));
            }
            // An anchor has the aliases of every root with the same name and key.
            let same = |anchor: &Anchor| {
                let same = named.iter().filter(|other| same_key(&other.spki, &anchor.spki));
                same.flat_map(|other| other.aliases.clone()).collect()
            };
            let aliases: Vec<Vec<String>> = named.iter().map(same).collect();
            let with_aliases = named.into_iter().zip(aliases);
            anchors.extend(with_aliases.map(|(anchor, aliases)| Anchor { aliases, ..anchor }));
        }
        if let Some(entry) = trust.fingerprint_only(&certificate.sha256) {
            anchors.push(Anchor::of_certificate(certificate).listed_as(entry));
        }
    }
    (anchors, missing)
}

/// Finds the certificates of a truststore with the name of a subject or issuer of the chain. Each
/// has the aliases of every certificate with the same name and key.
fn own_anchors(chain: &Chain, own: &[(String, Certificate)]) -> Vec<Anchor> {
    let certificates = || chain.certificates.iter();
    let names: std::collections::HashSet<&str> = certificates()
        .flat_map(|c| [c.issuer.canonical(), c.subject.canonical()])
        .collect();
    let named = own.iter().filter(|(_, c)| names.contains(c.subject.canonical()));
    let anchor = |(_, certificate): &(String, Certificate)| {
        let anchor = Anchor::of_certificate(certificate);
        let same = own.iter().filter(|(_, other)| anchor.has_name_and_key_of(other));
        let aliases = same.map(|(alias, _)| alias.clone()).collect();
        Anchor { aliases, ..anchor }
    };
    named.map(anchor).collect()
}
