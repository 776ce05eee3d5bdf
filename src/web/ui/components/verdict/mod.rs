//! The differences from the previous verdict.

pub(in crate::web::ui) mod comparison;
