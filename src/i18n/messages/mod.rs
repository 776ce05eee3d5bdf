//! The texts about messages of logs and tools: what a message means, and what to do.
//!
//! The languages have the parts of a text, and [`explanation`] puts them together: what happened
//! and which tool says so, what to do, how it relates to API Gateway, and a request for the chain
//! if it is needed and not in the input.

mod en;
mod es;
mod fr;

use super::format::{Explanation, append};
use crate::ingest::{Alert, LogKind, LogMessage, Meaning, Relevance, Side};

/// A clause, and sentences that explain it.
pub(crate) type Text = (String, String);

/// A sentence that follows the explanation of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// API Gateway makes the same check.
    SameCheck,
    /// API Gateway makes the same check with its own list of CAs.
    OwnList,
    /// The chain cannot show the cause.
    NotInChain,
    /// The message is about the machine where it was written.
    ThisMachine,
    /// This is not a certificate problem.
    NotCertificate,
    /// Paste the chain.
    PasteChain,
    /// Paste the chain and enter the host name.
    PasteChainAndHost,
}

/// The texts about messages in one language.
pub(crate) trait MessageWords: Sync {
    /// A kind of message with a text of its own; empty for those that are explained by meaning.
    fn own(&self, kind: &LogKind) -> Text;
    /// A meaning: clause and explanation. `name` is the host, version or field in the message.
    fn meaning(&self, meaning: Meaning, name: Option<&str>) -> Text;
    /// What a tool reported: the tool, its words, and its number if there is one.
    fn reported(&self, kind: &LogKind) -> String;
    /// A clause with the tool that says so; `as_client` if the tool is a proxy that connects to
    /// another server.
    fn by(&self, clause: &str, tool: &str, as_client: bool) -> String;
    /// Who ended the handshake with an alert, for the side that received it.
    fn alert(&self, name: &str, number: Option<u32>, side: Side) -> String;
    /// What an alert means to the side that received it. `None` for an alert without a text.
    fn alert_meaning(&self, alert: Option<Alert>, received_by_server: bool) -> &'static str;
    /// The meanings for both sides.
    fn either(&self, client: &str, server: &str) -> String;
    /// A sentence at the end.
    fn closing(&self, closing: Closing) -> &'static str;
}

/// What a message means, and what to do. `has_chain`: the chain is in the input, so the text does
/// not ask for it.
pub(super) fn explanation(words: &dyn MessageWords, message: &LogMessage, has_chain: bool) -> Explanation {
    let (clause, mut more) = meaning_of(words, &message.kind);
    for closing in closings(message, has_chain) {
        append(&mut more, words.closing(closing));
    }
    Explanation::new(clause, more)
}

/// What a message means, without what follows for the chain.
#[cfg(feature = "cli")]
pub(super) fn meaning(words: &dyn MessageWords, kind: &LogKind) -> Explanation {
    let (clause, more) = meaning_of(words, kind);
    Explanation::new(clause, more)
}

fn meaning_of(words: &dyn MessageWords, kind: &LogKind) -> (String, String) {
    match kind {
        LogKind::Known {
            meaning,
            tool,
            side,
            name,
        } => {
            let (clause, more) = words.meaning(*meaning, name.as_deref());
            let clause = match tool {
                Some(tool) => words.by(&clause, tool.name(), tool.is_proxy() && *side == Side::Client),
                None => clause,
            };
            (clause, more)
        }
        LogKind::OpensslVerifyError { meaning, .. }
        | LogKind::OpensslError { meaning, .. }
        | LogKind::CurlError { meaning, .. } => {
            let (clause, more) = words.meaning(*meaning, None);
            let mut sentence = Explanation::new(clause, String::new()).sentence();
            append(&mut sentence, &more);
            (words.reported(kind), sentence)
        }
        LogKind::OtherAlert { alert, side, tool } => {
            let known = Alert::of_name(alert);
            let clause = words.alert(alert, known.map(Alert::number), *side);
            let clause = match tool {
                Some(tool) => words.by(&clause, tool.name(), tool.is_proxy() && *side == Side::Client),
                None => clause,
            };
            let more = match side {
                Side::Client => words.alert_meaning(known, false).to_owned(),
                Side::Server => words.alert_meaning(known, true).to_owned(),
                Side::Unknown => words.either(words.alert_meaning(known, false), words.alert_meaning(known, true)),
            };
            (clause, more)
        }
        own => words.own(own),
    }
}

/// The sentences at the end of an explanation.
fn closings(message: &LogMessage, has_chain: bool) -> impl Iterator<Item = Closing> {
    let kind = &message.kind;
    let relevance = kind.relevance();
    // API Gateway's own message needs no comparison with API Gateway.
    let by_other = !message.execution_failed
        && matches!(
            kind,
            LogKind::Known { .. }
                | LogKind::OpensslVerifyError { .. }
                | LogKind::OpensslError { .. }
                | LogKind::CurlError { .. }
        );
    let first = match relevance {
        Relevance::SameCheck if by_other => Some(Closing::SameCheck),
        Relevance::OwnList if by_other => Some(Closing::OwnList),
        Relevance::ThisMachine if by_other => Some(Closing::ThisMachine),
        Relevance::NotCertificate => Some(Closing::NotCertificate),
        Relevance::Handshake => Some(Closing::NotInChain),
        _ => None,
    };
    let needs_chain = matches!(relevance, Relevance::SameCheck | Relevance::OwnList)
        && kind.meaning() != Some(Meaning::IllegalHostName);
    let ask = if has_chain || !needs_chain {
        None
    } else if names_no_host(kind) {
        Some(Closing::PasteChainAndHost)
    } else {
        Some(Closing::PasteChain)
    };
    first.into_iter().chain(ask)
}

/// Whether the message is about a host name that it does not contain.
fn names_no_host(kind: &LogKind) -> bool {
    match kind {
        LogKind::HostNameMismatch { host, .. } | LogKind::NoSubjectAlternativeName { host } => host.is_none(),
        LogKind::Known { meaning, name, .. } => *meaning == Meaning::HostName && name.is_none(),
        other => other.meaning() == Some(Meaning::HostName),
    }
}
