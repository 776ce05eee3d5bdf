//! Recognizes objects by their PEM label.

use crate::ingest::report::dropped::DropReason;

/// Returns what a label names, if that is not a certificate.
pub(crate) fn by_label(label: &str) -> Option<DropReason> {
    Some(match label {
        "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => DropReason::CertificateRequest,
        "X509 CRL" | "CRL" => DropReason::RevocationList,
        "PUBLIC KEY" | "RSA PUBLIC KEY" | "DSA PUBLIC KEY" | "EC PUBLIC KEY" => DropReason::PublicKey,
        "EC PARAMETERS" => DropReason::EcParameters,
        "DH PARAMETERS" | "X9.42 DH PARAMETERS" | "DSA PARAMETERS" => DropReason::DhParameters,
        "SSL SESSION PARAMETERS" => DropReason::TlsSession,
        "ATTRIBUTE CERTIFICATE" => DropReason::AttributeCertificate,
        "PKCS12" => DropReason::Pkcs12,
        _ if label.starts_with("PGP ") => DropReason::Pgp,
        _ if label.starts_with("SSH2 ") => DropReason::SshKey,
        _ => return None,
    })
}

pub(crate) fn is_plain_label(label: &str) -> bool {
    matches!(
        label,
        "CERTIFICATE" | "TRUSTED CERTIFICATE" | "PKCS7" | "CMS" | "PKCS #7 SIGNED DATA"
    )
}
