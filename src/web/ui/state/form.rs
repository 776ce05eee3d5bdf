//! The fields next to the input.

use crate::cert::UnixTime;
use crate::engine::Options;
use crate::guide::host;
use crate::guide::{IntegrationKind, TlsSetting};
use crate::trust::ClientId;

/// The fields next to the input, as the user has filled them in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The host field.
    pub host: String,
    /// The time field: `YYYY-MM-DDTHH:MM` with or without seconds, in UTC; empty for now.
    pub at: String,
    /// `insecureSkipVerification`.
    pub skip: bool,
    /// How API Gateway reaches the backend.
    pub kind: IntegrationKind,
    /// The client for which the chain is checked.
    pub client: ClientId,
    /// The user says that the input is a client certificate, which API Gateway sends.
    pub client_certificate: bool,
}

impl Form {
    /// The chosen moment; `None` (now) if the field holds no time.
    #[must_use]
    pub fn moment(&self) -> Option<UnixTime> {
        let at = self.at.trim();
        UnixTime::parse_rfc3339(&format!("{at}Z"))
            .or_else(|_| UnixTime::parse_rfc3339(&format!("{at}:00Z")))
            .ok()
    }

    /// Whether `insecureSkipVerification` is set and exists for this client and kind of
    /// integration.
    #[must_use]
    pub fn skips(&self) -> bool {
        self.skip
            && self.client == ClientId::API_GATEWAY
            && self.kind.setting() == Some(TlsSetting::InsecureSkipVerification)
    }

    /// Whether the input is checked as a client certificate; only API Gateway has rules for them.
    #[must_use]
    pub fn is_client_certificate(&self) -> bool {
        self.client_certificate && self.client == ClientId::API_GATEWAY
    }

    /// The options of the check, at `now` if the user chose no moment.
    #[must_use]
    pub fn options(&self, now: UnixTime) -> Options {
        Options {
            at: self.moment().unwrap_or(now),
            hostname: host::parse(&self.host).map(|host| host.name),
            hostname_from_input: true,
            insecure_skip_verification: self.skips(),
            client: self.client,
            client_certificate: self.is_client_certificate(),
            first_is_leaf: false,
        }
    }
}
