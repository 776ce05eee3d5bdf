//! Which algorithms and key sizes a stock JDK 17 refuses, in one place.
//!
//! # References
//! - `java.security` of OpenJDK 17.0.15, `jdk.certpath.disabledAlgorithms`:
//!   `MD2, MD5, SHA1 jdkCA & usage TLSServer, RSA keySize < 1024, DSA keySize < 1024, EC keySize < 224`. Its SHA-1 part
//!   holds only under roots of the JDK's own store, so not under AWS's list.
//! - The same file, `jdk.tls.disabledAlgorithms`: of certificates it adds `EC keySize < 224`.
//! - `sun.security.ssl.SignatureScheme`: what a TLS 1.2 client offers.

use crate::cert::{Curve, HashAlgorithm, KeyInfo, KeyKind, SignatureAlgorithm};

/// Smallest RSA and DSA keys, in bits (`RSA keySize < 1024`, `DSA keySize < 1024`).
const MIN_RSA_BITS: u32 = 1024;
/// Smallest field of an elliptic curve, in bits (`EC keySize < 224`).
const MIN_EC_BITS: u32 = 224;

/// The lower limit in bits that this key misses, where it misses one.
pub(crate) fn too_small(key: &KeyInfo) -> Option<u32> {
    let minimum = match key.kind {
        KeyKind::Rsa(_) | KeyKind::RsaPss { .. } | KeyKind::Dsa { .. } => MIN_RSA_BITS,
        KeyKind::Ec { .. } => MIN_EC_BITS,
        _ => return None,
    };
    key.bits().filter(|bits| *bits < minimum).map(|_| minimum)
}

/// True where `jdk.certpath.disabledAlgorithms` names the algorithm.
pub(crate) fn disabled(algorithm: &SignatureAlgorithm) -> bool {
    let weak = |hash: HashAlgorithm| matches!(hash, HashAlgorithm::Md2 | HashAlgorithm::Md5);
    match algorithm {
        SignatureAlgorithm::RsaPss { hash, mgf_hash, .. } => weak(*hash) || weak(*mgf_hash),
        other => other.hash().is_some_and(weak),
    }
}

/// True where a TLS 1.2 client of JDK 17 offers the algorithm for certificates.
pub(crate) fn offered(algorithm: &SignatureAlgorithm) -> bool {
    use HashAlgorithm::{Sha1, Sha224, Sha256, Sha384, Sha512};
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(hash) | SignatureAlgorithm::Ecdsa(hash) => {
            matches!(hash, Sha1 | Sha224 | Sha256 | Sha384 | Sha512)
        }
        SignatureAlgorithm::Dsa(hash) => matches!(hash, Sha1 | Sha224 | Sha256),
        SignatureAlgorithm::RsaPss { .. } | SignatureAlgorithm::Ed25519 | SignatureAlgorithm::Ed448 => true,
        SignatureAlgorithm::Unknown => false,
    }
}

/// The curve with which JDK 17 has no way to verify, where the key is on one.
pub(crate) fn unsupported_curve(key: &KeyInfo) -> Option<&Curve> {
    match &key.kind {
        KeyKind::Ec { curve } if !matches!(curve, Curve::P256 | Curve::P384 | Curve::P521) => Some(curve),
        _ => None,
    }
}
