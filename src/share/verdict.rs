//! Links with only the verdict: no name, no host, no certificate.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Buf as _;
use serde::Serialize;

use super::fields::{
    FINDINGS, OF_CLIENT_CERTIFICATE, PRINT, Writer, next_field, push_signed, take_array, take_signed, unknown,
};
use super::summary::Parts;
use super::{LinkError, Summary};
use crate::cert::UnixTime;
use crate::num::parse_hex;
use crate::report::{FindingCode, Outcome, Report, RuleId};

/// The most short fingerprints in a link.
pub const MAX_PRINTS: usize = 16;

/// The most finding codes for one rule in a link; fewer exist.
const MAX_CODES: usize = 128;

/// Seconds per day.
const DAY: i64 = 86_400;

/// The content of a link with only the verdict.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VerdictLink {
    /// The result of the check.
    pub answer: Summary,
    /// Whether the certificate was checked as the client certificate of a REST API's stage.
    pub client_certificate: bool,
    /// The four rules, in the order of [`RuleId::ALL`].
    pub rules: Vec<RuleVerdict>,
    /// Short fingerprints of the first [`MAX_PRINTS`] certificates, in order.
    pub prints: Vec<Print>,
}

/// One rule's outcome with the codes of its findings.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleVerdict {
    /// Which rule.
    pub rule: RuleId,
    /// Its outcome.
    pub outcome: Outcome,
    /// The codes of its findings, each once, the decisive one first.
    pub codes: Vec<FindingCode>,
}

/// A short fingerprint, which lets the owner of a certificate recognise it.
///
/// It is deliberately too short to prove anything, and it contains no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Print {
    /// The first four bytes of its SHA-256.
    pub sha256_start: [u8; 4],
    /// The start of the day (UTC) when its validity ends.
    pub until: UnixTime,
}

impl VerdictLink {
    /// Summarises a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let answer = Summary::of(report);
        let rules = RuleId::ALL.into_iter().zip(answer.outcomes).map(|(rule, outcome)| {
            let mut codes = Vec::new();
            for finding in report.rule(rule).into_iter().flat_map(|r| &r.findings) {
                let code = finding.detail.kind().number;
                if !codes.contains(&code) && codes.len() < MAX_CODES {
                    codes.push(code);
                }
            }
            RuleVerdict { rule, outcome, codes }
        });
        let prints = report.certificates.iter().take(MAX_PRINTS).map(|certificate| Print {
            sha256_start: start(&certificate.sha256),
            until: UnixTime::from_seconds(certificate.not_after.seconds().div_euclid(DAY) * DAY),
        });
        Self {
            rules: rules.collect(),
            prints: prints.collect(),
            answer,
            client_certificate: report.asked.client_certificate,
        }
    }
}

/// Returns the first four bytes of a fingerprint in hexadecimal with colons.
fn start(sha256: &str) -> [u8; 4] {
    sha256.get(..11).and_then(parse_hex).unwrap_or_default()
}

/// Encodes the fields of a link.
pub(super) fn write(link: &VerdictLink) -> Vec<u8> {
    let mut writer = Writer::default();
    let mut answer = link.answer.clone();
    // Keep printable ASCII only: a list version that came from a link may be any text.
    let word = |text: &str| -> String { text.chars().take(32).filter(char::is_ascii_graphic).collect() };
    answer.tool.version = word(&answer.tool.version);
    answer.tool.trust_list_version = word(&answer.tool.trust_list_version.to_string()).into();
    answer.write(&mut writer);
    if link.client_certificate {
        writer.field(OF_CLIENT_CERTIFICATE, &[]);
    }
    for rule in &link.rules {
        let number = RuleId::ALL.iter().zip(1..).find(|(other, _)| **other == rule.rule);
        let mut content = vec![number.map_or(0, |(_, number)| number)];
        content.extend(rule.codes.iter().map(|code| code.0));
        writer.field(FINDINGS, &content);
    }
    for print in &link.prints {
        let mut content = print.sha256_start.to_vec();
        push_signed(&mut content, print.until.seconds().div_euclid(DAY));
        writer.field(PRINT, &content);
    }
    writer.0
}

/// Reads the fields of a link.
pub(super) fn read(content: &[u8]) -> Result<VerdictLink, LinkError> {
    let mut fields = content;
    let mut parts = Parts::default();
    let mut codes: [Vec<FindingCode>; 4] = Default::default();
    let mut prints = Vec::new();
    let mut client_certificate = false;
    while let Some((number, mut content)) = next_field(&mut fields)? {
        match number {
            FINDINGS => {
                let rule = usize::from(content.try_get_u8()?).checked_sub(1);
                let of_rule = rule.and_then(|at| codes.get_mut(at)).ok_or(LinkError::Malformed)?;
                of_rule.extend(content.iter().take(MAX_CODES).map(|code| FindingCode(*code)));
                of_rule.truncate(MAX_CODES);
            }
            PRINT if prints.len() < MAX_PRINTS => prints.push(print(&mut content)?),
            OF_CLIENT_CERTIFICATE => client_certificate = true,
            PRINT => return Err(LinkError::Malformed),
            number => {
                if !parts.take(number, content)? {
                    unknown(number)?;
                }
            }
        }
    }
    let answer = parts.summary()?;
    let rules = RuleId::ALL.into_iter().zip(answer.outcomes).zip(codes);
    Ok(VerdictLink {
        rules: rules
            .map(|((rule, outcome), codes)| RuleVerdict { rule, outcome, codes })
            .collect(),
        prints,
        answer,
        client_certificate,
    })
}

fn print(content: &mut &[u8]) -> Result<Print, LinkError> {
    Ok(Print {
        sha256_start: take_array(content)?,
        until: UnixTime::from_seconds(take_signed(content)?.saturating_mul(DAY)),
    })
}
