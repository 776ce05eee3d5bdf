//! What a first answer does not need: parts of the interface that are loaded when they are shown.
//!
//! `scripts/split.mjs` moves each part's code from the interface's first file into a file of its own. Without the
//! feature `split`, everything is in one file and no part has to be loaded.

pub(crate) mod load;
pub(crate) mod part;
pub(crate) mod slot;
