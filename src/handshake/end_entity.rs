//! What the JDK asks of the leaf beside its path (`EndEntityChecker`, TLS server).

use super::path_checks::Problem;
use crate::cert::Certificate;
use crate::report::Detail;

/// serverAuth, anyExtendedKeyUsage, and the two step-up identifiers that the JDK still takes.
const SERVER_USAGES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.1",
    "2.5.29.37.0",
    "2.16.840.1.113730.4.1",
    "1.3.6.1.4.1.311.10.3.3",
];

/// Bit 1 of the Netscape certificate type: SSL server.
const NETSCAPE_SERVER: u8 = 0x40;

/// Every problem, in the JDK's order; the key exchange is taken to be ECDHE, as every TLS 1.2 client prefers.
pub(crate) fn problems(at: usize, leaf: &Certificate) -> Vec<Problem> {
    let mut out = Vec::new();
    let mut add = |detail, reason: &str| {
        out.push(Problem {
            certificate: at,
            detail,
            reason: reason.to_owned(),
            thrown: false,
        })
    };
    if let Some(usage) = leaf.extensions.key_usage.filter(|ku| !ku.digital_signature()) {
        let detail = Detail::LeafKeyUsage {
            key_usage: usage.names(),
            needed: "digitalSignature".to_owned(),
        };
        add(detail, "KeyUsage does not allow digital signatures");
    }
    let refused = |usages: &&Vec<String>| !usages.iter().any(|u| SERVER_USAGES.contains(&u.as_str()));
    if let Some(usages) = leaf.extensions.extended_key_usage.as_ref().filter(refused) {
        let usages = usages.iter().map(|u| usage_name(u)).collect();
        let reason = "Extended key usage does not permit use for TLS server authentication";
        add(Detail::LeafExtendedKeyUsage { usages }, reason);
    }
    if leaf
        .extensions
        .netscape_cert_type
        .is_some_and(|bits| bits & NETSCAPE_SERVER == 0)
    {
        add(
            Detail::NetscapeCertType {},
            "Netscape cert type does not permit use for SSL server",
        );
    }
    out
}

/// RFC 5280's name of an extended key usage, else the dotted identifier.
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
