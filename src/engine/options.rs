//! The options of a check, and the errors that an input can cause.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;
use thiserror::Error;

use crate::cert::UnixTime;
use crate::i18n::Nothing;
use crate::report::InputReport;
use crate::trust::{ClientId, TrustStore};

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
    /// The client that checks the certificates. The plan's store has to be that client's.
    pub client: ClientId,
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
            client: ClientId::API_GATEWAY,
            client_certificate: false,
            first_is_leaf: false,
        }
    }

    /// These options for the client whose store is `trust`: a truststore of the user's is not API
    /// Gateway's.
    pub(super) fn with_client_of(&self, trust: &TrustStore) -> Self {
        let own = trust.truststore().is_some() && self.client == ClientId::API_GATEWAY;
        let client = if own { ClientId::TRUSTSTORE } else { self.client };
        Self { client, ..self.clone() }
    }

    /// Whether API Gateway skips the verification of the CA. Other clients have no such option.
    pub(super) fn skips_verification(&self) -> bool {
        self.insecure_skip_verification && self.client == ClientId::API_GATEWAY
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
