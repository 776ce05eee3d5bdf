//! A cursor over the embedded data and the pool files. Every read returns an error if the data ends
//! too early.

use bytes::{Buf as _, Bytes};
use thiserror::Error;

/// Why embedded data or a pool file does not follow its format.
///
/// The cause is a build error or, for a loaded file, another release or the server; never the
/// user's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DataError {
    /// The first bytes are not those of this kind and version of file.
    #[error("not a file of this kind and version")]
    Magic,
    /// The data ends within a field.
    #[error("the data ends within a field")]
    Truncated,
    /// Bytes follow the last field.
    #[error("bytes follow the last field")]
    Trailing,
    /// A field has a value that the format does not allow.
    #[error("a field has a value that the format does not allow")]
    Value,
}

/// The bytes left to read. Integers are big endian.
#[derive(Clone, Debug)]
pub(super) struct Reader(Bytes);

impl Reader {
    /// Starts after `magic`.
    pub(super) fn after(magic: &[u8], mut bytes: Bytes) -> Result<Self, DataError> {
        if !bytes.starts_with(magic) {
            return Err(DataError::Magic);
        }
        bytes.advance(magic.len());
        Ok(Self(bytes))
    }

    pub(super) fn take(&mut self, count: usize) -> Result<Bytes, DataError> {
        if count > self.0.len() {
            return Err(DataError::Truncated);
        }
        Ok(self.0.split_to(count))
    }

    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], DataError> {
        let mut array = [0; N];
        self.0.try_copy_to_slice(&mut array).map_err(|_| DataError::Truncated)?;
        Ok(array)
    }

    pub(super) fn u8(&mut self) -> Result<u8, DataError> {
        self.0.try_get_u8().map_err(|_| DataError::Truncated)
    }

    pub(super) fn u16(&mut self) -> Result<u16, DataError> {
        self.0.try_get_u16().map_err(|_| DataError::Truncated)
    }

    /// Reads a length of one byte, then that many bytes.
    pub(super) fn short(&mut self) -> Result<Bytes, DataError> {
        let length = self.u8()?;
        self.take(usize::from(length))
    }

    /// Reads a length of two bytes, then that many bytes.
    pub(super) fn long(&mut self) -> Result<Bytes, DataError> {
        let length = self.u16()?;
        self.take(usize::from(length))
    }

    /// Splits off a column of `rows` cells of the same size.
    pub(super) fn column(&mut self, rows: usize, cell: usize) -> Result<Self, DataError> {
        self.take(rows.checked_mul(cell).ok_or(DataError::Truncated)?).map(Self)
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
