//! What to do after a verdict: repair, configure, check elsewhere, share, export.

pub(in crate::web::ui) mod export;
pub(in crate::web::ui) mod repair;
pub(in crate::web::ui) mod share;
pub(in crate::web::ui) mod shared_verdict;
pub(in crate::web::ui) mod tls_config;
pub(in crate::web::ui) mod unseen;
