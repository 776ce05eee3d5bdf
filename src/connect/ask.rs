//! A handshake to make, and its result.

use std::net::SocketAddr;
use std::time::Instant;

use bytes::Bytes;

use super::dial::{self, Limited};
use super::{Settings, Target, tunnel};
use crate::cert::{Fingerprint, decode};
use crate::ingest::{LogKind, Meaning, Side};
use crate::report::{Attempt, How};

/// A handshake to make.
pub(super) struct Ask<'a> {
    pub(super) how: How,
    pub(super) target: &'a Target,
    /// `None` to connect through the proxy.
    pub(super) address: Option<SocketAddr>,
    /// The name to send; `None` to send none.
    pub(super) server_name: Option<&'a str>,
    pub(super) settings: &'a Settings,
}

/// A handshake that was made or tried.
pub(super) struct Handshake {
    pub(super) attempt: Attempt,
    pub(super) address: Option<SocketAddr>,
    /// The certificates, as sent.
    pub(super) chain: Vec<Bytes>,
    /// Whether the server accepted the connection.
    pub(super) connected: bool,
}

impl Handshake {
    /// A handshake that failed before anything was received.
    pub(super) fn failed(how: How, address: Option<SocketAddr>, trouble: LogKind) -> Self {
        Self {
            attempt: Attempt {
                how,
                address: address.map(|address| address.ip().to_string()),
                protocol: None,
                cipher: None,
                certificates: Vec::new(),
                label: None,
                client_certificate: false,
                trouble: Some(trouble),
            },
            address,
            chain: Vec::new(),
            connected: false,
        }
    }

    /// Opens the connection; `shake` then makes the handshake and completes the result.
    pub(super) fn over(ask: &Ask<'_>, shake: impl FnOnce(&mut Self, Limited)) -> Self {
        let mut result = Self::failed(ask.how, ask.address, known(Meaning::HandshakeFailed));
        match open(ask) {
            Ok(stream) => {
                result.connected = true;
                shake(&mut result, stream);
            }
            Err(meaning) => result.attempt.trouble = Some(known(meaning)),
        }
        result
    }

    /// Records the certificates that the server sent.
    pub(super) fn record(&mut self, chain: Vec<Bytes>) {
        self.attempt.certificates = chain.iter().map(|der| Fingerprint::of(der)).collect();
        let first = chain.first().and_then(|der| decode(der).ok());
        self.attempt.label = first.map(|certificate| certificate.subject.label());
        self.chain = chain;
    }
}

/// A message with this meaning, by the client.
pub(super) fn known(meaning: Meaning) -> LogKind {
    LogKind::Known {
        meaning,
        tool: None,
        side: Side::Client,
        name: None,
    }
}

/// Opens the connection for a handshake.
fn open(ask: &Ask<'_>) -> Result<Limited, Meaning> {
    let timeout = ask.settings.timeout;
    let until = Instant::now().checked_add(timeout);
    let limited = |stream| Limited::new(stream, until.unwrap_or_else(Instant::now));
    match (&ask.settings.proxy, ask.address) {
        (Some(proxy), _) => tunnel::open(proxy, ask.target, ask.settings, limited),
        (None, Some(address)) => dial::connect(address, timeout).map(limited),
        (None, None) => Err(Meaning::Dns),
    }
}
