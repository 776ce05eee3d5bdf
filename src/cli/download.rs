//! `--fetch-missing`: downloads certificates that a server should have sent.
//!
//! The verdict stays that on the chain as sent, because API Gateway downloads nothing. The
//! downloaded certificates show what the missing ones are, and whether the chain would be accepted
//! with them; `--repair` uses them.

use bytes::Bytes;

use super::Command;
use crate::cert::{Fingerprint, decode};
use crate::connect::Settings;
use crate::containers::Passwords;
use crate::ingest::{Limits, ingest_with};
use crate::report::{Connection, Detail, Download, DownloadTrouble, Report};

/// The most downloads for one server.
const MAX_DOWNLOADS: usize = 6;

impl Command<'_> {
    /// Downloads what `report` misses and records it in `connection`. `judge` checks the chain with
    /// the certificates so far. Returns the certificates.
    pub(super) fn download_missing(
        &self,
        settings: &Settings,
        connection: &mut Connection,
        report: &Report,
        judge: &dyn Fn(&[Bytes]) -> Option<Report>,
    ) -> Vec<Bytes> {
        let mut found: Vec<Bytes> = Vec::new();
        let mut missing = missing_issuer(report);
        while let Some((issuer, locations)) = missing.take() {
            for url in locations {
                if connection.downloads.iter().any(|earlier| earlier.url == url) {
                    continue;
                }
                let full = connection.downloads.len() >= MAX_DOWNLOADS;
                let result = if full {
                    Err(DownloadTrouble::TooMany {
                        limit: u32::try_from(MAX_DOWNLOADS).unwrap_or(u32::MAX),
                    })
                } else {
                    self.host
                        .download(&url, settings)
                        .and_then(|answer| certificate(answer, &issuer))
                };
                let (certificate, trouble) = match result {
                    Ok(certificate) => (Some(certificate), None),
                    Err(trouble) => (None, Some(trouble)),
                };
                connection.downloads.push(Download {
                    url,
                    label: certificate.as_ref().map(|(_, label)| label.clone()),
                    sha256: certificate.as_ref().map(|(der, _)| Fingerprint::of(der)),
                    trouble,
                });
                if let Some((der, _)) = certificate {
                    found.push(der);
                    let next = judge(&found);
                    connection.with_downloads = next.as_ref().map(|report| report.verdict);
                    missing = next.as_ref().and_then(missing_issuer);
                    break;
                }
                if full {
                    break;
                }
            }
        }
        found
    }
}

/// The issuer that was not sent, and the addresses of its certificate.
fn missing_issuer(report: &Report) -> Option<(String, Vec<String>)> {
    let mut findings = report.rules.iter().flat_map(|rule| &rule.findings);
    findings.find_map(|finding| match &finding.detail {
        Detail::IssuerMissing { issuer, locations, .. } => Some((issuer.clone(), locations.clone())),
        _ => None,
    })
}

/// The certificate with this subject in an answer, which has any form that can be pasted, and its
/// label.
fn certificate(answer: Bytes, subject: &str) -> Result<(Bytes, String), DownloadTrouble> {
    let blocks = ingest_with(answer, &Limits::default(), &Passwords::none()).blocks;
    let certificates: Vec<_> = blocks
        .into_iter()
        .filter_map(|block| decode(&block.der).ok().map(|decoded| (block.der, decoded.subject)))
        .collect();
    if certificates.is_empty() {
        return Err(DownloadTrouble::NotCertificate);
    }
    let right = certificates.into_iter().find(|(_, name)| name.rfc4514() == subject);
    let (der, name) = right.ok_or(DownloadTrouble::OtherCertificate)?;
    Ok((der, name.label()))
}
