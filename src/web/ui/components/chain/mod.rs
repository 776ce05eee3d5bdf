//! The chain from the server certificate to the root, and the validity dates of its certificates.

pub(in crate::web::ui) mod drawing;
pub(in crate::web::ui) mod measure;
pub(in crate::web::ui) mod model;
pub(in crate::web::ui) mod periods;
pub(in crate::web::ui) mod picture;
pub(in crate::web::ui) mod timeline;
