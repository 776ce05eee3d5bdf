//! `oracle-writer DIR`: writes the corpus into DIR, for `Oracle.java` and for `openssl verify`,
//! with rustls-webpki's answers.
//!
//! - `corpus.tsv`: one line for each case: id, digest, seconds UTC, host or `-`, TLS key exchange,
//!   file of the leaf's key or `-`, certificates sent, anchors, SHA-256 of blocked certificates and
//!   of distrusted anchors or `-`; certificates as base64, joined by commas (`=` for an empty one).
//! - `real.tsv`: the same for real chains under AWS's roots. The anchors are `roots`, those of
//!   `roots.txt`, one line of base64 each; the lists of blocked and distrusted certificates are
//!   `own`, the JDK's.
//! - `keys/NAME.{pk8,spki}`: the keys, PKCS#8 and SubjectPublicKeyInfo.
//! - `pem/N.{leaf,rest,anchors}.pem` and `openssl.tsv`: what `openssl verify` needs.
//! - `webpki.tsv`: id and rustls-webpki's answer (`accepted` or its error).

#[path = "../../../common/corpus/mod.rs"]
mod corpus;

use base64::Engine as _;
use corpus::Case;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert, ring};

fn base64(bytes: &[u8]) -> String {
    if bytes.is_empty() {
        "=".into()
    } else {
        base64::engine::general_purpose::STANDARD.encode(bytes)
    }
}

fn pem(certificates: &[Vec<u8>]) -> String {
    let mut out = String::new();
    for der in certificates {
        let text = base64::engine::general_purpose::STANDARD.encode(der);
        out.push_str("-----BEGIN CERTIFICATE-----\n");
        for line in text.as_bytes().chunks(64) {
            out.push_str(std::str::from_utf8(line).expect("base64"));
            out.push('\n');
        }
        out.push_str("-----END CERTIFICATE-----\n");
    }
    out
}

/// rustls-webpki's answer for a case, as a rustls client would give it.
fn webpki_says(case: &Case) -> String {
    let algorithms = &[
        ring::ECDSA_P256_SHA256,
        ring::ECDSA_P256_SHA384,
        ring::ECDSA_P384_SHA256,
        ring::ECDSA_P384_SHA384,
        ring::ED25519,
        ring::RSA_PKCS1_2048_8192_SHA256,
        ring::RSA_PKCS1_2048_8192_SHA384,
        ring::RSA_PKCS1_2048_8192_SHA512,
        ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
        ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
    ];
    let anchors: Vec<CertificateDer<'_>> = case
        .anchors
        .iter()
        .map(|a| CertificateDer::from(a.as_slice()))
        .collect();
    let anchors: Vec<_> = anchors
        .iter()
        .filter_map(|a| anchor_from_trusted_cert(a).ok())
        .collect();
    let rest: Vec<CertificateDer<'_>> = case
        .chain
        .iter()
        .skip(1)
        .map(|c| CertificateDer::from(c.as_slice()))
        .collect();
    let leaf = CertificateDer::from(case.chain.first().map(Vec::as_slice).unwrap_or_default());
    let verdict = EndEntityCert::try_from(&leaf).and_then(|leaf| {
        let at = UnixTime::since_unix_epoch(Duration::from_secs(case.at.unsigned_abs()));
        leaf.verify_for_usage(algorithms, &anchors, &rest, at, KeyUsage::server_auth(), None, None)?;
        match case
            .host
            .as_deref()
            .map(|h| ServerName::try_from(h.trim_matches(['[', ']'])))
        {
            None => Ok(()),
            Some(Ok(name)) => leaf.verify_is_valid_for_subject_name(&name),
            Some(Err(_)) => Err(webpki::Error::MalformedDnsIdentifier),
        }
    });
    match verdict {
        Ok(()) => "accepted".into(),
        Err(error) => {
            let text = format!("{error:?}");
            text.split([' ', '(', '{']).next().unwrap_or_default().to_owned()
        }
    }
}

/// Writes `real.tsv` and `roots.txt`; returns the number of chains.
fn write_real(dir: &Path) -> std::io::Result<usize> {
    let real = corpus::real::real_corpus(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.."));
    let list = |certs: &[Vec<u8>], separator| certs.iter().map(|c| base64(c)).collect::<Vec<_>>().join(separator);
    let mut tsv = String::new();
    for case in &real.cases {
        let (id, digest, at, auth_type) = (&case.id, case.digest(), case.at, case.auth_type);
        let host = case.host.as_deref().unwrap_or("-");
        let sent = list(&case.chain, ",");
        writeln!(tsv, "{id}\t{digest}\t{at}\t{host}\t{auth_type}\t-\t{sent}\troots\town\town").expect("a string");
    }
    std::fs::write(dir.join("real.tsv"), tsv)?;
    std::fs::write(dir.join("roots.txt"), list(&real.roots, "\n"))?;
    Ok(real.cases.len())
}

fn main() -> std::io::Result<()> {
    let dir = std::env::args().nth(1).expect("a directory to write into");
    let dir = Path::new(&dir);
    std::fs::create_dir_all(dir.join("keys"))?;
    std::fs::create_dir_all(dir.join("pem"))?;
    let cases = corpus::corpus();
    let (mut tsv, mut webpki, mut openssl) = (String::new(), String::new(), String::new());
    for (n, case) in cases.iter().enumerate() {
        let list = |certs: &[Vec<u8>]| certs.iter().map(|c| base64(c)).collect::<Vec<_>>().join(",");
        let key = case.leaf_key.unwrap_or("-");
        if key != "-" {
            std::fs::write(dir.join(format!("keys/{key}.pk8")), &corpus::keys::key(key).pkcs8)?;
            std::fs::write(dir.join(format!("keys/{key}.spki")), &corpus::keys::key(key).spki)?;
        }
        let host = case.host.as_deref().unwrap_or("-");
        let marks = |hashes: &[String]| match hashes {
            [] => "-".to_owned(),
            hashes => hashes.join(","),
        };
        let (blocked, distrusted) = (marks(&case.blocked), marks(&case.distrusted));
        let (id, at) = (&case.id, case.at);
        let (sent, trusted) = (list(&case.chain), list(&case.anchors));
        writeln!(
            tsv,
            "{id}\t{}\t{at}\t{host}\t{}\t{key}\t{sent}\t{trusted}\t{blocked}\t{distrusted}",
            case.digest(),
            case.auth_type
        )
        .expect("a string");
        writeln!(webpki, "{id}\t{}", webpki_says(case)).expect("a string");
        writeln!(openssl, "{n}\t{id}\t{at}\t{host}").expect("a string");
        std::fs::write(
            dir.join(format!("pem/{n}.leaf.pem")),
            pem(&case.chain[..1.min(case.chain.len())]),
        )?;
        std::fs::write(
            dir.join(format!("pem/{n}.rest.pem")),
            pem(case.chain.get(1..).unwrap_or_default()),
        )?;
        std::fs::write(dir.join(format!("pem/{n}.anchors.pem")), pem(&case.anchors))?;
    }
    std::fs::write(dir.join("corpus.tsv"), tsv)?;
    std::fs::write(dir.join("webpki.tsv"), webpki)?;
    std::fs::write(dir.join("openssl.tsv"), openssl)?;
    println!(
        "{} chains from {} deviations, {} real chains",
        cases.len(),
        corpus::deviations::all().len(),
        write_real(dir)?
    );
    Ok(())
}
