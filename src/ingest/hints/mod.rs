//! Hints in the text around certificates.

pub(crate) mod acceptance;
pub(crate) mod host;
pub(crate) mod log_messages;
pub(crate) mod message_table;
pub(crate) mod openssl_session;
pub(crate) mod phrase_hits;
