//! A certificate in the report.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::{CertIndex, Defect};
use crate::cert::UnixTime;
use crate::ingest::BlockSource;

/// A certificate as the report shows it.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateReport {
    /// Its position in the input.
    pub index: CertIndex,
    /// Where it was found.
    pub source: BlockSource,
    /// The subject, in the form of RFC 4514.
    pub subject: String,
    /// What a person would call the subject.
    pub subject_label: String,
    /// The issuer, in the form of RFC 4514.
    pub issuer: String,
    /// What a person would call the issuer.
    pub issuer_label: String,
    /// Serial number, hexadecimal with colons; with a minus sign if it is negative.
    pub serial: String,
    /// X.509 version, 1 to 3.
    pub version: u32,
    /// First second of validity.
    pub not_before: UnixTime,
    /// Last second of validity.
    pub not_after: UnixTime,
    /// The public key.
    pub key: KeyReport,
    /// The signature algorithm under Java's name, such as `SHA256withRSA`.
    pub signature_algorithm: String,
    /// SHA-1 of the DER, hexadecimal with colons.
    pub sha1: String,
    /// SHA-256 of the DER, hexadecimal with colons.
    pub sha256: String,
    /// Subject alternative names.
    pub subject_alt_names: Vec<SanReport>,
    /// Whether it has basicConstraints CA:TRUE.
    pub is_ca: bool,
    /// pathLenConstraint, if present.
    pub path_len: Option<i64>,
    /// Whether subject and issuer are the same name.
    pub self_issued: bool,
    /// keyUsage under RFC 5280's names; `None` if the extension is absent.
    pub key_usage: Option<Vec<String>>,
    /// extendedKeyUsage as names or dotted OIDs; `None` if the extension is absent.
    pub extended_key_usage: Option<Vec<String>>,
    /// Subject key identifier, hexadecimal with colons.
    pub subject_key_id: Option<String>,
    /// Authority key identifier, hexadecimal with colons.
    pub authority_key_id: Option<String>,
    /// Addresses of the issuer's certificate (AIA caIssuers).
    pub issuer_locations: Vec<String>,
    /// Every extension.
    pub extensions: Vec<ExtensionReport>,
    /// What Java's reader rejects in the encoding.
    pub defects: Vec<Defect>,
    /// Whether it is valid at the checked time.
    pub validity: ValidityStatus,
    /// Who signed it, if that is known.
    pub issued_by: Option<IssuedBy>,
    /// The result of checking that signature.
    pub signature: SignatureStatus,
    /// Its aliases if the list has its fingerprint, or its name and key.
    pub aliases: Vec<String>,
    /// The earlier certificate that this one copies exactly.
    pub duplicate_of: Option<CertIndex>,
    /// The certificate as PEM.
    pub pem: String,
}

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyReport {
    /// `RSA`, `EC`, `Ed25519`, …; the dotted identifier of an unknown algorithm, or `unknown`.
    pub algorithm: String,
    /// Size in bits (of the modulus, of the field); 0 if unknown.
    pub bits: u32,
    /// The curve's name.
    pub curve: Option<String>,
    /// The RSA exponent in decimal, if it fits into 64 bits.
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
    /// RFC 5280's name for it, if there is one.
    pub name: Option<String>,
    /// Whether it is critical.
    pub critical: bool,
    /// Size of its value in bytes.
    pub bytes: u32,
}

/// Whether a certificate is valid at the checked time; both ends are inclusive (RFC 5280 §4.1.2.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValidityStatus {
    /// Valid.
    Valid,
    /// notAfter is in the past.
    Expired,
    /// notBefore is in the future.
    NotYetValid,
}

/// The issuer of a certificate: one of the input, or a listed root that was not sent.
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

/// The result of checking a certificate's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignatureStatus {
    /// The issuer's key made it.
    Valid,
    /// The issuer's key did not make it.
    Invalid,
    /// The issuer is not available, or this program does not support the algorithm.
    NotChecked,
}
