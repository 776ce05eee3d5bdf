//! Helpers that build chains, reports and links.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};
use sslengine_doctor::cert::{UnixTime, decode};
use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::ingest::{Limits, ingest};
use sslengine_doctor::report::Report;
use sslengine_doctor::share::{Shards, Shared, SharedOptions, Summary};
use sslengine_doctor::trust::pool::{self, PoolFile};
use sslengine_doctor::verify::{Verifier, native::NativeVerifier};

pub fn at(text: &str) -> UnixTime {
    UnixTime::parse_rfc3339(text).unwrap()
}

/// The certificates of a file under `tests/fixtures`.
pub fn chain(file: &str) -> Vec<Bytes> {
    let path = format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"));
    let ingested = ingest(std::fs::read(path).unwrap().into(), &Limits::default());
    assert!(!ingested.blocks.is_empty(), "{file}");
    ingested.blocks.into_iter().map(|block| block.der).collect()
}

pub fn options(asked: &SharedOptions, now: UnixTime) -> Options {
    Options {
        hostname: asked.hostname.clone(),
        insecure_skip_verification: asked.insecure_skip_verification,
        first_is_leaf: asked.first_is_leaf,
        client_certificate: asked.client_certificate,
        client: asked.client,
        ..Options::at(asked.at.unwrap_or(now))
    }
}

/// The report that a page would show for the input.
pub fn checked(input: &str, options: &Options) -> Report {
    let plan = plan(Bytes::copy_from_slice(input.as_bytes()), options).unwrap();
    judge(&plan, &NativeVerifier.verify_all(plan.checks()))
}

/// What a sender's page would share for these certificates.
pub fn shared(certificates: Vec<Bytes>, asked: SharedOptions, now: UnixTime) -> (Shared, Report) {
    let (verdict, outcomes) = (
        sslengine_doctor::report::Verdict::Fail,
        [sslengine_doctor::report::Outcome::Unknown; 4],
    );
    let mut shared = Shared {
        certificates,
        answer: Summary {
            judged_at: now,
            verdict,
            outcomes,
            accepted: false,
            tool: sslengine_doctor::report::Tool {
                version: String::new(),
                trust_list_version: Default::default(),
            },
            client: Default::default(),
        },
        asked,
    };
    let report = checked(&shared.pem(), &options(&shared.asked, now));
    shared.answer = Summary::of(&report);
    (shared, report)
}

/// The files that the project ships.
pub fn shipped(numbers: &[u8]) -> Shards {
    let mut shards = Shards::default();
    for number in numbers {
        let name = PoolFile::Certificates(*number).path();
        let path = format!("{}/static/{name}", env!("CARGO_MANIFEST_DIR"));
        shards.insert(*number, &std::fs::read(path).unwrap().into()).unwrap();
    }
    shards
}

/// Files that contain all of these certificates.
pub fn knowing(certificates: &[Bytes]) -> Shards {
    let number = |der: &Bytes| pool::bucket(decode(der).unwrap().subject.canonical());
    let mut shards = Shards::default();
    for wanted in certificates.iter().map(number) {
        let mut file = pool::MAGIC.to_vec();
        for der in certificates.iter().filter(|der| number(der) == wanted) {
            file.extend(u16::try_from(der.len()).unwrap().to_be_bytes());
            file.extend(der);
        }
        shards.insert(wanted, &file.into()).unwrap();
    }
    shards
}

/// A link with any content and a valid checksum, as an attacker could make it.
pub fn sealed(kind: u8, fields: &[u8]) -> String {
    enveloped(kind, &miniz_oxide::deflate::compress_to_vec(fields, 9))
}

/// A link with any body.
pub fn enveloped(kind: u8, body: &[u8]) -> String {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let head = [&[kind], &length[1..]].concat();
    let sum = Sha256::digest([&head, body].concat());
    format!("v1.{}", URL_SAFE_NO_PAD.encode([&head, &sum[..4], body].concat()))
}

/// A field below 16 kB.
pub fn field(number: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    let length = [low | 0x80, high << 1 | low >> 7];
    [&[number], &length[..], content].concat()
}

/// An answer: rejected, all outcomes met, at 1970.
pub fn answer() -> Vec<u8> {
    field(16, &[0, 0, 0])
}
