//! Real chains under all of AWS's roots: the second part of the oracle's corpus.
//!
//! The client trusts exactly the certificates of `trust/roots`, and rejects what its release
//! rejects by fingerprint. The chains are those of `tests/fixtures/real`, and CA certificates of
//! `trust/`: as the server's certificate, and above a certificate that claims to be issued by
//! them. Nobody here can sign below a real CA, so the signature of that certificate is invalid;
//! the JDK checks everything above it first.

use super::builder::{DIGITAL_SIGNATURE, EXTENDED_KEY_USAGE, HOST, KEY_USAGE, SUBJECT_ALT_NAME, named};
use super::der::{bits, boolean, children, cons, ctx, ctx_prim, int, null, octet_string, oid, seq, split};
use super::draw::hex;
use super::keys::key;
use super::moments::{DAY, time};
use base64::Engine as _;
use sha2::Digest as _;
use std::collections::HashMap;
use std::path::Path;

/// The time at which CA certificates are checked: 2026-11-29T12:00:00Z.
const AUTUMN_2026: i64 = 1_795_953_600;

/// The files of `tests/fixtures/real`, the host that was asked, and a time at which the chain was
/// valid.
const CHAINS: [(&str, &str, &str); 10] = [
    (
        "amazon-expired",
        "expired.rootca1.demo.amazontrust.com",
        "20240313120000Z",
    ),
    ("amazon-p256", "valid.rootca3.demo.amazontrust.com", "20250315120000Z"),
    ("amazon-p384", "valid.rootca4.demo.amazontrust.com", "20250315120000Z"),
    (
        "amazon-rsa2048",
        "valid.rootca1.demo.amazontrust.com",
        "20250315120000Z",
    ),
    (
        "amazon-rsa4096",
        "valid.rootca2.demo.amazontrust.com",
        "20250315120000Z",
    ),
    ("cloudflare-dns-2021", "cloudflare-dns.com", "20220315120000Z"),
    ("crates-io", "crates.io", "20230601120000Z"),
    (
        "entrust-2019",
        "secure.authenticator.uat.uk.experian.com",
        "20200101120000Z",
    ),
    ("netflix-2016", "www.netflix.com", "20170601120000Z"),
    ("private-wpt", "web-platform.test", "20210601120000Z"),
];

/// One real chain.
pub struct RealCase {
    /// Unique and stable: what it is, and the first digits of a certificate's SHA-256.
    pub id: String,
    /// What the server sends, in order.
    pub chain: Vec<Vec<u8>>,
    /// The host that the client requests; `None` checks no name.
    pub host: Option<String>,
    /// The validation time, seconds UTC since 1970.
    pub at: i64,
    /// The TLS 1.2 key exchange that the leaf's key serves: `ECDHE_RSA` or `ECDHE_ECDSA`.
    pub auth_type: &'static str,
    digest: String,
}

impl RealCase {
    /// SHA-256, in hex, over everything that the answer depends on, the roots too.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

/// The roots that the client trusts, and the chains, sorted by id.
pub struct RealCorpus {
    /// The certificates of `trust/roots`, in the order of their SHA-256.
    pub roots: Vec<Vec<u8>>,
    /// The chains.
    pub cases: Vec<RealCase>,
}

/// The fields of a certificate that the corpus needs, as encoded.
struct Fields {
    issuer: Vec<u8>,
    subject: Vec<u8>,
    spki: Vec<u8>,
    not_before: i64,
    not_after: i64,
    /// The key identifiers: its own, and that of the issuer's key.
    own_id: Option<Vec<u8>>,
    issuer_id: Option<Vec<u8>>,
}

/// One encoded value and what follows it.
fn value(input: &[u8]) -> (Vec<u8>, &[u8]) {
    let rest = split(input).2;
    (input[..input.len() - rest.len()].to_vec(), rest)
}

/// Seconds since 1970 of a UTCTime or GeneralizedTime that ends with `Z`.
fn seconds(text: &str) -> i64 {
    let digits = text.trim_end_matches('Z');
    let (century, rest) = match digits.len() {
        14 => (digits[..2].parse().expect("digits"), &digits[2..]),
        _ if digits < "50" => (20, digits),
        _ => (19, digits),
    };
    let pairs: Vec<i64> = (0..rest.len() / 2)
        .map(|at| rest[at * 2..at * 2 + 2].parse().expect("digits"))
        .collect();
    let (year, month, day) = (century * 100 + pairs[0], pairs[1], pairs[2]);
    let shifted = if month <= 2 { year - 1 } else { year };
    let month_from_march = (month + 9) % 12;
    let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * month_from_march + 2) / 5 + day
        - 1
        - 719_468;
    let clock = pairs.iter().skip(3).fold(0, |sum, part| sum * 60 + part);
    days * DAY + if pairs.len() == 5 { clock * 60 } else { clock }
}

fn fields(der: &[u8]) -> Fields {
    let tbs = split(split(der).1).1;
    let mut rest = tbs;
    if rest[0] == 0xa0 {
        rest = split(rest).2;
    }
    // The serial number and the algorithm.
    rest = split(split(rest).2).2;
    let (issuer, rest) = value(rest);
    let (validity, rest) = value(rest);
    let (subject, rest) = value(rest);
    let (spki, mut rest) = value(rest);
    let dates: Vec<i64> = children(split(&validity).1)
        .iter()
        .map(|(_, text)| seconds(std::str::from_utf8(text).expect("ASCII")))
        .collect();
    let mut ids = [None, None];
    while !rest.is_empty() {
        let (tag, body, after) = split(rest);
        rest = after;
        let list = if tag == 0xa3 { split(body).1 } else { &[] };
        for (_, extension) in children(list) {
            let parts = children(extension);
            let (Some((_, [0x55, 0x1d, kind])), Some((_, inner))) = (parts.first(), parts.last()) else {
                continue;
            };
            if *kind == 14 {
                ids[0] = Some(split(inner).1.to_vec());
            } else if *kind == 35 {
                let found = children(split(inner).1).into_iter().find(|(tag, _)| *tag == 0x80);
                ids[1] = found.map(|(_, id)| id.to_vec());
            }
        }
    }
    let [own_id, issuer_id] = ids;
    Fields {
        issuer,
        subject,
        spki,
        not_before: dates[0],
        not_after: dates[1],
        own_id,
        issuer_id,
    }
}

/// The certificates of a PEM file.
fn pem(text: &str) -> Vec<Vec<u8>> {
    let blocks = text.split("-----BEGIN CERTIFICATE-----").skip(1);
    let body = |block: &str| {
        block
            .split("-----END")
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<String>()
    };
    blocks
        .map(|block| {
            base64::engine::general_purpose::STANDARD
                .decode(body(block))
                .expect("base64")
        })
        .collect()
}

/// A server certificate that names this CA as its issuer, with a signature that is not the CA's.
fn claimed_by(issuer: &Fields) -> Vec<u8> {
    let rsa = split(&issuer.spki)
        .1
        .windows(9)
        .any(|part| part == b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");
    let (algorithm, signature) = if rsa {
        (seq(&[oid("1.2.840.113549.1.1.11"), null()]), vec![0x55; 256])
    } else {
        (seq(&[oid("1.2.840.10045.4.3.2")]), seq(&[int(0x5555), int(0x5556)]))
    };
    let extension = |id: &str, critical: bool, value: &[u8]| match critical {
        true => seq(&[oid(id), boolean(true), octet_string(value)]),
        false => seq(&[oid(id), octet_string(value)]),
    };
    let extensions = seq(&[
        extension(KEY_USAGE, true, &named(&[DIGITAL_SIGNATURE])),
        extension(EXTENDED_KEY_USAGE, false, &seq(&[oid("1.3.6.1.5.5.7.3.1")])),
        extension(SUBJECT_ALT_NAME, false, &seq(&[ctx_prim(2, HOST.as_bytes())])),
    ]);
    let tbs = seq(&[
        ctx(0, &[int(2)]),
        int(0x0117),
        algorithm.clone(),
        issuer.issuer_of(),
        seq(&[time(AUTUMN_2026 - 60 * DAY), time(AUTUMN_2026 + 300 * DAY)]),
        seq(&[cons(
            0x31,
            &[seq(&[oid("2.5.4.3"), super::der::tlv(12, HOST.as_bytes())])],
        )]),
        key("p256-a").spki.clone(),
        ctx(3, &[extensions]),
    ]);
    seq(&[tbs, algorithm, bits(0, &signature)])
}

impl Fields {
    /// The issuer's name in a certificate that this CA issues.
    fn issuer_of(&self) -> Vec<u8> {
        self.subject.clone()
    }
}

/// The CA certificates above one, from `pool`, up to one whose issuer is a root.
fn above(start: &[u8], pool: &[Vec<u8>], known: &HashMap<Vec<u8>, Fields>, roots: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut out: Vec<Vec<u8>> = Vec::new();
    let mut top = start.to_vec();
    while out.len() < 4 {
        let child = &known[&top];
        let issues = |der: &&Vec<u8>| {
            let ca = &known[*der];
            let same_key = child.issuer_id.is_none() || ca.own_id.is_none() || child.issuer_id == ca.own_id;
            ca.subject == child.issuer && same_key && **der != top && !out.contains(der)
        };
        if roots.iter().any(|der| issues(&der)) {
            break;
        }
        let Some(next) = pool.iter().find(issues).cloned() else {
            break;
        };
        out.push(next.clone());
        top = next;
    }
    out
}

struct Collector<'a> {
    cases: Vec<RealCase>,
    roots: &'a [Vec<u8>],
    trusted: Vec<u8>,
}

impl Collector<'_> {
    fn add(&mut self, id: String, chain: Vec<Vec<u8>>, host: Option<&str>, at: i64) {
        let leaf = fields(&chain[0]);
        let ec = leaf
            .spki
            .windows(7)
            .take(16)
            .any(|part| part == b"\x2a\x86\x48\xce\x3d\x02\x01");
        let auth_type = if ec { "ECDHE_ECDSA" } else { "ECDHE_RSA" };
        let mut hash = sha2::Sha256::new();
        hash.update(&self.trusted);
        hash.update(format!("{}\n{at}\n{auth_type}\n", host.unwrap_or("-")));
        for der in &chain {
            hash.update((der.len() as u64).to_be_bytes());
            hash.update(der);
        }
        self.cases.push(RealCase {
            id,
            chain,
            host: host.map(str::to_owned),
            at,
            auth_type,
            digest: hex(&hash.finalize()),
        });
    }
}

fn short(der: &[u8]) -> String {
    hex(&sha2::Sha256::digest(der))[..16].to_owned()
}

/// The chains of `tests/fixtures/real`: as sent and in other orders, on two days, for three hosts.
fn served(project: &Path, collector: &mut Collector<'_>) {
    for (name, host, day) in CHAINS {
        let file = project.join(format!("tests/fixtures/real/{name}.pem"));
        let sent = pem(&std::fs::read_to_string(file).expect("the chain"));
        let valid = seconds(day);
        let mut reversed = sent.clone();
        reversed[1..].reverse();
        let mut backwards = sent.clone();
        backwards.reverse();
        let without_second = sent
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != 1)
            .map(|(_, der)| der.clone());
        let twice = sent.iter().chain(&sent[1..]).cloned();
        let forms = [
            ("sent", sent.clone()),
            ("leaf-only", sent[..1].to_vec()),
            ("others-reversed", reversed),
            ("all-reversed", backwards),
            ("without-second", without_second.collect()),
            ("others-twice", twice.collect()),
        ];
        for (form, chain) in forms {
            collector.add(format!("chain/{name}/{form}"), chain.clone(), Some(host), valid);
            collector.add(format!("chain/{name}/{form}/2026"), chain, Some(host), AUTUMN_2026);
        }
        collector.add(format!("chain/{name}/other-host"), sent.clone(), Some(HOST), valid);
        collector.add(format!("chain/{name}/no-host"), sent, None, valid);
    }
}

/// DigiNotar's CA certificate under a listed root, which every release blocks, and a chain with a
/// key that is public, about which Java knows nothing.
fn blocked(project: &Path, collector: &mut Collector<'_>) {
    let read = |name: &str| {
        let file = project.join(format!("tests/fixtures/findings/{name}.pem"));
        pem(&std::fs::read_to_string(file).expect("the chain"))
    };
    let ca = read("certificate-blocked").swap_remove(0);
    let below = vec![claimed_by(&fields(&ca)), ca.clone()];
    for (day, at) in [("valid", seconds("20100101120000Z")), ("2026", AUTUMN_2026)] {
        collector.add(format!("blocked/diginotar/alone/{day}"), vec![ca.clone()], None, at);
        collector.add(format!("blocked/diginotar/below/{day}"), below.clone(), Some(HOST), at);
    }
    collector.add("public-key/chain".into(), read("key-compromised"), None, AUTUMN_2026);
}

/// The chains under AWS's roots. `project` is the folder of the project.
pub fn real_corpus(project: &Path) -> RealCorpus {
    let folder = std::fs::read_dir(project.join("trust/roots")).expect("the roots");
    let mut files: Vec<_> = folder.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let roots: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(file).expect("a root")).collect();
    let read = |file: &str| std::fs::read_to_string(project.join("trust").join(file)).expect("the file");
    let pool = pem(&read("intermediates.pem"));
    let json: serde_json::Value = serde_json::from_str(&read("equivalents.json")).expect("JSON");
    let equivalents: Vec<Vec<u8>> = json["equivalents"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|entry| pem(entry["pem"].as_str().expect("PEM")))
        .collect();
    let all = roots.iter().chain(&pool).chain(&equivalents);
    let known: HashMap<Vec<u8>, Fields> = all.map(|der| (der.clone(), fields(der))).collect();
    let mut hash = sha2::Sha256::new();
    roots.iter().for_each(|der| hash.update(sha2::Sha256::digest(der)));
    let mut collector = Collector {
        cases: Vec::new(),
        roots: &roots,
        trusted: hash.finalize().to_vec(),
    };
    served(project, &mut collector);
    blocked(project, &mut collector);
    for root in &roots {
        let (id, dates) = (short(root), &known[root]);
        let middle = dates.not_before.midpoint(dates.not_after);
        let leaf = claimed_by(dates);
        collector.add(format!("root/{id}/alone"), vec![root.clone()], None, AUTUMN_2026);
        collector.add(
            format!("root/{id}/twice"),
            vec![root.clone(), root.clone()],
            None,
            middle,
        );
        collector.add(
            format!("root/{id}/below"),
            vec![leaf.clone(), root.clone()],
            Some(HOST),
            AUTUMN_2026,
        );
        collector.add(format!("root/{id}/below-not-sent"), vec![leaf], Some(HOST), AUTUMN_2026);
    }
    for (kind, list) in [("pool", &pool), ("equivalent", &equivalents)] {
        for der in list {
            let (id, rest) = (short(der), above(der, &pool, &known, &roots));
            let chain: Vec<Vec<u8>> = std::iter::once(der.clone()).chain(rest.clone()).collect();
            let below: Vec<Vec<u8>> = std::iter::once(claimed_by(&known[der])).chain(chain.clone()).collect();
            if !rest.is_empty() {
                collector.add(format!("{kind}/{id}/alone"), vec![der.clone()], None, AUTUMN_2026);
            }
            collector.add(format!("{kind}/{id}/chain"), chain, None, AUTUMN_2026);
            collector.add(format!("{kind}/{id}/below"), below.clone(), Some(HOST), AUTUMN_2026);
            let top = &known[below.last().expect("two or more")];
            // The root is sent too, or any certificate with its name.
            let root = collector
                .roots
                .iter()
                .find(|root| known[*root].subject == top.issuer)
                .cloned();
            let with_root: Vec<Vec<u8>> = below.into_iter().chain(root).collect();
            if id.starts_with(['0', '1', '2']) {
                let mut mixed = with_root.clone();
                mixed[1..].reverse();
                collector.add(format!("{kind}/{id}/below-reversed"), mixed, Some(HOST), AUTUMN_2026);
                collector.add(
                    format!("{kind}/{id}/below-with-root"),
                    with_root,
                    Some(HOST),
                    AUTUMN_2026,
                );
            }
        }
    }
    let mut cases = collector.cases;
    cases.sort_by(|a, b| a.id.cmp(&b.id));
    cases.dedup_by(|a, b| a.id == b.id);
    RealCorpus { roots, cases }
}
