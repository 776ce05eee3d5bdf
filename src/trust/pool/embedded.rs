//! The heads of the pool, embedded in every program that calls [`embedded_head`]. The page's engine
//! does not call it.

use std::sync::OnceLock;

use bytes::Bytes;

use super::file::COUNT;
use super::head::Head;

/// One file for each bucket, by the two hex digits of its number.
pub(super) type Files = [[&'static [u8]; 16]; 16];

/// Includes the pool files `00` to `ff` with this name ending.
macro_rules! files {
    ($end:literal) => {
        files!($end, "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "a" "b" "c" "d" "e" "f")
    };
    ($end:literal, $($first:literal)*) => {
        [$(files!($first, $end, "0" "1" "2" "3" "4" "5" "6" "7" "8" "9" "a" "b" "c" "d" "e" "f")),*]
    };
    ($first:literal, $end:literal, $($second:literal)*) => {
        [$(include_bytes!(concat!("../../../static/authorities/", $first, $second, $end)),)*]
    };
}
#[cfg(not(target_arch = "wasm32"))]
pub(super) use files;

static HEADS: Files = files!(".head.bin");

pub(super) fn of(files: &'static Files, bucket: u8) -> &'static [u8] {
    let row = files.get(usize::from(bucket >> 4));
    row.and_then(|row| row.get(usize::from(bucket & 15)))
        .copied()
        .unwrap_or_default()
}

/// The head of a bucket, decoded on first use. It is never `None`: a test decodes all of them.
#[must_use]
pub fn embedded_head(bucket: u8) -> Option<&'static Head> {
    static DECODED: [OnceLock<Option<Head>>; COUNT] = [const { OnceLock::new() }; COUNT];
    let slot = DECODED.get(usize::from(bucket))?;
    let decode = || Head::decode(Bytes::from_static(of(&HEADS, bucket))).ok();
    slot.get_or_init(decode).as_ref()
}

/// The head of the roots of a bucket that are not on AWS's list, decoded on first use; `None` if
/// there are none.
#[cfg(any(not(target_arch = "wasm32"), feature = "cli", feature = "js-api"))]
pub(in crate::trust) fn embedded_more(bucket: u8) -> Option<&'static Head> {
    static DECODED: [OnceLock<Option<Head>>; COUNT] = [const { OnceLock::new() }; COUNT];
    let slot = DECODED.get(usize::from(bucket))?;
    let decode = || {
        let (_, bytes) = super::more::HEADS.iter().find(|(number, _)| *number == bucket)?;
        Head::decode(Bytes::from_static(bytes)).ok()
    };
    slot.get_or_init(decode).as_ref()
}
