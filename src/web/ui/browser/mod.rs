//! Thin wrappers around the browser's functions.

pub(crate) mod events;
pub(crate) mod focus;
pub(crate) mod host;
pub(crate) mod output;
pub(crate) mod preferences;
