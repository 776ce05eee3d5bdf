//! The JDK's checks of the leaf's purposes (`EndEntityChecker`, TLS server).

use super::readable::unreadable_in_leaf;
use super::result::Problem;
use crate::cert::Certificate;
use crate::cert::extensions::oid;
use crate::report::Detail;
use crate::trust::java::JavaTraits;

/// Accepted usages: serverAuth, anyExtendedKeyUsage, and two older server-gated-crypto identifiers.
const SERVER_USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.1",
    "2.5.29.37.0",
    "2.16.840.1.113730.4.1",
    "1.3.6.1.4.1.311.10.3.3",
];

/// Bit 1 of the Netscape certificate type: SSL server.
const NETSCAPE_SERVER: u8 = 0x40;

/// Returns the leaf's problems, in the JDK's order. Assumes ECDHE key exchange, which every TLS 1.2
/// client prefers.
pub(super) fn problems(at: usize, leaf: &Certificate, traits: &JavaTraits) -> Vec<Problem> {
    let mut out = Vec::new();
    let mut add = |detail, reason: &str| out.push(Problem::with_reason(at, detail, reason));
    let extensions = &leaf.extensions;
    if let Some(usage) = extensions.key_usage.filter(|ku| !ku.digital_signature()) {
        let detail = Detail::LeafKeyUsage {
            key_usage: usage.names(),
            needed: "digitalSignature".to_owned(),
        };
        add(detail, "KeyUsage does not allow digital signatures");
    }
    if let Some(reason) = unreadable_in_leaf(leaf, oid::EXTENDED_KEY_USAGE, traits) {
        add(Detail::LeafExtendedKeyUsage { usages: Vec::new() }, &reason);
    }
    let no_server = |usages: &&Vec<String>| !usages.iter().any(|u| SERVER_USAGES.contains(&u.as_str()));
    if let Some(usages) = extensions.extended_key_usage.as_ref().filter(no_server) {
        let usages = usages.iter().map(|u| usage_name(u)).collect();
        let reason = "Extended key usage does not permit use for TLS server authentication";
        add(Detail::LeafExtendedKeyUsage { usages }, reason);
    }
    if extensions
        .netscape_cert_type
        .is_some_and(|bits| bits & NETSCAPE_SERVER == 0)
    {
        let reason = "Netscape cert type does not permit use for SSL server";
        add(Detail::NetscapeCertType {}, reason);
    }
    out
}

/// Returns RFC 5280's name of an extended key usage, else the dotted identifier.
#[must_use]
pub fn usage_name(oid: &str) -> String {
    let known = match oid {
        "1.3.6.1.5.5.7.3.1" => "serverAuth",
        "1.3.6.1.5.5.7.3.2" => "clientAuth",
        "1.3.6.1.5.5.7.3.3" => "codeSigning",
        "1.3.6.1.5.5.7.3.4" => "emailProtection",
        "1.3.6.1.5.5.7.3.8" => "timeStamping",
        "1.3.6.1.5.5.7.3.9" => "OCSPSigning",
        "2.5.29.37.0" => "anyExtendedKeyUsage",
        other => other,
    };
    known.to_owned()
}
