//! Key stores and archives: the files that hold certificates behind a cipher, a checksum or compression.
//!
//! In: the bytes of a PKCS#12 file, a Java key store or a ZIP archive, and passwords. Out: certificates as DER with the
//! names they bear, or files with theirs; how many private keys there are; whether the file is whole. Private keys stay
//! encrypted; unencrypted ones are skipped, and what was decrypted around them is cleared. Any bytes are taken;
//! nothing panics; key derivation and inflation are bounded by [`Bounds`]; memory stays within a small multiple of the file.
//!
//! The types are always here, the readers only with the feature `containers`: the page's first engine file names such
//! files, the second opens them.
//!
//! # References
//! - [RFC 7292](https://www.rfc-editor.org/rfc/rfc7292), PKCS#12 v1.1
//! - [RFC 8018](https://www.rfc-editor.org/rfc/rfc8018), PKCS#5 v2.1; [RFC 9579](https://www.rfc-editor.org/rfc/rfc9579), PBMAC1

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use serde::Serialize;
use thiserror::Error;

mod password;

#[cfg(feature = "containers")]
mod attribute;
#[cfg(feature = "containers")]
mod cipher;
#[cfg(feature = "containers")]
mod jks;
#[cfg(feature = "containers")]
mod kdf;
#[cfg(feature = "containers")]
mod mac;
#[cfg(feature = "containers")]
mod order;
#[cfg(feature = "containers")]
mod pbe;
#[cfg(feature = "containers")]
mod pkcs12;
#[cfg(feature = "containers")]
pub mod zip;

pub use password::Passwords;

/// A kind of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContainerKind {
    /// PKCS#12 (`.p12`, `.pfx`), Java's since version 9 among them.
    Pkcs12,
    /// A Java key store of the kinds JKS and JCEKS.
    JavaKeyStore,
    /// A ZIP archive.
    Zip,
}

/// What the file's checksum over its content says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Integrity {
    /// It is right.
    Verified,
    /// There is none, or no password was given to compute it with.
    Unchecked,
    /// It is wrong, or the password is; the certificates could be read all the same.
    Failed,
}

/// The form of a private or secret key, which is skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyForm {
    /// A private key under a password of its own.
    Encrypted,
    /// An unencrypted private key.
    Plain,
    /// Something else that is secret: a symmetric key, a password.
    Secret,
}

/// A certificate in a key store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its DER, unchanged.
    pub der: Bytes,
    /// Its alias or friendly name, cut at [`MAX_NAME`] characters.
    pub alias: Option<String>,
}

/// What a key store holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Certificates: those that belong to a private key first, each followed by its issuers; then the others as they stand.
    pub certificates: Vec<Stored>,
    /// Certificates beyond [`Bounds::certificates`].
    pub more_certificates: u64,
    /// Keys, which were skipped.
    pub keys: Vec<(KeyForm, Option<String>)>,
    /// Whether the file is as it was written.
    pub integrity: Integrity,
    /// Why a part of the file stayed shut, if one did.
    pub shut: Option<ContainerError>,
}

/// Why a container, or a part of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ContainerError {
    /// It is encrypted.
    #[error("a password is needed")]
    PasswordNeeded {
        /// Whether passwords were given, none of which fits.
        wrong: bool,
    },
    /// It ends before its declared length.
    #[error("the file ends early")]
    Truncated,
    /// It is not built as such files are.
    #[error("the file is damaged")]
    Damaged,
    /// It is protected in a way that is not read here.
    #[error("not supported: {algorithm}")]
    Unsupported {
        /// Object identifier in dotted form, or a ZIP compression method's number.
        algorithm: String,
    },
    /// Its key derivation asks for more rounds than are granted.
    #[error("{rounds} rounds of key derivation are asked for")]
    TooManyRounds {
        /// Rounds asked for by this file, in one derivation.
        rounds: u64,
        /// Rounds granted, to all derivations together.
        max: u64,
    },
}

/// Characters of an alias that are kept: Windows writes up to 128.
pub const MAX_NAME: usize = 256;

/// What opening may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Certificates handed on.
    pub certificates: usize,
    /// Rounds of key derivation, all attempts together; opening counts it down.
    ///
    /// openssl writes 2,048, Java 10,000, careful people up to a million; ten million take some seconds.
    pub rounds: u64,
    /// The rounds granted at the start, for [`ContainerError::TooManyRounds`].
    pub max_rounds: u64,
}

/// Opens the key store `data`; tries `passwords` in turn, and, where there is none that fits, the empty one.
///
/// # Errors
/// [`ContainerError`] where no certificate could be read for a reason other than that there is none.
#[cfg(feature = "containers")]
pub fn open(
    kind: ContainerKind,
    data: &[u8],
    passwords: &[&str],
    bounds: &mut Bounds,
) -> Result<Opened, ContainerError> {
    match kind {
        ContainerKind::Pkcs12 => pkcs12::open(data, passwords, bounds),
        ContainerKind::JavaKeyStore => jks::open(data, passwords, bounds),
        ContainerKind::Zip => Err(ContainerError::Unsupported {
            algorithm: String::new(),
        }),
    }
}
