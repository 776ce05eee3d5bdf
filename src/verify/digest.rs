//! Hash functions of the Rust verifier, selected at run time.

use crate::cert::algorithm::HashAlgorithm;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512, Sha512_224, Sha512_256};

/// Returns the digest of the concatenated `parts`; `None` if the hash is not implemented.
pub(super) fn digest(hash: HashAlgorithm, parts: &[&[u8]]) -> Option<Vec<u8>> {
    match hash {
        HashAlgorithm::Sha1 => Some(run::<Sha1>(parts)),
        HashAlgorithm::Sha224 => Some(run::<Sha224>(parts)),
        HashAlgorithm::Sha256 => Some(run::<Sha256>(parts)),
        HashAlgorithm::Sha384 => Some(run::<Sha384>(parts)),
        HashAlgorithm::Sha512 => Some(run::<Sha512>(parts)),
        HashAlgorithm::Sha512_224 => Some(run::<Sha512_224>(parts)),
        HashAlgorithm::Sha512_256 => Some(run::<Sha512_256>(parts)),
        _ => None,
    }
}

fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
    let mut state = D::new();
    for part in parts {
        state.update(part);
    }
    state.finalize().to_vec()
}
