//! Reads PKCS#12 files of openssl, keytool and Windows.
//!
//! It returns certificates only. Private keys stay encrypted; unencrypted ones are listed, and
//! their decrypted data is cleared. Unencrypted parts need no password.
//!
//! The parser is our own, on RustCrypto's primitives: `docs/dependencies.md` says what the
//! available crates do not support.
//!
//! # References
//! - [RFC 7292 §4](https://www.rfc-editor.org/rfc/rfc7292#section-4)

use std::borrow::Cow;

use bytes::Bytes;

use super::attribute;
use super::mac::Checksum;
use super::order::{self, Labelled};
use super::pbe::{Scheme, Secret, scheme, unsupported};
use super::{Bounds, ContainerError, Integrity, KeyForm, Opened, Stored};
use crate::der::ber::Reader;
use crate::der::header::HeaderError;
use crate::der::tag::{CONTEXT_0, OCTET_STRING, OID, SEQUENCE};

/// 1.2.840.113549.1.7, the arc of PKCS#7: 1 data, 6 encryptedData.
const PKCS7: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
/// 1.2.840.113549.1.12.10.1, the arc of bags.
const BAG: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x0a, 0x01];
/// 1.2.840.113549.1.9.22.1.
const X509_CERTIFICATE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x16, 0x01];
/// How deep bags may nest in bags; no known program nests them.
const MAX_NESTING: u8 = 3;
/// The most keys listed, and the most encrypted parts read; real files have a handful.
const MAX_KEYS: usize = 1_000;

/// An encrypted part of the file.
struct Encrypted<'a> {
    scheme: Scheme,
    data: Cow<'a, [u8]>,
}

/// The content of the file's bags.
struct Contents {
    certificates: Vec<Labelled>,
    more: u64,
    keys: Vec<(KeyForm, Option<String>)>,
    key_ids: Vec<Vec<u8>>,
    max: usize,
}

impl From<HeaderError> for ContainerError {
    fn from(why: HeaderError) -> Self {
        match why {
            HeaderError::Short => Self::Truncated,
            HeaderError::Bad => Self::Damaged,
        }
    }
}

/// Reads a PKCS#12 file.
pub(crate) fn open(data: &[u8], passwords: &[&str], bounds: &mut Bounds) -> Result<Opened, ContainerError> {
    let mut pfx = Reader::new(data).enter(SEQUENCE)?;
    pfx.integer()?;
    let mut info = pfx.enter(SEQUENCE)?;
    let oid = info.take(OID)?;
    if oid.strip_prefix(PKCS7) != Some(&[1]) {
        return Err(unsupported(oid));
    }
    let content = info.enter(CONTEXT_0)?.octets(OCTET_STRING)?;
    let checksum = pfx.next()?.map(|mac| Checksum::read(Reader::new(mac.content)));
    let given = !passwords.is_empty();
    let secrets: Vec<Secret> = passwords
        .iter()
        .map(|p| Secret::new(p))
        .chain([Secret::empty()])
        .collect();

    let mut contents = Contents {
        certificates: Vec::new(),
        more: 0,
        keys: Vec::new(),
        key_ids: Vec::new(),
        max: bounds.certificates,
    };
    let mut unread = None;
    let mut encrypted = Vec::new();
    let mut safes = Reader::new(&content).enter(SEQUENCE)?;
    while let Some(safe) = safes.next()? {
        let mut safe = Reader::new(safe.content);
        let oid = safe.take(OID)?;
        match oid.strip_prefix(PKCS7) {
            Some([1]) => {
                let plain = safe.enter(CONTEXT_0)?.octets(OCTET_STRING)?;
                contents.safe(&plain, MAX_NESTING)?;
            }
            Some([6]) if encrypted.len() < MAX_KEYS => match encrypted_data(safe.enter(CONTEXT_0)?) {
                Ok(part) => encrypted.push(part),
                Err(why @ ContainerError::Unsupported { .. }) => unread = Some(why),
                Err(why) => return Err(why),
            },
            _ => unread = Some(unsupported(oid)),
        }
    }

    // The right password is the one whose MAC matches. If none matches, try to decrypt with each.
    let mut integrity = Integrity::Unchecked;
    let mut right = None;
    if let Some(Ok(checksum)) = &checksum
        && (given || !encrypted.is_empty())
    {
        match matching(checksum, &secrets, &content, bounds) {
            Ok(Some(index)) => (right, integrity) = (Some(index), Integrity::Verified),
            Ok(None) => integrity = Integrity::Failed,
            Err(why) => unread = Some(why),
        }
    }
    let tried = right.and_then(|index| secrets.get(index..=index)).unwrap_or(&secrets);
    for part in &encrypted {
        match part.open(tried, bounds) {
            Ok(Some(plain)) => contents.safe(&plain, MAX_NESTING)?,
            Ok(None) => unread = Some(ContainerError::PasswordNeeded { wrong: given }),
            Err(why) => unread = Some(why),
        }
    }
    if let Some(why) = unread.take_if(|_| contents.certificates.is_empty()) {
        return Err(why);
    }
    // If nothing is encrypted, the password may be wrong: a MAC that does not match proves nothing.
    if integrity == Integrity::Failed && encrypted.is_empty() {
        integrity = Integrity::Unchecked;
    }
    Ok(Opened {
        certificates: order::sort(contents.certificates, &contents.key_ids),
        more_certificates: contents.more,
        keys: contents.keys,
        integrity,
        unread,
    })
}

/// Returns the index of the first secret whose MAC matches.
fn matching(
    checksum: &Checksum,
    secrets: &[Secret],
    content: &[u8],
    bounds: &mut Bounds,
) -> Result<Option<usize>, ContainerError> {
    for (index, secret) in secrets.iter().enumerate() {
        if checksum.matches(secret, content, bounds)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

/// Reads EncryptedData ([RFC 5652 §8](https://www.rfc-editor.org/rfc/rfc5652#section-8)).
fn encrypted_data(mut explicit: Reader<'_>) -> Result<Encrypted<'_>, ContainerError> {
    let mut data = explicit.enter(SEQUENCE)?;
    data.integer()?;
    let mut info = data.enter(SEQUENCE)?;
    info.take(OID)?;
    let scheme = scheme(info.enter(SEQUENCE)?)?;
    Ok(Encrypted {
        scheme,
        data: info.octets(0x80)?,
    })
}

impl Encrypted<'_> {
    fn open(
        &self,
        secrets: &[Secret],
        bounds: &mut Bounds,
    ) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, ContainerError> {
        // With a wrong key, the padding is right once in 256 times: check the structure too.
        let fits = |plain: &[u8]| {
            let mut reader = Reader::new(plain);
            reader
                .enter(SEQUENCE)
                .is_ok_and(|mut bags| bags.peek().is_none() || bags.take(SEQUENCE).is_ok())
                && reader.peek().is_none()
        };
        for secret in secrets {
            if let Some(plain) = self.scheme.decrypt(secret, &self.data, fits, bounds)? {
                return Ok(Some(plain));
            }
        }
        Ok(None)
    }
}

impl Contents {
    /// Reads SafeContents.
    fn safe(&mut self, plain: &[u8], depth: u8) -> Result<(), ContainerError> {
        self.bags(Reader::new(plain).enter(SEQUENCE)?, depth)
    }

    fn bags(&mut self, mut bags: Reader<'_>, depth: u8) -> Result<(), ContainerError> {
        while let Some(bag) = bags.next()? {
            let Some((oid, mut value, attributes)) = attribute::bag(bag.content) else {
                continue;
            };
            match oid.strip_prefix(BAG) {
                Some([1]) => self.key(KeyForm::Plain, attributes),
                Some([2]) => self.key(KeyForm::Encrypted, attributes),
                Some([3]) => self.certificate(value, attributes),
                Some([5]) => self.key(KeyForm::Secret, attributes),
                Some([6]) if depth > 0 => self.bags(value.enter(SEQUENCE)?, depth - 1)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn key(&mut self, form: KeyForm, attributes: attribute::Attributes) {
        if self.keys.len() < MAX_KEYS {
            self.keys.push((form, attributes.name));
            self.key_ids.extend(attributes.key_id);
        }
    }

    fn certificate(&mut self, mut value: Reader<'_>, attributes: attribute::Attributes) {
        let Ok(mut bag) = value.enter(SEQUENCE) else { return };
        if bag.take(OID) != Ok(X509_CERTIFICATE) {
            return;
        }
        let Ok(der) = bag.enter(CONTEXT_0).and_then(|mut value| value.octets(OCTET_STRING)) else {
            return;
        };
        if self.certificates.len() >= self.max {
            self.more += 1;
            return;
        }
        let stored = Stored {
            der: Bytes::copy_from_slice(&der),
            alias: attributes.name.clone(),
            trusted: attributes.trusted,
        };
        self.certificates.push(Labelled { stored, attributes });
    }
}
