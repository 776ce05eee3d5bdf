//! What an input shows besides its certificates: messages of logs, and descriptions of
//! certificates that it does not contain.
//!
//! [`messages`] returns the messages to explain, each once. [`conflict`] compares a log with the
//! chain. [`descriptions`] says what each description alone shows. A description is never checked
//! as a chain: nothing in it is signed.

mod command;
mod compare;
mod describe;

pub use compare::conflict;
pub use describe::{DescriptionNote, descriptions};

use crate::ingest::{About, LogKind, LogMessage, Relevance};
use crate::report::InputReport;

/// The messages to explain, in order. A general message is left out if a more specific one explains
/// the same failure.
#[must_use]
pub fn messages(input: &InputReport) -> Vec<&LogMessage> {
    let all = &input.hints.messages;
    let specific = all
        .iter()
        .any(|message| matches!(message.about(), About::Chain | About::HostName));
    let general = |message: &LogMessage| message.kind == LogKind::GeneralSslEngineProblem;
    all.iter().filter(|message| !(specific && general(message))).collect()
}

/// Whether an input without certificates shows something about one.
#[must_use]
pub fn is_known(input: &InputReport) -> bool {
    !input.hints.messages.is_empty() || !input.hints.described.is_empty()
}

/// Whether the chain would show more than the messages and descriptions of an input do.
#[must_use]
pub fn needs_chain(input: &InputReport) -> bool {
    let shows = |message: &LogMessage| matches!(message.kind.relevance(), Relevance::SameCheck | Relevance::OwnList);
    !input.hints.described.is_empty() || input.hints.messages.iter().any(shows)
}

/// The command that prints all certificates of the server, with the host from the input.
#[must_use]
pub fn fetch_command(input: &InputReport) -> String {
    command::connect(input.hints.host.as_ref(), true)
}
