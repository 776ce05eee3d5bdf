//! Thin functions around what the browser offers to the page.

pub(crate) mod events;
pub(crate) mod focus;
pub(crate) mod host;
pub(crate) mod output;
pub(crate) mod preferences;
