//! Certificates that the input describes but does not contain. Types only.
//!
//! A description is evidence: nothing signed it, so it is never checked as a chain.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::location::Location;
use crate::cert::UnixTime;

/// A certificate that a tool described. Texts are cut at 256 bytes.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Described {
    /// Where the description begins.
    pub at: Location,
    /// The tool that printed it.
    pub tool: DescribedBy,
    /// Where the tool read the certificate, from the command in the input.
    pub source: DescribedSource,
    /// Subject, as written.
    pub subject: Option<String>,
    /// Issuer, as written.
    pub issuer: Option<String>,
    /// Serial number: hex digits in lowercase, without leading zeros.
    pub serial: Option<String>,
    /// Start of the validity period.
    pub not_before: Option<UnixTime>,
    /// End of the validity period.
    pub not_after: Option<UnixTime>,
    /// Whether the dates are in UTC. If not, they are read as UTC and may be off by half a day.
    pub utc: bool,
    /// The key's algorithm, as written.
    pub key_algorithm: Option<String>,
    /// The key's size in bits.
    pub key_bits: Option<u32>,
    /// DNS names and addresses among the subject alternative names, at most 100.
    pub names: Vec<String>,
    /// Whether all its subject alternative names are in `names`.
    pub all_names: bool,
    /// Whether it is a CA, if that was printed.
    pub is_ca: Option<bool>,
}

/// The tool that described a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DescribedBy {
    /// `openssl x509 -text`.
    OpensslText,
    /// `openssl x509 -subject -issuer -dates`.
    OpensslFields,
    /// The list of names that `openssl s_client` prints.
    OpensslSession,
    /// `keytool -list -v`, `keytool -printcert`.
    Keytool,
    /// Java with `-Djavax.net.debug`, or a certificate that a Java program printed.
    JavaDebug,
    /// `curl -v`.
    Curl,
    /// PowerShell, .NET or `certutil`.
    Windows,
    /// `gnutls-cli`.
    Gnutls,
    /// A table of a database client, such as `psql` or `mysql`.
    Table,
}

/// Where a tool read the certificate that it described.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum DescribedSource {
    /// The input does not say.
    #[default]
    Unknown,
    /// A file.
    File {
        /// Its path: only characters that are safe in a shell.
        path: String,
    },
    /// A keystore.
    Keystore {
        /// Its path: only characters that are safe in a shell.
        path: String,
    },
    /// A server.
    Server,
}
