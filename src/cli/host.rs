//! What the command needs of the system it runs on: natively `native`, in Node `node`.

use bytes::Bytes;

use crate::cert::UnixTime;
use crate::i18n::FileTrouble;

/// One of the three streams of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard input.
    Input,
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// What stands under a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file, or whatever else can be read: a pipe, a device.
    File,
    /// A folder.
    Folder,
    /// Nothing, or nothing that this person may see.
    Absent,
}

/// The system: files, streams, the clock. Paths are texts in the system's own form.
pub trait Host {
    /// The clock's time.
    fn now(&self) -> UnixTime;

    /// An environment variable; none where it is absent or empty.
    fn variable(&self, name: &str) -> Option<String>;

    /// True where a person sits at the stream.
    fn is_terminal(&self, stream: Stream) -> bool;

    /// True where a terminal here understands colours, as far as the system can tell.
    fn has_colours(&self) -> bool;

    /// What a path leads to, links followed.
    fn kind(&self, path: &str) -> Kind;

    /// The files and folders right inside a folder, as paths, in the order of their names. Links to folders are left
    /// out, so that a walk ends; what is hidden (`.git`) is left out, too.
    ///
    /// # Errors
    /// Why the folder cannot be read.
    fn entries(&self, folder: &str) -> Result<Vec<(String, Kind)>, FileTrouble>;

    /// A file, at most `max` bytes of it.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &str, max: u64) -> Result<Bytes, FileTrouble>;

    /// Standard input up to its end, at most `max` bytes of it.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read_input(&self, max: u64) -> Result<Bytes, FileTrouble>;

    /// The next line of standard input without its line feed, at most `max` bytes of it, the rest passed over; none at the end.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read_line(&self, max: u64) -> Result<Option<Bytes>, FileTrouble>;

    /// Writes a file; one that is there already only with `overwrite`.
    ///
    /// # Errors
    /// Why it cannot be written; [`FileTrouble::Exists`] without `overwrite`.
    fn write(&self, path: &str, text: &str, overwrite: bool) -> Result<(), FileTrouble>;

    /// Writes to standard output or standard error. Where nobody reads any more, the program may end.
    fn print(&self, stream: Stream, text: &str);

    /// The file of certificates of a bucket of the [pool](crate::trust::pool).
    fn certificates(&self, bucket: u8) -> Option<Bytes>;
}
