//! The report's certificates and path.

use std::collections::HashMap;

use crate::cert::{Certificate, KeyInfo, KeyKind, extensions};
use crate::handshake::usage_name;
use crate::ingest::BlockSource;
use crate::num::colon_hex;
use crate::report::{
    CertIndex, CertificateReport, ExtensionReport, IssuedBy, KeyReport, PathStep, SanReport, SignatureStatus,
    ValidityStatus,
};
use crate::rules::Context;
use crate::verify::SignatureAnswer;

/// The path from leaf to anchor.
pub(super) fn path(context: &Context<'_>) -> Vec<PathStep> {
    let on_path = context.handshake.path.iter().copied();
    let mut steps: Vec<PathStep> = on_path
        .chain(context.sent_root())
        .map(|d| PathStep::Certificate(context.index(d)))
        .collect();
    if let Some(anchor) = context.anchor() {
        let sent = context.sent_root().is_some() || context.top().is_some_and(|(_, top)| anchor.is(top));
        if !sent {
            steps.push(PathStep::Anchor {
                anchor: anchor.report(),
            });
        }
    }
    steps
}

/// Every certificate of the input, in input order.
pub(super) fn certificates(context: &Context<'_>, sources: &[BlockSource]) -> Vec<CertificateReport> {
    let chain = context.chain;
    // A map finds issuers: comparing each of 10,000 certificates with all others would take most of
    // the time.
    let mut by_subject: BySubject<'_> = HashMap::new();
    for (distinct, certificate) in chain.certificates.iter().enumerate() {
        by_subject
            .entry(certificate.subject.canonical())
            .or_default()
            .push(distinct);
    }
    chain
        .entries
        .iter()
        .zip(sources)
        .enumerate()
        .filter_map(|(position, (entry, source))| {
            let certificate = chain.certificates.get(entry.distinct)?;
            let (issued_by, signature) = issuer(context, &by_subject, entry.distinct, certificate);
            let mut report = describe(certificate, CertIndex::from_position(position), source.clone());
            report.validity = if context.at > certificate.not_after {
                ValidityStatus::Expired
            } else if context.at < certificate.not_before {
                ValidityStatus::NotYetValid
            } else {
                ValidityStatus::Valid
            };
            report.issued_by = issued_by;
            report.signature = signature;
            report.duplicate_of = entry.duplicate_of;
            let listed = context
                .anchors
                .iter()
                .find(|a| a.is(certificate) || a.has_name_and_key_of(certificate));
            report.aliases = listed.map(|a| a.aliases.clone()).unwrap_or_default();
            Some(report)
        })
        .collect()
}

/// Indices of the distinct certificates, by the canonical form of their subject.
type BySubject<'a> = HashMap<&'a str, Vec<usize>>;

/// Finds the certificate or anchor that signed a certificate: the next step of the path first, then
/// any other whose key fits.
fn issuer(
    context: &Context<'_>,
    by_subject: &BySubject<'_>,
    at: usize,
    certificate: &Certificate,
) -> (Option<IssuedBy>, SignatureStatus) {
    let chain = context.chain;
    let path = &context.handshake.path;
    let above = path
        .iter()
        .position(|d| *d == at)
        .and_then(|p| path.get(p + 1))
        .copied();
    let is_named = |d: &usize| {
        let named = chain.certificates.get(*d);
        named.is_some_and(|c| c.subject == certificate.issuer)
    };
    let same_form = by_subject.get(certificate.issuer.canonical());
    let named = same_form.into_iter().flatten().copied().filter(is_named);
    let mut invalid = false;
    let mut unchecked = None;
    for candidate in above.into_iter().chain(named) {
        let Some(parent) = chain.certificates.get(candidate) else {
            continue;
        };
        let issued_by = IssuedBy::Certificate(context.index(candidate));
        match context.signatures.of(at, &parent.spki) {
            SignatureAnswer::Valid => return (Some(issued_by), SignatureStatus::Valid),
            SignatureAnswer::Invalid => invalid = true,
            SignatureAnswer::Unsupported => unchecked = unchecked.or(Some(issued_by)),
        }
    }
    for anchor in context.anchors.iter().filter(|a| a.subject == certificate.issuer) {
        match context.signatures.of(at, &anchor.spki) {
            SignatureAnswer::Valid => return (Some(IssuedBy::Anchor), SignatureStatus::Valid),
            SignatureAnswer::Invalid => invalid = true,
            SignatureAnswer::Unsupported => unchecked = unchecked.or(Some(IssuedBy::Anchor)),
        }
    }
    match (unchecked, invalid) {
        (Some(issued_by), _) => (Some(issued_by), SignatureStatus::NotChecked),
        (None, true) => (None, SignatureStatus::Invalid),
        (None, false) => (None, SignatureStatus::NotChecked),
    }
}

/// Describes a certificate by itself. The caller fills in what depends on other certificates and on
/// the time.
fn describe(certificate: &Certificate, index: CertIndex, source: BlockSource) -> CertificateReport {
    let ext = &certificate.extensions;
    CertificateReport {
        index,
        source,
        subject: certificate.subject.rfc4514(),
        subject_label: certificate.subject.label(),
        issuer: certificate.issuer.rfc4514(),
        issuer_label: certificate.issuer.label(),
        serial: certificate.serial.text(),
        version: certificate.version,
        not_before: certificate.not_before,
        not_after: certificate.not_after,
        key: key(certificate.key.as_ref()),
        signature_algorithm: match (&certificate.algorithm, &certificate.algorithm_oid) {
            (crate::cert::SignatureAlgorithm::Unknown, Some(oid)) => oid.clone(),
            (known, _) => known.java_name().to_owned(),
        },
        sha1: certificate.sha1.to_string(),
        sha256: certificate.sha256.to_string(),
        subject_alt_names: ext
            .san
            .iter()
            .flatten()
            .map(|name| {
                let (kind, value) = name.describe();
                SanReport {
                    kind: kind.to_owned(),
                    value,
                }
            })
            .collect(),
        is_ca: certificate.is_ca(),
        path_len: ext.basic_constraints.and_then(|b| b.path_len),
        self_issued: certificate.is_self_issued(),
        key_usage: ext.key_usage.map(crate::cert::KeyUsage::names),
        extended_key_usage: ext
            .extended_key_usage
            .as_ref()
            .map(|list| list.iter().map(|u| usage_name(u)).collect()),
        subject_key_id: ext.ski.as_deref().map(colon_hex),
        authority_key_id: ext.aki.as_ref().and_then(|a| a.key_id.as_deref()).map(colon_hex),
        issuer_locations: ext.ca_issuers.clone(),
        extensions: ext
            .list
            .iter()
            .map(|e| ExtensionReport {
                oid: e.oid.clone(),
                name: extensions::extension_name(&e.oid).map(str::to_owned),
                critical: e.critical,
                bytes: u32::try_from(e.value.len()).unwrap_or(u32::MAX),
            })
            .collect(),
        defects: certificate.defects.clone(),
        validity: ValidityStatus::Valid,
        issued_by: None,
        signature: SignatureStatus::NotChecked,
        aliases: Vec::new(),
        duplicate_of: None,
        pem: pem(&certificate.der),
    }
}

fn key(key: Option<&KeyInfo>) -> KeyReport {
    let (curve, exponent) = match key.map(|k| &k.kind) {
        Some(KeyKind::Ec { curve }) => (Some(curve.name().to_owned()), None),
        Some(KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. }) => (None, size.exponent.map(|e| e.to_string())),
        _ => (None, None),
    };
    KeyReport {
        algorithm: key.map_or("unknown", KeyInfo::name).to_owned(),
        bits: key.and_then(KeyInfo::bits).unwrap_or(0),
        curve,
        exponent,
    }
}

/// Encodes a certificate as PEM (RFC 7468 §5), with 64 characters a line.
#[must_use]
pub fn pem(der: &[u8]) -> String {
    use base64::Engine as _;
    const LINE: usize = 64;
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let mut out = String::with_capacity(text.len() + text.len() / LINE + 64);
    out.push_str("-----BEGIN CERTIFICATE-----\n");
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(LINE).unwrap_or((rest, ""));
        out.push_str(line);
        out.push('\n');
        rest = after;
    }
    out.push_str("-----END CERTIFICATE-----\n");
    out
}
