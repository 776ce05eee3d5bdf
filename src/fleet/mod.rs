//! Many servers: one table row for each, instead of its whole report.
//!
//! Input: a [`Report`] for each server, reduced to a [`Row`] of a few hundred bytes; opening a row
//! checks the server again. Output: rows filtered and sorted ([`Search`]), counted ([`Totals`]),
//! and written ([`csv`], [`markdown`]). A large input is divided into [`Part`]s. Long work on a
//! hundred thousand rows is done in steps.

mod part;
mod search;
mod totals;
mod write;

pub use part::{Member, Part, Server};
pub use search::{Column, Query, Search};
pub use totals::{MONTHS, Totals};
pub use write::{csv, csv_head, markdown, markdown_head};

use borsh::{BorshDeserialize, BorshSerialize};

use crate::cert::UnixTime;
use crate::ingest::Dropped;
use crate::json::line_of_server;
use crate::num::parse_hex;
use crate::report::{CertificateReport, Detail, Finding, Outcome, PathStep, Report, RuleId, Severity, Verdict};
use crate::visible::visible;

/// The longest name in a row, in characters: a certificate's name may have 64 kB.
const LONGEST: usize = 200;

/// One server's row in the table.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Row {
    /// The index of its file in the request, from 0.
    pub file: u32,
    /// The index of the server in that file, from 0.
    pub server: u32,
    /// The line on which its certificate begins, if the file has several servers.
    pub line: Option<u32>,
    /// A readable name of the server's certificate; empty if it has none.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The outcomes of the four rules, in order.
    pub outcomes: [Outcome; 4],
    /// A readable name of the root at which the path ends; empty if there is none.
    pub anchor: String,
    /// The last second of the server certificate's validity.
    pub not_after: Option<UnixTime>,
    /// The code of the deciding finding; empty if there is no problem.
    pub reason: String,
    /// The first eight bytes of the certificate's SHA-256, to distinguish servers.
    pub print: u64,
    /// The file's name or path; the caller fills it in.
    #[borsh(skip)]
    pub path: String,
    /// The request that it came from; the caller fills it in.
    #[borsh(skip)]
    pub job: u32,
}

impl Row {
    /// Makes the row of a report. `several` says whether its file has more servers.
    #[must_use]
    pub fn of(report: &Report, file: u32, server: u32, several: bool) -> Self {
        let at = |step: &PathStep| match step {
            PathStep::Certificate(index) => report.certificates.get(index.get()),
            PathStep::Anchor { .. } => None,
        };
        let leaf = report.path.first().and_then(at).or(report.certificates.first());
        let anchor = match report.path.last() {
            Some(PathStep::Anchor { anchor }) => anchor.label.as_str(),
            Some(step) => at(step)
                .filter(|top| top.self_issued || !top.aliases.is_empty())
                .map_or("", |top| top.subject_label.as_str()),
            None => "",
        };
        Self {
            file,
            server,
            line: line_of_server(report).filter(|_| several),
            name: leaf.map(name_of).unwrap_or_default(),
            verdict: report.verdict,
            outcomes: report.outcomes(),
            anchor: short(anchor),
            not_after: leaf.map(|leaf| leaf.not_after),
            reason: reason(report).unwrap_or_default().to_owned(),
            print: leaf.map(|leaf| print_of(&leaf.sha256)).unwrap_or_default(),
            path: String::new(),
            job: 0,
        }
    }

    /// The outcome of one rule.
    #[must_use]
    pub fn outcome(&self, rule: RuleId) -> Outcome {
        let place = RuleId::ALL.iter().position(|one| *one == rule);
        let outcome = place.and_then(|place| self.outcomes.get(place));
        outcome.copied().unwrap_or(Outcome::Unknown)
    }

    /// Whole days left at the time `at`; negative if the certificate has expired.
    #[must_use]
    pub fn days(&self, at: UnixTime) -> Option<i64> {
        self.not_after.map(|end| at.days_until(end))
    }

    /// The file, with the line if it has several servers: `backends.pem:31`. For a paste, only the
    /// line.
    #[must_use]
    pub fn place(&self) -> String {
        match self.line {
            Some(line) if self.path.is_empty() => line.to_string(),
            Some(line) => [&visible(&self.path), ":", &line.to_string()].concat(),
            None => visible(&self.path),
        }
    }
}

/// The label of its subject, or else the first name that it is valid for.
fn name_of(leaf: &CertificateReport) -> String {
    let named = Some(&leaf.subject_label).filter(|label| !label.trim().is_empty());
    let other = leaf.subject_alt_names.first().map(|name| &name.value);
    named.or(other).map(|name| short(name)).unwrap_or_default()
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

fn print_of(sha256: &str) -> u64 {
    sha256.get(..23).and_then(parse_hex).map_or(0, u64::from_be_bytes)
}

/// The code of the finding that rejects the chain, or else of the first warning.
fn reason(report: &Report) -> Option<&'static str> {
    let findings = || report.rules.iter().flat_map(|rule| &rule.findings);
    let first = |severity| findings().find(move |finding| finding.detail.severity() == severity);
    let open = |finding: &Finding| {
        finding.detail.kind().undecided || matches!(finding.detail, Detail::AnchorDistrusted { .. })
    };
    let refuses = || report.handshake.reason.as_ref().or_else(|| first(Severity::Error));
    let finding = match report.verdict {
        Verdict::Fail => refuses(),
        Verdict::Pass => first(Severity::Warning),
        Verdict::Inconclusive => findings()
            .find(|finding| open(finding))
            .or_else(|| first(Severity::Warning)),
    };
    finding.map(|finding| finding.detail.code())
}

/// The results of several files, each checked separately.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Batch {
    /// Their servers.
    pub rows: Vec<Row>,
    /// The files without a server.
    pub without_server: Vec<FileWithoutServer>,
    /// The files with a private key, which was removed.
    pub keys: Vec<u32>,
    /// Whether one of the files has all its CA certificates together, from which each server got
    /// those above it.
    pub shared: bool,
    /// Whether the full engine may check a signature or open a container that this one could not.
    pub incomplete: bool,
}

/// A file without a server.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct FileWithoutServer {
    /// The index of the file.
    pub file: u32,
    /// What it contains instead.
    pub what: OtherContent,
}

/// What a file contains instead of a server certificate.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum OtherContent {
    /// Only CA certificates, such as a server's `chain.pem`.
    Authorities,
    /// Nothing that looks like a certificate.
    Nothing,
    /// Something else, or a certificate that cannot be read.
    Other(Dropped),
    /// Unknown: the file could not be read.
    Unread,
}

/// The result of dividing a large input.
#[derive(Clone, Debug, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct SplitFile {
    /// The number of servers in each part.
    pub servers: Vec<u32>,
    /// Whether it has all its CA certificates together, from which each server got those above it.
    pub shared: bool,
    /// What it contains if it has no server.
    pub other: Option<OtherContent>,
    /// Whether it contained a private key, which was removed.
    pub key: bool,
    /// Whether the full engine may find more in it.
    pub incomplete: bool,
}

#[cfg(test)]
pub(crate) mod samples {
    use super::*;

    /// A row with a name, a verdict and days left after 2026-11-23.
    pub(crate) fn row(name: &str, verdict: Verdict, days: i64) -> Row {
        let at = UnixTime::parse_rfc3339("2026-11-23T07:00:00Z").map_or(0, UnixTime::seconds);
        let rule = match verdict {
            Verdict::Pass => Outcome::Pass,
            Verdict::Fail => Outcome::Fail,
            Verdict::Inconclusive => Outcome::Unknown,
        };
        Row {
            file: 0,
            server: 0,
            line: None,
            name: name.to_owned(),
            verdict,
            outcomes: [Outcome::Pass, Outcome::Pass, rule, Outcome::Pass],
            anchor: "Amazon Root CA 1".to_owned(),
            not_after: Some(UnixTime::from_seconds(at + days * 86_400 + 10)),
            reason: if verdict == Verdict::Fail {
                "issuer-missing".to_owned()
            } else {
                String::new()
            },
            print: 1,
            path: [name, ".pem"].concat(),
            job: 0,
        }
    }
}
