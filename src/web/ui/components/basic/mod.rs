//! Elements that several parts of the page use.

pub(in crate::web::ui) mod choice;
pub(in crate::web::ui) mod code_block;
pub(in crate::web::ui) mod copy_button;
pub(in crate::web::ui) mod header;
pub(in crate::web::ui) mod icon;
pub(in crate::web::ui) mod long_text;
