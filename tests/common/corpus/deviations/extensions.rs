//! Extensions: critical ones, repeated ones, and odd encodings around valid contents.

use super::super::builder::*;
use super::super::der::{boolean, ctx, ctx_prim, int, null, octet_string, oid, seq, tlv};
use super::super::names::{dns, uri};
use super::*;

pub const UNKNOWN: &str = "1.3.6.1.4.1.55555.1.1";

/// Valid contents for every extension that verifiers know.
pub fn good(oid_text: &str) -> Vec<u8> {
    match oid_text {
        AUTHORITY_INFO | SUBJECT_INFO => seq(&[seq(&[oid("1.3.6.1.5.5.7.48.1"), uri("http://ocsp.example.com")])]),
        CRL_POINTS | FRESHEST_CRL => seq(&[seq(&[ctx(0, &[ctx(0, &[uri("http://crl.example.com/1.crl")])])])]),
        ISSUER_ALT_NAME => seq(&[dns("ca.example.com")]),
        PRIVATE_KEY_PERIOD => seq(&[ctx_prim(0, b"20200101000000Z"), ctx_prim(1, b"20400101000000Z")]),
        NETSCAPE_CERT_TYPE => named_bits_value(&[1, 5]),
        OCSP_NO_CHECK => null(),
        POLICIES => seq(&[seq(&[oid("2.23.140.1.2.1")])]),
        POLICY_CONSTRAINTS => seq(&[ctx_prim(1, &[5])]),
        POLICY_MAPPINGS => seq(&[seq(&[oid("1.2.3.4"), oid("1.2.3.5")])]),
        INHIBIT_ANY_POLICY => int(5),
        NAME_CONSTRAINTS => seq(&[ctx(0, &[seq(&[dns("example.com")])])]),
        EXTENDED_KEY_USAGE => seq(&[oid("1.3.6.1.5.5.7.3.1"), oid("1.3.6.1.5.5.7.3.2")]),
        SUBJECT_ALT_NAME => seq(&[dns(HOST)]),
        SUBJECT_KEY_ID => octet_string(&[0x42; 20]),
        AUTHORITY_KEY_ID => seq(&[ctx_prim(0, &[0x42; 20])]),
        BASIC_CONSTRAINTS => seq(&[boolean(true)]),
        KEY_USAGE => named(&[DIGITAL_SIGNATURE, KEY_CERT_SIGN, CRL_SIGN]),
        "1.3.6.1.4.1.11129.2.4.2" => octet_string(&[0; 40]),
        "1.3.6.1.5.5.7.1.24" => seq(&[int(5)]),
        "2.5.29.9" => seq(&[seq(&[oid("2.5.4.3"), tlv(0x31, &tlv(0x0c, b"x"))])]),
        "1.3.6.1.5.5.7.1.3" => seq(&[seq(&[oid("0.4.0.1862.1.1")])]),
        other => panic!("no contents for {other}"),
    }
}

fn named_bits_value(set: &[usize]) -> Vec<u8> {
    named(set)
}

/// Every extension with a name, for the tables.
pub const KNOWN: &[(&str, &str)] = &[
    ("authority-key-id", AUTHORITY_KEY_ID),
    ("subject-key-id", SUBJECT_KEY_ID),
    ("authority-info", AUTHORITY_INFO),
    ("subject-info", SUBJECT_INFO),
    ("subject-alt-name", SUBJECT_ALT_NAME),
    ("issuer-alt-name", ISSUER_ALT_NAME),
    ("crl-points", CRL_POINTS),
    ("freshest-crl", FRESHEST_CRL),
    ("private-key-period", PRIVATE_KEY_PERIOD),
    ("netscape-cert-type", NETSCAPE_CERT_TYPE),
    ("ocsp-no-check", OCSP_NO_CHECK),
    ("policies", POLICIES),
    ("policy-constraints", POLICY_CONSTRAINTS),
    ("policy-mappings", POLICY_MAPPINGS),
    ("inhibit-any-policy", INHIBIT_ANY_POLICY),
    ("name-constraints", NAME_CONSTRAINTS),
    ("extended-key-usage", EXTENDED_KEY_USAGE),
    ("basic-constraints", BASIC_CONSTRAINTS),
    ("key-usage", KEY_USAGE),
    ("sct-list", "1.3.6.1.4.1.11129.2.4.2"),
    ("must-staple", "1.3.6.1.5.5.7.1.24"),
    ("directory-attributes", "2.5.29.9"),
    ("qc-statements", "1.3.6.1.5.5.7.1.3"),
];

/// Puts one extension, as encoded, at the end of the list.
fn raw(cert: &mut Cert, encoded: Vec<u8>) {
    cert.extensions.push(Extension {
        oid: UNKNOWN,
        critical: false,
        value: Value::Bytes(Vec::new()),
        raw: Some(encoded),
    });
}

pub fn list() -> Vec<Deviation> {
    let mut list = per_certificate! { ALL;
        /// An unknown critical extension (RFC 5280 §4.2: must be rejected).
        "unknown-critical" => |c| { c.add(UNKNOWN, true, seq(&[int(1)])); }
        /// The same extension twice (RFC 5280 §4.2 forbids it): a parse failure in Java.
        "duplicate-basic-constraints" => |c| { c.add(BASIC_CONSTRAINTS, false, good(BASIC_CONSTRAINTS)); c.add(BASIC_CONSTRAINTS, false, good(BASIC_CONSTRAINTS)); }
    };
    list.extend(per_certificate! { &["ec-1"];
        /// An unknown extension that is not critical.
        "unknown" => |c| { c.add(UNKNOWN, false, seq(&[int(1)])); }
        /// An unknown extension whose contents are not DER.
        "unknown-garbage" => |c| { c.add(UNKNOWN, false, vec![0xff]); }
        /// An unknown critical extension with empty contents.
        "unknown-critical-empty" => |c| { c.add(UNKNOWN, true, Vec::new()); }
        /// An unknown extension twice.
        "duplicate-unknown" => |c| { c.add(UNKNOWN, false, null()); c.add(UNKNOWN, false, null()); }
        /// Two unreadable copies of an extension that is not critical.
        "duplicate-unreadable" => |c| { c.add(ISSUER_ALT_NAME, false, null()); c.add(ISSUER_ALT_NAME, false, null()); }
        /// A readable and an unreadable copy of one extension.
        "duplicate-half-readable" => |c| { c.add(ISSUER_ALT_NAME, false, good(ISSUER_ALT_NAME)); c.add(ISSUER_ALT_NAME, false, null()); }
        /// The key usage twice, the second one empty.
        "duplicate-key-usage" => |c| { c.add(KEY_USAGE, false, named(&[])); }
        /// The subject key identifier twice, alike.
        "duplicate-subject-key-id" => |c| { c.extensions.push(Extension { oid: SUBJECT_KEY_ID, critical: false, value: Value::OwnKeyId, raw: None }); }
        /// Criticality FALSE spelled out, which DER forbids for a default value.
        "critical-false-explicit" => |c| { raw(c, seq(&[oid(UNKNOWN), boolean(false), octet_string(&null())])); }
        /// Criticality as a BOOLEAN of 0x01, which BER reads as TRUE, on an unknown extension.
        "critical-one" => |c| { raw(c, seq(&[oid(UNKNOWN), tlv(1, &[1]), octet_string(&null())])); }
        /// Criticality as a BOOLEAN of two bytes.
        "critical-two-bytes" => |c| { raw(c, seq(&[oid(UNKNOWN), tlv(1, &[0, 0]), octet_string(&null())])); }
        /// An element after the contents of an extension.
        "extension-third-element" => |c| { raw(c, seq(&[oid(UNKNOWN), octet_string(&null()), int(1)])); }
        /// An extension without contents.
        "extension-without-contents" => |c| { raw(c, seq(&[oid(UNKNOWN)])); }
        /// An extension whose contents are not an OCTET STRING.
        "extension-not-octets" => |c| { raw(c, seq(&[oid(UNKNOWN), null()])); }
        /// An extension whose contents are a constructed OCTET STRING, BER.
        "extension-constructed-octets" => |c| { raw(c, seq(&[oid(UNKNOWN), tlv(0x24, &octet_string(&null()))])); }
        /// An extension that is not a SEQUENCE.
        "extension-not-a-sequence" => |c| { raw(c, oid(UNKNOWN)); }
        /// An extension whose OID is a number.
        "extension-oid-is-integer" => |c| { raw(c, seq(&[int(3), octet_string(&null())])); }
        /// An extension with an empty OID.
        "extension-oid-empty" => |c| { raw(c, seq(&[tlv(6, &[]), octet_string(&null())])); }
        /// An extension whose OID ends in the middle of an arc.
        "extension-oid-truncated" => |c| { raw(c, seq(&[tlv(6, &[0x2b, 0x86]), octet_string(&null())])); }
        /// An empty list of extensions (RFC 5280 §4.1: at least one).
        "extensions-empty" => |c| { c.raw_extensions = Some(ctx(3, &[tlv(0x30, &[])])); }
        /// The wrapper of the extensions without the list.
        "extensions-wrapper-empty" => |c| { c.raw_extensions = Some(tlv(0xa3, &[])); }
        /// The list of extensions twice inside its wrapper.
        "extensions-two-lists" => |c| { c.raw_extensions = Some(ctx(3, &[tlv(0x30, &[]), seq(&[seq(&[oid(UNKNOWN), boolean(true), octet_string(&null())])])])); }
        /// Thirty unknown extensions.
        "thirty-extensions" => |c| { for i in 0..30 { raw(c, seq(&[oid(&format!("1.3.6.1.4.1.55555.8.{i}")), octet_string(&null())])); } }
    });
    for (name, oid_text) in KNOWN {
        let oid_text: &'static str = oid_text;
        for critical in [true, false] {
            let word = if critical { "critical" } else { "plain" };
            let id = format!("{name}-{word}");
            let about = format!("{name} with good contents, marked {word}.");
            let put = move |c: &mut Cert| match c.extension(oid_text) {
                Some(own) => own.critical = critical,
                None => c.put(oid_text, critical, good(oid_text)),
            };
            list.push(Deviation::new(
                format!("leaf/{id}"),
                format!("{about} On the leaf."),
                ONE,
                move |w| {
                    put(w.leaf());
                    Some(())
                },
            ));
            list.push(Deviation::new(
                format!("intermediate/{id}"),
                format!("{about} On the issuing intermediate."),
                ONE,
                move |w| {
                    put(w.issuing()?);
                    Some(())
                },
            ));
            if critical {
                list.push(Deviation::new(
                    format!("anchor/{id}"),
                    format!("{about} On the anchor."),
                    ONE,
                    move |w| {
                        put(w.root());
                        Some(())
                    },
                ));
            }
        }
    }
    list
}
