//! The values of extensions that the checks use.

use super::general_name::GeneralName;

/// Basic constraints (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// cA.
    pub ca: bool,
    /// pathLenConstraint as in the certificate; it may be negative.
    pub path_len: Option<i64>,
}

/// Key usage bits (RFC 5280 §4.2.1.3), bit 0 = digitalSignature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage(pub u16);

impl KeyUsage {
    const NAMES: [&'static str; 9] = [
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
    ];

    /// Bit 0.
    #[must_use]
    pub fn digital_signature(self) -> bool {
        self.0 & 1 != 0
    }

    /// Bit 5.
    #[must_use]
    pub fn key_cert_sign(self) -> bool {
        self.0 & (1 << 5) != 0
    }

    /// Returns RFC 5280's names of the bits that are set.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        Self::NAMES
            .iter()
            .enumerate()
            .filter(|(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, name)| (*name).to_owned())
            .collect()
    }
}

/// Authority key identifier (RFC 5280 §4.2.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorityKeyId {
    /// keyIdentifier.
    pub key_id: Option<Vec<u8>>,
    /// authorityCertSerialNumber, the INTEGER's content.
    pub serial: Option<Vec<u8>>,
}

/// One subtree of name constraints (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtree {
    /// The name whose subtree is permitted or excluded.
    pub base: GeneralName,
    /// Whether minimum is not 0, which Java does not support.
    pub minimum: bool,
    /// Whether a maximum is given, which Java does not support.
    pub maximum: bool,
}

/// Name constraints (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameConstraints {
    /// permittedSubtrees; an empty list permits everything.
    pub permitted: Option<Vec<Subtree>>,
    /// excludedSubtrees.
    pub excluded: Option<Vec<Subtree>>,
}

impl NameConstraints {
    /// Whether a name is an ediPartyName in which the JDK finds no party.
    #[must_use]
    pub fn lacks_edi_party(&self) -> bool {
        let trees = self.permitted.iter().chain(&self.excluded).flatten();
        trees.into_iter().any(|tree| tree.base.lacks_edi_party())
    }
}

/// Policy constraints (RFC 5280 §4.2.1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PolicyConstraints {
    /// requireExplicitPolicy; −1 counts as absent.
    pub require_explicit: Option<i64>,
    /// inhibitPolicyMapping; −1 counts as absent.
    pub inhibit_mapping: Option<i64>,
}
