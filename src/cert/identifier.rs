//! AlgorithmIdentifiers of signatures: which of them the JDK's reader takes, and with which parameters Java can verify.
//!
//! # References
//! - JDK 17, `AlgorithmId.parse`, `PSSParameters.engineInit`, `SignatureUtil.getParamSpec`.

use bytes::Bytes;

use super::algorithm::{ECDSA_SPECIFIED, MGF1, RSASSA_PSS};
use super::hash::HashAlgorithm;
use super::key::field_bits;
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::oid::dotted;
use crate::der::tag::{INTEGER, NULL, OID, SEQUENCE};

/// What a signature's parameters mean to Java's verifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureParameters {
    /// None, or such as the algorithm has.
    Usual,
    /// A named curve, dotted, which must be that of the key.
    Curve(String),
    /// Others, with which every signature fails.
    Odd,
}

/// An AlgorithmIdentifier; parameters NULL and none are the same.
#[derive(PartialEq, Eq)]
pub(super) struct Identifier {
    oid: String,
    parameters: Option<Bytes>,
}

impl Identifier {
    /// None where Java's reader refuses it: a third element, a NULL with content.
    pub(super) fn read(tlv: &Tlv) -> Option<Self> {
        let parts = (tlv.tag == SEQUENCE).then(|| lenient::elements(&tlv.content))??;
        let (first, rest) = parts.split_first()?;
        let oid = if first.tag == OID {
            dotted(&first.content)?
        } else {
            return None;
        };
        let parameters = match rest {
            [] => None,
            [null] if null.tag == NULL => null.content.is_empty().then_some(None)?,
            [parameters] => Some(parameters.with_minimal_header()),
            _ => return None,
        };
        Some(Self { oid, parameters })
    }

    /// Only the parameters of RSASSA-PSS are read together with the certificate.
    pub(super) fn is_readable(&self) -> bool {
        match &self.parameters {
            Some(parameters) if self.oid == RSASSA_PSS => pss_is_readable(parameters).is_some(),
            _ => true,
        }
    }

    pub(super) fn parameters_of_signature(&self) -> SignatureParameters {
        let Some(parameters) = &self.parameters else {
            return SignatureParameters::Usual;
        };
        if self.oid == RSASSA_PSS || self.oid == ECDSA_SPECIFIED {
            return SignatureParameters::Usual;
        }
        let curve = || {
            lenient::only(parameters)
                .filter(|p| p.tag == OID)
                .and_then(|p| dotted(&p.content))
        };
        match curve().filter(|curve| self.oid.starts_with("1.2.840.10045.4.") && field_bits(curve).is_some()) {
            Some(curve) => SignatureParameters::Curve(curve),
            None => SignatureParameters::Odd,
        }
    }
}

/// In any order: a hash that need not be known, MGF1 with one that must be, a salt length, the one trailer.
fn pss_is_readable(parameters: &Bytes) -> Option<()> {
    let inside = |tlv: &Tlv| Reader::new(tlv.content.clone()).take();
    let number = |tlv: &Tlv| {
        inside(tlv)
            .filter(|n| n.tag == INTEGER)
            .and_then(|n| lenient::int(&n.content))
    };
    lenient::sequence(parameters)?
        .iter()
        .try_for_each(|field| match field.tag & 0xdf {
            0x80 => Identifier::read(&inside(field)?).map(drop),
            0x81 => {
                let mask = Identifier::read(&inside(field)?).filter(|mask| mask.oid == MGF1)?;
                let hash = Identifier::read(&lenient::only(&mask.parameters?)?)?;
                let known = HashAlgorithm::from_oid(&hash.oid)?;
                (!matches!(known, HashAlgorithm::Md2 | HashAlgorithm::Md5)).then_some(())
            }
            0x82 => number(field).filter(|salt| *salt >= 0).map(drop),
            0x83 => number(field).filter(|trailer| *trailer == 1).map(drop),
            _ => None,
        })
}
