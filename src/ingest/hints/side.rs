//! Determines which side wrote a message: the client, such as API Gateway or nginx towards its
//! upstream, or the server, such as nginx towards its clients.

use memchr::memmem;

use crate::ingest::report::meaning::{Alert, Side, Tool};

/// Words on the line of a message, in lowercase, that show the client. They are looked for first.
const CLIENT_LINE: &[&str] = &[
    "to upstream",
    "upstream ssl",
    "upstream connect error",
    "connect error",
    "ssl connect returned",
    "ssl connect:",
    "ssl connect()",
    "ssl connect error",
    "curl: (",
    "(in), tls alert",
    "execution failed due to",
    "integrationerror",
    "urlopen error",
    "httpsconnectionpool",
    "max retries exceeded",
    "unable to access",
    "connection to server at",
    "could not connect",
    "failed to connect",
    "connection to the backend",
    "targethandler",
    "get 'http",
    "post 'http",
    "put 'http",
    "delete 'http",
    "dial tcp",
    "i/o error on get",
    "i/o error on post",
    "requests.exceptions",
    "schannel: next initializesecuritycontext",
    "proxy request failed",
    "ah00961",
    "proxy:",
    "remote server",
];

/// Words on the line of a message, in lowercase, that show the server.
const SERVER_LINE: &[&str] = &[
    "while ssl handshaking",
    "ssl accept",
    "tls handshake error from",
    "tlsclienterror",
    "could not accept ssl connection",
    "[client ",
    "in handshake (server",
    "ssl library error",
    "-exec-",
    "https-jsse",
    "http-nio",
    "https-openssl",
    "ssl handshake failure",
    "error during ssl handshake",
    "downstream",
    "tls handshaking:",
    "disconnected (no auth attempts",
    "acceptsecuritycontext",
];

/// Words near a message that show the client, such as frames of a stack trace.
const CLIENT_NEAR: &[&str] = &[
    "urlconnection",
    "httpsclient",
    "sslsocketimpl.starthandshake",
    "httpclient",
    "okhttp",
    "clienthandshaker",
    "serverhello$serverhelloconsumer",
    "resttemplate",
    "webclient",
    "tlssocket.onconnectsecure",
    "connectionoperator",
    "clientrequest",
    "s client",
    "connected(",
    "urllib3",
    "net/http.rb",
];

/// Words near a message that show the server.
const SERVER_NEAR: &[&str] = &[
    "tomcat.util.net",
    "nioendpoint",
    "serverhandshaker",
    "clienthello$",
    "sslserversocket",
    "jetty.server",
    "undertow.server",
    "xnio",
    "httpobjectaggregator",
    "tlsclienterror",
    "onserversocketsecure",
    "serverbootstrap",
    "ssl accept",
];

fn has(text: &[u8], words: &[&str]) -> bool {
    words.iter().any(|word| memmem::find(text, word.as_bytes()).is_some())
}

/// Returns the side that wrote a message on `line`, with the text `near` it. Both are folded.
pub(super) fn of(line: &[u8], near: &[u8]) -> Side {
    if has(line, CLIENT_LINE) {
        Side::Client
    } else if has(line, SERVER_LINE) {
        Side::Server
    } else if has(near, CLIENT_NEAR) {
        Side::Client
    } else if has(near, SERVER_NEAR) {
        Side::Server
    } else {
        Side::Unknown
    }
}

/// Words on the line of a message, in lowercase, that show the program.
const TOOLS: &[(&str, Tool)] = &[
    ("while ssl handshaking", Tool::Nginx),
    ("ssl do handshake() failed", Tool::Nginx),
    ("haproxy", Tool::HaProxy),
    ("ssl library error", Tool::Apache),
    ("tls error:|", Tool::Envoy),
    ("upstream connect error", Tool::Envoy),
    ("( ssl.c:", Tool::Python),
    ("ssl connect returned=", Tool::Ruby),
    ("ssl accept returned=", Tool::Ruby),
    ("accept ssl connection", Tool::Postgres),
    ("connection to server at", Tool::Postgres),
    ("node: tls wrap", Tool::Node),
    ("write eproto", Tool::Node),
    ("x509: ", Tool::Go),
    ("verification error: ", Tool::Openssl),
];

/// Returns the program that wrote a line, if its words show it. The line is folded.
pub(super) fn tool(line: &[u8]) -> Option<Tool> {
    let line = line.get(..line.len().min(2048)).unwrap_or_default();
    let found = TOOLS
        .iter()
        .find(|(words, _)| memmem::find(line, words.as_bytes()).is_some());
    found.map(|(_, tool)| *tool)
}

/// Returns the side that received an alert, if the message does not show it: some alerts are sent
/// only by servers.
pub(super) fn of_receiver(alert: Option<Alert>, side: Side) -> Side {
    use Alert::{
        CertificateRequired, HandshakeFailure, InappropriateFallback, InsufficientSecurity, MissingExtension,
        NoApplicationProtocol, ProtocolVersion, UnrecognizedName,
    };
    match (side, alert) {
        (
            Side::Unknown,
            Some(
                HandshakeFailure
                | ProtocolVersion
                | InsufficientSecurity
                | InappropriateFallback
                | MissingExtension
                | UnrecognizedName
                | CertificateRequired
                | NoApplicationProtocol,
            ),
        ) => Side::Client,
        _ => side,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_decides_before_its_surroundings() {
        for (line, near, side) in [
            ("while ssl handshaking to upstream, client: 192.0.2.1", "", Side::Client),
            ("while ssl handshaking, client: 192.0.2.1", "", Side::Server),
            ("while ssl handshaking, client: 192.0.2.1", "httpclient", Side::Server),
            (
                "received fatal alert: bad certificate",
                "at org.apache.tomcat.util.net.x",
                Side::Server,
            ),
            (
                "received fatal alert: bad certificate",
                "at sun.net.httpurlconnection",
                Side::Client,
            ),
            ("received fatal alert: bad certificate", "", Side::Unknown),
        ] {
            assert_eq!(of(line.as_bytes(), near.as_bytes()), side, "{line}");
        }
        assert_eq!(of_receiver(Some(Alert::UnrecognizedName), Side::Unknown), Side::Client);
        assert_eq!(of_receiver(Some(Alert::BadCertificate), Side::Unknown), Side::Unknown);
        assert_eq!(of_receiver(Some(Alert::UnrecognizedName), Side::Server), Side::Server);
    }
}
