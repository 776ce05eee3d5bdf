//! Java's messages: OpenJDK 8 to 25, IBM, Android, Bouncy Castle, Netty, Apache HttpClient, OkHttp.

use super::{Row, readers};
use crate::ingest::report::hint::LogKind;
use crate::ingest::report::meaning::{Meaning as M, Tool as T};

const GENERAL: &LogKind = &LogKind::GeneralSslEngineProblem;
const BUILDING: &LogKind = &LogKind::PathBuildingFailed;
const VALIDATION: &LogKind = &LogKind::PathValidationFailed;
const ALGORITHMS: &LogKind = &LogKind::AlgorithmConstraints;
const USAGE: &LogKind = &LogKind::ExtendedKeyUsage;
const PLAINTEXT: &LogKind = &LogKind::PlaintextConnection;
const CLOSED: &LogKind = &LogKind::RemoteHostClosed;
const RESET: &LogKind = &LogKind::ConnectionReset;
const NO_NAME: &LogKind = &LogKind::NoSubjectAlternativeName { host: None };

pub(super) const ROWS: &[Row] = &[
    Row::is("general sslengine problem", GENERAL),
    Row::is("general openssl engine problem", GENERAL),
    Row::is("general opensslengine problem", GENERAL),
    // No path.
    Row::is("pkix path building failed", BUILDING),
    Row::is("unable to find valid certification path", BUILDING),
    Row::is("could not build a valid certpath", BUILDING),
    Row::is("trust anchor for certification path not found", BUILDING),
    Row::is("no trusted certificate found", BUILDING),
    Row::is("untrusted server certificate chain", BUILDING),
    Row::is("certificate chaining error", BUILDING),
    Row::is(
        "no issuer certificate for certificate in certification path found",
        BUILDING,
    ),
    // A path with a problem.
    Row::is("pkix path validation failed", VALIDATION),
    Row::is("trustanchor found but certificate validation failed", VALIDATION),
    Row::means("a distrusted legacy", M::Distrusted),
    Row::means("certificate has been distrusted", M::Distrusted),
    Row::means("untrusted certificate: ", M::Blocked),
    Row::means("path does not chain with any of the trust anchors", M::NotChained),
    Row::means("signature check failed", M::SignatureInvalid),
    Row::means("signature does not match.", M::SignatureInvalid),
    Row::means("certificate signature validation failed", M::SignatureInvalid),
    Row::means("is not a ca certificate", M::NotACa),
    Row::means("basic constraints check failed", M::NotACa),
    Row::means("pathlenconstraint violated", M::PathTooLong),
    Row::means(
        "basic constraints check failed: pathlenconstraint violated",
        M::PathTooLong,
    ),
    Row::means("keycertsign bit is not set", M::NoKeyCertSign),
    Row::means("does not have keycertsign bit set", M::NoKeyCertSign),
    Row::means("ca key usage check failed", M::NoKeyCertSign),
    Row::means("incorrect keyusage extension bits", M::NoKeyCertSign),
    Row::means("keyusage does not allow", M::LeafKeyUsage),
    Row::is("extended key usage does not permit", USAGE),
    Row::means("netscape cert type does not permit", M::NetscapeCertType),
    Row::means("name constraints check failed", M::NameConstraints),
    Row::means("basedistance in name constraints not supported", M::NameConstraints),
    Row::means(
        "maximum basedistance in name constraints not supported",
        M::NameConstraints,
    ),
    Row::means(
        "non-zero minimum basedistance in name constraints not supported",
        M::NameConstraints,
    ),
    Row::means("non-null policy tree required", M::Policy),
    Row::means("encountered a subjectdomainpolicy", M::Policy),
    Row::means("encountered an issuerdomainpolicy", M::Policy),
    Row::means("critical policy qualifiers present in certificate", M::Policy),
    Row::means("unrecognized critical extension", M::CriticalExtension),
    Row::means(
        "certificate contains unsupported critical extensions",
        M::CriticalExtension,
    ),
    Row::means("certificate has unsupported critical extension", M::CriticalExtension),
    Row::means("subject/issuer name chaining check failed", M::SignatureInvalid),
    // Dates.
    Row::read("validity check failed", readers::validity),
    Row::read("timestamp check failed", readers::validity),
    Row::read("certificateexpiredexception", readers::validity),
    Row::read("certificatenotyetvalidexception", readers::validity),
    Row::means("certificate expired on ", M::Expired),
    Row::means("certificate expired at ", M::Expired),
    Row::means("certificate not valid until ", M::NotYetValid),
    // Algorithms.
    Row::is("lgorithm constraints check failed", ALGORITHMS),
    Row::is("algorithm constraints check failed on", ALGORITHMS),
    Row::is("not conform to algorithm constraints", ALGORITHMS),
    Row::is("certificates do not conform to algorithm constraints", ALGORITHMS),
    Row::is("certificate does not conform to algorithm constraints", ALGORITHMS),
    // Host names.
    Row::read("host name '", readers::host_name),
    Row::read("no name matching ", readers::no_name),
    Row::read("no subject alternative dns name matching ", readers::no_name),
    Row::read("no subject alternative names matching ip address ", readers::no_name),
    Row::is("no subject alternative names present", NO_NAME),
    Row::is("no subject alternative dns name", NO_NAME),
    Row::is("no subject alternative names", NO_NAME),
    Row::read("illegal given domain name: ", readers::illegal_name),
    Row::read("not a formal name ", readers::illegal_name),
    Row::means(
        "server name value of host name cannot have the trailing dot",
        M::IllegalHostName,
    ),
    Row::means("contains non-ldh ascii characters", M::IllegalHostName),
    Row::means("empty label is not a legal name", M::IllegalHostName),
    Row::means("has leading or trailing hyphen", M::IllegalHostName),
    Row::means("the label in the input is too long", M::IllegalHostName),
    Row::means("name cannot be encoded", M::IllegalHostName),
    Row::read("certificate for <", readers::certificate_for),
    Row::read("hostname in certificate didn't match: ", readers::host_after),
    Row::read("https hostname wrong: ", readers::https_wrong),
    Row::read(" not verified:", readers::not_verified),
    // Certificates that Java cannot read.
    Row::means("failed to parse server certificates", M::Unreadable),
    Row::means("input key is not of a appropriate type", M::Unreadable),
    Row::means("could not parse certificate: ", M::Unreadable),
    Row::means("certificateparsingexception", M::Unreadable),
    Row::means("unable to initialize, java.io.", M::Unreadable),
    Row::means("signature algorithm mismatch", M::Unreadable),
    Row::means("algorithmparameters not available", M::Unreadable),
    Row::means("x.509 certificate is incomplete", M::Unreadable),
    Row::means("unparseable certificate extension", M::Unreadable),
    Row::means("error handling ec parameters", M::Unreadable),
    Row::means("(internal error) unhandled exception", M::JavaException),
    Row::means("unexpected error: java.io.ioexception", M::JavaException),
    Row::means("cannot invoke 'string.equalsignorecase(string)'", M::JavaException),
    Row::means("cannot invoke 'java.lang.charsequence.tostring()'", M::JavaException),
    Row::means(
        "cannot read the array length because 'address' is null",
        M::JavaException,
    ),
    Row::means(
        "cannot read the array length because '<parameter1>' is null",
        M::JavaException,
    ),
    Row::means("string index out of range: 0", M::JavaException),
    Row::means("index 0 out of bounds for length 0", M::JavaException),
    Row::means("ipaddress cannot be parsed", M::JavaException),
    Row::means("invalid uri name", M::JavaException),
    Row::means("uri name must include scheme:", M::JavaException),
    Row::means("unsupported handshake message: certificate", M::JavaException),
    Row::means("the certificate chain length (", M::TooManyCertificates),
    Row::means("the size of the handshake message (", M::MessageTooLarge),
    // Revocation.
    Row::means("certificate has been revoked", M::Revoked),
    Row::means("certificaterevokedexception", M::Revoked),
    Row::means("could not determine revocation status", M::RevocationUnknown),
    Row::means("unable to determine revocation status", M::RevocationUnknown),
    Row::means("revocation status check failed", M::RevocationUnknown),
    Row::means("ocsp response error", M::RevocationUnknown),
    // The handshake.
    Row::read("received fatal alert: ", readers::alert),
    Row::read("tlsfatalalertreceived: ", readers::alert),
    Row::read("handshake alert: ", readers::alert),
    Row::means("peer not authenticated", M::PeerNotAuthenticated),
    Row::means("peer not verified", M::PeerNotAuthenticated),
    Row::means("trustanchors parameter must be non-empty", M::NoTrustAnchors),
    Row::means(
        "unexpected error: java.security.invalidalgorithmparameterexception",
        M::NoTrustAnchors,
    ),
    Row::means("no appropriate protocol", M::NoProtocol),
    Row::means("protocol is disabled or cipher suites are inappropriate", M::NoProtocol),
    Row::read("server selected protocol version ", readers::server_version),
    Row::read("server chose ", readers::server_chose),
    Row::means("no cipher suites in common", M::NoSharedCipher),
    Row::means("no negotiable cipher suite", M::NoSharedCipher),
    Row::means("no available authentication scheme", M::NoSharedCipher),
    Row::means(
        "no available certificate or key corresponds to the ssl cipher suites",
        M::NoSharedCipher,
    ),
    Row::means("empty client certificate chain", M::ClientCertificateMissing),
    Row::means("null cert chain", M::ClientCertificateMissing),
    Row::means("could not generate dh keypair", M::DhTooSmall),
    Row::means(
        "dh serverkeyexchange does not comply to algorithm constraints",
        M::DhTooSmall,
    ),
    Row::is("unrecognized ssl message", PLAINTEXT),
    Row::is("unsupported or unrecognized ssl message", PLAINTEXT),
    Row::is("not an ssl/tls record", PLAINTEXT),
    Row::is("remote host closed connection", CLOSED),
    Row::is("remote host terminated the handshake", CLOSED),
    Row::is("ssl peer shut down incorrectly", CLOSED),
    Row::is("closed connection during handshake", CLOSED),
    Row::is("connection closed while ssl/tls handshake was in progress", CLOSED),
    Row::is("sslengine closed already", CLOSED),
    Row::is("connection reset", RESET),
    // Keystores.
    Row::by(
        "keystore was tampered with, or password was incorrect",
        M::KeystorePassword,
        T::Keytool,
    ),
    Row::by("keystore password was incorrect", M::KeystorePassword, T::Keytool),
    Row::by("invalid keystore format", M::KeystorePassword, T::Keytool),
    Row::by("input not an x.509 certificate", M::NotPem, T::Keytool),
    Row::by("failed to establish chain from reply", M::UnknownIssuer, T::Keytool),
    // Android.
    Row::by("chain validation failed", M::OutOfDate, T::Android),
];
