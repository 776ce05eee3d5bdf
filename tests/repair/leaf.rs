//! Leaves under certificates whose keys nobody here has, and a verifier that takes them for signed.

use sslengine_doctor::cert::Certificate;
use sslengine_doctor::verify::native::NativeVerifier;
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

/// A leaf of 2026 with the key of another, the given issuer, and the issuer's key identifier; its signature is noise.
pub fn below(issuer: &Certificate, key_of: &Certificate) -> Vec<u8> {
    let algorithm = sequence(&[&tlv(6, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11]), &[5, 0]]);
    let name = tlv(12, b"leaf.example.com");
    let subject = sequence(&[&tlv(0x31, &sequence(&[&tlv(6, &[0x55, 4, 3]), &name]))]);
    let validity = sequence(&[&tlv(23, b"260101000000Z"), &tlv(23, b"270101000000Z")]);
    let san = extension(&[0x55, 0x1d, 17], &sequence(&[&tlv(0x82, b"leaf.example.com")]));
    let aki = issuer.extensions.ski.as_ref();
    let aki = aki.map(|id| extension(&[0x55, 0x1d, 35], &sequence(&[&tlv(0x80, id)])));
    let extensions = tlv(0xa3, &sequence(&[&san, &aki.unwrap_or_default()]));
    let tbs = sequence(&[
        &tlv(0xa0, &tlv(2, &[2])),
        &tlv(2, &[1]),
        &algorithm,
        issuer.subject.der(),
        &validity,
        &subject,
        &key_of.spki,
        &extensions,
    ]);
    sequence(&[&tbs, &algorithm, &tlv(3, &[&[0][..], &[0x5a; 256]].concat())])
}

/// Takes one message for signed by one key; for all others it asks the real verifier.
pub struct Pretends {
    pub message: Vec<u8>,
    pub key: Vec<u8>,
}

impl Verifier for Pretends {
    fn verify(&self, check: &SignatureCheck) -> SignatureAnswer {
        if check.message == self.message {
            let signed = check.spki == self.key;
            return if signed {
                SignatureAnswer::Valid
            } else {
                SignatureAnswer::Invalid
            };
        }
        NativeVerifier.verify(check)
    }
}
