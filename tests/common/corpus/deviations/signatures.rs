//! Signatures: broken ones, and every algorithm that may be named.

use super::super::der::{ctx, int, null, oid, seq, tlv};
use super::super::keys::Hash::{Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512, Sha512_256};
use super::super::keys::{Alg, How, RSASSA_PSS, dsa, ecdsa, ed25519, mirrored, pkcs1, pss, usual};
use super::*;

/// Changes how the named certificate is signed, given the key that signs it.
fn resigned(what: &str, about: &str, bases: &'static [&'static str], change: fn(&mut Cert, Alg)) -> Vec<Deviation> {
    let apply = move |w: &mut World, index: usize| {
        let alg = usual(w.certs[w.certs[index].issuer].key);
        change(&mut w.certs[index], alg);
    };
    vec![
        Deviation::new(
            format!("leaf/{what}"),
            format!("{about} Here: the leaf."),
            bases,
            move |w| {
                apply(w, 0);
                Some(())
            },
        ),
        Deviation::new(
            format!("intermediate/{what}"),
            format!("{about} Here: the issuing intermediate."),
            bases,
            move |w| (w.depth() > 0).then(|| apply(w, 1)),
        ),
        Deviation::new(
            format!("anchor/{what}"),
            format!("{about} Here: the anchor, whose own signature should not matter."),
            &["ec-1"],
            move |w| {
                let root = w.root_index();
                apply(w, root);
                Some(())
            },
        ),
    ]
}

/// The chain's CAs get a key of `ca_key`'s kind, and what they sign is signed with `alg`.
fn signed_with(id: String, about: String, ca_key: &'static str, alg: Alg) -> Vec<Deviation> {
    let low = alg.clone();
    vec![
        Deviation::new(
            format!("leaf/signed-{id}"),
            format!("The leaf is signed {about}."),
            ONE,
            move |w| {
                w.issuing()?.key = ca_key;
                w.leaf().alg = Some(low.clone());
                Some(())
            },
        ),
        Deviation::new(
            format!("intermediate/signed-{id}"),
            format!("The intermediate is signed {about}, the leaf as usual."),
            ONE,
            move |w| {
                w.root().key = ca_key;
                w.issuing()?.alg = Some(alg.clone());
                Some(())
            },
        ),
    ]
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    let mut more = |d: Vec<Deviation>| list.extend(d);
    more(resigned(
        "signature-broken",
        "One bit of the signature is flipped.",
        ALL,
        |c, _| {
            c.on_signature.push(|s| {
                if let Some(b) = s.last_mut() {
                    *b ^= 1
                }
            });
        },
    ));
    more(resigned(
        "signature-empty",
        "The signature has no bits.",
        ONE,
        |c, _| c.on_signature.push(Vec::clear),
    ));
    more(resigned(
        "signature-zero",
        "The signature is all zeros.",
        MAIN,
        |c, _| c.on_signature.push(|s| s.fill(0)),
    ));
    more(resigned(
        "signature-short",
        "The signature lacks its last byte.",
        MAIN,
        |c, _| {
            c.on_signature.push(|s| {
                s.pop();
            });
        },
    ));
    more(resigned(
        "signature-long",
        "The signature has a byte too many.",
        MAIN,
        |c, _| c.on_signature.push(|s| s.push(0)),
    ));
    more(resigned(
        "signature-unused-bits",
        "The signature's BIT STRING claims an unused bit.",
        ONE,
        |c, _| c.signature_unused = 1,
    ));
    more(resigned(
        "signature-8-unused-bits",
        "The signature's BIT STRING claims 8 unused bits, which do not exist.",
        ONE,
        |c, _| c.signature_unused = 8,
    ));
    more(resigned(
        "signed-by-stranger",
        "Signed with another key of the same kind: what a forged or re-keyed issuer looks like.",
        ALL,
        |c, alg| {
            c.signer = Some(if alg == pkcs1(Sha256) { "rsa2048-f" } else { "p256-f" });
        },
    ));
    more(resigned(
        "hash-differs",
        "Signed over SHA-384 although the certificate says SHA-256.",
        MAIN,
        |c, alg| {
            let how = match alg.how {
                How::Pkcs1(_) => How::Pkcs1(Sha384),
                _ => How::Ecdsa(Sha384),
            };
            c.alg = Some(Alg {
                identifier: alg.identifier,
                how,
            });
        },
    ));
    more(resigned(
        "inner-algorithm-differs",
        "The signed algorithm identifier names SHA-384, the outer one SHA-256 (RFC 5280 §4.1.1.2 wants them equal).",
        MAIN,
        |c, alg| {
            c.inner_alg = Some(
                if matches!(alg.how, How::Pkcs1(_)) {
                    pkcs1(Sha384)
                } else {
                    ecdsa(Sha384)
                }
                .identifier,
            );
        },
    ));
    more(resigned(
        "outer-algorithm-differs",
        "The outer algorithm identifier names SHA-512, the signed one SHA-256.",
        MAIN,
        |c, alg| {
            c.outer_alg = Some(
                if matches!(alg.how, How::Pkcs1(_)) {
                    pkcs1(Sha512)
                } else {
                    ecdsa(Sha512)
                }
                .identifier,
            );
        },
    ));
    more(resigned(
        "null-differs",
        "Inner and outer identifier differ only in NULL against absent parameters.",
        MAIN,
        |c, alg| {
            let body = super::super::der::children(super::super::der::split(&alg.identifier).1);
            let id = tlv(6, body[0].1);
            c.inner_alg = Some(if body.len() == 1 {
                seq(&[id, null()])
            } else {
                seq(&[id])
            });
        },
    ));
    more(resigned(
        "algorithm-of-other-kind",
        "The algorithm named is not one for the issuer's kind of key.",
        MAIN,
        |c, alg| {
            let other = if matches!(alg.how, How::Pkcs1(_)) {
                ecdsa(Sha256)
            } else {
                pkcs1(Sha256)
            };
            c.alg = Some(Alg {
                identifier: other.identifier,
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-unknown",
        "The algorithm named is one that nobody knows.",
        ONE,
        |c, alg| {
            c.alg = Some(Alg {
                identifier: seq(&[oid("1.3.6.1.4.1.55555.2.1")]),
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-is-a-hash",
        "The algorithm named is SHA-256 itself.",
        ONE,
        |c, alg| {
            c.alg = Some(Alg {
                identifier: seq(&[oid("2.16.840.1.101.3.4.2.1")]),
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-is-the-key-type",
        "The algorithm named is the key's type, rsaEncryption or id-ecPublicKey.",
        MAIN,
        |c, alg| {
            let id = if matches!(alg.how, How::Pkcs1(_)) {
                "1.2.840.113549.1.1.1"
            } else {
                "1.2.840.10045.2.1"
            };
            c.alg = Some(Alg {
                identifier: seq(&[oid(id)]),
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-parameters-odd",
        "The algorithm identifier carries an INTEGER as its parameters, both times.",
        MAIN,
        |c, alg| {
            let body = super::super::der::children(super::super::der::split(&alg.identifier).1);
            c.alg = Some(Alg {
                identifier: seq(&[tlv(6, body[0].1), int(5)]),
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-third-element",
        "The algorithm identifier has an element too many.",
        ONE,
        |c, alg| {
            let body = super::super::der::children(super::super::der::split(&alg.identifier).1);
            c.alg = Some(Alg {
                identifier: seq(&[tlv(6, body[0].1), null(), null()]),
                how: alg.how,
            });
        },
    ));
    more(resigned(
        "algorithm-not-a-sequence",
        "The algorithm identifier is a bare OID.",
        ONE,
        |c, alg| {
            c.alg = Some(Alg {
                identifier: oid("1.2.840.10045.4.3.2"),
                how: alg.how,
            });
        },
    ));
    more(vec![
        Deviation::new(
            "leaf/signature-mirrored",
            "ECDSA: (r, n − s) in the place of (r, s), just as valid.",
            ONE,
            |w| {
                w.leaf().on_signature.push(|s| *s = mirrored("p256-b", s));
                Some(())
            },
        ),
        Deviation::new(
            "leaf/signature-padded-integers",
            "ECDSA: the INTEGERs have redundant leading zeros.",
            ONE,
            |w| {
                w.leaf().on_signature.push(|s| {
                    let pad = |b: &[u8]| tlv(2, &[&[0, 0], b].concat());
                    if let Some([first, second]) = super::super::der::ecdsa_parts(s) {
                        *s = seq(&[pad(first), pad(second)]);
                    }
                });
                Some(())
            },
        ),
        Deviation::new(
            "leaf/signature-trailing-inside",
            "ECDSA: a third INTEGER inside the signature.",
            ONE,
            |w| {
                w.leaf().on_signature.push(|s| {
                    if let Some([first, second]) = super::super::der::ecdsa_parts(s) {
                        *s = seq(&[tlv(2, first), tlv(2, second), int(1)]);
                    }
                });
                Some(())
            },
        ),
        Deviation::new(
            "leaf/signature-negative-integer",
            "ECDSA: r as the negative INTEGER of the same bytes.",
            ONE,
            |w| {
                w.leaf().on_signature.push(|s| {
                    if let Some([first, second]) = super::super::der::ecdsa_parts(s) {
                        *s = seq(&[tlv(2, &[&[0xff], first].concat()), tlv(2, second)]);
                    }
                });
                Some(())
            },
        ),
    ]);
    for hash in [Md2, Md5, Sha1, Sha224, Sha256, Sha384, Sha512, Sha512_256] {
        more(signed_with(
            format!("rsa-{hash:?}").to_lowercase(),
            format!("with RSA PKCS#1 and {hash:?}"),
            "rsa2048-b",
            pkcs1(hash),
        ));
    }
    for (ca, name) in [
        ("p256-b", "p256"),
        ("p384-b", "p384"),
        ("p521-b", "p521"),
        ("p224-a", "p224"),
        ("secp256k1-a", "k256"),
        ("brainpool256-a", "brainpool256"),
        ("p192-a", "p192"),
    ] {
        let hashes: &[_] = if name.len() == 4 && name != "p224" && name != "k256" && name != "p192" {
            &[Sha1, Sha224, Sha256, Sha384, Sha512]
        } else {
            &[Sha256]
        };
        for hash in hashes {
            more(signed_with(
                format!("{name}-{hash:?}").to_lowercase(),
                format!("with ECDSA on {name} and {hash:?}"),
                ca,
                ecdsa(*hash),
            ));
        }
    }
    for hash in [Sha1, Sha224, Sha256, Sha384] {
        more(signed_with(
            format!("dsa2048-{hash:?}").to_lowercase(),
            format!("with a 2048-bit DSA key and {hash:?}"),
            "dsa2048-a",
            dsa(hash),
        ));
    }
    more(signed_with(
        "dsa1024-sha1".into(),
        "with a 1024-bit DSA key and SHA-1, the smallest allowed".into(),
        "dsa1024-a",
        dsa(Sha1),
    ));
    more(signed_with(
        "ed25519".into(),
        "with Ed25519".into(),
        "ed25519-a",
        ed25519(),
    ));
    more(signed_with(
        "ed25519-null".into(),
        "with Ed25519, NULL parameters added".into(),
        "ed25519-a",
        Alg {
            identifier: seq(&[oid("1.3.101.112"), null()]),
            how: How::Ed25519,
        },
    ));
    for (hash, mgf, salt) in [
        (Sha256, Sha256, 32),
        (Sha256, Sha256, 0),
        (Sha256, Sha256, 20),
        (Sha256, Sha256, 222),
        (Sha256, Sha1, 32),
        (Sha1, Sha1, 20),
        (Sha224, Sha224, 28),
        (Sha384, Sha384, 48),
        (Sha512, Sha512, 64),
        (Sha512_256, Sha512_256, 32),
        (Md5, Md5, 16),
    ] {
        let id = format!("pss-{hash:?}-{mgf:?}-{salt}").to_lowercase();
        more(signed_with(
            id,
            format!("with RSASSA-PSS, {hash:?}, MGF1 with {mgf:?}, {salt} bytes of salt"),
            "rsa2048-b",
            pss(hash, mgf, salt),
        ));
    }
    let odd_pss = |params: Option<Vec<u8>>, how: How| Alg {
        identifier: match params {
            Some(p) => seq(&[oid(RSASSA_PSS), p]),
            None => seq(&[oid(RSASSA_PSS)]),
        },
        how,
    };
    let sha1 = || How::Pss {
        hash: Sha1,
        mgf: Sha1,
        salt: 20,
    };
    let sha256 = || How::Pss {
        hash: Sha256,
        mgf: Sha256,
        salt: 32,
    };
    let id256 = || seq(&[oid("2.16.840.1.101.3.4.2.1"), null()]);
    let mgf256 = || seq(&[oid("1.2.840.113549.1.1.8"), id256()]);
    let full = |extra: Vec<Vec<u8>>| {
        let mut parts = vec![ctx(0, &[id256()]), ctx(1, &[mgf256()]), ctx(2, &[int(32)])];
        parts.extend(extra);
        seq(&parts)
    };
    for (id, about, alg) in [
        (
            "pss-defaults",
            "with RSASSA-PSS and empty parameters, which mean SHA-1",
            odd_pss(Some(tlv(0x30, &[])), sha1()),
        ),
        (
            "pss-no-parameters",
            "with RSASSA-PSS without parameters",
            odd_pss(None, sha256()),
        ),
        (
            "pss-null-parameters",
            "with RSASSA-PSS and NULL for parameters",
            odd_pss(Some(null()), sha1()),
        ),
        (
            "pss-trailer-1",
            "with RSASSA-PSS, the trailer field spelled out",
            odd_pss(Some(full(vec![ctx(3, &[int(1)])])), sha256()),
        ),
        (
            "pss-trailer-2",
            "with RSASSA-PSS and a trailer field that does not exist",
            odd_pss(Some(full(vec![ctx(3, &[int(2)])])), sha256()),
        ),
        (
            "pss-unknown-hash",
            "with RSASSA-PSS and an unknown hash",
            odd_pss(Some(seq(&[ctx(0, &[seq(&[oid("1.3.6.1.4.1.55555.2.2")])])])), sha256()),
        ),
        (
            "pss-unknown-mgf",
            "with RSASSA-PSS and an unknown mask function",
            odd_pss(
                Some(seq(&[
                    ctx(0, &[id256()]),
                    ctx(1, &[seq(&[oid("1.3.6.1.4.1.55555.2.3"), id256()])]),
                    ctx(2, &[int(32)]),
                ])),
                sha256(),
            ),
        ),
        (
            "pss-salt-negative",
            "with RSASSA-PSS and a negative length of salt",
            odd_pss(
                Some(seq(&[ctx(0, &[id256()]), ctx(1, &[mgf256()]), ctx(2, &[int(-1)])])),
                sha256(),
            ),
        ),
        (
            "pss-salt-wrong",
            "with RSASSA-PSS, the parameters saying 20 bytes of salt where there are 32",
            odd_pss(
                Some(seq(&[ctx(0, &[id256()]), ctx(1, &[mgf256()]), ctx(2, &[int(20)])])),
                sha256(),
            ),
        ),
        (
            "pss-salt-too-long",
            "with RSASSA-PSS and more salt than fits the key",
            odd_pss(
                Some(seq(&[ctx(0, &[id256()]), ctx(1, &[mgf256()]), ctx(2, &[int(223)])])),
                sha256(),
            ),
        ),
        (
            "pss-garbage-parameters",
            "with RSASSA-PSS and an INTEGER for parameters",
            odd_pss(Some(int(1)), sha256()),
        ),
        (
            "pss-extra-parameter",
            "with RSASSA-PSS and a parameter that does not exist",
            odd_pss(Some(full(vec![ctx(4, &[int(1)])])), sha256()),
        ),
        (
            "pss-hash-without-null",
            "with RSASSA-PSS, the hash identifiers without NULL",
            odd_pss(
                Some(seq(&[
                    ctx(0, &[seq(&[oid("2.16.840.1.101.3.4.2.1")])]),
                    ctx(
                        1,
                        &[seq(&[
                            oid("1.2.840.113549.1.1.8"),
                            seq(&[oid("2.16.840.1.101.3.4.2.1")]),
                        ])],
                    ),
                    ctx(2, &[int(32)]),
                ])),
                sha256(),
            ),
        ),
        (
            "oiw-sha1-rsa",
            "with RSA and SHA-1 under its old OIW name",
            Alg {
                identifier: seq(&[oid("1.3.14.3.2.29"), null()]),
                how: How::Pkcs1(Sha1),
            },
        ),
        (
            "rsa-without-null",
            "with RSA and SHA-256, the identifier without NULL",
            Alg {
                identifier: seq(&[oid("1.2.840.113549.1.1.11")]),
                how: How::Pkcs1(Sha256),
            },
        ),
        (
            "rsa-other-hash-inside",
            "with RSA: the certificate says SHA-256, the padding inside says SHA-1",
            Alg {
                identifier: pkcs1(Sha256).identifier,
                how: How::Pkcs1(Sha1),
            },
        ),
    ] {
        more(signed_with(id.into(), about.into(), "rsa2048-b", alg));
    }
    more(signed_with(
        "ecdsa-null".into(),
        "with ECDSA and SHA-256, NULL parameters added".into(),
        "p256-b",
        Alg {
            identifier: seq(&[oid("1.2.840.10045.4.3.2"), null()]),
            how: How::Ecdsa(Sha256),
        },
    ));
    more(signed_with(
        "ecdsa-specified".into(),
        "with ecdsa-with-Specified and SHA-256 as its parameter".into(),
        "p256-b",
        Alg {
            identifier: seq(&[oid("1.2.840.10045.4.3"), seq(&[oid("2.16.840.1.101.3.4.2.1"), null()])]),
            how: How::Ecdsa(Sha256),
        },
    ));
    more(signed_with(
        "ecdsa-curve-parameter".into(),
        "with ECDSA and SHA-256, the curve as a parameter".into(),
        "p256-b",
        Alg {
            identifier: seq(&[oid("1.2.840.10045.4.3.2"), oid("1.2.840.10045.3.1.7")]),
            how: How::Ecdsa(Sha256),
        },
    ));
    more(signed_with(
        "pss-key-plain".into(),
        "with RSASSA-PSS by a key that is only for PSS".into(),
        "rsapss-a",
        pss(Sha256, Sha256, 32),
    ));
    more(signed_with(
        "pss-key-pkcs1".into(),
        "with RSA PKCS#1 by a key that is only for PSS".into(),
        "rsapss-a",
        pkcs1(Sha256),
    ));
    more(signed_with(
        "pss-key-fixed".into(),
        "with RSASSA-PSS by a key bound to SHA-256".into(),
        "rsapss-sha256",
        pss(Sha256, Sha256, 32),
    ));
    more(signed_with(
        "pss-key-fixed-sha384".into(),
        "with RSASSA-PSS and SHA-384 by a key bound to SHA-256".into(),
        "rsapss-sha256",
        pss(Sha384, Sha384, 48),
    ));
    more(signed_with(
        "pss-key-fixed-short-salt".into(),
        "with RSASSA-PSS and less salt than the key is bound to".into(),
        "rsapss-sha256",
        pss(Sha256, Sha256, 20),
    ));
    list
}
