//! Reads ZIP archives, in which CAs send certificates.
//!
//! It returns stored and deflated entries in the archive's order, and names encrypted ones without
//! reading them. It skips directories and macOS's `__MACOSX` files. It checks the limit on inflated
//! bytes of the whole archive before it allocates memory.
//!
//! # References
//! - PKWARE's APPNOTE 6.3.10 §4.3 (layout), §4.4.5 (methods)

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};
use rawzip::{CompressionMethod, ZipArchive};
use zeroize::Zeroize;

use super::{ContainerError, MAX_NAME};

/// The most entries read; archives of certificates have a few dozen at most.
pub const MAX_ENTRIES: u64 = 10_000;

/// One file of an archive.
#[derive(Debug)]
pub struct Entry {
    /// Its path in the archive, cut at [`MAX_NAME`] characters; never used as a local path.
    pub name: String,
    /// Its content, or why there is none.
    pub content: Content,
}

/// The content of an entry, or why there is none.
#[derive(Debug)]
pub enum Content {
    /// A file.
    File {
        /// Its bytes.
        data: Vec<u8>,
        /// Whether its checksum is right.
        whole: bool,
    },
    /// An encrypted file.
    Encrypted,
    /// A file that cannot be read.
    Unreadable(ContainerError),
    /// A file that would inflate beyond the limit.
    TooLarge {
        /// Its size in bytes, as the archive states it.
        len: u64,
    },
}

/// Calls `each` for every entry of `archive`.
///
/// `room` is the number of bytes that may still be inflated. It is reduced by each entry; `each`
/// may reduce it further.
///
/// # Errors
/// [`ContainerError`] if the archive's directory cannot be read. `each` has then been called for
/// the entries before the error.
pub fn entries(
    archive: &[u8],
    room: &mut usize,
    mut each: impl FnMut(Entry, &mut usize),
) -> Result<(), ContainerError> {
    let zip = ZipArchive::from_slice(archive).map_err(|_| ContainerError::Truncated)?;
    let mut records = zip.entries();
    let mut count = 0;
    while let Some(record) = records.next_entry().map_err(|_| ContainerError::Damaged)? {
        count += 1;
        if count > MAX_ENTRIES {
            return Err(ContainerError::Damaged);
        }
        let path = record.file_path();
        let raw: &[u8] = path.as_ref();
        if record.is_dir() || raw.starts_with(b"__MACOSX/") {
            continue;
        }
        let name = String::from_utf8_lossy(raw.get(..raw.len().min(MAX_NAME * 4)).unwrap_or_default());
        let name = name.chars().take(MAX_NAME).collect();
        let (len, method) = (record.uncompressed_size_hint(), record.compression_method());
        let content = if record.flags().is_encrypted() {
            Content::Encrypted
        } else {
            match usize::try_from(len).ok().filter(|len| *len <= *room) {
                None => Content::TooLarge { len },
                Some(len) => {
                    *room -= len;
                    let data = zip.get_entry(record.wayfinder()).map_err(|_| ContainerError::Damaged);
                    match data.and_then(|entry| extract(entry.data(), method, len)) {
                        Ok(data) => {
                            let whole = rawzip::crc32(&data) == record.crc32();
                            Content::File { data, whole }
                        }
                        Err(why) => Content::Unreadable(why),
                    }
                }
            }
        };
        each(Entry { name, content }, room);
    }
    Ok(())
}

/// Returns the `len` bytes of an entry. The buffer never moves: a caller may have to clear it.
fn extract(data: &[u8], method: CompressionMethod, len: usize) -> Result<Vec<u8>, ContainerError> {
    match method {
        CompressionMethod::STORE => data.get(..len).map(<[u8]>::to_vec).ok_or(ContainerError::Damaged),
        CompressionMethod::DEFLATE => {
            let mut out = vec![0; len];
            let flags = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
            let (status, _, written) = decompress(&mut Box::<DecompressorOxide>::default(), data, &mut out, 0, flags);
            match status {
                TINFLStatus::Done if written == len => Ok(out),
                _ => {
                    out.zeroize();
                    Err(ContainerError::Damaged)
                }
            }
        }
        other => Err(ContainerError::Unsupported {
            algorithm: other.as_u16().to_string(),
        }),
    }
}
