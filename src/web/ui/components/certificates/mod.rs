//! One card for each certificate, with all its fields.

pub(in crate::web::ui) mod card;
pub(in crate::web::ui) mod fields;
pub(in crate::web::ui) mod link;
pub(in crate::web::ui) mod rdn;
pub(in crate::web::ui) mod words;
