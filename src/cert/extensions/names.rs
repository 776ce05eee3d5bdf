//! Identifiers and names of extensions in server certificates.

/// Well-known extension identifiers.
pub mod oid {
    /// Subject key identifier.
    pub const SKI: &str = "2.5.29.14";
    /// Key usage.
    pub const KEY_USAGE: &str = "2.5.29.15";
    /// Subject alternative name.
    pub const SAN: &str = "2.5.29.17";
    /// Basic constraints.
    pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
    /// Name constraints.
    pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
    /// Certificate policies.
    pub const POLICIES: &str = "2.5.29.32";
    /// Policy mappings.
    pub const POLICY_MAPPINGS: &str = "2.5.29.33";
    /// Authority key identifier.
    pub const AKI: &str = "2.5.29.35";
    /// Policy constraints.
    pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
    /// Extended key usage.
    pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
    /// Inhibit anyPolicy.
    pub const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
    /// Authority information access.
    pub const AIA: &str = "1.3.6.1.5.5.7.1.1";
    /// Netscape certificate type.
    pub const NETSCAPE_CERT_TYPE: &str = "2.16.840.1.113730.1.1";
}

/// Extensions in server certificates: dotted identifier, name in its standard.
const NAMES: [(&str, &str); 18] = [
    (oid::SKI, "Subject Key Identifier"),
    (oid::KEY_USAGE, "Key Usage"),
    (oid::SAN, "Subject Alternative Name"),
    ("2.5.29.18", "Issuer Alternative Name"),
    (oid::BASIC_CONSTRAINTS, "Basic Constraints"),
    (oid::NAME_CONSTRAINTS, "Name Constraints"),
    ("2.5.29.31", "CRL Distribution Points"),
    (oid::POLICIES, "Certificate Policies"),
    (oid::POLICY_MAPPINGS, "Policy Mappings"),
    (oid::AKI, "Authority Key Identifier"),
    (oid::POLICY_CONSTRAINTS, "Policy Constraints"),
    (oid::EXTENDED_KEY_USAGE, "Extended Key Usage"),
    ("2.5.29.46", "Freshest CRL"),
    (oid::INHIBIT_ANY_POLICY, "Inhibit anyPolicy"),
    (oid::AIA, "Authority Information Access"),
    ("1.3.6.1.5.5.7.1.24", "TLS Feature"),
    ("1.3.6.1.4.1.11129.2.4.2", "Signed Certificate Timestamps"),
    (oid::NETSCAPE_CERT_TYPE, "Netscape Certificate Type"),
];

/// Returns the name of an extension in its standard; `None` if it is not in the table.
#[must_use]
pub fn extension_name(oid: &str) -> Option<&'static str> {
    NAMES.iter().find(|(o, _)| *o == oid).map(|(_, name)| *name)
}

/// More kinds that the JDK has a class for. One that the class cannot read counts as absent, or is
/// fatal if it is critical.
const ALSO_READ: [&str; 11] = [
    "2.5.29.16",
    "2.5.29.18",
    "2.5.29.20",
    "2.5.29.21",
    "2.5.29.27",
    "2.5.29.28",
    "2.5.29.29",
    "2.5.29.31",
    "2.5.29.46",
    "1.3.6.1.5.5.7.1.11",
    "1.3.6.1.5.5.7.48.1.5",
];

/// The kinds that the JDK has a class for and that this module reads.
const KINDS: [&str; 13] = [
    oid::SKI,
    oid::KEY_USAGE,
    oid::SAN,
    oid::BASIC_CONSTRAINTS,
    oid::NAME_CONSTRAINTS,
    oid::POLICIES,
    oid::POLICY_MAPPINGS,
    oid::AKI,
    oid::POLICY_CONSTRAINTS,
    oid::EXTENDED_KEY_USAGE,
    oid::INHIBIT_ANY_POLICY,
    oid::AIA,
    oid::NETSCAPE_CERT_TYPE,
];

/// Whether the JDK has a class for extensions of this kind.
pub(super) fn is_known(id: &str) -> bool {
    KINDS.contains(&id) || ALSO_READ.contains(&id)
}
