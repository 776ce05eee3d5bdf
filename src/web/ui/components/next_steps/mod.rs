//! What to do after a verdict: repair, configure, check elsewhere, share, export.

mod export;
pub(in crate::web::ui) mod repair;
mod share;
pub(in crate::web::ui) mod shared_verdict;
pub(in crate::web::ui) mod sharing;
pub(in crate::web::ui) mod tls_config;
pub(in crate::web::ui) mod unseen;
