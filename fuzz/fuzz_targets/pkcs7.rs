//! SignedData with the input as its content in BER's indefinite form, and the input as a whole
//! file.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::ingest::{Limits, ingest};

/// SEQUENCE { OID signedData, [0] { …, all lengths indefinite.
const HEAD: [u8; 15] = [0x30, 0x80, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02, 0xa0, 0x80];

fuzz_target!(|data: &[u8]| {
    let wrapped = [&HEAD[..], data, &[0; 4]].concat();
    let found = ingest(Bytes::from(wrapped), &Limits::default());
    assert!(found.blocks.iter().map(|block| block.der.len()).sum::<usize>() <= data.len() * 2 + 64);
    ingest(Bytes::copy_from_slice(data), &Limits::default());
});
