//! `--format pem`: the chain as the server sent it, with what a paste of it needs to give the same
//! report: the host that was checked, and what differs without SNI and at other addresses.
//!
//! The lines are the same in every language: [`crate::ingest`] reads them.

use bytes::Bytes;

use crate::engine::pem;
use crate::report::{Attempt, Connection, How};

/// The text for one server; `checked` is the host of the check. Certificates that were downloaded
/// are not part of it.
pub(super) fn paste(connection: &Connection, checked: &str, chain: &[Bytes]) -> String {
    let name = connection.name();
    let mut text = ["Output of sslengine-doctor --connect ", &name, " for ", checked, "\n"].concat();
    let mut line = |parts: &[&str]| {
        text.push_str(&parts.concat());
        text.push('\n');
    };
    let Some((usual, others)) = connection.attempts.split_first() else {
        return text;
    };
    for attempt in [usual].into_iter().chain(others) {
        if let (How::Usual, Some(address)) = (attempt.how, &attempt.address) {
            let version = attempt.protocol.unwrap_or("no TLS");
            let cipher = attempt.cipher.as_deref().unwrap_or_default();
            line(&["Address ", address, " ", version, " ", cipher]);
        }
    }
    if usual.client_certificate {
        line(&[if usual.trouble.is_some() {
            "The server requires a client certificate"
        } else {
            "The server asks for a client certificate"
        }]);
    }
    for other in others.iter().filter(|other| other.certificates != usual.certificates) {
        let what = if other.certificates.is_empty() {
            "No chain"
        } else {
            "Another chain"
        };
        match (other.how, &other.address) {
            (How::WithoutName, _) => line(&[what, " without the server name (SNI)", &label(other)]),
            (How::Usual, Some(address)) => line(&[what, " at the address ", address, &label(other)]),
            (How::Usual, None) => {}
            (How::Tls12, _) => line(&[what, " with TLS 1.2 only"]),
            (How::Tls13, _) => line(&[what, " with TLS 1.3 only"]),
            (How::Legacy, _) => {
                let version = other.protocol.unwrap_or_default();
                let cipher = other.cipher.as_deref().unwrap_or_default();
                line(&["Read from the beginning of a handshake: ", version, " ", cipher]);
            }
        }
    }
    text.extend(chain.iter().map(|der| pem(der)));
    text
}

fn label(attempt: &Attempt) -> String {
    let label = attempt.label.as_deref().map(crate::visible::visible);
    // The label ends its line, so it cannot look like another line.
    label.map_or_else(String::new, |label| [" (", &label, ")"].concat())
}
