//! Hints in the text around certificates.

pub(crate) mod acceptance;
mod cut_words;
pub(crate) mod host;
pub(crate) mod java_trace;
pub(crate) mod leads;
pub(crate) mod log_messages;
pub(crate) mod messages;
pub(crate) mod normal_text;
pub(crate) mod openssl_session;
pub(crate) mod phrase_hits;
mod side;
