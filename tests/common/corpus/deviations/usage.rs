//! What a key may be used for: keyUsage, extendedKeyUsage, the Netscape certificate type.

use super::super::builder::*;
use super::super::der::{oid, seq};
use super::*;

const BITS: &[(&str, usize)] = &[
    ("digital-signature", 0),
    ("non-repudiation", 1),
    ("key-encipherment", 2),
    ("data-encipherment", 3),
    ("key-agreement", 4),
    ("key-cert-sign", 5),
    ("crl-sign", 6),
    ("encipher-only", 7),
    ("decipher-only", 8),
];

const PURPOSES: &[(&str, &[&str])] = &[
    ("server", &["1.3.6.1.5.5.7.3.1"]),
    ("client", &["1.3.6.1.5.5.7.3.2"]),
    ("client-and-server", &["1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"]),
    ("any", &["2.5.29.37.0"]),
    ("netscape-sgc", &["2.16.840.1.113730.4.1"]),
    ("microsoft-sgc", &["1.3.6.1.4.1.311.10.3.3"]),
    ("code-signing", &["1.3.6.1.5.5.7.3.3"]),
    ("email", &["1.3.6.1.5.5.7.3.4"]),
    ("ocsp-signing", &["1.3.6.1.5.5.7.3.9"]),
    ("unknown", &["1.3.6.1.4.1.55555.4.1"]),
    ("ipsec-ike", &["1.3.6.1.5.5.7.3.17"]),
];

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (name, bit) in BITS {
        let bit = *bit;
        list.push(Deviation::new(
            format!("leaf/usage-{name}-only"),
            format!("The leaf's key usage is {name} alone; ECDHE needs digitalSignature."),
            MAIN,
            move |w| {
                w.leaf().put(KEY_USAGE, true, named(&[bit]));
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("intermediate/usage-{name}-only"),
            format!("The intermediate's key usage is {name} alone; a CA needs keyCertSign."),
            TWO,
            move |w| {
                w.issuing()?.put(KEY_USAGE, true, named(&[bit]));
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("anchor/usage-{name}-only"),
            format!("The anchor's key usage is {name} alone; Java asks an anchor for keyCertSign."),
            ONE,
            move |w| {
                w.root().put(KEY_USAGE, true, named(&[bit]));
                Some(())
            },
        ));
    }
    for (name, purposes) in PURPOSES {
        for critical in [false, true] {
            let word = if critical { "-critical" } else { "" };
            let value: Vec<Vec<u8>> = purposes.iter().map(|p| oid(p)).collect();
            let other = value.clone();
            list.push(Deviation::new(
                format!("leaf/purpose-{name}{word}"),
                format!("The leaf's extended key usage is {name}{word}."),
                MAIN,
                move |w| {
                    w.leaf().put(EXTENDED_KEY_USAGE, critical, seq(&value));
                    Some(())
                },
            ));
            list.push(Deviation::new(
                format!("intermediate/purpose-{name}{word}"),
                format!("The intermediate's extended key usage is {name}{word}; Java does not look, openssl does."),
                ONE,
                move |w| {
                    w.issuing()?.put(EXTENDED_KEY_USAGE, critical, seq(&other));
                    Some(())
                },
            ));
        }
    }
    list.extend(per_certificate! { &["ec-1"];
        /// No key usage at all: everything is allowed.
        "usage-absent" => |c| { c.remove(KEY_USAGE); }
        /// A key usage with no bit set.
        "usage-none" => |c| { c.put(KEY_USAGE, true, named(&[])); }
        /// A key usage that is not critical.
        "usage-plain" => |c| { if let Some(e) = c.extension(KEY_USAGE) { e.critical = false; } }
        /// A key usage with all nine bits.
        "usage-all" => |c| { c.put(KEY_USAGE, true, named(&[0, 1, 2, 3, 4, 5, 6, 7, 8])); }
        /// All bits but the one that matters.
        "usage-all-but" => |c| { let ca = c.extension(BASIC_CONSTRAINTS).is_some(); c.put(KEY_USAGE, true, if ca { named(&[0, 1, 2, 3, 4, 6]) } else { named(&[1, 2, 3, 4, 5, 6]) }); }
        /// No extended key usage.
        "purpose-absent" => |c| { c.remove(EXTENDED_KEY_USAGE); }
        /// Netscape certificate type: SSL server.
        "netscape-ssl-server" => |c| { c.put(NETSCAPE_CERT_TYPE, false, named(&[1])); }
        /// Netscape certificate type: SSL client only.
        "netscape-ssl-client" => |c| { c.put(NETSCAPE_CERT_TYPE, false, named(&[0])); }
        /// Netscape certificate type: S/MIME only.
        "netscape-smime" => |c| { c.put(NETSCAPE_CERT_TYPE, false, named(&[2])); }
        /// Netscape certificate type: SSL CA only.
        "netscape-ssl-ca" => |c| { c.put(NETSCAPE_CERT_TYPE, false, named(&[5])); }
        /// Netscape certificate type: client, critical.
        "netscape-ssl-client-critical" => |c| { c.put(NETSCAPE_CERT_TYPE, true, named(&[0])); }
    });
    list.extend(deviations! { MAIN;
        /// The key usage and the extended key usage both reject a server: which is reported?
        "leaf/usage-and-purpose" => |w| { w.leaf().put(KEY_USAGE, true, named(&[2])); w.leaf().put(EXTENDED_KEY_USAGE, false, seq(&[oid("1.3.6.1.5.5.7.3.2")])); }
        /// The purpose and the Netscape type both reject a server.
        "leaf/purpose-and-netscape" => |w| { w.leaf().put(NETSCAPE_CERT_TYPE, false, named(&[0])); w.leaf().put(EXTENDED_KEY_USAGE, false, seq(&[oid("1.3.6.1.5.5.7.3.2")])); }
        /// The purpose rejects a server, and the host name does not match either.
        "leaf/purpose-and-host" => |w| { w.host = Some("other.example.org".into()); w.leaf().put(EXTENDED_KEY_USAGE, false, seq(&[oid("1.3.6.1.5.5.7.3.2")])); }
        /// The leaf looks like a CA: CA:TRUE and keyCertSign together with digitalSignature.
        "leaf/looks-like-ca" => |w| { w.leaf().put(BASIC_CONSTRAINTS, true, super::extensions::good(BASIC_CONSTRAINTS)); w.leaf().put(KEY_USAGE, true, named(&[0, 5, 6])); }
    });
    list
}
