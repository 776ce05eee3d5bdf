//! A cursor over embedded bytes: every step either yields what was asked for or says that the data ends early.

use thiserror::Error;

/// Data of ours that does not follow its format: a mistake of the build or, where it was loaded, of another release or of
/// whoever delivered it; never of a person's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DataError {
    /// The first bytes are not those of this kind and version of table.
    #[error("not a table of this kind and version")]
    Magic,
    /// The data ends within a field.
    #[error("the data ends within a field")]
    Truncated,
    /// Bytes follow the last field.
    #[error("bytes follow the last field")]
    Trailing,
    /// A field holds a value that the format does not allow.
    #[error("a field holds a value that the format does not allow")]
    Value,
}

/// What is left to read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// Starts after `magic`.
    pub(super) fn after(magic: &[u8], bytes: &'a [u8]) -> Result<Self, DataError> {
        bytes.strip_prefix(magic).map(Self).ok_or(DataError::Magic)
    }

    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], DataError> {
        let (head, tail) = self.0.split_at_checked(count).ok_or(DataError::Truncated)?;
        self.0 = tail;
        Ok(head)
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], DataError> {
        let (head, tail) = self.0.split_first_chunk().ok_or(DataError::Truncated)?;
        self.0 = tail;
        Ok(*head)
    }

    pub(super) fn u8(&mut self) -> Result<u8, DataError> {
        self.array().map(u8::from_be_bytes)
    }

    pub(super) fn u16(&mut self) -> Result<u16, DataError> {
        self.array().map(u16::from_be_bytes)
    }

    pub(super) fn text(&mut self, count: usize) -> Result<&'a str, DataError> {
        std::str::from_utf8(self.take(count)?).map_err(|_| DataError::Value)
    }

    /// A column of `rows` fixed-size cells, as a reader of its own.
    pub(super) fn column(&mut self, rows: usize, cell: usize) -> Result<Self, DataError> {
        self.take(rows.checked_mul(cell).ok_or(DataError::Truncated)?).map(Self)
    }

    /// A column of `rows` cells of different length: all lengths first (two bytes each), then all cells.
    pub(super) fn cells(&mut self, rows: usize) -> Result<Vec<&'a [u8]>, DataError> {
        let mut lengths = self.column(rows, 2)?;
        (0..rows).map(|_| self.take(usize::from(lengths.u16()?))).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn end(self) -> Result<(), DataError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(DataError::Trailing)
        }
    }
}
