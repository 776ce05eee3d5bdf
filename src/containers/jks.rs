//! Reads Java keystores (JKS and JCEKS).
//!
//! It returns the certificates, which these formats do not encrypt, with their aliases. It skips
//! private keys. It checks the checksum if there is a password.
//!
//! # References
//! - The JDK's `sun.security.provider.JavaKeyStore` and `com.sun.crypto.provider.JceKeyStore`
//!   (`engineLoad`)

use bytes::{Buf as _, Bytes, TryGetError};
use sha1::{Digest, Sha1};

use super::kdf::widened;
use super::{Bounds, ContainerError, Integrity, KeyForm, MAX_NAME, Opened, Stored};

const JKS: u32 = 0xfeed_feed;
const JCEKS: u32 = 0xcece_cece;
/// The checksum hashes the password, this text and the content.
const SALT: &[u8] = b"Mighty Aphrodite";
const DIGEST: usize = 20;
/// The most steps for one keystore. Each entry, each certificate and each position tried after a
/// secret key is a step. Java's `cacerts`, the largest known keystore, has 150 entries.
const MAX_STEPS: u32 = 500_000;
/// The most keys listed.
const MAX_KEYS: usize = 1_000;

impl From<TryGetError> for ContainerError {
    fn from(_: TryGetError) -> Self {
        Self::Truncated
    }
}

/// Takes a length, a big-endian number of `digits` bytes, and the field of that length after it.
fn take_sized<'a>(rest: &mut &'a [u8], digits: usize) -> Result<&'a [u8], ContainerError> {
    let length = usize::try_from(rest.try_get_uint(digits)?).map_err(|_| ContainerError::Damaged)?;
    rest.split_off(..length).ok_or(ContainerError::Truncated)
}

/// The content read so far.
struct Store {
    typed: bool,
    /// Certificates in the chains of private keys.
    chains: Vec<Stored>,
    /// Trusted certificates.
    trusted: Vec<Stored>,
    more: u64,
    keys: Vec<(KeyForm, Option<String>)>,
    max: usize,
    steps: u32,
}

/// Reads a keystore.
pub(crate) fn open(data: &[u8], passwords: &[&str], bounds: &mut Bounds) -> Result<Opened, ContainerError> {
    let (body, digest) = match data
        .len()
        .checked_sub(DIGEST)
        .and_then(|end| data.split_at_checked(end))
    {
        Some(parts) => parts,
        None => return Err(ContainerError::Truncated),
    };
    let mut rest = body;
    let magic = rest.try_get_u32()?;
    let version = rest.try_get_u32()?;
    if ![JKS, JCEKS].contains(&magic) || !matches!(version, 1 | 2) {
        return Err(ContainerError::Damaged);
    }
    let count = rest.try_get_u32()?;
    let mut store = Store {
        typed: version == 2,
        chains: Vec::new(),
        trusted: Vec::new(),
        more: 0,
        keys: Vec::new(),
        max: bounds.certificates,
        steps: MAX_STEPS,
    };
    // If the file is cut off or damaged, keep the entries before that point.
    let unread = store.entries(&mut rest, count).err();
    if let Some(why) = &unread
        && store.chains.is_empty()
        && store.trusted.is_empty()
    {
        return Err(why.clone());
    }
    let right = |password: &&str| {
        let wide = widened(password.encode_utf16());
        let password = wide.get(..wide.len().saturating_sub(2)).unwrap_or_default();
        Sha1::new()
            .chain_update(password)
            .chain_update(SALT)
            .chain_update(body)
            .finalize()
            .as_slice()
            == digest
    };
    let integrity = match passwords.iter().take(64).any(right) {
        true => Integrity::Verified,
        false if passwords.is_empty() => Integrity::Unchecked,
        false => Integrity::Failed,
    };
    Ok(Opened {
        certificates: store.chains.into_iter().chain(store.trusted).collect(),
        more_certificates: store.more,
        keys: store.keys,
        integrity,
        unread,
    })
}

impl Store {
    fn entries(&mut self, rest: &mut &[u8], count: u32) -> Result<(), ContainerError> {
        for done in 0..count {
            self.step()?;
            let tag = rest.try_get_u32()?;
            let alias = alias(take_sized(rest, 2)?);
            rest.try_get_u64()?;
            match tag {
                1 => {
                    take_sized(rest, 4)?;
                    self.key(KeyForm::Encrypted, alias.clone());
                    for place in 0..rest.try_get_u32()? {
                        self.certificate(rest, alias.as_ref(), Some(place))?;
                    }
                }
                2 => self.certificate(rest, alias.as_ref(), None)?,
                3 => {
                    self.key(KeyForm::Secret, alias);
                    self.skip_object(rest, count - done - 1)?;
                }
                _ => return Err(ContainerError::Damaged),
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), ContainerError> {
        self.steps = self.steps.checked_sub(1).ok_or(ContainerError::Damaged)?;
        Ok(())
    }

    fn key(&mut self, form: KeyForm, alias: Option<String>) {
        if self.keys.len() < MAX_KEYS {
            self.keys.push((form, alias));
        }
    }

    /// Reads a certificate; `of_key` is its place in the chain of a private key.
    fn certificate(
        &mut self,
        rest: &mut &[u8],
        alias: Option<&String>,
        of_key: Option<u32>,
    ) -> Result<(), ContainerError> {
        self.step()?;
        if self.typed {
            take_sized(rest, 2)?;
        }
        let der = take_sized(rest, 4)?;
        if self.chains.len() + self.trusted.len() >= self.max {
            self.more += 1;
        } else {
            let list = match of_key {
                Some(_) => &mut self.chains,
                None => &mut self.trusted,
            };
            list.push(Stored {
                der: Bytes::copy_from_slice(der),
                alias: alias.cloned(),
                trusted: of_key.is_none_or(|place| place == 0),
            });
        }
        Ok(())
    }

    /// Skips a secret key, a serialized Java object without a length. Searches for the start of the
    /// next entry; skips the rest of the file if `left`, the number of remaining entries, is 0.
    fn skip_object(&mut self, rest: &mut &[u8], left: u32) -> Result<(), ContainerError> {
        if left == 0 {
            *rest = &[];
            return Ok(());
        }
        let data = *rest;
        for at in memchr::memmem::find_iter(data, &[0, 0, 0]) {
            let tail = data.get(at..).unwrap_or_default();
            if matches!(tail, [0, 0, 0, 1..=3, ..]) && self.is_plausible(tail)? {
                *rest = tail;
                return Ok(());
            }
        }
        Err(ContainerError::Truncated)
    }

    /// Whether an entry can start here: a kind, an alias of printable text, a date before 2500 and
    /// a plausible content.
    fn is_plausible(&mut self, mut rest: &[u8]) -> Result<bool, ContainerError> {
        self.step()?;
        let mut entry = || -> Result<bool, ContainerError> {
            let tag = rest.try_get_u32()?;
            let alias = take_sized(&mut rest, 2)?;
            let text = std::str::from_utf8(alias).is_ok_and(|text| !text.chars().any(char::is_control));
            // Milliseconds since 1970.
            if !text || rest.try_get_u64()? > 16_725_225_600_000 {
                return Ok(false);
            }
            Ok(match tag {
                1 => take_sized(&mut rest, 4)?.first() == Some(&0x30),
                2 if self.typed => take_sized(&mut rest, 2)? == b"X.509",
                2 => take_sized(&mut rest, 4)?.first() == Some(&0x30),
                _ => rest.starts_with(&[0xac, 0xed]),
            })
        };
        Ok(entry().unwrap_or(false))
    }
}

/// Returns an alias, cut at [`MAX_NAME`] characters; `None` if it is empty.
///
/// Java's modified UTF-8 differs from UTF-8 only in characters that aliases do not have.
fn alias(bytes: &[u8]) -> Option<String> {
    let text: String = String::from_utf8_lossy(bytes).chars().take(MAX_NAME).collect();
    (!text.is_empty()).then_some(text)
}
