//! The input from the user.

use std::rc::Rc;

/// More files than this are shown as a table immediately. For fewer files, the engine first counts
/// the servers.
pub const MANY_FILES: usize = 128;

/// More bytes than this are shown as a table immediately: counting the servers first would read the
/// input twice.
const MANY_BYTES: u64 = 16 * 1024 * 1024;

/// The input from the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing.
    #[default]
    None,
    /// The text of the box.
    Text(Rc<str>),
    /// Files, or a text too long for the box, kept outside the state.
    Files(Kept),
}

/// Files that are kept outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Their number in the store.
    pub id: u32,
    /// The name of the first file, made visible; empty for a pasted text too long for the box.
    pub name: String,
    /// How many files are read together.
    pub count: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// How many files the user gave.
    pub all: usize,
    /// The size of all these files in bytes.
    pub all_bytes: u64,
    /// The names of files left out because all files are too large to be read together.
    pub left_out: Rc<[String]>,
}

impl Kept {
    /// Whether the table is shown without counting the servers first.
    pub(super) fn is_many(&self) -> bool {
        self.all > MANY_FILES || self.bytes > MANY_BYTES || (self.count > 1 && !self.left_out.is_empty())
    }
}
