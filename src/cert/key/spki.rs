//! Parses a `SubjectPublicKeyInfo` into the parts that signature checks need, without copying.
//!
//! Input: the DER of the whole structure. Output: slices of it. The envelope must be strict DER.
//! The INTEGERs of an RSA key are read as magnitudes: padding and the sign bit are ignored, because
//! Java ignores them and old CAs encoded them wrongly. `rsaEncryption` may have any parameters. No
//! input makes this module panic.
//!
//! # References
//! - [RFC 5280 §4.1.2.7](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.7), [RFC 3279
//!   §2.3](https://www.rfc-editor.org/rfc/rfc3279#section-2.3)
//! - [RFC 5480 §2](https://www.rfc-editor.org/rfc/rfc5480#section-2), [RFC 8410
//!   §4](https://www.rfc-editor.org/rfc/rfc8410#section-4)

use super::curve::Curve;
use crate::cert::algorithm::{RSASSA_PSS, SignatureAlgorithm};
use crate::der::oid::dotted;
use crate::der::strict::{Reader, trim_zeros};
use crate::der::tag::{BIT_STRING, INTEGER, NULL, OID};

/// Why a public key could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The bytes are not a DER `SubjectPublicKeyInfo`.
    #[error("not a SubjectPublicKeyInfo")]
    Malformed,
    /// The envelope can be read, but the key in it cannot.
    #[error("cannot read the key (kind {oid})")]
    BadKey {
        /// The dotted identifier of the kind that the envelope states.
        oid: String,
    },
}

/// A public key, borrowed from its `SubjectPublicKeyInfo`.
pub(crate) enum PublicKey<'a> {
    /// `rsaEncryption`.
    Rsa(RsaNumbers<'a>),
    /// `id-RSASSA-PSS`, with the parameters that signatures must have, if the key states any.
    RsaPss(RsaNumbers<'a>, Option<SignatureAlgorithm>),
    /// `id-ecPublicKey` with a named curve, and the point as SEC 1 encodes it.
    Ec(Curve, &'a [u8]),
    /// Ed25519, 32 bytes.
    Ed25519(&'a [u8; 32]),
    /// Ed448.
    Ed448,
    /// DSA; `None` if the key does not state its parameters.
    Dsa(Option<DsaNumbers<'a>>),
    /// Another kind, by its dotted identifier.
    Unknown(String),
}

/// The two numbers of an RSA key, big endian, without leading zeros; neither is zero.
#[derive(Clone, Copy)]
pub(crate) struct RsaNumbers<'a> {
    /// The modulus `n`.
    pub(crate) modulus: &'a [u8],
    /// The public exponent `e`.
    pub(crate) exponent: &'a [u8],
}

/// The numbers of a DSA key, big endian, without leading zeros.
#[cfg_attr(
    not(feature = "rust-verifier"),
    allow(dead_code, reason = "only the Rust verifier reads it")
)]
#[derive(Clone, Copy)]
pub(crate) struct DsaNumbers<'a> {
    /// The prime modulus.
    pub(crate) p: &'a [u8],
    /// The order of the group.
    pub(crate) q: &'a [u8],
    /// The generator of the group.
    pub(crate) g: &'a [u8],
    /// The public value.
    pub(crate) y: &'a [u8],
}

/// Identifier of `rsaEncryption`.
pub(super) const RSA: &str = "1.2.840.113549.1.1.1";
/// The older identifier of an RSA key, from X.500 (`id-ea-rsa`).
pub(super) const RSA_X500: &str = "2.5.8.1.1";
/// Identifier of `id-ecPublicKey`.
pub(super) const EC: &str = "1.2.840.10045.2.1";
/// Identifier of `id-dsa`.
pub(super) const DSA: &str = "1.2.840.10040.4.1";
/// Identifier of Ed25519.
pub(super) const ED25519: &str = "1.3.101.112";

impl<'a> PublicKey<'a> {
    /// Parses `spki`.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] if the envelope cannot be read, [`KeyError::BadKey`] if the key in
    /// it cannot.
    pub(crate) fn from_spki(spki: &'a [u8]) -> Result<Self, KeyError> {
        let (oid, parameters, key) = envelope(spki).ok_or(KeyError::Malformed)?;
        let parsed = match oid.as_str() {
            RSA | RSA_X500 => rsa_numbers(key).map(Self::Rsa),
            RSASSA_PSS => rsa_numbers(key)
                .zip(pss_restriction(parameters))
                .map(|(n, rule)| Self::RsaPss(n, rule)),
            EC => curve(parameters).map(|curve| Self::Ec(curve, key)),
            DSA => integer(key).and_then(|y| dsa_numbers(parameters, y)).map(Self::Dsa),
            ED25519 => key.try_into().ok().map(Self::Ed25519),
            "1.3.101.113" => Some(Self::Ed448),
            _ => return Ok(Self::Unknown(oid)),
        };
        parsed.ok_or(KeyError::BadKey { oid })
    }
}

/// Returns the identifier, the rest of the `AlgorithmIdentifier`, and the bytes of the BIT STRING.
fn envelope(spki: &[u8]) -> Option<(String, Reader<'_>, &[u8])> {
    let mut outer = Reader::sequence(spki)?;
    let mut algorithm = outer.read_sequence()?;
    let oid = dotted(algorithm.read(OID)?)?;
    let (unused_bits, key) = outer.read(BIT_STRING)?.split_first()?;
    (outer.is_empty() && *unused_bits == 0).then_some((oid, algorithm, key))
}

fn rsa_numbers(key: &[u8]) -> Option<RsaNumbers<'_>> {
    let mut fields = Reader::sequence(key)?;
    let modulus = trim_zeros(fields.read(INTEGER)?);
    let exponent = trim_zeros(fields.read(INTEGER)?);
    let whole = fields.is_empty() && !modulus.is_empty() && !exponent.is_empty();
    whole.then_some(RsaNumbers { modulus, exponent })
}

/// Reads the parameters of an `id-RSASSA-PSS` key; absent means any
/// ([RFC 4055 §3.3](https://www.rfc-editor.org/rfc/rfc4055#section-3.3)). In Java, NULL does too.
fn pss_restriction(mut parameters: Reader<'_>) -> Option<Option<SignatureAlgorithm>> {
    if is_absent(&mut parameters) {
        return Some(None);
    }
    let fields = parameters.read_sequence().filter(|_| parameters.is_empty())?;
    SignatureAlgorithm::pss_from_parameters(fields).map(Some)
}

/// Reads a named curve. RFC 5480 §2.1.1 forbids the two other forms in certificates, and Java does
/// not read them.
fn curve(mut parameters: Reader<'_>) -> Option<Curve> {
    let oid = dotted(parameters.read(OID)?)?;
    parameters.is_empty().then(|| Curve::from_oid(oid))
}

/// Reads the parameters of a DSA key; absent and NULL mean those of the issuer's key.
fn dsa_numbers<'a>(mut parameters: Reader<'a>, y: &'a [u8]) -> Option<Option<DsaNumbers<'a>>> {
    if is_absent(&mut parameters) {
        return Some(None);
    }
    let mut fields = parameters.read_sequence()?;
    let mut next = || fields.read(INTEGER).map(trim_zeros);
    Some(Some(DsaNumbers {
        p: next()?,
        q: next()?,
        g: next()?,
        y,
    }))
}

/// Whether there are no parameters, or only a NULL.
fn is_absent(parameters: &mut Reader<'_>) -> bool {
    parameters.is_empty() || parameters.read(NULL).is_some_and(<[u8]>::is_empty)
}

/// Returns the magnitude of the only INTEGER in `bytes`.
fn integer(bytes: &[u8]) -> Option<&[u8]> {
    let mut fields = Reader::new(bytes);
    let magnitude = trim_zeros(fields.read(INTEGER)?);
    fields.is_empty().then_some(magnitude)
}

/// Returns the bit length of a big-endian number without leading zeros.
pub(crate) fn bit_length(magnitude: &[u8]) -> u32 {
    let leading = magnitude.first().map_or(0, |byte| byte.leading_zeros());
    u32::try_from(magnitude.len())
        .unwrap_or(u32::MAX)
        .saturating_mul(8)
        .saturating_sub(leading)
}
