//! Name constraints: the names that certificates below a CA may have.

use super::super::builder::*;
use super::super::der::{ctx, ctx_prim, seq, tlv};
use super::super::names::{
    C, CN, DC, EMAIL, IA5, O, OU, PRINTABLE, UTF8, directory, dns, email, ip, name, other_name, plain, registered_id,
    uri,
};
use super::*;

fn permitted(names: &[Vec<u8>]) -> Vec<u8> {
    let trees: Vec<Vec<u8>> = names.iter().map(|n| seq(&[n])).collect();
    seq(&[ctx(0, &trees)])
}

fn excluded(names: &[Vec<u8>]) -> Vec<u8> {
    let trees: Vec<Vec<u8>> = names.iter().map(|n| seq(&[n])).collect();
    seq(&[ctx(1, &trees)])
}

fn upto(attributes: &[(&str, u8, &str)]) -> Vec<u8> {
    directory(&name(attributes))
}

/// The leaf's names in a row: its SAN, and its subject if it is not the usual one.
struct Leaf {
    san: Option<Vec<Vec<u8>>>,
    subject: Option<Vec<u8>>,
}

fn usual() -> Leaf {
    Leaf {
        san: Some(vec![dns(HOST)]),
        subject: None,
    }
}

fn san(names: Vec<Vec<u8>>) -> Leaf {
    Leaf {
        san: Some(names),
        subject: None,
    }
}

fn no_san(subject: Vec<u8>) -> Leaf {
    Leaf {
        san: None,
        subject: Some(subject),
    }
}

/// (id, constraints of the intermediate, the leaf's names)
fn table() -> Vec<(&'static str, Vec<u8>, Leaf)> {
    let h = || dns(HOST);
    let with_email = || {
        name(&[
            (C, PRINTABLE, "US"),
            (EMAIL, IA5, "admin@mail.example.com"),
            (CN, UTF8, HOST),
        ])
    };
    let org = |text: &'static str| upto(&[(C, PRINTABLE, "US"), (O, UTF8, text)]);
    vec![
        ("permitted-dns", permitted(&[dns("example.com")]), usual()),
        ("permitted-dns-exact", permitted(&[h()]), usual()),
        ("permitted-dns-other", permitted(&[dns("example.org")]), usual()),
        ("permitted-dns-case", permitted(&[dns("EXAMPLE.com")]), usual()),
        ("permitted-dns-dot", permitted(&[dns(".example.com")]), usual()),
        (
            "permitted-dns-dot-itself",
            permitted(&[dns(".www.example.com")]),
            usual(),
        ),
        ("permitted-dns-below", permitted(&[dns("a.www.example.com")]), usual()),
        (
            "permitted-dns-suffix-not-label",
            permitted(&[dns("ample.com")]),
            usual(),
        ),
        ("permitted-dns-trailing-dot", permitted(&[dns("example.com.")]), usual()),
        ("permitted-dns-empty", permitted(&[dns("")]), usual()),
        ("permitted-dns-single-dot", permitted(&[dns(".")]), usual()),
        ("permitted-dns-wildcard", permitted(&[dns("*.example.com")]), usual()),
        (
            "permitted-dns-two",
            permitted(&[dns("example.org"), dns("example.com")]),
            usual(),
        ),
        (
            "permitted-dns-not-all",
            permitted(&[dns("example.com")]),
            san(vec![h(), dns("www.example.org")]),
        ),
        (
            "permitted-dns-wildcard-leaf",
            permitted(&[dns("example.com")]),
            san(vec![dns("*.example.com")]),
        ),
        (
            "permitted-dns-wildcard-leaf-narrow",
            permitted(&[dns("www.example.com")]),
            san(vec![dns("*.example.com")]),
        ),
        (
            "permitted-dns-no-dns-in-leaf",
            permitted(&[dns("example.org")]),
            san(vec![ip(&[192, 0, 2, 1])]),
        ),
        ("excluded-dns", excluded(&[dns("example.com")]), usual()),
        ("excluded-dns-exact", excluded(&[h()]), usual()),
        ("excluded-dns-other", excluded(&[dns("example.org")]), usual()),
        ("excluded-dns-dot", excluded(&[dns(".example.com")]), usual()),
        ("excluded-dns-dot-itself", excluded(&[dns(".www.example.com")]), usual()),
        ("excluded-dns-below", excluded(&[dns("a.www.example.com")]), usual()),
        (
            "excluded-dns-wildcard-leaf",
            excluded(&[dns("secret.example.com")]),
            san(vec![dns("*.example.com"), h()]),
        ),
        (
            "excluded-dns-wildcard-leaf-deep",
            excluded(&[dns("a.secret.example.com")]),
            san(vec![dns("*.example.com"), h()]),
        ),
        ("excluded-dns-empty", excluded(&[dns("")]), usual()),
        (
            "excluded-over-permitted",
            seq(&[ctx(0, &[seq(&[dns("example.com")])]), ctx(1, &[seq(&[h()])])]),
            usual(),
        ),
        (
            "permitted-and-excluded-apart",
            seq(&[
                ctx(0, &[seq(&[dns("example.com")])]),
                ctx(1, &[seq(&[dns("mail.example.com")])]),
            ]),
            usual(),
        ),
        (
            "excluded-contains-permitted",
            seq(&[
                ctx(0, &[seq(&[dns("www.example.com")])]),
                ctx(1, &[seq(&[dns("example.com")])]),
            ]),
            usual(),
        ),
        (
            "cn-as-dns-permitted",
            permitted(&[dns("example.com")]),
            no_san(plain(HOST)),
        ),
        (
            "cn-as-dns-refused",
            permitted(&[dns("example.org")]),
            no_san(plain(HOST)),
        ),
        (
            "cn-as-dns-excluded",
            excluded(&[dns("example.com")]),
            no_san(plain(HOST)),
        ),
        (
            "cn-no-dns-name",
            permitted(&[dns("example.org")]),
            no_san(plain("Example Server 1")),
        ),
        (
            "cn-with-underscore",
            permitted(&[dns("example.org")]),
            no_san(plain("my_server.example.com")),
        ),
        (
            "cn-wildcard",
            permitted(&[dns("example.org")]),
            no_san(plain("*.example.com")),
        ),
        (
            "cn-single-label",
            permitted(&[dns("example.org")]),
            no_san(plain("localhost")),
        ),
        (
            "cn-is-ip",
            permitted(&[ip(&[10, 0, 0, 0, 255, 0, 0, 0])]),
            no_san(plain("192.0.2.1")),
        ),
        (
            "cn-differs-from-san",
            permitted(&[dns("example.com")]),
            Leaf {
                san: Some(vec![h()]),
                subject: Some(plain("www.example.org")),
            },
        ),
        (
            "cn-differs-san-ip",
            permitted(&[dns("example.com")]),
            Leaf {
                san: Some(vec![ip(&[192, 0, 2, 1])]),
                subject: Some(plain("www.example.org")),
            },
        ),
        (
            "permitted-ip",
            permitted(&[ip(&[192, 0, 2, 0, 255, 255, 255, 0])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "permitted-ip-other",
            permitted(&[ip(&[10, 0, 0, 0, 255, 0, 0, 0])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "permitted-ip-edge",
            permitted(&[ip(&[192, 0, 2, 0, 255, 255, 255, 254])]),
            san(vec![h(), ip(&[192, 0, 2, 2])]),
        ),
        (
            "permitted-ip-no-ip-in-leaf",
            permitted(&[ip(&[10, 0, 0, 0, 255, 0, 0, 0])]),
            usual(),
        ),
        (
            "permitted-ip-base-outside-mask",
            permitted(&[ip(&[192, 0, 2, 7, 255, 255, 255, 0])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "permitted-ip-mask-not-contiguous",
            permitted(&[ip(&[192, 0, 2, 1, 255, 0, 255, 255])]),
            san(vec![h(), ip(&[192, 9, 2, 1])]),
        ),
        (
            "permitted-ip-mask-zero",
            permitted(&[ip(&[0; 8])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "permitted-ip-4-bytes",
            permitted(&[ip(&[192, 0, 2, 1])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "permitted-ip-5-bytes",
            permitted(&[ip(&[192, 0, 2, 1, 0])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "excluded-ip",
            excluded(&[ip(&[192, 0, 2, 0, 255, 255, 255, 0])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "excluded-ip-all-v4",
            excluded(&[ip(&[0; 8])]),
            san(vec![h(), ip(&[192, 0, 2, 1])]),
        ),
        (
            "excluded-ip-all-no-ip-in-leaf",
            excluded(&[ip(&[0; 8]), ip(&[0; 32])]),
            usual(),
        ),
        (
            "permitted-ipv6",
            permitted(&[ip(
                &[&[0x20, 1, 0x0d, 0xb8][..], &[0; 12], &[0xff; 4], &[0; 12]].concat()
            )]),
            san(vec![h(), ip(&[&[0x20, 1, 0x0d, 0xb8][..], &[0; 11], &[1]].concat())]),
        ),
        (
            "permitted-ipv4-leaf-ipv6",
            permitted(&[ip(&[192, 0, 2, 0, 255, 255, 255, 0])]),
            san(vec![h(), ip(&[&[0x20, 1, 0x0d, 0xb8][..], &[0; 11], &[1]].concat())]),
        ),
        ("permitted-directory", permitted(&[org("Example Trust")]), usual()),
        ("permitted-directory-case", permitted(&[org("EXAMPLE  trust")]), usual()),
        ("permitted-directory-other", permitted(&[org("Other Trust")]), usual()),
        (
            "permitted-directory-exact",
            permitted(&[directory(&plain(HOST))]),
            usual(),
        ),
        (
            "permitted-directory-string-type",
            permitted(&[upto(&[(C, PRINTABLE, "US"), (O, PRINTABLE, "Example Trust")])]),
            usual(),
        ),
        (
            "permitted-directory-not-prefix",
            permitted(&[upto(&[(O, UTF8, "Example Trust")])]),
            usual(),
        ),
        (
            "permitted-directory-longer",
            permitted(&[directory(&name(&[
                (C, PRINTABLE, "US"),
                (O, UTF8, "Example Trust"),
                (CN, UTF8, HOST),
                (OU, UTF8, "x"),
            ]))]),
            usual(),
        ),
        ("permitted-directory-empty", permitted(&[upto(&[])]), usual()),
        ("excluded-directory", excluded(&[org("Example Trust")]), usual()),
        ("excluded-directory-other", excluded(&[org("Other Trust")]), usual()),
        ("excluded-directory-empty", excluded(&[upto(&[])]), usual()),
        (
            "permitted-directory-in-san",
            permitted(&[org("Example Trust")]),
            san(vec![h(), directory(&name(&[(O, UTF8, "Elsewhere")]))]),
        ),
        (
            "permitted-directory-dc",
            permitted(&[upto(&[(DC, IA5, "com"), (DC, IA5, "example")])]),
            Leaf {
                san: Some(vec![h()]),
                subject: Some(name(&[(DC, IA5, "com"), (DC, IA5, "EXAMPLE"), (CN, UTF8, HOST)])),
            },
        ),
        (
            "permitted-email-host",
            permitted(&[email("mail.example.com")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "permitted-email-host-parent",
            permitted(&[email("example.com")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "permitted-email-domain",
            permitted(&[email(".example.com")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "permitted-email-domain-itself",
            permitted(&[email(".mail.example.com")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "permitted-email-address",
            permitted(&[email("admin@mail.example.com")]),
            san(vec![h(), email("ADMIN@mail.example.com")]),
        ),
        (
            "permitted-email-other",
            permitted(&[email("example.org")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "excluded-email",
            excluded(&[email(".example.com")]),
            san(vec![h(), email("admin@mail.example.com")]),
        ),
        (
            "email-in-subject",
            permitted(&[email("example.org")]),
            no_san(with_email()),
        ),
        (
            "email-in-subject-with-san",
            permitted(&[email("example.org")]),
            Leaf {
                san: Some(vec![h()]),
                subject: Some(with_email()),
            },
        ),
        (
            "permitted-uri",
            permitted(&[uri(".example.com")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "permitted-uri-host",
            permitted(&[uri("www.example.com")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "permitted-uri-other",
            permitted(&[uri(".example.org")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "permitted-uri-parent",
            permitted(&[uri("example.com")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "excluded-uri",
            excluded(&[uri(".example.com")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "permitted-uri-ip-host",
            permitted(&[uri(".example.com")]),
            san(vec![h(), uri("https://192.0.2.1/x")]),
        ),
        (
            "permitted-uri-no-host",
            permitted(&[uri(".example.com")]),
            san(vec![h(), uri("urn:x:y")]),
        ),
        (
            "permitted-uri-with-scheme",
            permitted(&[uri("https://example.com")]),
            san(vec![h(), uri("https://www.example.com/x")]),
        ),
        (
            "permitted-other-name",
            permitted(&[other_name()]),
            san(vec![h(), other_name()]),
        ),
        ("permitted-other-name-absent", permitted(&[other_name()]), usual()),
        (
            "permitted-registered-id",
            permitted(&[registered_id("1.2.3.4")]),
            san(vec![h(), registered_id("1.2.3.4")]),
        ),
        (
            "permitted-registered-id-other",
            permitted(&[registered_id("1.2.3.5")]),
            san(vec![h(), registered_id("1.2.3.4")]),
        ),
        (
            "permitted-x400",
            permitted(&[ctx(3, &[tlv(0x30, &[])])]),
            san(vec![h(), ctx(3, &[tlv(0x30, &[])])]),
        ),
        (
            "permitted-edi",
            permitted(&[ctx(5, &[ctx(1, &[tlv(0x13, b"p")])])]),
            san(vec![h(), ctx(5, &[ctx(1, &[tlv(0x13, b"p")])])]),
        ),
        ("permitted-nothing", seq(&[tlv(0xa0, &[])]), usual()),
        (
            "minimum-1",
            seq(&[ctx(0, &[seq(&[dns("example.com"), ctx_prim(0, &[1])])])]),
            usual(),
        ),
        (
            "minimum-0",
            seq(&[ctx(0, &[seq(&[dns("example.com"), ctx_prim(0, &[0])])])]),
            usual(),
        ),
        (
            "maximum-5",
            seq(&[ctx(0, &[seq(&[dns("example.com"), ctx_prim(1, &[5])])])]),
            usual(),
        ),
        (
            "minimum-1-other-type",
            seq(&[ctx(0, &[seq(&[email("example.com"), ctx_prim(0, &[1])])])]),
            usual(),
        ),
    ]
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (id, value, leaf) in table() {
        let constraints = value.clone();
        list.push(Deviation::new(
            format!("constraints/{id}"),
            format!(
                "The issuing intermediate has critical name constraints; what they say against the leaf's names: {id}."
            ),
            ONE,
            move |w| {
                w.issuing()?.put(NAME_CONSTRAINTS, true, constraints.clone());
                if let Some(subject) = &leaf.subject {
                    w.leaf().subject = subject.clone();
                }
                match &leaf.san {
                    Some(names) => w.leaf().put(SUBJECT_ALT_NAME, false, seq(names)),
                    None => w.leaf().remove(SUBJECT_ALT_NAME),
                }
                if !leaf_is_for_host(&leaf) {
                    w.host = None;
                }
                Some(())
            },
        ));
    }
    for (id, value) in [
        ("permitted-other", permitted(&[dns("example.org")])),
        ("excluded", excluded(&[dns("example.com")])),
        ("permitted", permitted(&[dns("example.com")])),
    ] {
        let (a, b, c) = (value.clone(), value.clone(), value);
        list.push(Deviation::new(
            format!("anchor/constraints-{id}"),
            format!("The anchor's own name constraints ({id}): Java does not use them."),
            MAIN,
            move |w| {
                w.root().put(NAME_CONSTRAINTS, true, a.clone());
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("top/constraints-{id}"),
            format!("Name constraints ({id}) two levels above the leaf."),
            DEEP,
            move |w| {
                w.top()?.put(NAME_CONSTRAINTS, true, b.clone());
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("intermediate/constraints-{id}-plain"),
            format!("Name constraints ({id}) that are not critical."),
            ONE,
            move |w| {
                w.issuing()?.put(NAME_CONSTRAINTS, false, c.clone());
                Some(())
            },
        ));
    }
    list.push(Deviation::new(
        "leaf/constraints",
        "Name constraints on the leaf, which constrain nothing.",
        ONE,
        |w| {
            w.leaf().put(NAME_CONSTRAINTS, true, permitted(&[dns("example.org")]));
            Some(())
        },
    ));
    list.push(Deviation::new(
        "intermediate/constraints-refuse-subject-of-next",
        "The topmost intermediate permits directory names that the one below does not have.",
        DEEP,
        |w| {
            w.top()?
                .put(NAME_CONSTRAINTS, true, permitted(&[upto(&[(C, PRINTABLE, "FR")])]));
            Some(())
        },
    ));
    // Two sets of constraints, one above the other: (id, above, below).
    let two: Vec<(&str, Vec<u8>, Vec<u8>)> = vec![
        (
            "narrowing",
            permitted(&[dns("example.com")]),
            permitted(&[dns("www.example.com")]),
        ),
        (
            "widening",
            permitted(&[dns("www.example.com")]),
            permitted(&[dns("example.com")]),
        ),
        (
            "same",
            permitted(&[dns("example.com")]),
            permitted(&[dns("example.com")]),
        ),
        (
            "disjoint-dns",
            permitted(&[dns("example.org")]),
            permitted(&[dns("example.com")]),
        ),
        (
            "disjoint-email",
            permitted(&[email("a.example.org")]),
            permitted(&[email("b.example.org")]),
        ),
        (
            "disjoint-ip",
            permitted(&[ip(&[10, 0, 0, 0, 255, 0, 0, 0])]),
            permitted(&[ip(&[11, 0, 0, 0, 255, 0, 0, 0])]),
        ),
        (
            "disjoint-uri",
            permitted(&[uri("a.example.org")]),
            permitted(&[uri("b.example.org")]),
        ),
        (
            "disjoint-directory",
            permitted(&[upto(&[(C, PRINTABLE, "US")])]),
            permitted(&[upto(&[(C, PRINTABLE, "FR")])]),
        ),
        (
            "other-types",
            permitted(&[dns("example.com")]),
            permitted(&[email("example.org")]),
        ),
        (
            "other-types-refused",
            permitted(&[dns("example.com")]),
            permitted(&[upto(&[(C, PRINTABLE, "FR")])]),
        ),
        (
            "excluded-both",
            excluded(&[dns("a.example.com")]),
            excluded(&[dns("www.example.com")]),
        ),
        (
            "excluded-above-permitted-below",
            excluded(&[dns("www.example.com")]),
            permitted(&[dns("example.com")]),
        ),
        (
            "permitted-above-excluded-below",
            permitted(&[dns("example.com")]),
            excluded(&[dns("www.example.com")]),
        ),
        (
            "excluded-swallows-permitted",
            excluded(&[dns("example.com")]),
            permitted(&[dns("www.example.com")]),
        ),
        (
            "partly-disjoint",
            permitted(&[dns("example.org"), dns("example.com")]),
            permitted(&[dns("example.net"), dns("www.example.com")]),
        ),
        (
            "permitted-nothing-above",
            seq(&[tlv(0xa0, &[])]),
            permitted(&[dns("example.org")]),
        ),
    ];
    for (id, above, below) in two {
        for (shape, swap) in [("", false), ("-unordered", true)] {
            let (above, below) = (above.clone(), below.clone());
            list.push(Deviation::new(
                format!("constraints/two-{id}{shape}"),
                format!("Two intermediates with name constraints, {id}{shape}: permitted sets intersect, excluded sets add up."),
                &["ec-2"],
                move |w| {
                    w.top()?.put(NAME_CONSTRAINTS, true, above.clone());
                    w.issuing()?.put(NAME_CONSTRAINTS, true, below.clone());
                    if swap {
                        w.swap_intermediates()?;
                    }
                    Some(())
                },
            ));
        }
    }
    list
}

/// Whether the leaf is for the usual host, so that only the constraints decide.
fn leaf_is_for_host(leaf: &Leaf) -> bool {
    match &leaf.san {
        Some(names) => names.contains(&dns(HOST)) || names.contains(&dns("*.example.com")),
        None => leaf.subject.as_ref().is_some_and(|s| s.ends_with(HOST.as_bytes())),
    }
}
