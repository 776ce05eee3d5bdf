//! Password-based encryption as PKCS#12 files use it. Contract: reads an AlgorithmIdentifier, tries a password in each
//! form that some program hands to the cipher, and pays for every derivation out of the bounds.
//!
//! # References
//! - [RFC 7292 Appendix C](https://www.rfc-editor.org/rfc/rfc7292#appendix-C), the six schemes of PKCS#12
//! - [RFC 8018 A.4](https://www.rfc-editor.org/rfc/rfc8018#appendix-A.4), PBES2; B.1 and B.2, its functions

use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::kdf::{self, Hash, Purpose, widened};
use super::{Bounds, ContainerError};
use crate::der::ber::Reader;
use crate::der::tag::{INTEGER, OCTET_STRING, OID, SEQUENCE};

/// A password in the forms in which programs use it.
pub(crate) struct Secret {
    /// For PKCS#12's own derivation: UTF-16 with a final zero.
    pub wide: Vec<Zeroizing<Vec<u8>>>,
    /// For PBKDF2: bytes.
    pub raw: Vec<Zeroizing<Vec<u8>>>,
}

impl Secret {
    /// The forms of `password`: in UTF-16; as older openssl has it, each byte of its UTF-8 widened; in UTF-8 and, where
    /// a console was not UTF-8, in Latin-1.
    pub fn new(password: &str) -> Self {
        let mut secret = Self {
            wide: vec![widened(password.encode_utf16())],
            raw: vec![Zeroizing::new(password.as_bytes().to_vec())],
        };
        if !password.is_ascii() {
            secret.wide.push(widened(password.bytes().map(u16::from)));
            let latin: Option<Vec<u8>> = password.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
            secret.raw.extend(latin.map(Zeroizing::new));
        }
        secret
    }

    /// The empty password (two zero bytes), and none at all (no byte): programs differ over which they mean.
    pub fn empty() -> Self {
        let none = || Zeroizing::new(Vec::new());
        Self {
            wide: vec![widened(std::iter::empty()), none()],
            raw: vec![none()],
        }
    }
}

/// How something is encrypted.
#[derive(Debug)]
pub(crate) enum Scheme {
    /// PKCS#12's own, with SHA-1.
    Pkcs12 { cipher: Cipher, salt: Vec<u8>, rounds: u64 },
    /// PBES2 with PBKDF2.
    Pbes2 {
        cipher: Cipher,
        iv: Vec<u8>,
        hash: Hash,
        salt: Vec<u8>,
        rounds: u64,
    },
}

/// 1.2.840.113549.1.12.1, the arc of PKCS#12's schemes.
const PKCS12_PBE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01];
/// 1.2.840.113549.1.5.13.
const PBES2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d];
/// 1.2.840.113549.1.5.12.
const PBKDF2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0c];
/// 1.2.840.113549.2, the arc of HMACs.
const RSADSI_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02];
/// 1.2.840.113549.3.7.
const DES_EDE3_CBC: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x03, 0x07];
/// 2.16.840.1.101.3.4.1, the arc of AES.
const AES: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01];

/// The error that names an algorithm by its dotted identifier.
pub(crate) fn unsupported(oid: &[u8]) -> ContainerError {
    let named = Some(oid)
        .filter(|oid| oid.len() <= 32)
        .and_then(crate::der::oid::dotted);
    let algorithm = named.unwrap_or_default();
    ContainerError::Unsupported { algorithm }
}

/// Reads an AlgorithmIdentifier of password-based encryption.
pub(crate) fn scheme(mut algorithm: Reader<'_>) -> Result<Scheme, ContainerError> {
    let oid = algorithm.take(OID)?;
    let mut params = algorithm.enter(SEQUENCE)?;
    if oid == PBES2 {
        return pbes2(params);
    }
    let cipher = match oid.strip_prefix(PKCS12_PBE) {
        Some([3]) => Cipher::TripleDes { keys: 3 },
        Some([4]) => Cipher::TripleDes { keys: 2 },
        Some([5]) => Cipher::Rc2 { bits: 128 },
        Some([6]) => Cipher::Rc2 { bits: 40 },
        _ => return Err(unsupported(oid)),
    };
    let salt = params.octets(OCTET_STRING)?.into_owned();
    Ok(Scheme::Pkcs12 {
        cipher,
        salt,
        rounds: params.integer()?,
    })
}

fn pbes2(mut params: Reader<'_>) -> Result<Scheme, ContainerError> {
    let (hash, salt, rounds) = pbkdf2_params(params.enter(SEQUENCE)?)?;
    let mut encryption = params.enter(SEQUENCE)?;
    let oid = encryption.take(OID)?;
    let cipher = match oid {
        DES_EDE3_CBC => Cipher::TripleDes { keys: 3 },
        _ => match oid.strip_prefix(AES) {
            Some([2]) => Cipher::Aes128,
            Some([22]) => Cipher::Aes192,
            Some([42]) => Cipher::Aes256,
            _ => return Err(unsupported(oid)),
        },
    };
    let iv = encryption.octets(OCTET_STRING)?.into_owned();
    if iv.len() != cipher.iv_size() {
        return Err(ContainerError::Damaged);
    }
    Ok(Scheme::Pbes2 {
        cipher,
        iv,
        hash,
        salt,
        rounds,
    })
}

/// PBKDF2's own identifier and parameters; its key length must be what the cipher takes anyway.
pub(crate) fn pbkdf2_params(mut kdf: Reader<'_>) -> Result<(Hash, Vec<u8>, u64), ContainerError> {
    let oid = kdf.take(OID)?;
    if oid != PBKDF2 {
        return Err(unsupported(oid));
    }
    let mut params = kdf.enter(SEQUENCE)?;
    let salt = params.octets(OCTET_STRING)?.into_owned();
    let rounds = params.integer()?;
    if params.peek() == Some(INTEGER) {
        params.integer()?;
    }
    let hash = match params.peek() {
        Some(_) => hmac_hash(params.enter(SEQUENCE)?.take(OID)?)?,
        None => Hash::Sha1,
    };
    Ok((hash, salt, rounds))
}

/// The hash function of an HMAC's identifier.
pub(crate) fn hmac_hash(oid: &[u8]) -> Result<Hash, ContainerError> {
    match oid.strip_prefix(RSADSI_DIGEST) {
        Some([7]) => Ok(Hash::Sha1),
        Some([8]) => Ok(Hash::Sha224),
        Some([9]) => Ok(Hash::Sha256),
        Some([10]) => Ok(Hash::Sha384),
        Some([11]) => Ok(Hash::Sha512),
        _ => Err(unsupported(oid)),
    }
}

impl Scheme {
    /// The plain text under `secret` for which `fits` is true; `None` if the password does not fit.
    pub fn decrypt(
        &self,
        secret: &Secret,
        data: &[u8],
        fits: impl Fn(&[u8]) -> bool,
        bounds: &mut Bounds,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, ContainerError> {
        let forms = match self {
            Self::Pkcs12 { .. } => &secret.wide,
            Self::Pbes2 { .. } => &secret.raw,
        };
        for form in forms {
            let plain = match self {
                Self::Pkcs12 { cipher, salt, rounds } => {
                    let mut derive = |purpose, len| kdf::pkcs12(Hash::Sha1, form, salt, purpose, *rounds, len, bounds);
                    let key = derive(Purpose::Key, cipher.key_size())?;
                    let iv = derive(Purpose::Iv, cipher.iv_size())?;
                    cipher.decrypt(&key, &iv, data)
                }
                Self::Pbes2 {
                    cipher,
                    iv,
                    hash,
                    salt,
                    rounds,
                } => {
                    let key = kdf::pbkdf2(*hash, form, salt, *rounds, cipher.key_size(), bounds)?;
                    cipher.decrypt(&key, iv, data)
                }
            };
            if let Some(plain) = plain.filter(|plain| fits(plain)) {
                return Ok(Some(plain));
            }
        }
        Ok(None)
    }
}
