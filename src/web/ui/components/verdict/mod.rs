//! The verdict, and its differences from the previous one.

pub(in crate::web::ui) mod banner;
pub(in crate::web::ui) mod comparison;
