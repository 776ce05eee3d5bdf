//! A truststore of the user's, and a chain that is checked with it. The first byte selects whether
//! the input is a whole file or the entries of a Java keystore, the chain, and the answers to the
//! signature checks.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Options, TruststoreError, judge, plan_with, truststore};
use sslengine_doctor::verify::SignatureAnswer;

const CHAINS: [&[u8]; 2] = [
    include_bytes!("../../tests/fixtures/truststores/chain.pem"),
    include_bytes!("../../tests/fixtures/made/leaf-2048.pem"),
];

fuzz_target!(|data: &[u8]| {
    let [how, content @ ..] = data else { return };
    let file = match how & 1 {
        1 => [&[0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 3], content].concat(),
        _ => content.to_vec(),
    };
    let passwords = Passwords::new(["changeit".to_owned()]);
    let read = match truststore(&[(String::new(), Bytes::from(file))], &passwords, None) {
        Ok(read) => read,
        Err(TruststoreError::NothingTrusted { certificates }) => {
            assert!(certificates > 0);
            return;
        }
        Err(TruststoreError::Unreadable { .. }) => return,
    };
    assert!(read.store.truststore().is_some_and(|own| !own.is_empty()));
    let Ok(at) = UnixTime::parse_rfc3339("2027-01-15T00:00:00Z") else { return };
    let chain = CHAINS[usize::from(how >> 1 & 1)];
    let Ok(plan) = plan_with(Bytes::from_static(chain), &Options::at(at), &read.store) else { return };
    let answer = if how & 4 == 0 { SignatureAnswer::Valid } else { SignatureAnswer::Invalid };
    let report = judge(&plan, &vec![answer; plan.checks().len()]);
    assert!(!report.is_for_api_gateway());
});
