//! The verdict, and how it differs from the one before.

pub(in crate::web::ui) mod banner;
pub(in crate::web::ui) mod compare;
pub(in crate::web::ui) mod comparison;
