//! The cases whose instructions `scripts/count.mjs` counts: one case for each run, selected by the
//! argument. Only code inside `measured` counts, not reading files or creating inputs. The times
//! are fixed; only the seeds of hash tables are random.

#![allow(clippy::expect_used, clippy::panic, missing_docs)]

use std::fmt::Write as _;
use std::path::Path;

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::json::ReportView;
use sslengine_doctor::verify::Verifier;
use sslengine_doctor::verify::native::NativeVerifier;

/// From bytes to JSON, including signature verification.
#[inline(never)]
fn measured(input: Bytes, options: &Options) -> String {
    let plan = plan(input, options).expect("certificates");
    let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
    serde_json::to_string(&ReportView::new(&report, Locale::En)).expect("JSON")
}

fn file(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the project")
}

/// The first `count` certificates of a file.
fn certificates(path: &str, count: usize) -> String {
    const END: &str = "-----END CERTIFICATE-----\n";
    file(path).split_inclusive(END).take(count).collect()
}

/// A megabyte of server log with a chain's certificates in the middle.
fn noise() -> String {
    let chain = file("tests/fixtures/real/amazon-rsa2048.pem");
    let mut text = String::new();
    let mut line = 0u64;
    while text.len() < 1_000_000 {
        let (second, order) = (line % 60, line * 48_271 % 1_000_003);
        writeln!(
            text,
            "2026-06-15T12:00:{second:02}Z INFO GET /orders/{order} 200 host=api.example.com trace={:x}",
            line * 2_654_435_761
        )
        .expect("a line");
        line += 1;
        if line == 6_000 {
            text.push_str(&chain);
        }
    }
    text
}

fn main() {
    let case = std::env::args().nth(1).unwrap_or_default();
    let input = match case.as_str() {
        "rsa-chain" => file("tests/fixtures/real/amazon-rsa2048.pem"),
        "p256-chain" => file("tests/fixtures/real/amazon-p256.pem"),
        "bundle-200" => certificates("trust/intermediates.pem", 200),
        "noise-1mb" => noise(),
        // `cargo test` and `cargo bench` pass no case: do nothing.
        _ => return,
    };
    let options = Options::at(UnixTime::parse_rfc3339("2025-03-15T12:00:00Z").expect("a moment"));
    println!("{} bytes of JSON", measured(input.into(), &options).len());
}
