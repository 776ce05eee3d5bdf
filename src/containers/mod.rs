//! Opens keystores and archives that hold certificates.
//!
//! Input: the bytes of a PKCS#12 file, a Java keystore or a ZIP archive, and passwords. Output: of
//! a keystore, the certificates as DER with their aliases, the private keys that were skipped, and
//! whether the file's checksum is right; of an archive, its files with their names.
//!
//! Private keys stay encrypted. Unencrypted ones are skipped, and decrypted data around them is
//! cleared. Any bytes are accepted, and nothing panics. [`Bounds`] limits certificates and key
//! derivation; the caller of `zip::entries` limits inflation. Memory use stays within a small
//! multiple of the file's size.
//!
//! The types are always compiled, the readers only with the feature `containers`: the page's first
//! engine file only recognises such files, the second one opens them.
//!
//! # References
//! - [RFC 7292](https://www.rfc-editor.org/rfc/rfc7292), PKCS#12 v1.1
//! - [RFC 8018](https://www.rfc-editor.org/rfc/rfc8018), PKCS#5 v2.1; [RFC
//!   9579](https://www.rfc-editor.org/rfc/rfc9579), PBMAC1

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
mod truststore;
#[cfg(feature = "containers")]
pub mod zip;

pub use password::Passwords;
#[cfg(feature = "containers")]
pub use truststore::{PASSWORD as TRUSTSTORE_PASSWORD, write_truststore};

/// A kind of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContainerKind {
    /// PKCS#12 (`.p12`, `.pfx`), also Java's default since version 9.
    Pkcs12,
    /// A Java keystore in the format JKS or JCEKS.
    JavaKeyStore,
    /// A ZIP archive.
    Zip,
}

/// The result of the file's checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Integrity {
    /// It matches.
    Verified,
    /// It was not checked: there is no checksum, no password, or nothing to decide which is wrong.
    Unchecked,
    /// It does not match: the file was changed or the password is wrong. The certificates could be
    /// read anyway.
    Failed,
}

/// The form of a private or secret key that was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyForm {
    /// An encrypted private key.
    Encrypted,
    /// An unencrypted private key.
    Plain,
    /// Another secret, such as a symmetric key or a password.
    Secret,
}

/// A certificate in a keystore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its DER, unchanged.
    pub der: Bytes,
    /// Its alias or friendly name, cut at [`MAX_NAME`] characters.
    pub alias: Option<String>,
    /// Whether Java trusts it if this keystore is its truststore: it is a trusted entry, or the
    /// first certificate of a private key (`sun.security.validator.TrustStoreUtil`).
    pub trusted: bool,
}

/// The content of a keystore.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Certificates that belong to a private key, each followed by its issuers; then the others in
    /// the file's order.
    pub certificates: Vec<Stored>,
    /// How many certificates were left out because of [`Bounds::certificates`].
    pub more_certificates: u64,
    /// The keys that were skipped, with their aliases.
    pub keys: Vec<(KeyForm, Option<String>)>,
    /// The result of the file's checksum.
    pub integrity: Integrity,
    /// Why a part of the file could not be read; `None` if all of it was read.
    pub unread: Option<ContainerError>,
}

/// Why a container, or a part of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ContainerError {
    /// It is encrypted, and no password opens it.
    #[error("a password is needed")]
    PasswordNeeded {
        /// Whether passwords were given; then all of them are wrong.
        wrong: bool,
    },
    /// It ends before its declared length.
    #[error("the file ends early")]
    Truncated,
    /// Its structure is wrong.
    #[error("the file is damaged")]
    Damaged,
    /// It uses an encryption or compression algorithm that this program does not support.
    #[error("not supported: {algorithm}")]
    Unsupported {
        /// Object identifier in dotted form, or a ZIP compression method's number.
        algorithm: String,
    },
    /// Its key derivation needs more iterations than allowed.
    #[error("key derivation needs {iterations} iterations, but at most {max} are allowed")]
    #[serde(rename = "too-many-rounds")]
    TooManyIterations {
        /// The iterations that this file needs for one derivation.
        #[serde(rename = "rounds")]
        iterations: u64,
        /// The iterations allowed for all derivations together.
        max: u64,
    },
}

/// How many characters of an alias are kept. Windows writes up to 128.
pub const MAX_NAME: usize = 256;

/// Limits for opening a keystore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The most certificates to return.
    pub certificates: usize,
    /// The remaining iterations of key derivation, for all attempts together. Opening reduces them.
    ///
    /// openssl uses 2,048, Java 10,000, careful people up to a million. Ten million take seconds.
    pub iterations: u64,
    /// The iterations allowed at the start, for [`ContainerError::TooManyIterations`].
    pub max_iterations: u64,
}

/// Opens the keystore `data`. Tries each of `passwords`, then the empty one.
///
/// # Errors
/// [`ContainerError`] if the file cannot be read, or an error left no certificate to return. A
/// keystore without certificates is no error.
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
