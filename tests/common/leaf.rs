//! Leaves under certificates whose private keys are not available, and a verifier that accepts
//! their signatures.

use super::Remembering;
use bytes::Bytes;
use sslengine_doctor::cert::Certificate;
use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier};

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut out = vec![tag];
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => out.push(short),
        _ => {
            out.push(0x82);
            out.extend(u16::try_from(length).unwrap().to_be_bytes());
        }
    }
    out.extend_from_slice(content);
    out
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

fn extension(oid: &[u8], value: &[u8]) -> Vec<u8> {
    sequence(&[&tlv(6, oid), &tlv(4, value)])
}

/// The last number of a signature algorithm below 1.2.840.113549.1.1.
pub const SHA1_WITH_RSA: u8 = 5;
pub const SHA256_WITH_RSA: u8 = 11;

/// A leaf of 2026 with another certificate's key, the given issuer and the issuer's key identifier;
/// its signature is random.
pub fn below(issuer: &Certificate, key_of: &Certificate) -> Vec<u8> {
    below_as(issuer, key_of, "leaf.example.com", SHA256_WITH_RSA)
}

/// The same for a name and a signature algorithm.
pub fn below_as(issuer: &Certificate, key_of: &Certificate, name: &str, algorithm: u8) -> Vec<u8> {
    let common_name = sequence(&[&tlv(6, &[0x55, 4, 3]), &tlv(12, name.as_bytes())]);
    let subject = sequence(&[&tlv(0x31, &common_name)]);
    let san = extension(&[0x55, 0x1d, 17], &sequence(&[&tlv(0x82, name.as_bytes())]));
    let aki = issuer.extensions.ski.as_ref();
    let aki = aki.map(|id| extension(&[0x55, 0x1d, 35], &sequence(&[&tlv(0x80, id)])));
    let extensions = [san, aki.unwrap_or_default()].concat();
    certificate(issuer.subject.der(), &subject, &key_of.spki, &extensions, algorithm)
}

/// The self-signed version of a CA certificate; its signature is random.
pub fn self_signed(authority: &Certificate) -> Vec<u8> {
    let name = authority.subject.der();
    let basic = extension(&[0x55, 0x1d, 19], &sequence(&[&tlv(1, &[0xff])]));
    certificate(name, name, &authority.spki, &basic, SHA256_WITH_RSA)
}

fn certificate(issuer: &[u8], subject: &[u8], spki: &[u8], extensions: &[u8], algorithm: u8) -> Vec<u8> {
    let algorithm = sequence(&[&tlv(6, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, algorithm]), &[5, 0]]);
    let validity = sequence(&[&tlv(23, b"260101000000Z"), &tlv(23, b"270101000000Z")]);
    let tbs = sequence(&[
        &tlv(0xa0, &tlv(2, &[2])),
        &tlv(2, &[1]),
        &algorithm,
        issuer,
        &validity,
        subject,
        spki,
        &tlv(0xa3, &sequence(&[extensions])),
    ]);
    sequence(&[&tbs, &algorithm, &tlv(3, &[&[0][..], &[0x5a; 256]].concat())])
}

/// Accepts certain messages as signed by one key each; delegates all others to the real verifier.
pub struct Pretends(pub Vec<(Bytes, Bytes)>);

impl Verifier for Pretends {
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer {
        match self.0.iter().find(|(message, _)| *message == check.message) {
            Some((_, key)) if *key == check.spki => SignatureAnswer::Valid,
            Some(_) => SignatureAnswer::Invalid,
            None => Remembering.verify(check),
        }
    }
}
