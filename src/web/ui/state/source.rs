//! The input that the user gave.

use std::rc::Rc;

/// More files than this are checked separately at once. For fewer, the engine first counts the servers.
pub const MANY_FILES: usize = 128;

/// The same for bytes: to count first would read all of it twice.
const MANY_BYTES: u64 = 16 * 1024 * 1024;

/// The input that the user gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing.
    #[default]
    None,
    /// The text of the box.
    Text(Rc<str>),
    /// Files, or a text too long for the box: kept outside the state, by number.
    Files(Kept),
}

/// Files that are kept outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Their number in the store.
    pub id: u32,
    /// The first one's name, fit to be shown; empty for a pasted text too long for the box.
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// How many were given.
    pub all: usize,
    /// The size in bytes of all that were given.
    pub all_bytes: u64,
    /// Names of files left out because all together are too large to be read at once.
    pub left_out: Rc<[String]>,
}

impl Kept {
    /// Whether the files are checked separately at once.
    pub(super) fn is_many(&self) -> bool {
        self.all > MANY_FILES || self.bytes > MANY_BYTES || (self.count > 1 && !self.left_out.is_empty())
    }
}
