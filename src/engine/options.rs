//! The options of a check, and the errors that an input can cause.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;
use thiserror::Error;

use crate::cert::UnixTime;
use crate::i18n::Nothing;
use crate::report::InputReport;

/// The options of a check.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// The time at which the certificates are checked.
    pub at: UnixTime,
    /// The host name that the client requests.
    pub hostname: Option<String>,
    /// Whether to use the host name that the input mentions if `hostname` is `None`.
    pub hostname_from_input: bool,
    /// `tlsConfig.insecureSkipVerification`.
    pub insecure_skip_verification: bool,
    /// Whether the input is the client certificate that a REST API's stage sends to the
    /// backend. Then the rules for such certificates apply instead of those for servers, and no
    /// host name is checked.
    pub client_certificate: bool,
    /// Whether the input is what a server sent, in its order. If so, the first certificate is the
    /// leaf, whatever it is; otherwise the leaf is the first end-entity certificate.
    pub first_is_leaf: bool,
}

impl Options {
    /// The default options at the time `at`.
    #[must_use]
    pub fn at(at: UnixTime) -> Self {
        Self {
            at,
            hostname: None,
            hostname_from_input: true,
            insecure_skip_verification: false,
            client_certificate: false,
            first_is_leaf: false,
        }
    }
}

/// Why an input cannot be checked.
#[derive(Clone, Debug, PartialEq, Error, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum InputError {
    /// The input is empty or blank.
    #[error("the input is empty")]
    Empty,
    /// The input contains no readable certificate.
    #[error("the input contains no readable certificate")]
    NoCertificate {
        /// What the input contains instead.
        input: Box<InputReport>,
    },
}

impl<'a> From<&'a InputError> for Nothing<'a> {
    fn from(why: &'a InputError) -> Self {
        match why {
            InputError::Empty => Self::Empty,
            InputError::NoCertificate { input } => Self::NoCertificate(input),
        }
    }
}
