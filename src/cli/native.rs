//! The system, through Rust's standard library.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, ErrorKind, IsTerminal as _, Read, Write as _};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;

use super::{Host, Kind, Stream};
use crate::cert::UnixTime;
#[cfg(feature = "connect")]
use crate::connect::{Probe, Settings, Target, download, probe_all};
use crate::i18n::FileTrouble;
#[cfg(feature = "connect")]
use crate::report::DownloadTrouble;
use crate::trust::PoolFile;
use crate::trust::pool::{embedded_certificates, embedded_more_certificates};

/// The exit status that a shell reports for a program ended by SIGPIPE: 128 plus its number.
const PIPE_CLOSED: i32 = 141;

/// The machine that the native program runs on.
#[derive(Debug, Default)]
pub struct NativeHost {
    /// Paths that are not Unicode, by the text that represents them.
    odd: RefCell<HashMap<String, OsString>>,
}

impl NativeHost {
    /// The text that represents an argument or a path.
    pub fn text_of(&self, path: &OsStr) -> String {
        match path.to_str() {
            Some(text) => text.to_owned(),
            None => {
                let text = path.to_string_lossy().into_owned();
                self.odd.borrow_mut().insert(text.clone(), path.to_owned());
                text
            }
        }
    }

    fn path(&self, text: &str) -> OsString {
        self.odd.borrow().get(text).cloned().unwrap_or_else(|| text.into())
    }
}

fn trouble(error: &io::Error) -> FileTrouble {
    match error.kind() {
        ErrorKind::NotFound => FileTrouble::NotFound,
        ErrorKind::PermissionDenied => FileTrouble::Denied,
        ErrorKind::IsADirectory => FileTrouble::IsFolder,
        ErrorKind::AlreadyExists => FileTrouble::Exists,
        _ => FileTrouble::Other(error.to_string()),
    }
}

fn read_up_to(from: impl Read, max: u64) -> Result<Bytes, FileTrouble> {
    let mut bytes = Vec::new();
    from.take(max)
        .read_to_end(&mut bytes)
        .map_err(|error| trouble(&error))?;
    Ok(bytes.into())
}

fn line_up_to(from: &mut impl BufRead, max: u64) -> io::Result<Option<Bytes>> {
    let mut line = Vec::new();
    if from.by_ref().take(max).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.pop_if(|last| *last == b'\n').is_none() {
        from.skip_until(b'\n')?;
    }
    Ok(Some(line.into()))
}

impl Host for NativeHost {
    fn now(&self) -> UnixTime {
        // A time before 1970 is read as 1970.
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        UnixTime::from_seconds(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }

    fn variable(&self, name: &str) -> Option<String> {
        let value = std::env::var_os(name)?.to_string_lossy().into_owned();
        (!value.is_empty()).then_some(value)
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Input => io::stdin().is_terminal(),
            Stream::Output => io::stdout().is_terminal(),
            Stream::Error => io::stderr().is_terminal(),
        }
    }

    fn has_colours(&self) -> bool {
        let dumb = self.variable("TERM").is_some_and(|term| term == "dumb");
        // The old console of Windows prints escape sequences as text. It sets none of these
        // variables.
        let known = || ["WT_SESSION", "TERM", "ANSICON", "ConEmuANSI"].map(|name| self.variable(name));
        !dumb && (!cfg!(windows) || known().iter().any(Option::is_some))
    }

    fn kind(&self, path: &str) -> Kind {
        match fs::metadata(self.path(path)) {
            Ok(found) if found.is_dir() => Kind::Folder,
            Ok(_) => Kind::File,
            Err(_) => Kind::Absent,
        }
    }

    fn entries(&self, folder: &str) -> Result<Vec<(String, Kind)>, FileTrouble> {
        let list = fs::read_dir(self.path(folder)).map_err(|error| trouble(&error))?;
        let mut entries = Vec::new();
        for entry in list.flatten() {
            let path = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let Ok(own) = entry.file_type() else { continue };
            let Ok(behind) = fs::metadata(&path) else { continue };
            // Only regular files: opening a pipe could block forever.
            let kind = if own.is_dir() {
                Kind::Folder
            } else if behind.is_file() {
                Kind::File
            } else {
                continue;
            };
            if !hidden {
                entries.push((self.text_of(path.as_os_str()), kind));
            }
        }
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(entries)
    }

    fn read(&self, path: &str, max: u64) -> Result<Bytes, FileTrouble> {
        let path = self.path(path);
        // For a folder, Windows reports "access denied", and Linux opens it.
        if Path::new(&path).is_dir() {
            return Err(FileTrouble::IsFolder);
        }
        read_up_to(File::open(path).map_err(|error| trouble(&error))?, max)
    }

    fn read_input(&self, max: u64) -> Result<Bytes, FileTrouble> {
        read_up_to(io::stdin().lock(), max)
    }

    fn read_line(&self, max: u64) -> Result<Option<Bytes>, FileTrouble> {
        line_up_to(&mut io::stdin().lock(), max).map_err(|error| trouble(&error))
    }

    fn write(&self, path: &str, content: &[u8], overwrite: bool) -> Result<(), FileTrouble> {
        let mut options = OpenOptions::new();
        options.write(true);
        if overwrite {
            options.create(true).truncate(true);
        } else {
            options.create_new(true);
        }
        let written = options
            .open(self.path(path))
            .and_then(|mut file| file.write_all(content));
        written.map_err(|error| trouble(&error))
    }

    fn print(&self, stream: Stream, text: &str) {
        let written = match stream {
            Stream::Input => return,
            Stream::Output => {
                let mut out = io::stdout().lock();
                out.write_all(text.as_bytes()).and_then(|()| out.flush())
            }
            Stream::Error => io::stderr().lock().write_all(text.as_bytes()),
        };
        if stream == Stream::Output
            && let Err(error) = written
        {
            if error.kind() == ErrorKind::BrokenPipe {
                std::process::exit(PIPE_CLOSED);
            }
            let _ = writeln!(io::stderr(), "sslengine-doctor: {error}");
            std::process::exit(2);
        }
    }

    #[cfg(feature = "connect")]
    fn connect(&self, servers: &[(Target, Settings)], done: &mut dyn FnMut(usize, Probe)) -> bool {
        probe_all(servers, done);
        true
    }

    #[cfg(feature = "connect")]
    fn download(&self, url: &str, settings: &Settings) -> Result<Bytes, DownloadTrouble> {
        download(url, settings)
    }

    fn certificates(&self, file: PoolFile) -> Option<Bytes> {
        match file {
            PoolFile::MoreCertificates(bucket) => embedded_more_certificates(bucket),
            file => Some(embedded_certificates(file.bucket())),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn reading_is_bounded() {
        assert_eq!(read_up_to(io::repeat(b'x'), 10).unwrap(), "xxxxxxxxxx");
        assert_eq!(
            NativeHost::default().read(env!("CARGO_MANIFEST_DIR"), 10),
            Err(FileTrouble::IsFolder)
        );
        let host = NativeHost::default();
        let manifest = [env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"].concat();
        assert_eq!(host.read(&manifest, 9).unwrap(), "[package]");
        let mut lines: &[u8] = b"one\n\n1234567890\nlast";
        let mut next = || line_up_to(&mut lines, 5).unwrap();
        assert_eq!(next().unwrap(), "one");
        assert_eq!(next().unwrap(), "");
        assert_eq!(next().unwrap(), "12345");
        assert_eq!(next().unwrap(), "last");
        assert_eq!(next(), None);
        assert_eq!(host.kind(&manifest), Kind::File);
        assert_eq!(host.kind(env!("CARGO_MANIFEST_DIR")), Kind::Folder);
        assert_eq!(host.kind("/no/such/file"), Kind::Absent);
    }
}
