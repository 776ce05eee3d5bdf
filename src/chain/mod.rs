//! Chains: which certificate is the leaf, who signed whom, and which anchors a path could end in.
//!
//! Input: decoded certificates in the order given. Output: [`Chain`], the distinct certificates
//! with their order, and the [`Links`] whose signatures must be checked first.

mod anchor;
mod links;
mod order;

pub use anchor::Anchor;
pub use links::{Links, MAX_CHECKS, MAX_ISSUERS, Signatures};
pub use order::{Chain, Entry, is_end_entity};
