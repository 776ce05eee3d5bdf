//! Keys from passwords. Contract: rounds are paid for out of the bounds before any work; what is derived clears itself.

use hmac::EagerHash;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::{Bounds, ContainerError};

/// Bytes of salt at most: writers use 8 to 64.
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
    /// Its output's length in bytes.
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

/// What a derived key is for ([RFC 7292 B.3](https://www.rfc-editor.org/rfc/rfc7292#appendix-B.3)).
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

/// UTF-16 units as PKCS#12 wants a password: big-endian, a zero at the end.
pub(crate) fn widened(characters: impl Iterator<Item = u16>) -> Zeroizing<Vec<u8>> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(64));
    for unit in characters.chain([0]) {
        bytes.extend_from_slice(&unit.to_be_bytes());
    }
    bytes
}

/// Takes the rounds of one derivation of `len` bytes out of the bounds, and looks at its salt.
fn pay(salt: &[u8], rounds: u64, hash: Hash, len: usize, bounds: &mut Bounds) -> Result<u32, ContainerError> {
    if salt.len() > MAX_SALT {
        return Err(ContainerError::Damaged);
    }
    let blocks = u64::try_from(len.div_ceil(hash.size())).unwrap_or(u64::MAX);
    let refused = ContainerError::TooManyRounds {
        rounds,
        max: bounds.max_rounds,
    };
    let cost = rounds
        .checked_mul(blocks)
        .filter(|cost| *cost <= bounds.rounds)
        .ok_or_else(|| refused.clone())?;
    bounds.rounds -= cost;
    match u32::try_from(rounds) {
        Ok(0) => Err(ContainerError::Damaged),
        Ok(rounds) => Ok(rounds),
        Err(_) => Err(refused),
    }
}

/// PKCS#12's own derivation ([RFC 7292 B.2](https://www.rfc-editor.org/rfc/rfc7292#appendix-B.2)); `password` is UTF-16
/// with its final zero, or empty.
pub(crate) fn pkcs12(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    purpose: Purpose,
    rounds: u64,
    len: usize,
    bounds: &mut Bounds,
) -> Result<Zeroizing<Vec<u8>>, ContainerError> {
    let rounds = pay(salt, rounds, hash, len, bounds)?;
    Ok(match hash {
        Hash::Sha1 => derive::<Sha1>(64, password, salt, purpose, rounds, len),
        Hash::Sha224 => derive::<Sha224>(64, password, salt, purpose, rounds, len),
        Hash::Sha256 => derive::<Sha256>(64, password, salt, purpose, rounds, len),
        Hash::Sha384 => derive::<Sha384>(128, password, salt, purpose, rounds, len),
        Hash::Sha512 => derive::<Sha512>(128, password, salt, purpose, rounds, len),
    })
}

fn derive<D: Digest>(
    block: usize,
    password: &[u8],
    salt: &[u8],
    purpose: Purpose,
    rounds: u32,
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
        for _ in 1..rounds {
            digest = D::digest(&digest);
        }
        out.extend_from_slice(&digest);
        // I_j = (I_j + B + 1) mod 2^(8v), B the digest repeated to a block.
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

/// PBKDF2 ([RFC 8018 §5.2](https://www.rfc-editor.org/rfc/rfc8018#section-5.2)).
pub(crate) fn pbkdf2(
    hash: Hash,
    password: &[u8],
    salt: &[u8],
    rounds: u64,
    len: usize,
    bounds: &mut Bounds,
) -> Result<Zeroizing<Vec<u8>>, ContainerError> {
    let rounds = pay(salt, rounds, hash, len, bounds)?;
    fn run<D: EagerHash>(password: &[u8], salt: &[u8], rounds: u32, out: &mut [u8]) {
        ::pbkdf2::pbkdf2_hmac::<D>(password, salt, rounds, out);
    }
    let mut out = Zeroizing::new(vec![0; len]);
    match hash {
        Hash::Sha1 => run::<Sha1>(password, salt, rounds, &mut out),
        Hash::Sha224 => run::<Sha224>(password, salt, rounds, &mut out),
        Hash::Sha256 => run::<Sha256>(password, salt, rounds, &mut out),
        Hash::Sha384 => run::<Sha384>(password, salt, rounds, &mut out),
        Hash::Sha512 => run::<Sha512>(password, salt, rounds, &mut out),
    }
    Ok(out)
}
