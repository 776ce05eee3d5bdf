//! The text around a phrase, from which a message's arguments are read.

use memchr::memmem;

use crate::ingest::text::excerpt::{argument, non_empty};

/// The longest text before or after a phrase that is read.
const REACH: usize = 1024;

/// A phrase in a text in normal form.
pub(in crate::ingest::hints) struct Place<'t> {
    /// The text in its own case.
    pub shown: &'t [u8],
    /// The text as it is compared; as long as `shown`.
    pub folded: &'t [u8],
    /// Where the phrase begins.
    pub at: usize,
    /// Where it ends.
    pub end: usize,
}

impl<'t> Place<'t> {
    /// The text after the phrase, in its own case.
    pub fn after(&self) -> &'t [u8] {
        self.shown.get(self.end..).unwrap_or_default()
    }

    /// The rest of the line after the phrase, in its own case, at most [`REACH`] bytes.
    pub fn line(&self) -> &'t [u8] {
        let after = self.after();
        let after = after.get(..after.len().min(REACH)).unwrap_or_default();
        let len = memchr::memchr(b'\n', after).unwrap_or(after.len());
        after.get(..len).unwrap_or_default()
    }

    /// The rest of the line after the phrase, folded.
    pub fn folded_line(&self) -> &'t [u8] {
        let end = self.end + self.line().len();
        self.folded.get(self.end..end).unwrap_or_default()
    }

    /// The text after the phrase, folded, at most 512 bytes.
    pub fn folded_after(&self) -> &'t [u8] {
        let after = self.folded.get(self.end..).unwrap_or_default();
        after.get(..after.len().min(512)).unwrap_or_default()
    }

    /// The text before the phrase, folded.
    pub fn before(&self) -> &'t [u8] {
        self.folded
            .get(self.at.saturating_sub(REACH)..self.at)
            .unwrap_or_default()
    }

    /// The start of the line before the phrase, folded.
    pub fn line_before(&self) -> &'t [u8] {
        let before = self
            .shown
            .get(self.at.saturating_sub(REACH)..self.at)
            .unwrap_or_default();
        let len = memchr::memrchr(b'\n', before).map_or(before.len(), |at| before.len() - at - 1);
        self.folded.get(self.at - len..self.at).unwrap_or_default()
    }

    /// Whether the line before the phrase contains the words.
    pub fn is_after(&self, words: &str) -> bool {
        memmem::find(self.line_before(), words.as_bytes()).is_some()
    }

    /// Whether the rest of the line contains the words.
    pub fn is_before(&self, words: &str) -> bool {
        memmem::find(self.folded_line(), words.as_bytes()).is_some()
    }

    /// Returns the name after the phrase, without quotation marks.
    pub fn name(&self) -> Option<String> {
        name(self.after())
    }

    /// Returns the name after `words`, which follow the phrase.
    pub fn name_after(&self, words: &str) -> Option<String> {
        let at = memmem::find(self.folded_after(), words.as_bytes())?;
        name(self.shown.get(self.end + at + words.len()..)?)
    }

    /// Returns the name before the phrase.
    pub fn name_before(&self) -> Option<String> {
        let before = self.shown.get(self.at.saturating_sub(256)..self.at)?;
        let is_name = |byte: &u8| !byte.is_ascii_whitespace() && !b"'<>,;()".contains(byte);
        let end = before.iter().rposition(is_name)? + 1;
        let head = before.get(..end)?;
        let start = head.iter().rposition(|byte| !is_name(byte)).map_or(0, |at| at + 1);
        name(head.get(start..)?)
    }
}

/// Returns the host name, address or version at the start of a text.
pub(super) fn name(text: &[u8]) -> Option<String> {
    let is_open = |byte: &u8| byte.is_ascii_whitespace() || b"'<:=".contains(byte);
    let start = text.iter().take(8).take_while(|byte| is_open(byte)).count();
    let text = text.get(start..)?;
    let ends = |byte: &u8| byte.is_ascii_whitespace() || b"'<>,;()[]{}\\".contains(byte);
    let len = text.iter().take(256).take_while(|byte| !ends(byte)).count();
    let name = text.get(..len)?;
    let name = name.strip_suffix(b".").unwrap_or(name);
    let name = name.strip_suffix(b":").unwrap_or(name);
    non_empty(name).filter(|name| name.bytes().any(|byte| byte.is_ascii_alphanumeric()))
}

/// Returns text for a message: without the end of a JSON string that it is in.
pub(super) fn quoted(line: &[u8]) -> String {
    let end = [&b"',"[..], b"'}", b"']", b"' ,", b"' }"]
        .iter()
        .filter_map(|stop| memmem::find(line, stop))
        .min()
        .unwrap_or(line.len());
    let text = line.get(..end).unwrap_or_default();
    argument(text.strip_suffix(b"'").unwrap_or(text))
}
