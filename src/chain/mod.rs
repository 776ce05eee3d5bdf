//! Finds the leaf of a chain, the links between its certificates, and the anchors.
//!
//! Input: decoded certificates in the order of the input. Output: a [`Chain`] of the distinct
//! certificates, and the [`Links`] whose signatures must be checked.

mod anchor;
mod links;
mod order;

pub use anchor::Anchor;
pub use links::{Links, MAX_CHECKS, MAX_ISSUERS, Signatures};
pub use order::{Chain, Entry, is_end_entity};
