//! Password-based encryption in PKCS#12 files.
//!
//! It reads the AlgorithmIdentifier and tries a password in each encoding that some program uses.
//! The iterations of every derivation are deducted from the [`Bounds`].
//!
//! # References
//! - [RFC 7292 Appendix C](https://www.rfc-editor.org/rfc/rfc7292#appendix-C), the six schemes of
//!   PKCS#12
//! - [RFC 8018 A.4](https://www.rfc-editor.org/rfc/rfc8018#appendix-A.4), PBES2; B.1 and B.2, its
//!   functions

use zeroize::Zeroizing;

use super::cipher::Cipher;
use super::kdf::{self, Hash, Purpose, widened};
use super::{Bounds, ContainerError};
use crate::der::ber::Reader;
use crate::der::tag::{INTEGER, OCTET_STRING, OID, SEQUENCE};

/// A password in the encodings that programs use.
pub(crate) struct Secret {
    /// For PKCS#12's own derivation: UTF-16 with a final zero.
    pub wide: Vec<Zeroizing<Vec<u8>>>,
    /// For PBKDF2: bytes.
    pub raw: Vec<Zeroizing<Vec<u8>>>,
}

impl Secret {
    /// Encodes a password in every form.
    ///
    /// For PKCS#12's own derivation: UTF-16, and each byte of its UTF-8 widened to 16 bits, as
    /// older openssl does. For PBKDF2: UTF-8, and Latin-1, as a console without UTF-8 passes it.
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

    /// Encodes the empty password. Some programs encode it as two zero bytes, others as no bytes.
    pub fn empty() -> Self {
        let none = || Zeroizing::new(Vec::new());
        Self {
            wide: vec![widened(std::iter::empty()), none()],
            raw: vec![none()],
        }
    }
}

/// An encryption scheme with its parameters.
#[derive(Debug)]
pub(crate) enum Scheme {
    /// PKCS#12's own scheme, with SHA-1.
    Pkcs12 {
        cipher: Cipher,
        salt: Vec<u8>,
        iterations: u64,
    },
    /// PBES2 with PBKDF2.
    Pbes2 {
        cipher: Cipher,
        iv: Vec<u8>,
        hash: Hash,
        salt: Vec<u8>,
        iterations: u64,
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

/// Returns an error that names the algorithm by its dotted identifier.
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
        iterations: params.integer()?,
    })
}

fn pbes2(mut params: Reader<'_>) -> Result<Scheme, ContainerError> {
    let (hash, salt, iterations) = pbkdf2_params(params.enter(SEQUENCE)?)?;
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
        iterations,
    })
}

/// Reads the AlgorithmIdentifier of PBKDF2: its hash, salt and iterations. Ignores its key length,
/// because the cipher determines that.
pub(crate) fn pbkdf2_params(mut kdf: Reader<'_>) -> Result<(Hash, Vec<u8>, u64), ContainerError> {
    let oid = kdf.take(OID)?;
    if oid != PBKDF2 {
        return Err(unsupported(oid));
    }
    let mut params = kdf.enter(SEQUENCE)?;
    let salt = params.octets(OCTET_STRING)?.into_owned();
    let iterations = params.integer()?;
    if params.peek() == Some(INTEGER) {
        params.integer()?;
    }
    let hash = match params.peek() {
        Some(_) => hmac_hash(params.enter(SEQUENCE)?.take(OID)?)?,
        None => Hash::Sha1,
    };
    Ok((hash, salt, iterations))
}

/// Returns the hash function of an HMAC, by its identifier.
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
    /// Decrypts `data` with the first encoding of `secret` for which `fits` accepts the plain text;
    /// `None` if the password is wrong.
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
                Self::Pkcs12 {
                    cipher,
                    salt,
                    iterations,
                } => {
                    let mut derive =
                        |purpose, len| kdf::pkcs12(Hash::Sha1, form, salt, purpose, *iterations, len, bounds);
                    let key = derive(Purpose::Key, cipher.key_size())?;
                    let iv = derive(Purpose::Iv, cipher.iv_size())?;
                    cipher.decrypt(&key, &iv, data)
                }
                Self::Pbes2 {
                    cipher,
                    iv,
                    hash,
                    salt,
                    iterations,
                } => {
                    let key = kdf::pbkdf2(*hash, form, salt, *iterations, cipher.key_size(), bounds)?;
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
