//! What the recognized messages are about.

use super::hint::{LogKind, LogMessage};
use super::meaning::{Alert, Relevance, Side, Tool};

/// The part of the check of a server certificate that a message is about.
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

impl LogMessage {
    /// Returns which part of the check of the server certificate failed, if API Gateway makes the
    /// same check.
    ///
    /// Another program has its own list of CAs. So its message about an unknown issuer says nothing
    /// about API Gateway, unless API Gateway wrote it.
    #[must_use]
    pub fn about(&self) -> About {
        let counts = match self.kind.relevance() {
            Relevance::SameCheck => true,
            Relevance::OwnList => self.execution_failed,
            Relevance::Handshake | Relevance::ThisMachine | Relevance::Setup | Relevance::NotCertificate => false,
        };
        if !counts || !self.kind.is_about_another_chain() {
            return About::Other;
        }
        let codes = self.kind.finding_codes();
        match (codes.contains(&HOSTNAME), codes.len()) {
            (true, 1) => About::HostName,
            (true, _) | (false, 0) => About::Either,
            (false, _) => About::Chain,
        }
    }

    /// Whether the findings about a chain in the same input say all that this message says. A host
    /// name is not always checked.
    #[must_use]
    pub fn is_in_findings(&self) -> bool {
        let has_meaning = self.kind.meaning().is_some() || matches!(self.kind, LogKind::OtherAlert { .. });
        match self.about() {
            About::Chain => true,
            About::HostName | About::Either => !has_meaning,
            About::Other => false,
        }
    }
}

/// The code for a host name that does not match.
const HOSTNAME: &str = "hostname";

impl LogKind {
    /// Whether the message is about a server's chain that may be another one than the chain in the
    /// input.
    ///
    /// OpenSSL prints its errors next to the chain that they are about. A server that checks
    /// certificates checks those of its clients.
    fn is_about_another_chain(&self) -> bool {
        match self {
            Self::OpensslVerifyError { .. } | Self::OpensslError { .. } | Self::UnknownExecutionFailure { .. } => false,
            Self::Known { tool, side, .. } => *tool != Some(Tool::Openssl) && *side != Side::Server,
            Self::OtherAlert { alert, side, .. } => {
                *side == Side::Server && Alert::of_name(alert).is_some_and(Alert::rejects_certificate)
            }
            _ => true,
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
