//! The output of the command's `--help`.

use std::cell::RefCell;

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::cli::{Host, Kind, Stream, run};
use sslengine_doctor::i18n::{FileTrouble, Locale};
use sslengine_doctor::trust::PoolFile;

/// A host without files, variables or input.
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
    fn write(&self, _: &str, _: &[u8], _: bool) -> Result<(), FileTrouble> {
        Ok(())
    }
    fn print(&self, _: Stream, text: &str) {
        self.printed.borrow_mut().push_str(text);
    }
    fn certificates(&self, _: PoolFile) -> Option<Bytes> {
        None
    }
}

/// The line before the code block with the output of `--help`.
const MARKER: &str = "<!-- help -->\n";

/// A document with the current output of `--help` in the code block after the marker. A document
/// without the marker stays as it is.
pub fn filled(document: &str, locale: Locale) -> String {
    let Some((before, rest)) = document.split_once(MARKER) else {
        return document.to_owned();
    };
    let after = rest.split_once("\n```\n").map_or("", |(_, after)| after);
    [before, MARKER, &block(locale), "\n", after].concat()
}

/// `--help` in a language, as a Markdown code block.
fn block(locale: Locale) -> String {
    let host = Nowhere::default();
    run(
        &["--lang".to_owned(), locale.tag().to_owned(), "--help".to_owned()],
        &host,
    );
    format!("```text\n{}```", host.printed.into_inner())
}
