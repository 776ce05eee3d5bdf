//! The name of the TLS alert that some releases put before a message: `(certificate_unknown) PKIX
//! path building failed: …` (`sun.security.ssl.Alert`).

use super::result::Problem;
use crate::report::Detail;
use crate::trust::java::JavaRelease;

/// The alert for most reasons.
pub(super) const UNKNOWN: &str = "certificate_unknown";
/// The alert for a signature that does not match, and for a certificate that cannot be read.
pub(super) const BAD: &str = "bad_certificate";

/// Puts the alert before the message if the release does so.
pub(super) fn prefixed(release: &JavaRelease<'_>, alert: &str, message: &str) -> String {
    if release.alert_in_message {
        format!("({alert}) {message}")
    } else {
        message.to_owned()
    }
}

/// The message of a problem whose exception the JDK does not catch.
pub(super) fn uncaught(release: &JavaRelease<'_>, message: &str) -> String {
    if message.starts_with("Unsupported handshake message") {
        prefixed(release, "unexpected_message", message)
    } else if release.traits().wraps_exceptions {
        prefixed(release, "internal_error", "Unhandled exception")
    } else {
        message.to_owned()
    }
}

/// The alert for a problem that ends the validator (`CertificateMessage.getCertificateAlert`).
pub(super) fn of(problem: &Problem) -> &'static str {
    match problem.detail {
        Detail::Expired { .. } => "certificate_expired",
        Detail::NotYetValid { .. } | Detail::CurveUnsupported { .. } => BAD,
        Detail::SignatureInvalid { .. } if !problem.unusable => BAD,
        Detail::WeakSignature { .. } | Detail::WeakKey { .. } | Detail::SignatureNotOffered { .. } => {
            "unsupported_certificate"
        }
        _ => UNKNOWN,
    }
}
