//! Unreadable extension contents, each once as a critical and once as an ordinary extension.

use super::super::builder::*;
use super::super::der::{bits, boolean, ctx, ctx_prim, int, null, octet_string, oid, seq, tlv};
use super::super::names::{dns, email, ip, other_name, registered_id, uri};
use super::extensions::good;
use super::*;

/// (id, extension, contents)
fn table() -> Vec<(String, &'static str, Vec<u8>)> {
    let mut rows: Vec<(String, &'static str, Vec<u8>)> = Vec::new();
    for (name, id) in super::extensions::KNOWN.iter().filter(|(_, id)| {
        !id.starts_with("1.3.6.1.4") && *id != "2.5.29.9" && !id.ends_with("1.24") && !id.ends_with("7.1.3")
    }) {
        rows.push((format!("{name}-null"), id, null()));
        rows.push((format!("{name}-empty"), id, Vec::new()));
        rows.push((format!("{name}-trailing-bytes"), id, [good(id), null()].concat()));
        rows.push((format!("{name}-truncated"), id, good(id)[..good(id).len() - 1].to_vec()));
    }
    let mut row = |name: &str, id: &'static str, contents: Vec<u8>| rows.push((name.into(), id, contents));
    let empty = || tlv(0x30, &[]);
    row("basic-constraints-integer-first", BASIC_CONSTRAINTS, seq(&[int(3)]));
    row(
        "basic-constraints-true-twice",
        BASIC_CONSTRAINTS,
        seq(&[boolean(true), boolean(true)]),
    );
    row(
        "basic-constraints-extra",
        BASIC_CONSTRAINTS,
        seq(&[boolean(true), int(3), int(3)]),
    );
    row("basic-constraints-true-is-one", BASIC_CONSTRAINTS, seq(&[tlv(1, &[1])]));
    row(
        "basic-constraints-boolean-empty",
        BASIC_CONSTRAINTS,
        seq(&[tlv(1, &[])]),
    );
    row("basic-constraints-empty-sequence", BASIC_CONSTRAINTS, empty());
    row("basic-constraints-set", BASIC_CONSTRAINTS, tlv(0x31, &boolean(true)));
    row("key-usage-empty-bits", KEY_USAGE, bits(0, &[]));
    row("key-usage-no-byte", KEY_USAGE, tlv(3, &[]));
    row("key-usage-double-wrapped", KEY_USAGE, octet_string(&named(&[0, 5])));
    row("key-usage-not-trimmed", KEY_USAGE, bits(0, &[0x84]));
    row("key-usage-nine-unused", KEY_USAGE, bits(9, &[0x84]));
    row("key-usage-24-bits", KEY_USAGE, bits(0, &[0x84, 0, 1]));
    row("key-usage-padding-set", KEY_USAGE, bits(2, &[0x87]));
    row("key-usage-integer", KEY_USAGE, int(0x84));
    row("extended-key-usage-empty-sequence", EXTENDED_KEY_USAGE, empty());
    row("extended-key-usage-not-oid", EXTENDED_KEY_USAGE, seq(&[int(1)]));
    row(
        "extended-key-usage-server-twice",
        EXTENDED_KEY_USAGE,
        seq(&[oid("1.3.6.1.5.5.7.3.1"), oid("1.3.6.1.5.5.7.3.1")]),
    );
    row(
        "extended-key-usage-bare-oid",
        EXTENDED_KEY_USAGE,
        oid("1.3.6.1.5.5.7.3.1"),
    );
    row("subject-alt-name-empty-sequence", SUBJECT_ALT_NAME, empty());
    row(
        "subject-alt-name-empty-dns",
        SUBJECT_ALT_NAME,
        seq(&[dns(""), dns(HOST)]),
    );
    row("subject-alt-name-only-empty-dns", SUBJECT_ALT_NAME, seq(&[dns("")]));
    row(
        "subject-alt-name-high-bytes",
        SUBJECT_ALT_NAME,
        seq(&[ctx_prim(2, &[0x77, 0xe4, 0x2e, 0x63]), dns(HOST)]),
    );
    row(
        "subject-alt-name-ip-5-bytes",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ip(&[1, 2, 3, 4, 5])]),
    );
    row(
        "subject-alt-name-ip-8-bytes",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ip(&[10, 0, 0, 0, 255, 0, 0, 0])]),
    );
    row(
        "subject-alt-name-ip-32-bytes",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ip(&[[0x20; 16], [0xff; 16]].concat())]),
    );
    row(
        "subject-alt-name-ip-32-bad-mask",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ip(&[[0x20; 16], [0x55; 16]].concat())]),
    );
    row(
        "subject-alt-name-ip-empty",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ip(&[])]),
    );
    row(
        "subject-alt-name-email-empty",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), email("")]),
    );
    row(
        "subject-alt-name-email-at-end",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), email("user@")]),
    );
    row(
        "subject-alt-name-email-dot",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), email("user@.")]),
    );
    row(
        "subject-alt-name-email-no-at",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), email("example.com")]),
    );
    row(
        "subject-alt-name-uri-relative",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("/just/a/path")]),
    );
    row(
        "subject-alt-name-uri-blank",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("http://a b/")]),
    );
    row(
        "subject-alt-name-uri-underscore",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("http://under_score.example.com/")]),
    );
    row(
        "subject-alt-name-uri-spiffe",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("spiffe://cluster.local/ns/default")]),
    );
    row(
        "subject-alt-name-uri-urn",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("urn:uuid:f81d4fae")]),
    );
    row(
        "subject-alt-name-uri-ipv6",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("https://[2001:db8::1]/")]),
    );
    row(
        "subject-alt-name-uri-ipv4",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), uri("https://192.0.2.1/")]),
    );
    row(
        "subject-alt-name-other-name",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), other_name()]),
    );
    row(
        "subject-alt-name-registered-id",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), registered_id("1.2.3.4")]),
    );
    row(
        "subject-alt-name-x400",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx(3, &[empty()])]),
    );
    row(
        "subject-alt-name-edi",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx(5, &[ctx(1, &[tlv(0x13, b"party")])])]),
    );
    row(
        "subject-alt-name-edi-empty",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx(5, &[empty()])]),
    );
    row(
        "subject-alt-name-tag-9",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx_prim(9, b"x")]),
    );
    row(
        "subject-alt-name-ia5-tag",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), tlv(0x16, b"www.example.com")]),
    );
    row(
        "subject-alt-name-universal-2",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), tlv(0x02, b"www")]),
    );
    row(
        "subject-alt-name-dns-constructed",
        SUBJECT_ALT_NAME,
        seq(&[ctx(2, &[octet_string(HOST.as_bytes())])]),
    );
    row(
        "subject-alt-name-directory-primitive",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx_prim(4, &[])]),
    );
    row(
        "subject-alt-name-directory-empty",
        SUBJECT_ALT_NAME,
        seq(&[dns(HOST), ctx(4, &[empty()])]),
    );
    row("subject-key-id-zero-length", SUBJECT_KEY_ID, octet_string(&[]));
    row("subject-key-id-bit-string", SUBJECT_KEY_ID, bits(0, &[1; 20]));
    row("authority-key-id-empty-sequence", AUTHORITY_KEY_ID, empty());
    row(
        "authority-key-id-twice",
        AUTHORITY_KEY_ID,
        seq(&[ctx_prim(0, &[1]), ctx_prim(0, &[2])]),
    );
    row("authority-key-id-tag-5", AUTHORITY_KEY_ID, seq(&[ctx_prim(5, &[1])]));
    row(
        "authority-key-id-serial-only",
        AUTHORITY_KEY_ID,
        seq(&[ctx_prim(2, &[9])]),
    );
    row("authority-key-id-names-empty", AUTHORITY_KEY_ID, seq(&[tlv(0xa1, &[])]));
    row("crl-points-empty-sequence", CRL_POINTS, empty());
    row("crl-points-empty-point", CRL_POINTS, seq(&[empty()]));
    row(
        "crl-points-reasons-only",
        CRL_POINTS,
        seq(&[seq(&[ctx_prim(1, &[1, 2])])]),
    );
    row("authority-info-empty-sequence", AUTHORITY_INFO, empty());
    row(
        "authority-info-no-location",
        AUTHORITY_INFO,
        seq(&[seq(&[oid("1.3.6.1.5.5.7.48.1")])]),
    );
    row("policies-empty-sequence", POLICIES, empty());
    row(
        "policies-twice",
        POLICIES,
        seq(&[seq(&[oid("1.2.3.4")]), seq(&[oid("1.2.3.4")])]),
    );
    row(
        "policies-empty-qualifiers",
        POLICIES,
        seq(&[seq(&[oid("1.2.3.4"), empty()])]),
    );
    row("policies-bare-oid", POLICIES, seq(&[oid("1.2.3.4")]));
    row("policy-constraints-empty-sequence", POLICY_CONSTRAINTS, empty());
    row(
        "policy-constraints-twice",
        POLICY_CONSTRAINTS,
        seq(&[ctx_prim(1, &[5]), ctx_prim(1, &[5])]),
    );
    row("policy-mappings-empty-sequence", POLICY_MAPPINGS, empty());
    row("policy-mappings-half", POLICY_MAPPINGS, seq(&[seq(&[oid("1.2.3.4")])]));
    row("inhibit-any-policy-minus-1", INHIBIT_ANY_POLICY, int(-1));
    row("inhibit-any-policy-minus-2", INHIBIT_ANY_POLICY, int(-2));
    row("inhibit-any-policy-huge", INHIBIT_ANY_POLICY, int(1 << 40));
    row("name-constraints-empty-sequence", NAME_CONSTRAINTS, empty());
    row(
        "name-constraints-permitted-twice",
        NAME_CONSTRAINTS,
        seq(&[
            ctx(0, &[seq(&[dns("example.com")])]),
            ctx(0, &[seq(&[dns("example.com")])]),
        ]),
    );
    row(
        "name-constraints-tag-2",
        NAME_CONSTRAINTS,
        seq(&[ctx(2, &[seq(&[dns("example.com")])])]),
    );
    row(
        "name-constraints-bare-name",
        NAME_CONSTRAINTS,
        seq(&[ctx(0, &[dns("example.com")])]),
    );
    row(
        "name-constraints-empty-subtree",
        NAME_CONSTRAINTS,
        seq(&[ctx(0, &[empty()])]),
    );
    row("private-key-period-empty-sequence", PRIVATE_KEY_PERIOD, empty());
    row(
        "private-key-period-expired",
        PRIVATE_KEY_PERIOD,
        seq(&[ctx_prim(1, b"20200101000000Z")]),
    );
    row(
        "private-key-period-bad-date",
        PRIVATE_KEY_PERIOD,
        seq(&[ctx_prim(1, b"2020")]),
    );
    row("netscape-cert-type-empty-bits", NETSCAPE_CERT_TYPE, bits(0, &[]));
    rows
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (name, id, contents) in table() {
        for critical in [false, true] {
            let word = if critical { "critical" } else { "plain" };
            for place in ["leaf", "intermediate"] {
                // Contents that only a leaf, or only a CA, would have are used there; the encoding
                // errors in both places.
                let framed = ["-null", "-empty", "-trailing-bytes", "-truncated"]
                    .iter()
                    .any(|e| name.ends_with(e));
                let of_a_ca = id == BASIC_CONSTRAINTS
                    || id.starts_with("2.5.29.3")
                        && id != CRL_POINTS
                        && id != AUTHORITY_KEY_ID
                        && id != EXTENDED_KEY_USAGE
                    || id == INHIBIT_ANY_POLICY;
                if place == "intermediate" && critical && framed {
                    continue;
                }
                if !framed && (place == "intermediate") != (of_a_ca || id == KEY_USAGE) && id != KEY_USAGE {
                    continue;
                }
                let contents = contents.clone();
                list.push(Deviation::new(
                    format!("{place}/malformed-{name}-{word}"),
                    format!("The {place}'s extension has contents as the id says: {name}; it is marked {word}."),
                    ONE,
                    move |w| {
                        let cert = if place == "leaf" { w.leaf() } else { w.issuing()? };
                        cert.put(id, critical, contents.clone());
                        Some(())
                    },
                ));
            }
        }
    }
    list
}
