//! The pool: every CA certificate that the tool knows, in 256 buckets by subject. Lists of trusted
//! CAs refer to it.
//!
//! The bucket of a certificate is the first byte of the [name tag](tag) of its *subject*. If the
//! issuer "X" is missing, one bucket contains every certificate of that name, roots and
//! cross-signed versions included, and a few others. A bucket has two files under
//! `static/authorities/`, made from one source by `examples/trust_data`:
//!
//! - `3f.head.bin` (400 bytes compressed): the facts about its roots and intermediates that a
//!   verdict needs, see [`head`];
//! - `3f.bin` (6 kB compressed): the certificates themselves, for a repair and for share links. It
//!   is [`MAGIC`], then for each certificate its length (u16) and its DER, in the order of their
//!   SHA-256.
//!
//! The certificates of a bucket are candidates and not trusted: compare the name and verify the
//! signature, or compare the SHA-256 with the list.

#[cfg(not(target_arch = "wasm32"))]
mod certificates;
mod embedded;
mod file;
mod files;
pub mod head;
#[cfg(any(not(target_arch = "wasm32"), feature = "cli", feature = "js-api"))]
#[rustfmt::skip]
mod more;
mod moved;
mod root;
pub mod tag;

#[cfg(not(target_arch = "wasm32"))]
pub use certificates::{embedded_certificates, embedded_more_certificates};
pub use embedded::embedded_head;
#[cfg(any(not(target_arch = "wasm32"), feature = "cli", feature = "js-api"))]
pub(in crate::trust) use embedded::embedded_more;
pub use file::{COUNT, MAGIC, PoolFile, bucket, certificates};
pub use files::PoolFiles;
pub use moved::{CrossSigned, MovedCa};
pub use root::{Facts, KeyAlgorithm, Root, RootId, flag, root_id};
