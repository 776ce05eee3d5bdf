//! Text: lines, encodings, and the objects in it.

pub(crate) mod base64;
pub(crate) mod excerpt;
pub(crate) mod hex;
pub(crate) mod layout;
pub(crate) mod lines;
pub(crate) mod objects;
pub(crate) mod pem_marker;
pub(crate) mod phrase_search;
pub(crate) mod prefilter;
pub(crate) mod utf16;
pub(crate) mod view;
pub(crate) mod word;
pub(crate) mod work;
