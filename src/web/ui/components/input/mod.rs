//! The input: the box, the files, the options, and what was found in it.

mod command_line;
pub(in crate::web::ui) mod examples;
pub(in crate::web::ui) mod fields;
pub(in crate::web::ui) mod notes;
pub(in crate::web::ui) mod panel;
pub(in crate::web::ui) mod password_field;
pub(in crate::web::ui) mod setup;
