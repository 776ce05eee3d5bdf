//! Tests that reading takes linear time. It counts steps, because a clock would measure the
//! machine.
#![allow(clippy::indexing_slicing)]

#[path = "../../tests/common/bait.rs"]
mod bait;

use bytes::Bytes;

use self::bait::BAIT;
use super::text::work;
use super::{Limits, ingest};

/// The most steps for each byte, reached by the worst texts below: each of their words begins an
/// object in hex.
const STEPS_PER_BYTE: u64 = 100;

const SIZE: usize = 32 * 1024;

/// Pseudo-random characters of an alphabet, in lines of 64.
fn noise(alphabet: &[u8], size: usize) -> Vec<u8> {
    let mut state = 0x2545_f491u32;
    let mut character = |at: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let index = usize::try_from(state >> 16).unwrap_or_default();
        if at % 65 == 64 {
            b'\n'
        } else {
            alphabet[index % alphabet.len()]
        }
    };
    (0..size).map(&mut character).collect()
}

#[test]
fn reading_takes_linear_time() {
    let bytes: Vec<u8> = (0..=u8::MAX).collect();
    let alphabets = [
        &b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[..],
        b"0123456789abcdef",
        b"MIB \n",
        b"038 ",
        &bytes,
    ];
    let bait = BAIT.iter().map(|word| {
        (
            (*word).to_owned(),
            [1, 4].map(|times| word.repeat(times * SIZE / word.len()).into_bytes()),
        )
    });
    let noise = alphabets.map(|alphabet| {
        (
            format!("noise of {alphabet:?}"),
            [1, 4].map(|times| noise(alphabet, times * SIZE)),
        )
    });
    for (name, texts) in bait.chain(noise) {
        let [one, four] = texts.map(|text| {
            work::steps(|| {
                ingest(Bytes::from(text), &Limits::default());
            })
        });
        let size = u64::try_from(SIZE).unwrap_or_default();
        assert!(
            one <= STEPS_PER_BYTE * size,
            "{name:?}: {} steps for each byte",
            one / size
        );
        assert!(
            four <= 5 * one + 10_000,
            "{name:?}: {one} steps, {four} for four times the text"
        );
    }
}
