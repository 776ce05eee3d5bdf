//! PKCS#12, Java keystores and ZIP. The first byte selects whether the input is a whole file or the
//! content of one.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::ingest::{Limits, ingest_with};

/// Limit for key derivation iterations: enough for every seed, and fast.
const ITERATIONS: u64 = 50_000;

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let len = u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes();
    [&[tag, 0x84][..], &len, content].concat()
}

/// ContentInfo of type data.
fn data_info(content: &[u8]) -> Vec<u8> {
    const DATA: [u8; 11] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
    tlv(0x30, &[&DATA[..], &tlv(0xa0, &tlv(0x04, content))].concat())
}

fuzz_target!(|data: &[u8]| {
    let [how, content @ ..] = data else { return };
    let file = match how & 3 {
        // A PKCS#12 file with the input as its only safe.
        1 => tlv(0x30, &[&[2, 1, 3], &data_info(&tlv(0x30, &data_info(&tlv(0x30, content))))[..]].concat()),
        // A keystore with the input as its entries.
        2 => {
            let magic: u32 = if how & 4 == 0 { 0xfeed_feed } else { 0xcece_cece };
            [&magic.to_be_bytes()[..], &[0, 0, 0, 2, 0, 0, 0, 3], content].concat()
        }
        _ => content.to_vec(),
    };
    let limits = Limits { iterations: ITERATIONS, inflated_bytes: 1 << 20, ..Limits::default() };
    let passwords = Passwords::new(["changeit".to_owned(), "p\u{e4}ssw\u{f6}rd".to_owned()]);
    let found = ingest_with(Bytes::from(file), &limits, &passwords);
    assert!(!format!("{found:?}").contains("changeit"));
});
