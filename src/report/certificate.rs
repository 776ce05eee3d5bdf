//! What the report says of each certificate.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{CertIndex, Defect};
use crate::cert::UnixTime;
use crate::ingest::BlockSource;

/// A certificate as the report shows it.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateReport {
    /// Its place in the input.
    pub index: CertIndex,
    /// Where it stood.
    pub source: BlockSource,
    /// The subject, as RFC 4514 writes it.
    pub subject: String,
    /// What a person would call the subject.
    pub subject_label: String,
    /// The issuer, as RFC 4514 writes it.
    pub issuer: String,
    /// What a person would call the issuer.
    pub issuer_label: String,
    /// Serial number, hexadecimal with colons.
    pub serial: String,
    /// X.509 version, 1 to 3.
    pub version: u32,
    /// First moment of validity.
    pub not_before: UnixTime,
    /// Last second of validity.
    pub not_after: UnixTime,
    /// The public key.
    pub key: KeyReport,
    /// The algorithm with which it was signed, in Java's words, such as `SHA256withRSA`.
    pub signature_algorithm: String,
    /// SHA-1 of the DER, colons between.
    pub sha1: String,
    /// SHA-256 of the DER, colons between.
    pub sha256: String,
    /// Subject alternative names.
    pub subject_alt_names: Vec<SanReport>,
    /// True with basicConstraints CA:TRUE.
    pub is_ca: bool,
    /// pathLenConstraint, where there is one.
    pub path_len: Option<i64>,
    /// True where subject and issuer are the same name.
    pub self_issued: bool,
    /// keyUsage in RFC 5280's words; none where the extension is absent.
    pub key_usage: Option<Vec<String>>,
    /// extendedKeyUsage as names or dotted OIDs; none where the extension is absent.
    pub extended_key_usage: Option<Vec<String>>,
    /// Subject key identifier, hexadecimal with colons.
    pub subject_key_id: Option<String>,
    /// Authority key identifier, hexadecimal with colons.
    pub authority_key_id: Option<String>,
    /// Addresses of the issuer's certificate (AIA caIssuers).
    pub issuer_locations: Vec<String>,
    /// Every extension: OID, name where it has one, whether it is critical, its size in bytes.
    pub extensions: Vec<ExtensionReport>,
    /// What Java's reader would refuse in the encoding.
    pub defects: Vec<Defect>,
    /// At the chosen moment.
    pub validity: ValidityStatus,
    /// Who signed it, as far as it is known.
    pub issued_by: Option<IssuedBy>,
    /// What the check of that signature said.
    pub signature: SignatureStatus,
    /// Its aliases on the list, where it is listed by fingerprint or by name and key.
    pub aliases: Vec<String>,
    /// The earlier certificate of which this is an exact copy.
    pub duplicate_of: Option<CertIndex>,
    /// The certificate as PEM.
    pub pem: String,
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyReport {
    /// `RSA`, `EC`, `Ed25519`, …
    pub algorithm: String,
    /// Size in bits (of the modulus, of the field); 0 where it is unknown.
    pub bits: u32,
    /// The curve's name.
    pub curve: Option<String>,
    /// The RSA exponent where it fits into 64 bits, as a decimal text.
    pub exponent: Option<String>,
}

/// One subject alternative name.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SanReport {
    /// `dns`, `ip`, `email`, `uri`, `directory` or `other`.
    pub kind: String,
    /// The name.
    pub value: String,
}

/// One extension.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExtensionReport {
    /// Dotted object identifier.
    pub oid: String,
    /// RFC 5280's name for it.
    pub name: Option<String>,
    /// Whether it is critical.
    pub critical: bool,
    /// Size of its value in bytes.
    pub bytes: u32,
}

/// Whether a certificate is in date; both ends inclusive (RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValidityStatus {
    /// In date.
    Valid,
    /// notAfter has passed.
    Expired,
    /// notBefore has not come.
    NotYetValid,
}

/// Who signed a certificate: another of the input, or a listed root that was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum IssuedBy {
    /// A certificate of the input.
    Certificate(CertIndex),
    /// A listed root: `"anchor"` in JSON.
    Anchor,
}

impl Serialize for IssuedBy {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Certificate(index) => Serialize::serialize(index, serializer),
            Self::Anchor => serializer.serialize_str("anchor"),
        }
    }
}

/// What the check of a certificate's signature said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureStatus {
    /// The issuer's key made it.
    Valid,
    /// The issuer's key did not make it.
    Invalid,
    /// There is no issuer at hand, or its algorithm cannot be checked here.
    NotChecked,
}
