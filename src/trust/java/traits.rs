//! How the recorded releases differ in what they accept and say, apart from their lists.
//!
//! `tests/native/oracle.rs` checks each of these against the recorded answers of the release, and
//! `docs/semantics.md` has the table. A trait names the JDK's class that differs; the classes were
//! compared in the releases themselves.

/// What a release does differently from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JavaTraits {
    // Reading a certificate.
    /// Reads surrogates in a BMPString (`sun.security.util.DerValue.getBMPString`).
    pub reads_surrogates: bool,
    /// Rejects lengths with redundant bytes (`DerInputStream.getLength`: "Redundant length bytes
    /// found").
    pub rejects_redundant_lengths: bool,
    /// Reads keys that later releases cannot read, but cannot verify with them: RSA with bytes
    /// after the key (`RSAPublicKeyImpl.parseKeyBits`), and two kinds that it does not know: EdDSA
    /// (added by JDK-8166597) and Diffie-Hellman, for which it has a name that no `KeyFactory` has
    /// (`sun.security.x509.AlgorithmId`: "Diffie-Hellman").
    pub reads_odd_keys: bool,
    /// Cannot read an ediPartyName without a party (`sun.security.x509.EDIPartyName`: "party
    /// cannot be missing").
    pub requires_edi_party: bool,
    /// Accepts any number as the zone of an IPv6 address in a URI, and any zone of an IPv4-mapped
    /// one (`java.net.InetAddress.checkNumericZone`, `getAllByName`).
    pub reads_odd_zones: bool,
    /// Cannot read a directory name of indefinite length, unless the whole value has one
    /// (`DerInputStream`: "Indefinite length encoding not supported").
    pub rejects_indefinite_names: bool,

    // Checking a path.
    /// Checks the size of the anchor's key before anything else. The texts about disabled
    /// algorithms name the hash or the key (`sun.security.provider.certpath.AlgorithmChecker`).
    pub checks_anchor_key_first: bool,
    /// Checks whether a keyUsage has any usable bit only with the TLS client's algorithms, after
    /// the signature (`AlgorithmChecker.check`).
    pub checks_usable_bits_last: bool,
    /// Curves are disabled by name (`jdk.disabled.namedCurves` in `java.security`).
    pub disables_curves: bool,
    /// Keys for ECDH are disabled (`jdk.tls.disabledAlgorithms` in `java.security`).
    pub disables_ecdh: bool,
    /// Ignores the parameters of an ECDSA signature (`sun.security.util.SignatureUtil`).
    pub ignores_ecdsa_parameters: bool,
    /// Verifies EdDSA (JDK-8166597, Java 15), SHA-3, and DSA with SHA-384 and SHA-512
    /// (`sun.security.provider.SunEntries`, Java 16).
    pub verifies_newer_algorithms: bool,
    /// Name constraints apply to wildcards as to the names that they stand for, and to a common
    /// name with a wildcard (`sun.security.x509.DNSName.constrains`).
    pub constrains_wildcards: bool,
    /// A DNS constraint may begin with a dot, and an empty one is an exception
    /// (`DNSName.constrains`).
    pub dots_in_dns_constraints: bool,
    /// The builder merges the name constraints of a path. Otherwise it compares those of every CA,
    /// the anchor included, with the names below (`ForwardBuilder`,
    /// `X509CertSelector.setPathToNames`).
    pub builder_merges_constraints: bool,
    /// The builder abandons a level if two certificates in a row are self-issued
    /// (`SunCertPathBuilder.depthFirstSearchForward`: "Successive certs are self-issued").
    pub builder_ends_at_pairs: bool,

    // Checking the leaf and the host name.
    /// Rejects a leaf if it cannot read its usages or its alternative names, even if they are not
    /// critical (`X509CertImpl.getExtensionIfParseable`).
    pub requires_readable_leaf: bool,
    /// A wildcard counts only in the leftmost label (`sun.security.util.HostnameChecker`).
    pub leftmost_wildcards: bool,
    /// Removes a dot at the end of the requested name (`X509TrustManagerImpl.checkIdentity`).
    pub removes_final_dot: bool,

    // Exceptions that the checks do not catch.
    /// The exception becomes `Unhandled exception` (`sun.security.ssl.TransportContext`).
    pub wraps_exceptions: bool,
    /// The text of a `StringIndexOutOfBoundsException` (`java.lang.StringLatin1`).
    pub index_text: &'static str,
    /// What the text of a `NullPointerException` says.
    pub null_text: NullText,
}

/// What the text of a `NullPointerException` says (JEP 358, Java 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullText {
    /// There is no text.
    None,
    /// It has the name of the variable.
    Named,
    /// It has the number of the variable: the runtime was made without debug information.
    Numbered,
}

/// What 17.0.9 and 17.0.15 do.
const JAVA_17: JavaTraits = JavaTraits {
    reads_surrogates: true,
    rejects_redundant_lengths: false,
    reads_odd_keys: false,
    requires_edi_party: false,
    reads_odd_zones: false,
    rejects_indefinite_names: false,
    checks_anchor_key_first: false,
    checks_usable_bits_last: false,
    disables_curves: false,
    disables_ecdh: true,
    ignores_ecdsa_parameters: false,
    verifies_newer_algorithms: true,
    constrains_wildcards: false,
    dots_in_dns_constraints: true,
    builder_merges_constraints: true,
    builder_ends_at_pairs: true,
    requires_readable_leaf: false,
    leftmost_wildcards: false,
    removes_final_dot: true,
    wraps_exceptions: false,
    index_text: "String index out of range: 0",
    null_text: NullText::Named,
};

const JAVA_11: JavaTraits = JavaTraits {
    rejects_redundant_lengths: true,
    reads_odd_keys: true,
    reads_odd_zones: true,
    rejects_indefinite_names: true,
    disables_curves: true,
    disables_ecdh: false,
    verifies_newer_algorithms: false,
    dots_in_dns_constraints: false,
    builder_merges_constraints: false,
    builder_ends_at_pairs: false,
    removes_final_dot: false,
    null_text: NullText::None,
    ..JAVA_17
};

const JAVA_21: JavaTraits = JavaTraits {
    requires_edi_party: true,
    checks_anchor_key_first: true,
    checks_usable_bits_last: true,
    ignores_ecdsa_parameters: true,
    requires_readable_leaf: true,
    leftmost_wildcards: true,
    index_text: "Index 0 out of bounds for length 0",
    null_text: NullText::Numbered,
    ..JAVA_17
};

const JAVA_25: JavaTraits = JavaTraits {
    reads_surrogates: false,
    wraps_exceptions: true,
    ..JAVA_21
};

/// The traits by version; the two releases of 17 that are not listed are [`JAVA_17`].
const TRAITS: &[(&str, JavaTraits)] = &[
    // Not recorded; predicted as Java 11.
    ("8", JAVA_11),
    ("11.0.13", JAVA_11),
    (
        "17.0.21.1",
        JavaTraits {
            reads_surrogates: false,
            constrains_wildcards: true,
            ..JAVA_17
        },
    ),
    ("21.0.8", JAVA_21),
    ("25.0.2", JAVA_25),
    ("25.0.3", JAVA_25),
];

/// The traits of the release with this version.
pub(super) fn of(version: &str) -> JavaTraits {
    TRAITS
        .iter()
        .find(|(known, _)| *known == version)
        .map_or(JAVA_17, |(_, traits)| *traits)
}
