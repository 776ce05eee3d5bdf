//! Checks a path as the JDK does, but without stopping at the first problem.
//!
//! Input: the certificates from the one below the anchor down to the leaf. Output: every problem,
//! in the order of the JDK's checks. The first one is Java's reason.
//!
//! # References
//! - JDK 17, `PKIXCertPathValidator` and its checkers: untrusted, algorithm, key, constraints,
//!   policy, basic, then the TLS client's own algorithm checker, then the critical extensions that
//!   no checker has handled.
//! - [RFC 5280 §6.1](https://www.rfc-editor.org/rfc/rfc5280#section-6.1).

mod inherited;

use super::constraints::Constraints;
use super::input::HandshakeInput;
use super::jdk;
use super::policy::Policies;
use super::result::Problem;
use crate::cert::key::dh_bits;
use crate::cert::{
    Certificate, Defect, Fingerprint, HashAlgorithm, KeyInfo, KeyKind, Name, SignatureAlgorithm, SignatureParameters,
    UnixTime,
};
use crate::chain::Anchor;
use crate::report::{Detail, IssuerRef};
use crate::trust::java::JavaTraits;

/// The JDK class that checks the path. The builder's final check does not include dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathChecker {
    /// `PKIXCertPathValidator`.
    Validator,
    /// `SunCertPathBuilder`.
    Builder,
}

/// Java's reason for a disabled algorithm, without its end.
const FAILED_ON: &str = "Algorithm constraints check failed on ";

/// The state of the checks on the way down a path.
struct PathCheck<'a> {
    input: &'a HandshakeInput<'a>,
    traits: JavaTraits,
    problems: Vec<Problem>,
    constraints: Constraints,
    policies: Policies,
    /// The index of the certificate being checked.
    at: usize,
    /// How many more CA certificates that are not self-issued the path may have.
    max_path_length: i64,
    /// The number of CA certificates below the last CA certificate checked.
    below: u32,
    /// Whether the step limit of name constraints has been reported.
    limit_reported: bool,
}

/// Checks `path` (topmost first, leaf last) under `anchor`.
pub(super) fn check_path(
    input: &HandshakeInput<'_>,
    anchor: &Anchor,
    path: &[usize],
    checker: PathChecker,
) -> Vec<Problem> {
    let traits = input.release.traits();
    let mut check = PathCheck {
        input,
        traits,
        problems: Vec::new(),
        constraints: Constraints::new(traits),
        policies: Policies::new(path.len()),
        at: 0,
        max_path_length: i64::try_from(path.len()).unwrap_or(i64::MAX),
        below: 0,
        limit_reported: false,
    };
    check.at = path.first().copied().unwrap_or(0);
    check.blocked(&anchor.sha256, &anchor.subject);
    let mut issuer_key = anchor.key.as_ref();
    let mut issuer: Option<usize> = None;
    for (position, &at) in path.iter().enumerate() {
        let Some(certificate) = input.certificates.get(at) else {
            continue;
        };
        check.at = at;
        let (is_top, is_leaf) = (position == 0, position + 1 == path.len());
        check.blocked(&certificate.sha256, &certificate.subject);
        check.algorithms(certificate, issuer_key.filter(|_| is_top));
        check.sha1_under_jdk_root(certificate);
        if !is_leaf {
            let below = u32::try_from(path.len() - position - 2).unwrap_or(u32::MAX);
            check.ca(certificate, is_top, below);
        }
        if checker == PathChecker::Validator || traits.builder_merges_constraints {
            check.name_constraints(certificate, is_leaf);
        }
        check.policies(certificate, is_leaf);
        if checker == PathChecker::Validator
            && let Some(detail) = out_of_date(certificate, input.at)
        {
            check.add(detail, "validity check failed");
        }
        check.signature(certificate, anchor, issuer, issuer_key);
        check.inherited_parameters(certificate, issuer_key);
        check.tls_algorithms(certificate, is_top);
        let unknown = certificate.extensions.unknown_critical();
        if !unknown.is_empty() {
            let detail = Detail::UnknownCriticalExtension { oids: unknown };
            check.add(detail, "unrecognized critical extension(s)");
        }
        issuer_key = certificate.key.as_ref();
        issuer = Some(at);
    }
    check.problems
}

impl PathCheck<'_> {
    /// Adds a problem of the certificate being checked.
    fn add(&mut self, detail: Detail, reason: impl Into<String>) {
        self.problems.push(Problem::with_reason(self.at, detail, reason));
    }

    /// Checks whether Java blocks this certificate, or this anchor.
    fn blocked(&mut self, sha256: &Fingerprint, subject: &Name) {
        if self.input.release.blocks(sha256) {
            let label = subject.label();
            let reason = format!("Untrusted certificate: {}", subject.java());
            self.add(Detail::CertificateBlocked { label }, reason);
        }
    }

    /// Checks signature algorithm, keyUsage and key size. `anchor_key` is the anchor's key, passed
    /// for the topmost certificate only: other issuers' keys are checked with their certificates.
    fn algorithms(&mut self, certificate: &Certificate, anchor_key: Option<&KeyInfo>) {
        let name = certificate.algorithm.java_name();
        let on_signature = || [FAILED_ON, "signature algorithm: ", name].concat();
        let anchor_key = anchor_key.and_then(|key| Some((key, self.weak_key(key)?)));
        let own_key = certificate
            .key
            .as_ref()
            .and_then(|key| Some((key, self.weak_key(key)?)));
        let own_key = own_key.map(|(key, detail)| {
            let used = [" used with certificate: ", &certificate.subject.java()].concat();
            (detail, self.weak_key_text(key, &used))
        });
        let hash = jdk::disabled(&certificate.algorithm);
        let signature = |text| {
            let algorithm = name.to_owned();
            (Detail::WeakSignature { algorithm }, text)
        };
        if self.traits.checks_anchor_key_first {
            if let Some((key, detail)) = anchor_key {
                self.add(detail, self.weak_key_text(key, "."));
            }
            let on_hash = |hash: HashAlgorithm| {
                let used = " used with certificate: ";
                let subject = certificate.subject.java();
                signature([FAILED_ON, "disabled algorithm: ", hash.name(), used, &subject].concat())
            };
            for (detail, reason) in own_key.into_iter().chain(hash.map(on_hash)) {
                self.add(detail, reason);
            }
        } else {
            if hash.is_some() {
                let (detail, reason) = signature(on_signature());
                self.add(detail, reason);
            }
            self.usable_bits(certificate);
            if let Some((detail, reason)) = own_key {
                self.add(detail, reason);
            }
            if let Some((_, detail)) = anchor_key {
                self.add(detail, on_signature());
            }
        }
    }

    /// Checks for SHA-1 under a root that is marked as the JDK's own (`SHA1 jdkCA & usage
    /// TLSServer` in `jdk.certpath.disabledAlgorithms`).
    fn sha1_under_jdk_root(&mut self, certificate: &Certificate) {
        if self.input.jdk_roots && certificate.algorithm.hash() == Some(HashAlgorithm::Sha1) {
            let used = "Usage constraint TLSServer check failed: SHA1 used with certificate: ";
            let reason = [used, &certificate.subject.java()].concat();
            let algorithm = certificate.algorithm.java_name().to_owned();
            self.add(Detail::Sha1UnderJdkRoot { algorithm }, reason);
        }
    }

    /// Checks whether keyUsage, if there is one, has any bit that Java uses.
    fn usable_bits(&mut self, certificate: &Certificate) {
        if certificate.extensions.key_usage.is_some_and(|ku| ku.0 & 0x7f == 0) {
            self.add(Detail::EmptyKeyUsage {}, "incorrect KeyUsage extension bits");
        }
    }

    /// Returns the finding for a key that is disabled, or smaller than Java's minimum.
    fn weak_key(&self, key: &KeyInfo) -> Option<Detail> {
        if self.traits.disables_curves
            && let Some(curve) = jdk::disabled_curve(key)
        {
            let curve = curve.name().to_owned();
            return Some(Detail::CurveUnsupported { curve });
        }
        Some(Detail::WeakKey {
            minimum: jdk::too_small(key)?,
            algorithm: key.name().to_owned(),
            bits: key.bits().unwrap_or(0),
        })
    }

    /// Returns Java's text about a weak key; `used` says where it is used.
    fn weak_key_text(&self, key: &KeyInfo, used: &str) -> String {
        match jdk::disabled_curve(key).filter(|_| self.traits.disables_curves) {
            Some(curve) => [FAILED_ON, "disabled algorithm: ", curve.name()].concat(),
            None => {
                let bits = key.bits().unwrap_or(0).to_string();
                [FAILED_ON, "keysize limits: ", key.name(), " ", &bits, " bit key", used].concat()
            }
        }
    }

    /// Checks an issuer: keyUsage, basicConstraints and the length of the path below it.
    fn ca(&mut self, certificate: &Certificate, is_top: bool, below: u32) {
        if let Some(usage) = certificate.extensions.key_usage.filter(|ku| !ku.key_cert_sign()) {
            let key_usage = usage.names();
            let reason = "CA key usage check failed: keyCertSign bit is not set";
            self.add(Detail::NoKeyCertSign { key_usage }, reason);
        }
        let not_a_ca = "basic constraints check failed: this is not a CA certificate";
        let self_issued = certificate.is_self_issued();
        let version = certificate.version;
        let limit = if version < 3 {
            if !is_top || !self_issued {
                self.add(Detail::OldVersion { version }, not_a_ca);
                return;
            }
            i64::from(i32::MAX)
        } else if let Some(limit) = certificate.path_len_room() {
            limit
        } else {
            let has_basic_constraints = certificate.extensions.basic_constraints.is_some();
            self.add(Detail::NotACa { has_basic_constraints }, not_a_ca);
            return;
        };
        if !self_issued {
            if self.max_path_length <= 0 {
                // A certificate above set the limit. The report counts the CA certificates below
                // it.
                let detail = Detail::PathLengthExceeded {
                    limit: self.max_path_length.max(0),
                    below: self.below.max(1),
                };
                let reason = "basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path";
                self.add(detail, reason);
            }
            self.max_path_length -= 1;
        }
        self.max_path_length = self.max_path_length.min(limit);
        self.below = below;
    }

    /// Checks the signature with the key of `issuer`, or of the anchor for the topmost certificate.
    fn signature(
        &mut self,
        certificate: &Certificate,
        anchor: &Anchor,
        issuer: Option<usize>,
        issuer_key: Option<&KeyInfo>,
    ) {
        let failed = "signature check failed";
        if let Some(curve) = issuer_key.and_then(jdk::unsupported_curve) {
            let curve = curve.name().to_owned();
            self.add(Detail::CurveUnsupported { curve }, failed);
            return;
        }
        let parent = issuer.and_then(|i| Some((i, self.input.certificates.get(i)?)));
        let spki = parent.map_or(&anchor.spki, |(_, c)| &c.spki);
        let ecdsa = matches!(certificate.algorithm, SignatureAlgorithm::Ecdsa(_));
        let parameters = match &certificate.parameters {
            _ if ecdsa && self.traits.ignores_ecdsa_parameters => &SignatureParameters::Usual,
            parameters => parameters,
        };
        let unusable = match parameters {
            _ if !self.traits.verifies_newer_algorithms && jdk::is_newer(&certificate.algorithm) => true,
            // A key that a later release could not read.
            _ if self.traits.reads_odd_keys && issuer_key.is_some_and(KeyInfo::is_unreadable) => true,
            SignatureParameters::Usual => certificate.algorithm == SignatureAlgorithm::Unknown,
            SignatureParameters::Odd => true,
            SignatureParameters::Curve(named) => {
                certificate.algorithm == SignatureAlgorithm::Unknown
                    || !matches!(issuer_key.map(|k| &k.kind), Some(KeyKind::Ec { curve }) if curve.oid() == named)
            }
        };
        if unusable || self.input.signatures.refuted(self.at, spki) {
            let (issuer, label) = match parent {
                Some((i, c)) => (IssuerRef::Certificate(self.input.index(i)), c.subject.label()),
                None => (anchor.issuer_ref(), anchor.subject.label()),
            };
            let algorithm = certificate.algorithm.java_name().to_owned();
            let detail = Detail::SignatureInvalid {
                issuer,
                label,
                algorithm,
            };
            self.add(detail, failed);
            if let Some(problem) = self.problems.last_mut() {
                problem.unusable = unusable || !issuer_key.is_some_and(|key| suits(key, &certificate.algorithm));
            }
        }
    }

    /// Checks whether a DSA key without parameters can take those of its issuer's key.
    fn inherited_parameters(&mut self, certificate: &Certificate, issuer_key: Option<&KeyInfo>) {
        let dsa = |key: Option<&KeyInfo>| key.map(|key| key.kind.clone());
        let inherits = dsa(certificate.key.as_ref()) == Some(KeyKind::Dsa { bits: None });
        if inherits && !matches!(dsa(issuer_key), Some(KeyKind::Dsa { .. })) {
            let defect = Defect::UnreadableKey;
            let reason = "Input key is not of a appropriate type for inheriting parameters";
            self.add(Detail::Malformed { defect }, reason);
        }
    }

    /// Checks whether the TLS client offers the signature algorithm, and the size of a key for
    /// key agreement (`jdk.tls.disabledAlgorithms`: `DH keySize < 1024`, `ECDH`).
    fn tls_algorithms(&mut self, certificate: &Certificate, is_top: bool) {
        let hash = jdk::disabled(&certificate.algorithm);
        if !jdk::offered(&certificate.algorithm) && hash.is_none() {
            let algorithm = certificate.algorithm.java_name();
            let key = certificate
                .key
                .as_ref()
                .filter(|_| !is_top && self.traits.checks_anchor_key_first);
            let reason = match key {
                Some(key) => {
                    let bits = key.bits().unwrap_or(0).to_string();
                    let (and, of) = ("signature and ", " key with size of ");
                    [FAILED_ON, algorithm, and, key.name(), of, &bits, "bits"].concat()
                }
                None => [FAILED_ON, "signature algorithm: ", algorithm].concat(),
            };
            let algorithm = algorithm.to_owned();
            self.add(Detail::SignatureNotOffered { algorithm }, reason);
        }
        self.key_agreement(certificate);
        if self.traits.checks_usable_bits_last {
            self.usable_bits(certificate);
        }
    }

    fn key_agreement(&mut self, certificate: &Certificate) {
        let algorithm = certificate.key.as_ref().map_or("", KeyInfo::name).to_owned();
        let (before, after) = match self.traits.checks_anchor_key_first {
            true => ("", " key"),
            false => ("key ", ""),
        };
        let reason = |bits: &str| [FAILED_ON, before, &algorithm, after, " with size of ", bits, "bits"].concat();
        // For a release that does not know these keys, they have another name, which is allowed.
        let known = dh_bits(&certificate.spki).filter(|_| !self.traits.reads_odd_keys);
        if let Some(bits) = known.filter(|bits| *bits < jdk::JDK.min_rsa_bits) {
            let reason = reason(&bits.to_string());
            let minimum = jdk::JDK.min_rsa_bits;
            self.add(
                Detail::WeakKey {
                    algorithm,
                    bits,
                    minimum,
                },
                reason,
            );
        } else if algorithm == "ECDH" && self.traits.disables_ecdh {
            let reason = reason("-1");
            self.add(Detail::SignatureNotOffered { algorithm }, reason);
        }
    }
}

/// Whether signatures of this algorithm can be made with this key.
fn suits(key: &KeyInfo, algorithm: &SignatureAlgorithm) -> bool {
    match algorithm {
        SignatureAlgorithm::RsaPss { hash, salt_length, .. } => match &key.kind {
            KeyKind::RsaPss {
                restriction: Some(restriction),
                ..
            } if !permits(restriction, algorithm) => false,
            KeyKind::Rsa(_) | KeyKind::RsaPss { .. } => {
                let length = usize::try_from(*salt_length).unwrap_or(usize::MAX);
                let length = length.saturating_add(hash.output_len()).saturating_add(2);
                key.bits()
                    .is_none_or(|bits| usize::try_from(bits.div_ceil(8)).unwrap_or(usize::MAX) >= length)
            }
            _ => false,
        },
        SignatureAlgorithm::RsaPkcs1(_) => matches!(key.kind, KeyKind::Rsa(_) | KeyKind::RsaPss { .. }),
        SignatureAlgorithm::Ecdsa(_) => matches!(key.kind, KeyKind::Ec { .. }),
        SignatureAlgorithm::Dsa(_) => matches!(key.kind, KeyKind::Dsa { .. }),
        SignatureAlgorithm::Ed25519 => key.kind == KeyKind::Ed25519,
        SignatureAlgorithm::Ed448 => key.kind == KeyKind::Ed448,
        SignatureAlgorithm::Unknown => false,
    }
}

/// Whether a key with these parameters may make signatures with those of `algorithm`.
fn permits(restriction: &SignatureAlgorithm, algorithm: &SignatureAlgorithm) -> bool {
    let parts = |algorithm: &SignatureAlgorithm| match algorithm {
        SignatureAlgorithm::RsaPss {
            hash,
            mgf_hash,
            salt_length,
            ..
        } => Some(((*hash, *mgf_hash), *salt_length)),
        _ => None,
    };
    parts(restriction)
        .zip(parts(algorithm))
        .is_some_and(|((wanted, least), (found, salt))| wanted == found && salt >= least)
}

/// Returns the finding for a certificate whose validity period does not include `at`; `None` if it
/// does. Both ends are inclusive.
#[must_use]
pub fn out_of_date(certificate: &Certificate, at: UnixTime) -> Option<Detail> {
    let (not_before, not_after) = (certificate.not_before, certificate.not_after);
    if at < not_before {
        Some(Detail::NotYetValid {
            not_before,
            at,
            days_ahead: at.days_until(not_before),
        })
    } else if at > not_after {
        Some(Detail::Expired {
            not_after,
            at,
            days_ago: not_after.days_until(at),
        })
    } else {
        None
    }
}
