//! How the recorded releases differ in what they accept and say, apart from their lists.
//!
//! `tests/native/oracle.rs` checks each of these against the release. `docs/semantics.md` has the
//! table with what differs besides.

/// What a release does differently from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JavaTraits {
    /// Name constraints apply to wildcards as to the names that they stand for, and to a common
    /// name with a wildcard (`sun.security.x509.DNSName.constrains`).
    pub constrains_wildcards: bool,
    /// A wildcard counts only in the leftmost label (`sun.security.util.HostnameChecker`).
    pub leftmost_wildcards: bool,
    /// The keyCertSign of a CA is checked before whether its keyUsage has any usable bit.
    pub key_cert_sign_first: bool,
    /// An exception that the checks do not catch becomes `Unhandled exception`
    /// (`sun.security.ssl.TransportContext`).
    pub wraps_exceptions: bool,
}

/// What releases until 17.0.15 do.
const OLD: JavaTraits = JavaTraits {
    constrains_wildcards: false,
    leftmost_wildcards: false,
    key_cert_sign_first: false,
    wraps_exceptions: false,
};

/// The traits by version.
const TRAITS: &[(&str, JavaTraits)] = &[
    (
        "17.0.21.1",
        JavaTraits {
            constrains_wildcards: true,
            ..OLD
        },
    ),
    (
        "21.0.8",
        JavaTraits {
            leftmost_wildcards: true,
            key_cert_sign_first: true,
            ..OLD
        },
    ),
    (
        "25.0.2",
        JavaTraits {
            leftmost_wildcards: true,
            key_cert_sign_first: true,
            wraps_exceptions: true,
            ..OLD
        },
    ),
    (
        "25.0.3",
        JavaTraits {
            leftmost_wildcards: true,
            key_cert_sign_first: true,
            wraps_exceptions: true,
            ..OLD
        },
    ),
];

/// The traits of the release with this version.
pub(super) fn of(version: &str) -> JavaTraits {
    TRAITS
        .iter()
        .find(|(known, _)| *known == version)
        .map_or(OLD, |(_, traits)| *traits)
}
