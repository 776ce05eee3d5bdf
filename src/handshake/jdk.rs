//! Limits and algorithms of a stock JDK 17.
//!
//! # References
//! - `java.security` of OpenJDK 17.0.15, `jdk.certpath.disabledAlgorithms`: `MD2, MD5, SHA1 jdkCA &
//!   usage TLSServer, RSA keySize < 1024, DSA keySize < 1024, EC keySize < 224`. The SHA-1 entry
//!   applies only to roots of the JDK's own store, not to AWS's list.
//! - The same file, `jdk.tls.disabledAlgorithms`: for certificates it adds `EC keySize < 224`.
//! - `sun.security.ssl.SignatureScheme`: the algorithms that a TLS 1.2 client offers.

use crate::cert::{Curve, HashAlgorithm, KeyInfo, KeyKind, SignatureAlgorithm};

/// The limits and algorithms of a JDK release.
#[derive(Clone, Copy, Debug)]
pub struct JdkTraits {
    /// The most certificates in a TLS message (`jdk.tls.maxCertificateChainLength`).
    pub max_certificates: usize,
    /// The largest handshake message in bytes (`jdk.tls.maxHandshakeMessageSize`).
    pub max_message_bytes: usize,
    /// The most intermediates on a path, without self-issued ones
    /// (`PKIXBuilderParameters.getMaxPathLength`).
    pub max_intermediates: usize,
    /// The smallest RSA and DSA keys in bits (`RSA keySize < 1024`, `DSA keySize < 1024`).
    pub min_rsa_bits: u32,
    /// The smallest field of an elliptic curve in bits (`EC keySize < 224`).
    pub min_ec_bits: u32,
    /// Hash algorithms that are disabled in signatures.
    pub disabled_hashes: &'static [HashAlgorithm],
    /// Curves that it can verify signatures on.
    pub curves: &'static [Curve],
}

/// The release that the report predicts: JDK 17.
pub const JDK: JdkTraits = JdkTraits {
    max_certificates: 10,
    max_message_bytes: 32_768,
    max_intermediates: 5,
    min_rsa_bits: 1024,
    min_ec_bits: 224,
    disabled_hashes: &[HashAlgorithm::Md2, HashAlgorithm::Md5],
    curves: &[Curve::P256, Curve::P384, Curve::P521],
};

/// Returns the minimum key size in bits if `key` is smaller; else `None`.
pub(crate) fn too_small(key: &KeyInfo) -> Option<u32> {
    let minimum = match key.kind {
        KeyKind::Rsa(_) | KeyKind::RsaPss { .. } | KeyKind::Dsa { .. } => JDK.min_rsa_bits,
        KeyKind::Ec { .. } => JDK.min_ec_bits,
        _ => return None,
    };
    key.bits().filter(|bits| *bits < minimum).map(|_| minimum)
}

/// Returns the hash of the algorithm that `jdk.certpath.disabledAlgorithms` lists, if one is.
pub(crate) fn disabled(algorithm: &SignatureAlgorithm) -> Option<HashAlgorithm> {
    let mask = match algorithm {
        SignatureAlgorithm::RsaPss { mgf_hash, .. } => Some(*mgf_hash),
        _ => None,
    };
    let mut hashes = algorithm.hash().into_iter().chain(mask);
    hashes.find(|hash| JDK.disabled_hashes.contains(hash))
}

/// Whether Java 11 cannot verify the algorithm (`JavaTraits::verifies_newer_algorithms`).
pub(crate) fn is_newer(algorithm: &SignatureAlgorithm) -> bool {
    use HashAlgorithm::{Sha3_224, Sha3_256, Sha3_384, Sha3_512, Sha384, Sha512};
    match algorithm {
        SignatureAlgorithm::Ed25519 | SignatureAlgorithm::Ed448 => true,
        SignatureAlgorithm::Dsa(Sha384 | Sha512) => true,
        other => matches!(other.hash(), Some(Sha3_224 | Sha3_256 | Sha3_384 | Sha3_512)),
    }
}

/// Returns the curve of `key` if `jdk.disabled.namedCurves` lists it: every curve of the JDK but
/// three of NIST, those of X9.62 with `pnb` in their names, and brainpool's of up to 224 bits.
pub(crate) fn disabled_curve(key: &KeyInfo) -> Option<&Curve> {
    /// The last arcs of `c2pnb163v1` to `c2pnb272w1`.
    const PNB: [&str; 6] = ["1", "2", "3", "4", "10", "16"];
    let KeyKind::Ec { curve } = &key.kind else {
        return None;
    };
    let oid = curve.oid();
    let pnb = oid
        .strip_prefix("1.2.840.10045.3.0.")
        .is_some_and(|arc| PNB.contains(&arc));
    let small_brainpool = oid.starts_with("1.3.36.3.3.2.8.1.1.") && curve.bits().is_some_and(|bits| bits <= 224);
    (!JDK.curves.contains(curve) && curve.bits().is_some() && !pnb && !small_brainpool).then_some(curve)
}

/// Whether a TLS 1.2 client of JDK 17 offers the algorithm for certificates.
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

/// Returns the curve of `key` if JDK 17 cannot verify signatures on it; else `None`.
pub(crate) fn unsupported_curve(key: &KeyInfo) -> Option<&Curve> {
    match &key.kind {
        KeyKind::Ec { curve } if !JDK.curves.contains(curve) => Some(curve),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HashAlgorithm::{Md5, Sha256};

    #[test]
    fn both_hashes_of_a_pss_signature_can_be_disabled() {
        for (hash, mgf_hash, expected) in [
            (Sha256, Sha256, None),
            (Md5, Sha256, Some(Md5)),
            (Sha256, Md5, Some(Md5)),
        ] {
            let algorithm = SignatureAlgorithm::RsaPss {
                hash,
                mgf_hash,
                salt_length: 32,
                trailer_field: 1,
            };
            assert_eq!(disabled(&algorithm), expected, "{algorithm:?}");
        }
    }
}
