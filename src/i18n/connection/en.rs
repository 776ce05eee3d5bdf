//! English: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::en::English;
use crate::report::ConnectionNote;

impl ConnectionWords for English {
    fn heading(&self) -> &'static str {
        "Connection"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: true } => {
                "The server requires a client certificate. API Gateway sends one only if the API’s stage has one, and the server must accept it.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: false } => {
                "The server asks for a client certificate, and accepts connections without one.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Without the server name (SNI), the server sends another chain; its first certificate is “{0}”. A client that sends no name, or another one, gets that chain. API Gateway sends the host of the integration’s URI.",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Without the server name (SNI), the handshake fails: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("The server supports {0} only.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "The address {0} sends another chain; its first certificate is “{1}”. Correct that machine, too: clients reach any of them.",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!("At the address {0}, the handshake fails: {1}.", shown(address), why)
            }
            ConnectionNote::JavaOffersMore { command } => say!(
                "This command offers TLS 1.3, and TLS 1.2 with ECDHE and AES-GCM or ChaCha20. Java 17 also offers TLS 1.2 with CBC, DHE and static RSA, so API Gateway may be able to connect. Get the chain with: {0}",
                shown(command)
            ),
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("No connection to {0}: {1}.", server, why)
    }
}
