//! English: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::English;
use crate::report::{ConnectionNote, DownloadTrouble, JavaOffer, Verdict};

impl ConnectionWords for English {
    fn heading(&self) -> &'static str {
        "Connection"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: Some(true) } => {
                "The server requires a client certificate.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: None } => {
                "The server asks for a client certificate, and may require one.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: Some(false) } => {
                "The server asks for a client certificate, and accepts connections without one.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Without the server name (SNI), the server sends another chain; its first certificate is “{0}”.",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Without the server name (SNI), the handshake fails: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("The server supports {0} only.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "The address {0} sends another chain; its first certificate is “{1}”.",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!("At the address {0}, the handshake fails: {1}.", shown(address), why)
            }
            ConnectionNote::Downloaded { label, url } => say!(
                "The server did not send “{0}”. It was downloaded from {1}; API Gateway does not download it.",
                shown(label),
                shown(url)
            ),
            ConnectionNote::NotDownloaded { url, .. } => {
                say!(
                    "A missing certificate could not be downloaded from {0}: {1}.",
                    shown(url),
                    why
                )
            }
            ConnectionNote::WithDownloads { verdict } => match verdict {
                Verdict::Pass => {
                    "With the downloaded certificates, API Gateway would accept the chain. --repair writes it."
                }
                Verdict::Fail => "API Gateway would reject the chain even with the downloaded certificates.",
                Verdict::Inconclusive => {
                    "It is unknown whether API Gateway would accept the chain with the downloaded certificates."
                }
            }
            .to_owned(),
            ConnectionNote::NotCompleted { protocol, cipher, java } => {
                let how = match java {
                    JavaOffer::Offered => say!(
                        "The server chose {0} with {1}. This program cannot complete that handshake, but Java 17 can.",
                        *protocol,
                        *cipher
                    ),
                    JavaOffer::Formerly => say!(
                        "The server chose {0}, which uses static RSA. Java 17.0.9 offers it, Java 17.0.21.1 no longer does. Enable cipher suites with ECDHE.",
                        *cipher
                    ),
                    JavaOffer::NotTheCipher => {
                        say!("Java 17 does not offer {0}. Enable cipher suites with ECDHE.", *cipher)
                    }
                    JavaOffer::NotTheVersion => {
                        say!(
                            "The server chose {0}. Java 17 offers TLS 1.2 and 1.3 only. Enable TLS 1.2.",
                            *protocol
                        )
                    }
                };
                how + " The chain was read from the beginning of the handshake."
            }
            ConnectionNote::OnlyWithoutName { label } => say!(
                "Without the server name (SNI), the server sends a chain; its first certificate is “{0}”.",
                shown(label)
            ),
        }
    }

    fn more(&self, note: &ConnectionNote<'_>) -> &'static str {
        match note {
            ConnectionNote::ClientCertificate {
                required: Some(true) | None,
            } => "API Gateway sends one only if the API’s stage has one, and the server must accept it.",
            ConnectionNote::OtherWithoutName { .. } => {
                "A client that sends no name, or another one, gets that chain. API Gateway sends the host of the integration’s URI."
            }
            ConnectionNote::OtherAtAddress { .. } => "Correct that machine, too: clients reach any of them.",
            _ => "",
        }
    }

    fn download_trouble(&self, trouble: DownloadTrouble) -> String {
        match trouble {
            DownloadTrouble::NotHttp => "only http:// addresses are used".to_owned(),
            DownloadTrouble::Unreachable => "the host cannot be reached".to_owned(),
            DownloadTrouble::TooSlow => "the answer did not arrive in time".to_owned(),
            DownloadTrouble::TooLarge { limit } => {
                say!("the answer has more than {0} bytes", self.number(limit.into()))
            }
            DownloadTrouble::Status { status } => say!("the answer has the status {0}", status.to_string()),
            DownloadTrouble::Redirect => "it redirects too often, or not to an http:// address".to_owned(),
            DownloadTrouble::NotCertificate => "the answer contains no certificate".to_owned(),
            DownloadTrouble::OtherCertificate => "the answer contains another certificate".to_owned(),
            DownloadTrouble::TooMany { limit } => {
                say!("the limit of {0} downloads was reached", limit.to_string())
            }
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("No connection to {0}: {1}.", server, why)
    }
}
