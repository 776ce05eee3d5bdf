//! The interface between the command and the system: `native` implements it for the native program,
//! `node` for Node.

use bytes::Bytes;

use crate::cert::UnixTime;
use crate::connect::{Probe, Settings, Target};
use crate::i18n::FileTrouble;
use crate::report::DownloadTrouble;
use crate::trust::PoolFile;

/// A standard stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard input.
    Input,
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// What a path refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file, or anything else that can be read, such as a pipe or a device.
    File,
    /// A folder.
    Folder,
    /// Nothing, or nothing that the user may see.
    Absent,
}

/// The system: files, streams and the clock. Paths are strings in the format of the system.
pub trait Host {
    /// The current time.
    fn now(&self) -> UnixTime;

    /// An environment variable; `None` if it is unset or empty.
    fn variable(&self, name: &str) -> Option<String>;

    /// Whether the stream is a terminal.
    fn is_terminal(&self, stream: Stream) -> bool;

    /// Whether a terminal on this system supports colours, as far as is known.
    fn has_colours(&self) -> bool;

    /// What a path refers to, following links.
    fn kind(&self, path: &str) -> Kind;

    /// The paths of the files and folders directly in a folder, sorted by name. Links to folders
    /// are skipped, because they can form cycles. Hidden entries (`.git`) are skipped, too.
    ///
    /// # Errors
    /// Why the folder cannot be read.
    fn entries(&self, folder: &str) -> Result<Vec<(String, Kind)>, FileTrouble>;

    /// Reads a file, up to `max` bytes.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &str, max: u64) -> Result<Bytes, FileTrouble>;

    /// Reads standard input, up to `max` bytes.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read_input(&self, max: u64) -> Result<Bytes, FileTrouble>;

    /// Reads the next line of standard input without its line feed; `None` at the end. The bytes of
    /// a line after the first `max` are skipped.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read_line(&self, max: u64) -> Result<Option<Bytes>, FileTrouble>;

    /// Writes a file. An existing file is replaced only with `overwrite`.
    ///
    /// # Errors
    /// Why it cannot be written; [`FileTrouble::Exists`] if it exists and `overwrite` is not set.
    fn write(&self, path: &str, content: &[u8], overwrite: bool) -> Result<(), FileTrouble>;

    /// Writes to standard output or standard error. May end the program if the reader has closed
    /// the stream.
    fn print(&self, stream: Stream, text: &str);

    /// Connects to servers, several at a time. Passes each result with its index to `done`, in
    /// order. Returns false if this program cannot connect.
    fn connect(&self, _servers: &[(Target, Settings)], _done: &mut dyn FnMut(usize, Probe)) -> bool {
        false
    }

    /// Downloads a certificate from an address that another certificate names.
    ///
    /// # Errors
    /// Why there is no answer.
    fn download(&self, _url: &str, _settings: &Settings) -> Result<Bytes, DownloadTrouble> {
        Err(DownloadTrouble::Unreachable)
    }

    /// A file of certificates of the [pool](crate::trust::pool).
    fn certificates(&self, file: PoolFile) -> Option<Bytes>;
}
