//! Parts of the interface that the first report does not need. They are loaded when they are shown.
//!
//! `scripts/split.mjs` moves each part's code from the interface's first file into a file of its
//! own. Without the feature `split`, all code is in one file.

pub(crate) mod load;
pub(crate) mod part;
pub(crate) mod slot;
