//! English: descriptions of certificates, and logs that contradict the check.

use super::{EvidenceWords, Fact};
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar;
use crate::i18n::grammar::en::English;
use crate::ingest::{AcceptedBy, DescribedBy, Location};
use crate::report::{Instead, LogConflict, Observation, RecognizedKind};

impl EvidenceWords for English {
    fn heading(&self) -> &'static str {
        "Described certificates"
    }

    fn described(&self, place: &str, tool: DescribedBy) -> String {
        let tool = match tool {
            DescribedBy::OpensslText => "the output of openssl x509 -text",
            DescribedBy::OpensslFields => "the output of openssl x509",
            DescribedBy::OpensslSession => "the output of openssl s_client",
            DescribedBy::Keytool => "the output of keytool",
            DescribedBy::JavaDebug => "Java’s debug output",
            DescribedBy::Curl => "the output of curl",
        };
        say!(
            "{0}: {1} describes a certificate but does not contain it. This is evidence, not a checked chain.",
            place,
            tool
        )
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Subject(name) => say!("Subject: {0}.", name),
            Fact::Issuer(name) => say!("Issuer: {0}.", name),
            Fact::Validity(Some(from), Some(until)) => say!("Valid from {0} to {1}.", from, until),
            Fact::Validity(Some(from), None) => say!("Valid from {0}.", from),
            Fact::Validity(None, until) => say!("Valid until {0}.", until.unwrap_or_default()),
            Fact::Key(algorithm, Some(bits)) => say!("Key: {0}, {1} bits.", algorithm, bits),
            Fact::Key(algorithm, None) => say!("Key: {0}.", algorithm),
            Fact::Names(names) => say!("Names: {0}.", names),
        }
    }

    fn observation(&self, observation: &Observation, grammar: &dyn Grammar) -> String {
        match observation {
            Observation::Recognized { kind, product } => match kind {
                RecognizedKind::Default => say!(
                    "This is the default certificate of {0}: the client sent no server name (SNI), or no certificate is configured for this host. Configure the certificate of this host on the server.",
                    shown(product)
                ),
                RecognizedKind::Proxy => say!(
                    "The issuer is {0}, a proxy that inspects TLS: it replaced the server’s certificate. Fetch the chain from a network without this proxy.",
                    shown(product)
                ),
                RecognizedKind::Staging => say!(
                    "This is a test certificate of {0}’s staging environment. Request it again from the production environment.",
                    shown(product)
                ),
                RecognizedKind::CloudflareOrigin => say!(
                    "Only {0} trusts this certificate. Call the host through {0}, or install a certificate from a supported CA.",
                    shown(product)
                ),
            },
            Observation::Expired { not_after, at: _ } => say!(
                "It expired on {0}, so requirement 2 is not met. Renew the certificate.",
                grammar.date(*not_after)
            ),
            Observation::NotYetValid { not_before, at: _ } => say!(
                "It is not valid until {0}, so requirement 2 is not met.",
                grammar.date(*not_before)
            ),
            Observation::OtherHost { host } => say!(
                "None of these names fits “{0}”: API Gateway rejects this certificate for that host.",
                shown(host)
            ),
            Observation::SelfSigned {} => {
                "Subject and issuer are the same, so it is self-signed: no supported CA issued it (requirement 1)."
                    .to_owned()
            }
            Observation::KeyTooLarge { bits } => say!(
                "Its RSA key has {0} bits. AWS’s requirement 4 allows at most 2048.",
                grammar.number(i64::from(*bits))
            ),
        }
    }

    fn print(&self, command: &str) -> String {
        say!(
            "To check the chain, print the certificates themselves and paste them: {0}",
            command
        )
    }

    fn conflict(&self, place: &str, conflict: &LogConflict) -> String {
        match conflict {
            LogConflict::Rejected {
                at: _,
                instead,
                by_api_gateway,
                command,
            } => {
                let mut text = contradiction(place, *instead);
                append(
                    &mut text,
                    if *by_api_gateway {
                        "API Gateway was probably sent another certificate chain: without a server name (SNI) the server may send its default certificate, another machine or address may answer under this name, or the certificate was renewed after the log was written."
                    } else {
                        "The program that rejected it was probably sent another certificate chain (no server name (SNI), another machine or address under this name, renewed since), or it uses another truststore."
                    },
                );
                append(
                    &mut text,
                    &say!(
                        "Ask the operator of the backend to check every machine behind the name. This command shows what the server sends without a server name: {0}",
                        command
                    ),
                );
                text
            }
            LogConflict::Accepted { at: _, by } => {
                let (who, why) = match by {
                    AcceptedBy::ApiGateway => ("The log says that API Gateway", API_GATEWAY),
                    AcceptedBy::Openssl => ("OpenSSL", TOOL),
                    AcceptedBy::Curl => ("curl", TOOL),
                };
                let mut text = say!(
                    "{1} accepted the server’s certificates ({0}), but the chain in your input is rejected.",
                    place,
                    who
                );
                append(&mut text, why);
                text
            }
        }
    }

    fn compare(&self, place: &str, instead: Instead, by_api_gateway: bool) -> String {
        let mut text = contradiction(place, instead);
        append(
            &mut text,
            if by_api_gateway {
                "API Gateway was probably sent another chain. The command shows what the server sends without a server name (SNI); run it for every machine behind the name."
            } else {
                "The program was probably sent another chain, or it uses another truststore. The command shows what the server sends without a server name (SNI); run it for every machine behind the name."
            },
        );
        text
    }

    fn only_evidence(&self, command: Option<&str>) -> String {
        match command {
            Some(command) => say!(
                "No certificate found, so the chain cannot be checked. Your input contains messages or descriptions, which are explained separately. To check the chain, paste the output of {0}",
                command
            ),
            None => "No certificate found. Your input contains messages, which are explained separately.".to_owned(),
        }
    }

    fn place(&self, files: &[String], at: &Location) -> String {
        crate::i18n::input::en::place(files, at)
    }
}

/// Why API Gateway accepted a server whose chain is rejected here.
const API_GATEWAY: &str = "The chain is probably from another machine or another time, the server name (SNI) differs, or insecureSkipVerification is set. Fetch the chain again and compare.";

/// Why a tool accepted a server whose chain is rejected here.
const TOOL: &str = "The machine where it ran trusts other CAs or has the missing intermediate itself. API Gateway uses only AWS’s list and the certificates that the server sends.";

/// What the log says, and what the check found.
fn contradiction(place: &str, instead: Instead) -> String {
    match instead {
        Instead::ChainAccepted => say!(
            "Java would accept the chain in your input, but the log says that it was rejected ({0}).",
            place
        ),
        Instead::HostNameAccepted => say!(
            "The server certificate in your input is valid for the host name, but the log says that it is not ({0}).",
            place
        ),
        Instead::OtherReason => say!(
            "The log reports another error ({0}) than the one that the chain in your input causes.",
            place
        ),
    }
}
