//! Functions that few requests need: reading a pasted list, and removing private keys from a text.

use bytes::Bytes;

use crate::ingest;
use crate::trust::{AwsList, TrustStore};
use crate::web::protocol::KEY_REMOVED;
use crate::web::split::loaded;

/// The functions of this part.
#[derive(Clone, Copy)]
pub(super) struct Rare {
    /// Reads a pasted list and makes a store of it.
    pub(super) list: fn(&str) -> (AwsList, TrustStore),
    /// Removes the private keys from a text; `None` if the bytes are not text.
    pub(super) redacted: fn(Bytes) -> Option<String>,
}

loaded!(aside, pub(super) load_rare, Rare, Rare { list, redacted });

fn list(text: &str) -> (AwsList, TrustStore) {
    let list = AwsList::parse(text);
    let store = TrustStore::aws().listing(&list);
    (list, store)
}

fn redacted(data: Bytes) -> Option<String> {
    let redacted = ingest::redact(data);
    // A binary file cannot be shown in the box. Its keys were cleared too.
    let text = std::str::from_utf8(&redacted.bytes).is_ok_and(|text| !text.contains('\0'));
    text.then(|| redacted.text_with(KEY_REMOVED))
}
