//! The entry point of every input: any bytes, as a paste.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::ingest::{Limits, ingest, ingest_plain, redact};

fuzz_target!(|data: &[u8]| {
    let input = Bytes::copy_from_slice(data);
    let found = ingest(input.clone(), &Limits::default());
    // Plain PEM is read as by the other readers.
    if let Some(plain) = ingest_plain(&[(String::new(), input.clone())], &Limits::default()) {
        assert_eq!(plain, found);
    }
    // Redacting twice changes nothing: the second pass finds no key.
    let once = redact(input);
    assert_eq!(once.found.len(), once.ranges.len());
    assert!(once.ranges.iter().all(|range| range.start <= range.end && range.end <= once.bytes.len()));
    assert!(found.blocks.len() <= data.len());
});
