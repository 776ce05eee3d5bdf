//! The test keys, and deterministic signatures.
//!
//! The keys are public (see `keys/README.md`), so nothing here is secret and everything may be
//! fixed: PSS salts are constant, and every ECDSA and DSA signature uses the nonce 2, which would
//! be fatal in production.

use super::der::{children, ctx, ecdsa_parts, int, null, oid, seq, split, uint};
use base64::Engine as _;
use num_bigint::BigUint;
use sha2::Digest as _;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

/// A key pair of `keys/test-keys.txt`.
pub struct KeyPair {
    pub pkcs8: Vec<u8>,
    pub spki: Vec<u8>,
}

static KEYS: LazyLock<HashMap<&'static str, KeyPair>> = LazyLock::new(|| {
    let decode = |text: &str| {
        base64::engine::general_purpose::STANDARD
            .decode(text)
            .expect("the key file is base64")
    };
    include_str!("keys/test-keys.txt")
        .lines()
        .map(|line| {
            let [name, pkcs8, spki] = line.split(' ').collect::<Vec<_>>()[..] else {
                panic!("three columns: {line}")
            };
            (
                name,
                KeyPair {
                    pkcs8: decode(pkcs8),
                    spki: decode(spki),
                },
            )
        })
        .collect()
});

/// The key pair of that name; panics if it does not exist.
pub fn key(name: &str) -> &'static KeyPair {
    KEYS.get(name).unwrap_or_else(|| panic!("no test key {name}"))
}

/// SHA-1 of the key's bits: what subject key identifiers are by default (RFC 5280 §4.2.1.2, method
/// 1).
pub fn key_id(spki: &[u8]) -> Vec<u8> {
    let parts = children(split(spki).1);
    parts
        .last()
        .map(|(_, b)| sha1::Sha1::digest(b.get(1..).unwrap_or_default()).to_vec())
        .unwrap_or_default()
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hash {
    Md2,
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha512_256,
}
use Hash::*;

impl Hash {
    fn oid(self) -> Vec<u8> {
        oid(match self {
            Md2 => "1.2.840.113549.2.2",
            Md5 => "1.2.840.113549.2.5",
            Sha1 => "1.3.14.3.2.26",
            Sha224 => "2.16.840.1.101.3.4.2.4",
            Sha256 => "2.16.840.1.101.3.4.2.1",
            Sha384 => "2.16.840.1.101.3.4.2.2",
            Sha512 => "2.16.840.1.101.3.4.2.3",
            Sha512_256 => "2.16.840.1.101.3.4.2.6",
        })
    }

    /// The digest. MD2 is not implemented: no verifier of the oracle computes it, so MD5 is used
    /// instead.
    fn of(self, data: &[u8]) -> Vec<u8> {
        match self {
            Md2 | Md5 => md5::Md5::digest(data).to_vec(),
            Sha1 => sha1::Sha1::digest(data).to_vec(),
            Sha224 => sha2::Sha224::digest(data).to_vec(),
            Sha256 => sha2::Sha256::digest(data).to_vec(),
            Sha384 => sha2::Sha384::digest(data).to_vec(),
            Sha512 => sha2::Sha512::digest(data).to_vec(),
            Sha512_256 => sha2::Sha512_256::digest(data).to_vec(),
        }
    }
}

/// How a signature is made, independent of the algorithm named in the certificate.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum How {
    Pkcs1(Hash),
    Pss {
        hash: Hash,
        mgf: Hash,
        salt: usize,
    },
    Ecdsa(Hash),
    Dsa(Hash),
    Ed25519,
    /// These bytes, for any message.
    Fixed(Vec<u8>),
}

/// A signature algorithm: the encoded AlgorithmIdentifier, and the algorithm that is actually used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alg {
    pub identifier: Vec<u8>,
    pub how: How,
}

pub fn pkcs1(hash: Hash) -> Alg {
    let dotted = match hash {
        Md2 => "1.2.840.113549.1.1.2",
        Md5 => "1.2.840.113549.1.1.4",
        Sha1 => "1.2.840.113549.1.1.5",
        Sha224 => "1.2.840.113549.1.1.14",
        Sha256 => "1.2.840.113549.1.1.11",
        Sha384 => "1.2.840.113549.1.1.12",
        Sha512 => "1.2.840.113549.1.1.13",
        Sha512_256 => "1.2.840.113549.1.1.16",
    };
    Alg {
        identifier: seq(&[oid(dotted), null()]),
        how: How::Pkcs1(hash),
    }
}

pub fn ecdsa(hash: Hash) -> Alg {
    let dotted = match hash {
        Sha1 => "1.2.840.10045.4.1",
        Sha224 => "1.2.840.10045.4.3.1",
        Sha256 => "1.2.840.10045.4.3.2",
        Sha384 => "1.2.840.10045.4.3.3",
        Sha512 => "1.2.840.10045.4.3.4",
        other => panic!("no ECDSA with {other:?}"),
    };
    Alg {
        identifier: seq(&[oid(dotted)]),
        how: How::Ecdsa(hash),
    }
}

pub fn dsa(hash: Hash) -> Alg {
    let dotted = match hash {
        Sha1 => "1.2.840.10040.4.3",
        Sha224 => "2.16.840.1.101.3.4.3.1",
        Sha256 => "2.16.840.1.101.3.4.3.2",
        Sha384 => "2.16.840.1.101.3.4.3.3",
        other => panic!("no DSA with {other:?}"),
    };
    Alg {
        identifier: seq(&[oid(dotted)]),
        how: How::Dsa(hash),
    }
}

pub const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";

/// RSASSA-PSS with every parameter spelled out.
pub fn pss(hash: Hash, mgf: Hash, salt: usize) -> Alg {
    let hash_id = seq(&[hash.oid(), null()]);
    let mgf_id = seq(&[oid("1.2.840.113549.1.1.8"), seq(&[mgf.oid(), null()])]);
    let params = seq(&[ctx(0, &[hash_id]), ctx(1, &[mgf_id]), ctx(2, &[int(salt as i64)])]);
    Alg {
        identifier: seq(&[oid(RSASSA_PSS), params]),
        how: How::Pss { hash, mgf, salt },
    }
}

pub fn ed25519() -> Alg {
    Alg {
        identifier: seq(&[oid("1.3.101.112")]),
        how: How::Ed25519,
    }
}

/// The default signature algorithm of the key with that name.
pub fn usual(key_name: &str) -> Alg {
    match key_name.split('-').next().unwrap_or_default() {
        "p384" => ecdsa(Sha384),
        "p521" => ecdsa(Sha512),
        "ed25519" => ed25519(),
        "ed448" => Alg {
            identifier: seq(&[oid("1.3.101.113")]),
            how: How::Fixed(vec![7; 114]),
        },
        "x25519" => Alg {
            identifier: ed25519().identifier,
            how: How::Fixed(vec![7; 64]),
        },
        "rsapss" => pss(Sha256, Sha256, 32),
        "dsa1024" => dsa(Sha1),
        "dsa2048" => dsa(Sha256),
        name if name.starts_with("rsa") => pkcs1(Sha256),
        _ => ecdsa(Sha256),
    }
}

/// Order of the group and x coordinate of 2·G modulo it, of the curves that sign.
fn curve(spki: &[u8]) -> (BigUint, BigUint) {
    let (n, r): (&[u8], &[u8]) = match spki.len() {
        _ if spki.windows(5).any(|w| w == [0x2b, 0x81, 0x04, 0x00, 0x0a]) => (
            b"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
            b"c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5",
        ),
        _ if spki.windows(5).any(|w| w == [0x2b, 0x24, 0x03, 0x03, 0x02]) => (
            b"a9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7",
            b"743cf1b8b5cd4f2eb55f8aa369593ac436ef044166699e37d51a14c2ce13ea0e",
        ),
        75 => (
            b"ffffffffffffffffffffffff99def836146bc9b1b4d22831",
            b"dafebf5828783f2ad35534631588a3f629a70fb16982a888",
        ),
        80 => (
            b"ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d",
            b"706a46dc76dcb76798e60e6d89474788d16dc18032d268fd1a704fa6",
        ),
        91 => (
            b"ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
            b"7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978",
        ),
        120 => (
            b"ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973",
            b"8d999057ba3d2d969260045c55b97f089025959a6f434d651d207d19fb96e9e4fe0e86ebe0e64f85b96a9c75295df61",
        ),
        158 => (
            b"1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
            b"433c219024277e7e682fcb288148c282747403279b1ccc06352c6e5505d769be97b3b204da6ef55507aa104a3a35c5af41cf2fa364d60fd967f43e3933ba6d783d",
        ),
        n => panic!("unknown curve, SPKI of {n} bytes"),
    };
    (
        BigUint::parse_bytes(n, 16).expect("hex"),
        BigUint::parse_bytes(r, 16).expect("hex"),
    )
}

/// Whether the key with that name supports this algorithm.
fn fits(key_name: &str, how: &How) -> bool {
    match how {
        How::Fixed(_) => true,
        How::Pkcs1(_) | How::Pss { .. } => key_name.starts_with("rsa"),
        How::Dsa(_) => key_name.starts_with("dsa"),
        How::Ed25519 => key_name.starts_with("ed25519"),
        How::Ecdsa(_) => !["rsa", "dsa", "ed", "x25519"]
            .iter()
            .any(|other| key_name.starts_with(other)),
    }
}

/// Signs, or reuses the signature of an earlier call with the same input. A key that does not
/// support the algorithm (two deviations combined) uses its default one: then the certificate names
/// the wrong algorithm.
pub fn sign(key_name: &str, how: &How, data: &[u8]) -> Vec<u8> {
    if !fits(key_name, how) {
        return sign(key_name, &usual(key_name).how, data);
    }
    type Known = HashMap<[u8; 32], Vec<u8>>;
    static DONE: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    let mut id = sha2::Sha256::new();
    id.update(format!("{key_name} {how:?} "));
    id.update(data);
    let id: [u8; 32] = id.finalize().into();
    if let Some(known) = DONE.lock().expect("no panic inside").get(&id) {
        return known.clone();
    }
    let made = make(key_name, how, data);
    DONE.lock().expect("no panic inside").insert(id, made.clone());
    made
}

fn make(key_name: &str, how: &How, data: &[u8]) -> Vec<u8> {
    match how {
        How::Fixed(bytes) => bytes.clone(),
        How::Pkcs1(hash) => {
            let rsa = Rsa::read(key_name);
            let info = seq(&[seq(&[hash.oid(), null()]), super::der::octet_string(&hash.of(data))]);
            let len = rsa.n.bits().div_ceil(8) as usize;
            if len < info.len() + 11 {
                return vec![0x11; len]; // the key is too short for this hash; nobody gets as far as looking
            }
            let mut padded = vec![0, 1];
            padded.resize(len - info.len() - 1, 0xff);
            padded.push(0);
            padded.extend(info);
            rsa.private(&padded)
        }
        How::Pss { hash, mgf, salt } => {
            let rsa = Rsa::read(key_name);
            let len = (rsa.n.bits() - 1).div_ceil(8) as usize;
            if len < salt + hash.of(&[]).len() + 2 {
                return vec![0x11; len]; // no room for this hash and salt
            }
            rsa.private(&pss_encode(&hash.of(data), *hash, *mgf, *salt, rsa.n.bits() - 1))
        }
        How::Ecdsa(hash) => {
            let pair = key(key_name);
            let info = children(split(&pair.pkcs8).1);
            let secret = BigUint::from_bytes_be(children(split(info[2].1).1)[1].1);
            let (n, r) = curve(&pair.spki);
            dsa_like(&hash.of(data), &secret, &n, &r)
        }
        How::Dsa(hash) => {
            let info = children(split(&key(key_name).pkcs8).1);
            let params = children(children(info[1].1)[1].1);
            let [p, q, g] = [0, 1, 2].map(|i: usize| BigUint::from_bytes_be(params[i].1));
            let secret = BigUint::from_bytes_be(split(info[2].1).1);
            let r = g.modpow(&BigUint::from(2u8), &p) % &q;
            dsa_like(&hash.of(data), &secret, &q, &r)
        }
        How::Ed25519 => {
            use ed25519_dalek::Signer as _;
            let info = children(split(&key(key_name).pkcs8).1);
            let seed: [u8; 32] = split(info[2].1).1.try_into().expect("32 bytes");
            ed25519_dalek::SigningKey::from_bytes(&seed)
                .sign(data)
                .to_bytes()
                .to_vec()
        }
    }
}

/// `s = 2⁻¹ · (hash + r·secret) mod n`, the hash cut to the length of `n` (FIPS 186-4 §6.4).
fn dsa_like(digest: &[u8], secret: &BigUint, n: &BigUint, r: &BigUint) -> Vec<u8> {
    let mut h = BigUint::from_bytes_be(digest);
    let (have, want) = (digest.len() as u64 * 8, n.bits());
    if have > want {
        h >>= have - want;
    }
    let half = (n + 1u8) >> 1;
    let s: BigUint = half * (h + r * secret) % n;
    seq(&[uint(&r.to_bytes_be()), uint(&s.to_bytes_be())])
}

/// The other signature that the same verifier must accept: (r, n − s).
pub fn mirrored(key_name: &str, signature: &[u8]) -> Vec<u8> {
    let (n, _) = curve(&key(key_name).spki);
    let Some([r, s]) = ecdsa_parts(signature) else {
        return signature.to_vec();
    };
    let s = n - BigUint::from_bytes_be(s);
    seq(&[uint(&BigUint::from_bytes_be(r).to_bytes_be()), uint(&s.to_bytes_be())])
}

struct Rsa {
    n: BigUint,
    p: BigUint,
    q: BigUint,
    dp: BigUint,
    dq: BigUint,
    qinv: BigUint,
}

impl Rsa {
    fn read(key_name: &str) -> Self {
        let info = children(split(&key(key_name).pkcs8).1);
        let parts = children(split(info[2].1).1);
        let number = |i: usize| BigUint::from_bytes_be(parts[i].1);
        Self {
            n: number(1),
            p: number(4),
            q: number(5),
            dp: number(6),
            dq: number(7),
            qinv: number(8),
        }
    }

    fn private(&self, message: &[u8]) -> Vec<u8> {
        let c = BigUint::from_bytes_be(message);
        let m1 = c.modpow(&self.dp, &self.p);
        let m2 = c.modpow(&self.dq, &self.q);
        let h = &self.qinv * (m1 + &self.p - &m2 % &self.p) % &self.p;
        let bytes = (m2 + h * &self.q).to_bytes_be();
        let len = self.n.bits().div_ceil(8) as usize;
        let mut out = vec![0; len - bytes.len()];
        out.extend(bytes);
        out
    }
}

/// EMSA-PSS (RFC 8017 §9.1.1) with a constant salt.
fn pss_encode(digest: &[u8], hash: Hash, mgf: Hash, salt_len: usize, em_bits: u64) -> Vec<u8> {
    let salt = vec![0x5a; salt_len];
    let em_len = em_bits.div_ceil(8) as usize;
    let mut prime = vec![0; 8];
    prime.extend_from_slice(digest);
    prime.extend_from_slice(&salt);
    let h = hash.of(&prime);
    let mut db = vec![0; em_len - salt_len - h.len() - 2];
    db.push(1);
    db.extend_from_slice(&salt);
    let mut mask = Vec::new();
    let mut counter = 0u32;
    while mask.len() < db.len() {
        mask.extend(mgf.of(&[h.as_slice(), &counter.to_be_bytes()].concat()));
        counter += 1;
    }
    db.iter_mut().zip(mask).for_each(|(b, m)| *b ^= m);
    db[0] &= 0xff >> (8 * em_len as u64 - em_bits);
    [db, h, vec![0xbc]].concat()
}
