//! The only door into the core: plan, verify, judge.
//!
//! 1. [`plan`] reads the input and lists the signature checks that the judgement needs;
//! 2. a verifier answers them: the browser's own crypto, or Rust crates ([`crate::verify`]);
//! 3. [`judge`] makes the report. It is pure: same plan and answers, same report, everywhere.
//!
//! No clock, no I/O, no panic; the moment is an argument. Work is bounded by [`crate::ingest::Limits`],
//! [`crate::chain::MAX_CHECKS`] and the bounds of [`crate::handshake`].
//!
//! # Example
//! ```
//! use sslengine_doctor::engine::{Options, judge, plan};
//! use sslengine_doctor::cert::UnixTime;
//! use sslengine_doctor::verify::SignatureAnswer;
//!
//! let options = Options::at(UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap());
//! match plan("no certificate here".into(), &options) {
//!     Ok(plan) => {
//!         let answers = vec![SignatureAnswer::Unsupported; plan.checks().len()];
//!         println!("{:?}", judge(&plan, &answers).verdict);
//!     }
//!     Err(why) => println!("{why}"),
//! }
//! ```

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::cert::{Certificate, UnixTime, decode};
use crate::chain::{Anchor, Chain, Links, Signatures};
use crate::containers::Passwords;
use crate::handshake::{self, Judged, Judgement};
use crate::i18n::Nothing;
use crate::ingest::{self, BlockSource, DropReason, Dropped, Ingested, Limits};
use crate::report::{Asked, Handshake, InputReport, Outcome, Report, SCHEMA_VERSION, Tool, Verdict};
use crate::rules;
#[cfg(feature = "share")]
use crate::share::{Shared, SharedOptions, Summary};
use crate::trust::{TrustStore, shard};
use crate::verify::{SignatureAnswer, SignatureCheck};

mod fixes;
mod present;
pub mod repair;
mod servers;

pub use present::pem;
pub use repair::repair_with;
pub use servers::{Servers, plan_servers};

/// What is asked, beside the certificates.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// The moment for which to judge.
    pub at: UnixTime,
    /// The host name that the client asks for.
    #[serde(default)]
    pub hostname: Option<String>,
    /// `tlsConfig.insecureSkipVerification`.
    #[serde(default)]
    pub insecure_skip_verification: bool,
    /// True where the input is what a server sent, in its order, so that the first certificate is the leaf whatever it
    /// is. Otherwise the leaf is the first end-entity certificate.
    #[serde(default)]
    pub first_is_leaf: bool,
}

impl Options {
    /// The usual question, for the moment `at`.
    #[must_use]
    pub fn at(at: UnixTime) -> Self {
        Self {
            at,
            hostname: None,
            insecure_skip_verification: false,
            first_is_leaf: false,
        }
    }
}

/// Input in which there is nothing to judge.
#[derive(Clone, Debug, PartialEq, Error, BorshSerialize, BorshDeserialize, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum InputError {
    /// Nothing, or blanks only.
    #[error("the input is empty")]
    Empty,
    /// No certificate could be read.
    #[error("the input holds no certificate that could be read")]
    NoCertificate {
        /// What it holds instead.
        input: Box<InputReport>,
    },
}

impl<'a> From<&'a InputError> for Nothing<'a> {
    fn from(why: &'a InputError) -> Self {
        match why {
            InputError::Empty => Self::Empty,
            InputError::NoCertificate { input } => Self::NoCertificate(input),
        }
    }
}

/// Input that has been read, with the signature checks that its judgement needs.
#[derive(Clone, Debug)]
pub struct Plan<'t> {
    options: Options,
    trust: &'t TrustStore,
    chain: Chain,
    sources: Vec<BlockSource>,
    input: InputReport,
    unreadable: bool,
    anchors: Vec<Anchor>,
    /// The files in which the keys of further anchors lie.
    lacking: Vec<u8>,
    links: Links,
}

/// Reads `input` and plans its judgement under the embedded edition of AWS's list.
///
/// # Errors
/// [`InputError`] where there is no certificate.
pub fn plan(input: Bytes, options: &Options) -> Result<Plan<'static>, InputError> {
    plan_with(input, options, TrustStore::embedded())
}

/// As [`plan`], under another edition of the list.
///
/// # Errors
/// [`InputError`] where there is no certificate.
pub fn plan_with<'t>(input: Bytes, options: &Options, trust: &'t TrustStore) -> Result<Plan<'t>, InputError> {
    plan_opening(input, &Passwords::none(), options, trust)
}

/// As [`plan_with`], with passwords to try on key stores.
///
/// They are an argument of their own, not a part of [`Options`], so that nothing that keeps, writes or shares options
/// holds a password: no plan, report or link has one.
///
/// # Errors
/// [`InputError`] where there is no certificate; its report has [`DropReason::PasswordNeeded`] where a password would help,
/// and [`DropReason::Pkcs12`] and its like where this build opens nothing.
pub fn plan_opening<'t>(
    input: Bytes,
    passwords: &Passwords,
    options: &Options,
    trust: &'t TrustStore,
) -> Result<Plan<'t>, InputError> {
    if input.iter().all(u8::is_ascii_whitespace) {
        return Err(InputError::Empty);
    }
    plan_ingested(
        ingest::ingest_with(input, &Limits::default(), passwords),
        options,
        trust,
    )
}

/// As [`plan_opening`], for several files with their names, read as one input in their order.
///
/// # Errors
/// [`InputError`] where there is no certificate in any of them.
pub fn plan_files<'t>(
    files: &[(String, Bytes)],
    passwords: &Passwords,
    options: &Options,
    trust: &'t TrustStore,
) -> Result<Plan<'t>, InputError> {
    if files.iter().all(|(_, data)| data.iter().all(u8::is_ascii_whitespace)) {
        return Err(InputError::Empty);
    }
    plan_ingested(
        ingest::ingest_files_with(files, &Limits::default(), passwords),
        options,
        trust,
    )
}

/// What was read of an input: certificates with their places, and for each thing that looks like one and cannot be read
/// a gap.
struct Read {
    items: Vec<Option<(Certificate, BlockSource)>>,
    input: InputReport,
}

/// # Errors
/// [`InputError::NoCertificate`].
fn read_ingested(ingested: Ingested) -> Result<Read, InputError> {
    let mut input = InputReport {
        files: ingested.files,
        notes: ingested.notes,
        dropped: ingested.dropped,
        hints: ingested.hints,
    };
    let mut items = Vec::new();
    for block in ingested.blocks {
        match decode(&block.der) {
            Ok(certificate) => items.push(Some((certificate, block.source))),
            Err(why) => {
                items.push(None);
                let reason = DropReason::UnreadableCertificate { part: why };
                input.dropped.push(Dropped {
                    at: block.source.at,
                    label: block.source.label,
                    reason,
                });
            }
        }
    }
    if items.iter().all(Option::is_none) {
        return Err(InputError::NoCertificate { input: Box::new(input) });
    }
    Ok(Read { items, input })
}

fn plan_ingested<'t>(ingested: Ingested, options: &Options, trust: &'t TrustStore) -> Result<Plan<'t>, InputError> {
    let Read { items, input } = read_ingested(ingested)?;
    Ok(plan_items(items, input, options, trust))
}

fn plan_items<'t>(
    items: Vec<Option<(Certificate, BlockSource)>>,
    input: InputReport,
    options: &Options,
    trust: &'t TrustStore,
) -> Plan<'t> {
    let unreadable = items.iter().any(Option::is_none);
    let (certificates, sources) = items.into_iter().flatten().unzip();
    Plan {
        sources,
        input,
        unreadable,
        ..Plan::of_certificates(certificates, options, trust)
    }
}

impl<'t> Plan<'t> {
    /// A plan of certificates that are decoded already; its report lists none of them.
    fn of_certificates(certificates: Vec<Certificate>, options: &Options, trust: &'t TrustStore) -> Self {
        let chain = Chain::new(certificates, options.first_is_leaf);
        let (anchors, lacking) = if options.insecure_skip_verification {
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
            lacking,
            links,
        }
    }

    /// The [files of issuers](crate::trust::issuers), by number, in which the keys of listed
    /// certificates lie that could matter here and are not known yet. Where there are some, let the store learn them
    /// ([`TrustStore::learn_issuers`]) and plan anew: without them a judgement would take supported authorities for others.
    /// Empty wherever the keys are embedded.
    #[must_use]
    pub fn lacking(&self) -> &[u8] {
        &self.lacking
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

/// Judges a plan whose checks have been answered; an answer that is missing counts as unsupported.
#[must_use]
pub fn judge(plan: &Plan<'_>, answers: &[SignatureAnswer]) -> Report {
    judge_lacking(plan, answers).0
}

/// As [`judge`], for a store that may not know where the issuer leads that is missing at the top: then with the number of
/// the [file of issuers](crate::trust::issuers) that tells. Once the store has learned it, judge anew.
#[must_use]
pub fn judge_lacking(plan: &Plan<'_>, answers: &[SignatureAnswer]) -> (Report, Option<u8>) {
    let signatures = Signatures::new(&plan.links, answers);
    let sent = plan.chain.sent();
    let judged = Judged {
        certificates: &plan.chain.certificates,
        first_seen: &plan.chain.first_seen,
        sent: &sent,
        unreadable: plan.unreadable,
        anchors: &plan.anchors,
        signatures,
        at: plan.options.at,
    };
    let judgement = handshake::judge(&judged, plan.options.hostname.as_deref());
    let context = rules::Context {
        chain: &plan.chain,
        judgement: &judgement,
        anchors: &plan.anchors,
        signatures,
        trust: plan.trust,
        at: plan.options.at,
        skip_verification: plan.options.insecure_skip_verification,
    };
    let rules = rules::run(&context);
    let hostname_fits = judgement.hostname.as_ref().is_none_or(|h| h.accepted);
    let failed = rules.iter().any(|r| r.outcome == Outcome::Fail);
    let passes = !failed && judgement.accepted && hostname_fits;
    let fixes = fixes::fixes(&context, &rules);
    // Where the list is waived, only an issuer that was not sent is looked up.
    let open_top = context
        .top()
        .filter(|(_, top)| context.anchor().is_none() && !(context.skip_verification && top.is_self_issued()));
    let lacking = open_top
        .map(|(_, top)| top.issuer.canonical())
        .filter(|issuer| !plan.trust.knows_of(issuer))
        .map(shard::number);
    let report = Report {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            trust_list_edition: plan.trust.edition().clone(),
        },
        at: plan.options.at,
        asked: Asked {
            hostname: plan.options.hostname.clone(),
            insecure_skip_verification: plan.options.insecure_skip_verification,
        },
        verdict: if passes { Verdict::Pass } else { Verdict::Fail },
        handshake: tell_handshake(&judgement, &rules),
        rules,
        path: present::path(&context),
        certificates: present::certificates(&context, &plan.sources),
        hostname: judgement.hostname,
        input: plan.input.clone(),
        fixes,
    };
    (report, lacking)
}

/// Java's answer, the host name included; where Java only says that it found no path, the rules tell the reason.
fn tell_handshake(judgement: &Judgement, rules: &[crate::report::RuleReport]) -> Handshake {
    use crate::report::{Detail, Severity};
    let name_refused = judgement
        .hostname
        .as_ref()
        .filter(|h| judgement.accepted && !h.accepted);
    let message = judgement
        .message
        .clone()
        .or_else(|| name_refused.and_then(|h| h.message.clone()));
    // Where the path ends in the air, that it does comes before whatever else is wrong with its certificates.
    let vague = judgement.end == handshake::End::Open
        || judgement
            .reason
            .as_ref()
            .is_none_or(|f| matches!(f.detail, Detail::NoPath {}));
    let before_any_path = judgement.reason.as_ref().is_some_and(|f| {
        matches!(
            f.detail,
            Detail::Malformed { .. } | Detail::TooManyCertificates { .. } | Detail::MessageTooLarge { .. }
        )
    });
    let vague = vague && !before_any_path;
    let told = || {
        let first = |f: &&crate::report::Finding| f.detail.severity() == Severity::Error;
        let missing = |f: &&crate::report::Finding| {
            matches!(f.detail, Detail::IssuerMissing { .. } | Detail::IssuerUnknown { .. })
        };
        let all = || rules.iter().flat_map(|r| &r.findings);
        all().find(missing).or_else(|| all().find(first)).cloned()
    };
    let reason = match (judgement.accepted, vague) {
        (true, _) => None,
        (false, true) => told().or_else(|| judgement.reason.clone()),
        (false, false) => judgement.reason.clone(),
    };
    Handshake {
        accepted: message.is_none(),
        legacy_message: message.is_some().then(|| handshake::LEGACY_MESSAGE.to_owned()),
        message,
        reason,
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
