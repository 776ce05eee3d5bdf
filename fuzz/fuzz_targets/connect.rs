//! The output of this program's `--connect` as people paste it: the first line and what follows it
//! are the input, and a chain stands after them. The first byte selects the chain.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::i18n::{Locale, verdict_sentence};
use sslengine_doctor::ingest::HostOrigin;
use sslengine_doctor::verify::SignatureAnswer;

const HEAD: &[u8] = b"Output of sslengine-doctor --connect ";
const CHAINS: [&[u8]; 2] = [
    include_bytes!("../../tests/fixtures/made/leaf-2048.pem"),
    include_bytes!("../../tests/fixtures/made/intermediate.pem"),
];

fuzz_target!(|data: &[u8]| {
    let [how, lines @ ..] = data else { return };
    let chain = CHAINS[usize::from(how & 1)];
    let text = [HEAD, lines, b"\n", chain].concat();
    let Ok(at) = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z") else { return };
    let Ok(plan) = plan(Bytes::from(text), &Options::at(at)) else { return };
    let report = judge(&plan, &vec![SignatureAnswer::Valid; plan.checks().len()]);
    let hints = &report.input.hints;
    assert!(hints.messages.len() <= 100 && hints.described.len() <= 16);
    if hints.host_from.is_some_and(|from| from.origin == HostOrigin::Handshake) {
        let host = hints.host.as_ref().map(|host| host.name.as_str());
        assert!(host.is_some_and(|name| !name.is_empty() && name.len() <= 253));
    }
    for locale in Locale::ALL {
        let _ = verdict_sentence(&report, locale);
    }
});
