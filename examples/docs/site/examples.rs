//! One example input per finding code. The core checks every example during the build, so an
//! example that no longer shows its code fails the build.

use std::error::Error;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, Plan, judge, plan_with};
use sslengine_doctor::report::{Detail, Finding, Report};
use sslengine_doctor::share::{Shards, Shared, encode};
use sslengine_doctor::trust::{AwsList, ClientId, Clients, TrustStore};
use sslengine_doctor::verify::Verifier as _;
use sslengine_doctor::verify::native::NativeVerifier;

/// How an input is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// With AWS's list.
    Plain,
    /// With `insecureSkipVerification`.
    Skip,
    /// With a list that contains the input's last certificate.
    Listed,
    /// For the client with this id, with `insecureSkipVerification`, which has no effect there.
    Client(&'static str),
    /// As a client certificate.
    ClientCertificate,
}
use Mode::{Client, ClientCertificate, Listed, Plain, Skip};

struct Row {
    code: &'static str,
    mode: Mode,
    at: &'static str,
    /// Project files, each with the number of certificates to use.
    files: &'static [(&'static str, usize)],
}

const ALL: usize = usize::MAX;

/// Times at which the certificates are valid.
const MADE: &str = "2026-06-15T12:00:00Z";
const AMAZON: &str = "2025-03-15T12:00:00Z";
const CRATES: &str = "2023-06-15T12:00:00Z";

const DEMO: &str = "tests/fixtures/real/amazon-rsa2048.pem";
const CRATES_IO: &str = "tests/fixtures/real/crates-io.pem";
const LEAF: &str = "tests/fixtures/made/leaf-2048.pem";
const INTERMEDIATE: &str = "tests/fixtures/made/intermediate.pem";
const ROOT: &str = "tests/fixtures/made/root.pem";

macro_rules! made {
    ($name:literal) => {
        &[(concat!("tests/fixtures/findings/", $name, ".pem"), ALL)]
    };
}

const fn row(code: &'static str, mode: Mode, at: &'static str, files: &'static [(&'static str, usize)]) -> Row {
    Row { code, mode, at, files }
}

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row("anchor-listed", Plain, AMAZON, &[(DEMO, ALL)]),
    row("anchor-reissued", Plain, CRATES, &[(CRATES_IO, ALL)]),
    row("listed-by-fingerprint", Listed, MADE, &[(LEAF, 1), (INTERMEDIATE, 1), (ROOT, 1)]),
    row("root-not-listed", Plain, MADE, &[(LEAF, 1), (INTERMEDIATE, 1), (ROOT, 1)]),
    row("self-signed-leaf", Plain, MADE, &[("tests/fixtures/made/self-signed.pem", ALL)]),
    row("issuer-not-listed", Plain, MADE, &[(LEAF, 1), (INTERMEDIATE, 1)]),
    row("issuer-unknown", Plain, MADE, &[(LEAF, 1)]),
    row("supported-once-sent", Plain, AMAZON, &[(DEMO, 1)]),
    row("anchor-key-mismatch", Plain, MADE, made!("anchor-key-mismatch")),
    row("default-certificate", Plain, MADE, &[("static/examples/default-certificate.pem", ALL)]),
    row("list-waived", Skip, MADE, &[(LEAF, 1), (INTERMEDIATE, 1), (ROOT, 1)]),
    row("root-not-sent", Skip, MADE, &[(LEAF, 1), (INTERMEDIATE, 1)]),
    row("listed-root-not-sent", Skip, AMAZON, &[(DEMO, ALL)]),
    row("root-not-ca", Skip, MADE, &[("tests/fixtures/made/self-signed.pem", ALL)]),
    row("root-without-key-cert-sign", Skip, MADE, made!("root-without-key-cert-sign")),
    row("private-root-sent", Skip, MADE, &[(LEAF, 1), (INTERMEDIATE, 1), (ROOT, 1)]),
    row("anchor-distrusted", Plain, "2017-06-01T12:00:00Z", &[("tests/fixtures/real/netflix-2016.pem", ALL)]),
    row("in-date", Plain, AMAZON, &[(DEMO, ALL)]),
    row("expired", Plain, "2024-06-15T12:00:00Z", &[("tests/fixtures/real/amazon-expired.pem", ALL)]),
    row("not-yet-valid", Plain, "2025-02-20T12:00:00Z", &[(DEMO, ALL)]),
    row("expires-soon", Plain, "2025-04-20T12:00:00Z", &[(DEMO, ALL)]),
    row("anchor-out-of-date", Skip, MADE, made!("anchor-out-of-date")),
    row("chain-complete", Plain, AMAZON, &[(DEMO, ALL)]),
    row("issuer-missing", Plain, AMAZON, &[(DEMO, 1)]),
    row("signature-invalid", Skip, MADE, made!("signature-invalid")),
    row("signature-unchecked", Skip, MADE, made!("signature-unchecked")),
    row("leaf-missing", Plain, MADE, &[(INTERMEDIATE, 1), (ROOT, 1)]),
    row("leaf-not-first", Skip, MADE, &[(INTERMEDIATE, 1), (LEAF, 1), (ROOT, 1)]),
    row("wrong-order", Skip, MADE, &[(LEAF, 1), (ROOT, 1), (INTERMEDIATE, 1)]),
    row("duplicate", Plain, AMAZON, &[(DEMO, 1), (DEMO, ALL)]),
    row("stray", Plain, AMAZON, &[(DEMO, ALL), (INTERMEDIATE, 1)]),
    row("root-sent", Plain, CRATES, &[(CRATES_IO, 3)]),
    row("not-a-ca", Skip, MADE, made!("not-a-ca")),
    row("old-version", Skip, MADE, made!("old-version")),
    row("path-length-exceeded", Skip, MADE, made!("path-length-exceeded")),
    row("no-key-cert-sign", Skip, MADE, made!("no-key-cert-sign")),
    row("leaf-key-usage", Skip, MADE, made!("leaf-key-usage")),
    row("empty-key-usage", Skip, MADE, made!("empty-key-usage")),
    row("leaf-extended-key-usage", Skip, MADE, made!("leaf-extended-key-usage")),
    row("netscape-cert-type", Skip, MADE, made!("netscape-cert-type")),
    row("name-constraint", Skip, MADE, made!("name-constraint")),
    row("name-constraint-unsupported", Skip, MADE, made!("name-constraint-unsupported")),
    row("policy-required", Skip, MADE, made!("policy-required")),
    row("policy-mapping-any", Skip, MADE, made!("policy-mapping-any")),
    row("policy-qualifiers-critical", Plain, MADE, made!("policy-qualifiers-critical")),
    row("unknown-critical-extension", Skip, MADE, made!("unknown-critical-extension")),
    row("weak-signature", Skip, MADE, made!("weak-signature")),
    row("sha1-signature", Skip, MADE, made!("sha1-signature")),
    row("sha1-under-jdk-root", Client("temurin-21.0.8"), "2026-11-23T12:00:00Z", made!("sha1-under-jdk-root")),
    row("signature-not-offered", Skip, MADE, made!("signature-not-offered")),
    row("weak-key", Skip, MADE, made!("weak-key")),
    row("curve-unsupported", Skip, MADE, made!("curve-unsupported")),
    row("malformed", Skip, MADE, made!("malformed")),
    row("too-many-certificates", Plain, CRATES, &[(CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL)]),
    row("message-too-large", Plain, CRATES, &[(CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL), (CRATES_IO, ALL)]),
    row("path-too-long", Skip, MADE, made!("path-too-long")),
    row("key-identifier-mismatch", Skip, MADE, made!("key-identifier-mismatch")),
    row("anchor-identifier-mismatch", Skip, MADE, made!("anchor-identifier-mismatch")),
    row("no-path", Skip, MADE, made!("no-path")),
    row("search-ended", Skip, MADE, made!("search-ended")),
    row("anchor-unfit", Skip, MADE, made!("anchor-unfit")),
    row("certificate-blocked", Plain, "2011-06-15T12:00:00Z", made!("certificate-blocked")),
    row("key-compromised", Skip, "2026-12-15T12:00:00Z", made!("key-compromised")),
    row("anchor-distrusted-here", Client("debian-12"), "2020-01-01T00:00:00Z", &[("tests/fixtures/real/entrust-2019.pem", ALL)]),
    row("ca-moved", Plain, MADE, made!("ca-moved")),
    row("skip-verification-not-applicable", Client("debian-12"), AMAZON, &[(DEMO, ALL)]),
    row("key-limit-not-applicable", Client("debian-12"), AMAZON, &[("tests/fixtures/real/amazon-rsa4096.pem", ALL)]),
    row("client-public-certificate", ClientCertificate, AMAZON, &[(DEMO, ALL)]),
    row("client-chain-too-long", ClientCertificate, MADE, made!("path-too-long")),
    row("client-usage-missing", ClientCertificate, MADE, made!("sha1-signature")),
    row("client-key-unsupported", ClientCertificate, MADE, made!("other-key")),
    row("key-within-limit", Plain, AMAZON, &[(DEMO, ALL)]),
    row("key-too-large", Plain, AMAZON, &[("tests/fixtures/real/amazon-rsa4096.pem", ALL)]),
    row("elliptic-key", Plain, AMAZON, &[("tests/fixtures/real/amazon-p256.pem", ALL)]),
    row("other-key", Skip, MADE, made!("other-key")),
    row("ca-key", Plain, AMAZON, &[(DEMO, ALL)]),
    row("product-certificate", Skip, MADE, &[("static/examples/default-certificate.pem", ALL)]),
    row("root-version-out-of-date", Plain, "2038-01-05T12:00:00Z", &[(CRATES_IO, ALL)]),
    row("wrong-intermediate", Plain, AMAZON, &[(DEMO, 1), (INTERMEDIATE, 1)]),
    row("key-unknown", Skip, MADE, made!("key-unknown")),
    row("self-issued-pair", Listed, "2027-06-15T12:00:00Z", made!("self-issued-pair")),
];

/// A sample of a reserved code, which nothing reports.
fn reserved(code: &str) -> Option<Detail> {
    let aliases = vec!["example".to_owned()];
    (code == "listed-by-fingerprint").then_some(Detail::ListedByFingerprint { aliases })
}

/// A checked example with the finding that it shows.
pub struct Example {
    pub pem: String,
    pub at: &'static str,
    pub mode: Mode,
    pub report: Report,
    pub finding: Finding,
    /// Whether the code is reserved: nothing reports it.
    pub reserved: bool,
    /// The fragment of a share link that opens the example; `None` if no link can contain it.
    pub link: Option<String>,
}

/// Checks the example of a code.
///
/// # Errors
/// The code has no example, or its example does not show the code.
pub fn example(project: &Path, code: &'static str) -> Result<Example, Box<dyn Error>> {
    let row = ROWS.iter().find(|row| row.code == code);
    let row = row.ok_or_else(|| format!("no example for {code}: add a row to {}", file!()))?;
    let mut pem = String::new();
    for (path, count) in row.files {
        let text = std::fs::read_to_string(project.join(path)).map_err(|why| format!("{path}: {why}"))?;
        pem.push_str(&certificates(&text, *count));
    }
    let mut options = Options::at(UnixTime::parse_rfc3339(row.at)?);
    options.insecure_skip_verification = matches!(row.mode, Skip | Client(_));
    let client = match row.mode {
        Client(id) => ClientId::parse(id).ok_or("no such client")?,
        Plain | Skip | Listed | ClientCertificate => ClientId::API_GATEWAY,
    };
    options.client = client;
    options.client_certificate = row.mode == ClientCertificate;
    let list = (row.mode == Listed)
        .then(|| listing_the_last(&pem, &options))
        .transpose()?;
    let of_client = TrustStore::of(client, Some(Clients::embedded())).filter(|_| client != ClientId::API_GATEWAY);
    let trust = list.as_ref().or(of_client.as_ref()).unwrap_or(TrustStore::embedded());
    let plan = plan_with(pem.clone().into(), &options, trust)?;
    let answers = NativeVerifier.verify_all(plan.checks());
    let report = judge(&plan, &answers);
    let mut findings = report.rules.iter().flat_map(|rule| &rule.findings);
    let shown = findings.find(|finding| finding.detail.code() == code).cloned();
    let reserved = reserved(code);
    let finding = match (shown, &reserved) {
        (Some(finding), None) => finding,
        (None, Some(detail)) => Finding::overall(detail.clone()),
        (Some(_), Some(_)) => return Err(format!("{code} is reported, so it is not reserved").into()),
        (None, None) => return Err(format!("the example for {code} does not show it: {}", all_codes(&report)).into()),
    };
    // A link can contain neither a list nor the kind of certificate.
    let link = (!matches!(row.mode, Listed | ClientCertificate))
        .then(|| link(&pem, &plan, &report))
        .flatten();
    Ok(Example {
        pem,
        at: row.at,
        mode: row.mode,
        report,
        finding,
        reserved: reserved.is_some(),
        link,
    })
}

fn all_codes(report: &Report) -> String {
    let findings = report.rules.iter().flat_map(|rule| &rule.findings);
    findings
        .map(|finding| finding.detail.code())
        .collect::<Vec<_>>()
        .join(" ")
}

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----\n";

/// The first `count` certificates of a text, without the text between them.
fn certificates(text: &str, count: usize) -> String {
    let blocks = text.split(BEGIN).skip(1).take(count);
    let block = |rest: &str| rest.split_once(END).map(|(body, _)| [BEGIN, body, END].concat());
    blocks.filter_map(block).collect()
}

fn listing_the_last(pem: &str, options: &Options) -> Result<TrustStore, Box<dyn Error>> {
    let plan = plan_with(pem.to_owned().into(), options, TrustStore::embedded())?;
    let report = judge(&plan, &[]);
    let last = report.certificates.last().ok_or("no certificate")?;
    let entry = format!("Alias name: example\nSHA256: {}\n", last.sha256);
    Ok(TrustStore::embedded().listing(&AwsList::parse(&entry)))
}

/// Examples with a longer link, in characters, get none: browsers limit the address bar.
const LONGEST_LINK: usize = 12_000;

fn link(pem: &str, plan: &Plan<'_>, report: &Report) -> Option<String> {
    // All certificates of the input, with copies: a plan has each one once.
    let shared = Shared {
        certificates: ders(pem)?,
        ..plan.shared(report, true, None)
    };
    let link = encode(&shared, &Shards::default()).ok()?;
    (link.len() <= LONGEST_LINK).then_some(link)
}

fn ders(pem: &str) -> Option<Vec<Bytes>> {
    let der = |block: &str| {
        let text: String = block.split(END).next()?.split_whitespace().collect();
        STANDARD.decode(text).ok().map(Bytes::from)
    };
    pem.split(BEGIN).skip(1).map(der).collect()
}
