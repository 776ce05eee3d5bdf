//! Fingerprints: hashes of a certificate's DER.

use std::fmt;

use serde::{Serialize, Serializer};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};

use crate::num::colon_hex;

/// SHA-256 of a certificate's DER.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// SHA-1 of a certificate's DER. AWS's list uses it as an identifier; it does not protect anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha1Fingerprint(pub [u8; 20]);

impl Fingerprint {
    /// Hashes a certificate.
    #[must_use]
    pub fn of(der: &[u8]) -> Self {
        Self(Sha256::digest(der).into())
    }
}

impl Sha1Fingerprint {
    /// Hashes a certificate.
    #[must_use]
    pub fn of(der: &[u8]) -> Self {
        Self(Sha1::digest(der).into())
    }
}

macro_rules! as_colon_hex {
    ($type:ty) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&colon_hex(&self.0))
            }
        }
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&colon_hex(&self.0))
            }
        }
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
as_colon_hex!(Fingerprint);
as_colon_hex!(Sha1Fingerprint);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_like_openssl() {
        assert!(Fingerprint::of(b"").to_string().starts_with("E3:B0:C4:42:98:FC"));
        assert!(Sha1Fingerprint::of(b"").to_string().starts_with("DA:39:A3:EE"));
    }
}
