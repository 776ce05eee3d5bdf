//! The release of the embedded data.

/// The first bytes of a list: kind and version.
pub const MAGIC: &[u8] = b"SSLD-LIST1\n";

/// AWS's list; its format is in [`entry`](super::entry).
pub(super) const AWS: &[u8] = include_bytes!("data/aws.bin");

/// The id of the release. Pool files of another release are rejected.
pub(super) fn release() -> Option<[u8; 8]> {
    AWS.strip_prefix(MAGIC)?.first_chunk().copied()
}
