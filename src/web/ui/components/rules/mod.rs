//! AWS's commands for a requirement, and other tools' messages.

pub(in crate::web::ui) mod checks;
