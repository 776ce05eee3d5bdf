//! The parts of an input that are not readable certificates: where each is, what it is, and why it
//! was dropped.
//!
//! It never contains a byte of a private key.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::limits::LimitKind;
use super::location::Location;
use crate::containers::{ContainerError, ContainerKind};

/// A part of the input that was dropped.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dropped {
    /// Where it begins.
    pub at: Location,
    /// Its alias in a keystore, its path in an archive, the name (RFC 4514) in a certificate
    /// request or revocation list, or else its PEM label.
    pub label: Option<String>,
    /// What it is, or what is wrong with it.
    pub reason: DropReason,
}

impl Dropped {
    /// Whether it is a private key of any kind.
    #[must_use]
    pub fn is_private_key(&self) -> bool {
        matches!(self.reason, DropReason::PrivateKey { .. })
    }

    /// The subject of a certificate request or the issuer of a revocation list, in the form of RFC
    /// 4514.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        let has_owner = matches!(self.reason, DropReason::CertificateRequest | DropReason::RevocationList);
        // A PEM label has no equals sign, a name has at least one.
        self.label.as_deref().filter(|label| has_owner && label.contains('='))
    }
}

/// A kind of private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrivateKeyKind {
    /// PKCS#8, not encrypted.
    Pkcs8,
    /// PKCS#8, encrypted.
    EncryptedPkcs8,
    /// PKCS#1 (RSA).
    Rsa,
    /// SEC1 (elliptic curve).
    Ec,
    /// OpenSSL's DSA format.
    Dsa,
    /// OpenSSH's own format.
    OpenSsh,
    /// A PGP secret key.
    Pgp,
    /// PuTTY's own format.
    Putty,
    /// The numbers of a key printed as text.
    TextDump,
    /// Any other.
    Other,
}

/// What a CMS object contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CmsContent {
    /// Data that was encrypted for recipients.
    EnvelopedData,
    /// Data with its digest.
    DigestedData,
    /// Data that was encrypted with a key or a password.
    EncryptedData,
    /// Data with a message authentication code.
    AuthenticatedData,
    /// Compressed data.
    CompressedData,
    /// The response of a timestamping authority (RFC 3161).
    TimeStamp,
}

impl CmsContent {
    /// Its name in RFC 5652, RFC 3274 or RFC 3161.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::EnvelopedData => "EnvelopedData",
            Self::DigestedData => "DigestedData",
            Self::EncryptedData => "EncryptedData",
            Self::AuthenticatedData => "AuthenticatedData",
            Self::CompressedData => "CompressedData",
            Self::TimeStamp => "TimeStampResp",
        }
    }
}

/// A format of keystores of the Bouncy Castle library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BouncyCastle {
    /// BCFKS.
    Bcfks,
    /// BKS.
    Bks,
    /// UBER, which is encrypted as a whole.
    Uber,
}

/// Why a part of the input was dropped.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DropReason {
    /// A private key; its bytes were cleared.
    PrivateKey {
        /// Which kind.
        kind: PrivateKeyKind,
    },
    /// A certificate signing request.
    CertificateRequest,
    /// A certificate revocation list.
    RevocationList,
    /// A public key.
    PublicKey,
    /// A PKCS#12 file, not opened here: the engine with the feature `containers` can.
    Pkcs12,
    /// A Java keystore (JKS or JCEKS), not opened here: the engine with the feature `containers`
    /// can.
    JavaKeyStore {
        /// Whether it is JCEKS.
        jceks: bool,
    },
    /// A keystore of the Bouncy Castle library, which this tool does not open.
    BouncyCastleKeyStore {
        /// Its format.
        format: BouncyCastle,
    },
    /// A CMS object that is not a set of certificates.
    Cms {
        /// What it contains.
        content: CmsContent,
    },
    /// A ZIP archive, not opened here: the engine with the feature `containers` can, unless it is
    /// in too many others ([`crate::ingest::Limits::archives`]).
    Zip,
    /// A container, or a part of it, that needs a password.
    PasswordNeeded {
        /// What it is.
        kind: ContainerKind,
        /// Whether passwords were given, none of which fits.
        wrong: bool,
    },
    /// A container, or a part of it, that cannot be read.
    UnreadableContainer {
        /// What it is.
        kind: ContainerKind,
        /// Why.
        why: ContainerError,
    },
    /// A container without any certificate.
    ContainerWithoutCertificates {
        /// What it is.
        kind: ContainerKind,
    },
    /// An encrypted file in an archive: its name can be read, its content cannot.
    EncryptedEntry,
    /// A gzip or other compressed file.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A picture.
    Image,
    /// A PGP message, signature or public key.
    Pgp,
    /// An SSH public key.
    SshKey,
    /// Parameters of a curve (`EC PARAMETERS`).
    EcParameters,
    /// Diffie-Hellman or DSA parameters.
    DhParameters,
    /// A TLS session.
    TlsSession,
    /// An attribute certificate.
    AttributeCertificate,
    /// A PKCS#7 object without a certificate.
    Pkcs7WithoutCertificates,
    /// A well-formed object that is none of the above.
    NotACertificate,
    /// Binary data of an unknown kind.
    UnknownBinary,
    /// An empty block.
    Empty,
    /// The data ends before the length it declares.
    EndsEarly {
        /// Base64 characters (or hex digits, or bytes of a binary file) still missing.
        missing_characters: u32,
        /// The line on which the data ends.
        last_line: u32,
        /// Bytes declared.
        declared: u32,
        /// Bytes present.
        present: u32,
        /// Whether it has an END line nevertheless.
        end_marker: bool,
    },
    /// A character that is not base64.
    BadCharacter {
        /// Its line.
        line: u32,
        /// Its column in bytes, from 1.
        column: u32,
        /// The character.
        #[borsh(serialize_with = "put_character", deserialize_with = "take_character")]
        character: char,
    },
    /// The lengths inside do not add up.
    LengthMismatch {
        /// Bytes declared by the outermost header.
        declared: u32,
        /// Bytes present.
        present: u32,
    },
    /// The base64 is valid, but it does not encode ASN.1.
    NotDer,
    /// A block contains text that is not base64.
    NotBase64 {
        /// The line of that text.
        line: u32,
        /// Its beginning, at most 40 bytes.
        found: String,
    },
    /// The labels of BEGIN and END differ, and the content is incomplete.
    LabelMismatch {
        /// Label of the BEGIN line.
        begin: String,
        /// Label of the END line.
        end: String,
    },
    /// An END line without its BEGIN line, and nothing readable before it.
    BeginMarkerMissing,
    /// A block has a certificate's outline, but it cannot be decoded.
    UnreadableCertificate {
        /// What cannot be read.
        part: crate::cert::DecodeError,
    },
    /// A limit was exceeded.
    LimitExceeded {
        /// Which.
        limit: LimitKind,
        /// Its value.
        max: u64,
        /// How many (bytes, certificates, things) there are, or were seen.
        seen: u64,
    },
}

fn put_character<W: std::io::Write>(character: &char, writer: &mut W) -> std::io::Result<()> {
    BorshSerialize::serialize(&u32::from(*character), writer)
}

fn take_character<R: std::io::Read>(reader: &mut R) -> std::io::Result<char> {
    let number = u32::deserialize_reader(reader)?;
    char::from_u32(number).ok_or_else(|| std::io::Error::from(std::io::ErrorKind::InvalidData))
}
