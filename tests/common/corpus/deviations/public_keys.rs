//! Public keys: kinds, sizes, curves, and encodings that only look like keys.

use super::super::builder::{KEY_USAGE, named};
use super::super::der::{bits, int, null, oid, seq, tlv, uint};
use super::super::keys::key;
use super::*;

/// All test keys, and why each matters.
const KINDS: &[(&str, &str)] = &[
    ("rsa512", "RSA of 512 bits, the smallest that Java reads"),
    ("rsa768", "RSA of 768 bits"),
    ("rsa1008", "RSA of 1008 bits, below the limit of 1024"),
    ("rsa1023", "RSA of 1023 bits, one bit below the limit"),
    ("rsa1024", "RSA of 1024 bits, the smallest that is not disabled"),
    ("rsa2047", "RSA of 2047 bits"),
    ("rsa2048-e", "RSA of 2048 bits"),
    ("rsa2048-e3", "RSA with the exponent 3"),
    ("rsa3072", "RSA of 3072 bits"),
    (
        "rsa4096",
        "RSA of 4096 bits, which AWS's article forbids and Java does not",
    ),
    ("rsa8192", "RSA of 8192 bits"),
    ("rsapss-a", "RSA only for PSS"),
    ("rsapss-sha256", "RSA only for PSS with SHA-256"),
    ("p192-a", "EC on P-192, below the limit of 224 bits"),
    (
        "p224-a",
        "EC on P-224, at the limit, a curve that Java does not compute with",
    ),
    ("p256-e", "EC on P-256"),
    ("p384-a", "EC on P-384"),
    ("p521-a", "EC on P-521"),
    ("secp256k1-a", "EC on secp256k1"),
    ("brainpool256-a", "EC on brainpoolP256r1"),
    ("ed25519-b", "Ed25519"),
    ("ed448-a", "Ed448"),
    ("x25519-a", "X25519, which cannot sign at all"),
    ("dsa1024-a", "DSA of 1024 bits"),
    ("dsa2048-b", "DSA of 2048 bits"),
];

fn rsa(n: &[u8], e: Vec<u8>) -> Vec<u8> {
    seq(&[
        seq(&[oid("1.2.840.113549.1.1.1"), null()]),
        bits(0, &seq(&[uint(n), e])),
    ])
}

fn modulus(name: &str) -> Vec<u8> {
    let info = super::super::der::children(super::super::der::split(&key(name).pkcs8).1);
    super::super::der::children(super::super::der::split(info[2].1).1)[1]
        .1
        .to_vec()
}

fn ec(parameters: Option<Vec<u8>>, point: &[u8]) -> Vec<u8> {
    let mut id = vec![oid("1.2.840.10045.2.1")];
    id.extend(parameters);
    seq(&[seq(&id), bits(0, point)])
}

fn p256_point() -> Vec<u8> {
    key("p256-a").spki[26..].to_vec()
}

/// Encodings of unusable keys, for the leaf and for the intermediate.
fn odd_keys() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let n = modulus("rsa2048-a");
    let p256 = || Some(oid("1.2.840.10045.3.1.7"));
    let mut off_curve = p256_point();
    off_curve[64] ^= 1;
    let compressed = [&[2 + (p256_point()[64] & 1)][..], &p256_point()[1..33]].concat();
    let hybrid = [&[6 + (p256_point()[64] & 1)][..], &p256_point()[1..]].concat();
    let explicit = seq(&[
        int(1),
        seq(&[oid("1.2.840.10045.1.1"), uint(&[0xff; 32])]),
        seq(&[tlv(4, &[0xff; 32]), tlv(4, &[0x5a; 32])]),
        tlv(4, &p256_point()),
        uint(&[0xfe; 32]),
        int(1),
    ]);
    let mut long_e = vec![2];
    long_e.resize(9, 1);
    let rsa_id = || seq(&[oid("1.2.840.113549.1.1.1"), null()]);
    let rsa_key = || seq(&[uint(&n), int(65_537)]);
    vec![
        (
            "rsa-exponent-1",
            "RSA with the exponent 1: no encryption at all",
            rsa(&n, int(1)),
        ),
        ("rsa-exponent-2", "RSA with the exponent 2", rsa(&n, int(2))),
        ("rsa-exponent-4", "RSA with an even exponent above 3", rsa(&n, int(4))),
        (
            "rsa-exponent-negative",
            "RSA with a negative exponent",
            rsa(&n, int(-65_537)),
        ),
        (
            "rsa-exponent-over-modulus",
            "RSA with an exponent larger than the modulus",
            rsa(&n, uint(&[0xff; 257])),
        ),
        (
            "rsa-exponent-65-bits",
            "RSA of 4096 bits with an exponent of more than 64 bits",
            rsa(&modulus("rsa4096"), uint(&long_e)),
        ),
        (
            "rsa-exponent-65-bits-2048",
            "RSA of 2048 bits with an exponent of more than 64 bits",
            rsa(&n, uint(&long_e)),
        ),
        (
            "rsa-modulus-504",
            "RSA of 504 bits, below what Java reads",
            rsa(&n[1..64], int(65_537)),
        ),
        (
            "rsa-modulus-even",
            "RSA with an even modulus",
            rsa(&[&n[..n.len() - 1], &[0x10]].concat(), int(65_537)),
        ),
        (
            "rsa-modulus-negative",
            "RSA whose modulus lacks the leading zero, so that it is negative",
            seq(&[rsa_id(), bits(0, &seq(&[tlv(2, &n[1..]), int(65_537)]))]),
        ),
        (
            "rsa-without-null",
            "RSA whose identifier has no NULL",
            seq(&[seq(&[oid("1.2.840.113549.1.1.1")]), bits(0, &rsa_key())]),
        ),
        (
            "rsa-odd-parameters",
            "RSA whose identifier has an INTEGER",
            seq(&[seq(&[oid("1.2.840.113549.1.1.1"), int(7)]), bits(0, &rsa_key())]),
        ),
        (
            "rsa-third-integer",
            "RSA with a third INTEGER",
            seq(&[rsa_id(), bits(0, &seq(&[uint(&n), int(65_537), int(1)]))]),
        ),
        (
            "rsa-trailing-bytes",
            "RSA with bytes after the key",
            seq(&[rsa_id(), bits(0, &[rsa_key(), vec![0, 0]].concat())]),
        ),
        (
            "rsa-unused-bits",
            "RSA whose BIT STRING claims four unused bits",
            seq(&[rsa_id(), bits(4, &rsa_key())]),
        ),
        ("rsa-empty", "RSA without a key", seq(&[rsa_id(), bits(0, &[])])),
        (
            "rsa-garbage",
            "RSA with text for a key",
            seq(&[rsa_id(), bits(0, b"no key at all")]),
        ),
        (
            "spki-third-element",
            "a third element in the key's SEQUENCE",
            seq(&[rsa_id(), bits(0, &rsa_key()), null()]),
        ),
        (
            "spki-not-a-sequence",
            "an OCTET STRING where the key belongs",
            tlv(4, &rsa_key()),
        ),
        ("ec-without-parameters", "EC without a curve", ec(None, &p256_point())),
        (
            "ec-null-parameters",
            "EC with NULL for a curve",
            ec(Some(null()), &p256_point()),
        ),
        (
            "ec-explicit-curve",
            "EC with the curve spelled out",
            ec(Some(explicit), &p256_point()),
        ),
        (
            "ec-unknown-curve",
            "EC on a curve that nobody knows",
            ec(Some(oid("1.3.6.1.4.1.55555.3.1")), &p256_point()),
        ),
        (
            "ec-compressed-point",
            "EC with a compressed point",
            ec(p256(), &compressed),
        ),
        (
            "ec-hybrid-point",
            "EC with a point in the hybrid form",
            ec(p256(), &hybrid),
        ),
        (
            "ec-point-off-curve",
            "EC with a point that is not on the curve",
            ec(p256(), &off_curve),
        ),
        ("ec-point-infinity", "EC with the point at infinity", ec(p256(), &[0])),
        (
            "ec-point-short",
            "EC with a point that lacks a byte",
            ec(p256(), &p256_point()[..64]),
        ),
        ("ec-point-empty", "EC without a point", ec(p256(), &[])),
        (
            "ec-sm2",
            "EC on SM2's curve",
            ec(Some(oid("1.2.156.10197.1.301")), &p256_point()),
        ),
        (
            "ec-p256-point-of-p384",
            "EC that says P-256 with a point of P-384",
            ec(p256(), &key("p384-a").spki[23..]),
        ),
        (
            "unknown-key-type",
            "a key type that nobody knows",
            seq(&[seq(&[oid("1.3.6.1.4.1.55555.3.2")]), bits(0, &[1, 2, 3])]),
        ),
        (
            "ml-dsa-44",
            "ML-DSA-44, a post-quantum key that Java 17 does not know",
            seq(&[seq(&[oid("2.16.840.1.101.3.4.3.17")]), bits(0, &[0x42; 1312])]),
        ),
        (
            "dh-key",
            "a static Diffie-Hellman key",
            seq(&[seq(&[oid("1.2.840.10046.2.1"), null()]), bits(0, &int(77))]),
        ),
        (
            "ed25519-31-bytes",
            "Ed25519 with 31 bytes",
            seq(&[seq(&[oid("1.3.101.112")]), bits(0, &[9; 31])]),
        ),
        (
            "ed25519-with-null",
            "Ed25519 with NULL parameters",
            seq(&[
                seq(&[oid("1.3.101.112"), null()]),
                bits(0, &key("ed25519-a").spki[12..]),
            ]),
        ),
    ]
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for (name, about) in KINDS {
        let name: &'static str = name;
        list.push(Deviation::new(
            format!("leaf/key-{name}"),
            format!("The leaf's key: {about}."),
            TWO,
            move |w| {
                w.leaf().key = name;
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("intermediate/key-{name}"),
            format!("The issuing intermediate's key: {about}."),
            TWO,
            move |w| {
                w.issuing()?.key = name;
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("top/key-{name}"),
            format!("The topmost intermediate's key: {about}."),
            &["ec-2"],
            move |w| {
                w.top()?.key = name;
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("anchor/key-{name}"),
            format!("The anchor's key: {about}."),
            ONE,
            move |w| {
                w.root().key = name;
                Some(())
            },
        ));
    }
    for (id, about, spki) in odd_keys() {
        let other = spki.clone();
        list.push(Deviation::new(
            format!("leaf/key-{id}"),
            format!("The leaf's key: {about}."),
            ONE,
            move |w| {
                w.leaf().spki = Some(spki.clone());
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("intermediate/key-{id}"),
            format!("The issuing intermediate's key: {about}; it signs with another."),
            ONE,
            move |w| {
                w.issuing()?.spki = Some(other.clone());
                Some(())
            },
        ));
    }
    list.extend(deviations! { ONE;
        /// A leaf with a key for agreement only, and a key usage that says so: digitalSignature is
        /// what ECDHE needs.
        "leaf/key-agreement-only" => |w| { w.leaf().key = "p384-a"; w.leaf().put(KEY_USAGE, true, named(&[4])); }
        /// Leaf and intermediate have the same key.
        "leaf/key-of-intermediate" => |w| { w.leaf().key = "p256-b"; }
        /// Leaf and root have the same key.
        "leaf/key-of-root" => |w| { w.leaf().key = "p256-d"; }
        /// Intermediate and root have the same key but different names.
        "intermediate/key-of-root" => |w| { w.issuing()?.key = "p256-d"; }
        /// Every key of the chain is too small.
        "chain/every-key-small" => |w| { for i in 0..w.certs.len() { w.certs[i].key = "rsa768"; } }
    });
    list
}
