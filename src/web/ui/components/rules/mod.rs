//! The four requirements, each with its findings and its commands.

pub(in crate::web::ui) mod card;
pub(in crate::web::ui) mod checks;
