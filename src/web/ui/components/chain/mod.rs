//! The chain from the server certificate to the root, and the validity dates of its certificates.

pub(in crate::web::ui) mod bar;
pub(in crate::web::ui) mod list;
mod model;
mod periods;

#[cfg(all(test, feature = "rust-verifier"))]
mod tests;
