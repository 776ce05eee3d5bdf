//! Arbitrary bytes: no panic, no lost certificate, linear time (one test reads 64 MB of the worst
//! known input).

use proptest::prelude::*;
use sslengine_doctor::ingest::DropReason;

use crate::common::assert_sound;
use crate::common::bait::BAIT;

use super::{der, found, pems, read, text};

const SIZE: usize = 64 * 1024 * 1024;

fn corpus() -> Vec<Vec<u8>> {
    let names = [
        "chain.pem",
        "s_client-3.0-showcerts.txt",
        "s_client-3.0.txt",
        "chain.p7b",
        "streamed-ber.p7s",
        "pkcs7.pem",
        "trusted.pem",
        "pkcs12-bags.txt",
        "keytool-rfc.txt",
        "x509-text.txt",
        "store.p12",
        "store.jks",
        "crl.pem",
        "leaf.csr",
        "xxd.txt",
        "key-pkcs8.pem",
        "key-pkcs1-encrypted.pem",
        "key-openssh.pem",
    ];
    names.iter().map(|name| super::fixture(name)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
        assert_sound(&read(bytes));
    }

    #[test]
    fn arbitrary_pieces(pieces in proptest::collection::vec(0usize..40, 0..60)) {
        let words = [
            "-----BEGIN", "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----", "\n", "\\n",
            "MIIB", "MIIBIjCCAQ", "AAAA====", "> ", "12: ", "—", "&#43;", "<br>", "%2B", "30820122308201", "\\x30\\x82", "input=",
            "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t", "verify error:num=", "Host name '", "-connect ", "#v1.", "\u{feff}",
            "+", "\n-", "\n+", "\n ", "@@ -1 +1 @@\n", "@@@ -1 -1 +1 @@@\n", "web | ", "\" + \"", "\n\" -> \"", "\u{1b}[0m", "< ", "---\n", "1c1\n",
            "+-----BEGIN CERTIFICATE-----\n", "eyJ", "MII-_",
        ];
        assert_sound(&read(pieces.iter().map(|piece| words[*piece]).collect::<String>()));
    }

    #[test]
    fn mutated_files(file in 0usize..18, edits in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..8), cut in any::<proptest::sample::Index>()) {
        let mut input = corpus().swap_remove(file);
        for (at, byte) in edits {
            let at = at.index(input.len());
            input[at] = byte;
        }
        assert_sound(&read(input.clone()));
        input.truncate(cut.index(input.len() + 1));
        assert_sound(&read(input));
    }

    /// A damaged block loses itself and nothing else.
    #[test]
    fn damage_stays_where_it_is(at in any::<proptest::sample::Index>(), byte in prop::sample::select(b"-*A \n\xff\0\\\"=:<".to_vec()), length in 1usize..40) {
        let one = pems();
        let mut middle = one[1].clone().into_bytes();
        let at = at.index(middle.len());
        let end = middle.len().min(at + length);
        middle[at..end].fill(byte);
        let input = [one[0].as_bytes(), b"\n", &middle, b"\n", one[2].as_bytes(), b"\n"].concat();
        let got = found(&read(input));
        prop_assert!(got.contains(&0) && got.contains(&2), "{got:?}");
    }

    #[test]
    fn cuts_keep_whole_blocks(cut in any::<proptest::sample::Index>()) {
        let chain = text("chain.pem");
        let cut = cut.index(chain.len());
        let whole = chain[..cut].matches("-----END CERTIFICATE-----").count();
        prop_assert!(found(&read(&chain[..cut])).len() >= whole);
    }
}

#[test]
fn sixty_four_megabytes_of_half_markers() {
    let ingested = read("-----BEGIN".repeat(SIZE / 10));
    assert!(ingested.blocks.is_empty() && ingested.dropped.is_empty());
}

#[test]
fn bait_outside_and_inside_a_block() {
    for word in BAIT {
        let bait = word.repeat((256 * 1024) / word.len());
        assert!(read(bait.clone()).dropped.len() <= 1001);
        let ingested = read(format!(
            "-----BEGIN CERTIFICATE-----\n{bait}\n-----END CERTIFICATE-----\n"
        ));
        assert!(ingested.blocks.is_empty(), "{word}");
        assert!(!ingested.dropped.is_empty(), "{word}");
    }
}

#[test]
fn sixty_four_megabytes_of_noise() {
    // A fixed pseudo-random sequence (xorshift) without structure.
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    })
    .take(SIZE / 8)
    .flatten()
    .collect();
    assert!(read(noise).blocks.is_empty());
}

#[test]
fn more_certificates_than_allowed() {
    let one = der(&pems()[0]);
    // Small objects with the outline of a certificate, 14 bytes each.
    let tiny = [0x30, 12, 0x30, 5, 0xa0, 3, 2, 1, 2, 0x30, 0, 3, 1, 0];
    let ingested = read([one.as_slice(), &tiny.repeat(200_000)].concat());
    assert_eq!(ingested.blocks.len(), 100_000);
    assert!(
        ingested
            .dropped
            .iter()
            .any(|dropped| matches!(dropped.reason, DropReason::LimitExceeded { seen: 200_001, .. }))
    );
}
