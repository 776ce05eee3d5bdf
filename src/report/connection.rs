//! What TLS connections to a server showed, apart from the chain. Types and comparisons only; the
//! module `connect` makes the connections.

use serde::Serialize;

use super::Verdict;
use crate::cert::Fingerprint;
use crate::ingest::{LogKind, Meaning, Side};

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
    /// TLS 1.2 or older with all cipher suites that Java offered once; only its beginning. It is
    /// tried if the usual handshake shows no certificate, and kept if it shows one or is refused.
    Legacy,
}

/// Whether Java 17 offers a version of TLS with a cipher suite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum JavaOffer {
    /// The newest release offers it.
    Offered,
    /// An earlier release offers it (17.0.9), the newest does not (17.0.21.1): static RSA.
    Formerly,
    /// Java 17 does not offer this cipher suite.
    NotTheCipher,
    /// Java 17 does not offer this version of TLS.
    NotTheVersion,
}

/// One handshake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// How it was tried.
    pub how: How,
    /// The IP address; `None` through a proxy, or if the name has no address.
    pub address: Option<String>,
    /// Such as `TLS 1.3`; `None` if the handshake did not come that far.
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

impl Attempt {
    /// The alert that ended the handshake, such as `handshake_failure`.
    fn alert(&self) -> Option<&str> {
        match &self.trouble {
            Some(LogKind::OtherAlert { alert, .. }) => Some(alert),
            _ => None,
        }
    }

    /// Whether Java 17 offers the version and the cipher suite.
    ///
    /// From `SSLContext.getDefaultSSLParameters` and `jdk.tls.disabledAlgorithms` of 17.0.9 and
    /// 17.0.21.1.
    #[must_use]
    pub fn java(&self) -> JavaOffer {
        let cipher = self.cipher.as_deref().unwrap_or_default();
        if !matches!(self.protocol, Some("TLS 1.2" | "TLS 1.3")) {
            JavaOffer::NotTheVersion
        } else if cipher.is_empty() || cipher.contains("3DES") || cipher.contains("RC4") {
            JavaOffer::NotTheCipher
        } else if cipher.starts_with("TLS_RSA_") {
            JavaOffer::Formerly
        } else {
            JavaOffer::Offered
        }
    }
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
    /// The downloads of missing certificates, in order.
    pub downloads: Vec<Download>,
    /// The verdict on the chain with the downloaded certificates; `None` if there are none.
    pub with_downloads: Option<Verdict>,
}

/// A download of a missing certificate from an address that the certificate below it names
/// (authorityInfoAccess, RFC 5280 section 4.2.2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Download {
    /// The address.
    pub url: String,
    /// What a person would call the certificate; `None` if there is none.
    pub label: Option<String>,
    /// SHA-256 of the certificate.
    pub sha256: Option<Fingerprint>,
    /// Why there is no certificate; `None` if there is one.
    pub trouble: Option<DownloadTrouble>,
}

/// Why a missing certificate was not downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DownloadTrouble {
    /// The address does not begin with `http://`.
    NotHttp,
    /// The host cannot be reached.
    Unreachable,
    /// The answer did not arrive in time.
    TooSlow,
    /// The answer is larger than the limit.
    TooLarge {
        /// The limit in bytes.
        limit: u32,
    },
    /// The server answered with another status than 200.
    Status {
        /// The status.
        status: u16,
    },
    /// The server redirects too often, or to an address that is not `http`.
    Redirect,
    /// The answer contains no certificate.
    NotCertificate,
    /// The answer contains certificates, but not the missing one.
    OtherCertificate,
    /// The server named too many addresses.
    TooMany {
        /// The most downloads for one server.
        limit: u32,
    },
}

/// Something to know about a server's connections.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ConnectionNote<'a> {
    /// The server asked for a client certificate.
    ClientCertificate {
        /// Whether the handshake failed without one; `None` if it was not completed.
        required: Option<bool>,
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
    /// A missing certificate was downloaded.
    Downloaded {
        /// What a person would call it.
        label: &'a str,
        /// The address.
        url: &'a str,
    },
    /// A missing certificate could not be downloaded.
    NotDownloaded {
        /// The address.
        url: &'a str,
        /// Why.
        trouble: DownloadTrouble,
    },
    /// The verdict on the chain with the downloaded certificates.
    WithDownloads {
        /// The verdict.
        verdict: Verdict,
    },
    /// The certificates are from the beginning of a handshake that this program cannot complete.
    NotCompleted {
        /// Such as `TLS 1.2`.
        protocol: &'a str,
        /// The cipher suite.
        cipher: &'a str,
        /// Whether Java can complete it.
        java: JavaOffer,
    },
    /// The server refuses the server name, and sends a chain without it.
    OnlyWithoutName {
        /// What a person would call its first certificate.
        label: &'a str,
    },
}

impl ConnectionNote<'_> {
    /// Whether clients may fail although the usual handshake succeeds, because they get another
    /// chain or must send a certificate.
    #[must_use]
    pub fn is_caveat(&self) -> bool {
        matches!(
            self,
            Self::OtherWithoutName { .. }
                | Self::TroubleWithoutName { .. }
                | Self::OtherAtAddress { .. }
                | Self::ClientCertificate { required: None }
        )
    }

    /// The code in JSON.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ClientCertificate { .. } => "client-certificate",
            Self::OtherWithoutName { .. } => "other-without-name",
            Self::TroubleWithoutName { .. } => "trouble-without-name",
            Self::OnlyVersion { .. } => "only-version",
            Self::OtherAtAddress { .. } => "other-at-address",
            Self::TroubleAtAddress { .. } => "trouble-at-address",
            Self::Downloaded { .. } => "downloaded",
            Self::NotDownloaded { .. } => "not-downloaded",
            Self::WithDownloads { .. } => "with-downloads",
            Self::NotCompleted { .. } => "not-completed",
            Self::OnlyWithoutName { .. } => "only-without-name",
        }
    }
}

/// Alerts of a server that accepts nothing of what the client offers: 40 and 71.
const OFFER_REFUSED: [&str; 2] = ["handshake_failure", "insufficient_security"];

/// The alert of a server that does not know the server name: 112.
const NAME_REFUSED: &str = "unrecognized_name";

impl Connection {
    /// The handshake as API Gateway makes it, which is the first.
    #[must_use]
    pub fn usual(&self) -> Option<&Attempt> {
        self.attempts.first()
    }

    /// The beginning of a handshake that showed the certificates, if the usual one did not.
    fn legacy(&self) -> Option<&Attempt> {
        self.attempt(How::Legacy)
            .filter(|attempt| !attempt.certificates.is_empty())
    }

    fn attempt(&self, how: How) -> Option<&Attempt> {
        self.attempts.iter().find(|attempt| attempt.how == how)
    }

    /// What the server sends without the server name, if it refuses the handshake with it.
    fn only_without_name(&self) -> Option<&Attempt> {
        let refused = self.usual().is_some_and(|usual| usual.certificates.is_empty());
        self.attempt(How::WithoutName)
            .filter(|other| refused && self.legacy().is_none() && !other.certificates.is_empty())
    }

    /// Whether the server refused everything that Java 17 offers.
    fn refuses_every_offer(&self) -> bool {
        let usual = self.usual().and_then(Attempt::alert);
        let legacy = self.attempt(How::Legacy).and_then(Attempt::alert);
        usual.is_some_and(|alert| OFFER_REFUSED.contains(&alert)) && legacy.is_some()
    }

    /// Why a client like API Gateway cannot connect; `None` if it can. The usual handshake is
    /// decisive, unless Java offers what this program does not.
    #[must_use]
    pub fn trouble(&self) -> Option<LogKind> {
        let named = |meaning, name: Option<&str>| LogKind::Known {
            meaning,
            tool: None,
            side: Side::Client,
            name: name.map(str::to_owned),
        };
        let usual = self.usual()?;
        match self.legacy() {
            Some(legacy) => match legacy.java() {
                JavaOffer::Offered if legacy.client_certificate => Some(named(Meaning::ClientCertificateMissing, None))
                    .filter(|_| usual.client_certificate && usual.trouble.is_some()),
                JavaOffer::Offered => None,
                JavaOffer::NotTheVersion => Some(named(Meaning::OldTls, legacy.protocol)),
                JavaOffer::Formerly | JavaOffer::NotTheCipher => {
                    Some(named(Meaning::NoSharedCipher, legacy.cipher.as_deref()))
                }
            },
            // Servers end such a handshake with several alerts, or by closing the connection.
            None if usual.client_certificate && usual.trouble.is_some() => {
                Some(named(Meaning::ClientCertificateMissing, None))
            }
            None if self.only_without_name().is_some() || usual.alert() == Some(NAME_REFUSED) => {
                Some(named(Meaning::ServerNameRefused, self.server_name.as_deref()))
            }
            None if self.refuses_every_offer() => Some(named(Meaning::NoSharedCipher, None)),
            None => usual.trouble.clone(),
        }
    }

    /// Whether the handshake fails before the client sees a certificate.
    #[must_use]
    pub fn fails_early(&self) -> bool {
        self.usual().is_some_and(|usual| usual.certificates.is_empty()) && self.trouble().is_some()
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
                required: Some(usual.trouble.is_some()),
            });
        }
        if let Some(legacy) = self.legacy() {
            if legacy.client_certificate && !usual.client_certificate {
                notes.push(ConnectionNote::ClientCertificate { required: None });
            }
            notes.push(ConnectionNote::NotCompleted {
                protocol: legacy.protocol.unwrap_or_default(),
                cipher: legacy.cipher.as_deref().unwrap_or_default(),
                java: legacy.java(),
            });
        } else if let Some(other) = self.only_without_name() {
            let label = other.label.as_deref().unwrap_or_default();
            notes.push(ConnectionNote::OnlyWithoutName { label });
        }
        if usual.certificates.is_empty() {
            notes.extend(self.download_notes());
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
        notes.extend(self.download_notes());
        notes
    }

    fn download_notes(&self) -> Vec<ConnectionNote<'_>> {
        let mut notes = Vec::new();
        for download in &self.downloads {
            let url = download.url.as_str();
            notes.push(match (download.trouble, &download.label) {
                (None, Some(label)) => ConnectionNote::Downloaded { label, url },
                (trouble, _) => ConnectionNote::NotDownloaded {
                    url,
                    trouble: trouble.unwrap_or(DownloadTrouble::NotCertificate),
                },
            });
        }
        notes.extend(
            self.with_downloads
                .map(|verdict| ConnectionNote::WithDownloads { verdict }),
        );
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
