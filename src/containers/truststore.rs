//! Writes a truststore for Java: a PKCS#12 file with trusted certificates and no key.
//!
//! The certificates are not encrypted, and the password protects only the checksum, so the password
//! is [`PASSWORD`], Java's usual one. Each certificate has Oracle's attribute for trusted
//! certificates, without which Java ignores it. The same certificates give the same bytes: the salt
//! is a hash of the content.
//!
//! # References
//! - [RFC 7292 §4](https://www.rfc-editor.org/rfc/rfc7292#section-4)
//! - The JDK's `sun.security.pkcs12.PKCS12KeyStore`

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use super::attribute::{FRIENDLY_NAME, TRUSTED_KEY_USAGE};
use super::kdf::{self, Hash, Purpose};
use super::pbe::Secret;
use super::{Bounds, ContainerError};
use crate::der::strict::encode;
use crate::der::tag::{CONTEXT_0, INTEGER, OCTET_STRING, OID, SEQUENCE, SET};

/// The password of the file.
pub const PASSWORD: &str = "changeit";

/// The iterations of the checksum's key. The password is public, so more would protect nothing.
const ITERATIONS: u16 = 10_000;

const NULL: &[u8] = &[5, 0];
const BMP_STRING: u8 = 0x1e;
/// 1.2.840.113549.1.7.1, data.
const DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];
/// 1.2.840.113549.1.12.10.1.3, certBag.
const CERT_BAG: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01, 0x03];
/// 1.2.840.113549.1.9.22.1, x509Certificate.
const X509: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x16, 0x01];
/// 2.5.29.37.0, anyExtendedKeyUsage.
const ANY_USAGE: &[u8] = &[0x55, 0x1d, 0x25, 0x00];
/// 1.3.14.3.2.26, SHA-1: every release of Java can check it.
const SHA1: &[u8] = &[0x2b, 0x0e, 0x03, 0x02, 0x1a];

/// Writes certificates, each with its alias, as a truststore.
///
/// # Errors
/// [`ContainerError`] if the checksum cannot be made, which does not happen with these parameters.
pub fn write_truststore(certificates: &[(String, &[u8])]) -> Result<Vec<u8>, ContainerError> {
    let bags: Vec<Vec<u8>> = certificates.iter().map(|(alias, der)| bag(alias, der)).collect();
    let bags: Vec<&[u8]> = bags.iter().map(Vec::as_slice).collect();
    let safe = content(&encode(SEQUENCE, &bags));
    let safes = encode(SEQUENCE, &[&safe]);
    let salt: Vec<u8> = Sha256::digest(&safes).iter().take(20).copied().collect();
    let mut bounds = Bounds {
        certificates: 0,
        iterations: u64::from(ITERATIONS),
        max_iterations: u64::from(ITERATIONS),
    };
    let secret = Secret::new(PASSWORD);
    let form = secret.wide.first().ok_or(ContainerError::Damaged)?;
    let iterations = u64::from(ITERATIONS);
    let key = kdf::pkcs12(
        Hash::Sha1,
        form,
        &salt,
        Purpose::Mac,
        iterations,
        Hash::Sha1.size(),
        &mut bounds,
    )?;
    let mac = Hmac::<Sha1>::new_from_slice(&key).map_err(|_| ContainerError::Damaged)?;
    let digest = mac.chain_update(&safes).finalize().into_bytes();
    let algorithm = encode(SEQUENCE, &[&encode(OID, &[SHA1]), NULL]);
    let info = encode(SEQUENCE, &[&algorithm, &encode(OCTET_STRING, &[&digest])]);
    let iterations = encode(INTEGER, &[&ITERATIONS.to_be_bytes()]);
    let mac = encode(SEQUENCE, &[&info, &encode(OCTET_STRING, &[&salt]), &iterations]);
    Ok(encode(SEQUENCE, &[&encode(INTEGER, &[&[3]]), &content(&safes), &mac]))
}

/// ContentInfo of the type data.
fn content(data: &[u8]) -> Vec<u8> {
    let explicit = encode(CONTEXT_0, &[&encode(OCTET_STRING, &[data])]);
    encode(SEQUENCE, &[&encode(OID, &[DATA]), &explicit])
}

/// A SafeBag with a certificate and its attributes.
fn bag(alias: &str, der: &[u8]) -> Vec<u8> {
    let explicit = encode(CONTEXT_0, &[&encode(OCTET_STRING, &[der])]);
    let certificate = encode(SEQUENCE, &[&encode(OID, &[X509]), &explicit]);
    let name: Vec<u8> = alias.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let name = attribute(FRIENDLY_NAME, &encode(BMP_STRING, &[&name]));
    let usage = attribute(TRUSTED_KEY_USAGE, &encode(OID, &[ANY_USAGE]));
    let attributes = encode(SET, &[&name, &usage]);
    let value = encode(CONTEXT_0, &[&certificate]);
    encode(SEQUENCE, &[&encode(OID, &[CERT_BAG]), &value, &attributes])
}

fn attribute(oid: &[u8], value: &[u8]) -> Vec<u8> {
    encode(SEQUENCE, &[&encode(OID, &[oid]), &encode(SET, &[value])])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::containers::{ContainerKind, Integrity, open};

    #[test]
    fn a_written_truststore_is_read_back_with_trusted_certificates_only() {
        let der: &[u8] = &[0x30, 1, 7];
        let other: &[u8] = &[0x30, 1, 8];
        let file = write_truststore(&[("Root Ä".to_owned(), der), ("other".to_owned(), other)]).unwrap();
        let mut bounds = Bounds {
            certificates: 10,
            iterations: 100_000,
            max_iterations: 100_000,
        };
        let opened = open(ContainerKind::Pkcs12, &file, &[PASSWORD], &mut bounds).unwrap();
        assert_eq!(opened.integrity, Integrity::Verified);
        assert!(opened.keys.is_empty() && opened.certificates.iter().all(|stored| stored.trusted));
        let read: Vec<_> = opened
            .certificates
            .iter()
            .map(|s| (s.alias.as_deref(), s.der.as_ref()))
            .collect();
        assert_eq!(read, [(Some("Root Ä"), der), (Some("other"), other)]);
        let wrong = open(ContainerKind::Pkcs12, &file, &["wrong"], &mut bounds).unwrap();
        assert_eq!(wrong.integrity, Integrity::Failed);
    }
}
