//! The command's own help, asked of the command.

use std::cell::RefCell;

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::cli::{Host, Kind, Stream, run};
use sslengine_doctor::i18n::{FileTrouble, Locale};

/// A system on which there is nothing.
#[derive(Default)]
struct Nowhere {
    printed: RefCell<String>,
}

impl Host for Nowhere {
    fn now(&self) -> UnixTime {
        UnixTime::from_seconds(0)
    }
    fn variable(&self, _: &str) -> Option<String> {
        None
    }
    fn is_terminal(&self, _: Stream) -> bool {
        false
    }
    fn has_colours(&self) -> bool {
        false
    }
    fn kind(&self, _: &str) -> Kind {
        Kind::Absent
    }
    fn entries(&self, _: &str) -> Result<Vec<(String, Kind)>, FileTrouble> {
        Ok(Vec::new())
    }
    fn read(&self, _: &str, _: u64) -> Result<Bytes, FileTrouble> {
        Ok(Bytes::new())
    }
    fn read_input(&self, _: u64) -> Result<Bytes, FileTrouble> {
        Ok(Bytes::new())
    }
    fn read_line(&self, _: u64) -> Result<Option<Bytes>, FileTrouble> {
        Ok(None)
    }
    fn write(&self, _: &str, _: &str, _: bool) -> Result<(), FileTrouble> {
        Ok(())
    }
    fn print(&self, _: Stream, text: &str) {
        self.printed.borrow_mut().push_str(text);
    }
    fn certificates(&self, _: u8) -> Option<Bytes> {
        None
    }
}

/// `--help` in a language, as a block of code.
pub fn block(locale: Locale) -> String {
    let host = Nowhere::default();
    run(
        &["--lang".to_owned(), locale.tag().to_owned(), "--help".to_owned()],
        &host,
    );
    format!("```text\n{}```", host.printed.into_inner())
}
