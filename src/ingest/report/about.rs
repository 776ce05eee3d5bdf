//! What the recognized messages are about.

use super::hint::LogKind;

/// The part of the check that a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The chain was rejected.
    Chain,
    /// The host name was rejected.
    HostName,
    /// Either was rejected.
    Either,
    /// Anything else.
    Other,
}

impl LogKind {
    /// Returns which part of the server certificate's check the message is about.
    #[must_use]
    pub fn about(&self) -> About {
        match self {
            Self::GeneralSslEngineProblem => About::Either,
            Self::PathBuildingFailed
            | Self::ValidityCheckFailed { .. }
            | Self::PathValidationFailed
            | Self::AlgorithmConstraints
            | Self::ExtendedKeyUsage => About::Chain,
            Self::HostNameMismatch { .. } | Self::NoSubjectAlternativeName { .. } => About::HostName,
            _ => About::Other,
        }
    }

    /// Whether this message says what `other` says, with at most the same details.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::OpensslVerifyError { number, .. }, Self::OpensslVerifyError { number: same, .. }) => number == same,
            (
                Self::ValidityCheckFailed { not_after, not_before },
                Self::ValidityCheckFailed {
                    not_after: other_after,
                    not_before: other_before,
                },
            ) => {
                (not_after.is_none() || not_after == other_after)
                    && (not_before.is_none() || not_before == other_before)
            }
            (
                Self::HostNameMismatch { host, subject },
                Self::HostNameMismatch {
                    host: other_host,
                    subject: other_subject,
                },
            ) => (host.is_none() || host == other_host) && (subject.is_none() || subject == other_subject),
            (Self::NoSubjectAlternativeName { host }, Self::NoSubjectAlternativeName { host: other }) => {
                host.is_none() || host == other
            }
            _ => self == other,
        }
    }
}
