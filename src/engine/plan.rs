//! A plan: the certificates of an input, the anchors that could matter, and the signatures to check.

use bytes::Bytes;

use super::options::Options;
use crate::cert::Certificate;
use crate::chain::{Anchor, Chain, Links};
use crate::ingest::BlockSource;
use crate::report::InputReport;
#[cfg(feature = "share")]
use crate::report::Report;
#[cfg(feature = "share")]
use crate::share::{Shared, SharedOptions, Summary};
use crate::trust::{TrustStore, shard};
use crate::verify::SignatureCheck;

/// One thing in an input that looks like a certificate; `None` if it cannot be decoded.
pub(super) type Item = Option<(Certificate, BlockSource)>;

/// Certificates with everything that their check needs, except the answers of a verifier.
#[derive(Clone, Debug)]
pub struct Plan<'t> {
    pub(super) options: Options,
    pub(super) trust: &'t TrustStore,
    pub(super) chain: Chain,
    pub(super) sources: Vec<BlockSource>,
    pub(super) input: InputReport,
    /// Whether something in the input looks like a certificate and cannot be decoded.
    pub(super) unreadable: bool,
    pub(super) anchors: Vec<Anchor>,
    /// The files that hold the keys of further anchors.
    missing: Vec<u8>,
    pub(super) links: Links,
}

impl<'t> Plan<'t> {
    /// Plans the check of decoded certificates. The report lists none of them.
    pub(super) fn of_certificates(certificates: Vec<Certificate>, options: &Options, trust: &'t TrustStore) -> Self {
        let chain = Chain::new(certificates, options.first_is_leaf);
        let (anchors, missing) = if options.insecure_skip_verification {
            (sent_roots(&chain), Vec::new())
        } else {
            listed_anchors(&chain, trust)
        };
        let links = Links::find(&chain.certificates, &anchors);
        Self {
            options: options.clone(),
            trust,
            chain,
            sources: Vec::new(),
            input: InputReport::default(),
            unreadable: false,
            anchors,
            missing,
            links,
        }
    }

    /// Plans the check of the items of an input.
    pub(super) fn of_items(items: Vec<Item>, input: InputReport, options: &Options, trust: &'t TrustStore) -> Self {
        let unreadable = items.iter().any(Option::is_none);
        let (certificates, sources) = items.into_iter().flatten().unzip();
        Self {
            sources,
            input,
            unreadable,
            ..Self::of_certificates(certificates, options, trust)
        }
    }

    /// The [files of issuers](crate::trust::issuers), by number, in which the keys of listed
    /// certificates lie that could matter here and are not known yet. Where there are some, let the store learn them
    /// ([`TrustStore::learn_issuers`]) and plan anew: without them a judgement would take supported authorities for others.
    /// Empty wherever the keys are embedded.
    #[must_use]
    pub fn missing_files(&self) -> &[u8] {
        &self.missing
    }

    /// The certificates as DER in the order of the input, copies once.
    #[must_use]
    pub fn ders(&self) -> Vec<Bytes> {
        self.chain.certificates.iter().map(|c| c.der.clone()).collect()
    }

    /// What a share link of this plan holds; `report` is the judgement of it. The moment goes along where one was chosen.
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
                language,
            },
            answer: Summary::of(report),
        }
    }

    /// The signature checks, to be answered in this order.
    #[must_use]
    pub fn checks(&self) -> &[SignatureCheck] {
        self.links.checks()
    }
}

/// The listed certificates that have the name of some subject or issuer here, and listed fingerprints among the input.
/// Then the files of issuers that have the keys that are not known.
fn listed_anchors(chain: &Chain, trust: &TrustStore) -> (Vec<Anchor>, Vec<u8>) {
    let mut anchors: Vec<Anchor> = Vec::new();
    let mut lacking: Vec<u8> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for certificate in &chain.certificates {
        for name in [&certificate.issuer, &certificate.subject] {
            if !seen.insert(name.canonical()) {
                continue;
            }
            let named: Vec<_> = trust.find_by_subject(name.canonical()).collect();
            // All of a name first: aliases are those of every one with the same key.
            for listed in named.iter().filter(|listed| listed.spki().is_none()) {
                if let Some(itself) = chain.certificates.iter().find(|c| c.sha256 == listed.sha256) {
                    listed.know(&itself.spki, &itself.serial.0);
                }
            }
            for listed in &named {
                let Some(spki) = listed.spki() else {
                    let number = shard::number(name.canonical());
                    if !lacking.contains(&number) {
                        lacking.push(number);
                    }
                    continue;
                };
                let same = named.iter().filter(|other| other.has_key(spki));
                let aliases = same.flat_map(|a| a.aliases().map(str::to_owned)).collect();
                anchors.extend(Anchor::of_listed(listed).map(|anchor| Anchor { aliases, ..anchor }));
            }
        }
        if let Some(listed) = trust.fingerprint_only(&certificate.sha256) {
            let aliases = listed.aliases().map(str::to_owned).collect();
            anchors.push(Anchor {
                aliases,
                ..Anchor::of_certificate(certificate)
            });
        }
    }
    (anchors, lacking)
}

/// With `insecureSkipVerification` a root that was sent takes the list's place: any self-issued certificate, the leaf
/// only where it is a CA.
fn sent_roots(chain: &Chain) -> Vec<Anchor> {
    let is_root = |(at, c): &(usize, &Certificate)| c.is_self_issued() && (*at != chain.leaf || c.is_ca());
    chain
        .certificates
        .iter()
        .enumerate()
        .filter(is_root)
        .map(|(_, c)| Anchor::of_certificate(c))
        .collect()
}
