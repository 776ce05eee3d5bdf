//! Readers: each finds certificates in one kind of input.

#[cfg(feature = "containers")]
pub(crate) mod containers;
pub(crate) mod objects;
#[cfg(feature = "containers")]
pub(crate) mod opening;
pub(crate) mod pem_blocks;
pub(crate) mod share_link;
pub(crate) mod tool_links;
pub(crate) mod unmarked;
