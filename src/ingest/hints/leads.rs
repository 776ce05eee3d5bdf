//! Phrases that lead to descriptions of certificates and to lines about an accepted server.
//!
//! Each has seven characters or more.

/// The beginning of the output of this program's `--connect` with `--format pem`. The server and
/// the host that was checked follow: `Output of sslengine-doctor --connect HOST:PORT for HOST`.
pub(crate) const OWN_OUTPUT: &str = "Output of sslengine-doctor --connect ";

/// What precedes the path of a certificate in a command of openssl.
pub(crate) const X509: &str = "x509 -in ";
/// What precedes the path of a keystore.
pub(crate) const KEYSTORE: &str = "-keystore ";
/// What precedes the path of a certificate in a command of keytool.
pub(crate) const PRINTCERT: &str = "printcert -file ";

/// The line of s_client before the list of the server's certificates.
pub(crate) const CHAIN: &str = "Certificate chain";
/// What precedes a fingerprint that keytool prints.
pub(crate) const DIGEST: &str = "SHA256:";

/// Phrases of texts that may describe a certificate. The names in them are those of keytool.
pub(crate) const DESCRIBED: [&str; 26] = [
    "Not Before: ",
    "notBefore=",
    "notAfter=",
    "subject=",
    "expire date: ",
    "  Version: V",
    "SerialNumber: ",
    "\"not before\"",
    "ObjectId: 2.5.29.",
    "Owner: ",
    "Eigentümer",
    "Propriétaire",
    "Propietario",
    "Proprietario",
    "Proprietário",
    "所有者:",
    "擁有者:",
    "소유자:",
    "Ägare: ",
    "SHA 256:",
    "NotAfter",
    "[Not After]",
    "subject `",
    X509,
    KEYSTORE,
    PRINTCERT,
];

/// Names of columns of tables that may describe certificates.
pub(crate) const COLUMNS: [&str; 7] = [
    "not_after",
    "valid_to",
    "valid_until",
    "expires_at",
    "expiry_date",
    "expiration_date",
    "issuer_name",
];

/// Lines that say that a client accepted the server's certificates.
pub(crate) const ACCEPTED: [&str; 4] = [
    "Endpoint response headers:",
    "Received response. Status: ",
    "Verify return code: 0 (ok)",
    "SSL certificate verify ok",
];
