//! Checks the AlgorithmIdentifier of a signature: whether the JDK can read it, and whether Java can
//! verify with its parameters.
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

/// How Java's verifier treats a signature's parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignatureParameters {
    /// No parameters, or ones that belong to the algorithm.
    Usual,
    /// A named curve, dotted. It must be the key's curve.
    Curve(String),
    /// Other parameters: every signature fails.
    Odd,
}

/// An AlgorithmIdentifier. NULL parameters are the same as no parameters.
#[derive(PartialEq, Eq)]
pub(super) struct Identifier {
    oid: String,
    parameters: Option<Bytes>,
}

impl Identifier {
    /// Reads an AlgorithmIdentifier; `None` if the JDK rejects it, for example because of a third
    /// element or a NULL with content.
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

    /// Whether the JDK can read the parameters. It reads only those of RSASSA-PSS together with the
    /// certificate.
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

/// Checks RSASSA-PSS parameters as the JDK does, in any order: any hash, MGF1 with a known hash, a
/// salt length that is not negative, trailer field 1.
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
