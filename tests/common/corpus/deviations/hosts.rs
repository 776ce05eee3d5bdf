//! Host names: the requested host against the names in the leaf.

use super::super::builder::*;
use super::super::der::{seq, set};
use super::super::names::{
    BMP, C, CN, IA5, O, PRINTABLE, T61, UTF8, ava, directory, dns, email, ip, name, of_rdns, plain, uri,
};
use super::*;

/// (id, asked, dNSNames of the SAN): the CN is always `cn.example.net`.
const DNS: &[(&str, &str, &[&str])] = &[
    ("match", "www.example.com", &["www.example.com"]),
    ("second-name", "www.example.com", &["example.com", "www.example.com"]),
    ("mismatch", "www.example.org", &["www.example.com"]),
    ("case-asked", "WWW.Example.COM", &["www.example.com"]),
    ("case-presented", "www.example.com", &["WWW.EXAMPLE.COM"]),
    ("trailing-dot-asked", "www.example.com.", &["www.example.com"]),
    ("trailing-dot-presented", "www.example.com", &["www.example.com."]),
    ("trailing-dot-both", "www.example.com.", &["www.example.com."]),
    ("two-trailing-dots", "www.example.com..", &["www.example.com"]),
    ("leading-dot-presented", "www.example.com", &[".www.example.com"]),
    ("leading-dot-domain", "www.example.com", &[".example.com"]),
    ("parent", "www.example.com", &["example.com"]),
    ("child", "example.com", &["www.example.com"]),
    ("wildcard", "www.example.com", &["*.example.com"]),
    ("wildcard-two-labels", "a.www.example.com", &["*.example.com"]),
    ("wildcard-no-label", "example.com", &["*.example.com"]),
    ("wildcard-com", "example.com", &["*.com"]),
    ("wildcard-co-uk", "example.co.uk", &["*.co.uk"]),
    ("wildcard-alone", "com", &["*"]),
    ("wildcard-alone-dot", "com", &["*."]),
    ("wildcard-alone-deep", "www.example.com", &["*"]),
    ("wildcard-all-labels", "www.example.com", &["*.*.*"]),
    ("wildcard-two", "www.example.com", &["*.*.com"]),
    ("wildcard-middle", "www.example.com", &["www.*.com"]),
    ("wildcard-last", "www.example.com", &["www.example.*"]),
    ("wildcard-last-dot", "www.example.com", &["www.*.com"]),
    ("wildcard-prefix", "www.example.com", &["w*.example.com"]),
    ("wildcard-suffix", "www.example.com", &["*w.example.com"]),
    ("wildcard-inside", "www.example.com", &["w*w.example.com"]),
    ("wildcard-inside-empty", "ww.example.com", &["w*w.example.com"]),
    ("wildcard-overlap", "w.example.com", &["w*w.example.com"]),
    ("wildcard-double", "www.example.com", &["**.example.com"]),
    ("wildcard-two-in-label", "abcde.example.com", &["a*c*e.example.com"]),
    (
        "wildcard-two-in-label-fails",
        "abcdx.example.com",
        &["a*c*e.example.com"],
    ),
    ("wildcard-greedy", "abab.example.com", &["*ab.example.com"]),
    ("wildcard-partial-mismatch", "xyz.example.com", &["w*.example.com"]),
    ("wildcard-idn-label", "xn--mnchen-3ya.example.com", &["*.example.com"]),
    (
        "wildcard-in-a-label",
        "xn--mnchen-3ya.example.com",
        &["xn--*.example.com"],
    ),
    (
        "wildcard-after-idn",
        "xn--mnchen-3ya.example.com",
        &["m*nchen.example.com"],
    ),
    ("wildcard-against-ip-text", "192.0.2.1", &["*.0.2.1"]),
    ("idn-a-label", "xn--mnchen-3ya.example", &["xn--mnchen-3ya.example"]),
    ("idn-u-asked", "m\u{fc}nchen.example", &["xn--mnchen-3ya.example"]),
    ("idn-u-asked-case", "M\u{dc}NCHEN.example", &["xn--mnchen-3ya.example"]),
    ("idn-u-presented", "xn--mnchen-3ya.example", &["m\u{fc}nchen.example"]),
    ("idn-u-both", "m\u{fc}nchen.example", &["m\u{fc}nchen.example"]),
    ("idn-a-case", "XN--MNCHEN-3YA.example", &["xn--mnchen-3ya.example"]),
    ("idn-bad-punycode", "xn--a.example", &["xn--a.example"]),
    (
        "idn-bad-punycode-long",
        "xn--99999999999.example",
        &["xn--99999999999.example"],
    ),
    ("idn-sharp-s", "stra\u{df}e.example", &["strasse.example"]),
    ("idn-sharp-s-a", "xn--strae-oqa.example", &["strasse.example"]),
    (
        "idn-ideographic-dot",
        "www\u{3002}example\u{3002}com",
        &["www.example.com"],
    ),
    ("idn-full-width", "\u{ff57}ww.example.com", &["www.example.com"]),
    ("underscore-asked", "my_host.example.com", &["my_host.example.com"]),
    (
        "underscore-presented",
        "www.example.com",
        &["my_host.example.com", "www.example.com"],
    ),
    ("underscore-wildcard", "my_host.example.com", &["*.example.com"]),
    ("blank-asked", "www example.com", &["www.example.com"]),
    ("blank-presented", "www.example.com", &["www.example.com "]),
    ("empty-label-asked", "www..example.com", &["www.example.com"]),
    ("empty-label-presented", "www.example.com", &["www..example.com"]),
    ("leading-hyphen-asked", "-www.example.com", &["-www.example.com"]),
    ("trailing-hyphen-asked", "www-.example.com", &["www-.example.com"]),
    ("leading-hyphen-presented", "www.example.com", &["-www.example.com"]),
    ("double-hyphen", "a--b.example.com", &["a--b.example.com"]),
    (
        "label-63",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com",
        &["*.example.com"],
    ),
    (
        "label-64",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example.com",
        &["*.example.com"],
    ),
    ("single-label", "localhost", &["localhost"]),
    ("single-label-wildcard", "localhost", &["local*"]),
    ("numeric-labels", "1.2.3.4.example", &["1.2.3.4.example"]),
    ("numeric-last-label", "www.example.123", &["www.example.123"]),
    ("port-presented", "www.example.com", &["www.example.com:443"]),
    ("url-presented", "www.example.com", &["https://www.example.com"]),
    ("nul-presented", "www.example.com", &["www.example.com\0.evil.example"]),
    ("empty-presented", "www.example.com", &[""]),
    ("empty-and-good", "www.example.com", &["", "www.example.com"]),
    ("cn-ignored", "cn.example.net", &["www.example.com"]),
    ("ip-as-dns", "192.0.2.1", &["192.0.2.1"]),
    ("ip-as-dns-v6", "2001:db8::1", &["2001:db8::1"]),
    ("old-ipv4-short", "192.0.513", &["192.0.513"]),
    ("old-ipv4-number", "3221225985", &["3221225985"]),
    ("hex-ipv4", "0xc0.0.2.1", &["0xc0.0.2.1"]),
    ("leading-zero-ipv4", "192.0.2.01", &["192.0.2.01"]),
    ("asked-plus", "a+b.example.com", &["a+b.example.com"]),
    ("asked-star", "*.example.com", &["*.example.com"]),
    ("asked-slash", "www.example.com/x", &["www.example.com"]),
];

const V6: [u8; 16] = [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
const MAPPED: [u8; 16] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1];

/// (id, asked, iPAddresses of the SAN)
const IP: &[(&str, &str, &[&[u8]])] = &[
    ("v4", "192.0.2.1", &[&[192, 0, 2, 1]]),
    ("v4-mismatch", "192.0.2.2", &[&[192, 0, 2, 1]]),
    ("v4-second", "192.0.2.1", &[&[10, 0, 0, 1], &[192, 0, 2, 1]]),
    ("v4-brackets", "[192.0.2.1]", &[&[192, 0, 2, 1]]),
    ("v4-trailing-dot", "192.0.2.1.", &[&[192, 0, 2, 1]]),
    ("v4-short", "192.0.513", &[&[192, 0, 2, 1]]),
    ("v4-number", "3221225985", &[&[192, 0, 2, 1]]),
    ("v4-leading-zero", "192.0.2.01", &[&[192, 0, 2, 1]]),
    ("v4-hex", "0xc0000201", &[&[192, 0, 2, 1]]),
    ("v6", "2001:db8::1", &[&V6]),
    ("v6-long", "2001:0db8:0000:0000:0000:0000:0000:0001", &[&V6]),
    ("v6-upper", "2001:DB8::1", &[&V6]),
    ("v6-brackets", "[2001:db8::1]", &[&V6]),
    ("v6-mismatch", "2001:db8::2", &[&V6]),
    (
        "v6-zone",
        "fe80::1%1",
        &[&[0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ),
    ("v4-mapped-presented", "192.0.2.1", &[&MAPPED]),
    ("v4-mapped-asked", "::ffff:192.0.2.1", &[&[192, 0, 2, 1]]),
    ("v4-mapped-both", "::ffff:192.0.2.1", &[&MAPPED]),
    ("v6-bad", "2001:db8:::1", &[&V6]),
    ("dns-asked", "www.example.com", &[&[192, 0, 2, 1]]),
];

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (id, asked, presented) in DNS {
        list.push(Deviation::new(
            format!("host/{id}"),
            format!("Asked for {asked}, the SAN presents {presented:?}, the CN cn.example.net."),
            ONE,
            move |w| {
                w.host = Some((*asked).into());
                let names: Vec<Vec<u8>> = presented.iter().map(|n| dns(n)).collect();
                w.leaf().put(SUBJECT_ALT_NAME, false, seq(&names));
                w.leaf().subject = plain("cn.example.net");
                Some(())
            },
        ));
        // The same names as a CN, without a SAN.
        if presented.len() == 1 && !presented[0].is_empty() {
            list.push(Deviation::new(
                format!("host/cn-{id}"),
                format!("Asked for {asked}, the CN is {presented:?}, no SAN."),
                ONE,
                move |w| {
                    w.host = Some((*asked).into());
                    w.leaf().remove(SUBJECT_ALT_NAME);
                    w.leaf().subject = plain(presented[0]);
                    Some(())
                },
            ));
        }
    }
    for (id, asked, presented) in IP {
        for (suffix, cn) in [("", "cn.example.net"), ("-cn", *asked)] {
            list.push(Deviation::new(
                format!("host/ip-{id}{suffix}"),
                format!("Asked for {asked}; the SAN has IP addresses only, the CN is {cn}."),
                ONE,
                move |w| {
                    w.host = Some((*asked).into());
                    let names: Vec<Vec<u8>> = if suffix.is_empty() {
                        presented.iter().map(|a| ip(a)).collect()
                    } else {
                        vec![ip(&[10, 9, 8, 7])]
                    };
                    w.leaf().put(SUBJECT_ALT_NAME, false, seq(&names));
                    w.leaf().subject = plain(cn);
                    Some(())
                },
            ));
        }
    }
    // The subject, if there is no SAN of type DNS.
    let subjects: Vec<(&str, Vec<u8>)> = vec![
        (
            "cn-first-of-two",
            name(&[(CN, UTF8, HOST), (O, UTF8, "Example"), (CN, UTF8, "other.example.com")]),
        ),
        (
            "cn-last-of-two",
            name(&[(CN, UTF8, "other.example.com"), (O, UTF8, "Example"), (CN, UTF8, HOST)]),
        ),
        (
            "cn-before-others",
            name(&[(CN, UTF8, HOST), (O, UTF8, "Example"), (C, PRINTABLE, "US")]),
        ),
        (
            "cn-multi-valued-first",
            of_rdns(&[set(&[ava(CN, UTF8, HOST), ava(CN, UTF8, "other.example.com")])]),
        ),
        (
            "cn-multi-valued-second",
            of_rdns(&[set(&[ava(CN, UTF8, "other.example.com"), ava(CN, UTF8, HOST)])]),
        ),
        (
            "cn-in-multi-valued",
            of_rdns(&[set(&[ava(O, UTF8, "Example"), ava(CN, UTF8, HOST)])]),
        ),
        ("cn-printable", name(&[(CN, PRINTABLE, HOST)])),
        ("cn-t61", name(&[(CN, T61, HOST)])),
        ("cn-bmp", name(&[(CN, BMP, HOST)])),
        ("cn-ia5", name(&[(CN, IA5, HOST)])),
        ("cn-blank-around", name(&[(CN, UTF8, " www.example.com ")])),
        ("cn-not-normalised", name(&[(CN, UTF8, "\u{ff57}ww.example.com")])),
        ("cn-decomposed", name(&[(CN, UTF8, "mu\u{308}nchen.example")])),
        ("cn-u-label", name(&[(CN, UTF8, "m\u{fc}nchen.example")])),
        ("cn-none", name(&[(O, UTF8, "Example")])),
        ("cn-empty", name(&[(CN, UTF8, "")])),
        ("cn-as-integer", of_rdns(&[set(&[ava(CN, 0x02, "\u{1}")])])),
    ];
    for (id, subject) in subjects {
        let kinds: Vec<(&str, Option<Vec<Vec<u8>>>)> = vec![
            ("no-san", None),
            ("san-email", Some(vec![email("a@example.com")])),
            ("san-uri", Some(vec![uri("https://www.example.com/")])),
            ("san-ip", Some(vec![ip(&[192, 0, 2, 1])])),
            ("san-directory", Some(vec![directory(&plain(HOST))])),
        ];
        for (kind, san) in kinds {
            if kind != "no-san" && !["cn-printable", "cn-none", "cn-last-of-two"].contains(&id) {
                continue;
            }
            let subject = subject.clone();
            list.push(Deviation::new(
                format!("host/{id}-{kind}"),
                format!("The subject's CN ({id}) counts where the SAN has no DNS name: {kind}."),
                ONE,
                move |w| {
                    if id.ends_with("label") || id.ends_with("composed") {
                        w.host = Some("xn--mnchen-3ya.example".into());
                    }
                    w.leaf().subject = subject.clone();
                    match &san {
                        Some(names) => w.leaf().put(SUBJECT_ALT_NAME, false, seq(names)),
                        None => w.leaf().remove(SUBJECT_ALT_NAME),
                    }
                    Some(())
                },
            ));
        }
    }
    list.extend(deviations! { MAIN;
        /// No host is given: no name is checked.
        "host/none" => |w| { w.host = None; w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns("other.example.org")])); }
        /// The SAN is critical, the subject empty: allowed.
        "host/empty-subject-critical-san" => |w| { w.leaf().subject = seq::<Vec<u8>>(&[]); w.leaf().put(SUBJECT_ALT_NAME, true, seq(&[dns(HOST)])); }
        /// The subject is empty and the SAN not critical.
        "host/empty-subject-plain-san" => |w| { w.leaf().subject = seq::<Vec<u8>>(&[]); }
        /// The subject is empty and there is no SAN.
        "host/empty-subject-no-san" => |w| { w.leaf().subject = seq::<Vec<u8>>(&[]); w.leaf().remove(SUBJECT_ALT_NAME); }
        /// The subject is empty, and there are no extensions at all.
        "host/empty-subject-no-extensions" => |w| { w.leaf().subject = seq::<Vec<u8>>(&[]); w.leaf().extensions.clear(); }
        /// The subject is empty in a version 1 certificate.
        "host/empty-subject-v1" => |w| { w.leaf().subject = seq::<Vec<u8>>(&[]); w.leaf().make_v1(); }
        /// The subject has one RDN, and that is empty.
        "host/empty-rdn-subject" => |w| { w.leaf().subject = seq(&[set::<Vec<u8>>(&[])]); }
        /// Neither subject nor SAN name the host, and the leaf is expired: the path is checked
        /// first.
        "host/mismatch-and-expired" => |w| { w.host = Some("other.example.org".into()); w.leaf().not_after = super::super::moments::time(0); }
        /// The intermediate's SAN names the host, the leaf's does not.
        "host/named-by-intermediate" => |w| { w.issuing()?.put(SUBJECT_ALT_NAME, false, seq(&[dns("other.example.org")])); w.host = Some("other.example.org".into()); }
        /// A hundred names, the last one matches.
        "host/hundred-names" => |w| { let mut n: Vec<Vec<u8>> = (0..99).map(|i| dns(&format!("h{i}.example.com"))).collect(); n.push(dns(HOST)); w.leaf().put(SUBJECT_ALT_NAME, false, seq(&n)); }
        /// A host name of 253 characters.
        "host/longest" => |w| { let h = long_host(); w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns(&h)])); w.host = Some(h); }
        /// A host name of 300 characters.
        "host/too-long" => |w| { let h = format!("{}.{}", "a".repeat(46), long_host()); w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns(&h)])); w.host = Some(h); }
    });
    list
}

fn long_host() -> String {
    let label = "a".repeat(60);
    format!("{label}.{label}.{label}.{}.com", "b".repeat(66 - 60 + 55 - 1))
}
