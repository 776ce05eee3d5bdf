//! Short hashes that find a name or a key in the embedded data without parsing a certificate.
//!
//! A *name tag* is the first seven bytes of the SHA-256 of a name's canonical form; its first byte
//! is the bucket of that name. A *key tag* is the first three bytes of the SHA-256 of a key
//! identifier; it only distinguishes keys with the same name. A random name matches some entry with
//! probability 2⁻⁵⁶ times the number of entries. To be certain, load the certificates and verify
//! signatures.

use sha2::{Digest as _, Sha256};

/// First seven bytes of the SHA-256 of a canonical name.
pub type NameTag = [u8; 7];

/// First three bytes of the SHA-256 of a key identifier.
pub type KeyTag = [u8; 3];

/// The tag of a name, given its canonical form ([`crate::cert::Name::canonical`]).
#[must_use]
pub fn name_tag(canonical: &str) -> NameTag {
    head(canonical.as_bytes())
}

/// The tag of a key identifier (the content of a SubjectKeyIdentifier, or `keyIdentifier` of an
/// AuthorityKeyIdentifier).
#[must_use]
pub fn key_tag(key_identifier: &[u8]) -> KeyTag {
    head(key_identifier)
}

fn head<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let digest = Sha256::digest(bytes);
    digest.first_chunk().copied().unwrap_or([0; N])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_the_head_of_the_hash() {
        assert_eq!(name_tag(""), [0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c]);
        assert_eq!(key_tag(b""), [0xe3, 0xb0, 0xc4]);
    }
}
