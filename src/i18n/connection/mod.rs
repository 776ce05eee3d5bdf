//! The texts about a server's connections.

mod en;
mod es;
mod fr;

use super::format::{append, shown};
use super::messages::{MessageWords, meaning};
use crate::report::{Connection, ConnectionNote, DownloadTrouble};

/// The texts about connections in one language.
pub(crate) trait ConnectionWords: Sync {
    /// The heading above what the connections showed.
    fn heading(&self) -> &'static str;
    /// A note, usually as one sentence. Names are safe to show; `why` is the clause about a
    /// failure.
    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String;
    /// What follows from the note; empty if nothing does.
    fn more(&self, note: &ConnectionNote<'_>) -> &'static str;
    /// Why a certificate could not be downloaded, as a clause.
    fn download_trouble(&self, trouble: DownloadTrouble) -> String;
    /// That the handshake with `server` failed, and the clause why.
    fn failed(&self, server: &str, why: &str) -> String;
}

/// The server, its address, the version and the cipher suite of the usual handshake.
pub(super) fn line(connection: &Connection) -> String {
    let mut text = connection.name();
    let usual = connection.usual();
    let parts = [
        usual
            .and_then(|usual| usual.address.as_deref())
            .filter(|address| **address != *connection.host),
        connection.proxy.as_deref(),
        usual.and_then(|usual| usual.protocol),
        usual.and_then(|usual| usual.cipher.as_deref()),
    ];
    for part in parts.into_iter().flatten() {
        text.push_str(" · ");
        text.push_str(part);
    }
    shown(&text)
}

/// A note about the connections, with what follows from it.
pub(super) fn note(words: &dyn ConnectionWords, messages: &dyn MessageWords, note: &ConnectionNote<'_>) -> String {
    let mut text = brief(words, messages, note);
    append(&mut text, words.more(note));
    text
}

/// A note about the connections.
pub(super) fn brief(words: &dyn ConnectionWords, messages: &dyn MessageWords, note: &ConnectionNote<'_>) -> String {
    let why = match note {
        ConnectionNote::TroubleWithoutName { trouble } | ConnectionNote::TroubleAtAddress { trouble, .. } => {
            meaning(messages, trouble).clause().to_owned()
        }
        ConnectionNote::NotDownloaded { trouble, .. } => words.download_trouble(*trouble),
        _ => String::new(),
    };
    words.note(note, &why)
}

/// Why the usual handshake failed, and what to do: one sentence, then more. `None` if it succeeded.
pub(super) fn trouble(
    words: &dyn ConnectionWords,
    messages: &dyn MessageWords,
    connection: &Connection,
) -> Option<(String, String)> {
    let why = meaning(messages, &connection.trouble()?);
    let sentence = words.failed(&shown(&connection.name()), why.clause());
    Some((sentence, why.explanation().to_owned()))
}
