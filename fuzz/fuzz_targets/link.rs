//! Share links. The first byte selects whether the input is a text that may contain a link, or the
//! fields or body of a link.
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sha2::{Digest as _, Sha256};
use sslengine_doctor::ingest::{Limits, ingest};
use sslengine_doctor::share::{Link, LinkError, Shards, decode, encode};

/// Builds a link with the given body.
fn enveloped(kind: u8, body: &[u8]) -> String {
    let [_, length @ ..] = u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes();
    let head = [&[kind], &length[..]].concat();
    let sum = Sha256::digest([&head, body].concat());
    format!("v1.{}", URL_SAFE_NO_PAD.encode([&head, &sum[..4], body].concat()))
}

fuzz_target!(|data: &[u8]| {
    let [how, content @ ..] = data else { return };
    let text = match how & 3 {
        1 => enveloped(how >> 2 & 3, &miniz_oxide::deflate::compress_to_vec(content, 1)),
        2 => enveloped(how >> 2 & 3, content),
        _ => String::from_utf8_lossy(content).into_owned(),
    };
    let read = decode(&text);
    if how & 3 == 0 {
        // Ingest must find a link wherever `decode` does. It also redacts keys and reads other
        // encodings, so it may find a different link.
        let hint = ingest(Bytes::from(text.clone()), &Limits::default()).hints.share_link;
        if let Some(hint) = hint {
            assert_ne!(decode(&hint), Err(LinkError::NoLink), "{hint}");
        }
    }
    match read {
        Ok(Link::Certificates(part)) => {
            if let Ok(shared) = part.resolve(&Shards::default()) {
                // A decoded link can be encoded, and decodes to the same value.
                let again = encode(&shared, &Shards::default()).expect("what was read can be written");
                assert_eq!(decode(&again), Ok(Link::Certificates(part)));
            }
        }
        Ok(Link::Verdict(verdict)) => assert_eq!(verdict.rules.len(), 4),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
});
