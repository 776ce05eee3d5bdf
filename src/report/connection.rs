//! What TLS connections to a server showed, apart from the chain. Types and comparisons only; the
//! module `connect` makes the connections.

use serde::Serialize;

use crate::cert::Fingerprint;
use crate::ingest::LogKind;

/// How a handshake was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// As API Gateway does: with the server name, TLS 1.2 or 1.3.
    Usual,
    /// Without the server name (SNI, RFC 6066 section 3).
    WithoutName,
    /// TLS 1.2 only.
    Tls12,
    /// TLS 1.3 only.
    Tls13,
}

/// One handshake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// How it was tried.
    pub how: How,
    /// The IP address; `None` through a proxy, or if the name has no address.
    pub address: Option<String>,
    /// `TLS 1.2` or `TLS 1.3`; `None` if the handshake did not come that far.
    pub protocol: Option<&'static str>,
    /// The cipher suite, such as `TLS_AES_128_GCM_SHA256`.
    pub cipher: Option<String>,
    /// SHA-256 of each certificate, as sent.
    pub certificates: Vec<Fingerprint>,
    /// What a person would call the first certificate.
    pub label: Option<String>,
    /// Whether the server asked for a client certificate.
    pub client_certificate: bool,
    /// Why the handshake failed; `None` if it succeeded.
    pub trouble: Option<LogKind>,
}

/// The handshakes with one server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// The host name or IP address, in ASCII.
    pub host: String,
    /// The port.
    pub port: u16,
    /// The name sent to the server; `None` for an IP address.
    pub server_name: Option<String>,
    /// The proxy, `host:port`.
    pub proxy: Option<String>,
    /// The handshakes; the usual one comes first.
    pub attempts: Vec<Attempt>,
}

/// Something to know about a server's connections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ConnectionNote<'a> {
    /// The server asked for a client certificate; `required` if it failed without one.
    ClientCertificate {
        /// Whether the handshake failed without one.
        required: bool,
    },
    /// Without the server name, the server sends another chain.
    OtherWithoutName {
        /// What a person would call its first certificate.
        label: &'a str,
    },
    /// Without the server name, the handshake fails.
    TroubleWithoutName {
        /// Why.
        trouble: &'a LogKind,
    },
    /// The server supports only this version.
    OnlyVersion {
        /// `TLS 1.2` or `TLS 1.3`.
        protocol: &'static str,
    },
    /// Another address of the host sends another chain.
    OtherAtAddress {
        /// The address.
        address: &'a str,
        /// What a person would call its first certificate.
        label: &'a str,
    },
    /// The handshake with another address of the host fails.
    TroubleAtAddress {
        /// The address.
        address: &'a str,
        /// Why.
        trouble: &'a LogKind,
    },
    /// The server refused what this program offers; Java 17 offers more.
    JavaOffersMore {
        /// The command that prints the chain.
        command: String,
    },
}

/// Alerts after which Java may still connect, because it offers more cipher suites: 40 and 71.
const OFFER_REFUSED: [&str; 2] = ["handshake_failure", "insufficient_security"];

impl Connection {
    /// The handshake as API Gateway makes it, which is the first.
    #[must_use]
    pub fn usual(&self) -> Option<&Attempt> {
        self.attempts.first()
    }

    /// What differs between the handshakes, most important first.
    #[must_use]
    pub fn notes(&self) -> Vec<ConnectionNote<'_>> {
        let Some((usual, others)) = self.attempts.split_first() else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        if usual.client_certificate {
            notes.push(ConnectionNote::ClientCertificate {
                required: usual.trouble.is_some(),
            });
        }
        let refused = usual.trouble.as_ref().is_some_and(
            |trouble| matches!(trouble, LogKind::OtherAlert { alert, .. } if OFFER_REFUSED.contains(&alert.as_str())),
        );
        if refused && !usual.client_certificate && usual.certificates.is_empty() {
            notes.push(ConnectionNote::JavaOffersMore {
                command: self.openssl(),
            });
        }
        if usual.certificates.is_empty() {
            return notes;
        }
        let differs = |other: &Attempt| !other.certificates.is_empty() && other.certificates != usual.certificates;
        for other in others {
            let label = other.label.as_deref().unwrap_or_default();
            let address = other.address.as_deref().unwrap_or_default();
            // A version that fails is reported below.
            let trouble = other
                .trouble
                .as_ref()
                .filter(|_| other.certificates.is_empty() && usual.trouble.is_none());
            match (other.how, trouble) {
                (How::WithoutName, _) if differs(other) => notes.push(ConnectionNote::OtherWithoutName { label }),
                (How::WithoutName, Some(trouble)) => notes.push(ConnectionNote::TroubleWithoutName { trouble }),
                (How::Usual, _) if differs(other) => notes.push(ConnectionNote::OtherAtAddress { address, label }),
                (How::Usual, Some(trouble)) => notes.push(ConnectionNote::TroubleAtAddress { address, trouble }),
                _ => {}
            }
        }
        let supports = |how: How| {
            let tried = others.iter().find(|other| other.how == how);
            tried.map(|other| !other.certificates.is_empty())
        };
        match (supports(How::Tls12), supports(How::Tls13)) {
            (Some(true), Some(false)) => notes.push(ConnectionNote::OnlyVersion { protocol: "TLS 1.2" }),
            (Some(false), Some(true)) => notes.push(ConnectionNote::OnlyVersion { protocol: "TLS 1.3" }),
            _ => {}
        }
        notes
    }

    /// `host:port`, with brackets around an IPv6 address.
    #[must_use]
    pub fn name(&self) -> String {
        let port = self.port.to_string();
        if self.host.contains(':') {
            ["[", &self.host, "]:", &port].concat()
        } else {
            [&self.host, ":", &port].concat()
        }
    }

    /// The command that prints the chain with openssl.
    #[must_use]
    pub fn openssl(&self) -> String {
        let name = match &self.server_name {
            Some(name) => [" -servername ", name].concat(),
            None => String::new(),
        };
        [
            "openssl s_client -connect ",
            &self.name(),
            &name,
            " -showcerts </dev/null",
        ]
        .concat()
    }
}
