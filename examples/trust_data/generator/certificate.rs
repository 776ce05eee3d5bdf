//! Certificate fields that the generator needs.

use sslengine_doctor::cert::{Fingerprint, Name, Sha1Fingerprint, SignatureAlgorithm};
use x509_parser::prelude::{FromDer as _, ParsedExtension, X509Certificate, X509Version};
use x509_parser::public_key::PublicKey;

/// One certificate.
#[derive(Clone)]
pub struct Certificate {
    pub der: Vec<u8>,
    pub sha1: Sha1Fingerprint,
    pub sha256: Fingerprint,
    pub subject: Name,
    pub issuer: Name,
    pub serial: Vec<u8>,
    pub spki: Vec<u8>,
    pub key: Key,
    /// Seconds UTC since 1970, inclusive.
    pub not_before: i64,
    pub not_after: i64,
    pub v1: bool,
    pub key_identifier: Option<Vec<u8>>,
    /// `cA` and pathLen.
    pub basic_constraints: Option<(bool, Option<u32>)>,
    pub key_cert_sign: Option<bool>,
    pub tbs: Vec<u8>,
    pub signature: Vec<u8>,
    pub signature_algorithm: SignatureAlgorithm,
}

/// The kind of a public key and its size in bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    Rsa(usize),
    Ec(usize),
}

impl Key {
    pub fn bits(self) -> usize {
        match self {
            Self::Rsa(bits) | Self::Ec(bits) => bits,
        }
    }
}

impl Certificate {
    /// Reads exactly one DER certificate.
    pub fn read(der: &[u8]) -> Result<Self, String> {
        let (rest, parsed) = X509Certificate::from_der(der).map_err(|error| error.to_string())?;
        if !rest.is_empty() {
            return Err("extra bytes after the certificate".to_owned());
        }
        let name = |raw: &[u8]| Name::from_der(raw).map_err(|error| error.to_string());
        let key = match parsed.public_key().parsed() {
            Ok(PublicKey::RSA(rsa)) => Key::Rsa(bit_length(rsa.modulus)),
            Ok(PublicKey::EC(_)) => Key::Ec(curve_bits(&parsed)?),
            _ => return Err("the key is neither RSA nor EC".to_owned()),
        };
        let (mut key_identifier, mut basic_constraints, mut key_cert_sign) = (None, None, None);
        for extension in parsed.extensions() {
            match extension.parsed_extension() {
                ParsedExtension::SubjectKeyIdentifier(id) => key_identifier = Some(id.0.to_vec()),
                ParsedExtension::BasicConstraints(basic) => {
                    basic_constraints = Some((basic.ca, basic.path_len_constraint));
                }
                ParsedExtension::KeyUsage(usage) => key_cert_sign = Some(usage.key_cert_sign()),
                ParsedExtension::ParseError { .. }
                    if ["2.5.29.14", "2.5.29.15", "2.5.29.19"].contains(&extension.oid.to_id_string().as_str()) =>
                {
                    return Err(format!("extension {} cannot be read", extension.oid));
                }
                _ => {}
            }
        }
        Ok(Self {
            der: der.to_vec(),
            sha1: Sha1Fingerprint::of(der),
            sha256: Fingerprint::of(der),
            subject: name(parsed.subject().as_raw())?,
            issuer: name(parsed.issuer().as_raw())?,
            serial: parsed.raw_serial().to_vec(),
            spki: parsed.public_key().raw.to_vec(),
            key,
            not_before: parsed.validity().not_before.timestamp(),
            not_after: parsed.validity().not_after.timestamp(),
            v1: parsed.version() == X509Version::V1,
            key_identifier,
            basic_constraints,
            key_cert_sign,
            tbs: parsed.tbs_certificate.as_ref().to_vec(),
            signature: parsed.signature_value.data.to_vec(),
            signature_algorithm: signature_algorithm(parsed.signature_algorithm.algorithm.as_bytes()),
        })
    }

    /// Whether the two have the same name and the same key.
    pub fn same_name_and_key(&self, other: &Self) -> bool {
        self.subject == other.subject && sslengine_doctor::trust::key::same_key(&self.spki, &other.spki)
    }
}

fn bit_length(big_endian: &[u8]) -> usize {
    let significant: Vec<_> = big_endian.iter().skip_while(|byte| **byte == 0).collect();
    let unused = significant.first().map_or(0, |first| first.leading_zeros());
    significant.len() * 8 - usize::try_from(unused).unwrap_or(0)
}

/// The field size in bits of the named curve of a certificate's key.
fn curve_bits(certificate: &X509Certificate<'_>) -> Result<usize, String> {
    let parameters = certificate.public_key().algorithm.parameters.as_ref();
    let curve = parameters
        .and_then(|any| any.as_oid().ok())
        .map(|oid| oid.to_id_string());
    match curve.as_deref() {
        Some("1.2.840.10045.3.1.7") => Ok(256),
        Some("1.3.132.0.34") => Ok(384),
        Some("1.3.132.0.35") => Ok(521),
        _ => Err(format!("unknown curve {curve:?}")),
    }
}

/// The algorithm with this identifier. Parameters matter only for RSASSA-PSS, which no certificate
/// here uses.
fn signature_algorithm(oid: &[u8]) -> SignatureAlgorithm {
    let length = u8::try_from(oid.len()).unwrap_or_default();
    SignatureAlgorithm::from_der(&[&[0x30, length + 2, 6, length], oid].concat()).0
}
