//! The page's data files, which it sends to an engine that needs them.

pub use crate::trust::PoolFile as DataFile;
