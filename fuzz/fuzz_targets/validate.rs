//! Plan, signature answers and verdict: the first bytes choose the options and the verifier's
//! answers.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::i18n::{Locale, verdict_sentence};
use sslengine_doctor::verify::SignatureAnswer;

const HOSTS: [Option<&str>; 4] = [None, Some("api.example.com"), Some("10.0.0.1"), Some("xn--\u{e9}*..")];

fuzz_target!(|data: &[u8]| {
    let [how, answer, input @ ..] = data else { return };
    let moment = match how >> 5 {
        0 => "2015-01-01T00:00:00Z",
        1 => "2035-06-01T00:00:00Z",
        _ => "2026-06-15T12:00:00Z",
    };
    let Ok(at) = UnixTime::parse_rfc3339(moment) else { return };
    let mut options = Options::at(at);
    options.hostname = HOSTS[usize::from(how & 3)].map(str::to_owned);
    options.insecure_skip_verification = how & 4 != 0;
    options.first_is_leaf = how & 8 != 0;
    let Ok(plan) = plan(Bytes::copy_from_slice(input), &options) else { return };
    let answers: Vec<SignatureAnswer> = (0..plan.checks().len())
        .map(|index| match (usize::from(*answer) >> (index % 4 * 2)) & 3 {
            0 | 1 => SignatureAnswer::Valid,
            2 => SignatureAnswer::Invalid,
            _ => SignatureAnswer::Unsupported,
        })
        .collect();
    let report = judge(&plan, &answers);
    for locale in Locale::ALL {
        let _ = verdict_sentence(&report, locale);
        for finding in report.rules.iter().flat_map(|rule| &rule.findings) {
            let _ = locale.finding(&report, finding).sentence();
        }
    }
});
