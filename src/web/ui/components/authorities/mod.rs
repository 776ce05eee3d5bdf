//! The CA certificates on AWS's list, and the page about what this tool does with its input.

pub(in crate::web::ui) mod list;
pub(in crate::web::ui) mod search;
pub(in crate::web::ui) mod trust;
