//! Derives keys from passwords.
//!
//! The iterations are deducted from the [`Bounds`] before any work. Derived keys are cleared when
//! dropped.

use hmac::EagerHash;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::{Bounds, ContainerError};

/// The longest salt in bytes; writers use 8 to 64.
pub(crate) const MAX_SALT: usize = 1024;

/// Hash functions that MACs and key derivation use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// Returns the length of its output in bytes.
    pub fn size(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
        }
    }
}

/// The purpose of a derived key ([RFC 7292
/// B.3](https://www.rfc-editor.org/rfc/rfc7292#appendix-B.3)).
#[derive(Clone, Copy, Debug)]
pub(crate) enum Purpose {
    Key,
    Iv,
    Mac,
}

impl Purpose {
    fn byte(self) -> u8 {
        match self {
            Self::Key => 1,
            Self::Iv => 2,
            Self::Mac => 3,
        }
    }
}

/// Encodes UTF-16 units as PKCS#12 encodes a password: big-endian, with a zero unit at the end.
pub(crate) fn widened(characters: impl Iterator<Item = u16>) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(64));
    for unit in characters.chain([0]) {
        bytes.extend_from_slice(&unit.to_be_bytes());
    }
    bytes
}

/// Deducts the iterations of one derivation of `len` bytes from the bounds, and checks its salt.
fn charge(salt: &[u8], iterations: u64, hash: Hash, len: usize, bounds: &mut Bounds) -> Result<u32, ContainerError> {
    if salt.len() > MAX_SALT {
        return Err(ContainerError::Damaged);
    }
    let blocks = u64::try_from(len.div_ceil(hash.size())).unwrap_or(u64::MAX);
    let refused = ContainerError::TooManyIterations {
        iterations,
        max: bounds.max_iterations,
    };
    let cost = iterations
        .checked_mul(blocks)
        .filter(|cost| *cost <= bounds.iterations)
        .ok_or_else(|| refused.clone())?;
    bounds.iterations -= cost;
    match u32::try_from(iterations) {
        Ok(0) => Err(ContainerError::Damaged),
        Ok(iterations) => Ok(iterations),
        Err(_) => Err(refused),
    }
}

/// Derives a key with PKCS#12's own method
/// ([RFC 7292 B.2](https://www.rfc-editor.org/rfc/rfc7292#appendix-B.2)).
///
/// `password` is UTF-16 with its final zero, or empty.
pub(crate) fn pkcs12(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    purpose: Purpose,
    iterations: u64,
    len: usize,
    bounds: &mut Bounds,
) -> Result<Zeroizing<Vec<u8>>, ContainerError> {
    let iterations = charge(salt, iterations, hash, len, bounds)?;
    Ok(match hash {
        Hash::Sha1 => derive::<Sha1>(64, password, salt, purpose, iterations, len),
        Hash::Sha224 => derive::<Sha224>(64, password, salt, purpose, iterations, len),
        Hash::Sha256 => derive::<Sha256>(64, password, salt, purpose, iterations, len),
        Hash::Sha384 => derive::<Sha384>(128, password, salt, purpose, iterations, len),
        Hash::Sha512 => derive::<Sha512>(128, password, salt, purpose, iterations, len),
    })
}

fn derive<D: Digest>(
    block: usize,
    password: &[u8],
    salt: &[u8],
    purpose: Purpose,
    iterations: u32,
    len: usize,
) -> Zeroizing<Vec<u8>> {
    let repeated = |text: &[u8]| -> Vec<u8> {
        text.iter()
            .copied()
            .cycle()
            .take(text.len().div_ceil(block) * block)
            .collect()
    };
    let diversifier = vec![purpose.byte(); block];
    let head = repeated(salt);
    let tail = Zeroizing::new(repeated(password));
    let mut input = Zeroizing::new([head.as_slice(), tail.as_slice()].concat());
    let mut out = Zeroizing::new(Vec::with_capacity(len + 64));
    while out.len() < len {
        let mut digest = D::new()
            .chain_update(&diversifier)
            .chain_update(input.as_slice())
            .finalize();
        for _ in 1..iterations {
            digest = D::digest(&digest);
        }
        out.extend_from_slice(&digest);
        // I_j = (I_j + B + 1) mod 2^(8v), where B is the digest repeated to a block.
        let addend: Zeroizing<Vec<u8>> = Zeroizing::new(digest.iter().copied().cycle().take(block).collect());
        for chunk in input.chunks_mut(block) {
            let mut carry = 1u16;
            for (byte, add) in chunk.iter_mut().zip(addend.iter()).rev() {
                let [high, low] = (u16::from(*byte) + u16::from(*add) + carry).to_be_bytes();
                (carry, *byte) = (u16::from(high), low);
            }
        }
    }
    out.truncate(len);
    out
}

/// Derives a key with PBKDF2 ([RFC 8018 §5.2](https://www.rfc-editor.org/rfc/rfc8018#section-5.2)).
pub(crate) fn pbkdf2(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    iterations: u64,
    len: usize,
    bounds: &mut Bounds,
) -> Result<Zeroizing<Vec<u8>>, ContainerError> {
    let iterations = charge(salt, iterations, hash, len, bounds)?;
    fn run<D: EagerHash>(password: &[u8], salt: &[u8], iterations: u32, out: &mut [u8]) {
        ::pbkdf2::pbkdf2_hmac::<D>(password, salt, iterations, out);
    }
    let mut out = Zeroizing::new(vec![0; len]);
    match hash {
        Hash::Sha1 => run::<Sha1>(password, salt, iterations, &mut out),
        Hash::Sha224 => run::<Sha224>(password, salt, iterations, &mut out),
        Hash::Sha256 => run::<Sha256>(password, salt, iterations, &mut out),
        Hash::Sha384 => run::<Sha384>(password, salt, iterations, &mut out),
        Hash::Sha512 => run::<Sha512>(password, salt, iterations, &mut out),
    }
    Ok(out)
}
