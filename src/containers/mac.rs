//! Checks the MAC of a PKCS#12 file with a password, in constant time.
//!
//! # References
//! - [RFC 7292 §4](https://www.rfc-editor.org/rfc/rfc7292#section-4), MacData;
//!   [RFC 9579](https://www.rfc-editor.org/rfc/rfc9579), PBMAC1

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use super::kdf::{self, Hash, Purpose};
use super::pbe::{self, Secret, unsupported};
use super::{Bounds, ContainerError};
use crate::der::ber::Reader;
use crate::der::tag::{INTEGER, OCTET_STRING, OID, SEQUENCE};

/// 1.3.14.3.2.26.
const SHA1: &[u8] = &[0x2b, 0x0e, 0x03, 0x02, 0x1a];
/// 2.16.840.1.101.3.4.2, the arc of SHA-2.
const SHA2: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02];
/// 1.2.840.113549.1.5.14.
const PBMAC1: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0e];

/// The MacData of a file.
#[derive(Debug)]
pub(crate) struct Checksum {
    /// The hash of the HMAC.
    hash: Hash,
    key: Key,
    digest: Vec<u8>,
}

#[derive(Debug)]
enum Key {
    Pkcs12 { salt: Vec<u8>, iterations: u64 },
    Pbkdf2 { prf: Hash, salt: Vec<u8>, iterations: u64 },
}

impl Checksum {
    /// Reads the content of a MacData.
    pub fn read(mut data: Reader<'_>) -> Result<Self, ContainerError> {
        let mut info = data.enter(SEQUENCE)?;
        let mut algorithm = info.enter(SEQUENCE)?;
        let digest = info.octets(OCTET_STRING)?.into_owned();
        let salt = data.octets(OCTET_STRING)?.into_owned();
        let iterations = if data.peek() == Some(INTEGER) {
            data.integer()?
        } else {
            1
        };
        let oid = algorithm.take(OID)?;
        if oid == PBMAC1 {
            let mut params = algorithm.enter(SEQUENCE)?;
            let (prf, salt, iterations) = pbe::pbkdf2_params(params.enter(SEQUENCE)?)?;
            let hash = pbe::hmac_hash(params.enter(SEQUENCE)?.take(OID)?)?;
            return Ok(Self {
                hash,
                key: Key::Pbkdf2 { prf, salt, iterations },
                digest,
            });
        }
        let hash = match (oid, oid.strip_prefix(SHA2)) {
            (SHA1, _) => Hash::Sha1,
            (_, Some([1])) => Hash::Sha256,
            (_, Some([2])) => Hash::Sha384,
            (_, Some([3])) => Hash::Sha512,
            (_, Some([4])) => Hash::Sha224,
            _ => return Err(unsupported(oid)),
        };
        Ok(Self {
            hash,
            key: Key::Pkcs12 { salt, iterations },
            digest,
        })
    }

    /// Whether the MAC of `content` matches with the password `secret`.
    pub fn matches(&self, secret: &Secret, content: &[u8], bounds: &mut Bounds) -> Result<bool, ContainerError> {
        // RFC 9579 §4: the MAC key is as long as the hash's output.
        let len = self.hash.size();
        let forms = match self.key {
            Key::Pkcs12 { .. } => &secret.wide,
            Key::Pbkdf2 { .. } => &secret.raw,
        };
        for form in forms {
            let key = match &self.key {
                Key::Pkcs12 { salt, iterations } => {
                    kdf::pkcs12(self.hash, form, salt, Purpose::Mac, *iterations, len, bounds)?
                }
                Key::Pbkdf2 { prf, salt, iterations } => kdf::pbkdf2(*prf, form, salt, *iterations, len, bounds)?,
            };
            let right = match self.hash {
                Hash::Sha1 => check::<Hmac<Sha1>>(&key, content, &self.digest),
                Hash::Sha224 => check::<Hmac<Sha224>>(&key, content, &self.digest),
                Hash::Sha256 => check::<Hmac<Sha256>>(&key, content, &self.digest),
                Hash::Sha384 => check::<Hmac<Sha384>>(&key, content, &self.digest),
                Hash::Sha512 => check::<Hmac<Sha512>>(&key, content, &self.digest),
            };
            if right {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn check<M: Mac + KeyInit>(key: &[u8], content: &[u8], digest: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(key).is_ok_and(|mac| mac.chain_update(content).verify_slice(digest).is_ok())
}
