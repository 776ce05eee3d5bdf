//! Recognizes encoded objects.

pub(crate) mod file_kind;
pub(crate) mod label;
pub(crate) mod outline;
pub(crate) mod pkcs7;
pub(crate) mod private_key;
