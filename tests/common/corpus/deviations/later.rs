//! Deviations that were added later: BER certificates, directory names without their SEQUENCE,
//! parameters of keys, Diffie-Hellman keys, URIs with IPv6 addresses, and CA key roll-overs.
//!
//! They are drawn apart from the others, so the earlier pairs stay the same.

use super::super::builder::*;
use super::super::der::{bits, ctx, ctx_prim, int, null, oid, seq, set, split, tlv, uint};
use super::super::keys::{Hash, key, pss};
use super::super::names::{C, O, PRINTABLE, UTF8, ava, dns, uri};
use super::*;

/// A value with an indefinite length, and the same for constructed values inside it, `levels` deep.
fn indefinite(der: &[u8], levels: u32) -> Vec<u8> {
    let (tag, contents, _) = split(der);
    if levels == 0 || tag & 0x20 == 0 {
        return der.to_vec();
    }
    let mut out = vec![tag, 0x80];
    let mut rest = contents;
    while !rest.is_empty() {
        let after = split(rest).2;
        out.extend(indefinite(&rest[..rest.len() - after.len()], levels - 1));
        rest = after;
    }
    out.extend([0, 0]);
    out
}

fn ber() -> Vec<Deviation> {
    per_certificate! { &["ec-1", "rsa-1"];
        /// The whole certificate with an indefinite length.
        "indefinite" => |c| { c.after_signing.push(|der| *der = indefinite(der, 1)); }
        /// Indefinite lengths of the certificate and of its signed part.
        "indefinite-two-levels" => |c| { c.after_signing.push(|der| *der = indefinite(der, 2)); }
        /// Indefinite lengths everywhere, after signing: the signed bytes change.
        "indefinite-everywhere" => |c| { c.after_signing.push(|der| *der = indefinite(der, 20)); }
        /// Indefinite lengths everywhere in the signed part, before signing.
        "indefinite-everywhere-signed" => |c| { c.before_signing.push(|der| *der = indefinite(der, 20)); c.after_signing.push(|der| *der = indefinite(der, 1)); }
        /// An indefinite length without its end.
        "indefinite-without-end" => |c| { c.after_signing.push(|der| { *der = indefinite(der, 1); der.truncate(der.len() - 2); }); }
        /// An indefinite length with half of its end.
        "indefinite-half-end" => |c| { c.after_signing.push(|der| { *der = indefinite(der, 1); der.truncate(der.len() - 1); }); }
        /// Bytes after the end of an indefinite length.
        "indefinite-then-bytes" => |c| { c.after_signing.push(|der| { *der = indefinite(der, 1); der.extend([0x30, 3, 2, 1, 1]); }); }
        /// Zeros after the end of an indefinite length.
        "indefinite-then-zeros" => |c| { c.after_signing.push(|der| { *der = indefinite(der, 1); der.extend([0; 6]); }); }
        /// An indefinite length, and a fourth element in the certificate.
        "indefinite-fourth-element" => |c| { c.after_signing.push(|der| { *der = indefinite(der, 1); let end = der.len() - 2; der.splice(end..end, null()); }); }
        /// A signature of segments in a constructed BIT STRING, in a certificate of indefinite
        /// length.
        "indefinite-signature-segments" => |c| { c.after_signing.push(segments); }
        /// A length of five bytes for the certificate.
        "length-of-five-bytes" => |c| { c.after_signing.push(|der| { let body = split(der).1.to_vec(); *der = [vec![0x30, 0x85, 0], u32::try_from(body.len()).unwrap().to_be_bytes().to_vec(), body].concat(); }); }
        /// A length of four bytes for the certificate.
        "length-of-four-bytes" => |c| { c.after_signing.push(|der| { let body = split(der).1.to_vec(); *der = [vec![0x30, 0x84], u32::try_from(body.len()).unwrap().to_be_bytes().to_vec(), body].concat(); }); }
    }
}

/// Puts the signature of a certificate into a constructed BIT STRING of indefinite length.
fn segments(der: &mut Vec<u8>) {
    let body = split(der).1;
    let (_, _, rest) = split(body);
    let (_, _, signature) = split(rest);
    let first = &body[..body.len() - signature.len()];
    let content = split(signature).1;
    let joined = [vec![0x23, 0x80], tlv(3, content), vec![0, 0]].concat();
    *der = [vec![0x30, 0x80], first.to_vec(), joined, vec![0, 0]].concat();
}

fn tree(tag: u8, name: Vec<u8>) -> Vec<u8> {
    seq(&[ctx(tag, &[seq(&[name])])])
}

/// Directory names in forms that are not those of RFC 5280: (id, name).
fn odd_directories() -> Vec<(&'static str, Vec<u8>)> {
    let rdns = || vec![set(&[ava(C, PRINTABLE, "US")]), set(&[ava(O, UTF8, "Example Trust")])];
    let other = || vec![set(&[ava(O, UTF8, "Other")])];
    vec![
        ("bare", ctx(4, &rdns())),
        ("bare-one-rdn", ctx(4, &rdns()[..1])),
        ("bare-other", ctx(4, &other())),
        ("bare-empty", ctx::<Vec<u8>>(4, &[])),
        ("bare-not-a-set", ctx(4, &[ava(O, UTF8, "Example Trust")])),
        ("bare-integer", ctx(4, &[int(1)])),
        ("bare-primitive-tag", ctx_prim(4, &rdns().concat())),
        ("primitive-tag", ctx_prim(4, &seq(&rdns()))),
        ("sequence-twice", ctx(4, &[seq(&[seq(&rdns())])])),
        ("sequence-and-more", ctx(4, &[seq(&rdns()), null()])),
        ("two-sequences", ctx(4, &[seq(&rdns()), seq(&rdns())])),
        ("empty-sequence", ctx(4, &[seq::<Vec<u8>>(&[])])),
        ("set-outside", ctx(4, &[set(&rdns())])),
        ("bare-truncated", ctx_prim(4, &rdns().concat()[..9])),
        ("bare-indefinite", {
            let mut value = vec![0xa4, 0x80];
            value.extend(rdns().concat());
            value.extend([0, 0]);
            value
        }),
    ]
}

fn directories() -> Vec<Deviation> {
    let mut list = Vec::new();
    let mut add = |id: String, about: String, apply: Change| {
        list.push(Deviation {
            apply,
            ..Deviation::new(id, about, ONE, |_| None)
        });
    };
    for (id, name) in odd_directories() {
        let about = |place: &str| format!("A directoryName in an unusual form ({id}), {place}.");
        for (what, tag) in [("permitted", 0), ("excluded", 1)] {
            for critical in [true, false] {
                let (value, form) = (tree(tag, name.clone()), if critical { "" } else { "-not-critical" });
                add(
                    format!("constraints/{what}-directory-{id}{form}"),
                    about("in name constraints"),
                    Box::new(move |w| {
                        w.issuing()?.put(NAME_CONSTRAINTS, critical, value.clone());
                        Some(())
                    }),
                );
            }
        }
        let names = seq(&[dns(HOST), name.clone()]);
        add(
            format!("leaf/alt-name-directory-{id}"),
            about("in the alternative names"),
            Box::new(move |w| {
                w.leaf().put(SUBJECT_ALT_NAME, true, names.clone());
                Some(())
            }),
        );
        let both = (seq(&[dns(HOST), name.clone()]), tree(1, name.clone()));
        add(
            format!("constraints/excluded-alt-name-directory-{id}"),
            about("in the alternative names and in name constraints"),
            Box::new(move |w| {
                w.leaf().put(SUBJECT_ALT_NAME, false, both.0.clone());
                w.issuing()?.put(NAME_CONSTRAINTS, true, both.1.clone());
                Some(())
            }),
        );
        let aki = seq(&[ctx(1, std::slice::from_ref(&name)), ctx_prim(2, &[0x10, 9])]);
        add(
            format!("last/aki-issuer-{id}"),
            about("in the authority key identifier"),
            Box::new(move |w| {
                let top = w.depth();
                w.certs[top].put(AUTHORITY_KEY_ID, false, aki.clone());
                Some(())
            }),
        );
        let point = seq(&[seq(&[ctx(2, &[name])])]);
        add(
            format!("leaf/crl-issuer-{id}"),
            about("in a critical CRL distribution point"),
            Box::new(move |w| {
                w.leaf().put(CRL_POINTS, true, point.clone());
                Some(())
            }),
        );
    }
    list
}

/// A key of the algorithm with these parameters and these bits.
fn with_parameters(algorithm: &str, parameters: &[Vec<u8>], key_bits: &[u8]) -> Vec<u8> {
    let mut id = vec![oid(algorithm)];
    id.extend_from_slice(parameters);
    seq(&[seq(&id), bits(0, key_bits)])
}

/// The bits of a key of the corpus.
fn bits_of(name: &str) -> Vec<u8> {
    let (_, body, _) = split(&key(name).spki);
    let (_, _, rest) = split(body);
    split(rest).1[1..].to_vec()
}

/// The parameters of a test key.
fn parameters_of(name: &str) -> Vec<u8> {
    let (_, body, _) = split(&key(name).spki);
    let (_, algorithm, _) = split(body);
    split(algorithm).2.to_vec()
}

/// Keys whose parameters are unusual: (id, test key with these bits, whole key).
fn odd_parameters() -> Vec<(String, &'static str, Vec<u8>)> {
    const PSS: &str = "1.2.840.113549.1.1.10";
    let sha1 = seq(&[ctx(0, &[seq(&[oid("1.3.14.3.2.26"), null()])])]);
    let empty = || seq::<Vec<u8>>(&[]);
    let forms: Vec<(&str, Vec<Vec<u8>>)> = vec![
        ("null", vec![null()]),
        ("null-with-content", vec![tlv(5, &[0])]),
        ("null-twice", vec![null(), null()]),
        ("absent", vec![]),
        ("empty", vec![empty()]),
        ("integer", vec![int(7)]),
        ("oid", vec![oid("1.2.3.4")]),
        ("octets", vec![tlv(4, &[1])]),
        ("set", vec![set::<Vec<u8>>(&[])]),
        ("sha1-spelled-out", vec![sha1]),
        ("sequence-and-null", vec![empty(), null()]),
        ("unknown-field", vec![seq(&[ctx(4, &[int(1)])])]),
        ("null-in-sequence", vec![seq(&[null()])]),
    ];
    let kinds: [(&str, &str, &'static str); 7] = [
        ("pss", PSS, "rsapss-a"),
        ("pss-sha256", PSS, "rsapss-sha256"),
        ("rsa", "1.2.840.113549.1.1.1", "rsa2048-e"),
        ("rsa-x500", "2.5.8.1.1", "rsa2048-e"),
        ("dsa", "1.2.840.10040.4.1", "dsa2048-b"),
        ("ed25519", "1.3.101.112", "ed25519-b"),
        ("ed448", "1.3.101.113", "ed448-a"),
    ];
    let mut out = Vec::new();
    for (kind, algorithm, name) in kinds {
        for (form, parameters) in &forms {
            let whole = with_parameters(algorithm, parameters, &bits_of(name));
            out.push((format!("{kind}-parameters-{form}"), name, whole));
        }
    }
    let parameters = parameters_of("rsapss-sha256");
    out.push((
        "pss-parameters-and-null".into(),
        "rsapss-sha256",
        with_parameters(PSS, &[parameters, null()], &bits_of("rsapss-sha256")),
    ));
    out
}

/// Numbers of a Diffie-Hellman group: a prime of 1024 bits in form only, a generator, an order.
fn group() -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    (uint(&[0xf1; 128]), int(2), uint(&[0xe1; 20]))
}

/// Keys for key agreement: (id, whole key).
fn agreement_keys() -> Vec<(&'static str, Vec<u8>)> {
    const X942: &str = "1.2.840.10046.2.1";
    const PKCS3: &str = "1.2.840.113549.1.3.1";
    let (p, g, q) = group();
    let y = uint(&[0x55; 128]);
    let dh = |kind: &str, numbers: &[Vec<u8>]| with_parameters(kind, &[seq(numbers)], &y);
    let validation = seq(&[bits(0, &[7; 20]), int(9)]);
    vec![
        ("x942-p-g", dh(X942, &[p.clone(), g.clone()])),
        ("x942-p-g-q", dh(X942, &[p.clone(), g.clone(), q.clone()])),
        ("x942-p-g-q-j", dh(X942, &[p.clone(), g.clone(), q.clone(), int(8)])),
        (
            "x942-p-g-q-validation",
            dh(X942, &[p.clone(), g.clone(), q.clone(), validation]),
        ),
        ("x942-p-g-int", dh(X942, &[p.clone(), g.clone(), int(160)])),
        ("x942-p-g-int-max", dh(X942, &[p.clone(), g.clone(), int(0x7fff_ffff)])),
        ("x942-p-g-int-over", dh(X942, &[p.clone(), g.clone(), int(0x8000_0000)])),
        ("x942-p-g-negative", dh(X942, &[p.clone(), g.clone(), int(-1)])),
        (
            "x942-p-g-negative-over",
            dh(X942, &[p.clone(), g.clone(), int(-0x8000_0001)]),
        ),
        ("x942-p-g-null", dh(X942, &[p.clone(), g.clone(), null()])),
        ("x942-p", dh(X942, std::slice::from_ref(&p))),
        ("x942-none", dh(X942, &[])),
        ("x942-absent", with_parameters(X942, &[], &y)),
        ("x942-null", with_parameters(X942, &[null()], &y)),
        (
            "x942-y-not-integer",
            with_parameters(X942, &[seq(&[p.clone(), g.clone()])], &null()),
        ),
        (
            "x942-y-and-more",
            with_parameters(X942, &[seq(&[p.clone(), g.clone()])], &[y.clone(), null()].concat()),
        ),
        ("x942-negative-prime", dh(X942, &[tlv(2, &[0xf1; 128]), g.clone()])),
        ("pkcs3-p-g", dh(PKCS3, &[p.clone(), g.clone()])),
        ("pkcs3-p-g-l", dh(PKCS3, &[p.clone(), g.clone(), int(160)])),
        ("pkcs3-p-g-l-0", dh(PKCS3, &[p.clone(), g.clone(), int(0)])),
        ("pkcs3-p-g-l-over", dh(PKCS3, &[p.clone(), g.clone(), q.clone()])),
        ("pkcs3-p-g-l-more", dh(PKCS3, &[p.clone(), g.clone(), int(160), int(1)])),
        (
            "pkcs3-parameters-twice",
            with_parameters(PKCS3, &[seq(&[p.clone(), g.clone()]), null()], &y),
        ),
        ("x25519-31", with_parameters("1.3.101.110", &[], &[9; 31])),
        ("x25519-null", with_parameters("1.3.101.110", &[null()], &[9; 32])),
        ("x448-56", with_parameters("1.3.101.111", &[], &[9; 56])),
        ("x448-55", with_parameters("1.3.101.111", &[], &[9; 55])),
        (
            "ecdh",
            with_parameters("1.3.132.1.12", &[oid("1.2.840.10045.3.1.7")], &bits_of("p256-a")),
        ),
        (
            "kea",
            with_parameters("2.16.840.1.101.2.1.1.22", &[tlv(4, &[1; 10])], &[5; 128]),
        ),
        (
            "oaep",
            with_parameters("1.2.840.113549.1.1.7", &[null()], &bits_of("rsa2048-e")),
        ),
        ("ml-kem-768", with_parameters("2.16.840.1.101.3.4.4.2", &[], &[3; 1184])),
    ]
}

fn public_keys() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (id, name, whole) in odd_parameters() {
        let about = |place: &str| format!("The key of the {place} has unusual parameters: {id}.");
        let (leaf, issuer) = (whole.clone(), whole);
        let of_leaf = move |w: &mut World| {
            w.leaf().spki = Some(leaf.clone());
            Some(())
        };
        list.push(Deviation::new(format!("leaf/key-{id}"), about("leaf"), ONE, of_leaf));
        let of_issuer = issuer.clone();
        let change = move |w: &mut World| {
            w.issuing()?.key = name;
            w.issuing()?.spki = Some(of_issuer.clone());
            Some(())
        };
        list.push(Deviation::new(
            format!("intermediate/key-{id}"),
            about("issuer"),
            ONE,
            change,
        ));
        if id.starts_with("pss") && !id.contains("sha256") {
            let change = move |w: &mut World| {
                w.issuing()?.key = name;
                w.issuing()?.spki = Some(issuer.clone());
                w.leaf().alg = Some(pss(Hash::Sha384, Hash::Sha384, 48));
                Some(())
            };
            list.push(Deviation::new(
                format!("intermediate/key-{id}-signed-sha384"),
                about("issuer, which signs with another hash"),
                ONE,
                change,
            ));
        }
    }
    for (id, whole) in agreement_keys() {
        let about = |place: &str| format!("The key of the {place} is for key agreement: {id}.");
        let (leaf, issuer, anchor) = (whole.clone(), whole.clone(), whole);
        let change = move |w: &mut World| {
            w.leaf().spki = Some(leaf.clone());
            Some(())
        };
        list.push(Deviation::new(format!("leaf/key-{id}"), about("leaf"), ONE, change));
        let change = move |w: &mut World| {
            w.issuing()?.spki = Some(issuer.clone());
            Some(())
        };
        list.push(Deviation::new(
            format!("intermediate/key-{id}"),
            about("issuer"),
            ONE,
            change,
        ));
        let change = move |w: &mut World| {
            let stray = w.stranger("Example Stray", "p256-e");
            w.certs[stray].spki = Some(anchor.clone());
            w.send_at(9, Sent::Cert(stray));
            Some(())
        };
        list.push(Deviation::new(format!("stray/key-{id}"), about("stray"), ONE, change));
    }
    list
}

/// URIs with addresses and other authorities that `java.net.URI` and `URIName` check. Java looks a
/// zone up as a network interface, so these names are those of no interface.
const URIS: &[(&str, &str)] = &[
    ("zone", "https://[fe80::1%wan9]/"),
    ("zone-escaped", "https://[fe80::1%25wan9]/"),
    ("zone-number", "https://[fe80::1%1]/"),
    ("zone-number-max", "https://[fe80::1%2147483647]/"),
    ("zone-number-over", "https://[fe80::1%2147483648]/"),
    ("zone-of-mapped", "https://[::ffff:192.0.2.1%1]/"),
    ("zone-underscore", "https://[fe80::1%a_b]/"),
    ("zone-hyphen", "https://[fe80::1%a-b]/"),
    ("zone-and-escape", "https://[fe80::1%1]/%zz"),
    ("zone-empty", "https://[fe80::1%]/"),
    ("zone-on-global", "https://[2001:db8::1%wan9]/"),
    ("zone-two-digits", "https://[fe80::1%11]/"),
    ("zone-letters", "https://[fe80::1%ab]/"),
    ("zone-with-port", "https://[fe80::1%wan9]:8443/x"),
    ("zone-with-user", "https://me@[fe80::1%wan9]/x"),
    ("loopback", "https://[::1]/"),
    ("unspecified", "https://[::]/"),
    ("port", "https://[2001:db8::1]:8443/"),
    ("port-empty", "https://[2001:db8::1]:/"),
    ("port-letters", "https://[2001:db8::1]:x/"),
    ("mapped", "https://[::ffff:192.0.2.1]/"),
    ("mapped-compatible", "https://[::192.0.2.1]/"),
    ("full", "https://[2001:db8:0:0:0:0:0:1]/"),
    ("long-group", "https://[2001:0db8::00001]/"),
    ("nine-groups", "https://[1:2:3:4:5:6:7:8:9]/"),
    ("two-gaps", "https://[1::2::3]/"),
    ("upper-case", "https://[2001:DB8::ABCD]/"),
    ("future-version", "https://[v1.fe80::a]/"),
    ("empty-brackets", "https://[]/"),
    ("open-bracket", "https://[2001:db8::1/"),
    ("bytes-after-bracket", "https://[2001:db8::1]x/"),
    ("brackets-with-v4", "https://[192.0.2.1]/"),
    ("brackets-with-name", "https://[www.example.com]/"),
    ("bare-v6", "https://2001:db8::1/"),
    ("v4-port", "https://192.0.2.1:443/"),
    ("v4-three-parts", "https://192.0.2/"),
    ("v4-zeros", "https://192.000.002.001/"),
    ("v4-over", "https://192.0.2.256/"),
    ("user-only", "https://user@/"),
    ("no-authority", "https:///path"),
    ("only-slashes", "https://"),
    ("port-only", "https://:443/"),
    ("empty-port", "https://www.example.com:/"),
    ("name-dot-port", "https://www.example.com.:443/"),
    ("numeric-last-label", "https://www.1/"),
    ("bracket-in-path", "https://www.example.com/[x]"),
    ("bracket-in-query", "https://www.example.com/?[x]"),
    ("bracket-in-fragment", "https://www.example.com/#[x]"),
    ("two-fragments", "https://www.example.com/#a#b"),
    ("hash-only", "https:#x"),
    ("opaque-bracket", "mailto:[x]"),
];

fn uris() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (id, text) in URIS {
        let names = seq(&[dns(HOST), uri(text)]);
        for (critical, form) in [(true, ""), (false, "-not-critical")] {
            let names = names.clone();
            let change = move |w: &mut World| {
                w.leaf().put(SUBJECT_ALT_NAME, critical, names.clone());
                Some(())
            };
            let about = format!("A URI in the alternative names: {text}.");
            list.push(Deviation::new(
                format!("leaf/alt-name-uri-{id}{form}"),
                about,
                ONE,
                change,
            ));
        }
        let access = seq(&[seq(&[oid("1.3.6.1.5.5.7.48.2"), uri(text)])]);
        let change = move |w: &mut World| {
            w.leaf().put(AUTHORITY_INFO, true, access.clone());
            Some(())
        };
        let about = format!("A URI in a critical AIA extension: {text}.");
        list.push(Deviation::new(format!("leaf/aia-uri-{id}"), about, ONE, change));
        let (names, trees) = (names.clone(), tree(1, uri("other.example")));
        let change = move |w: &mut World| {
            w.leaf().put(SUBJECT_ALT_NAME, false, names.clone());
            w.issuing()?.put(NAME_CONSTRAINTS, true, trees.clone());
            Some(())
        };
        let about = format!("A URI in the alternative names, and constraints on URIs: {text}.");
        list.push(Deviation::new(
            format!("constraints/excluded-uri-{id}"),
            about,
            ONE,
            change,
        ));
    }
    for (id, host) in [
        ("zone", "[fe80::1%wan9]"),
        ("v6", "[2001:db8::1]"),
        ("v6-bare", "2001:db8::1"),
        ("v4", "192.0.2.1"),
        ("v4-dot", ".192.0.2.1"),
        ("empty", ""),
        ("dot", "."),
        ("port", "example.com:443"),
    ] {
        let trees = tree(0, uri(host));
        let change = move |w: &mut World| {
            w.leaf().put(
                SUBJECT_ALT_NAME,
                false,
                seq(&[dns(HOST), uri("https://www.example.com/")]),
            );
            w.issuing()?.put(NAME_CONSTRAINTS, true, trees.clone());
            Some(())
        };
        let about = format!("A constraint on URIs that permits “{host}”.");
        list.push(Deviation::new(
            format!("constraints/permitted-uri-{id}"),
            about,
            ONE,
            change,
        ));
    }
    list
}

/// Alternative names without the host, which only some releases can read. The common name is the
/// host: it counts if the alternative names cannot be read. No pairs are drawn with these.
pub fn alone() -> Vec<Deviation> {
    const OTHER: &str = "other.example";
    let rdns = || vec![set(&[ava(C, PRINTABLE, "US")]), set(&[ava(O, UTF8, "Example Trust")])];
    let zone = || uri("https://[fe80::1%2147483648]/");
    let mapped = || uri("https://[::ffff:192.0.2.1%1]/");
    let indefinite_name = || indefinite(&ctx(4, &[seq(&rdns())]), 1);
    let indefinite_inside = || ctx(4, &[indefinite(&seq(&rdns()), 1)]);
    let mut list = Vec::new();
    for (id, names) in [
        ("zone", vec![dns(OTHER), zone()]),
        ("zone-of-mapped", vec![dns(OTHER), mapped()]),
        ("indefinite", vec![dns(OTHER), indefinite_name()]),
        ("indefinite-inside", vec![dns(OTHER), indefinite_inside()]),
        ("zone-and-indefinite", vec![dns(OTHER), zone(), indefinite_name()]),
        ("only-zone", vec![zone()]),
        ("only-indefinite", vec![indefinite_name()]),
        ("address-and-zone", vec![zone(), ctx_prim(7, &[192, 0, 2, 1])]),
    ] {
        for (what, critical) in [("", false), ("-critical", true)] {
            let (about, value) = (
                format!("Alternative names that some releases cannot read ({id})."),
                seq(&names),
            );
            let change = move |w: &mut World| {
                w.leaf().put(SUBJECT_ALT_NAME, critical, value.clone());
                Some(())
            };
            list.push(Deviation::new(
                format!("leaf/alt-name-by-release-{id}{what}"),
                about,
                ONE,
                change,
            ));
        }
        for (what, value) in [("permitted", tree(0, dns(HOST))), ("excluded", tree(1, dns(OTHER)))] {
            let (about, names) = (
                format!("Constraints on alternative names that some releases cannot read ({id}, {what})."),
                seq(&names),
            );
            let change = move |w: &mut World| {
                w.leaf().put(SUBJECT_ALT_NAME, false, names.clone());
                w.issuing()?.put(NAME_CONSTRAINTS, true, value.clone());
                Some(())
            };
            list.push(Deviation::new(
                format!("constraints/{what}-alt-name-by-release-{id}"),
                about,
                ONE,
                change,
            ));
        }
    }
    list
}

/// Versions of the root in a CA key roll-over: old-with-old is the anchor, then new-with-old and
/// old-with-new, each perhaps without key identifiers. Returns their places.
fn roll_over(w: &mut World, identifiers: bool) -> (usize, usize) {
    let root = w.root_index();
    let new = w.copy(root);
    w.certs[new].key = "p256-f";
    let old_by_new = w.copy(root);
    w.certs[old_by_new].issuer = new;
    for at in [new, old_by_new] {
        w.certs[at].extensions.push(Extension {
            oid: AUTHORITY_KEY_ID,
            critical: false,
            value: Value::IssuerKeyId,
            raw: None,
        });
    }
    if !identifiers {
        for at in [root, new, old_by_new] {
            w.certs[at].remove(SUBJECT_KEY_ID);
            w.certs[at].remove(AUTHORITY_KEY_ID);
        }
    }
    let top = w.depth();
    w.certs[top].issuer = new;
    (new, old_by_new)
}

fn roll_overs() -> Vec<Deviation> {
    let mut list = Vec::new();
    // The places of new-with-old and old-with-new: their order, and before or after the others.
    for (order, swapped) in [("new-first", false), ("old-first", true)] {
        for (place, front) in [("front", true), ("end", false)] {
            for (ids, identifiers) in [("", true), ("-no-ids", false)] {
                for (trust, anchors) in [("", 0), ("-new-trusted", 1), ("-both-trusted", 2)] {
                    for (tail, dates) in [("", false), ("-old-expired", true)] {
                        let change = move |w: &mut World| {
                            let (new, old) = roll_over(w, identifiers);
                            let self_signed = w.copy(w.root_index());
                            w.certs[self_signed].key = "p256-f";
                            w.certs[self_signed].issuer = self_signed;
                            match anchors {
                                0 => {}
                                1 => w.anchors = vec![self_signed],
                                _ => w.anchors.push(self_signed),
                            }
                            if dates {
                                w.certs[old].not_after =
                                    super::super::moments::time(super::super::moments::AT - super::super::moments::DAY);
                            }
                            let pair = if swapped { [old, new] } else { [new, old] };
                            for (offset, at) in pair.into_iter().enumerate() {
                                w.send_at(if front { 1 + offset } else { 99 }, Sent::Cert(at));
                            }
                            Some(())
                        };
                        list.push(Deviation::new(
                            format!("rollover/{order}-{place}{ids}{trust}{tail}"),
                            "A root's new key signed with the old one, and the old key signed with the new one. The builder gives up at two self-issued certificates in a row.",
                            TWO,
                            change,
                        ));
                    }
                }
            }
        }
    }
    list.extend(deviations! { TWO;
        /// Three self-issued certificates of the intermediate in a row, out of order.
        "rollover/intermediate-three" => |w| {
            w.issuing()?;
            let mut below = 1;
            for (n, key) in ["p256-e", "p384-a", "p521-a"].into_iter().enumerate() {
                let mut roll = w.certs[1].clone();
                roll.issuer = below;
                roll.key = key;
                roll.serial = vec![0x61 + n as u8];
                below = w.push(roll);
                w.send_at(1, Sent::Cert(below));
            }
            w.leaf().issuer = below;
            w.reverse_rest();
        }
        /// Two self-issued certificates of the intermediate, out of order.
        "rollover/intermediate-two" => |w| {
            w.issuing()?;
            let mut below = 1;
            for (n, key) in ["p256-e", "p384-a"].into_iter().enumerate() {
                let mut roll = w.certs[1].clone();
                roll.issuer = below;
                roll.key = key;
                roll.serial = vec![0x61 + n as u8];
                below = w.push(roll);
                w.send_at(1, Sent::Cert(below));
            }
            w.leaf().issuer = below;
            w.reverse_rest();
        }
        /// One self-issued certificate of the intermediate and one of the root, out of order.
        "rollover/intermediate-and-root" => |w| {
            w.issuing()?;
            let mut roll = w.certs[1].clone();
            roll.issuer = 1;
            roll.key = "p256-e";
            roll.serial = vec![0x61];
            let roll = w.push(roll);
            w.leaf().issuer = roll;
            let (new, _) = roll_over(w, true);
            w.send_at(1, Sent::Cert(new));
            w.send_at(99, Sent::Cert(roll));
        }
        /// The new key is certified twice by the old one: two versions, but not in a row.
        "rollover/new-twice" => |w| {
            let (new, _) = roll_over(w, true);
            let again = w.copy(new);
            w.send_at(1, Sent::Cert(new));
            w.send_at(1, Sent::Cert(again));
        }
        /// The self-issued certificate has the leaf's issuer name only: the leaf is below it.
        "rollover/leaf-below-root" => |w| {
            let (new, old) = roll_over(w, true);
            w.leaf().issuer = new;
            w.sent = vec![Sent::Cert(0), Sent::Cert(old), Sent::Cert(new)];
        }
        /// The same in order.
        "rollover/leaf-below-root-ordered" => |w| {
            let (new, old) = roll_over(w, true);
            w.leaf().issuer = new;
            w.sent = vec![Sent::Cert(0), Sent::Cert(new), Sent::Cert(old)];
        }
    });
    list
}

pub fn list() -> Vec<Deviation> {
    [ber(), directories(), public_keys(), uris(), roll_overs()]
        .into_iter()
        .flatten()
        .collect()
}
