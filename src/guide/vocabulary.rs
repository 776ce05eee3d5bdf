//! Other tools' messages for the same defect, so a search for those messages finds this tool.
//!
//! # References
//! - OpenSSL 3.0, `X509_V_ERR_*` of `x509_vfy.h` and `X509_verify_cert_error_string(3)`;
//!   `tests/native/commands.rs` compares those that `openssl verify` can report. Older versions
//!   differ in hyphens ("self signed") and in a few numbers.
//! - Java: the messages of `handshake`, which are tested against a JDK.
//! - SSL Labs: the entries of "Chain issues" in its report.
//! - Firefox: the error codes of its pages (`SEC_ERROR_…`, `MOZILLA_PKIX_ERROR_…`); Chrome:
//!   `NET::ERR_CERT_…`; curl: error 60.

use super::{Glossary, Term, VerifyError};
use crate::report::Detail;

pub(super) const EXPIRED: VerifyError = verify(10, "certificate has expired");
pub(super) const NOT_YET_VALID: VerifyError = verify(9, "certificate is not yet valid");
pub(super) const SELF_SIGNED: VerifyError = verify(18, "self-signed certificate");
pub(super) const NO_LOCAL_ISSUER: VerifyError = verify(20, "unable to get local issuer certificate");
pub(super) const INVALID_CA: VerifyError = verify(79, "invalid CA certificate");
const SELF_SIGNED_IN_CHAIN: VerifyError = verify(19, "self-signed certificate in certificate chain");
const FIRST_UNVERIFIED: VerifyError = verify(21, "unable to verify the first certificate");
const SIGNATURE_FAILURE: VerifyError = verify(7, "certificate signature failure");
const PATH_LENGTH: VerifyError = verify(25, "path length constraint exceeded");
const PURPOSE: VerifyError = verify(26, "unsupported certificate purpose");
const IDENTIFIERS: VerifyError = verify(30, "authority and subject key identifier mismatch");
const NO_CERT_SIGN: VerifyError = verify(32, "key usage does not include certificate signing");
const CRITICAL: VerifyError = verify(34, "unhandled critical extension");
const NO_POLICY: VerifyError = verify(43, "no explicit policy");
const NOT_PERMITTED: VerifyError = verify(47, "permitted subtree violation");
const EXCLUDED: VerifyError = verify(48, "excluded subtree violation");
const SUBTREE_LIMITS: VerifyError = verify(49, "name constraints minimum and maximum not supported");
const HOST_MISMATCH: VerifyError = verify(62, "hostname mismatch");
const ADDRESS_MISMATCH: VerifyError = verify(64, "IP address mismatch");
const KEY_TOO_WEAK: VerifyError = verify(66, "EE certificate key too weak");
const CA_KEY_TOO_WEAK: VerifyError = verify(67, "CA certificate key too weak");
const DIGEST_TOO_WEAK: VerifyError = verify(68, "CA signature digest algorithm too weak");

const fn verify(number: u16, text: &'static str) -> VerifyError {
    VerifyError { number, text }
}

const fn openssl(error: VerifyError) -> Term {
    Term {
        glossary: Glossary::OpenSsl,
        number: Some(error.number),
        text: error.text,
    }
}

const fn term(glossary: Glossary, text: &'static str) -> Term {
    Term {
        glossary,
        number: None,
        text,
    }
}

macro_rules! building {
    ($why:literal) => {
        term(Glossary::Java, concat!("PKIX path building failed: ", $why))
    };
}

macro_rules! validation {
    ($why:literal) => {
        term(
            Glossary::Java,
            concat!(
                "PKIX path validation failed: java.security.cert.CertPathValidatorException: ",
                $why
            ),
        )
    };
}

const fn java(text: &'static str) -> Term {
    term(Glossary::Java, text)
}
const fn labs(text: &'static str) -> Term {
    term(Glossary::SslLabs, text)
}
const fn firefox(text: &'static str) -> Term {
    term(Glossary::Firefox, text)
}
const fn chrome(text: &'static str) -> Term {
    term(Glossary::Chrome, text)
}
const fn curl(text: &'static str) -> Term {
    term(Glossary::Curl, text)
}

const NO_PATH: Term = building!(
    "sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target"
);
const UNKNOWN_ISSUER: Term = firefox("SEC_ERROR_UNKNOWN_ISSUER");
const AUTHORITY_INVALID: Term = chrome("NET::ERR_CERT_AUTHORITY_INVALID");
const DATE_INVALID: Term = chrome("NET::ERR_CERT_DATE_INVALID");
const CURL_NO_ISSUER: Term = curl("SSL certificate problem: unable to get local issuer certificate");
const NOT_A_CA: Term = validation!("basic constraints check failed: this is not a CA certificate");
const UNFIT: Term = java("is not a CA certificate");
const UNFIT_USAGE: Term = java("does not have keyCertSign bit set in KeyUsage extension");
const VALIDITY: Term = validation!("validity check failed");
const LEGACY_VALIDITY: Term = validation!("timestamp check failed");

/// A list of terms, made at compile time.
macro_rules! terms {
    ($($term:expr),+ $(,)?) => {
        const { &[$($term),+] }
    };
}

const NONE: &[Term] = &[];
const INCOMPLETE: &[Term] = &[
    openssl(NO_LOCAL_ISSUER),
    openssl(FIRST_UNVERIFIED),
    NO_PATH,
    labs("Incomplete"),
    UNKNOWN_ISSUER,
    AUTHORITY_INVALID,
    CURL_NO_ISSUER,
];
const UNTRUSTED: &[Term] = &[
    openssl(NO_LOCAL_ISSUER),
    NO_PATH,
    UNKNOWN_ISSUER,
    AUTHORITY_INVALID,
    CURL_NO_ISSUER,
];
const EXTRA: &[Term] = &[labs("Extra certs")];
const ORDER: &[Term] = &[labs("Incorrect order")];

/// Other tools' messages for a finding; empty if none are well known.
#[must_use]
pub fn vocabulary(detail: &Detail) -> &'static [Term] {
    match detail {
        Detail::RootNotListed { .. } => terms![
            openssl(SELF_SIGNED_IN_CHAIN),
            NO_PATH,
            UNKNOWN_ISSUER,
            AUTHORITY_INVALID,
            curl("SSL certificate problem: self-signed certificate in certificate chain"),
        ],
        Detail::SelfSignedLeaf { .. } => terms![
            openssl(SELF_SIGNED),
            NO_PATH,
            firefox("MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"),
            AUTHORITY_INVALID,
            curl("SSL certificate problem: self-signed certificate"),
        ],
        Detail::IssuerNotListed { .. } | Detail::CaMoved { .. } => UNTRUSTED,
        Detail::IssuerUnknown { .. } | Detail::SupportedOnceSent { .. } | Detail::IssuerMissing { .. } => INCOMPLETE,
        Detail::RootNotSent { .. } => terms![openssl(NO_LOCAL_ISSUER), NO_PATH],
        Detail::ListedRootNotSent { .. } => NONE,
        Detail::AnchorKeyMismatch { .. } => terms![NO_PATH],
        Detail::AnchorDistrusted { .. } | Detail::AnchorDistrustedHere { .. } => {
            terms![java("anchored by a distrusted legacy"), AUTHORITY_INVALID]
        }
        Detail::CertificateBlocked { .. } => terms![validation!("Untrusted certificate"), NO_PATH],
        Detail::AnchorIdentifierMismatch { .. } | Detail::NoPath {} | Detail::SelfIssuedPair { .. } => UNTRUSTED,
        Detail::PathTooLong { .. } => terms![NO_PATH],
        Detail::RootNotCa {} => terms![openssl(INVALID_CA), UNFIT],
        Detail::RootWithoutKeyCertSign { .. } => terms![openssl(NO_CERT_SIGN), UNFIT_USAGE],
        Detail::AnchorUnfit { is_ca: false, .. } => terms![openssl(INVALID_CA), UNFIT],
        Detail::AnchorUnfit { is_ca: true, .. } => terms![openssl(NO_CERT_SIGN), UNFIT_USAGE],
        Detail::PrivateRootSent { .. } => terms![openssl(SELF_SIGNED_IN_CHAIN)],
        Detail::Expired { .. } => terms![
            openssl(EXPIRED),
            VALIDITY,
            LEGACY_VALIDITY,
            firefox("SEC_ERROR_EXPIRED_CERTIFICATE"),
            DATE_INVALID,
            curl("SSL certificate problem: certificate has expired"),
        ],
        Detail::NotYetValid { .. } => terms![
            openssl(NOT_YET_VALID),
            VALIDITY,
            LEGACY_VALIDITY,
            firefox("MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE"),
            DATE_INVALID,
            curl("SSL certificate problem: certificate is not yet valid"),
        ],
        Detail::AnchorOutOfDate { .. } | Detail::RootVersionOutOfDate { .. } => terms![openssl(EXPIRED)],
        Detail::SignatureInvalid { .. } => terms![
            openssl(SIGNATURE_FAILURE),
            validation!("signature check failed"),
            firefox("SEC_ERROR_BAD_SIGNATURE"),
        ],
        Detail::LeafNotFirst { .. } | Detail::WrongOrder { .. } => ORDER,
        Detail::Duplicate { .. } | Detail::Stray { .. } | Detail::WrongIntermediate { .. } => EXTRA,
        Detail::RootSent {} => terms![labs("Contains anchor")],
        Detail::NotACa { .. } => terms![openssl(INVALID_CA), NOT_A_CA, firefox("SEC_ERROR_CA_CERT_INVALID")],
        Detail::OldVersion { .. } => terms![
            openssl(INVALID_CA),
            NOT_A_CA,
            firefox("MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA"),
        ],
        Detail::PathLengthExceeded { .. } => terms![
            openssl(PATH_LENGTH),
            validation!(
                "basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path"
            ),
            firefox("SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID"),
        ],
        Detail::NoKeyCertSign { .. } => terms![
            openssl(NO_CERT_SIGN),
            validation!("CA key usage check failed: keyCertSign bit is not set"),
            firefox("SEC_ERROR_INADEQUATE_KEY_USAGE"),
        ],
        Detail::LeafKeyUsage { .. } => terms![java("KeyUsage does not allow digital signatures")],
        Detail::EmptyKeyUsage {} => terms![validation!("incorrect KeyUsage extension bits")],
        Detail::LeafExtendedKeyUsage { .. } => terms![
            openssl(PURPOSE),
            java("Extended key usage does not permit use for TLS server authentication"),
            firefox("SEC_ERROR_INADEQUATE_CERT_TYPE"),
        ],
        Detail::NetscapeCertType {} => terms![
            openssl(PURPOSE),
            java("Netscape cert type does not permit use for SSL server"),
        ],
        Detail::NameConstraint { excluded: false, .. } => terms![
            openssl(NOT_PERMITTED),
            validation!("name constraints check failed"),
            firefox("SEC_ERROR_CERT_NOT_IN_NAME_SPACE"),
        ],
        Detail::NameConstraint { excluded: true, .. } => terms![
            openssl(EXCLUDED),
            validation!("name constraints check failed"),
            firefox("SEC_ERROR_CERT_NOT_IN_NAME_SPACE"),
        ],
        Detail::NameConstraintUnsupported { .. } => terms![
            openssl(SUBTREE_LIMITS),
            java("BaseDistance in name constraints not supported"),
        ],
        Detail::PolicyRequired {} => terms![
            openssl(NO_POLICY),
            validation!("non-null policy tree required and policy tree is null"),
            firefox("SEC_ERROR_POLICY_VALIDATION_FAILED"),
        ],
        Detail::PolicyMappingAny {} => terms![java("DomainPolicy of ANY_POLICY")],
        Detail::PolicyQualifiersCritical {} => terms![validation!("critical policy qualifiers present in certificate")],
        Detail::UnknownCriticalExtension { .. } => terms![
            openssl(CRITICAL),
            validation!("unrecognized critical extension(s)"),
            firefox("SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION"),
        ],
        Detail::WeakSignature { .. } => terms![
            openssl(DIGEST_TOO_WEAK),
            validation!("Algorithm constraints check failed on signature algorithm"),
            firefox("SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED"),
            chrome("NET::ERR_CERT_WEAK_SIGNATURE_ALGORITHM"),
        ],
        Detail::SkipVerificationNotApplicable {} | Detail::KeyLimitNotApplicable {} => NONE,
        Detail::Sha1UnderJdkRoot { .. } => {
            terms![validation!("Algorithm constraints check failed on disabled SHA1 usage")]
        }
        Detail::Sha1Signature { .. } => terms![
            openssl(DIGEST_TOO_WEAK),
            firefox("SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED"),
            chrome("NET::ERR_CERT_WEAK_SIGNATURE_ALGORITHM"),
        ],
        Detail::SignatureNotOffered { .. } => {
            terms![validation!("Algorithm constraints check failed on signature algorithm")]
        }
        Detail::WeakKey { .. } => terms![
            openssl(KEY_TOO_WEAK),
            openssl(CA_KEY_TOO_WEAK),
            validation!("Algorithm constraints check failed on keysize limits"),
            firefox("MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE"),
            chrome("NET::ERR_CERT_WEAK_KEY"),
        ],
        Detail::Malformed { .. } => terms![java("Failed to parse server certificates")],
        Detail::TooManyCertificates { .. } => terms![java(
            "The certificate chain length (11) exceeds the maximum allowed length (10)",
        )],
        Detail::MessageTooLarge { .. } => terms![java("exceeds the maximum allowed size (32768)")],
        Detail::KeyIdentifierMismatch { .. } => terms![openssl(IDENTIFIERS)],
        Detail::AnchorListed { .. }
        | Detail::AnchorReissued { .. }
        | Detail::ListedByFingerprint { .. }
        | Detail::DefaultCertificate { .. }
        | Detail::ListWaived {}
        | Detail::InDate { .. }
        | Detail::ExpiresSoon { .. }
        | Detail::ChainComplete { .. }
        | Detail::SignatureUnchecked { .. }
        | Detail::LeafMissing {}
        | Detail::CurveUnsupported { .. }
        | Detail::SearchEnded { .. }
        | Detail::KeyCompromised { .. }
        | Detail::ClientPublicCertificate { .. }
        | Detail::ClientChainTooLong { .. }
        | Detail::ClientUsageMissing { .. }
        | Detail::ClientKeyUnsupported { .. }
        | Detail::KeyWithinLimit { .. }
        | Detail::KeyTooLarge { .. }
        | Detail::EllipticKey { .. }
        | Detail::OtherKey { .. }
        | Detail::KeyUnknown { .. }
        | Detail::ProductCertificate { .. }
        | Detail::CaKey { .. } => NONE,
    }
}

/// Other tools' messages for a host name or address that the server's certificate does not have.
#[must_use]
pub fn vocabulary_of_hostname(is_address: bool) -> &'static [Term] {
    const NAME: &[Term] = &[
        openssl(HOST_MISMATCH),
        java("No subject alternative DNS name matching"),
        java("does not match the certificate subject provided by the peer"),
        firefox("SSL_ERROR_BAD_CERT_DOMAIN"),
        chrome("NET::ERR_CERT_COMMON_NAME_INVALID"),
        curl("SSL: no alternative certificate subject name matches target host name"),
    ];
    const ADDRESS: &[Term] = &[
        openssl(ADDRESS_MISMATCH),
        java("No subject alternative names matching IP address"),
        firefox("SSL_ERROR_BAD_CERT_DOMAIN"),
        chrome("NET::ERR_CERT_COMMON_NAME_INVALID"),
    ];
    if is_address { ADDRESS } else { NAME }
}
